use alloc::boxed::Box;
use alloc::vec::Vec;

use serde::de::Error;
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Deserializer, Serialize};

use crate::oracle::error::{AskError, UnknownQuestion};
use crate::oracle::line::Line;
use crate::oracle::{
    history, lifecycle, loyalty, party, receivable, review, rulebook, satisfaction,
};
use crate::policy::Policy;
use crate::verdict::Finding;

/// Puts the questions of the systems together: one variant a system.
macro_rules! systems {
    ($($system:ident in $file:ident),* $(,)?) => {
        /// A question, by the system that answers it.
        #[derive(Clone, Debug, Eq, PartialEq, Serialize)]
        #[serde(untagged)]
        enum Asked { $($system(Box<$file::Asked>),)* }

        /// An answer, by the system that gave it.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        enum Told { $($system($file::Answer),)* }

        impl Question {
            /// The canonical names of all questions.
            pub const NAMES: &'static [&'static str] = &joined::<{ 0 $(+ $file::Asked::NAMES.len())* }>(
                &[$($file::Asked::NAMES),*],
            );

            /// Returns the canonical name for any name of a question, an old one too.
            ///
            /// # Errors
            ///
            /// [`UnknownQuestion`] is returned when no question has or had the name.
            ///
            /// # Examples
            ///
            /// ```
            /// use keqing::oracle::Question;
            ///
            /// assert_eq!(Question::canonical("loyalty.cell")?, "loyalty.pattern");
            /// assert_eq!(Question::canonical("loyalty.pattern")?, "loyalty.pattern");
            /// # Ok::<(), Box<dyn std::error::Error>>(())
            /// ```
            pub fn canonical(name: &str) -> Result<&'static str, UnknownQuestion> {
                $(if let Some(name) = $file::Asked::canonical(name) {
                    return Ok(name);
                })*
                Err(UnknownQuestion { given: name.into(), known: Self::NAMES })
            }

            /// Reads the arguments of the question of a name, canonical or old.
            ///
            /// # Errors
            ///
            /// The deserializer's own error is returned when an argument cannot be read. It names the
            /// field. When no
            /// question has the name, it has the words of [`UnknownQuestion`].
            pub fn read<'de, D: Deserializer<'de>>(name: &str, arguments: D) -> Result<Self, D::Error> {
                $(let arguments = match $file::Asked::read(name, arguments) {
                    Ok(read) => return read.map(|asked| Self(Asked::$system(Box::new(asked)))),
                    Err(arguments) => arguments,
                };)*
                drop(arguments);
                let known = Self::NAMES;
                Err(D::Error::custom(UnknownQuestion { given: name.into(), known }))
            }

            /// Returns the canonical name of the question.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match &self.0 { $(Asked::$system(asked) => asked.name(),)* }
            }
        }

        impl Answer {
            /// Returns the findings behind the answer; none where the answer is no matter of rules.
            #[must_use]
            pub fn findings(&self) -> Vec<&Finding> {
                match &self.0 { $(Told::$system(told) => told.findings(),)* }
            }
        }

        /// Answers a question under a policy.
        ///
        /// # Errors
        ///
        /// [`AskError`] is returned when the arguments contradict each other, when the policy is silent on an item
        /// that the question is about, and when no card has the number asked for.
        pub fn answer(policy: &Policy, question: &Question) -> Result<Answer, AskError> {
            Ok(Answer(match &question.0 {
                $(Asked::$system(asked) => Told::$system(asked.answer(policy)?),)*
            }))
        }
    };
}

/// Everything that can be asked (问题): the name of a public function, and its arguments.
///
/// In JSON the name of the question is the field `ask`, beside its arguments.
///
/// # Examples
///
/// ```
/// use keqing::oracle::Question;
/// use serde_json::json;
///
/// let question: Question = serde_json::from_value(json!({"stage": "stable", "ask": "lifecycle.profile"}))?;
/// assert_eq!(question, Question::read("lifecycle.profile", json!({"stage": "stable"}))?);
/// assert_eq!(question.name(), "lifecycle.profile");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Question(Asked);

/// What a question is answered with (回答).
///
/// In JSON it is the bare value, without a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answer(Told);

systems! {
    Party in party,
    Satisfaction in satisfaction,
    Loyalty in loyalty,
    Receivable in receivable,
    Lifecycle in lifecycle,
    Review in review,
    History in history,
    Rulebook in rulebook,
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Line { ask, arguments } = Line::deserialize(deserializer)?;
        Self::read(&ask, MapDeserializer::new(arguments.into_iter()))
    }
}

/// Joins the names of all systems, `N` together, into one list.
const fn joined<const N: usize>(mut systems: &[&[&'static str]]) -> [&'static str; N] {
    let mut joined = [""; N];
    let mut places: &mut [&'static str] = &mut joined;
    while let Some((system, rest)) = systems.split_first() {
        let mut names: &[&'static str] = system;
        while let Some((name, others)) = names.split_first() {
            let free = places;
            places = match free.split_first_mut() {
                Some((place, after)) => {
                    *place = name;
                    after
                }
                None => &mut [],
            };
            names = others;
        }
        systems = rest;
    }
    joined
}
