//! The worth of an offer to the customer, by the customer's own criteria (客户价值: VAL).
//!
//! ```text
//! ValueJudgements            -> rank_values        -> ValueRanking      the options, by their worth to this customer
//! ValueDrivers               -> value_drivers      -> ValueDefinition   the customer's own words for value
//! Proposition + Requirements -> proposition        -> PropositionFit    is every requirement answered?
//! Criteria + CriterionScores -> fit                -> CriteriaFit       does the offer fit, criterion by criterion?
//! premium + gain             -> judge_premium      -> Verdict           may a premium be asked for?
//! CriterionContribution      -> judge_contribution -> Verdict           may we help to write the standard?
//! ```
//!
//! - *Looks at*: The customer's own words, requirements, criteria and weights; our offer, our
//!   premium and our part in its standard.
//! - *Why*: Value is relative: it ranks options, for one customer under one condition. Our
//!   assumptions about it are no knowledge.
//! - *Breaks it*: A value that only we assume. A requirement or a chance left open. A premium above
//!   the gain. A fit below the threshold of the policy. A criterion written to shut rivals out.
//! - *Keeps it*: The customer's own words and weights, an answer to each requirement, an item for each
//!   chance, and help with a standard given openly.
//! - *Rules*: VAL-01 to VAL-07.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::value::{ValueDriver, value_drivers};
//! use keqing::vocab::known::Grade;
//!
//! let assumed = ValueDriver { driver: "low price".parse()?, grade: Grade::Estimated, on: None };
//! assert!(value_drivers(&[assumed])?.breaches("VAL-02".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod contribution;
mod criteria;
mod driver;
mod fit;
mod premium;
mod proposition;
mod ranking;

pub use contribution::{CriterionContribution, judge_contribution};
pub use criteria::{Criteria, CriteriaError, Criterion};
pub use driver::{ValueDefinition, ValueDriver, ValueDriverError, value_drivers};
pub use fit::{CriteriaFit, CriterionFit, CriterionScore, FitError, fit};
pub use premium::{PremiumError, judge_premium};
pub use proposition::{
    Chances, Proposition, PropositionError, PropositionFit, Requirement, proposition,
};
pub use ranking::{
    RankedOption, ValueJudgement, ValueRanking, ValueRankingError, ValueRelativity, rank_values,
};
