//! What one lifecycle verdict costs, beside the floor, over a million distinct cases in one run.
//!
//! `cargo bench --bench lifecycle`: divide by a million for the time of one decision.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "cases are made up within known bounds"
)]

#[path = "support/bare.rs"]
mod bare;
#[path = "support/cases.rs"]
mod cases;
#[path = "support/floor.rs"]
mod floor;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use cases::Case;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use keqing::lifecycle::{LifecyclePolicy, judge, tally};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    lifecycle(&mut criterion);
    criterion.final_summary();
}

fn lifecycle(criterion: &mut Criterion) {
    let cases = cases::cases();
    let policy = LifecyclePolicy::standard();
    the_floor_decides_the_same(&cases, &policy);
    let mut group = criterion.benchmark_group("lifecycle");
    group.throughput(Throughput::Elements(cases::COUNT as u64));
    group.sample_size(20);
    measure(&mut group, "bare", &cases, |case| {
        bare::bare(&case.standing, &case.facts, case.proposed)
    });
    measure(&mut group, "floor", &cases, |case| {
        floor::floor(&policy, &case.standing, &case.facts, case.proposed)
    });
    measure(&mut group, "tally", &cases, |case| {
        tally(&policy, &case.standing, &case.facts, case.proposed)
    });
    measure(&mut group, "judge", &cases, |case| {
        judge(&policy, &case.standing, &case.facts, case.proposed)
    });
    group.finish();
}

fn measure<T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    cases: &[Case],
    ask: impl Fn(&Case) -> T,
) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for case in cases {
                black_box(&ask(case));
            }
        });
    });
}

/// A floor that decides something else would be no floor.
fn the_floor_decides_the_same(cases: &[Case], policy: &LifecyclePolicy) {
    for Case {
        standing,
        facts,
        proposed,
    } in cases
    {
        let decides = |policy| {
            let tally = tally(policy, standing, facts, *proposed);
            tally.is_ok_and(|tally| tally.decision.is_permit())
        };
        assert_eq!(
            bare::bare(standing, facts, *proposed).is_ok(),
            decides(policy)
        );
        for policy in [policy, &LifecyclePolicy::strict()] {
            let floor = floor::floor(policy, standing, facts, *proposed);
            assert_eq!(
                floor.is_ok(),
                decides(policy),
                "{standing:?} {facts:?} {proposed} {floor:?}"
            );
        }
    }
}
