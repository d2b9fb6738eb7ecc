use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, several};
use crate::lifecycle::judge::FactsError;
use crate::lifecycle::moves::EvolveError;
use crate::lifecycle::wallet::EstimateShareError;

/// Returned when facts, events or ranks of the lifecycle contradict each other.
///
/// Each variant is the error of one room and keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LifecycleError {
    /// No share can be estimated from the ranks.
    #[error(transparent)]
    EstimateShare(#[from] EstimateShareError),
    /// An event does not follow from the standing.
    #[error(transparent)]
    Evolve(#[from] EvolveError),
    /// Facts contradict the standing or each other.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// Several parts of the facts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub LifecycleError);

impl LifecycleError {
    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EstimateShare(_) => "impossible-ranks",
            Self::Evolve(_) => "event-out-of-sequence",
            Self::Facts(_) => "impossible-facts",
            Self::Several(several) => several.first().code(),
        }
    }

    /// Returns the field of the facts that the error is about; empty if the facts have no such field.
    /// It is that of the first error if there are several.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::EstimateShare(_) | Self::Evolve(_) => "",
            Self::Facts(FactsError::TwoShares { .. }) => "history",
            Self::Facts(_) => "stage",
            Self::Several(several) => several.first().path(),
        }
    }
}
