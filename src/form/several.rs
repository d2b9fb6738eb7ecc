use alloc::boxed::Box;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

/// Two or more errors of one kind (多项错误), each once, in the order in which they were found.
///
/// There are at most 100 of them, as a reader reports at most 100 faults. The text has all of them on one line,
/// and one on each line with `{:#}`.
///
/// The error of a system holds them in its variant `Several`, and its method `each` lists them. None
/// of them is itself several.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::{LoyaltyError, LoyaltyFacts, LoyaltyGiven, LoyaltyPolicy, assess};
///
/// let facts: LoyaltyFacts = serde_json::from_str(r#"{
///     "foundations": {"promises": {"grade": "measured", "value": [
///         {"id": "speed", "due": "2024-03-01", "kept-on": null, "nature": "lawful"},
///         {"id": "speed", "due": "2024-06-01", "kept-on": null, "nature": "lawful"}
///     ]}},
///     "means": {"risks": [
///         {"kind": "quality", "bearer": "person", "likelihood": 4, "impact": 4, "grade": "customer-stated"},
///         {"kind": "quality", "bearer": "person", "likelihood": 4, "impact": 4, "grade": "customer-stated"}
///     ]}
/// }"#)?;
/// let as_of = chrono::NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?;
/// let error = assess(&LoyaltyPolicy::standard(), &facts, &LoyaltyGiven::new(as_of)).err().ok_or("two errors")?;
/// assert_eq!(error.each().map(LoyaltyError::path).collect::<Vec<_>>(), ["foundations", "means.risks"]);
/// assert_eq!(error.path(), "foundations", "the path of the first");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Several<E> {
    first: E,
    second: E,
    others: Vec<E>,
}

impl<E> Several<E> {
    /// Returns the first error.
    #[must_use]
    pub const fn first(&self) -> &E {
        &self.first
    }

    /// Returns the errors one by one, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &E> {
        [&self.first, &self.second].into_iter().chain(&self.others)
    }
}

impl<E> IntoIterator for Several<E> {
    type Item = E;
    type IntoIter = core::iter::Chain<core::array::IntoIter<E, 2>, alloc::vec::IntoIter<E>>;

    fn into_iter(self) -> Self::IntoIter {
        [self.first, self.second].into_iter().chain(self.others)
    }
}

impl<E: fmt::Display> fmt::Display for Several<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if f.alternate() { "\n" } else { "; " };
        self.first.fmt(f)?;
        let others = [&self.second].into_iter().chain(&self.others);
        others
            .into_iter()
            .try_for_each(|error| write!(f, "{between}{error}"))
    }
}

impl<E: Error> Error for Several<E> {}

/// An error that can hold several of its kind; made by [`several!`].
pub(crate) trait Plural: PartialEq + Sized {
    /// Wraps several errors.
    fn of_several(errors: Box<Several<Self>>) -> Self;

    /// Returns the error if it is a single one, and otherwise those that it holds.
    fn single(self) -> Result<Self, Box<Several<Self>>>;
}

/// Gives an error with the variant `Several` its method `each`, and lets it be gathered.
macro_rules! several {
    ($visibility:vis $error:ident) => {
        impl $error {
            /// Returns the single errors one by one, in the order in which they were found; only
            /// this error if it is a single one.
            $visibility fn each(&self) -> impl Iterator<Item = &Self> {
                let (one, several) = match self {
                    Self::Several(several) => (None, Some(several.iter())),
                    one => (Some(one), None),
                };
                one.into_iter().chain(several.into_iter().flatten())
            }
        }

        impl $crate::form::Plural for $error {
            fn of_several(errors: alloc::boxed::Box<$crate::form::Several<Self>>) -> Self {
                Self::Several(errors)
            }

            fn single(self) -> Result<Self, alloc::boxed::Box<$crate::form::Several<Self>>> {
                match self {
                    Self::Several(several) => Err(several),
                    one => Ok(one),
                }
            }
        }
    };
}

/// Makes the error of a whole from that of each of its parts, single error by single error.
macro_rules! lifting {
    ($whole:ident: $($variant:ident($part:ident)),* $(,)?) => {
        $(
            impl From<$part> for $whole {
                fn from(error: $part) -> Self {
                    $crate::form::lifted(error, |one| Self::$variant(one.into()))
                }
            }
        )*
    };
}

pub(crate) use {lifting, several};

/// The number of errors that are told. Each is compared with all before it, so it bounds the cost as well.
const MOST: usize = 100;

/// The errors of the parts of a whole, gathered while every part is asked.
///
/// It allocates nothing while there is no error.
#[derive(Debug)]
pub(crate) struct Gathered<E> {
    errors: Vec<E>,
}

impl<E: Plural> Gathered<E> {
    pub(crate) const fn new() -> Self {
        Self { errors: Vec::new() }
    }

    /// Returns the answer of a part, or keeps its error.
    pub(crate) fn ask<T>(&mut self, asked: Result<T, impl Into<E>>) -> Option<T> {
        match asked {
            Ok(answer) => Some(answer),
            Err(error) => {
                self.keep(error.into());
                None
            }
        }
    }

    /// Returns the answers of parts of one kind, and keeps the errors of the others.
    pub(crate) fn ask_each<T, F: Into<E>>(
        &mut self,
        asked: impl Iterator<Item = Result<T, F>>,
    ) -> Vec<T> {
        let (least, most) = asked.size_hint();
        // Answers are large, so that a list which grows moves more than it holds.
        let mut answers = Vec::with_capacity(most.unwrap_or(least));
        for one in asked {
            answers.extend(self.ask(one));
        }
        answers
    }

    /// Returns whether there are enough errors, so that no other one would be kept.
    pub(crate) fn is_full(&self) -> bool {
        self.errors.len() >= MOST
    }

    /// Keeps an error, or each that it holds, unless it is known already or there are enough of them.
    #[cold]
    pub(crate) fn keep(&mut self, error: E) {
        match error.single() {
            Ok(one) if self.is_full() || self.errors.contains(&one) => {}
            Ok(one) => self.errors.push(one),
            Err(several) => several.into_iter().for_each(|one| self.keep(one)),
        }
    }

    /// Returns the whole if no part of it had an error.
    pub(crate) fn settle<T>(self, whole: impl FnOnce() -> T) -> Result<T, E> {
        match joined(self.errors) {
            None => Ok(whole()),
            Some(error) => Err(error),
        }
    }
}

/// Returns every error of the checks, and makes nothing on the heap while there is none.
///
/// Once enough errors are told, no other check is made, because its error would be dropped.
pub(crate) fn every<E: Plural>(checks: impl IntoIterator<Item = Result<(), E>>) -> Result<(), E> {
    let mut errors = Gathered::new();
    for check in checks {
        errors.ask(check);
        if errors.is_full() {
            break;
        }
    }
    errors.settle(|| ())
}

/// Joins an error with others, each once: a function that ends at its first error looks for the
/// others only then.
#[cold]
pub(crate) fn with_others<E: Plural + Clone>(first: E, others: impl IntoIterator<Item = E>) -> E {
    let mut gathered = Gathered::new();
    gathered.keep(first.clone());
    others.into_iter().for_each(|other| gathered.keep(other));
    joined(gathered.errors).unwrap_or(first)
}

/// Makes an error of a whole from that of a part, single error by single error.
pub(crate) fn lifted<E: Plural, F: Plural>(error: E, lift: impl Fn(E) -> F) -> F {
    match error.single() {
        Ok(one) => lift(one),
        Err(several) => {
            let Several {
                first,
                second,
                others,
            } = *several;
            F::of_several(Box::new(Several {
                first: lift(first),
                second: lift(second),
                others: others.into_iter().map(lift).collect(),
            }))
        }
    }
}

fn joined<E: Plural>(errors: Vec<E>) -> Option<E> {
    let mut errors = errors.into_iter();
    let first = errors.next()?;
    let Some(second) = errors.next() else {
        return Some(first);
    };
    Some(E::of_several(Box::new(Several {
        first,
        second,
        others: errors.collect(),
    })))
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use thiserror::Error;

    use super::{Gathered, Plural, Several, every, lifted, with_others};

    #[derive(Clone, Debug, Eq, Error, PartialEq)]
    enum PartError {
        #[error("part {0} is wrong")]
        One(u8),
        #[error(transparent)]
        Several(Box<Several<Self>>),
    }

    #[derive(Clone, Debug, Eq, Error, PartialEq)]
    enum WholeError {
        #[error("whole: {0}")]
        Part(PartError),
        #[error(transparent)]
        Several(Box<Several<Self>>),
    }

    several!(PartError);
    several!(WholeError);

    fn gathered(parts: &[u8]) -> Option<PartError> {
        let mut gathered = Gathered::<PartError>::new();
        for part in parts {
            assert_eq!(gathered.ask::<()>(Err(PartError::One(*part))), None);
        }
        assert_eq!(gathered.ask(Ok::<_, PartError>(7)), Some(7));
        gathered.settle(|| ()).err()
    }

    #[test]
    fn none_is_no_error_and_one_is_itself() {
        assert_eq!(gathered(&[]), None);
        assert_eq!(gathered(&[3]), Some(PartError::One(3)));
        assert_eq!(gathered(&[3, 3]), Some(PartError::One(3)), "each once");
        let one = PartError::One(3);
        assert_eq!(one.each().collect::<Vec<_>>(), [&one]);
    }

    #[test]
    fn every_check_is_asked() {
        let asked = |wrong: &[u8]| {
            let checks = (0..5).map(|part| match wrong.contains(&part) {
                true => Err(PartError::One(part)),
                false => Ok(()),
            });
            every(checks)
        };
        assert_eq!(asked(&[]), Ok(()));
        assert_eq!(asked(&[4]), Err(PartError::One(4)));
        let both = asked(&[1, 3]).map_err(|error| error.to_string());
        assert_eq!(both, Err("part 1 is wrong; part 3 is wrong".into()));
    }

    #[test]
    fn several_are_listed_one_by_one_and_said_on_one_line() {
        let error = gathered(&[3, 1, 3, 2]).unwrap_or(PartError::One(0));
        let all = [3, 1, 2].map(PartError::One);
        assert!(error.each().eq(&all), "{error:?}");
        let text = "part 3 is wrong; part 1 is wrong; part 2 is wrong";
        assert_eq!(error.to_string(), text);
        let owned: Option<Vec<_>> = error
            .single()
            .err()
            .map(|several| several.into_iter().collect());
        assert_eq!(owned, Some(all.into()));
    }

    #[test]
    fn a_hundred_errors_are_enough() {
        let checks = (0..=250_u8).map(|part| Err(PartError::One(part)));
        let mut made = 0;
        let counted = checks.inspect(|_| made += 1);
        let told = every(counted).err().map(|error| error.each().count());
        assert_eq!(told, Some(100));
        assert_eq!(made, 100, "the other checks are not made");
    }

    #[test]
    fn several_errors_never_hold_several() {
        let two = || gathered(&[1, 2]).unwrap_or(PartError::One(0));
        let joined = with_others(PartError::One(0), [two(), two(), PartError::One(0)]);
        let all = [0, 1, 2].map(PartError::One);
        assert!(joined.each().eq(&all), "{joined:?}");
        let lifted = lifted(joined, WholeError::Part);
        assert!(lifted.each().eq(&all.map(WholeError::Part)), "{lifted:?}");
        let text = "whole: part 0 is wrong; whole: part 1 is wrong; whole: part 2 is wrong";
        assert_eq!(lifted.to_string(), text);
    }
}
