use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::share::ShareError;

/// Returned when the amount of a waiver is out of range, or an earlier waiver or the reason is dated later.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum WaiverError {
    /// The amount is not above zero.
    #[error("{given} is waived, expected an amount above zero")]
    AmountNotPositive {
        /// The amount given.
        given: Money,
    },
    /// The waived amount is above the claim.
    #[error("{amount} is waived of a claim of {claim}, expected no more than the claim")]
    AmountOverClaim {
        /// The amount given.
        amount: Money,
        /// The claim given.
        claim: Money,
    },
    /// An earlier waiver lies after the date of the request.
    #[error("an earlier waiver on {on} is after {as_of}, expected dates up to that day")]
    EarlierAfterDate {
        /// The day given.
        on: NaiveDate,
        /// The date of the request.
        as_of: NaiveDate,
    },
    /// The amount and the claim are in two currencies.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The event that is the reason lies after the date of the request.
    #[error("the reason is of {on}, after {as_of}, expected a date up to that day")]
    ReasonAfterDate {
        /// The day given.
        on: NaiveDate,
        /// The date of the request.
        as_of: NaiveDate,
    },
    /// Several facts of the request are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The waived share of the claim is too fine to be kept exactly.
    #[error(transparent)]
    Share(#[from] ShareError),
}

several!(pub WaiverError);
