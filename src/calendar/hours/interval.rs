use core::fmt;

use thiserror::Error;

use crate::calendar::hours::time_of_day::TimeOfDay;
use crate::form::checked;
use crate::vocab::time::Seconds;

checked! {
    /// An interval of a day that is open, from a time up to another that is no longer in it (营业时段).
    ///
    /// An interval that ends at an earlier time than it begins crosses midnight. It belongs to the day on which it
    /// begins. An interval that ends at `00:00` ends at `24:00`, and is written so.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::calendar::hours::OpenInterval;
    /// use keqing::vocab::time::Seconds;
    ///
    /// let night = OpenInterval::new("22:00".parse()?, "06:00".parse()?)?;
    /// assert_eq!(night.length(), Seconds::of_hours(8));
    /// assert_eq!(serde_json::to_string(&night)?, r#"{"from":"22:00","until":"06:00"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct OpenInterval, checked by OpenInterval::checked {
        /// The time at which it opens, before `24:00`.
        from: TimeOfDay,
        /// The time at which it closes: on the next day if it is earlier than the opening.
        until: TimeOfDay,
    }
}

impl OpenInterval {
    /// The whole day, `00:00` to `24:00`.
    pub const WHOLE_DAY: Self = Self {
        from: TimeOfDay::START_OF_DAY,
        until: TimeOfDay::END_OF_DAY,
    };

    /// Makes an interval of two times of the day.
    ///
    /// # Errors
    ///
    /// [`OpenIntervalError::Empty`] is returned when it ends as it begins, and
    /// [`OpenIntervalError::FromEndOfDay`] when it begins at `24:00`.
    pub fn new(from: TimeOfDay, until: TimeOfDay) -> Result<Self, OpenIntervalError> {
        Self { from, until }.checked()
    }

    /// Returns the time at which it opens.
    #[must_use]
    pub const fn opens(self) -> TimeOfDay {
        self.from
    }

    /// Returns the time at which it closes: on the next day if it is earlier than the opening.
    #[must_use]
    pub const fn closes(self) -> TimeOfDay {
        self.until
    }

    /// Returns its length.
    #[must_use]
    pub fn length(self) -> Seconds {
        let (start, end) = self.span();
        let length = end.saturating_sub(start);
        Seconds::new(length.unsigned_abs())
    }

    /// Returns the seconds from the beginning of its day to its start and to its end.
    ///
    /// The end lies beyond the day if it crosses midnight.
    pub(crate) fn span(self) -> (i64, i64) {
        let start = i64::from(self.from.seconds());
        let end = i64::from(self.until.seconds());
        if end <= start {
            (start, end.saturating_add(DAY))
        } else {
            (start, end)
        }
    }

    fn checked(mut self) -> Result<Self, OpenIntervalError> {
        if self.from == TimeOfDay::END_OF_DAY {
            return Err(OpenIntervalError::FromEndOfDay);
        }
        if self.from == self.until {
            return Err(OpenIntervalError::Empty { at: self.from });
        }
        if self.until == TimeOfDay::START_OF_DAY {
            self.until = TimeOfDay::END_OF_DAY;
        }
        Ok(self)
    }
}

impl fmt::Display for OpenInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.from, self.until)
    }
}

/// Returned when two times of the day are no interval.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum OpenIntervalError {
    /// The interval ends as it begins.
    #[error("an interval from {at} to {at}, expected another end; a whole day is 00:00 to 24:00")]
    Empty {
        /// The time at which it begins and ends.
        at: TimeOfDay,
    },
    /// The interval begins at the end of the day.
    #[error("an interval from 24:00, expected a time from 00:00 to 23:59:59")]
    FromEndOfDay,
}

/// The seconds of a day.
pub(crate) const DAY: i64 = 86_400;

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::OpenInterval;
    use crate::calendar::hours::time_of_day::TimeOfDay;

    fn interval(from: &str, until: &str) -> Result<OpenInterval, String> {
        let time = |text: &str| text.parse().unwrap_or(TimeOfDay::END_OF_DAY);
        OpenInterval::new(time(from), time(until)).map_err(|error| error.to_string())
    }

    #[test]
    fn an_interval_has_a_length_and_a_span() {
        for (from, until, span, text) in [
            ("09:00", "18:00", (32_400, 64_800), "09:00 to 18:00"),
            ("22:00", "06:00", (79_200, 108_000), "22:00 to 06:00"),
            ("22:00", "00:00", (79_200, 86_400), "22:00 to 24:00"),
            ("00:00", "24:00", (0, 86_400), "00:00 to 24:00"),
            (
                "23:59:59",
                "23:59:58",
                (86_399, 172_798),
                "23:59:59 to 23:59:58",
            ),
        ] {
            let made = interval(from, until);
            assert_eq!(made.as_ref().map(|made| made.span()), Ok(span));
            assert_eq!(made.map(|made| made.to_string()), Ok(text.into()));
        }
    }

    #[test]
    fn an_interval_without_time_is_refused() {
        let empty =
            "an interval from 09:00 to 09:00, expected another end; a whole day is 00:00 to 24:00";
        assert_eq!(interval("09:00", "09:00"), Err(empty.into()));
        assert!(interval("00:00", "00:00").is_err());
        let late = "an interval from 24:00, expected a time from 00:00 to 23:59:59";
        assert_eq!(interval("24:00", "06:00"), Err(late.into()));
    }

    #[test]
    fn no_json_builds_an_interval_that_code_cannot() {
        let json = r#"{"from":"22:00","until":"24:00"}"#;
        let read = serde_json::from_str::<OpenInterval>(json).map_err(|error| error.to_string());
        assert_eq!(read, interval("22:00", "00:00"));
        let written = read.map(|read| serde_json::to_string(&read).unwrap_or_default());
        assert_eq!(written, Ok(json.into()));
        for refused in [
            r#"{"from":"22:00","until":"22:00"}"#,
            r#"{"from":"22:00","until":"25:00"}"#,
            r#"{"from":"22:00"}"#,
            r#""22:00-06:00""#,
        ] {
            assert!(
                serde_json::from_str::<OpenInterval>(refused).is_err(),
                "{refused}"
            );
        }
    }
}
