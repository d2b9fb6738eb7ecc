//! The text form of a rate: a percentage, and the time that it is paid for.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::form::{mirrored, repeated};
use crate::vocab::exact;
use crate::vocab::rate::{HUNDREDTH, ParseRateError, Rate, RateError};

/// The times that a rate may be paid for; a bare percentage is one per year.
const PER_YEAR: [&str; 4] = ["", "per year", "a year", "p.a."];
const PER_DAY: [&str; 2] = ["per day", "a day"];

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A rate in range has a percentage of as many digits, so the error is never met.
        let percent = exact::product(self.fraction(), Decimal::ONE_HUNDRED).ok_or(fmt::Error)?;
        write!(f, "{} % per year", percent.normalize())
    }
}

/// Reads `9 % per year`, `9%`, `9 % p.a.` and `0.05 % per day`; a day is the 365th part of a year.
impl FromStr for Rate {
    type Err = ParseRateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = || ParseRateError::Form {
            given: repeated(text),
        };
        let (number, time) = text.split_once('%').ok_or_else(form)?;
        let percent = exact::parse(number.trim_end()).ok_or_else(form)?;
        let time = time.trim_start();
        if PER_YEAR.contains(&time) {
            Ok(Self::percent(percent)?)
        } else if PER_DAY.contains(&time) {
            let fraction = exact::product(percent, HUNDREDTH);
            let fraction = fraction.ok_or(RateError::TooPrecise { percent })?;
            Ok(Self::per_day_of_365(fraction)?)
        } else {
            Err(form())
        }
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

mirrored! { Rate as text "9 % per year", "9%", "0.05 % per day"; }
