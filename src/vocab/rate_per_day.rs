use rust_decimal::Decimal;

use crate::vocab::{Rate, RateError, exact};

impl Rate {
    /// Makes a rate from the fraction paid per day, 365 days making a year: 0.0005 is 0.05 % a day and
    /// 18.25 % per year.
    ///
    /// A debt bears exactly that much a day under the day count `ACT/365F`, in leap years too.
    ///
    /// # Errors
    ///
    /// [`RateError::OutOfRange`] where the rate per year is, and [`RateError::DayTooPrecise`] where it has
    /// too many digits to be kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::Rate;
    /// use rust_decimal::Decimal;
    ///
    /// let a_day = Rate::per_day_of_365(Decimal::new(5, 4))?;
    /// assert_eq!(a_day.to_string(), "18.25 % per year");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn per_day_of_365(fraction: Decimal) -> Result<Self, RateError> {
        let year = exact::product(fraction, DAYS).ok_or(RateError::DayTooPrecise { fraction })?;
        Self::per_year(year)
    }
}

const DAYS: Decimal = Decimal::from_parts(365, 0, 0, false, 0);
