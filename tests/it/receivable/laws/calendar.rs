//! Business days and periodic schedules, against walks from day to day.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers; a test that panics fails, which is its purpose"
)]

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use keqing::calendar::schedule::{Frequency, PeriodKind, PeriodicSchedule, StubConvention};
use keqing::calendar::{
    BusinessDayConvention, Calendar, CalendarError, CountedEnds, EndOfMonth, Tenor,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::{
    Strategy, any, prop_assert, prop_assert_eq, prop_assume, prop_oneof, proptest,
};
use proptest::sample::{select, subsequence};

use crate::support::given::day;

const SPAN: u32 = 400;

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// Where a day goes that is no business day, all but unadjusted.
const ADJUSTED: [BusinessDayConvention; 7] = [
    BusinessDayConvention::Following,
    BusinessDayConvention::HalfMonthModifiedFollowing,
    BusinessDayConvention::ModifiedFollowing,
    BusinessDayConvention::ModifiedPreceding,
    BusinessDayConvention::Nearest,
    BusinessDayConvention::NearestByWeekday,
    BusinessDayConvention::Preceding,
];

/// Any weekend, many holidays, and some days of the weekend worked; no month is closed from end to end.
fn calendar() -> impl Strategy<Value = Calendar> {
    let weekend = subsequence(WEEK.to_vec(), 0..=5);
    let days = btree_set(0..SPAN, 0..80);
    (weekend, days, vec(any::<bool>(), 80)).prop_map(|(weekend, days, worked)| {
        let dates: Vec<NaiveDate> = days.into_iter().map(day).collect();
        let is_weekend = |date: &NaiveDate| weekend.contains(&date.weekday());
        let mut holidays = Vec::new();
        let mut working_days = Vec::new();
        for (date, is_worked) in dates.into_iter().zip(worked) {
            if is_weekend(&date) && is_worked {
                working_days.push(date);
            } else {
                holidays.push(date);
            }
        }
        made(Calendar::new(weekend.clone(), holidays, working_days))
    })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..SPAN).prop_map(day)
}

fn ends() -> impl Strategy<Value = CountedEnds> {
    select(vec![
        CountedEnds::Both,
        CountedEnds::From,
        CountedEnds::Neither,
        CountedEnds::To,
    ])
}

fn frequency() -> impl Strategy<Value = Frequency> {
    let count = |most: u32| (1..=most).prop_map(|count| made(count.try_into()));
    prop_oneof![
        count(40).prop_map(Frequency::Days),
        count(9).prop_map(Frequency::Weeks),
        count(14).prop_map(Frequency::Months),
    ]
}

fn stub() -> impl Strategy<Value = StubConvention> {
    select(vec![
        StubConvention::LongFinal,
        StubConvention::LongInitial,
        StubConvention::ShortFinal,
        StubConvention::ShortInitial,
        StubConvention::SmartFinal,
        StubConvention::SmartInitial,
    ])
}

#[track_caller]
fn made<T, E: std::fmt::Debug>(result: Result<T, E>) -> T {
    match result {
        Ok(made) => made,
        Err(error) => panic!("{error:?}"),
    }
}

/// A date so many days off.
fn off(date: NaiveDate, days: i64) -> NaiveDate {
    date.checked_add_signed(TimeDelta::days(days))
        .unwrap_or(date)
}

fn month(date: NaiveDate) -> (i32, u32) {
    (date.year(), date.month())
}

/// Shifts a date by walking from one business day to the next.
fn walked(calendar: &Calendar, date: NaiveDate, days: i32) -> Result<NaiveDate, CalendarError> {
    (0..days.abs()).try_fold(date, |day, _| {
        if days < 0 {
            calendar.previous(day)
        } else {
            calendar.next(day)
        }
    })
}

proptest! {
    #[test]
    fn an_adjusted_date_is_a_business_day_and_stays_there(calendar in calendar(), date in date()) {
        for convention in ADJUSTED {
            let moved = made(calendar.adjust(date, convention));
            prop_assert!(calendar.is_business_day(moved), "{:?}", convention);
            prop_assert_eq!(made(calendar.adjust(moved, convention)), moved);
            prop_assert!(moved == date || !calendar.is_business_day(date));
        }
        let unadjusted = made(calendar.adjust(date, BusinessDayConvention::Unadjusted));
        prop_assert_eq!(unadjusted, date);
    }

    #[test]
    fn following_and_preceding_skip_no_business_day(calendar in calendar(), date in date()) {
        let following = made(calendar.adjust(date, BusinessDayConvention::Following));
        let preceding = made(calendar.adjust(date, BusinessDayConvention::Preceding));
        prop_assert!(preceding <= date && date <= following);
        let skipped = date.iter_days().take_while(|day| *day < following);
        prop_assert!(skipped.into_iter().all(|day| !calendar.is_business_day(day)));
        let skipped = off(preceding, 1).iter_days().take_while(|day| *day <= date);
        prop_assert!(skipped.into_iter().all(|day| !calendar.is_business_day(day)));
    }

    #[test]
    fn the_nearest_business_day_is_no_further_than_any(calendar in calendar(), date in date()) {
        let nearest = made(calendar.adjust(date, BusinessDayConvention::Nearest));
        let away = nearest.signed_duration_since(date).num_days();
        for days in 0..away.abs() {
            prop_assert!(!calendar.is_business_day(off(date, days)));
            prop_assert!(!calendar.is_business_day(off(date, -days)));
        }
        prop_assert!(away >= 0 || !calendar.is_business_day(off(date, -away)));
    }

    #[test]
    fn a_modified_convention_keeps_to_a_month_that_has_business_days(
        calendar in calendar(),
        date in date(),
    ) {
        let has_business_day = (-31..=31)
            .map(|days| off(date, days))
            .any(|day| month(day) == month(date) && calendar.is_business_day(day));
        prop_assume!(has_business_day);
        for convention in [
            BusinessDayConvention::ModifiedFollowing,
            BusinessDayConvention::ModifiedPreceding,
        ] {
            let moved = made(calendar.adjust(date, convention));
            prop_assert_eq!(month(moved), month(date), "{:?}", convention);
        }
    }

    #[test]
    fn a_shift_and_its_return_lead_to_the_same_business_day(
        calendar in calendar(),
        date in date(),
        days in -60_i32..=60,
    ) {
        let start = calendar.next_or_same(date);
        let shifted = start.clone().and_then(|start| calendar.shift(start, days));
        prop_assume!(shifted.is_ok());
        let (start, shifted) = (made(start), made(shifted));
        prop_assert_eq!(made(calendar.shift(shifted, -days)), start);
        let counted = calendar.business_days_between(start, shifted, CountedEnds::From);
        prop_assert_eq!(made(counted), i64::from(days));
    }

    #[test]
    fn a_shift_reckons_where_a_walk_would_lead(
        calendar in calendar(),
        date in date(),
        days in -150_i32..=150,
        known in option::of(date()),
        since in option::of(date()),
    ) {
        let calendar = match known {
            Some(last) => calendar.with_known_through(last),
            None => calendar,
        };
        let calendar = match since {
            Some(first) => calendar.with_known_from(first),
            None => calendar,
        };
        let shifted = calendar.shift(date, days);
        prop_assert_eq!(&shifted, &walked(&calendar, date, days));
        // A day more leads further on.
        let further = calendar.shift(date, days + 1);
        if let (Ok(shifted), Ok(further)) = (shifted, further) {
            prop_assert!(shifted < further);
        }
    }

    #[test]
    fn business_days_are_counted_one_by_one(
        calendar in calendar(),
        one in date(),
        other in date(),
        ends in ends(),
    ) {
        let (first, last) = (one.min(other), one.max(other));
        let leaves_out = |date: NaiveDate| match ends {
            CountedEnds::Both => false,
            CountedEnds::From => date == other,
            CountedEnds::To => date == one,
            CountedEnds::Neither => date == one || date == other,
        };
        let days = first.iter_days().take_while(|day| *day <= last);
        let counted = days.filter(|day| calendar.is_business_day(*day) && !leaves_out(*day));
        let count = i64::try_from(counted.count()).unwrap_or(i64::MAX);
        let expected = if one <= other { count } else { -count };
        prop_assert_eq!(made(calendar.business_days_between(one, other, ends)), expected);
    }

    #[test]
    fn a_joined_calendar_is_open_where_both_are(
        one in calendar(),
        other in calendar(),
        date in date(),
    ) {
        if let Ok(joined) = one.joined(&other) {
            let are_open = one.is_business_day(date) && other.is_business_day(date);
            prop_assert_eq!(joined.is_business_day(date), are_open);
            prop_assert_eq!(Ok(joined), other.joined(&one));
        } else {
            let weekends = WEEK.iter().filter(|day| {
                one.weekend().contains(day) || other.weekend().contains(day)
            });
            prop_assert_eq!(weekends.count(), 7);
        }
    }

    #[test]
    fn a_calendar_survives_json(calendar in calendar(), last in date()) {
        let calendar = calendar.with_known_through(last);
        let json = made(serde_json::to_string(&calendar));
        let read: Calendar = made(serde_json::from_str(&json));
        prop_assert_eq!(read, calendar);
    }

    #[test]
    fn the_last_business_day_advances_to_the_last(
        calendar in calendar(),
        date in date(),
        months in -12_i32..=12,
    ) {
        let start = calendar.last_business_day_of_month(date);
        let Ok(start) = start else { return Ok(()) };
        let moved = calendar.advance(
            start,
            Tenor::Months(months),
            BusinessDayConvention::Unadjusted,
            EndOfMonth::LastBusinessDay,
        );
        let Ok(moved) = moved else { return Ok(()) };
        prop_assert_eq!(calendar.last_business_day_of_month(moved), Ok(moved));
        let months_between = |from: NaiveDate, to: NaiveDate| {
            let number = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
            number(to) - number(from)
        };
        prop_assert_eq!(months_between(start, moved), i64::from(months));
    }

    #[test]
    fn periods_tile_their_span(
        calendar in calendar(),
        start in date(),
        length in 1_i64..2_000,
        frequency in frequency(),
        stub in stub(),
    ) {
        let schedule = made(PeriodicSchedule::new(start, off(start, length), frequency));
        let periods = made(schedule.with_stub(stub).periods(&calendar));
        let mut reached = start;
        for period in &periods {
            prop_assert_eq!((period.start, period.end), (period.unadjusted_start, period.unadjusted_end));
            prop_assert_eq!(period.start, reached);
            prop_assert!(period.start < period.end);
            reached = period.end;
        }
        prop_assert_eq!(reached, off(start, length));
        let stubs = periods.iter().filter(|period| period.kind == PeriodKind::Stub);
        prop_assert!(stubs.count() <= 1);
    }

    #[test]
    fn adjusted_periods_tile_their_span_too(
        start in date(),
        months in 1_i32..36,
        frequency in (1_u32..=6).prop_map(|months| Frequency::Months(made(months.try_into()))),
        stub in stub(),
        convention in select(ADJUSTED.to_vec()),
    ) {
        let calendar = Calendar::saturday_sunday();
        let months = Tenor::Months(months);
        let unadjusted = BusinessDayConvention::Unadjusted;
        let end = made(calendar.advance(start, months, unadjusted, EndOfMonth::KeepDay));
        let schedule = made(PeriodicSchedule::new(start, end, frequency)).with_stub(stub);
        // A stub of a day or two may fall on one weekend.
        let Ok(periods) = schedule.with_adjustment(convention).periods(&calendar) else {
            return Ok(());
        };
        let mut reached = made(calendar.adjust(start, convention));
        for period in &periods {
            prop_assert_eq!(period.start, reached);
            prop_assert!(period.start < period.end);
            prop_assert_eq!(made(calendar.adjust(period.unadjusted_end, convention)), period.end);
            reached = period.end;
        }
        prop_assert_eq!(reached, made(calendar.adjust(end, convention)));
    }

    #[test]
    fn every_regular_period_is_counted_from_the_anchor(
        start in date(),
        months in 1_u32..=7,
        count in 1_u32..=20,
    ) {
        let frequency = Frequency::Months(made(months.try_into()));
        let after = |number: u32| {
            let months = months.checked_mul(number).map(chrono::Months::new);
            months.and_then(|months| start.checked_add_months(months)).unwrap_or(start)
        };
        // Ending where nothing is cut, so that the start is the anchor.
        let schedule = made(PeriodicSchedule::new(start, off(after(count), 1), frequency));
        let schedule = schedule.with_stub(StubConvention::ShortFinal);
        let periods = made(schedule.periods(&Calendar::every_day()));
        for (number, period) in (1..=count).zip(&periods) {
            // A start on the 31st means the end of the month, as does its cut in a shorter one.
            prop_assert_eq!(period.end, after(number));
        }
    }
}
