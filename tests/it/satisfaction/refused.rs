//! JSON that is no mark, no measurement, no standard, and no policy about them.

use keqing::satisfaction::decision::DecisionRecord;
use keqing::satisfaction::expectation::{ExpectationRecord, Experience, FeatureHistory};
use keqing::satisfaction::measurement::{Context, Measurement};
use keqing::satisfaction::needs::{LevelRatings, PersonNeeds};
use keqing::satisfaction::offer::OfferAttribute;
use keqing::satisfaction::score::{Scale, Score};
use keqing::satisfaction::value::{Criteria, Proposition, ValueJudgement};
use keqing::satisfaction::{SatisfactionFacts, SatisfactionPolicy};

use crate::support::golden::refuses;

const TEN: &str = r#"{"lowest": "0", "highest": "10"}"#;
const FIVE: &str = r#"{"lowest": "1", "highest": "5"}"#;

fn score(value: &str, scale: &str) -> String {
    format!(r#"{{"value": "{value}", "scale": {scale}}}"#)
}

#[test]
fn marks_that_cannot_be_are_refused() {
    refuses::<Scale>(
        r#"{"lowest": "10", "highest": "0"}"#,
        "a scale runs from its worst mark up to its best, got 10 to 0",
    );
    refuses::<Scale>(
        r#"{"lowest": 0, "highest": "10"}"#,
        "invalid type: integer `0`, expected a string",
    );
    refuses::<Scale>(r#"{"lowest": "0"}"#, "missing field `highest`");
    refuses::<Score>(
        &score("11", TEN),
        "a score of 11 is outside its scale, expected 0 to 10",
    );
    refuses::<Score>(r#"{"value": "7"}"#, "missing field `scale`");
    refuses::<Context>(r#"{"place": "house"}"#, "missing field `occasion`");
    refuses::<Context>(
        r#"{"place": "house", "occasion": " "}"#,
        "a name has one to 96 bytes that are not all blank",
    );
}

#[test]
fn measurements_without_a_context_or_on_two_scales_are_refused() {
    let measured = |context: &str, perceived: &str| {
        let expected = score("3", TEN);
        format!(
            r#"{{{context} "on": "2024-05-06", "grade": "measured", "expected": {expected}, "perceived": {perceived}}}"#
        )
    };
    let missing =
        "the context is missing, satisfaction is measured for one place and occasion (SAT-06)";
    refuses::<Measurement>(&measured("", &score("3", TEN)), missing);
    refuses::<Measurement>(&measured("\"context\": null,", &score("3", TEN)), missing);
    let lunch = r#""context": {"place": "house", "occasion": "lunch"},"#;
    refuses::<Measurement>(
        &measured(lunch, &score("3", FIVE)),
        "a score on 1 to 5 and one on 0 to 10 cannot be compared, expected one scale",
    );
    refuses::<Measurement>(
        &measured("\"where\": null,", &score("3", TEN)),
        "unknown field `where`",
    );
    refuses::<SatisfactionFacts>(r#"{"measurement": []}"#, "unknown field `measurement`");
}

#[test]
fn standards_that_make_no_whole_are_refused() {
    let criteria = |weights: &str| format!(r#"{{"grade": "measured", "weights": [{weights}]}}"#);
    let one =
        |name: &str, weight: &str| format!(r#"{{"criterion": "{name}", "weight": "{weight}"}}"#);
    refuses::<Criteria>(&criteria(""), "the weights total 0, expected 100");
    refuses::<Criteria>(
        &criteria(&one("a", "99.5")),
        "the weights total 99.5, expected 100",
    );
    let twice = [one("a", "50"), one("a", "50")].join(",");
    refuses::<Criteria>(
        &criteria(&twice),
        "each criterion is named once, got `a` twice",
    );
    refuses::<Criteria>(
        &criteria(&one("a", "0")),
        "a weight is above 0 with at most 12 decimals, got 0 for `a`",
    );
    refuses::<Criteria>(r#"{"weights": []}"#, "missing field `grade`");
    refuses::<Proposition>(r#"{"chances": {}}"#, "missing field `covers`");
    refuses::<Proposition>(
        r#"{"covers": [], "chances": {"value": ["buy"], "grade": "measured"}}"#,
        "unknown field `value`",
    );
}

#[test]
fn words_that_are_none_are_refused() {
    refuses::<Experience>(
        &format!(
            r#"{{"on": "2024-05-06", "perceived": {}}}"#,
            score("3", TEN)
        ),
        "missing field `announced`",
    );
    refuses::<ExpectationRecord>(r#"{"source": "rumour"}"#, "`rumour` is no ");
    refuses::<FeatureHistory>(
        r#"{"feature": "hotline", "introduced-as": "wow"}"#,
        "`wow` is no ",
    );
    refuses::<LevelRatings>(
        r#"{"basic-product": {"value": 6, "grade": "measured"}}"#,
        "rating 6 is out of range, expected 1 to 5",
    );
    refuses::<OfferAttribute>(
        r#"{"standard": {"action": "friendship"}}"#,
        "`friendship` is no ",
    );
    refuses::<PersonNeeds>(r#"{"respect": null}"#, "missing field `person`");
    refuses::<DecisionRecord>(r#"{"customer-view": null}"#, "missing field `decision`");
    refuses::<DecisionRecord>(
        r#"{"decision": "d-1", "customer-view": {"person": "wang"}}"#,
        "missing field `view`",
    );
    refuses::<ValueJudgement>(r#"{"customer": "c-1"}"#, "missing field `condition`");
}

#[test]
fn policies_that_ask_for_nothing_are_refused() {
    let json = include_str!("../../golden/satisfaction-policy.json");
    let refused = |from: &str, to: &str, reason: &str| {
        assert!(json.contains(from), "{from} is not in the policy");
        refuses::<SatisfactionPolicy>(&json.replacen(from, to, 1), reason);
    };
    refused(
        r#""validity": 90"#,
        r#""validity": 0"#,
        "a measurement holds for at least 1 day, got 0 days",
    );
    refused(
        r#""persistent-after": 2"#,
        r#""persistent-after": 0"#,
        "invalid value: integer `0`, expected a nonzero u32",
    );
    refused(
        r#""level-met-from": 3"#,
        r#""level-met-from": 1"#,
        "a level of needs is met from a mark above the worst, got 1",
    );
    refused(
        r#""ratchet": "full""#,
        r#""ratchet": {"adaptive": {"share": {"part": "0", "whole": "1"}}}"#,
        "an expectation moves by more than nothing, got 0.0 %",
    );
    refused(
        r#""one-off": "set-aside""#,
        r#""one-off": "forgotten""#,
        "`forgotten` is no ",
    );
    refused(r#""decay-cycles""#, r#""decay""#, "unknown field `decay`");
    let all = r#""disappointment-tolerance": {"part": "1", "whole": "1"}"#;
    refused(
        r#""disappointment-tolerance": {
    "part": "1",
    "whole": "20"
  }"#,
        all,
        "a tolerance leaves a part of the scale to disappoint, got 100.0 %",
    );
    refused(
        r#""fit-from": "none""#,
        r#""fit-from": "0 %""#,
        "a threshold of fit is above nothing, got 0.0 %: `\"none\"` is for no threshold",
    );
}
