use core::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::vocab::{Rate, RateError, exact};

pub use encapsulated::RateFactor;

mod encapsulated {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Serialize};

    use super::{FactorForm, RateFactorError};

    /// How many times a reference rate is taken (利率倍数), above zero and at most 1 000.
    ///
    /// The JSON form is the number as a string, `"3"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::RateFactor;
    /// use keqing::vocab::Rate;
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

    impl RateFactor {
        /// The reference rate itself.
        pub const ONE: Self = Self {
            value: Decimal::ONE,
        };

        /// Three times the reference rate, as India's statute has it.
        pub const THREE: Self = Self {
            value: Decimal::from_parts(3, 0, 0, false, 0),
        };

        /// Makes a factor.
        ///
        /// # Errors
        ///
        /// [`RateFactorError`] unless the value is above zero and at most 1 000.
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
    /// [`RateError::OutOfRange`] where the product is, and [`RateError::ProductTooPrecise`] where it has
    /// too many digits to be kept.
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

/// The error of a number that is not a factor of a rate.
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
