use alloc::boxed::Box;

use core::num::NonZeroU32;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Several, record, several};
use crate::party::parties::Person;
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

record! {
    /// A tie from one person to another across the two sides (人员联系).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Tie {
        /// Our person.
        pub supplier: Person,
        /// The customer's person.
        pub customer: Person,
        /// The weight of the tie, at least 1: the part of the relationship that runs through the pair.
        /// All ties share its unit, such as contacts in a year.
        pub weight: NonZeroU32,
        /// The stable affect of the pair (PTY-08): below zero it is soured (CON-04).
        #[serde(default, with = "crate::vocab::known::decimal")]
        pub affect: Known<Decimal> => with_affect,
    }
}

impl Tie {
    /// Makes a tie of two people; its affect stays unknown.
    #[must_use]
    pub const fn new(supplier: Person, customer: Person, weight: NonZeroU32) -> Self {
        Self {
            supplier,
            customer,
            weight,
            affect: Known::Unknown,
        }
    }

    /// Returns the person on one side.
    #[must_use]
    #[inline]
    pub const fn person(&self, side: Side) -> &Person {
        match side {
            Side::Supplier => &self.supplier,
            Side::Customer => &self.customer,
        }
    }
}

/// Returned when ties contradict each other.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TiesError {
    /// One id is given to a person of each side.
    #[error("the person `{person}` stands on both sides, expected one of them")]
    BothSides {
        /// The person.
        person: PersonId,
    },
    /// One pair is given twice.
    #[error(
        "the pair `{supplier}` and `{customer}` is tied twice, expected one tie with all its weight"
    )]
    PairTwice {
        /// Our person.
        supplier: PersonId,
        /// The customer's person.
        customer: PersonId,
    },
    /// Several ties are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One person has two departments or two levels.
    #[error(
        "the {side}'s person `{person}` has two departments or levels, expected the same in every tie"
    )]
    TwoPlaces {
        /// The side on which the person stands.
        side: Side,
        /// The person.
        person: PersonId,
    },
}

several!(pub TiesError);
