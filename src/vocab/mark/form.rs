//! The written forms of a mark: a bare number on 1 to 5, or a number with its scale.

use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Form, Shape, check, record};
use crate::vocab::mark::{Mark, MarkError, MarkScale};

record! {
    /// A mark with its scale.
    struct MarkOfScale {
        /// The number of the mark.
        value: i64 where [0, 10],
        /// The scale on which it was given.
        scale: MarkScale,
    }
}

/// The form of a mark without a scale.
const BARE: Form = Form::new("Mark", Shape::Whole { least: 1, most: 5 })
    .because("a mark without a scale is on 1 to 5; the scales are `1-5`, `1-7` and `0-10`");

impl crate::form::Toured for Mark {}

impl Described for Mark {
    const FORM: &'static Form = &Form::new(
        "Mark",
        Shape::Either(const { &[const { &BARE }, MarkOfScale::FORM] }),
    )
    .checked(check::<Self>);
}

/// Writes a mark on 1 to 5 as its number, and any other with its scale.
impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, scale) = (self.value().into(), self.scale());
        match scale {
            MarkScale::OneToFive => serializer.serialize_i64(value),
            _ => MarkOfScale { value, scale }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Mark;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mark such as `4` or `{\"value\": 9, \"scale\": \"0-10\"}`")
    }

    fn visit_i64<E: Error>(self, given: i64) -> Result<Mark, E> {
        let mark = u8::try_from(given)
            .ok()
            .and_then(|value| Mark::new(value, MarkScale::OneToFive).ok());
        mark.ok_or_else(|| E::custom(MarkError::Bare { given }))
    }

    fn visit_u64<E: Error>(self, given: u64) -> Result<Mark, E> {
        self.visit_i64(i64::try_from(given).unwrap_or(i64::MAX))
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Mark, A::Error> {
        let MarkOfScale {
            value: given,
            scale,
        } = MarkOfScale::deserialize(MapAccessDeserializer::new(fields))?;
        let mark = u8::try_from(given)
            .ok()
            .and_then(|value| Mark::new(value, scale).ok());
        mark.ok_or_else(|| A::Error::custom(MarkError::OffScale { given, scale }))
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use crate::form::{Limits, read};
    use crate::vocab::mark::{Mark, MarkScale};

    fn read_by_serde(text: &str) -> Result<Mark, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_bare_number_is_on_one_to_five_and_a_scale_is_written_out() -> serde_json::Result<()> {
        for (value, scale, text) in [
            (1, MarkScale::OneToFive, "1"),
            (5, MarkScale::OneToFive, "5"),
            (7, MarkScale::OneToSeven, r#"{"value":7,"scale":"1-7"}"#),
            (0, MarkScale::ZeroToTen, r#"{"value":0,"scale":"0-10"}"#),
        ] {
            let mark = Mark::new(value, scale);
            assert_eq!(read_by_serde(text).ok(), mark.ok());
            let written = mark.map(|mark| serde_json::to_string(&mark));
            assert_eq!(written.ok().transpose()?.as_deref(), Some(text));
        }
        let long = read_by_serde(r#"{"value": 3, "scale": "1-5"}"#);
        assert_eq!(long.ok(), Mark::new(3, MarkScale::OneToFive).ok());
        Ok(())
    }

    #[test]
    fn a_number_beyond_its_scale_is_refused_and_the_scales_are_named() {
        let bare = "mark 9 is out of range, expected 1 to 5 without a scale; the scales are `1-5`, `1-7` and `0-10`";
        let off = r#"{"value": 11, "scale": "0-10"}"#;
        let beyond = "mark 11 is out of range, expected 0 to 10 on the scale `0-10`";
        for (given, message) in [("9", bare), (off, beyond)] {
            let told = read_by_serde(given).err().unwrap_or_default();
            assert!(told.starts_with(message), "{told}");
        }
        for refused in ["0", "-1", "4.5", r#""4""#, "null", r#"{"value": 3}"#] {
            assert!(read_by_serde(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn the_reader_of_documents_names_the_scales_too() {
        let told = |text: &str| {
            let read = read::<Mark, _>(
                &mut serde_json::Deserializer::from_str(text),
                &Limits::standard(),
            );
            read.map_err(|faults| faults.first().to_string())
        };
        let bare = "got 9, expected a whole number from 1 to 5, because a mark without a scale is on 1 to 5; the scales are `1-5`, `1-7` and `0-10`";
        assert_eq!(told("9"), Err(bare.into()));
        let beyond = told(r#"{"value": 8, "scale": "1-7"}"#);
        let message = "got an object, mark 8 is out of range, expected 1 to 7 on the scale `1-7`";
        assert!(
            beyond.is_err_and(|error| error
                .contains("mark 8 is out of range, expected 1 to 7 on the scale `1-7`")),
            "{message}"
        );
        assert!(told(r#"{"value": 7, "scale": "0-10"}"#).is_ok());
    }
}
