//! The whole policy: its JSON, and what is refused.

use keqing::lifecycle::LifecyclePolicy;
use keqing::policy::Policy;

use crate::support::errors::{Failure, day};
use crate::support::golden::{golden, refuses};

#[test]
fn the_whole_policy_has_a_name_and_a_date() -> Result<(), Failure> {
    let policy = Policy::standard().with_version("ours", day("2025-01-01")?);
    let party = include_str!("../golden/party-policy.json");
    let satisfaction = include_str!("../golden/satisfaction-policy.json");
    let loyalty = serde_json::to_string(policy.loyalty())?;
    let receivable = include_str!("../golden/receivable-policy.json");
    let lifecycle = include_str!("../golden/lifecycle-policy.json");
    golden(
        &policy,
        &format!(
            r#"{{"version": "ours", "effective": "2025-01-01", "party": {party}, "satisfaction": {satisfaction}, "loyalty": {loyalty}, "receivable": {receivable}, "lifecycle": {lifecycle}}}"#
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
    let json = include_str!("../golden/party-policy.json");
    let lifecycle = include_str!("../golden/lifecycle-policy.json");
    let whole = format!(r#"{{"effective": "none", "party": {json}, "lifecycle": {lifecycle}}}"#);
    refuses::<Policy>(&whole, "missing field `version`");
    refuses::<Policy>(
        &whole.replacen("none", "2025-13-01", 1),
        "input is out of range",
    );
}
