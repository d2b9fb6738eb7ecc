//! Loyalty: genuine or locked in (忠诚度与锁定).

mod assurance;
pub mod cards_side;
pub mod cards_switching;
mod channel;
mod claim;
mod foundation;
mod foundations;
mod instrument_mix;
mod instruments;
mod patronage;
mod patronage_reason;
mod policy;
mod premium;
mod promise;
mod purchase_risk;
mod purchase_volume;
mod replacement;
mod risk_cost;
mod risk_register;
mod risk_weights;
mod stance;
mod word;

pub use assurance::{Assurance, AssuranceAsset, AssuranceFacts, assurance};
pub use channel::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
pub use claim::{Claim, ClaimGround, judge_claim};
pub use foundation::{Foundation, FoundationFacts, Foundations, InvestmentView};
pub use foundations::foundations;
pub use instrument_mix::{InstrumentMix, Rebate, RebateRecipient};
pub use instruments::judge_instruments;
pub use patronage::{Patronage, PatronageFacts, RepeatBasis, patronage};
pub use patronage_reason::{PatronageDrive, PatronageReason};
pub use policy::{LoyaltyPolicy, LoyaltyPolicyError};
pub use premium::{GapStanding, PriceGap, ToleratedPremiumError, price_gap, tolerated_premium};
pub use promise::{Promise, PromiseError, PromiseKeeping, PromiseNature, promise_keeping};
pub use purchase_risk::{PurchaseRisk, PurchaseRiskKind, RiskBearer};
pub use purchase_volume::{PurchaseVolume, PurchaseVolumeError};
pub use replacement::{
    ReplacementFactor, ReplacementFactors, ReplacementLevel, ReplacementRisk, replacement_risk,
};
pub use risk_cost::{RiskCostError, risk_adjusted_benefit};
pub use risk_register::{PurchaseRiskError, RiskExposure, RiskRegister, purchase_risks};
pub use risk_weights::{RiskWeights, RiskWeightsError};
pub use stance::Stance;
