use crate::form::{mirrored, repeated};
use crate::vocab::words::words;
use core::fmt;
use core::str::FromStr;

use alloc::string::{String, ToString};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

words! {
    /// The length of the periods in which purchases are added up (统计周期), shortest first.
    pub open enum PeriodLength {
        /// A calendar month.
        Month = "month", "month", "月度", "月度";
        /// Three months, from January, April, July or October.
        Quarter = "quarter", "quarter", "季度", "季度";
        /// Six months, from January or July.
        HalfYear = "half-year", "half-year", "半年度", "半年度";
        /// A calendar year.
        Year = "year", "year", "年度", "年度";
    }
}

impl PeriodLength {
    /// Returns the number of its months.
    #[must_use]
    pub const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => MONTHS,
        }
    }

    /// Returns the letter that stands before the number of the period within its year.
    const fn letter(self) -> &'static str {
        match self {
            Self::Month | Self::Year => "",
            Self::Quarter => "Q",
            Self::HalfYear => "H",
        }
    }
}

/// One calendar period (期间): `2017-03`, `2017-Q1`, `2017-H1` or `2017`.
///
/// Periods of one length are ordered by time.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::portfolio::{Period, PeriodLength};
///
/// let date = NaiveDate::from_ymd_opt(2024, 8, 17).ok_or("no such date")?;
/// let quarter = Period::of(PeriodLength::Quarter, date)?;
/// assert_eq!(quarter.to_string(), "2024-Q3");
/// assert_eq!(Some(quarter.last_day()), NaiveDate::from_ymd_opt(2024, 9, 30));
/// assert_eq!("2024-Q3".parse(), Ok(quarter));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    length: PeriodLength,
    first: Month,
}

mirrored! { Period as text "2024", "2024-Q1", "2024-01"; }

impl Period {
    /// Finds the period of a length in which a date lies.
    ///
    /// # Errors
    ///
    /// [`DateRangeError`] is returned when the date is outside the years 1 to 9999.
    pub fn of(length: PeriodLength, date: NaiveDate) -> Result<Self, DateRangeError> {
        Month::of(date).map(|month| Self::around(length, month))
    }

    /// Finds the period of a length in which a month lies.
    pub(super) const fn around(length: PeriodLength, month: Month) -> Self {
        let within = match month.0.checked_rem(length.months()) {
            Some(within) => within,
            None => 0,
        };
        let first = Month(month.0.saturating_sub(within));
        Self { length, first }
    }

    /// Returns the length.
    #[must_use]
    pub const fn length(self) -> PeriodLength {
        self.length
    }

    /// Returns the first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first.first_day()
    }

    /// Returns the last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let after = Month(self.first.0.saturating_add(self.length.months()));
        // The year after the last one allowed is still a date, so there always is a day before.
        after.first_day().pred_opt().unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, within) = (self.first.year(), self.first.within_year());
        let number = within
            .checked_div(self.length.months())
            .unwrap_or_default()
            .saturating_add(1);
        match self.length {
            PeriodLength::Month => write!(f, "{year:04}-{number:02}"),
            PeriodLength::Quarter | PeriodLength::HalfYear => {
                write!(f, "{year:04}-{}{number}", self.length.letter())
            }
            PeriodLength::Year => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || ParsePeriodError {
            given: repeated(text),
        };
        let (year, rest) = text.split_once('-').unwrap_or((text, ""));
        let length = match rest.as_bytes() {
            [] => PeriodLength::Year,
            [b'Q', _] => PeriodLength::Quarter,
            [b'H', _] => PeriodLength::HalfYear,
            _ => PeriodLength::Month,
        };
        let digits = rest.strip_prefix(length.letter()).ok_or_else(refused)?;
        let number: u32 = match length {
            PeriodLength::Year => 1,
            _ => digits.parse().map_err(|_| refused())?,
        };
        let month = number
            .checked_sub(1)
            .and_then(|before| before.checked_mul(length.months())?.checked_add(1));
        let first = NaiveDate::from_ymd_opt(
            year.parse().map_err(|_| refused())?,
            month.ok_or_else(refused)?,
            1,
        );
        let period = Self::of(length, first.ok_or_else(refused)?).map_err(|_| refused())?;
        // Other spellings of the same number, such as `+2017` and `2017-3`, are not the wire form.
        if period.to_string() == text {
            Ok(period)
        } else {
            Err(refused())
        }
    }
}

impl TryFrom<String> for Period {
    type Error = ParsePeriodError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

/// Returned when a text is no [`Period`].
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("`{given}` is no period, expected one such as `2017`, `2017-H1`, `2017-Q1` or `2017-03`")]
pub struct ParsePeriodError {
    given: String,
}

/// Returned when the year of a date does not have one to four digits, most often by a slip of the
/// pen.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a purchase is dated in the years 1 to 9999, got {given}")]
pub struct DateRangeError {
    given: NaiveDate,
}

/// A calendar month, counted from the beginning of year 0.
///
/// Every longer period consists of whole months, so a ledger that adds up by month can answer for
/// all of them.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct Month(u32);

impl Month {
    pub(super) fn of(date: NaiveDate) -> Result<Self, DateRangeError> {
        let refused = DateRangeError { given: date };
        let year = u32::try_from(date.year()).map_err(|_| refused)?;
        if !(1..=LAST_YEAR).contains(&year) {
            return Err(refused);
        }
        Ok(Self(
            year.saturating_mul(MONTHS).saturating_add(date.month0()),
        ))
    }

    const fn year(self) -> u32 {
        self.0 / MONTHS
    }

    const fn within_year(self) -> u32 {
        self.0 % MONTHS
    }

    fn first_day(self) -> NaiveDate {
        let year = i32::try_from(self.year()).unwrap_or(i32::MAX);
        let month = self.within_year().saturating_add(1);
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
    }
}

const LAST_YEAR: u32 = 9999;
const MONTHS: u32 = 12;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{Period, PeriodLength};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else {
            panic!("a date of the test")
        };
        date
    }

    #[test]
    fn each_length_has_its_first_and_last_day() {
        let table = [
            (PeriodLength::Month, "2024-02", (2, 1), (2, 29)),
            (PeriodLength::Quarter, "2024-Q1", (1, 1), (3, 31)),
            (PeriodLength::HalfYear, "2024-H1", (1, 1), (6, 30)),
            (PeriodLength::Year, "2024", (1, 1), (12, 31)),
        ];
        for (length, name, first, last) in table {
            let period = Period::of(length, date(2024, 2, 29));
            assert_eq!(period.map(|period| period.to_string()), Ok(name.into()));
            assert_eq!(
                period.map(Period::first_day),
                Ok(date(2024, first.0, first.1))
            );
            assert_eq!(period.map(Period::last_day), Ok(date(2024, last.0, last.1)));
            assert_eq!(name.parse().ok(), period.ok());
        }
    }

    #[test]
    fn the_years_one_and_9999_are_the_bounds() {
        for length in PeriodLength::ALL {
            assert!(Period::of(length, date(1, 1, 1)).is_ok());
            let last = Period::of(length, date(9999, 12, 31));
            assert_eq!(last.map(Period::last_day), Ok(date(9999, 12, 31)));
            assert!(Period::of(length, date(0, 12, 31)).is_err());
            let message = Period::of(length, date(10_000, 1, 1)).map_err(|error| error.to_string());
            assert_eq!(
                message,
                Err("a purchase is dated in the years 1 to 9999, got +10000-01-01".into())
            );
        }
    }

    #[test]
    fn only_the_wire_form_is_read() {
        for refused in [
            "", "17", "+2017", "2017-", "2017-3", "2017-00", "2017-13", "2017-Q0", "2017-Q5",
            "2017-H3", "2017-q1", "0000", "10000", "2017-Qé",
        ] {
            assert!(refused.parse::<Period>().is_err(), "{refused}");
        }
    }
}
