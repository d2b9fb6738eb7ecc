//! The open days of a week, counted over any span without walking through it.

use chrono::{NaiveDate, Weekday};

use crate::calendar::error::CalendarError;
use crate::calendar::month::add_days;

/// The days of the week that are no weekend, seen from one of its days.
///
/// The lowest bit stands for the day after that one, the next bit for the day after it. Whoever
/// walks back sees the days before it in the same way.
#[derive(Clone, Copy)]
pub(crate) struct Week {
    open: u32,
}

impl Week {
    /// Returns the week that lies ahead of a day, on or back.
    pub(crate) fn ahead(weekend: &[Weekday], from: Weekday, direction: Direction) -> Self {
        let closed = weekend.iter().fold(0, |bits, weekday| {
            let days = match direction {
                Direction::Forward => weekday.days_since(from),
                Direction::Back => from.days_since(*weekday),
            };
            // The day itself comes again at the end of the week.
            bits | 1_u32 << days.checked_sub(1).unwrap_or(LAST)
        });
        Self {
            open: ALL & !closed,
        }
    }

    /// Returns the number of open days among the next so many.
    pub(crate) fn open_among(self, days: i64) -> i64 {
        let weeks = days.div_euclid(DAYS_OF_A_WEEK);
        let rest = self.open & !(ALL << days.rem_euclid(DAYS_OF_A_WEEK));
        weeks
            .saturating_mul(i64::from(self.open.count_ones()))
            .saturating_add(i64::from(rest.count_ones()))
    }

    /// Returns the number of days to the n-th open day, counted from 1.
    pub(crate) fn distance(self, number: i64) -> i64 {
        let before = number.saturating_sub(1);
        let length = i64::from(self.open.count_ones()).max(1);
        let weeks = before.div_euclid(length);
        // The open days before it are struck out, and the lowest that is left is the one.
        let left =
            (0..before.rem_euclid(length)).fold(self.open, |left, _| left & left.wrapping_sub(1));
        weeks
            .saturating_mul(DAYS_OF_A_WEEK)
            .saturating_add(i64::from(left.trailing_zeros()))
            .saturating_add(1)
    }
}

/// The direction of a walk through the days.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Direction {
    Back,
    Forward,
}

impl Direction {
    /// Returns the day so many days on, or back.
    pub(crate) fn days_on(self, from: NaiveDate, days: i64) -> Result<NaiveDate, CalendarError> {
        let days = match self {
            Self::Back => days.saturating_neg(),
            Self::Forward => days,
        };
        add_days(from, days).ok_or(CalendarError::DateOutOfRange { from })
    }

    /// Returns the next day, or the one before.
    pub(crate) fn step(self, from: NaiveDate) -> Result<NaiveDate, CalendarError> {
        let stepped = match self {
            Self::Back => from.pred_opt(),
            Self::Forward => from.succ_opt(),
        };
        stepped.ok_or(CalendarError::DateOutOfRange { from })
    }
}

const ALL: u32 = 0b111_1111;

/// The place of the last day of a week.
const LAST: u32 = 6;

const DAYS_OF_A_WEEK: i64 = 7;

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use chrono::Weekday;

    use super::{Direction, Week};

    const WEEK: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    /// Returns whether each of the next forty days is open, found one by one.
    fn walked(weekend: &[Weekday], from: Weekday, direction: Direction) -> Vec<bool> {
        let next = |day: &Weekday| match direction {
            Direction::Forward => day.succ(),
            Direction::Back => day.pred(),
        };
        core::iter::successors(Some(next(&from)), |day| Some(next(day)))
            .map(|day| !weekend.contains(&day))
            .take(40)
            .collect()
    }

    #[test]
    fn what_is_counted_at_once_is_what_is_walked() {
        for closed in 0..127_u32 {
            let weekend: Vec<Weekday> = (0_u32..)
                .zip(WEEK)
                .filter(|(place, _)| closed >> place & 1 == 1)
                .map(|(_, day)| day)
                .collect();
            for (from, direction) in WEEK
                .into_iter()
                .flat_map(|day| [(day, Direction::Back), (day, Direction::Forward)])
            {
                let week = Week::ahead(&weekend, from, direction);
                let mut open = 0;
                for (days, is_open) in (1..).zip(walked(&weekend, from, direction)) {
                    if is_open {
                        open += 1;
                        assert_eq!(
                            week.distance(open),
                            days,
                            "{weekend:?} {from} {direction:?}"
                        );
                    }
                    assert_eq!(
                        week.open_among(days),
                        open,
                        "{weekend:?} {from} {direction:?}"
                    );
                }
            }
        }
    }
}
