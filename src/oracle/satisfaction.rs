use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::oracle::entry::questions;
use crate::oracle::error::AskError;
use crate::satisfaction::decision::{self, DecisionRecord};
use crate::satisfaction::expectation::{self, ExpectationRecord, Experience, FeatureHistory};
use crate::satisfaction::measurement::{self, Context, DriverRating, Measurement};
use crate::satisfaction::needs::{self, LevelRatings, PersonNeeds};
use crate::satisfaction::offer::{self, OfferAttribute};
use crate::satisfaction::score::Score;
use crate::satisfaction::value::{
    self, Criteria, CriterionContribution, CriterionScore, Proposition, Requirement, ValueDriver,
    ValueJudgement,
};
use crate::satisfaction::{
    self, SatisfactionError, SatisfactionFacts, SatisfactionGiven, SatisfactionPicture,
};
use crate::verdict::{Assessment, Verdict};
use crate::vocab::known::Known;
use crate::vocab::money::Money;

questions! {
    SatisfactionError;

    /// Assesses the satisfaction of a customer in one context on a date.
    "satisfaction.satisfaction" => Satisfaction {
        measurements: Vec<Measurement>,
        context: Context,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<measurement::Satisfaction>,
        at "measurements", |policy| measurement::satisfaction(policy.satisfaction(), measurements, context, *as_of)?;

    /// Assesses the loyalty that the measurements of a context support on a date.
    "satisfaction.loyalty_support" => LoyaltySupport {
        measurements: Vec<Measurement>,
        context: Context,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        tells Known<measurement::LoyaltySupport>,
        at "measurements", |policy| measurement::loyalty_support(policy.satisfaction(), measurements, context, *as_of)?;

    /// Compares a measurement with another one of the same context and scale.
    "satisfaction.compare" => Compare { from: Measurement, to: Measurement }
        finds Assessment<measurement::Comparison>, at "to", |_| measurement::compare(from, to)?;

    /// Assesses the factors on which satisfaction depends most in one context.
    "satisfaction.satisfaction_drivers" => SatisfactionDrivers { context: Context, ratings: Vec<DriverRating> }
        finds Assessment<measurement::DriverRanking>, at "ratings", |_| measurement::satisfaction_drivers(context, ratings)?;

    /// Assesses which levels of a customer's needs are met, and the lowest that is not.
    "satisfaction.need_levels" => NeedLevels { ratings: LevelRatings }
        finds Assessment<needs::NeedLevels>, |policy| needs::need_levels(policy.satisfaction(), ratings);

    /// Assesses the unmet psychological needs of the customer's people, person by person.
    "satisfaction.psychological_needs" => PsychologicalNeeds { people: Vec<PersonNeeds> }
        finds Assessment<needs::PsychologicalNeeds>, at "people", |_| needs::psychological_needs(people)?;

    /// Assesses the expectation of a customer on a date.
    "satisfaction.expectation" => Expectation {
        records: Vec<ExpectationRecord>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<expectation::Expectation>, at "records", |_| expectation::expectation(records, *as_of)?;

    /// Assesses the change of a customer's expectation by its experiences up to a date.
    "satisfaction.ratchet" => Ratchet {
        start: Score,
        experiences: Vec<Experience>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<expectation::Ratchet>,
        at "experiences", |policy| expectation::ratchet(policy.satisfaction(), *start, experiences, *as_of)?;

    /// Assesses the present worth of a feature to the customer.
    "satisfaction.feature_tier" => FeatureTier { history: FeatureHistory }
        finds Assessment<expectation::FeatureStanding>,
        |policy| expectation::feature_tier(policy.satisfaction(), history);

    /// Assesses the advantage of an offer, and its attributes.
    "satisfaction.offer_advantage" => OfferAdvantage { attributes: Vec<OfferAttribute> }
        finds Assessment<offer::OfferAdvantage>, |_| offer::offer_advantage(attributes);

    /// Judges whether a decision is complete enough to be carried out.
    "satisfaction.judge_decision" => JudgeDecision {
        record: DecisionRecord,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Verdict, |_| decision::judge_decision(record, *as_of);

    /// Assesses which of several decisions were taken without the customer's view.
    "satisfaction.decision_report" => DecisionReport {
        records: Vec<DecisionRecord>,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds Assessment<decision::DecisionReport>,
        at "records", |_| decision::decision_report(records, *as_of)?;

    /// Ranks options by their worth to one customer under one condition.
    "satisfaction.rank_values" => RankValues { judgements: Vec<ValueJudgement> }
        finds Assessment<value::ValueRanking>, at "judgements", |_| value::rank_values(judgements)?;

    /// Assesses the drivers of value: those that the customer itself names, and those that we only
    /// assume.
    "satisfaction.value_drivers" => ValueDrivers { drivers: Vec<ValueDriver> }
        finds Assessment<value::ValueDefinition>, at "drivers", |_| value::value_drivers(drivers)?;

    /// Assesses the fit of an offer to the criteria of a customer, one by one.
    "satisfaction.fit" => Fit { criteria: Criteria, scores: Vec<CriterionScore> }
        finds Assessment<value::CriteriaFit>, at "scores", |policy| value::fit(policy.satisfaction(), criteria, scores)?;

    /// Assesses the answers of a proposition to the requirements of the customer.
    "satisfaction.proposition" => Proposition { proposition: Proposition, requirements: Vec<Requirement> }
        finds Assessment<value::PropositionFit>,
        by of_proposition, |_| value::proposition(proposition, requirements)?;

    /// Judges whether a premium may be asked for.
    "satisfaction.judge_premium" => JudgePremium {
        premium: Money,
        /// The gain that the customer has from the premium offer.
        #[serde(default)] gain: Known<Money>,
    }
        finds Verdict, by of_premium, |_| value::judge_premium(*premium, *gain)?;

    /// Judges whether we may help to write a criterion into the customer's standard.
    "satisfaction.judge_contribution" => JudgeContribution { contribution: CriterionContribution }
        finds Verdict, |_| value::judge_contribution(contribution);

    /// Assesses one customer's satisfaction, and the value to it, on a date.
    "satisfaction.assess" => Assess {
        facts: SatisfactionFacts,
        /// The day for which the answer holds.
        as_of: NaiveDate,
    }
        finds SatisfactionPicture, fails AskError::SatisfactionFacts,
        within "facts", |policy| satisfaction::assess(policy.satisfaction(), facts, &SatisfactionGiven::new(*as_of))?;
}

/// Returns the argument of a premium that an error is about.
fn of_premium(error: &AskError) -> &'static str {
    match error {
        AskError::Satisfaction(SatisfactionError::Premium(value::PremiumError::Currency(_))) => {
            "gain"
        }
        _ => "premium",
    }
}

/// Returns the argument of a proposition that an error is about.
fn of_proposition(error: &AskError) -> &'static str {
    use value::PropositionError::Twice;

    match error {
        AskError::Satisfaction(SatisfactionError::Proposition(Twice { .. })) => "requirements",
        _ => "proposition",
    }
}
