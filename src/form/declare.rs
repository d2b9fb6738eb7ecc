//! The macros that declare JSON types, and with each its [`Form`](crate::form::Form).
//!
//! The declaration is an ordinary one, with its doc comments and its attributes of serde. A macro adds reading and
//! writing in kebab case without unknown fields, and the description, which so cannot differ from the type.
//!
//! ```text
//! record!   a struct with named fields, read field by field
//! checked!  the same, and then the check that its constructors call
//! document! the same, and its reader finds every fault at once
//! choice!   an enum whose variants carry values
//! ```
//!
//! The fields of a struct are taken apart by three inner macros, and nowhere else: `fields!` declares them,
//! `form!` describes them; `setters!` sets them. `read_apart!` is what `checked!` and `document!` share.

/// Declares a struct that is read field by field.
///
/// After the type of a field may follow `| "none"` for an option that is switched off by that word, then `where
/// [1, 25]` for the bounds of a whole number or `where (path)` for a function that finds a value out of bounds,
/// and then `=> "LIF-04" "LIF-05" with_field`: the rules whose findings a field of a policy can change, and the
/// name of the method that sets the field by value.
/// A struct is `closed` if its fields are the contract: a later version adds none.
macro_rules! record {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis closed struct $($rest:tt)+
    ) => {
        $crate::form::record! {
            #[expect(clippy::exhaustive_structs, reason = "it is declared as closed")]
            $(#[$($attribute)+])*
            $visibility struct $($rest)+
        }
    };
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis struct $name:ident $(<$generic:ident>)? { $($fields:tt)* }
    ) => {
        $crate::form::fields! {
            #[derive(Clone, Debug, serde::Deserialize, Eq, PartialEq, serde::Serialize)]
            #[serde(deny_unknown_fields, expecting = "an object", rename_all = "kebab-case")]
            $(#[$($attribute)+])*
            $visibility struct $name $(<$generic>)? { $($fields)* }
        }

        $crate::form::setters! { $name $(<$generic>)? { $($fields)* } }
        $crate::form::toured! { $name $(<$generic>)? { $($fields)* } }

        impl $(<$generic: $crate::form::Described>)? $crate::form::Described for $name $(<$generic>)? {
            const FORM: &'static $crate::form::Form =
                &$crate::form::form!($(#[$($attribute)+])* $name { $($fields)* });
        }
    };
}

/// Declares a struct that is read field by field and then checked as its constructors check it.
///
/// The check takes the value and returns it, or the reason why its parts do not go together.
macro_rules! checked {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis struct $name:ident, checked by $check:path { $($fields:tt)* }
    ) => {
        $crate::form::read_apart! {
            $(#[$($attribute)+])*
            $visibility struct $name { $($fields)* }

            fn deserialize(deserializer) {
                $check(Parts::deserialize(deserializer)?).map_err(serde::de::Error::custom)
            }

            impl Described {
                const FORM: &'static $crate::form::Form =
                    &$crate::form::form!($(#[$($attribute)+])* $name { $($fields)* })
                        .checked($crate::form::check::<$name>);
            }
        }
    };
}

/// Declares a struct that is a document of its own: its reader finds every fault at once.
///
/// The check, where there is one, looks at the tree of the whole document and returns its faults, even
/// where a part has others.
macro_rules! document {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis struct $name:ident $(, checked by $check:path)? { $($fields:tt)* }
    ) => {
        $crate::form::setters! { $name { $($fields)* } }

        $crate::form::read_apart! {
            $(#[$($attribute)+])*
            $visibility struct $name { $($fields)* }

            fn deserialize(deserializer) {
                let tree = <$crate::form::Tree as serde::Deserialize>::deserialize(deserializer)?;
                $crate::form::from_tree(&tree, &$crate::form::Limits::standard())
                    .map_err(serde::de::Error::custom)
            }

            impl Described {
                const FORM: &'static $crate::form::Form =
                    &$crate::form::form!($(#[$($attribute)+])* $name { $($fields)* })
                        $(.checked_as_a_whole($check))?;

                fn of_tree(
                    tree: &$crate::form::Tree,
                    limits: &$crate::form::Limits,
                ) -> Result<Self, $crate::form::Faults> {
                    let whole = $crate::form::value_by(tree, |reader| Parts::deserialize(reader))
                        .map_err(|refusal| $crate::form::faults_of::<Self>(tree, limits, refusal))?;
                    $($crate::form::sound($check(tree))?;)?
                    Ok(whole)
                }
            }
        }
    };
}

/// Declares a struct and, apart from it, what reads its fields: `Parts`, for its own reader to call.
macro_rules! read_apart {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis struct $name:ident { $($fields:tt)* }

        fn deserialize($deserializer:ident) { $($reader:tt)+ }

        impl Described { $($described:tt)+ }
    ) => {
        $crate::form::fields! {
            #[derive(Clone, Debug, Eq, PartialEq, serde::Serialize)]
            #[serde(rename_all = "kebab-case")]
            $(#[$($attribute)+])*
            $visibility struct $name { $($fields)* }
        }

        $crate::form::toured! { $name { $($fields)* } }

        const _: () = {
            // The derived reader names what it reads in a text, which cannot take a name from a macro.
            type Whole = $name;

            $crate::form::fields! {
                #[derive(serde::Deserialize)]
                #[serde(deny_unknown_fields, expecting = "an object", rename_all = "kebab-case")]
                #[serde(remote = "Whole")]
                struct Parts { $($fields)* }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>($deserializer: D) -> Result<Self, D::Error> {
                    $($reader)+
                }
            }

            impl $crate::form::Described for $name { $($described)+ }
        };
    };
}

/// Declares the struct of a declaration, without what only its description says.
macro_rules! fields {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis struct $name:ident $(<$generic:ident>)? {
            $(
                $(#[$($field_attribute:tt)+])*
                $field_visibility:vis $field:ident: $type:ty $(| $none:literal)? $(where $range:tt)? $(=> $($rule:literal)* $($setter:ident)?)?
            ),* $(,)?
        }
    ) => {
        $(#[$($attribute)+])*
        $visibility struct $name $(<$generic>)? {
            $(
                $(#[$($field_attribute)+])*
                $(#[cfg_attr(any(), doc = $none)] #[serde(with = "crate::form::none")])?
                $field_visibility $field: $type
            ),*
        }
    };
}

/// Declares an enum whose variants carry values: none, one, several, or fields with names.
///
/// It is `closed` if its variants are the contract: callers match them all.
macro_rules! choice {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis closed enum $($rest:tt)+
    ) => {
        $crate::form::choice! {
            #[expect(clippy::exhaustive_enums, reason = "it is declared as closed")]
            $(#[$($attribute)+])*
            $visibility enum $($rest)+
        }
    };
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis enum $name:ident $(<$generic:ident>)? {
            $(
                $(#[$($variant_attribute:tt)+])*
                $variant:ident
                $(($($(#[$($carried_attribute:tt)+])* $carried:ty),+ $(,)?))?
                $({
                    $(
                        $(#[$($field_attribute:tt)+])*
                        $field:ident: $type:ty
                    ),* $(,)?
                })?
            ),* $(,)?
        }
    ) => {
        #[derive(Clone, Debug, serde::Deserialize, Eq, PartialEq, serde::Serialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case", rename_all_fields = "kebab-case")]
        $(#[$($attribute)+])*
        $visibility enum $name $(<$generic>)? {
            $(
                $(#[$($variant_attribute)+])*
                $variant
                $(($($(#[$($carried_attribute)+])* $carried),+))?
                $({ $($(#[$($field_attribute)+])* $field: $type),* })?
            ),*
        }

        impl $(<$generic: $crate::form::Described>)? $crate::form::Described for $name $(<$generic>)? {
            const FORM: &'static $crate::form::Form = &$crate::form::Form::new(
                stringify!($name),
                $crate::form::Shape::Choice(&[$(
                    $crate::form::Variant::new(
                        $crate::form::declare::first(
                            &[$($crate::form::part!(@rename $($variant_attribute)+)),*],
                            $crate::form::part!(@variant $variant),
                        ),
                        &[$($crate::form::part!(@doc $($variant_attribute)+)),*],
                        $crate::form::part!(
                            @content $(($($carried),+))?
                            $({ $variant { $($(#[$($field_attribute)+])* $field: $type),* } })?
                        ),
                    )
                ),*]),
            )
            .meaning(&[$($crate::form::part!(@doc $($attribute)+)),*]);
        }

        $crate::form::toured! {
            enum $name $(<$generic>)? {
                $(
                    $(#[$($variant_attribute)+])*
                    $variant
                    $(($($(#[$($carried_attribute)+])* $carried),+))?
                    $({ $($(#[$($field_attribute)+])* $field: $type),* })?
                ),*
            }
        }
    };
}

/// Declares the methods that set the fields of a struct by value.
macro_rules! setters {
    (
        $name:ident $(<$generic:ident>)? {
            $(
                $(#[$($field_attribute:tt)+])*
                $field_visibility:vis $field:ident: $type:ty $(| $none:literal)? $(where $range:tt)? $(=> $($rule:literal)* $($setter:ident)?)?
            ),* $(,)?
        }
    ) => {
        impl $(<$generic>)? $name $(<$generic>)? {
            $($($(
                #[doc = concat!("Returns the value with another `", stringify!($field), "`.")]
                #[must_use]
                pub fn $setter(self, $field: impl Into<$type>) -> Self {
                    Self { $field: $field.into(), ..self }
                }
            )?)?)*
        }
    };
}

/// Describes the fields of a record.
macro_rules! form {
    (
        $(#[$($attribute:tt)+])* $name:ident {
            $(
                $(#[$($field_attribute:tt)+])*
                $visibility:vis $field:ident: $type:ty $(| $none:literal)? $(where $range:tt)? $(=> $($rule:literal)* $($setter:ident)?)?
            ),* $(,)?
        }
    ) => {
        $crate::form::Form::new(
            stringify!($name),
            $crate::form::Shape::Record(const { &$crate::form::declare::left_out(
                false $(|| $crate::form::part!(@default $($attribute)+))*,
                [$(
                    $crate::form::Field::new(
                        $crate::form::declare::first(
                            &[$($crate::form::part!(@rename $($field_attribute)+)),*],
                            $crate::form::part!(@field $field),
                        ),
                        &[$($crate::form::part!(@doc $($field_attribute)+)),*],
                        $crate::form::part!(@within ($crate::form::part!(@kind $type $(| $none)?)) $($range)?),
                    )
                    .read_with(false $(|| $crate::form::part!(@own $($field_attribute)+))*)
                    .left_out(false $(|| $crate::form::part!(@default $($field_attribute)+))*)
                    $(.changes(&[$($rule),*]))?
                ),*],
            ) }),
        )
        .meaning(&[$($crate::form::part!(@doc $($attribute)+)),*])
    };
}

/// Reads one thing out of one part of a declaration.
macro_rules! part {
    // The name in JSON.
    (@field $field:ident) => {{
        const NAME: &[u8] = &$crate::form::dashed::<{ stringify!($field).len() }>(stringify!($field));
        $crate::form::text(NAME)
    }};
    (@variant $variant:ident) => {{
        const NAME: &[u8] = &$crate::form::kebab::<{ $crate::form::kebab_length(stringify!($variant)) }>(
            stringify!($variant),
        );
        $crate::form::text(NAME)
    }};
    (@rename serde(rename = $name:literal)) => { $name };
    (@rename $($other:tt)+) => { "" };
    // A line of documentation.
    (@doc doc = $text:literal) => { $text };
    (@doc $($other:tt)+) => { "" };
    // Left out, a field is what its default is.
    (@default serde(default $($rest:tt)*)) => { true };
    (@default $($other:tt)+) => { false };
    // A reader of its own is not asked where the field is missing.
    (@own serde(with $($rest:tt)*)) => { true };
    (@own serde(deserialize_with $($rest:tt)*)) => { true };
    (@own $($other:tt)+) => { false };
    // The form of a field.
    (@kind $type:ty) => { <$type as $crate::form::Described>::FORM };
    (@kind $type:ty | $none:literal) => {
        const { &<$type as $crate::form::Described>::FORM.switched_off() }
    };
    // The form of a field whose numbers have bounds of their own.
    (@within ($form:expr)) => { $form };
    (@within ($form:expr) [$least:expr, $most:expr]) => { const { &$form.within([$least, $most]) } };
    (@within ($form:expr) ($bound:path)) => { const { &$form.bounded($bound) } };
    // What a variant carries.
    (@content) => { None };
    (@content ($carried:ty)) => { Some(<$carried as $crate::form::Described>::FORM) };
    (@content ($($carried:ty),+)) => {
        Some(const { &$crate::form::Form::new(
            "Values",
            $crate::form::Shape::Tuple(&[$(<$carried as $crate::form::Described>::FORM),+]),
        ) })
    };
    (@content { $variant:ident $fields:tt }) => {
        Some(const { &$crate::form::form!($variant $fields) })
    };
}

pub(crate) use {checked, choice, document, fields, form, part, read_apart, record, setters};

use crate::form::Field;

/// Returns the fields, each of which may be left out if the whole record has a default.
pub(crate) const fn left_out<const N: usize>(
    is_default: bool,
    mut fields: [Field; N],
) -> [Field; N] {
    let mut rest: &mut [Field] = &mut fields;
    while let [first, others @ ..] = rest {
        *first = first.left_out(is_default);
        rest = others;
    }
    fields
}

/// Returns the first name that is not empty, or the last resort.
pub(crate) const fn first(names: &[&'static str], otherwise: &'static str) -> &'static str {
    let mut rest = names;
    while let [name, others @ ..] = rest {
        if !name.is_empty() {
            return name;
        }
        rest = others;
    }
    otherwise
}
