use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::calendar::month::first_of_month;
use crate::calendar::{BusinessDayConvention, Calendar, CalendarError};
use crate::receivable::regime::compensation::{
    CompensationBand, CompensationBands, CompensationError,
};
use crate::vocab::money::{Money, RoundingMode, round};

impl CompensationBands {
    /// Converts the sums into the currency of the debts, by the units of it for one unit of theirs.
    ///
    /// Each sum is rounded once, half to even, to the smallest unit.
    ///
    /// # Errors
    ///
    /// [`CompensationError::RateNotPositive`] is returned unless the rate is above zero.
    /// [`CompensationError::Money`] is returned when a sum has too many digits, and
    /// [`CompensationError::Rounding`] when the currency of the debts has no smallest unit.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::credit::ExchangeRate;
    /// use keqing::receivable::regime::{CompensationBand, CompensationBands};
    /// use keqing::vocab::money::Currency;
    /// use rust_decimal::Decimal;
    ///
    /// let forty = CompensationBand::new(0.into(), 40.into());
    /// let bands = CompensationBands::new(Currency::PLN, [forty])?.with_sums_in(Currency::EUR);
    /// let on = NaiveDate::from_ymd_opt(2024, 2, 29).ok_or("no such date")?;
    /// let mean = ExchangeRate::new(Currency::EUR, Currency::PLN, on, Decimal::new(43_169, 4))?;
    /// let converted = bands.converted(mean.rate())?;
    /// assert_eq!(converted.sum_for("4900 PLN".parse()?)?, "172.68 PLN".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn converted(&self, rate: Decimal) -> Result<Self, CompensationError> {
        if rate <= Decimal::ZERO {
            return Err(CompensationError::RateNotPositive { given: rate });
        }
        if self.sums_in() == self.currency() {
            return Ok(self.clone());
        }
        let bands = self.bands().iter().map(|band| {
            let exact = Money::new(band.sum, self.currency()).checked_mul(rate)?;
            let sum = round(exact, RoundingMode::HalfEven)?.money().amount();
            Ok(CompensationBand { sum, ..*band })
        });
        let bands: Result<Vec<_>, CompensationError> = bands.collect();
        Ok(self.clone().with_bands(bands?))
    }
}

/// Returns the day whose rate of exchange converts a fixed sum: the last working day of the month before
/// the one in which the debt fell due (固定赔偿金折算日).
///
/// Poland takes the mean rate of its central bank on that day.
///
/// # Errors
///
/// [`CalendarError`] is returned when the calendar has no working day in reach, or the month before is out of
/// range.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::Calendar;
/// use keqing::receivable::regime::conversion_day;
///
/// let date = |month, day| NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
/// let day = conversion_day(date(4, 15)?, &Calendar::saturday_sunday())?;
/// assert_eq!(day, date(3, 29)?); // 31 March is a Sunday
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn conversion_day(due: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, CalendarError> {
    let first = first_of_month(due);
    let out_of_range = CalendarError::DateOutOfRange { from: first };
    let last = first.pred_opt().ok_or(out_of_range)?;
    calendar.adjust(last, BusinessDayConvention::Preceding)
}
