use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::calendar::error::CalendarError;
use crate::calendar::schedule::frequency::Frequency;
use crate::calendar::schedule::roll::RollConvention;
use crate::calendar::schedule::stub::StubConvention;

/// Returned when a schedule contradicts itself, or yields no periods.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ScheduleError {
    /// The calendar cannot answer.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// Dates run backwards, or lie outside the schedule.
    #[error("from {from} to {to}, expected dates in order from {start} to {end}")]
    DatesOutside {
        /// The date given first.
        from: NaiveDate,
        /// The date given second.
        to: NaiveDate,
        /// The start of the schedule.
        start: NaiveDate,
        /// Its end.
        end: NaiveDate,
    },
    /// The span ends before it begins, or with it.
    #[error("a schedule from {start} to {end}, expected an end after the start")]
    EndNotAfterStart {
        /// The start given.
        start: NaiveDate,
        /// The end given.
        end: NaiveDate,
    },
    /// A period has no days left once its ends are moved to business days.
    #[error(
        "the period from {unadjusted_start} to {unadjusted_end} is adjusted to {start} to {end}, expected a day at least"
    )]
    EmptyPeriod {
        /// The start before it was moved.
        unadjusted_start: NaiveDate,
        /// The end before it was moved.
        unadjusted_end: NaiveDate,
        /// The start.
        start: NaiveDate,
        /// The end.
        end: NaiveDate,
    },
    /// The regular periods are no whole part of a year.
    #[error("reference periods of {}, expected periods of 1, 2, 3, 4, 6 or 12 months", Told(*.frequency))]
    NoPartOfYear {
        /// The frequency of the schedule; `None` if it is a single period.
        frequency: Option<Frequency>,
    },
    /// A date from which others are counted is not one of the roll convention.
    #[error("dates are counted from {date}, expected {roll}")]
    OffRoll {
        /// The date.
        date: NaiveDate,
        /// The roll convention.
        roll: RollConvention,
    },
    /// The regular part ends before it begins.
    #[error("regular periods from {start} to {end}, expected an end on the start or after")]
    RegularEndBeforeStart {
        /// The start of the first regular period.
        start: NaiveDate,
        /// The end of the last regular period.
        end: NaiveDate,
    },
    /// The regular part goes past the span.
    #[error("regular periods up to or from {given}, expected a day from {start} to {end}")]
    RegularOutside {
        /// The start or end of the regular periods given.
        given: NaiveDate,
        /// The start of the span.
        start: NaiveDate,
        /// Its end.
        end: NaiveDate,
    },
    /// A stub is given by its date, and the stub convention has no such stub.
    #[error("a stub ends or begins on {date}, expected none there with `{convention}`")]
    StubNotConvention {
        /// The end of the initial stub, or the start of the final one.
        date: NaiveDate,
        /// The stub convention.
        convention: StubConvention,
    },
    /// A stub is given by its date, and the schedule has one period.
    #[error("a stub ends or begins on {date}, expected none in a schedule of one period")]
    StubOfOnePeriod {
        /// The end of the initial stub, or the start of the final one.
        date: NaiveDate,
    },
    /// The convention has stubs at both ends, and not both are given by their dates.
    #[error("stubs at both ends, expected the dates of the regular periods between them")]
    StubsWithoutDates,
    /// Days are left over, and no stub is allowed.
    #[error("from {start} to {end} is no whole number of periods, expected a stub convention")]
    StubNotAllowed {
        /// The start of the regular part.
        start: NaiveDate,
        /// Its end.
        end: NaiveDate,
    },
    /// The schedule has too many periods.
    #[error("more than {most} periods, expected a longer frequency or a shorter span")]
    TooManyPeriods {
        /// The largest number of periods that are made.
        most: usize,
    },
}

/// A frequency as a message has it.
struct Told(Option<Frequency>);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("a single period"),
            Some(Frequency::Days(count)) => write!(f, "{count} days"),
            Some(Frequency::Months(count)) => write!(f, "{count} months"),
            Some(Frequency::Weeks(count)) => write!(f, "{count} weeks"),
        }
    }
}
