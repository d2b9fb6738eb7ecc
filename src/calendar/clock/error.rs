use alloc::boxed::Box;

use chrono::NaiveDateTime;
use thiserror::Error;

use crate::calendar::hours::HoursError;
use crate::form::{Several, several};

/// Returned when the record of a clock contradicts itself, or when it cannot be read.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ClockError {
    /// The case is closed before something that was recorded of it.
    #[error("closed at {closed}, expected {last} or later: the last moment recorded")]
    ClosedEarly {
        /// The closing.
        closed: NaiveDateTime,
        /// The last resolution, reopening or opening.
        last: NaiveDateTime,
    },
    /// The opening hours cannot answer.
    #[error(transparent)]
    Hours(#[from] HoursError),
    /// The clock is read before its case was opened.
    #[error("read as of {as_of}, expected {opened} or later: the opening of the case")]
    NotOpened {
        /// The moment of the reading.
        as_of: NaiveDateTime,
        /// The opening.
        opened: NaiveDateTime,
    },
    /// A pause ends before it begins.
    #[error("a pause from {from} until {until} runs backwards, expected the earlier moment first")]
    PauseBackwards {
        /// Its beginning.
        from: NaiveDateTime,
        /// Its end, which is earlier.
        until: NaiveDateTime,
    },
    /// A pause begins before the case was opened.
    #[error("a pause from {from}, expected {opened} or later: the opening of the case")]
    PauseBeforeOpening {
        /// Its beginning.
        from: NaiveDateTime,
        /// The opening.
        opened: NaiveDateTime,
    },
    /// A case is reopened before it was resolved.
    #[error("resolved at {at} and reopened at {reopened}, expected the resolution first")]
    ReopenedEarly {
        /// The resolution.
        at: NaiveDateTime,
        /// The reopening, which is earlier.
        reopened: NaiveDateTime,
    },
    /// A case is resolved before it was opened, or before it was last reopened.
    #[error("resolved at {at}, expected {open_since} or later: the opening before it")]
    ResolvedEarly {
        /// The resolution.
        at: NaiveDateTime,
        /// The opening, or the reopening before it.
        open_since: NaiveDateTime,
    },
    /// A case is resolved again and was not reopened between the two.
    #[error("resolved at {first} and again at {second}, expected a reopening between them")]
    ResolvedTwice {
        /// The earlier resolution.
        first: NaiveDateTime,
        /// The later resolution.
        second: NaiveDateTime,
    },
    /// Several moments contradict each other.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ClockError);
