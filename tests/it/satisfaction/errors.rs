//! The errors of satisfaction and value: scales, contexts, dates, weights, premiums and the policy.

use keqing::party::parties::OrganizationId;
use keqing::satisfaction::decision::{DecisionRecord, decision_report};
use keqing::satisfaction::expectation::{
    Announcement, ExpectationRecord, Experience, FeatureHistory, expectation, ratchet,
};
use keqing::satisfaction::measurement::{
    Context, DriverRating, Measurement, compare, loyalty_support, satisfaction,
    satisfaction_drivers,
};
use keqing::satisfaction::needs::{PersonNeeds, psychological_needs};
use keqing::satisfaction::score::{Scale, Score};
use keqing::satisfaction::value::{
    Chances, Criteria, Criterion, CriterionScore, Proposition, Requirement, ValueDriver,
    ValueJudgement, fit, judge_premium, proposition, rank_values, value_drivers,
};
use keqing::satisfaction::{
    RatchetMode, SatisfactionFacts, SatisfactionGiven, SatisfactionPolicy, assess,
};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::Money;
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::{ExpectationSource, FeatureTier, Rating};

use crate::support::errors::{Failure, day, number, says};

fn scale(lowest: &str, highest: &str) -> Result<Scale, Failure> {
    Ok(Scale::new(number(lowest)?, number(highest)?)?)
}

pub(crate) fn score(value: &str) -> Result<Score, Failure> {
    Ok(Score::new(scale("0", "10")?, number(value)?)?)
}

fn stars(value: &str) -> Result<Score, Failure> {
    Ok(Score::new(scale("1", "5")?, number(value)?)?)
}

pub(crate) fn context(occasion: &str) -> Result<Context, Failure> {
    Ok(Context::new("West Lake House", occasion)?)
}

pub(crate) fn said(occasion: &str, on: &str, perceived: &str) -> Result<Measurement, Failure> {
    let (context, on) = (context(occasion)?, day(on)?);
    let (expected, perceived) = (score("7")?, score(perceived)?);
    let grade = Grade::CustomerStated;
    Ok(Measurement::new(context, on, grade, expected, perceived)?)
}

const MIXED: &str = "a score on 0 to 10 and one on 1 to 5 cannot be compared, expected one scale";

#[test]
fn scales_and_scores_that_cannot_be() -> Result<(), Failure> {
    says(
        Scale::new(number("5")?, number("5")?),
        "a scale runs from its worst mark up to its best, got 5 to 5",
    );
    says(
        Scale::new(number("0")?, number("1000000.1")?),
        "a scale lies within -1000000 and 1000000, with at most 12 decimals, got 1000000.1",
    );
    says(
        Score::new(scale("0", "10")?, number("10.5")?),
        "a score of 10.5 is outside its scale, expected 0 to 10",
    );
    says(
        Score::new(scale("0", "10")?, number("0.0000000000001")?),
        "a score has at most 12 decimals, got 0.0000000000001",
    );
    says(
        stars("3")?.above(score("3")?),
        "a score on 1 to 5 and one on 0 to 10 cannot be compared, expected one scale",
    );
    Ok(())
}

#[test]
fn measurements_that_cannot_be() -> Result<(), Failure> {
    let policy = SatisfactionPolicy::standard();
    let (lunch, first) = (context("lunch")?, day("2024-05-06")?);
    says(
        Measurement::new(lunch, first, Grade::Measured, stars("3")?, score("3")?),
        MIXED,
    );
    let one = said("lunch", "2024-05-06", "5")?;
    let wang = one.with_person("wang-fang".parse()?);
    let other = said("lunch", "2024-05-06", "8")?.with_person("wang-fang".parse()?);
    let twice = "each person is measured once in one context on one day, got `wang-fang` of \
        `West Lake House, lunch` on 2024-05-06 in entries 0 and 2, counted from zero";
    let voices = [wang, one, other];
    says(satisfaction(&policy, &voices, &lunch, first), twice);
    says(loyalty_support(&policy, &voices, &lunch, first), twice);
    let mut facts = SatisfactionFacts::default();
    facts.measurements.push(one);
    says(
        assess(&policy, &facts, &SatisfactionGiven::new(first)),
        "the context is missing, satisfaction is measured for one place and occasion (SAT-06)",
    );
    let of_stars = Measurement::new(lunch, first, Grade::Measured, stars("3")?, stars("3")?)?;
    says(compare(&of_stars, &one), MIXED);
    Ok(())
}

#[test]
fn ratings_and_needs_that_do_not_belong_together() -> Result<(), Failure> {
    let (lunch, dinner) = (context("lunch")?, context("dinner")?);
    let speed = DriverRating {
        driver: "speed".parse()?,
        context: lunch,
        importance: Rating::HIGHEST,
        grade: Grade::CustomerStated,
        on: None,
    };
    says(
        satisfaction_drivers(&dinner, &[speed]),
        "the rating of `speed` is of `West Lake House, lunch`, expected ratings of `West Lake House, dinner` only",
    );
    says(
        satisfaction_drivers(&lunch, &[speed, speed]),
        "each driver is rated once, got `speed` twice",
    );
    let person = PersonNeeds::new("wang-fang".parse()?);
    says(
        psychological_needs(&[person, person]),
        "the needs of each person are told once, got `wang-fang` twice",
    );
    Ok(())
}

#[test]
fn expectations_and_experiences_that_cannot_be() -> Result<(), Failure> {
    let record = |on, expected| {
        Ok::<_, Failure>(ExpectationRecord {
            source: ExpectationSource::WordOfMouth,
            on: day(on)?,
            expected,
        })
    };
    let (ten, five) = (score("7")?, stars("3")?);
    let both = [record("2024-05-06", ten)?, record("2024-05-06", five)?];
    says(expectation(&both, day("2024-05-31")?), MIXED);
    let visit = |on, perceived| {
        Ok::<_, Failure>(Experience {
            on: day(on)?,
            perceived,
            announced: Announcement::NotAnnounced,
        })
    };
    let policy = SatisfactionPolicy::standard();
    let visits = [visit("2024-05-06", five)?];
    says(ratchet(&policy, ten, &visits, day("2024-05-31")?), MIXED);
    Ok(())
}

#[test]
fn things_that_stand_twice_in_a_list_name_both_places() -> Result<(), Failure> {
    let policy = SatisfactionPolicy::standard();
    let as_of = day("2024-05-31")?;
    let decision = DecisionRecord {
        decision: "d-1".parse()?,
        customer_view: None,
    };
    says(
        decision_report(&[decision, decision], as_of),
        "each decision has one record, got `d-1` in entries 0 and 1, counted from zero",
    );
    let heard = ValueDriver {
        driver: "speed".parse()?,
        grade: Grade::CustomerStated,
        on: None,
    };
    says(
        value_drivers(&[heard, heard]),
        "each driver of value is named once, got `speed` in entries 0 and 1, counted from zero",
    );
    let hotline = FeatureHistory::new("hotline".parse()?, FeatureTier::Delight);
    let facts = SatisfactionFacts::default().with_features([hotline, hotline]);
    says(
        assess(&policy, &facts, &SatisfactionGiven::new(as_of)),
        "each feature has one history, got `hotline` in entries 0 and 1, counted from zero",
    );
    Ok(())
}

#[test]
fn values_that_cannot_be_compared() -> Result<(), Failure> {
    let judged = |customer: &str, condition, option: &str, worth| {
        Ok::<_, Failure>(ValueJudgement {
            customer: OrganizationId::new(customer)?,
            condition: context(condition)?,
            option: option.parse()?,
            worth,
            grade: Grade::CustomerStated,
            on: None,
        })
    };
    let ten = score("7")?;
    let one = judged("c-1", "lunch", "a", ten)?;
    says(
        rank_values(&[one, judged("c-2", "lunch", "b", ten)?]),
        "value to `c-1` and to `c-2` cannot be compared, expected one customer",
    );
    says(
        rank_values(&[one, judged("c-1", "dinner", "b", ten)?]),
        "value under `West Lake House, lunch` and under `West Lake House, dinner` cannot be compared, expected one condition",
    );
    says(
        rank_values(&[one, judged("c-1", "lunch", "b", stars("3")?)?]),
        MIXED,
    );
    says(
        rank_values(&[one, one]),
        "each option is judged once, got `a` twice",
    );
    Ok(())
}

#[test]
fn criteria_and_requirements_that_make_no_whole() -> Result<(), Failure> {
    let weighed = |name: &str, weight| {
        Ok::<_, Failure>(Criterion {
            criterion: name.parse()?,
            weight: number(weight)?,
        })
    };
    let criteria = |weights: Vec<Criterion>| Criteria::new(Grade::CustomerStated, weights);
    says(
        criteria(vec![weighed("uptime", "60")?, weighed("price", "39.9")?]),
        "the weights total 99.9, expected 100",
    );
    says(criteria(vec![]), "the weights total 0, expected 100");
    says(
        criteria(vec![weighed("uptime", "50")?, weighed("uptime", "50")?]),
        "each criterion is named once, got `uptime` twice",
    );
    says(
        criteria(vec![weighed("uptime", "110")?, weighed("price", "-10")?]),
        "a weight is above 0 with at most 12 decimals, got -10 for `price`",
    );
    let policy = SatisfactionPolicy::standard();
    let whole = criteria(vec![weighed("uptime", "100")?])?;
    let scored = |name: &str| {
        Ok::<_, Failure>(CriterionScore {
            criterion: name.parse()?,
            score: Known::Unknown,
        })
    };
    says(
        fit(&policy, &whole, &[scored("colour")?]),
        "`colour` is no criterion of the customer, give scores by those that are",
    );
    says(
        fit(&policy, &whole, &[scored("uptime")?, scored("uptime")?]),
        "each criterion is scored once, got `uptime` twice",
    );
    Ok(())
}

#[test]
fn propositions_that_do_not_hang_together() -> Result<(), Failure> {
    let item = "training".parse()?;
    let required = Requirement {
        item,
        opportunity: None,
    };
    says(
        proposition(&Proposition::default(), &[required, required]),
        "each requirement is named once, got `training` twice",
    );
    let mut ours = Proposition {
        covers: vec![item, item],
        chances: Chances::default(),
    };
    says(
        proposition(&ours, &[required]),
        "each item of a proposition is named once, got `training` twice",
    );
    ours.covers.clear();
    ours.chances = ours.chances.with_bond(Known::measured(Some(item)));
    says(
        proposition(&ours, &[required]),
        "`training` gives the chance to bond, but is no item of the proposition: name one that it covers",
    );
    Ok(())
}

#[test]
fn premiums_and_policies_that_cannot_be() -> Result<(), Failure> {
    let premium: Money = "-0.01 EUR".parse()?;
    says(
        judge_premium(premium, Known::Unknown),
        "a premium is not below zero, got -0.01 EUR",
    );
    says(
        judge_premium("1 EUR".parse()?, Known::measured("1 USD".parse()?)),
        "1 EUR and 1 USD are in different currencies, expected one currency",
    );
    let policy = SatisfactionPolicy::standard();
    says(
        policy.with_validity(Days::new(0)),
        "a measurement holds for at least 1 day, got 0 days",
    );
    says(
        policy.with_level_met_from(Rating::LOWEST),
        "a level of needs is met from a mark above the worst, got 1",
    );
    let share = Share::NONE;
    says(
        policy.with_ratchet(RatchetMode::Adaptive { share }),
        "an expectation moves by more than nothing, got 0.0 %",
    );
    says(
        policy.with_disappointment_tolerance(Share::ALL),
        "a tolerance leaves a part of the scale to disappoint, got 100.0 %",
    );
    says(
        policy.with_fit_from(Some(share)),
        "a threshold of fit is above nothing, got 0.0 %: `\"none\"` is for no threshold",
    );
    Ok(())
}
