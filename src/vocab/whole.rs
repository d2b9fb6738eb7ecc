//! Whole numbers as text in JSON, for readers whose numbers end at 2⁵³.

use alloc::string::String;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serializer};

use crate::form::{Described, Form, Shape, check_by, repeated};

/// Writes a whole number as a string, for `#[serde(with = "…")]`.
pub(crate) fn serialize<S: Serializer>(value: &i128, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Reads a whole number from a string, for `#[serde(with = "…")]`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i128, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| {
        D::Error::custom(format_args!(
            "`{}` is not a whole number, expected digits such as `-1250`",
            repeated(&text)
        ))
    })
}

impl Described for i128 {
    const FORM: &'static Form = &Form::new("WholeNumber", Shape::Text(&["12", "-3"]))
        .checked(|tree| check_by(tree, deserialize));
}
