//! Reference rates and the rates that follow them, against histories walked day by day.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "second statements are written as plainly as the textbooks have them"
)]

use chrono::{Datelike, Days, NaiveDate};
use keqing::receivable::rate::{
    LateRate, RateDates, RateFactor, RateFixing, RateReset, RateSeries, RateStep, ReferenceRate,
};
use keqing::vocab::rate::Rate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert_eq, prop_oneof, proptest};

/// The days within which everything happens: some four years.
const DAYS: u64 = 1_500;

/// One day of them: often next to the turn of a half-year, where the samplings differ.
fn day() -> impl Strategy<Value = NaiveDate> {
    let turn = (0_u64..8, 0_u64..3).prop_map(|(half, off)| {
        let month = if half % 2 == 0 { 1 } else { 7 };
        let year = 2023 + i32::try_from(half / 2).unwrap_or(0);
        let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        first
            .checked_sub_days(Days::new(1))
            .map_or(first, |before| later(before, off))
    });
    prop_oneof![(0..DAYS).prop_map(|days| later(start(), days)), turn]
}

/// Steps with few different rates, so that one often follows itself, some of them unknown.
fn steps() -> impl Strategy<Value = Vec<RateStep>> {
    vec((day(), option::weighted(0.8, 0_i16..3)), 1..8).prop_map(|steps| {
        let mut steps: Vec<RateStep> = steps
            .into_iter()
            .map(|(from, rate)| match rate {
                Some(points) => RateStep::new(from, Rate::basis_points(points * 100)),
                None => RateStep::unknown(from),
            })
            .collect();
        steps.sort_by_key(RateStep::from);
        steps.dedup_by_key(|step| step.from());
        steps
    })
}

fn series() -> impl Strategy<Value = RateSeries> {
    (steps(), option::of(0_u64..200)).prop_filter_map("no series", |(steps, after)| {
        let last = steps.last()?.from();
        let series = RateSeries::new(steps).ok()?;
        match after {
            Some(days) => series.with_known_until(later(last, days)).ok(),
            None => Some(series),
        }
    })
}

/// A rate that follows a reference, with the agreed rate that it takes the place of where that is less.
fn late_rate() -> impl Strategy<Value = (LateRate, Option<Rate>)> {
    let sampling = prop_oneof![
        Just(RateFixing::Daily),
        Just(RateFixing::HalfYearStart),
        Just(RateFixing::PrecedingHalfYearEnd)
    ];
    let binding = prop_oneof![
        3 => Just(RateReset::Floating),
        1 => Just(RateReset::FixedAtDefault),
        1 => Just(RateReset::AtPaymentDate),
        1 => Just(RateReset::FixedAtContract)
    ];
    let factor = prop_oneof![Just(RateFactor::ONE), Just(RateFactor::THREE)];
    let agreed = option::of(700_i16..1_200);
    (series(), sampling, binding, factor, agreed).prop_map(
        |(series, sampling, binding, factor, agreed)| {
            let reference = ReferenceRate::over(series, Rate::basis_points(800))
                .with_factor(factor)
                .with_sampling(sampling)
                .with_binding(binding);
            match agreed.map(Rate::basis_points) {
                Some(agreed) => {
                    let rate = LateRate::agreed_at_least(agreed, reference);
                    (rate, Some(agreed))
                }
                None => (LateRate::referenced(reference), None),
            }
        },
    )
}

fn rate_dates() -> impl Strategy<Value = RateDates> {
    (option::of(day()), day(), day()).prop_map(|(contract, default, payment)| {
        let dates = RateDates::new(default, payment);
        contract.map_or(dates, |contract| dates.with_contract(contract))
    })
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 11, 15).unwrap_or_default()
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// The rate of a day by the last step that is not after it.
fn looked_up(series: &RateSeries, day: NaiveDate) -> Option<Rate> {
    if series.known_until().is_some_and(|last| last < day) {
        return None;
    }
    let before = |step: &&RateStep| step.from() <= day;
    series.steps().iter().rfind(before)?.rate()
}

/// The day of reading, gone back to one day at a time.
fn read_on(sampling: RateFixing, day: NaiveDate) -> Option<NaiveDate> {
    let turns = |day: &NaiveDate| day.day() == 1 && (day.month() == 1 || day.month() == 7);
    let mut back = core::iter::successors(Some(day), NaiveDate::pred_opt);
    match sampling {
        RateFixing::HalfYearStart => back.find(turns),
        RateFixing::PrecedingHalfYearEnd => back.find(turns)?.pred_opt(),
        _ => Some(day),
    }
}

proptest! {
    #[test]
    fn a_rate_is_that_of_the_last_step_and_never_filled_in(series in series(), day in day()) {
        prop_assert_eq!(series.rate_on(day).ok(), looked_up(&series, day));
    }

    #[test]
    fn a_series_changes_where_its_rate_does(series in series(), after in day()) {
        let mut days = (1..=2 * DAYS).map(|days| later(after, days));
        let changed = days.find(|day| looked_up(&series, *day) != looked_up(&series, after));
        prop_assert_eq!(series.next_change(after), changed);
    }

    #[test]
    fn a_series_is_read_as_it_was_written(series in series(), (rate, _) in late_rate()) {
        let json = serde_json::to_string(&series)?;
        prop_assert_eq!(serde_json::from_str::<RateSeries>(&json)?, series);
        let json = serde_json::to_string(&rate)?;
        prop_assert_eq!(serde_json::from_str::<LateRate>(&json)?, rate);
    }

    #[test]
    fn the_order_of_steps_does_not_matter(steps in steps()) {
        let backwards: Vec<RateStep> = steps.iter().rev().copied().collect();
        prop_assert_eq!(RateSeries::new(backwards), RateSeries::new(steps));
    }

    #[test]
    fn a_late_rate_is_the_reference_read_on_the_binding_day(
        (rate, agreed) in late_rate(), dates in rate_dates(), day in day()
    ) {
        let Some(reference) = rate.reference() else { return Ok(()) };
        let bound = match reference.binding() {
            RateReset::AtPaymentDate => Some(dates.payment),
            RateReset::FixedAtContract => dates.contract,
            RateReset::FixedAtDefault => Some(dates.default),
            _ => Some(day),
        };
        let read = bound.and_then(|bound| read_on(reference.sampling(), bound));
        let read = read.and_then(|read| looked_up(reference.series(), read));
        let expected = read.map(|read| {
            let above = reference.factor().value() * read.fraction() + reference.margin().fraction();
            agreed.map_or(above, |agreed| above.max(agreed.fraction()))
        });
        prop_assert_eq!(rate.rate_on(&dates, day).ok().map(Rate::fraction), expected);
    }

    #[test]
    fn a_late_rate_changes_where_it_says_and_nowhere_else(
        (rate, _) in late_rate(), dates in rate_dates(), after in day()
    ) {
        let now = rate.rate_on(&dates, after).ok();
        let mut days = (1..=2 * DAYS).map(|days| later(after, days));
        let changed = days.find(|day| rate.rate_on(&dates, *day).ok() != now);
        prop_assert_eq!(rate.next_change(&dates, after), changed);
    }
}
