use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::satisfaction::expectation::{ExpectationError, RatchetError};
use crate::satisfaction::measurement::{CompareError, DriverRatingError, MeasurementError};
use crate::satisfaction::needs::PersonNeedsError;
use crate::satisfaction::value::{FitError, PremiumError, PropositionError, ValueRankingError};

/// Returned when facts about satisfaction and value contradict themselves or each other.
///
/// Each variant holds the error of one room, which keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SatisfactionError {
    /// Two measurements are of different contexts or scales.
    #[error(transparent)]
    Compare(CompareError),
    /// Ratings of drivers are of different contexts, or name a driver twice.
    #[error(transparent)]
    DriverRating(DriverRatingError),
    /// An expectation is out of order or dated after the day asked about.
    #[error(transparent)]
    Expectation(ExpectationError),
    /// Scores do not go with the criteria.
    #[error(transparent)]
    Fit(FitError),
    /// A measurement mixes scales, or lacks its context.
    #[error(transparent)]
    Measurement(MeasurementError),
    /// The needs of one person are stated twice.
    #[error(transparent)]
    PersonNeeds(PersonNeedsError),
    /// A premium is negative, or in another currency than the gain.
    #[error(transparent)]
    Premium(PremiumError),
    /// A requirement is named twice.
    #[error(transparent)]
    Proposition(PropositionError),
    /// An experience is out of order or dated after the day asked about.
    #[error(transparent)]
    Ratchet(RatchetError),
    /// Several parts of the facts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// Judgements of value are of different customers or conditions.
    #[error(transparent)]
    ValueRanking(ValueRankingError),
}

several!(pub SatisfactionError);

lifting! {
    SatisfactionError:
    Compare(CompareError),
    DriverRating(DriverRatingError),
    Expectation(ExpectationError),
    Fit(FitError),
    Measurement(MeasurementError),
    PersonNeeds(PersonNeedsError),
    Premium(PremiumError),
    Proposition(PropositionError),
    Ratchet(RatchetError),
    ValueRanking(ValueRankingError),
}

impl SatisfactionError {
    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Compare(_) => "incomparable-measurements",
            Self::DriverRating(_) => "impossible-driver-ratings",
            Self::Expectation(_) => "impossible-expectation",
            Self::Fit(_) => "impossible-scores",
            Self::Measurement(_) => "impossible-measurement",
            Self::PersonNeeds(_) => "impossible-needs",
            Self::Premium(_) => "impossible-premium",
            Self::Proposition(_) => "impossible-requirements",
            Self::Ratchet(_) => "impossible-experiences",
            Self::ValueRanking(_) => "incomparable-values",
            Self::Several(several) => several.first().code(),
        }
    }

    /// Returns the field of the facts that the error is about; empty if the facts have no such field.
    /// It is that of the first error if there are several.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Compare(_) | Self::Premium(_) => "",
            Self::DriverRating(_) => "drivers",
            Self::Expectation(_) => "expectations",
            Self::Fit(_) => "criteria",
            Self::Measurement(_) => "measurements",
            Self::PersonNeeds(_) => "people",
            Self::Proposition(_) => "proposition",
            Self::Ratchet(_) => "experiences",
            Self::ValueRanking(_) => "judgements",
            Self::Several(several) => several.first().path(),
        }
    }
}
