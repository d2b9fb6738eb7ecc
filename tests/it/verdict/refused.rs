//! JSON that is no finding and no verdict.

use keqing::verdict::{
    Assessment, Change, Decision, Evidence, Finding, Reading, RuleId, RuleSet, Subject, Tally,
    Verdict,
};

use super::golden::FINDING;
use crate::support::golden::refuses;

#[test]
fn verdicts_that_cannot_be_are_refused() {
    let refused = |decision: &str, follows: &str| {
        let json = format!(r#"{{"decision": "{decision}", "findings": [{FINDING}]}}"#);
        let words = format!(
            "the decision `{decision}` does not follow from the findings, which decide `{follows}`"
        );
        refuses::<Verdict>(&json, &words);
    };
    refused("permit", "deny");
    refused("undecided", "deny");
    refuses::<Verdict>(
        r#"{"decision": "deny", "findings": []}"#,
        "the decision `deny` does not follow from the findings, which decide `permit`",
    );
    refuses::<Verdict>(
        r#"{"decision": {"escalate": "manager"}, "findings": []}"#,
        "the decision `escalate to manager` does not follow from the findings, which decide `permit`",
    );
    refuses::<Verdict>(r#"{"decision": "permit"}"#, "missing field `findings`");
    refuses::<Verdict>(r#"{"findings": []}"#, "missing field `decision`");
    refuses::<Verdict>(
        r#"{"decision": "permit", "findings": [], "why": ""}"#,
        "unknown field `why`",
    );
    refuses::<Verdict>(
        r#"{"decision": "allow", "findings": []}"#,
        "unknown variant `allow`",
    );
    refuses::<Decision>(r#"{"escalate": "boss"}"#, "`boss` is no ");
    refuses::<Decision>(r#""escalate""#, "invalid type: unit variant");
    refuses::<RuleSet>(
        r#"["LIF-99"]"#,
        "the rulebook of this version lists no rule LIF-99",
    );
    refuses::<RuleSet>(
        r#"["lif-05"]"#,
        "`lif-05` is no rule id, expected two to six capitals",
    );
    refuses::<RuleId>("5", "invalid type: integer `5`, expected a string");
}

#[test]
fn findings_that_cannot_be_are_refused() {
    refuses::<Finding>(
        &FINDING.replace("\"bar\"", "\"grave\""),
        "unknown variant `grave`",
    );
    refuses::<Finding>(
        &FINDING.replace("\"fact\": \"share\",", ""),
        "missing field `fact`",
    );
    refuses::<Finding>(
        &FINDING.replace("117", "1468"),
        "a share is at most 100 %, got 1468 of 250",
    );
    refuses::<Evidence>(
        r#"{"fact": "share", "weight": 1}"#,
        "unknown field `weight`",
    );
    refuses::<Reading>(
        r#"{"count": {"observed": 1, "bound": "at-most"}}"#,
        "missing field `required`",
    );
    refuses::<Reading>(
        r#"{"number": {"observed": 1, "bound": "at-most", "required": "0"}}"#,
        "invalid type: integer `1`, expected a string",
    );
    refuses::<Subject>(r#"{"person": {"side": "supplier"}}"#, "missing field `id`");
    refuses::<Tally>(
        r#"{"decision": "permit", "breached": []}"#,
        "missing field `missing`",
    );
    refuses::<Change>(r#"{"learn": {"grades": null}}"#, "unknown field `grades`");
    refuses::<Assessment<u8>>(r#"{"value": 1}"#, "missing field `findings`");
}
