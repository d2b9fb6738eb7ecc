use alloc::boxed::Box;
use alloc::string::String;

use thiserror::Error;

use crate::calendar::DatesError;
use crate::form::{DidYouMean, OneOf, Several, lifting, nearest, repeated, several};
use crate::history::ReplayError;
use crate::lifecycle::LifecycleError;
use crate::loyalty::LoyaltyError;
use crate::party::PartyError;
use crate::receivable::ReceivableError;
use crate::receivable::completeness::PolicyItem;
use crate::review::{CompareError, ReviewError};
use crate::satisfaction::SatisfactionError;
use crate::verdict::RuleId;

/// Returned when a question has no answer.
///
/// Its arguments contradict each other, or a needed part is missing. A refusal is an answer and
/// never this error.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum AskError {
    /// A question about dates has no answer.
    #[error(transparent)]
    Calendar(DatesError),
    /// Two reviews cannot be compared.
    #[error(transparent)]
    Comparison(Box<CompareError>),
    /// A recorded history contradicts itself.
    #[error(transparent)]
    History(ReplayError),
    /// A question about the lifecycle has no answer.
    #[error(transparent)]
    Lifecycle(LifecycleError),
    /// A question about loyalty has no answer.
    #[error(transparent)]
    Loyalty(LoyaltyError),
    /// All facts about loyalty were given together, and contradict each other.
    #[error(transparent)]
    LoyaltyFacts(LoyaltyError),
    /// A question about the four parties has no answer.
    #[error(transparent)]
    Party(PartyError),
    /// A question about receivables has no answer.
    #[error(transparent)]
    Receivable(ReceivableError),
    /// A dossier contradicts itself.
    #[error(transparent)]
    Review(Box<ReviewError>),
    /// A question about satisfaction has no answer.
    #[error(transparent)]
    Satisfaction(SatisfactionError),
    /// All facts about satisfaction were given together, and contradict each other.
    #[error(transparent)]
    SatisfactionFacts(SatisfactionError),
    /// Several arguments of the question are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// This version has no card for the rule.
    #[error("this version has no card for rule {given}")]
    UnknownRule {
        /// The rule that was asked for.
        given: RuleId,
    },
}

several!(pub AskError);

impl AskError {
    /// Returns the path in the facts that were given as a whole; empty if the error has none. It is
    /// that of the first error if there are several.
    pub(super) fn path(&self) -> String {
        match self {
            Self::History(error) => alloc::format!("[{}]", error.place()),
            Self::Calendar(_) | Self::Comparison(_) | Self::UnknownRule { .. } => String::new(),
            Self::Lifecycle(error) => error.path().into(),
            Self::Loyalty(error) | Self::LoyaltyFacts(error) => error.path().into(),
            Self::Party(error) => error.path().into(),
            Self::Receivable(error) => error.path(),
            Self::Review(error) => error.path(),
            Self::Satisfaction(error) | Self::SatisfactionFacts(error) => error.path().into(),
            Self::Several(several) => several.first().path(),
        }
    }

    /// Returns the path of the field that the policy leaves open, if that is the reason.
    pub(super) const fn policy_path(&self) -> Option<&'static str> {
        let item = match self {
            Self::Receivable(ReceivableError::Unsettled { item }) => item,
            Self::Several(several) => return several.first().policy_path(),
            _ => return None,
        };
        Some(match item {
            PolicyItem::LatePayment => "policy.receivable.late-payment",
            PolicyItem::EarlyPayment => "policy.receivable.early-payment",
            PolicyItem::InterestCalculation => "policy.receivable.interest",
            PolicyItem::PaymentTerm => "policy.receivable.term",
            PolicyItem::SettlementMethod => "policy.receivable.settlement",
        })
    }

    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Calendar(error) => error.code(),
            Self::Comparison(_) => "incomparable-reviews",
            Self::History(_) => "impossible-history",
            Self::Lifecycle(error) => error.code(),
            Self::Loyalty(error) => error.code(),
            Self::LoyaltyFacts(_) => "impossible-loyalty-facts",
            Self::Party(error) => error.code(),
            Self::Receivable(error) => error.code(),
            Self::Review(_) => "impossible-dossier",
            Self::Satisfaction(error) => error.code(),
            Self::SatisfactionFacts(_) => "impossible-satisfaction-facts",
            Self::Several(several) => several.first().code(),
            Self::UnknownRule { .. } => "unknown-rule",
        }
    }
}

lifting! {
    AskError:
    Calendar(DatesError),
    History(ReplayError),
    Lifecycle(LifecycleError),
    Loyalty(LoyaltyError),
    Party(PartyError),
    Receivable(ReceivableError),
    Review(ReviewError),
    Satisfaction(SatisfactionError),
}

impl From<CompareError> for AskError {
    fn from(error: CompareError) -> Self {
        Self::Comparison(Box::new(error))
    }
}

/// Returned when no question of this version has the name.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("unknown question `{given}`, expected {}{}", OneOf(known.iter()), DidYouMean(*nearest))]
pub struct UnknownQuestion {
    pub(super) given: String,
    pub(super) known: &'static [&'static str],
    pub(super) nearest: Option<&'static str>,
}

impl UnknownQuestion {
    pub(super) fn new(given: &str, known: &'static [&'static str]) -> Self {
        Self {
            given: repeated(given),
            known,
            nearest: nearest(given, known.iter().copied()),
        }
    }
}
