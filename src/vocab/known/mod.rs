//! Facts that are unknown, or known with a grade (已知程度).
//!
//! ```text
//! value + Grade     -> Known::Given     estimated < stated by the customer < measured
//! nothing           -> Known::Unknown   no rule turns it into false, zero or a default
//! Known + a minimum -> Met or Missing   a rule says which grades it accepts
//! Statements + day  -> Current          the best one that holds on the day, and whether others differ
//! ```
//!
//! - *Looks at*: A value, or none, and the evidence for it.
//! - *Why*: An estimate weighs less than the word of the customer, and that weighs less than a
//!   measurement.
//! - *Breaks it*: An unknown fact that a rule needs. A grade below the one that a rule accepts.
//! - *Keeps it*: A value with the grade of its evidence.
//! - *Rules*: None of its own; each rule says which grades it accepts.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::known::{Grade, Known};
//!
//! let headcount: Known<u32> = "40".parse().map(Known::customer_stated)?;
//! assert_eq!(headcount.grade(), Some(Grade::CustomerStated));
//! assert!(!Known::<u32>::Unknown.is_known());
//! # Ok::<(), core::num::ParseIntError>(())
//! ```

mod contradiction;
mod day_reader;
pub(crate) mod decimal;
mod form;
mod graded;
mod newest;
mod nothing;
mod stated;
#[cfg(test)]
mod stated_tests;
mod statement;

pub use contradiction::{Contradiction, Said};
pub(crate) use day_reader::DayReader;
pub use day_reader::Expired;
pub use graded::{Grade, Graded};
pub use stated::{Current, Stated};
pub use statement::{Lasting, Statement};

use core::fmt;

use chrono::NaiveDate;

/// A fact that may be unknown (事实); a known fact carries the grade of its evidence and the day on which it was
/// learnt.
///
/// Unknown is a value of its own. No rule turns it into `false`, zero or a default. A rule that
/// needs an unknown fact answers [`Outcome::Missing`](crate::verdict::Outcome::Missing).
///
/// In JSON an unknown fact is `null` or left out, and a known one is
/// `{"value": …, "grade": "measured", "on": "2024-06-30"}`. The value `"none"` is known to be nobody or nothing.
///
/// The function that assesses a whole system reads the day: what was learnt after the day asked about is left
/// out and counted, and what the policy holds to be too old is unknown and listed as [`Expired`]. A function that
/// decides one thing takes the fact as it is given. A dossier needs the day.
///
/// # Examples
///
/// ```
/// use keqing::vocab::known::{Grade, Known};
///
/// let departments = Known::measured(3_u32);
/// assert_eq!(departments.value(), Some(&3));
/// assert_eq!(departments.grade(), Some(Grade::Measured));
/// assert_eq!(Known::<u32>::Unknown.value(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a fact is known or it is not")]
pub enum Known<T> {
    /// The value that nobody has stated.
    #[default]
    Unknown,
    /// The value given, with its evidence.
    Given(Graded<T>),
}

impl<T> Known<T> {
    /// Makes a fact that was counted or recorded.
    #[must_use]
    pub const fn measured(value: T) -> Self {
        Self::graded(value, Grade::Measured)
    }

    /// Makes a fact that the customer stated.
    #[must_use]
    pub const fn customer_stated(value: T) -> Self {
        Self::graded(value, Grade::CustomerStated)
    }

    /// Makes a fact that somebody on our side, or a formula, estimated.
    #[must_use]
    pub const fn estimated(value: T) -> Self {
        Self::graded(value, Grade::Estimated)
    }

    /// Makes a fact of the given grade.
    #[must_use]
    pub const fn graded(value: T, grade: Grade) -> Self {
        Self::Given(Graded::new(value, grade))
    }

    /// Returns the value, or `None` if it is unknown.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Unknown => None,
            Self::Given(given) => Some(&given.value),
        }
    }

    /// Returns the grade of the evidence, or `None` if the fact is unknown.
    #[must_use]
    pub const fn grade(&self) -> Option<Grade> {
        match self {
            Self::Unknown => None,
            Self::Given(given) => Some(given.grade),
        }
    }

    /// Returns the day on which the fact was learnt, or `None` if it is unknown or of the day asked about.
    #[must_use]
    pub const fn on(&self) -> Option<NaiveDate> {
        match self {
            Self::Unknown => None,
            Self::Given(given) => given.on,
        }
    }

    /// Returns the fact, learnt on a day; an unknown one stays unknown.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::known::Known;
    ///
    /// let day = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
    /// assert_eq!(Known::measured(3).with_on(day).on(), Some(day));
    /// assert_eq!(Known::<u32>::Unknown.with_on(day).on(), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn with_on(self, on: impl Into<Option<NaiveDate>>) -> Self {
        match self {
            Self::Unknown => Self::Unknown,
            Self::Given(given) => Self::Given(Graded {
                on: on.into(),
                ..given
            }),
        }
    }

    /// Returns the fact as it stands on a day: unknown if it was learnt later, or has expired.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::known::{Known, Lasting};
    /// use keqing::vocab::time::Days;
    ///
    /// let day = |day| chrono::NaiveDate::from_ymd_opt(2024, 6, day).ok_or("no such date");
    /// let week = Lasting::State(Some(Days::new(7)));
    /// let fact = Known::measured(3).with_on(day(10)?);
    /// assert!(fact.as_of(day(17)?, week).is_known());
    /// assert!(!fact.as_of(day(18)?, week).is_known());
    /// assert!(!fact.as_of(day(9)?, week).is_known());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn as_of(self, as_of: NaiveDate, lasting: Lasting) -> Self {
        let is_learnt = self.on().is_none_or(|on| on <= as_of);
        let holds = lasting.ended(self.on(), as_of).is_none();
        match is_learnt && holds {
            true => self,
            false => Self::Unknown,
        }
    }

    /// Returns whether the fact is known.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Given(_))
    }

    /// Returns the fact with its value borrowed.
    #[must_use]
    pub const fn as_ref(&self) -> Known<&T> {
        match self {
            Self::Unknown => Known::Unknown,
            Self::Given(given) => Known::Given(given.with(&given.value)),
        }
    }

    /// Returns the fact with a function applied to its value; its evidence is kept.
    #[must_use]
    pub fn map<U>(self, function: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Unknown => Known::Unknown,
            Self::Given(given) => {
                let Graded { value, grade, on } = given;
                Known::Given(Graded {
                    value: function(value),
                    grade,
                    on,
                })
            }
        }
    }

    /// Returns the value itself, or `None` if it is unknown.
    #[must_use]
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Unknown => None,
            Self::Given(given) => Some(given.value),
        }
    }

    /// Returns the value itself, or another one if it is unknown.
    ///
    /// A caller uses it for its own purposes, such as a column of a table. No rule uses it.
    #[must_use]
    pub fn unwrap_or(self, otherwise: T) -> T {
        self.into_value().unwrap_or(otherwise)
    }

    /// Makes a fact of a value that may be missing; `None` makes an unknown fact.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::known::{Grade, Known};
    ///
    /// assert_eq!(Known::of(Some(3), Grade::Measured), Known::measured(3));
    /// assert_eq!(Known::of(None::<u32>, Grade::Measured), Known::Unknown);
    /// ```
    #[must_use]
    pub fn of(value: Option<T>, grade: Grade) -> Self {
        value.map_or(Self::Unknown, |value| Self::graded(value, grade))
    }

    /// Returns this fact if it is known, and the other one if it is not.
    ///
    /// A known fact is kept whatever its grade: a measurement does not replace an estimate.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::known::Known;
    ///
    /// let stated = Known::customer_stated(3);
    /// assert_eq!(stated.or(Known::measured(4)), stated);
    /// assert_eq!(Known::Unknown.or(stated), stated);
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match self {
            Self::Unknown => other,
            Self::Given(given) => Self::Given(given),
        }
    }
}

impl<T> Known<Option<T>> {
    /// Returns nothing if it is known that there is nothing, and else the fact about the value.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::known::Known;
    ///
    /// assert_eq!(Known::measured(Some(3)).transpose(), Some(Known::measured(3)));
    /// assert_eq!(Known::measured(None::<u8>).transpose(), None);
    /// assert_eq!(Known::<Option<u8>>::Unknown.transpose(), Some(Known::Unknown));
    /// ```
    #[must_use]
    pub fn transpose(self) -> Option<Known<T>> {
        match self {
            Self::Unknown => Some(Known::Unknown),
            Self::Given(Graded { value, grade, on }) => {
                value.map(|value| Known::Given(Graded { value, grade, on }))
            }
        }
    }
}

impl<T> From<Known<T>> for Option<T> {
    fn from(fact: Known<T>) -> Self {
        fact.into_value()
    }
}

impl<T: fmt::Display> fmt::Display for Known<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("unknown"),
            Self::Given(given) => given.value.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Grade, Known};

    #[test]
    fn the_grades_are_ordered_by_weight() {
        assert!(Grade::Estimated < Grade::CustomerStated);
        assert!(Grade::CustomerStated < Grade::Measured);
    }

    #[test]
    fn mapping_keeps_the_grade_and_never_makes_a_fact_known() {
        assert_eq!(Known::estimated(2).map(|n| n + 1), Known::estimated(3));
        assert_eq!(Known::<u8>::Unknown.map(|n| n + 1), Known::Unknown);
    }

    #[test]
    fn the_first_known_fact_is_kept_whatever_its_grade() {
        let (guess, count) = (Known::estimated(2), Known::measured(3));
        for (one, other, expected) in [
            (guess, count, guess),
            (count, guess, count),
            (Known::Unknown, guess, guess),
            (guess, Known::Unknown, guess),
            (Known::Unknown, Known::Unknown, Known::Unknown),
        ] {
            assert_eq!(one.or(other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn json_is_null_or_a_graded_value() -> Result<(), serde_json::Error> {
        assert_eq!(serde_json::from_str::<Known<u8>>("null")?, Known::Unknown);
        assert_eq!(
            serde_json::from_str::<Known<u8>>(r#"{"value": 3, "grade": "customer-stated"}"#)?,
            Known::customer_stated(3)
        );
        assert_eq!(
            serde_json::to_string(&Known::measured(3))?,
            r#"{"value":3,"grade":"measured"}"#
        );
        Ok(())
    }

    #[test]
    fn nothing_is_a_word_and_never_null() -> Result<(), serde_json::Error> {
        let nobody = Known::measured(None::<u8>);
        let json = r#"{"value":"none","grade":"measured"}"#;
        assert_eq!(serde_json::to_string(&nobody)?, json);
        assert_eq!(serde_json::from_str::<Known<Option<u8>>>(json)?, nobody);
        let null = r#"{"value": null, "grade": "measured"}"#;
        assert!(serde_json::from_str::<Known<Option<u8>>>(null).is_err());
        assert!(serde_json::from_str::<Known<u8>>(json).is_err());
        Ok(())
    }

    #[test]
    fn a_bare_value_without_its_grade_is_refused() {
        assert!(serde_json::from_str::<Known<u8>>("3").is_err());
        assert!(serde_json::from_str::<Known<u8>>(r#"{"value": 3}"#).is_err());
        let without_value = r#"{"grade": "measured"}"#;
        assert!(serde_json::from_str::<Known<Option<u8>>>(without_value).is_err());
    }
}
