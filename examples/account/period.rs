//! The days of a period, as somebody types them.

use std::str::FromStr;

use chrono::{Days, Months, NaiveDate};

/// A period from a day, up to and with another one if it has a last day of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Period {
    pub(crate) from: NaiveDate,
    pub(crate) until: Option<NaiveDate>,
}

impl FromStr for Period {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some((from, until)) = text.split_once("..") {
            let (from, until) = (day(from)?, Some(day(until)?));
            return Ok(Self { from, until });
        }
        if let Some((from, until)) = month(text) {
            let until = Some(until);
            return Ok(Self { from, until });
        }
        let wrong = |_| {
            format!(
                "`{text}` is no period, expected one such as 2024-03-01, 2024-03 or 2024-03-01..2024-03-31"
            )
        };
        let from = day(text).map_err(wrong)?;
        Ok(Self { from, until: None })
    }
}

/// Returns the first and the last day of a month such as 2024-03.
fn month(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let first: NaiveDate = format!("{text}-01").parse().ok()?;
    let next = first.checked_add_months(Months::new(1))?;
    Some((first, next.checked_sub_days(Days::new(1))?))
}

/// Reads a day such as 2024-03-01.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is not a date, expected one such as 2024-03-01"))
}
