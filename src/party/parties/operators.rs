use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{Several, choice, every, lifting, mirrored, several};
use crate::party::parties::person::Person;
use crate::party::parties::register::Register;
use crate::party::parties::register_error::RegisterError;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

choice! {
    /// The people who act for one organization (操作者), or the date since when nobody does.
    ///
    /// PTY-01 and PTY-02 define them.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::{Operators, OperatorsError};
    ///
    /// assert_eq!(Operators::people([]), Err(OperatorsError::Empty));
    /// ```
    #[derive(Hash)]
    pub closed enum Operators {
        /// One person or more.
        People(People),
        /// No person for the time being, and none before of whom the facts speak.
        Vacant {
            /// The first day without anybody.
            since: NaiveDate,
        },
        /// No person for the time being, after people who have left.
        /// Their last days lie before the first day without anybody.
        Left {
            /// The first day without anybody.
            since: NaiveDate,
            /// The people who acted before, and those who act after.
            people: People,
        },
    }
}

impl Operators {
    /// Makes a place with people in it.
    ///
    /// # Errors
    ///
    /// [`OperatorsError`] is returned when there is nobody, and when somebody has two offices on one day.
    pub fn people(people: impl IntoIterator<Item = Person>) -> Result<Self, OperatorsError> {
        People::new(people).map(Self::People)
    }

    /// Makes a place that people have left, and that nobody fills for the time being.
    ///
    /// # Errors
    ///
    /// [`OperatorsError`] is returned when there is nobody, when somebody has two offices on one day, and when
    /// somebody still acts on the first day without anybody.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::{Operators, Person};
    /// use keqing::vocab::words::{Department, Level};
    ///
    /// let date = |day| chrono::NaiveDate::from_ymd_opt(2024, 5, day).ok_or("no such date");
    /// let li = Person::new("li", Department::Sales, Level::Operator)?.with_until(Some(date(30)?));
    /// assert!(Operators::left(date(31)?, [li]).is_ok());
    /// assert!(Operators::left(date(30)?, [li]).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn left(
        since: NaiveDate,
        people: impl IntoIterator<Item = Person>,
    ) -> Result<Self, OperatorsError> {
        let people = People::new(people)?;
        let left = Self::Left { since, people };
        left.check()?;
        Ok(left)
    }

    /// Returns the people, by id and first day; the list is empty if nobody is known to have acted.
    #[must_use]
    pub fn as_slice(&self) -> &[Person] {
        match self {
            Self::People(people) | Self::Left { people, .. } => people.as_slice(),
            Self::Vacant { .. } => &[],
        }
    }

    /// Returns the first day without anybody, if the place is declared vacant.
    #[must_use]
    pub const fn vacant_since(&self) -> Option<NaiveDate> {
        match self {
            Self::People(_) => None,
            Self::Vacant { since } | Self::Left { since, .. } => Some(*since),
        }
    }

    /// Checks that nobody acts on the first day without anybody.
    pub(crate) fn check(&self) -> Result<(), OperatorsError> {
        let Some(since) = self.vacant_since() else {
            return Ok(());
        };
        let still = self.as_slice().iter().filter(|one| one.acts_on(since));
        every(still.map(|one| {
            let person = one.id;
            Err(OperatorsError::StillActs { person, since })
        }))
    }
}

/// One person or more (人员集合), in the order of their ids and first days.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "Vec<Person>", into = "Vec<Person>")]
pub struct People(Vec<Person>);

mirrored! { People as Vec<Person>; }

impl People {
    /// Makes a set of people.
    ///
    /// # Errors
    ///
    /// [`OperatorsError::Empty`] is returned when there is nobody, and [`OperatorsError::Register`] when
    /// a person has two offices on one day.
    pub fn new(people: impl IntoIterator<Item = Person>) -> Result<Self, OperatorsError> {
        let register = Register::new(people, [])?;
        let people = register.side(Side::Supplier);
        if people.is_empty() {
            return Err(OperatorsError::Empty);
        }
        Ok(Self(people.to_vec()))
    }

    /// Returns the people, in the order of their ids and first days; there is at least one.
    #[must_use]
    pub fn as_slice(&self) -> &[Person] {
        &self.0
    }
}

impl TryFrom<Vec<Person>> for People {
    type Error = OperatorsError;

    fn try_from(people: Vec<Person>) -> Result<Self, Self::Error> {
        Self::new(people)
    }
}

impl From<People> for Vec<Person> {
    fn from(people: People) -> Self {
        people.0
    }
}

/// Returned when persons make no [`People`].
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum OperatorsError {
    /// Nobody was named.
    #[error("an operator is one or more people, got none: say since when the place is vacant")]
    Empty,
    /// The people make no register.
    #[error(transparent)]
    Register(RegisterError),
    /// Several people are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// Somebody acts on the first day without anybody.
    #[error("the place is vacant since {since}, and `{person}` acts on that day: give `until`")]
    StillActs {
        /// The person.
        person: PersonId,
        /// The first day without anybody.
        since: NaiveDate,
    },
}

several!(pub OperatorsError);

lifting! { OperatorsError: Register(RegisterError) }

#[cfg(test)]
mod tests {
    use super::{Operators, OperatorsError};
    use alloc::vec;

    use crate::party::parties::person::Person;
    use crate::party::parties::register_error::RegisterError;
    use crate::vocab::name::NameError;
    use crate::vocab::words::{Department, Level};

    fn person(id: &str, level: Level) -> Result<Person, NameError> {
        Person::new(id, Department::Purchasing, level)
    }

    #[test]
    fn nobody_has_two_offices_at_once() -> Result<(), NameError> {
        let (wang, chief) = (
            person("wang", Level::Operator)?,
            person("wang", Level::Executive)?,
        );
        let (person_id, day) = (wang.id, None);
        let twice = Operators::people([wang, person("zhao", Level::Manager)?, chief]);
        let error = RegisterError::TwoOffices {
            person: person_id,
            day,
        };
        assert_eq!(twice, Err(OperatorsError::Register(error)));
        Ok(())
    }

    #[test]
    fn people_are_a_set_in_the_order_of_their_ids() -> Result<(), NameError> {
        let (a, b) = (person("a", Level::Manager)?, person("b", Level::Operator)?);
        let one_way = Operators::people([a, b]);
        assert_eq!(one_way, Operators::people([b, a]));
        assert_eq!(
            one_way.map(|people| people.as_slice().to_vec()),
            Ok(vec![a, b])
        );
        Ok(())
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let json = r#"{"vacant": {"since": "2024-01-01", "because": "moved"}}"#;
        assert!(serde_json::from_str::<Operators>(json).is_err());
        let json =
            r#"{"people": [{"id": "a", "department": "sales", "level": "manager", "age": 4}]}"#;
        assert!(serde_json::from_str::<Operators>(json).is_err());
    }
}
