use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::day_count::DayCountError;
use crate::form::{Several, several};
use crate::receivable::rate::LateRateError;
use crate::vocab::money::{FractionalMoneyError, Money, MoneyError};

/// Returned when a debt contradicts itself, or its interest cannot be computed.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum InterestError {
    /// The amount of a payment or a credit note is not above zero.
    #[error("{amount} taken off on {date}, expected more than nothing")]
    AmountNotPositive {
        /// The day of the payment or credit note.
        date: NaiveDate,
        /// The amount given.
        amount: Money,
    },
    /// The day asked about is before the debt began.
    #[error("asked as of {as_of}, before the debt was invoiced on {issued}")]
    AsOfBeforeIssue {
        /// The day asked about.
        as_of: NaiveDate,
        /// The date of the invoice.
        issued: NaiveDate,
    },
    /// A payment or a credit note is dated before the invoice to which it belongs.
    #[error("{amount} taken off on {date}, before the invoice of {issued}")]
    PaymentBeforeIssue {
        /// The day of the payment or credit note.
        date: NaiveDate,
        /// The amount.
        amount: Money,
        /// The date of the invoice.
        issued: NaiveDate,
    },
    /// A day lies past the last one that can be written.
    #[error("a date after {after} that is out of range, expected one up to +262142-12-31")]
    DateOutOfRange {
        /// The last day that could be written.
        after: NaiveDate,
    },
    /// The day count does not measure these dates.
    #[error(transparent)]
    DayCount(#[from] DayCountError),
    /// The debt is due before it is invoiced.
    #[error("due on {due}, before the invoice of {issued}")]
    DueBeforeIssue {
        /// The due date.
        due: NaiveDate,
        /// The date of the invoice.
        issued: NaiveDate,
    },
    /// The exact amount has too many digits.
    #[error(transparent)]
    Fraction(#[from] FractionalMoneyError),
    /// Two amounts do not go together.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// More is taken off than is owed.
    #[error("{amount} taken off on {date}, expected at most the balance of {balance}")]
    Overpaid {
        /// The day of the payment or credit note.
        date: NaiveDate,
        /// The amount taken off.
        amount: Money,
        /// The amount that was owed.
        balance: Money,
    },
    /// A pause ends before it begins.
    #[error("a pause from {from} to {to}, expected an end after the beginning")]
    PauseOrder {
        /// The first day of the pause.
        from: NaiveDate,
        /// The first day after it.
        to: NaiveDate,
    },
    /// The amount of a pause is not above zero.
    #[error("{amount} bears no interest from {from}, expected more than nothing")]
    PausedNotPositive {
        /// The first day of the pause.
        from: NaiveDate,
        /// The amount given.
        amount: Money,
    },
    /// The principal is not above zero.
    #[error("a principal of {principal}, expected more than nothing")]
    PrincipalNotPositive {
        /// The principal given.
        principal: Money,
    },
    /// The rate is not known.
    #[error(transparent)]
    Rate(#[from] LateRateError),
    /// Several changes or pauses are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The debt falls into too many segments to be listed.
    #[error("more than {most} segments of interest, expected at most {most}")]
    TooManySegments {
        /// The largest number of segments.
        most: usize,
    },
}

several!(pub InterestError);
