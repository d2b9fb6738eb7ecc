use crate::form::{mirrored, record};
use core::num::NonZeroU32;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How much a customer buys within the horizon of a comparison (采购量与考察期): so many units a period,
/// for so many periods.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::premium::PurchaseVolume;
///
/// let three_years = PurchaseVolume::new(400.into(), 3.try_into()?)?;
/// assert_eq!(three_years.per_period(), 400.into());
/// assert!(PurchaseVolume::new(0.into(), 3.try_into()?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "VolumeText", into = "VolumeText")]
pub struct PurchaseVolume {
    text: VolumeText,
}

mirrored! { PurchaseVolume as VolumeText; }

impl PurchaseVolume {
    /// Makes a volume.
    ///
    /// # Errors
    ///
    /// [`PurchaseVolumeError`] unless something is bought in a period.
    pub fn new(per_period: Decimal, periods: NonZeroU32) -> Result<Self, PurchaseVolumeError> {
        Self::try_from(VolumeText {
            per_period,
            periods,
        })
    }

    /// Returns the units that are bought in a period.
    #[must_use]
    pub const fn per_period(&self) -> Decimal {
        self.text.per_period
    }

    /// Returns over how many periods the comparison looks.
    #[must_use]
    pub const fn periods(&self) -> NonZeroU32 {
        self.text.periods
    }
}

/// Returned when nothing is bought within a horizon.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a customer buys more than 0 units a period, got {given}")]
#[non_exhaustive]
pub struct PurchaseVolumeError {
    given: Decimal,
}

record! {
    /// The JSON form of a volume, and its fields.
    #[derive(Copy, Hash)]
    struct VolumeText {
        #[serde(with = "crate::vocab::exact")]
        per_period: Decimal,
        periods: NonZeroU32,
    }
}

impl TryFrom<VolumeText> for PurchaseVolume {
    type Error = PurchaseVolumeError;

    fn try_from(text: VolumeText) -> Result<Self, Self::Error> {
        let given = text.per_period;
        if given <= Decimal::ZERO {
            return Err(PurchaseVolumeError { given });
        }
        Ok(Self { text })
    }
}

impl From<PurchaseVolume> for VolumeText {
    fn from(volume: PurchaseVolume) -> Self {
        volume.text
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use core::num::NonZeroU32;
    use rust_decimal::Decimal;

    use super::PurchaseVolume;

    #[test]
    fn something_is_bought_in_every_period() {
        for (hundredths, is_refused) in [(-1, true), (0, true), (1, false)] {
            let units = Decimal::new(hundredths, 2);
            let message = PurchaseVolume::new(units, NonZeroU32::MIN)
                .err()
                .map(|error| error.to_string());
            let expected =
                alloc::format!("a customer buys more than 0 units a period, got {units}");
            assert_eq!(message, is_refused.then_some(expected));
        }
    }
}
