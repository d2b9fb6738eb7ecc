use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::calendar::day_count::actual::has_leap_day;
use crate::calendar::day_count::error::DayCountError;
use crate::calendar::day_count::year_fraction::YearFraction;
use crate::calendar::day_count::year_fraction::YearLength;
use crate::form::{mirrored, record};
use crate::vocab::time::Days;
use crate::vocab::words::words;

/// The regular periods of which two dates are a part, with their number in a year (参考期间).
///
/// Usually it is one period. A longer stub is given the nominal dates of the periods it reaches
/// into, as the schedule would have had them. The schedule has already decided the ends of the
/// months.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::calendar::day_count::{DayCount, PeriodsPerYear, ReferencePeriod};
///
/// // A long first period of 15 August 2002 to 15 July 2003, with payments in January and July.
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let nominal = [date(2002, 7, 15)?, date(2003, 1, 15)?, date(2003, 7, 15)?];
/// let periods = ReferencePeriod::of_nominal_dates(nominal, PeriodsPerYear::Two)?;
/// let fraction =
///     DayCount::ActualActualIcma.fraction_in(date(2002, 8, 15)?, date(2003, 7, 15)?, &periods)?;
/// assert_eq!(fraction, "337/368".parse()?); // 153/(184 × 2) + 181/(181 × 2)
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "PeriodText", into = "PeriodText")]
pub struct ReferencePeriod {
    first: NaiveDate,
    /// The ends of the periods, at least one, each later than the one before and than the first.
    ends: Vec<NaiveDate>,
    periods_per_year: PeriodsPerYear,
    termination: Option<NaiveDate>,
}

mirrored! { ReferencePeriod as PeriodText; }

impl ReferencePeriod {
    /// Makes one period, from its first day to the first day of the next.
    ///
    /// # Errors
    ///
    /// [`ReferencePeriodError::NotLater`] is returned when it ends on its first day or before.
    pub fn new(
        starts: NaiveDate,
        ends: NaiveDate,
        periods_per_year: PeriodsPerYear,
    ) -> Result<Self, ReferencePeriodError> {
        Self::of_nominal_dates([starts, ends], periods_per_year)
    }

    /// Makes consecutive periods, each from one date to the next.
    ///
    /// # Errors
    ///
    /// [`ReferencePeriodError::TooFew`] is returned when there are fewer than two dates, and
    /// [`ReferencePeriodError::NotLater`] when a date is not later than the one before it.
    pub fn of_nominal_dates(
        dates: impl IntoIterator<Item = NaiveDate>,
        periods_per_year: PeriodsPerYear,
    ) -> Result<Self, ReferencePeriodError> {
        let mut dates = dates.into_iter();
        let first = dates.next().ok_or(ReferencePeriodError::TooFew)?;
        let ends: Vec<NaiveDate> = dates.collect();
        if ends.is_empty() {
            return Err(ReferencePeriodError::TooFew);
        }
        let mut before = first;
        for &date in &ends {
            if date <= before {
                return Err(ReferencePeriodError::NotLater { before, date });
            }
            before = date;
        }
        Ok(Self {
            first,
            ends,
            periods_per_year,
            termination: None,
        })
    }

    /// Sets the date on which the whole contract ends, which only `30E/360 ISDA` reads.
    #[must_use]
    pub fn with_termination(self, date: NaiveDate) -> Self {
        Self {
            termination: Some(date),
            ..self
        }
    }

    /// Returns the nominal dates, in order: the start of each period, and the end of the last.
    pub fn nominal_dates(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        core::iter::once(self.first).chain(self.ends.iter().copied())
    }

    /// Returns the number of the periods that make a year.
    #[must_use]
    pub const fn periods_per_year(&self) -> PeriodsPerYear {
        self.periods_per_year
    }

    /// Returns the date on which the whole contract ends, if it was given.
    #[must_use]
    pub const fn termination(&self) -> Option<NaiveDate> {
        self.termination
    }

    /// Returns the periods, each from its start to its end.
    fn periods(&self) -> impl Iterator<Item = (NaiveDate, NaiveDate)> + '_ {
        self.nominal_dates().zip(self.ends.iter().copied())
    }

    fn end(&self) -> NaiveDate {
        self.ends.last().copied().unwrap_or(self.first)
    }

    fn outside(&self, from: NaiveDate, to: NaiveDate) -> DayCountError {
        DayCountError::OutsidePeriod {
            from,
            to,
            starts: self.first,
            ends: self.end(),
        }
    }
}

words! {
    /// The number of regular periods that make a year (每年期数).
    pub closed enum PeriodsPerYear {
        /// Yearly.
        One = "one", "yearly", "每年", "每年";
        /// Half-yearly.
        Two = "two", "half-yearly", "每半年", "每半年";
        /// Every four months.
        Three = "three", "every four months", "每四个月", "每四個月";
        /// Quarterly.
        Four = "four", "quarterly", "每季", "每季";
        /// Every two months.
        Six = "six", "every two months", "每两个月", "每兩個月";
        /// Monthly.
        Twelve = "twelve", "monthly", "每月", "每月";
    }
}

impl PeriodsPerYear {
    /// Returns the number of periods.
    #[must_use]
    pub const fn count(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
            Self::Six => 6,
            Self::Twelve => 12,
        }
    }
}

/// Returned when dates are not consecutive periods.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ReferencePeriodError {
    /// A date is not later than the one before it.
    #[error("{date} after {before}, expected a later date")]
    NotLater {
        /// The date before.
        before: NaiveDate,
        /// The date that is not later.
        date: NaiveDate,
    },
    /// There are fewer than two dates.
    #[error("a reference period of fewer than 2 dates, expected its start and its end")]
    TooFew,
}

/// Returns the days over 366 or 365, by the one period in which they lie.
pub(crate) fn actual_365_l(
    from: NaiveDate,
    to: NaiveDate,
    days: u32,
    period: &ReferencePeriod,
) -> Result<YearFraction, DayCountError> {
    let (starts, ends) = period
        .periods()
        .find(|&(starts, ends)| starts <= from && to <= ends)
        .ok_or_else(|| period.outside(from, to))?;
    let leap = match period.periods_per_year {
        PeriodsPerYear::One => has_leap_day(starts, ends),
        _ => ends.leap_year(),
    };
    let year = if leap {
        YearLength::Days366
    } else {
        YearLength::Days365
    };
    Ok(YearFraction::of_days(days, year))
}

/// Returns the days in each period over the days of the period times the periods a year, summed.
pub(crate) fn icma(
    from: NaiveDate,
    to: NaiveDate,
    period: &ReferencePeriod,
) -> Result<YearFraction, DayCountError> {
    if from < period.first || period.end() < to {
        return Err(period.outside(from, to));
    }
    let per_year = i64::from(period.periods_per_year.count());
    let sum = || {
        let mut sum: Option<YearFraction> = None;
        for (starts, ends) in period.periods() {
            if let Some(days) = Days::between(starts.max(from), ends.min(to)) {
                let length = i64::from(Days::between(starts, ends)?.count());
                let denominator = length.checked_mul(per_year)?;
                let part = YearFraction::new(i64::from(days.count()), denominator).ok()?;
                sum = Some(match sum {
                    Some(sum) if !part.is_zero() => sum.checked_add(part).ok()?,
                    Some(sum) => sum,
                    None => part,
                });
            }
        }
        sum
    };
    sum().ok_or(DayCountError::OutOfRange { from, to })
}

record! {
    /// The regular periods of which two dates are a part, with their number in a year.
    struct PeriodText {
        /// The dates at which the periods begin and end, at least two.
        /// Each is later than the one before.
        nominal_dates: Vec<NaiveDate>,
        /// The number of periods that make a year.
        periods_per_year: PeriodsPerYear,
        /// The date on which the whole contract ends, which only `30E/360 ISDA` reads.
        termination: Option<NaiveDate>,
    }
}

impl TryFrom<PeriodText> for ReferencePeriod {
    type Error = ReferencePeriodError;

    fn try_from(text: PeriodText) -> Result<Self, Self::Error> {
        let period = Self::of_nominal_dates(text.nominal_dates, text.periods_per_year)?;
        Ok(Self {
            termination: text.termination,
            ..period
        })
    }
}

impl From<ReferencePeriod> for PeriodText {
    fn from(period: ReferencePeriod) -> Self {
        Self {
            nominal_dates: period.nominal_dates().collect(),
            periods_per_year: period.periods_per_year,
            termination: period.termination,
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{PeriodsPerYear, ReferencePeriod};
    use crate::calendar::day_count::convention::DayCount;

    #[track_caller]
    fn dates<const COUNT: usize>(texts: [&str; COUNT]) -> [NaiveDate; COUNT] {
        texts.map(|text| match text.parse() {
            Ok(date) => date,
            Err(error) => panic!("`{text}` of the test: {error}"),
        })
    }

    #[test]
    fn actual_365_l_looks_at_the_one_period() -> Result<(), Box<dyn Error>> {
        let one = PeriodsPerYear::One;
        let two = PeriodsPerYear::Two;
        for (starts, ends, per_year, denominator) in [
            ("2011-02-28", "2012-02-28", one, 365), // the leap day lies after the end,
            ("2011-02-28", "2012-02-29", one, 366), // is the end,
            ("2012-02-29", "2013-02-28", one, 365), // is the start, which is not counted,
            ("2012-02-28", "2013-02-28", one, 366), // or is inside
            ("2011-08-31", "2012-02-28", two, 366), // the year of the end is a leap year
            ("2012-08-31", "2013-02-28", two, 365),
        ] {
            let [starts, ends] = dates([starts, ends]);
            let period = ReferencePeriod::new(starts, ends, per_year)?;
            let fraction = DayCount::Actual365L.fraction_in(starts, ends, &period)?;
            assert_eq!(fraction.denominator(), denominator, "{starts} to {ends}");
        }
        Ok(())
    }

    #[test]
    fn dates_outside_the_periods_are_refused() -> Result<(), Box<dyn Error>> {
        let [first, middle, last, before, after] = dates([
            "2024-01-01",
            "2024-07-01",
            "2025-01-01",
            "2023-12-31",
            "2025-01-02",
        ]);
        let periods =
            ReferencePeriod::of_nominal_dates([first, middle, last], PeriodsPerYear::Two)?;
        let icma = |from, to| {
            let fraction = DayCount::ActualActualIcma.fraction_in(from, to, &periods);
            fraction
                .map(|fraction| fraction.to_string())
                .map_err(|error| error.to_string())
        };
        assert_eq!(icma(first, last), Ok("2/2".into())); // 182/364 + 184/368
        assert_eq!(
            icma(before, last),
            Err("2023-12-31 to 2025-01-01 does not lie in a reference period between 2024-01-01 and 2025-01-01".into())
        );
        assert!(icma(first, after).is_err());
        let of_one_period = |from, to| DayCount::Actual365L.fraction_in(from, to, &periods);
        assert!(of_one_period(first, middle).is_ok() && of_one_period(middle, last).is_ok());
        assert!(of_one_period(first, last).is_err());
        Ok(())
    }

    #[test]
    fn nominal_dates_run_forward() {
        let [first, second] = dates(["2024-01-01", "2024-07-01"]);
        let message = |dates: &[NaiveDate]| {
            let periods =
                ReferencePeriod::of_nominal_dates(dates.iter().copied(), PeriodsPerYear::Two);
            periods.map(|_| ()).map_err(|error| error.to_string())
        };
        assert_eq!(message(&[first, second]), Ok(()));
        for few in [&[][..], &[first]] {
            assert_eq!(
                message(few),
                Err(
                    "a reference period of fewer than 2 dates, expected its start and its end"
                        .into()
                )
            );
        }
        assert_eq!(
            message(&[first, second, second]),
            Err("2024-07-01 after 2024-07-01, expected a later date".into())
        );
    }

    #[test]
    fn json_is_the_nominal_dates() -> Result<(), Box<dyn Error>> {
        let json = r#"{"nominal-dates":["2024-01-01","2024-07-01"],"periods-per-year":"two","termination":null}"#;
        let period: ReferencePeriod = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&period)?, json);
        for refused in [
            r#"{"nominal-dates":["2024-01-01"],"periods-per-year":"two"}"#,
            r#"{"nominal-dates":["2024-07-01","2024-01-01"],"periods-per-year":"two"}"#,
            r#"{"nominal-dates":["2024-01-01","2024-07-01"],"periods-per-year":"five"}"#,
            r#"{"nominal-dates":["2024-01-01","2024-07-01"],"periods-per-year":"two","end":""}"#,
        ] {
            assert!(
                serde_json::from_str::<ReferencePeriod>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
