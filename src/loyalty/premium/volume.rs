use core::num::NonZeroU32;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::checked;

checked! {
    /// The volume that a customer buys within the horizon of a comparison (采购量与考察期).
    ///
    /// It is a number of units in a period, for a number of periods.
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
    #[derive(Copy, Hash)]
    pub struct PurchaseVolume, checked by PurchaseVolume::checked {
        /// The units bought in a period, above 0.
        #[serde(with = "crate::vocab::exact")]
        per_period: Decimal,
        /// The number of periods over which the comparison looks.
        periods: NonZeroU32,
    }
}

impl PurchaseVolume {
    /// Makes a volume of units in each period, for a number of periods.
    ///
    /// # Errors
    ///
    /// [`PurchaseVolumeError`] is returned unless the units in a period are above zero.
    pub fn new(per_period: Decimal, periods: NonZeroU32) -> Result<Self, PurchaseVolumeError> {
        Self {
            per_period,
            periods,
        }
        .checked()
    }

    /// Returns the units that are bought in a period.
    #[must_use]
    pub const fn per_period(&self) -> Decimal {
        self.per_period
    }

    /// Returns the number of periods of the comparison.
    #[must_use]
    pub const fn periods(&self) -> NonZeroU32 {
        self.periods
    }

    fn checked(self) -> Result<Self, PurchaseVolumeError> {
        let given = self.per_period;
        if given <= Decimal::ZERO {
            return Err(PurchaseVolumeError { given });
        }
        Ok(self)
    }
}

/// Returned when nothing is bought within a horizon.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a customer buys more than 0 units a period, got {given}")]
#[non_exhaustive]
pub struct PurchaseVolumeError {
    given: Decimal,
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
