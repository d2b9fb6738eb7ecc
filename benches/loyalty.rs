//! The time of one loyalty assessment, beside its floor, over a million distinct customers in one run.
//!
//! Divide by a million for the time of one assessment.
//!
//! `loyalty: many words` is one customer of whose people fifty thousand words are known: its floor sorts them by
//! person and day, which no answer can do without.
//!
//! - `cargo bench --bench loyalty` measures with thin link-time optimization and one codegen unit.
//! - `cargo bench --profile plain --bench loyalty` measures what a user gets who sets neither.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "cases are made up within known bounds"
)]

#[path = "support/loyalty_cases.rs"]
mod cases;
#[path = "support/loyalty_floor.rs"]
mod floor;
#[path = "support/loyalty_held_floor.rs"]
mod held_floor;
#[path = "support/loyalty_kinds_floor.rs"]
mod kinds_floor;
#[path = "support/random.rs"]
mod random;

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use keqing::loyalty::bond::{BondFacts, bond};
use keqing::loyalty::foundation::{Foundation, Foundations};
use keqing::loyalty::lock_in::LockIn;
use keqing::loyalty::means::{Claim, judge_claim};
use keqing::loyalty::{LoyaltyFacts, LoyaltyGiven, LoyaltyPicture, LoyaltyPolicy, assess};
use keqing::verdict::Assessment;
use keqing::vocab::known::Lasting;
use keqing::vocab::words::ClaimGround;

use floor::{Part, Told};
use held_floor::{Cost, Held};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    loyalty(&mut criterion);
    words(&mut criterion);
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

/// The words of one customer: of a hundred people, and of one person.
fn words(criterion: &mut Criterion) {
    let (policy, as_of) = (LoyaltyPolicy::standard(), cases::today());
    let mut group = criterion.benchmark_group("loyalty: many words");
    group.sample_size(10);
    for people in [100, 1] {
        let evidence = cases::words(people);
        group.throughput(Throughput::Elements(evidence.len() as u64));
        let claim = Claim::new(ClaimGround::CustomerStatement | ClaimGround::Satisfaction);
        group.bench_function(format!("floor: {people}"), |bencher| {
            bencher.iter(|| {
                let mut sorted: Vec<_> = evidence
                    .iter()
                    .map(|one| (one.by, one.on, one.grade))
                    .collect();
                sorted.sort_unstable();
                black_box(sorted)
            });
        });
        group.bench_function(format!("judge_claim: {people}"), |bencher| {
            bencher.iter(|| black_box(judge_claim(&policy, &claim, &evidence, as_of)));
        });
    }
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

/// Checks that the floor answers the same question: the value of each part is compared with that of
/// `assess`, and so are both sets.
fn the_floor_tells_the_same(policy: &LoyaltyPolicy, cases: &[LoyaltyFacts]) {
    for facts in cases {
        let told = assess(policy, facts, &LoyaltyGiven::new(cases::today())).ok();
        let floor = floor::floor(policy, facts, cases::today());
        assert_eq!(floor, told.as_ref().map(told_of), "{facts:?}");
    }
}

fn told_of(loyalty: &LoyaltyPicture) -> Told {
    Told {
        kinds: part(&loyalty.kinds, |kinds| *kinds),
        recognition: part(&loyalty.recognition, |recognition| *recognition),
        lock_in: part(&loyalty.lock_in, held),
        bond: part(&loyalty.bond, |bond| *bond),
        pattern: part(&loyalty.pattern, |pattern| *pattern),
        reason_to_stay: part(&loyalty.reason_to_stay, |reason_to_stay| *reason_to_stay),
        patronage: part(&loyalty.patronage, |patronage| {
            patronage
                .repeat
                .unwrap_or_else(|| panic!("no case gives a reason"))
        }),
        foundations: part(&loyalty.foundations, trusts),
    }
}

fn part<T, U>(assessment: &Assessment<T>, value: impl FnOnce(&T) -> U) -> Part<U> {
    let (mut breached, mut missing) = (0, 0);
    for finding in assessment.findings() {
        breached |= u64::from(finding.is_breach()) << floor::place(finding.rule);
        missing |= u64::from(finding.is_gap()) << floor::place(finding.rule);
    }
    Part {
        value: assessment.value().map(value),
        breached,
        missing,
    }
}

fn held(held: &LockIn) -> Held {
    Held {
        level: held.level,
        instruments: held.instruments,
        switching: held.switching,
        cost: held.cost.map(|cost| Cost {
            lock_in: cost.lock_in,
            attachment: cost.attachment,
            misses: cost.misses,
        }),
    }
}

fn trusts(found: &Foundations) -> bool {
    let others = found.unknown.len() + found.holding.len() + found.lacking.len();
    assert_eq!((found.unknown.len(), others), (3, 4), "trust alone is told");
    found.holding.contains(Foundation::Trust)
}

/// Returns the facts of the bond of each customer, in the same order.
fn bonds(policy: &LoyaltyPolicy, cases: &[LoyaltyFacts]) -> Vec<BondFacts> {
    let bonds = cases.iter().filter_map(|facts| {
        let told = assess(policy, facts, &LoyaltyGiven::new(cases::today())).ok()?;
        let mut bond = BondFacts::default();
        bond.kinds = told.kinds.into_value().unwrap_or_default();
        let lasting = Lasting::State(policy.word_validity());
        bond.recognition = facts.recognition.on(cases::today(), lasting);
        let held = told.lock_in.into_value();
        bond.lock_in = held.map(|held| held.level);
        let cost = held.and_then(|held| held.cost);
        bond.misses = cost.map(|cost| cost.misses).unwrap_or_default();
        bond.support = facts.support;
        Some(bond)
    });
    let bonds: Vec<BondFacts> = bonds.collect();
    for facts in &bonds {
        let told = part(&bond(facts), |bond| *bond);
        assert_eq!(floor::bond(facts), told, "{facts:?}");
    }
    bonds
}
