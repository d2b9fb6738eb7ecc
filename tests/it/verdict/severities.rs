//! The severity of every rule is policy: what it weighs, and what it never changes.

use std::io::Write;

use keqing::dossier::Dossier;
use keqing::form::Tree;
use keqing::lifecycle::moves::{Move, decide, evolve};
use keqing::lifecycle::{LifecycleSeverities, judge, tally};
use keqing::loyalty::LoyaltySeverities;
use keqing::party::PartySeverities;
use keqing::policy::Policy;
use keqing::receivable::ReceivableSeverities;
use keqing::review::{Review, review};
use keqing::rulebook;
use keqing::verdict::{
    Assessment, Authority, Decision, Evidence, Fact, Finding, Outcome, RuleId, Severity,
    SeverityChange, Verdict, Weigh,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::support::errors::{Failure, says};
use crate::support::given::{any_move, facts, policy, severity, standing};
use crate::support::golden::refuses;
use crate::support::{reviewed, scenario};

/// Every dossier that a story or the example reviews.
fn dossiers() -> anyhow::Result<Vec<Dossier>> {
    let mut dossiers = vec![serde_json::from_value(reviewed::embedded()?)?];
    for (_, story) in scenario::all()? {
        for step in story.steps {
            if let Some(dossier) = step.given.get("dossier") {
                dossiers.push(serde_json::from_value(dossier.clone())?);
            }
        }
    }
    Ok(dossiers)
}

fn severities_in(json: &Value, found: &mut Vec<Value>) {
    match json {
        Value::Object(fields) => {
            if let (Some(_), Some(severity)) = (fields.get("rule"), fields.get("severity")) {
                found.push(severity.clone());
            }
            fields
                .values()
                .for_each(|value| severities_in(value, found));
        }
        Value::Array(members) => members.iter().for_each(|one| severities_in(one, found)),
        _ => {}
    }
}

/// Wherever a finding stands in a review, it is weighed.
#[test]
fn no_finding_of_a_review_escapes_its_severity() -> anyhow::Result<()> {
    let mut seen = 0_usize;
    for dossier in dossiers()? {
        let mut review = review(&Policy::standard(), &dossier)?;
        review.weigh(&|_| Some(Severity::Notice));
        let mut found = Vec::new();
        severities_in(&serde_json::to_value(&review)?, &mut found);
        assert!(found.iter().all(|one| one == "notice"), "{found:?}");
        seen = seen.saturating_add(found.len());
    }
    let _ = writeln!(std::io::stderr(), "{seen} findings weighed");
    assert!(seen > 100, "{seen}");
    Ok(())
}

/// A house policy in which some rules have another severity.
fn house() -> impl Strategy<Value = Policy> {
    let rules: Vec<RuleId> = rulebook::cards().map(|card| card.id()).collect();
    vec((select(rules), prop::option::of(severity())), 0..12).prop_map(|changes| {
        let changes: Vec<_> = changes
            .into_iter()
            .map(|(rule, severity)| {
                let system = rulebook::SYSTEMS.iter().find(|system| {
                    let cards = system.cards.iter().copied().flatten();
                    cards.copied().any(|card| {
                        card.id() == rule && card.severity_change() == SeverityChange::Any
                    })
                });
                (system, rule, severity)
            })
            .collect();
        let mut policy = Policy::standard();
        for (system, rule, severity) in changes {
            let Some(system) = system else { continue };
            let word = severity.map_or(json!("none"), |severity| json!(severity));
            let over = json!({system.name: {"severities": {rule.to_string(): word}}});
            let over: Result<Tree, _> = serde_json::from_value(over);
            let over = over.map(|over| Policy::overlaid(&policy, &over));
            match over {
                Ok(Ok(house)) => policy = house,
                refused => panic!("{refused:?}"),
            }
        }
        policy
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// A severity weighs what a rule said and never changes what it said.
    #[test]
    fn a_severity_changes_no_outcome_and_no_evidence(house in house()) {
        let dossiers = dossiers().map_err(|error| TestCaseError::fail(error.to_string()))?;
        for dossier in &dossiers {
            let (plain, weighed) = (told(&Policy::standard(), dossier)?, told(&house, dossier)?);
            let said = |review: &Review| -> Vec<(RuleId, Outcome, Evidence)> {
                review.findings().map(|one| (one.rule, one.outcome, one.evidence)).collect()
            };
            let (before, after) = (said(&plain), said(&weighed));
            for finding in &after {
                prop_assert!(before.contains(finding), "{finding:?}");
            }
            for finding in before.iter().filter(|(rule, ..)| !is_off(&house, *rule)) {
                prop_assert!(after.contains(finding), "{finding:?}");
            }
        }
    }

    /// Weighing twice is weighing once.
    #[test]
    fn a_weighed_answer_stays_as_it_is(house in house()) {
        for dossier in dossiers().map_err(|error| TestCaseError::fail(error.to_string()))? {
            let once = told(&house, &dossier)?;
            let mut twice = once.clone();
            house.weigh(&mut twice);
            prop_assert_eq!(once, twice);
        }
    }

    /// A move that is permitted under any severities is a step of the state machine.
    #[test]
    fn no_severity_opens_a_step_that_does_not_exist(
        policy in policy(), house in house(), standing in standing(), facts in facts(0..900), proposed in any_move(),
    ) {
        let policy = policy.with_severities(*house.lifecycle().severities());
        if let Ok(event) = decide(&policy, &standing, &facts, proposed) {
            prop_assert_eq!(event.is_none(), proposed == Move::Hold);
            if let Some(event) = event {
                prop_assert!(evolve(&standing, &event).is_ok(), "{event:?}");
            }
        }
    }

    /// The quick answer and the explained one agree under every severity.
    #[test]
    fn the_quick_answer_is_weighed_like_the_explained_one(
        policy in policy(), house in house(), standing in standing(), facts in facts(0..900), proposed in any_move(),
    ) {
        let policy = policy.with_severities(*house.lifecycle().severities());
        let quick = tally(&policy, &standing, &facts, proposed);
        let explained = judge(&policy, &standing, &facts, proposed).map(|verdict| verdict.tally());
        prop_assert_eq!(quick, explained);
    }
}

fn told(policy: &Policy, dossier: &Dossier) -> Result<Review, TestCaseError> {
    review(policy, dossier).map_err(|error| TestCaseError::fail(error.to_string()))
}

fn is_off(policy: &Policy, rule: RuleId) -> bool {
    let tables = [
        policy.party().severities().of(rule),
        policy.satisfaction().severities().of(rule),
        policy.loyalty().severities().of(rule),
        policy.receivable().severities().of(rule),
        policy.lifecycle().severities().of(rule),
    ];
    tables.contains(&Ok(None))
}

const MANAGER: Severity = Severity::Escalate(Authority::Manager);

/// Whatever the rule, a decision of somebody for themselves is barred.
#[test]
fn no_severity_opens_a_decision_for_oneself() -> Result<(), Failure> {
    for (rule, fact) in [
        ("REC-01", Fact::SelfDealing),
        ("REC-04", Fact::SelfDealing),
        ("REC-04", Fact::PersonalInterest),
    ] {
        let rule: RuleId = rule.parse()?;
        for house in Severity::ALL.map(Some).into_iter().chain([None]) {
            let finding = Finding::new(
                rule,
                Severity::Bar,
                Outcome::Breached,
                Evidence::absent(fact, true),
            );
            let table = ReceivableSeverities::standard().with(rule, house)?;
            let verdict = table.weighed(Verdict::new([finding]));
            assert_eq!(verdict.decision(), Decision::Deny, "{rule} {house:?}");
        }
    }
    Ok(())
}

/// A finding at its card's severity, above it and below it, under each severity of a house.
#[test]
fn a_milder_severity_is_a_most_and_a_graver_one_lifts() -> Result<(), Failure> {
    let rule: RuleId = "CON-02".parse()?;
    let rows = [
        // house, stated, weighed; the card says warning
        (
            Some(Severity::Warning),
            Severity::Warning,
            Some(Severity::Warning),
        ),
        (
            Some(Severity::Warning),
            Severity::Critical,
            Some(Severity::Critical),
        ),
        (
            Some(Severity::Warning),
            Severity::Notice,
            Some(Severity::Notice),
        ),
        (
            Some(Severity::Notice),
            Severity::Critical,
            Some(Severity::Notice),
        ),
        (
            Some(Severity::Notice),
            Severity::Notice,
            Some(Severity::Notice),
        ),
        (Some(Severity::Bar), Severity::Warning, Some(Severity::Bar)),
        (Some(Severity::Bar), Severity::Critical, Some(Severity::Bar)),
        (
            Some(Severity::Bar),
            Severity::Notice,
            Some(Severity::Notice),
        ),
        (None, Severity::Critical, None),
        (Some(Severity::Warning), MANAGER, Some(MANAGER)),
        (Some(Severity::Notice), MANAGER, Some(Severity::Notice)),
        (None, MANAGER, None),
    ];
    for (house, stated, expected) in rows {
        let evidence = Evidence::present(Fact::Partnership, false);
        let finding = Finding::new(rule, stated, Outcome::Breached, evidence);
        let verdict = PartySeverities::standard()
            .with(rule, house)?
            .weighed(Verdict::new([finding]));
        let severity = verdict.findings().first().map(|finding| finding.severity);
        assert_eq!(severity, expected, "{house:?} {stated:?}");
        let decision = expected.map_or(Decision::Permit, Severity::refusal);
        assert_eq!(verdict.decision(), decision);
    }
    Ok(())
}

#[test]
fn an_answer_without_a_value_keeps_the_reason() -> Result<(), Failure> {
    let rule: RuleId = "GEN-20".parse()?;
    let gap = Finding::new(
        rule,
        Severity::Warning,
        Outcome::Missing(Fact::Affect),
        Evidence::present(Fact::Affect, false),
    );
    let off = LoyaltySeverities::standard().with(rule, None)?;
    let nothing: Assessment<u8> = off.weighed(Assessment::new(None, [gap]));
    let left: Vec<Severity> = nothing.findings().iter().map(|one| one.severity).collect();
    assert_eq!(left, [Severity::Notice]);
    let something = off.weighed(Assessment::new(Some(1_u8), [gap]));
    assert!(something.findings().is_empty());
    Ok(())
}

#[test]
fn a_gate_of_integrity_and_a_step_of_the_state_machine_have_one_severity() -> Result<(), Failure> {
    let fixed: Vec<String> = rulebook::cards()
        .filter(|card| card.severity_change() == SeverityChange::Never)
        .map(|card| card.id().to_string())
        .collect();
    assert_eq!(
        fixed,
        [
            "PTY-09", "VAL-07", "SWC-03", "SWC-07", "LIF-02", "LIF-03", "LIF-04", "LIF-07",
            "LIF-08", "LIF-09", "LIF-12",
        ]
    );
    let party = PartySeverities::standard();
    says(
        party.with("PTY-09".parse()?, None),
        "the severity of PTY-09 is given as `none`, expected `bar`: no policy changes its severity",
    );
    says(
        party.with("PTY-09".parse()?, Some(Severity::Critical)),
        "the severity of PTY-09 is given as `critical`, expected `bar`: no policy changes its severity",
    );
    says(
        party.with("LIF-07".parse()?, None),
        "the rule LIF-07 is not of this system, expected one of its cards",
    );
    assert_eq!(party.with("PTY-09".parse()?, Some(Severity::Bar))?, party);
    says(
        LifecycleSeverities::standard().with("LIF-14".parse()?, Some(Severity::Bar)),
        "the severity of LIF-14 is given as `bar`, expected `warning`: the gates of the stages set it",
    );
    let gated: Vec<String> = rulebook::cards()
        .filter(|card| card.severity_change() == SeverityChange::Elsewhere)
        .map(|card| card.id().to_string())
        .collect();
    assert_eq!(gated, ["LIF-05", "LIF-06", "LIF-14", "LIF-16"]);
    let faults = |json: Value| -> Result<Vec<String>, Failure> {
        let tree: Tree = serde_json::from_value(json)?;
        let refused = Policy::overlaid(&Policy::standard(), &tree).err();
        let faults = refused.iter().flat_map(|faults| faults.iter());
        let said = faults.map(|fault| {
            fault
                .to_string()
                .split(", expected one of `PTY")
                .next()
                .map(str::to_owned)
        });
        Ok(said.flatten().collect())
    };
    assert_eq!(
        faults(
            json!({"party": {"severities": {"PTY-09": "none", "PTY-99": "bar", "CON-01": "graver"}}})
        )?,
        [
            "party.severities.PTY-09: got \"none\", expected `\"bar\"`, because no policy changes its severity",
            "party.severities.CON-01: got \"graver\", expected one of `\"notice\"`, `\"warning\"`, `\"critical\"`, `{\"escalate\": …}`, `\"bar\"` or `\"none\"`",
            "party.severities.PTY-99: no field has this name",
        ]
    );
    Ok(())
}

#[test]
fn a_table_names_every_rule_of_its_system_once() -> Result<(), Failure> {
    let standard = LifecycleSeverities::standard();
    let json = serde_json::to_string(&standard)?;
    assert!(
        json.starts_with(r#"{"LIF-01":"notice","LIF-02":"bar","#),
        "{json}"
    );
    assert_eq!(
        serde_json::from_str::<LifecycleSeverities>(&json)?,
        standard
    );
    refuses::<LifecycleSeverities>(
        &json.replacen("LIF-02", "LIF-01", 1),
        "the rule LIF-01 is given twice, expected once",
    );
    refuses::<LifecycleSeverities>(
        &json.replacen(r#""LIF-02":"bar","#, "", 1),
        "missing field `LIF-02`",
    );
    Ok(())
}
