//! Allocation over many debts: the queue answers as a plain loop that sorts and walks all debts for each
//! payment, in the order of any criteria.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::cmp::{Ordering, Reverse};

use chrono::{Datelike, NaiveDate};
use keqing::receivable::allocation::{
    self, AllocationPolicy, Bucket, Debt, DebtComponent, DebtCriterion, DebtPart, DueState, Order,
    Payment, PaymentBeforeIssue, PrepaymentRule, join_charges, replay_payments,
};
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::DocumentId;
use keqing::vocab::rate::Rate;
use keqing::vocab::share::Share;
use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest,
};
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

fn date(day: u16) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let days = chrono::Days::new(day.into());
    first.checked_add_days(days).unwrap_or(first)
}

/// Makes an amount of thousandths, of which most are whole cents.
fn money(thousandths: u32) -> Money {
    Money::new(Decimal::new(thousandths.into(), 3), Currency::EUR)
}

fn id(name: &str, number: usize) -> DocumentId {
    let text = format!("{name}{number}");
    DocumentId::new(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn amount() -> impl Strategy<Value = u32> {
    prop_oneof![4 => (1_u32..500).prop_map(|cents| cents * 10), 1 => 1_u32..90]
}

fn part() -> impl Strategy<Value = DebtPart> {
    let component = select(DebtComponent::ALL.to_vec());
    let part = (component, amount(), 0_u16..20, 0_u16..3);
    part.prop_map(|(component, amount, since, term)| DebtPart {
        component,
        amount: money(amount),
        since: date(since),
        due: date(since + term * 4),
    })
}

/// Makes debts in which much is equal, and charges that join them.
fn debts() -> impl Strategy<Value = (Vec<Debt>, Vec<DebtPart>)> {
    let debt = (0_u16..3, 0_u16..3, 0_u64..2, 0_i64..2, vec(part(), 0..3));
    let debts = vec(debt, 0..8).prop_map(|debts| {
        let made = debts.into_iter().enumerate().map(|(number, given)| {
            let (issued, term, secured, burden, parts) = given;
            let (issued, term) = (issued * 5, term * 6);
            let debt = Debt::new(id("D", number), date(issued), date(issued + term), money(0))?
                .with_security(Share::new(secured, 4).unwrap_or(Share::NONE))
                .with_burden(Rate::percent(Decimal::from(burden)).unwrap_or(Rate::ZERO));
            parts.into_iter().try_fold(debt, Debt::with_part)
        });
        let made: Result<Vec<_>, _> = made.collect();
        made.unwrap_or_else(|error| panic!("{error}"))
    });
    (debts, vec(part(), 0..3))
}

/// Makes policies with any criteria in any order, and any order of buckets.
fn policy() -> impl Strategy<Value = AllocationPolicy> {
    let criteria = DebtCriterion::ALL.iter().copied();
    let criteria = criteria.filter(|criterion| *criterion != DebtCriterion::ProRata);
    let criteria = subsequence(criteria.collect::<Vec<_>>(), 0..5).prop_shuffle();
    let within = Just(AllocationPolicy::standard().within().buckets().to_vec()).prop_shuffle();
    let path = select(allocation::Path::ALL.to_vec());
    let in_advance = select(PrepaymentRule::ALL.to_vec());
    let before_issue = select(PaymentBeforeIssue::ALL.to_vec());
    let choices = (path, in_advance, before_issue, any::<bool>());
    (criteria, within, choices).prop_map(|(mut between, within, choices)| {
        let (path, in_advance, before_issue, shares) = choices;
        between.extend(shares.then_some(DebtCriterion::ProRata));
        let made = Order::try_from(within)
            .and_then(|within| AllocationPolicy::new(between, within))
            .unwrap_or_else(|error| panic!("{error}"))
            .with_path(path)
            .with_before_issue(before_issue);
        let ruled = made.clone().with_in_advance(in_advance);
        // Without the criterion of due dates the last instalment cannot come first.
        ruled.unwrap_or(made)
    })
}

/// Makes payments, some of which name debts; one of a few names a debt that is not there.
fn payments() -> impl Strategy<Value = Vec<Payment>> {
    let names = || vec(0_usize..10, 0..3);
    let one = (0_u16..30, 0_u32..2, amount(), names(), names(), 0_u8..3);
    vec(one, 0..8).prop_map(|given| {
        let made = given.into_iter().enumerate().map(|(number, given)| {
            let (day, sequence, amount, mut agreed, mut designated, naming) = given;
            for names in [&mut agreed, &mut designated] {
                names.sort_unstable_by_key(|name| name * 7 % 10);
                names.dedup();
                names.truncate(if naming == 0 { 2 } else { 0 });
            }
            Payment::new(id("P", number), date(day), money(amount))?
                .with_sequence(sequence)
                .with_agreement(agreed.into_iter().map(|name| id("D", name)))?
                .with_designation(designated.into_iter().map(|name| id("D", name)))
        });
        let made: Result<Vec<_>, _> = made.collect();
        made.unwrap_or_else(|error| panic!("{error}"))
    })
}

/// One part of a debt, counted in thousandths.
struct Plain {
    part: DebtPart,
    open: i64,
}

/// A payment of a bucket: the debt, its bucket, and thousandths.
type Row = (DocumentId, Bucket, i64);

fn thousandths(money: Money) -> i64 {
    let mut amount = money.amount();
    amount.rescale(3);
    i64::try_from(amount.mantissa()).unwrap_or(i64::MIN)
}

/// The rows and the rest of each payment, and what is left of each debt, component by component.
type Replayed = (Vec<(Vec<Row>, i64)>, Vec<Vec<i64>>);

/// Returns the buckets that each payment fills and its rest, and what is left of each part of each debt.
fn plain(policy: &AllocationPolicy, debts: &[Debt], payments: &[Payment]) -> Replayed {
    let open = |part: &DebtPart| Plain {
        part: *part,
        open: thousandths(part.amount),
    };
    let parts = debts.iter().map(Debt::parts);
    let mut parts: Vec<Vec<Plain>> = parts
        .map(|parts| parts.iter().map(open).collect())
        .collect();
    let mut payments: Vec<&Payment> = payments.iter().collect();
    payments.sort_by_key(|payment| (payment.date(), payment.sequence(), payment.id()));
    let told = payments.into_iter();
    let told = told.map(|payment| spread(policy, debts, payment, &mut parts));
    let told = told.collect();
    let left = parts.iter();
    let left = left.map(|parts| parts.iter().map(|part| part.open).collect());
    (told, left.collect())
}

/// Spreads a payment over all debts, and returns what went to each bucket and the rest.
fn spread(
    policy: &AllocationPolicy,
    debts: &[Debt],
    payment: &Payment,
    parts: &mut [Vec<Plain>],
) -> (Vec<Row>, i64) {
    let compare =
        |one: &usize, other: &usize| compare(policy, payment, &debts[*one], &debts[*other]);
    let shares = |one: &usize, other: &usize| {
        let later = debts[*one].due() > payment.date() && debts[*other].due() > payment.date();
        let together = policy.in_advance() == PrepaymentRule::AllInstalments && later;
        let pro_rata = policy.between().contains(&DebtCriterion::ProRata);
        (together || pro_rata) && compare(one, other) == Ordering::Equal
    };
    let mut order: Vec<usize> = (0..debts.len()).collect();
    order.sort_by(compare);
    // Thousandths are the unit while anything has one.
    let mut left = thousandths(payment.amount());
    let amounts = parts.iter().flatten().map(|part| part.open);
    let is_cents = amounts.chain([left]).all(|amount| amount % 10 == 0);
    let unit = if is_cents { 10 } else { 1 };
    let mut rows = Vec::new();
    let step = match policy.path() {
        allocation::Path::BucketByBucket => 1,
        _ => 15,
    };
    for wanted in policy.within().buckets().chunks(step) {
        for tied in order.chunk_by(shares) {
            let need = |place: &usize| {
                let payable = parts[*place].iter().filter(|plain| {
                    let bucket = bucket(policy, payment, &debts[*place], &plain.part);
                    bucket.is_some_and(|bucket| wanted.contains(&bucket))
                });
                payable.map(|plain| plain.open).sum()
            };
            let needs: Vec<i64> = tied.iter().map(need).collect();
            for (place, part) in tied.iter().zip(divided(left, &needs, unit)) {
                left -= part;
                let debt = (&debts[*place], wanted);
                fill(policy, payment, debt, &mut parts[*place], part, &mut rows);
            }
        }
    }
    (rows, left)
}

/// Divides money by needs, in whole units, by the largest remainder.
fn divided(money: i64, needs: &[i64], unit: i64) -> Vec<i64> {
    let whole: i64 = needs.iter().sum();
    if whole <= money {
        return needs.to_vec();
    }
    let units = money / unit;
    let mut parts: Vec<i64> = needs.iter().map(|need| units * need / whole).collect();
    let mut places: Vec<usize> = (0..needs.len()).collect();
    places.sort_by_key(|place| Reverse(units * needs[*place] % whole));
    let left = units - parts.iter().sum::<i64>();
    for place in places.into_iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[place] += 1;
    }
    parts.into_iter().map(|part| part * unit).collect()
}

/// Pays a debt bucket by bucket, and in a bucket what was due first.
fn fill(
    policy: &AllocationPolicy,
    payment: &Payment,
    (debt, wanted): (&Debt, &[Bucket]),
    parts: &mut [Plain],
    mut money: i64,
    rows: &mut Vec<Row>,
) {
    for wanted in wanted {
        let mut inside: Vec<&mut Plain> = parts
            .iter_mut()
            .filter(|plain| bucket(policy, payment, debt, &plain.part) == Some(*wanted))
            .collect();
        inside.sort_by_key(|plain| plain.part.due);
        let before = money;
        for plain in inside {
            let paid = money.min(plain.open);
            plain.open -= paid;
            money -= paid;
        }
        if before > money {
            rows.push((debt.id(), *wanted, before - money));
        }
    }
}

/// Returns the bucket of a part on the day of a payment, if money may go to it.
fn bucket(
    policy: &AllocationPolicy,
    payment: &Payment,
    debt: &Debt,
    part: &DebtPart,
) -> Option<Bucket> {
    let day = payment.date();
    let exists = debt.issued() <= day && part.since <= day;
    let due_state = match part.due.cmp(&day) {
        Ordering::Less => DueState::PastDue,
        Ordering::Equal => DueState::Due,
        Ordering::Greater => DueState::InAdvance,
    };
    let waits = policy.in_advance() == PrepaymentRule::KeepUnapplied;
    let is_kept = waits && due_state == DueState::InAdvance;
    let is_there = exists || policy.before_issue() == PaymentBeforeIssue::Accept;
    (is_there && !is_kept).then_some(Bucket {
        due_state,
        component: part.component,
    })
}

/// Compares two debts on the day of a payment by every criterion.
fn compare(policy: &AllocationPolicy, payment: &Payment, one: &Debt, other: &Debt) -> Ordering {
    use DebtCriterion::{
        Agreement, Designation, DueFirst, EarliestDue, LeastSecured, MostBurdensome, Oldest,
    };
    let later = |debt: &Debt| debt.due() > payment.date();
    let rank = |names: &[DocumentId], debt: &Debt| {
        let place = names.iter().position(|name| *name == debt.id());
        place.unwrap_or(usize::MAX)
    };
    let due = |debt: &Debt| {
        let day = debt.due().num_days_from_ce();
        match (later(debt), policy.in_advance()) {
            (true, PrepaymentRule::LastInstalment) => (true, -day),
            (later, _) => (later, day),
        }
    };
    let by = |criterion: DebtCriterion| match criterion {
        Agreement => rank(payment.agreed(), one).cmp(&rank(payment.agreed(), other)),
        Designation => rank(payment.designated(), one).cmp(&rank(payment.designated(), other)),
        DueFirst => later(one).cmp(&later(other)),
        EarliestDue => due(one).cmp(&due(other)),
        LeastSecured => one.secured().cmp(&other.secured()),
        MostBurdensome => other.burden().cmp(&one.burden()),
        Oldest => one.issued().cmp(&other.issued()),
        _ => Ordering::Equal,
    };
    let all = policy.between().iter().copied();
    if policy.in_advance() != PrepaymentRule::AllInstalments {
        return all.map(by).fold(Ordering::Equal, Ordering::then);
    }
    let is_named = |criterion: &DebtCriterion| matches!(criterion, Agreement | Designation);
    let named = all.clone().filter(is_named).chain([DueFirst]);
    let others = all.filter(|criterion| !is_named(criterion));
    let others = others.filter(|_| !(later(one) && later(other)));
    let compared = named.chain(others).map(by);
    compared.fold(Ordering::Equal, Ordering::then)
}

/// Returns the debt that each charge joins, by looking at all debts.
fn joined(debts: &[Debt], charges: &[DebtPart]) -> Option<Vec<Debt>> {
    let mut debts = debts.to_vec();
    for charge in charges {
        let ahead = debts.iter().map(Debt::due).filter(|due| *due >= charge.due);
        let due = ahead.min().or_else(|| debts.iter().map(Debt::due).max())?;
        let host = debts.iter().position(|debt| debt.due() == due)?;
        debts[host] = debts[host].clone().with_part(*charge).ok()?;
    }
    Some(debts)
}

/// Returns whether every debt that a payment names is there, and exists on its day if it has to.
fn can_be(policy: &AllocationPolicy, debts: &[Debt], payment: &Payment) -> bool {
    let mut names = payment.agreed().iter().chain(payment.designated());
    names.all(|name| {
        let debt = debts.iter().find(|debt| debt.id() == *name);
        let accepts = policy.before_issue() == PaymentBeforeIssue::Accept;
        debt.is_some_and(|debt| accepts || debt.issued() <= payment.date())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_queue_answers_as_a_walk_over_all_debts(
        policy in policy(), (debts, charges) in debts(), payments in payments(),
    ) {
        let told = join_charges(debts.clone(), charges.clone()).ok();
        prop_assert_eq!(&told, &joined(&debts, &charges));
        let debts = told.unwrap_or(debts);
        // A payment that names a debt which is not there refuses the whole history.
        let mut sound = payments.clone();
        sound.retain(|payment| can_be(&policy, &debts, payment));
        let refused = replay_payments(&policy, &debts, &payments).is_err();
        prop_assert_eq!(refused, sound.len() < payments.len());
        let history = replay_payments(&policy, &debts, &sound);
        let Ok(history) = history else { panic!("{history:?}") };
        let (expected, left) = plain(&policy, &debts, &sound);
        let rows = |one: &allocation::Allocation| {
            let rows = one.applied().iter().map(|row| {
                let (due_state, component) = (row.due_state, row.component);
                (row.debt, Bucket { due_state, component }, thousandths(row.amount))
            });
            (rows.collect::<Vec<_>>(), thousandths(one.unapplied()))
        };
        let found: Vec<_> = history.allocations().iter().map(rows).collect();
        prop_assert_eq!(found, expected);
        for (debt, left) in history.debts().iter().zip(left) {
            let open: Vec<i64> = debt.parts().iter().map(|part| thousandths(part.amount)).collect();
            let left: Vec<i64> = left.into_iter().filter(|open| *open > 0).collect();
            prop_assert_eq!(open, left);
        }
    }
}
