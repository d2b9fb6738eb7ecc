use chrono::{Datelike, NaiveDate};

/// The number of rows that are checked together and stay in the nearest cache.
pub(super) const CHUNK: usize = 512;

/// The due dates of a column, with the day of the number zero if they are numbers.
#[derive(Clone, Copy, Debug)]
pub(super) enum DueColumn<'a> {
    Dates(&'a [NaiveDate]),
    Days { days: &'a [i32], zero: i32 },
}

impl DueColumn<'_> {
    pub(super) const fn len(self) -> usize {
        match self {
            Self::Dates(dates) => dates.len(),
            Self::Days { days, .. } => days.len(),
        }
    }
}

/// A due date as it stands in a column.
pub(super) trait Due: Copy + Ord {
    /// The last day that can stand in a column.
    const LAST: Self;

    /// Returns a date as it would stand in a column whose number zero is the day `zero`.
    fn of(date: NaiveDate, zero: i32) -> Self;
}

impl Due for NaiveDate {
    const LAST: Self = Self::MAX;

    fn of(date: NaiveDate, _: i32) -> Self {
        date
    }
}

impl Due for i32 {
    const LAST: Self = Self::MAX;

    fn of(date: NaiveDate, zero: i32) -> Self {
        // All dates together span a tenth of the range.
        date.num_days_from_ce().wrapping_sub(zero)
    }
}

/// A day, made ready to be compared with many due dates.
///
/// A run of years without a missing leap year needs no division to count its days. The window is
/// such a run around the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Today {
    /// The number of the day, counted from 31 December of the year 0.
    number: i32,
    /// The first year of the window.
    first: i32,
    /// The years from the last leap year to the first of the window, less one.
    phase: u32,
    /// The number of the day, counted from the leap year before the window.
    number_in_window: i32,
}

/// The years of a window. A power of two lets one mask check many years.
const WINDOW: u32 = 64;

/// The years of a window after the day: most due dates lie before it.
const AHEAD: i32 = 15;

impl Today {
    pub(super) fn new(date: NaiveDate) -> Self {
        let (year, number) = (date.year(), date.num_days_from_ce());
        let first = first_of_window(year);
        let phase = first.wrapping_sub(1).rem_euclid(4) as u32;
        let before = days_before(first).wrapping_sub(julian_days(phase) as i32);
        Self {
            number,
            first,
            phase,
            number_in_window: number.wrapping_sub(before),
        }
    }

    /// Returns how many days late a due date is, zero if it is not.
    pub(super) fn days_late(self, due: NaiveDate) -> u32 {
        days_late(self.number, due.num_days_from_ce())
    }

    /// Writes how many days late at most [`CHUNK`] due dates are, and returns the union of their bits.
    pub(super) fn dates_late(self, due: &[NaiveDate], late: &mut [u32; CHUNK]) -> u32 {
        let (mut union, mut years) = (0, 0);
        for (due, late) in due.iter().zip(late.iter_mut()) {
            let year = due.year().wrapping_sub(self.first) as u32;
            years |= year;
            let days = julian_days((year % WINDOW).wrapping_add(self.phase));
            let number = days.wrapping_add(due.ordinal()) as i32;
            *late = days_late(self.number_in_window, number);
            union |= *late;
        }
        if years < WINDOW {
            return union;
        }
        write_late(due.iter().map(|due| self.days_late(*due)), late)
    }

    /// Does the same for day numbers, of which zero is the day `zero`.
    pub(super) fn numbers_late(self, zero: i32, due: &[i32], late: &mut [u32; CHUNK]) -> u32 {
        let today = self.number.wrapping_sub(zero);
        write_late(due.iter().map(|due| days_late(today, *due)), late)
    }
}

fn write_late(days: impl Iterator<Item = u32>, late: &mut [u32; CHUNK]) -> u32 {
    let mut union = 0;
    for (days, late) in days.zip(late) {
        *late = days;
        union |= days;
    }
    union
}

/// Returns the days between two numbers. They may be further apart than a signed number says.
#[inline]
const fn days_late(today: i32, due: i32) -> u32 {
    if due < today { today.abs_diff(due) } else { 0 }
}

/// Returns the first year of the window around a year.
fn first_of_window(year: i32) -> i32 {
    let last = year.wrapping_add(AHEAD);
    let first = last.wrapping_sub(WINDOW as i32).wrapping_add(1);
    // A leap year that is missing at the end of a century shows in the count from the next year on.
    let century = last
        .wrapping_sub(1)
        .div_euclid(100)
        .wrapping_mul(100)
        .wrapping_add(1);
    match (first < century && century % 400 != 1, year < century) {
        (false, _) => first,
        (true, false) => century,
        (true, true) => century.wrapping_sub(WINDOW as i32),
    }
}

/// Returns the days of years of which every fourth is a leap year.
#[inline]
const fn julian_days(years: u32) -> u32 {
    years.wrapping_mul(1_461) >> 2
}

/// Returns the days from 31 December of the year 0 to that before a year.
const fn days_before(year: i32) -> i32 {
    let years = year.wrapping_sub(1);
    let centuries = years.div_euclid(100);
    years
        .wrapping_mul(365)
        .wrapping_add(years >> 2)
        .wrapping_sub(centuries)
        .wrapping_add(centuries >> 2)
}

#[cfg(test)]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "a test that panics fails, which is its purpose"
)]
mod tests {
    use alloc::vec::Vec;

    use anyhow::{Context, Result};
    use chrono::{Datelike, NaiveDate};

    use super::{CHUNK, Today};

    /// Compares with the calendar's own count, a chunk at a time.
    #[track_caller]
    fn counts_like_the_calendar(today: NaiveDate, due: &[NaiveDate]) {
        let mut late = [u32::MAX; CHUNK];
        for due in due.chunks(CHUNK) {
            let union = Today::new(today).dates_late(due, &mut late);
            let counted = due.iter().map(|due| {
                let days = today.num_days_from_ce() - due.num_days_from_ce();
                u32::try_from(days).unwrap_or_default()
            });
            let counted: Vec<u32> = counted.collect();
            assert_eq!(late.get(..due.len()), Some(&*counted), "on {today}");
            assert_eq!(union, counted.iter().fold(0, |bits, days| bits | days));
        }
    }

    fn ends_of_years(years: impl Iterator<Item = i32>) -> Vec<NaiveDate> {
        let ends = [(1, 1), (2, 28), (2, 29), (3, 1), (12, 31)];
        years
            .flat_map(|year| {
                ends.iter()
                    .filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, *month, *day))
            })
            .collect()
    }

    #[test]
    fn a_date_is_as_late_as_the_calendar_says() -> Result<()> {
        let day = |year| NaiveDate::from_ymd_opt(year, 6, 15).context("a date of the test");
        let centuries = [-400, -100, 0, 1, 100, 1900, 2000, 2100, 2400];
        for year in centuries
            .iter()
            .flat_map(|century| century - 70..century + 70)
        {
            // Most of these chunks lie within the window, the first and last do not.
            let due = ends_of_years(year - 130..year + 130);
            for due in due.chunks(20) {
                counts_like_the_calendar(day(year)?, due);
            }
        }
        let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
        for today in [first, day(2024)?, last] {
            counts_like_the_calendar(today, &[first, day(2024)?, last]);
            counts_like_the_calendar(today, &[today]);
        }
        Ok(())
    }

    #[test]
    fn every_number_is_a_day() -> Result<()> {
        let today = NaiveDate::from_ymd_opt(1, 1, 10).context("a date of the test")?;
        let mut late = [0; CHUNK];
        let due = [i32::MIN, 9, 10, i32::MAX];
        let union = Today::new(today).numbers_late(0, &due, &mut late);
        let longest = i32::MAX.unsigned_abs() + 11;
        assert_eq!(late.get(..4), Some(&[longest, 1, 0, 0][..]));
        assert_eq!(union, longest | 1);
        Today::new(today).numbers_late(7, &[0, 2, 3, 4], &mut late);
        assert_eq!(late.get(..4), Some(&[3, 1, 0, 0][..]));
        Ok(())
    }
}
