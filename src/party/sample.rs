//! The values that the tests of this folder begin with, and the readers of their results.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::party::continuity::{Continuity, DepartureEffect, Tie, TieNet, Ties};
use crate::party::parties::{Person, Register};
use crate::party::people::{PeopleFacts, PeoplePolicy, PeopleReport, people};
use crate::verdict::{Assessment, RuleId};
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::{Department, Level, Side};

/// Makes an id of a test.
#[track_caller]
pub(super) fn id(text: &str) -> PersonId {
    let Ok(id) = PersonId::new(text) else {
        panic!("`{text}` of the test")
    };
    id
}

/// Makes a person of sales, the staff.
#[track_caller]
pub(super) fn person(text: &str) -> Person {
    Person::of(id(text), Department::Sales, Level::Operator)
}

/// Makes a register of people who act without an end.
#[track_caller]
pub(super) fn register(ours: &[&str], theirs: &[&str]) -> Register {
    let people = |ids: &[&str]| ids.iter().map(|id| person(id)).collect::<Vec<_>>();
    let Ok(register) = Register::new(people(ours), people(theirs)) else {
        panic!("register of the test")
    };
    register
}

/// Makes the register of the people of ties.
#[track_caller]
pub(super) fn of_ties(ties: &Ties) -> Register {
    let people = |side| {
        let ids: BTreeSet<PersonId> = ties.iter().map(|tie| *tie.person(side)).collect();
        let people = ids.into_iter();
        people.map(|id| Person::of(id, Department::Sales, Level::Operator))
    };
    let Ok(register) = Register::new(people(Side::Supplier), people(Side::Customer)) else {
        panic!("register of the test")
    };
    register
}

/// Returns the day on which the tests of this folder ask.
pub(super) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 1).unwrap_or_default()
}

/// Makes a tie of two people.
#[track_caller]
pub(super) fn tie(supplier: &str, customer: &str, weight: u32) -> Tie {
    let weight = NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN);
    Tie::new(id(supplier), id(customer), weight)
}

/// Makes ties of people.
#[track_caller]
pub(super) fn ties(ties: &[(&str, &str, u32)]) -> Ties {
    let ties: Vec<Tie> = ties
        .iter()
        .map(|(supplier, customer, weight)| tie(supplier, customer, *weight))
        .collect();
    let Ok(ties) = Ties::new(ties) else {
        panic!("ties of the test")
    };
    ties
}

/// Makes a net of ties that everybody holds.
#[track_caller]
pub(super) fn net(of: &[(&str, &str, u32)]) -> TieNet {
    let ties = ties(of);
    let Ok(net) = ties.on(&of_ties(&ties), today()) else {
        panic!("ties of the test")
    };
    net
}

/// Returns the rest of a relationship.
pub(super) fn continuity(answer: &Assessment<DepartureEffect>) -> Option<Continuity> {
    answer.value().map(|effect| effect.continuity)
}

/// Makes the expectation that a share is lost.
pub(super) fn at_risk(part: u64, whole: u64) -> Option<Continuity> {
    let lost = Share::new(part, whole).unwrap_or(Share::NONE);
    Some(Continuity::AtRisk { lost })
}

/// Makes facts about people of which nothing is known yet.
pub(super) fn people_facts() -> PeopleFacts {
    PeopleFacts::new(NaiveDate::from_ymd_opt(2024, 12, 30).unwrap_or_default())
}

/// Assesses people under the standard policy.
#[track_caller]
pub(super) fn ask_people(facts: &PeopleFacts) -> Assessment<PeopleReport> {
    ask_measured(facts, Known::Unknown)
}

/// Assesses people under the standard policy, and a satisfaction of the customer that was measured.
#[track_caller]
pub(super) fn ask_measured(
    facts: &PeopleFacts,
    measured: Known<Decimal>,
) -> Assessment<PeopleReport> {
    let Ok(answer) = people(&PeoplePolicy::standard(), facts, measured) else {
        panic!("facts of the test")
    };
    answer
}

/// Returns whether a PPL rule is breached.
pub(super) fn breached(answer: &Assessment<PeopleReport>, number: u16) -> bool {
    answer.breaches(RuleId::known("PPL", number))
}
