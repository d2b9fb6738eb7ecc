//! An account of ten thousand invoices and as many payments: its ledger and its statement, beside a
//! hand-written loop that only keeps balances.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "the cents and days of a bench fit"
)]

#[path = "support/account_floor.rs"]
mod floor;

use std::error::Error;
use std::hint::black_box;

use chrono::{Days, NaiveDate};
use criterion::{Criterion, Throughput};
use keqing::calendar::Calendar;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::{AccountInvoice, CustomerAccount, replay};
use keqing::receivable::allocation::{AllocationPolicy, DebtCriterion, Payment};
use keqing::receivable::clause::Clause;
use keqing::receivable::late_payment::LatePayment;
use keqing::receivable::rate::LateRate;
use keqing::receivable::statement::statement;
use keqing::vocab::money::{Currency, Money, RoundedMoney};

type Failure = Box<dyn Error>;

const COUNT: i64 = 10_000;

/// Makes four invoices and four payments a day; payments come from ten days early to thirty days late and
/// settle in the order of due dates.
fn account(first: NaiveDate) -> Result<(CustomerAccount, floor::Plain), Failure> {
    let mut account = CustomerAccount::new("Ningbo Pumps".parse()?, Currency::EUR);
    let mut plain = floor::Plain::default();
    let on = |day: i64| -> Result<NaiveDate, Failure> {
        Ok(first
            .checked_add_days(Days::new(u64::try_from(day)?))
            .ok_or("no such date")?)
    };
    for number in 0..COUNT {
        let (issued, total) = (number / 4, 10_000 + number * 7_919 % 5_000);
        let (paid, amount) = (
            number / 4 + 20 + number * 31 % 40,
            10_000 + number * 104_729 % 5_000,
        );
        let money = RoundedMoney::from_minor_units(total.into(), Currency::EUR)?;
        account.invoices.push(AccountInvoice::new(
            format!("INV-{number:05}").parse()?,
            on(issued)?,
            on(issued + 30)?,
            money,
        )?);
        let money = Money::from_minor_units(amount.into(), Currency::EUR)?;
        account.payments.push(Payment::new(
            format!("PAY-{number:05}").parse()?,
            on(paid)?,
            money,
        )?);
        plain.invoices.push((issued, issued + 30, total));
        plain.payments.push((paid, amount));
    }
    plain.as_of = COUNT / 4 + 400;
    Ok((account, plain))
}

fn main() -> Result<(), Failure> {
    let mut criterion = Criterion::default().configure_from_args();
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).ok_or("no such date")?;
    let (account, plain) = account(first)?;
    let rate = LateRate::agreed("10 % per year".parse()?);
    let order = AllocationPolicy::standard().with_between(vec![DebtCriterion::EarliestDue])?;
    let policy = ReceivablePolicy::standard()
        .with_allocation(order)
        .with_late_payment(Clause::Agreed(LatePayment::at(rate)));
    let days = Days::new(u64::try_from(plain.as_of)?);
    let as_of = first.checked_add_days(days).ok_or("no such date")?;
    let calendar = Calendar::every_day();

    let told = statement(&policy, &account, &calendar, as_of)?.totals;
    let cents = |money: Money| money.amount().mantissa();
    let (principal, interest, credit) = floor::balances(&plain);
    assert_eq!(
        (
            cents(told.principal),
            cents(told.interest),
            cents(told.credit)
        ),
        (principal.into(), interest.into(), credit.into()),
        "the floor keeps the same balances"
    );

    let mut group = criterion.benchmark_group("account of 10,000 invoices and 10,000 payments");
    group.throughput(Throughput::Elements(COUNT.unsigned_abs()));
    group.sample_size(20);
    group.bench_function("floor", |bencher| {
        bencher.iter(|| black_box(floor::balances(black_box(&plain))))
    });
    group.bench_function("replay", |bencher| {
        bencher.iter(|| black_box(replay(&policy, &account, &calendar, as_of)));
    });
    group.bench_function("replay and statement", |bencher| {
        bencher.iter(|| black_box(statement(&policy, &account, &calendar, as_of)));
    });
    group.finish();
    criterion.final_summary();
    Ok(())
}
