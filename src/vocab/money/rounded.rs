use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::vocab::money::currency::Currency;
use crate::vocab::money::{Money, MoneyError, ParseMoneyError};

pub use encapsulate::RoundedMoney;

mod encapsulate {
    use serde::{Deserialize, Serialize};

    use crate::vocab::money::Money;
    use crate::vocab::money::currency::Currency;
    use crate::vocab::money::minor_units::{MinorUnitsError, amount};

    /// An amount of money in whole smallest units of its currency (已舍入金额), such as cents.
    ///
    /// [`round`](crate::vocab::money::round) makes it, and so do a count of units and an amount
    /// that needs no rounding. A currency without a smallest unit, such as gold, has no rounded
    /// amounts. It is written with all decimal places of its currency. Its JSON form is that of
    /// [`Money`]: `{"amount": "12.50", "currency": "EUR"}`.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::{Currency, Money, RoundedMoney, RoundingMode, round};
    ///
    /// let interest: Money = "13.561644 GBP".parse()?;
    /// let rounded = round(interest, RoundingMode::HalfUp)?;
    /// assert_eq!(rounded, RoundedMoney::from_minor_units(1356, Currency::GBP)?);
    /// assert_eq!(rounded.to_string(), "13.56 GBP");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
    #[serde(try_from = "Money", into = "Money")]
    pub struct RoundedMoney {
        // Its scale is the currency's minor unit, so that its mantissa is the count of units.
        money: Money,
    }

    crate::form::mirrored! { RoundedMoney as Money; }

    impl RoundedMoney {
        /// Makes an amount from a count of the currency's smallest units: 1250 cents are 12.50 EUR.
        ///
        /// # Errors
        ///
        /// [`MinorUnitsError::NoMinorUnit`] is returned when the currency has no smallest unit, and
        /// [`MinorUnitsError::OutOfRange`] when the count is further from zero than 2⁹⁶ - 1.
        pub fn from_minor_units(units: i128, currency: Currency) -> Result<Self, MinorUnitsError> {
            let money = Money::new(amount(units, currency)?, currency);
            Ok(Self { money })
        }

        /// Returns the count of the currency's smallest units: 12.50 EUR are 1250 cents.
        #[must_use]
        pub const fn minor_units(self) -> i128 {
            self.money.amount().mantissa()
        }

        /// Negates the amount.
        #[must_use]
        pub fn negated(self) -> Self {
            let money = self.money.negated();
            Self { money }
        }

        /// Returns the same amount as [`Money`], for further arithmetic.
        #[must_use]
        pub const fn money(self) -> Money {
            self.money
        }
    }
}

impl RoundedMoney {
    /// Returns the amount in units of the currency, with all its decimal places.
    #[must_use]
    pub const fn amount(self) -> Decimal {
        self.money().amount()
    }

    /// Returns the currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.money().currency()
    }

    /// Adds two amounts of one currency.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::money::{Currency, RoundedMoney};
    ///
    /// let instalments: [RoundedMoney; 3] =
    ///     ["33.33 EUR".parse()?, "33.33 EUR".parse()?, "33.34 EUR".parse()?];
    /// let none = RoundedMoney::from_minor_units(0, Currency::EUR)?;
    /// let total = instalments.into_iter().try_fold(none, RoundedMoney::checked_add)?;
    /// assert_eq!(total.to_string(), "100.00 EUR");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] is returned when the currencies differ, and
    /// [`MoneyError::SumOutOfRange`] when the sum has too many digits to be kept.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        let (left, right) = (self.money(), other.money());
        left.same_currency(right)?;
        self.minor_units()
            .checked_add(other.minor_units())
            .and_then(|units| Self::from_minor_units(units, self.currency()).ok())
            .ok_or(MoneyError::SumOutOfRange { left, right })
    }

    /// Subtracts an amount of the same currency.
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] is returned when the currencies differ.
    /// [`MoneyError::SumOutOfRange`] is returned, with the second amount negated, when the
    /// difference has too many digits to be kept.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.money().same_currency(other.money())?;
        self.checked_add(other.negated())
    }

    /// Compares two amounts of one currency.
    ///
    /// # Errors
    ///
    /// [`MoneyError::CurrencyMismatch`] is returned when the currencies differ.
    pub fn checked_cmp(self, other: Self) -> Result<Ordering, MoneyError> {
        self.money().checked_cmp(other.money())
    }

    /// Returns the smaller of two amounts of one currency.
    pub(crate) fn lesser(self, other: Self) -> Self {
        if self.minor_units() <= other.minor_units() {
            self
        } else {
            other
        }
    }

    /// Returns whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.money().is_negative()
    }

    /// Returns whether the amount is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.money().is_zero()
    }
}

impl From<RoundedMoney> for Money {
    fn from(rounded: RoundedMoney) -> Self {
        rounded.money()
    }
}

impl fmt::Display for RoundedMoney {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.money().fmt(f)
    }
}

impl FromStr for RoundedMoney {
    type Err = ParseRoundedMoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::try_from(text.parse::<Money>()?)?)
    }
}

/// Returned when an amount is not a whole count of smallest units, or cannot be
/// rounded to one.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RoundMoneyError {
    /// The currency has no smallest unit.
    #[error("{money} cannot be rounded, expected a currency with a smallest unit such as `EUR`")]
    NoMinorUnit {
        /// The amount.
        money: Money,
    },
    /// The count of smallest units has too many digits to be kept.
    #[error(
        "{money} has too many digits with all decimal places of its currency, expected at most 28"
    )]
    OutOfRange {
        /// The amount.
        money: Money,
    },
    /// The amount is finer than the smallest unit, and no rounding was asked for.
    #[error("{money} is not rounded, expected a whole count of the smallest unit of its currency")]
    TooFine {
        /// The amount.
        money: Money,
    },
}

/// Returned when a text is not a rounded amount.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseRoundedMoneyError {
    /// The text is not money.
    #[error(transparent)]
    Money(#[from] ParseMoneyError),
    /// The text is money, but not rounded.
    #[error(transparent)]
    Rounding(#[from] RoundMoneyError),
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::RoundedMoney;
    use crate::vocab::money::currency::Currency;
    use crate::vocab::money::minor_units::MinorUnitsError;
    use crate::vocab::money::rounded::{ParseRoundedMoneyError, RoundMoneyError};
    use crate::vocab::money::{Money, MoneyError};

    const LARGEST: i128 = 79_228_162_514_264_337_593_543_950_335;

    fn cents(units: i128) -> RoundedMoney {
        let Ok(amount) = RoundedMoney::from_minor_units(units, Currency::EUR) else {
            panic!("{units} cents of the test")
        };
        amount
    }

    #[test]
    fn a_count_of_units_is_kept_at_both_bounds_and_refused_past_them() {
        for units in [0, 1, -1, LARGEST - 1, LARGEST, 1 - LARGEST, -LARGEST] {
            assert_eq!(cents(units).minor_units(), units);
        }
        for units in [LARGEST + 1, -LARGEST - 1, i128::MAX, i128::MIN] {
            assert_eq!(
                RoundedMoney::from_minor_units(units, Currency::EUR)
                    .map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "{units} smallest units of EUR are out of range, expected at most {LARGEST} either side of zero"
                ))
            );
        }
    }

    #[test]
    fn units_are_those_of_the_currency() {
        let written = |currency| {
            RoundedMoney::from_minor_units(-12_345, currency).map(|amount| amount.to_string())
        };
        assert_eq!(written(Currency::EUR), Ok("-123.45 EUR".into()));
        assert_eq!(written(Currency::JPY), Ok("-12345 JPY".into()));
        assert_eq!(written(Currency::KWD), Ok("-12.345 KWD".into()));
        let (units, currency) = (-12_345, Currency::XAU);
        let error = MinorUnitsError::NoMinorUnit { units, currency };
        assert_eq!(written(currency), Err(error));
        assert_eq!(
            error.to_string(),
            "XAU has no smallest unit to count -12345 of, expected a currency such as `EUR`"
        );
    }

    #[test]
    fn an_amount_finer_than_the_unit_is_refused_and_never_rounded() {
        let parse = |text: &str| text.parse::<RoundedMoney>();
        assert_eq!(parse("12.5 EUR"), Ok(cents(1250)));
        assert_eq!(parse("12.5000 EUR"), Ok(cents(1250)));
        let fine = Money::new(Decimal::new(12_505, 3), Currency::EUR);
        let error = RoundMoneyError::TooFine { money: fine };
        assert_eq!(
            parse("12.505 EUR"),
            Err(ParseRoundedMoneyError::Rounding(error))
        );
        assert_eq!(
            error.to_string(),
            "12.505 EUR is not rounded, expected a whole count of the smallest unit of its currency"
        );
    }

    #[test]
    fn sums_stay_rounded_in_range_and_in_one_currency() {
        assert_eq!(cents(1250).checked_add(cents(-1)), Ok(cents(1249)));
        assert_eq!(cents(0).checked_sub(cents(1)), Ok(cents(-1)));
        assert_eq!(cents(-1250).negated(), cents(1250));
        assert_eq!(cents(LARGEST - 1).checked_add(cents(1)), Ok(cents(LARGEST)));
        let (left, right) = (cents(LARGEST).money(), cents(1).money());
        assert_eq!(
            cents(LARGEST).checked_add(cents(1)),
            Err(MoneyError::SumOutOfRange { left, right })
        );
        let Ok(yen) = RoundedMoney::from_minor_units(1, Currency::JPY) else {
            panic!("a yen of the test")
        };
        let (left, right) = (cents(1).money(), yen.money());
        let mismatch = MoneyError::CurrencyMismatch { left, right };
        assert_eq!(cents(1).checked_add(yen), Err(mismatch));
        assert_eq!(cents(1).checked_sub(yen), Err(mismatch));
        assert_eq!(cents(1).checked_cmp(yen), Err(mismatch));
    }

    #[test]
    fn json_is_that_of_money_and_must_be_rounded() -> Result<(), serde_json::Error> {
        let json = serde_json::to_string(&cents(1250))?;
        assert_eq!(json, r#"{"amount":"12.50","currency":"EUR"}"#);
        assert_eq!(serde_json::from_str::<RoundedMoney>(&json)?, cents(1250));
        for refused in [
            r#"{"amount":"12.505","currency":"EUR"}"#,
            r#"{"amount":"1","currency":"XAU"}"#,
            r#"{"amount":"79228162514264337593543950335","currency":"EUR"}"#,
        ] {
            assert!(
                serde_json::from_str::<RoundedMoney>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
