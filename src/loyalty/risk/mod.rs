//! What a purchase and a change of supplier risk for the customer (采购风险: SWC).

mod assurance;
mod cost;
mod purchase_risk;
mod register;
mod replacement;
mod weights;

pub use assurance::{Assurance, AssuranceAsset, AssuranceFacts, assurance};
pub use cost::{RiskCostError, risk_adjusted_benefit};
pub use purchase_risk::{PurchaseRisk, PurchaseRiskKind, RiskBearer};
pub use register::{PurchaseRiskError, RiskExposure, RiskRegister, purchase_risks};
pub use replacement::{
    ReplacementFactor, ReplacementFactors, ReplacementLevel, ReplacementRisk, replacement_risk,
};
pub use weights::{RiskWeights, RiskWeightsError};
