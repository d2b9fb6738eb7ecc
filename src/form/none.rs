//! The JSON form of a choice that may be switched off: `"none"` says so, and nothing is left out.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::tree::Tree;
use crate::form::tree_reader::Reader;

/// Writes `"none"` for `None`, for `#[serde(with = "…")]`.
pub(crate) fn serialize<T: Serialize, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        None => serializer.serialize_str("none"),
        Some(value) => value.serialize(serializer),
    }
}

/// Reads `"none"` as `None`, for `#[serde(with = "…")]`; a missing field and `null` are refused.
pub(crate) fn deserialize<'de, T: serde::de::DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let tree = Tree::deserialize(deserializer)?;
    if tree == Tree::from("none") {
        return Ok(None);
    }
    T::deserialize(Reader(&tree))
        .map(Some)
        .map_err(serde::de::Error::custom)
}
