use alloc::vec::Vec;

use serde::Serialize;

use crate::form::choice;
use crate::receivable::clause::Clause;
use crate::receivable::interest::InterestPolicy;
use crate::receivable::late_payment::LatePayment;
use crate::receivable::rate::RateSeries;
use crate::receivable::regime::{GovernedDebt, Governing, Law, Regime, governing, regimes};
use crate::receivable::{ReceivableError, ReceivablePolicy};

/// The known regimes, and with a debt which of them governs it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct KnownRegimes {
    regimes: Vec<Regime>,
    governing: Option<Governing>,
}

impl KnownRegimes {
    pub(super) fn of(debt: Option<&GovernedDebt>) -> Self {
        Self {
            regimes: regimes().to_vec(),
            governing: debt.map(governing),
        }
    }
}

choice! {
    /// A policy that this library makes.
    #[expect(
        clippy::large_enum_variant,
        reason = "a question has one preset, and it is read once"
    )]
    pub(super) enum PolicyPreset {
        /// The preset that settles every item, with plain and moderate terms.
        Complete,
        /// The documents' own policy.
        Standard,
        /// The documents' own policy, with the cost of late payment and the calculation of interest of a statute.
        Under {
            /// The statute, or the facts of the debt that it governs.
            law: Law,
            /// The history of the reference rate; `null` if the rate of the statute follows none.
            reference: Option<RateSeries>,
        },
    }
}

impl PolicyPreset {
    pub(super) fn policy(&self) -> Result<ReceivablePolicy, ReceivableError> {
        match self {
            Self::Complete => Ok(ReceivablePolicy::complete()),
            Self::Standard => Ok(ReceivablePolicy::standard()),
            Self::Under { law, reference } => {
                let regime = law.regime()?;
                let late = LatePayment::under(&regime, reference.clone())?;
                Ok(ReceivablePolicy::standard()
                    .with_late_payment(Clause::Agreed(late))
                    .with_interest(Clause::Agreed(InterestPolicy::under(&regime)?)))
            }
        }
    }
}
