//! A thousand business days over fifty years of holidays, beside a walk from day to day; and ten thousand
//! instalment lines, beside a thousand.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "the days and cents of a bench fit"
)]

use std::error::Error;
use std::hint::black_box;

use chrono::{Datelike, NaiveDate, Weekday};
use criterion::{BatchSize, Criterion, Throughput};
use keqing::calendar::Calendar;
use keqing::receivable::instalment::{InvoiceAmounts, Line, Plan, Portion, instalments};
use keqing::receivable::term::{BaseDates, PaymentTerm, due_date};
use keqing::vocab::time::Days;

type Failure = Box<dyn Error>;

/// Eleven holidays a year from 2000 to 2049, as many as a large country has.
fn holidays() -> Vec<NaiveDate> {
    const DAYS: [(u32, u32); 11] = [
        (1, 1),
        (1, 20),
        (2, 17),
        (5, 1),
        (5, 26),
        (6, 19),
        (7, 4),
        (9, 7),
        (10, 12),
        (11, 11),
        (12, 25),
    ];
    let years = 2000..2050;
    let all = years.flat_map(|year| DAYS.map(|(month, day)| (year, month, day)));
    all.filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .collect()
}

/// Walks to the n-th business day, as one writes it by hand.
fn walked(holidays: &[NaiveDate], from: NaiveDate, count: u32) -> Option<NaiveDate> {
    let mut day = from;
    let mut left = count;
    while left > 0 {
        day = day.succ_opt()?;
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if !is_weekend && holidays.binary_search(&day).is_err() {
            left -= 1;
        }
    }
    Some(day)
}

/// The invoice dates of forty years, shuffled, so that no two neighbours are alike.
fn invoices() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    let days = (0..10_000_u64).map(|number| number * 7_919 % 14_600);
    days.filter_map(|days| first.checked_add_days(chrono::Days::new(days)))
        .collect()
}

fn main() -> Result<(), Failure> {
    let mut criterion = Criterion::default().configure_from_args();
    let holidays = holidays();
    let weekend = [Weekday::Sat, Weekday::Sun];
    let calendar = Calendar::new(weekend, holidays.iter().copied(), [])?;
    let invoices = invoices();
    let term = PaymentTerm::business_days(Days::new(1_000));
    for invoice in &invoices {
        let due = due_date(&term, &BaseDates::new(*invoice), &calendar)?;
        if Some(due) != walked(&holidays, *invoice, 1_000) {
            return Err(format!("{invoice} is due on {due}").into());
        }
    }

    let mut group = criterion.benchmark_group("a due date after 1,000 business days");
    let mut dates = invoices.iter().cycle();
    group.bench_function("day by day", |bencher| {
        let given = || dates.next().copied().unwrap_or_default();
        let walk = |invoice| walked(&holidays, black_box(invoice), 1_000);
        bencher.iter_batched(given, walk, BatchSize::SmallInput);
    });
    let mut dates = invoices.iter().cycle();
    group.bench_function("due_date", |bencher| {
        let given = || dates.next().copied().unwrap_or_default();
        let reckon = |invoice| due_date(&term, &BaseDates::new(black_box(invoice)), &calendar);
        bencher.iter_batched(given, reckon, BatchSize::SmallInput);
    });
    group.finish();

    let mut group = criterion.benchmark_group("instalments of a plan");
    let amounts = InvoiceAmounts::without_tax("98765.43 EUR".parse()?)?;
    let issued = BaseDates::new(invoices.first().copied().unwrap_or_default());
    for count in [1_000_u32, 10_000] {
        let line = |number| Line::new(Portion::BALANCE, PaymentTerm::net(Days::new(number)));
        let plan = Plan::new((1..=count).map(line))?;
        group.throughput(Throughput::Elements(count.into()));
        group.bench_function(format!("{count} lines"), |bencher| {
            bencher.iter(|| black_box(instalments(&plan, &amounts, &issued, &calendar)));
        });
    }
    group.finish();
    criterion.final_summary();
    Ok(())
}
