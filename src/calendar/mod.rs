//! Business days: which days are, and where a date goes that is none (营业日历).
//!
//! ```text
//! Calendar + day + BusinessDayConvention -> adjust    the business day that a date stands for
//! Calendar + day + Tenor                 -> advance   the day so many days, weeks or months later
//! Calendar + two days + CountedEnds      -> business days between them
//! ```
//!
//! - *Looks at*: Weekends, holidays and working weekends of a place, for the years that the
//!   calendar knows.
//! - *Why*: A due date on a Sunday is paid on Monday, and two systems that move dates differently
//!   argue about a day of interest.
//! - *Breaks it*: A year that the calendar does not know; nothing is guessed.

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
