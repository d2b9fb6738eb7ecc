//! Periodic schedules: a span cut into regular periods and stubs (周期日程).
//!
//! ```text
//! PeriodicSchedule + Calendar -> periods       -> SchedulePeriods   every period, unadjusted and adjusted
//! PeriodicSchedule + Calendar -> roll_in_force -> RollConvention    the rule that the dates follow
//! PeriodicSchedule + Calendar + two dates
//!                             -> reference_period -> ReferencePeriod   their periods for a day count
//! ```
//!
//! - *Looks at*: Start, end and frequency, the stub and roll conventions, and the convention for
//!   dates that are no business days.
//! - *Why*: Every date is counted from one anchor, so a day that February cut is found again in
//!   March.
//! - *Breaks it*: A span that leaves days over although no stub is allowed. An anchor off its roll.
//!   A period without a day.
//! - *Keeps it*: Dates and conventions that agree with each other.
//! - *Rules*: None; a schedule only gives dates.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::Calendar;
//! use keqing::calendar::schedule::{Frequency, PeriodicSchedule};
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let year = PeriodicSchedule::new(date(2024, 1, 31)?, date(2025, 1, 31)?, Frequency::QUARTERLY)?;
//! let periods = year.periods(&Calendar::every_day())?;
//! assert_eq!(periods.len(), 4);
//! assert_eq!(periods[0].end, date(2024, 4, 30)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cut;
mod error;
mod frequency;
mod left;
mod nominal;
mod period;
mod periodic;
mod periods;
mod plan;
mod roll;
mod stub;

pub use error::ScheduleError;
pub use frequency::Frequency;
pub use period::{PeriodKind, SchedulePeriod};
pub use periodic::PeriodicSchedule;
pub use roll::RollConvention;
pub use stub::StubConvention;
