use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};
use thiserror::Error as ThisError;

use crate::form::{OneOf, repeated, words_of};
use crate::vocab::words::locale::Text;

/// A word of a short list (词): it has a name for programs and a text for people.
///
/// [`Display`](fmt::Display) writes the name, and [`FromStr`](core::str::FromStr) and JSON read it.
/// The name stays for ever. The text may become better in any release.
///
/// # Examples
///
/// ```
/// use keqing::vocab::words::{Locale, Stage, Word};
///
/// let stage: Stage = "stable".parse()?;
/// assert_eq!(stage.name(), stage.to_string());
/// assert_eq!(stage.text().in_locale(Locale::ZhHans), "稳定合作");
/// assert_eq!(<Stage as Word>::ALL.len(), 4);
/// # Ok::<(), keqing::vocab::words::ParseWordError>(())
/// ```
pub trait Word: Copy + fmt::Display + Sized + 'static {
    /// The name of the list for people, such as `stage`.
    const LIST: &'static str;

    /// Every word, in the order of declaration.
    const ALL: &'static [Self];

    /// Returns the name for programs.
    fn name(self) -> &'static str;

    /// Returns the text for people.
    fn text(self) -> Text;

    /// Returns the word of a name.
    ///
    /// # Errors
    ///
    /// [`ParseWordError`] is returned when no word of the list has the name.
    fn named(name: &str) -> Result<Self, ParseWordError> {
        let found = Self::ALL.iter().find(|word| word.name() == name);
        let known = || Self::ALL.iter().map(|word| word.name());
        found
            .copied()
            .ok_or_else(|| ParseWordError::new(Self::LIST, name, known()))
    }
}

/// Returned when no word of a list has the name given.
#[derive(Clone, Debug, Eq, PartialEq, ThisError)]
#[error(
    "`{given}` is no {}, expected {}",
    words_of(list),
    OneOf(known.iter())
)]
#[non_exhaustive]
pub struct ParseWordError {
    /// The name of the list in the code.
    list: &'static str,
    /// The name given, at most 80 characters of it.
    given: String,
    /// The names that the list has.
    known: Vec<&'static str>,
}

impl ParseWordError {
    /// Makes the error; it repeats at most 80 characters of the name given.
    pub(crate) fn new(
        list: &'static str,
        given: &str,
        known: impl Iterator<Item = &'static str>,
    ) -> Self {
        Self {
            list,
            given: repeated(given),
            known: known.collect(),
        }
    }

    /// Returns the name given, at most 80 characters of it.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }

    /// Returns the names that the list has.
    #[must_use]
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }
}

/// Reads a word by its name.
pub(crate) fn read<'de, T: Word, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(Named(PhantomData))
}

struct Named<T>(PhantomData<T>);

impl<T: Word> Visitor<'_> for Named<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", OneOf(T::ALL.iter().map(|word| word.name())))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<T, E> {
        T::named(name).map_err(E::custom)
    }
}

/// Declares a list of words: for each its name in JSON, and its text in three locales.
///
/// A list is `open` if a later version may add words, and `closed` if its words are the contract.
/// With `in Set` the words can be put into a [`Set`](crate::vocab::set::Set).
macro_rules! words {
    (
        $(#[$($attribute:tt)+])*
        $visibility:vis $openness:ident enum $name:ident $(in $set:ident)? {
            $(
                $(#[$($word_attribute:tt)+])*
                $word:ident = $json:literal, $en:literal, $hans:literal, $hant:literal;
            )+
        }
    ) => {
        $crate::vocab::words::words!(@declare $openness [
            #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
            $(#[$($attribute)+])*
            $visibility enum $name { $($(#[$($word_attribute)+])* $word,)+ }
        ]);

        impl $name {
            /// Every word of the list, in the order of declaration.
            $visibility const ALL: [Self; [$(stringify!($word)),+].len()] = [$(Self::$word),+];

            /// Returns the name for programs, as it stands in JSON.
            #[must_use]
            $visibility const fn name(self) -> &'static str {
                match self { $(Self::$word => $json),+ }
            }

            /// Returns the text for people.
            #[must_use]
            $visibility const fn text(self) -> $crate::vocab::words::Text {
                match self {
                    $(Self::$word => const { $crate::vocab::words::Text::new($en, $hans, $hant) }),+
                }
            }
        }

        impl $crate::vocab::words::Word for $name {
            const LIST: &'static str = stringify!($name);

            const ALL: &'static [Self] = &$name::ALL;

            fn name(self) -> &'static str {
                $name::name(self)
            }

            fn text(self) -> $crate::vocab::words::Text {
                $name::text(self)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad($name::name(*self))
            }
        }

        impl core::str::FromStr for $name {
            type Err = $crate::vocab::words::ParseWordError;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                $crate::vocab::words::Word::named(name)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($name::name(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::vocab::words::read(deserializer)
            }
        }

        impl $crate::form::Described for $name {
            const FORM: &'static $crate::form::Form = &$crate::form::Form::new(
                stringify!($name),
                $crate::form::Shape::Words(&[$(
                    $crate::form::Word {
                        name: $json,
                        meaning: &[$($crate::form::part!(@doc $($word_attribute)+)),*],
                    }
                ),+]),
            )
            .meaning(&[$($crate::form::part!(@doc $($attribute)+)),*]);
        }

        impl $crate::form::Toured for $name {
            fn word(&self) -> Option<&'static str> {
                Some($name::name(*self))
            }
        }

        $crate::vocab::words::words!(@set $($set)? $name $($word)+);
    };
    (@declare open [$($declaration:tt)+]) => {
        #[non_exhaustive]
        $($declaration)+
    };
    (@declare closed [$($declaration:tt)+]) => {
        #[expect(clippy::exhaustive_enums, reason = "it is declared as closed")]
        $($declaration)+
    };
    (@set Set $name:ident $($word:ident)+) => {
        $crate::vocab::set::members!($name: $($word),+);
    };
    (@set $name:ident $($word:ident)+) => {};
}

pub(crate) use words;
