use thiserror::Error;

use crate::lifecycle::LifecycleError;
use crate::loyalty::LoyaltyError;
use crate::party::PartyError;
use crate::receivable::ReceivableError;
use crate::satisfaction::SatisfactionError;

/// Returned when a dossier contradicts itself; the message begins with the path in the dossier.
///
/// # Examples
///
/// ```
/// use keqing::party::PartyError;
/// use keqing::review::ReviewError;
///
/// let error = ReviewError::from(PartyError::InvestmentWithoutOwnSide);
/// let text = "party.investments: they are judged by the interests of our own side, give `supplier`";
/// assert_eq!(error.to_string(), text);
/// ```
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ReviewError {
    /// The facts of the lifecycle contradict each other.
    #[error("lifecycle.{path}: {0}", path = .0.path())]
    Lifecycle(#[from] LifecycleError),
    /// The facts about loyalty contradict each other.
    #[error("loyalty.{path}: {0}", path = .0.path())]
    Loyalty(#[from] LoyaltyError),
    /// The facts of the four parties contradict each other.
    #[error("party.{path}: {0}", path = .0.path())]
    Party(#[from] PartyError),
    /// The facts about receivables contradict each other.
    #[error("receivable.{path}: {0}", path = .0.path())]
    Receivable(#[from] ReceivableError),
    /// The facts about satisfaction and value contradict each other.
    #[error("satisfaction.{path}: {0}", path = .0.path())]
    Satisfaction(#[from] SatisfactionError),
}
