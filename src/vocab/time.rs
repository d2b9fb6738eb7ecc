//! Spans of time in whole days (天数).
//!
//! ```text
//! day + later day -> Days::between   `None` if the days run backwards
//! count           -> Days::new
//! ```
//!
//! - *Looks at*: Two dates, or a count of days.
//! - *Why*: Rules count days by the calendar and never hours, and the first day does not count.
//! - *Breaks it*: A later date before the earlier one, or a date beyond the calendar.
//! - *Keeps it*: Dates in their order.
//! - *Rules*: None of its own; the rules with a window or a term use it.
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::vocab::time::Days;
//!
//! let from = NaiveDate::from_ymd_opt(2024, 2, 28).ok_or("no such date")?;
//! let to = NaiveDate::from_ymd_opt(2024, 3, 1).ok_or("no such date")?;
//! assert_eq!(Days::between(from, to), Some(Days::new(2)));
//! assert_eq!(Days::between(to, from), None);
//! # Ok::<(), &str>(())
//! ```

use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{Described, Form};

/// A number of whole days (天数), never negative.
///
/// # Examples
///
/// ```
/// use keqing::vocab::time::Days;
///
/// let window = Days::new(90);
/// assert_eq!(window.count(), 90);
/// assert_eq!(window.to_string(), "90 days");
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Days(u32);

impl Days {
    /// Makes a number of days.
    #[must_use]
    pub const fn new(count: u32) -> Self {
        Self(count)
    }

    /// Returns the number of days.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0
    }

    /// Adds days; returns `None` if the sum is no number of days.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::time::Days;
    ///
    /// assert_eq!(Days::new(30).checked_add(Days::new(14)), Some(Days::new(44)));
    /// assert_eq!(Days::new(30).checked_sub(Days::new(44)), None);
    /// ```
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(count) => Some(Self(count)),
            None => None,
        }
    }

    /// Subtracts days; returns `None` if more are taken than there are.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(count) => Some(Self(count)),
            None => None,
        }
    }

    /// Returns the day that lies this many days later, or `None` if there is no such date.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_add_days(chrono::Days::new(self.0.into()))
    }

    /// Counts the days from one date to a later one; returns `None` if the second date is the
    /// earlier.
    #[must_use]
    #[inline]
    pub fn between(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let days = to.num_days_from_ce().checked_sub(from.num_days_from_ce())?;
        u32::try_from(days).ok().map(Self)
    }
}

impl From<u16> for Days {
    fn from(count: u16) -> Self {
        Self::new(u32::from(count))
    }
}

impl TryFrom<i64> for Days {
    type Error = DaysError;

    /// Makes a number of days of a number that may be negative.
    fn try_from(count: i64) -> Result<Self, Self::Error> {
        let given = count;
        u32::try_from(count)
            .map(Self::new)
            .map_err(|_| DaysError { given })
    }
}

/// Returned when a number is no number of days.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("{given} is no number of days, expected 0 to 4294967295")]
pub struct DaysError {
    given: i64,
}

impl From<u32> for Days {
    fn from(count: u32) -> Self {
        Self(count)
    }
}

impl From<Days> for u32 {
    fn from(days: Days) -> Self {
        days.0
    }
}

impl crate::form::Toured for Days {}

impl Described for Days {
    const FORM: &'static Form = &<u32 as Described>::FORM.named("Days").in_unit("days");
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = if self.0 == 1 { "day" } else { "days" };
        write!(f, "{} {unit}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use chrono::NaiveDate;

    use super::Days;

    #[test]
    fn days_are_counted_forward_only() {
        let first = NaiveDate::from_ymd_opt(2024, 2, 28);
        let second = NaiveDate::from_ymd_opt(2024, 3, 1);
        let (Some(first), Some(second)) = (first, second) else {
            panic!("dates of the test")
        };
        assert_eq!(Days::between(first, second), Some(Days::new(2)));
        assert_eq!(Days::between(first, first), Some(Days::new(0)));
        assert_eq!(Days::between(second, first), None);
    }

    #[test]
    fn days_are_made_of_any_whole_number_that_counts() {
        assert_eq!(Days::from(30_u16), Days::new(30));
        assert_eq!(Days::try_from(30_i64), Ok(Days::new(30)));
        let refused = Days::try_from(-1_i64).map_err(|error| error.to_string());
        let message = "-1 is no number of days, expected 0 to 4294967295";
        assert_eq!(refused, Err(String::from(message)));
    }
}
