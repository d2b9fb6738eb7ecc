use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::oracle::arguments::arguments;
use crate::satisfaction::{
    Context, Criteria, CriterionContribution, CriterionScore, DecisionRecord, DriverRating,
    ExpectationRecord, Experience, FeatureHistory, LevelRatings, Measurement, OfferAttribute,
    PersonNeeds, Proposition, Requirement, SatisfactionFacts, Score, ValueDriver, ValueJudgement,
};
use crate::vocab::{Known, Money};

arguments! {
    /// Arguments of [`satisfaction::satisfaction`](crate::satisfaction::satisfaction()).
    SatisfactionArguments {
        measurements: Vec<Measurement>,
        context: Context,
        as_of: NaiveDate,
    }

    /// Arguments of [`satisfaction::loyalty_support`](crate::satisfaction::loyalty_support()).
    LoyaltySupportArguments {
        measurements: Vec<Measurement>,
        context: Context,
    }

    /// Arguments of [`satisfaction::compare`](crate::satisfaction::compare()).
    CompareArguments {
        from: Measurement,
        to: Measurement,
    }

    /// Arguments of [`satisfaction::satisfaction_drivers`](crate::satisfaction::satisfaction_drivers()).
    SatisfactionDriversArguments {
        context: Context,
        ratings: Vec<DriverRating>,
    }

    /// Arguments of [`satisfaction::need_levels`](crate::satisfaction::need_levels()).
    NeedLevelsArguments {
        ratings: LevelRatings,
    }

    /// Arguments of [`satisfaction::psychological_needs`](crate::satisfaction::psychological_needs()).
    PsychologicalNeedsArguments {
        people: Vec<PersonNeeds>,
    }

    /// Arguments of [`satisfaction::expectation`](crate::satisfaction::expectation()).
    ExpectationArguments {
        records: Vec<ExpectationRecord>,
        as_of: NaiveDate,
    }

    /// Arguments of [`satisfaction::ratchet`](crate::satisfaction::ratchet()).
    RatchetArguments {
        start: Score,
        experiences: Vec<Experience>,
    }

    /// Arguments of [`satisfaction::feature_tier`](crate::satisfaction::feature_tier()).
    FeatureTierArguments {
        history: FeatureHistory,
    }

    /// Arguments of [`satisfaction::offer_advantage`](crate::satisfaction::offer_advantage()).
    OfferAdvantageArguments {
        attributes: Vec<OfferAttribute>,
    }

    /// Arguments of [`satisfaction::judge_decision`](crate::satisfaction::judge_decision()).
    JudgeDecisionArguments {
        record: DecisionRecord,
    }

    /// Arguments of [`satisfaction::decision_report`](crate::satisfaction::decision_report()).
    DecisionReportArguments {
        records: Vec<DecisionRecord>,
    }

    /// Arguments of [`satisfaction::rank_values`](crate::satisfaction::rank_values()).
    RankValuesArguments {
        judgements: Vec<ValueJudgement>,
    }

    /// Arguments of [`satisfaction::value_drivers`](crate::satisfaction::value_drivers()).
    ValueDriversArguments {
        drivers: Vec<ValueDriver>,
    }

    /// Arguments of [`satisfaction::fit`](crate::satisfaction::fit()).
    FitArguments {
        criteria: Criteria,
        scores: Vec<CriterionScore>,
    }

    /// Arguments of [`satisfaction::proposition`](crate::satisfaction::proposition()).
    PropositionArguments {
        proposition: Proposition,
        requirements: Vec<Requirement>,
    }

    /// Arguments of [`satisfaction::judge_premium`](crate::satisfaction::judge_premium()).
    JudgePremiumArguments {
        premium: Money,
        #[serde(default)]
        gain: Known<Money>,
    }

    /// Arguments of [`satisfaction::judge_contribution`](crate::satisfaction::judge_contribution()).
    JudgeContributionArguments {
        contribution: CriterionContribution,
    }

    /// Arguments of [`satisfaction::assess`](crate::satisfaction::assess()).
    AssessSatisfactionArguments {
        facts: SatisfactionFacts,
        as_of: NaiveDate,
    }
}
