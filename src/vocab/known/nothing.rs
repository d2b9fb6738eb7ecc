//! The JSON form of a value that may be known to be nobody or nothing.
//!
//! The form is the word `"none"`, and never `null`.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Tree, is_like_none, value_of};

/// Writes `"none"` for an option without a value, for `#[serde(with = "…")]`.
pub(super) fn serialize<T: Serialize, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match Tree::of(value) {
        Tree::Null => serializer.serialize_str("none"),
        _ => value.serialize(serializer),
    }
}

/// Reads `"none"` as an option without a value, for `#[serde(with = "…")]`.
///
/// A type that is not an option may have a value of that name.
pub(super) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let tree = Tree::deserialize(deserializer)?;
    if tree == Tree::Null {
        return Err(D::Error::custom(
            "got null for a value that is known, expected the value, or `\"none\"` for nobody and nothing",
        ));
    }
    let nothing = is_like_none(&tree).then(|| value_of(&Tree::Null));
    match nothing {
        Some(Ok(nothing)) if tree == Tree::from("none") => Ok(nothing),
        Some(Ok(_)) => Err(D::Error::custom(format_args!(
            "got {tree} for a value that is known, expected `\"none\"` for nobody and nothing"
        ))),
        _ => value_of(&tree).map_err(D::Error::custom),
    }
}
