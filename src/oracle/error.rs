use alloc::string::String;

use thiserror::Error;

use crate::history::ReplayError;
use crate::lifecycle::{EstimateShareError, EvolveError, FactsError};
use crate::oracle::Question;
use crate::party::{DepartureError, InvestmentError, ObservationError, PeopleError, TrustError};
use crate::review::ReviewError;

/// The error of a question that has no answer: its values cannot be.
///
/// A refusal is an answer and never this.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AskError {
    /// Facts of the lifecycle that cannot be.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// Ranks that cannot be.
    #[error(transparent)]
    EstimateShare(#[from] EstimateShareError),
    /// An event that does not fit.
    #[error(transparent)]
    Evolve(#[from] EvolveError),
    /// Observations of mood that cannot be.
    #[error(transparent)]
    Observation(#[from] ObservationError),
    /// Trust of people who are no party.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// An investment that cannot be.
    #[error(transparent)]
    Investment(#[from] InvestmentError),
    /// A departure that cannot be.
    #[error(transparent)]
    Departure(#[from] DepartureError),
    /// Facts about people that cannot be.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// A dossier that cannot be.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// A history that cannot have been.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// A rule that this version has no card for.
    #[error("this version has no card for rule {given}")]
    UnknownRule {
        /// The rule that was asked for.
        given: crate::verdict::RuleId,
    },
}

impl AskError {
    /// Returns a stable code for machines, in kebab case.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Facts(_) => "impossible-facts",
            Self::EstimateShare(_) => "impossible-ranks",
            Self::Evolve(_) => "event-out-of-sequence",
            Self::Observation(_) => "impossible-observation",
            Self::Trust(_) => "impossible-trust",
            Self::Investment(_) => "impossible-investment",
            Self::Departure(_) => "impossible-departure",
            Self::People(_) => "impossible-people",
            Self::Review(_) => "impossible-dossier",
            Self::Replay(_) => "impossible-history",
            Self::UnknownRule { .. } => "unknown-rule",
        }
    }
}

/// The error of a question that this version does not know.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("unknown question `{given}`, expected one of: {}", Question::NAMES.join(", "))]
pub struct UnknownQuestion {
    pub(super) given: String,
}
