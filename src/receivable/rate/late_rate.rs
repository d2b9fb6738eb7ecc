use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::receivable::{Binding, RateUnknownError, ReferenceRate};
use crate::vocab::{Rate, RateError};

/// Which rate each day of lateness bears (迟付利率): an agreed one, one that follows a reference rate,
/// or an agreed one that may not fall below the reference.
///
/// # Examples
///
/// A British debt keeps the rate of the half-year in which it fell overdue; a German one does not.
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::{Binding, LateRate, RateDates, RateSeries, RateStep, ReferenceRate, Sampling};
/// use keqing::vocab::Rate;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let bank_rate = RateSeries::new([
///     RateStep::new(date(2023, 8, 3)?, "5.25 % per year".parse()?),
///     RateStep::new(date(2024, 8, 1)?, "5 % per year".parse()?),
/// ])?;
/// let eight_over = ReferenceRate::over(bank_rate, Rate::basis_points(800))
///     .with_sampling(Sampling::PrecedingHalfYearEnd);
/// let british = LateRate::referenced(eight_over.clone().with_binding(Binding::FixedAtDefault));
/// let floating = LateRate::referenced(eight_over);
///
/// let dates = RateDates::new(date(2024, 6, 1)?, date(2025, 3, 1)?);
/// let late = date(2025, 2, 1)?;
/// assert_eq!(british.rate_on(&dates, late)?, "13.25 % per year".parse()?);
/// assert_eq!(british.next_change(&dates, dates.default), None);
/// assert_eq!(floating.rate_on(&dates, late)?, "13 % per year".parse()?);
/// assert_eq!(floating.next_change(&dates, dates.default), Some(date(2025, 1, 1)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(transparent)]
pub struct LateRate {
    basis: Basis,
}

impl LateRate {
    /// Makes a rate that the contract says, whatever any reference rate does.
    #[must_use]
    pub const fn agreed(rate: Rate) -> Self {
        Self {
            basis: Basis::Agreed(rate),
        }
    }

    /// Makes a rate that the contract says, but at least what follows from the reference rate.
    #[must_use]
    pub const fn agreed_at_least(agreed: Rate, floor: ReferenceRate) -> Self {
        Self {
            basis: Basis::AgreedAtLeast { agreed, floor },
        }
    }

    /// Makes a rate that follows from a reference rate.
    #[must_use]
    pub const fn referenced(reference: ReferenceRate) -> Self {
        Self {
            basis: Basis::Referenced(reference),
        }
    }

    /// Returns the rate that a day of lateness bears.
    ///
    /// # Errors
    ///
    /// [`LateRateError`] where the reference rate is not known on the day it is read, where the
    /// contract date is needed and missing, and where the rate cannot be.
    #[inline]
    pub fn rate_on(&self, dates: &RateDates, day: NaiveDate) -> Result<Rate, LateRateError> {
        match &self.basis {
            Basis::Agreed(rate) => Ok(*rate),
            Basis::AgreedAtLeast { agreed, floor } => {
                floor.rate_on(dates, day).map(|floor| floor.max(*agreed))
            }
            Basis::Referenced(reference) => reference.rate_on(dates, day),
        }
    }

    /// Returns the first day after a day that bears another rate, or whose rate begins or ceases to be
    /// known; `None` where that never happens, as with every binding but [`Binding::Floating`].
    #[must_use]
    #[inline]
    pub fn next_change(&self, dates: &RateDates, after: NaiveDate) -> Option<NaiveDate> {
        let reference = self.reference()?;
        if reference.binding() != Binding::Floating {
            return None;
        }
        let now = self.rate_on(dates, after).ok();
        let mut day = after;
        loop {
            // Each step of the series is passed at most once.
            day = reference.next_reading(day)?;
            if self.rate_on(dates, day).ok() != now {
                return Some(day);
            }
        }
    }

    /// Returns the reference that the rate follows or may not fall below, where there is one.
    #[must_use]
    pub const fn reference(&self) -> Option<&ReferenceRate> {
        match &self.basis {
            Basis::Agreed(_) => None,
            Basis::AgreedAtLeast { floor, .. } => Some(floor),
            Basis::Referenced(reference) => Some(reference),
        }
    }
}

/// The dates of a debt that may bind its rate (利率相关日期).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RateDates {
    /// The day on which the contract was made, where it is known.
    #[serde(default)]
    pub contract: Option<NaiveDate>,
    /// The first day of default: the day after the last on which payment was in time.
    pub default: NaiveDate,
    /// The day of payment, or for a debt that is still open the day as of which it is looked at.
    pub payment: NaiveDate,
}

impl RateDates {
    /// Makes the dates of a debt whose contract date is not known.
    #[must_use]
    pub const fn new(default: NaiveDate, payment: NaiveDate) -> Self {
        Self {
            contract: None,
            default,
            payment,
        }
    }

    /// Sets the day on which the contract was made.
    #[must_use]
    pub const fn with_contract(self, contract: NaiveDate) -> Self {
        Self {
            contract: Some(contract),
            ..self
        }
    }
}

/// The error of a day of lateness whose rate cannot be said.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum LateRateError {
    /// The rate is bound by the contract date, which is not known.
    #[error("the rate is fixed by the date of the contract, which is not given")]
    ContractDateMissing,
    /// The day on which the rate is read is before the first date there is.
    #[error("the rate for {day} would be read before the first date there is")]
    NoSuchDate {
        /// The day whose rate was to be read.
        day: NaiveDate,
    },
    /// The rate that follows is none.
    #[error(transparent)]
    Rate(#[from] RateError),
    /// The reference rate is not known.
    #[error(transparent)]
    Unknown(#[from] RateUnknownError),
}

#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum Basis {
    Agreed(Rate),
    AgreedAtLeast { agreed: Rate, floor: ReferenceRate },
    Referenced(ReferenceRate),
}
