//! The cost and the gain of moving, and the customers that they hold.

use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::lock_in::{
    LockInLevel, Occurrence, SwitchFacts, SwitchingCostItem, SwitchingCostKind, lock_in,
    switch_test, switching_cost,
};
use keqing::verdict::Presence;
use keqing::vocab::answers::SwitchOutcome;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::{Currency, Money};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;

use super::given::{TODAY, facet, facts, item, money};
use crate::support::given::{day, grade, known, presence};

fn facts_of_a_switch() -> impl Strategy<Value = SwitchFacts> {
    let gain = known(money(-100..=100));
    let cost = known(money(0..=100));
    (known(presence()), gain, cost).prop_map(|(prefers_alternative, gain, cost)| SwitchFacts {
        prefers_alternative,
        gain,
        cost,
    })
}

#[track_caller]
fn outcome(facts: &SwitchFacts) -> Option<SwitchOutcome> {
    match switch_test(facts) {
        Ok(told) => told.into_value(),
        Err(error) => panic!("{error}"),
    }
}

/// No amount is a guess, which would free nobody.
fn is_own(facts: &SwitchFacts) -> bool {
    [facts.gain, facts.cost]
        .iter()
        .all(|amount| amount.grade() != Some(Grade::Estimated))
}

fn raised(known: Known<Money>, by: Money) -> Known<Money> {
    known.map(|money| money.checked_add(by).unwrap_or(money))
}

fn sum(items: &[SwitchingCostItem], is_of: impl Fn(SwitchingCostKind) -> bool) -> Money {
    let once = items
        .iter()
        .filter(|item| item.occurrence == Occurrence::OneOff);
    // Every amount is of whole cents.
    let cents = once
        .filter(|item| is_of(item.facet.kind()))
        .map(|item| item.amount.amount().mantissa())
        .sum::<i128>();
    Money::new(Decimal::from_i128_with_scale(cents, 2), Currency::CNY)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_higher_cost_never_frees(facts in facts_of_a_switch(), by in money(0..=50)) {
        let dearer = SwitchFacts { cost: raised(facts.cost, by), ..facts };
        prop_assert!(outcome(&dearer) >= outcome(&facts), "{:?}", facts);
        if is_own(&facts) {
            prop_assert_eq!(outcome(&dearer).is_some(), outcome(&facts).is_some());
        }
    }

    #[test]
    fn a_higher_gain_never_locks(facts in facts_of_a_switch(), by in money(0..=50)) {
        let better = SwitchFacts { gain: raised(facts.gain, by), ..facts };
        prop_assert!(outcome(&better) <= outcome(&facts), "{:?}", facts);
        if is_own(&facts) {
            prop_assert_eq!(outcome(&better).is_some(), outcome(&facts).is_some());
        }
    }

    #[test]
    fn the_equality_case_is_locked(amount in money(0..=i64::MAX), by in grade()) {
        let least = Money::new(Decimal::new(1, 28), Currency::CNY);
        let facts = SwitchFacts {
            prefers_alternative: Known::customer_stated(Presence::Present),
            gain: Known::graded(amount, by),
            cost: Known::measured(amount),
        };
        prop_assert_eq!(outcome(&facts), Some(SwitchOutcome::Locked));
        // The least that can be told apart, where the digits suffice.
        if let Ok(more) = amount.checked_add(least) {
            let facts = SwitchFacts { gain: Known::graded(more, by), ..facts };
            let free = is_own(&facts).then_some(SwitchOutcome::Free);
            prop_assert_eq!(outcome(&facts), free);
        }
    }

    #[test]
    fn a_guessed_preference_locks_nobody_in(facts in facts_of_a_switch(), there in presence()) {
        let guessed = SwitchFacts { prefers_alternative: Known::estimated(there), ..facts };
        prop_assert_eq!(outcome(&guessed), None);
    }

    #[test]
    fn relational_and_recurring_costs_never_lock_in(
        facts in facts(),
        items in vec(item(facet()), 0..6),
    ) {
        let before = lock_in(&LoyaltyPolicy::standard(), &facts.lock_in, day(TODAY))?.into_value();
        let mut more = facts.lock_in.clone();
        let soft = |item: &SwitchingCostItem| {
            item.occurrence == Occurrence::Recurring || !item.facet.kind().locks_in()
        };
        more.costs.extend(items.into_iter().filter(soft));
        let after = lock_in(&LoyaltyPolicy::standard(), &more, day(TODAY))?.into_value();
        let held = |told: &Option<keqing::loyalty::lock_in::LockIn>| {
            told.map(|held| (held.level, held.instruments, held.switching))
        };
        prop_assert_eq!(held(&before), held(&after));
    }

    #[test]
    fn another_cost_never_sets_free(facts in facts(), item in item(facet())) {
        let before = lock_in(&LoyaltyPolicy::standard(), &facts.lock_in, day(TODAY))?.into_value();
        let mut more = facts.lock_in.clone();
        more.costs.push(item);
        let after = lock_in(&LoyaltyPolicy::standard(), &more, day(TODAY))?.into_value();
        if before.is_some_and(|held| held.level == LockInLevel::High) {
            prop_assert_eq!(after.map(|held| held.level), Some(LockInLevel::High));
        }
    }

    #[test]
    fn a_switching_cost_is_the_exact_sum_in_any_order(
        (items, shuffled) in vec(item(facet()), 0..9)
            .prop_flat_map(|items| (Just(items.clone()), Just(items).prop_shuffle())),
    ) {
        let told = switching_cost(&items)?;
        prop_assert_eq!(&told, &switching_cost(&shuffled)?);
        let once = items.iter().filter(|item| item.occurrence == Occurrence::OneOff);
        prop_assert_eq!(told.value().is_some(), once.clone().next().is_some());
        if let Some(cost) = told.value() {
            prop_assert_eq!(cost.lock_in, sum(&items, SwitchingCostKind::locks_in));
            prop_assert_eq!(cost.attachment, sum(&items, |kind| !kind.locks_in()));
            let own = once.filter(|item| {
                !item.facet.kind().locks_in() && item.grade > Grade::Estimated
            });
            let misses = own.clone().any(|item| !item.amount.is_zero());
            let expected = Presence::of(misses);
            let is_told = own.clone().next().is_some();
            prop_assert_eq!(cost.misses.value().copied(), is_told.then_some(expected));
        }
    }

    #[test]
    fn two_currencies_and_negative_costs_are_refused_in_any_place(
        items in vec(item(facet()), 1..6),
        odd in item(facet()),
        place in 0_usize..6,
    ) {
        let place = place.min(items.len());
        let with = |odd| {
            let mut items = items.clone();
            items.insert(place, odd);
            switching_cost(&items)
        };
        let foreign = Money::new(odd.amount.amount(), Currency::EUR);
        let odd = |amount| SwitchingCostItem { amount, ..odd };
        prop_assert!(with(odd(foreign)).is_err());
        let negative = Money::new(Decimal::new(-1, 2), Currency::CNY);
        prop_assert!(with(odd(negative)).is_err());
    }
}

#[test]
fn what_is_left_out_never_makes_a_sum_too_large() -> Result<(), Box<dyn std::error::Error>> {
    let largest = Money::new(Decimal::MAX, Currency::CNY);
    let item = |facet, occurrence| SwitchingCostItem {
        facet,
        amount: largest,
        occurrence,
        grade: Grade::Measured,
        on: None,
    };
    use keqing::loyalty::lock_in::SwitchingFacet::{BrandRelationshipLoss, Setup};
    let items = [
        item(Setup, Occurrence::OneOff),
        item(Setup, Occurrence::Recurring),
        item(BrandRelationshipLoss, Occurrence::OneOff),
    ];
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0]] {
        let items: Vec<_> = order
            .into_iter()
            .filter_map(|at| items.get(at).copied())
            .collect();
        let cost = switching_cost(&items)?.into_value().ok_or("a cost")?;
        assert_eq!((cost.lock_in, cost.attachment), (largest, largest));
    }
    Ok(())
}
