use alloc::borrow::Cow;
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::vocab::{Currency, Money};

/// The fixed sums that a creditor may ask for a late debt, by its size (固定赔偿金).
///
/// # Examples
///
/// ```
/// use keqing::receivable::{CompensationBand, CompensationBands};
/// use keqing::vocab::Currency;
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
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "BandsText", into = "BandsText")]
pub struct CompensationBands {
    currency: Currency,
    /// The first from nothing, each later one from more.
    bands: Cow<'static, [CompensationBand]>,
}

impl CompensationBands {
    /// Makes bands, in order.
    ///
    /// # Errors
    ///
    /// [`CompensationBandsError::First`] unless the first band is from nothing,
    /// [`CompensationBandsError::NotMore`] where a band does not begin above the one before it, and
    /// [`CompensationBandsError::NegativeSum`].
    pub fn new(
        currency: Currency,
        bands: impl IntoIterator<Item = CompensationBand>,
    ) -> Result<Self, CompensationBandsError> {
        let bands: Vec<CompensationBand> = bands.into_iter().collect();
        if bands.first().is_none_or(|band| !band.from.is_zero()) {
            return Err(CompensationBandsError::First);
        }
        for (band, next) in bands.iter().zip(bands.iter().skip(1)) {
            if next.from <= band.from {
                let (given, before) = (next.from, band.from);
                return Err(CompensationBandsError::NotMore { given, before });
            }
        }
        if let Some(band) = bands.iter().find(|band| band.sum < Decimal::ZERO) {
            return Err(CompensationBandsError::NegativeSum { given: band.sum });
        }
        Ok(Self {
            currency,
            bands: Cow::Owned(bands),
        })
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
    /// [`CompensationError::CurrencyMismatch`] where the debt is in another currency, and
    /// [`CompensationError::NoDebt`] unless it is above zero.
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
}

/// One fixed sum and the debts it is for (赔偿金档次).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "from which debt on, and how much"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CompensationBand {
    /// The smallest debt it is for, in units of the currency; zero for every debt above nothing.
    #[serde(with = "crate::vocab::exact")]
    pub from: Decimal,
    /// The sum, in units of the currency.
    #[serde(with = "crate::vocab::exact")]
    pub sum: Decimal,
}

/// The error of bands that cannot be.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum CompensationBandsError {
    /// The first band is not for the smallest debt, or there is none.
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
        /// Where the band begins.
        given: Decimal,
        /// Where the band before it begins.
        before: Decimal,
    },
}

/// The error of a debt that has no fixed sum.
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
    /// Nothing is owed.
    #[error("a debt of {debt}, expected one above 0")]
    NoDebt {
        /// The debt.
        debt: Money,
    },
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct BandsText {
    currency: Currency,
    bands: Vec<CompensationBand>,
}

impl TryFrom<BandsText> for CompensationBands {
    type Error = CompensationBandsError;

    fn try_from(text: BandsText) -> Result<Self, Self::Error> {
        Self::new(text.currency, text.bands)
    }
}

impl From<CompensationBands> for BandsText {
    fn from(bands: CompensationBands) -> Self {
        Self {
            currency: bands.currency,
            bands: bands.bands.into_owned(),
        }
    }
}
