use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{mirrored, repeated};

/// A time of the day by the clock on the wall, from `00:00` to `24:00` (时刻).
///
/// The JSON form is the text. Seconds are written only where there are some: `"17:30"`, `"17:30:05"`.
///
/// # Examples
///
/// ```
/// use keqing::calendar::hours::TimeOfDay;
///
/// let closing: TimeOfDay = "17:30".parse()?;
/// assert_eq!(closing, TimeOfDay::new(17, 30)?);
/// assert!(closing < TimeOfDay::END_OF_DAY);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u32);

mirrored! { TimeOfDay as text "08:30", "24:00"; }

impl TimeOfDay {
    /// The beginning of a day, `00:00`.
    pub const START_OF_DAY: Self = Self(0);

    /// The end of a day, `24:00`.
    pub const END_OF_DAY: Self = Self(SECONDS_OF_A_DAY);

    /// Makes a time of an hour and a minute.
    ///
    /// # Errors
    ///
    /// [`TimeOfDayError::OutOfRange`] is returned when it is not from `00:00` to `24:00`.
    pub const fn new(hour: u32, minute: u32) -> Result<Self, TimeOfDayError> {
        Self::with_second(hour, minute, 0)
    }

    /// Makes a time of an hour, a minute and a second.
    ///
    /// # Errors
    ///
    /// [`TimeOfDayError::OutOfRange`] is returned when it is not from `00:00` to `24:00`.
    pub const fn with_second(hour: u32, minute: u32, second: u32) -> Result<Self, TimeOfDayError> {
        let is_end = hour == 24 && minute == 0 && second == 0;
        if is_end || (hour < 24 && minute < 60 && second < 60) {
            let minutes = hour.saturating_mul(60).saturating_add(minute);
            Ok(Self(minutes.saturating_mul(60).saturating_add(second)))
        } else {
            Err(TimeOfDayError::OutOfRange {
                hour,
                minute,
                second,
            })
        }
    }

    /// Returns the seconds since the beginning of the day, 0 to 86400.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (minutes, second) = (self.0.div_euclid(60), self.0.rem_euclid(60));
        let (hour, minute) = (minutes.div_euclid(60), minutes.rem_euclid(60));
        write!(f, "{hour:02}:{minute:02}")?;
        if second > 0 {
            write!(f, ":{second:02}")?;
        }
        Ok(())
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = || TimeOfDayError::Form {
            given: repeated(text),
        };
        let mut parts = text.split(':').map(two_digits);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Some(hour)), Some(Some(minute)), None, None) => Self::new(hour, minute),
            (Some(Some(hour)), Some(Some(minute)), Some(Some(second)), None) => {
                Self::with_second(hour, minute, second)
            }
            _ => Err(form()),
        }
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeOfDayError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        alloc::format!("{time}")
    }
}

/// Returned when a text or some numbers are no time of a day.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TimeOfDayError {
    /// The text has another form.
    #[error("`{given}` is no time of the day, expected a form such as `08:30` or `24:00`")]
    Form {
        /// The whole text.
        given: String,
    },
    /// There is no such time.
    #[error("{hour:02}:{minute:02}:{second:02} is no time of the day, expected 00:00 to 24:00")]
    OutOfRange {
        /// The hour given.
        hour: u32,
        /// The minute given.
        minute: u32,
        /// The second given.
        second: u32,
    },
}

/// Reads a number of exactly two digits.
fn two_digits(text: &str) -> Option<u32> {
    let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

const SECONDS_OF_A_DAY: u32 = 86_400;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::TimeOfDay;

    #[test]
    fn a_time_is_written_as_it_is_read() {
        for (text, seconds) in [
            ("00:00", 0),
            ("08:30", 30_600),
            ("08:30:05", 30_605),
            ("23:59:59", 86_399),
            ("24:00", 86_400),
        ] {
            let time = text.parse::<TimeOfDay>();
            assert_eq!(time.as_ref().map(|time| time.seconds()), Ok(seconds));
            assert_eq!(time.map(|time| time.to_string()), Ok(text.into()));
        }
        assert_eq!("08:30:00".parse(), TimeOfDay::new(8, 30));
    }

    #[test]
    fn no_other_text_is_a_time() {
        for text in [
            "8:30",
            "08.30",
            "0830",
            "08:3",
            "+8:30",
            "08:30:",
            "",
            "08:30:00:00",
            "08:30 ",
        ] {
            let refused = text.parse::<TimeOfDay>().map_err(|error| error.to_string());
            let message = alloc::format!(
                "`{text}` is no time of the day, expected a form such as `08:30` or `24:00`"
            );
            assert_eq!(refused, Err(message));
        }
        for (text, told) in [
            ("24:01", "24:01:00"),
            ("08:60", "08:60:00"),
            ("24:00:01", "24:00:01"),
        ] {
            let refused = text.parse::<TimeOfDay>().map_err(|error| error.to_string());
            let message = alloc::format!("{told} is no time of the day, expected 00:00 to 24:00");
            assert_eq!(refused, Err(message));
        }
    }
}
