use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{Several, choice, every, mirrored, several};
use crate::party::parties::person::Person;
use crate::vocab::name::PersonId;

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
        /// No person for the time being.
        Vacant {
            /// The first day without anybody.
            since: NaiveDate,
        },
    }
}

impl Operators {
    /// Makes a place with people in it.
    ///
    /// # Errors
    ///
    /// [`OperatorsError`] is returned when there is nobody, and when somebody is given twice.
    pub fn people(people: impl IntoIterator<Item = Person>) -> Result<Self, OperatorsError> {
        People::new(people).map(Self::People)
    }

    /// Returns the people, in the order of their ids; the list is empty if the place is vacant.
    #[must_use]
    pub fn as_slice(&self) -> &[Person] {
        match self {
            Self::People(people) => people.as_slice(),
            Self::Vacant { .. } => &[],
        }
    }

    /// Returns the person with an id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        let place = self
            .as_slice()
            .binary_search_by_key(&id, |person| person.id);
        place.ok().and_then(|place| self.as_slice().get(place))
    }

    /// Returns whether the place is vacant.
    #[must_use]
    pub const fn is_vacant(&self) -> bool {
        matches!(self, Self::Vacant { .. })
    }
}

/// One person or more, each of them once (人员集合), in the order of their ids.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "Vec<Person>", into = "Vec<Person>")]
pub struct People(Vec<Person>);

mirrored! { People as Vec<Person>; }

impl People {
    /// Makes a set of people.
    ///
    /// # Errors
    ///
    /// [`OperatorsError::Empty`] is returned when there is nobody, and
    /// [`OperatorsError::Duplicate`] when two persons have one id.
    pub fn new(people: impl IntoIterator<Item = Person>) -> Result<Self, OperatorsError> {
        let mut people: Vec<Person> = people.into_iter().collect();
        people.sort_unstable();
        if people.is_empty() {
            return Err(OperatorsError::Empty);
        }
        let neighbours = people.iter().zip(people.iter().skip(1));
        let twice = neighbours.filter(|(one, next)| one.id == next.id);
        every(twice.map(|(person, _)| Err(OperatorsError::Duplicate { given: person.id })))?;
        Ok(Self(people))
    }

    /// Returns the people, in the order of their ids; there is at least one.
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
    /// Two persons have one id.
    #[error("each person is named once, got `{given}` twice")]
    Duplicate {
        /// The id given twice.
        given: PersonId,
    },
    /// Nobody was named.
    #[error("an operator is one or more people, got none: say since when the place is vacant")]
    Empty,
    /// Several ids are given twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub OperatorsError);

#[cfg(test)]
mod tests {
    use super::{Operators, OperatorsError};
    use crate::party::parties::person::Person;
    use crate::vocab::name::{NameError, PersonId};
    use crate::vocab::words::{Department, Level};

    fn person(id: &str, level: Level) -> Result<Person, NameError> {
        Ok(Person {
            id: PersonId::new(id)?,
            department: Department::Purchasing,
            level,
        })
    }

    #[test]
    fn nobody_is_named_twice() -> Result<(), NameError> {
        let (wang, chief) = (
            person("wang", Level::Operator)?,
            person("wang", Level::Executive)?,
        );
        let given = wang.id;
        let twice = Operators::people([wang, person("zhao", Level::Manager)?, chief]);
        assert_eq!(twice, Err(OperatorsError::Duplicate { given }));
        Ok(())
    }

    #[test]
    fn people_are_a_set_in_the_order_of_their_ids() -> Result<(), NameError> {
        let (a, b) = (person("a", Level::Manager)?, person("b", Level::Operator)?);
        let one_way = Operators::people([a, b]);
        assert_eq!(one_way, Operators::people([b, a]));
        let found = one_way.ok().and_then(|people| people.person(b.id).copied());
        assert_eq!(found, Some(b));
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
