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
    loyalty::Bond,
    loyalty::LockInLevel,
    loyalty::LoyaltyCell,
    loyalty::Manifestation,
    loyalty::Occurrence,
    loyalty::OrderCycle,
    loyalty::Recognition,
    loyalty::Repeat,
    loyalty::Stance,
    loyalty::Staying,
    loyalty::SwitchOutcome,
    loyalty::SwitchingCostKind,
    loyalty::SwitchingFacet,
    loyalty::Trend,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    loyalty::BondFacts,
    loyalty::LockIn,
    loyalty::LoyaltyAttitude,
    loyalty::LoyaltyEvidence,
    loyalty::LoyaltyKinds,
    loyalty::LoyaltyPolicy,
    loyalty::LoyaltySign,
    loyalty::RecognitionFacts,
    loyalty::Retention,
    loyalty::StayingFacts,
    loyalty::SwitchFacts,
    loyalty::SwitchingCost,
    loyalty::SwitchingCostItem,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    loyalty::LockInFacts,
    loyalty::Loyalty,
    loyalty::LoyaltyFacts,
);

/// Questions: compared, written and read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Questions(
    oracle::BondArguments,
    oracle::CellArguments,
    oracle::KindsArguments,
    oracle::LockInArguments,
    oracle::LoyaltyArguments,
    oracle::RecognitionArguments,
    oracle::RetentionArguments,
    oracle::StayingArguments,
    oracle::SwitchTestArguments,
    oracle::SwitchingCostArguments,
);

#[test]
fn everything_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
    free::<Questions>();
}
