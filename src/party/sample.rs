//! The values that the tests of this folder begin with, and the readers of their results.

use alloc::vec::Vec;
use core::num::NonZeroU32;

use chrono::NaiveDate;

use crate::party::continuity::{Continuity, DepartureEffect, Tie, Ties};
use crate::party::parties::Person;
use crate::party::people::{PeopleFacts, PeoplePolicy, PeopleReport, people};
use crate::verdict::{Assessment, RuleId};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::{Department, Level};

/// Makes an id of a test.
#[track_caller]
pub(super) fn id(text: &str) -> PersonId {
    let Ok(id) = PersonId::new(text) else {
        panic!("`{text}` of the test")
    };
    id
}

/// Makes a tie between staff of sales and of purchasing.
#[track_caller]
pub(super) fn tie(supplier: &str, customer: &str, weight: u32) -> Tie {
    let person = |text, department| Person {
        id: id(text),
        department,
        level: Level::Operator,
    };
    Tie::new(
        person(supplier, Department::Sales),
        person(customer, Department::Purchasing),
        NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN),
    )
}

/// Makes a net of ties.
#[track_caller]
pub(super) fn net(ties: &[(&str, &str, u32)]) -> Ties {
    let ties: Vec<Tie> = ties
        .iter()
        .map(|(supplier, customer, weight)| tie(supplier, customer, *weight))
        .collect();
    let Ok(ties) = Ties::new(ties) else {
        panic!("ties of the test")
    };
    ties
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
    let Ok(answer) = people(&PeoplePolicy::standard(), facts) else {
        panic!("facts of the test")
    };
    answer
}

/// Returns whether a PPL rule is breached.
pub(super) fn breached(answer: &Assessment<PeopleReport>, number: u16) -> bool {
    answer.breaches(RuleId::known("PPL", number))
}
