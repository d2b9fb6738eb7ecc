use crate::form::record;
use crate::vocab::name::{NameError, PersonId};
use crate::vocab::words::{Department, Level};

record! {
    /// One person who acts for an organization (操作者), of the many that may (PTY-02).
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed struct Person {
        /// The caller's id of the person.
        pub id: PersonId,
        /// The department the person works in.
        pub department: Department,
        /// The level of the person in the organization.
        pub level: Level,
    }
}

impl Person {
    /// Makes a person from the caller's id.
    ///
    /// # Errors
    ///
    /// [`NameError`] is returned when the id is empty, too long or has a character that no id has.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::parties::Person;
    /// use keqing::vocab::words::{Department, Level};
    ///
    /// let buyer = Person::new("wang-fang", Department::Purchasing, Level::Manager)?;
    /// assert_eq!(buyer.id.as_str(), "wang-fang");
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    pub fn new(id: &str, department: Department, level: Level) -> Result<Self, NameError> {
        let id = PersonId::new(id)?;
        Ok(Self {
            id,
            department,
            level,
        })
    }
}
