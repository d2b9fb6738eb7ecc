use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::DayOfMonth;
use crate::calendar::month::{add_months, first_of_month};
use crate::form::mirrored;
use crate::receivable::term::error::PaymentTermError;

/// A number of whole calendar months (月数), never negative.
///
/// # Examples
///
/// ```
/// use keqing::receivable::term::Months;
///
/// assert_eq!(Months::new(3).count(), 3);
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Months(u16);

crate::form::mirrored! { Months as u16; }

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

/// One or more days of the month on which payments are made (付款日).
///
/// The JSON form is the list of their numbers, `[5, 20]`.
///
/// # Examples
///
/// ```
/// use keqing::calendar::DayOfMonth;
/// use keqing::receivable::term::MonthDays;
///
/// let days = MonthDays::new([DayOfMonth::new(20)?, DayOfMonth::new(5)?])?;
/// let numbers: Vec<u32> = days.iter().map(DayOfMonth::number).collect();
/// assert_eq!(numbers, [5, 20]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "Vec<DayOfMonth>", into = "Vec<DayOfMonth>")]
pub struct MonthDays {
    /// One bit for each day, by its number; never zero.
    bits: u32,
}

mirrored! { MonthDays as Vec<DayOfMonth>; }

impl MonthDays {
    /// Makes a set of days; a day given twice is in it once.
    ///
    /// # Errors
    ///
    /// [`PaymentTermError::NoPaymentDay`] is returned when there are no days.
    pub fn new(days: impl IntoIterator<Item = DayOfMonth>) -> Result<Self, PaymentTermError> {
        let bits = days
            .into_iter()
            .fold(0, |bits, day| bits | 1_u32 << day.number());
        if bits == 0 {
            Err(PaymentTermError::NoPaymentDay)
        } else {
            Ok(Self { bits })
        }
    }

    /// Makes a set of one day.
    #[must_use]
    pub const fn of(day: DayOfMonth) -> Self {
        Self {
            bits: 1 << day.number(),
        }
    }

    /// Lists the days, earliest first.
    pub fn iter(self) -> impl Iterator<Item = DayOfMonth> {
        (1..=DayOfMonth::LAST.number())
            .filter(move |day| self.bits & 1_u32 << *day != 0)
            .filter_map(|day| DayOfMonth::new(day).ok())
    }

    /// Returns the next of the days that is not before a date; `None` past the last date there is.
    pub(crate) fn on_or_after(self, date: NaiveDate) -> Option<NaiveDate> {
        self.iter()
            .map(|day| day.of_month(date))
            .find(|day| *day >= date)
            .or_else(|| {
                let next = first_of_later_month(date, Months(1))?;
                Some(self.iter().next()?.of_month(next))
            })
    }
}

impl TryFrom<Vec<DayOfMonth>> for MonthDays {
    type Error = PaymentTermError;

    fn try_from(days: Vec<DayOfMonth>) -> Result<Self, Self::Error> {
        Self::new(days)
    }
}

impl From<MonthDays> for Vec<DayOfMonth> {
    fn from(days: MonthDays) -> Self {
        days.iter().collect()
    }
}

/// Returns the first day of the month a number of months after that of a date; `None` past the last
/// date there is.
pub(crate) fn first_of_later_month(date: NaiveDate, months: Months) -> Option<NaiveDate> {
    add_months(first_of_month(date), months.0.into())
}

/// Returns the date of a month and day in a year; `None` if there is no such year or month.
pub(crate) fn day_of_year(year: i32, month: u8, day: DayOfMonth) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), 1).map(|first| day.of_month(first))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{MonthDays, Months, first_of_later_month};
    use crate::calendar::DayOfMonth;

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        let Ok(date) = text.parse() else {
            panic!("`{text}` of the test")
        };
        date
    }

    #[track_caller]
    fn day(number: u32) -> DayOfMonth {
        let Ok(day) = DayOfMonth::new(number) else {
            panic!("day {number} of the test")
        };
        day
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
