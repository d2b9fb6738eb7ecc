//! The JSON of the four parties: who they are, what they need, how they feel, who knows whom.

use std::num::NonZeroU32;

use keqing::party::PartyPolicy;
use keqing::party::action::{Countermeasure, Direction, Effect, Measure, Need};
use keqing::party::alignment::{
    AdvantageReason, AlignmentBasis, Conflict, ConflictState, Investment, Obligation,
    OperatorFacts, OrganizationSize, OwnershipForm, Purpose, SideFacts, Stake,
};
use keqing::party::continuity::{
    AlertKind, CoverageGap, DepartureEvent, LevelSpan, Reliance, TieHolder,
};
use keqing::party::feeling::{AffectStart, Emotion, Observation, Polarity};
use keqing::party::parties::{
    FourParty, Operators, Organization, OrganizationId, Parties, Person, Register,
};
use keqing::party::people::{ChainLink, Coaching, LeaderRecognition, Responsibility, TrainedStaff};
use keqing::party::trust::PersonTrust;
use keqing::vocab::answers::AlignmentKind;
use keqing::vocab::benefit::{
    Benefit, BenefitRecord, Clearance, ClearanceScope, ClearanceWord, Horizon, InterestKind, Scope,
};
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::name::Label;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Department, EmotionKind, Level, NeedKind, Pair, Role};
use rust_decimal::Decimal;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter, words};

pub(crate) fn person(id: &str) -> Result<Person, Failure> {
    Ok(Person::new(id, Department::Sales, Level::Operator)?)
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
        AlignmentKind::ALL.to_vec(),
        "aligned aligned-in-part misaligned",
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
    words(DepartureEvent::ALL.to_vec(), "leaves soured");
    words(Direction::ALL, "negative zero positive");
    words(
        EmotionKind::ALL.to_vec(),
        "pleasure doubt suspicion anger other",
    );
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
            person: "wang".parse()?,
            level: Stated::unknown(),
        },
        r#"{"person": "wang", "level": null}"#,
    );
    Ok(())
}

#[test]
fn people_have_days_in_the_register() -> Result<(), Failure> {
    let gone = person("li")?
        .with_from(Some(day("2020-01-01")?))
        .with_until(Some(day("2024-05-31")?))
        .with_office(Some("key account".parse()?));
    let json = r#"{"id": "li", "from": "2020-01-01", "until": "2024-05-31", "department": "sales", "level": "operator", "office": "key account"}"#;
    golden(&gone, json);
    golden(
        &Operators::left(day("2024-06-01")?, [gone])?,
        &format!(r#"{{"left": {{"since": "2024-06-01", "people": [{json}]}}}}"#),
    );
    golden(
        &Register::new([gone], [])?,
        &format!(r#"{{"supplier": [{json}], "customer": []}}"#),
    );
    shorter("{}", &Register::default());
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
    let by = day("2024-07-01")?;
    let longer_terms = Countermeasure::new("longer terms".parse()?, "li".parse()?, by);
    let effect = Effect::countered(longer_terms);
    golden(
        &effect,
        r#"{"direction": "negative", "countermeasure": {"what": "longer terms", "who": "li", "by": "2024-07-01"}}"#,
    );
    shorter(r#"{"direction": "zero"}"#, &Effect::new(Direction::Zero));
    golden(
        &Measure::new().with_effect(Role::CustomerOperator, effect),
        r#"{"effects": {
            "supplier-organization": null, "supplier-operator": null, "customer-organization": null,
            "customer-operator": {
                "direction": "negative",
                "countermeasure": {"what": "longer terms", "who": "li", "by": "2024-07-01"}
            }
        }}"#,
    );
    Ok(())
}

#[test]
fn an_investment_says_what_it_is_owed_to_and_where_it_is_booked() -> Result<(), Failure> {
    let mut investment = Investment::new(Purpose::ServiceObligation);
    golden(
        &investment,
        r#"{"purpose": "service-obligation", "obligation": null, "on": null, "tie": null, "benefits": null, "clearances": []}"#,
    );
    shorter(r#"{"purpose": "service-obligation"}"#, &investment);
    investment.tie = Known::measured(Pair::Operators);
    investment.booked_as = Some(Scope::Personal);
    investment.obligation = Known::measured(Obligation::Law("warranty".parse()?));
    investment.benefits = Known::estimated(Vec::new());
    golden(
        &investment,
        r#"{
            "purpose": "service-obligation",
            "obligation": {"value": {"law": "warranty"}, "grade": "measured"},
            "on": null,
            "tie": {"value": "operators", "grade": "measured"},
            "booked-as": "personal",
            "benefits": {"value": [], "grade": "estimated"},
            "clearances": []
        }"#,
    );
    Ok(())
}

#[test]
fn a_word_of_the_integrity_office_has_its_day_and_its_scope() -> Result<(), Failure> {
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let word = Clearance::new(
        ClearanceWord::Refused,
        Grade::Measured,
        day("2024-06-01")?,
        scope,
    );
    golden(
        &word,
        r#"{"word": "absent", "grade": "measured", "on": "2024-06-01", "by": null, "scope": {"party": "customer-operator", "up-to": null}}"#,
    );
    let scope = scope.with_up_to(Some("500 CNY".parse()?));
    let word = Clearance::new(
        ClearanceWord::Cleared,
        Grade::CustomerStated,
        word.on,
        scope,
    );
    golden(
        &word.with_by(Some("gu".parse()?)),
        r#"{
            "word": "present", "grade": "customer-stated", "on": "2024-06-01", "by": "gu",
            "scope": {"party": "customer-operator", "up-to": {"amount": "500", "currency": "CNY"}}
        }"#,
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
