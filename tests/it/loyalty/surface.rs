//! The surface of satisfaction and loyalty: every public type keeps the promises of its kind.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{loyalty, oracle, vocab};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::Instrument,
    vocab::InstrumentEffect,
    vocab::ItemId,
    loyalty::AssuranceAsset,
    loyalty::Bond,
    loyalty::ChannelCompensation,
    loyalty::ClaimGround,
    loyalty::ContactChannel,
    loyalty::Foundation,
    loyalty::GapStanding,
    loyalty::InvestmentView,
    loyalty::LockInLevel,
    loyalty::LoyaltyPattern,
    loyalty::Manifestation,
    loyalty::Occurrence,
    loyalty::OrderCycle,
    loyalty::PatronageDrive,
    loyalty::PatronageReason,
    loyalty::PromiseNature,
    loyalty::PurchaseRiskKind,
    loyalty::RebateRecipient,
    loyalty::Recognition,
    loyalty::Repeat,
    loyalty::RepeatBasis,
    loyalty::ReplacementFactor,
    loyalty::ReplacementLevel,
    loyalty::RiskBearer,
    loyalty::Stance,
    loyalty::ReasonToStay,
    loyalty::SwitchOutcome,
    loyalty::SwitchingCostKind,
    loyalty::SwitchingFacet,
    loyalty::Trend,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    loyalty::Assurance,
    loyalty::AssuranceFacts,
    loyalty::BondFacts,
    loyalty::ChannelFacts,
    loyalty::Claim,
    loyalty::Foundations,
    loyalty::InstrumentMix,
    loyalty::LockIn,
    loyalty::LoyaltyAttitude,
    loyalty::LoyaltyEvidence,
    loyalty::LoyaltyKinds,
    loyalty::LoyaltyPolicy,
    loyalty::LoyaltySign,
    loyalty::Patronage,
    loyalty::PatronageFacts,
    loyalty::PriceGap,
    loyalty::Promise,
    loyalty::PromiseKeeping,
    loyalty::PurchaseRisk,
    loyalty::PurchaseVolume,
    loyalty::Rebate,
    loyalty::RecognitionFacts,
    loyalty::ReplacementFactors,
    loyalty::ReplacementRisk,
    loyalty::Retention,
    loyalty::RiskExposure,
    loyalty::RiskWeights,
    loyalty::ReasonToStayFacts,
    loyalty::SwitchFacts,
    loyalty::SwitchingCost,
    loyalty::SwitchingCostItem,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    loyalty::FoundationFacts,
    loyalty::LockInFacts,
    loyalty::Loyalty,
    loyalty::LoyaltyFacts,
    loyalty::RiskRegister,
);

/// Questions: compared, written and read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Questions(
    oracle::AssuranceArguments,
    oracle::BondArguments,
    oracle::PatternArguments,
    oracle::ChannelArguments,
    oracle::ClaimArguments,
    oracle::FoundationsArguments,
    oracle::InstrumentsArguments,
    oracle::KindsArguments,
    oracle::LockInArguments,
    oracle::LoyaltyArguments,
    oracle::PatronageArguments,
    oracle::PriceGapArguments,
    oracle::PromiseKeepingArguments,
    oracle::PurchaseRisksArguments,
    oracle::RecognitionArguments,
    oracle::ReplacementRiskArguments,
    oracle::RetentionArguments,
    oracle::RiskAdjustedBenefitArguments,
    oracle::ReasonToStayArguments,
    oracle::SwitchTestArguments,
    oracle::SwitchingCostArguments,
    oracle::ToleratedPremiumArguments,
);

#[test]
fn everything_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
    free::<Questions>();
}

#[test]
fn keys_of_sets_and_maps_are_hashed_and_ordered() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<Words>();
}
