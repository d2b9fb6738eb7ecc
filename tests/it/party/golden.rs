//! The JSON of the four parties: who they are, what they need, how they feel, who knows whom.

use std::num::NonZeroU32;

use keqing::party::PartyPolicy;
use keqing::party::action::{
    Benefit, Direction, Effect, Horizon, InterestKind, Measure, Need, NeedKind, Scope,
};
use keqing::party::alignment::{
    AdvantageReason, AlignmentBasis, AlignmentKind, BenefitRecord, Conflict, ConflictState,
    Investment, OperatorFacts, OrganizationSize, OwnershipForm, Purpose, SideFacts, Stake,
};
use keqing::party::continuity::{AlertKind, CoverageGap, LevelSpan, Reliance, TieHolder};
use keqing::party::feeling::{AffectStart, Emotion, Observation, Polarity};
use keqing::party::parties::{FourParty, Operators, Organization, OrganizationId, Parties, Person};
use keqing::party::people::{ChainLink, Coaching, LeaderRecognition, Responsibility, TrainedStaff};
use keqing::party::trust::PersonTrust;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::name::Label;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Department, Level, Pair, Role, Side};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter, words};

pub(crate) fn person(id: &str) -> Result<Person, Failure> {
    let (department, level) = (Department::Sales, Level::Operator);
    Ok(Person {
        id: id.parse()?,
        department,
        level,
    })
}

#[test]
fn enumerations_are_words_in_kebab_case() {
    words(
        [
            AdvantageReason::AlignedAgainstMisaligned,
            AdvantageReason::BetterCoordination,
            AdvantageReason::EvenlyMatched,
        ],
        "aligned-against-misaligned better-coordination evenly-matched",
    );
    words(
        [AffectStart::FirstMood, AffectStart::Neutral],
        "first-mood neutral",
    );
    words(
        [AlertKind::PersonnelChange, AlertKind::RelationDeteriorated],
        "personnel-change relation-deteriorated",
    );
    words(
        [AlignmentBasis::Prior, AlignmentBasis::Evidence],
        "prior evidence",
    );
    words(
        [AlignmentKind::Aligned, AlignmentKind::Misaligned],
        "aligned misaligned",
    );
    words(
        Set::<ChainLink>::all(),
        "internal-service employee-satisfaction customer-satisfaction",
    );
    words(
        [ConflictState::Resolved, ConflictState::Unresolved],
        "resolved unresolved",
    );
    words(
        Set::<CoverageGap>::all(),
        "departments executive-tie functions levels",
    );
}

#[test]
fn enumerations_that_are_counted_or_weighed_are_words_too() {
    words(Direction::ALL, "negative zero positive");
    words([Horizon::Near, Horizon::Far], "near far");
    words(
        [LevelSpan::One, LevelSpan::Two, LevelSpan::Three],
        "one two three",
    );
    words(NeedKind::ALL, "material spiritual");
    words(
        [OrganizationSize::Small, OrganizationSize::Large],
        "small large",
    );
    words(
        Set::<OwnershipForm>::all(),
        "collective listed mixed private state",
    );
    words(
        [Purpose::RelationshipCapital, Purpose::ServiceObligation],
        "relationship-capital service-obligation",
    );
    words(
        [Reliance::Spread, Reliance::Heavy, Reliance::SinglePoint],
        "spread heavy single-point",
    );
    words(
        [
            Responsibility::Nobody,
            Responsibility::MarketingOnly,
            Responsibility::FewDepartments,
            Responsibility::WholeCompany,
        ],
        "nobody marketing-only few-departments whole-company",
    );
    words(Scope::ALL, "personal company");
    words(Stake::ALL, "absent minority controlling sole");
}

#[test]
fn parties_are_named_by_their_roles() -> Result<(), Failure> {
    golden(
        &person("li")?,
        r#"{"id": "li", "department": "sales", "level": "operator"}"#,
    );
    golden(&Label::new("年终奖金")?, r#""年终奖金""#);
    golden(&OrganizationId::new("s-1")?, r#""s-1""#);
    golden(
        &Organization::new("s-1", "Valves")?,
        r#"{"id": "s-1", "name": "Valves"}"#,
    );
    let vacant = Operators::Vacant {
        since: day("2024-03-01")?,
    };
    golden(&vacant, r#"{"vacant": {"since": "2024-03-01"}}"#);
    // In the order of the ids, however given.
    let people = Operators::people([person("wang")?, person("li")?])?;
    golden(
        &people,
        r#"{"people": [
            {"id": "li", "department": "sales", "level": "operator"},
            {"id": "wang", "department": "sales", "level": "operator"}
        ]}"#,
    );
    let parties = Parties::new(
        Organization::new("s-1", "Valves")?,
        Operators::people([person("li")?])?,
        Organization::new("c-1", "Pumps")?,
        vacant,
    )?;
    golden(
        &parties,
        r#"{
            "supplier-organization": {"id": "s-1", "name": "Valves"},
            "supplier-operator": {"people": [{"id": "li", "department": "sales", "level": "operator"}]},
            "customer-organization": {"id": "c-1", "name": "Pumps"},
            "customer-operator": {"vacant": {"since": "2024-03-01"}}
        }"#,
    );
    golden(
        &FourParty::from_fn(|role| role.is_organization()),
        r#"{"supplier-organization": true, "supplier-operator": false, "customer-organization": true, "customer-operator": false}"#,
    );
    golden(
        &PersonTrust {
            side: Side::Customer,
            person: "wang".parse()?,
            level: Known::Unknown,
        },
        r#"{"side": "customer", "person": "wang", "level": null}"#,
    );
    Ok(())
}

#[test]
fn needs_and_benefits_say_whose_they_are() -> Result<(), Failure> {
    let interest = InterestKind::new(Scope::Company, NeedKind::Material);
    golden(&interest, r#"{"scope": "company", "kind": "material"}"#);
    let horizon = Horizon::Far;
    let holder = Role::CustomerOperator;
    golden(
        &Need {
            holder,
            kind: NeedKind::Spiritual,
            horizon,
        },
        r#"{"holder": "customer-operator", "kind": "spiritual", "horizon": "far"}"#,
    );
    golden(
        &Benefit {
            party: Role::SupplierOrganization,
            interest,
            horizon,
        },
        r#"{"party": "supplier-organization", "interest": {"scope": "company", "kind": "material"}, "horizon": "far"}"#,
    );
    golden(
        &BenefitRecord {
            party: None,
            interest,
            amount: "60 CNY".parse()?,
        },
        r#"{"party": null, "interest": {"scope": "company", "kind": "material"}, "amount": {"amount": "60", "currency": "CNY"}}"#,
    );
    let mut investment = Investment::new(Purpose::ServiceObligation);
    golden(
        &investment,
        r#"{"purpose": "service-obligation", "tie": null, "benefits": null}"#,
    );
    shorter(r#"{"purpose": "service-obligation"}"#, &investment);
    investment.tie = Known::measured(Pair::Operators);
    investment.benefits = Known::estimated(Vec::new());
    golden(
        &investment,
        r#"{
            "purpose": "service-obligation",
            "tie": {"value": "operators", "grade": "measured"},
            "benefits": {"value": [], "grade": "estimated"}
        }"#,
    );
    let effect = Effect::countered("longer terms".parse()?);
    golden(
        &effect,
        r#"{"direction": "negative", "countermeasure": "longer terms"}"#,
    );
    shorter(r#"{"direction": "zero"}"#, &Effect::new(Direction::Zero));
    golden(
        &Measure::new().with_effect(Role::CustomerOperator, effect),
        r#"{"effects": {
            "supplier-organization": null, "supplier-operator": null, "customer-organization": null,
            "customer-operator": {"direction": "negative", "countermeasure": "longer terms"}
        }}"#,
    );
    Ok(())
}

#[test]
fn feelings_are_decimal_strings() -> Result<(), Failure> {
    words(
        [
            Emotion::Pleasure,
            Emotion::Doubt,
            Emotion::Suspicion,
            Emotion::Anger,
        ],
        "pleasure doubt suspicion anger",
    );
    let polarity = Polarity::new(Decimal::new(-1250, 3))?;
    golden(&polarity, r#""-1.25""#);
    golden(
        &Emotion::Other {
            name: "envy".parse()?,
            polarity,
        },
        r#"{"other": {"name": "envy", "polarity": "-1.25"}}"#,
    );
    golden(
        &Observation {
            person: "wang".parse()?,
            emotion: Emotion::Doubt,
            on: day("2024-05-01")?,
            grade: Grade::Measured,
        },
        r#"{"person": "wang", "emotion": "doubt", "on": "2024-05-01", "grade": "measured"}"#,
    );
    Ok(())
}

#[test]
fn sides_are_their_people() -> Result<(), Failure> {
    let mut operator = OperatorFacts::new("li".parse()?);
    golden(
        &operator,
        r#"{"id": "li", "stake": null, "conflicts": null}"#,
    );
    shorter(r#"{"id": "li"}"#, &operator);
    operator.stake = Known::measured(Stake::Minority);
    operator.conflicts = Known::measured(vec![Conflict {
        name: "bonus".parse()?,
        weight: NonZeroU32::MIN,
        state: ConflictState::Unresolved,
    }]);
    let side = SideFacts::new([operator])?
        .with_ownership(Known::measured(OwnershipForm::State), Known::Unknown);
    golden(
        &side,
        r#"{
            "operators": [{
                "id": "li",
                "stake": {"value": "minority", "grade": "measured"},
                "conflicts": {"value": [{"name": "bonus", "weight": 1, "state": "unresolved"}], "grade": "measured"}
            }],
            "form": {"value": "state", "grade": "measured"},
            "size": null
        }"#,
    );
    Ok(())
}

#[test]
fn counts_of_people_are_numbers() -> Result<(), Failure> {
    golden(&TrainedStaff::new(3, 4)?, r#"{"trained": 3, "staff": 4}"#);
    golden(&Coaching::new(0, 0)?, r#"{"mentored": 0, "newcomers": 0}"#);
    golden(
        &LeaderRecognition {
            on: day("2024-05-01")?,
            by: Level::Executive,
        },
        r#"{"on": "2024-05-01", "by": "executive"}"#,
    );
    golden(
        &TieHolder {
            person: "li".parse()?,
            share: Share::new(1, 3)?,
        },
        r#"{"person": "li", "share": {"part": "1", "whole": "3"}}"#,
    );
    Ok(())
}

#[test]
fn the_policy_is_written_out_in_full() {
    golden(
        &PartyPolicy::standard(),
        include_str!("../../golden/party-policy.json"),
    );
}
