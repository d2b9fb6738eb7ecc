use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::satisfaction::decision::DecisionRecord;
use crate::satisfaction::expectation::{ExpectationRecord, Experience, FeatureHistory};
use crate::satisfaction::measurement::{Context, DriverRating, Measurement};
use crate::satisfaction::needs::{LevelRatings, PersonNeeds};
use crate::satisfaction::offer::OfferAttribute;
use crate::satisfaction::score::Score;
use crate::satisfaction::value::{
    Criteria, CriterionScore, Proposition, Requirement, ValueDriver, ValueJudgement,
};

record! {
    /// All facts about one customer's satisfaction and about value to it (满意度与价值事实).
    ///
    /// A part that is left out gets no answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::SatisfactionFacts;
    /// use keqing::satisfaction::measurement::Context;
    ///
    /// let facts = SatisfactionFacts::default()
    ///     .with_context(Some(Context::new("Ningbo works", "spare part order")?));
    /// assert!(facts.measurements.is_empty());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct SatisfactionFacts {
        /// The context that is asked about; measurements and drivers need one.
        pub context: Option<Context> => with_context,
        /// The measurements, of any context and in any order.
        pub measurements: Vec<Measurement> => with_measurements,
        /// The ratings of the drivers of satisfaction in that context.
        pub drivers: Vec<DriverRating> => with_drivers,
        /// The marks of the four levels of needs.
        pub levels: Option<LevelRatings> => with_levels,
        /// The psychological needs of the customer's people.
        pub people: Vec<PersonNeeds> => with_people,
        /// The expectations, by source.
        pub expectations: Vec<ExpectationRecord> => with_expectations,
        /// The experiences, and the expectation before them.
        pub experiences: Option<ExperienceHistory> => with_experiences,
        /// The features that the customer receives.
        pub features: Vec<FeatureHistory> => with_features,
        /// The attributes of our offer.
        pub offer: Vec<OfferAttribute> => with_offer,
        /// The decisions that touch the customer.
        pub decisions: Vec<DecisionRecord> => with_decisions,
        /// The drivers of value to the customer.
        pub value_drivers: Vec<ValueDriver> => with_value_drivers,
        /// The judgements of the worth of options to the customer.
        pub judgements: Vec<ValueJudgement> => with_judgements,
        /// The customer's criteria, and our scores by them.
        pub criteria: Option<ScoredCriteria> => with_criteria,
        /// Our proposition, and the customer's requirements.
        pub proposition: Option<AnsweredRequirements> => with_proposition,
    }
}

/// The day, for an assessment of satisfaction (外部事实).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct SatisfactionGiven {
    /// The day asked about.
    pub as_of: NaiveDate,
}

impl SatisfactionGiven {
    /// Makes the day.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of }
    }
}

record! {
    /// The expectation at the start, and the experiences since (服务经历史), in any order.
    #[derive(Hash)]
    pub closed struct ExperienceHistory {
        /// The mark expected at the start.
        pub start: Score,
        /// The experiences since the start.
        pub experiences: Vec<Experience>,
    }
}

record! {
    /// The criteria of a customer, and our scores by them (标准与得分).
    #[derive(Hash)]
    pub closed struct ScoredCriteria {
        /// The criteria.
        pub criteria: Criteria,
        /// The scores.
        pub scores: Vec<CriterionScore>,
    }
}

record! {
    /// The requirements of a customer, and our proposition for them (要求与主张).
    #[derive(Hash)]
    pub closed struct AnsweredRequirements {
        /// The proposition.
        pub proposition: Proposition,
        /// The requirements.
        pub requirements: Vec<Requirement>,
    }
}
