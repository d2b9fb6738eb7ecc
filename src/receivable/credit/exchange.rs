use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, several};
use crate::vocab::money::{
    Currency, Money, MoneyError, RoundMoneyError, RoundedMoney, RoundingMode, round,
};

checked! {
    /// The rate of exchange from one currency into another, from a day on (汇率).
    ///
    /// It counts until a rate of a later day is given. It is neither turned round nor chained: a rate from the
    /// dollar to the euro is none from the euro to the dollar.
    ///
    /// The JSON form is `{"from": "USD", "to": "EUR", "on": "2024-05-01", "rate": "0.9345"}`.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::credit::ExchangeRate;
    /// use keqing::vocab::money::Currency;
    /// use rust_decimal::Decimal;
    ///
    /// let on = NaiveDate::from_ymd_opt(2024, 5, 1).ok_or("no such date")?;
    /// let rate = ExchangeRate::new(Currency::USD, Currency::EUR, on, Decimal::new(9345, 4))?;
    /// assert_eq!(rate.convert("1000 USD".parse()?)?.to_string(), "934.50 EUR");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct ExchangeRate, checked by ExchangeRate::checked {
        /// The currency of the amounts that are converted.
        from: Currency,
        /// The currency into which they are converted, another one.
        to: Currency,
        /// The first day on which the rate counts.
        on: NaiveDate,
        /// The units of the second currency for one unit of the first. It is above zero.
        #[serde(with = "crate::vocab::exact")]
        rate: Decimal,
    }
}

impl ExchangeRate {
    /// Makes the rate from one currency into another, from a day on.
    ///
    /// # Errors
    ///
    /// [`ExchangeRateError::NotPositive`] is returned unless the rate is above zero, and
    /// [`ExchangeRateError::OneCurrency`] when both currencies are the same.
    pub fn new(
        from: Currency,
        to: Currency,
        on: NaiveDate,
        rate: Decimal,
    ) -> Result<Self, ExchangeRateError> {
        let given = Self { from, to, on, rate };
        given.checked()
    }

    /// Returns the currency of the amounts that are converted.
    #[must_use]
    pub const fn from(&self) -> Currency {
        self.from
    }

    /// Returns the currency into which they are converted.
    #[must_use]
    pub const fn to(&self) -> Currency {
        self.to
    }

    /// Returns the first day on which the rate counts.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Returns the units of the second currency for one unit of the first.
    #[must_use]
    pub const fn rate(&self) -> Decimal {
        self.rate
    }

    /// Converts an amount, and rounds it once, half to even, to the smallest unit of the second currency.
    ///
    /// # Errors
    ///
    /// [`ConversionError::OtherCurrency`] is returned when the amount is not in the first currency.
    /// [`ConversionError::Money`] is returned when the exact product has too many digits, and
    /// [`ConversionError::Rounding`] when the second currency has no smallest unit.
    pub fn convert(&self, amount: Money) -> Result<RoundedMoney, ConversionError> {
        let expected = self.from;
        if amount.currency() != expected {
            return Err(ConversionError::OtherCurrency { amount, expected });
        }
        let exact = amount.checked_mul(self.rate)?.amount();
        Ok(round(Money::new(exact, self.to), RoundingMode::HalfEven)?)
    }

    fn checked(self) -> Result<Self, ExchangeRateError> {
        let (from, to, rate) = (self.from, self.to, self.rate);
        let mut errors = Gathered::new();
        if rate <= Decimal::ZERO {
            errors.keep(ExchangeRateError::NotPositive { from, to, rate });
        }
        if from == to {
            errors.keep(ExchangeRateError::OneCurrency { currency: from });
        }
        errors.settle(|| self)
    }
}

/// Returned when a number is no rate of exchange.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ExchangeRateError {
    /// The rate is not above zero.
    #[error("the exchange rate from {from} to {to} is {rate}, expected one above zero")]
    NotPositive {
        /// The currency of the amounts.
        from: Currency,
        /// The currency into which they are converted.
        to: Currency,
        /// The rate given.
        rate: Decimal,
    },
    /// The rate is one of a currency into itself.
    #[error("an exchange rate from {currency} to {currency}, expected two currencies")]
    OneCurrency {
        /// The currency.
        currency: Currency,
    },
    /// Both parts of the rate are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ExchangeRateError);

/// Returned when an amount cannot be converted by a rate of exchange.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ConversionError {
    /// The exact product has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The amount is in another currency than the rate.
    #[error("{amount} is to be converted, expected an amount in {expected}")]
    OtherCurrency {
        /// The amount given.
        amount: Money,
        /// The currency from which the rate converts.
        expected: Currency,
    },
    /// The converted amount has no smallest unit, or too many of them.
    #[error(transparent)]
    Rounding(#[from] RoundMoneyError),
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::ExchangeRate;
    use crate::vocab::exact;
    use crate::vocab::money::Currency;

    type Checked = Result<(), Box<dyn Error>>;

    fn rate(from: Currency, to: Currency, rate: &str) -> Result<ExchangeRate, Box<dyn Error>> {
        let rate = exact::parse(rate).ok_or("no rate")?;
        Ok(ExchangeRate::new(from, to, NaiveDate::MIN, rate)?)
    }

    #[test]
    fn a_rate_is_above_zero_and_of_two_currencies() -> Checked {
        for good in [
            "0.0000000000000000000000000001",
            "1",
            "79228162514264337593543950335",
        ] {
            assert_eq!(
                rate(Currency::USD, Currency::EUR, good)?.rate().to_string(),
                good
            );
        }
        let rows = [
            (
                Currency::USD,
                "0",
                "the exchange rate from USD to EUR is 0, expected one above zero",
            ),
            (
                Currency::USD,
                "-0.9",
                "the exchange rate from USD to EUR is -0.9, expected one above zero",
            ),
            (
                Currency::EUR,
                "1",
                "an exchange rate from EUR to EUR, expected two currencies",
            ),
            (
                Currency::EUR,
                "0",
                "the exchange rate from EUR to EUR is 0, expected one above zero; \
                 an exchange rate from EUR to EUR, expected two currencies",
            ),
        ];
        for (from, given, expected) in rows {
            let error = rate(from, Currency::EUR, given).err();
            let told = error.map(|error| error.to_string());
            assert_eq!(told.as_deref(), Some(expected));
            let json = alloc::format!(
                r#"{{"from":"{from}","to":"EUR","on":"2024-05-01","rate":"{given}"}}"#
            );
            let error = serde_json::from_str::<ExchangeRate>(&json).err();
            let told = error.map(|error| error.to_string()).unwrap_or_default();
            assert!(told.starts_with(expected), "{told}");
        }
        Ok(())
    }

    #[test]
    fn a_converted_amount_is_rounded_once_half_to_even() -> Checked {
        let rows = [
            ("10 USD", Currency::EUR, "0.9", "9.00 EUR"),
            ("0.01 USD", Currency::EUR, "0.5", "0.00 EUR"),
            ("0.03 USD", Currency::EUR, "0.5", "0.02 EUR"),
            ("0.01 USD", Currency::EUR, "0.5000000001", "0.01 EUR"),
            ("0.03 USD", Currency::EUR, "0.4999999999", "0.01 EUR"),
            ("1.2345 USD", Currency::EUR, "1", "1.23 EUR"),
            ("10.01 USD", Currency::JPY, "150", "1502 JPY"),
            ("10.03 USD", Currency::JPY, "150", "1504 JPY"),
            ("1 USD", Currency::KWD, "0.3075", "0.308 KWD"),
            ("-0.01 USD", Currency::EUR, "0.5", "0.00 EUR"),
            ("-0.03 USD", Currency::EUR, "0.5", "-0.02 EUR"),
        ];
        for (amount, to, by, expected) in rows {
            let converted = rate(Currency::USD, to, by)?.convert(amount.parse()?)?;
            assert_eq!(converted.to_string(), expected, "{amount} by {by}");
        }
        Ok(())
    }

    #[test]
    fn an_amount_that_cannot_be_converted_is_refused() -> Checked {
        let rows = [
            (
                "1 GBP",
                Currency::EUR,
                "0.9",
                "1 GBP is to be converted, expected an amount in USD",
            ),
            (
                "1 USD",
                Currency::XAU,
                "0.0004",
                "0.0004 XAU cannot be rounded, expected a currency with a smallest unit such as `EUR`",
            ),
            (
                "79228162514264337593543950335 USD",
                Currency::EUR,
                "2",
                "79228162514264337593543950335 USD times 2 has too many digits, expected at most 28",
            ),
        ];
        for (amount, to, by, expected) in rows {
            let error = rate(Currency::USD, to, by)?.convert(amount.parse()?).err();
            let told = error.map(|error| error.to_string());
            assert_eq!(told.as_deref(), Some(expected));
        }
        assert_eq!(Decimal::MAX.to_string(), "79228162514264337593543950335");
        Ok(())
    }
}
