use chrono::NaiveDate;

use crate::calendar::day_count::convention::DayCount;
use crate::calendar::day_count::error::DayCountError;
use crate::calendar::day_count::period::ReferencePeriod;
use crate::calendar::day_count::year_fraction::{YearFraction, YearLength};
use crate::calendar::day_count::{actual, period, thirty};
use crate::vocab::time::Days;

impl DayCount {
    /// Returns the part of a year from one date to another, the first counted and the last not.
    ///
    /// # Errors
    ///
    /// [`DayCountError::Backwards`] is returned when the second date is the earlier.
    /// [`DayCountError::NeedsPeriod`] is returned for `ACT/ACT ICMA` and `ACT/365L`, which
    /// [`fraction_in`](Self::fraction_in) answers. [`DayCountError::OutOfRange`] is returned when
    /// the fraction cannot be kept, which no two dates of one millennium meet.
    #[inline]
    pub fn fraction(self, from: NaiveDate, to: NaiveDate) -> Result<YearFraction, DayCountError> {
        let year = match self {
            Self::Actual360 => YearLength::Days360,
            Self::Actual365Fixed => YearLength::Days365,
            _ => return self.other_fraction(from, to),
        };
        match Days::between(from, to) {
            Some(days) => Ok(YearFraction::of_days(days.count(), year)),
            None => Err(DayCountError::Backwards { from, to }),
        }
    }

    /// Returns the part of a year between two dates that are part of a reference period.
    ///
    /// Only `ACT/ACT ICMA`, `ACT/365L` and `30E/360 ISDA` read the period.
    ///
    /// # Errors
    ///
    /// The errors of [`fraction`](Self::fraction) are returned. [`DayCountError::OutsidePeriod`] is
    /// returned for `ACT/ACT ICMA` when the dates lie outside the periods, and for `ACT/365L` when
    /// they do not lie in one of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::calendar::day_count::{DayCount, PeriodsPerYear, ReferencePeriod, YearFraction};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let (from, to) = (date(2003, 11, 1)?, date(2004, 5, 1)?);
    /// let half_year = ReferencePeriod::new(from, to, PeriodsPerYear::Two)?;
    /// let fraction = DayCount::ActualActualIcma.fraction_in(from, to, &half_year)?;
    /// assert_eq!(fraction, YearFraction::new(1, 2)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fraction_in(
        self,
        from: NaiveDate,
        to: NaiveDate,
        period: &ReferencePeriod,
    ) -> Result<YearFraction, DayCountError> {
        let days = days_between(from, to)?;
        match self {
            Self::Actual365L => period::actual_365_l(from, to, days, period),
            Self::ActualActualIcma => period::icma(from, to, period),
            Self::ThirtyE360Isda => {
                let terminates = period.termination() == Some(to);
                let days = thirty::days(thirty::Rule::German { terminates }, from, to);
                in_range(days, from, to)
                    .map(|days| YearFraction::of_days(days, YearLength::Days360))
            }
            _ => self.fraction(from, to),
        }
    }

    /// Returns the number of days that the convention counts.
    ///
    /// It is the numerator for a 30-day month convention, and the days without 29 Februaries for
    /// `NL/360` and `NL/365`. It is the days of the calendar for the others.
    ///
    /// # Errors
    ///
    /// [`DayCountError::Backwards`] is returned when the second date is the earlier.
    pub fn days(self, from: NaiveDate, to: NaiveDate) -> Result<Days, DayCountError> {
        let days = days_between(from, to)?;
        let counted = match (self, self.thirty_day_rule()) {
            (_, Some(rule)) => thirty::days(rule, from, to),
            (Self::NoLeap360 | Self::NoLeap365, None) => actual::without_leap_days(from, to, days),
            (_, None) => Some(days),
        };
        in_range(counted, from, to).map(Days::new)
    }

    fn other_fraction(self, from: NaiveDate, to: NaiveDate) -> Result<YearFraction, DayCountError> {
        let year = match self {
            Self::Actual365L | Self::ActualActualIcma => {
                return Err(DayCountError::NeedsPeriod { convention: self });
            }
            Self::Actual365Quarter => {
                return over_average_year(days_between(from, to)?, from, to);
            }
            Self::ActualActualAfb => return actual::afb(from, to, days_between(from, to)?),
            Self::ActualActualIsda => return actual::isda(from, to, days_between(from, to)?),
            Self::Actual365Actual if actual::has_leap_day(from, to) => YearLength::Days366,
            Self::Actual364 => YearLength::Days364,
            Self::Actual366 => YearLength::Days366,
            Self::Actual365Actual
            | Self::Actual365Fixed
            | Self::NoLeap365
            | Self::Thirty365
            | Self::ThirtyE365 => YearLength::Days365,
            Self::Actual360
            | Self::NoLeap360
            | Self::Thirty360Isda
            | Self::Thirty360Psa
            | Self::Thirty360Us
            | Self::ThirtyE360
            | Self::ThirtyE360Isda
            | Self::ThirtyEPlus360 => YearLength::Days360,
        };
        self.days(from, to)
            .map(|days| YearFraction::of_days(days.count(), year))
    }

    const fn thirty_day_rule(self) -> Option<thirty::Rule> {
        Some(match self {
            Self::Thirty360Isda | Self::Thirty365 => thirty::Rule::Bond,
            Self::Thirty360Psa => thirty::Rule::Psa,
            Self::Thirty360Us => thirty::Rule::American,
            Self::ThirtyE360 => thirty::Rule::European,
            Self::ThirtyE360Isda => thirty::Rule::German { terminates: false },
            Self::ThirtyE365 => thirty::Rule::MonthEnd,
            Self::ThirtyEPlus360 => thirty::Rule::EuropeanPlus,
            _ => return None,
        })
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> Result<u32, DayCountError> {
    Days::between(from, to)
        .map(Days::count)
        .ok_or(DayCountError::Backwards { from, to })
}

fn in_range<T>(value: Option<T>, from: NaiveDate, to: NaiveDate) -> Result<T, DayCountError> {
    value.ok_or(DayCountError::OutOfRange { from, to })
}

fn over_average_year(
    days: u32,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<YearFraction, DayCountError> {
    let numerator = i64::from(days).checked_mul(4);
    let fraction = numerator.and_then(|numerator| YearFraction::new(numerator, 1461).ok());
    in_range(fraction, from, to)
}
