//! The policy of a house, which states only what differs.

use std::path::Path;

use anyhow::Result;
use keqing::policy::Policy;

use crate::document;

/// Returns a policy with the fields that a file replaces.
pub(crate) fn over(policy: &Policy, file: &Path) -> Result<Policy> {
    overlaid(policy, &document::text(file)?, file)
}

/// Returns a policy with the fields that a text replaces, in JSON or, if its name says so, in TOML.
pub(crate) fn overlaid(policy: &Policy, text: &str, name: &Path) -> Result<Policy> {
    let tree = document::tree(text, name)?;
    let house = Policy::overlaid(policy, &tree).map_err(|faults| document::told(text, &faults))?;
    // The name of a policy is not that of one that differs from it.
    if house.version() == policy.version() && house != *policy {
        let (version, effective) = (format!("{}, changed", policy.version()), *house.effective());
        return Ok(house.with_version(version, effective));
    }
    Ok(house)
}
