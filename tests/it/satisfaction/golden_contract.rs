//! The JSON of facts, picture and policy as a whole.

use keqing::satisfaction::{
    RatchetMode, SatisfactionFacts, SatisfactionGiven, SatisfactionPolicy, assess,
};
use keqing::vocab::share::Share;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, shorter};

#[test]
fn what_was_not_told_is_null_or_empty() -> Result<(), Failure> {
    let facts = SatisfactionFacts::default();
    golden(
        &facts,
        r#"{
            "context": null, "measurements": [], "drivers": [], "levels": null, "people": [],
            "expectations": [], "experiences": null, "features": [], "offer": [], "decisions": [],
            "value-drivers": [], "judgements": [], "criteria": null, "proposition": null
        }"#,
    );
    shorter("{}", &facts);
    golden(
        &assess(
            &SatisfactionPolicy::standard(),
            &facts,
            &SatisfactionGiven::new(day("2024-05-31")?),
        )?,
        r#"{
            "satisfaction": null, "drivers": null, "levels": null, "people": null,
            "expectation": null, "ratchet": null, "features": [], "offer": null, "decisions": null,
            "value-drivers": null, "values": null, "criteria": null, "proposition": null,
            "expired": [], "ahead": 0
        }"#,
    );
    Ok(())
}

#[test]
fn the_policy_of_satisfaction_is_written_out_in_full() -> Result<(), Failure> {
    golden(
        &SatisfactionPolicy::standard(),
        include_str!("../../golden/satisfaction-policy.json"),
    );
    golden(&RatchetMode::Full, r#""full""#);
    golden(
        &RatchetMode::Adaptive {
            share: Share::new(1, 2)?,
        },
        r#"{"adaptive": {"share": {"part": "1", "whole": "2"}}}"#,
    );
    Ok(())
}
