use core::fmt;

use rust_decimal::Decimal;

use crate::form::checked;
use crate::receivable::aging::error::AgingError;
use crate::vocab::money::RoundingMode;
use crate::vocab::money::rounding::round_quotient;
use crate::vocab::ratio::lowest_terms;
use crate::vocab::wide::power_of_ten;

checked! {
    /// An exact number of days that does not have to be whole, such as an average (天数比).
    ///
    /// It is kept in lowest terms and written with one decimal place, half to even. The JSON form
    /// is exact: `{"numerator": "365", "denominator": "8"}`.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::aging::days_sales_outstanding;
    /// use keqing::vocab::money::RoundingMode;
    /// use keqing::vocab::time::Days;
    ///
    /// let days = days_sales_outstanding("500 EUR".parse()?, "4000 EUR".parse()?, Days::new(365))?;
    /// assert_eq!((days.numerator(), days.denominator()), (365, 8));
    /// assert_eq!(days.to_string(), "45.6 d");
    /// assert_eq!(days.round_to_places(2, RoundingMode::Down)?.to_string(), "45.62");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct FractionalDays, checked by FractionalDays::checked {
        /// The numerator; it is kept in lowest terms.
        #[serde(with = "crate::vocab::whole")]
        numerator: i128,
        /// The denominator. Zero and less are refused.
        #[serde(with = "crate::vocab::whole")]
        denominator: i128,
    }
}

impl FractionalDays {
    /// Makes a fraction of two decimals, exactly.
    pub(super) fn quotient(part: Decimal, whole: Decimal) -> Result<Self, AgingError> {
        let (part, whole) = (part.normalize(), whole.normalize());
        let scale = part.scale().max(whole.scale());
        let raised = |value: Decimal| {
            let missing = scale.checked_sub(value.scale())?;
            value.mantissa().checked_mul(power_of_ten(missing)?)
        };
        raised(part)
            .zip(raised(whole))
            .ok_or(AgingError::OutOfRange)
            .and_then(|(part, whole)| Self::new(part, whole))
    }

    fn new(numerator: i128, denominator: i128) -> Result<Self, AgingError> {
        Self {
            numerator,
            denominator,
        }
        .checked()
    }

    /// Returns the numerator in lowest terms.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Returns the denominator in lowest terms, above zero.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Rounds to a number of decimal places, for a report.
    ///
    /// # Errors
    ///
    /// [`AgingError::OutOfRange`] is returned when the result has too many digits.
    pub fn round_to_places(self, places: u32, mode: RoundingMode) -> Result<Decimal, AgingError> {
        power_of_ten(places)
            .and_then(|power| self.numerator.checked_mul(power))
            .and_then(|numerator| round_quotient(numerator, self.denominator, mode))
            .and_then(|units| Decimal::try_from_i128_with_scale(units, places).ok())
            .ok_or(AgingError::OutOfRange)
    }

    /// Puts the fraction in lowest terms.
    fn checked(self) -> Result<Self, AgingError> {
        let given = self.denominator;
        if given <= 0 {
            return Err(AgingError::Denominator { given });
        }
        let (numerator, denominator) = lowest_terms((self.numerator, given));
        Ok(Self {
            numerator,
            denominator,
        })
    }
}

impl fmt::Display for FractionalDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.round_to_places(1, RoundingMode::HalfEven) {
            Ok(days) => write!(f, "{days} d"),
            Err(_) => write!(f, "{}/{} d", self.numerator, self.denominator),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use rust_decimal::Decimal;

    use super::{AgingError, FractionalDays};
    use crate::vocab::money::RoundingMode;

    #[test]
    fn days_are_kept_with_as_many_digits_as_fit() {
        let refused = |answer: Result<String, AgingError>| {
            let message = answer.map_err(|error| error.to_string());
            let expected = "a number of days with more digits than can be kept exactly";
            assert_eq!(message, Err(expected.into()));
        };
        let of = |part, whole| FractionalDays::quotient(part, whole);
        let rounded = |places| {
            let days = of(Decimal::ONE, Decimal::TEN)?;
            let rounded = days.round_to_places(places, RoundingMode::Down)?;
            Ok(rounded.to_string())
        };
        assert_eq!(rounded(1), Ok("0.1".into()));
        refused(rounded(29));
        let finest = Decimal::new(1, 28);
        assert!(of(Decimal::ONE, finest).is_ok());
        refused(of(Decimal::MAX, finest).map(|days| days.to_string()));
    }
}
