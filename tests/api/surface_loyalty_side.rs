//! The surface of what a relationship rests on and what a purchase risks: as `surface`, in a file of its own.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{loyalty, satisfaction, vocab};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::Instrument,
    vocab::InstrumentEffect,
    vocab::ItemId,
    satisfaction::SatisfactionState,
    loyalty::AssuranceAsset,
    loyalty::ChannelCompensation,
    loyalty::ClaimGround,
    loyalty::ContactChannel,
    loyalty::Foundation,
    loyalty::GapStanding,
    loyalty::InvestmentView,
    loyalty::PatronageDrive,
    loyalty::PatronageReason,
    loyalty::PromiseNature,
    loyalty::PurchaseRiskKind,
    loyalty::RebateRecipient,
    loyalty::RepeatBasis,
    loyalty::ReplacementFactor,
    loyalty::ReplacementLevel,
    loyalty::RiskBearer,
    loyalty::Stance,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    loyalty::Assurance,
    loyalty::AssuranceFacts,
    loyalty::ChannelFacts,
    loyalty::Claim,
    loyalty::Foundations,
    loyalty::InstrumentMix,
    loyalty::LoyaltyPolicy,
    loyalty::Patronage,
    loyalty::PatronageFacts,
    loyalty::PriceGap,
    loyalty::Promise,
    loyalty::PromiseKeeping,
    loyalty::PurchaseRisk,
    loyalty::PurchaseVolume,
    loyalty::Rebate,
    loyalty::ReplacementFactors,
    loyalty::ReplacementRisk,
    loyalty::RiskExposure,
    loyalty::RiskWeights,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(loyalty::FoundationFacts, loyalty::RiskRegister);

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

#[test]
fn every_error_is_a_good_error() {
    fn good<T: Error + Display + Clone + Eq + Send + Sync + Unpin + 'static>() {}
    good::<loyalty::LoyaltyPolicyError>();
    good::<loyalty::PromiseError>();
    good::<loyalty::PurchaseRiskError>();
    good::<loyalty::PurchaseVolumeError>();
    good::<loyalty::RiskCostError>();
    good::<loyalty::RiskWeightsError>();
    good::<loyalty::ToleratedPremiumError>();
}
