use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many bytes a label may have: thirty-two Chinese characters.
const MAXIMUM: usize = 96;

/// The caller's own short name of a thing (名称): one to 96 bytes, not all of them blank.
///
/// No rule reads it. It is kept inline, so that what carries one can be judged without an allocation.
///
/// # Examples
///
/// ```
/// use keqing::party::Label;
///
/// let conflict: Label = "年终奖金只看销量".parse()?;
/// assert_eq!(conflict.as_str(), "年终奖金只看销量");
/// assert!("  ".parse::<Label>().is_err());
/// # Ok::<(), keqing::party::LabelError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "ArrayString<MAXIMUM>")]
pub struct Label(ArrayString<MAXIMUM>);

impl Label {
    /// Makes a label.
    ///
    /// # Errors
    ///
    /// [`LabelError`] where the text is blank or longer than 96 bytes.
    pub fn new(text: &str) -> Result<Self, LabelError> {
        if text.trim().is_empty() {
            return Err(LabelError::Blank);
        }
        let too_long = |_| LabelError::TooLong {
            given: text.into(),
            bytes: text.len(),
        };
        ArrayString::from(text).map(Self).map_err(too_long)
    }

    /// Returns the label as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Label {
    type Err = LabelError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<String> for Label {
    type Error = LabelError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text)
    }
}

impl From<Label> for ArrayString<MAXIMUM> {
    fn from(label: Label) -> Self {
        label.0
    }
}

/// The error of a text that is no [`Label`].
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LabelError {
    /// Nothing was given, or nothing but white space.
    #[error("a label has one to {MAXIMUM} bytes that are not all blank, got a blank text")]
    Blank,
    /// More was given than a label holds.
    #[error("a label has one to {MAXIMUM} bytes, got {bytes}: `{given}`")]
    TooLong {
        /// The text given.
        given: String,
        /// Its length in bytes.
        bytes: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::{Label, LabelError};

    #[test]
    fn a_label_has_one_to_ninety_six_bytes_that_are_not_all_blank() {
        assert_eq!(Label::new(""), Err(LabelError::Blank));
        assert_eq!(Label::new(" \t　"), Err(LabelError::Blank));
        assert!(Label::new("x").is_ok());
        assert!(Label::new(&"x".repeat(96)).is_ok());
        assert!(matches!(
            Label::new(&"x".repeat(97)),
            Err(LabelError::TooLong { bytes: 97, .. })
        ));
    }
}
