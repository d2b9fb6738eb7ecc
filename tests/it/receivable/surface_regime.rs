//! The surface of statutes: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::receivable;
use serde::{Deserialize, Serialize};

/// Words of statutes: as values, and in an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct RegimeWords(
    receivable::regime::AppliesBy,
    receivable::regime::BandStart,
    receivable::regime::BeyondLongest,
    receivable::regime::CreditorKind,
    receivable::regime::DebtorKind,
    receivable::regime::DueGround,
    receivable::regime::FirstDay,
    receivable::regime::GoverningDecision,
    receivable::regime::GoverningGround,
    receivable::regime::Jurisdiction,
    receivable::regime::Note,
    receivable::regime::TermStart,
);

/// Values of statutes that are copied.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct RegimeValues(
    receivable::regime::CompensationBand,
    receivable::regime::GovernedDebt,
    receivable::regime::StatutoryDue,
    receivable::regime::StatutoryTerm,
);

/// Values of statutes that own a list or a text.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct RegimeLists(
    receivable::regime::AgreedRate,
    receivable::regime::CompensationBands,
    receivable::regime::ConsideredRegime,
    receivable::regime::Governing,
    receivable::regime::Law,
    receivable::regime::TermFacts,
    receivable::regime::ReferenceRule,
    receivable::regime::Regime,
    keqing::vocab::source::Sourced<receivable::regime::StatutoryTerm>,
    receivable::regime::StatutoryRate,
);

/// Rows of tables that are compiled in, and are not read from JSON.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
struct RegimeTables(receivable::regime::PublishedRate);

#[test]
fn statutes_go_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<RegimeWords>();
    free::<RegimeValues>();
    free::<RegimeLists>();
    free::<RegimeTables>();
}
