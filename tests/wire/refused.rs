//! Lines that have none, and the place and the words in which that is said.

use serde_json::Value;

use crate::{GOOD, MOVE, json, oracle, refuses, replies};

#[test]
fn a_policy_that_cannot_be_is_refused() {
    let asked = |policy: &str| GOOD.replace("\"ask\"", &format!(r#""policy": {policy}, "ask""#));
    let refuses = |policy: &str, path: &str, message: &str| {
        refuses(asked(policy), "bad-policy", path, message);
    };
    refuses(
        r#"{"lifecicle": {}}"#,
        "policy.lifecicle",
        "no field has this name, expected one of `version`",
    );
    refuses(
        r#"{"lifecycle": {"period": 90}}"#,
        "policy.lifecycle.period",
        "no field has this name, expected one of `boundary`",
    );
    refuses(
        r#"{"lifecycle": {"stable-from": "90 %"}}"#,
        "policy.lifecycle",
        "the cuts must rise from nothing: stable from 90.0 %, strategic from 80.0 %",
    );
    refuses(
        r#"{"lifecycle": {"stable-from": "101 %"}}"#,
        "policy.lifecycle.stable-from",
        "a share is at most 100 %, got 101 of 100",
    );
    refuses(
        r#"{"lifecycle": {"assessment-period": 90, "assessment-period": 9}}"#,
        "policy.lifecycle.assessment-period",
        "the field stands twice, expected it once",
    );
    refuses(
        r#"{"party": {"people": {"marketing": [{"a": 1, "a": 2}]}}}"#,
        "policy.party.people.marketing[0]",
        "got {\"a\":1,\"a\":2}, expected one of",
    );
    refuses(
        "null",
        "policy",
        "got null, expected an object with `version`, ",
    );
    refuses("7", "policy", "got 7, expected an object with `version`, ");
    refuses(
        "[]",
        "policy",
        "got [], expected an object with `version`, ",
    );
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
    malformed("1e999", "number out of range");
    let wanted = "expected an object with the name of a question in `ask`";
    malformed(" [1, 2]", &format!("got [1,2], {wanted}"));
    malformed("7", &format!("got 7, {wanted}"));
    malformed("null", &format!("got null, {wanted}"));
    malformed("\"\u{202e}\"", &format!("got \"\\u202e\", {wanted}"));
    refuses(
        b"{\"ask\": \"\xFF\"}",
        "malformed-line",
        "",
        "invalid utf-8 sequence",
    );
    let missing = "the field is missing, expected the name of a question";
    refuses(b"\xEF\xBB\xBF{}", "missing-question", "ask", missing);
    refuses("{}", "missing-question", "ask", missing);
    refuses(
        r#"{"id": "\ud800"}"#,
        "malformed-line",
        "id",
        "unexpected end of hex escape",
    );
    refuses(
        r#"{"id": 1, "stage": "stable"}"#,
        "missing-question",
        "ask",
        missing,
    );
    refuses(
        r#"{"ask": 7}"#,
        "malformed-line",
        "ask",
        "got 7, expected the name of a question",
    );
    let known = "got \"lifecycle.juge\", expected one of `calendar.is_business_day`, ";
    refuses(
        r#"{"ask": "lifecycle.juge"}"#,
        "unknown-question",
        "ask",
        known,
    );
}

#[test]
fn a_field_that_stands_twice_is_refused() {
    let twice = "the field stands twice, expected it once";
    refuses(
        r#"{"ask": "lifecycle.profile", "ask": "x"}"#,
        "bad-argument",
        "ask",
        twice,
    );
    refuses(
        r#"{"ask": "lifecycle.profile", "stage": "stable", "st\u0061ge": "initial"}"#,
        "bad-argument",
        "stage",
        twice,
    );
    for (name, value) in [("id", "7"), ("policy", "{}"), ("stamp", "true")] {
        let again = GOOD.replace(
            "\"ask\"",
            &format!(r#""{name}": {value}, "{name}": {value}, "ask""#),
        );
        refuses(&again, "bad-argument", name, twice);
        let reply = oracle().reply(again.as_bytes());
        assert!(reply.starts_with(r#"{"id":"good""#), "{reply}");
    }
}

#[test]
fn a_fault_is_told_with_the_columns_of_the_line() {
    let line = GOOD.replace("development", r"st\ud800able");
    let reply = json(&oracle().reply(line.as_bytes()));
    for pointer in [
        "/error/message",
        "/error/faults/0/message",
        "/error/faults/0/wanted",
    ] {
        let said = reply.pointer(pointer).and_then(Value::as_str);
        assert_eq!(said, Some("unexpected end of hex escape"), "{reply}");
    }
    let column = reply.pointer("/error/column").and_then(Value::as_u64);
    let begins = line.find(r#""st\u"#).map(|place| place + 1);
    assert_eq!(
        column.and_then(|column| usize::try_from(column).ok()),
        begins
    );
}

#[test]
fn all_faults_of_a_line_are_told_together() {
    let line = r#"{"stamp": "yes", "policy": {"lifecicle": {}, "version": 7}, "ask": "lifecycle.judge", "a.b": 1, "standing": "\ud800", "proposed": "hold", "facts": {"as-of": 7}}"#;
    let reply = json(&oracle().reply(line.as_bytes()));
    let faults = reply.pointer("/error/faults").and_then(Value::as_array);
    let faults = faults.into_iter().flatten().map(|fault| {
        let text = |name: &str| fault.get(name).and_then(Value::as_str).unwrap_or_default();
        (text("code").to_owned(), text("path").to_owned())
    });
    let expected = [
        ("malformed", "standing"),
        ("unknown-field", "\"a.b\""),
        ("wrong-type", "facts.as-of"),
        ("wrong-type", "policy.version"),
        ("unknown-field", "policy.lifecicle"),
        ("wrong-type", "stamp"),
    ];
    let expected = expected.map(|(code, path)| (code.to_owned(), path.to_owned()));
    assert_eq!(faults.collect::<Vec<_>>(), expected, "{reply}");
    assert_eq!(
        reply.pointer("/error/code"),
        Some(&Value::from("bad-argument"))
    );
    assert_eq!(reply.pointer("/error/path"), Some(&Value::from("standing")));
    let columns = reply
        .pointer("/error/faults/1/column")
        .and_then(Value::as_u64);
    let begins = line.find("1, \"standing").map(|place| place + 1);
    assert_eq!(
        columns.and_then(|column| usize::try_from(column).ok()),
        begins
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
        "standing",
        "the field is missing, expected an object with `state`",
    );
    refuses(
        r#"{"ask": "lifecycle.judge", "standing": {"state": {"active": "initial"}}}"#,
        "standing.since",
        "the field is missing, expected a date such as `\"2024-12-31\"`",
    );
    refuses(
        &with_facts("{}"),
        "facts.as-of",
        "the field is missing, expected a date",
    );
    refuses(
        &with_facts(r#"{"as-of": "2024-02-30"}"#),
        "facts.as-of",
        "\"2024-02-30\" is not a date, expected year, month and day as ISO 8601 writes them",
    );
    refuses(
        &with_facts(r#"{"as-of": "2024-06-01", "as-of": "2024-06-01"}"#),
        "facts.as-of",
        "the field stands twice, expected it once",
    );
    refuses(
        &with_facts(r#"{"as-of": "2024-06-01", "shares": null}"#),
        "facts.shares",
        "no field has this name, expected one of `as-of`",
    );
    refuses(
        &with_facts(
            r#"{"as-of": "2024-06-01", "share": {"value": {"of": {"part": "1", "part": "1", "whole": "2"}}, "grade": "measured"}}"#,
        ),
        "facts.share.value.of.part",
        "the field stands twice, expected it once",
    );
    refuses(
        &with_facts(
            r#"{"as-of": "2024-06-01", "share": {"value": {"of": {"part": 1, "whole": "2"}}, "grade": "measured"}}"#,
        ),
        "facts.share.value.of.part",
        "got 1, expected a decimal such as",
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
        "got \"steady\", expected one of `\"development\"`",
    );
    refuses(
        &GOOD.replace("stage", "stages"),
        "stages",
        "no field has this name, expected `stage`",
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
        "got -1, expected a whole number from 0 to 4294967295",
    );
    refuses(
        &format!("{rank}1.5}}"),
        "suppliers",
        "got 1.5, expected a whole number",
    );
    refuses(
        &format!("{rank}4294967296}}"),
        "suppliers",
        "got 4294967296, expected a whole number",
    );
}

#[test]
fn values_that_cannot_be_together_have_a_code_of_their_own() {
    let rank = r#"{"ask": "lifecycle.estimate_from_rank", "better": 3, "tied": 0, "suppliers": 3}"#;
    refuses(
        rank,
        "impossible-ranks",
        "suppliers",
        "3 better and 0 tied suppliers leave no place",
    );
    let early = format!(r#"{{{MOVE}{{"as-of": "2023-12-31"}}}}"#);
    refuses(
        early,
        "impossible-facts",
        "facts",
        "facts as of 2023-12-31 are older than the standing",
    );
    let card = r#"{"ask": "rulebook.card", "rule": "LIF-99"}"#;
    refuses(
        card,
        "unknown-rule",
        "rule",
        "this version has no card for rule LIF-99",
    );
}

#[test]
fn every_error_of_a_function_has_its_path_and_its_column() {
    let promise = r#"{"id": "speed", "due": "2024-03-01", "kept-on": null, "nature": "lawful"}"#;
    let other = promise.replace("speed", "price");
    let facts = format!(
        r#"{{"foundations": {{"promises": {{"value": [{promise}, {promise}, {other}, {other}], "grade": "measured"}}}}}}"#
    );
    let line =
        format!(r#"{{"id": 1, "ask": "loyalty.assess", "as-of": "2024-12-31", "facts": {facts}}}"#);
    let column = |value: &str| {
        line.split(value)
            .next()
            .map_or(0, |before| before.len() + 1)
    };
    let promises = column(r#"{"promises""#);
    let fault = |column: usize, path: &str, message: &str| {
        format!(
            r#"{{"column":{column},"code":"impossible-loyalty-facts","path":"{path}","message":"{message}"}}"#
        )
    };
    let twice = "each promise is there once, got `speed` twice";
    let again = "each promise is there once, got `price` twice";
    let faults = [
        fault(promises, "facts.foundations", twice),
        fault(promises, "facts.foundations", again),
    ];
    let faults = faults.join(",");
    replies(
        &line,
        &format!(
            r#"{{"id":1,"error":{{"code":"impossible-loyalty-facts","path":"facts.foundations","message":"{twice}","column":{promises},"faults":[{faults}]}}}}"#
        ),
    );
}

#[test]
fn every_error_of_a_dossier_has_its_path_and_its_column() {
    let parties = r#"{"supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"}, "supplier-operator": {"vacant": {"since": "2024-05-01"}}, "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"}, "customer-operator": {"vacant": {"since": "2024-05-01"}}}"#;
    let promise = r#"{"id": "speed", "due": "2024-03-01", "kept-on": null, "nature": "lawful"}"#;
    let line = format!(
        r#"{{"ask": "review.review", "dossier": {{"party": {{"parties": {parties}}}, "loyalty": {{"foundations": {{"promises": {{"value": [{promise}, {promise}], "grade": "measured", "on": "2024-06-30"}}}}}}, "lifecycle": {{"standing": {{"state": {{"active": "initial"}}, "since": "2025-01-01"}}, "stage": {{"as-of": "2024-12-31"}}}}}}}}"#
    );
    let reply = json(&oracle().reply(line.as_bytes()));
    let field = |pointer: &str| reply.pointer(pointer).and_then(Value::as_str);
    assert_eq!(
        field("/error/path"),
        Some("dossier.loyalty.foundations"),
        "{reply}"
    );
    assert_eq!(
        field("/error/faults/0/path"),
        Some("dossier.loyalty.foundations"),
        "{reply}"
    );
    assert_eq!(
        field("/error/faults/1/path"),
        Some("dossier.lifecycle.stage"),
        "{reply}"
    );
    let column = line
        .split(r#"{"as-of""#)
        .next()
        .map(|before| before.len() + 1);
    let told = reply
        .pointer("/error/faults/1/column")
        .and_then(Value::as_u64);
    assert_eq!(
        told,
        column.and_then(|column| u64::try_from(column).ok()),
        "{reply}"
    );
}
