use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};
use crate::receivable::document::IssuedError;
use crate::vocab::money::{Currency, Money, MoneyError};
use crate::vocab::name::DocumentId;
use crate::vocab::time::Days;

/// Returned when the limits of the aging buckets are invalid.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AgingPolicyError {
    /// A cut leaves its bucket without a day.
    #[error("a bucket up to {given}, expected {least} or more")]
    CutTooLow {
        /// The cut given.
        given: Days,
        /// The first day of the bucket.
        least: Days,
    },
    /// There is no cut.
    #[error("no buckets, expected one cut or more")]
    NoCuts,
    /// Several cuts are too low.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub AgingPolicyError);

/// Returned when open items contradict themselves, or cannot be aged.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AgingError {
    /// An aging has another number of columns than its policy.
    #[error("an aging of {given} columns, expected {expected}")]
    Columns {
        /// The number of columns given.
        given: usize,
        /// The number of columns of the policy.
        expected: usize,
    },
    /// A currency has two balances.
    #[error("two balances in {currency}, expected one a currency")]
    CurrencyTwice {
        /// The currency.
        currency: Currency,
    },
    /// The calendar has no such date.
    #[error("there is no date {days} before {as_of}")]
    DateOutOfRange {
        /// The date given.
        as_of: NaiveDate,
        /// The number of days to the edge of a bucket.
        days: Days,
    },
    /// A fraction of days has a denominator that is not above zero.
    #[error("a fraction of days with denominator {given}, expected 1 or more")]
    Denominator {
        /// The denominator given.
        given: i128,
    },
    /// The item falls due before it was issued.
    #[error(transparent)]
    DueBeforeIssue(#[from] IssuedError),
    /// The currencies differ, or a sum is too large.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// A disputed or held back part is below zero.
    #[error("{id} has {amount} apart, expected nothing or more")]
    NegativePart {
        /// The item.
        id: DocumentId,
        /// The amount given.
        amount: Money,
    },
    /// The sales or the days of the period are not above zero.
    #[error("sales of {sales} in {period}, expected more than nothing of both")]
    NothingToMeasureBy {
        /// The sales given.
        sales: Money,
        /// The period given.
        period: Days,
    },
    /// Two agings are of different days or policies.
    #[error("an aging of {left} and one of {right}, expected one day and one policy")]
    Other {
        /// The day of the first aging.
        left: NaiveDate,
        /// The day of the second aging.
        right: NaiveDate,
    },
    /// The result has too many digits.
    #[error("a number of days with more digits than can be kept exactly")]
    OutOfRange,
    /// Several parts or receipts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The columns of an aging do not add up to its total.
    #[error("columns that add up to {sum}, expected the total {total}")]
    Untied {
        /// The sum of the columns.
        sum: Money,
        /// The total given.
        total: Money,
    },
}

several!(pub AgingError);
