use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Gathered, Several, checked, several};
use crate::receivable::rate::step::RateStep;
use crate::vocab::rate::Rate;

checked! {
    /// A reference rate over time (参考利率序列): from each step one rate, or an unknown one.
    ///
    /// The rate is unknown, and never zero, before the first step, in a gap, and after the last
    /// known day. Without such a day the last step holds for ever.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::receivable::rate::{RateSeries, RateStep};
    ///
    /// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
    /// let tenders = date(2000, 6, 28)?;
    /// let refinancing = RateSeries::new([
    ///     RateStep::new(date(2000, 6, 9)?, "4.25 % per year".parse()?),
    ///     RateStep::unknown(tenders),
    ///     RateStep::new(date(2008, 10, 15)?, "3.75 % per year".parse()?),
    /// ])?;
    /// assert_eq!(refinancing.rate_on(date(2000, 6, 27)?)?, "4.25 % per year".parse()?);
    /// assert_eq!(
    ///     refinancing.rate_on(date(2004, 1, 1)?).map_err(|error| error.to_string()),
    ///     Err("the reference rate on 2004-01-01 is not known, it has been unknown since 2000-06-28".into())
    /// );
    /// assert_eq!(refinancing.next_change(tenders), Some(date(2008, 10, 15)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub struct RateSeries, checked by RateSeries::checked {
        /// The steps of the rate, in any order; they are kept by date. No step at all is refused, and so are
        /// two steps of one day.
        steps: Vec<RateStep> => "REC-03" "REC-04" "REC-06" "REC-07",
        /// The last day for which the last step is known; `"none"` lets it hold for ever. A day before the
        /// last step is refused.
        known_until: Option<NaiveDate> | "none",
    }
}

impl RateSeries {
    /// Makes a series of steps, given in any order.
    ///
    /// # Errors
    ///
    /// [`RateSeriesError::Empty`] is returned when there is no step. [`RateSeriesError::DateTwice`]
    /// is returned when two steps begin on one day.
    pub fn new(steps: impl IntoIterator<Item = RateStep>) -> Result<Self, RateSeriesError> {
        Self {
            steps: steps.into_iter().collect(),
            known_until: None,
        }
        .checked()
    }

    /// Makes a series of one rate that has always been in force.
    #[must_use]
    pub fn fixed(rate: Rate) -> Self {
        Self {
            steps: vec![RateStep::new(NaiveDate::MIN, rate)],
            known_until: None,
        }
    }

    /// Sets the last day on which the last step is known to hold.
    ///
    /// # Errors
    ///
    /// [`RateSeriesError::KnownUntil`] is returned when that day is before the last step.
    pub fn with_known_until(self, last: NaiveDate) -> Result<Self, RateSeriesError> {
        Self {
            known_until: Some(last),
            ..self
        }
        .checked()
    }

    /// Returns the steps, by date.
    #[must_use]
    pub fn steps(&self) -> &[RateStep] {
        &self.steps
    }

    /// Returns the last day on which the last step is known to hold; `None` if it holds for ever.
    #[must_use]
    pub const fn known_until(&self) -> Option<NaiveDate> {
        self.known_until
    }

    /// Returns the rate in force on a day.
    ///
    /// # Errors
    ///
    /// [`RateUnknownError`] is returned, with the reason, when the rate is unknown.
    pub fn rate_on(&self, day: NaiveDate) -> Result<Rate, RateUnknownError> {
        if let Some(known_until) = self.known_until.filter(|last| *last < day) {
            return Err(RateUnknownError::AfterLast { day, known_until });
        }
        let step = self
            .steps_until(day)
            .checked_sub(1)
            .and_then(|place| self.steps.get(place));
        match (step, self.steps.first()) {
            (Some(step), _) => step.rate().ok_or(RateUnknownError::Gap {
                day,
                since: step.from(),
            }),
            (None, Some(first)) => Err(RateUnknownError::BeforeFirst {
                day,
                first: first.from(),
            }),
            // A series has a step.
            (None, None) => Err(RateUnknownError::BeforeFirst { day, first: day }),
        }
    }

    /// Returns the first day after a day on which the rate changes, or becomes known or unknown. It
    /// is `None` if that never happens.
    #[must_use]
    pub fn next_change(&self, after: NaiveDate) -> Option<NaiveDate> {
        let now = self.rate_on(after).ok();
        let later = self.steps.get(self.steps_until(after)..)?;
        let step = later.iter().find(|step| step.rate() != now);
        let ends = self.known_until.and_then(|last| last.succ_opt());
        match step {
            // The last day is not before any step, so a step comes first.
            Some(step) => Some(step.from()),
            None => ends.filter(|end| after < *end && now.is_some()),
        }
    }

    /// Returns the number of steps on or before a day.
    fn steps_until(&self, day: NaiveDate) -> usize {
        self.steps.partition_point(|step| step.from() <= day)
    }

    /// Sorts the steps by date, and checks them.
    fn checked(mut self) -> Result<Self, RateSeriesError> {
        self.steps.sort_by_key(|step| step.from());
        let last = self.steps.last().ok_or(RateSeriesError::Empty)?.from();
        let mut errors = Gathered::new();
        for (step, next) in self.steps.iter().zip(self.steps.iter().skip(1)) {
            if step.from() == next.from() {
                errors.keep(RateSeriesError::DateTwice { date: step.from() });
            }
        }
        if let Some(given) = self.known_until.filter(|given| *given < last) {
            errors.keep(RateSeriesError::KnownUntil { given, step: last });
        }
        errors.settle(|| self)
    }
}

/// Returned when steps do not form a series.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RateSeriesError {
    /// Two steps begin on one day.
    #[error("two rates from {date} on, expected one")]
    DateTwice {
        /// The day.
        date: NaiveDate,
    },
    /// There are no steps.
    #[error("a series of no rates, expected one or more")]
    Empty,
    /// The series ends before its last step.
    #[error("known until {given}, expected {step} or later, where the last rate begins")]
    KnownUntil {
        /// The last day that was given.
        given: NaiveDate,
        /// The day of the last step.
        step: NaiveDate,
    },
    /// Several steps are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub RateSeriesError);

/// Returned when the reference rate of a day is unknown.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RateUnknownError {
    /// The day is after the last one for which the series is known.
    #[error("the reference rate on {day} is not known, the series is known until {known_until}")]
    AfterLast {
        /// The day asked for.
        day: NaiveDate,
        /// The last day that is known.
        known_until: NaiveDate,
    },
    /// The day is before the first step.
    #[error("the reference rate on {day} is not known, the series begins on {first}")]
    BeforeFirst {
        /// The day asked for.
        day: NaiveDate,
        /// The day of the first step.
        first: NaiveDate,
    },
    /// The day lies in a gap.
    #[error("the reference rate on {day} is not known, it has been unknown since {since}")]
    Gap {
        /// The day asked for.
        day: NaiveDate,
        /// The day on which the gap begins.
        since: NaiveDate,
    },
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::{String, ToString};
    use core::error::Error;

    use chrono::NaiveDate;

    use super::{RateSeries, RateStep};
    use crate::vocab::rate::Rate;

    #[track_caller]
    fn date(text: &str) -> NaiveDate {
        match text.parse() {
            Ok(date) => date,
            Err(error) => panic!("`{text}` of the test: {error}"),
        }
    }

    /// 1 % from 1 January 2020, unknown in February, 2 % from March, known until the end of April.
    fn series() -> Result<RateSeries, Box<dyn Error>> {
        let series = RateSeries::new([
            RateStep::new(date("2020-03-01"), Rate::basis_points(200)),
            RateStep::new(date("2020-01-01"), Rate::basis_points(100)),
            RateStep::unknown(date("2020-02-01")),
        ])?;
        Ok(series.with_known_until(date("2020-04-30"))?)
    }

    #[test]
    fn what_is_not_known_says_why() -> Result<(), Box<dyn Error>> {
        let series = series()?;
        let unknown = |day: &str, why: &str| -> Result<String, String> {
            Err(alloc::format!(
                "the reference rate on {day} is not known, {why}"
            ))
        };
        for (day, expected) in [
            (
                "2019-12-31",
                unknown("2019-12-31", "the series begins on 2020-01-01"),
            ),
            ("2020-01-01", Ok("1 % per year".into())),
            ("2020-01-31", Ok("1 % per year".into())),
            (
                "2020-02-01",
                unknown("2020-02-01", "it has been unknown since 2020-02-01"),
            ),
            (
                "2020-02-29",
                unknown("2020-02-29", "it has been unknown since 2020-02-01"),
            ),
            ("2020-03-01", Ok("2 % per year".into())),
            ("2020-04-30", Ok("2 % per year".into())),
            (
                "2020-05-01",
                unknown("2020-05-01", "the series is known until 2020-04-30"),
            ),
        ] {
            let rate = series.rate_on(date(day));
            let rate = rate
                .map(|rate| rate.to_string())
                .map_err(|error| error.to_string());
            assert_eq!(rate, expected);
        }
        Ok(())
    }

    #[test]
    fn a_change_is_a_step_to_another_rate_or_the_end() -> Result<(), Box<dyn Error>> {
        let series = series()?;
        for (after, next) in [
            ("2019-06-01", Some("2020-01-01")),
            ("2020-01-01", Some("2020-02-01")),
            ("2020-02-29", Some("2020-03-01")),
            ("2020-03-01", Some("2020-05-01")),
            ("2020-05-01", None),
        ] {
            assert_eq!(series.next_change(date(after)), next.map(date), "{after}");
        }
        Ok(())
    }

    #[test]
    fn a_series_has_steps_of_different_dates_and_ends_after_them() {
        let message = |steps: &[RateStep]| {
            let series = RateSeries::new(steps.iter().copied());
            series.map(|_| ()).map_err(|error| error.to_string())
        };
        let step = RateStep::unknown(date("2020-01-01"));
        assert_eq!(message(&[step]), Ok(()));
        assert_eq!(
            message(&[]),
            Err("a series of no rates, expected one or more".into())
        );
        assert_eq!(
            message(&[step, RateStep::new(step.from(), Rate::ZERO)]),
            Err("two rates from 2020-01-01 on, expected one".into())
        );
        let until = |last: &str| {
            let series =
                RateSeries::new([step]).and_then(|series| series.with_known_until(date(last)));
            series.map(|_| ()).map_err(|error| error.to_string())
        };
        assert_eq!(until("2020-01-01"), Ok(()));
        assert_eq!(
            until("2019-12-31"),
            Err(
                "known until 2019-12-31, expected 2020-01-01 or later, where the last rate begins"
                    .into()
            )
        );
    }

    #[test]
    fn a_fixed_rate_has_always_been_in_force() -> Result<(), Box<dyn Error>> {
        let series = RateSeries::fixed(Rate::basis_points(825));
        for day in [NaiveDate::MIN, date("2024-02-29"), NaiveDate::MAX] {
            assert_eq!(series.rate_on(day), Ok(Rate::basis_points(825)));
            assert_eq!(series.next_change(day), None);
        }
        let json = serde_json::to_string(&series)?;
        assert_eq!(serde_json::from_str::<RateSeries>(&json)?, series);
        Ok(())
    }

    #[test]
    fn json_says_what_is_not_known() -> Result<(), serde_json::Error> {
        let json = r#"{"steps":[{"from":"2020-01-01","rate":"1 % per year"},{"from":"2020-02-01","rate":"none"}],"known-until":"2020-04-30"}"#;
        let series: RateSeries = serde_json::from_str(json)?;
        assert_eq!(serde_json::to_string(&series)?, json);
        for refused in [
            r#"{"steps":[],"known-until":"none"}"#,
            r#"{"steps":[{"from":"2020-01-01","rate":"none"}]}"#,
            r#"{"steps":[{"from":"2020-01-01","rate":"none"}],"known-until":null}"#,
            r#"{"steps":[{"from":"2020-01-01"}],"known-until":"none"}"#,
            r#"{"steps":[{"from":"2020-01-01","rate":"1 % per year"}],"known-until":"2019-12-31"}"#,
            r#"{"steps":[{"from":"2020-01-01","rate":"1 % per year"},{"from":"2020-01-01","rate":"none"}],"known-until":"none"}"#,
        ] {
            assert!(
                serde_json::from_str::<RateSeries>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
