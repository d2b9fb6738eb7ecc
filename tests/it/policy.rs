//! The whole policy: its JSON, and what is refused.

use keqing::lifecycle::LifecyclePolicy;
use keqing::policy::{EffectivePeriod, Policy};

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, refuses};

#[test]
fn the_whole_policy_has_a_name_and_a_date() -> Result<(), Failure> {
    let from = EffectivePeriod::new(Some(day("2025-01-01")?), None)?;
    let policy = Policy::standard().with_version("ours", from);
    let party = include_str!("../golden/party-policy.json");
    let satisfaction = include_str!("../golden/satisfaction-policy.json");
    let loyalty = serde_json::to_string(policy.loyalty())?;
    let receivable = include_str!("../golden/receivable-policy.json");
    let lifecycle = include_str!("../golden/lifecycle-policy.json");
    golden(
        &policy,
        &format!(
            r#"{{"version": "ours", "effective": {{"from": "2025-01-01", "until": "none"}}, "authorities": ["operator", "manager", "executive"], "acceptance": {{"notice": "operator", "warning": "manager", "critical": "executive", "bar": "executive", "longest-days": 366}}, "party": {party}, "satisfaction": {satisfaction}, "loyalty": {loyalty}, "receivable": {receivable}, "lifecycle": {lifecycle}}}"#
        ),
    );
    assert_eq!(
        serde_json::from_str::<LifecyclePolicy>(lifecycle)?,
        *policy.lifecycle()
    );
    Ok(())
}

#[test]
fn the_whole_policy_is_named_and_dated() {
    let party = include_str!("../golden/party-policy.json");
    let lifecycle = include_str!("../golden/lifecycle-policy.json");
    let whole = |effective: &str| {
        format!(r#"{{"effective": {effective}, "party": {party}, "lifecycle": {lifecycle}}}"#)
    };
    let always = r#"{"from": "none", "until": "none"}"#;
    refuses::<Policy>(
        &whole(always),
        "version: the field is missing, expected a text",
    );
    refuses::<Policy>(
        &whole(r#"{"from": "2025-13-01", "until": "none"}"#),
        "effective.from: \"2025-13-01\" is not a date, expected year, month and day",
    );
    refuses::<Policy>(
        &whole(r#"{"from": "2025-01-02", "until": "2025-01-01"}"#),
        "effective: a policy holds from 2025-01-02 until 2025-01-01",
    );
    refuses::<Policy>(
        &whole("null"),
        "effective: got null, expected an object with `from` and `until`",
    );
}
