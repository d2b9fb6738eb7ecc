use crate::form::record;
use crate::vocab::name::PersonId;
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
