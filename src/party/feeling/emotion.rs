use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::{choice, mirrored};
use crate::vocab::name::Label;
use crate::vocab::share::Share;
use crate::vocab::words::EmotionKind;

choice! {
    /// An emotion of a person at one moment (情绪), as the need of the moment is met or not (PTY-07).
    ///
    /// The documents name four and leave the list open; another emotion has its own name and
    /// polarity.
    #[derive(Copy, Hash)]
    pub closed enum Emotion {
        /// Pleasure (高兴).
        Pleasure,
        /// Doubt (怀疑).
        Doubt,
        /// Suspicion about motives (猜测).
        Suspicion,
        /// Anger (气愤).
        Anger,
        /// Another emotion.
        Other {
            /// The name of the emotion.
            name: Label,
            /// The polarity of the emotion.
            polarity: Polarity,
        },
    }
}

impl Emotion {
    /// Returns the kind of the emotion.
    #[must_use]
    pub const fn kind(&self) -> EmotionKind {
        match self {
            Self::Pleasure => EmotionKind::Pleasure,
            Self::Doubt => EmotionKind::Doubt,
            Self::Suspicion => EmotionKind::Suspicion,
            Self::Anger => EmotionKind::Anger,
            Self::Other { .. } => EmotionKind::Other,
        }
    }
}

/// The pleasantness of a feeling (情绪极性): from −10 to 10, zero for neither, at most 12 decimals.
///
/// In JSON it is a decimal string.
///
/// # Examples
///
/// ```
/// use keqing::party::feeling::Polarity;
/// use rust_decimal::Decimal;
///
/// let mild = Polarity::new(Decimal::new(-36, 2))?;
/// assert!(mild < Polarity::NEUTRAL);
/// assert_eq!(mild.to_string(), "-0.36");
/// # Ok::<(), keqing::party::feeling::PolarityError>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize,
)]
#[serde(try_from = "PolarityText", into = "PolarityText")]
pub struct Polarity {
    /// The polarity in units of 10⁻¹².
    units: i64,
}

mirrored! { Polarity as rust_decimal::Decimal; }

impl Polarity {
    /// The polarity that is neither pleasant nor unpleasant.
    pub const NEUTRAL: Self = Self { units: 0 };

    /// Makes a polarity.
    ///
    /// # Errors
    ///
    /// [`PolarityError`] is returned when the value is outside −10 to 10 or has more than 12
    /// decimals.
    pub fn new(value: Decimal) -> Result<Self, PolarityError> {
        let refused = PolarityError { given: value };
        let exact = value.normalize();
        let missing = DECIMALS.checked_sub(exact.scale()).ok_or(refused)?;
        let units = 10_i128
            .checked_pow(missing)
            .and_then(|factor| exact.mantissa().checked_mul(factor))
            .and_then(|units| i64::try_from(units).ok())
            .filter(|units| units.unsigned_abs() <= LARGEST)
            .ok_or(refused)?;
        Ok(Self { units })
    }

    /// Makes a polarity of whole points; a number beyond −10 or 10 becomes that bound.
    #[must_use]
    pub const fn points(points: i8) -> Self {
        let points = if points > 10 {
            10
        } else if points < -10 {
            -10
        } else {
            points
        };
        Self {
            units: (points as i64).saturating_mul(POINT),
        }
    }

    /// Returns the number.
    #[must_use]
    pub fn value(self) -> Decimal {
        Decimal::try_from_i128_with_scale(i128::from(self.units), DECIMALS)
            .unwrap_or_default()
            .normalize()
    }

    /// Returns a polarity moved by a share of the way toward another one.
    ///
    /// It is rounded once, half to even, to 12 decimals.
    pub(crate) fn toward(self, other: Self, share: Share) -> Self {
        let (part, whole) = (i128::from(share.part()), i128::from(share.whole()));
        let stays = i128::from(self.units).saturating_mul(whole.saturating_sub(part));
        let moves = i128::from(other.units).saturating_mul(part);
        Self::quotient(stays.saturating_add(moves), whole)
    }

    /// Returns the mean, rounded once, half to even, to 12 decimals; the mean of none is neutral.
    pub(crate) fn mean(polarities: impl Iterator<Item = Self>) -> Self {
        let (sum, count) = polarities.fold((0_i128, 0_i128), |(sum, count), polarity| {
            (
                sum.saturating_add(i128::from(polarity.units)),
                count.saturating_add(1),
            )
        });
        Self::quotient(sum, count)
    }

    fn quotient(numerator: i128, denominator: i128) -> Self {
        let floor = numerator.checked_div_euclid(denominator).unwrap_or(0);
        let rest = numerator.checked_rem_euclid(denominator).unwrap_or(0);
        let twice = rest.saturating_mul(2);
        let up = twice > denominator || (twice == denominator && rest > 0 && floor % 2 != 0);
        let units = if up { floor.saturating_add(1) } else { floor };
        Self {
            units: i64::try_from(units).unwrap_or(0),
        }
    }
}

impl fmt::Display for Polarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

/// Returned when a number is no [`Polarity`].
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a polarity is from -10 to 10 with at most {DECIMALS} decimals, got {given}")]
pub struct PolarityError {
    given: Decimal,
}

/// The JSON form of a polarity.
#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct PolarityText(#[serde(with = "crate::vocab::exact")] Decimal);

impl TryFrom<PolarityText> for Polarity {
    type Error = PolarityError;

    fn try_from(text: PolarityText) -> Result<Self, Self::Error> {
        Self::new(text.0)
    }
}

impl From<Polarity> for PolarityText {
    fn from(polarity: Polarity) -> Self {
        Self(polarity.value())
    }
}

const DECIMALS: u32 = 12;
const POINT: i64 = 1_000_000_000_000;
const LARGEST: u64 = 10_000_000_000_000;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::{Emotion, Polarity};
    use crate::vocab::share::Share;

    fn polarity(text: &str) -> Option<Polarity> {
        Decimal::from_str_exact(text)
            .ok()
            .and_then(|value| Polarity::new(value).ok())
    }

    #[test]
    fn the_bounds_are_ten_either_way_and_twelve_decimals() {
        let taken = [
            "10",
            "-10",
            "10.00",
            "9.999999999999",
            "0.000000000001",
            "0",
        ];
        let refused = [
            "10.000000000001",
            "-11",
            "0.0000000000001",
            "79228162514264337593543950335",
        ];
        assert!(taken.into_iter().all(|text| polarity(text).is_some()));
        assert!(refused.into_iter().all(|text| polarity(text).is_none()));
        assert_eq!(Some(Polarity::points(11)), polarity("10"));
        assert_eq!(Some(Polarity::points(-2)), polarity("-2"));
        let error = Polarity::new(Decimal::from(11)).map_err(|error| error.to_string());
        let message = "a polarity is from -10 to 10 with at most 12 decimals, got 11";
        assert_eq!(error.err().as_deref(), Some(message));
    }

    #[test]
    fn a_step_is_rounded_once_half_to_even() -> Result<(), crate::vocab::share::ShareError> {
        let (third, half) = (Share::new(1, 3)?, Share::new(1, 2)?);
        let table = [
            ("0", "1", third, "0.333333333333"),
            ("0", "2", third, "0.666666666667"),
            ("0", "-2", third, "-0.666666666667"),
            ("0", "0.000000000001", half, "0"),
            ("0", "0.000000000003", half, "0.000000000002"),
            ("0", "-0.000000000001", half, "0"),
            ("0", "-0.000000000003", half, "-0.000000000002"),
            ("-10", "10", Share::ALL, "10"),
            ("-10", "10", Share::NONE, "-10"),
            ("10", "-10", Share::new(1, u64::MAX)?, "10"),
        ];
        for (from, to, share, expected) in table {
            let (Some(from), Some(to)) = (polarity(from), polarity(to)) else {
                panic!("polarities of the test")
            };
            assert_eq!(from.toward(to, share).to_string(), expected);
        }
        assert_eq!(Polarity::mean(core::iter::empty()), Polarity::NEUTRAL);
        Ok(())
    }

    #[test]
    fn another_emotion_needs_a_name_and_a_polarity() -> Result<(), serde_json::Error> {
        let json = r#"{"other":{"name":"尴尬","polarity":"-0.5"}}"#;
        let awkward: Emotion = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&awkward)?, json);
        assert_eq!(serde_json::to_string(&Emotion::Anger)?, r#""anger""#);
        for refused in [
            r#"{"other":{"polarity":"-0.5"}}"#,
            r#"{"other":{"name":"","polarity":"-0.5"}}"#,
            r#"{"other":{"name":"尴尬"}}"#,
            r#"{"other":{"name":"尴尬","polarity":"-10.5"}}"#,
            r#"{"other":{"name":"尴尬","polarity":-1}}"#,
            r#""joy""#,
        ] {
            assert!(
                serde_json::from_str::<Emotion>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
