use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many bytes an id of a person may have: enough for a UUID in its long form.
const MAXIMUM: usize = 36;

/// The caller's own id of a person (人员标识): one to 36 bytes, compared as they are.
///
/// It is kept inline, so that evidence can name a person without an allocation.
///
/// # Examples
///
/// ```
/// use keqing::vocab::PersonId;
///
/// let buyer: PersonId = "wang-fang".parse()?;
/// assert_eq!(buyer.as_str(), "wang-fang");
/// # Ok::<(), keqing::vocab::NameError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "ArrayString<MAXIMUM>")]
pub struct PersonId(ArrayString<MAXIMUM>);

impl PersonId {
    /// Makes an id.
    ///
    /// # Errors
    ///
    /// [`NameError`] where the text is empty or longer than 36 bytes.
    pub fn new(text: &str) -> Result<Self, NameError> {
        if text.is_empty() {
            return Err(NameError::Empty);
        }
        let too_long = |_| NameError::TooLong {
            given: text.into(),
            bytes: text.len(),
        };
        ArrayString::from(text).map(Self).map_err(too_long)
    }

    /// Returns the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for PersonId {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<String> for PersonId {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text)
    }
}

impl From<PersonId> for ArrayString<MAXIMUM> {
    fn from(id: PersonId) -> Self {
        id.0
    }
}

/// The error of a text that is no id.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum NameError {
    /// Nothing was given.
    #[error("an id has one to {MAXIMUM} bytes, got none")]
    Empty,
    /// More was given than an id holds.
    #[error("an id has one to {MAXIMUM} bytes, got {bytes}: `{given}`")]
    TooLong {
        /// The text given.
        given: String,
        /// Its length in bytes.
        bytes: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::{NameError, PersonId};

    #[test]
    fn an_id_has_one_to_thirty_six_bytes() {
        assert_eq!(PersonId::new(""), Err(NameError::Empty));
        assert!(PersonId::new("x").is_ok());
        assert!(PersonId::new(&"x".repeat(36)).is_ok());
        assert!(matches!(
            PersonId::new(&"x".repeat(37)),
            Err(NameError::TooLong { bytes: 37, .. })
        ));
    }
}
