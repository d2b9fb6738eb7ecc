//! Ten thousand debts and as many payments or charges, beside a hand-written loop over plain numbers.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "the cents and days of a bench fit"
)]

#[path = "support/allocation_floor.rs"]
mod floor;

use std::error::Error;
use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{BatchSize, Criterion, Throughput};
use keqing::receivable::allocation::{
    AllocationPolicy, Debt, DebtComponent, DebtCriterion, DebtPart, Payment, join_charges,
    replay_payments,
};
use keqing::vocab::money::{Currency, Money};

type Failure = Box<dyn Error>;

const COUNT: i64 = 10_000;

struct Case {
    debts: Vec<Debt>,
    payments: Vec<Payment>,
    charges: Vec<DebtPart>,
    plain: floor::Plain,
}

/// Makes four debts, payments and charges a day; payments come from ten days early to thirty days late.
fn case() -> Result<Case, Failure> {
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).ok_or("no such date")?;
    let on = |day: i64| -> Result<NaiveDate, Failure> {
        let days = Days::new(u64::try_from(day)?);
        Ok(first.checked_add_days(days).ok_or("no such date")?)
    };
    let euros = |cents: i64| Money::from_minor_units(cents.into(), Currency::EUR);
    let mut case = Case {
        debts: Vec::new(),
        payments: Vec::new(),
        charges: Vec::new(),
        plain: floor::Plain::default(),
    };
    for number in 0..COUNT {
        let (issued, total) = (number / 4, 10_000 + number * 7_919 % 5_000);
        let (paid, amount) = (
            number / 4 + 20 + number * 31 % 40,
            10_000 + number * 104_729 % 5_000,
        );
        let charged = number * 7_919 % (COUNT / 4) + 10;
        let id = format!("INV-{number:05}").parse()?;
        let debt = Debt::new(id, on(issued)?, on(issued + 30)?, euros(total)?)?;
        case.debts.push(debt);
        let id = format!("PAY-{number:05}").parse()?;
        let payment = Payment::new(id, on(paid)?, euros(amount)?)?;
        case.payments.push(payment);
        case.charges.push(DebtPart {
            component: DebtComponent::Fees,
            amount: euros(500)?,
            since: on(charged)?,
            due: on(charged)?,
        });
        case.plain.debts.push((issued, total));
        case.plain.payments.push((paid, amount));
        case.plain.dues.push(issued + 30);
        case.plain.charges.push(charged);
    }
    Ok(case)
}

fn main() -> Result<(), Failure> {
    let mut criterion = Criterion::default().configure_from_args();
    let case = case()?;
    let (debts, payments, charges) = (&case.debts, &case.payments, &case.charges);
    let policy = AllocationPolicy::standard().with_between(vec![DebtCriterion::EarliestDue])?;

    let told = replay_payments(&policy, debts, payments)?;
    let (rows, unapplied) = floor::rows(&case.plain);
    let found = told.allocations().iter().flat_map(|one| one.applied());
    let found = found.map(|row| (row.debt, row.amount.amount().mantissa()));
    let plain = rows.iter();
    let plain = plain.map(|(_, debt, cents)| (debts[*debt].id(), i128::from(*cents)));
    assert!(found.eq(plain), "the floor fills the same debts");
    let credit = told.credit()?.ok_or("there are payments")?;
    assert_eq!(credit.amount().mantissa(), unapplied.into());
    let joined = join_charges(debts.clone(), charges.clone())?;
    let mut parts = vec![1; debts.len()];
    for host in floor::hosts(&case.plain) {
        parts[host] += 1;
    }
    let found = joined.iter().map(|debt| debt.parts().len());
    assert!(found.eq(parts), "the floor joins the same debts");

    let mut group = criterion.benchmark_group("allocation of 10,000 payments on 10,000 debts");
    group.throughput(Throughput::Elements(COUNT.unsigned_abs()));
    group.sample_size(20);
    group.bench_function("floor", |bencher| {
        bencher.iter(|| black_box(floor::rows(black_box(&case.plain))));
    });
    group.bench_function("replay", |bencher| {
        bencher.iter(|| black_box(replay_payments(&policy, debts, payments)));
    });
    group.finish();

    let mut group = criterion.benchmark_group("10,000 charges that join 10,000 debts");
    group.throughput(Throughput::Elements(COUNT.unsigned_abs()));
    group.sample_size(20);
    group.bench_function("floor", |bencher| {
        bencher.iter(|| black_box(floor::hosts(black_box(&case.plain))));
    });
    group.bench_function("join", |bencher| {
        let given = || (debts.clone(), charges.clone());
        let join = |(debts, charges)| join_charges(debts, charges);
        bencher.iter_batched(given, join, BatchSize::LargeInput);
    });
    group.finish();
    criterion.final_summary();
    Ok(())
}
