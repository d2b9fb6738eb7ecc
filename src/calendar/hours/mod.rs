//! Opening hours: the time between two moments that a place is open (营业时间).
//!
//! ```text
//! OpeningHours + moment + later moment -> open_time   the open time between them
//! OpeningHours + moment                -> is_open     whether it is open then
//! OpeningHours + moment                -> next_open   the first open moment from then on
//! OpeningHours + moment + target       -> due         the first moment at which the target is reached
//! OpeningHours + moment + lead         -> before      the last moment with that much open time to go
//! ```
//!
//! Moments are those of the wall clock in the zone of the relationship, and the caller converts them. They are read
//! to the second. Hours are hours of that clock, also on the two days a year on which it is put forward or back. If
//! that hour matters, the caller asks in UTC.
//!
//! - *Looks at*: The hours of each weekday, the days with hours of their own, holidays and working weekends.
//! - *Why*: A promise of four hours that is given on Friday at 17:00 is due on Monday, and in China perhaps on
//!   Saturday.
//! - *Breaks it*: Intervals that overlap. A week without any. A moment past the last day that the calendar knows.
//! - *Keeps it*: Hours whose intervals lie apart, and a calendar of all years that the moments reach.
//! - *Rules*: None of its own; the rules with a clock use it.
//!
//! # Examples
//!
//! A night shift from 22:00 to 06:00 in Berlin lasts seven hours when the clock is put forward. In UTC it runs from
//! 21:00 to 04:00.
//!
//! ```
//! use chrono::NaiveDateTime;
//! use keqing::calendar::hours::OpeningHours;
//!
//! let always = OpeningHours::always();
//! let (from, until): (NaiveDateTime, NaiveDateTime) =
//!     ("2024-03-30T22:00:00".parse()?, "2024-03-31T06:00:00".parse()?);
//! assert_eq!(always.open_time(from, until)?.to_string(), "8 h");
//!
//! let (from, until): (NaiveDateTime, NaiveDateTime) =
//!     ("2024-03-30T21:00:00".parse()?, "2024-03-31T04:00:00".parse()?);
//! assert_eq!(always.open_time(from, until)?.to_string(), "7 h");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod interval;
pub(crate) mod measure;
mod opening;
mod time_of_day;
mod verbs;

pub use error::HoursError;
pub use interval::{OpenInterval, OpenIntervalError};
pub use opening::{OpeningHours, SpecialDay, WeekdayHours};
pub use time_of_day::{TimeOfDay, TimeOfDayError};

#[cfg(test)]
mod tests;
