use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, several};
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

/// Returned when people make no [`Register`](crate::party::parties::Register).
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RegisterError {
    /// An office ends before it begins.
    #[error(
        "the office of `{person}` begins on {from} and ends on {until}, expected no earlier end"
    )]
    EndsBeforeItBegins {
        /// The person.
        person: PersonId,
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// Several entries are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One person has two offices on one day.
    #[error(
        "`{person}` has two offices{}, expected one office a day: end the first before the second begins",
        day.map(|day| alloc::format!(" on {day}")).unwrap_or_default()
    )]
    TwoOffices {
        /// The person.
        person: PersonId,
        /// The first day of the second office, if it has one.
        day: Option<NaiveDate>,
    },
}

several!(pub RegisterError);

/// Returned when a name of a person leads to no entry of the register.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ReferenceError {
    /// The person does not act on the day.
    #[error(
        "`{person}` does not act on {day}, expected a day{}{}",
        from.map(|from| alloc::format!(" from {from}")).unwrap_or_default(),
        until.map(|until| alloc::format!(" until {until}")).unwrap_or_default()
    )]
    OutsideTime {
        /// The person.
        person: PersonId,
        /// The day.
        day: NaiveDate,
        /// The first day of the nearest office, if it has one.
        from: Option<NaiveDate>,
        /// The last day of the nearest office, if it has one.
        until: Option<NaiveDate>,
    },
    /// The register has nobody of this id.
    #[error(
        "nobody in the register is named `{person}`{}",
        meant.map(|meant| alloc::format!(", did you mean `{meant}`?")).unwrap_or_default()
    )]
    Unknown {
        /// The id given.
        person: PersonId,
        /// The id that comes nearest, if one does.
        meant: Option<PersonId>,
    },
    /// The person acts for the other side.
    #[error("`{person}` acts for the {}, expected somebody of the {expected}", .expected.opposite())]
    WrongSide {
        /// The person.
        person: PersonId,
        /// The side on which the person was looked for.
        expected: Side,
    },
}
