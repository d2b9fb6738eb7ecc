use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::vocab::Share;

/// A scale on which a customer says what it expects and what it perceives (量表).
///
/// Both ends lie within a million of zero and have at most 12 decimals, so that every difference of two
/// scores is exact.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::Scale;
///
/// let scale = Scale::new(1.into(), 5.into())?;
/// assert_eq!(scale.to_string(), "1 to 5");
/// assert!(Scale::new(5.into(), 5.into()).is_err());
/// # Ok::<(), keqing::satisfaction::ScaleError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "ScaleText", into = "ScaleText")]
pub struct Scale {
    /// In units of 10⁻¹², as every number of this file.
    lowest: i64,
    highest: i64,
}

impl Scale {
    /// Makes a scale from its worst mark up to its best.
    ///
    /// # Errors
    ///
    /// [`ScaleError::Empty`] where the worst is not below the best, [`ScaleError::Number`] where one of
    /// them lies beyond a million or has more than 12 decimals.
    pub fn new(lowest: Decimal, highest: Decimal) -> Result<Self, ScaleError> {
        let number = |given| units(given).ok_or(ScaleError::Number { given });
        let scale = Self {
            lowest: number(lowest)?,
            highest: number(highest)?,
        };
        if scale.lowest < scale.highest {
            Ok(scale)
        } else {
            Err(ScaleError::Empty { lowest, highest })
        }
    }

    /// Returns the worst mark.
    #[must_use]
    pub fn lowest(self) -> Decimal {
        decimal(self.lowest.into())
    }

    /// Returns the best mark.
    #[must_use]
    pub fn highest(self) -> Decimal {
        decimal(self.highest.into())
    }
}

impl fmt::Display for Scale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.lowest(), self.highest())
    }
}

/// A mark and the scale on which it was given (评分), so that no mark is ever held against one of
/// another scale.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::{Scale, Score};
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

impl Score {
    /// Gives a mark on a scale.
    ///
    /// # Errors
    ///
    /// [`ScoreError`] where the mark lies outside the scale or has more than 12 decimals.
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

    /// Returns where on its scale the mark lies: the part of the way from the worst to the best.
    #[must_use]
    pub fn position(self) -> Share {
        let length = self.scale.highest.abs_diff(self.scale.lowest);
        Share::new(self.value.abs_diff(self.scale.lowest), length).unwrap_or(Share::NONE)
    }

    /// Returns how far this mark lies above another of the same scale; below it, the number is negative.
    ///
    /// # Errors
    ///
    /// [`MixedScalesError`] where the other mark is of another scale.
    pub fn above(self, other: Self) -> Result<Decimal, MixedScalesError> {
        self.same_scale(other)?;
        Ok(self.above_on_scale(other))
    }

    pub(super) fn same_scale(self, other: Self) -> Result<(), MixedScalesError> {
        if self.scale == other.scale {
            Ok(())
        } else {
            Err(MixedScalesError {
                left: self.scale,
                right: other.scale,
            })
        }
    }

    /// The difference of two marks whose scale is known to be one.
    pub(super) fn above_on_scale(self, other: Self) -> Decimal {
        decimal(self.units_above(other))
    }

    /// The same difference in units of 10⁻¹².
    pub(super) fn units_above(self, other: Self) -> i128 {
        i128::from(self.value).saturating_sub(other.value.into())
    }

    /// The higher of two marks whose scale is known to be one; this one of two equal ones.
    pub(super) const fn higher(self, other: Self) -> Self {
        if other.value > self.value {
            other
        } else {
            self
        }
    }

    /// Moves a share of the way toward another mark of the scale, rounded half to even to 12 decimals.
    pub(super) fn toward(self, other: Self, share: Share) -> Self {
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

/// The error of a scale that measures nothing, or too much.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ScaleError {
    /// The worst mark is not below the best.
    #[error("a scale runs from its worst mark up to its best, got {lowest} to {highest}")]
    Empty {
        /// The worst mark given.
        lowest: Decimal,
        /// The best mark given.
        highest: Decimal,
    },
    /// An end is too far from zero or too fine.
    #[error(
        "a scale lies within -1000000 and 1000000, with at most {DECIMALS} decimals, got {given}"
    )]
    Number {
        /// The end given.
        given: Decimal,
    },
}

/// The error of a mark that its scale does not have.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ScoreError {
    /// The mark lies outside.
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

/// The error of two marks that are of two scales.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a score on {left} and one on {right} cannot be compared, expected one scale")]
pub struct MixedScalesError {
    left: Scale,
    right: Scale,
}

/// The JSON form of a scale.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ScaleText {
    #[serde(with = "crate::vocab::exact")]
    lowest: Decimal,
    #[serde(with = "crate::vocab::exact")]
    highest: Decimal,
}

impl TryFrom<ScaleText> for Scale {
    type Error = ScaleError;

    fn try_from(text: ScaleText) -> Result<Self, Self::Error> {
        Self::new(text.lowest, text.highest)
    }
}

impl From<Scale> for ScaleText {
    fn from(scale: Scale) -> Self {
        Self {
            lowest: scale.lowest(),
            highest: scale.highest(),
        }
    }
}

/// The JSON form of a mark.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ScoreText {
    #[serde(with = "crate::vocab::exact")]
    value: Decimal,
    scale: Scale,
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

/// Counts a number in units of 10⁻¹²; `None` beyond a million or with more than 12 decimals.
pub(super) fn units(value: Decimal) -> Option<i64> {
    let exact = value.normalize();
    let missing = DECIMALS.checked_sub(exact.scale())?;
    10_i128
        .checked_pow(missing)
        .and_then(|factor| exact.mantissa().checked_mul(factor))
        .and_then(|units| i64::try_from(units).ok())
        .filter(|units| units.unsigned_abs() <= LARGEST)
}

/// Makes a number of units of 10⁻¹².
pub(super) fn decimal(units: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(units, DECIMALS)
        .unwrap_or_default()
        .normalize()
}

/// Divides by a positive number, rounded half to even.
pub(super) fn quotient(numerator: i128, denominator: i128) -> i128 {
    let floor = numerator.checked_div_euclid(denominator).unwrap_or(0);
    let rest = numerator.checked_rem_euclid(denominator).unwrap_or(0);
    let twice = rest.saturating_mul(2);
    let up = twice > denominator || (twice == denominator && rest > 0 && floor % 2 != 0);
    if up { floor.saturating_add(1) } else { floor }
}

const DECIMALS: u32 = 12;
const LARGEST: u64 = 1_000_000_000_000_000_000;

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Scale, ScaleError, Score, ScoreError};
    use crate::vocab::{Share, ShareError};

    fn on(lowest: i64, highest: i64) -> Result<Scale, ScaleError> {
        Scale::new(lowest.into(), highest.into())
    }

    #[test]
    fn a_scale_rises_and_stays_within_a_million() {
        assert!(on(0, 1).is_ok());
        assert!(on(-1_000_000, 1_000_000).is_ok());
        for (lowest, highest) in [(0, 0), (1, 0), (0, 1_000_001), (-1_000_001, 0)] {
            assert!(on(lowest, highest).is_err(), "{lowest} to {highest}");
        }
        assert!(Scale::new(Decimal::ZERO, Decimal::new(1, 12)).is_ok());
        assert!(Scale::new(Decimal::ZERO, Decimal::new(1, 13)).is_err());
    }

    #[test]
    fn a_score_lies_on_its_scale() -> Result<(), ScaleError> {
        let stars = on(1, 5)?;
        for (value, is_on) in [("0.9", false), ("1", true), ("5", true), ("5.1", false)] {
            let value = crate::vocab::exact::parse(value).unwrap_or_default();
            assert_eq!(Score::new(stars, value).is_ok(), is_on, "{value}");
        }
        let fine = Decimal::new(1_000_000_000_000_1, 13);
        let refused = ScoreError::TooFine { given: fine };
        assert_eq!(Score::new(stars, fine), Err(refused));
        Ok(())
    }

    #[test]
    fn a_position_is_exact_on_the_largest_scale()
    -> Result<(), alloc::boxed::Box<dyn core::error::Error>> {
        let widest = on(-1_000_000, 1_000_000)?;
        let least = Decimal::new(-999_999_999_999_999_999, 12);
        let score = Score::new(widest, least)?;
        assert_eq!(score.position(), Share::new(1, 2_000_000_000_000_000_000)?);
        assert_eq!(Score::new(widest, 1_000_000.into())?.position(), Share::ALL);
        Ok(())
    }

    #[test]
    fn a_step_toward_is_rounded_half_to_even() -> Result<(), ShareError> {
        let half = Share::new(1, 2)?;
        for (from, to, expected) in [(1, 2, 2), (0, 1, 0), (2, 3, 2), (-1, 0, 0), (-2, -1, -2)] {
            let at = |value| Score {
                scale: Scale {
                    lowest: -10,
                    highest: 10,
                },
                value,
            };
            assert_eq!(
                at(from).toward(at(to), half),
                at(expected),
                "{from} to {to}"
            );
        }
        Ok(())
    }
}
