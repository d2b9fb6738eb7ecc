//! The equality and the order of names.
//!
//! Most names differ in their first byte, which tells them apart without a call. Otherwise they compare as their texts.

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use crate::vocab::name::Name;

impl<const BYTES: usize, Of> PartialEq for Name<BYTES, Of> {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (self.as_str().as_bytes(), other.as_str().as_bytes());
        one.first() == other.first() && one == other
    }
}

impl<const BYTES: usize, Of> Eq for Name<BYTES, Of> {}

impl<const BYTES: usize, Of> Ord for Name<BYTES, Of> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, other) = (self.as_str().as_bytes(), other.as_str().as_bytes());
        let by_first = one.first().cmp(&other.first());
        by_first.then_with(|| one.cmp(other))
    }
}

impl<const BYTES: usize, Of> PartialOrd for Name<BYTES, Of> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<const BYTES: usize, Of> Hash for Name<BYTES, Of> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::vocab::name::{ItemId, NameError};

    #[test]
    fn names_compare_as_their_texts() -> Result<(), NameError> {
        let texts = ["b", "ab", "a", "abc", "客", "客情", "aa", "é", "Z", "b"];
        let names = texts.map(str::parse::<ItemId>);
        let names: Vec<ItemId> = names.into_iter().collect::<Result<_, _>>()?;
        for (one, text) in names.iter().zip(texts) {
            for (other, next) in names.iter().zip(texts) {
                assert_eq!(one.cmp(other), text.cmp(next), "{text} beside {next}");
                assert_eq!(one == other, text == next, "{text} beside {next}");
            }
        }
        Ok(())
    }
}
