use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::oracle::arguments::arguments;
use crate::satisfaction::SatisfactionFacts;
use crate::satisfaction::decision::DecisionRecord;
use crate::satisfaction::expectation::{ExpectationRecord, Experience, FeatureHistory};
use crate::satisfaction::measurement::{Context, DriverRating, Measurement};
use crate::satisfaction::needs::{LevelRatings, PersonNeeds};
use crate::satisfaction::offer::OfferAttribute;
use crate::satisfaction::score::Score;
use crate::satisfaction::value::{
    Criteria, CriterionContribution, CriterionScore, Proposition, Requirement, ValueDriver,
    ValueJudgement,
};
use crate::vocab::known::Known;
use crate::vocab::money::Money;

arguments! {
    /// Arguments of [`satisfaction::satisfaction`](crate::satisfaction::measurement::satisfaction()).
    SatisfactionArguments {
        measurements: Vec<Measurement>,
        context: Context,
        as_of: NaiveDate,
    }

    /// Arguments of [`satisfaction::loyalty_support`](crate::satisfaction::measurement::loyalty_support()).
    LoyaltySupportArguments {
        measurements: Vec<Measurement>,
        context: Context,
    }

    /// Arguments of [`satisfaction::compare`](crate::satisfaction::measurement::compare()).
    CompareArguments {
        from: Measurement,
        to: Measurement,
    }

    /// Arguments of [`satisfaction::satisfaction_drivers`](crate::satisfaction::measurement::satisfaction_drivers()).
    SatisfactionDriversArguments {
        context: Context,
        ratings: Vec<DriverRating>,
    }

    /// Arguments of [`satisfaction::need_levels`](crate::satisfaction::needs::need_levels()).
    NeedLevelsArguments {
        ratings: LevelRatings,
    }

    /// Arguments of [`satisfaction::psychological_needs`](crate::satisfaction::needs::psychological_needs()).
    PsychologicalNeedsArguments {
        people: Vec<PersonNeeds>,
    }

    /// Arguments of [`satisfaction::expectation`](crate::satisfaction::expectation::expectation()).
    ExpectationArguments {
        records: Vec<ExpectationRecord>,
        as_of: NaiveDate,
    }

    /// Arguments of [`satisfaction::ratchet`](crate::satisfaction::expectation::ratchet()).
    RatchetArguments {
        start: Score,
        experiences: Vec<Experience>,
    }

    /// Arguments of [`satisfaction::feature_tier`](crate::satisfaction::expectation::feature_tier()).
    FeatureTierArguments {
        history: FeatureHistory,
    }

    /// Arguments of [`satisfaction::offer_advantage`](crate::satisfaction::offer::offer_advantage()).
    OfferAdvantageArguments {
        attributes: Vec<OfferAttribute>,
    }

    /// Arguments of [`satisfaction::judge_decision`](crate::satisfaction::decision::judge_decision()).
    JudgeDecisionArguments {
        record: DecisionRecord,
    }

    /// Arguments of [`satisfaction::decision_report`](crate::satisfaction::decision::decision_report()).
    DecisionReportArguments {
        records: Vec<DecisionRecord>,
    }

    /// Arguments of [`satisfaction::rank_values`](crate::satisfaction::value::rank_values()).
    RankValuesArguments {
        judgements: Vec<ValueJudgement>,
    }

    /// Arguments of [`satisfaction::value_drivers`](crate::satisfaction::value::value_drivers()).
    ValueDriversArguments {
        drivers: Vec<ValueDriver>,
    }

    /// Arguments of [`satisfaction::fit`](crate::satisfaction::value::fit()).
    FitArguments {
        criteria: Criteria,
        scores: Vec<CriterionScore>,
    }

    /// Arguments of [`satisfaction::proposition`](crate::satisfaction::value::proposition()).
    PropositionArguments {
        proposition: Proposition,
        requirements: Vec<Requirement>,
    }

    /// Arguments of [`satisfaction::judge_premium`](crate::satisfaction::value::judge_premium()).
    JudgePremiumArguments {
        premium: Money,
        #[serde(default)]
        gain: Known<Money>,
    }

    /// Arguments of [`satisfaction::judge_contribution`](crate::satisfaction::value::judge_contribution()).
    JudgeContributionArguments {
        contribution: CriterionContribution,
    }

    /// Arguments of [`satisfaction::assess`](crate::satisfaction::assess()).
    AssessSatisfactionArguments {
        facts: SatisfactionFacts,
        as_of: NaiveDate,
    }
}
