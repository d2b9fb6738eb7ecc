use alloc::string::String;
use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::receivable::regime::governing_words::{GoverningDecision, GoverningGround};
use crate::receivable::regime::jurisdiction::Jurisdiction;

/// Returned when the parts of a regime contradict each other, or a question does not fit it.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RegimeError {
    /// The regime would end before it begins.
    #[error("in force from {from} until {until}, expected the last day on the first or later")]
    EndsBefore {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// The regime binds no kind of debtor.
    #[error("a regime that binds no debtor, expected at least one kind such as `business`")]
    NoDebtor,
    /// The regime does not govern the debt, whatever its day.
    #[error("the statute of {jurisdiction} does not govern the debt: {}", ground.name())]
    NotGoverning {
        /// The jurisdiction of the statute.
        jurisdiction: Jurisdiction,
        /// The reason.
        ground: GoverningGround,
    },
    /// The regime was not yet in force on the day of the debt by which it applies, or no longer.
    #[error(
        "the statute of {jurisdiction} does not govern a debt of {day}, expected a day {}",
        InForce(*from, *until)
    )]
    NotInForce {
        /// The jurisdiction of the statute.
        jurisdiction: Jurisdiction,
        /// The day of the contract, of the order, or on which the debt fell overdue.
        day: NaiveDate,
        /// The first day on which the regime is in force.
        from: NaiveDate,
        /// The last day on which it is in force, if one is known.
        until: Option<NaiveDate>,
    },
    /// The statute overrides the rate that a contract sets.
    #[error(
        "the statute of {jurisdiction} overrides an agreed rate, expected its own to be asked for"
    )]
    Overridden {
        /// The jurisdiction of the statute.
        jurisdiction: Jurisdiction,
    },
    /// The history of the reference rate is needed.
    #[error("the rate follows the {reference}, expected its history to be given")]
    ReferenceMissing {
        /// The name of the reference rate.
        reference: String,
    },
    /// A history of a reference rate was given for a rate that follows none.
    #[error("the rate follows no reference rate, expected no history of one")]
    ReferenceUnused,
    /// No known regime governs the debt, or its facts leave that open.
    #[error("no known statute of {jurisdiction} governs the debt ({}), expected facts by which one does", decision.name())]
    Ungoverned {
        /// The jurisdiction of the debt.
        jurisdiction: Jurisdiction,
        /// The state of the question.
        decision: GoverningDecision,
    },
}

/// The days on which a regime is in force, as a message says them.
struct InForce(NaiveDate, Option<NaiveDate>);

impl fmt::Display for InForce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            Some(until) => write!(f, "from {} to {until}", self.0),
            None => write!(f, "from {} on", self.0),
        }
    }
}
