//! Rates, by the year and by the day (利率).
//!
//! ```text
//! fraction a year -> Rate         exact, with a sign
//! fraction a day  -> Rate         by a year of 365 days
//! ```
//!
//! - *Looks at*: The fraction of a debt that is paid as interest, and the time it is paid for.
//! - *Why*: A rate carries its unit. The range catches a percentage that was given in place of a
//!   fraction.
//! - *Breaks it*: A rate beyond 10 000 % a year either way.
//! - *Keeps it*: A percentage that names its unit.
//! - *Rules*: None of its own; the rules of interest use it.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::rate::Rate;
//!
//! let rate: Rate = "8%".parse()?;
//! assert_eq!(rate.checked_add("0.5 % per year".parse()?)?.to_string(), "8.5 % per year");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod form;
mod per_day;

use alloc::string::String;

use rust_decimal::Decimal;
use thiserror::Error;

use crate::vocab::exact;

pub use encapsulate::Rate;

mod encapsulate {
    use rust_decimal::Decimal;

    use super::RateError;
    use crate::vocab::exact;

    /// A rate of interest per year (年利率), exact and with a sign.
    ///
    /// It lies between -10 000 % and 10 000 %, both included. That is wide enough for a penalty of
    /// 1 % a day. It is narrow enough to catch a percentage given in place of a fraction, a hundred
    /// times over.
    ///
    /// In JSON it carries its unit: `"8 % per year"`. The forms that a person types are read too:
    /// `"8%"`, `"8 % p.a."`, `"0.05 % per day"`. A bare number is refused.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::rate::Rate;
    /// use rust_decimal::Decimal;
    ///
    /// let reference = Rate::percent(Decimal::new(215, 2))?;
    /// let surcharge: Rate = "8 % per year".parse()?;
    /// let statutory = reference.checked_add(surcharge)?;
    /// assert_eq!(statutory.fraction(), Decimal::new(1015, 4));
    /// assert_eq!(statutory.to_string(), "10.15 % per year");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    pub struct Rate {
        fraction: Decimal,
    }

    impl Rate {
        /// The rate of no interest.
        pub const ZERO: Self = Self {
            fraction: Decimal::ZERO,
        };

        /// Makes a rate from the fraction paid per year: 0.08 is 8 %.
        ///
        /// # Errors
        ///
        /// [`RateError::OutOfRange`] is returned when the fraction is below -100 or above 100.
        pub fn per_year(fraction: Decimal) -> Result<Self, RateError> {
            if fraction.abs() > Decimal::ONE_HUNDRED {
                return Err(RateError::OutOfRange { fraction });
            }
            let fraction = exact::unsigned_zero(fraction);
            Ok(Self { fraction })
        }

        /// Makes a rate from hundredths of a percent per year: 920 is 9.2 %. Every number of them
        /// is in range.
        #[must_use]
        pub const fn basis_points(count: i16) -> Self {
            Self::of_parts(count, 4)
        }

        /// Makes a rate from thousandths of a percent per year: 1375 is 1.375 %.
        pub(crate) const fn thousandths_of_percent(count: i16) -> Self {
            Self::of_parts(count, 5)
        }

        const fn of_parts(count: i16, scale: u32) -> Self {
            let size = count.unsigned_abs() as u32;
            let fraction = Decimal::from_parts(size, 0, 0, count < 0, scale);
            Self { fraction }
        }

        /// Returns the fraction paid per year: 0.08 for 8 %.
        #[must_use]
        pub const fn fraction(self) -> Decimal {
            self.fraction
        }
    }
}

impl Rate {
    /// Makes a rate from the percentage paid per year: 8 is 8 %.
    ///
    /// # Errors
    ///
    /// [`RateError::OutOfRange`] is returned when the percentage is below -10 000 or above 10 000,
    /// and [`RateError::TooPrecise`] when it needs more than 26 decimal places.
    pub fn percent(percent: Decimal) -> Result<Self, RateError> {
        let fraction =
            exact::product(percent, HUNDREDTH).ok_or(RateError::TooPrecise { percent })?;
        Self::per_year(fraction)
    }

    /// Adds two rates, such as a reference rate and the points above it.
    ///
    /// # Errors
    ///
    /// [`RateError::OutOfRange`] is returned when the sum is out of range, and
    /// [`RateError::SumTooPrecise`] when it has too many digits to be kept.
    pub fn checked_add(self, other: Self) -> Result<Self, RateError> {
        let sum =
            exact::sum(self.fraction(), other.fraction()).ok_or(RateError::SumTooPrecise {
                left: self,
                right: other,
            })?;
        Self::per_year(sum)
    }

    /// Returns whether the rate is below zero, as reference rates have been.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.fraction().is_sign_negative()
    }

    /// Returns whether the rate is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.fraction().is_zero()
    }
}

/// Returned when a number is not a rate.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum RateError {
    /// The rate is too far from zero.
    #[error(
        "{} % per year is out of range, expected -10000 % to 10000 %",
        percent_of(fraction)
    )]
    OutOfRange {
        /// The rate as a fraction.
        fraction: Decimal,
    },
    /// A rate per day makes none per year that can be kept exactly.
    #[error("{fraction} a day has too many digits for a rate per year, expected at most 28")]
    DayTooPrecise {
        /// The rate per day as a fraction.
        fraction: Decimal,
    },
    /// A multiple of a rate cannot be kept exactly.
    #[error("{factor} times {rate} has too many digits, expected at most 28")]
    ProductTooPrecise {
        /// The number by which the rate was to be multiplied.
        factor: Decimal,
        /// The rate.
        rate: Rate,
    },
    /// The sum of two rates cannot be kept exactly.
    #[error("{left} plus {right} has too many digits, expected at most 28")]
    SumTooPrecise {
        /// The first rate.
        left: Rate,
        /// The second rate.
        right: Rate,
    },
    /// The percentage has too many decimal places.
    #[error("{percent} % has too many decimal places, expected at most 26")]
    TooPrecise {
        /// The rate as a percentage.
        percent: Decimal,
    },
}

/// Returned when a text is not a rate.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseRateError {
    /// The text has another form.
    #[error(
        "`{given}` is not a rate, expected a percentage such as `8.25 % per year`, `8.25%` or `0.05 % per day`"
    )]
    Form {
        /// The whole text.
        given: String,
    },
    /// The number is not a rate.
    #[error(transparent)]
    Rate(#[from] RateError),
}

/// Returns a fraction in percent for a message, or the fraction itself if the percentage has too
/// many digits.
fn percent_of(fraction: &Decimal) -> Decimal {
    exact::product(*fraction, Decimal::ONE_HUNDRED).map_or(*fraction, |percent| percent.normalize())
}

const HUNDREDTH: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use rust_decimal::Decimal;

    use super::{ParseRateError, Rate, RateError};
    use crate::vocab::exact;

    fn decimal(text: &str) -> Decimal {
        let Some(value) = exact::parse(text) else {
            panic!("`{text}` of the test")
        };
        value
    }

    #[test]
    fn a_rate_lies_within_ten_thousand_percent() {
        for text in ["100", "99.99", "0", "-99.99", "-100"] {
            let fraction = decimal(text);
            assert_eq!(Rate::per_year(fraction).map(Rate::fraction), Ok(fraction));
        }
        for text in ["100.01", "-100.01", "79228162514264337593543950335"] {
            let fraction = decimal(text);
            assert_eq!(
                Rate::per_year(fraction),
                Err(RateError::OutOfRange { fraction })
            );
        }
        assert!(Rate::percent(decimal("10000")).is_ok());
        assert_eq!(
            Rate::percent(decimal("10000.01")).map_err(|error| error.to_string()),
            Err("10000.01 % per year is out of range, expected -10000 % to 10000 %".into())
        );
    }

    #[test]
    fn a_percentage_is_kept_to_the_last_place_or_refused() {
        let kept = decimal("0.00000000000000000000000001");
        let last = decimal("0.0000000000000000000000000001");
        assert_eq!(Rate::percent(kept).map(Rate::fraction), Ok(last));
        let percent = decimal("0.000000000000000000000000001");
        assert_eq!(
            Rate::percent(percent),
            Err(RateError::TooPrecise { percent })
        );
    }

    #[test]
    fn text_is_read_and_written_alike() {
        for text in [
            "8 % per year",
            "-0.25 % per year",
            "10000 % per year",
            "0 % per year",
            "792.28162514264337593543950335 % per year",
        ] {
            let rate = text.parse::<Rate>();
            assert_eq!(rate.map(|rate| rate.to_string()), Ok(text.into()));
        }
        let finest = Rate::per_year(decimal("7.9228162514264337593543950335"));
        assert_eq!(
            finest.map(|rate| rate.to_string()),
            Ok("792.28162514264337593543950335 % per year".into())
        );
        for (text, percent) in [
            ("8%", "8"),
            ("8 %", "8"),
            ("8% per year", "8"),
            ("8 % a year", "8"),
            ("-8 % p.a.", "-8"),
            ("0.05 % per day", "18.25"),
            ("0.05% a day", "18.25"),
        ] {
            assert_eq!(
                text.parse::<Rate>().ok(),
                Rate::percent(decimal(percent)).ok()
            );
        }
        for text in [
            "eight % per year",
            "0.08",
            "8 % per month",
            "8 % per cent",
            "%",
            "8 per year",
        ] {
            assert_eq!(
                text.parse::<Rate>(),
                Err(ParseRateError::Form { given: text.into() })
            );
        }
    }

    #[test]
    fn rates_add_up_within_the_range() {
        let percent = |text| Rate::percent(decimal(text));
        let sum = |left, right| percent(left).and_then(|left| left.checked_add(percent(right)?));
        assert_eq!(sum("-0.5", "8"), percent("7.5"));
        assert_eq!(sum("9999", "1"), percent("10000"));
        let fraction = decimal("100.01");
        assert_eq!(sum("10000", "1"), Err(RateError::OutOfRange { fraction }));
        let finest = "0.00000000000000000000000001";
        assert!(matches!(
            sum("10000", finest),
            Err(RateError::SumTooPrecise { .. })
        ));
    }

    #[test]
    fn rates_are_ordered_and_signed() {
        let rate = |text| Rate::per_year(decimal(text));
        let marks = ["-0.01", "0", "0.0799", "0.08"].map(|text| rate(text).ok());
        assert!(marks.is_sorted_by(|lower, higher| lower < higher));
        let mut zero = Decimal::ZERO;
        zero.set_sign_negative(true);
        let zero = Rate::per_year(zero);
        assert_eq!(zero, Ok(Rate::ZERO));
        assert!(zero.is_ok_and(|zero| zero.is_zero() && !zero.is_negative()));
        assert!(rate("-0.01").is_ok_and(Rate::is_negative));
    }

    #[test]
    fn json_carries_the_unit() -> Result<(), serde_json::Error> {
        let rate: Rate = serde_json::from_str(r#""8%""#)?;
        assert_eq!(serde_json::to_string(&rate)?, r#""8 % per year""#);
        for refused in [
            "0.08",
            "8",
            r#""0.08""#,
            r#""10001 %""#,
            r#""0.00000000000000000000000000001 %""#,
        ] {
            assert!(serde_json::from_str::<Rate>(refused).is_err(), "{refused}");
        }
        Ok(())
    }
}
