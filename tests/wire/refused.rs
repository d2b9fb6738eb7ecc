//! Lines that have none, and the place and the words in which that is said.

use crate::{GOOD, MOVE, oracle, refuses};

#[test]
fn a_policy_that_cannot_be_is_refused() {
    let asked = |policy: &str| GOOD.replace("\"ask\"", &format!(r#""policy": {policy}, "ask""#));
    let refuses = |policy: &str, path: &str, message: &str| {
        refuses(asked(policy), "bad-policy", path, message);
    };
    refuses(
        r#"{"lifecicle": {}}"#,
        "policy.lifecicle",
        "unknown field `lifecicle`",
    );
    refuses(
        r#"{"lifecycle": {"period": 90}}"#,
        "policy.lifecycle.period",
        "unknown field `period`",
    );
    refuses(
        r#"{"lifecycle": {"stable-from": {"part": "90"}}}"#,
        "policy.lifecycle",
        "the cuts must rise from nothing: stable from 90.0 %, strategic from 80.0 %",
    );
    refuses(
        r#"{"lifecycle": {"stable-from": {"part": "101"}}}"#,
        "policy.lifecycle.stable-from",
        "a share is at most 100 %, got 101 of 100",
    );
    refuses(
        r#"{"lifecycle": {"assessment-period": 90, "assessment-period": 9}}"#,
        "policy",
        "duplicate field `assessment-period`",
    );
    refuses(
        r#"{"party": {"people": {"marketing": [{"a": 1, "a": 2}]}}}"#,
        "policy",
        "duplicate field `a`",
    );
    refuses(
        "null",
        "policy",
        "invalid type: null, expected struct Policy",
    );
    refuses(
        "7",
        "policy",
        "invalid type: integer `7`, expected struct Policy",
    );
    refuses("[]", "policy", "invalid length 0, expected struct Policy");
    refuses(
        r#"{"lifecycle": {"assessment-period": 1e999}}"#,
        "policy",
        "number out of range",
    );
}

#[test]
fn a_line_that_is_no_question_is_refused() {
    let malformed = |line: &str, message: &str| refuses(line, "malformed-line", "", message);
    malformed("nonsense", "expected ident");
    malformed("", "EOF while parsing");
    malformed(
        "{\"ask\": \"lifecycle.profile\"",
        "EOF while parsing an object",
    );
    malformed(&format!("{GOOD}{GOOD}"), "trailing characters");
    malformed("[1, 2]", "invalid type: sequence, expected a question");
    malformed("7", "invalid type: integer `7`, expected a question");
    malformed("1e999", "number out of range");
    malformed("null", "invalid type: null, expected a question");
    malformed(
        r#"{"ask": "lifecycle.profile", "ask": "x"}"#,
        "duplicate field `ask`",
    );
    malformed(
        r#"{"ask": "lifecycle.profile", "stage": "stable", "st\u0061ge": "initial"}"#,
        "duplicate field `stage`",
    );
    refuses(
        b"{\"ask\": \"\xFF\"}",
        "malformed-line",
        "",
        "invalid utf-8 sequence",
    );
    refuses(b"\xEF\xBB\xBF{}", "malformed-line", "", "expected value");
    refuses("{}", "missing-question", "ask", "missing field `ask`");
    refuses(
        r#"{"id": 1, "stage": "stable"}"#,
        "missing-question",
        "ask",
        "missing field `ask`",
    );
    refuses(
        r#"{"ask": 7}"#,
        "malformed-line",
        "ask",
        "invalid type: integer `7`",
    );
    let known = "unknown question `lifecycle.juge`, expected one of: party.judge_measure, ";
    refuses(
        r#"{"ask": "lifecycle.juge"}"#,
        "unknown-question",
        "ask",
        known,
    );
}

#[test]
fn the_message_about_an_unknown_question_lists_the_known() {
    let reply = oracle().reply(br#"{"ask": "?"}"#);
    for name in keqing::oracle::Question::NAMES {
        assert!(reply.contains(name), "{name} is not in {reply}");
    }
}

#[test]
fn an_argument_that_cannot_be_is_refused_where_it_stands() {
    let refuses = |line: &str, path: &str, message: &str| {
        refuses(line, "bad-argument", path, message);
    };
    let with_facts = |facts: &str| format!("{{{MOVE}{facts}}}");
    refuses(
        r#"{"ask": "lifecycle.judge"}"#,
        "",
        "missing field `standing`",
    );
    refuses(
        r#"{"ask": "lifecycle.judge", "standing": {"state": {"active": "initial"}}}"#,
        "standing",
        "missing field `since`",
    );
    refuses(&with_facts("{}"), "facts", "missing field `as-of`");
    refuses(
        &with_facts(r#"{"as-of": "2024-02-30"}"#),
        "facts.as-of",
        "input is out of range",
    );
    refuses(
        &with_facts(r#"{"as-of": "2024-06-01", "as-of": "2024-06-01"}"#),
        "facts",
        "duplicate field `as-of`",
    );
    refuses(
        &with_facts(r#"{"as-of": "2024-06-01", "shares": null}"#),
        "facts.shares",
        "unknown field `shares`",
    );
    refuses(
        &with_facts(
            r#"{"as-of": "2024-06-01", "share": {"value": {"of": {"part": "1", "part": "1", "whole": "2"}}, "grade": "measured"}}"#,
        ),
        "facts.share.value.of",
        "duplicate field `part`",
    );
    refuses(
        &with_facts(
            r#"{"as-of": "2024-06-01", "share": {"value": {"of": {"part": 1, "whole": "2"}}, "grade": "measured"}}"#,
        ),
        "facts.share.value.of.part",
        "invalid type: integer `1`, expected a string",
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_where_it_stands() {
    let refuses = |line: &str, path: &str, message: &str| {
        refuses(line, "bad-argument", path, message);
    };
    refuses(
        &GOOD.replace("\"development\"", "\"steady\""),
        "stage",
        "`steady` is no ",
    );
    refuses(
        &GOOD.replace("stage", "stages"),
        "stages",
        "unknown field `stages`, expected `stage`",
    );
}

#[test]
fn a_number_that_cannot_be_is_refused_where_it_stands() {
    let refuses = |line: &str, path: &str, message: &str| {
        refuses(line, "bad-argument", path, message);
    };
    let rank = r#"{"ask": "lifecycle.estimate_from_rank", "better": 0, "tied": 0, "suppliers": "#;
    refuses(
        &format!("{rank}1e999}}"),
        "suppliers",
        "number out of range",
    );
    refuses(
        &format!("{rank}-1}}"),
        "suppliers",
        "invalid value: integer `-1`, expected u32",
    );
    refuses(
        &format!("{rank}1.5}}"),
        "suppliers",
        "invalid type: floating point `1.5`",
    );
    refuses(
        &format!("{rank}4294967296}}"),
        "suppliers",
        "invalid value: integer `4294967296`",
    );
}

#[test]
fn values_that_cannot_be_together_have_a_code_of_their_own() {
    let rank = r#"{"ask": "lifecycle.estimate_from_rank", "better": 3, "tied": 0, "suppliers": 3}"#;
    refuses(
        rank,
        "impossible-ranks",
        "",
        "3 better and 0 tied suppliers leave no place",
    );
    let early = format!(r#"{{{MOVE}{{"as-of": "2023-12-31"}}}}"#);
    refuses(
        early,
        "impossible-facts",
        "",
        "facts as of 2023-12-31 are older than the standing",
    );
    let card = r#"{"ask": "rulebook.card", "rule": "LIF-99"}"#;
    refuses(
        card,
        "unknown-rule",
        "",
        "this version has no card for rule LIF-99",
    );
}
