//! Days of the week as lower-case words in JSON: `"mon"` to `"sun"`.

use crate::vocab::words::words;
use chrono::Weekday;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes a weekday as a word, for `#[serde(with = "…")]`.
pub(crate) fn serialize<S: Serializer>(day: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
    DayOfWeek::from(*day).serialize(serializer)
}

/// Reads a weekday from a word, for `#[serde(with = "…")]`.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Weekday, D::Error> {
    DayOfWeek::deserialize(deserializer).map(Weekday::from)
}

/// A list of weekdays, for `#[serde(with = "…")]`.
pub(crate) mod list {
    use alloc::vec::Vec;

    use chrono::Weekday;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::calendar::weekday::DayOfWeek;

    pub(crate) fn serialize<S: Serializer>(
        days: &[Weekday],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(days.iter().copied().map(DayOfWeek::from))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Weekday>, D::Error> {
        let words = Vec::<DayOfWeek>::deserialize(deserializer)?;
        Ok(words.into_iter().map(Weekday::from).collect())
    }
}

words! {
    /// The JSON form of a weekday.
    pub(crate) open enum DayOfWeek {
        Mon = "mon", "Monday", "星期一", "星期一";
        Tue = "tue", "Tuesday", "星期二", "星期二";
        Wed = "wed", "Wednesday", "星期三", "星期三";
        Thu = "thu", "Thursday", "星期四", "星期四";
        Fri = "fri", "Friday", "星期五", "星期五";
        Sat = "sat", "Saturday", "星期六", "星期六";
        Sun = "sun", "Sunday", "星期日", "星期日";
    }
}

impl crate::form::Toured for Weekday {}

impl crate::form::Described for Weekday {
    const FORM: &'static crate::form::Form =
        &<DayOfWeek as crate::form::Described>::FORM.named("Weekday");
}

impl From<Weekday> for DayOfWeek {
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

impl From<DayOfWeek> for Weekday {
    fn from(word: DayOfWeek) -> Self {
        match word {
            DayOfWeek::Mon => Self::Mon,
            DayOfWeek::Tue => Self::Tue,
            DayOfWeek::Wed => Self::Wed,
            DayOfWeek::Thu => Self::Thu,
            DayOfWeek::Fri => Self::Fri,
            DayOfWeek::Sat => Self::Sat,
            DayOfWeek::Sun => Self::Sun,
        }
    }
}
