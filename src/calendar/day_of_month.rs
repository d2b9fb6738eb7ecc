use core::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::calendar::month::day_of_month;
use crate::form::mirrored;

/// A day of the month, 1 to 31 (每月几号).
///
/// In a shorter month it is the last day, so 31 is the last day of every month.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::DayOfMonth;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let thirtieth = DayOfMonth::new(30)?;
/// assert_eq!(thirtieth.of_month(date(2024, 2, 10)?), date(2024, 2, 29)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct DayOfMonth(u32);

mirrored! { DayOfMonth as u32 where [1, 31]; }

impl DayOfMonth {
    /// The last day of every month.
    pub const LAST: Self = Self(LAST_DAY);

    /// Makes a day of the month.
    ///
    /// # Errors
    ///
    /// [`DayOfMonthError`] is returned when the number is outside 1 to 31.
    pub const fn new(day: u32) -> Result<Self, DayOfMonthError> {
        match day {
            1..=31 => Ok(Self(day)),
            _ => Err(DayOfMonthError { given: day }),
        }
    }

    /// Returns the number, 1 to 31.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Returns this day in the month of a date, or the last day of a shorter month.
    #[must_use]
    pub fn of_month(self, date: NaiveDate) -> NaiveDate {
        day_of_month(date, self.number())
    }

    /// Returns the day of the month of a date.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self::new(date.day()).unwrap_or(Self::LAST)
    }
}

impl TryFrom<u32> for DayOfMonth {
    type Error = DayOfMonthError;

    fn try_from(day: u32) -> Result<Self, Self::Error> {
        Self::new(day)
    }
}

impl From<DayOfMonth> for u32 {
    fn from(day: DayOfMonth) -> Self {
        day.number()
    }
}

impl fmt::Display for DayOfMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "day {}", self.0)
    }
}

/// Returned when a number is no day of any month.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("day {given} of the month, expected 1 to 31")]
pub struct DayOfMonthError {
    given: u32,
}

const LAST_DAY: u32 = 31;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::DayOfMonth;

    #[test]
    fn a_day_of_the_month_lies_between_1_and_31() {
        for (day, is_day) in [
            (0, false),
            (1, true),
            (31, true),
            (32, false),
            (u32::MAX, false),
        ] {
            assert_eq!(DayOfMonth::new(day).is_ok(), is_day, "{day}");
        }
        let message = DayOfMonth::new(32).map_err(|error| error.to_string());
        assert_eq!(
            message.err().as_deref(),
            Some("day 32 of the month, expected 1 to 31")
        );
    }
}
