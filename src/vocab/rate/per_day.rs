use rust_decimal::Decimal;

use crate::vocab::exact;
use crate::vocab::rate::{Rate, RateError};

impl Rate {
    /// Makes a rate from the fraction paid per day, 365 days making a year: 0.0005 is 0.05 % a day and
    /// 18.25 % per year.
    ///
    /// A debt bears exactly that much a day under the day count `ACT/365F`, in leap years too.
    ///
    /// # Errors
    ///
    /// [`RateError::OutOfRange`] is returned when the rate per year is out of range, and
    /// [`RateError::DayTooPrecise`] when it has too many digits to be kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::rate::Rate;
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

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use crate::vocab::rate::Rate;

    #[test]
    fn a_rate_per_day_is_exact_or_refused() {
        let rate = |fraction| {
            let rate = Rate::per_day_of_365(fraction);
            rate.map(|rate| rate.to_string())
                .map_err(|error| error.to_string())
        };
        assert_eq!(rate(Decimal::new(5, 4)), Ok("18.25 % per year".into()));
        assert_eq!(rate(Decimal::new(-1, 2)), Ok("-365 % per year".into()));
        assert_eq!(
            rate(Decimal::new(28, 2)),
            Err("10220 % per year is out of range, expected -10000 % to 10000 %".into())
        );
        let finest = Decimal::from_i128_with_scale(2_222_222_222_222_222_222_222_222_223, 28);
        assert_eq!(
            rate(finest),
            Err("0.2222222222222222222222222223 a day has too many digits for a rate per year, expected at most 28".into())
        );
    }

    #[test]
    fn basis_points_are_hundredths_of_a_percent() {
        for (points, text) in [
            (920, "9.2 % per year"),
            (-1, "-0.01 % per year"),
            (0, "0 % per year"),
            (i16::MIN, "-327.68 % per year"),
            (i16::MAX, "327.67 % per year"),
        ] {
            assert_eq!(Rate::basis_points(points).to_string(), text);
        }
        assert!(!Rate::basis_points(0).is_negative());
        assert_eq!(
            Rate::thousandths_of_percent(1_375).to_string(),
            "1.375 % per year"
        );
    }
}
