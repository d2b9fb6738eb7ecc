//! The measure of open time: whole weeks by arithmetic, and the days that differ one by one.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::calendar::error::CalendarError;
use crate::calendar::hours::interval::{DAY, OpenInterval};
use crate::calendar::hours::opening::OpeningHours;
use crate::vocab::time::Seconds;

/// A moment as whole seconds since the beginning of Monday, 1 January of the year 1.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Second(i64);

impl Second {
    /// Reads a moment; a fraction of a second is cut off.
    pub(crate) fn of(moment: NaiveDateTime) -> Self {
        let second = i64::from(moment.time().num_seconds_from_midnight());
        Self(Self::start_of(moment.date()).0.saturating_add(second))
    }

    /// Returns the beginning of a date.
    pub(crate) fn start_of(date: NaiveDate) -> Self {
        let days = i64::from(date.num_days_from_ce()).saturating_sub(1);
        Self(days.saturating_mul(DAY))
    }

    /// Returns the end of a date, which is the beginning of the next.
    pub(crate) fn end_of(date: NaiveDate) -> Self {
        Self::start_of(date).later(DAY)
    }

    pub(crate) const fn later(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    pub(crate) const fn earlier(self, seconds: i64) -> Self {
        Self(self.0.saturating_sub(seconds))
    }

    /// Returns the moment in the middle of two, or the first if there is none between them.
    pub(crate) const fn middle(self, later: Self) -> Self {
        let apart = later.0.saturating_sub(self.0);
        Self(self.0.saturating_add(apart.div_euclid(2)))
    }

    /// Returns the moment.
    pub(crate) fn moment(self) -> Result<NaiveDateTime, CalendarError> {
        let day = i32::try_from(self.day().saturating_add(1)).ok();
        let date = day.and_then(NaiveDate::from_num_days_from_ce_opt);
        let second = u32::try_from(self.0.rem_euclid(DAY)).ok();
        let time =
            second.and_then(|second| NaiveTime::from_num_seconds_from_midnight_opt(second, 0));
        let moment = date.zip(time).map(|(date, time)| date.and_time(time));
        moment.ok_or(CalendarError::DateOutOfRange {
            from: if self.0 < 0 {
                NaiveDate::MIN
            } else {
                NaiveDate::MAX
            },
        })
    }

    /// Returns the number of the day, counted from Monday, 1 January of the year 1.
    const fn day(self) -> i64 {
        self.0.div_euclid(DAY)
    }
}

impl OpeningHours {
    /// Returns the number of open seconds from one on, up to a later one.
    ///
    /// The cost grows with the days that differ from their week between the two, and not with their distance.
    pub(crate) fn open_between(&self, from: Second, until: Second) -> i64 {
        let week = self
            .by_week_before(until)
            .saturating_sub(self.by_week_before(from));
        // An interval of the day before may go on into the first day.
        let (first, last) = (from.day().saturating_sub(1), until.day());
        let special = self.special_days();
        let special = within(special, first, last, |day| day.date).iter();
        let own = special.map(|day| (day.date, day.intervals.as_slice()));
        let is_plain = |date: &NaiveDate| self.special_on(*date).is_none();
        let listed = |days| within(days, first, last, |date: &NaiveDate| *date).iter();
        let of_calendar = listed(self.calendar().holidays())
            .chain(listed(self.calendar().working_days()))
            .filter(|date| is_plain(date));
        let of_calendar = of_calendar.map(|date| (*date, self.beginning_on(*date)));
        own.chain(of_calendar)
            .fold(week, |open, (date, intervals)| {
                let start = Second::start_of(date);
                let measured = |intervals: &[OpenInterval]| {
                    intervals.iter().fold(0_i64, |sum, interval| {
                        sum.saturating_add(overlap(*interval, start, from, until))
                    })
                };
                let usual = measured(self.of_weekday(date.weekday()));
                open.saturating_add(measured(intervals))
                    .saturating_sub(usual)
            })
    }

    /// Returns the open seconds from the first Monday up to one, if each week were as the week is.
    fn by_week_before(&self, second: Second) -> i64 {
        let start = Second(second.0.div_euclid(WEEK).saturating_mul(WEEK));
        let mut whole = 0_i64;
        let mut within = 0_i64;
        for hours in self.week() {
            let days = i64::from(hours.day.num_days_from_monday());
            let day = start.later(days.saturating_mul(DAY));
            for interval in &hours.intervals {
                let (opens, closes) = interval.span();
                whole = whole.saturating_add(closes.saturating_sub(opens));
                // The last interval of the week before may go on into this one.
                for day in [day, day.earlier(WEEK)] {
                    within = within.saturating_add(overlap(*interval, day, start, second));
                }
            }
        }
        let weeks = second.0.div_euclid(WEEK);
        weeks.saturating_mul(whole).saturating_add(within)
    }
}

/// Returns the seconds of an interval of a day that lie between two others.
fn overlap(interval: OpenInterval, day: Second, from: Second, until: Second) -> i64 {
    let (opens, closes) = interval.span();
    let (opens, closes) = (day.later(opens), day.later(closes));
    let (start, end) = (opens.max(from), closes.min(until));
    end.0.saturating_sub(start.0).max(0)
}

/// Returns the entries of a list in order whose date lies from one day to another.
fn within<T>(entries: &[T], first: i64, last: i64, date: impl Fn(&T) -> NaiveDate) -> &[T] {
    let day = |entry: &T| Second::start_of(date(entry)).day();
    let start = entries.partition_point(|entry| day(entry) < first);
    let end = entries.partition_point(|entry| day(entry) <= last);
    entries.get(start..end).unwrap_or(&[])
}

/// Returns seconds as a signed number: one that does not fit is past every date.
pub(crate) fn whole(seconds: Seconds) -> i64 {
    i64::try_from(seconds.count()).unwrap_or(i64::MAX)
}

/// The seconds of a week.
const WEEK: i64 = 604_800;
