use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::vocab::exact;
use crate::vocab::rate::{Rate, RateError};

pub use encapsulated::RateFactor;

mod encapsulated {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Serialize};

    use super::{FactorForm, RateFactorError};

    /// A factor by which a reference rate is multiplied (利率倍数), above zero and at most 1 000.
    ///
    /// The JSON form is the number as a string, `"3"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::rate::RateFactor;
    /// use keqing::vocab::rate::Rate;
    /// use rust_decimal::Decimal;
    ///
    /// let bank_rate: Rate = "6.75 % per year".parse()?;
    /// let three_times = RateFactor::new(Decimal::from(3))?;
    /// assert_eq!(three_times.times(bank_rate)?.to_string(), "20.25 % per year");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
    #[serde(try_from = "FactorForm", into = "FactorForm")]
    pub struct RateFactor {
        value: Decimal,
    }

    crate::form::mirrored! { RateFactor as rust_decimal::Decimal; }

    impl RateFactor {
        /// The reference rate itself.
        pub const ONE: Self = Self {
            value: Decimal::ONE,
        };

        /// Three times the reference rate, as in India's statute.
        pub const THREE: Self = Self {
            value: Decimal::from_parts(3, 0, 0, false, 0),
        };

        /// Makes a factor.
        ///
        /// # Errors
        ///
        /// [`RateFactorError`] is returned unless the value is above zero and at most 1 000.
        pub fn new(value: Decimal) -> Result<Self, RateFactorError> {
            if value <= Decimal::ZERO || value > Decimal::ONE_THOUSAND {
                return Err(RateFactorError { given: value });
            }
            Ok(Self { value })
        }

        /// Returns the value: 3 for three times.
        #[must_use]
        pub const fn value(self) -> Decimal {
            self.value
        }
    }
}

impl RateFactor {
    /// Multiplies a rate, exactly.
    ///
    /// # Errors
    ///
    /// [`RateError::OutOfRange`] is returned when the product is out of range.
    /// [`RateError::ProductTooPrecise`] is returned when it has too many digits to be kept.
    pub fn times(self, rate: Rate) -> Result<Rate, RateError> {
        let factor = self.value();
        exact::product(factor, rate.fraction())
            .ok_or(RateError::ProductTooPrecise { factor, rate })
            .and_then(Rate::per_year)
    }
}

impl fmt::Display for RateFactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ×", self.value().normalize())
    }
}

/// Returned when a number is not a factor of a rate.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("a reference rate taken {given} times, expected above 0 and at most 1000")]
pub struct RateFactorError {
    given: Decimal,
}

impl RateFactorError {
    /// Returns the number that was given.
    #[must_use]
    pub const fn given(&self) -> Decimal {
        self.given
    }
}

#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct FactorForm(#[serde(with = "exact")] Decimal);

impl TryFrom<FactorForm> for RateFactor {
    type Error = RateFactorError;

    fn try_from(FactorForm(value): FactorForm) -> Result<Self, Self::Error> {
        Self::new(value)
    }
}

impl From<RateFactor> for FactorForm {
    fn from(factor: RateFactor) -> Self {
        Self(factor.value())
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::RateFactor;
    use crate::vocab::rate::Rate;

    #[test]
    fn a_factor_lies_above_nothing_and_up_to_a_thousand() {
        for value in [Decimal::new(1, 28), Decimal::ONE, Decimal::ONE_THOUSAND] {
            assert_eq!(RateFactor::new(value).map(RateFactor::value), Ok(value));
        }
        for (value, given) in [
            (Decimal::ZERO, "0"),
            (Decimal::NEGATIVE_ONE, "-1"),
            (Decimal::new(100_001, 2), "1000.01"),
        ] {
            assert_eq!(
                RateFactor::new(value).map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "a reference rate taken {given} times, expected above 0 and at most 1000"
                ))
            );
        }
    }

    #[test]
    fn a_product_is_exact_or_refused() {
        let times = |factor: Decimal, points| {
            let factor = RateFactor::new(factor).map_err(|error| error.to_string())?;
            let product = factor.times(Rate::basis_points(points));
            product
                .map(|rate| rate.to_string())
                .map_err(|error| error.to_string())
        };
        assert_eq!(
            times(Decimal::new(15, 1), 435),
            Ok("6.525 % per year".into())
        );
        assert_eq!(times(Decimal::from(3), -50), Ok("-1.5 % per year".into()));
        assert_eq!(
            times(Decimal::ONE_THOUSAND, 1_001),
            Err("10010 % per year is out of range, expected -10000 % to 10000 %".into())
        );
        assert_eq!(
            times(Decimal::new(1, 28), 435),
            Err("0.0000000000000000000000000001 times 4.35 % per year has too many digits, expected at most 28".into())
        );
    }

    #[test]
    fn json_is_the_number_as_a_string() -> Result<(), serde_json::Error> {
        assert_eq!(
            serde_json::from_str::<RateFactor>(r#""3""#)?,
            RateFactor::THREE
        );
        assert_eq!(serde_json::to_string(&RateFactor::THREE)?, r#""3""#);
        for refused in [r#""0""#, "3", r#""1000.1""#] {
            assert!(
                serde_json::from_str::<RateFactor>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
