use chrono::NaiveDate;
use thiserror::Error;

use crate::receivable::rate::series::RateUnknownError;
use crate::vocab::rate::RateError;

/// Returned when the rate of a day of lateness is unknown.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LateRateError {
    /// The rate is bound by the contract date, which is unknown.
    #[error("the rate is fixed by the date of the contract, which is not given")]
    ContractDateMissing,
    /// The day on which the rate would be read is before the first date there is.
    #[error("the rate for {day} would be read before the first date there is")]
    NoSuchDate {
        /// The day whose rate was to be read.
        day: NaiveDate,
    },
    /// The resulting rate is out of range.
    #[error(transparent)]
    Rate(#[from] RateError),
    /// The reference rate is unknown.
    #[error(transparent)]
    Unknown(#[from] RateUnknownError),
}
