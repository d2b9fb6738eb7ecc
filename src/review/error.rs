use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::lifecycle::LifecycleError;
use crate::loyalty::LoyaltyError;
use crate::party::PartyError;
use crate::party::parties::ReferenceError;
use crate::receivable::ReceivableError;
use crate::satisfaction::SatisfactionError;
use crate::verdict::{Authority, RuleId};
use crate::vocab::name::PersonId;
use crate::vocab::words::Level;

/// Returned when a dossier contradicts itself; the message begins with the path in the dossier.
///
/// Each single error is one of one system: several errors of a system become several of the dossier.
///
/// The message contains the message of the system. So the system's error is no source, which would
/// be printed again.
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
    /// An acceptance is of a rule that the rulebook does not have.
    #[error("{path}: no rule of the rulebook is called {rule}")]
    AcceptedRule {
        /// The path of the rule in the dossier.
        path: String,
        /// The rule.
        rule: RuleId,
    },
    /// A person claims an authority that is above the level which the register states for the day.
    #[error(
        "{path}: `{person}` claims the authority `{claimed}`, and the register has the level `{level}`, expected an authority of that level"
    )]
    Authority {
        /// The path of the person's name in the dossier.
        path: String,
        /// The person.
        person: PersonId,
        /// The authority claimed.
        claimed: Authority,
        /// The level in the register.
        level: Level,
    },
    /// The facts of the lifecycle contradict each other.
    #[error("{path}: {0}", path = self.path())]
    Lifecycle(LifecycleError),
    /// The facts about loyalty contradict each other.
    #[error("{path}: {0}", path = self.path())]
    Loyalty(LoyaltyError),
    /// The facts of the four parties contradict each other.
    #[error("{path}: {0}", path = self.path())]
    Party(PartyError),
    /// A name of a person leads to nobody of the register, or to somebody who cannot have said it.
    #[error("{path}: {reason}")]
    Person {
        /// The path of the name in the dossier as it is written: ties stand there by their people.
        path: String,
        /// The reason.
        reason: Box<ReferenceError>,
    },
    /// The facts about receivables contradict each other.
    #[error("{path}: {0}", path = self.path())]
    Receivable(ReceivableError),
    /// The facts about satisfaction and value contradict each other.
    #[error("{path}: {0}", path = self.path())]
    Satisfaction(SatisfactionError),
    /// A fact of the dossier has no day on which it was learnt.
    #[error("{path}: a fact without a day, give `on`, the day on which it was learnt")]
    Undated {
        /// The path of the fact.
        path: String,
    },
    /// Several parts of the dossier are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ReviewError);

impl ReviewError {
    /// Returns the path in the dossier; that of the first error if there are several.
    #[must_use]
    pub fn path(&self) -> String {
        let (system, path) = match self {
            Self::Receivable(error) => return format!("receivable.{}", error.path()),
            Self::Lifecycle(error) => ("lifecycle", error.path()),
            Self::Loyalty(error) => ("loyalty", error.path()),
            Self::Satisfaction(error) => ("satisfaction", error.path()),
            // The gain stands in the facts of another system.
            Self::Party(PartyError::Gain { path, .. })
            | Self::AcceptedRule { path, .. }
            | Self::Authority { path, .. }
            | Self::Person { path, .. }
            | Self::Undated { path } => return path.clone(),
            Self::Party(error) => ("party", error.path()),
            Self::Several(several) => return several.first().path(),
        };
        format!("{system}.{path}")
    }
}

lifting! {
    ReviewError:
    Lifecycle(LifecycleError),
    Loyalty(LoyaltyError),
    Party(PartyError),
    Receivable(ReceivableError),
    Satisfaction(SatisfactionError),
}
