//! Periodic schedules: a span cut into regular periods, and what is left over (周期日程).
//!
//! ```text
//! PeriodicSchedule + Calendar -> periods       -> SchedulePeriods   every period, unadjusted and adjusted
//! PeriodicSchedule + Calendar -> roll_in_force -> RollConvention    the rule that the dates follow
//! ```
//!
//! - *Looks at*: Start, end and frequency, the stub and roll conventions, and where dates go that
//!   are no business days.
//! - *Why*: Every date is counted from one anchor, so a day that February cut is found again in
//!   March.
//! - *Breaks it*: A span that leaves days over where no stub is allowed, an anchor off its roll, or
//!   a period without a day.
//! - *Keeps it*: Dates and conventions that agree with each other.

mod cut;
mod error;
mod frequency;
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
