//! The risks of a purchase and of a change of supplier for the customer (采购风险: SWC-04 to SWC-08).
//!
//! ```text
//! PurchaseRisks + RiskWeights -> purchase_risks        -> RiskRegister      what does the customer risk, and the person who decides?
//! ReplacementFactors          -> replacement_risk      -> ReplacementRisk   does it look risky to replace us?
//! AssuranceFacts              -> assurance             -> Assurance         what makes the customer feel secure?
//! benefit + cost of risk      -> risk_adjusted_benefit -> Money             what is another offer worth?
//! ```
//!
//! - *Looks at*: Six kinds of risk by likelihood and impact, the customer's own weights, our brand,
//!   cooperation and channels, and five assets.
//! - *Why*: A customer moves when the benefit less its risk is worth it. A person who decides bears
//!   a risk of their own.
//! - *Breaks it*: A personal risk that is not legitimate accountability, or one at or above the
//!   policy's exposure that no strong brand lowers. A benefit that its risk uses up.
//! - *Keeps it*: A strong brand, which lowers the impact on the person who decides. A benefit above
//!   the cost of its risk.
//! - *Rules*: SWC-04 to SWC-08.
//!
//! # Examples
//!
//! Our brand is strong and both sides work well together. The top levels do not speak with each
//! other.
//!
//! ```
//! use keqing::loyalty::risk::{ReplacementFactors, replacement_risk};
//! use keqing::verdict::Presence;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::answers::ReplacementLevel;
//!
//! let mut factors = ReplacementFactors::new();
//! factors.brand = Known::customer_stated(Presence::Present);
//! factors.cooperation = Known::customer_stated(Presence::Present);
//! factors.executive_channel = Known::measured(Presence::Absent);
//! let found = replacement_risk(&factors).into_value().ok_or("nothing known")?;
//! assert_eq!(found.level, Some(ReplacementLevel::Ordinary));
//! # Ok::<(), &str>(())
//! ```

mod assurance;
mod cost;
mod error;
mod purchase_risk;
mod register;
#[cfg(test)]
mod register_tests;
mod replacement;
mod weights;

pub use assurance::{Assurance, AssuranceFacts, assurance};
pub use cost::{RiskCostError, risk_adjusted_benefit};
pub use error::PurchaseRiskError;
pub(crate) use error::check;
pub use purchase_risk::{PurchaseRisk, RiskBearer};
pub use register::{RiskExposure, RiskRegister, purchase_risks};
pub use replacement::{ReplacementFactors, ReplacementRisk, replacement_risk};
pub use weights::{RiskWeights, RiskWeightsError};
