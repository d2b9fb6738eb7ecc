use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::form::repeated;

/// The largest number of letters of a prefix.
const LETTERS: usize = 6;

/// The id of a rule (规则编号), such as `LIF-07`: a prefix of two to six capitals and a number.
///
/// An id is never renumbered and never reused. The type is open, so that an id which this version
/// does not know survives a round trip. [`rulebook::card`](crate::rulebook::card) returns the card
/// of a known one.
///
/// # Examples
///
/// ```
/// use keqing::verdict::RuleId;
///
/// let rule: RuleId = "LIF-07".parse()?;
/// assert_eq!(rule.to_string(), "LIF-07");
/// assert_eq!((rule.prefix(), rule.number()), ("LIF", 7));
/// # Ok::<(), keqing::verdict::ParseRuleIdError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RuleId {
    prefix: [u8; LETTERS],
    number: u16,
}

impl RuleId {
    /// Makes an id of a prefix that is known to be well formed and a number below 1000.
    pub(crate) const fn known(prefix: &str, number: u16) -> Self {
        match Self::join(prefix.as_bytes(), number) {
            Some(id) => id,
            None => panic!("a rule id has two to six capitals and a number below 1000"),
        }
    }

    /// Returns the letters.
    #[must_use]
    pub fn prefix(&self) -> &str {
        let letters = self
            .prefix
            .split(|byte| *byte == 0)
            .next()
            .unwrap_or_default();
        core::str::from_utf8(letters).unwrap_or_default()
    }

    /// Returns the number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number
    }

    const fn join(letters: &[u8], number: u16) -> Option<Self> {
        let mut prefix = [0; LETTERS];
        if letters.len() < 2 || letters.len() > LETTERS || number > 999 {
            return None;
        }
        let mut rest = letters;
        let mut room: &mut [u8] = &mut prefix;
        while let ([letter, later @ ..], [slot, free @ ..]) = (rest, room) {
            if !letter.is_ascii_uppercase() {
                return None;
            }
            *slot = *letter;
            (rest, room) = (later, free);
        }
        Some(Self { prefix, number })
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RuleId({self})")
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.prefix(), self.number)
    }
}

impl FromStr for RuleId {
    type Err = ParseRuleIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || ParseRuleIdError {
            given: repeated(text),
        };
        let (letters, digits) = text.split_once('-').ok_or_else(refused)?;
        let padded = digits.len() == 2 || (digits.len() == 3 && !digits.starts_with('0'));
        if !padded || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(refused());
        }
        let number = digits.parse().map_err(|_| refused())?;
        Self::join(letters.as_bytes(), number).ok_or_else(refused)
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

crate::form::mirrored! { RuleId as text "LIF-07", "OPP-00"; }

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Returned when a text is no rule id.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error(
    "`{given}` is no rule id, expected two to six capitals, a hyphen and two or three digits, as in `LIF-07`"
)]
pub struct ParseRuleIdError {
    given: String,
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::RuleId;

    #[test]
    fn known_and_unknown_ids_survive_a_round_trip() {
        for text in [
            "LIF-07",
            "OPP-00",
            "FAIR-04",
            "ZZ-99",
            "ABCDEF-100",
            "XYZ-999",
        ] {
            assert_eq!(
                text.parse::<RuleId>().map(|id| id.to_string()),
                Ok(text.into())
            );
        }
    }

    #[test]
    fn a_text_of_another_form_is_refused() {
        for text in [
            "",
            "LIF",
            "LIF-7",
            "LIF-007",
            "LIF-1000",
            "lif-07",
            "L-07",
            "ABCDEFG-07",
            "LIF-0x",
            "LIF--1",
            "LÎF-07",
        ] {
            let message = text
                .parse::<RuleId>()
                .map_err(|error| error.to_string())
                .err()
                .unwrap_or_default();
            assert!(
                message.starts_with(&alloc::format!("`{text}` is no rule id")),
                "{text}: {message}"
            );
        }
    }

    #[test]
    fn ids_sort_by_prefix_and_number() {
        assert!(RuleId::known("ALN", 9) < RuleId::known("LIF", 1));
        assert!(RuleId::known("LIF", 1) < RuleId::known("LIF", 12));
    }
}
