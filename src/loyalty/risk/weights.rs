use thiserror::Error;

use crate::form::checked;
use crate::loyalty::cards::switching::SWC_04;
use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
use crate::loyalty::risk::purchase_risk::{kinds, risk_of};
use crate::verdict::{Evidence, Fact, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::share::Share;
use crate::vocab::words::PurchaseRiskKind;

checked! {
    /// The weight of each kind of purchase risk with the customer (风险权重), 100 together.
    ///
    /// In JSON a kind that is left out weighs nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::loyalty::risk::RiskWeights;
    /// use keqing::vocab::words::PurchaseRiskKind;
    ///
    /// let weights = RiskWeights::from_fn(|kind| match kind {
    ///     PurchaseRiskKind::Quality => 70,
    ///     PurchaseRiskKind::LateSupply => 30,
    ///     _ => 0,
    /// })?;
    /// assert_eq!(weights.of(PurchaseRiskKind::Quality), 70);
    /// # Ok::<(), keqing::loyalty::risk::RiskWeightsError>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct RiskWeights, checked by RiskWeights::checked {
        /// The weight of an inflated price, of 100.
        #[serde(default)]
        inflated_price: u32,
        /// The weight of poor quality, of 100.
        #[serde(default)]
        quality: u32,
        /// The weight of late supply, of 100.
        #[serde(default)]
        late_supply: u32,
        /// The weight of insufficient capacity, of 100.
        #[serde(default)]
        insufficient_capacity: u32,
        /// The weight of poor after-sales service, of 100.
        #[serde(default)]
        poor_after_sales: u32,
        /// The weight of illegal acts, of 100.
        #[serde(default)]
        illegal_acts: u32,
    }
}

impl RiskWeights {
    /// Makes the weights from a function of the kind.
    ///
    /// # Errors
    ///
    /// [`RiskWeightsError`] is returned unless they are 100 together.
    pub fn from_fn(
        mut weight: impl FnMut(PurchaseRiskKind) -> u32,
    ) -> Result<Self, RiskWeightsError> {
        Self {
            inflated_price: weight(PurchaseRiskKind::InflatedPrice),
            quality: weight(PurchaseRiskKind::Quality),
            late_supply: weight(PurchaseRiskKind::LateSupply),
            insufficient_capacity: weight(PurchaseRiskKind::InsufficientCapacity),
            poor_after_sales: weight(PurchaseRiskKind::PoorAfterSales),
            illegal_acts: weight(PurchaseRiskKind::IllegalActs),
        }
        .checked()
    }

    /// Returns the weight of a kind, of 100.
    #[must_use]
    pub const fn of(&self, kind: PurchaseRiskKind) -> u32 {
        match kind {
            PurchaseRiskKind::InflatedPrice => self.inflated_price,
            PurchaseRiskKind::Quality => self.quality,
            PurchaseRiskKind::LateSupply => self.late_supply,
            PurchaseRiskKind::InsufficientCapacity => self.insufficient_capacity,
            PurchaseRiskKind::PoorAfterSales => self.poor_after_sales,
            PurchaseRiskKind::IllegalActs => self.illegal_acts,
        }
    }

    fn checked(self) -> Result<Self, RiskWeightsError> {
        let given = kinds().fold(0_u64, |sum, kind| sum.saturating_add(self.of(kind).into()));
        if given == 100 {
            Ok(self)
        } else {
            Err(RiskWeightsError { given })
        }
    }
}

/// Returned when weights do not add up to 100.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the weights of the purchase risks are 100 together, got {given}")]
#[non_exhaustive]
pub struct RiskWeightsError {
    given: u64,
}

/// SWC-04: the kinds together, by the weights that the customer itself gives.
pub(crate) fn weighted<R: Recorder>(
    risks: &[PurchaseRisk],
    weights: Known<RiskWeights>,
    r: &mut R,
) -> Option<Share> {
    if !weights.is_known() {
        // Nobody asked for a sum.
        return None;
    }
    let fact = Fact::CriteriaWeights;
    let weights = r.require_grade(&SWC_04, fact, weights)?;
    let (mut sum, mut complete) = (0_u64, true);
    for kind in kinds().filter(|kind| weights.of(*kind) > 0) {
        match risk_of(risks, kind, RiskBearer::Organization) {
            Some(risk) => {
                let part = u64::from(weights.of(kind)).saturating_mul(risk.exposure().into());
                sum = sum.saturating_add(part);
            }
            None => {
                r.miss_of(&SWC_04, Fact::PurchaseRisk, Subject::named(kind.name()));
                complete = false;
            }
        }
    }
    let share = Share::new(sum, WORST).ok().filter(|_| complete)?;
    r.classify(&SWC_04, || Evidence::found(Fact::PurchaseRisk, share));
    Some(share)
}

/// The whole weight at the largest possible exposure: 100 times 5 times 5.
const WORST: u64 = 2500;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{RiskWeights, RiskWeightsError};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::loyalty::risk::purchase_risk::{PurchaseRisk, RiskBearer};
    use crate::loyalty::risk::register::{RiskRegister, purchase_risks};
    use crate::verdict::Assessment;
    use crate::vocab::known::{Grade, Known};
    use crate::vocab::share::Share;
    use crate::vocab::words::{PurchaseRiskKind, Rating};

    use PurchaseRiskKind::{LateSupply, Quality};

    /// A risk of the organization, as likely as it is bad.
    fn risk(kind: PurchaseRiskKind, mark: u8) -> PurchaseRisk {
        let mark = Rating::new(mark).unwrap_or(Rating::LOWEST);
        PurchaseRisk {
            kind,
            bearer: RiskBearer::Organization,
            likelihood: mark,
            impact: mark,
            grade: Grade::CustomerStated,
            on: None,
        }
    }

    #[track_caller]
    fn ask(risks: &[PurchaseRisk], weights: Known<RiskWeights>) -> Assessment<RiskRegister> {
        let Ok(found) = purchase_risks(&LoyaltyPolicy::standard(), risks, weights, Known::Unknown)
        else {
            panic!("risks of the test")
        };
        found
    }

    #[test]
    fn the_weights_are_a_hundred_together() {
        for (quality, expected) in [(99, Some(99)), (100, None), (101, Some(101))] {
            let weights = RiskWeights::from_fn(|kind| match kind {
                Quality => quality,
                _ => 0,
            });
            let message = expected.map(|given| {
                alloc::format!("the weights of the purchase risks are 100 together, got {given}")
            });
            assert_eq!(weights.err().map(|error| error.to_string()), message);
        }
        let most = RiskWeights::from_fn(|_| u32::MAX).map_err(|error| error.to_string());
        assert!(most.is_err_and(|message| message.ends_with("got 25769803770")));
    }

    fn quality_only(percent: u32) -> Result<RiskWeights, RiskWeightsError> {
        RiskWeights::from_fn(|kind| match kind {
            Quality => percent,
            LateSupply => 100_u32.saturating_sub(percent),
            _ => 0,
        })
    }

    #[test]
    fn kinds_are_added_up_with_the_customers_own_weights_only() -> Result<(), RiskWeightsError> {
        let both = [risk(LateSupply, 5), risk(Quality, 2)];
        let alone = [risk(Quality, 2)];
        let even = quality_only(50)?;
        type Row<'a> = (&'a [PurchaseRisk], Known<RiskWeights>, Option<u64>, usize);
        let all_quality = Known::customer_stated(quality_only(100)?);
        let table: [Row<'_>; 5] = [
            (&both, Known::Unknown, None, 0),
            (&both, Known::estimated(even), None, 1),
            (&both, Known::customer_stated(even), Some(1450), 0),
            (&alone, Known::customer_stated(even), None, 1),
            (&alone, all_quality, Some(400), 0),
        ];
        for (risks, weights, expected, gaps) in table {
            let found = ask(risks, weights);
            assert_eq!(found.findings().gaps().count(), gaps, "{weights:?}");
            let weighted = found.into_value().and_then(|register| register.weighted);
            let expected = expected.and_then(|part| Share::new(part, 2500).ok());
            assert_eq!(weighted, expected, "{weights:?}");
        }
        Ok(())
    }
}
