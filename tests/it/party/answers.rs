//! The JSON of what is asked about the four parties, and of its answers.

use std::num::NonZeroU32;

use keqing::party::action::Action;
use keqing::party::alignment::{
    AlignmentPolicy, Conflict, ConflictState, OperatorFacts, SideFacts, Stake, advantage,
    alignment, organization_capture,
};
use keqing::party::continuity::{
    Assignment, ContinuityPolicy, CoverageTarget, Departure, DepartureEvent, Handover, Tie, Ties,
    concentration, coverage, departure,
};
use keqing::party::feeling::{Emotion, MoodPolicy, Observation, feeling};
use keqing::party::parties::{Organization, Parties, Register};
use keqing::party::people::{PeopleFacts, PeoplePolicy, TeamFacts, people};
use keqing::party::trust::{PersonTrust, TrustPolicy, assess_trust};
use keqing::vocab::benefit::{BenefitRecord, InterestKind, Scope};
use keqing::vocab::known::{Grade, Known, Stated, Statement};
use keqing::vocab::set::Set;
use keqing::vocab::words::{Department, NeedKind, Rating, Role, Side, TrustLevel};
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::golden::person;
use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

fn ties() -> Result<Ties, Failure> {
    let mut tie = Tie::new("li".parse()?, "wang".parse()?, NonZeroU32::MIN);
    tie.affect = Known::estimated(Decimal::new(-5, 1));
    Ok(Ties::new([tie])?)
}

/// Li of ours, whose last day is the last of June, and Wang of the customer's.
fn register() -> Result<Register, Failure> {
    let li = person("li")?.with_until(Some(day("2024-06-30")?));
    Ok(Register::new([li], [person("wang")?])?)
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
        r#"{"actor": "supplier-operator", "on": null, "need": null, "benefit": null, "clearance": null}"#,
    );
    shorter(
        r#"{"actor": "supplier-operator"}"#,
        &Action::new(Role::SupplierOperator),
    );
    let mut assignment = Assignment::new();
    assignment.deputy = Stated::measured(None);
    golden(
        &assignment,
        r#"{"special": null, "owner": null, "deputy": {"value": "none", "grade": "measured"}}"#,
    );
    let said = |name: &str| Ok::<_, Failure>(Statement::new(Some(name.parse()?), Grade::Measured));
    assignment.owner = Stated::several([
        said("li")?
            .with_on(day("2024-01-01")?)
            .with_until(day("2024-06-30")?),
        said("zhou")?
            .with_on(day("2024-07-01")?)
            .with_by(Some("chen".parse()?)),
    ]);
    golden(
        &assignment,
        r#"{
            "special": null,
            "owner": [
                {"value": "li", "grade": "measured", "on": "2024-01-01", "until": "2024-06-30"},
                {"value": "zhou", "grade": "measured", "on": "2024-07-01", "by": "chen"}
            ],
            "deputy": {"value": "none", "grade": "measured"}
        }"#,
    );
    golden(
        &CoverageTarget::NOTHING,
        r#"{"departments": 0, "levels": "one", "functions": [], "executive-tie": "absent"}"#,
    );
    shorter("{}", &CoverageTarget::NOTHING);
    Ok(())
}

#[test]
fn what_is_asked_of_people_is_null_until_it_is_known() -> Result<(), Failure> {
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
    let json = r#"{"supplier": "li", "customer": "wang", "weight": 1, "affect": {"value": "-0.5", "grade": "estimated"}}"#;
    golden(&ties()?, &format!("[{json}]"));
    let dated = Tie::new("li".parse()?, "wang".parse()?, NonZeroU32::MIN)
        .with_from(Some(day("2024-01-01")?))
        .with_until(Some(day("2024-06-30")?));
    golden(
        &dated,
        r#"{"supplier": "li", "customer": "wang", "weight": 1, "affect": null, "from": "2024-01-01", "until": "2024-06-30"}"#,
    );
    golden(&Handover::Everything, r#""everything""#);
    golden(
        &Handover::Counterparts(["wang".parse()?].into()),
        r#"{"counterparts": ["wang"]}"#,
    );
    golden(&DepartureEvent::Soured, r#""soured""#);
    let departure = Departure::of(Side::Supplier, "li".parse()?);
    golden(
        &departure,
        r#"{
            "side": "supplier", "person": "li", "event": "leaves",
            "successor": null, "handover": null, "plan": null
        }"#,
    );
    shorter(r#"{"side": "supplier", "person": "li"}"#, &departure);
    Ok(())
}

#[test]
fn answers_name_people_and_shares() -> Result<(), Failure> {
    let (ties, policy, june) = (ties()?, ContinuityPolicy::standard(), day("2024-06-01")?);
    let register = register()?;
    let all = r#"{"largest": {"person": "NAME", "share": {"part": "1", "whole": "1"}}, "reliance": "single-point", "people": 1}"#;
    let of = |name| all.replace("NAME", name);
    value(
        concentration(&policy, &register, &ties, june)?,
        &format!(
            r#"{{"supplier": {}, "customer": {}}}"#,
            of("li"),
            of("wang")
        ),
    );
    let mut target = CoverageTarget::NOTHING;
    target.departments = 2;
    value(
        coverage(&register, &ties, &target, june)?,
        r#"{
            "supplier": {"operator": ["sales"], "manager": [], "executive": []},
            "customer": {"operator": ["sales"], "manager": [], "executive": []},
            "departments": ["sales"], "functions": ["sales"], "executive-tie": "absent",
            "gaps": ["departments"], "missing-functions": []
        }"#,
    );
    let mut leaves = Departure::of(Side::Supplier, "li".parse()?);
    leaves.successor = Known::measured(None);
    let alert = r#"{"side": "SIDE", "person": "li", "kind": "personnel-change", "share": {"part": "1", "whole": "1"}}"#;
    let alerts = ["supplier", "customer"].map(|side| alert.replace("SIDE", side));
    value(
        departure(&policy, &register, &ties, &leaves, june)?,
        &format!(
            r#"{{
                "side": "supplier", "person": "li", "last-day": "2024-06-30",
                "continuity": "broken", "lost": {{"part": "1", "whole": "1"}},
                "alerts": [{}], "time-left": 29
            }}"#,
            alerts.join(", ")
        ),
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
        r#"{"kind": "aligned", "basis": "evidence", "coordination": {"part": "1", "whole": "1"}, "worst": null, "open": []}"#,
    );
    value(
        alignment(&policy, Side::Supplier, &employed),
        r#"{"kind": "misaligned", "basis": "prior", "coordination": null, "worst": "li", "open": []}"#,
    );
    let mut seller = OperatorFacts::new("li".parse()?);
    seller.stake = Known::measured(Stake::Controlling);
    seller.conflicts = Known::measured(vec![Conflict {
        name: "bonus".parse()?,
        weight: NonZeroU32::MIN,
        state: ConflictState::Unresolved,
    }]);
    value(
        alignment(&policy, Side::Supplier, &SideFacts::new([seller])?),
        r#"{
            "kind": "aligned-in-part", "basis": "evidence", "coordination": {"part": "0", "whole": "1"},
            "worst": "li", "open": [{"person": "li", "name": "bonus"}]
        }"#,
    );
    value(
        advantage(&policy, &employed, &owner),
        r#"{"holder": "customer", "reason": "aligned-against-misaligned", "basis": "prior"}"#,
    );
    let mut facts = PeopleFacts::new(day("2024-12-31")?);
    facts.responsible = Known::measured(Department::Sales.into());
    value(
        people(
            &PeoplePolicy::standard(),
            &facts,
            Known::measured(Decimal::TWO),
        )?,
        r#"{
            "weak-links": [],
            "unknown-links": ["internal-service", "employee-satisfaction"],
            "badly-served": [], "dissatisfied": [], "untrained": [], "uncoached": [],
            "measured-satisfaction": {"value": "2", "grade": "measured"}, "stated-satisfaction": null,
            "recognitions": null, "ahead": 0, "responsibility": "marketing-only"
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
    let (policy, none) = (MoodPolicy::standard(), Ties::default());
    let asked = day("2024-06-01")?;
    value(
        feeling(&policy, &register()?, &none, Side::Customer, &[wang], asked)?,
        r#"{
            "people": [{
                "person": "wang", "mood": "anger", "mood-on": "2024-05-01", "affect": "-0.4",
                "observations": 1, "grade": "measured"
            }],
            "worst": "wang", "mean": "-0.4", "ahead": 0, "gone": 0
        }"#,
    );
    let parties = Parties::of_people(
        Organization::new("s-1", "Valves")?,
        [person("li")?],
        Organization::new("c-1", "Pumps")?,
        [person("wang")?],
    )?;
    let level = Stated::estimated(TrustLevel::First);
    let trust = PersonTrust {
        person: "wang".parse()?,
        level: level.clone(),
    };
    let voice = r#"{"side": "customer", "person": "wang", "level": "first", "grade": "estimated"}"#;
    value(
        assess_trust(&TrustPolicy::standard(), &parties, &[trust], &level, asked)?,
        &format!(
            r#"{{
                "aggregate": {{"personal": null, "organizational": {{"value": "first", "grade": "estimated"}}}},
                "worst": {voice}, "best": {voice}, "ahead": 0,
                "contradictions": []
            }}"#
        ),
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
