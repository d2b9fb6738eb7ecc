//! The conventions that count the days of the calendar and look for leap years.

use chrono::{Datelike, NaiveDate};

use crate::calendar::day_count::error::DayCountError;
use crate::calendar::day_count::year_fraction::YearFraction;
use crate::calendar::day_count::year_fraction::YearLength;
use crate::vocab::time::Days;

/// Returns the days in leap years over 366 and the days in other years over 365, summed.
pub(crate) fn isda(
    from: NaiveDate,
    to: NaiveDate,
    days: u32,
) -> Result<YearFraction, DayCountError> {
    if from.year() == to.year() {
        return Ok(YearFraction::of_days(days, length(from)));
    }
    let pieces = || {
        let first = year_start(from.year().checked_add(1)?)?;
        let last = year_start(to.year())?;
        let years = i64::from(to.year()).checked_sub(i64::from(first.year()))?;
        let head = YearFraction::of_days(Days::between(from, first)?.count(), length(from));
        let tail = YearFraction::of_days(Days::between(last, to)?.count(), length(to));
        let head = with_years(years, head)?;
        // A span that ends with its year keeps the denominator of that year.
        if tail.is_zero() {
            Some(head)
        } else {
            head.checked_add(tail).ok()
        }
    };
    pieces().ok_or(DayCountError::OutOfRange { from, to })
}

/// Returns whole years back from the second date, and the rest over 366 if it has a 29 February.
pub(crate) fn afb(
    from: NaiveDate,
    to: NaiveDate,
    days: u32,
) -> Result<YearFraction, DayCountError> {
    let pieces = || {
        let years = whole_years(from, to)?;
        let end = match years {
            0 => to,
            years => same_day(to, to.year().checked_sub(years)?)?,
        };
        let rest = if years == 0 {
            days
        } else {
            Days::between(from, end)?.count()
        };
        let year = match leap_day_from(from) {
            Some(leap_day) if leap_day < end => YearLength::Days366,
            _ => YearLength::Days365,
        };
        with_years(i64::from(years), YearFraction::of_days(rest, year))
    };
    pieces().ok_or(DayCountError::OutOfRange { from, to })
}

/// Returns the days without the 29 Februaries after the first date and not after the second.
pub(crate) fn without_leap_days(from: NaiveDate, to: NaiveDate, days: u32) -> Option<u32> {
    let leap_days = leap_days_until(to)?.checked_sub(leap_days_until(from)?)?;
    days.checked_sub(u32::try_from(leap_days).ok()?)
}

/// Returns whether a 29 February lies after one date and not after another.
pub(crate) fn has_leap_day(after: NaiveDate, until: NaiveDate) -> bool {
    leap_days_until(after) < leap_days_until(until)
}

fn with_years(years: i64, rest: YearFraction) -> Option<YearFraction> {
    let whole = years.checked_mul(rest.denominator())?;
    YearFraction::new(rest.numerator().checked_add(whole)?, rest.denominator()).ok()
}

fn length(date: NaiveDate) -> YearLength {
    if date.leap_year() {
        YearLength::Days366
    } else {
        YearLength::Days365
    }
}

fn year_start(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)
}

/// Returns the years that pass before the day of the year comes round for the last time.
fn whole_years(from: NaiveDate, to: NaiveDate) -> Option<i32> {
    let years = to.year().checked_sub(from.year())?;
    if (to.month(), to.day()) < (from.month(), from.day()) {
        years.checked_sub(1)
    } else {
        Some(years)
    }
}

/// Returns the same day of another year, or 28 February for a 29th that it does not have.
fn same_day(date: NaiveDate, year: i32) -> Option<NaiveDate> {
    date.with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

/// Returns the first 29 February on or after a date.
fn leap_day_from(date: NaiveDate) -> Option<NaiveDate> {
    // A century that is no leap year puts eight years between two of them.
    (0..=8)
        .filter_map(|years| NaiveDate::from_ymd_opt(date.year().checked_add(years)?, 2, 29))
        .find(|leap_day| *leap_day >= date)
}

/// Counts the 29 Februaries of the calendar up to a date, that date included.
///
/// The count is below zero before year 0.
fn leap_days_until(date: NaiveDate) -> Option<i64> {
    let leap_day_is_past = date.leap_year() && (date.month(), date.day()) >= (2, 29);
    let before = i64::from(date.year()).checked_sub(1)?;
    before
        .div_euclid(4)
        .checked_sub(before.div_euclid(100))?
        .checked_add(before.div_euclid(400))?
        .checked_add(i64::from(leap_day_is_past))
}
