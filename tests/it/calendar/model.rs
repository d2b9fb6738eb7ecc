//! A second statement of opening hours: a picture of every minute, and a walk through it.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "small numbers; a test that panics fails, which is its purpose"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use keqing::calendar::Calendar;
use keqing::calendar::hours::{OpenInterval, OpeningHours, SpecialDay, TimeOfDay, WeekdayHours};
use keqing::vocab::time::Seconds;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::subsequence;

use crate::support::given::day;

/// The days of a picture; the first is the day before the first moment.
pub(crate) const DAYS: u32 = 50;

const MINUTES: u32 = 1_440;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Intervals of a day in minutes, the last of which may end on the next day.
type Spans = Vec<(u32, u32)>;

/// Hours as lists of minutes.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    week: Vec<Spans>,
    weekend: Vec<Weekday>,
    holidays: BTreeSet<u32>,
    worked: BTreeSet<u32>,
    special: BTreeMap<u32, Spans>,
    working_day: Weekday,
    pub(crate) is_bounded: bool,
}

impl Model {
    /// The intervals that begin on a day.
    fn spans(&self, number: u32) -> &Spans {
        let weekday = |day: Weekday| self.week.get(day.num_days_from_monday() as usize);
        let found = if let Some(spans) = self.special.get(&number) {
            Some(spans)
        } else if self.holidays.contains(&number) {
            None
        } else if self.worked.contains(&number) {
            weekday(self.working_day)
        } else {
            weekday(day(number).weekday())
        };
        const CLOSED: &Spans = &Vec::new();
        found.unwrap_or(CLOSED)
    }

    /// One truth for each minute of the days: it is open or not.
    pub(crate) fn minutes(&self) -> Vec<bool> {
        let mut minutes = vec![false; (DAYS * MINUTES) as usize];
        for number in 0..DAYS {
            for (from, until) in self.spans(number) {
                let (from, until) = (number * MINUTES + from, number * MINUTES + until);
                for minute in from..until.min(DAYS * MINUTES) {
                    minutes[minute as usize] = true;
                }
            }
        }
        minutes
    }

    /// The same hours as the library has them.
    pub(crate) fn hours(&self) -> OpeningHours {
        let week = WEEK.into_iter().zip(&self.week);
        let week = week.map(|(day, spans)| WeekdayHours::new(day, spans.iter().map(interval)));
        let holidays = self.holidays.iter().copied().map(day);
        let worked = self.worked.iter().copied().map(day);
        let special = self
            .special
            .iter()
            .map(|(number, spans)| SpecialDay::new(day(*number), spans.iter().map(interval)));
        let calendar = Calendar::new(self.weekend.iter().copied(), holidays, worked);
        let mut calendar = made(calendar);
        if self.is_bounded {
            calendar = calendar.with_known_through(day(DAYS - 1));
        }
        let hours = made(OpeningHours::new(week));
        let hours = made(hours.with_calendar(calendar, Some(self.working_day)));
        made(hours.with_special_days(special))
    }
}

/// Any hours: up to three intervals a day and a night, holidays, working weekends and special days.
pub(crate) fn model() -> impl Strategy<Value = Model> {
    let of_latest_night = |night: u32| {
        let days = vec(spans(night), 7).prop_filter("a week without hours", |week| {
            week.iter().any(|spans| !spans.is_empty())
        });
        let listed = btree_set(0..DAYS, 0..12);
        let special = btree_map(0..DAYS, spans(night), 0..5);
        let weekend = subsequence(WEEK.to_vec(), 0..=3);
        (days, listed, special, weekend, any::<bool>(), any::<bool>())
    };
    let parts = (0_u32..=12).prop_flat_map(move |hours| of_latest_night(hours * 60));
    parts.prop_map(|(week, listed, special, weekend, is_worked, is_bounded)| {
        let is_weekend = |number: &u32| weekend.contains(&day(*number).weekday());
        let (worked, holidays) = listed
            .into_iter()
            .partition(|number| is_worked && is_weekend(number));
        let open = WEEK
            .into_iter()
            .zip(&week)
            .find(|(_, spans)| !spans.is_empty());
        let working_day = open.map_or(Weekday::Mon, |(day, _)| day);
        Model {
            week,
            weekend,
            holidays,
            worked,
            special,
            working_day,
            is_bounded,
        }
    })
}

/// Intervals of a day that begin when the latest night is over; the last may be a night.
fn spans(night: u32) -> impl Strategy<Value = Spans> {
    let cuts = btree_set(night..=MINUTES, 0..=6);
    let until = if night == 0 {
        Just(0).boxed()
    } else {
        (0..=night).boxed()
    };
    (cuts, until).prop_map(|(cuts, until)| {
        let cuts: Vec<u32> = cuts.into_iter().collect();
        let mut spans: Spans = cuts
            .chunks_exact(2)
            .map(|pair| (pair[0], pair[1]))
            .collect();
        if let Some(last) = spans.last_mut().filter(|_| until > 0) {
            last.1 = MINUTES + until;
        }
        spans.retain(|(from, until)| until - from < MINUTES || (*from, *until) == (0, MINUTES));
        spans
    })
}

fn interval((from, until): &(u32, u32)) -> OpenInterval {
    let time = |minutes: u32| made(TimeOfDay::new(minutes / 60, minutes % 60));
    let until = if *until > MINUTES {
        until - MINUTES
    } else {
        *until
    };
    made(OpenInterval::new(time(*from), time(until)))
}

/// The open seconds from one second to another, minute by minute.
pub(crate) fn open_seconds(minutes: &[bool], from: u64, until: u64) -> u64 {
    let mut open = 0;
    let mut second = from;
    while second < until {
        let end = (second / 60 * 60 + 60).min(until);
        if minutes[(second / 60) as usize] {
            open += end - second;
        }
        second = end;
    }
    open
}

/// The first second at which the open seconds reach a target, or `None` if the picture ends before.
pub(crate) fn first_reached(minutes: &[bool], from: u64, target: u64) -> Option<u64> {
    let mut left = target;
    let mut second = from;
    while left > 0 {
        let end = second / 60 * 60 + 60;
        if *minutes.get((second / 60) as usize)? {
            let open = (end - second).min(left);
            left -= open;
            second += open;
            if left == 0 {
                break;
            }
        }
        second = end;
    }
    Some(second)
}

/// The last second from which the open seconds are a lead, or `None` if the picture begins after it.
pub(crate) fn last_before(minutes: &[bool], until: u64, lead: u64) -> Option<u64> {
    let mut left = lead;
    let mut second = until;
    while left > 0 {
        let start = second.checked_sub(1)? / 60 * 60;
        if minutes[(start / 60) as usize] {
            let open = (second - start).min(left);
            left -= open;
            second -= open;
            if left == 0 {
                break;
            }
        }
        second = start;
    }
    Some(second)
}

/// The moment so many seconds after the beginning of the picture.
pub(crate) fn moment(second: u64) -> NaiveDateTime {
    let start: NaiveDate = day(0);
    let start = start.and_hms_opt(0, 0, 0).unwrap_or_default();
    let second = i64::try_from(second).unwrap_or_default();
    start + TimeDelta::seconds(second)
}

pub(crate) fn seconds(count: u64) -> Seconds {
    Seconds::new(count)
}

#[track_caller]
pub(crate) fn made<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    match result {
        Ok(made) => made,
        Err(error) => panic!("{error:?}"),
    }
}
