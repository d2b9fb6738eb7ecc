use chrono::{Datelike, NaiveDate};

use crate::calendar::business_days::Calendar;
use crate::calendar::error::CalendarError;
use crate::calendar::week::{Direction, Week};
use crate::vocab::words::words;

words! {
    /// The ends of a span that are counted (起讫日是否计入).
    pub closed enum CountedEnds {
        /// The day that is counted from, and the day that is counted to.
        Both = "both", "both ends", "算头又算尾", "算頭又算尾";
        /// The day that is counted from only, as interest counts days.
        From = "from", "first day only", "算头不算尾", "算頭不算尾";
        /// Neither end.
        Neither = "neither", "neither end", "头尾均不算", "頭尾均不算";
        /// The day that is counted to only, as terms count days.
        To = "to", "last day only", "算尾不算头", "算尾不算頭";
    }
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
    /// Counts the business days from one date to another; the count is negative if the second is
    /// the earlier.
    ///
    /// A day on which both ends fall is counted once. It is not counted if either end leaves it
    /// out.
    ///
    /// # Errors
    ///
    /// [`CalendarError::BeyondKnown`] and [`CalendarError::BeforeKnown`] are returned when the span goes past the
    /// known days.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::{Calendar, CountedEnds};
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
        let first = if counts_first {
            Some(first)
        } else {
            first.succ_opt()
        };
        let last = if counts_last {
            Some(last)
        } else {
            last.pred_opt()
        };
        let count = match (first, last) {
            (Some(first), Some(last)) if first <= last => {
                // If both ends are known, so are the days between them.
                self.check_known(first)?;
                self.check_known(last)?;
                self.count_through(first, last)
            }
            _ => 0,
        };
        Ok(if from <= to {
            count
        } else {
            count.saturating_neg()
        })
    }

    /// Counts the business days from a first day through a last one, without walking through them.
    fn count_through(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        let days = last.signed_duration_since(first).num_days();
        let week = Week::ahead(self.weekend(), first.weekday().pred(), Direction::Forward);
        let off_weekend = |date: &&NaiveDate| !self.weekend().contains(&date.weekday());
        let holidays = within(self.holidays(), first, last).iter();
        let worked = within(self.working_days(), first, last).len();
        week.open_among(days.saturating_add(1))
            .saturating_sub(length(holidays.filter(off_weekend).count()))
            .saturating_add(length(worked))
    }
}

/// Returns the dates from a first one through a last one.
fn within(dates: &[NaiveDate], first: NaiveDate, last: NaiveDate) -> &[NaiveDate] {
    let start = dates.partition_point(|date| *date < first);
    let end = dates.partition_point(|date| *date <= last);
    dates.get(start..end).unwrap_or_default()
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::CountedEnds::{Both, From, Neither, To};
    use crate::calendar::business_days::Calendar;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or(NaiveDate::MIN)
    }

    #[test]
    fn each_end_is_counted_or_not() {
        // Friday 11 to Tuesday 15 July 2014: Friday, Monday, Tuesday.
        let table = [
            ("2014-07-11", "2014-07-15", Both, 3),
            ("2014-07-11", "2014-07-15", From, 2),
            ("2014-07-11", "2014-07-15", To, 2),
            ("2014-07-11", "2014-07-15", Neither, 1),
            ("2014-07-15", "2014-07-11", From, -2),
            ("2014-07-12", "2014-07-15", From, 1), // from Saturday: Monday
            ("2014-07-12", "2014-07-15", To, 2),   // from Saturday: Monday and Tuesday
            ("2014-07-11", "2014-07-11", Both, 1),
            ("2014-07-11", "2014-07-11", From, 0),
            ("2014-07-11", "2014-07-11", To, 0),
            ("2014-07-11", "2014-07-11", Neither, 0),
            ("2014-07-12", "2014-07-12", Both, 0),
        ];
        let calendar = Calendar::saturday_sunday();
        for (from, to, ends, expected) in table {
            let count = calendar.business_days_between(date(from), date(to), ends);
            assert_eq!(count, Ok(expected), "{from} {to} {ends:?}");
        }
    }

    #[test]
    fn a_count_reaches_as_far_as_the_holidays_are_known() {
        let known = Calendar::saturday_sunday().with_known_through(date("2024-12-31"));
        let year = |ends| known.business_days_between(date("2024-01-01"), date("2025-01-01"), ends);
        assert_eq!(year(From), Ok(262)); // 366 days less 52 Saturdays and 52 Sundays
        assert!(year(To).is_err());
    }

    #[test]
    fn all_days_there_are_can_be_counted() {
        let all = |ends| {
            Calendar::every_day().business_days_between(NaiveDate::MIN, NaiveDate::MAX, ends)
        };
        let days = NaiveDate::MAX
            .signed_duration_since(NaiveDate::MIN)
            .num_days();
        assert_eq!(all(From), Ok(days));
        assert_eq!(all(Both), Ok(days.saturating_add(1)));
    }
}
