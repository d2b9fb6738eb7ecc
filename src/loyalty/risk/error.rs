use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Gathered, Several, several};
use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
use crate::vocab::set::Set;
use crate::vocab::words::PurchaseRiskKind;

/// Returned when a risk of one bearer is rated twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PurchaseRiskError {
    /// Several kinds are rated twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One kind is rated twice for one bearer.
    #[error("each risk of a bearer is rated once, got `{kind}` of the {bearer} twice")]
    Twice {
        /// The kind that is rated twice.
        kind: PurchaseRiskKind,
        /// The bearer of the risk.
        bearer: RiskBearer,
    },
}

several!(pub PurchaseRiskError);

pub(crate) fn check(risks: &[PurchaseRisk]) -> Result<(), PurchaseRiskError> {
    let mut errors = Gathered::new();
    for bearer in RiskBearer::ALL {
        let mut seen = Set::empty();
        for risk in risks.iter().filter(|risk| risk.bearer == bearer) {
            if !seen.insert(risk.kind) {
                let kind = risk.kind;
                errors.keep(PurchaseRiskError::Twice { kind, bearer });
            }
        }
    }
    errors.settle(|| ())
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{PurchaseRisk, PurchaseRiskKind, RiskBearer, check};
    use crate::vocab::known::Grade;
    use crate::vocab::words::Rating;

    use PurchaseRiskKind::{LateSupply, Quality};
    use RiskBearer::{Organization, Person};

    #[test]
    fn every_risk_that_is_rated_twice_is_refused() {
        let one = |kind, bearer| PurchaseRisk {
            kind,
            bearer,
            likelihood: Rating::LOWEST,
            impact: Rating::LOWEST,
            grade: Grade::CustomerStated,
            on: None,
        };
        let risks = [
            one(Quality, Person),
            one(LateSupply, Organization),
            one(Quality, Organization),
            one(Quality, Person),
            one(LateSupply, Organization),
            one(LateSupply, Organization),
        ];
        let both = "each risk of a bearer is rated once, got `late-supply` of the organization twice; \
            each risk of a bearer is rated once, got `quality` of the person twice";
        let refused = check(&risks).map_err(|error| error.to_string());
        assert_eq!(refused.err().as_deref(), Some(both));
    }
}
