use alloc::string::String;
use core::fmt::{self, Write};
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::form::plain::repeated;
use crate::form::tree::Tree;
use crate::form::{Described, Form, Shape};

/// A hash of 128 bits that distinguishes values (指纹): equal values have equal fingerprints.
///
/// It is FNV-1a over the fields of the value in their canonical form. It is no cryptographic hash.
/// It finds a mistake, but somebody who wants two values with one fingerprint can make them.
///
/// In JSON and as text it has 32 hexadecimal digits.
///
/// # Examples
///
/// ```
/// use keqing::form::Fingerprint;
/// use keqing::policy::Policy;
///
/// let standard = Fingerprint::of(&Policy::standard());
/// assert_eq!(standard, Fingerprint::of(&Policy::standard()));
/// assert_eq!(standard.to_string().parse(), Ok(standard));
/// assert_eq!(standard, Fingerprint::from(&Policy::standard()));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Fingerprint(u128);

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

impl Fingerprint {
    /// Makes the fingerprint of a value.
    #[must_use]
    pub fn of<T: Described + Serialize>(value: &T) -> Self {
        Self::of_tree(&Tree::of(value), T::FORM)
    }

    /// Makes the fingerprint of a value of a form.
    pub(crate) fn of_tree(tree: &Tree, form: &Form) -> Self {
        let mut stream = Stream(OFFSET);
        stream.put(tree, form);
        Self(stream.0)
    }

    /// Joins this fingerprint with another one; the order counts.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let mut stream = Stream(self.0);
        stream.bytes(&other.0.to_be_bytes());
        Self(stream.0)
    }
}

impl<T: Described + Serialize> From<&T> for Fingerprint {
    fn from(value: &T) -> Self {
        Self::of(value)
    }
}

/// The bytes that have gone into a fingerprint.
///
/// Each value begins with a mark of its kind and ends with one, so that two different trees are
/// never one stream. Equal values are one stream: a field without a value is left out, and decimals
/// have no trailing zeros.
struct Stream(u128);

impl Stream {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn text(&mut self, text: &str) {
        self.bytes(b"\"");
        self.bytes(&(text.len() as u64).to_be_bytes());
        self.bytes(text.as_bytes());
    }

    fn put(&mut self, tree: &Tree, form: &Form) {
        match (form.shape(), tree) {
            (Shape::Optional(form) | Shape::OrNone(form), _) => self.put(tree, form),
            (Shape::Either(forms), _) => match forms.iter().find(|form| form.resembles(tree)) {
                Some(form) => self.put(tree, form),
                None => self.plain(tree),
            },
            (Shape::Record(fields), Tree::Fields(given)) => {
                self.bytes(b"{");
                for (name, value) in given.iter().filter(|(_, value)| *value != Tree::Null) {
                    self.text(name);
                    match fields.iter().find(|field| field.name() == name) {
                        Some(field) => self.put(value, field.form()),
                        None => self.plain(value),
                    }
                }
                self.bytes(b"}");
            }
            (Shape::Choice(variants), Tree::Fields(given)) => {
                self.bytes(b"<");
                for (name, value) in given {
                    self.text(name);
                    let variant = variants.iter().find(|variant| variant.name() == name);
                    match variant.and_then(|variant| variant.form()) {
                        Some(form) => self.put(value, form),
                        None => self.plain(value),
                    }
                }
                self.bytes(b">");
            }
            (Shape::List { of, .. }, Tree::List(members)) => {
                self.bytes(b"[");
                members.iter().for_each(|member| self.put(member, of));
                self.bytes(b"]");
            }
            (Shape::Decimal, Tree::Text(text)) => {
                // Written with more places, it is the same number.
                let plain = Decimal::from_str_exact(text).map(|number| number.normalize());
                match plain {
                    Ok(number) => {
                        let mut digits = String::new();
                        let _ = write!(digits, "{number}");
                        self.text(&digits);
                    }
                    Err(_) => self.text(text),
                }
            }
            _ => self.plain(tree),
        }
    }

    fn plain(&mut self, tree: &Tree) {
        match tree {
            Tree::Null => self.bytes(b"0"),
            Tree::Truth(value) => self.bytes(if *value { b"t" } else { b"f" }),
            Tree::Whole(value) => {
                self.bytes(b"#");
                self.bytes(&value.to_be_bytes());
            }
            Tree::Fraction(text) | Tree::Text(text) => self.text(text),
            Tree::List(members) => {
                self.bytes(b"[");
                members.iter().for_each(|member| self.plain(member));
                self.bytes(b"]");
            }
            Tree::Fields(fields) => {
                self.bytes(b"{");
                for (name, value) in fields {
                    self.text(name);
                    self.plain(value);
                }
                self.bytes(b"}");
            }
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = ParseFingerprintError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_plain = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let bits = u128::from_str_radix(text, 16).ok().filter(|_| is_plain);
        let refused = || ParseFingerprintError {
            given: repeated(text),
        };
        bits.map(Self).ok_or_else(refused)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl crate::form::Toured for Fingerprint {}

impl Described for Fingerprint {
    const FORM: &'static Form = &Form::new(
        "Fingerprint",
        Shape::Text(&["6c62272e07bb014262b821756295c58d"]),
    )
    .checked(crate::form::check::<Self>);
}

/// Returned when a text is no fingerprint.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error("`{given}` is not a fingerprint, expected 32 hexadecimal digits")]
pub struct ParseFingerprintError {
    given: String,
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::ToString;

    use super::Fingerprint;

    #[test]
    fn a_fingerprint_has_32_hexadecimal_digits() {
        let digits = "6c62272e07bb014262b821756295c58d";
        let read = |text: &str| {
            text.parse::<Fingerprint>()
                .map_err(|error| error.to_string())
        };
        assert_eq!(read(digits).map(|read| read.to_string()), Ok(digits.into()));
        for given in [
            "",
            &digits[..31],
            &format!("{digits}0"),
            &digits.replace('6', "g"),
            &digits.replacen('6', "+", 1),
        ] {
            let message = format!("`{given}` is not a fingerprint, expected 32 hexadecimal digits");
            assert_eq!(read(given), Err(message));
        }
    }
}
