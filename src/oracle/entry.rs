use crate::form::{Faults, Form, Limits, Tree};

/// The form of the arguments of a question, and their reader.
pub(super) struct Reader<Asked> {
    pub(super) form: &'static Form,
    pub(super) read: fn(&Tree, &Limits) -> Result<Asked, Faults>,
}

use crate::oracle::error::AskError;

/// The place in a question at which an error of its function stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// The error is about no single argument.
    Nowhere,
    /// The error is about this argument.
    At(&'static str),
    /// The error is about a part of this argument, and its own path says which. Without a name that path
    /// begins with the argument.
    Within(&'static str),
    /// The error says which argument it is about.
    By(fn(&AskError) -> &'static str),
}

/// Declares the questions of one system, one entry for each, after the error that they share.
///
/// An entry reads as follows; `or`, the attributes of a field, `at` and `fails` may be left out.
///
/// ```text
/// "system.function" or "system.old_name" => Variant { #[serde(default)] argument: Type }
///     finds Answer, fails AskError::Variant, at "argument", |policy| call;
/// ```
///
/// - The first name is the canonical one; the others are old names, which are still answered.
/// - The fields are the arguments of the function, in kebab case in JSON. The call sees each as a
///   reference.
/// - `finds` stands before an answer with findings, which its method `findings` lists; `tells` before any other.
/// - `at` names the argument that an error of the function is about. `within` names one inside of
///   which the error says its own path. `by` names a function that returns the argument of an error.
/// - `fails` names the variant that wraps the error of this question; without it the error converts
///   into `AskError`.
/// - The call gives the bare answer, and may end early with `?`.
macro_rules! questions {
    (
        $error:ty;
        $(
            $(#[$($doc:tt)+])*
            $name:literal $(or $alias:literal)* => $variant:ident {
                $($(#[$($attribute:tt)+])* $field:ident: $type:ty),* $(,)?
            }
            $kind:ident $answer:ty, $(fails $wrap:path,)? $(at $place:literal,)? $(within $whole:literal,)? $(by $by:path,)? |$policy:pat_param| $call:expr;
        )*
    ) => {
        use $crate::form::{Faults, Limits, Tree};
        use $crate::oracle::entry::{Place, Reader};

        /// A question to the system: one variant for each, and one field for each argument.
        #[derive(Clone, Debug, Eq, PartialEq)]
        pub(super) enum Asked {
            $($(#[$($doc)+])* $variant { $($field: $type),* },)*
        }

        /// An answer of the system, by the name of its question.
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(untagged)]
        pub(super) enum Answer {
            $($variant(alloc::boxed::Box<$answer>),)*
        }

        impl Asked {
            /// The canonical names, in the order of the entries.
            pub(super) const NAMES: &'static [&'static str] = &[$($name),*];

            /// Returns the canonical name of the question.
            pub(super) const fn name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $name,)* }
            }

            /// Returns the canonical name for any name of a question of this system.
            pub(super) fn canonical(name: &str) -> Option<&'static str> {
                match name {
                    $($name $(| $alias)* => Some($name),)*
                    _ => None,
                }
            }

            /// Returns the form and the reader of a question's arguments; `None` if the name is of
            /// another system.
            pub(super) fn reader(name: &str) -> Option<Reader<Self>> {
                match name {
                    $($name $(| $alias)* => {
                        $crate::form::record! {
                            $(#[$($doc)+])*
                            struct Arguments { $($(#[$($attribute)+])* $field: $type),* }
                        }

                        fn read(tree: &Tree, limits: &Limits) -> Result<Asked, Faults> {
                            $crate::form::from_tree(tree, limits)
                                .map(|Arguments { $($field),* }| Asked::$variant { $($field),* })
                        }

                        Some(Reader { form: <Arguments as $crate::form::Described>::FORM, read })
                    })*
                    _ => None,
                }
            }

            /// Returns the place in the question at which an error of its function stands.
            pub(super) const fn place(&self) -> Place {
                match self {
                    $(Self::$variant { .. } => {
                        questions!(@place $(at $place)? $(within $whole)? $(by $by)?)
                    })*
                }
            }

            /// Answers the question under a policy.
            pub(super) fn answer(&self, policy: &$crate::policy::Policy) -> Result<Answer, AskError> {
                match self {
                    $(Self::$variant { $($field),* } => {
                        let ask = |$policy: &$crate::policy::Policy| -> Result<$answer, $error> { Ok($call) };
                        let told = questions!(@told ask(policy) $(, $wrap)?);
                        let told = questions!(@weigh $kind told policy);
                        Ok(Answer::$variant(alloc::boxed::Box::new(told)))
                    })*
                }
            }
        }

        impl serde::Serialize for Asked {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant { $($field),* } => {
                        #[derive(serde::Serialize)]
                        #[serde(rename_all = "kebab-case")]
                        struct Line<'a> { ask: &'a str, $($field: &'a $type,)* }

                        serde::Serialize::serialize(&Line { ask: $name, $($field),* }, serializer)
                    })*
                }
            }
        }

        impl Answer {
            /// Returns the findings behind the answer.
            pub(super) fn findings(&self) -> alloc::vec::Vec<&$crate::verdict::Finding> {
                match self { $(Self::$variant(told) => questions!(@$kind told),)* }
            }
        }
    };
    (@place) => { Place::Nowhere };
    (@place at $argument:literal) => { Place::At($argument) };
    (@place within $argument:literal) => { Place::Within($argument) };
    (@place by $argument:path) => { Place::By($argument) };
    (@told $asked:expr) => { $asked? };
    (@told $asked:expr, $wrap:path) => { $asked.map_err(|error| $crate::form::lifted(error, $wrap))? };
    (@weigh finds $told:ident $policy:ident) => {{
        let mut weighed = $told;
        $policy.weigh(&mut weighed);
        weighed
    }};
    (@weigh tells $told:ident $policy:ident) => { $told };
    (@finds $told:ident) => { $told.findings().into_iter().collect() };
    (@tells $told:ident) => {{
        let _ = $told;
        alloc::vec::Vec::new()
    }};
}

pub(super) use questions;
