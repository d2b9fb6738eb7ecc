//! Helpers: a value and its JSON, to the letter and in the order of the fields.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The value is written exactly so, white space apart, and read back as itself, from TOML too.
#[track_caller]
pub(crate) fn golden<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, json: &str) {
    written(value, json);
    shorter(json, value);
    match through_toml(json) {
        Ok(json) => shorter(&json, value),
        Err(reason) => panic!("{reason}: {json}"),
    }
}

/// The JSON of a value that went through TOML, where nothing is left out.
fn through_toml(json: &str) -> Result<String, String> {
    let value: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    // A document of TOML is an object.
    let document = match value {
        Value::Null => return Ok(json.to_owned()),
        value => Value::Object(Map::from_iter([("value".to_owned(), given(value)?)])),
    };
    let text = toml::to_string(&document).map_err(|error| error.to_string())?;
    let read: Value = toml::from_str(&text).map_err(|error| format!("{error} in {text}"))?;
    let value = read.get("value").map(Value::to_string);
    value.ok_or_else(|| format!("there is no value in {text}"))
}

/// The value without the fields that are `null`: TOML has no such value, in a list neither.
fn given(value: Value) -> Result<Value, String> {
    match value {
        Value::Null => Err("a list with null has no TOML".to_owned()),
        Value::Array(members) => members.into_iter().map(given).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
            fields
                .map(|(name, value)| Ok((name, given(value)?)))
                .collect::<Result<Map<_, _>, _>>()
                .map(Value::Object)
        }
        value => Ok(value),
    }
}

/// The value is written exactly so, white space apart.
#[track_caller]
pub(crate) fn written<T: Serialize>(value: &T, json: &str) {
    match serde_json::to_string(value) {
        Ok(text) => assert_eq!(text, compact(json)),
        Err(error) => panic!("{error}"),
    }
}

/// Checks that a field that is left out is read as unknown, none or empty.
#[track_caller]
pub(crate) fn shorter<T: DeserializeOwned + PartialEq + Debug>(json: &str, value: &T) {
    match serde_json::from_str::<T>(json) {
        Ok(back) => assert_eq!(back, *value),
        Err(error) => panic!("{error}: {json}"),
    }
}

/// The members are written as these words, in this order.
#[track_caller]
pub(crate) fn words<T>(members: impl IntoIterator<Item = T>, expected: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let mut names = Vec::new();
    for member in members {
        let name = serde_json::to_value(&member).unwrap_or_default();
        let back = serde_json::from_value::<T>(name.clone());
        assert_eq!(back.ok(), Some(member), "{name}");
        names.push(name.as_str().unwrap_or("no word").to_owned());
    }
    assert_eq!(names.join(" "), expected);
}

/// The text cannot be read as a value, for a reason that begins with these words.
#[track_caller]
pub(crate) fn refuses<T: DeserializeOwned + Debug>(json: &str, reason: &str) {
    match serde_json::from_str::<T>(json) {
        Ok(value) => panic!("{json} was read as {value:?}"),
        Err(error) => assert!(
            error.to_string().starts_with(reason),
            "{error}, expected {reason}"
        ),
    }
}

/// Takes out the white space between tokens.
fn compact(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let kept = json.chars().filter(|letter| {
        let is_quote = *letter == '"' && !escaped;
        escaped = in_text && *letter == '\\' && !escaped;
        in_text ^= is_quote;
        in_text || is_quote || !letter.is_ascii_whitespace()
    });
    kept.collect()
}
