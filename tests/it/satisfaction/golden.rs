//! The JSON of satisfaction and value: marks, contexts, records, and answers about them.

use keqing::party::parties::OrganizationId;
use keqing::satisfaction::decision::{CustomerView, DecisionRecord, decision_report};
use keqing::satisfaction::expectation::{
    Announcement, ExpectationRecord, Experience, Fall, FeatureHistory, expectation, feature_tier,
    ratchet,
};
use keqing::satisfaction::measurement::{
    DriverRating, LoyaltySupport, SatisfactionState, compare, satisfaction, satisfaction_drivers,
};
use keqing::satisfaction::needs::{
    LevelRatings, PersonNeeds, PsychologicalNeed, need_levels, psychological_needs,
};
use keqing::satisfaction::offer::{OfferAttribute, OfferKind, StandardAction, offer_advantage};
use keqing::satisfaction::score::Scale;
use keqing::satisfaction::value::{
    Chances, Criteria, Criterion, CriterionContribution, CriterionScore, Proposition, Requirement,
    ValueDriver, ValueJudgement, ValueRelativity, fit, proposition, rank_values, value_drivers,
};
use keqing::satisfaction::{
    AnsweredRequirements, ExperienceHistory, OneOff, SatisfactionPolicy, ScoredCriteria,
};
use keqing::verdict::{Assessment, Presence};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::words::{Chance, ExpectationSource, FeatureTier, NeedLevel, Rating};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::errors::{context, said, score};
use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter, words};

const SEVEN: &str = r#"{"value": "7", "scale": {"lowest": "0", "highest": "10"}}"#;
const NINE: &str = r#"{"value": "9", "scale": {"lowest": "0", "highest": "10"}}"#;
const LUNCH: &str = r#"{"place": "West Lake House", "occasion": "lunch"}"#;

/// The value of an assessment.
#[track_caller]
fn value<T>(answer: Assessment<T>, json: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    match answer.into_value() {
        Some(value) => golden(&value, json),
        None => panic!("there is no value"),
    }
}

#[test]
fn enumerations_of_satisfaction_are_words_in_kebab_case() {
    words(Announcement::ALL, "as-one-off not-announced");
    words(Set::<Chance>::all(), "choose buy bond");
    words(
        Set::<ExpectationSource>::all(),
        "past-experience word-of-mouth personal-needs",
    );
    words(Fall::ALL, "taken-back worse-than-before");
    words(FeatureTier::ALL, "basic expected delight");
    words(LoyaltySupport::ALL, "unsupported supported");
    words(
        Set::<NeedLevel>::all(),
        "basic-product service-provision employee-interaction good-feelings",
    );
    words(OfferKind::ALL, "standardised personalised");
    words(OneOff::ALL, "counts set-aside");
    words(
        Set::<PsychologicalNeed>::all(),
        "affection security respect",
    );
    words(SatisfactionState::ALL, "dissatisfied met satisfied");
    words(
        Set::<StandardAction>::all(),
        "after-sales delivery price quality technical-support",
    );
    words(ValueRelativity::ALL, "comparable personal conditional");
}

#[test]
fn marks_carry_their_scale_and_measurements_their_context() -> Result<(), Failure> {
    golden(
        &Scale::new(1.into(), 5.into())?,
        r#"{"lowest": "1", "highest": "5"}"#,
    );
    golden(&score("7.0")?, SEVEN);
    golden(&context("lunch")?, LUNCH);
    let one = said("lunch", "2024-05-06", "9")?;
    golden(
        &one,
        &format!(
            r#"{{"context": {LUNCH}, "on": "2024-05-06", "grade": "customer-stated", "expected": {SEVEN}, "perceived": {NINE}, "person": null}}"#
        ),
    );
    let named = one.with_person("wang".parse()?);
    golden(
        &named,
        &format!(
            r#"{{"context": {LUNCH}, "on": "2024-05-06", "grade": "customer-stated", "expected": {SEVEN}, "perceived": {NINE}, "person": "wang"}}"#
        ),
    );
    let policy = SatisfactionPolicy::standard();
    value(
        satisfaction(&policy, &[named], &context("lunch")?, day("2024-05-31")?)?,
        r#"{
            "gap": "2", "state": "satisfied", "on": "2024-05-06", "grade": "customer-stated",
            "person": "wang", "voices": 1, "best-gap": "2", "disappointments": 0, "support": "supported"
        }"#,
    );
    value(
        compare(&one, &said("lunch", "2024-05-13", "6.5")?)?,
        r#"{"change": "-2.5", "from": "satisfied", "to": "dissatisfied"}"#,
    );
    Ok(())
}

#[test]
fn what_drives_satisfaction_is_ranked() -> Result<(), Failure> {
    let rating = DriverRating {
        driver: "speed".parse()?,
        context: context("lunch")?,
        importance: Rating::HIGHEST,
        grade: Grade::Measured,
        on: None,
    };
    let json = format!(
        r#"{{"driver": "speed", "context": {LUNCH}, "importance": 5, "grade": "measured"}}"#
    );
    golden(&rating, &json);
    value(
        satisfaction_drivers(&context("lunch")?, &[rating])?,
        r#"{"ranking": [{"driver": "speed", "importance": 5}], "dominant": ["speed"]}"#,
    );
    let mut levels = LevelRatings::default();
    shorter("{}", &levels);
    levels.good_feelings = Known::customer_stated(Rating::LOWEST);
    golden(
        &levels,
        r#"{
            "basic-product": null, "service-provision": null, "employee-interaction": null,
            "good-feelings": {"value": 1, "grade": "customer-stated"}
        }"#,
    );
    value(
        need_levels(&SatisfactionPolicy::standard(), &levels),
        r#"{
            "lowest-unmet": "good-feelings", "unmet": ["good-feelings"],
            "unknown": ["basic-product", "service-provision", "employee-interaction"]
        }"#,
    );
    let mut person = PersonNeeds::new("wang".parse()?);
    shorter(r#"{"person": "wang"}"#, &person);
    person.respect = Known::customer_stated(Presence::Absent);
    golden(
        &person,
        r#"{
            "person": "wang", "affection": null, "security": null,
            "respect": {"value": "absent", "grade": "customer-stated"}
        }"#,
    );
    value(
        psychological_needs(&[person])?,
        r#"{"people": [{"person": "wang", "unmet": ["respect"], "unknown": ["affection", "security"]}]}"#,
    );
    Ok(())
}

#[test]
fn expectations_have_a_source_and_a_next_step() -> Result<(), Failure> {
    let on = day("2024-05-06")?;
    let record = ExpectationRecord {
        source: ExpectationSource::WordOfMouth,
        on,
        expected: score("7")?,
    };
    golden(
        &record,
        &format!(r#"{{"source": "word-of-mouth", "on": "2024-05-06", "expected": {SEVEN}}}"#),
    );
    value(
        expectation(&[record], on)?,
        &format!(
            r#"{{"expected": {SEVEN}, "source": "word-of-mouth", "floor": null, "sources": ["word-of-mouth"]}}"#
        ),
    );
    let visit = Experience {
        on,
        perceived: score("9")?,
        announced: Announcement::NotAnnounced,
    };
    let visit_json =
        format!(r#"{{"on": "2024-05-06", "perceived": {NINE}, "announced": "not-announced"}}"#);
    golden(&visit, &visit_json);
    let history = ExperienceHistory {
        start: score("7")?,
        experiences: vec![visit],
    };
    golden(
        &history,
        &format!(r#"{{"start": {SEVEN}, "experiences": [{visit_json}]}}"#),
    );
    value(
        ratchet(&SatisfactionPolicy::standard(), score("7")?, &[visit], on)?,
        &format!(
            r#"{{
                "steps": [{{
                    "on": "2024-05-06", "expected": {SEVEN}, "perceived": {NINE},
                    "gap": "2", "state": "satisfied", "fall": null, "next": {NINE}
                }}],
                "expected": {NINE}
            }}"#
        ),
    );
    Ok(())
}

#[test]
fn features_offers_and_decisions_are_named() -> Result<(), Failure> {
    let mut hotline = FeatureHistory::new("hotline".parse()?, FeatureTier::Delight);
    shorter(
        r#"{"feature": "hotline", "introduced-as": "delight"}"#,
        &hotline,
    );
    hotline.cycles = Known::measured(2);
    hotline.competitor_parity = Known::measured(Presence::Absent);
    golden(
        &hotline,
        r#"{
            "feature": "hotline", "introduced-as": "delight",
            "cycles": {"value": 2, "grade": "measured"},
            "competitor-parity": {"value": "absent", "grade": "measured"}, "counted-as": null
        }"#,
    );
    value(
        feature_tier(&SatisfactionPolicy::standard(), &hotline),
        r#"{"feature": "hotline", "tier": "expected"}"#,
    );
    let price = OfferAttribute::Standard {
        action: StandardAction::Price,
    };
    golden(&price, r#"{"standard": {"action": "price"}}"#);
    let item = "own stock".parse()?;
    let unheard = OfferAttribute::personalised(item, Known::Unknown);
    shorter(r#"{"personalised": {"item": "own stock"}}"#, &unheard);
    let stock = OfferAttribute::personalised(item, Known::customer_stated("no stop".parse()?));
    golden(
        &stock,
        r#"{"personalised": {
            "item": "own stock", "need": {"value": "no stop", "grade": "customer-stated"},
            "gain": {"benefit": null, "amount": null, "on": null, "clearance": null}
        }}"#,
    );
    value(
        offer_advantage(&[price, stock]),
        r#"{"kind": "personalised", "advantages": ["own stock"], "unheard": [], "hygiene": ["price"]}"#,
    );
    Ok(())
}

#[test]
fn a_decision_has_the_view_of_a_person() -> Result<(), Failure> {
    let view = CustomerView {
        view: "saves a day".parse()?,
        person: Some("wang".parse()?),
        on: Some(day("2024-05-06")?),
        source: None,
    };
    let view_json =
        r#"{"view": "saves a day", "person": "wang", "on": "2024-05-06", "source": null}"#;
    golden(&view, view_json);
    let decision = DecisionRecord {
        decision: "d-1".parse()?,
        customer_view: None,
    };
    golden(&decision, r#"{"decision": "d-1", "customer-view": null}"#);
    shorter(r#"{"decision": "d-1"}"#, &decision);
    value(
        decision_report(&[decision], day("2024-05-31")?)?,
        r#"{"complete": [], "incomplete": ["d-1"]}"#,
    );
    Ok(())
}

#[test]
fn value_is_keyed_by_customer_and_condition() -> Result<(), Failure> {
    let judgement = ValueJudgement {
        customer: OrganizationId::new("c-1")?,
        condition: context("lunch")?,
        option: "quick dish".parse()?,
        worth: score("9")?,
        grade: Grade::CustomerStated,
        on: None,
    };
    golden(
        &judgement,
        &format!(
            r#"{{"customer": "c-1", "condition": {LUNCH}, "option": "quick dish", "worth": {NINE}, "grade": "customer-stated"}}"#
        ),
    );
    value(
        rank_values(&[judgement])?,
        &format!(
            r#"{{
                "customer": "c-1", "condition": {LUNCH},
                "ranking": [{{"option": "quick dish", "worth": {NINE}}}], "best": ["quick dish"]
            }}"#
        ),
    );
    let driver = ValueDriver {
        driver: "speed".parse()?,
        grade: Grade::Estimated,
        on: Some(day("2024-05-31")?),
    };
    let json = r#"{"driver": "speed", "grade": "estimated", "on": "2024-05-31"}"#;
    golden(&driver, json);
    value(
        value_drivers(&[driver])?,
        r#"{"learnt": [], "assumed": ["speed"]}"#,
    );
    Ok(())
}

#[test]
fn criteria_are_weights_and_fits_are_shares() -> Result<(), Failure> {
    let criterion = "uptime".parse()?;
    let weight = 100.into();
    let criteria = Criteria::new(Grade::CustomerStated, [Criterion { criterion, weight }])?;
    let criteria_json =
        r#"{"grade": "customer-stated", "weights": [{"criterion": "uptime", "weight": "100"}]}"#;
    golden(&criteria, criteria_json);
    let scored = CriterionScore {
        criterion,
        score: Known::measured(score("9")?),
    };
    let scored_json =
        format!(r#"{{"criterion": "uptime", "score": {{"value": {NINE}, "grade": "measured"}}}}"#);
    golden(&scored, &scored_json);
    value(
        fit(&SatisfactionPolicy::standard(), &criteria, &[scored])?,
        r#"{
            "fits": [{"criterion": "uptime", "fit": {"part": "9", "whole": "10"}}],
            "total": {"part": "9", "whole": "10"}
        }"#,
    );
    golden(
        &ScoredCriteria {
            criteria,
            scores: vec![scored],
        },
        &format!(r#"{{"criteria": {criteria_json}, "scores": [{scored_json}]}}"#),
    );
    let contribution = CriterionContribution::new(criterion);
    golden(
        &contribution,
        r#"{"criterion": "uptime", "open": null, "customer-benefit": null, "tailored": null}"#,
    );
    shorter(r#"{"criterion": "uptime"}"#, &contribution);
    Ok(())
}

#[test]
fn propositions_cover_requirements() -> Result<(), Failure> {
    let item = "training".parse()?;
    let required = Requirement {
        item,
        opportunity: Some("second line".parse()?),
    };
    let required_json = r#"{"item": "training", "opportunity": "second line"}"#;
    golden(&required, required_json);
    let ours = Proposition {
        covers: vec!["price".parse()?],
        chances: Chances::default()
            .with_choose(Known::measured(Some("price".parse()?)))
            .with_bond(Known::measured(None)),
    };
    let ours_json = r#"{"covers": ["price"], "chances": {
        "choose": {"value": "price", "grade": "measured"}, "buy": null,
        "bond": {"value": "none", "grade": "measured"}
    }}"#;
    golden(&ours, ours_json);
    shorter(r#"{"covers": []}"#, &Proposition::default());
    value(
        proposition(&ours, &[required])?,
        r#"{
            "coverage": {"part": "0", "whole": "1"}, "gaps": ["training"],
            "opportunities": ["second line"], "unasked": ["price"], "lacking": ["bond"]
        }"#,
    );
    golden(
        &AnsweredRequirements {
            proposition: ours,
            requirements: vec![required],
        },
        &format!(r#"{{"proposition": {ours_json}, "requirements": [{required_json}]}}"#),
    );
    Ok(())
}
