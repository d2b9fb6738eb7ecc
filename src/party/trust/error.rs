use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, several};
use crate::party::parties::ReferenceError;
use crate::vocab::name::PersonId;

/// Returned when trust is given twice for a person, or for somebody whom the register does not have.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum TrustError {
    /// One person is named twice.
    #[error(
        "the trust of each person is given once, got `{given}` twice: give one list of statements"
    )]
    Duplicate {
        /// The person named twice.
        given: PersonId,
    },
    /// A name leads to no entry of the register.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// The trust of several people is at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub TrustError);
