//! The dossier that the example shows, and its review under the standard policy.

use anyhow::Result;
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{Review, review};
use serde_json::Value;

/// The dossier that the example shows: a customer that is held by a contract and a rebate.
pub(crate) fn embedded() -> Result<Value> {
    Ok(serde_json::from_str(include_str!(
        "../../../examples/review/dossier.json"
    ))?)
}

pub(crate) fn reviewed(dossier: &Value) -> Result<Review> {
    let dossier: Dossier = serde_json::from_value(dossier.clone())?;
    Ok(review(&Policy::standard(), &dossier)?)
}
