use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, several};
use crate::vocab::mark::MarkScale;
use crate::vocab::share::Share;

/// Returned when a loyalty policy contradicts itself or asks for nothing.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LoyaltyPolicyError {
    /// No mark of impact can be lowered by so much.
    #[error("a strong brand lowers an impact by 0 to 4 marks, got {given}")]
    Brand {
        /// The number of marks given.
        given: u8,
    },
    /// The exposure is no product of two marks: it is too large or too small.
    #[error("an exposure is 1 to 25, likelihood times impact, got {given}")]
    Exposure {
        /// The exposure given.
        given: u8,
    },
    /// A long term of no days would ask for nothing.
    #[error("a long term is 1 day or more, got 0 days for `long-term-from`")]
    NoTime,
    /// A share of zero would ask for nothing.
    #[error("the policy asks for more than nothing, got {given} for `{field}`")]
    Nothing {
        /// The field of the policy.
        field: &'static str,
        /// The share given.
        given: Share,
    },
    /// Several numbers are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One mark would be favourable and unfavourable.
    #[error(
        "a favourable mark is above an unfavourable one, got {favourable_from} and {unfavourable_to} on the scale `{scale}`"
    )]
    Stances {
        /// The scale of the marks.
        scale: MarkScale,
        /// The highest mark that is unfavourable.
        unfavourable_to: u8,
        /// The lowest mark that is favourable.
        favourable_from: u8,
    },
}

several!(pub LoyaltyPolicyError);
