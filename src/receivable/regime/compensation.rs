use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, record, several};
use crate::vocab::money::{Currency, Money, MoneyError, RoundMoneyError};
use crate::vocab::words::words;

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
    ///     [(0, 40), (1_000, 70), (10_000, 100)]
    ///         .map(|(from, sum)| CompensationBand::new(from.into(), sum.into())),
    /// )?;
    /// assert_eq!(bands.sum_for("999.99 GBP".parse()?)?, "40 GBP".parse()?);
    /// assert_eq!(bands.sum_for("1000 GBP".parse()?)?, "70 GBP".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct CompensationBands, checked by CompensationBands::checked {
        /// The currency of the debts. A debt in another currency is an error.
        currency: Currency => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The currency of the sums, if it is not that of the debts. An account takes only sums in its own
        /// currency.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sums_in: Option<Currency> => "REC-03" "REC-04" "REC-06" "REC-07",
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
            sums_in: None,
            bands: bands.into_iter().collect(),
        }
        .checked()
    }

    /// Takes the bands as they are, with other sums.
    pub(super) fn with_bands(self, bands: Vec<CompensationBand>) -> Self {
        Self {
            sums_in: None,
            bands: Cow::Owned(bands),
            ..self
        }
    }

    /// Makes the bands of a statute. The currency of the sums is named if it is not that of the debts.
    pub(super) const fn known(
        currency: Currency,
        sums_in: Option<Currency>,
        bands: &'static [CompensationBand],
    ) -> Self {
        Self {
            currency,
            sums_in,
            bands: Cow::Borrowed(bands),
        }
    }

    /// Sets the currency of the sums, if it is not that of the debts.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::regime::{CompensationBand, CompensationBands};
    /// use keqing::vocab::money::Currency;
    ///
    /// let forty = CompensationBand::new(0.into(), 40.into());
    /// let bands = CompensationBands::new(Currency::PLN, [forty])?.with_sums_in(Currency::EUR);
    /// assert_eq!(bands.sum_for("4900 PLN".parse()?)?, "40 EUR".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_sums_in(self, currency: Currency) -> Self {
        Self {
            sums_in: Some(currency),
            ..self
        }
    }

    /// Returns the currency of the debts.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the currency of the sums.
    #[must_use]
    pub fn sums_in(&self) -> Currency {
        self.sums_in.unwrap_or(self.currency)
    }

    /// Returns the bands, smallest debts first.
    #[must_use]
    pub fn bands(&self) -> &[CompensationBand] {
        &self.bands
    }

    /// Returns the sum for a debt, in the currency of the sums.
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
        let reached = |band: &&CompensationBand| band.holds(debt.amount());
        let band = self.bands.iter().rev().find(reached);
        match band {
            Some(band) if !debt.is_zero() => Ok(Money::new(band.sum, self.sums_in())),
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
        /// The amount at which the band begins, in units of the currency; zero for every debt above zero.
        #[serde(with = "crate::vocab::exact")]
        pub from: Decimal => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The sum, in units of the currency. Less than 0 is refused.
        #[serde(with = "crate::vocab::exact")]
        pub sum: Decimal => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The place of a debt of just that amount: in the band, or still in the one before it.
        #[serde(default, skip_serializing_if = "BandStart::is_default")]
        pub start: BandStart => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl CompensationBand {
    /// Makes a band that begins at an amount, with that amount in it.
    #[must_use]
    pub const fn new(from: Decimal, sum: Decimal) -> Self {
        let start = BandStart::At;
        Self { from, sum, start }
    }

    /// Makes a band that begins above an amount.
    #[must_use]
    pub const fn above(from: Decimal, sum: Decimal) -> Self {
        let start = BandStart::Above;
        Self { from, sum, start }
    }

    /// Returns whether a debt is large enough for the band.
    fn holds(&self, debt: Decimal) -> bool {
        match self.start {
            BandStart::Above => self.from < debt,
            BandStart::At => self.from <= debt,
        }
    }
}

words! {
    /// The place of a debt of just the amount at which a band begins (档次起点).
    #[derive(Default)]
    pub closed enum BandStart {
        /// The debt is still in the band before: "exceeding 1000".
        Above = "above", "above the amount", "超过该额", "超過該額";
        /// The debt is in the band: "1000 or more".
        #[default]
        At = "at", "at the amount", "达到该额", "達到該額";
    }
}

impl BandStart {
    fn is_default(&self) -> bool {
        *self == Self::At
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

/// Returned when a debt has no fixed sum, or bands are not converted into another currency.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CompensationError {
    /// The debt is in another currency.
    #[error("a debt of {debt}, expected one in {currency}, for which the fixed sums are")]
    CurrencyMismatch {
        /// The debt.
        debt: Money,
        /// The currency of the sums.
        currency: Currency,
    },
    /// A converted sum has too many digits.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The debt is not above zero.
    #[error("a debt of {debt}, expected one above 0")]
    NoDebt {
        /// The debt.
        debt: Money,
    },
    /// The rate of exchange is not above zero.
    #[error("a rate of exchange of {given}, expected one above 0")]
    RateNotPositive {
        /// The rate given.
        given: Decimal,
    },
    /// A converted sum has no smallest unit, or too many of them.
    #[error(transparent)]
    Rounding(#[from] RoundMoneyError),
    /// The sum is in another currency than the debt.
    #[error("a fixed sum of {sum} for a debt of {debt}, expected bands that are converted first")]
    SumInOtherCurrency {
        /// The sum.
        sum: Money,
        /// The debt.
        debt: Money,
    },
}
