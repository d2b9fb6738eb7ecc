//! Business days: which days are, and where a date goes that is none (营业日历).

mod adjust;
mod advance;
mod business_days;
mod convention;
mod count;
pub mod day_count;
mod day_of_month;
mod error;
pub(crate) mod month;
pub mod schedule;
mod tenor;
pub(crate) mod weekday;

pub use business_days::Calendar;
pub use convention::{BusinessDayConvention, EndOfMonth};
pub use count::CountedEnds;
pub use day_of_month::{DayOfMonth, DayOfMonthError};
pub use error::CalendarError;
pub use tenor::Tenor;
