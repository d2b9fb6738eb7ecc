use alloc::string::String;

use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::day_count::convention::DayCount;

/// Returned when a convention gives no part of a year for two dates.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DayCountError {
    /// The dates run backwards.
    #[error("from {from} to {to} runs backwards, expected the earlier date first")]
    Backwards {
        /// The date given first.
        from: NaiveDate,
        /// The date given second, the earlier.
        to: NaiveDate,
    },
    /// The fraction cannot be kept exactly.
    #[error(
        "from {from} to {to} is a fraction of a year with more digits than can be kept exactly"
    )]
    OutOfRange {
        /// The first date.
        from: NaiveDate,
        /// The second date.
        to: NaiveDate,
    },
    /// The dates lie outside the reference periods, or not in a single one as the convention
    /// demands.
    #[error("{from} to {to} does not lie in a reference period between {starts} and {ends}")]
    OutsidePeriod {
        /// The first date.
        from: NaiveDate,
        /// The second date.
        to: NaiveDate,
        /// The start of the first reference period.
        starts: NaiveDate,
        /// The end of the last reference period.
        ends: NaiveDate,
    },
    /// The convention depends on the period of which the dates are a part.
    #[error("{convention} needs a reference period, expected it to be asked with one")]
    NeedsPeriod {
        /// The convention.
        convention: DayCount,
    },
}

/// Returned when a fraction of a year has no denominator, is badly written, or cannot be kept
/// exactly.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum YearFractionError {
    /// The denominator is not above zero.
    #[error("a fraction of a year with denominator {given}, expected 1 or more")]
    Denominator {
        /// The denominator given.
        given: i64,
    },
    /// The text is not a fraction.
    #[error("`{given}` is not a fraction of a year, expected a form such as `30/365`")]
    Form {
        /// The whole text.
        given: String,
    },
    /// The exact sum has more digits than can be kept.
    #[error("a fraction of a year with more digits than can be kept exactly")]
    OutOfRange,
}
