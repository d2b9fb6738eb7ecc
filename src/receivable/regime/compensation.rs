use alloc::borrow::Cow;
use alloc::boxed::Box;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, record, several};
use crate::vocab::money::{Currency, Money};

checked! {
    /// The fixed sums that a creditor may ask for a late debt, by its size (固定赔偿金).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::regime::{CompensationBand, CompensationBands};
    /// use keqing::vocab::money::Currency;
    ///
    /// let bands = CompensationBands::new(
    ///     Currency::GBP,
    ///     [(0, 40), (1_000, 70), (10_000, 100)].map(|(from, sum)| CompensationBand {
    ///         from: from.into(),
    ///         sum: sum.into(),
    ///     }),
    /// )?;
    /// assert_eq!(bands.sum_for("999.99 GBP".parse()?)?, "40 GBP".parse()?);
    /// assert_eq!(bands.sum_for("1000 GBP".parse()?)?, "70 GBP".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct CompensationBands, checked by CompensationBands::checked {
        /// The currency of debts and sums. A debt in another currency is an error.
        currency: Currency => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The bands, those of the smallest debts first. The first is from 0 and each other one from more;
        /// other lists are refused.
        bands: Cow<'static, [CompensationBand]> => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl CompensationBands {
    /// Makes bands, in order.
    ///
    /// # Errors
    ///
    /// - [`CompensationBandsError::First`] is returned unless the first band begins at zero.
    /// - [`CompensationBandsError::NotMore`] is returned when a band does not begin above the one
    ///   before it.
    /// - [`CompensationBandsError::NegativeSum`] is returned when a sum is below zero.
    pub fn new(
        currency: Currency,
        bands: impl IntoIterator<Item = CompensationBand>,
    ) -> Result<Self, CompensationBandsError> {
        Self {
            currency,
            bands: bands.into_iter().collect(),
        }
        .checked()
    }

    pub(super) const fn known(currency: Currency, bands: &'static [CompensationBand]) -> Self {
        Self {
            currency,
            bands: Cow::Borrowed(bands),
        }
    }

    /// Returns the currency of debts and sums.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the bands, smallest debts first.
    #[must_use]
    pub fn bands(&self) -> &[CompensationBand] {
        &self.bands
    }

    /// Returns the sum for a debt.
    ///
    /// # Errors
    ///
    /// [`CompensationError::CurrencyMismatch`] is returned when the debt is in another currency.
    /// [`CompensationError::NoDebt`] is returned unless it is above zero.
    pub fn sum_for(&self, debt: Money) -> Result<Money, CompensationError> {
        if debt.currency() != self.currency {
            return Err(CompensationError::CurrencyMismatch {
                debt,
                currency: self.currency,
            });
        }
        let reached = |band: &&CompensationBand| band.from <= debt.amount();
        let band = self.bands.iter().rev().find(reached);
        match band {
            Some(band) if !debt.is_zero() => Ok(Money::new(band.sum, self.currency)),
            _ => Err(CompensationError::NoDebt { debt }),
        }
    }

    fn checked(self) -> Result<Self, CompensationBandsError> {
        let mut errors = Gathered::new();
        if self.bands.first().is_none_or(|band| !band.from.is_zero()) {
            errors.keep(CompensationBandsError::First);
        }
        for (band, next) in self.bands.iter().zip(self.bands.iter().skip(1)) {
            if next.from <= band.from {
                let (given, before) = (next.from, band.from);
                errors.keep(CompensationBandsError::NotMore { given, before });
            }
        }
        for given in self.bands.iter().map(|band| band.sum) {
            if given < Decimal::ZERO {
                errors.keep(CompensationBandsError::NegativeSum { given });
            }
        }
        errors.settle(|| self)
    }
}

record! {
    /// A fixed sum and the debts to which it applies (赔偿金档次).
    #[derive(Copy, Hash)]
    pub closed struct CompensationBand {
        /// The smallest debt of the band, in units of the currency; zero for every debt above zero.
        #[serde(with = "crate::vocab::exact")]
        pub from: Decimal => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The sum, in units of the currency. Less than 0 is refused.
        #[serde(with = "crate::vocab::exact")]
        pub sum: Decimal => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

/// Returned when the bands of a fixed sum do not rise from zero.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CompensationBandsError {
    /// The first band does not begin at zero, or there is no band.
    #[error("a first band that is not from 0, expected one or more and the first from 0")]
    First,
    /// A sum is below zero.
    #[error("a fixed sum of {given}, expected 0 or more")]
    NegativeSum {
        /// The sum.
        given: Decimal,
    },
    /// A band does not begin above the one before it.
    #[error("a band from {given} after one from {before}, expected it from more")]
    NotMore {
        /// The amount at which the band begins.
        given: Decimal,
        /// The amount at which the band before it begins.
        before: Decimal,
    },
    /// Several bands are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub CompensationBandsError);

/// Returned when a debt has no fixed sum.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CompensationError {
    /// The debt is in another currency.
    #[error("a debt of {debt}, expected one in {currency}, in which the fixed sums are")]
    CurrencyMismatch {
        /// The debt.
        debt: Money,
        /// The currency of the sums.
        currency: Currency,
    },
    /// The debt is not above zero.
    #[error("a debt of {debt}, expected one above 0")]
    NoDebt {
        /// The debt.
        debt: Money,
    },
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use super::{CompensationBand, CompensationBands};
    use crate::vocab::money::Currency;

    fn bands(bands: &[(i32, i32)]) -> Result<CompensationBands, String> {
        let bands = bands.iter().map(|&(from, sum)| CompensationBand {
            from: from.into(),
            sum: sum.into(),
        });
        CompensationBands::new(Currency::GBP, bands).map_err(|error| error.to_string())
    }

    #[test]
    fn a_debt_belongs_to_the_band_it_reaches() -> Result<(), String> {
        let bands = bands(&[(0, 40), (1_000, 70), (10_000, 100)])?;
        for (debt, expected) in [
            ("0.01 GBP", Ok("40 GBP")),
            ("999.999 GBP", Ok("40 GBP")),
            ("1000 GBP", Ok("70 GBP")),
            ("9999.99 GBP", Ok("70 GBP")),
            ("10000.00 GBP", Ok("100 GBP")),
            ("0 GBP", Err("a debt of 0 GBP, expected one above 0")),
            ("-5 GBP", Err("a debt of -5 GBP, expected one above 0")),
            (
                "5 EUR",
                Err("a debt of 5 EUR, expected one in GBP, in which the fixed sums are"),
            ),
        ] {
            let Ok(debt) = debt.parse() else {
                panic!("`{debt}` of the test")
            };
            let sum = bands.sum_for(debt);
            let sum = sum
                .map(|sum| sum.to_string())
                .map_err(|error| error.to_string());
            assert_eq!(sum, expected.map(Into::into).map_err(Into::into));
        }
        Ok(())
    }

    #[test]
    fn bands_begin_at_nothing_and_rise() {
        for (given, message) in [
            (
                &[][..],
                "a first band that is not from 0, expected one or more and the first from 0",
            ),
            (
                &[(1, 40)],
                "a first band that is not from 0, expected one or more and the first from 0",
            ),
            (
                &[(0, 40), (0, 70)],
                "a band from 0 after one from 0, expected it from more",
            ),
            (
                &[(0, 40), (9, 70), (8, 100)],
                "a band from 8 after one from 9, expected it from more",
            ),
            (&[(0, -1)], "a fixed sum of -1, expected 0 or more"),
        ] {
            assert_eq!(bands(given), Err(message.into()));
        }
        assert!(bands(&[(0, 0)]).is_ok());
    }

    #[test]
    fn json_is_checked_on_the_way_in() -> Result<(), serde_json::Error> {
        let json = r#"{"currency":"EUR","bands":[{"from":"0","sum":"40"}]}"#;
        let bands: CompensationBands = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&bands)?, json);
        for refused in [
            r#"{"currency":"EUR","bands":[]}"#,
            r#"{"currency":"EUR","bands":[{"from":"0","sum":"-40"}]}"#,
            r#"{"currency":"EUR","bands":[{"from":0,"sum":40}]}"#,
        ] {
            assert!(
                serde_json::from_str::<CompensationBands>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
