use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use rust_decimal::Decimal;

use crate::vocab::money::Money;
use crate::vocab::money::fraction_error::FractionalMoneyError;
use crate::vocab::money::fraction_text::FractionText;
use crate::vocab::money::rounded::RoundedMoney;
use crate::vocab::money::rounding::{RoundingMode, round_quotient};
use crate::vocab::ratio::{Ratio, lowest_terms, plain_product, plain_sum, reduced_product};
use crate::vocab::wide::{power_of_ten, wide_mul};

pub use encapsulated::FractionalMoney;

mod encapsulated {
    use crate::vocab::money::currency::Currency;
    use crate::vocab::money::fraction_error::FractionalMoneyError;
    use crate::vocab::money::fraction_text::FractionText;
    use serde::{Deserialize, Serialize};

    /// An exact amount that no decimal may hold, such as a 365th of a year's interest (分数金额).
    ///
    /// It is a fraction of two whole numbers, in units of its currency. Interest is added up in it
    /// and rounded once. Two fractions of one value are equal. The JSON form
    /// is in lowest terms: `{"numerator": "990", "denominator": "73", "currency": "GBP"}`.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::{Currency, FractionalMoney, RoundingMode};
    ///
    /// let interest = FractionalMoney::new(4950, 365, Currency::GBP)?;
    /// assert_eq!(interest, FractionalMoney::new(990, 73, Currency::GBP)?);
    /// assert_eq!(interest.to_string(), "13.561644 GBP");
    /// assert_eq!(interest.round(RoundingMode::HalfEven)?.to_string(), "13.56 GBP");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Copy, Debug, Deserialize, Serialize)]
    #[serde(try_from = "FractionText", into = "FractionText")]
    pub struct FractionalMoney {
        numerator: i128,
        /// The denominator, above zero.
        denominator: i128,
        currency: Currency,
    }

    crate::form::mirrored! { FractionalMoney as FractionText; }

    impl FractionalMoney {
        /// Makes an amount of so many parts of a unit.
        ///
        /// # Errors
        ///
        /// [`FractionalMoneyError::Denominator`] is returned unless the denominator is above zero.
        #[inline]
        pub const fn new(
            numerator: i128,
            denominator: i128,
            currency: Currency,
        ) -> Result<Self, FractionalMoneyError> {
            if denominator <= 0 {
                return Err(FractionalMoneyError::Denominator { given: denominator });
            }
            Ok(Self {
                numerator,
                denominator,
                currency,
            })
        }

        /// Returns an amount of zero in a currency.
        #[must_use]
        pub const fn zero(currency: Currency) -> Self {
            Self {
                numerator: 0,
                denominator: 1,
                currency,
            }
        }

        /// Returns numerator and denominator as they were computed, not in lowest terms.
        #[inline]
        pub(crate) const fn parts(self) -> (i128, i128) {
            (self.numerator, self.denominator)
        }

        /// Returns the currency.
        #[must_use]
        #[inline]
        pub const fn currency(self) -> Currency {
            self.currency
        }
    }
}

impl FractionalMoney {
    /// Returns an amount of money as a fraction.
    #[must_use]
    pub fn of(money: Money) -> Self {
        let amount = money.amount();
        // A decimal has at most 28 places, so there is such a power.
        let denominator = power_of_ten(amount.scale()).unwrap_or(i128::MAX);
        Self::new(amount.mantissa(), denominator, money.currency())
            .unwrap_or_else(|_| Self::zero(money.currency()))
    }

    /// Returns the numerator in lowest terms.
    #[must_use]
    pub fn numerator(self) -> i128 {
        self.lowest_terms().0
    }

    /// Returns the denominator in lowest terms, above zero.
    #[must_use]
    pub fn denominator(self) -> i128 {
        self.lowest_terms().1
    }

    /// Returns whether the amount is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.parts().0 == 0
    }

    /// Returns whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.parts().0 < 0
    }

    /// Adds two amounts of one currency.
    ///
    /// # Errors
    ///
    /// [`FractionalMoneyError`] is returned when the currencies differ, and when the exact sum has
    /// more digits than can be kept.
    #[inline]
    pub fn checked_add(self, other: Self) -> Result<Self, FractionalMoneyError> {
        self.same_currency(other)?;
        // Most sums begin at nothing, and a common denominator costs more than all the rest.
        if self.is_zero() {
            return Ok(other);
        }
        if other.is_zero() {
            return Ok(self);
        }
        self.plus(other)
    }

    /// Subtracts an amount of the same currency.
    ///
    /// # Errors
    ///
    /// The errors of [`checked_add`](Self::checked_add) are returned.
    pub fn checked_sub(self, other: Self) -> Result<Self, FractionalMoneyError> {
        let currency = other.currency();
        let (numerator, denominator) = other.parts();
        let negated = numerator
            .checked_neg()
            .ok_or(FractionalMoneyError::OutOfRange { currency })?;
        self.checked_add(Self::new(negated, denominator, currency)?)
    }

    /// Multiplies by a fraction.
    ///
    /// # Errors
    ///
    /// [`FractionalMoneyError`] is returned unless the denominator is above zero, and when the
    /// exact product has more digits than can be kept.
    pub fn checked_mul(
        self,
        numerator: i128,
        denominator: i128,
    ) -> Result<Self, FractionalMoneyError> {
        let currency = self.currency();
        let factor = Self::new(numerator, denominator, currency)?;
        plain_product(self.parts(), factor.parts())
            .or_else(|| reduced_product(self.lowest_terms(), factor.lowest_terms()))
            .ok_or(FractionalMoneyError::OutOfRange { currency })
            .and_then(|(numerator, denominator)| Self::new(numerator, denominator, currency))
    }

    /// Compares two amounts of one currency.
    ///
    /// # Errors
    ///
    /// The errors of [`checked_add`](Self::checked_add) are returned.
    pub fn checked_cmp(self, other: Self) -> Result<Ordering, FractionalMoneyError> {
        self.checked_sub(other)
            .map(|difference| difference.parts().0.cmp(&0))
    }

    /// Rounds to the smallest unit of the currency, once.
    ///
    /// # Errors
    ///
    /// [`FractionalMoneyError`] is returned when the currency has no smallest unit, and when the
    /// amount is too large to be counted in it.
    #[inline]
    pub fn round(self, mode: RoundingMode) -> Result<RoundedMoney, FractionalMoneyError> {
        let currency = self.currency();
        let places = currency
            .minor_units()
            .ok_or(FractionalMoneyError::NoMinorUnit { currency })?;
        self.scaled(places, mode)
            .and_then(|units| RoundedMoney::from_minor_units(units, currency).ok())
            .ok_or(FractionalMoneyError::OutOfRange { currency })
    }

    /// Rounds to a number of decimal places, for a policy that asks for a finer amount than money
    /// has.
    ///
    /// # Errors
    ///
    /// [`FractionalMoneyError::OutOfRange`] is returned when the amount has too many digits.
    pub fn round_to_places(
        self,
        places: u32,
        mode: RoundingMode,
    ) -> Result<Money, FractionalMoneyError> {
        let currency = self.currency();
        self.scaled(places, mode)
            .and_then(|units| Decimal::try_from_i128_with_scale(units, places).ok())
            .map(|amount| Money::new(amount, currency))
            .ok_or(FractionalMoneyError::OutOfRange { currency })
    }

    #[inline]
    fn scaled(self, places: u32, mode: RoundingMode) -> Option<i128> {
        let power = power_of_ten(places)?;
        scale(self.parts(), power, mode).or_else(|| self.scaled_in_lowest_terms(power, mode))
    }

    #[cold]
    fn scaled_in_lowest_terms(self, power: i128, mode: RoundingMode) -> Option<i128> {
        scale(self.lowest_terms(), power, mode)
    }

    fn plus(self, other: Self) -> Result<Self, FractionalMoneyError> {
        let currency = self.currency();
        plain_sum(self.parts(), other.parts())
            .or_else(|| plain_sum(self.lowest_terms(), other.lowest_terms()))
            .ok_or(FractionalMoneyError::OutOfRange { currency })
            .and_then(|(numerator, denominator)| Self::new(numerator, denominator, currency))
    }

    fn lowest_terms(self) -> Ratio {
        lowest_terms(self.parts())
    }

    fn same_currency(self, other: Self) -> Result<(), FractionalMoneyError> {
        if self.currency() == other.currency() {
            Ok(())
        } else {
            Err(FractionalMoneyError::CurrencyMismatch {
                left: self.currency(),
                right: other.currency(),
            })
        }
    }
}

impl PartialEq for FractionalMoney {
    fn eq(&self, other: &Self) -> bool {
        self.currency() == other.currency() && self.lowest_terms() == other.lowest_terms()
    }
}

impl Eq for FractionalMoney {}

impl Hash for FractionalMoney {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.lowest_terms(), self.currency()).hash(state);
    }
}

impl fmt::Display for FractionalMoney {
    /// Writes six decimal places, rounded half to even; the fraction keeps the exact value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.round_to_places(SHOWN_PLACES, RoundingMode::HalfEven) {
            Ok(money) => money.fmt(f),
            Err(_) => {
                let (numerator, denominator) = self.lowest_terms();
                write!(f, "{numerator}/{denominator} {}", self.currency())
            }
        }
    }
}

impl TryFrom<FractionText> for FractionalMoney {
    type Error = FractionalMoneyError;

    fn try_from(text: FractionText) -> Result<Self, Self::Error> {
        Self::new(text.numerator, text.denominator, text.currency)
    }
}

impl From<FractionalMoney> for FractionText {
    fn from(money: FractionalMoney) -> Self {
        let (numerator, denominator) = money.lowest_terms();
        Self {
            numerator,
            denominator,
            currency: money.currency(),
        }
    }
}

#[inline]
fn scale((numerator, denominator): Ratio, power: i128, mode: RoundingMode) -> Option<i128> {
    round_quotient(wide_mul(numerator, power)?, denominator, mode)
}

const SHOWN_PLACES: u32 = 6;

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::FractionalMoney;
    use crate::vocab::money::{Currency, FractionalMoneyError, Money, RoundingMode};

    fn euros(numerator: i128, denominator: i128) -> FractionalMoney {
        let Ok(amount) = FractionalMoney::new(numerator, denominator, Currency::EUR) else {
            panic!("{numerator}/{denominator} of the test")
        };
        amount
    }

    #[test]
    fn the_same_worth_is_equal() {
        assert_eq!(euros(1, 3), euros(2, 6));
        assert_ne!(euros(1, 3), euros(1, 4));
        let half: Option<Money> = "0.5 EUR".parse().ok();
        assert_eq!(half.map(FractionalMoney::of), Some(euros(1, 2)));
    }

    #[test]
    fn sums_and_products_are_exact_or_refused() {
        let sum = euros(1, 365).checked_add(euros(1, 366));
        assert_eq!(sum, Ok(euros(731, 133_590)));
        assert_eq!(euros(1, 3).checked_mul(3, 7), Ok(euros(1, 7)));
        let error = |result: Result<FractionalMoney, _>| {
            result.map_err(|error: FractionalMoneyError| error.to_string())
        };
        assert_eq!(
            error(euros(i128::MAX, 1).checked_add(euros(1, 1))),
            Err("an amount in EUR with more digits than can be kept exactly".into())
        );
        assert_eq!(
            error(euros(i128::MAX, 2).checked_mul(2, i128::MAX)),
            Ok(euros(1, 1))
        );
        assert_eq!(
            error(FractionalMoney::new(1, 0, Currency::EUR)),
            Err("a fraction of money with denominator 0, expected 1 or more".into())
        );
        assert_eq!(
            error(euros(1, 1).checked_add(FractionalMoney::zero(Currency::USD))),
            Err("an amount in EUR and one in USD, expected one currency".into())
        );
    }

    #[test]
    fn it_rounds_once_to_the_minor_unit() {
        let rounded =
            |amount: FractionalMoney, mode| amount.round(mode).map(|money| money.to_string());
        assert_eq!(
            rounded(euros(1, 8), RoundingMode::HalfEven),
            Ok("0.12 EUR".into())
        );
        assert_eq!(
            rounded(euros(1, 8), RoundingMode::HalfUp),
            Ok("0.13 EUR".into())
        );
        assert_eq!(
            rounded(euros(-1, 3), RoundingMode::Floor),
            Ok("-0.34 EUR".into())
        );
        let gold = FractionalMoney::zero(Currency::XAU).round(RoundingMode::Up);
        assert_eq!(
            gold.map_err(|error| error.to_string()),
            Err("XAU has no minor unit to round to".into())
        );
    }
}
