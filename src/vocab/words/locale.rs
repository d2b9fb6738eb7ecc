use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::form::{mirrored, repeated};

/// A language that keqing renders text in (语言环境).
///
/// # Examples
///
/// ```
/// use keqing::vocab::words::Locale;
///
/// let locale: Locale = "zh-Hans".parse()?;
/// assert_eq!(locale, Locale::ZhHans);
/// # Ok::<(), keqing::vocab::words::ParseLocaleError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Chinese in simplified characters.
    ZhHans,
    /// Chinese in traditional characters.
    ZhHant,
}

impl Locale {
    /// Every locale, in the order in which they are listed to people.
    pub const ALL: [Self; 3] = [Self::En, Self::ZhHans, Self::ZhHant];

    /// Returns the language tag: `en`, `zh-Hans` or `zh-Hant`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
            Self::ZhHant => "zh-Hant",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Locale {
    type Err = ParseLocaleError;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        match tag {
            "en" => Ok(Self::En),
            "zh-Hans" | "zh-CN" | "zh-SG" | "zh-Hans-CN" => Ok(Self::ZhHans),
            "zh-Hant" | "zh-TW" | "zh-HK" | "zh-MO" | "zh-Hant-TW" | "zh-Hant-HK" => {
                Ok(Self::ZhHant)
            }
            _ => Err(ParseLocaleError {
                given: repeated(tag),
            }),
        }
    }
}

mirrored! { Locale as text "en", "zh-Hans", "zh-Hant"; }

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        tag.parse().map_err(D::Error::custom)
    }
}

/// Returned when keqing has no texts in the language of a tag.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[error(
    "unknown locale `{given}`, expected one of `en`, `zh-Hans`, `zh-Hant`, or a region such as `zh-CN`, `zh-TW`, `zh-HK`"
)]
pub struct ParseLocaleError {
    given: String,
}

/// A text in every locale.
///
/// Text is for people. Ids and evidence are the contract, and the wording may become better in any
/// release.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
pub struct Text {
    en: &'static str,
    #[serde(rename = "zh-Hans")]
    zh_hans: &'static str,
    #[serde(rename = "zh-Hant")]
    zh_hant: &'static str,
}

impl Text {
    /// Joins the three renderings of one text.
    #[must_use]
    pub const fn new(en: &'static str, zh_hans: &'static str, zh_hant: &'static str) -> Self {
        Self {
            en,
            zh_hans,
            zh_hant,
        }
    }

    /// Returns the English text as a line of documentation.
    pub(crate) const fn english(&'static self) -> &'static [&'static str] {
        core::slice::from_ref(&self.en)
    }

    /// Returns the text in one locale.
    #[must_use]
    pub const fn in_locale(self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::ZhHans => self.zh_hans,
            Locale::ZhHant => self.zh_hant,
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::Locale;

    #[test]
    fn every_tag_parses_to_its_locale() {
        for locale in Locale::ALL {
            assert_eq!(locale.to_string().parse(), Ok(locale));
        }
    }

    #[test]
    fn a_region_has_its_script() {
        for (tag, locale) in [
            ("zh-CN", Locale::ZhHans),
            ("zh-TW", Locale::ZhHant),
            ("zh-HK", Locale::ZhHant),
        ] {
            assert_eq!(tag.parse(), Ok(locale));
        }
    }

    #[test]
    fn an_unknown_tag_is_named_with_the_allowed_ones() {
        let message = "zh".parse::<Locale>().map_err(|error| error.to_string());
        assert_eq!(
            message,
            Err("unknown locale `zh`, expected one of `en`, `zh-Hans`, `zh-Hant`, or a region such as `zh-CN`, `zh-TW`, `zh-HK`".into())
        );
    }
}
