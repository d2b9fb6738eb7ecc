//! Names, and ids of people, documents and items (名称与编号).
//!
//! ```text
//! text -> Label        a name of up to so many characters, not blank
//! text -> PersonId     a person, the same in every fact
//! text -> DocumentId   a document
//! text -> ItemId       an item of a list
//! ```
//!
//! - *Looks at*: The text of a name or an id, as the caller gives it.
//! - *Why*: Facts refer to people, documents and items by id, so that two facts about one person
//!   meet.
//! - *Breaks it*: A blank text, one that is too long, or one with hidden characters. Of an id also a blank
//!   at an end, two in a row, and one of another width than that of the space bar.
//! - *Keeps it*: A short text that can be seen, written in the same way in every fact.
//! - *Rules*: None; no rule reads a name.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::name::{DocumentId, PersonId};
//!
//! let buyer: PersonId = "wang-fang".parse()?;
//! let invoice: DocumentId = "INV-2024-017".parse()?;
//! assert_eq!((buyer.as_str(), invoice.as_str()), ("wang-fang", "INV-2024-017"));
//! # Ok::<(), keqing::vocab::name::NameError>(())
//! ```

use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{Described, Form, Guest, Shape, Spot, Toured, is_hidden, repeated};

/// A short text that belongs to the caller (名称): one to `BYTES` bytes, not all of them blank.
///
/// It is compared as it is and no rule reads it. Its bytes are kept inline, so a value that carries
/// it can be judged without an allocation.
///
/// # Examples
///
/// ```
/// use keqing::vocab::name::{Label, PersonId};
///
/// let buyer: PersonId = "wang-fang".parse()?;
/// let conflict: Label = "年终奖金只看销量".parse()?;
/// assert_eq!((buyer.as_str(), conflict.as_str()), ("wang-fang", "年终奖金只看销量"));
/// assert_eq!(String::from(buyer), "wang-fang");
/// assert!("  ".parse::<Label>().is_err());
/// # Ok::<(), keqing::vocab::name::NameError>(())
/// ```
///
/// The parameter `Of` says what it names, so the name of a person is never taken for that of a document.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(
    try_from = "String",
    into = "ArrayString<BYTES>",
    bound(deserialize = "", serialize = "Of: Clone")
)]
pub struct Name<const BYTES: usize, Of = Thing>(ArrayString<BYTES>, PhantomData<Of>);

/// Marks a name as that of a person (人).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a mark without a value")]
pub enum Human {}

/// Marks a name as that of a document, an item or another thing (物).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a mark without a value")]
pub enum Thing {}

/// The caller's own id of a person (人员标识): long enough for a UUID with a prefix.
pub type PersonId = Name<48, Human>;

/// The caller's own id of an invoice, an order, a payment or another document (单据编号).
pub type DocumentId = Name<48>;

/// The caller's own id of a requirement, a criterion, a feature or another item of a list (项目标识).
///
/// It has room for sixteen Chinese characters.
pub type ItemId = Name<48>;

/// The caller's own short name of a thing (标签): thirty-two Chinese characters.
pub type Label = Name<96>;

impl<const BYTES: usize, Of> Name<BYTES, Of> {
    /// The mark that the name is an id, by which things are told apart; a longer one is a text for people.
    const IS_ID: bool = BYTES <= 48;

    /// Makes a name.
    ///
    /// # Errors
    ///
    /// [`NameError`] is returned when the text is blank or too long, when it has a control character or one
    /// that nobody sees. An id also has no blank at an end, no two in a row, and none but the common space, so
    /// that two ids which look alike are the same.
    pub fn new(text: &str) -> Result<Self, NameError> {
        if text.trim().is_empty() {
            return Err(NameError::Blank { most: BYTES });
        }
        if is_misleading(text) {
            let given = repeated(text);
            return Err(NameError::Hidden { given });
        }
        if Self::IS_ID && is_spaced(text) {
            let given = repeated(&spelled(text));
            return Err(NameError::Spaced { given });
        }
        let too_long = |_| NameError::TooLong {
            given: repeated(text),
            bytes: text.len(),
            most: BYTES,
        };
        let kept = ArrayString::from(text).map_err(too_long)?;
        Ok(Self(kept, PhantomData))
    }

    /// Makes a name of a word of the vocabulary or of a name, which need no check; `None` if it is too long.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        let kept = ArrayString::from(word).ok()?;
        Some(Self(kept, PhantomData))
    }

    /// Returns the name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns whether the name has a letter of any script, so that it is more than a dash.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::name::Label;
    ///
    /// assert!("赔付".parse::<Label>()?.has_letters());
    /// assert!(!"-".parse::<Label>()?.has_letters());
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[must_use]
    pub fn has_letters(&self) -> bool {
        self.as_str().chars().any(char::is_alphabetic)
    }

    /// Returns whether the name says anything: it has a letter or a digit. A mere `-` or `.` says nothing.
    pub(crate) fn says(&self) -> bool {
        self.as_str().chars().any(char::is_alphanumeric)
    }
}

impl<const BYTES: usize, Of> Toured for Name<BYTES, Of>
where
    Self: Described,
{
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        guest.name(Self::FORM, self.as_str(), spot);
    }
}

impl<const BYTES: usize> Described for Name<BYTES, Thing> {
    const FORM: &'static Form =
        &Form::new("Name", Shape::Text(&["wang-fang"])).checked(crate::form::check::<Self>);
}

impl<const BYTES: usize> Described for Name<BYTES, Human> {
    const FORM: &'static Form =
        &Form::new("PersonId", Shape::Text(&["wang-fang"])).checked(crate::form::check::<Self>);
}

impl<const BYTES: usize, Of> fmt::Debug for Name<BYTES, Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Name").field(&self.0.as_str()).finish()
    }
}

impl<const BYTES: usize, Of> fmt::Display for Name<BYTES, Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const BYTES: usize, Of> FromStr for Name<BYTES, Of> {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl<const BYTES: usize, Of> TryFrom<&str> for Name<BYTES, Of> {
    type Error = NameError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl<const BYTES: usize, Of> TryFrom<String> for Name<BYTES, Of> {
    type Error = NameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text)
    }
}

impl<const BYTES: usize, Of> AsRef<str> for Name<BYTES, Of> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<const BYTES: usize, Of> From<Name<BYTES, Of>> for String {
    fn from(name: Name<BYTES, Of>) -> Self {
        Self::from(name.0.as_str())
    }
}

impl<const BYTES: usize, Of> From<Name<BYTES, Of>> for ArrayString<BYTES> {
    fn from(name: Name<BYTES, Of>) -> Self {
        name.0
    }
}

/// Returns whether a text has a hidden character that is no part of a word. The joiners of Persian and Hindi
/// are parts of words, between two letters of their scripts.
fn is_misleading(text: &str) -> bool {
    let is_letter =
        |character: Option<char>| character.is_some_and(|one| !one.is_ascii() && !is_hidden(one));
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let joins = matches!(character, '\u{200c}' | '\u{200d}')
            && is_letter(before)
            && is_letter(characters.peek().copied());
        if is_hidden(character) && !joins {
            return true;
        }
        before = Some(character);
    }
    false
}

/// Returns whether a text has a blank that nobody tells from none or from another one.
fn is_spaced(text: &str) -> bool {
    let mut was_blank = true;
    for character in text.chars() {
        let is_blank = character.is_whitespace();
        if is_blank && (was_blank || character != ' ') {
            return true;
        }
        was_blank = is_blank;
    }
    was_blank
}

/// Returns a text with its uncommon blanks as escapes, so that a reader sees which they are.
fn spelled(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() && character != ' ' {
            shown.push_str(&alloc::format!("\\u{:04x}", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// Returned when a text is no [`Name`].
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum NameError {
    /// The text is empty, or only white space.
    #[error("a name has one to {most} bytes that are not all blank, got a blank text")]
    Blank {
        /// The number of bytes that it may have.
        most: usize,
    },
    /// The text has a character that nobody sees, so that two names could look alike.
    #[error("a name has characters that can be seen, got `{given}`")]
    Hidden {
        /// The text given, at most 80 characters of it, with each hidden one as its escape.
        given: String,
    },
    /// The id has a blank that nobody tells from none or from another one, so that two ids could look alike.
    #[error("an id has single common spaces between its words and none around them, got `{given}`")]
    Spaced {
        /// The text given, at most 80 characters of it, with each uncommon blank as its escape.
        given: String,
    },
    /// The text is longer than the name may be.
    #[error("a name has one to {most} bytes, got {bytes}: `{given}`")]
    TooLong {
        /// The text given, at most 80 characters of it.
        given: String,
        /// Its length in bytes.
        bytes: usize,
        /// The number of bytes that it may have.
        most: usize,
    },
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Label, NameError, PersonId};

    #[test]
    fn a_name_has_one_byte_up_to_its_most_and_is_not_blank() {
        assert_eq!(PersonId::new(""), Err(NameError::Blank { most: 48 }));
        assert_eq!(Label::new(" \t　"), Err(NameError::Blank { most: 96 }));
        assert!(PersonId::new("x").is_ok());
        assert!(PersonId::new(&"x".repeat(48)).is_ok());
        assert!(matches!(
            PersonId::new(&"x".repeat(49)),
            Err(NameError::TooLong { bytes: 49, .. })
        ));
        assert!(Label::new(&"名".repeat(32)).is_ok());
        assert!(Label::new(&"名".repeat(33)).is_err());
    }

    #[test]
    fn a_name_can_be_seen() {
        for text in [
            "\u{1b}[31mred",
            "a\u{202e}b",
            "line\nbreak",
            "x\u{feff}",
            "li\u{200d}",
            "a\u{200c}b",
            "a\u{2800}b",
            "\u{3164}",
            "a\u{ffa0}",
            "a\u{34f}b",
        ] {
            assert!(matches!(PersonId::new(text), Err(NameError::Hidden { .. })));
        }
        let said = Label::new("\u{1b}[31m").map_err(|error| error.to_string());
        assert_eq!(
            said.err().as_deref(),
            Some("a name has characters that can be seen, got `\\u001b[31m`")
        );
        assert!(Label::new("می\u{200c}خواهم").is_ok());
    }

    #[test]
    fn an_id_has_no_blank_that_looks_like_another() {
        for (text, given) in [
            (" li", " li"),
            ("li ", "li "),
            ("li  ming", "li  ming"),
            ("李 \u{3000}明", "李 \\u3000明"),
            ("李\u{3000}明", "李\\u3000明"),
            ("li\u{a0}ming", "li\\u00a0ming"),
            ("li\u{2003}ming", "li\\u2003ming"),
            ("\u{3000}李", "\\u3000李"),
        ] {
            let refused = PersonId::new(text).map_err(|error| error.to_string());
            let wanted = "an id has single common spaces between its words and none around them";
            assert_eq!(refused, Err(alloc::format!("{wanted}, got `{given}`")));
        }
        for text in ["li ming", "李 明", "a b c"] {
            assert!(PersonId::new(text).is_ok(), "{text}");
        }
        assert!(Label::new("two  blanks ").is_ok());
    }

    #[test]
    fn a_refusal_says_what_was_given_and_what_is_allowed() {
        let message = PersonId::new(&"x".repeat(49)).map_err(|error| error.to_string());
        let expected = alloc::format!("a name has one to 48 bytes, got 49: `{}`", "x".repeat(49));
        assert_eq!(message, Err(expected));
        let blank = serde_json::from_str::<Label>("\" \"").map_err(|error| error.to_string());
        assert!(blank.is_err_and(|message| message.starts_with("a name has one to 96 bytes")));
    }
}
