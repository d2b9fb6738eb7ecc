//! Periodic schedules: a span cut into regular periods, and what is left over (周期日程).

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
