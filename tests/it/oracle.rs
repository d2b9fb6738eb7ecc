//! The oracle: the JSON of questions and decisions, and the errors of questions.

use keqing::oracle::{Decided, Question, answer};
use keqing::policy::Policy;

use crate::support::errors::{Failure, says};
use crate::support::golden::golden;

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
    let question = Question::read("lifecycle.profile", serde_json::json!({"stage": "stable"}))?;
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
        assert!(Question::read(name, serde_json::json!({"no-such-argument": 1})).is_err());
        let (system, function) = name.split_once('.').unwrap_or_default();
        assert!(!system.is_empty() && !function.is_empty(), "{name}");
    }
    Ok(())
}

#[test]
fn questions_that_have_no_answer() -> Result<(), Failure> {
    let card = serde_json::json!({"rule": "XX-01"});
    let question = Question::read("rulebook.card", card)?;
    let refused = answer(&Policy::standard(), &question);
    assert_eq!(
        refused.as_ref().map_err(|error| error.code()).err(),
        Some("unknown-rule")
    );
    says(refused, "this version has no card for rule XX-01");
    let unknown = Question::read("rulebook.cards", serde_json::Value::Null);
    let known = Question::NAMES.join(", ");
    says(
        unknown,
        &format!("unknown question `rulebook.cards`, expected one of: {known}"),
    );
    Ok(())
}
