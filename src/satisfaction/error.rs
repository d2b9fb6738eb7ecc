use alloc::boxed::Box;

use thiserror::Error;

use crate::form::{Several, lifting, several};
use crate::satisfaction::decision::DecisionRecordError;
use crate::satisfaction::expectation::{ExpectationError, FeatureError, RatchetError};
use crate::satisfaction::measurement::{DriverRatingError, MeasurementError};
use crate::satisfaction::needs::PersonNeedsError;
use crate::satisfaction::score::MixedScalesError;
use crate::satisfaction::value::{
    FitError, PremiumError, PropositionError, ValueDriverError, ValueRankingError,
};

/// Returned when facts about satisfaction and value contradict themselves or each other.
///
/// Each variant holds the error of one room, which keeps its own message.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum SatisfactionError {
    /// Two measurements are on different scales.
    #[error(transparent)]
    Compare(#[from] MixedScalesError),
    /// A decision has two records.
    #[error(transparent)]
    Decision(DecisionRecordError),
    /// Ratings of drivers are of different contexts, or name a driver twice.
    #[error(transparent)]
    DriverRating(DriverRatingError),
    /// Expectations are on different scales.
    #[error(transparent)]
    Expectation(ExpectationError),
    /// A feature has two histories.
    #[error(transparent)]
    Feature(FeatureError),
    /// Scores do not go with the criteria.
    #[error(transparent)]
    Fit(FitError),
    /// A measurement mixes scales, lacks its context, or is the second of a person on a day.
    #[error(transparent)]
    Measurement(MeasurementError),
    /// The needs of one person are stated twice.
    #[error(transparent)]
    PersonNeeds(PersonNeedsError),
    /// A premium is negative, or in another currency than the gain.
    #[error(transparent)]
    Premium(PremiumError),
    /// A requirement or an item is named twice, or a chance by something else.
    #[error(transparent)]
    Proposition(PropositionError),
    /// Experiences are on different scales.
    #[error(transparent)]
    Ratchet(RatchetError),
    /// Several parts of the facts are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A driver of value is named twice.
    #[error(transparent)]
    ValueDriver(ValueDriverError),
    /// Judgements of value are of different customers or conditions.
    #[error(transparent)]
    ValueRanking(ValueRankingError),
}

several!(pub SatisfactionError);

lifting! {
    SatisfactionError:
    Decision(DecisionRecordError),
    DriverRating(DriverRatingError),
    Expectation(ExpectationError),
    Feature(FeatureError),
    Fit(FitError),
    Measurement(MeasurementError),
    PersonNeeds(PersonNeedsError),
    Premium(PremiumError),
    Proposition(PropositionError),
    Ratchet(RatchetError),
    ValueDriver(ValueDriverError),
    ValueRanking(ValueRankingError),
}

impl SatisfactionError {
    /// Returns a stable code for machines, in kebab case; that of the first error if there are
    /// several.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Compare(_) => "incomparable-measurements",
            Self::Decision(_) => "impossible-decisions",
            Self::DriverRating(_) => "impossible-driver-ratings",
            Self::Expectation(_) => "impossible-expectation",
            Self::Feature(_) => "impossible-features",
            Self::Fit(_) => "impossible-scores",
            Self::Measurement(_) => "impossible-measurement",
            Self::PersonNeeds(_) => "impossible-needs",
            Self::Premium(_) => "impossible-premium",
            Self::Proposition(_) => "impossible-requirements",
            Self::Ratchet(_) => "impossible-experiences",
            Self::ValueDriver(_) => "impossible-value-drivers",
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
            Self::Decision(_) => "decisions",
            Self::DriverRating(_) => "drivers",
            Self::Expectation(_) => "expectations",
            Self::Feature(_) => "features",
            Self::Fit(_) => "criteria",
            Self::Measurement(_) => "measurements",
            Self::PersonNeeds(_) => "people",
            Self::Proposition(_) => "proposition",
            Self::Ratchet(_) => "experiences",
            Self::ValueDriver(_) => "value-drivers",
            Self::ValueRanking(_) => "judgements",
            Self::Several(several) => several.first().path(),
        }
    }
}
