//! The macros that write how a declared type is [visited](crate::form::Toured).

/// Declares the visit of a struct with named fields, or of an enum whose variants carry values.
macro_rules! toured {
    (
        $name:ident $(<$generic:ident>)? {
            $(
                $(#[$($field_attribute:tt)+])*
                $field_visibility:vis $field:ident: $type:ty $(| $none:literal)? $(where $range:tt)? $(=> $($rule:literal)* $($setter:ident)?)?
            ),* $(,)?
        }
    ) => {
        impl $(<$generic: $crate::form::Toured>)? $crate::form::Toured for $name $(<$generic>)? {
            fn tour(&self, spot: &$crate::form::Spot<'_>, guest: &mut dyn $crate::form::Guest) {
                $(let $field = &self.$field;)*
                $crate::form::toured!(@record spot guest $($(#[$($field_attribute)+])* $field),*);
            }
        }
    };
    (
        enum $name:ident $(<$generic:ident>)? {
            $($(#[$($attribute:tt)+])* $variant:ident $(($($carried:tt)+))? $({ $($fields:tt)* })?),* $(,)?
        }
    ) => {
        impl $(<$generic: $crate::form::Toured>)? $crate::form::Toured for $name $(<$generic>)? {
            fn tour(&self, spot: &$crate::form::Spot<'_>, guest: &mut dyn $crate::form::Guest) {
                // No variant may carry anything.
                let _ = (spot, &guest);
                $($crate::form::toured!(
                    @variant self spot guest
                    [$(#[$($attribute)+])* $variant] $name $variant $(($($carried)+))? $({ $($fields)* })?
                );)*
            }
        }
    };
    (@record $spot:ident $guest:ident $($(#[$($attribute:tt)+])* $field:ident),*) => {
        let stamp = $crate::form::Stamp::default()
            $(.with($crate::form::toured!(@name @field $(#[$($attribute)+])* $field), $field))*;
        let within = $spot.within(stamp);
        $guest.record(&within);
        $($crate::form::Toured::tour(
            $field,
            &within.field($crate::form::toured!(@name @field $(#[$($attribute)+])* $field)),
            $guest,
        );)*
    };
    // The name in JSON.
    (@name @$kind:ident $(#[$($attribute:tt)+])* $name:ident) => {
        const {
            $crate::form::declare::first(
                &[$($crate::form::part!(@rename $($attribute)+)),*],
                $crate::form::part!(@$kind $name),
            )
        }
    };
    (@variant $this:ident $spot:ident $guest:ident [$($named:tt)+] $name:ident $variant:ident) => {};
    (
        @variant $this:ident $spot:ident $guest:ident [$($named:tt)+] $name:ident $variant:ident
        ($(#[$($attribute:tt)+])* $one:ty $(,)?)
    ) => {
        if let $name::$variant(one) = $this {
            let spot = $spot.field($crate::form::toured!(@name @variant $($named)+));
            $crate::form::Toured::tour(one, &spot, $guest);
        }
    };
    (
        @variant $this:ident $spot:ident $guest:ident [$($named:tt)+] $name:ident $variant:ident
        { $($(#[$($attribute:tt)+])* $field:ident: $type:ty),* $(,)? }
    ) => {
        if let $name::$variant { $($field),* } = $this {
            let spot = $spot.field($crate::form::toured!(@name @variant $($named)+));
            $crate::form::toured!(@record spot $guest $($(#[$($attribute)+])* $field),*);
        }
    };
    (
        @variant $this:ident $spot:ident $guest:ident [$($named:tt)+] $name:ident $variant:ident
        ($one:ty, $other:ty $(,)?)
    ) => {
        if let $name::$variant(one, other) = $this {
            let spot = $spot.field($crate::form::toured!(@name @variant $($named)+));
            $crate::form::Toured::tour(one, &spot.member(0), $guest);
            $crate::form::Toured::tour(other, &spot.member(1), $guest);
        }
    };
}

pub(crate) use toured;
