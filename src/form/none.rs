//! The JSON form of a choice that may be switched off by `"none"`; the field is never left out.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::read::value_of;
use crate::form::tree::{Tree, is_like_none};

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
pub(crate) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let tree = Tree::deserialize(deserializer)?;
    if tree == Tree::from("none") {
        return Ok(None);
    }
    if tree == Tree::Null {
        return Err(D::Error::custom(
            "got null for a choice of a policy, expected its value, or `\"none\"` for off",
        ));
    }
    if is_like_none(&tree) {
        return Err(D::Error::custom(format_args!(
            "got {tree} for a choice of a policy, expected its value, or `\"none\"` for off"
        )));
    }
    value_of(&tree).map(Some).map_err(D::Error::custom)
}
