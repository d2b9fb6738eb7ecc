use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::receivable::calendar::{Calendar, CalendarError};

/// Which ends of a span are counted (起讫日是否计入).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(clippy::exhaustive_enums, reason = "a span has two ends")]
#[serde(rename_all = "kebab-case")]
pub enum CountedEnds {
    /// Both the day it is counted from and the day it is counted to.
    Both,
    /// The day it is counted from only, as interest counts days.
    From,
    /// Neither.
    Neither,
    /// The day it is counted to only, as terms count days.
    To,
}

impl CountedEnds {
    const fn counts_from(self) -> bool {
        matches!(self, Self::Both | Self::From)
    }

    const fn counts_to(self) -> bool {
        matches!(self, Self::Both | Self::To)
    }
}

impl Calendar {
    /// Counts the business days from one date to another; the count is negative where the second is
    /// the earlier.
    ///
    /// A day is counted once, even if both ends fall on it, and not if either leaves it out.
    ///
    /// # Errors
    ///
    /// [`CalendarError::BeyondKnown`] where the span goes past what is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::{Calendar, CountedEnds};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let calendar = Calendar::saturday_sunday();
    /// let (friday, monday) = (date(2014, 7, 11)?, date(2014, 7, 14)?);
    /// assert_eq!(calendar.business_days_between(friday, monday, CountedEnds::From)?, 1);
    /// assert_eq!(calendar.business_days_between(friday, monday, CountedEnds::Both)?, 2);
    /// assert_eq!(calendar.business_days_between(monday, friday, CountedEnds::Both)?, -2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn business_days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        ends: CountedEnds,
    ) -> Result<i64, CalendarError> {
        let (first, last, counts_first, counts_last) = if from <= to {
            (from, to, ends.counts_from(), ends.counts_to())
        } else {
            (to, from, ends.counts_to(), ends.counts_from())
        };
        // Asked for the later end alone: it is known only if every day before it is.
        let last_is_business_day = self.known_business_day(last)?;
        let mut count = self.count_before(first, last);
        if counts_last && last_is_business_day {
            count = count.saturating_add(1);
        }
        let leaves_first_out = !counts_first || (first == last && !counts_last);
        if leaves_first_out && count > 0 && self.is_business_day(first) {
            count = count.saturating_sub(1);
        }
        Ok(if from <= to {
            count
        } else {
            count.saturating_neg()
        })
    }

    /// Counts the business days from a first day to before a last one, without walking through them.
    fn count_before(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        let days = last.signed_duration_since(first).num_days();
        let weekends: i64 = self
            .weekend()
            .iter()
            .map(|weekday| {
                let until = i64::from(weekday.days_since(first.weekday()));
                // The first such day lies `until` days on, and each seven days there is another.
                days.saturating_sub(until)
                    .saturating_add(6)
                    .div_euclid(7)
                    .max(0)
            })
            .fold(0, i64::saturating_add);
        let off_weekend = |date: &&NaiveDate| !self.weekend().contains(&date.weekday());
        let holidays = within(self.holidays(), first, last)
            .iter()
            .filter(off_weekend)
            .count();
        let worked = within(self.working_days(), first, last).len();
        days.saturating_sub(weekends)
            .saturating_sub(length(holidays))
            .saturating_add(length(worked))
    }
}

/// Returns the dates from a first one to before a last one.
fn within(dates: &[NaiveDate], first: NaiveDate, last: NaiveDate) -> &[NaiveDate] {
    let start = dates.partition_point(|date| *date < first);
    let end = dates.partition_point(|date| *date < last);
    dates.get(start..end).unwrap_or_default()
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
