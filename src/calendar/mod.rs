//! Business days, and the moves of a date to one of them (营业日历).
//!
//! ```text
//! Calendar + day + BusinessDayConvention -> adjust    the business day that a date stands for
//! Calendar + day + Tenor                 -> advance   the day so many days, weeks or months later
//! Calendar + two days + CountedEnds      -> business days between them
//! ```
//!
//! - *Looks at*: Weekends, holidays and working weekends of a place, for the years that the
//!   calendar knows.
//! - *Why*: A due date on a Sunday is paid on Monday. Two systems that move dates differently
//!   disagree about a day of interest.
//! - *Breaks it*: A year that the calendar does not know; nothing is guessed.
//! - *Keeps it*: A calendar with the holidays of all years that the dates reach.
//! - *Rules*: None of its own; the rules with a due date use it.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::{BusinessDayConvention, Calendar};
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let sunday = date(2024, 6, 30)?;
//! let due = Calendar::saturday_sunday().adjust(sunday, BusinessDayConvention::Following)?;
//! assert_eq!(due, date(2024, 7, 1)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod adjust;
mod advance;
mod business_days;
pub mod clock;
mod convention;
mod count;
mod dates_error;
pub mod day_count;
mod day_of_month;
mod error;
pub mod hours;
mod listed;
pub(crate) mod month;
pub mod published;
pub mod schedule;
mod tenor;
mod week;
pub(crate) mod weekday;

pub use business_days::Calendar;
pub use convention::{BusinessDayConvention, EndOfMonth};
pub use count::CountedEnds;
pub use dates_error::DatesError;
pub use day_of_month::{DayOfMonth, DayOfMonthError};
pub use error::CalendarError;
pub use tenor::Tenor;

#[cfg(test)]
mod tests;
