use alloc::boxed::Box;

use thiserror::Error;

use crate::calendar::clock::ClockError;
use crate::calendar::day_count::DayCountError;
use crate::calendar::error::CalendarError;
use crate::calendar::hours::HoursError;
use crate::calendar::schedule::ScheduleError;
use crate::form::{Several, lifting, several};

/// Returned when a question about dates has no answer: of a calendar, of hours, a clock, a schedule or a day
/// count.
///
/// Each variant is the error of one room and keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DatesError {
    /// A calendar cannot answer.
    #[error(transparent)]
    Calendar(CalendarError),
    /// A clock contradicts itself, or cannot answer.
    #[error(transparent)]
    Clock(ClockError),
    /// A convention gives no part of a year.
    #[error(transparent)]
    DayCount(#[from] DayCountError),
    /// Opening hours contradict themselves, or cannot answer.
    #[error(transparent)]
    Hours(HoursError),
    /// A schedule yields no periods.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// Several parts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub DatesError);

lifting! {
    DatesError:
    Calendar(CalendarError),
    Clock(ClockError),
    Hours(HoursError),
}

impl DatesError {
    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Calendar(_) => "impossible-calendar",
            Self::Clock(_) => "impossible-clock",
            Self::DayCount(_) => "impossible-day-count",
            Self::Hours(_) => "impossible-hours",
            Self::Schedule(_) => "impossible-schedule",
            Self::Several(several) => several.first().code(),
        }
    }
}
