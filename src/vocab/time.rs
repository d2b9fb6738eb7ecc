//! Spans of time in whole days (天数).
//!
//! ```text
//! day + later day -> Days::between   nothing where the days run backwards
//! count           -> Days::new
//! ```
//!
//! - *Why*: Rules count days by the calendar and never hours, and the first day counts as none.

use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

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

    /// Adds days; `None` where the sum is no number of days.
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

    /// Takes days away; `None` where more are taken than there are.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(count) => Some(Self(count)),
            None => None,
        }
    }

    /// Returns the day that lies so many days later; `None` where there is no such date.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_add_days(chrono::Days::new(self.0.into()))
    }

    /// Counts the days from one date to a later one; `None` where the second date is the earlier.
    #[must_use]
    #[inline]
    pub fn between(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        let days = to.num_days_from_ce().checked_sub(from.num_days_from_ce())?;
        u32::try_from(days).ok().map(Self)
    }
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
}
