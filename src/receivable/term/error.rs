use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::{CalendarError, DayOfMonth};
use crate::form::{Several, several};
use crate::receivable::term::base::BaseDate;
use crate::receivable::term::payment_blackout::AnnualDay;

/// Returned when a part of a payment term is out of range.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PaymentTermError {
    /// The month is not from 1 to 12.
    #[error("month {given} of a year, expected 1 to 12")]
    Month {
        /// The number given.
        given: u8,
    },
    /// The term has no base date.
    #[error("no base date, expected at least one such as `invoice`")]
    NoBaseDate,
    /// The time without payments leaves no day of some year.
    #[error(
        "no payment from month {}, {}, through month {}, {}, expected a day of the year that is left",
        first.month(), first.day(), last.month(), last.day()
    )]
    NoPayAllYear {
        /// The first day without payments.
        first: AnnualDay,
        /// The last day without payments.
        last: AnnualDay,
    },
    /// The set of payment days is empty.
    #[error("no payment day, expected at least one")]
    NoPaymentDay,
    /// A closing-day term pays in the month of closing, but before the closing day.
    #[error("payment on {pay} of the month that closes on {close}, expected that day or later")]
    PaidBeforeClosing {
        /// The closing day.
        close: DayOfMonth,
        /// The day of payment.
        pay: DayOfMonth,
    },
    /// Several parts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The steps are longer than any term.
    #[error("steps of {given} days or more, expected {most} at most, which are fifty years")]
    TooLong {
        /// The least number of days of the steps.
        given: u64,
        /// The largest number.
        most: u64,
    },
}

several!(pub PaymentTermError);

/// Returned when a document has no due date under a term.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TermError {
    /// The term counts from a date that is unknown.
    #[error("the date of {} is not known, and the term counts from it", base.word())]
    BaseDateUnknown {
        /// The date that is missing.
        base: BaseDate,
    },
    /// The calendar has no business day to move to, or the due date is past the last date there is.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The steps or the move to a business day lead back before the base date.
    #[error("due on {due}, before the base date {base}, expected that date or later")]
    DueBeforeBase {
        /// The date from which the term counts.
        base: NaiveDate,
        /// The date to which it leads.
        due: NaiveDate,
    },
    /// The due date is further away than any term leads.
    #[error(
        "due on {due}, more than {most} days after the base date {base}, expected fifty years at most"
    )]
    TooLong {
        /// The date from which the term counts.
        base: NaiveDate,
        /// The date to which it leads.
        due: NaiveDate,
        /// The largest number of days between them.
        most: u64,
    },
}
