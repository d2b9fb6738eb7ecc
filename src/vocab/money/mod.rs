//! Money, currencies, and the one way in which amounts are rounded (金额).

mod currency;
mod currency_table;
mod fraction;
mod fraction_error;
mod rounded;
pub(crate) mod rounding;

pub use currency::{Currency, ParseCurrencyError};
pub use fraction::FractionalMoney;
pub use fraction_error::FractionalMoneyError;
pub use rounded::{MinorUnitsError, ParseRoundedMoneyError, RoundMoneyError, RoundedMoney};
pub use rounding::{RoundingMode, round};

use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::vocab::exact;

pub use encapsulate::Money;

mod encapsulate {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Serialize};

    use crate::vocab::exact;
    use crate::vocab::money::currency::Currency;

    /// An amount of money (金额) in one currency, exact and not yet rounded.
    ///
    /// It may be negative and finer than the smallest unit of its currency, with up to 28 decimal
    /// places. [`round`](crate::vocab::money::round) makes it a [`RoundedMoney`](crate::vocab::money::RoundedMoney).
    /// Arithmetic is exact or refused, and so is everything that mixes two currencies: that is why
    /// there are no operators and no `<`, which would have to answer `false` for 1 EUR and 1 USD
    /// both ways round. Equal are the same number of the same currency, however written
    /// (`12.5 EUR`, `12.50 EUR`).
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
    #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
    #[serde(deny_unknown_fields)]
    pub struct Money {
        #[serde(with = "exact")]
        amount: Decimal,
        currency: Currency,
    }

    impl Money {
        /// Makes an amount of a currency; any decimal is one.
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
    /// Makes no money of a currency, the start of a sum.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self::new(Decimal::ZERO, currency)
    }

    /// Adds two amounts of one currency.
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] where the currencies differ, and
    /// [`MoneyError::SumOutOfRange`] where the exact sum has too many digits to be kept.
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
    /// [`MoneyError::CurrencyMismatch`] where the currencies differ, and
    /// [`MoneyError::SumOutOfRange`], with the second amount negated, where the exact difference has
    /// too many digits to be kept.
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
    /// [`MoneyError::ProductOutOfRange`] where the exact product has too many digits to be kept.
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
    /// [`MoneyError::CurrencyMismatch`] where the currencies differ.
    pub fn checked_cmp(self, other: Self) -> Result<Ordering, MoneyError> {
        self.same_currency(other)?;
        Ok(self.amount().cmp(&other.amount()))
    }

    /// Turns what is owed into what is owing: the same amount with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        let mut amount = self.amount();
        amount.set_sign_positive(amount.is_sign_negative());
        Self::new(amount, self.currency())
    }

    /// Tells whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.amount().is_sign_negative()
    }

    /// Tells whether the amount is zero.
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
        let (amount, currency) = text
            .split_once(' ')
            .ok_or_else(|| ParseMoneyError::Form { given: text.into() })?;
        let amount = exact::parse(amount).ok_or_else(|| ParseMoneyError::Amount {
            given: amount.into(),
        })?;
        Ok(Self::new(amount, currency.parse()?))
    }
}

/// The error of two amounts that do not go together, or of a result that is too long.
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
        /// What it was multiplied by.
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

/// The error of a text that is not an amount and a currency.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseMoneyError {
    /// The part before the space is not a decimal that can be kept exactly.
    #[error("`{given}` is not an amount, expected digits such as `12.50`, at most 28 of them")]
    Amount {
        /// What stood in the place of the amount.
        given: String,
    },
    /// The part after the space is not a currency.
    #[error(transparent)]
    Currency(#[from] ParseCurrencyError),
    /// There are not two parts.
    #[error(
        "`{given}` is not money, expected an amount, a space and a currency such as `12.50 EUR`"
    )]
    Form {
        /// The whole text.
        given: String,
    },
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use core::cmp::Ordering;

    use rust_decimal::Decimal;

    use super::{Money, MoneyError};
    use crate::vocab::money::currency::Currency;

    #[track_caller]
    fn money(text: &str) -> Money {
        let Ok(money) = text.parse() else {
            panic!("`{text}` of the test")
        };
        money
    }

    #[track_caller]
    fn refuses(text: &str, message: &str) {
        let error = text.parse::<Money>().map_err(|error| error.to_string());
        assert_eq!(error, Err(message.into()));
    }

    #[track_caller]
    fn exceeds(result: Result<Money, MoneyError>, message: &str) {
        assert_eq!(
            result.map_err(|error| error.to_string()),
            Err(message.into())
        );
    }

    #[test]
    fn text_is_read_and_written_alike() {
        for text in ["12.50 EUR", "-0.1 JPY", "0.00 KWD", "31.1035 XAU"] {
            assert_eq!(money(text).to_string(), text);
        }
        assert_eq!(money("-0.00 EUR").to_string(), "0.00 EUR");
    }

    #[test]
    fn text_that_is_no_money_is_named_with_what_is_allowed() {
        let form = "is not money, expected an amount, a space and a currency such as `12.50 EUR`";
        let amount = "is not an amount, expected digits such as `12.50`, at most 28 of them";
        refuses("12.50", &alloc::format!("`12.50` {form}"));
        refuses("EUR 12.50", &alloc::format!("`EUR` {amount}"));
        refuses("12,50 EUR", &alloc::format!("`12,50` {amount}"));
        let endless = "0.33333333333333333333333333333";
        refuses(
            &alloc::format!("{endless} EUR"),
            &alloc::format!("`{endless}` {amount}"),
        );
        refuses(
            "12.50 Euro",
            "unknown currency `Euro`, expected an ISO 4217 code in capital letters such as `EUR`",
        );
    }

    #[test]
    fn sums_and_differences_stay_in_one_currency() {
        let (left, right) = (money("12.50 EUR"), money("3 USD"));
        let mismatch = MoneyError::CurrencyMismatch { left, right };
        assert_eq!(left.checked_add(right), Err(mismatch));
        assert_eq!(left.checked_sub(right), Err(mismatch));
        assert_eq!(left.checked_cmp(right), Err(mismatch));
        assert_eq!(
            mismatch.to_string(),
            "12.50 EUR and 3 USD are in different currencies, expected one currency"
        );
    }

    #[test]
    fn sums_and_products_are_exact_or_refused() {
        let (price, freight) = (money("12.50 EUR"), money("0.125 EUR"));
        assert_eq!(price.checked_add(freight), Ok(money("12.625 EUR")));
        assert_eq!(freight.checked_sub(price), Ok(money("-12.375 EUR")));
        assert_eq!(price.checked_mul(Decimal::TWO), Ok(money("25 EUR")));

        let one = money("1 EUR");
        let inside = money("79228162514264337593543950334 EUR");
        let largest = money("79228162514264337593543950335 EUR");
        assert_eq!(inside.checked_add(one), Ok(largest));
        exceeds(
            largest.checked_add(one),
            "79228162514264337593543950335 EUR plus 1 EUR has too many digits, expected at most 28",
        );
        exceeds(
            largest.checked_mul(Decimal::TWO),
            "79228162514264337593543950335 EUR times 2 has too many digits, expected at most 28",
        );
    }

    #[test]
    fn the_sign_is_told_and_turned_and_zero_has_none() {
        assert!(money("-0.01 EUR").is_negative());
        for zero in [
            money("0 EUR"),
            money("-0 EUR"),
            Money::zero(Currency::EUR).negated(),
        ] {
            assert!(zero.is_zero() && !zero.is_negative());
        }
        assert_eq!(money("12.50 EUR").negated(), money("-12.5 EUR"));
        assert_eq!(money("-12.50 EUR").negated(), money("12.5 EUR"));
    }

    #[test]
    fn amounts_are_compared_as_numbers() {
        let compare = |left, right| money(left).checked_cmp(money(right));
        assert_eq!(compare("12.50 EUR", "12.5 EUR"), Ok(Ordering::Equal));
        assert_eq!(compare("-12.51 EUR", "-12.5 EUR"), Ok(Ordering::Less));
        assert_eq!(compare("100 EUR", "99.99 EUR"), Ok(Ordering::Greater));
    }

    #[test]
    fn json_is_a_decimal_string_and_a_code() -> Result<(), serde_json::Error> {
        let json = r#"{"amount":"12.50","currency":"EUR"}"#;
        assert_eq!(serde_json::from_str::<Money>(json)?, money("12.5 EUR"));
        assert_eq!(serde_json::to_string(&money("12.50 EUR"))?, json);
        for refused in [
            r#"{"amount":12.5,"currency":"EUR"}"#,
            r#"{"amount":"12.50"}"#,
            r#"{"amount":"12.50","currency":"EUR","note":""}"#,
            r#"{"amount":"0.33333333333333333333333333333","currency":"EUR"}"#,
            r#"{"amount":"1e3","currency":"EUR"}"#,
        ] {
            assert!(serde_json::from_str::<Money>(refused).is_err(), "{refused}");
        }
        let zero: Money = serde_json::from_str(r#"{"amount":"-0.0","currency":"EUR"}"#)?;
        assert!(!zero.is_negative());
        Ok(())
    }
}
