use crate::form::checked;
use crate::receivable::instalment::error::InstalmentPlanError;
use crate::vocab::money::{
    FractionalMoney, FractionalMoneyError, Money, RoundedMoney, RoundingMode,
};

checked! {
    /// The rounding of a part of an amount (金额取整): to smallest units, or to a multiple such as
    /// 0.05.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::instalment::AmountRounding;
    /// use keqing::vocab::money::{Currency, FractionalMoney, RoundingMode};
    ///
    /// let third = FractionalMoney::new(100, 3, Currency::CHF)?;
    /// let exact = AmountRounding::standard();
    /// assert_eq!(exact.apply(third)?.to_string(), "33.33 CHF");
    /// let cash = AmountRounding::to(RoundingMode::Up).with_multiple("0.05 CHF".parse()?)?;
    /// assert_eq!(cash.apply(third)?.to_string(), "33.35 CHF");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct AmountRounding, checked by AmountRounding::checked {
        /// The direction of the rounding.
        mode: RoundingMode => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The amount to whose multiples a part is rounded; `null` rounds to the smallest unit.
        /// Zero and less are refused, and another currency is an error.
        multiple: Option<RoundedMoney> => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl AmountRounding {
    /// Returns rounding half-even to the smallest unit of the currency (REC-03).
    #[must_use]
    pub const fn standard() -> Self {
        Self::to(RoundingMode::HalfEven)
    }

    /// Makes a rounding to the smallest unit of the currency.
    #[must_use]
    pub const fn to(mode: RoundingMode) -> Self {
        Self {
            mode,
            multiple: None,
        }
    }

    /// Makes a rounding to multiples of an amount, such as a smallest coin of 0.05.
    ///
    /// # Errors
    ///
    /// [`InstalmentPlanError::Multiple`] is returned unless the amount is above zero.
    pub const fn with_multiple(self, multiple: RoundedMoney) -> Result<Self, InstalmentPlanError> {
        Self {
            multiple: Some(multiple),
            ..self
        }
        .checked()
    }

    /// Returns the mode.
    #[must_use]
    pub const fn mode(self) -> RoundingMode {
        self.mode
    }

    /// Returns the amount to whose multiples a part is rounded, if it is not the smallest unit.
    #[must_use]
    pub const fn multiple(self) -> Option<RoundedMoney> {
        self.multiple
    }

    /// Rounds an exact amount, once.
    ///
    /// # Errors
    ///
    /// The errors of [`FractionalMoney::round`] are returned.
    /// [`FractionalMoneyError::CurrencyMismatch`] is returned when the multiple is in another
    /// currency.
    pub fn apply(self, exact: FractionalMoney) -> Result<RoundedMoney, FractionalMoneyError> {
        let Some(multiple) = self.multiple else {
            return exact.round(self.mode);
        };
        // Nothing of the multiple, for the currencies to be compared.
        let unit = FractionalMoney::of(multiple.money());
        let exact = exact.checked_add(unit.checked_mul(0, 1)?)?;
        let count = exact
            .checked_mul(unit.denominator(), unit.numerator())?
            .round_to_places(0, self.mode)?;
        let currency = exact.currency();
        multiple
            .money()
            .checked_mul(count.amount())
            .ok()
            .and_then(|amount: Money| RoundedMoney::try_from(amount).ok())
            .ok_or(FractionalMoneyError::OutOfRange { currency })
    }

    const fn checked(self) -> Result<Self, InstalmentPlanError> {
        match self.multiple {
            Some(given) if given.is_negative() || given.is_zero() => {
                Err(InstalmentPlanError::Multiple { given })
            }
            _ => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::AmountRounding;
    use crate::vocab::money::{FractionalMoney, Money, RoundedMoney, RoundingMode};

    #[track_caller]
    fn rounded(amount: &str, mode: RoundingMode, multiple: &str) -> String {
        let (Ok(amount), Ok(multiple)) = (amount.parse::<Money>(), multiple.parse()) else {
            panic!("{amount} to {multiple} of the test")
        };
        let rounding = AmountRounding::to(mode).with_multiple(multiple);
        match rounding {
            Ok(rounding) => rounding
                .apply(FractionalMoney::of(amount))
                .map_or_else(|error| error.to_string(), |amount| amount.to_string()),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn an_amount_goes_to_a_multiple_at_below_and_above_it() {
        use RoundingMode::{Down, HalfEven, HalfUp, Up};
        for (amount, mode, expected) in [
            ("434.175 CHF", Up, "434.20 CHF"),
            ("434.15 CHF", Up, "434.15 CHF"),
            ("434.1500001 CHF", Up, "434.20 CHF"),
            ("434.1999 CHF", Down, "434.15 CHF"),
            ("434.175 CHF", HalfUp, "434.20 CHF"),
            ("434.175 CHF", HalfEven, "434.20 CHF"),
            ("434.125 CHF", HalfEven, "434.10 CHF"),
            ("-0.01 CHF", Up, "-0.05 CHF"),
        ] {
            assert_eq!(rounded(amount, mode, "0.05 CHF"), expected, "{amount}");
        }
        assert_eq!(rounded("149 JPY", HalfUp, "100 JPY"), "100 JPY");
        assert_eq!(rounded("150 JPY", HalfUp, "100 JPY"), "200 JPY");
    }

    #[test]
    fn a_multiple_is_above_zero_and_of_the_currency() {
        let message = "rounding to multiples of 0.00 CHF, expected an amount above zero";
        assert_eq!(rounded("1 CHF", RoundingMode::Up, "0 CHF"), message);
        let message = "an amount in EUR and one in CHF, expected one currency";
        assert_eq!(rounded("1 EUR", RoundingMode::Up, "0.05 CHF"), message);
        let json = r#"{"mode":"up","multiple":{"amount":"-0.05","currency":"CHF"}}"#;
        assert!(serde_json::from_str::<AmountRounding>(json).is_err());
    }

    #[test]
    fn without_a_multiple_it_is_the_smallest_unit() -> Result<(), serde_json::Error> {
        let rounding: AmountRounding = serde_json::from_str(r#"{"mode":"half-even"}"#)?;
        assert_eq!(rounding, AmountRounding::standard());
        let tie = "0.125 EUR".parse().map(FractionalMoney::of).ok();
        let expected = "0.12 EUR".parse::<RoundedMoney>().ok();
        assert_eq!(tie.and_then(|tie| rounding.apply(tie).ok()), expected);
        Ok(())
    }
}
