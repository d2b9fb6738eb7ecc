use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{Described, Form, Guest, Shape, Spot, Toured, Tree, value_of};
use crate::vocab::known::newest::Newest;
use crate::vocab::known::statement::{Lasting, Statement};
use crate::vocab::known::{Grade, Known};

/// All statements of one fact (各方陈述), in any order.
///
/// On a day, a statement counts that was made by then and still holds. A later one of the same or a better grade
/// supersedes it, also after the later one has ended. A word of one person of the customer does not supersede that of
/// another one. Of several the better grade counts, then the later day. If the
/// best two differ and have the same grade and day, the value is unknown.
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

impl<T> Current<T> {
    /// Nothing is known, and nothing was.
    pub(super) const UNKNOWN: Self = Self {
        known: Known::Unknown,
        on: None,
        expired: None,
        ahead: 0,
        dispute: None,
    };
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

    /// Adds a fact that was derived from others on a day, as one more statement.
    ///
    /// Nothing is added if it is unknown.
    pub(crate) fn derive(&mut self, known: Known<T>, path: &'static str, on: NaiveDate) {
        if let Known::Given(given) = known {
            let statement = Statement::new(given.value, given.grade).with_on(on);
            self.statements.push(statement.derived_from(path));
        }
    }

    /// Adds the statements of the same fact from another place that were made by a day, with its path.
    pub(crate) fn join(&mut self, other: &Self, path: &'static str, as_of: NaiveDate)
    where
        T: Clone,
    {
        let made = other.made(as_of).cloned();
        self.statements
            .extend(made.map(|one| one.derived_from(path)));
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

    /// Returns the statements that are made by the day and hold on it, the superseded ones included.
    pub fn in_force(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
    ) -> impl Iterator<Item = &Statement<T>> {
        self.made(as_of)
            .filter(move |one| one.holds(as_of, lasting))
    }

    /// Returns the statements that hold on a day, without those that a later one supersedes.
    pub(crate) fn counting(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
    ) -> impl Iterator<Item = &Statement<T>> {
        self.standing(as_of)
            .filter(move |one| one.holds(as_of, lasting))
    }

    /// Returns the statements that are made by the day.
    pub(crate) fn made(&self, as_of: NaiveDate) -> impl Iterator<Item = &Statement<T>> + Clone {
        let all = self.statements.iter();
        all.filter(move |one| one.on.is_none_or(|on| on <= as_of))
    }

    /// Returns the statements that are made by the day, and that no later one of the same or a better grade
    /// supersedes. A later one supersedes also after it has ended, and never the word of somebody else of the customer.
    fn standing(&self, as_of: NaiveDate) -> impl Iterator<Item = &Statement<T>> {
        let newest = Newest::of(self.made(as_of), as_of);
        self.made(as_of).filter(move |one| {
            let (_, day) = one.rank(as_of);
            Some(day) >= newest.rival(one)
        })
    }
}

impl<T: Clone + Eq + Serialize> Stated<T> {
    /// Returns the value of the fact on a day.
    #[must_use]
    #[inline]
    pub fn as_of(&self, as_of: NaiveDate, lasting: Lasting) -> Current<T> {
        // Most facts have one statement, with which no other one is compared.
        match self.statements.as_slice() {
            [] => Current::UNKNOWN,
            [one] => alone(one, as_of, lasting),
            _ => self.compare(as_of, lasting),
        }
    }

    /// Returns the value of a fact of several statements on a day.
    fn compare(&self, as_of: NaiveDate, lasting: Lasting) -> Current<T> {
        let made = self.made(as_of).count();
        let mut found = Current {
            ahead: self.statements.len().saturating_sub(made),
            ..Current::UNKNOWN
        };
        let standing = || self.counting(as_of, lasting);
        let Some(best) = strongest(standing(), as_of) else {
            let past = self.standing(as_of);
            found.expired = past.filter_map(|one| one.ends(lasting)).max();
            return found;
        };
        let differs = |one: &&Statement<T>| one.value != best.value;
        let other = strongest(self.in_force(as_of, lasting).filter(differs), as_of);
        found.dispute = other.map(|other| compared(best, other, as_of));
        // Two that are equally strong and differ are no knowledge.
        let rank = best.rank(as_of);
        if !standing().any(|one| differs(&one) && one.rank(as_of) == rank) {
            found.known = best.known();
            found.on = best.on;
        }
        found
    }

    /// Returns the value that a gate reads on a day: the strictest of those that are stated.
    ///
    /// If a statement in force does not pass, it is that one. Else it is the best one. A statement that is
    /// superseded is not read. The value is unknown if only the end of a statement that did not pass
    /// would let it pass.
    #[must_use]
    pub fn strictest(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
        passes: impl Fn(&T) -> bool,
    ) -> Known<T> {
        self.read(as_of, lasting, passes, |_, _| Ordering::Equal).0
    }

    /// Returns the value that a gate reads, and the first day without one, if there was one before.
    ///
    /// Of equally strong statements it is the least one of the order.
    #[inline]
    pub(crate) fn read(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
        passes: impl Fn(&T) -> bool,
        order: impl Fn(&T, &T) -> Ordering,
    ) -> (Known<T>, Option<NaiveDate>) {
        let Current { known, expired, .. } = match self.statements.as_slice() {
            [] => Current::UNKNOWN,
            [one] => alone(one, as_of, lasting),
            _ => return self.read_several(as_of, lasting, passes, order),
        };
        (known, expired)
    }

    /// Returns the value that a gate reads of several statements.
    fn read_several(
        &self,
        as_of: NaiveDate,
        lasting: Lasting,
        passes: impl Fn(&T) -> bool,
        order: impl Fn(&T, &T) -> Ordering,
    ) -> (Known<T>, Option<NaiveDate>) {
        let best = |accepts: &dyn Fn(&Statement<T>) -> bool| {
            let standing = self.standing(as_of).filter(|one| accepts(one));
            standing.reduce(|best, next| {
                let rank = next.rank(as_of).cmp(&best.rank(as_of));
                let stricter = order(&best.value, &next.value);
                // The place in the list decides nothing.
                let first = || best.told().cmp(&next.told());
                match rank.then(stricter).then_with(first) {
                    Ordering::Greater => next,
                    Ordering::Less | Ordering::Equal => best,
                }
            })
        };
        let holds = |one: &Statement<T>| one.holds(as_of, lasting);
        if let Some(refused) = best(&|one| holds(one) && !passes(&one.value)) {
            return (refused.known(), None);
        }
        // What was refused until the end of another statement was not opened by that end.
        let ends = self.standing(as_of).filter(|one| !passes(&one.value));
        let refused_until = ends.filter_map(|one| one.ends(lasting)).max();
        let is_free =
            |one: &Statement<T>| refused_until.is_none_or(|end| end <= one.on.unwrap_or(as_of));
        match best(&|one| holds(one) && is_free(one)) {
            Some(read) => (read.known(), None),
            None => {
                let ended = self.standing(as_of);
                let ended = ended.filter_map(|one| one.ended(as_of, lasting));
                (Known::Unknown, ended.max())
            }
        }
    }
}

/// Returns the value of a fact on a day of which there is one statement.
#[inline]
fn alone<T: Clone>(one: &Statement<T>, as_of: NaiveDate, lasting: Lasting) -> Current<T> {
    if one.on.is_some_and(|on| as_of < on) {
        return Current {
            ahead: 1,
            ..Current::UNKNOWN
        };
    }
    match one.ended(as_of, lasting) {
        Some(since) => Current {
            expired: Some(since),
            ..Current::UNKNOWN
        },
        None => Current {
            known: one.known(),
            on: one.on,
            ..Current::UNKNOWN
        },
    }
}

/// Returns the strongest of some statements; no place in a list decides between equals.
fn strongest<'a, T: Serialize>(
    statements: impl Iterator<Item = &'a Statement<T>>,
    as_of: NaiveDate,
) -> Option<&'a Statement<T>> {
    statements.reduce(|best, next| match next.rank(as_of).cmp(&best.rank(as_of)) {
        Ordering::Greater => next,
        Ordering::Equal if next.told() < best.told() => next,
        Ordering::Less | Ordering::Equal => best,
    })
}

/// Returns two statements side by side: if one of them has a day, the other one has it too.
fn compared<T: Clone>(
    first: &Statement<T>,
    second: &Statement<T>,
    as_of: NaiveDate,
) -> [Statement<T>; 2] {
    let day = first.on.or(second.on).map(|_| as_of);
    [first, second].map(|one| one.clone().with_on(one.on.or(day)))
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

impl<T: Toured> Toured for Stated<T> {
    fn tour(&self, spot: &Spot<'_>, guest: &mut dyn Guest) {
        match self.statements.as_slice() {
            [one] => one.tour(spot, guest),
            several => several.tour(spot, guest),
        }
    }
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
