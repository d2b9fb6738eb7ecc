//! The time of a ledger of a million invoices, beside hand-written loops over plain integers, in one run.
//!
//! Divide by a million for the time of one invoice.
//!
//! - `cargo bench --bench receivable` measures with thin link-time optimization and one codegen unit.
//! - `cargo bench --profile plain --bench receivable` measures what a user gets who sets neither.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "invoices are made up within known bounds"
)]

#[path = "support/ledger_floor.rs"]
mod floor;
#[path = "support/invoices.rs"]
mod invoices;

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use invoices::{COUNT, CUSTOMERS, Invoices};
use keqing::calendar::day_count::DayCount;
use keqing::receivable::aging;
use keqing::receivable::column::{
    AgingTotals, OpenColumns, SimpleInterest, age_column, age_column_by_customer,
};
use keqing::receivable::interest::{Interest, InterestPolicy, LateDebt, interest};
use keqing::receivable::rate::LateRate;
use keqing::rust_decimal::Decimal;
use keqing::vocab::money::{Currency, FractionalMoney, Money, RoundingMode};
use keqing::vocab::rate::Rate;

type Failure = Box<dyn std::error::Error>;

/// Rates by ACT/365F, and their parts a day in lowest terms. Only the second has ties to round.
const RATES: [(&str, &str, (u64, u64)); 2] = [
    ("12 % per year", "interest at 12 % a year", (3, 9_125)),
    ("18.25 % per year", "interest at 0.05 % a day", (1, 2_000)),
];

/// 12 % by ACT/365F, not in lowest terms, as a policy has it.
const PERCENT: (u64, u64) = (12, 36_500);

/// Not yet due, and four buckets of days.
const BUCKETS: usize = 5;

fn main() -> Result<(), Failure> {
    let mut criterion = Criterion::default().configure_from_args();
    let invoices = invoices::invoices();
    aging(&mut criterion, &invoices)?;
    aging_by_customer(&mut criterion, &invoices)?;
    late_interest(&mut criterion, &invoices)?;
    one_invoice(&mut criterion, &invoices)?;
    criterion.final_summary();
    Ok(())
}

fn aging(criterion: &mut Criterion, invoices: &Invoices) -> Result<(), Failure> {
    let Invoices {
        as_of_day,
        days,
        units,
        ..
    } = invoices;
    let edges = aging::Buckets::standard().edges(invoices.as_of)?;
    let loops = floor::aging(*as_of_day, days, units);
    let mut totals = [AgingTotals::default(); BUCKETS];

    let mut group = group(criterion, "aging");
    group.bench_function("floor", |bencher| {
        bencher.iter(|| black_box(floor::aging(*as_of_day, days, units)));
    });
    for (name, open) in columns(invoices)? {
        age_column(&edges, open, &mut totals)?;
        let told = totals.map(|total| (total.rows, total.units as i64));
        assert_eq!(told, loops, "the floor adds up the same");
        group.bench_function(format!("age_column of {name}"), |bencher| {
            bencher.iter(|| black_box(age_column(&edges, open, &mut totals)));
        });
    }
    group.finish();
    Ok(())
}

fn aging_by_customer(criterion: &mut Criterion, invoices: &Invoices) -> Result<(), Failure> {
    let Invoices {
        as_of_day,
        days,
        units,
        customer,
        ..
    } = invoices;
    let edges = aging::Buckets::standard().edges(invoices.as_of)?;
    let mut floor_sums = vec![0; CUSTOMERS as usize * BUCKETS];
    let loops = floor::aging_by_customer(*as_of_day, days, units, customer, &mut floor_sums);
    let mut totals = [AgingTotals::default(); BUCKETS];
    let mut sums = vec![0; CUSTOMERS as usize * BUCKETS];

    let mut group = group(criterion, "aging by customer");
    for (name, open) in columns(invoices)? {
        age_column_by_customer(&edges, open, customer, &mut totals, &mut sums)?;
        let told = totals.map(|total| (total.rows, total.units as i64));
        assert_eq!(
            (told, &sums),
            (loops, &floor_sums),
            "the floor adds up the same"
        );
        group.bench_function(format!("age_column_by_customer of {name}"), |bencher| {
            bencher.iter(|| {
                black_box(age_column_by_customer(
                    &edges,
                    open,
                    customer,
                    &mut totals,
                    &mut sums,
                ))
            });
        });
    }
    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            black_box(floor::aging_by_customer(
                *as_of_day,
                days,
                units,
                customer,
                &mut floor_sums,
            ))
        });
    });
    group.finish();
    Ok(())
}

fn late_interest(criterion: &mut Criterion, invoices: &Invoices) -> Result<(), Failure> {
    let Invoices {
        as_of_day,
        days,
        units,
        ..
    } = invoices;
    for (rate, name, parts) in RATES {
        let ready = SimpleInterest::new(
            rate.parse()?,
            DayCount::Actual365Fixed,
            RoundingMode::HalfEven,
            invoices.as_of,
        )?;
        let (mut charged, mut floor_charged) = (vec![0; COUNT], vec![0; COUNT]);
        let mut group = group(criterion, name);
        let loops: [(_, Loop); 2] = [
            ("floor", floor::interest),
            ("plain divide", floor::interest_divided),
        ];
        for (name, open) in columns(invoices)? {
            let total = ready.fill(open, &mut charged)?;
            for (_, fill) in loops {
                floor_charged.fill(-1);
                let floor = fill(parts, *as_of_day, days, units, &mut floor_charged);
                assert_eq!(
                    (total, &charged),
                    (floor.into(), &floor_charged),
                    "the floor charges the same"
                );
            }
            group.bench_function(format!("fill of {name}"), |bencher| {
                bencher.iter(|| black_box(ready.fill(open, &mut charged)));
            });
        }
        for (name, fill) in loops {
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    let parts = black_box(parts);
                    black_box(fill(parts, *as_of_day, days, units, &mut floor_charged))
                });
            });
        }
        group.finish();
    }
    Ok(())
}

/// A hand-written loop that fills a column with interest and returns the total.
type Loop = fn((u64, u64), i32, &[i32], &[i64], &mut [i64]) -> i64;

/// Returns the invoices as dates, and as the day numbers of a caller.
fn columns(invoices: &Invoices) -> Result<[(&'static str, OpenColumns<'_>); 2], Failure> {
    let Invoices {
        due, days, units, ..
    } = invoices;
    Ok([
        ("days", OpenColumns::of_days(days, units)?),
        ("dates", OpenColumns::new(due, units)?),
    ])
}

/// One invoice at a time, with its segments.
fn one_invoice(criterion: &mut Criterion, invoices: &Invoices) -> Result<(), Failure> {
    let policy = InterestPolicy::standard();
    let rate = LateRate::agreed(Rate::percent(Decimal::new(12, 0))?);
    let debts: Vec<LateDebt> = invoices
        .due
        .iter()
        .zip(&invoices.units)
        .map(|(due, units)| {
            let principal = Money::new(Decimal::new(*units, 2), Currency::EUR);
            LateDebt::new(principal, (*due).min(invoices.as_of), *due)
        })
        .collect::<Result<_, _>>()?;
    let balances: Vec<Decimal> = invoices
        .units
        .iter()
        .map(|units| Decimal::new(*units, 2))
        .collect();
    for (debt, (due, balance)) in debts.iter().zip(invoices.due.iter().zip(&balances)) {
        let told = interest(&policy, &rate, debt, invoices.as_of)?;
        let floor = floor::one(*balance, PERCENT, *due, invoices.as_of);
        the_floor_tells_the_same(&told, floor);
    }

    let mut group = group(criterion, "one invoice");
    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            for (due, balance) in invoices.due.iter().zip(&balances) {
                let told = floor::one(*balance, black_box(PERCENT), *due, invoices.as_of);
                black_box(&told);
            }
        });
    });
    group.bench_function("interest", |bencher| {
        bencher.iter(|| {
            for debt in &debts {
                let told = interest(&policy, &rate, debt, invoices.as_of);
                black_box(&told);
            }
        });
    });
    group.finish();
    Ok(())
}

/// Checks that the floor tells each figure of the segment, the exact sum and the charge.
fn the_floor_tells_the_same(told: &Interest, floor: Option<floor::Told>) {
    let Some(floor) = floor else {
        assert!(told.segments().is_empty() && told.charged().is_zero());
        return;
    };
    let segment = &told.segments()[0];
    let days = (segment.from, segment.to, segment.days.count());
    assert_eq!(days, (floor.from, floor.to, floor.days));
    assert_eq!(segment.balance.amount(), floor.balance);
    let fraction = (segment.fraction.numerator(), segment.fraction.denominator());
    assert_eq!(
        i64::from(floor.fraction.0) * fraction.1,
        i64::from(floor.fraction.1) * fraction.0
    );
    let exact = FractionalMoney::new(floor.exact.0, floor.exact.1, Currency::EUR);
    assert_eq!(Ok(told.exact()), exact);
    assert_eq!(told.charged().money().amount(), floor.charged);
    assert_eq!(floor.rate, PERCENT);
}

fn group<'a>(criterion: &'a mut Criterion, name: &str) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(COUNT as u64));
    group.sample_size(20);
    group
}
