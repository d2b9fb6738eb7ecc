use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use crate::vocab::Rate;

/// A reference rate over time (参考利率序列): from each date one rate, or none that is known.
///
/// What lies before its first step, in a gap, or after the last day it is known for, is unknown and
/// never zero. Without such a last day the last step holds for ever.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::receivable::{RateSeries, RateStep};
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
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "SeriesText", into = "SeriesText")]
pub struct RateSeries {
    /// At least one, by date, no date twice.
    steps: Vec<RateStep>,
    /// Not before the last step.
    known_until: Option<NaiveDate>,
}

impl RateSeries {
    /// Makes a series of steps, given in any order.
    ///
    /// # Errors
    ///
    /// [`RateSeriesError::Empty`] without a step, and [`RateSeriesError::DateTwice`].
    pub fn new(steps: impl IntoIterator<Item = RateStep>) -> Result<Self, RateSeriesError> {
        let mut steps: Vec<RateStep> = steps.into_iter().collect();
        if steps.is_empty() {
            return Err(RateSeriesError::Empty);
        }
        steps.sort_by_key(|step| step.from);
        let neighbours = steps.iter().zip(steps.iter().skip(1));
        for (step, next) in neighbours {
            if step.from == next.from {
                return Err(RateSeriesError::DateTwice { date: step.from });
            }
        }
        Ok(Self {
            steps,
            known_until: None,
        })
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
    /// [`RateSeriesError::KnownUntil`] where that is before the last step.
    pub fn with_known_until(self, last: NaiveDate) -> Result<Self, RateSeriesError> {
        match self.steps.last() {
            Some(step) if last < step.from => Err(RateSeriesError::KnownUntil {
                given: last,
                step: step.from,
            }),
            _ => Ok(Self {
                known_until: Some(last),
                ..self
            }),
        }
    }

    /// Returns the steps, by date.
    #[must_use]
    pub fn steps(&self) -> &[RateStep] {
        &self.steps
    }

    /// Returns the last day on which the last step is known to hold; `None` where it holds for ever.
    #[must_use]
    pub const fn known_until(&self) -> Option<NaiveDate> {
        self.known_until
    }

    /// Returns the rate in force on a day.
    ///
    /// # Errors
    ///
    /// [`RateUnknownError`] where it is not known, with the reason.
    pub fn rate_on(&self, day: NaiveDate) -> Result<Rate, RateUnknownError> {
        if let Some(known_until) = self.known_until.filter(|last| *last < day) {
            return Err(RateUnknownError::AfterLast { day, known_until });
        }
        let step = self
            .steps_until(day)
            .checked_sub(1)
            .and_then(|place| self.steps.get(place));
        match (step, self.steps.first()) {
            (Some(step), _) => step.rate.ok_or(RateUnknownError::Gap {
                day,
                since: step.from,
            }),
            (None, Some(first)) => Err(RateUnknownError::BeforeFirst {
                day,
                first: first.from,
            }),
            // A series has a step.
            (None, None) => Err(RateUnknownError::BeforeFirst { day, first: day }),
        }
    }

    /// Returns the first day after a day on which the rate is another one, or begins or ceases to be
    /// known; `None` where that never happens.
    #[must_use]
    pub fn next_change(&self, after: NaiveDate) -> Option<NaiveDate> {
        let now = self.rate_on(after).ok();
        let later = self.steps.get(self.steps_until(after)..)?;
        let step = later.iter().find(|step| step.rate != now);
        let ends = self.known_until.and_then(|last| last.succ_opt());
        match step {
            // The last day is not before any step, so a step comes first.
            Some(step) => Some(step.from),
            None => ends.filter(|end| after < *end && now.is_some()),
        }
    }

    /// The number of steps on or before a day.
    fn steps_until(&self, day: NaiveDate) -> usize {
        self.steps.partition_point(|step| step.from <= day)
    }
}

/// From when a reference rate is which (参考利率变动).
///
/// # Examples
///
/// See [`RateSeries`].
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RateStep {
    from: NaiveDate,
    /// A step without a rate has to say so.
    #[serde(deserialize_with = "stated")]
    rate: Option<Rate>,
}

impl RateStep {
    /// Makes a step to a rate that holds from a day on.
    #[must_use]
    pub const fn new(from: NaiveDate, rate: Rate) -> Self {
        Self {
            from,
            rate: Some(rate),
        }
    }

    /// Makes a step from which on the rate is not known.
    #[must_use]
    pub const fn unknown(from: NaiveDate) -> Self {
        Self { from, rate: None }
    }

    /// Returns the first day of the step.
    #[must_use]
    pub const fn from(&self) -> NaiveDate {
        self.from
    }

    /// Returns the rate; `None` where it is not known.
    #[must_use]
    pub const fn rate(&self) -> Option<Rate> {
        self.rate
    }
}

/// The error of steps that are not a series.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
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
}

/// The error of a day whose reference rate is not known.
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

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SeriesText {
    steps: Vec<RateStep>,
    #[serde(default)]
    known_until: Option<NaiveDate>,
}

impl TryFrom<SeriesText> for RateSeries {
    type Error = RateSeriesError;

    fn try_from(text: SeriesText) -> Result<Self, Self::Error> {
        let series = Self::new(text.steps)?;
        match text.known_until {
            Some(last) => series.with_known_until(last),
            None => Ok(series),
        }
    }
}

impl From<RateSeries> for SeriesText {
    fn from(series: RateSeries) -> Self {
        Self {
            steps: series.steps,
            known_until: series.known_until,
        }
    }
}

/// Reads a rate or `null`, but not a field that is left out.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Rate>, D::Error> {
    Option::deserialize(deserializer)
}
