//! Lines that have an answer.

use serde_json::Value;

use crate::{ANSWER, GOOD, MOVE, answers, json, oracle, refuses, replies};

#[test]
fn an_answer_comes_with_its_stamp_on_request() {
    let stamp = |line: &str| {
        let reply = json(&oracle().reply(line.as_bytes()));
        let digits = |name: &str| {
            let found = reply.pointer(&format!("/stamp/{name}"));
            found.and_then(Value::as_str).map(str::to_owned)
        };
        (digits("policy"), digits("facts"))
    };
    let question = r#""ask": "lifecycle.profile", "stage": "stable""#;
    let (policy, facts) = stamp(&format!(r#"{{{question}, "stamp": true}}"#));
    assert_eq!(policy.as_ref().map(String::len), Some(32));
    let same = stamp(&format!(
        r#"{{"id": 9, "stamp": true, {question}, "policy": {{}}}}"#
    ));
    assert_eq!(same, (policy.clone(), facts.clone()));
    let house = r#""policy": {"lifecycle": {"severities": {"LIF-13": "warning"}}}"#;
    let (other, same) = stamp(&format!(r#"{{"stamp": true, {question}, {house}}}"#));
    assert_eq!(same, facts);
    assert_ne!(other, policy);
    let (same, other) = stamp(r#"{"stamp": true, "ask": "lifecycle.profile", "stage": "initial"}"#);
    assert_eq!(same, policy);
    assert_ne!(other, facts);
    assert_eq!(
        stamp(&format!(r#"{{"stamp": false, {question}}}"#)),
        (None, None)
    );
    refuses(
        format!(r#"{{"stamp": "yes", {question}}}"#),
        "bad-argument",
        "stamp",
        "got \"yes\", expected `true` or `false`",
    );
}

#[test]
fn every_line_has_its_reply_in_order() {
    let mut oracle = oracle();
    for id in 0..200 {
        let line = match id % 3 {
            0 => format!(r#"{{"id": {id}, "ask": "lifecycle.profile", "stage": "stable"}}"#),
            1 => format!(r#"{{"id": {id}, "ask": "nothing"}}"#),
            _ => format!(r#"{{"id": {id}}}"#),
        };
        let reply = json(&oracle.reply(line.as_bytes()));
        assert_eq!(reply.get("id"), Some(&Value::from(id)));
        assert_eq!(reply.get("answer").is_some(), id % 3 == 0, "{reply}");
        assert_eq!(reply.get("error").is_some(), id % 3 != 0, "{reply}");
    }
}

/// Some editors and spreadsheets write it in front of the first line.
#[test]
fn a_byte_order_mark_before_a_line_is_no_part_of_it() {
    let line = "\u{feff}{\"id\": 1, \"ask\": \"lifecycle.profile\", \"stage\": \"stable\"}";
    let reply = json(&oracle().reply(line.as_bytes()));
    assert_eq!(reply.get("id"), Some(&Value::from(1)));
    assert!(reply.get("answer").is_some(), "{reply}");
}

#[test]
fn an_id_comes_back_as_it_was_given() {
    let ids = [
        "7",
        "-0.0",
        "12345678901234567890123",
        "1e999",
        "0.10",
        "null",
        "true",
        r#""7""#,
        r#""客\u60c5\n""#,
        r#"[1, [2], {}]"#,
        r#"{"b": 1, "a": {"c": []}}"#,
    ];
    for id in ids {
        let asked =
            format!(r#"{{"ask": "rulebook.card", "id": {id}, "rule": "LIF-07", "extra": 1}}"#);
        let column = asked.chars().count() - 1;
        replies(
            &asked,
            &format!(
                r#"{{"id":{id},"error":{{"code":"bad-argument","path":"extra","message":"no field has this name, expected `rule`","column":{column},"faults":[{{"column":{column},"code":"unknown-field","path":"extra","message":"no field has this name, expected `rule`","given":"1","wanted":"`rule`","nearest":null}}]}}}}"#
            ),
        );
    }
    replies(
        r#"{"ask": "lifecycle.profile", "stage": "stable", "id": 1, "id": 2}"#,
        r#"{"id":1,"error":{"code":"bad-argument","path":"id","message":"the field stands twice, expected it once","column":64,"faults":[{"column":64,"code":"duplicate-field","path":"id","message":"the field stands twice, expected it once","given":null,"wanted":"","nearest":null}]}}"#,
    );
}

#[test]
fn a_good_line_has_its_answer() {
    replies(GOOD, ANSWER);
    replies(&format!("\u{20}\t{GOOD} \r\n"), ANSWER);
    let judge = format!(r#"{{{MOVE}{{"as-of": "2024-06-01"}}}}"#);
    answers(&judge, "/answer/decision", r#""undecided""#);
    answers(&judge, "/id", "null");
    let tally = judge.replace("lifecycle.judge", "lifecycle.tally");
    answers(&tally, "/answer/missing/0", r#""LIF-04""#);
    let rank = r#"{"ask": "lifecycle.estimate_from_rank", "suppliers": 4, "better": 0, "tied": 0}"#;
    answers(rank, "/answer/value/of/part", r#""2""#);
    let card = r#"{"ask": "rulebook.card", "rule": "LIF-07"}"#;
    answers(card, "/answer/title/zh-Hant", r#""逐級推進""#);
    // The escaped form of a name is the same name.
    answers(
        r#"{"\u0061sk": "lifecycle.profile", "st\u0061ge": "stable"}"#,
        "/answer/position",
        r#""main""#,
    );
}

#[test]
fn a_policy_replaces_only_what_it_names() {
    let judge = |policy: &str| {
        let facts = r#"{"as-of": "2024-06-01", "share": {"value": {"of": {"part": "1", "whole": "2"}}, "grade": "measured"}}"#;
        format!(r#"{{{MOVE}{facts}, "policy": {policy}}}"#)
            .replace(r#""hold""#, r#"{"advance": {"to": "stable"}}"#)
    };
    answers(&judge("{}"), "/answer/decision", r#""permit""#);
    let upper = r#"{"lifecycle": {"boundary": "upper-inclusive"}}"#;
    answers(&judge(upper), "/answer/decision", r#""deny""#);
    let later = r#"{"lifecycle": {"stable-from": "51 %"}}"#;
    answers(&judge(later), "/answer/decision", r#""deny""#);
    // An override holds for its own line only, and may be repeated.
    let mut oracle = oracle();
    for (policy, decision) in [
        (upper, "deny"),
        (upper, "deny"),
        ("{}", "permit"),
        (upper, "deny"),
    ] {
        let reply = json(&oracle.reply(judge(policy).as_bytes()));
        let found = reply.pointer("/answer/decision").and_then(Value::as_str);
        assert_eq!(found, Some(decision), "{policy}");
    }
}
