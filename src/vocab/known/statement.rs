use alloc::string::{String, ToString};

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::form::{Described, Field, Form, Shape, Tree};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::PersonId;
use crate::vocab::time::Days;

/// One statement of a fact (陈述): the value, the grade of its evidence, and the day it was learnt.
///
/// # Examples
///
/// ```
/// use keqing::vocab::known::{Grade, Statement};
///
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let said = Statement::new(3, Grade::CustomerStated).with_on(on);
/// assert_eq!(said.on, Some(on));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(deny_unknown_fields, expecting = "a value with its grade and its day")]
pub struct Statement<T> {
    /// The value; it is `"none"` in JSON when it is known to be nobody or nothing.
    #[serde(
        deserialize_with = "super::nothing::deserialize",
        serialize_with = "super::nothing::serialize",
        bound(deserialize = "T: DeserializeOwned", serialize = "T: Serialize")
    )]
    pub value: T,
    /// The grade of its evidence.
    pub grade: Grade,
    /// The day on which it was learnt; without one it is of the day that is asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// The last day on which it holds, of what has an end of its own, such as a contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The person who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// The path of the facts from which it was derived, if nobody stated it.
    #[serde(skip)]
    pub(crate) origin: Option<&'static str>,
}

impl<T> Statement<T> {
    /// Makes a statement of the day that is asked about, by nobody in particular.
    #[must_use]
    pub const fn new(value: T, grade: Grade) -> Self {
        Self {
            value,
            grade,
            on: None,
            until: None,
            by: None,
            origin: None,
        }
    }

    /// Marks the statement as derived from the facts at a path of the dossier.
    #[must_use]
    pub(crate) fn derived_from(self, path: &'static str) -> Self {
        Self {
            origin: Some(path),
            ..self
        }
    }

    /// Returns the statement with another `on`.
    #[must_use]
    pub fn with_on(self, on: impl Into<Option<NaiveDate>>) -> Self {
        Self {
            on: on.into(),
            ..self
        }
    }

    /// Returns the statement with another `until`.
    #[must_use]
    pub fn with_until(self, until: impl Into<Option<NaiveDate>>) -> Self {
        Self {
            until: until.into(),
            ..self
        }
    }

    /// Returns the statement with another `by`.
    #[must_use]
    pub fn with_by(self, by: impl Into<Option<PersonId>>) -> Self {
        Self {
            by: by.into(),
            ..self
        }
    }

    /// Returns the first day on which the statement holds no longer, or `None` if it never ends.
    #[must_use]
    pub fn ends(&self, lasting: Lasting) -> Option<NaiveDate> {
        match self.until {
            Some(until) => until.succ_opt(),
            None => lasting.end(self.on),
        }
    }

    /// Returns the first day on which the statement holds no longer, if it has come by a day.
    #[inline]
    pub(super) fn ended(&self, as_of: NaiveDate, lasting: Lasting) -> Option<NaiveDate> {
        match self.until {
            Some(until) if as_of <= until => None,
            Some(until) => until.succ_opt(),
            None => lasting.ended(self.on, as_of),
        }
    }

    /// Returns whether the statement still holds on a day.
    pub(super) fn holds(&self, as_of: NaiveDate, lasting: Lasting) -> bool {
        self.ended(as_of, lasting).is_none()
    }

    pub(super) fn known(&self) -> Known<T>
    where
        T: Clone,
    {
        Known::graded(self.value.clone(), self.grade)
    }

    /// Orders by grade and then by day; a statement without a day is of the day that is asked about.
    pub(super) fn rank(&self, as_of: NaiveDate) -> (Grade, NaiveDate) {
        (self.grade, self.on.unwrap_or(as_of))
    }
}

impl<T: Serialize> Statement<T> {
    /// Returns what orders statements of one grade and day: the value as it stands in JSON, and who said it.
    pub(super) fn told(&self) -> (String, Option<PersonId>, Option<NaiveDate>) {
        (Tree::of(&self.value).to_string(), self.by, self.until)
    }
}

/// The time for which a statement holds (有效期).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a fact is a state or has an end of its own"
)]
pub enum Lasting {
    /// A state: the number of days after the statement on which it still holds; `None` is for ever.
    State(Option<Days>),
    /// A term, such as a contract: it holds until its own last day, and for ever without one.
    Term,
}

impl Lasting {
    /// Returns the first day on which something that was learnt on a day holds no longer.
    ///
    /// It is `None` if that never ends, and if the day is not stated.
    #[must_use]
    pub fn end(self, on: Option<NaiveDate>) -> Option<NaiveDate> {
        match (self, on) {
            (Self::State(Some(days)), Some(on)) => days.after(on)?.succ_opt(),
            _ => None,
        }
    }

    /// Returns the first day on which something that was learnt on a day holds no longer, if it has come by another day.
    #[inline]
    pub(crate) fn ended(self, on: Option<NaiveDate>, as_of: NaiveDate) -> Option<NaiveDate> {
        let Self::State(Some(days)) = self else {
            return None;
        };
        // Most facts still hold, and two numbers of days are compared faster than the date of the end is found.
        let has_ended = Days::between(on?, as_of).is_some_and(|age| days < age);
        has_ended.then(|| self.end(on)).flatten()
    }
}

crate::form::toured! {
    Statement<T> {
        value: T, grade: Grade, on: Option<NaiveDate>, until: Option<NaiveDate>, by: Option<PersonId>,
    }
}

impl<T: Described> Described for Statement<T> {
    const FORM: &'static Form = &Form::new(
        "Statement",
        Shape::Record(
            const {
                &[
                    Field::new("value", &["The value."], const { &T::FORM.never_null() }),
                    Field::new("grade", &["The grade of its evidence."], Grade::FORM),
                    Field::new(
                        "on",
                        &["The day on which it was learnt."],
                        Option::<NaiveDate>::FORM,
                    ),
                    Field::new(
                        "until",
                        &["The last day on which it holds."],
                        Option::<NaiveDate>::FORM,
                    ),
                    Field::new("by", &["The person who said it."], Option::<PersonId>::FORM),
                ]
            },
        ),
    );
}
