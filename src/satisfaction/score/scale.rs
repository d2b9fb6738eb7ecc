use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{mirrored, record};
use crate::satisfaction::fixed::{decimal, units};

/// A scale on which a customer states its expectation and its perception (量表).
///
/// Both ends lie within a million of zero and have at most 12 decimals, so that every difference of two
/// scores is exact.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::score::Scale;
///
/// let scale = Scale::new(1.into(), 5.into())?;
/// assert_eq!(scale.to_string(), "1 to 5");
/// assert!(Scale::new(5.into(), 5.into()).is_err());
/// # Ok::<(), keqing::satisfaction::score::ScaleError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "ScaleText", into = "ScaleText")]
pub struct Scale {
    /// The worst mark, in units of 10⁻¹².
    pub(crate) lowest: i64,
    /// The best mark, in the same units.
    pub(crate) highest: i64,
}

mirrored! { Scale as ScaleText; }

impl Scale {
    /// Makes a scale from its worst mark up to its best.
    ///
    /// # Errors
    ///
    /// [`ScaleError::Empty`] is returned when the worst is not below the best.
    /// [`ScaleError::Number`] is returned when one of them lies beyond a million or has more than
    /// 12 decimals.
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

    /// Returns the distance from the worst mark to the best, in units of 10⁻¹².
    pub(crate) fn range(self) -> i128 {
        i128::from(self.highest).saturating_sub(self.lowest.into())
    }
}

impl fmt::Display for Scale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.lowest(), self.highest())
    }
}

/// Returned when a scale measures nothing, or too much.
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
    #[error("a scale lies within -1000000 and 1000000, with at most 12 decimals, got {given}")]
    Number {
        /// The end given.
        given: Decimal,
    },
}

record! {
    /// A scale on which a customer states its expectation and its perception.
    struct ScaleText {
        /// The worst mark, within a million of zero and with at most 12 decimals.
        #[serde(with = "crate::vocab::exact")]
        lowest: Decimal,
        /// The best mark, above the worst and bounded alike.
        #[serde(with = "crate::vocab::exact")]
        highest: Decimal,
    }
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

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Scale, ScaleError};

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
}
