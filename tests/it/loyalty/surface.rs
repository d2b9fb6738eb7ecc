//! The surface of satisfaction and loyalty: every public type keeps the promises of its kind.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{loyalty, vocab};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::words::Instrument,
    vocab::words::InstrumentEffect,
    vocab::name::ItemId,
    vocab::words::AssuranceAsset,
    vocab::words::Bond,
    loyalty::means::ChannelCompensation,
    vocab::words::ClaimGround,
    loyalty::means::ContactChannel,
    loyalty::foundation::Foundation,
    loyalty::premium::GapStanding,
    loyalty::foundation::InvestmentView,
    loyalty::lock_in::LockInLevel,
    vocab::answers::LoyaltyPattern,
    vocab::mark::MarkScale,
    loyalty::foundation::NoteAnswer,
    vocab::words::Manifestation,
    loyalty::lock_in::Occurrence,
    loyalty::retention::OrderCycle,
    vocab::answers::PatronageDrive,
    loyalty::patronage::PatronageReason,
    loyalty::foundation::PromiseNature,
    vocab::words::PurchaseRiskKind,
    loyalty::means::RebateRecipient,
    loyalty::bond::Recognition,
    loyalty::words::Repeat,
    loyalty::patronage::RepeatBasis,
    vocab::words::ReplacementFactor,
    vocab::answers::ReplacementLevel,
    loyalty::risk::RiskBearer,
    vocab::words::Stance,
    loyalty::bond::ReasonToStay,
    vocab::answers::SwitchOutcome,
    loyalty::lock_in::SwitchingCostKind,
    loyalty::lock_in::SwitchingFacet,
    loyalty::kinds::Trend,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    loyalty::risk::Assurance,
    loyalty::risk::AssuranceFacts,
    loyalty::bond::BondFacts,
    loyalty::means::ChannelFacts,
    loyalty::means::Claim,
    loyalty::foundation::Foundations,
    loyalty::means::InstrumentGain,
    loyalty::means::Mix,
    loyalty::lock_in::Bindings,
    loyalty::lock_in::LockIn,
    loyalty::kinds::LoyaltyAttitude,
    loyalty::kinds::LoyaltyEvidence,
    loyalty::kinds::LoyaltyKinds,
    loyalty::LoyaltyPolicy,
    loyalty::kinds::LoyaltySign,
    vocab::mark::Mark,
    loyalty::kinds::Spread,
    loyalty::kinds::Voices,
    loyalty::WiderScales,
    loyalty::foundation::Contact,
    loyalty::foundation::RelationshipInvestment,
    loyalty::foundation::UnderstandingAnswer,
    loyalty::foundation::UnderstandingNote,
    loyalty::patronage::Patronage,
    loyalty::patronage::PatronageGrounds,
    loyalty::premium::PriceGap,
    loyalty::foundation::Promise,
    loyalty::foundation::PromiseKeeping,
    loyalty::risk::PurchaseRisk,
    loyalty::premium::PurchaseVolume,
    loyalty::means::Rebate,
    loyalty::bond::Views,
    loyalty::risk::ReplacementFactors,
    loyalty::risk::ReplacementRisk,
    loyalty::retention::Retention,
    loyalty::risk::RiskExposure,
    loyalty::risk::RiskWeights,
    loyalty::lock_in::SwitchFacts,
    loyalty::lock_in::SwitchingCost,
    loyalty::lock_in::SwitchingCostItem,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    loyalty::foundation::FoundationFacts,
    loyalty::bond::RecognitionFacts,
    loyalty::lock_in::LockInFacts,
    loyalty::patronage::PatronageFacts,
    loyalty::LoyaltyPicture,
    loyalty::LoyaltyFacts,
    loyalty::means::MeansPicture,
    loyalty::means::MeansFacts,
    loyalty::means::RetentionMeans,
    loyalty::risk::RiskRegister,
);

#[test]
fn everything_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
}

#[test]
fn keys_of_sets_and_maps_are_hashed_and_ordered() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<Words>();
}
