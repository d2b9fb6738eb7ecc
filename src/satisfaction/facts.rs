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
    /// Everything known about one customer's satisfaction and what is of value to it (满意度与价值事实).
    ///
    /// Whatever is left out was not told, and nothing is said about it.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::SatisfactionFacts;
    /// use keqing::satisfaction::measurement::Context;
    ///
    /// let mut facts = SatisfactionFacts::default();
    /// facts.context = Some(Context::new("Ningbo works", "spare part order")?);
    /// assert!(facts.measurements.is_empty());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct SatisfactionFacts {
        /// The context that is asked about; measurements and drivers need one.
        pub context: Option<Context>,
        /// What was measured, the oldest first, in whatever context.
        pub measurements: Vec<Measurement>,
        /// What satisfaction depends on in that context.
        pub drivers: Vec<DriverRating>,
        /// The marks of the four levels of needs.
        pub levels: Option<LevelRatings>,
        /// The psychological needs of the customer's people.
        pub people: Vec<PersonNeeds>,
        /// What was expected, by source.
        pub expectations: Vec<ExpectationRecord>,
        /// What was experienced, and what was expected before.
        pub experiences: Option<ExperienceHistory>,
        /// The features of what it gets.
        pub features: Vec<FeatureHistory>,
        /// What our offer has.
        pub offer: Vec<OfferAttribute>,
        /// The decisions that touch it.
        pub decisions: Vec<DecisionRecord>,
        /// What is of value to it.
        pub value_drivers: Vec<ValueDriver>,
        /// What options are worth to it.
        pub judgements: Vec<ValueJudgement>,
        /// Its criteria, and our scores by them.
        pub criteria: Option<ScoredCriteria>,
        /// Our proposition, and what it requires.
        pub proposition: Option<AnsweredRequirements>,
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
    /// Begins with the day.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self { as_of }
    }
}

record! {
    /// What was expected at the start, and the experiences since (服务经历史), the oldest first.
    #[derive(Hash)]
    pub closed struct ExperienceHistory {
        /// What was expected at the start.
        pub start: Score,
        /// What was experienced.
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
    /// What a customer requires, and our proposition for it (要求与主张).
    #[derive(Hash)]
    pub closed struct AnsweredRequirements {
        /// The proposition.
        pub proposition: Proposition,
        /// The requirements.
        pub requirements: Vec<Requirement>,
    }
}
