//! Ties for the tests of this folder.

use alloc::vec::Vec;
use core::num::NonZeroU32;

use crate::party::{Person, Tie, Ties};
use crate::vocab::{Department, Level, PersonId};

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
