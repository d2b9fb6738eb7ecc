//! Money, currencies, and the one way in which amounts are rounded (金额).
//!
//! ```text
//! decimal + Currency   -> Money             exact, of any number of places
//! Money + RoundingMode -> RoundedMoney      whole smallest units, by `round` alone
//! Money x fractions    -> FractionalMoney   exact in between, rounded once
//! ```
//!
//! - *Looks at*: Amounts, each with its currency.
//! - *Why*: There are no operators, because 1 EUR and 1 USD have no sum and no order.
//! - *Breaks it*: Two currencies in one sum, or more digits than can be kept.
//! - *Keeps it*: One currency in a sum, and one rounding at its end.
//! - *Rules*: None of its own; the rules that compare amounts use it.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::money::{Money, RoundingMode, round};
//!
//! let net: Money = "19.99 EUR".parse()?;
//! let total = net.checked_add("0.005 EUR".parse()?)?;
//! assert_eq!(round(total, RoundingMode::HalfUp)?.to_string(), "20.00 EUR");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod currency;
mod currency_table;
mod fraction;
mod fraction_error;
mod fraction_text;
mod minor_units;
mod rounded;
pub(crate) mod rounding;

pub use currency::{Currency, ParseCurrencyError};
pub use fraction::FractionalMoney;
pub use fraction_error::FractionalMoneyError;
pub use minor_units::MinorUnitsError;
pub use rounded::{ParseRoundedMoneyError, RoundMoneyError, RoundedMoney};
pub use rounding::{RoundingMode, round};

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::repeated;
use crate::vocab::exact;

pub use encapsulate::Money;

mod encapsulate {
    use rust_decimal::Decimal;

    use crate::vocab::exact;
    use crate::vocab::money::currency::Currency;

    crate::form::record! {
        /// An amount of money (金额) in one currency, exact and not yet rounded.
        ///
        /// It may be negative and finer than the smallest unit of its currency, with up to 28
        /// decimal places. [`round`](crate::vocab::money::round) makes it a
        /// [`RoundedMoney`](crate::vocab::money::RoundedMoney).
        ///
        /// Arithmetic is exact or refused, and an operation on two currencies is refused. Therefore
        /// there are no operators. A `<` would have to answer `false` for 1 EUR and 1 USD both ways
        /// round. Two amounts are equal if number and currency are the same, however they are
        /// written (`12.5 EUR`, `12.50 EUR`).
        ///
        /// The JSON form is `{"amount": "12.50", "currency": "EUR"}`.
        ///
        /// # Examples
        ///
        /// ```
        /// use keqing::vocab::money::{Currency, Money};
        ///
        /// let price: Money = "12.50 EUR".parse()?;
        /// let freight: Money = "3.125 EUR".parse()?;
        /// let total = price.checked_add(freight)?;
        /// assert_eq!(total.to_string(), "15.625 EUR");
        /// assert_eq!(total.currency(), Currency::EUR);
        ///
        /// let dollars: Money = "3 USD".parse()?;
        /// assert!(price.checked_add(dollars).is_err());
        /// # Ok::<(), Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Copy, Hash)]
        pub struct Money {
            /// The amount, in units of the currency.
            #[serde(with = "exact")]
            amount: Decimal,
            /// The currency, by its code of three letters.
            currency: Currency,
        }
    }

    impl Money {
        /// Makes an amount of a currency; any decimal is allowed.
        #[must_use]
        pub const fn new(amount: Decimal, currency: Currency) -> Self {
            let amount = exact::unsigned_zero(amount);
            Self { amount, currency }
        }

        /// Returns the amount in units of the currency: 12.50 is twelve euros and fifty cents.
        #[must_use]
        pub const fn amount(self) -> Decimal {
            self.amount
        }

        /// Returns the currency.
        #[must_use]
        pub const fn currency(self) -> Currency {
            self.currency
        }
    }
}

impl Money {
    /// Makes an amount of zero in a currency, the start of a sum.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self::new(Decimal::ZERO, currency)
    }

    /// Makes an amount from a count of the currency's smallest units: 1250 cents are 12.50 EUR.
    ///
    /// # Errors
    ///
    /// [`MinorUnitsError`] is returned when the currency has no smallest unit, and when the count is
    /// further from zero than 2⁹⁶ - 1.
    pub fn from_minor_units(units: i128, currency: Currency) -> Result<Self, MinorUnitsError> {
        minor_units::amount(units, currency).map(|amount| Self::new(amount, currency))
    }

    /// Adds up amounts of one currency; the sum of none is zero of that currency.
    ///
    /// # Errors
    ///
    /// The errors of [`checked_add`](Self::checked_add) are returned.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::{Currency, Money};
    ///
    /// let cents = |units| Money::from_minor_units(units, Currency::EUR);
    /// let sum = Money::sum(Currency::EUR, [cents(1250)?, cents(375)?])?;
    /// assert_eq!(sum.to_string(), "16.25 EUR");
    /// assert_eq!(Money::sum(Currency::EUR, [])?, Money::zero(Currency::EUR));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sum(
        currency: Currency,
        amounts: impl IntoIterator<Item = Self>,
    ) -> Result<Self, MoneyError> {
        amounts
            .into_iter()
            .try_fold(Self::zero(currency), Self::checked_add)
    }

    /// Adds two amounts of one currency.
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] is returned when the currencies differ, and
    /// [`MoneyError::SumOutOfRange`] when the exact sum has too many digits to be kept.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        exact::sum(self.amount(), other.amount())
            .map(|amount| Self::new(amount, self.currency()))
            .ok_or(MoneyError::SumOutOfRange {
                left: self,
                right: other,
            })
    }

    /// Subtracts an amount of the same currency.
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] is returned when the currencies differ.
    /// [`MoneyError::SumOutOfRange`] is returned, with the second amount negated, when the exact
    /// difference has too many digits to be kept.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        self.checked_add(other.negated())
    }

    /// Multiplies the amount by a number.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::Money;
    /// use rust_decimal::Decimal;
    ///
    /// let principal: Money = "1000 GBP".parse()?;
    /// let interest_of_a_year = principal.checked_mul(Decimal::new(825, 4))?;
    /// assert_eq!(interest_of_a_year, "82.50 GBP".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`MoneyError::ProductOutOfRange`] is returned when the exact product has too many digits.
    pub fn checked_mul(self, factor: Decimal) -> Result<Self, MoneyError> {
        exact::product(self.amount(), factor)
            .map(|amount| Self::new(amount, self.currency()))
            .ok_or(MoneyError::ProductOutOfRange {
                money: self,
                factor,
            })
    }

    /// Compares two amounts of one currency.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::Money;
    ///
    /// let invoice: Money = "99.99 EUR".parse()?;
    /// let limit: Money = "100 EUR".parse()?;
    /// assert!(invoice.checked_cmp(limit)?.is_lt());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] is returned when the currencies differ.
    pub fn checked_cmp(self, other: Self) -> Result<Ordering, MoneyError> {
        self.same_currency(other)?;
        Ok(self.amount().cmp(&other.amount()))
    }

    /// Negates the amount.
    #[must_use]
    pub fn negated(self) -> Self {
        let mut amount = self.amount();
        amount.set_sign_positive(amount.is_sign_negative());
        Self::new(amount, self.currency())
    }

    /// Returns whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.amount().is_sign_negative()
    }

    /// Returns whether the amount is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.amount().is_zero()
    }

    pub(crate) fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency() == other.currency() {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch {
                left: self,
                right: other,
            })
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency())
    }
}

impl FromStr for Money {
    type Err = ParseMoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (amount, currency) = text.split_once(' ').ok_or_else(|| ParseMoneyError::Form {
            given: repeated(text),
        })?;
        let amount = exact::parse(amount).ok_or_else(|| ParseMoneyError::Amount {
            given: repeated(amount),
        })?;
        Ok(Self::new(amount, currency.parse()?))
    }
}

/// Returned when two amounts do not go together, or a result is too long.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amounts are in two currencies.
    #[error("{left} and {right} are in different currencies, expected one currency")]
    CurrencyMismatch {
        /// The first amount.
        left: Money,
        /// The second amount.
        right: Money,
    },
    /// The exact product cannot be kept.
    #[error("{money} times {factor} has too many digits, expected at most 28")]
    ProductOutOfRange {
        /// The amount.
        money: Money,
        /// The factor.
        factor: Decimal,
    },
    /// The exact sum cannot be kept.
    #[error("{left} plus {right} has too many digits, expected at most 28")]
    SumOutOfRange {
        /// The first amount.
        left: Money,
        /// The second amount.
        right: Money,
    },
}

/// Returned when a text is not an amount and a currency.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseMoneyError {
    /// The part before the space is not a decimal that can be kept exactly.
    #[error("`{given}` is not an amount, expected digits such as `12.50`, at most 28 of them")]
    Amount {
        /// The text that stood in the place of the amount.
        given: String,
    },
    /// The part after the space is not a currency.
    #[error(transparent)]
    Currency(#[from] ParseCurrencyError),
    /// The text does not have two parts.
    #[error(
        "`{given}` is not money, expected an amount, a space and a currency such as `12.50 EUR`"
    )]
    Form {
        /// The whole text.
        given: String,
    },
}

#[cfg(test)]
mod tests;
