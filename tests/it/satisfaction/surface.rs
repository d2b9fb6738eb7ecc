//! The surface of satisfaction and value: as `surface`, in a file of its own for its length.

use std::fmt::Debug;
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use keqing::{oracle, satisfaction, vocab};
use serde::{Deserialize, Serialize};

/// Words: copied, compared, ordered, hashed, written and read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
struct Words(
    vocab::ItemId,
    satisfaction::Announcement,
    satisfaction::Chance,
    satisfaction::Context,
    satisfaction::ExpectationSource,
    satisfaction::FeatureTier,
    satisfaction::LoyaltySupport,
    satisfaction::NeedLevel,
    satisfaction::OfferKind,
    satisfaction::OneOff,
    satisfaction::PsychologicalNeed,
    satisfaction::RatchetMode,
    satisfaction::SatisfactionState,
    satisfaction::StandardAction,
    satisfaction::ValueRelativity,
);

/// Values: as words, without an order.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Values(
    satisfaction::Comparison,
    satisfaction::Criterion,
    satisfaction::CriterionContribution,
    satisfaction::CriterionFit,
    satisfaction::CriterionScore,
    satisfaction::DecisionRecord,
    satisfaction::DriverRating,
    satisfaction::Expectation,
    satisfaction::ExpectationRecord,
    satisfaction::Experience,
    satisfaction::FeatureHistory,
    satisfaction::FeatureStanding,
    satisfaction::LevelRatings,
    satisfaction::Measurement,
    satisfaction::NeedLevels,
    satisfaction::OfferAttribute,
    satisfaction::PersonNeedState,
    satisfaction::PersonNeeds,
    satisfaction::RankedDriver,
    satisfaction::RankedOption,
    satisfaction::RatchetStep,
    satisfaction::Requirement,
    satisfaction::Satisfaction,
    satisfaction::SatisfactionPolicy,
    satisfaction::Scale,
    satisfaction::Score,
    satisfaction::ValueDriver,
    satisfaction::ValueJudgement,
);

/// Collections: as values, cloned where those are copied.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
struct Collections(
    satisfaction::AnsweredRequirements,
    satisfaction::Criteria,
    satisfaction::CriteriaFit,
    satisfaction::DecisionReport,
    satisfaction::DriverRanking,
    satisfaction::ExperienceHistory,
    satisfaction::OfferAdvantage,
    satisfaction::Proposition,
    satisfaction::PropositionFit,
    satisfaction::PsychologicalNeeds,
    satisfaction::Ratchet,
    satisfaction::SatisfactionFacts,
    satisfaction::SatisfactionPicture,
    satisfaction::ScoredCriteria,
    satisfaction::ValueDefinition,
    satisfaction::ValueRanking,
);

/// Questions: compared, written and read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Questions(
    oracle::AssessSatisfactionArguments,
    oracle::CompareArguments,
    oracle::DecisionReportArguments,
    oracle::ExpectationArguments,
    oracle::FeatureTierArguments,
    oracle::FitArguments,
    oracle::JudgeContributionArguments,
    oracle::JudgeDecisionArguments,
    oracle::JudgePremiumArguments,
    oracle::LoyaltySupportArguments,
    oracle::NeedLevelsArguments,
    oracle::OfferAdvantageArguments,
    oracle::PropositionArguments,
    oracle::PsychologicalNeedsArguments,
    oracle::RankValuesArguments,
    oracle::RatchetArguments,
    oracle::SatisfactionArguments,
    oracle::SatisfactionDriversArguments,
    oracle::ValueDriversArguments,
);

#[test]
fn satisfaction_goes_to_every_thread() {
    fn free<T: Debug + Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}
    free::<Words>();
    free::<Values>();
    free::<Collections>();
    free::<Questions>();
}

#[test]
fn words_of_satisfaction_are_keys_of_sets_and_maps() {
    fn key<T: Hash + Ord + Copy + 'static>() {}
    key::<Words>();
}

#[test]
fn the_whole_picture_explains_itself() {
    fn explains<T: oracle::HasFindings>() {}
    explains::<satisfaction::SatisfactionPicture>();
    explains::<vocab::Known<satisfaction::LoyaltySupport>>();
}
