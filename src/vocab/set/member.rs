use core::fmt::Debug;
use core::hash::Hash;

/// A word of a short, closed list (集合成员), which a [`Set`](crate::vocab::set::Set) holds or does not
/// hold.
///
/// The words of this crate that stand in sets implement it; other crates cannot implement it.
pub trait Member: Copy + Debug + Eq + Hash + Ord + sealed::Ordinal + 'static {
    /// Every member, in the order of declaration.
    const ALL: &'static [Self];
}

/// The demands of a set on its members, out of reach of other crates.
pub(crate) mod sealed {
    pub trait Ordinal {
        /// Returns the place of the member in the declaration, counted from zero.
        fn ordinal(self) -> u32;
    }
}

/// Makes the variants of an enum members of a set; they stand in the order of declaration.
///
/// A variant that is left out, moved or beyond the width of the set does not compile.
macro_rules! members {
    ($member:ident: $($variant:ident),*) => {
        impl $member {
            /// Returns the set of these members, also in a constant.
            #[must_use]
            pub const fn set<const N: usize>(members: [Self; N]) -> $crate::vocab::set::Set<Self> {
                let (mut set, mut rest) = ($crate::vocab::set::Set::empty(), members.as_slice());
                while let [first, others @ ..] = rest {
                    set = set.with_ordinal(*first as u32);
                    rest = others;
                }
                set
            }
        }

        const _: () = assert!(
            $crate::vocab::set::member::are_in_order(&[$($member::$variant as u32),*]),
            "the members stand in the order of declaration and fit into a set"
        );

        impl $crate::vocab::set::Member for $member {
            const ALL: &'static [Self] = &$member::ALL;
        }

        impl $crate::vocab::set::member::sealed::Ordinal for $member {
            #[inline]
            fn ordinal(self) -> u32 {
                match self { $(Self::$variant => Self::$variant as u32),* }
            }
        }

        impl<O: Into<$crate::vocab::set::Set<Self>>> core::ops::BitOr<O> for $member {
            type Output = $crate::vocab::set::Set<Self>;

            #[inline]
            fn bitor(self, other: O) -> $crate::vocab::set::Set<Self> {
                $crate::vocab::set::Set::from(self) | other
            }
        }
    };
}

pub(crate) use members;

/// Returns whether the places count up from zero and fit into the width of a set.
pub(crate) const fn are_in_order(ordinals: &[u32]) -> bool {
    let (mut place, mut rest) = (0_u32, ordinals);
    while let [first, others @ ..] = rest {
        if *first != place {
            return false;
        }
        place = place.saturating_add(1);
        rest = others;
    }
    place <= u32::BITS
}
