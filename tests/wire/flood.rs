//! Ten megabytes in one line.

use crate::{ANSWER, GOOD, MOVE, oracle, refuses};

const TEN_MEGABYTES: usize = 10_000_000;

/// A text of ten megabytes that goes ten million levels deep, or nearly so.
fn nested(opening: &str) -> String {
    opening.repeat(count(opening.len()))
}

/// Returns the number of pieces of a length that make ten megabytes.
fn count(length: usize) -> usize {
    TEN_MEGABYTES.checked_div(length).unwrap_or_default()
}

#[test]
fn ten_megabytes_of_brackets_neither_overflow_the_stack_nor_take_long() {
    for opening in ["[", "[{\"a\":", "{\"a\":", "[[],"] {
        let deep = nested(opening);
        let malformed = |line: String| refuses(line, "malformed-line", "", "");
        malformed(deep.clone());
        // The line ends before its brackets do, wherever they stand.
        malformed(format!(r#"{{"id": {deep}"#));
        malformed(format!("{{{MOVE}{deep}"));
        malformed(format!(r#"{{"ask": "lifecycle.profile", "policy": {deep}"#));
    }
}

#[test]
fn ten_megabytes_of_brackets_that_close_are_refused_where_they_stand() {
    let pairs = [
        ("[", "]", "[0]".repeat(64)),
        ("{\"a\":", "}", ".a".repeat(64)),
        ("[{\"a\":", "}]", "[0].a".repeat(32)),
    ];
    for (opening, closing, path) in pairs {
        let below = |name: &str| format!("{name}{path}");
        let levels = count([opening, closing].concat().len());
        let deep = [opening.repeat(levels), "0".into(), closing.repeat(levels)].concat();
        let is_list = opening.starts_with('[');
        let deeper = "more lists and objects inside each other, expected at most 64";
        if is_list {
            refuses(&deep, "malformed-line", &path, deeper);
        } else {
            refuses(&deep, "bad-argument", &below("a"), deeper);
        }
        let facts = format!("{{{MOVE}{deep}}}");
        refuses(facts, "bad-argument", &below("facts"), deeper);
        let policy = GOOD.replace("\"ask\"", &format!(r#""policy": {deep}, "ask""#));
        refuses(policy, "bad-policy", &below("policy"), deeper);
        let ask = format!(r#"{{"ask": {deep}}}"#);
        refuses(ask, "malformed-line", &below("ask"), deeper);
        let unknown = GOOD.replace("\"ask\"", &format!(r#""extra": {deep}, "ask""#));
        refuses(unknown, "bad-argument", &below("extra"), deeper);
        let id = GOOD.replace("\"good\"", &deep);
        assert_eq!(
            oracle().reply(id.as_bytes()),
            ANSWER.replace("\"good\"", &deep)
        );
    }
}

#[test]
fn ten_megabytes_of_anything_else_are_refused_soon() {
    let text = "客".repeat(count(3));
    refuses(&text, "malformed-line", "", "expected value");
    refuses(
        GOOD.replace("development", &text),
        "bad-argument",
        "stage",
        "a text of 9999999 bytes, expected at most 65536",
    );
    refuses(
        GOOD.replace("lifecycle.profile", &text),
        "malformed-line",
        "ask",
        "a text of 9999999 bytes, expected at most 65536",
    );
    let digits = "9".repeat(TEN_MEGABYTES);
    refuses(
        GOOD.replace("\"development\"", &digits),
        "bad-argument",
        "stage",
        "",
    );
    let share = format!(
        r#"{{{MOVE}{{"as-of": "2024-06-01", "rival-share": {{"grade": "measured", "value": {{"part": "1", "whole": "{digits}"}}}}}}}}"#
    );
    refuses(
        share,
        "bad-argument",
        "facts.rival-share.value.whole",
        "a text of 10000000 bytes, expected at most 65536",
    );
    let names: String = (0..count(12))
        .map(|name| format!("\"{name:07}\":0,"))
        .collect();
    let many = GOOD.replace("\"ask\"", &format!("{names} \"ask\""));
    refuses(
        many,
        "bad-argument",
        "0000000",
        "no field has this name, expected `stage`",
    );
    let overrides = GOOD.replace(
        "\"ask\"",
        &format!("\"policy\": {{{names} \"z\": 0}}, \"ask\""),
    );
    refuses(
        overrides,
        "bad-policy",
        "policy.0000000",
        "no field has this name, expected one of ",
    );
}
