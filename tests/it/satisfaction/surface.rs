//! The surface of satisfaction and value: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{satisfaction, vocab};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::name::ItemId,
    satisfaction::expectation::Announcement,
    vocab::words::Chance,
    satisfaction::measurement::Context,
    vocab::words::ExpectationSource,
    satisfaction::expectation::Fall,
    vocab::words::FeatureTier,
    satisfaction::measurement::LoyaltySupport,
    vocab::words::NeedLevel,
    satisfaction::offer::OfferKind,
    satisfaction::OneOff,
    satisfaction::needs::PsychologicalNeed,
    satisfaction::RatchetMode,
    satisfaction::measurement::SatisfactionState,
    satisfaction::offer::StandardAction,
    satisfaction::value::ValueRelativity,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    satisfaction::value::Chances,
    satisfaction::measurement::Comparison,
    satisfaction::value::Criterion,
    satisfaction::value::CriterionContribution,
    satisfaction::value::CriterionFit,
    satisfaction::value::CriterionScore,
    satisfaction::decision::CustomerView,
    satisfaction::decision::DecisionRecord,
    satisfaction::measurement::DriverRating,
    satisfaction::expectation::Expectation,
    satisfaction::expectation::ExpectationRecord,
    satisfaction::expectation::Experience,
    satisfaction::expectation::FeatureHistory,
    satisfaction::expectation::FeatureStanding,
    satisfaction::needs::LevelRatings,
    satisfaction::measurement::Measurement,
    satisfaction::needs::NeedLevels,
    satisfaction::offer::OfferAttribute,
    satisfaction::needs::PersonNeedState,
    satisfaction::needs::PersonNeeds,
    satisfaction::measurement::RankedDriver,
    satisfaction::value::RankedOption,
    satisfaction::expectation::RatchetStep,
    satisfaction::value::Requirement,
    satisfaction::measurement::Satisfaction,
    satisfaction::SatisfactionPolicy,
    satisfaction::score::Scale,
    satisfaction::score::Score,
    satisfaction::value::ValueDriver,
    satisfaction::value::ValueJudgement,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    satisfaction::AnsweredRequirements,
    satisfaction::value::Criteria,
    satisfaction::value::CriteriaFit,
    satisfaction::decision::DecisionReport,
    satisfaction::measurement::DriverRanking,
    satisfaction::ExperienceHistory,
    satisfaction::offer::OfferAdvantage,
    satisfaction::value::Proposition,
    satisfaction::value::PropositionFit,
    satisfaction::needs::PsychologicalNeeds,
    satisfaction::expectation::Ratchet,
    satisfaction::SatisfactionFacts,
    satisfaction::SatisfactionPicture,
    satisfaction::ScoredCriteria,
    satisfaction::value::ValueDefinition,
    satisfaction::value::ValueRanking,
);

#[test]
fn satisfaction_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
}

#[test]
fn words_of_satisfaction_are_keys_of_sets_and_maps() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<Words>();
}
