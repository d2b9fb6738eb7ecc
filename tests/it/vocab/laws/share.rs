//! Shares and points, against fractions worked out by hand.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::vocab::share::{Points, Share};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;

use crate::support::given::{fractions, made, share};
use crate::support::naive;

fn points() -> impl Strategy<Value = Points> {
    (0..=u16::MAX).prop_map(Points::new)
}

fn hash(share: Share) -> u64 {
    let mut hasher = DefaultHasher::new();
    share.hash(&mut hasher);
    hasher.finish()
}

/// A share in the neighbourhood of another: the next finer fraction, or the same in other parts.
fn neighbours() -> impl Strategy<Value = (Share, Share)> {
    (fractions(1 << 31), 1_u64..1 << 31, 0_u64..=2).prop_map(|(one, factor, off)| {
        let whole = one.whole().saturating_mul(factor);
        let part = one
            .part()
            .saturating_mul(factor)
            .saturating_add(off)
            .saturating_sub(1);
        (one, made(part.min(whole), whole))
    })
}

proptest! {
    #[test]
    fn shares_are_ordered_as_their_quotients_are(one in share(), other in share()) {
        let expected = naive::compare((one.part(), one.whole()), (other.part(), other.whole()));
        prop_assert_eq!(one.compare(other), expected);
        prop_assert_eq!(one.cmp(&other), expected);
        prop_assert_eq!(one == other, expected.is_eq());
    }

    #[test]
    fn neighbouring_shares_are_told_apart((one, other) in neighbours()) {
        let expected = naive::compare((one.part(), one.whole()), (other.part(), other.whole()));
        prop_assert_eq!(one.cmp(&other), expected);
        prop_assert_eq!(hash(one) == hash(other), expected.is_eq());
    }

    #[test]
    fn equal_shares_are_equal_whatever_their_parts(one in fractions(1 << 31), factor in 1_u64..1 << 31) {
        let other = made(one.part().saturating_mul(factor), one.whole().saturating_mul(factor));
        prop_assert_eq!(one, other);
        prop_assert_eq!(hash(one), hash(other));
        prop_assert_eq!(one.to_string(), other.to_string());
    }

    #[test]
    fn a_share_survives_json(share in share()) {
        let json = serde_json::to_string(&share).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Share>(&json).ok(), Some(share));
    }

    #[test]
    fn a_margin_is_held_against_the_exact_difference(
        one in share(), other in share(), margin in points(),
    ) {
        let expected =
            naive::exceeds(one, other, margin.count().into(), Points::UNIT.into());
        prop_assert_eq!(one.exceeds(other, margin), expected);
        prop_assert_eq!(one.exceeds(other, Points::new(0)), one > other);
    }

    /// Shares exactly a margin apart, and one smallest part more: the edge of the comparison.
    #[test]
    fn a_margin_is_exceeded_by_more_than_itself_only(
        base in 0_u64..=5000, margin in 0_u16..=5000, fine in 1_u64..1 << 40,
    ) {
        let whole = fine.saturating_mul(10_000);
        let part = base.saturating_add(margin.into()).saturating_mul(fine);
        let (one, other) = (made(part, whole), made(base, 10_000));
        prop_assert!(!one.exceeds(other, Points::new(margin)));
        let more = made(part.saturating_add(1).min(whole), whole);
        prop_assert_eq!(more.exceeds(other, Points::new(margin)), more > one);
    }

    #[test]
    fn two_shares_fit_one_whole_or_do_not(one in share(), other in share()) {
        let rest = (one.whole().saturating_sub(one.part()), one.whole());
        let fits = naive::compare((other.part(), other.whole()), rest).is_le();
        prop_assert_eq!(one.leaves_room_for(other), fits);
        prop_assert_eq!(other.leaves_room_for(one), fits);
    }

    /// The smallest number of tenths of a point that, added, reaches the target.
    #[test]
    fn the_points_to_a_target_are_enough_and_no_tenth_too_many(from in share(), target in share()) {
        let tenths = u64::try_from(from.points_to(target).mantissa()).unwrap_or(u64::MAX);
        prop_assert_eq!(from.points_to(target), Decimal::new(i64::try_from(tenths).unwrap_or(0), 1));
        prop_assert!(!naive::exceeds(target, from, tenths, 1000));
        if let Some(one_less) = tenths.checked_sub(1) {
            prop_assert!(naive::exceeds(target, from, one_less, 1000));
        }
    }

    /// Half up: 2 × 1000 × part lies in [(2k − 1) × whole, (2k + 1) × whole).
    #[test]
    fn percent_is_the_nearest_tenth(share in share()) {
        let tenths = share.to_percent().mantissa().unsigned_abs();
        prop_assert_eq!(share.to_percent().scale(), 1);
        let (whole, doubled) =
            (u128::from(share.whole()), u128::from(share.part()).saturating_mul(2000));
        let above = tenths.saturating_mul(2).saturating_add(1).saturating_mul(whole);
        let below = tenths.saturating_mul(2).saturating_sub(1).saturating_mul(whole);
        prop_assert!(doubled < above);
        prop_assert!(tenths == 0 || below <= doubled);
    }

    #[test]
    fn shares_of_a_wallet_sum_to_one(amounts in vec(0_i64..1_000_000, 1..8), places in 0_u32..6) {
        let amounts: Vec<Decimal> =
            amounts.into_iter().map(|units| Decimal::new(units, places)).collect();
        let total: Decimal = amounts.iter().sum();
        let shares: Vec<Option<Share>> = amounts
            .iter()
            .map(|amount| ShareOfWallet::new(*amount, total).ok().and_then(ShareOfWallet::share))
            .collect();
        let known: Vec<Share> = shares.iter().copied().flatten().collect();
        if total.is_zero() {
            prop_assert!(known.is_empty());
        } else {
            prop_assert_eq!(known.len(), shares.len());
            prop_assert!(naive::sum_to_one(known));
        }
    }

    /// Groups of suppliers of one rank, best first.
    #[test]
    fn shares_estimated_from_ranks_sum_to_one(groups in vec(1_u32..4, 1..6)) {
        let suppliers: u32 = groups.iter().sum();
        let (mut better, mut shares) = (0_u32, Vec::new());
        for group in groups {
            let estimated = ShareOfWallet::estimate_from_rank(suppliers, better, group.saturating_sub(1));
            let share = estimated.ok().and_then(|known| known.value()?.share());
            for _ in 0..group {
                shares.extend(share);
            }
            better = better.saturating_add(group);
        }
        prop_assert_eq!(u32::try_from(shares.len()), Ok(suppliers));
        prop_assert!(shares.is_sorted_by(|one, next| one >= next));
        prop_assert!(naive::sum_to_one(shares.iter().copied()));
        prop_assert!(suppliers == 1 || shares.iter().all(|share| *share < made(4, 5)));
    }

    #[test]
    fn an_amount_has_the_share_of_its_exact_fraction(
        part in 0..100_000_000_000_000_u64, rest in 0..100_000_000_000_000_u64,
        part_places in 0_u32..4, whole_places in 0_u32..4,
    ) {
        let place = |units: u64, places| Decimal::try_from_i128_with_scale(units.into(), places);
        let (Ok(part), Ok(rest)) = (place(part, part_places), place(rest, whole_places)) else {
            return Ok(());
        };
        let whole = part.saturating_add(rest);
        // Refused as too fine, or exact; nothing in between.
        if let Ok(share) = Share::of_amounts(part, whole) {
            let product = |amount: Decimal, by: u64| {
                let scale = 10_u64.checked_pow(4_u32.checked_sub(amount.scale())?)?;
                let units = u64::try_from(amount.mantissa()).ok()?;
                Some(naive::Whole::from(units).times(&scale.into()).times(&by.into()))
            };
            prop_assert_eq!(product(part, share.whole()), product(whole, share.part()));
        }
    }
}
