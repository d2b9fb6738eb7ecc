//! Allocation: no money is made or lost, the order is kept, and history does not depend on its telling.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test that panics fails, which is its purpose"
)]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use keqing::receivable::allocation::{
    self, Allocation, AllocationPolicy, Debt, DebtComponent, DebtCriterion, DebtPart, DueState,
    Payment, PrepaymentRule, allocate, replay_payments,
};
use keqing::vocab::money::{Currency, Money, RoundedMoney};
use keqing::vocab::name::DocumentId;
use keqing::vocab::rate::Rate;
use keqing::vocab::share::Share;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

/// The day of the payment, in the middle of all due dates.
const TODAY: u16 = 60;

fn date(day: u16) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let days = chrono::Days::new(day.into());
    first.checked_add_days(days).unwrap_or(first)
}

fn cents(units: u32) -> Money {
    let rounded = RoundedMoney::from_minor_units(units.into(), Currency::EUR);
    rounded.map_or(Money::zero(Currency::EUR), RoundedMoney::money)
}

fn units(money: Money) -> i128 {
    RoundedMoney::try_from(money).map_or(i128::MIN, RoundedMoney::minor_units)
}

fn id(name: &str, number: usize) -> DocumentId {
    let text = format!("{name}{number}");
    DocumentId::new(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn component() -> impl Strategy<Value = DebtComponent> {
    select(DebtComponent::ALL.to_vec())
}

fn part() -> impl Strategy<Value = DebtPart> {
    (component(), 1_u32..500, 0_u16..30, 0_u16..90).prop_map(|(component, amount, since, term)| {
        DebtPart {
            component,
            amount: cents(amount),
            since: date(since),
            due: date(since.saturating_add(term)),
        }
    })
}

/// Debts in which much is equal, so that every criterion meets a tie.
fn debts() -> impl Strategy<Value = Vec<Debt>> {
    let debt = (0_u16..3, 0_u16..4, 0_u64..3, 0_i64..3, vec(part(), 0..4));
    vec(debt, 0..6).prop_map(|debts| {
        let made = debts.into_iter().enumerate().map(|(number, given)| {
            let (issued, term, secured, burden, parts) = given;
            let (issued, term) = (issued.saturating_mul(30), term.saturating_mul(15));
            let due = date(issued.saturating_add(term));
            let debt = Debt::new(id("D", number), date(issued), due, cents(0))?
                .with_security(Share::new(secured, 4).unwrap_or(Share::NONE))
                .with_burden(Rate::percent(Decimal::from(burden)).unwrap_or(Rate::ZERO));
            parts.into_iter().try_fold(debt, Debt::with_part)
        });
        let made: Result<Vec<_>, _> = made.collect();
        made.unwrap_or_else(|error| panic!("{error}"))
    })
}

fn policy() -> impl Strategy<Value = AllocationPolicy> {
    let path = select(vec![
        allocation::Path::DebtByDebt,
        allocation::Path::BucketByBucket,
    ]);
    let in_advance = select(vec![
        PrepaymentRule::AllInstalments,
        PrepaymentRule::KeepUnapplied,
        PrepaymentRule::LastInstalment,
        PrepaymentRule::NextInstalment,
    ]);
    let preset = select(allocation::Preset::ALL.to_vec());
    (preset, path, in_advance).prop_map(|(preset, path, in_advance)| {
        let policy = preset.policy().with_path(path);
        let ruled = policy.clone().with_in_advance(in_advance);
        // A law that does not look at due dates cannot begin with the last instalment.
        ruled.unwrap_or(policy)
    })
}

fn payment(number: usize, day: u16, sequence: u32, amount: u32) -> Payment {
    let payment = Payment::new(id("P", number), date(day), cents(amount));
    let payment = payment.unwrap_or_else(|error| panic!("{error}"));
    payment.with_sequence(sequence)
}

fn payments() -> impl Strategy<Value = Vec<Payment>> {
    let one = (0_u16..120, 0_u32..2, 1_u32..900);
    vec(one, 0..7).prop_map(|given| {
        let made = given.into_iter().enumerate();
        made.map(|(number, (day, sequence, amount))| payment(number, day, sequence, amount))
            .collect()
    })
}

fn state(part: &DebtPart) -> DueState {
    match part.due.cmp(&date(TODAY)) {
        std::cmp::Ordering::Less => DueState::PastDue,
        std::cmp::Ordering::Equal => DueState::Due,
        std::cmp::Ordering::Greater => DueState::InAdvance,
    }
}

/// The amounts that may be paid today, debt by debt and bucket by bucket, stated once more.
type Open = BTreeMap<(DocumentId, DueState, DebtComponent), i128>;

fn open(policy: &AllocationPolicy, debts: &[Debt]) -> Open {
    let mut open = Open::new();
    for debt in debts.iter().filter(|debt| debt.issued() <= date(TODAY)) {
        for part in debt.parts().iter().filter(|part| part.since <= date(TODAY)) {
            let kept = policy.in_advance() == PrepaymentRule::KeepUnapplied;
            if state(part) != DueState::InAdvance || !kept {
                let key = (debt.id(), state(part), part.component);
                *open.entry(key).or_default() += units(part.amount);
            }
        }
    }
    open
}

fn applied(allocation: &Allocation) -> Open {
    let mut sums = Open::new();
    for applied in allocation.applied() {
        let key = (applied.debt, applied.due_state, applied.component);
        *sums.entry(key).or_default() += units(applied.amount);
    }
    sums
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn money_is_neither_made_nor_lost(
        policy in policy(), debts in debts(), amount in 1_u32..3000,
    ) {
        let allocation = allocate(&policy, &debts, &payment(0, TODAY, 0, amount));
        let Ok(allocation) = allocation else { panic!("{allocation:?}") };
        let (open, applied) = (open(&policy, &debts), applied(&allocation));
        let spent: i128 = applied.values().sum();
        let left = units(allocation.unapplied());
        prop_assert_eq!(spent + left, i128::from(amount));
        prop_assert!(left >= 0);
        for (bucket, sum) in &applied {
            prop_assert!(*sum > 0 && Some(sum) <= open.get(bucket), "{:?} got {}", bucket, sum);
        }
        // Nothing is kept that could be applied.
        prop_assert_eq!(spent, i128::from(amount).min(open.values().sum()));
    }

    #[test]
    fn a_later_bucket_of_a_debt_waits_until_the_earlier_are_full(
        policy in policy(), debts in debts(), amount in 1_u32..3000,
    ) {
        let allocation = allocate(&policy, &debts, &payment(0, TODAY, 0, amount));
        let Ok(allocation) = allocation else { panic!("{allocation:?}") };
        let (open, applied) = (open(&policy, &debts), applied(&allocation));
        for debt in &debts {
            let mut short = false;
            for bucket in policy.within().buckets() {
                let key = (debt.id(), bucket.due_state, bucket.component);
                let (asked, got) = (open.get(&key), applied.get(&key));
                prop_assert!(!short || got.is_none(), "{:?} before its turn", key);
                short |= asked.copied().unwrap_or_default() > got.copied().unwrap_or_default();
            }
        }
    }

    #[test]
    fn a_later_bucket_of_any_debt_waits_where_buckets_come_first(
        policy in policy(), debts in debts(), amount in 1_u32..3000,
    ) {
        let policy = policy.with_path(allocation::Path::BucketByBucket);
        let allocation = allocate(&policy, &debts, &payment(0, TODAY, 0, amount));
        let Ok(allocation) = allocation else { panic!("{allocation:?}") };
        let (open, applied) = (open(&policy, &debts), applied(&allocation));
        let sum = |map: &Open, bucket: (DueState, DebtComponent)| -> i128 {
            let inside = map.iter().filter(|((_, state, component), _)| (*state, *component) == bucket);
            inside.map(|(_, units)| units).sum()
        };
        let mut short = false;
        for bucket in policy.within().buckets() {
            let key = (bucket.due_state, bucket.component);
            let (asked, got) = (sum(&open, key), sum(&applied, key));
            prop_assert!(!short || got == 0, "{:?} before its turn", key);
            short |= asked > got;
        }
    }

    #[test]
    fn a_later_debt_waits_until_the_earlier_is_settled(
        debts in debts(), criterion in select(vec![
            DebtCriterion::DueFirst, DebtCriterion::EarliestDue, DebtCriterion::LeastSecured,
            DebtCriterion::MostBurdensome, DebtCriterion::Oldest,
        ]), amount in 1_u32..3000,
    ) {
        let policy = AllocationPolicy::standard().with_between(vec![criterion]);
        let Ok(policy) = policy else { panic!("one criterion") };
        let allocation = allocate(&policy, &debts, &payment(0, TODAY, 0, amount));
        let Ok(allocation) = allocation else { panic!("{allocation:?}") };
        let (open, applied) = (open(&policy, &debts), applied(&allocation));
        let sum = |map: &Open, debt: &Debt| -> i128 {
            map.iter().filter(|((id, ..), _)| *id == debt.id()).map(|(_, units)| units).sum()
        };
        let before = |one: &Debt, other: &Debt| match criterion {
            DebtCriterion::DueFirst => one.due() <= date(TODAY) && other.due() > date(TODAY),
            DebtCriterion::EarliestDue => one.due() < other.due(),
            DebtCriterion::LeastSecured => one.secured() < other.secured(),
            DebtCriterion::MostBurdensome => one.burden() > other.burden(),
            _ => one.issued() < other.issued(),
        };
        for one in &debts {
            for other in debts.iter().filter(|other| before(one, other)) {
                let settled = sum(&open, one) == sum(&applied, one);
                prop_assert!(settled || sum(&applied, other) == 0);
            }
        }
    }

    #[test]
    fn shares_sum_exactly_and_miss_their_quota_by_less_than_a_cent(
        weights in vec(1_u32..400, 1..8), amount in 1_u32..2000,
    ) {
        let debts: Result<Vec<_>, _> = weights.iter().enumerate().map(|(number, weight)| {
            Debt::new(id("D", number), date(0), date(1), cents(*weight))
        }).collect();
        let Ok(debts) = debts else { panic!("debts of the test") };
        let policy = AllocationPolicy::standard();
        let allocation = allocate(&policy, &debts, &payment(0, TODAY, 0, amount));
        let Ok(allocation) = allocation else { panic!("{allocation:?}") };
        let whole: i128 = weights.iter().copied().map(i128::from).sum();
        let spread = i128::from(amount).min(whole);
        let mut sum = 0;
        for (debt, weight) in debts.iter().zip(&weights) {
            let part = allocation.applied_to(debt.id()).map_or(i128::MIN, units);
            // |part - spread × weight / whole| < 1, without a division.
            let off = part * whole - spread * i128::from(*weight);
            prop_assert!(off.abs() < whole, "{} of {} by {}", part, spread, weight);
            sum += part;
        }
        prop_assert_eq!(sum, spread);
    }

    #[test]
    fn a_history_does_not_depend_on_the_order_in_which_it_is_told(
        policy in policy(), debts in debts(),
        (told, retold) in payments().prop_flat_map(|payments| {
            (Just(payments.clone()), Just(payments).prop_shuffle())
        }),
    ) {
        let history = replay_payments(&policy, &debts, &told);
        prop_assert!(history.is_ok());
        prop_assert_eq!(&history, &replay_payments(&policy, &debts, &retold));
    }

    #[test]
    fn a_history_leaves_open_what_nothing_was_applied_to(
        policy in policy(), debts in debts(), payments in payments(),
    ) {
        let history = replay_payments(&policy, &debts, &payments);
        let Ok(history) = history else { panic!("{history:?}") };
        for (before, after) in debts.iter().zip(history.debts()) {
            let applied: i128 = history.allocations().iter()
                .map(|allocation| allocation.applied_to(before.id()).map_or(i128::MIN, units))
                .sum();
            let [before, after] = [before, after].map(|debt| debt.outstanding().map(units));
            prop_assert_eq!(before.map(|before| before - applied), after);
        }
        let credit = history.credit().ok().flatten().map(units).unwrap_or_default();
        let paid: i128 = payments.iter().map(|payment| units(payment.amount())).sum();
        let spent: i128 = history.allocations().iter().map(|one| applied(one).values().sum::<i128>()).sum();
        prop_assert_eq!(paid, spent + credit);
    }
}
