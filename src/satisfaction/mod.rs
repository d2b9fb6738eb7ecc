//! Satisfaction and value: what the customer perceived, less what it expected, and what is worth
//! something to it (满意度与客户价值).
//!
//! ```text
//! Measurements of a Context  -> satisfaction -> gap, state, support of loyalty
//! start + Experiences        -> ratchet      -> what is expected next
//! Criteria + CriterionScores -> fit          -> fit by criterion, one number by the customer's weights
//! Proposition + Requirements -> proposition  -> coverage, gaps, chances
//! SatisfactionFacts          -> assess       -> SatisfactionPicture, all of it
//! ```
//!
//! | what is asked | function | rules |
//! |---|---|---|
//! | how satisfied is the customer, here and now? | [`satisfaction()`] | SAT-01, 02, 06, 08 |
//! | what does that allow loyalty to be? | [`loyalty_support`] | SAT-08 |
//! | did it get better? | [`compare`] | SAT-06, 12 |
//! | what does it depend on? | [`satisfaction_drivers`] | SAT-12 |
//! | which needs are unmet? | [`need_levels`], [`psychological_needs`] | SAT-07, 09 |
//! | what does the customer expect, and what next? | [`expectation()`], [`ratchet()`] | SAT-03, 04 |
//! | what is a feature worth by now? | [`feature_tier`] | SAT-05 |
//! | where does our advantage lie? | [`offer_advantage`] | SAT-10 |
//! | was the customer's view considered? | [`judge_decision`], [`decision_report`] | SAT-11 |
//! | which option is worth most to it? | [`rank_values`] | VAL-01 |
//! | do we know what is of value to it? | [`value_drivers`] | VAL-02 |
//! | does our proposition answer it? | [`proposition()`] | VAL-03, 04 |
//! | may a higher price be asked for? | [`judge_premium`] | VAL-05 |
//! | how well do we fit its criteria? | [`fit()`] | VAL-06 |
//! | may we help to write its standard? | [`judge_contribution`] | VAL-07 |
//!
//! Whether a customer is satisfied, and what is of value to it, only the customer can say. What is just
//! our guess is set aside and said to be missing; the one exception is a guess that speaks against
//! ourselves ([`judge_premium`]). Nothing is carried from one place and occasion to another, and no mark
//! is held against a mark of another scale.
//!
//! # Examples
//!
//! The same guest in the same house: served too slowly at lunch, and content at dinner.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::satisfaction::{
//!     Context, Measurement, SatisfactionPolicy, SatisfactionState, Scale, Score, satisfaction,
//! };
//! use keqing::vocab::Grade;
//!
//! let on = NaiveDate::from_ymd_opt(2024, 5, 6).ok_or("no such date")?;
//! let scale = Scale::new(0.into(), 10.into())?;
//! let said = |context, perceived: i64| -> Result<Measurement, Box<dyn std::error::Error>> {
//!     let (expected, perceived) = (Score::new(scale, 7.into())?, Score::new(scale, perceived.into())?);
//!     Ok(Measurement::new(context, on, Grade::CustomerStated, expected, perceived)?)
//! };
//! let lunch = Context::new("West Lake House", "lunch")?;
//! let dinner = Context::new("West Lake House", "dinner")?;
//! let measurements = [said(lunch, 5)?, said(dinner, 7)?];
//!
//! let policy = SatisfactionPolicy::standard();
//! let state = |context| {
//!     let found = satisfaction(&policy, &measurements, context, on)?.into_value();
//!     Ok::<_, Box<dyn std::error::Error>>(found.ok_or("not measured")?.state)
//! };
//! assert_eq!(state(&lunch)?, SatisfactionState::Dissatisfied);
//! assert_eq!(state(&dinner)?, SatisfactionState::Met);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assess;
pub mod cards_satisfaction;
pub mod cards_value;
mod compare;
mod context;
mod contribution;
mod criteria;
mod decision;
mod drivers;
mod expectation;
mod facts;
mod feature;
mod fit;
mod fixed;
mod gap;
mod gap_rules;
mod levels;
mod measurement;
mod needs;
mod offer;
mod policy;
mod premium;
mod proposition;
mod ratchet;
#[cfg(test)]
mod sample;
mod scale;
mod score;
mod state;
mod value;
mod value_driver;

pub use assess::{SatisfactionError, SatisfactionPicture, assess};
pub use compare::{CompareError, Comparison, compare};
pub use context::Context;
pub use contribution::{CriterionContribution, judge_contribution};
pub use criteria::{Criteria, CriteriaError, Criterion};
pub use decision::{DecisionRecord, DecisionReport, decision_report, judge_decision};
pub use drivers::{
    DriverRanking, DriverRating, DriverRatingError, RankedDriver, satisfaction_drivers,
};
pub use expectation::{
    Expectation, ExpectationError, ExpectationRecord, ExpectationSource, expectation,
};
pub use facts::{AnsweredRequirements, ExperienceHistory, SatisfactionFacts, ScoredCriteria};
pub use feature::{FeatureHistory, FeatureStanding, FeatureTier, feature_tier};
pub use fit::{CriteriaFit, CriterionFit, CriterionScore, FitError, fit};
pub use gap::{Satisfaction, loyalty_support, satisfaction};
pub use levels::{LevelRatings, NeedLevel, NeedLevels, need_levels};
pub use measurement::{Measurement, MeasurementError};
pub use needs::{
    PersonNeedState, PersonNeeds, PersonNeedsError, PsychologicalNeed, PsychologicalNeeds,
    psychological_needs,
};
pub use offer::{OfferAdvantage, OfferAttribute, OfferKind, StandardAction, offer_advantage};
pub use policy::{OneOff, RatchetMode, SatisfactionPolicy, SatisfactionPolicyError};
pub use premium::{PremiumError, judge_premium};
pub use proposition::{
    Chance, Proposition, PropositionError, PropositionFit, Requirement, proposition,
};
pub use ratchet::{Announcement, Experience, Ratchet, RatchetError, RatchetStep, ratchet};
pub use scale::{Scale, ScaleError};
pub use score::{MixedScalesError, Score, ScoreError};
pub use state::{LoyaltySupport, SatisfactionState};
pub use value::{
    RankedOption, ValueJudgement, ValueRanking, ValueRankingError, ValueRelativity, rank_values,
};
pub use value_driver::{ValueDefinition, ValueDriver, value_drivers};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[cards_satisfaction::CARDS, cards_value::CARDS];
