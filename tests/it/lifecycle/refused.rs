//! JSON that is no standing, no move and no facts.

use keqing::lifecycle::StageFacts;
use keqing::lifecycle::moves::{Event, Move};
use keqing::lifecycle::profile::Strategy;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;

use crate::support::golden::refuses;

#[test]
fn standings_and_moves_that_cannot_be_are_refused() {
    refuses::<Standing>(
        r#"{"state": {"active": "initial"}, "since": "2024-01-01", "stepped-up": "2024-01-02"}"#,
        "a move on 2024-01-02 is later than the standing, which began on 2024-01-01",
    );
    refuses::<Standing>(
        r#"{"state": {"active": "initial"}, "since": "2024-01-01", "fell": "2024-06-01"}"#,
        "a move on 2024-06-01 is later than the standing, which began on 2024-01-01",
    );
    refuses::<Standing>(
        r#"{"state": {"active": "initial"}}"#,
        "missing field `since`",
    );
    refuses::<Standing>(
        r#"{"state": {"active": "initial"}, "since": "2024-02-30"}"#,
        "input is out of range",
    );
    refuses::<Standing>(
        r#"{"state": {"active": "initial"}, "since": "1.2.2024"}"#,
        "input contains invalid characters",
    );
    refuses::<Standing>(
        r#"{"state": {"active": "initial"}, "since": 20240101}"#,
        "invalid type: integer",
    );
    refuses::<State>(
        r#""active""#,
        "invalid type: unit variant, expected newtype variant",
    );
    refuses::<State>(
        r#"{"active": "initial", "interrupted": "initial"}"#,
        "expected value",
    );
    refuses::<Move>(r#"{"advance": {}}"#, "missing field `to`");
    refuses::<Move>(
        r#"{"advance": {"to": "stable", "by": 2}}"#,
        "unknown field `by`, expected `to`",
    );
    refuses::<Move>(r#""rise""#, "unknown variant `rise`");
    refuses::<Event>(
        r#"{"advanced": {"from": "initial", "to": "stable"}}"#,
        "missing field `on`",
    );
}

#[test]
fn facts_that_cannot_be_are_refused() {
    refuses::<StageFacts>("{}", "missing field `as-of`");
    refuses::<StageFacts>(
        r#"{"as-of": "2024-12-31", "as_of": "2024-12-31"}"#,
        "unknown field `as_of`",
    );
    refuses::<StageFacts>(
        r#"{"as-of": "2024-12-31", "as-of": "2024-12-31"}"#,
        "duplicate field `as-of`",
    );
    refuses::<StageFacts>(
        r#"{"as-of": "2024-12-31", "partnership": "present"}"#,
        "invalid type: string \"present\", expected a value with its grade",
    );
    refuses::<StageFacts>(
        r#"{"as-of": "2024-12-31", "departments": {"value": ["kitchen"], "grade": "measured"}}"#,
        "`kitchen` is no ",
    );
    refuses::<ShareOfWallet>(
        r#"{"of": {"part": "1", "whole": "0"}}"#,
        "a share needs a whole above zero",
    );
    refuses::<Strategy>(
        r#"{"stage": "initial", "aim": null}"#,
        "unknown field `aim`",
    );
    refuses::<Strategy>(
        r#"{"stage": "None"}"#,
        r#"got "None" for a part of a strategy"#,
    );
}
