//! Day counts: how many parts of a year lie between two dates (计息基准).
//!
//! ```text
//! DayCount + from + to                    -> fraction     which part of a year is that?
//! DayCount + from + to + ReferencePeriod  -> fraction_in  ... where the coupon period matters
//! DayCountSystem + name                   -> named_by     which of ours does another system mean?
//! ```
//!
//! The first date is counted, the last is not. Dates may not run backwards, and from a day to itself
//! is nothing, in every convention.

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
