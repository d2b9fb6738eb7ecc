//! JSON that is nobody, no tie, no feeling, and no policy about them.

use keqing::party::PartyPolicy;
use keqing::party::action::{Action, Effect};
use keqing::party::alignment::{Conflict, SideFacts};
use keqing::party::continuity::{CoverageTarget, Departure, Ties};
use keqing::party::feeling::{Emotion, Polarity};
use keqing::party::parties::{FourParty, Operators, Parties, Register};
use keqing::party::people::{Coaching, TrainedStaff};
use keqing::vocab::benefit::Clearance;
use keqing::vocab::known::Stated;
use keqing::vocab::name::Label;
use keqing::vocab::words::TrustLevel;

use crate::support::golden::refuses;

#[test]
fn parties_that_cannot_be_are_refused() {
    let li = r#"{"id": "li", "department": "sales", "level": "operator"}"#;
    let vacant = r#"{"vacant": {"since": "2024-03-01"}}"#;
    let parties = |operator: &str, customer: &str| {
        format!(
            r#"{{
                "supplier-organization": {{"id": "s-1", "name": "Valves"}}, {operator}
                "customer-organization": {{"id": "{customer}", "name": "Pumps"}},
                "customer-operator": {vacant}
            }}"#
        )
    };
    let missing = "the supplier-operator is missing, a relationship has four parties (PTY-01)";
    refuses::<Parties>(&parties("", "c-1"), missing);
    refuses::<Parties>(&parties("\"supplier-operator\": null,", "c-1"), missing);
    let people = format!(r#""supplier-operator": {{"people": [{li}]}},"#);
    refuses::<Parties>(
        &parties(&people, "s-1"),
        "a relationship joins two organizations, got `s-1` on both sides",
    );
    refuses::<Parties>(
        &parties("\"seller\": null,", "c-1"),
        "unknown field `seller`",
    );
    refuses::<Operators>(
        r#"{"people": []}"#,
        "an operator is one or more people, got none",
    );
    refuses::<Operators>(
        &format!(r#"{{"people": [{li}, {li}]}}"#),
        "`li` has two offices, expected one office a day",
    );
    refuses::<Operators>(
        r#"{"left": {"since": "2024-03-01", "people": []}}"#,
        "an operator is one or more people, got none",
    );
    let still =
        format!(r#""supplier-operator": {{"left": {{"since": "2024-03-01", "people": [{li}]}}}},"#);
    refuses::<Parties>(
        &parties(&still, "c-1"),
        "the place is vacant since 2024-03-01, and `li` acts on that day: give `until`",
    );
    refuses::<Operators>(r#"{"vacant": {}}"#, "missing field `since`");
    refuses::<Operators>(r#""vacant""#, "invalid type: unit variant");
    refuses::<FourParty<u8>>(
        r#"{"supplier-organization": 1, "supplier-operator": 2, "customer-organization": 3}"#,
        "missing field `customer-operator`",
    );
    refuses::<Label>(
        r#"" ""#,
        "a name has one to 96 bytes that are not all blank",
    );
}

#[test]
fn sides_and_effects_that_cannot_be_are_refused() {
    refuses::<SideFacts>(
        r#"{"operators": []}"#,
        "the interests of a side are those of one or more people, got none",
    );
    refuses::<SideFacts>(
        r#"{"operators": [{"id": "li"}, {"id": "li"}]}"#,
        "each person is named once, got `li` twice",
    );
    refuses::<SideFacts>("{}", "missing field `operators`");
    refuses::<Conflict>(
        r#"{"name": "bonus", "weight": 0, "state": "resolved"}"#,
        "invalid value: integer `0`, expected a nonzero u32",
    );
    refuses::<Effect>(r#"{"direction": "bad"}"#, "`bad` is no ");
    refuses::<Effect>(r#"{"countermeasure": null}"#, "missing field `direction`");
    refuses::<Effect>(
        r#"{"direction": "negative", "countermeasure": "longer terms"}"#,
        "invalid type: string \"longer terms\", expected an object",
    );
    refuses::<Effect>(
        r#"{"direction": "negative", "countermeasure": {"what": "longer terms", "who": "li"}}"#,
        "missing field `by`",
    );
    refuses::<Clearance>(
        r#"{"word": "present", "grade": "measured", "on": "2024-06-01"}"#,
        "missing field `scope`",
    );
    refuses::<Stated<TrustLevel>>(
        r#"[{"value": "full", "grade": "measured", "since": "2024-06-01"}]"#,
        "unknown field `since`",
    );
    refuses::<Action>(r#"{"actor": "supplier"}"#, "`supplier` is no ");
    refuses::<Action>(
        r#"{"actor": "supplier-operator", "why": 1}"#,
        "unknown field `why`",
    );
    refuses::<TrainedStaff>(
        r#"{"trained": 5, "staff": 4}"#,
        "5 of 4 people are given, expected at most 4",
    );
    refuses::<TrainedStaff>(
        r#"{"trained": 0, "staff": 0}"#,
        "a team has at least 1 person, got 0",
    );
    refuses::<Coaching>(
        r#"{"mentored": 1, "newcomers": 0}"#,
        "1 of 0 people are given",
    );
    refuses::<Polarity>(
        r#""10.1""#,
        "a polarity is from -10 to 10 with at most 12 decimals, got 10.1",
    );
    refuses::<Polarity>("1", "invalid type: integer `1`, expected a string");
    refuses::<Emotion>(r#""joy""#, "unknown variant `joy`");
    refuses::<Emotion>(r#"{"other": {"name": "envy"}}"#, "missing field `polarity`");
}

#[test]
fn ties_and_departures_that_cannot_be_are_refused() {
    let tie = |supplier: &str, customer: &str| {
        format!(r#"{{"supplier": "{supplier}", "customer": "{customer}", "weight": 1}}"#)
    };
    let ties = |one: &str, other: &str| format!("[{one}, {other}]");
    let one = tie("li", "wang");
    refuses::<Ties>(
        &ties(&one, &one),
        "the pair `li` and `wang` is tied twice, expected one tie with all its weight",
    );
    refuses::<Ties>(
        &ties(&one, &tie("wang", "li")),
        "the person `li` stands on both sides, expected one of them",
    );
    let named = r#"[{"supplier": {"id": "li"}, "customer": "wang", "weight": 1}]"#;
    refuses::<Ties>(named, "invalid type: map, expected a string");
    refuses::<Ties>(
        &format!("[{}]", one.replace(": 1", ": 0")),
        "invalid value: integer `0`",
    );
    refuses::<Departure>(
        r#"{"side": "supplier", "person": "li", "event": {"past": {"since": "2024-06-30"}}}"#,
        "invalid type: map, expected ",
    );
    refuses::<Departure>(
        r#"{"side": "supplier", "event": "soured"}"#,
        "missing field `person`",
    );
    refuses::<Register>(
        r#"{"supplier": [{"id": "li", "department": "sales", "level": "boss"}]}"#,
        "`boss` is no ",
    );
    refuses::<Register>(
        r#"{"supplier": [{"id": "li", "department": "sales", "level": "operator", "from": "2024-06-01", "until": "2024-05-31"}]}"#,
        "the office of `li` begins on 2024-06-01 and ends on 2024-05-31",
    );
    refuses::<CoverageTarget>(r#"{"department": 2}"#, "unknown field `department`");
}

/// The golden policy with one text replaced by another is refused.
#[track_caller]
fn refused(from: &str, to: &str, reason: &str) {
    let json = include_str!("../../golden/party-policy.json");
    assert!(json.contains(from), "{from} is not in the policy");
    refuses::<PartyPolicy>(&json.replacen(from, to, 1), reason);
}

#[test]
fn policies_of_moods_and_ties_that_contradict_themselves_are_refused() {
    let polarity = "pleasure lies above 0, doubt, suspicion and anger below, got";
    refused(
        r#""pleasure": "1""#,
        r#""pleasure": "0""#,
        &format!("{polarity} 0"),
    );
    refused(
        r#""anger": "-2""#,
        r#""anger": "2""#,
        &format!("{polarity} 2"),
    );
    refused(
        r#""part": "1""#,
        r#""part": "0""#,
        "the smoothing is above nothing, got 0.0 %",
    );
    refused(
        r#""warning-from": {
      "part": "3""#,
        r#""warning-from": {
      "part": "0""#,
        "the limits must rise from nothing: warning from 0.0 %, critical from 100.0 %",
    );
    refused(
        r#""soured-below": "0""#,
        r#""soured-below": 0"#,
        "invalid type: integer `0`, expected a string",
    );
    refused(
        r#""deputy": "bar""#,
        r#""deputy": "no""#,
        "unknown variant `no`",
    );
    refused(
        r#""at-risk-above": {
      "part": "3""#,
        r#""at-risk-above": {
      "part": "10""#,
        "the limits of a loss must rise: at risk above 100.0 %, broken from 100.0 %",
    );
    refused(
        r#""word-days": 365"#,
        r#""word-days": null"#,
        "got null for a choice of a policy, expected its value, or `\"none\"` for off",
    );
    refused(r#""mood""#, r#""moods""#, "unknown field `moods`");
}

#[test]
fn policies_about_our_people_that_contradict_themselves_are_refused() {
    refused(
        r#""recognition-window": 365"#,
        r#""recognition-window": 0"#,
        "recognition is counted in a window",
    );
    refused(
        r#""departments-beyond": 1"#,
        r#""departments-beyond": 11"#,
        "11 departments besides marketing",
    );
    refused(
        r#""departments-beyond": 1"#,
        r#""departments-beyond": 0"#,
        "invalid value: integer `0`",
    );
    refused(
        r#""internal-service-from": 3"#,
        r#""internal-service-from": 6"#,
        "rating 6 is out of range",
    );
}
