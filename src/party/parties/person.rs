use chrono::NaiveDate;

use crate::form::record;
use crate::vocab::name::{Label, NameError, PersonId};
use crate::vocab::words::{Department, Level};

record! {
    /// One person who acts for an organization (操作者), of the many that may (PTY-02), in one office.
    ///
    /// Whoever changes the office has one entry for each, and their days do not overlap.
    #[non_exhaustive]
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub struct Person {
        /// The caller's id of the person.
        pub id: PersonId,
        /// The first day in this office; without one, it began before anything that is told.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub from: Option<NaiveDate> => with_from,
        /// The last day in this office; without one, the person is still there.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub until: Option<NaiveDate> => with_until,
        /// The department the person works in.
        pub department: Department,
        /// The level of the person in the organization.
        pub level: Level,
        /// The title of the office, such as `chief buyer`.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub office: Option<Label> => with_office,
    }
}

impl Person {
    /// Makes a person from the caller's id, who acts without a first or a last day.
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
        PersonId::new(id).map(|id| Self::of(id, department, level))
    }

    /// Makes a person of an id, who acts without a first or a last day.
    #[must_use]
    pub const fn of(id: PersonId, department: Department, level: Level) -> Self {
        Self {
            id,
            from: None,
            until: None,
            department,
            level,
            office: None,
        }
    }

    /// Returns whether the person has this office on a day.
    #[must_use]
    pub fn acts_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Returns whether this office ends on the day before the other one begins, or later.
    pub(crate) fn reaches(&self, next: &Self) -> bool {
        match (self.until, next.from) {
            (Some(until), Some(from)) => until.succ_opt().is_none_or(|first| from <= first),
            _ => true,
        }
    }

    /// Returns whether two offices have a day in common.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let begins_by_the_end_of = |one: &Self, other: &Self| match (one.from, other.until) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_by_the_end_of(self, other) && begins_by_the_end_of(other, self)
    }
}
