//! A house policy as data: its severities and its authorities.

use keqing::form::{Limits, Tree, from_tree};
use keqing::lifecycle::{LifecyclePolicy, LifecycleSeverities};
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use crate::support::errors::Failure;

#[test]
fn the_oracle_and_the_library_weigh_alike() -> Result<(), Failure> {
    let house: Tree = serde_json::from_value(json!({
        "lifecycle": {"severities": {"LIF-13": "warning"}},
        "loyalty": {"severities": {"GEN-02": {"escalate": "manager"}}},
    }))?;
    let house = Policy::overlaid(&Policy::standard(), &house)?;
    let paths: Vec<(String, Vec<&str>)> = Policy::standard()
        .differences(&house)
        .into_iter()
        .map(|one| (one.path, one.rules))
        .collect();
    assert_eq!(
        paths,
        [
            ("loyalty.severities.GEN-02".to_owned(), vec!["GEN-02"]),
            ("lifecycle.severities.LIF-13".to_owned(), vec!["LIF-13"]),
        ]
    );
    let dislikes =
        json!({"on": "2024-06-20", "grade": "customer-stated", "sign": {"evaluation": 2}});
    let claim = Question::read(
        "loyalty.judge_claim",
        json!({"claim": {"grounds": ["retention"]}, "evidence": [dislikes], "as-of": "2024-06-30"}),
    )?;
    let decision = |policy: &Policy| -> Result<Value, Failure> {
        let told = serde_json::to_value(answer(policy, &claim)?)?;
        Ok(told.get("decision").cloned().unwrap_or_default())
    };
    assert_eq!(decision(&Policy::standard())?, "deny");
    assert_eq!(decision(&house)?, json!({"escalate": "manager"}));
    Ok(())
}

#[test]
fn a_house_lists_its_authorities() -> Result<(), Failure> {
    let read = |json: Value| -> Result<Result<Policy, Vec<String>>, Failure> {
        let tree: Tree = serde_json::from_value(json)?;
        Ok(Policy::overlaid(&Policy::standard(), &tree)
            .map_err(|faults| faults.iter().map(ToString::to_string).collect()))
    };
    let board = json!({"lifecycle": {"severities": {"LIF-13": {"escalate": "board"}}}});
    assert_eq!(
        read(board.clone())?,
        Err(vec![
            "lifecycle.severities.LIF-13.escalate: got \"board\", expected one of `authorities`: `operator`, `manager`, `executive`".to_owned()
        ])
    );
    let mut with_board = board;
    if let Value::Object(fields) = &mut with_board {
        fields.insert(
            "authorities".into(),
            json!(["operator", "manager", "executive", "board"]),
        );
    }
    let house = read(with_board)?.map_err(|faults| faults.join("\n"))?;
    assert!(house.lint().is_empty());
    let without = house.with_authorities(Policy::standard().authorities());
    let notices: Vec<String> = without.lint().into_iter().map(|one| one.path).collect();
    assert_eq!(notices, ["lifecycle.severities.LIF-13.escalate"]);
    let written = Tree::of(&without);
    assert!(from_tree::<Policy>(&written, &Limits::standard()).is_err());
    assert_eq!(
        LifecyclePolicy::standard().severities(),
        &LifecycleSeverities::standard()
    );
    Ok(())
}
