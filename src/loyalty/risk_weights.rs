use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::loyalty::PurchaseRiskKind;

/// How much each kind of purchase risk weighs with the customer (风险权重), 100 together.
///
/// In JSON a kind that is left out weighs nothing.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::{PurchaseRiskKind, RiskWeights};
///
/// let weights = RiskWeights::from_fn(|kind| match kind {
///     PurchaseRiskKind::Quality => 70,
///     PurchaseRiskKind::LateSupply => 30,
///     _ => 0,
/// })?;
/// assert_eq!(weights.of(PurchaseRiskKind::Quality), 70);
/// # Ok::<(), keqing::loyalty::RiskWeightsError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "WeightsText", into = "WeightsText")]
pub struct RiskWeights {
    text: WeightsText,
}

impl RiskWeights {
    /// Makes the weights from a function of the kind.
    ///
    /// # Errors
    ///
    /// [`RiskWeightsError`] unless they are 100 together.
    pub fn from_fn(
        mut weight: impl FnMut(PurchaseRiskKind) -> u32,
    ) -> Result<Self, RiskWeightsError> {
        Self::try_from(WeightsText {
            inflated_price: weight(PurchaseRiskKind::InflatedPrice),
            quality: weight(PurchaseRiskKind::Quality),
            late_supply: weight(PurchaseRiskKind::LateSupply),
            insufficient_capacity: weight(PurchaseRiskKind::InsufficientCapacity),
            poor_after_sales: weight(PurchaseRiskKind::PoorAfterSales),
            illegal_acts: weight(PurchaseRiskKind::IllegalActs),
        })
    }

    /// Returns the weight of a kind, of 100.
    #[must_use]
    pub const fn of(&self, kind: PurchaseRiskKind) -> u32 {
        match kind {
            PurchaseRiskKind::InflatedPrice => self.text.inflated_price,
            PurchaseRiskKind::Quality => self.text.quality,
            PurchaseRiskKind::LateSupply => self.text.late_supply,
            PurchaseRiskKind::InsufficientCapacity => self.text.insufficient_capacity,
            PurchaseRiskKind::PoorAfterSales => self.text.poor_after_sales,
            PurchaseRiskKind::IllegalActs => self.text.illegal_acts,
        }
    }
}

/// The error of weights that are not 100 together.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the weights of the purchase risks are 100 together, got {given}")]
#[non_exhaustive]
pub struct RiskWeightsError {
    given: u64,
}

/// The JSON form of the weights, and their fields.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct WeightsText {
    inflated_price: u32,
    quality: u32,
    late_supply: u32,
    insufficient_capacity: u32,
    poor_after_sales: u32,
    illegal_acts: u32,
}

impl TryFrom<WeightsText> for RiskWeights {
    type Error = RiskWeightsError;

    fn try_from(text: WeightsText) -> Result<Self, Self::Error> {
        let given = [
            text.inflated_price,
            text.quality,
            text.late_supply,
            text.insufficient_capacity,
            text.poor_after_sales,
            text.illegal_acts,
        ]
        .into_iter()
        .fold(0_u64, |sum, weight| sum.saturating_add(weight.into()));
        if given == 100 {
            Ok(Self { text })
        } else {
            Err(RiskWeightsError { given })
        }
    }
}

impl From<RiskWeights> for WeightsText {
    fn from(weights: RiskWeights) -> Self {
        weights.text
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::RiskWeights;
    use crate::loyalty::PurchaseRiskKind;

    #[test]
    fn the_weights_are_a_hundred_together() {
        for (quality, expected) in [(99, Some(99)), (100, None), (101, Some(101))] {
            let weights = RiskWeights::from_fn(|kind| match kind {
                PurchaseRiskKind::Quality => quality,
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
}
