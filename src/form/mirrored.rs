//! The macro for types that are written as another one is.

/// Gives a type the form of the type that it is written as, and its own check.
///
/// A type that is written as a text names examples of it. Its parts are those of a field, where it has parts that
/// somebody asks for.
macro_rules! mirrored {
    ($name:ident as $mirror:ty, toured by record { $($fields:tt)* }) => {
        $crate::form::mirrored! { @described $name as $mirror; }
        $crate::form::toured! { $name { $($fields)* } }
    };
    ($name:ident as $mirror:ty, toured by $field:ident;) => {
        $crate::form::mirrored! { @described $name as $mirror; }

        impl $crate::form::Toured for $name {
            fn tour(&self, spot: &$crate::form::Spot<'_>, guest: &mut dyn $crate::form::Guest) {
                self.$field.tour(spot, guest);
            }
        }
    };
    ($name:ident as text $($example:literal),+;) => {
        impl $crate::form::Toured for $name {}

        impl $crate::form::Described for $name {
            const FORM: &'static $crate::form::Form = &$crate::form::Form::new(
                stringify!($name),
                $crate::form::Shape::Text(&[$($example),+]),
            )
            .checked($crate::form::check::<$name>);
        }
    };
    ($name:ident as $mirror:ty $(where $range:tt)?;) => {
        $crate::form::mirrored! { @described $name as $mirror $(where $range)?; }

        impl $crate::form::Toured for $name {}
    };
    (@described $name:ident as $mirror:ty $(where $range:tt)?;) => {
        impl $crate::form::Described for $name {
            const FORM: &'static $crate::form::Form = &<$mirror as $crate::form::Described>::FORM
                .named(stringify!($name))
                $(.within($range))?
                .checked($crate::form::check::<$name>);
        }
    };
}

pub(crate) use mirrored;
