use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, several};
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::Rating;

/// Returned when a satisfaction policy asks for nothing.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SatisfactionPolicyError {
    /// Every fit would reach the threshold.
    #[error("a threshold of fit is above nothing, got {given}: `\"none\"` is for no threshold")]
    FitAlwaysReached {
        /// The share given.
        given: Share,
    },
    /// Every level of needs would be met.
    #[error("a level of needs is met from a mark above the worst, got {given}")]
    LevelAlwaysMet {
        /// The mark given.
        given: Rating,
    },
    /// No experience would change an expectation.
    #[error("an expectation moves by more than nothing, got {given}")]
    NoAdaptation {
        /// The share given.
        given: Share,
    },
    /// No gap would disappoint.
    #[error("a tolerance leaves a part of the scale to disappoint, got {given}")]
    NoDisappointment {
        /// The share given.
        given: Share,
    },
    /// No measurement would ever hold.
    #[error("a measurement holds for at least 1 day, got {given}")]
    NoValidity {
        /// The time given.
        given: Days,
    },
    /// Several numbers ask for nothing.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub SatisfactionPolicyError);
