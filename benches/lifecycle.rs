//! The time of one lifecycle verdict, beside the floor, over a million distinct cases in one run.
//!
//! Divide by a million for the time of one decision.
//!
//! - `cargo bench --bench lifecycle` measures with thin link-time optimization and one codegen unit.
//! - `cargo bench --profile plain --bench lifecycle` measures what a user gets who sets neither.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "cases are made up within known bounds"
)]

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
use floor::Answer;
use keqing::lifecycle::{LifecyclePolicy, cards, judge, tally};
use keqing::verdict::{RuleSet, Tally, Verdict};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    lifecycle(&mut criterion);
    criterion.final_summary();
}

fn lifecycle(criterion: &mut Criterion) {
    let cases = cases::cases();
    let policy = LifecyclePolicy::standard();
    the_floors_answer_the_same(&policy, &cases);
    the_cases_are_mixed(&policy, &cases);
    let mut group = criterion.benchmark_group("lifecycle");
    group.throughput(Throughput::Elements(cases::COUNT as u64));
    group.sample_size(20);
    measure(&mut group, "floor, policy built in", &cases, |case| {
        floor::built_in(&case.standing, &case.facts, case.proposed)
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

/// Checks that the floor answers the same question: decision and both sets are compared with those
/// of `tally` and of `judge`, under the standard policy and under the strict one.
fn the_floors_answer_the_same(standard: &LifecyclePolicy, cases: &[Case]) {
    let rules: Vec<_> = cards::CARDS.iter().map(|card| card.id()).collect();
    let set = |bits: u16| {
        let mut set = RuleSet::EMPTY;
        for rule in &rules {
            if bits >> (rule.number() - 1) & 1 == 1 {
                let inserted = set.insert(*rule);
                assert!(inserted.is_ok(), "every rule of a card is listed");
            }
        }
        set
    };
    let same = |told: Option<Tally>, answer: Option<Answer>, case: &Case| {
        let told = told.map(|told| (told.decision, told.breached, told.missing));
        let answer = answer.map(|answer| {
            let (breached, missing) = (set(answer.breached), set(answer.missing));
            (answer.decision, breached, missing)
        });
        assert_eq!(answer, told, "{case:?}");
    };
    for case in cases {
        let Case {
            standing,
            facts,
            proposed,
        } = case;
        let told = tally(standard, standing, facts, *proposed).ok();
        same(told, floor::built_in(standing, facts, *proposed), case);
        for policy in [standard, &LifecyclePolicy::strict()] {
            let floor = floor::floor(policy, standing, facts, *proposed);
            same(tally(policy, standing, facts, *proposed).ok(), floor, case);
            let verdict = judge(policy, standing, facts, *proposed).ok();
            same(verdict.as_ref().map(Verdict::tally), floor, case);
        }
    }
}

/// Of every kind of move a tenth at least is permitted, and a tenth is not.
fn the_cases_are_mixed(policy: &LifecyclePolicy, cases: &[Case]) {
    let kinds = ["advance", "hold", "interrupt", "recover", "regress"];
    for kind in kinds {
        let (mut all, mut permitted) = (0, 0);
        for case in cases.iter().filter(|case| case.proposed.name() == kind) {
            let told = tally(policy, &case.standing, &case.facts, case.proposed);
            all += 1;
            permitted += usize::from(told.is_ok_and(|told| told.decision.is_permit()));
        }
        assert!(all >= cases.len() / 20, "{kind}: {all}");
        let least = permitted.min(all - permitted);
        assert!(least >= all / 10, "{kind}: {permitted} of {all}");
    }
}
