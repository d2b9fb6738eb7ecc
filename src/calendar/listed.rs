//! The days that a calendar lists, in the order in which a walk meets them.

use chrono::{Datelike, NaiveDate};

use crate::calendar::business_days::Calendar;
use crate::calendar::week::Direction;

/// A listed day on which the week alone would decide wrongly.
#[derive(Clone, Copy)]
pub(crate) struct ListedDay {
    pub(crate) day: NaiveDate,
    /// It is a day of the weekend that is worked; if not, it is a holiday off the weekend.
    pub(crate) is_worked: bool,
}

impl ListedDay {
    /// Returns the number of days between the day and another one.
    pub(crate) fn days_from(self, from: NaiveDate) -> i64 {
        self.day
            .signed_duration_since(from)
            .num_days()
            .saturating_abs()
    }
}

/// The listed days after a date, or before it, the nearest first.
pub(crate) struct Listed<'a> {
    calendar: &'a Calendar,
    holidays: &'a [NaiveDate],
    worked: &'a [NaiveDate],
    direction: Direction,
}

impl<'a> Listed<'a> {
    pub(crate) fn after(calendar: &'a Calendar, date: NaiveDate, direction: Direction) -> Self {
        Self {
            calendar,
            holidays: ahead(calendar.holidays(), date, direction),
            worked: ahead(calendar.working_days(), date, direction),
            direction,
        }
    }

    /// Returns the nearest day of each list.
    fn heads(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let head = |days: &[NaiveDate]| match self.direction {
            Direction::Back => days.last().copied(),
            Direction::Forward => days.first().copied(),
        };
        (head(self.holidays), head(self.worked))
    }

    fn drop_head(days: &mut &'a [NaiveDate], direction: Direction) {
        let rest = match direction {
            Direction::Back => days.split_last(),
            Direction::Forward => days.split_first(),
        };
        *days = rest.map_or(&[], |(_, rest)| rest);
    }
}

impl Iterator for Listed<'_> {
    type Item = ListedDay;

    fn next(&mut self) -> Option<ListedDay> {
        loop {
            let (holiday, worked) = self.heads();
            // No day is in both lists.
            let is_worked = match (holiday, worked) {
                (Some(holiday), Some(worked)) => match self.direction {
                    Direction::Back => holiday < worked,
                    Direction::Forward => worked < holiday,
                },
                (None, Some(_)) => true,
                _ => false,
            };
            if is_worked {
                Self::drop_head(&mut self.worked, self.direction);
                return worked.map(|day| ListedDay { day, is_worked });
            }
            Self::drop_head(&mut self.holidays, self.direction);
            let day = holiday?;
            if !self.calendar.weekend().contains(&day.weekday()) {
                return Some(ListedDay { day, is_worked });
            }
        }
    }
}

/// Returns the days that lie ahead of a date.
fn ahead(days: &[NaiveDate], date: NaiveDate, direction: Direction) -> &[NaiveDate] {
    let ahead = match direction {
        Direction::Back => days.get(..days.partition_point(|day| *day < date)),
        Direction::Forward => days.get(days.partition_point(|day| *day <= date)..),
    };
    ahead.unwrap_or_default()
}
