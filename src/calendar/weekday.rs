//! Days of the week as lower-case words in JSON: `"mon"` to `"sun"`.

use chrono::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a weekday as a word, for `#[serde(with = "…")]`.
pub(crate) fn serialize<S: Serializer>(day: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
    Word::from(*day).serialize(serializer)
}

/// Reads a weekday from a word, for `#[serde(with = "…")]`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Weekday, D::Error> {
    Word::deserialize(deserializer).map(Weekday::from)
}

/// The JSON form of a weekday.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Word {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl From<Weekday> for Word {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Mon,
            Weekday::Tue => Self::Tue,
            Weekday::Wed => Self::Wed,
            Weekday::Thu => Self::Thu,
            Weekday::Fri => Self::Fri,
            Weekday::Sat => Self::Sat,
            Weekday::Sun => Self::Sun,
        }
    }
}

impl From<Word> for Weekday {
    fn from(word: Word) -> Self {
        match word {
            Word::Mon => Self::Mon,
            Word::Tue => Self::Tue,
            Word::Wed => Self::Wed,
            Word::Thu => Self::Thu,
            Word::Fri => Self::Fri,
            Word::Sat => Self::Sat,
            Word::Sun => Self::Sun,
        }
    }
}
