//! The time of the questions about people that grow with their number: 50,000 of them on each side.
//!
//! - `floor` sorts the ids of everybody and looks each of them up again, which no answer can do without.
//! - `assess_trust`, `feeling`, `concentration` and `departure` are asked about all of them at once.
//! - `assess` answers all of it in one picture, with everybody named in the facts.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "cases are made up within known bounds"
)]

use std::hint::black_box;
use std::num::NonZeroU32;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput};
use keqing::party::continuity::{ContinuityPolicy, Departure, Tie, Ties, concentration, departure};
use keqing::party::feeling::{Emotion, MoodPolicy, Observation, feeling};
use keqing::party::parties::{Organization, Parties, Person};
use keqing::party::trust::{PersonTrust, TrustPolicy, assess_trust};
use keqing::party::{PartyFacts, PartyGiven, PartyPolicy, assess};
use keqing::vocab::known::{Grade, Stated, Statement};
use keqing::vocab::name::PersonId;
use keqing::vocab::words::{Department, Level, Side, TrustLevel};

type Failure = Box<dyn std::error::Error>;

/// The number of people of each side.
const COUNT: u32 = 50_000;

fn main() -> Result<(), Failure> {
    let mut criterion = Criterion::default().configure_from_args();
    let facts = facts()?;
    people(&mut criterion, &facts)?;
    criterion.final_summary();
    Ok(())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 1).unwrap_or_default()
}

fn id(side: &str, number: u32) -> Result<PersonId, Failure> {
    Ok(PersonId::new(&format!("{side}-{number}"))?)
}

/// Everybody trusts, was observed and holds a tie; the first of ours has left.
fn facts() -> Result<PartyFacts, Failure> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let (mut ties, mut trust, mut moods) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..COUNT {
        // A step that has no divisor in common with the number of people mixes the order.
        let (our, their) = (id("s", number)?, id("c", number * 7_919 % COUNT)?);
        let seller = Person::of(our, Department::Sales, Level::Operator);
        let last = (number == 0).then(today);
        ours.push(seller.with_until(last));
        theirs.push(Person::of(their, Department::Purchasing, Level::Operator));
        ties.push(Tie::new(our, their, NonZeroU32::MIN));
        for person in [our, their] {
            let word = Statement::new(TrustLevel::First, Grade::CustomerStated).with_on(today());
            trust.push(PersonTrust {
                person,
                level: word.into(),
            });
        }
        moods.push(Observation {
            person: their,
            emotion: Emotion::Pleasure,
            on: today(),
            grade: Grade::Measured,
        });
    }
    let parties = Parties::of_people(
        Organization::new("s", "Supplier")?,
        ours,
        Organization::new("c", "Customer")?,
        theirs,
    )?;
    let mut facts = PartyFacts::new(parties);
    (facts.ties, facts.trust, facts.moods) = (Ties::new(ties)?, trust, moods);
    facts.organizational_trust = Stated::customer_stated(TrustLevel::First);
    Ok(facts)
}

fn people(criterion: &mut Criterion, facts: &PartyFacts) -> Result<(), Failure> {
    let (parties, register) = (&facts.parties, facts.parties.register());
    let (ties, day) = (&facts.ties, today());
    let ids: Vec<PersonId> = facts.trust.iter().map(|one| one.person).collect();
    let left = Departure::of(Side::Supplier, id("s", 0)?);
    let (policy, continuity) = (PartyPolicy::standard(), ContinuityPolicy::standard());
    let (words, mood) = (TrustPolicy::standard(), MoodPolicy::standard());
    let mut group = criterion.benchmark_group("party");
    group.sample_size(10);
    group.throughput(Throughput::Elements(u64::from(COUNT) * 2));
    group.bench_function("floor", |bencher| {
        bencher.iter(|| {
            let mut sorted = black_box(&ids).clone();
            sorted.sort_unstable();
            let found = ids.iter().filter(|one| sorted.binary_search(one).is_ok());
            found.count()
        });
    });
    group.bench_function("assess_trust", |bencher| {
        let between = &facts.organizational_trust;
        bencher.iter(|| assess_trust(&words, black_box(parties), &facts.trust, between, day));
    });
    group.bench_function("feeling", |bencher| {
        bencher.iter(|| {
            feeling(
                &mood,
                black_box(register),
                ties,
                Side::Customer,
                &facts.moods,
                day,
            )
        });
    });
    group.bench_function("concentration", |bencher| {
        bencher.iter(|| concentration(&continuity, black_box(register), ties, day));
    });
    group.bench_function("departure", |bencher| {
        bencher.iter(|| departure(&continuity, black_box(register), ties, &left, day));
    });
    let given = PartyGiven::new(day);
    group.bench_function("assess", |bencher| {
        bencher.iter(|| assess(&policy, black_box(facts), &given));
    });
    group.finish();
    Ok(())
}
