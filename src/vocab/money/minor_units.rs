//! Counts of a currency's smallest units.

use rust_decimal::Decimal;
use thiserror::Error;

use crate::vocab::money::currency::Currency;

/// Returned when a count of smallest units is no amount.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum MinorUnitsError {
    /// The currency has no smallest unit.
    #[error(
        "{currency} has no smallest unit to count {units} of, expected a currency such as `EUR`"
    )]
    NoMinorUnit {
        /// The count.
        units: i128,
        /// The currency.
        currency: Currency,
    },
    /// The count has too many digits.
    #[error(
        "{units} smallest units of {currency} are out of range, \
        expected at most 79228162514264337593543950335 either side of zero"
    )]
    OutOfRange {
        /// The count.
        units: i128,
        /// The currency.
        currency: Currency,
    },
}

/// Returns the amount of a count, with the decimal places of the currency.
pub(super) fn amount(units: i128, currency: Currency) -> Result<Decimal, MinorUnitsError> {
    let places = currency
        .minor_units()
        .ok_or(MinorUnitsError::NoMinorUnit { units, currency })?;
    Decimal::try_from_i128_with_scale(units, places)
        .map_err(|_| MinorUnitsError::OutOfRange { units, currency })
}
