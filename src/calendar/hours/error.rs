use alloc::boxed::Box;

use chrono::{NaiveDate, NaiveDateTime, Weekday};
use thiserror::Error;

use crate::calendar::error::CalendarError;
use crate::calendar::hours::interval::OpenInterval;
use crate::form::{Several, several};

/// Returned when opening hours contradict themselves, or cannot answer.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum HoursError {
    /// The moments run backwards.
    #[error("from {from} until {until} runs backwards, expected the earlier moment first")]
    Backwards {
        /// The moment given first.
        from: NaiveDateTime,
        /// The moment given second, the earlier.
        until: NaiveDateTime,
    },
    /// The calendar cannot answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The week has no open time at all.
    #[error("a week without any open time, expected one interval at least")]
    NeverOpen,
    /// Two intervals have time in common, on one date or across its midnight.
    #[error("{first} and {second} overlap from {date} on, expected intervals apart")]
    Overlap {
        /// The date on which the first begins.
        date: NaiveDate,
        /// The interval that begins first.
        first: OpenInterval,
        /// The other interval, of the same day or of the next.
        second: OpenInterval,
    },
    /// Two intervals of the week have time in common, on one day or across its midnight.
    #[error("{first} and {second} overlap from {day} on, expected intervals apart")]
    OverlapInWeek {
        /// The weekday on which the first begins.
        day: Weekday,
        /// The interval that begins first.
        first: OpenInterval,
        /// The other interval, of the same day or of the next.
        second: OpenInterval,
    },
    /// Several parts contradict each other.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A special day is given twice.
    #[error("{date} is listed twice as a special day, expected it once")]
    SpecialDayTwice {
        /// The date.
        date: NaiveDate,
    },
    /// A weekday is given twice.
    #[error("{day} is listed twice, expected each weekday once")]
    WeekdayTwice {
        /// The weekday.
        day: Weekday,
    },
    /// The calendar has working days of the weekend, and no weekday is named whose hours they have.
    #[error(
        "the calendar works on days of its weekend, expected the weekday whose hours they have"
    )]
    WorkingDayUnnamed,
    /// The working days of the weekend have the hours of a weekday that is never open.
    #[error("working days of the weekend with the hours of {day}, expected a weekday with hours")]
    WorkingDayClosed {
        /// The weekday.
        day: Weekday,
    },
}

several!(pub HoursError);
