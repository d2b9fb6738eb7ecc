//! The written forms of a share: part and whole, a percentage, or a fraction.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Form, Shape, Tree, check, record, repeated, value_of};
use crate::vocab::exact;
use crate::vocab::share::{ParseShareError, Share, ShareError};
use crate::vocab::wide::greatest_common_divisor;

record! {
    /// The two numbers of a share, in any common unit.
    struct PartOfWhole {
        /// The part, zero or more and at most the whole.
        #[serde(with = "crate::vocab::exact")]
        part: Decimal,
        /// The whole, above zero.
        #[serde(with = "crate::vocab::exact")]
        whole: Decimal,
    }
}

/// The text form of a share.
const TEXT: Form = Form::new("Share", Shape::Text(&["46.8 %", "1/3"])).checked(check::<Share>);

/// The text form of two amounts, of which nothing is checked yet.
const AMOUNTS_TEXT: Form = Form::new("Share", Shape::Text(&["46.8 %", "1/3"]));

impl crate::form::Toured for Share {}

impl Described for Share {
    const FORM: &'static Form = &Form::new(
        "Share",
        Shape::Either(const { &[PartOfWhole::FORM, const { &TEXT }] }),
    )
    .checked(check::<Self>);
}

impl crate::form::Toured for Amounts {}

impl Described for Amounts {
    const FORM: &'static Form = &Form::new(
        "Share",
        Shape::Either(const { &[PartOfWhole::FORM, const { &AMOUNTS_TEXT }] }),
    )
    .checked(check::<Self>);
}

/// Finds a share of nothing, for a field that takes none.
pub(crate) fn above_nothing(tree: &Tree) -> Option<&'static str> {
    let share: Option<Share> = value_of(tree).ok();
    share.filter(|share| share.is_none())?;
    Some("a share above 0 %")
}

/// Reads `46.8 %`, `46.8%` and `1/3`.
impl FromStr for Share {
    type Err = ParseShareError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Amounts { part, whole } = Amounts::parse(text)?;
        Ok(Self::of_amounts(part, whole)?)
    }
}

/// The two amounts of a share as they are written, before anything is checked.
#[derive(Clone, Copy)]
pub(crate) struct Amounts {
    pub(crate) part: Decimal,
    pub(crate) whole: Decimal,
}

impl Amounts {
    fn parse(text: &str) -> Result<Self, ParseShareError> {
        let (part, whole) = match (text.strip_suffix('%'), text.split_once('/')) {
            (Some(percent), _) => (exact::parse(percent.trim_end()), Some(Decimal::ONE_HUNDRED)),
            (None, Some((part, whole))) => (exact::parse(part), exact::parse(whole)),
            (None, None) => (None, None),
        };
        let amounts = part.zip(whole).map(|(part, whole)| Self { part, whole });
        amounts.ok_or_else(|| ParseShareError::Form {
            given: repeated(text),
        })
    }
}

impl<'de> Deserialize<'de> for Amounts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

/// Writes lowest terms, so that a share has one form however it was made.
impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let divisor = greatest_common_divisor(self.part().into(), self.whole().into());
        let reduced = |value: u64| u128::from(value).checked_div(divisor);
        let decimal = |value: u64| {
            let reduced = reduced(value).and_then(|value| u64::try_from(value).ok());
            Decimal::from(reduced.unwrap_or(value))
        };
        let (part, whole) = (decimal(self.part()), decimal(self.whole()));
        PartOfWhole { part, whole }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Amounts { part, whole } = Amounts::deserialize(deserializer)?;
        let share: Result<Self, ShareError> = Self::of_amounts(part, whole);
        share.map_err(D::Error::custom)
    }
}

struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Amounts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "a share such as `{\"part\": \"69\", \"whole\": \"100\"}`, `\"46.8 %\"` or `\"1/3\"`",
        )
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Amounts, E> {
        Amounts::parse(text).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Amounts, A::Error> {
        let PartOfWhole { part, whole } =
            PartOfWhole::deserialize(MapAccessDeserializer::new(fields))?;
        Ok(Amounts { part, whole })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use crate::vocab::share::Share;

    #[test]
    fn a_text_is_a_percentage_or_a_fraction() {
        for (text, part, whole) in [
            ("46.8 %", 468, 1000),
            ("50%", 1, 2),
            ("1/3", 1, 3),
            ("0.5/2", 1, 4),
            ("0 %", 0, 1),
            ("100 %", 1, 1),
        ] {
            assert_eq!(
                text.parse::<Share>().ok(),
                Share::new(part, whole).ok(),
                "{text}"
            );
        }
        for (text, message) in [
            (
                "0.468",
                "`0.468` is not a share, expected a percentage such as `46.8 %` or a fraction such as `1/3`",
            ),
            (
                "half",
                "`half` is not a share, expected a percentage such as `46.8 %` or a fraction such as `1/3`",
            ),
            ("130 %", "a share is at most 100 %, got 130 of 100"),
            ("1/0", "a share needs a whole above zero, got 1 of 0"),
        ] {
            assert_eq!(
                text.parse::<Share>().map_err(|error| error.to_string()),
                Err(message.into())
            );
        }
    }

    #[test]
    fn equal_shares_are_written_alike() -> serde_json::Result<()> {
        let written = |share: Share| serde_json::to_string(&share);
        let half = r#"{"part":"1","whole":"2"}"#;
        for (part, whole) in [(1, 2), (50, 100), (u64::MAX / 2, u64::MAX - 1)] {
            assert_eq!(
                written(Share::new(part, whole).unwrap_or(Share::ALL))?,
                half
            );
        }
        assert_eq!(
            written(Share::new(0, 7).unwrap_or(Share::ALL))?,
            r#"{"part":"0","whole":"1"}"#
        );
        Ok(())
    }
}
