use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};

/// Returned when a calendar contradicts itself, or cannot answer.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CalendarError {
    /// The calendar is asked about a day before those whose holidays are known.
    #[error("asked about {date}, the holidays are known from {known_from} only")]
    BeforeKnown {
        /// The day asked about.
        date: NaiveDate,
        /// The first day whose holidays are known.
        known_from: NaiveDate,
    },
    /// The calendar is asked about a day whose holidays are not known yet.
    #[error("asked about {date}, the holidays are known through {known_through} only")]
    BeyondKnown {
        /// The day asked about.
        date: NaiveDate,
        /// The last day whose holidays are known.
        known_through: NaiveDate,
    },
    /// A date leads past the first or the last one that can be written.
    #[error(
        "a date counted from {from} is out of range, expected one between -262143-01-01 and +262142-12-31"
    )]
    DateOutOfRange {
        /// The day that was counted from.
        from: NaiveDate,
    },
    /// A day is listed both as a holiday and as a working day.
    #[error("{date} is listed as a holiday and as a working day, expected one of the two")]
    HolidayAndWorkingDay {
        /// The day listed twice.
        date: NaiveDate,
    },
    /// The last known day lies before the first.
    #[error(
        "known from {known_from} through {known_through}, expected the last day on the first or later"
    )]
    KnownBackwards {
        /// The first known day.
        known_from: NaiveDate,
        /// The last known day.
        known_through: NaiveDate,
    },
    /// A month has no business day.
    #[error("no business day from {first} through {last}, expected one at least")]
    NoBusinessDay {
        /// The first day of the month.
        first: NaiveDate,
        /// The last day of the month.
        last: NaiveDate,
    },
    /// Several days contradict each other.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A weekend takes all seven days.
    #[error("a weekend of all seven days, expected six at most")]
    WeekendOfAllDays,
    /// A listed working day is not on the weekend.
    #[error("{date} is listed as a working day, expected a day of the weekend")]
    WorkingDayOffWeekend {
        /// The day listed.
        date: NaiveDate,
    },
}

several!(pub CalendarError);
