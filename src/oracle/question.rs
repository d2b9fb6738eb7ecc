use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::form::{Fault, Faults, Fingerprint, Form, Limits, Tree, nearest};
use crate::oracle::entry::Place;
use crate::oracle::error::{AskError, UnknownQuestion};
use crate::oracle::{
    calendar, comparison, history, lifecycle, loyalty, party, receivable, review, rulebook,
    satisfaction,
};
use crate::policy::Policy;
use crate::verdict::Finding;

/// Puts the questions of the systems together: one variant for each system.
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
                Err(UnknownQuestion::new(name, Self::NAMES))
            }

            /// Returns the form of the arguments of a question, by any name of it.
            ///
            /// # Errors
            ///
            /// [`UnknownQuestion`] is returned when no question has or had the name.
            pub fn form(name: &str) -> Result<&'static Form, UnknownQuestion> {
                $(if let Some(reader) = $file::Asked::reader(name) {
                    return Ok(reader.form);
                })*
                Err(UnknownQuestion::new(name, Self::NAMES))
            }

            /// Reads the arguments of the question of a name from a tree, within limits.
            ///
            /// # Errors
            ///
            /// [`Faults`] is returned as by [`read`](Self::read).
            pub fn read_tree(name: &str, arguments: &Tree, limits: &Limits) -> Result<Self, Faults> {
                $(if let Some(reader) = $file::Asked::reader(name) {
                    let asked = (reader.read)(arguments, limits)?;
                    return Ok(Self(Asked::$system(Box::new(asked))));
                })*
                Err(Fault::unknown_word("ask", name, Self::NAMES).into())
            }

            /// Returns the place in the question at which an error of its function stands.
            const fn place(&self) -> Place {
                match &self.0 { $(Asked::$system(asked) => asked.place(),)* }
            }

            /// Returns the canonical name of the question.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match &self.0 { $(Asked::$system(asked) => asked.name(),)* }
            }
        }

        impl Answer {
            /// Returns the findings behind the answer; none if the answer is no matter of rules.
            #[must_use]
            pub fn findings(&self) -> Vec<&Finding> {
                match &self.0 { $(Told::$system(told) => told.findings(),)* }
            }
        }

        /// Answers a question under a policy.
        ///
        /// # Errors
        ///
        /// [`AskError`] is returned when the arguments contradict each other, or no card has the
        /// number asked for. It is also returned when the policy is silent on an item of the
        /// question.
        pub fn answer(policy: &Policy, question: &Question) -> Result<Answer, AskError> {
            Ok(Answer(match &question.0 {
                $(Asked::$system(asked) => Told::$system(asked.answer(policy)?),)*
            }))
        }
    };
}

/// A question (问题): the name of a public function, and its arguments.
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
/// assert_eq!(question.name(), "lifecycle.profile");
/// assert_eq!(question.name(), "lifecycle.profile");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Question(Asked);

/// The answer to a question (回答).
///
/// In JSON it is the bare value, without a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answer(Told);

systems! {
    Calendar in calendar,
    Party in party,
    Satisfaction in satisfaction,
    Loyalty in loyalty,
    Receivable in receivable,
    Lifecycle in lifecycle,
    Review in review,
    Comparison in comparison,
    History in history,
    Rulebook in rulebook,
}

impl Question {
    /// Reads the arguments of the question of a name, canonical or old.
    ///
    /// # Errors
    ///
    /// [`Faults`] is returned when no question has the name, and when an argument is missing, unknown
    /// or cannot be read. It has every fault, with its path.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::oracle::Question;
    /// use serde_json::json;
    ///
    /// let question = Question::read("lifecycle.profile", json!({"stage": "stable"}))?;
    /// assert_eq!(question.name(), "lifecycle.profile");
    ///
    /// let faults = Question::read("lifecycle.profile", json!({"stage": "steady", "at": 3})).err().ok_or("two faults")?;
    /// assert_eq!(faults.iter().map(|fault| fault.path()).collect::<Vec<_>>(), ["at", "stage"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read<'de, D: Deserializer<'de>>(name: &str, arguments: D) -> Result<Self, Faults> {
        let limits = Limits::standard();
        Self::read_tree(name, &Tree::read(arguments, &limits)?, &limits)
    }

    /// Returns the fingerprint: equal questions have equal ones.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::oracle::{Question, answer};
    /// use keqing::policy::Policy;
    /// use serde_json::json;
    ///
    /// let policy = Policy::standard();
    /// let question = Question::read("lifecycle.profile", json!({"stage": "stable"}))?;
    /// let stamped = policy.stamped(&question, answer(&policy, &question)?);
    /// stamped.stamp.verify(&policy, &question)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let mut arguments = Tree::of(self);
        arguments.take("ask");
        let name = Fingerprint::of(&String::from(self.name()));
        match Self::form(self.name()) {
            Ok(form) => name.with(Fingerprint::of_tree(&arguments, form)),
            Err(_) => name,
        }
    }

    /// Returns the path, in the question, of the field for which an answer was refused. It is empty
    /// if no single argument is at fault. A path that begins with `policy` is one in the policy.
    /// Of several errors it is the path of the first; [`AskError::each`] lists them.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::oracle::{Question, answer};
    /// use keqing::policy::Policy;
    /// use serde_json::json;
    ///
    /// let nobody = json!({"side": "supplier", "person": "ghost"});
    /// let asked = json!({"register": {}, "ties": [], "departure": nobody, "as-of": "2024-12-31"});
    /// let question = Question::read("party.departure", asked)?;
    /// let error = answer(&Policy::standard(), &question).err().ok_or("nobody leaves")?;
    /// assert_eq!(question.path_of(&error), "departure");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn path_of(&self, error: &AskError) -> String {
        if let Some(path) = error.policy_path() {
            return path.into();
        }
        match self.place() {
            Place::Nowhere => String::new(),
            Place::At(argument) => argument.into(),
            Place::By(argument) => error.each().next().map_or("", argument).into(),
            Place::Within(whole) => match error.path().as_str() {
                "" => whole.into(),
                argument if whole.is_empty() => argument.into(),
                member if member.starts_with('[') => alloc::format!("{whole}{member}"),
                inside => alloc::format!("{whole}.{inside}"),
            },
        }
    }

    /// Reads a whole question: its name in the field `ask`, beside its arguments.
    ///
    /// # Errors
    ///
    /// [`Faults`] is returned when there is no name, when no question has it, and when an argument is
    /// missing, unknown or cannot be read. It has every fault, with its path.
    pub fn from_tree(tree: &Tree, limits: &Limits) -> Result<Self, Faults> {
        let mut arguments = tree.clone();
        let ask = arguments.take("ask");
        if arguments.field("ask").is_some() {
            return Err(Fault::duplicate("ask").into());
        }
        match ask {
            Some(Tree::Text(name)) => Self::read_tree(&name, &arguments, limits),
            None if !matches!(tree, Tree::Fields(_)) => {
                let wanted = "an object with the name of a question in `ask`";
                Err(Fault::of_other_type("", tree, wanted).into())
            }
            Some(other) => {
                Err(Fault::of_other_type("ask", &other, "the name of a question").into())
            }
            None => Err(no_name(&arguments).into()),
        }
    }
}

impl From<&Question> for Fingerprint {
    fn from(question: &Question) -> Self {
        question.fingerprint()
    }
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Tree::deserialize(deserializer)?;
        Self::from_tree(&tree, &Limits::standard()).map_err(D::Error::custom)
    }
}

/// Returns the fault of a question without a name; a field that was probably meant to have it is named.
fn no_name(arguments: &Tree) -> Fault {
    let Tree::Fields(fields) = arguments else {
        return Fault::missing("ask", "the name of a question");
    };
    let mut names = fields.iter().map(|(name, _)| name.as_str());
    match names.find(|name| nearest(name, ["ask"]).is_some()) {
        Some(name) => Fault::unknown_name(name, "ask"),
        None => Fault::missing("ask", "the name of a question"),
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
