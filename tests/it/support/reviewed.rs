//! The dossier that the example shows, and its review under the standard policy.

use anyhow::Result;
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{Review, review};
use serde_json::{Value, json};

/// The dossier that the example shows: a customer that is held by a contract and a rebate.
pub(crate) fn embedded() -> Result<Value> {
    Ok(serde_json::from_str(include_str!(
        "../../../examples/review/dossier.json"
    ))?)
}

/// The same dossier without its contradiction, its expired fact and its acceptances.
#[expect(
    clippy::indexing_slicing,
    reason = "a missing place of a document fails the test"
)]
pub(crate) fn agreeing() -> Result<Value> {
    let mut dossier = embedded()?;
    let first = dossier["lifecycle"]["stage"]["partnership"][0].take();
    dossier["lifecycle"]["stage"]["partnership"] = first;
    dossier["acceptances"] = json!([]);
    let ties = dossier["party"]["ties"].as_array_mut();
    for tie in ties.into_iter().flatten().filter_map(Value::as_object_mut) {
        if tie.get("supplier") == Some(&json!("zhou-tao")) {
            tie.remove("affect");
        }
    }
    Ok(dossier)
}

pub(crate) fn reviewed(dossier: &Value) -> Result<Review> {
    let dossier: Dossier = serde_json::from_value(dossier.clone())?;
    Ok(review(&Policy::standard(), &dossier)?)
}
