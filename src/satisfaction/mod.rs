//! Satisfaction and value to the customer (满意度与客户价值): perceived less expected, and worth by its own
//! criteria.
//!
//! ```text
//! Measurements of a Context  -> satisfaction -> gap, state, support of loyalty
//! start + Experiences        -> ratchet      -> the next expectation, and the falls below it
//! Criteria + CriterionScores -> fit          -> fit by criterion, one number by the customer's weights
//! Proposition + Requirements -> proposition  -> coverage, gaps, chances
//! SatisfactionFacts          -> assess       -> SatisfactionPicture, all of it
//! ```
//!
//! | question | function | rules |
//! |---|---|---|
//! | how satisfied is the customer, here and now? | [`measurement::satisfaction()`] | SAT-01, 02, 06, 08 |
//! | does that support loyalty? | [`measurement::loyalty_support`] | SAT-08 |
//! | did it get better? | [`measurement::compare()`] | SAT-01, 06 |
//! | on which drivers does it depend? | [`measurement::satisfaction_drivers`] | SAT-12 |
//! | which needs are unmet? | [`needs::need_levels`], [`needs::psychological_needs`] | SAT-07, 09 |
//! | what does the customer expect, now and next? | [`expectation::expectation()`], [`expectation::ratchet()`] | SAT-03, 04 |
//! | what is a feature worth by now? | [`expectation::feature_tier`] | SAT-05 |
//! | where does our advantage lie? | [`offer::offer_advantage`] | SAT-10 |
//! | was the customer's view considered? | [`decision::judge_decision`], [`decision::decision_report`] | SAT-11 |
//! | which option is worth most to it? | [`value::rank_values`] | VAL-01 |
//! | do we know what is of value to it? | [`value::value_drivers`] | VAL-02 |
//! | does our proposition answer it? | [`value::proposition()`] | VAL-03, 04 |
//! | may a higher price be asked for? | [`value::judge_premium`] | VAL-05 |
//! | how well do we fit its criteria? | [`value::fit()`] | VAL-06 |
//! | may we help to write its standard? | [`value::judge_contribution`] | VAL-07 |
//!
//! Only the customer can say whether it is satisfied, and what is of value to it. A guess of ours
//! is set aside, and a finding says that the fact is missing. The exception is a guess that speaks
//! against ourselves ([`value::judge_premium`], [`value::judge_contribution`]). No answer is carried
//! from one place and occasion to another, and no mark is compared with a mark of another scale.
//!
//! A list has no order: the functions sort it by its days. What is dated after the day asked for is
//! ignored, and a finding counts it.
//!
//! # Examples
//!
//! The same guest in the same house: served too slowly at lunch, and content at dinner.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::satisfaction::SatisfactionPolicy;
//! use keqing::satisfaction::measurement::{Context, Measurement, SatisfactionState, satisfaction};
//! use keqing::satisfaction::score::{Scale, Score};
//! use keqing::vocab::known::Grade;
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
pub mod cards;
mod current;
pub mod decision;
mod error;
pub mod expectation;
mod facts;
mod fixed;
mod later;
pub mod measurement;
pub mod needs;
pub mod offer;
mod policy;
#[cfg(test)]
mod sample;
pub mod score;
pub mod value;

pub(crate) use assess::assess_boxed;
pub use assess::{SatisfactionPicture, assess};
pub use error::SatisfactionError;
pub use facts::{
    AnsweredRequirements, ExperienceHistory, SatisfactionFacts, SatisfactionGiven, ScoredCriteria,
};
pub use policy::{
    OneOff, RatchetMode, SatisfactionPolicy, SatisfactionPolicyError, SatisfactionSeverities,
};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[cards::satisfaction::CARDS, cards::value::CARDS];
