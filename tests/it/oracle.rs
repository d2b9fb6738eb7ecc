//! The oracle: the JSON of questions and decisions, their names of now and of before, and their errors.

use std::collections::BTreeSet;

use keqing::oracle::{Answer, Decided, Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use crate::support::asked::{Asked, of_charges, of_dates, of_rates, of_statutes};
use crate::support::errors::{Failure, says};
use crate::support::golden::{golden, refuses};
use crate::support::reviewed::reviewed;
use crate::support::scenario;

/// The names that questions had before, and those that they have now; both are answered for ever.
const OLD_NAMES: [(&str, &str); 3] = [
    ("loyalty.cell", "loyalty.pattern"),
    ("loyalty.staying", "loyalty.reason_to_stay"),
    ("loyalty.judge_instruments", "loyalty.judge_means"),
];

#[test]
fn a_decision_is_an_event_or_a_refusal() -> Result<(), Failure> {
    let nothing = r#"{"event": null, "refusal": null}"#;
    golden(&serde_json::from_str::<Decided>(nothing)?, nothing);
    let refused = r#"{"event": null, "refusal": {"decision": "permit", "findings": []}}"#;
    golden(&serde_json::from_str::<Decided>(refused)?, refused);
    let event = r#"{"event": {"regressed": {"from": "stable", "to": "initial", "on": "2024-03-31"}}, "refusal": null}"#;
    golden(&serde_json::from_str::<Decided>(event)?, event);
    Ok(())
}

#[test]
fn a_question_is_its_name_and_its_arguments() -> Result<(), Failure> {
    let question = Question::read("lifecycle.profile", json!({"stage": "stable"}))?;
    golden(
        &question,
        r#"{"ask": "lifecycle.profile", "stage": "stable"}"#,
    );
    let answer = serde_json::to_string(&answer(&Policy::standard(), &question)?)?;
    assert!(
        answer.starts_with(r#"{"stage":"stable","position":"main","#),
        "{answer}"
    );
    for name in Question::NAMES {
        assert!(Question::read(name, json!({"no-such-argument": 1})).is_err());
        let (system, function) = name.split_once('.').unwrap_or_default();
        assert!(!system.is_empty() && !function.is_empty(), "{name}");
    }
    let unique: BTreeSet<_> = Question::NAMES.iter().collect();
    assert_eq!(unique.len(), Question::NAMES.len(), "a name stands twice");
    Ok(())
}

#[test]
fn the_name_of_a_question_stands_anywhere_in_its_json() -> Result<(), Failure> {
    let mut asked = 0;
    for (story, told) in scenario::all()? {
        for step in &told.steps {
            let Ok(question) = Question::read(&step.ask, &step.given) else {
                continue;
            };
            // A map sorts its fields, so that `ask` stands before some arguments and after others.
            let mut line = step.given.as_object().cloned().unwrap_or_default();
            line.insert("ask".into(), step.ask.as_str().into());
            let whole: Question = serde_json::from_value(line.into())?;
            assert_eq!(whole, question, "{story}: {}", step.when);
            let again: Question = serde_json::from_str(&serde_json::to_string(&question)?)?;
            assert_eq!(again, question, "{story}: {}", step.when);
            asked += 1;
        }
    }
    assert!(asked > 400, "{asked}");
    Ok(())
}

#[test]
fn a_question_in_json_is_refused_where_it_is_wrong() {
    let refuses = refuses::<Question>;
    let field = "stages: no field has this name, expected `stage`";
    refuses(r#"{"stages": 1, "ask": "lifecycle.profile"}"#, field);
    refuses(r#"{"ask": "lifecycle.profile", "stages": 1}"#, field);
    refuses(
        r#"{"stage": "stable"}"#,
        "ask: the field is missing, expected the name of a question",
    );
    let twice = r#"{"ask": "lifecycle.profile", "ask": "lifecycle.profile", "stage": "stable"}"#;
    refuses(twice, "ask: the field stands twice, expected it once");
    let twice = r#"{"stage": "stable", "ask": "lifecycle.profile", "stage": "stable"}"#;
    refuses(twice, "stage: the field stands twice, expected it once");
    let unknown = "ask: got \"?\", expected one of `calendar.is_business_day`, ";
    refuses(r#"{"ask": "?"}"#, unknown);
    let list = "got [], expected an object with the name of a question in `ask`";
    refuses("[]", list);
    let rank = |suppliers: &str| {
        format!(
            r#"{{"ask": "lifecycle.estimate_from_rank", "better": 0, "tied": 0, "suppliers": {suppliers}}}"#
        )
    };
    refuses(
        &rank("-1"),
        "suppliers: got -1, expected a whole number from 0 to 4294967295",
    );
    refuses(&rank("1.5"), "suppliers: got 1.5, expected a whole number");
    refuses(
        &rank("null"),
        "suppliers: got null, expected a whole number",
    );
    let hold = |proposed: &str| {
        format!(
            r#"{{
                "ask": "lifecycle.judge", "facts": {{"as-of": "2024-06-01"}}, "proposed": {proposed},
                "standing": {{"state": {{"active": "initial"}}, "since": "2024-01-01"}}
            }}"#
        )
    };
    let two = r#"{"advance": {"to": "stable"}, "hold": null}"#;
    refuses(
        &hold(two),
        r#"proposed: got {"advance":{"to":"stable"},"hold":null}, expected one of `{"advance": …}`"#,
    );
    refuses(
        &hold("7"),
        "proposed: got 7, expected one of `{\"advance\": …}`",
    );
}

#[test]
fn an_old_name_is_answered_like_the_one_of_now() -> Result<(), Failure> {
    let stories = scenario::all()?;
    let policy = Policy::standard();
    for (old, now) in OLD_NAMES {
        assert_eq!(Question::canonical(old)?, now);
        assert_eq!(Question::canonical(now)?, now);
        assert!(Question::NAMES.contains(&now) && !Question::NAMES.contains(&old));
        let steps = stories.iter().flat_map(|(_, story)| &story.steps);
        let mut asked = 0;
        for step in steps.filter(|step| step.ask == old || step.ask == now) {
            let (before, after) = (
                Question::read(old, &step.given)?,
                Question::read(now, &step.given)?,
            );
            assert_eq!(before, after);
            assert_eq!(before.name(), now);
            assert_eq!(
                serde_json::to_value(answer(&policy, &before)?)?,
                serde_json::to_value(answer(&policy, &after)?)?
            );
            let line = serde_json::to_value(&before)?;
            assert_eq!(line.get("ask"), Some(&now.into()));
            asked += 1;
        }
        assert!(asked > 0, "no story asks {now}");
    }
    Ok(())
}

#[test]
fn every_question_has_an_answer() -> Result<(), Failure> {
    let mut unasked: BTreeSet<&str> = Question::NAMES.iter().copied().collect();
    for (story, told) in scenario::all()? {
        for step in told.steps {
            let Ok(answer) = step.answer() else { continue };
            unasked.remove(Question::canonical(&step.ask)?);
            lists_its_findings(&answer, &format!("{story}: {}", step.when))?;
        }
    }
    let asked = of_money()
        .into_iter()
        .chain(of_statutes()?)
        .chain(of_rates()?)
        .chain(of_dates())
        .chain(of_charges());
    for (name, arguments, pointer, expected) in asked.chain(of_stages()?) {
        let answer = answer(&Policy::standard(), &Question::read(name, arguments)?)?;
        unasked.remove(name);
        let json = serde_json::to_value(&answer)?;
        assert_eq!(json.pointer(pointer), Some(&expected), "{name}: {json}");
        lists_its_findings(&answer, name)?;
    }
    assert!(unasked.is_empty(), "nobody asks {unasked:?}");
    Ok(())
}

/// Questions about money that no story asks.
fn of_money() -> Vec<Asked> {
    let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    let percent = |part: &str| json!({"part": part, "whole": "100"});
    let discounts = json!([percent("10"), percent("10")]);
    let taxed = json!({
        "untaxed": euros("100.00"), "rate": percent("20"), "discount": percent("10"),
        "rounding": {"mode": "half-even"},
    });
    let name = "receivable.chained_discount";
    vec![
        (name, json!({"discounts": discounts}), "/part", json!("19")),
        ("receivable.reduced_tax", taxed, "/amount", json!("18.00")),
        (
            "receivable.join_charges",
            json!({"debts": [], "charges": []}),
            "",
            json!([]),
        ),
        (
            "receivable.regimes",
            json!({}),
            "/regimes/0/jurisdiction",
            json!("AT"),
        ),
        (
            "party.organization_capture",
            json!({"benefits": []}),
            "",
            json!(null),
        ),
    ]
}

/// Questions about stages, histories, dossiers and cards that no story asks.
fn of_stages() -> Result<Vec<Asked>, Failure> {
    let standing = json!({"state": {"active": "initial"}, "since": "2024-01-01"});
    let facts = json!({"as-of": "2024-06-01"});
    let event = json!({"advanced": {"from": "initial", "to": "stable", "on": "2024-06-01"}});
    let leap = json!({"advance": {"to": "strategic"}});
    let leap = json!({"standing": standing, "facts": facts, "proposed": leap});
    let replayed = json!({"opening": standing, "events": [event]});
    let records = json!([{"event": event, "facts": facts}]);
    let audited = json!({"opening": standing, "records": records});
    let card = json!({"rule": "LIF-07"});
    let dossier: Value = serde_json::from_str(include_str!("../../examples/review/dossier.json"))?;
    let block = |name: &str| dossier.get(name).cloned().ok_or("a block of the dossier");
    let (party, owed) = (block("party")?, block("receivable")?);
    let stands = block("lifecycle")?;
    let as_of = "2024-12-31";
    let review = serde_json::to_value(reviewed(&dossier)?)?;
    let supported = "/lifecycle/placement/value/supported/active";
    Ok(vec![
        (
            "review.review",
            json!({"dossier": dossier}),
            supported,
            json!("stable"),
        ),
        (
            "review.compare",
            json!({"before": review, "after": review}),
            "/to",
            json!("2024-12-31"),
        ),
        (
            "party.assess",
            json!({"facts": party, "as-of": as_of}),
            "/assignment/decision",
            json!("deny"),
        ),
        (
            "receivable.assess",
            json!({"facts": owed, "as-of": as_of}),
            "/statement/habit/value/delay",
            json!("ongoing"),
        ),
        (
            "lifecycle.assess",
            json!({"facts": stands}),
            "/placement/value/supported/active",
            json!("stable"),
        ),
        ("lifecycle.tally", leap, "/decision", json!("deny")),
        ("history.replay", replayed, "/state/active", json!("stable")),
        ("history.audit", audited, "/0/decision", json!("undecided")),
        ("rulebook.card", card, "/title/zh-Hant", json!("逐級推進")),
    ])
}

/// The answer lists the findings that stand in its JSON: all of a verdict, and some of any that has some.
#[track_caller]
fn lists_its_findings(answer: &Answer, asked: &str) -> Result<(), Failure> {
    let json = serde_json::to_value(answer)?;
    let listed = answer.findings().len();
    if let Some(findings) = json.get("findings").and_then(Value::as_array) {
        assert_eq!(listed, findings.len(), "{asked}");
    }
    let has_some = json.to_string().contains(r#""evidence":"#);
    assert_eq!(listed > 0, has_some, "{asked}: {json}");
    Ok(())
}

#[test]
fn questions_that_have_no_answer() -> Result<(), Failure> {
    let card = json!({"rule": "XX-01"});
    let question = Question::read("rulebook.card", card)?;
    let refused = answer(&Policy::standard(), &question);
    assert_eq!(
        refused.as_ref().map_err(|error| error.code()).err(),
        Some("unknown-rule")
    );
    says(refused, "this version has no card for rule XX-01");
    let known = Question::NAMES.join("`, `");
    let message = format!(
        "unknown question `rulebook.cards`, expected one of `{known}`; did you mean `rulebook.card`?"
    );
    let faults = Question::read("rulebook.crads", json!({}))
        .map_err(|faults| faults.first().nearest().map(str::to_owned));
    assert_eq!(faults, Err(Some("rulebook.card".to_owned())));
    says(Question::canonical("rulebook.cards"), &message);
    Ok(())
}
