//! The JSON form of a decimal that may be unknown.
//!
//! The number stays a string, whatever features other crates of the build turn on in
//! `rust_decimal`.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::vocab::known::Known;

pub(crate) fn serialize<S: Serializer>(
    known: &Known<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    known.map(Exact).serialize(serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Known<Decimal>, D::Error> {
    Known::<Exact>::deserialize(deserializer).map(|known| known.map(|Exact(value)| value))
}

#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct Exact(#[serde(with = "crate::vocab::exact")] Decimal);
