//! The values that the tests of this folder share.

use alloc::boxed::Box;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::satisfaction::measurement::{Context, Measurement};
use crate::satisfaction::score::{Scale, Score};
use crate::vocab::known::Grade;
use crate::vocab::name::NameError;

pub(crate) type Failure = Box<dyn core::error::Error>;

pub(crate) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, day).unwrap_or(NaiveDate::MIN)
}

pub(crate) fn context(occasion: &str) -> Result<Context, NameError> {
    Context::new("house", occasion)
}

/// Makes a mark of 0 to 10.
pub(crate) fn score(value: &str) -> Result<Score, Failure> {
    let scale = Scale::new(Decimal::ZERO, Decimal::TEN)?;
    Ok(Score::new(scale, decimal(value)?)?)
}

/// Makes a mark of 0 to 100.
pub(crate) fn percent(value: &str) -> Result<Score, Failure> {
    let scale = Scale::new(Decimal::ZERO, Decimal::ONE_HUNDRED)?;
    Ok(Score::new(scale, decimal(value)?)?)
}

pub(crate) fn measured(
    occasion: &str,
    on: NaiveDate,
    grade: Grade,
    expected: &str,
    perceived: &str,
) -> Result<Measurement, Failure> {
    let (expected, perceived) = (score(expected)?, score(perceived)?);
    Ok(Measurement::new(
        context(occasion)?,
        on,
        grade,
        expected,
        perceived,
    )?)
}

pub(crate) fn decimal(text: &str) -> Result<Decimal, &'static str> {
    crate::vocab::exact::parse(text).ok_or("no decimal")
}
