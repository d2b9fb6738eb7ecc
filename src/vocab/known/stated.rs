use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Field, Form, Shape, Tree, value_of};
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
        let last = match (self.until, lasting, self.on) {
            (Some(until), ..) => until,
            (None, Lasting::State(Some(days)), Some(on)) => {
                on.checked_add_days(chrono::Days::new(u64::from(days.count())))?
            }
            _ => return None,
        };
        last.succ_opt()
    }

    fn known(&self) -> Known<T>
    where
        T: Clone,
    {
        Known::graded(self.value.clone(), self.grade)
    }

    /// Orders by grade and then by day; a statement without a day is of the day that is asked about.
    fn rank(&self, as_of: NaiveDate) -> (Grade, NaiveDate) {
        (self.grade, self.on.unwrap_or(as_of))
    }
}

impl<T: Serialize> Statement<T> {
    /// Returns what orders statements of one grade and day: the value as it stands in JSON, and who said it.
    fn told(&self) -> (String, Option<PersonId>, Option<NaiveDate>) {
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

/// All statements of one fact (各方陈述), in any order.
///
/// On a day, a statement counts that was made by then and still holds. Of several the better grade counts, then the later
/// day. If the best two differ and have the same grade and day, the value is unknown.
///
/// In JSON it is one statement or a list of them; `null` and absence are unknown.
///
/// # Examples
///
/// ```
/// use keqing::vocab::known::{Grade, Known, Lasting, Stated, Statement};
/// use keqing::vocab::time::Days;
///
/// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let stated = Stated::several([
///     Statement::new(60, Grade::CustomerStated).with_on(date(9, 1)?),
///     Statement::new(48, Grade::Measured).with_on(date(6, 30)?),
/// ]);
/// let found = stated.as_of(date(12, 31)?, Lasting::State(Some(Days::new(365))));
/// assert_eq!(found.known, Known::measured(48));
/// assert!(found.dispute.is_some(), "the customer said 60");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Stated<T> {
    statements: Vec<Statement<T>>,
}

/// The value of a fact on a day, by its statements (当日所知).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Current<T> {
    /// The value that counts.
    pub known: Known<T>,
    /// The day on which it was learnt, if it is said.
    pub on: Option<NaiveDate>,
    /// The first day without a statement that holds, if all of them have ended.
    pub expired: Option<NaiveDate>,
    /// The number of statements that were made after the day.
    pub ahead: usize,
    /// The strongest two statements that hold and differ.
    pub dispute: Option<[Statement<T>; 2]>,
}

impl<T> Stated<T> {
    /// Makes a fact that nobody has stated.
    #[must_use]
    pub const fn unknown() -> Self {
        Self {
            statements: Vec::new(),
        }
    }

    /// Makes a fact of several statements.
    #[must_use]
    pub fn several(statements: impl IntoIterator<Item = Statement<T>>) -> Self {
        Self {
            statements: statements.into_iter().collect(),
        }
    }

    /// Makes a fact that was counted or recorded, as of the day that is asked about.
    #[must_use]
    pub fn measured(value: T) -> Self {
        Statement::new(value, Grade::Measured).into()
    }

    /// Makes a fact that the customer stated, as of the day that is asked about.
    #[must_use]
    pub fn customer_stated(value: T) -> Self {
        Statement::new(value, Grade::CustomerStated).into()
    }

    /// Makes a fact that was estimated, as of the day that is asked about.
    #[must_use]
    pub fn estimated(value: T) -> Self {
        Statement::new(value, Grade::Estimated).into()
    }

    /// Adds a fact that was derived from others, as one more statement.
    ///
    /// Nothing is added if it is unknown.
    #[must_use]
    pub(crate) fn and_derived(mut self, known: Known<T>, path: &'static str) -> Self {
        if let Known::Given(given) = known {
            let statement = Statement::new(given.value, given.grade);
            self.statements.push(statement.derived_from(path));
        }
        self
    }

    /// Returns the statements, as they were given.
    #[must_use]
    pub fn statements(&self) -> &[Statement<T>] {
        &self.statements
    }

    /// Returns whether anybody has stated the fact.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        !self.statements.is_empty()
    }

    /// Returns the statements that are made by the day and hold on it.
    pub fn in_force(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
    ) -> impl Iterator<Item = &Statement<T>> {
        self.statements.iter().filter(move |one| {
            one.on.is_none_or(|on| on <= as_of) && one.ends(lasting).is_none_or(|end| as_of < end)
        })
    }
}

impl<T: Clone + Eq + Serialize> Stated<T> {
    /// Returns the value of the fact on a day.
    #[must_use]
    pub fn as_of(&self, as_of: NaiveDate, lasting: Lasting) -> Current<T> {
        let mut found = Current {
            known: Known::Unknown,
            on: None,
            expired: None,
            ahead: 0,
            dispute: None,
        };
        let ahead = |one: &&Statement<T>| one.on.is_some_and(|on| as_of < on);
        found.ahead = self.statements.iter().filter(ahead).count();
        let Some(best) = self.best(as_of, lasting, |_| true) else {
            let past = self.statements.iter().filter(|one| !ahead(one));
            found.expired = past.filter_map(|one| one.ends(lasting)).max();
            return found;
        };
        let other = self.best(as_of, lasting, |one| one.value != best.value);
        found.dispute = other.map(|other| [best.clone(), other.clone()]);
        // Two that are equally strong and differ are no knowledge.
        if other.is_none_or(|other| other.rank(as_of) < best.rank(as_of)) {
            found.known = best.known();
            found.on = best.on;
        }
        found
    }

    /// Returns the value that a gate reads on a day: the strictest of those that are stated.
    ///
    /// If a statement in force does not pass, it is that one. Else it is the best one.
    #[must_use]
    pub fn strictest(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
        mut passes: impl FnMut(&T) -> bool,
    ) -> Known<T> {
        let refused = self.best(as_of, lasting, |one| !passes(&one.value));
        let read = refused.or_else(|| self.best(as_of, lasting, |_| true));
        read.map_or(Known::Unknown, Statement::known)
    }

    /// Returns the strongest statement in force that the closure accepts.
    fn best(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
        mut accepts: impl FnMut(&Statement<T>) -> bool,
    ) -> Option<&Statement<T>> {
        self.in_force(as_of, lasting)
            .filter(|one| accepts(one))
            .reduce(|best, next| match next.rank(as_of).cmp(&best.rank(as_of)) {
                Ordering::Greater => next,
                // The place in the list decides nothing.
                Ordering::Equal if next.told() < best.told() => next,
                Ordering::Less | Ordering::Equal => best,
            })
    }
}

impl<T> Default for Stated<T> {
    fn default() -> Self {
        Self::unknown()
    }
}

impl<T> From<Statement<T>> for Stated<T> {
    fn from(statement: Statement<T>) -> Self {
        Self::several([statement])
    }
}

impl<T> From<Known<T>> for Stated<T> {
    fn from(known: Known<T>) -> Self {
        match known {
            Known::Unknown => Self::unknown(),
            Known::Given(given) => Statement::new(given.value, given.grade).into(),
        }
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

impl<T: Described> Described for Stated<T> {
    const FORM: &'static Form = &Form::new(
        T::FORM.in_code(),
        Shape::Optional(
            const {
                &Form::new(
                    "Stated",
                    Shape::Either(const { &[Statement::<T>::FORM, Vec::<Statement<T>>::FORM] }),
                )
            },
        ),
    );
}

impl<T: Serialize> Serialize for Stated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.statements.as_slice() {
            [] => serializer.serialize_none(),
            [one] => one.serialize(serializer),
            several => several.serialize(serializer),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Tree::deserialize(deserializer)?;
        let statements = match &tree {
            Tree::Null => Ok(Vec::new()),
            Tree::List(_) => value_of(&tree),
            _ => value_of(&tree).map(|one| alloc::vec![one]),
        };
        Ok(Self {
            statements: statements.map_err(D::Error::custom)?,
        })
    }
}
