//! What is worth something to the customer, and how well we answer that (客户价值: VAL).

mod contribution;
mod criteria;
mod driver;
mod fit;
mod premium;
mod proposition;
mod ranking;

pub use contribution::{CriterionContribution, judge_contribution};
pub use criteria::{Criteria, CriteriaError, Criterion};
pub use driver::{ValueDefinition, ValueDriver, value_drivers};
pub use fit::{CriteriaFit, CriterionFit, CriterionScore, FitError, fit};
pub use premium::{PremiumError, judge_premium};
pub use proposition::{
    Chance, Proposition, PropositionError, PropositionFit, Requirement, proposition,
};
pub use ranking::{
    RankedOption, ValueJudgement, ValueRanking, ValueRankingError, ValueRelativity, rank_values,
};
