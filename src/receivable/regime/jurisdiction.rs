use crate::form::{mirrored, repeated};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A jurisdiction (法域): two capital letters of ISO 3166-1, or `EU` for the European Union.
///
/// # Examples
///
/// ```
/// use keqing::receivable::regime::Jurisdiction;
///
/// let germany: Jurisdiction = "DE".parse()?;
/// assert_eq!(germany, Jurisdiction::GERMANY);
/// assert_eq!(germany.to_string(), "DE");
/// assert!("de".parse::<Jurisdiction>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Jurisdiction {
    /// The capital letters, `A` to `Z`.
    letters: [char; 2],
}

mirrored! { Jurisdiction as text "GB", "EU"; }

impl Jurisdiction {
    /// Austria.
    pub const AUSTRIA: Self = Self::of(['A', 'T']);
    /// China.
    pub const CHINA: Self = Self::of(['C', 'N']);
    /// The European Union.
    pub const EUROPEAN_UNION: Self = Self::of(['E', 'U']);
    /// France.
    pub const FRANCE: Self = Self::of(['F', 'R']);
    /// Germany.
    pub const GERMANY: Self = Self::of(['D', 'E']);
    /// India.
    pub const INDIA: Self = Self::of(['I', 'N']);
    /// Ireland.
    pub const IRELAND: Self = Self::of(['I', 'E']);
    /// Japan.
    pub const JAPAN: Self = Self::of(['J', 'P']);
    /// Korea.
    pub const KOREA: Self = Self::of(['K', 'R']);
    /// The Netherlands.
    pub const NETHERLANDS: Self = Self::of(['N', 'L']);
    /// Poland.
    pub const POLAND: Self = Self::of(['P', 'L']);
    /// Spain.
    pub const SPAIN: Self = Self::of(['E', 'S']);
    /// The United Kingdom.
    pub const UNITED_KINGDOM: Self = Self::of(['G', 'B']);
    /// The United States.
    pub const UNITED_STATES: Self = Self::of(['U', 'S']);

    /// Returns whether it is a state of the European Union, as they have been since 2020-02-01.
    pub(crate) fn is_of_the_union(self) -> bool {
        UNION.contains(&self.letters)
    }

    const fn of(letters: [char; 2]) -> Self {
        Self { letters }
    }
}

/// The states of the European Union since 2020-02-01.
const UNION: [[char; 2]; 27] = [
    ['A', 'T'],
    ['B', 'E'],
    ['B', 'G'],
    ['C', 'Y'],
    ['C', 'Z'],
    ['D', 'E'],
    ['D', 'K'],
    ['E', 'E'],
    ['E', 'S'],
    ['F', 'I'],
    ['F', 'R'],
    ['G', 'R'],
    ['H', 'R'],
    ['H', 'U'],
    ['I', 'E'],
    ['I', 'T'],
    ['L', 'T'],
    ['L', 'U'],
    ['L', 'V'],
    ['M', 'T'],
    ['N', 'L'],
    ['P', 'L'],
    ['P', 'T'],
    ['R', 'O'],
    ['S', 'E'],
    ['S', 'I'],
    ['S', 'K'],
];

impl fmt::Display for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.letters;
        write!(f, "{first}{second}")
    }
}

impl FromStr for Jurisdiction {
    type Err = ParseJurisdictionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut letters = text.chars();
        match (letters.next(), letters.next(), letters.next()) {
            (Some(first @ 'A'..='Z'), Some(second @ 'A'..='Z'), None) => {
                Ok(Self::of([first, second]))
            }
            _ => Err(ParseJurisdictionError {
                given: repeated(text),
            }),
        }
    }
}

/// Returned when a text is not a jurisdiction.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("`{given}` is not a jurisdiction, expected two capital letters such as `DE`")]
pub struct ParseJurisdictionError {
    given: String,
}

impl ParseJurisdictionError {
    /// Returns the text that was given.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }
}

impl TryFrom<String> for Jurisdiction {
    type Error = ParseJurisdictionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Jurisdiction> for String {
    fn from(jurisdiction: Jurisdiction) -> Self {
        jurisdiction.letters.into_iter().collect()
    }
}
