//! The people of the laws, their days, and the ties between them.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use keqing::party::continuity::{ContinuityPolicy, Tie, Ties};
use keqing::party::parties::{Person, Register};
use keqing::vocab::name::PersonId;
use keqing::vocab::set::Set;
use keqing::vocab::words::{Department, Level, Side};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy};
use proptest::sample::subsequence;
use rust_decimal::Decimal;

use crate::support::given::{day, known, share};

/// The number of people of a side; one more, the stand-in, holds no tie.
pub(super) const PEOPLE: usize = 5;

/// The day on which the laws ask.
pub(super) fn today() -> NaiveDate {
    day(10)
}

pub(super) fn id(side: Side, number: usize) -> PersonId {
    match PersonId::new(&format!("{side}-{number}")) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

/// The same person of a side every time: departments and levels differ from person to person.
fn person(side: Side, number: usize, last: Option<u32>) -> Person {
    let place = number.saturating_add(usize::from(side == Side::Customer));
    let department = Set::<Department>::all().iter().nth(place);
    let level = Level::ALL
        .get(number % 3)
        .copied()
        .unwrap_or(Level::Operator);
    let department = department.unwrap_or(Department::Sales);
    Person::of(id(side, number), department, level).with_until(last.map(day))
}

/// The last days of everybody, ours first; nobody's where there is none.
pub(super) type LastDays = [Vec<Option<u32>>; 2];

pub(super) fn last_days() -> impl Strategy<Value = LastDays> {
    let side = || vec(option::weighted(0.3, 0_u32..20), PEOPLE);
    (side(), side()).prop_map(|(ours, theirs)| [ours, theirs])
}

/// The register of everybody with a last day, and of the two stand-ins, who stay.
pub(super) fn register(last: &LastDays) -> Register {
    let people = |side: Side, last: &[Option<u32>]| -> Vec<Person> {
        let all = last.iter().copied().chain([None]).enumerate();
        all.map(|(number, last)| person(side, number, last))
            .collect()
    };
    let [ours, theirs] = last;
    match Register::new(people(Side::Supplier, ours), people(Side::Customer, theirs)) {
        Ok(register) => register,
        Err(error) => panic!("{error}"),
    }
}

/// Ties of some of the pairs that five people of each side make.
pub(super) fn ties() -> impl Strategy<Value = Vec<Tie>> {
    let pairs: Vec<(usize, usize)> = (0..PEOPLE)
        .flat_map(|ours| (0..PEOPLE).map(move |theirs| (ours, theirs)))
        .collect();
    let affect = || known((-30_i64..30).prop_map(|tenths| Decimal::new(tenths, 1)));
    subsequence(pairs, 1..10)
        .prop_flat_map(move |pairs| {
            let count = pairs.len();
            let weights = vec((1_u32..6, affect()), count);
            (Just(pairs), weights)
        })
        .prop_map(|(pairs, weights)| {
            let tied = |((ours, theirs), (weight, affect))| {
                let weight = NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN);
                let (ours, theirs) = (id(Side::Supplier, ours), id(Side::Customer, theirs));
                let mut tie = Tie::new(ours, theirs, weight);
                tie.affect = affect;
                tie
            };
            pairs.into_iter().zip(weights).map(tied).collect()
        })
}

pub(super) fn of(ties: &[Tie]) -> Ties {
    match Ties::new(ties.iter().copied()) {
        Ok(ties) => ties,
        Err(error) => panic!("{error}"),
    }
}

/// The ties that are held on a day, picked one by one.
pub(super) fn held<'a>(
    ties: &'a [Tie],
    register: &'a Register,
    day: NaiveDate,
) -> impl Iterator<Item = &'a Tie> {
    let acts = move |side, person: &PersonId| {
        let mut people = register.side(side).iter();
        people.any(|one| one.id == *person && one.until.is_none_or(|last| day <= last))
    };
    ties.iter().filter(move |tie| {
        Side::ALL
            .into_iter()
            .all(|side| acts(side, tie.person(side)))
    })
}

pub(super) fn policy() -> impl Strategy<Value = ContinuityPolicy> {
    let standard = ContinuityPolicy::standard;
    let shares = (share(), share(), share(), share());
    let any = (shares, share(), -10_i64..10).prop_map(move |(shares, thin, affect)| {
        let (one, other, loss, broken) = shares;
        let policy = standard().with_soured_below(Decimal::new(affect, 1));
        let policy = policy
            .with_limits(one.min(other), one.max(other))
            .unwrap_or(policy);
        let policy = policy.with_loss(loss.min(broken), loss.max(broken));
        policy.unwrap_or(standard()).with_thin_below(thin)
    });
    proptest::prelude::prop_oneof![Just(standard()), any]
}
