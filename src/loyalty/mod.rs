//! Loyalty: is this customer loyal, or only staying, and by whose word? (客户忠诚：真诚还是被锁定).
//!
//! ```text
//! days of purchase          -> retention      -> Retention       how far it kept buying, by its own cycle
//! evidence                  -> kinds          -> LoyaltyKinds    behaviour, mind, feeling: each from its own signs
//! both sides' views         -> recognition    -> Recognition     who sees a relationship
//! instruments, costs, gain  -> lock_in        -> LockIn          what holds it whether it likes us or not
//!
//! kinds + recognition       ─┬> bond          -> Bond            genuine, mixed, locked in, none
//! lock-in + satisfaction    ─┘
//! kinds                     -> pattern        -> LoyaltyPattern  loyal, latent, spurious, none
//! kinds + lock-in           -> reason_to_stay -> ReasonToStay    happy, indifferent, helpless
//!
//! all of it                 -> assess         -> Loyalty         every part at once
//! ```
//!
//! Beside these stand the questions about the means, each of its own:
//!
//! ```text
//! cost + PurchaseVolume          -> tolerated_premium     -> FractionalMoney  what leaving costs, per unit (SWC)
//! premium + cost + volume        -> price_gap             -> PriceGap         is the premium borne?
//! PurchaseRisks + RiskWeights    -> purchase_risks        -> RiskRegister     what the customer risks
//! ReplacementFactors             -> replacement_risk      -> ReplacementRisk  does replacing us look risky?
//! AssuranceFacts                 -> assurance             -> Assurance        what makes it feel secure
//! benefit + cost of risk         -> risk_adjusted_benefit -> Money            what moving is worth
//! SwitchingCostItems             -> switching_cost        -> SwitchingCost    lock-in and attachment, apart
//! SwitchFacts                    -> switch_test           -> SwitchOutcome    would it leave if it could?
//! InstrumentMix                  -> judge_instruments     -> Verdict          may it be kept by these means? (LOY)
//! Promises                       -> promise_keeping       -> PromiseKeeping   are promises kept?
//! FoundationFacts                -> foundations           -> Foundations      what the relationship stands on (GEN)
//! PatronageFacts                 -> patronage             -> Patronage        for the price or for the feeling?
//! Claim                          -> judge_claim           -> Verdict          may loyalty be claimed on this?
//! ChannelFacts                   -> judge_channel         -> Verdict          is missing contact made up for?
//! ```
//!
//! One thought runs through it: **what a customer feels, only the customer can say.** A sign of
//! behaviour tells behaviour. No amount of retention, revenue, satisfaction or observed clicks makes a
//! feeling (GEN-02, GEN-05, GEN-19, LOY-05), and neither does what our own people believe (GEN-04).
//! What nobody asked stays unknown, and the answer names whom to ask what.
//!
//! The other thought: **what holds a customer is not what binds it to us.** Contracts, points and the
//! cost of leaving count as lock-in and never as relationship (GEN-06). So there are two axes, and the
//! bond is the cell in which they meet (GEN-01).
//!
//! # Examples
//!
//! A customer has bought in every one of its last twelve order cycles. It is held by a contract. Is it
//! loyal? Nobody knows, before it is asked.
//!
//! ```
//! use keqing::loyalty::{
//!     Bond, LockInLevel, LoyaltyEvidence, LoyaltyFacts, LoyaltyPolicy, LoyaltySign, assess,
//! };
//! use keqing::vocab::{Grade, Instrument, Known, Rating, Share};
//!
//! let on = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
//! let mut facts = LoyaltyFacts::default();
//! let (grade, sign) = (Grade::Measured, LoyaltySign::Retention(Share::new(12, 12)?));
//! facts.evidence.push(LoyaltyEvidence { on, grade, sign });
//! facts.lock_in.instruments = Known::measured(Instrument::Contract.into());
//!
//! let policy = LoyaltyPolicy::standard();
//! let told = assess(&policy, &facts, on)?;
//! assert_eq!(told.bond.value(), None);
//! assert_eq!(told.lock_in.value().map(|held| held.level), Some(LockInLevel::High));
//!
//! let (grade, sign) = (Grade::CustomerStated, LoyaltySign::Evaluation(Rating::new(3)?));
//! facts.evidence.push(LoyaltyEvidence { on, grade, sign });
//! assert_eq!(assess(&policy, &facts, on)?.bond.value(), Some(&Bond::LockedIn));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assess;
mod assurance;
mod bond;
pub mod cards_genuine;
pub mod cards_loyalty;
pub mod cards_switching;
mod cell;
mod channel;
mod claim;
mod evidence;
mod foundation;
mod foundations;
mod instrument_mix;
mod instruments;
mod kinds;
mod lock_in;
mod manifestation;
mod order_cycle;
mod patronage;
mod patronage_reason;
mod policy;
mod premium;
mod promise;
mod purchase_risk;
mod purchase_volume;
mod recognition;
mod replacement;
mod retention;
mod risk_cost;
mod risk_register;
mod risk_weights;
mod stance;
mod staying;
mod switch_test;
mod switching_cost;
mod told;

pub use assess::{Loyalty, LoyaltyError, LoyaltyFacts, assess};
pub use assurance::{Assurance, AssuranceAsset, AssuranceFacts, assurance};
pub use bond::{Bond, BondFacts, bond};
pub use cell::{LoyaltyPattern, pattern};
pub use channel::{ChannelCompensation, ChannelFacts, ContactChannel, judge_channel};
pub use claim::{Claim, ClaimGround, judge_claim};
pub use evidence::{LoyaltyEvidence, LoyaltyEvidenceError, LoyaltySign};
pub use foundation::{Foundation, FoundationFacts, Foundations, InvestmentView};
pub use foundations::foundations;
pub use instrument_mix::{InstrumentMix, Rebate, RebateRecipient};
pub use instruments::judge_instruments;
pub use kinds::{LoyaltyAttitude, LoyaltyKinds, kinds};
pub use lock_in::{LockIn, LockInError, LockInFacts, LockInLevel, lock_in};
pub use manifestation::{Manifestation, Trend};
pub use order_cycle::{OrderCycle, OrderCycleError};
pub use patronage::{Patronage, PatronageFacts, RepeatBasis, patronage};
pub use patronage_reason::{PatronageDrive, PatronageReason};
pub use policy::{LoyaltyPolicy, LoyaltyPolicyError};
pub use premium::{GapStanding, PriceGap, ToleratedPremiumError, price_gap, tolerated_premium};
pub use promise::{Promise, PromiseError, PromiseKeeping, PromiseNature, promise_keeping};
pub use purchase_risk::{PurchaseRisk, PurchaseRiskKind, RiskBearer};
pub use purchase_volume::{PurchaseVolume, PurchaseVolumeError};
pub use recognition::{Recognition, RecognitionFacts, recognition};
pub use replacement::{
    ReplacementFactor, ReplacementFactors, ReplacementLevel, ReplacementRisk, replacement_risk,
};
pub use retention::{Repeat, Retention, RetentionError, retention};
pub use risk_cost::{RiskCostError, risk_adjusted_benefit};
pub use risk_register::{PurchaseRiskError, RiskExposure, RiskRegister, purchase_risks};
pub use risk_weights::{RiskWeights, RiskWeightsError};
pub use stance::Stance;
pub use staying::{ReasonToStay, ReasonToStayFacts, reason_to_stay};
pub use switch_test::{SwitchFacts, SwitchOutcome, SwitchTestError, switch_test};
pub use switching_cost::{
    Occurrence, SwitchingCost, SwitchingCostError, SwitchingCostItem, SwitchingCostKind,
    SwitchingFacet, switching_cost,
};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[
    cards_genuine::CARDS,
    cards_loyalty::CARDS,
    cards_switching::CARDS,
];
