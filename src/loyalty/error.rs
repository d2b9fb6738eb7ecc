use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::loyalty::foundation::PromiseError;
use crate::loyalty::lock_in::{LockInError, SwitchTestError, SwitchingCostError};
use crate::loyalty::premium::ToleratedPremiumError;
use crate::loyalty::risk::{PurchaseRiskError, RiskCostError};

/// Returned when facts about loyalty contradict themselves or each other.
///
/// Each variant is the error of one room and keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LoyaltyError {
    /// The costs of leaving cannot be added up, or compared with the gain.
    #[error(transparent)]
    LockIn(LockInError),
    /// A promise is given twice.
    #[error(transparent)]
    Promise(PromiseError),
    /// A purchase risk is named twice, or has a probability out of range.
    #[error(transparent)]
    PurchaseRisk(PurchaseRiskError),
    /// A cost of risk is negative, or in another currency than the benefit.
    #[error(transparent)]
    RiskCost(RiskCostError),
    /// Several parts of the facts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The facts of a switch test cannot be compared.
    #[error(transparent)]
    SwitchTest(SwitchTestError),
    /// The costs of switching cannot be added up.
    #[error(transparent)]
    SwitchingCost(SwitchingCostError),
    /// A tolerated premium is out of range.
    #[error(transparent)]
    ToleratedPremium(ToleratedPremiumError),
}

several!(pub LoyaltyError);

lifting! {
    LoyaltyError:
    LockIn(LockInError),
    Promise(PromiseError),
    PurchaseRisk(PurchaseRiskError),
    RiskCost(RiskCostError),
    SwitchTest(SwitchTestError),
    SwitchingCost(SwitchingCostError),
    ToleratedPremium(ToleratedPremiumError),
}

impl LoyaltyError {
    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::LockIn(_) => "impossible-lock-in-facts",
            Self::Promise(_) => "impossible-promises",
            Self::PurchaseRisk(_) => "impossible-purchase-risks",
            Self::RiskCost(_) => "impossible-risk-cost",
            Self::SwitchTest(_) => "impossible-switch-test",
            Self::SwitchingCost(_) => "impossible-switching-cost",
            Self::ToleratedPremium(_) => "impossible-tolerated-premium",
            Self::Several(several) => several.first().code(),
        }
    }

    /// Returns the field of the facts that the error is about; empty if the facts have no such field.
    /// It is that of the first error if there are several.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::LockIn(_) => "lock-in",
            Self::Promise(_) => "foundations",
            Self::PurchaseRisk(_) => "means.risks",
            Self::RiskCost(_)
            | Self::SwitchTest(_)
            | Self::SwitchingCost(_)
            | Self::ToleratedPremium(_) => "",
            Self::Several(several) => several.first().path(),
        }
    }
}
