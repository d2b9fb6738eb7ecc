//! Months: their ends, and moving by them without overflow.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Returns the first day of the month of a date.
pub(crate) fn first_of_month(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// Returns the last day of the month of a date.
pub(crate) fn last_of_month(date: NaiveDate) -> NaiveDate {
    day_of_month(date, 31)
}

/// Returns a day of the month of a date; a month that is too short gives its last day.
pub(crate) fn day_of_month(date: NaiveDate, day: u32) -> NaiveDate {
    let last = (28..=day.min(31)).rev().find_map(|day| date.with_day(day));
    date.with_day(day).or(last).unwrap_or(date)
}

/// Returns a date so many days later, or earlier if the number is negative.
pub(crate) fn add_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(count)
    } else {
        date.checked_add_days(count)
    }
}

/// Returns a date so many months later, or earlier if the number is negative.
///
/// The day of the month is kept, or cut to the last of a shorter month.
pub(crate) fn add_months(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 {
        date.checked_sub_months(count)
    } else {
        date.checked_add_months(count)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{add_days, add_months, day_of_month, first_of_month, last_of_month};

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn a_short_month_gives_its_last_day() {
        let table = [
            ("2014-02-10", 28, "2014-02-28"),
            ("2014-02-10", 30, "2014-02-28"),
            ("2016-02-10", 30, "2016-02-29"),
            ("2014-04-10", 31, "2014-04-30"),
            ("2014-05-10", 31, "2014-05-31"),
            ("2014-05-31", 1, "2014-05-01"),
        ];
        for (from, day, expected) in table {
            assert_eq!(
                day_of_month(date(from), day),
                date(expected),
                "{from} {day}"
            );
        }
    }

    #[test]
    fn the_ends_of_the_calendar_have_months_too() {
        assert_eq!(first_of_month(NaiveDate::MAX), date("+262142-12-01"));
        assert_eq!(last_of_month(NaiveDate::MAX), NaiveDate::MAX);
        assert_eq!(first_of_month(NaiveDate::MIN), NaiveDate::MIN);
    }

    #[test]
    fn moving_past_the_ends_gives_none() {
        assert_eq!(add_days(NaiveDate::MAX, 1), None);
        assert_eq!(add_days(NaiveDate::MIN, -1), None);
        assert_eq!(add_days(NaiveDate::MIN, i64::MIN), None);
        assert_eq!(add_months(NaiveDate::MAX, 1), None);
        assert_eq!(add_months(NaiveDate::MAX, i64::MAX), None);
        assert_eq!(add_months(date("2024-01-31"), 1), Some(date("2024-02-29")));
        assert_eq!(add_months(date("2024-03-31"), -1), Some(date("2024-02-29")));
    }
}
