//! Spans of time in whole days (天数), and in whole seconds (秒数).
//!
//! ```text
//! day + later day       -> Days::between      `None` if the days run backwards
//! count                 -> Days::new
//! moment + later moment -> Seconds::between   `None` if the moments run backwards
//! count                 -> Seconds::new, of_minutes, of_hours
//! ```
//!
//! - *Looks at*: Two dates or two moments, or a count.
//! - *Why*: Rules count days by the calendar and never hours, and the first day does not count.
//!   Only the clocks of a service count seconds.
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

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
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

/// A number of whole seconds (秒数), never negative.
///
/// The JSON form is the number. A text has hours, minutes and seconds, and leaves out those of which there are none.
///
/// # Examples
///
/// ```
/// use keqing::vocab::time::Seconds;
///
/// let target = Seconds::of_hours(2).checked_add(Seconds::of_minutes(40)).ok_or("too long")?;
/// assert_eq!(target.count(), 9_600);
/// assert_eq!(target.to_string(), "2 h 40 min");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Seconds(u64);

impl Seconds {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// Makes a number of seconds.
    #[must_use]
    pub const fn new(count: u64) -> Self {
        Self(count)
    }

    /// Makes the seconds of a number of minutes.
    #[must_use]
    pub const fn of_minutes(count: u32) -> Self {
        // A 32-bit number of hours fits 64 bits as seconds.
        Self((count as u64).saturating_mul(SECONDS_OF_A_MINUTE))
    }

    /// Makes the seconds of a number of hours.
    #[must_use]
    pub const fn of_hours(count: u32) -> Self {
        Self((count as u64).saturating_mul(SECONDS_OF_AN_HOUR))
    }

    /// Returns the number of seconds.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.0
    }

    /// Returns whether it is no time at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Adds seconds; returns `None` if the sum is no number of seconds.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(count) => Some(Self(count)),
            None => None,
        }
    }

    /// Subtracts seconds; returns `None` if more are taken than there are.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(count) => Some(Self(count)),
            None => None,
        }
    }

    /// Counts the seconds from one moment to a later one; returns `None` if the second is the
    /// earlier.
    ///
    /// A fraction of a second is cut off each moment first, and so is a leap second.
    #[must_use]
    pub fn between(from: NaiveDateTime, until: NaiveDateTime) -> Option<Self> {
        let days = i64::from(until.date().num_days_from_ce())
            .checked_sub(i64::from(from.date().num_days_from_ce()))?;
        let of_day = |moment: NaiveDateTime| i64::from(moment.time().num_seconds_from_midnight());
        let seconds = days
            .checked_mul(SECONDS_OF_A_DAY)?
            .checked_add(of_day(until))?
            .checked_sub(of_day(from))?;
        u64::try_from(seconds).ok().map(Self)
    }
}

impl From<u64> for Seconds {
    fn from(count: u64) -> Self {
        Self(count)
    }
}

impl From<Seconds> for u64 {
    fn from(seconds: Seconds) -> Self {
        seconds.0
    }
}

impl crate::form::Toured for Seconds {}

impl Described for Seconds {
    const FORM: &'static Form = &<u64 as Described>::FORM.named("Seconds").in_unit("seconds");
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hours = self.0.div_euclid(SECONDS_OF_AN_HOUR);
        let rest = self.0.rem_euclid(SECONDS_OF_AN_HOUR);
        let minutes = rest.div_euclid(SECONDS_OF_A_MINUTE);
        let seconds = rest.rem_euclid(SECONDS_OF_A_MINUTE);
        let parts = [(hours, "h"), (minutes, "min"), (seconds, "s")];
        let mut is_first = true;
        for (count, unit) in parts {
            let is_all = self.0 == 0 && unit == "s";
            if count > 0 || is_all {
                let before = if is_first { "" } else { " " };
                write!(f, "{before}{count} {unit}")?;
                is_first = false;
            }
        }
        Ok(())
    }
}

const SECONDS_OF_A_MINUTE: u64 = 60;
const SECONDS_OF_AN_HOUR: u64 = 3_600;
const SECONDS_OF_A_DAY: i64 = 86_400;

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use chrono::{NaiveDate, NaiveDateTime};

    use super::{Days, Seconds};

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

    #[test]
    fn seconds_are_told_in_hours_minutes_and_seconds() {
        for (count, text) in [
            (0, "0 s"),
            (1, "1 s"),
            (60, "1 min"),
            (3_600, "1 h"),
            (3_601, "1 h 1 s"),
            (9_600, "2 h 40 min"),
            (9_605, "2 h 40 min 5 s"),
            (360_000, "100 h"),
        ] {
            assert_eq!(Seconds::new(count).to_string(), text);
        }
        assert_eq!(Seconds::of_hours(u32::MAX).count(), 15_461_882_262_000);
        assert_eq!(
            Seconds::of_minutes(90).checked_sub(Seconds::of_hours(2)),
            None
        );
        assert_eq!(Seconds::new(u64::MAX).checked_add(Seconds::new(1)), None);
    }

    #[test]
    fn seconds_between_moments_are_whole_and_run_forward() {
        let moment = |text: &str| text.parse::<NaiveDateTime>().unwrap_or(NaiveDateTime::MIN);
        for (from, until, count) in [
            ("2024-02-28T23:59:59", "2024-02-29T00:00:00", Some(1)),
            ("2024-02-28T12:00:00", "2024-03-01T12:00:00", Some(172_800)),
            ("2024-02-28T12:00:00.9", "2024-02-28T12:00:01.1", Some(1)),
            ("2024-02-28T12:00:00.9", "2024-02-28T12:00:00.1", Some(0)),
            ("2024-02-28T12:00:01", "2024-02-28T12:00:00", None),
        ] {
            let found = Seconds::between(moment(from), moment(until));
            assert_eq!(found, count.map(Seconds::new), "{from} {until}");
        }
        let all = Seconds::between(NaiveDateTime::MIN, NaiveDateTime::MAX);
        assert!(all.is_some_and(|all| all > Seconds::of_hours(4_000_000_000)));
    }
}
