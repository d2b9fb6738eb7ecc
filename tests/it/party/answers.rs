//! The JSON of what is asked about the four parties, and of its answers.

use std::num::NonZeroU32;

use keqing::party::action::{Action, InterestKind, NeedKind, Scope};
use keqing::party::alignment::{
    AlignmentPolicy, BenefitRecord, OperatorFacts, SideFacts, Stake, advantage, alignment,
    organization_capture,
};
use keqing::party::continuity::{
    Assignment, ContinuityPolicy, CoverageTarget, Departure, DepartureEvent, Handover, Tie, Ties,
    concentration, coverage, departure,
};
use keqing::party::feeling::{Emotion, MoodPolicy, Observation, feeling};
use keqing::party::parties::{Operators, Organization, Parties};
use keqing::party::people::{PeopleFacts, PeoplePolicy, TeamFacts, people};
use keqing::party::trust::{PersonTrust, assess_trust};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::words::{Department, Rating, Role, Side, TrustLevel};
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::golden::person;
use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

fn ties() -> Result<Ties, Failure> {
    let mut tie = Tie::new(person("li")?, person("wang")?, NonZeroU32::MIN);
    tie.affect = Known::estimated(Decimal::new(-5, 1));
    Ok(Ties::new([tie])?)
}

/// The value of an assessment.
#[track_caller]
fn value<T>(answer: keqing::verdict::Assessment<T>, json: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    match answer.into_value() {
        Some(value) => golden(&value, json),
        None => panic!("there is no value"),
    }
}

#[test]
fn what_is_asked_is_null_until_it_is_known() -> Result<(), Failure> {
    golden(
        &Action::new(Role::SupplierOperator),
        r#"{"actor": "supplier-operator", "need": null, "benefit": null, "integrity-clearance": null}"#,
    );
    shorter(
        r#"{"actor": "supplier-operator"}"#,
        &Action::new(Role::SupplierOperator),
    );
    let mut assignment = Assignment::new();
    assignment.deputy = Known::measured(None);
    golden(
        &assignment,
        r#"{"special": null, "owner": null, "deputy": {"value": "none", "grade": "measured"}}"#,
    );
    golden(
        &CoverageTarget::NOTHING,
        r#"{"departments": 0, "levels": "one", "functions": [], "executive-tie": "absent"}"#,
    );
    shorter("{}", &CoverageTarget::NOTHING);
    let mut facts = PeopleFacts::new(day("2024-12-31")?);
    shorter(r#"{"as-of": "2024-12-31"}"#, &facts);
    facts.responsible = Known::measured(Set::empty());
    facts.customer_satisfaction = Known::customer_stated(Decimal::new(-50, 2));
    golden(
        &facts,
        r#"{
            "as-of": "2024-12-31", "teams": [],
            "customer-satisfaction": {"value": "-0.50", "grade": "customer-stated"},
            "recognitions": null, "responsible": {"value": [], "grade": "measured"}
        }"#,
    );
    let mut team = TeamFacts::new(Department::Service);
    team.internal_service = Known::measured(Rating::new(2)?);
    golden(
        &team,
        r#"{
            "department": "service", "internal-service": {"value": 2, "grade": "measured"},
            "satisfaction": null, "training": null, "coaching": null
        }"#,
    );
    Ok(())
}

#[test]
fn ties_are_a_list_of_pairs() -> Result<(), Failure> {
    golden(
        &ties()?,
        r#"[{
            "supplier": {"id": "li", "department": "sales", "level": "operator"},
            "customer": {"id": "wang", "department": "sales", "level": "operator"},
            "weight": 1,
            "affect": {"value": "-0.5", "grade": "estimated"}
        }]"#,
    );
    golden(&Handover::Everything, r#""everything""#);
    golden(
        &Handover::Counterparts(["wang".parse()?].into()),
        r#"{"counterparts": ["wang"]}"#,
    );
    golden(&DepartureEvent::Soured, r#""soured""#);
    let event = DepartureEvent::Announced {
        last_day: day("2024-06-30")?,
    };
    golden(&event, r#"{"announced": {"last-day": "2024-06-30"}}"#);
    let departure = Departure::new(Side::Supplier, "li".parse()?, event);
    golden(
        &departure,
        r#"{
            "side": "supplier", "person": "li", "event": {"announced": {"last-day": "2024-06-30"}},
            "successor": null, "handover": null, "plan": null
        }"#,
    );
    Ok(())
}

#[test]
fn answers_name_people_and_shares() -> Result<(), Failure> {
    let (ties, policy) = (ties()?, ContinuityPolicy::standard());
    let all = r#"{"largest": {"person": "NAME", "share": {"part": "1", "whole": "1"}}, "reliance": "single-point", "people": 1}"#;
    let of = |name| all.replace("NAME", name);
    value(
        concentration(&policy, &ties),
        &format!(
            r#"{{"supplier": {}, "customer": {}}}"#,
            of("li"),
            of("wang")
        ),
    );
    let mut target = CoverageTarget::NOTHING;
    target.departments = 2;
    value(
        coverage(&ties, &target),
        r#"{
            "supplier": {"operator": ["sales"], "manager": [], "executive": []},
            "customer": {"operator": ["sales"], "manager": [], "executive": []},
            "departments": ["sales"], "functions": ["sales"], "executive-tie": "absent",
            "gaps": ["departments"], "missing-functions": []
        }"#,
    );
    let last_day = day("2024-06-30")?;
    let event = DepartureEvent::Announced { last_day };
    let mut leaves = Departure::new(Side::Supplier, "li".parse()?, event);
    leaves.successor = Known::measured(None);
    value(
        departure(&policy, &ties, &leaves, day("2024-06-01")?)?,
        r#"{
            "continuity": "broken",
            "alert": {"side": "supplier", "person": "li", "kind": "personnel-change"},
            "time-left": 29
        }"#,
    );
    let at_risk = r#"{"at-risk": {"lost": {"part": "1", "whole": "3"}}}"#;
    golden(
        &serde_json::from_str::<keqing::party::continuity::Continuity>(at_risk)?,
        at_risk,
    );
    Ok(())
}

#[test]
fn answers_about_interests_have_their_basis() -> Result<(), Failure> {
    let policy = AlignmentPolicy::standard();
    let mut operator = OperatorFacts::new("li".parse()?);
    operator.stake = Known::measured(Stake::Sole);
    let owner = SideFacts::new([operator.clone()])?;
    operator.stake = Known::measured(Stake::Absent);
    let employed = SideFacts::new([operator])?;
    value(
        alignment(&policy, Side::Customer, &owner),
        r#"{"kind": "aligned", "basis": "evidence", "coordination": {"part": "1", "whole": "1"}, "worst": null}"#,
    );
    value(
        alignment(&policy, Side::Supplier, &employed),
        r#"{"kind": "misaligned", "basis": "prior", "coordination": null, "worst": "li"}"#,
    );
    value(
        advantage(&policy, &employed, &owner),
        r#"{"holder": "customer", "reason": "aligned-against-misaligned", "basis": "prior"}"#,
    );
    let mut facts = PeopleFacts::new(day("2024-12-31")?);
    facts.responsible = Known::measured(Department::Sales.into());
    value(
        people(&PeoplePolicy::standard(), &facts)?,
        r#"{
            "weak-links": [],
            "unknown-links": ["internal-service", "employee-satisfaction", "customer-satisfaction"],
            "badly-served": [], "dissatisfied": [], "untrained": [], "uncoached": [],
            "recognitions": null, "responsibility": "marketing-only"
        }"#,
    );
    Ok(())
}

#[test]
fn answers_about_people_name_the_worst() -> Result<(), Failure> {
    let wang = Observation {
        person: "wang".parse()?,
        emotion: Emotion::Anger,
        on: day("2024-05-01")?,
        grade: Grade::Measured,
    };
    value(
        feeling(
            &MoodPolicy::standard(),
            Side::Customer,
            &[wang],
            day("2024-06-01")?,
        )?,
        r#"{
            "people": [{
                "person": "wang", "mood": "anger", "mood-on": "2024-05-01", "affect": "-0.4",
                "observations": 1, "grade": "measured"
            }],
            "worst": "wang", "mean": "-0.4"
        }"#,
    );
    let parties = Parties::new(
        Organization::new("s-1", "Valves")?,
        Operators::people([person("li")?])?,
        Organization::new("c-1", "Pumps")?,
        Operators::people([person("wang")?])?,
    )?;
    let level = Known::estimated(TrustLevel::First);
    let trust = PersonTrust {
        side: Side::Customer,
        person: "wang".parse()?,
        level,
    };
    value(
        assess_trust(&parties, &[trust], level)?,
        r#"{
            "aggregate": {"personal": null, "organizational": {"value": "first", "grade": "estimated"}},
            "worst": {"side": "customer", "person": "wang", "level": {"value": "first", "grade": "estimated"}}
        }"#,
    );
    let interest = InterestKind::new(Scope::Company, NeedKind::Material);
    let amount = "60.00 CNY".parse()?;
    let record = BenefitRecord {
        party: Some(Role::SupplierOrganization),
        interest,
        amount,
    };
    golden(
        &organization_capture(&[record])?.ok_or("no capture")?,
        r#"{
            "organization": {"amount": "60.00", "currency": "CNY"},
            "operator": {"amount": "0", "currency": "CNY"},
            "share": {"part": "1", "whole": "1"}
        }"#,
    );
    Ok(())
}
