//! Marks on a scale that is part of the mark (评分与量表).
//!
//! ```text
//! lowest + highest -> Scale::new   a scale, from its lowest to its highest mark
//! Scale + number   -> Score::new   a mark within it
//! Score - Score    -> a difference, on one scale only
//! ```
//!
//! - *Looks at*: The scale of a survey and the marks given on it.
//! - *Why*: A 7 of 10 and a 5 of 7 are different marks. A mark without its scale has no meaning.
//! - *Breaks it*: A scale whose ends are the wrong way round. A mark outside its scale. Two scales
//!   in one sum.
//! - *Keeps it*: Marks of one scale.
//! - *Rules*: SAT-01 counts in these marks; no rule is decided here.
//!
//! # Examples
//!
//! ```
//! use keqing::satisfaction::score::{Scale, Score};
//!
//! let stars = Scale::new(1.into(), 5.into())?;
//! let (good, best) = (Score::new(stars, 4.into())?, Score::new(stars, 5.into())?);
//! assert_eq!(best.above(good)?, 1.into());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod scale;

pub use scale::{Scale, ScaleError};

use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{mirrored, record};
use crate::satisfaction::fixed::{DECIMALS, decimal, quotient, units};
use crate::vocab::share::Share;

/// A mark and the scale on which it was given (评分).
///
/// A mark is never compared with a mark of another scale.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::score::{Scale, Score};
///
/// let stars = Scale::new(1.into(), 5.into())?;
/// let expected = Score::new(stars, 3.into())?;
/// let perceived = Score::new(stars, 4.into())?;
/// assert_eq!(perceived.above(expected)?, 1.into());
/// assert_eq!(perceived.position().to_string(), "75.0 %");
///
/// let percent = Score::new(Scale::new(0.into(), 100.into())?, 80.into())?;
/// assert!(percent.above(expected).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "ScoreText", into = "ScoreText")]
pub struct Score {
    scale: Scale,
    value: i64,
}

mirrored! { Score as ScoreText; }

impl Scale {
    /// Makes a mark on this scale; the same as [`Score::new`].
    ///
    /// # Errors
    ///
    /// The errors of [`Score::new`] are returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::score::Scale;
    ///
    /// let stars = Scale::new(1.into(), 5.into())?;
    /// assert_eq!(stars.score(5)?.above(stars.score(4)?)?, 1.into());
    /// assert!(stars.score(6).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn score(self, value: impl Into<Decimal>) -> Result<Score, ScoreError> {
        Score::new(self, value.into())
    }
}

impl Score {
    /// Makes a mark on a scale.
    ///
    /// # Errors
    ///
    /// [`ScoreError`] is returned when the mark lies outside the scale or has more than 12
    /// decimals.
    pub fn new(scale: Scale, value: Decimal) -> Result<Self, ScoreError> {
        let within = |units: &i64| (scale.lowest..=scale.highest).contains(units);
        match units(value) {
            Some(units) if within(&units) => Ok(Self {
                scale,
                value: units,
            }),
            None if value.normalize().scale() > DECIMALS => {
                Err(ScoreError::TooFine { given: value })
            }
            _ => Err(ScoreError::Outside {
                given: value,
                scale,
            }),
        }
    }

    /// Returns the scale.
    #[must_use]
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// Returns the mark.
    #[must_use]
    pub fn value(self) -> Decimal {
        decimal(self.value.into())
    }

    /// Returns the position of the mark on its scale: the part of the way from the worst to the
    /// best.
    #[must_use]
    pub fn position(self) -> Share {
        let above_lowest =
            |units: i64| decimal(i128::from(units).saturating_sub(self.scale.lowest.into()));
        // On a scale there always is a share; it is reduced, so that 9 of 10 is written so.
        Share::of_amounts(above_lowest(self.value), above_lowest(self.scale.highest))
            .unwrap_or(Share::NONE)
    }

    /// Returns the distance of this mark above another of the same scale; below it, the number is
    /// negative.
    ///
    /// # Errors
    ///
    /// [`MixedScalesError`] is returned when the other mark is of another scale.
    pub fn above(self, other: Self) -> Result<Decimal, MixedScalesError> {
        self.same_scale(other)?;
        Ok(self.above_on_scale(other))
    }

    pub(crate) fn same_scale(self, other: Self) -> Result<(), MixedScalesError> {
        if self.scale == other.scale {
            Ok(())
        } else {
            Err(MixedScalesError {
                left: self.scale,
                right: other.scale,
            })
        }
    }

    /// Returns the difference of two marks that are known to be on one scale.
    pub(crate) fn above_on_scale(self, other: Self) -> Decimal {
        decimal(self.units_above(other))
    }

    /// Returns the same difference in units of 10⁻¹².
    pub(crate) fn units_above(self, other: Self) -> i128 {
        i128::from(self.value).saturating_sub(other.value.into())
    }

    /// Returns the higher of two marks that are known to be on one scale; of equal ones, this one.
    pub(crate) const fn higher(self, other: Self) -> Self {
        if other.value > self.value {
            other
        } else {
            self
        }
    }

    /// Returns the lower of two marks that are known to be on one scale; of equal ones, this one.
    pub(crate) const fn lower(self, other: Self) -> Self {
        if other.value < self.value {
            other
        } else {
            self
        }
    }

    /// Returns the mark a share of the way toward another mark of the scale, rounded half to even
    /// to 12 decimals.
    pub(crate) fn toward(self, other: Self, share: Share) -> Self {
        let (part, whole) = (i128::from(share.part()), i128::from(share.whole()));
        let stays = i128::from(self.value).saturating_mul(whole.saturating_sub(part));
        let moves = i128::from(other.value).saturating_mul(part);
        let value = quotient(stays.saturating_add(moves), whole);
        Self {
            value: i64::try_from(value).unwrap_or(self.value),
            ..self
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on a scale of {}", self.value(), self.scale)
    }
}

/// Returned when a scale does not have a mark.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ScoreError {
    /// The mark lies outside the scale.
    #[error("a score of {given} is outside its scale, expected {scale}")]
    Outside {
        /// The mark given.
        given: Decimal,
        /// The scale.
        scale: Scale,
    },
    /// The mark has too many decimals.
    #[error("a score has at most {DECIMALS} decimals, got {given}")]
    TooFine {
        /// The mark given.
        given: Decimal,
    },
}

/// Returned when two marks are of two scales.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a score on {left} and one on {right} cannot be compared, expected one scale")]
pub struct MixedScalesError {
    left: Scale,
    right: Scale,
}

record! {
    /// A mark and the scale on which it was given.
    struct ScoreText {
        /// The mark, within the scale and with at most 12 decimals.
        #[serde(with = "crate::vocab::exact")]
        value: Decimal,
        /// The scale.
        scale: Scale,
    }
}

impl TryFrom<ScoreText> for Score {
    type Error = ScoreError;

    fn try_from(text: ScoreText) -> Result<Self, Self::Error> {
        Self::new(text.scale, text.value)
    }
}

impl From<Score> for ScoreText {
    fn from(score: Score) -> Self {
        Self {
            value: score.value(),
            scale: score.scale,
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Score, ScoreError};
    use crate::satisfaction::sample::Failure;
    use crate::satisfaction::score::scale::{Scale, ScaleError};
    use crate::vocab::share::Share;

    fn on(lowest: i64, highest: i64) -> Result<Scale, ScaleError> {
        Scale::new(lowest.into(), highest.into())
    }

    #[test]
    fn a_score_lies_on_its_scale() -> Result<(), ScaleError> {
        let stars = on(1, 5)?;
        for (value, is_on) in [("0.9", false), ("1", true), ("5", true), ("5.1", false)] {
            let value = crate::vocab::exact::parse(value).unwrap_or_default();
            assert_eq!(Score::new(stars, value).is_ok(), is_on, "{value}");
        }
        let fine = Decimal::new(10_000_000_000_001, 13);
        let refused = ScoreError::TooFine { given: fine };
        assert_eq!(Score::new(stars, fine), Err(refused));
        Ok(())
    }

    #[test]
    fn a_position_is_exact_on_the_largest_scale() -> Result<(), Failure> {
        let widest = on(-1_000_000, 1_000_000)?;
        let least = Decimal::new(-999_999_999_999_999_999, 12);
        let score = Score::new(widest, least)?;
        assert_eq!(score.position(), Share::new(1, 2_000_000_000_000_000_000)?);
        assert_eq!(Score::new(widest, 1_000_000.into())?.position(), Share::ALL);
        Ok(())
    }

    #[test]
    fn a_step_toward_is_rounded_half_to_even() -> Result<(), Failure> {
        let scale = on(-1, 1)?;
        for (from, to, expected) in [(1, 2, 2), (0, 1, 0), (2, 3, 2), (-1, 0, 0), (-2, -1, -2)] {
            let at = |value| Score::new(scale, Decimal::new(value, 12));
            let reached = at(from)?.toward(at(to)?, Share::new(1, 2)?);
            assert_eq!(reached, at(expected)?, "{from} to {to}");
        }
        Ok(())
    }
}
