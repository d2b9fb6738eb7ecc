use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::receivable::calendar::month::{add_months, day_of_month, first_of_month};
use crate::receivable::term::PaymentTermError;

/// A number of whole calendar months (月数), never negative.
///
/// # Examples
///
/// ```
/// use keqing::receivable::Months;
///
/// assert_eq!(Months::new(3).count(), 3);
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Months(u16);

impl Months {
    /// Makes a number of months.
    #[must_use]
    pub const fn new(count: u16) -> Self {
        Self(count)
    }

    /// Returns the number of months.
    #[must_use]
    pub const fn count(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} months", self.0)
    }
}

/// A day of the month from 1 to 31 (月内日), the last day where the month is shorter.
///
/// So 31 is the last day of every month, and 30 is 28 or 29 February.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::MonthDay;
///
/// let date = NaiveDate::from_ymd_opt(2024, 2, 10).ok_or("no such date")?;
/// assert_eq!(MonthDay::LAST.in_month_of(date), date.with_day(29).ok_or("no such day")?);
/// assert!(MonthDay::new(32).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct MonthDay(u8);

impl MonthDay {
    /// The first day of a month.
    pub const FIRST: Self = Self(1);
    /// The last day of a month, whichever that is.
    pub const LAST: Self = Self(31);

    /// Makes a day of the month.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::MonthDay`] unless the number is from 1 to 31.
    pub const fn new(day: u8) -> Result<Self, PaymentTermError> {
        match day {
            1..=31 => Ok(Self(day)),
            _ => Err(PaymentTermError::MonthDay { given: day }),
        }
    }

    /// Returns the number, 31 for the last day.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Returns the day in the month of a date.
    #[must_use]
    pub fn in_month_of(self, date: NaiveDate) -> NaiveDate {
        day_of_month(date, self.0.into())
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<u8> for MonthDay {
    type Error = PaymentTermError;

    fn try_from(day: u8) -> Result<Self, Self::Error> {
        Self::new(day)
    }
}

impl From<MonthDay> for u8 {
    fn from(day: MonthDay) -> Self {
        day.0
    }
}

/// One or more days of the month on which payments are made (付款日).
///
/// The JSON form is the list of their numbers, `[5, 20]`.
///
/// # Examples
///
/// ```
/// use keqing::receivable::{MonthDay, MonthDays};
///
/// let days = MonthDays::new([MonthDay::new(20)?, MonthDay::new(5)?])?;
/// let numbers: Vec<u8> = days.iter().map(MonthDay::number).collect();
/// assert_eq!(numbers, [5, 20]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "Vec<MonthDay>", into = "Vec<MonthDay>")]
pub struct MonthDays {
    /// One bit for each day, by its number; never zero.
    bits: u32,
}

impl MonthDays {
    /// Makes a set of days; a day given twice is in it once.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::NoPaymentDay`] of no days.
    pub fn new(days: impl IntoIterator<Item = MonthDay>) -> Result<Self, PaymentTermError> {
        let bits = days.into_iter().fold(0, |bits, day| bits | 1_u32 << day.0);
        if bits == 0 {
            Err(PaymentTermError::NoPaymentDay)
        } else {
            Ok(Self { bits })
        }
    }

    /// Makes a set of one day.
    #[must_use]
    pub const fn of(day: MonthDay) -> Self {
        Self { bits: 1 << day.0 }
    }

    /// Lists the days, earliest first.
    pub fn iter(self) -> impl Iterator<Item = MonthDay> {
        (1..=31)
            .filter(move |day| self.bits & 1_u32 << *day != 0)
            .map(MonthDay)
    }

    /// Returns the next of the days that is not before a date; `None` past the last date there is.
    pub(crate) fn on_or_after(self, date: NaiveDate) -> Option<NaiveDate> {
        self.iter()
            .map(|day| day.in_month_of(date))
            .find(|day| *day >= date)
            .or_else(|| {
                let next = first_of_later_month(date, Months(1))?;
                Some(self.iter().next()?.in_month_of(next))
            })
    }
}

impl TryFrom<Vec<MonthDay>> for MonthDays {
    type Error = PaymentTermError;

    fn try_from(days: Vec<MonthDay>) -> Result<Self, Self::Error> {
        Self::new(days)
    }
}

impl From<MonthDays> for Vec<MonthDay> {
    fn from(days: MonthDays) -> Self {
        days.iter().collect()
    }
}

/// The first day of the month so many months after that of a date; `None` past the last date there is.
pub(crate) fn first_of_later_month(date: NaiveDate, months: Months) -> Option<NaiveDate> {
    add_months(first_of_month(date), months.0.into())
}

/// The date of a month and day in a year; `None` of no such year or month.
pub(crate) fn day_of_year(year: i32, month: u8, day: MonthDay) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), 1).map(|first| day.in_month_of(first))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{MonthDay, MonthDays, Months, first_of_later_month};

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        let Ok(date) = text.parse() else {
            panic!("`{text}` of the test")
        };
        date
    }

    #[track_caller]
    fn day(number: u8) -> MonthDay {
        let Ok(day) = MonthDay::new(number) else {
            panic!("day {number} of the test")
        };
        day
    }

    #[test]
    fn a_day_of_the_month_is_from_1_to_31() {
        for number in [1, 2, 30, 31] {
            assert_eq!(MonthDay::new(number).map(MonthDay::number), Ok(number));
        }
        for number in [0, 32, u8::MAX] {
            assert_eq!(
                MonthDay::new(number).map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "day {number} of a month, expected 1 to 31, 31 being the last"
                ))
            );
        }
    }

    #[test]
    fn a_day_that_a_month_lacks_is_its_last() {
        for (number, month, expected) in [
            (31, "2024-02-01", "2024-02-29"),
            (30, "2023-02-28", "2023-02-28"),
            (29, "2023-02-15", "2023-02-28"),
            (29, "2024-02-15", "2024-02-29"),
            (28, "2023-02-15", "2023-02-28"),
            (31, "2024-04-30", "2024-04-30"),
            (30, "2024-04-30", "2024-04-30"),
            (1, "2024-04-30", "2024-04-01"),
        ] {
            assert_eq!(day(number).in_month_of(date(month)), date(expected));
        }
    }

    #[test]
    fn the_next_payment_day_may_be_the_date_itself() {
        let Ok(days) = MonthDays::new([day(20), day(5), day(31)]) else {
            panic!("days of the test")
        };
        for (from, expected) in [
            ("2024-02-05", "2024-02-05"),
            ("2024-02-06", "2024-02-20"),
            ("2024-02-21", "2024-02-29"),
            ("2024-02-29", "2024-02-29"),
            ("2024-12-31", "2024-12-31"),
        ] {
            assert_eq!(days.on_or_after(date(from)), Some(date(expected)));
        }
        let fifth = MonthDays::of(day(5));
        assert_eq!(
            fifth.on_or_after(date("2024-12-06")),
            Some(date("2025-01-05"))
        );
        assert_eq!(fifth.on_or_after(NaiveDate::MAX), None);
        assert_eq!(
            MonthDays::new([]).map_err(|error| error.to_string()),
            Err("no payment day, expected at least one".into())
        );
    }

    #[test]
    fn a_later_month_is_counted_from_the_first() {
        for (from, months, expected) in [
            ("2024-01-31", 0, "2024-01-01"),
            ("2024-01-31", 1, "2024-02-01"),
            ("2024-12-01", 13, "2026-01-01"),
        ] {
            let first = first_of_later_month(date(from), Months::new(months));
            assert_eq!(first, Some(date(expected)));
        }
        assert_eq!(first_of_later_month(NaiveDate::MAX, Months::new(1)), None);
    }

    #[test]
    fn json_is_numbers_and_checked() -> Result<(), serde_json::Error> {
        let days: MonthDays = serde_json::from_str("[31,5,5]")?;
        assert_eq!(serde_json::to_string(&days)?, "[5,31]");
        for refused in ["[]", "[0]", "[32]", "5"] {
            assert!(
                serde_json::from_str::<MonthDays>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
