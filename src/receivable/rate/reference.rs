use chrono::NaiveDate;

use crate::form::record;
use crate::receivable::rate::dates::RateDates;
use crate::receivable::rate::error::LateRateError;
use crate::receivable::rate::factor::RateFactor;
use crate::receivable::rate::sampling::{RateFixing, RateReset};
use crate::receivable::rate::series::RateSeries;
use crate::vocab::rate::Rate;

record! {
    /// A rate that follows a reference rate, by a factor and a margin (参考利率规则).
    ///
    /// The reference rate is read on a day that the rule sets.
    ///
    /// # Examples
    ///
    /// See [`LateRate`](crate::receivable::rate::LateRate).
    #[derive(Hash)]
    pub struct ReferenceRate {
        /// The reference rate over time.
        series: RateSeries,
        /// The factor by which the reference rate is multiplied, before the margin is added. It is
        /// above 0 and at most 1000.
        factor: RateFactor => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The rate that is added to the reference rate. It may be negative.
        margin: Rate => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The day on which the reference rate is read for a day of lateness.
        sampling: RateFixing => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The day of the debt that fixes the reference rate, or floating. A rate fixed by an unknown
        /// contract date is an error.
        binding: RateReset => "REC-03" "REC-04" "REC-06" "REC-07",
    }
}

impl ReferenceRate {
    /// Makes a rate that lies above the reference by a margin and floats with it, day by day.
    #[must_use]
    pub const fn over(series: RateSeries, margin: Rate) -> Self {
        Self {
            series,
            factor: RateFactor::ONE,
            margin,
            sampling: RateFixing::Daily,
            binding: RateReset::Floating,
        }
    }

    /// Sets the factor by which the reference is multiplied, before the margin is added.
    #[must_use]
    pub fn with_factor(self, factor: RateFactor) -> Self {
        Self { factor, ..self }
    }

    /// Sets the day on which the reference is read.
    #[must_use]
    pub fn with_sampling(self, sampling: RateFixing) -> Self {
        Self { sampling, ..self }
    }

    /// Sets the day of the debt that fixes the reference.
    #[must_use]
    pub fn with_binding(self, binding: RateReset) -> Self {
        Self { binding, ..self }
    }

    /// Returns the reference rate over time.
    #[must_use]
    pub const fn series(&self) -> &RateSeries {
        &self.series
    }

    /// Returns the factor by which the reference is multiplied.
    #[must_use]
    pub const fn factor(&self) -> RateFactor {
        self.factor
    }

    /// Returns the margin that is added to the reference.
    #[must_use]
    pub const fn margin(&self) -> Rate {
        self.margin
    }

    /// Returns the day on which the reference is read.
    #[must_use]
    pub const fn sampling(&self) -> RateFixing {
        self.sampling
    }

    /// Returns the day of the debt that fixes the reference.
    #[must_use]
    pub const fn binding(&self) -> RateReset {
        self.binding
    }

    /// Returns the rate that a day of lateness bears.
    ///
    /// # Errors
    ///
    /// [`LateRateError`] is returned as by
    /// [`LateRate::rate_on`](crate::receivable::rate::LateRate::rate_on).
    pub fn rate_on(&self, dates: &RateDates, day: NaiveDate) -> Result<Rate, LateRateError> {
        let day = match self.binding {
            RateReset::AtPaymentDate => dates.payment,
            RateReset::FixedAtContract => {
                dates.contract.ok_or(LateRateError::ContractDateMissing)?
            }
            RateReset::FixedAtDefault => dates.default,
            RateReset::Floating => day,
        };
        let read_on = self
            .sampling
            .on(day)
            .ok_or(LateRateError::NoSuchDate { day })?;
        let reference = self.series.rate_on(read_on)?;
        let times = if self.factor == RateFactor::ONE {
            reference
        } else {
            self.factor.times(reference)?
        };
        Ok(times.checked_add(self.margin)?)
    }

    /// Returns the first day after a day for which another step of the series is read.
    pub(super) fn next_reading(&self, after: NaiveDate) -> Option<NaiveDate> {
        let read_on = self.sampling.on(after).unwrap_or(NaiveDate::MIN);
        self.sampling
            .first_reading(self.series.next_change(read_on)?)
    }
}
