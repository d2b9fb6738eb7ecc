//! Measurements of satisfaction: the perceived mark less the expected one (满意度测量: SAT).
//!
//! ```text
//! Measurements + Context + as_of -> satisfaction         -> Satisfaction     the gap, its state, and its support of loyalty
//! Measurements + Context + as_of -> loyalty_support      -> LoyaltySupport   is loyalty possible at all?
//! Measurement + Measurement      -> compare              -> Comparison       better or worse, in one context
//! Context + DriverRatings        -> satisfaction_drivers -> DriverRanking    the drivers that matter most
//! ```
//!
//! - *Looks at*: [`Measurement`]s: an expected and a perceived [`Score`] on one scale, for one
//!   place and occasion, on a day, by one person. Two people of one day are two voices.
//! - *Why*: Satisfaction is a gap, not a mark. A judgement about lunch does not hold for dinner,
//!   and it does not hold for ever.
//! - *Breaks it*: A gap below zero. Disappointments in a row. A comparison with another context. A
//!   measurement that is too old, or only of elsewhere, is missing.
//! - *Keeps it*: The customer's own word, recent and of this context, with a gap of zero or more.
//! - *Rules*: SAT-01, SAT-02, SAT-06, SAT-08, SAT-12.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::measurement::{Context, Measurement};
//! use keqing::satisfaction::score::{Scale, Score};
//! use keqing::vocab::known::Grade;
//!
//! let stars = Scale::new(1.into(), 5.into())?;
//! let (expected, perceived) = (Score::new(stars, 4.into())?, Score::new(stars, 3.into())?);
//! let lunch = Context::new("West Lake House", "lunch")?;
//! let on = chrono::NaiveDate::from_ymd_opt(2024, 5, 6).ok_or("no such date")?;
//! let said = Measurement::new(lunch, on, Grade::CustomerStated, expected, perceived)?;
//! assert_eq!(said.gap(), (-1).into());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod compare;
mod context;
mod drivers;
mod gap;
mod gap_rules;
mod persistence;
mod state;
mod voices;

pub use compare::{Comparison, compare};
pub use context::Context;
pub use drivers::{
    DriverRanking, DriverRating, DriverRatingError, RankedDriver, satisfaction_drivers,
};
pub use gap::{Satisfaction, loyalty_support};
pub use gap_rules::satisfaction;
pub use state::{LoyaltySupport, SatisfactionState};

use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{Several, mirrored, record, several, with_others};
use crate::satisfaction::score::{MixedScalesError, Score};
use crate::vocab::known::Grade;
use crate::vocab::name::PersonId;

/// A measurement of the expected and the perceived mark (满意度测量), in one context on one day.
///
/// Both marks are on one scale (SAT-01), and the context is part of the measurement (SAT-06). The
/// constructor and JSON refuse anything else.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::measurement::{Context, Measurement, SatisfactionState};
/// use keqing::satisfaction::score::{Scale, Score};
/// use keqing::vocab::known::Grade;
///
/// let scale = Scale::new(0.into(), 10.into())?;
/// let measured = Measurement::new(
///     Context::new("West Lake House", "lunch")?,
///     chrono::NaiveDate::from_ymd_opt(2024, 5, 6).ok_or("no such date")?,
///     Grade::CustomerStated,
///     Score::new(scale, 7.into())?,
///     Score::new(scale, 6.into())?,
/// )?;
/// assert_eq!(measured.gap(), (-1).into());
/// assert_eq!(measured.state(), SatisfactionState::Dissatisfied);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "MeasurementText", into = "MeasurementText")]
pub struct Measurement {
    context: Context,
    on: NaiveDate,
    grade: Grade,
    expected: Score,
    perceived: Score,
    person: Option<PersonId>,
}

mirrored! {
    Measurement as MeasurementText, toured by record { on: NaiveDate, grade: Grade, person: Option<PersonId> }
}

impl Measurement {
    /// Makes a measurement of an expected and a perceived mark.
    ///
    /// # Errors
    ///
    /// [`MeasurementError::MixedScales`] is returned when the two marks are on two scales.
    pub fn new(
        context: Context,
        on: NaiveDate,
        grade: Grade,
        expected: Score,
        perceived: Score,
    ) -> Result<Self, MeasurementError> {
        perceived.same_scale(expected)?;
        Ok(Self {
            context,
            on,
            grade,
            expected,
            perceived,
            person: None,
        })
    }

    /// Sets the person of the customer who was measured.
    ///
    /// Two people of one day are two voices. The same person cannot be measured twice in one context on
    /// one day.
    #[must_use]
    pub const fn with_person(self, person: PersonId) -> Self {
        Self {
            person: Some(person),
            ..self
        }
    }

    /// Returns the person who was measured, or `None` if nobody is named.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// Returns the place and the occasion.
    #[must_use]
    pub const fn context(&self) -> &Context {
        &self.context
    }

    /// Returns the day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Returns the grade of the evidence: it was recorded, said by the customer, or guessed.
    #[must_use]
    pub const fn grade(&self) -> Grade {
        self.grade
    }

    /// Returns the expected mark.
    #[must_use]
    pub const fn expected(&self) -> Score {
        self.expected
    }

    /// Returns the perceived mark.
    #[must_use]
    pub const fn perceived(&self) -> Score {
        self.perceived
    }

    /// Returns the gap: perceived less expected, exactly (SAT-01).
    #[must_use]
    pub fn gap(&self) -> Decimal {
        self.perceived.above_on_scale(self.expected)
    }

    /// Returns the state that follows from the gap (SAT-02).
    #[must_use]
    pub fn state(&self) -> SatisfactionState {
        SatisfactionState::of_gap(self.gap())
    }
}

/// Returned when a measurement is undefined in context or scale, and when a person is measured twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum MeasurementError {
    /// The place and the occasion are missing.
    #[error("the context is missing, satisfaction is measured for one place and occasion (SAT-06)")]
    MissingContext,
    /// The expected and the perceived mark are on two scales.
    #[error(transparent)]
    MixedScales(#[from] MixedScalesError),
    /// Several measurements are at fault, or one for several reasons.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A person is measured twice in one context on one day.
    #[error(
        "each person is measured once in one context on one day, got `{person}` of `{context}` on {on} in entries {first} and {second}, counted from zero"
    )]
    Twice {
        /// The person.
        person: PersonId,
        /// The context.
        context: Box<Context>,
        /// The day.
        on: NaiveDate,
        /// The place of the first entry in the list.
        first: usize,
        /// The place of the second.
        second: usize,
    },
}

several!(pub MeasurementError);

record! {
    /// The expected and the perceived mark of a customer, in one context on one day.
    struct MeasurementText {
        /// The place and the occasion; a measurement without them is refused.
        context: Option<Context>,
        /// The day.
        on: NaiveDate,
        /// The grade of the evidence.
        grade: Grade,
        /// The expected mark.
        expected: Score,
        /// The perceived mark, on the same scale.
        perceived: Score,
        /// The person of the customer who was measured; `null` if nobody is named.
        person: Option<PersonId>,
    }
}

impl TryFrom<MeasurementText> for Measurement {
    type Error = MeasurementError;

    fn try_from(text: MeasurementText) -> Result<Self, Self::Error> {
        let Some(context) = text.context else {
            let mixed = text.perceived.same_scale(text.expected).err();
            let missing = MeasurementError::MissingContext;
            return Err(with_others(missing, mixed.map(Into::into)));
        };
        let measured = Self::new(context, text.on, text.grade, text.expected, text.perceived)?;
        Ok(Self {
            person: text.person,
            ..measured
        })
    }
}

impl From<Measurement> for MeasurementText {
    fn from(measurement: Measurement) -> Self {
        Self {
            context: Some(measurement.context),
            on: measurement.on,
            grade: measurement.grade,
            expected: measurement.expected,
            perceived: measurement.perceived,
            person: measurement.person,
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Grade, Measurement, MeasurementText};
    use crate::satisfaction::sample::{Failure, day, percent, score};

    #[test]
    fn a_missing_context_hides_no_second_scale() -> Result<(), Failure> {
        let text = MeasurementText {
            context: None,
            on: day(1),
            grade: Grade::Measured,
            expected: score("7")?,
            perceived: percent("70")?,
            person: None,
        };
        let refused = Measurement::try_from(text).map_err(|error| error.to_string());
        let both = "the context is missing, satisfaction is measured for one place and occasion (SAT-06); \
            a score on 0 to 100 and one on 0 to 10 cannot be compared, expected one scale";
        assert_eq!(refused.err().as_deref(), Some(both));
        Ok(())
    }
}
