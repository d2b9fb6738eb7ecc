//! A visit of the parts of a value where they stand, without a tree of it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;
use core::num::{NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64};

use chrono::{NaiveDate, NaiveDateTime};

use crate::form::{Form, add_step};

/// A value whose parts can be visited. The macros that declare a type write it, as they write its form.
pub(crate) trait Toured {
    /// Visits the parts of the value, which stands at a spot, the outer before the inner ones.
    ///
    /// A value without parts that no guest asks for has none.
    #[inline(always)]
    fn tour(&self, _: &Spot<'_>, _: &mut dyn Guest) {}

    /// Returns the day, if the value is one.
    #[inline(always)]
    fn day(&self) -> Option<NaiveDate> {
        None
    }

    /// Returns the word, if the value is one of a list.
    #[inline(always)]
    fn word(&self) -> Option<&'static str> {
        None
    }
}

/// A visitor of records and of names.
pub(crate) trait Guest {
    /// Looks at a record before its parts; the spot is inside of it.
    fn record(&mut self, _: &Spot<'_>) {}

    /// Looks at a name at its spot. Its form tells the kind of name.
    fn name(&mut self, _: &'static Form, _: &str, _: &Spot<'_>) {}
}

/// A place in a value, and the places around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    step: Step,
    around: Option<&'a Self>,
}

/// A field or a record around a place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Around<'a> {
    Field(&'static str),
    Record(&'a Stamp),
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Whole,
    Field(&'static str),
    Member(usize),
    Record(Stamp),
}

/// The fields of a record that tell of its evidence: the day, the grade, and the authority that it claims.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Stamp {
    /// The field `on` of a fact or `date` of an event, if the record has a day there.
    pub(crate) on: Option<NaiveDate>,
    /// The field `grade`, if the record has a word there.
    pub(crate) grade: Option<&'static str>,
    /// The field `authority`, if the record has a word there.
    pub(crate) authority: Option<&'static str>,
}

impl Stamp {
    /// Takes a field of the record, if it is one of them.
    #[inline(always)]
    pub(crate) fn with(self, field: &'static str, value: &impl Toured) -> Self {
        match field {
            "on" | "date" => Self {
                on: value.day(),
                ..self
            },
            "grade" => Self {
                grade: value.word(),
                ..self
            },
            "authority" => Self {
                authority: value.word(),
                ..self
            },
            _ => self,
        }
    }
}

impl<'a> Spot<'a> {
    /// The place of a whole document.
    pub(crate) const WHOLE: Self = Self {
        step: Step::Whole,
        around: None,
    };

    /// Returns the place of a field, or of the content of a variant.
    #[inline(always)]
    pub(crate) const fn field(&'a self, name: &'static str) -> Self {
        self.next(Step::Field(name))
    }

    /// Returns the place of a member of a list.
    #[inline(always)]
    pub(crate) const fn member(&'a self, place: usize) -> Self {
        self.next(Step::Member(place))
    }

    /// Returns the place within a record.
    #[inline(always)]
    pub(crate) const fn within(&'a self, stamp: Stamp) -> Self {
        self.next(Step::Record(stamp))
    }

    const fn next(&'a self, step: Step) -> Self {
        Self {
            step,
            around: Some(self),
        }
    }

    /// Returns the fields and the records around the place, the innermost first.
    pub(crate) fn around(&self) -> impl Iterator<Item = Around<'_>> {
        let spots = core::iter::successors(Some(self), |spot| spot.around);
        spots.filter_map(|spot| match &spot.step {
            Step::Field(name) => Some(Around::Field(name)),
            Step::Record(stamp) => Some(Around::Record(stamp)),
            Step::Whole | Step::Member(_) => None,
        })
    }

    /// Returns the records around the place, the innermost first.
    pub(crate) fn records(&self) -> impl Iterator<Item = &Stamp> {
        self.around().filter_map(|around| match around {
            Around::Record(stamp) => Some(stamp),
            Around::Field(_) => None,
        })
    }

    /// Writes the path of the place.
    pub(crate) fn write_path(&self, path: &mut String) {
        if let Some(around) = self.around {
            around.write_path(path);
        }
        match self.step {
            Step::Whole | Step::Record(_) => {}
            Step::Field(name) => add_step(path, name),
            // A text takes everything that is written to it.
            Step::Member(place) => drop(write!(path, "[{place}]")),
        }
    }
}

/// Declares types without parts that a guest asks for.
macro_rules! leaves {
    ($($type:ty)*) => { $(impl Toured for $type {})* };
}

leaves! { u8 u16 u32 u64 usize i8 i16 i32 i64 i128 NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 bool String NaiveDateTime }

impl Toured for NaiveDate {
    #[inline(always)]
    fn day(&self) -> Option<NaiveDate> {
        Some(*self)
    }
}

impl Toured for Cow<'static, str> {}

impl<T: Toured> Toured for Option<T> {
    #[inline]
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        if let Some(value) = self {
            value.tour(spot, guest);
        }
    }

    #[inline(always)]
    fn day(&self) -> Option<NaiveDate> {
        self.as_ref().and_then(T::day)
    }

    #[inline(always)]
    fn word(&self) -> Option<&'static str> {
        self.as_ref().and_then(T::word)
    }
}

impl<T: Toured> Toured for Box<T> {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        (**self).tour(spot, guest);
    }
}

impl<T: Toured> Toured for [T] {
    #[inline]
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        for (place, member) in self.iter().enumerate() {
            member.tour(&spot.member(place), guest);
        }
    }
}

impl<T: Toured> Toured for Vec<T> {
    #[inline]
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        self.as_slice().tour(spot, guest);
    }
}

impl<T: Toured + Clone> Toured for Cow<'static, [T]> {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        self.as_ref().tour(spot, guest);
    }
}

impl<T: Toured, const LENGTH: usize> Toured for [T; LENGTH] {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        self.as_slice().tour(spot, guest);
    }
}

impl<T: Toured> Toured for BTreeSet<T> {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        for (place, member) in self.iter().enumerate() {
            member.tour(&spot.member(place), guest);
        }
    }
}

impl<A: Toured, B: Toured> Toured for (A, B) {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        self.0.tour(&spot.member(0), guest);
        self.1.tour(&spot.member(1), guest);
    }
}

/// A table is asked for its values; its names are words, such as those of currencies.
impl<K: Toured, V: Toured> Toured for BTreeMap<K, V> {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        for (name, value) in self {
            value.tour(&spot.field(name.word().unwrap_or_default()), guest);
        }
    }
}
