//! Day counts: the part of a year between two dates (计息基准).
//!
//! ```text
//! DayCount + from + to                    -> fraction     the part of a year between two dates
//! DayCount + from + to + ReferencePeriod  -> fraction_in  the same, by the coupon period
//! DayCountSystem + name                   -> named_by     the convention that another system means
//! ```
//!
//! The first date is counted, and the last is not. In every convention dates may not run backwards,
//! and the time from a day to itself is zero.
//!
//! - *Looks at*: Two dates, the convention of the contract, and for some conventions the coupon
//!   period.
//! - *Why*: One span is a different part of a year in each convention, and a name can mean two of
//!   them.
//! - *Breaks it*: Dates that run backwards. A convention that needs a period, without one.
//! - *Keeps it*: The exact name of the convention, and the period that it needs.
//! - *Rules*: None of its own; the rules of interest use it.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::calendar::day_count::DayCount;
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let (from, to) = (date(2023, 6, 20)?, date(2023, 8, 31)?);
//! assert_eq!(DayCount::Actual365Fixed.fraction(from, to)?.to_string(), "72/365");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod actual;
mod convention;
mod error;
mod fraction;
mod names;
mod period;
mod thirty;
mod year_fraction;

pub use convention::DayCount;
pub use error::{DayCountError, YearFractionError};
pub use names::{DayCountName, DayCountSystem};
pub use period::{PeriodsPerYear, ReferencePeriod, ReferencePeriodError};
pub use year_fraction::YearFraction;

#[cfg(test)]
mod tests;
