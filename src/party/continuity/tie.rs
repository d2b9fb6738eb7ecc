use alloc::boxed::Box;

use core::num::NonZeroU32;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Several, record, several};
use crate::party::parties::ReferenceError;
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

record! {
    /// A tie from one person to another across the two sides (人员联系).
    ///
    /// It is held as long as both people act for their sides, and within its own days.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Tie {
        /// Our person, by the id of the register.
        pub supplier: PersonId,
        /// The customer's person, by the id of the register.
        pub customer: PersonId,
        /// The weight of the tie, at least 1: the part of the relationship that runs through the pair.
        /// All ties share its unit, such as contacts in a year.
        pub weight: NonZeroU32,
        /// The stable affect of the pair (PTY-08): below zero it is soured (CON-04).
        #[serde(default, with = "crate::vocab::known::decimal")]
        pub affect: Known<Decimal> => with_affect,
        /// The first day of the tie; without one, it began with the people.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<NaiveDate> => with_from,
        /// The last day of the tie; without one, it ends with the people.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub until: Option<NaiveDate> => with_until,
    }
}

impl Tie {
    /// Makes a tie of two people; its affect stays unknown.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::num::NonZeroU32;
    /// use keqing::party::continuity::Tie;
    ///
    /// let tie = Tie::new("li".parse()?, "wang".parse()?, NonZeroU32::MIN);
    /// assert!(!tie.affect.is_known());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[must_use]
    pub const fn new(supplier: PersonId, customer: PersonId, weight: NonZeroU32) -> Self {
        Self {
            supplier,
            customer,
            weight,
            affect: Known::Unknown,
            from: None,
            until: None,
        }
    }

    /// Returns the person on one side.
    #[must_use]
    #[inline]
    pub const fn person(&self, side: Side) -> &PersonId {
        match side {
            Side::Supplier => &self.supplier,
            Side::Customer => &self.customer,
        }
    }

    /// Returns whether the tie's own days hold a day.
    pub(crate) fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Returns whether the days of two ties have one in common.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let begins_by_the_end_of = |one: &Self, other: &Self| match (one.from, other.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_by_the_end_of(self, other) && begins_by_the_end_of(other, self)
    }
}

/// Returned when ties contradict each other or the register.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TiesError {
    /// One id is given to a person of each side.
    #[error("the person `{person}` stands on both sides, expected one of them")]
    BothSides {
        /// The person.
        person: PersonId,
    },
    /// One pair is tied twice on a day.
    #[error(
        "the pair `{supplier}` and `{customer}` is tied twice, expected one tie with all its weight"
    )]
    PairTwice {
        /// Our person.
        supplier: PersonId,
        /// The customer's person.
        customer: PersonId,
    },
    /// A tie names somebody whom the register does not have, or not on its days.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Several ties are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A tie ends before it begins.
    #[error(
        "the tie of `{supplier}` and `{customer}` begins on {from} and ends on {until}, expected no earlier end"
    )]
    EndsBeforeItBegins {
        /// Our person.
        supplier: PersonId,
        /// The customer's person.
        customer: PersonId,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
}

several!(pub TiesError);
