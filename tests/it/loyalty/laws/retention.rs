//! The retention of a customer, against a naive second statement.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "numbers of a test that stay far inside their types, and places within their lists"
)]

use chrono::NaiveDate;
use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::retention::{Retention, retention};
use keqing::loyalty::words::Repeat;
use keqing::vocab::share::Share;
use proptest::collection::vec;
use proptest::prelude::{
    ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use crate::support::given::{day, share};

/// Days of purchase, oldest first, and the day that is asked for.
fn purchases() -> impl Strategy<Value = (Vec<u32>, u32)> {
    let gap = prop_oneof![0_u32..3, 5_u32..12, 0_u32..120];
    let rest = prop_oneof![0_u32..15, 0_u32..400];
    (0_u32..50, vec(gap, 0..20), rest).prop_map(|(first, gaps, rest)| {
        let mut days = vec![first];
        let mut last = first;
        for gap in gaps {
            last = last.saturating_add(gap);
            days.push(last);
        }
        (days, last.saturating_add(rest))
    })
}

#[track_caller]
fn told(policy: &LoyaltyPolicy, days: &[u32], as_of: u32) -> Option<Retention> {
    let dates: Vec<NaiveDate> = days.iter().map(|number| day(*number)).collect();
    retention(policy, &dates, day(as_of)).into_value()
}

/// Lists the expected orders and looks for a purchase around each: the cycle in half days, in how many
/// periods the customer bought, and how many there were. Every length is in quarters of a day.
fn naive(days: &[u32], as_of: u32) -> Option<(u32, u32, u32)> {
    let mut distinct = days.to_vec();
    distinct.dedup();
    let first = *distinct.first()?;
    let mut gaps: Vec<u32> = distinct.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_unstable();
    let cycle = match gaps.len() {
        0 => return None,
        odd if odd % 2 == 1 => gaps[odd / 2] * 4,
        even => (gaps[even / 2 - 1] + gaps[even / 2]) * 2,
    };
    let (mut bought, mut passed) = (0, 0);
    for order in 1.. {
        let expected = order * cycle;
        let around = (expected - cycle / 2)..(expected + cycle / 2);
        // A period counts once it is over.
        if (as_of - first) * 4 < around.end {
            break;
        }
        passed += 1;
        if distinct
            .iter()
            .any(|on| around.contains(&((on - first) * 4)))
        {
            bought += 1;
        }
    }
    (passed >= 2).then_some((cycle / 2, bought, passed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn retention_is_what_listing_the_expected_orders_says((days, as_of) in purchases()) {
        let found = told(&LoyaltyPolicy::standard(), &days, as_of);
        let found = found.map(|told| (told.cycle.half_days(), told.rate));
        let expected = naive(&days, as_of).map(|(cycle, bought, passed)| {
            (cycle, Share::new(bought.into(), passed.into()))
        });
        match (found, expected) {
            (Some((cycle, rate)), Some((half_days, Ok(part)))) => {
                prop_assert_eq!((cycle, rate), (half_days, part));
                prop_assert_eq!(rate.whole(), part.whole());
            }
            (found, expected) => prop_assert!(found.is_none() && expected.is_none()),
        }
    }

    #[test]
    fn retention_is_a_part_of_at_least_two_periods((days, as_of) in purchases()) {
        if let Some(told) = told(&LoyaltyPolicy::standard(), &days, as_of) {
            prop_assert!(told.rate <= Share::ALL && told.rate.whole() >= 2);
            prop_assert!(told.rate.part() < days.len() as u64);
        }
    }

    #[test]
    fn retention_is_invariant_under_same_day_repetition(
        (days, as_of) in purchases(),
        times in vec(1_usize..4, 20),
    ) {
        let policy = LoyaltyPolicy::standard();
        let again: Vec<u32> = days
            .iter()
            .zip(times.iter().cycle())
            .flat_map(|(on, times)| std::iter::repeat_n(*on, *times))
            .collect();
        prop_assert_eq!(told(&policy, &days, as_of), told(&policy, &again, as_of));
    }

    #[test]
    fn retention_is_invariant_under_a_shift_of_every_date(
        (days, as_of) in purchases(),
        shift in 0_u32..30_000,
    ) {
        let policy = LoyaltyPolicy::standard();
        let later: Vec<u32> = days.iter().map(|on| on + shift).collect();
        prop_assert_eq!(told(&policy, &days, as_of), told(&policy, &later, as_of + shift));
    }

    #[test]
    fn one_purchase_never_tells_retention(on in 0_u32..1_000, times in 1_usize..5, after in 0_u32..9_000) {
        let days = vec![on; times];
        prop_assert_eq!(told(&LoyaltyPolicy::standard(), &days, on + after), None);
    }

    #[test]
    fn waiting_never_raises_the_rate_once_every_purchase_is_in_a_period_that_is_over(
        (days, as_of) in purchases(),
        longer in 1_u32..400,
    ) {
        let policy = LoyaltyPolicy::standard();
        let (Some(before), Some(after)) =
            (told(&policy, &days, as_of), told(&policy, &days, as_of + longer))
        else {
            return Ok(());
        };
        prop_assert_eq!(before.cycle, after.cycle);
        prop_assert!(after.rate.part() >= before.rate.part());
        if after.rate.part() == before.rate.part() {
            prop_assert!(after.rate <= before.rate);
        }
    }

    #[test]
    fn repeat_is_the_rate_beside_the_policy((days, as_of) in purchases(), from in share()) {
        let standard = LoyaltyPolicy::standard();
        let policy = standard.with_behaviour(from, standard.high_share_from()).unwrap_or(standard);
        if let Some(told) = told(&policy, &days, as_of) {
            let is_high = told.rate >= policy.repeat_from();
            prop_assert_eq!(told.repeat == Repeat::High, is_high);
        }
    }
}
