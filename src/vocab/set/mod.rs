//! Sets of the words of a short list (集合).
//!
//! ```text
//! members -> Set     one bit a member, in the order of declaration
//! ```
//!
//! - *Looks at*: The words of one list, such as departments.
//! - *Why*: Facts and policies name several words of a list, and their order has no meaning.
//! - *Breaks it*: In JSON, a name that is not a word of the list.
//! - *Keeps it*: The words of one list.
//! - *Rules*: None of its own.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::set::Set;
//! use keqing::vocab::words::Department;
//!
//! let met: Set<Department> = Department::Sales | Department::Finance;
//! assert_eq!(serde_json::to_string(&met)?, r#"["finance","sales"]"#);
//! # Ok::<(), serde_json::Error>(())
//! ```

pub(crate) mod member;

use core::fmt::{self, Debug};
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::{BitAnd, BitOr, BitOrAssign, Not, Sub};

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Form};

pub use member::Member;
pub(crate) use member::members;

/// A set of members of a short list, one bit each (集合).
///
/// The members come out in the order of declaration. The order in which they went in does not
/// matter. Sets are ordered so that they can be keys; this order has no other meaning.
///
/// In JSON a set is the list of its members: `["finance", "sales"]`.
///
/// # Examples
///
/// ```
/// use keqing::vocab::set::Set;
/// use keqing::vocab::words::Department;
///
/// const OURS: Set<Department> = Department::set([Department::Sales, Department::Finance]);
///
/// let theirs = Department::Sales | Department::Legal;
/// assert!(theirs.contains(Department::Legal));
/// assert_eq!((OURS | theirs).len(), 3);
/// assert_eq!(OURS & theirs, Department::Sales);
/// assert_eq!(OURS - theirs, Department::Finance);
///
/// let json = serde_json::to_string(&OURS)?;
/// assert_eq!(json, r#"["finance","sales"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Set<T> {
    bits: u32,
    members: PhantomData<T>,
}

impl<T: Member> Set<T> {
    /// Returns the set that holds nothing.
    #[must_use]
    pub const fn empty() -> Self {
        Self::of(0)
    }

    /// Returns the set that holds every member.
    #[must_use]
    pub const fn all() -> Self {
        Self::of(match u32::MAX.checked_shl(T::ALL.len() as u32) {
            Some(beyond) => !beyond,
            None => u32::MAX,
        })
    }

    const fn of(bits: u32) -> Self {
        Self {
            bits,
            members: PhantomData,
        }
    }

    /// Returns the set with the member at this place of the declaration.
    #[inline]
    pub(crate) const fn with_ordinal(self, ordinal: u32) -> Self {
        Self::of(self.bits | 1u32.wrapping_shl(ordinal))
    }

    /// Returns whether the set holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Returns the number of members that the set holds.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bits.count_ones() as usize
    }

    /// Returns whether the set holds the member.
    #[inline]
    #[must_use]
    pub fn contains(self, member: T) -> bool {
        self.is_superset(Self::from(member))
    }

    /// Returns whether the other set holds every member of this one.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.bits & !other.bits == 0
    }

    /// Returns whether this set holds every member of the other one.
    #[must_use]
    pub const fn is_superset(self, other: Self) -> bool {
        other.is_subset(self)
    }

    /// Returns the members of this set that the other one does not hold, as `-` does.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self::of(self.bits & !other.bits)
    }

    /// Adds the member, and returns whether it was missing.
    #[inline]
    pub fn insert(&mut self, member: T) -> bool {
        let is_missing = !self.contains(member);
        *self |= member;
        is_missing
    }

    /// Removes the member, and returns whether it was there.
    #[inline]
    pub fn remove(&mut self, member: T) -> bool {
        let is_there = self.contains(member);
        *self = self.difference(member.into());
        is_there
    }

    /// Returns an iterator over the members, in the order of declaration.
    #[must_use]
    pub const fn iter(self) -> Members<T> {
        Members { rest: self }
    }
}

/// A set equals a member if it holds that member and nothing else.
impl<T: Member> PartialEq<T> for Set<T> {
    #[inline]
    fn eq(&self, only: &T) -> bool {
        *self == Self::from(*only)
    }
}

impl<T: Member> From<T> for Set<T> {
    #[inline]
    fn from(member: T) -> Self {
        Self::empty().with_ordinal(member.ordinal())
    }
}

impl<T: Member, const N: usize> From<[T; N]> for Set<T> {
    fn from(members: [T; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<T: Member> Default for Set<T> {
    fn default() -> Self {
        Self::empty()
    }
}

impl<T: Member> Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl<T: Member, O: Into<Self>> BitOr<O> for Set<T> {
    type Output = Self;

    #[inline]
    fn bitor(self, other: O) -> Self {
        Self::of(self.bits | other.into().bits)
    }
}

impl<T: Member, O: Into<Self>> BitOrAssign<O> for Set<T> {
    #[inline]
    fn bitor_assign(&mut self, other: O) {
        *self = *self | other;
    }
}

impl<T: Member, O: Into<Self>> BitAnd<O> for Set<T> {
    type Output = Self;

    #[inline]
    fn bitand(self, other: O) -> Self {
        Self::of(self.bits & other.into().bits)
    }
}

impl<T: Member, O: Into<Self>> Sub<O> for Set<T> {
    type Output = Self;

    #[inline]
    fn sub(self, other: O) -> Self {
        self.difference(other.into())
    }
}

impl<T: Member> Not for Set<T> {
    type Output = Self;

    #[inline]
    fn not(self) -> Self {
        Self::all().difference(self)
    }
}

impl<T: Member> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, members: I) {
        members.into_iter().for_each(|member| *self |= member);
    }
}

impl<T: Member> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        let mut set = Self::empty();
        set.extend(members);
        set
    }
}

impl<T: Member> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = Members<T>;

    fn into_iter(self) -> Members<T> {
        self.iter()
    }
}

impl<T: Member> crate::form::Toured for Set<T> {}

impl<T: Member + Described> Described for Set<T> {
    const FORM: &'static Form = <alloc::vec::Vec<T> as Described>::FORM;
}

impl<T: Member + Serialize> Serialize for Set<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Member + Deserialize<'de>> Deserialize<'de> for Set<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(List(PhantomData))
    }
}

/// A reader of a list into a set; a member that comes twice is in it once.
struct List<T>(PhantomData<T>);

impl<'de, T: Member + Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Set<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Set<T>, A::Error> {
        let mut set = Set::empty();
        while let Some(member) = list.next_element::<T>()? {
            set |= member;
        }
        Ok(set)
    }
}

/// The members of a [`Set`], one by one in the order of declaration (成员逐一列出).
#[derive(Clone, Debug)]
pub struct Members<T: Member> {
    rest: Set<T>,
}

impl<T: Member> Iterator for Members<T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let member = *T::ALL.get(self.rest.bits.trailing_zeros() as usize)?;
        self.rest.bits &= self.rest.bits.wrapping_sub(1);
        Some(member)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rest.len(), Some(self.rest.len()))
    }
}

impl<T: Member> ExactSizeIterator for Members<T> {}

impl<T: Member> FusedIterator for Members<T> {}

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macro writes for words that are public")]
mod tests;
