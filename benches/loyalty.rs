//! What one loyalty assessment costs, beside its floor, over a million distinct customers in one run.
//!
//! `cargo bench --bench loyalty`: divide by a million for the time of one assessment.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "cases are made up within known bounds"
)]

#[path = "support/loyalty_cases.rs"]
mod cases;
#[path = "support/loyalty_floor.rs"]
mod floor;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use keqing::loyalty::bond::{BondFacts, bond};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};

use floor::Told;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    loyalty(&mut criterion);
    criterion.final_summary();
}

fn loyalty(criterion: &mut Criterion) {
    let cases = cases::cases();
    let policy = LoyaltyPolicy::standard();
    let as_of = cases::today();
    let given = LoyaltyGiven::new(as_of);
    the_floor_tells_the_same(&policy, &cases);
    let bonds = bonds(&policy, &cases);
    let mut group = criterion.benchmark_group("loyalty");
    group.throughput(Throughput::Elements(cases::COUNT as u64));
    group.sample_size(10);
    measure(&mut group, "floor", &cases, |facts| {
        floor::floor(&policy, facts, as_of)
    });
    measure(&mut group, "assess", &cases, |facts| {
        assess(&policy, facts, &given)
    });
    measure(&mut group, "bond: floor", &bonds, floor::bond);
    measure(&mut group, "bond", &bonds, bond);
    group.finish();
}

fn measure<F, T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    cases: &[F],
    ask: impl Fn(&F) -> T,
) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for case in cases {
                black_box(&ask(case));
            }
        });
    });
}

/// A floor that tells something else would be no floor.
fn the_floor_tells_the_same(policy: &LoyaltyPolicy, cases: &[LoyaltyFacts]) {
    for facts in cases {
        let told = assess(policy, facts, &LoyaltyGiven::new(cases::today())).map(|loyalty| Told {
            recognition: loyalty.recognition.value().copied(),
            bond: loyalty.bond.value().copied(),
            pattern: loyalty.pattern.value().copied(),
            reason_to_stay: loyalty.reason_to_stay.value().copied(),
        });
        let floor = floor::floor(policy, facts, cases::today());
        assert_eq!(floor, told.ok(), "{facts:?}");
    }
}

/// What the bond of each customer is told from, in the same order.
fn bonds(policy: &LoyaltyPolicy, cases: &[LoyaltyFacts]) -> Vec<BondFacts> {
    let bonds = cases.iter().filter_map(|facts| {
        let told = assess(policy, facts, &LoyaltyGiven::new(cases::today())).ok()?;
        let mut bond = BondFacts::default();
        bond.kinds = told.kinds.into_value().unwrap_or_default();
        bond.recognition = facts.recognition;
        let held = told.lock_in.into_value();
        bond.lock_in = held.map(|held| held.level);
        let cost = held.and_then(|held| held.cost);
        bond.misses = cost.map(|cost| cost.misses).unwrap_or_default();
        bond.support = facts.support;
        Some(bond)
    });
    let bonds: Vec<BondFacts> = bonds.collect();
    for facts in &bonds {
        assert_eq!(floor::bond(facts), bond(facts).into_value(), "{facts:?}");
    }
    bonds
}
