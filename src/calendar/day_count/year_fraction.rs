use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::calendar::day_count::error::YearFractionError;
use crate::form::repeated;
use crate::vocab::wide::greatest_common_divisor;

pub use encapsulated::YearFraction;

mod encapsulated {
    use alloc::string::String;

    use serde::{Deserialize, Serialize};

    use crate::calendar::day_count::error::YearFractionError;

    /// A part of a year as a fraction of two whole numbers (年分数), kept as it was computed.
    ///
    /// Two fractions of the same value are equal: 30/360 is 1/12. The JSON form is the text,
    /// `"30/365"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::calendar::day_count::YearFraction;
    ///
    /// let month = YearFraction::new(30, 360)?;
    /// assert_eq!(month, "1/12".parse()?);
    /// assert_eq!(month.to_string(), "30/360");
    /// assert_eq!(month.checked_add(YearFraction::new(31, 360)?)?.to_string(), "61/360");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Copy, Debug, Deserialize, Serialize)]
    #[serde(try_from = "String", into = "String")]
    pub struct YearFraction {
        numerator: i64,
        /// The denominator, above zero.
        denominator: i64,
    }

    crate::form::mirrored! { YearFraction as text "30/365", "1/2"; }

    impl YearFraction {
        /// The fraction of a whole year.
        pub const WHOLE: Self = Self {
            numerator: 1,
            denominator: 1,
        };

        /// The fraction of no time.
        pub const ZERO: Self = Self {
            numerator: 0,
            denominator: 1,
        };

        /// Makes a fraction of a year.
        ///
        /// # Errors
        ///
        /// [`YearFractionError::Denominator`] is returned unless the denominator is above zero.
        #[inline]
        pub const fn new(numerator: i64, denominator: i64) -> Result<Self, YearFractionError> {
            if denominator <= 0 {
                return Err(YearFractionError::Denominator { given: denominator });
            }
            Ok(Self {
                numerator,
                denominator,
            })
        }

        /// Makes the fraction of a number of days in a year of a length.
        #[inline]
        pub(in crate::calendar::day_count) const fn of_days(days: u32, year: YearLength) -> Self {
            Self {
                numerator: days as i64,
                denominator: year as i64,
            }
        }

        /// Returns the numerator as it was computed: 30 of 30/365.
        #[must_use]
        #[inline]
        pub const fn numerator(self) -> i64 {
            self.numerator
        }

        /// Returns the denominator as it was computed, above zero: 365 of 30/365.
        #[must_use]
        #[inline]
        pub const fn denominator(self) -> i64 {
            self.denominator
        }
    }

    /// The number of days that a year is taken to have.
    #[derive(Clone, Copy, Debug)]
    pub(in crate::calendar::day_count) enum YearLength {
        Days360 = 360,
        Days364 = 364,
        Days365 = 365,
        Days366 = 366,
    }
}

pub(in crate::calendar::day_count) use encapsulated::YearLength;

impl YearFraction {
    /// Adds two fractions.
    ///
    /// The sum has their denominator if they share it. Otherwise it has the least common one of the
    /// two in lowest terms.
    ///
    /// # Errors
    ///
    /// [`YearFractionError::OutOfRange`] is returned when the exact sum has too many digits.
    #[inline]
    pub fn checked_add(self, other: Self) -> Result<Self, YearFractionError> {
        if self.denominator() == other.denominator() {
            let sum = self.numerator().checked_add(other.numerator());
            if let Some(numerator) = sum {
                return Self::new(numerator, self.denominator());
            }
        }
        sum(self, other).ok_or(YearFractionError::OutOfRange)
    }

    /// Returns whether the fraction is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.numerator() == 0
    }

    /// Returns whether the fraction is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator() < 0
    }

    fn lowest_terms(self) -> (i64, i64) {
        let (numerator, denominator) = (self.numerator(), self.denominator());
        let divisor = greatest_common_divisor(
            u128::from(numerator.unsigned_abs()),
            u128::from(denominator.unsigned_abs()),
        );
        // A divisor of the denominator is at most the denominator, and at least one.
        let divisor = i64::try_from(divisor).unwrap_or(1);
        let reduced = numerator
            .checked_div(divisor)
            .zip(denominator.checked_div(divisor));
        reduced.unwrap_or((numerator, denominator))
    }

    fn widened(self) -> (i128, i128) {
        (i128::from(self.numerator()), i128::from(self.denominator()))
    }
}

impl PartialEq for YearFraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for YearFraction {}

impl Hash for YearFraction {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.lowest_terms().hash(state);
    }
}

impl Ord for YearFraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let ((numerator, denominator), (against, its_denominator)) =
            (self.widened(), other.widened());
        // Two 64-bit factors always fit 128 bits.
        let left = numerator.saturating_mul(its_denominator);
        left.cmp(&against.saturating_mul(denominator))
    }
}

impl PartialOrd for YearFraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for YearFraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator(), self.denominator())
    }
}

impl FromStr for YearFraction {
    type Err = YearFractionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text
            .split_once('/')
            .and_then(|(numerator, denominator)| Some((whole(numerator)?, whole(denominator)?)));
        let (numerator, denominator) = parts.ok_or_else(|| YearFractionError::Form {
            given: repeated(text),
        })?;
        Self::new(numerator, denominator)
    }
}

impl TryFrom<String> for YearFraction {
    type Error = YearFractionError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<YearFraction> for String {
    fn from(fraction: YearFraction) -> Self {
        alloc::format!("{fraction}")
    }
}

fn sum(left: YearFraction, right: YearFraction) -> Option<YearFraction> {
    let (left, right) = (left.lowest_terms(), right.lowest_terms());
    let divisor = greatest_common_divisor(
        u128::from(left.1.unsigned_abs()),
        u128::from(right.1.unsigned_abs()),
    );
    let divisor = i128::try_from(divisor).ok()?;
    let raise_left = i128::from(right.1).checked_div(divisor)?;
    let raise_right = i128::from(left.1).checked_div(divisor)?;
    // Products of two 64-bit numbers, and the sum of two of them, fit 128 bits.
    let numerator = i128::from(left.0)
        .checked_mul(raise_left)?
        .checked_add(i128::from(right.0).checked_mul(raise_right)?)?;
    let denominator = i128::from(left.1).checked_mul(raise_left)?;
    let common = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
    let fits = |number: i128| i64::try_from(number).ok();
    let plain = fits(numerator).zip(fits(denominator));
    let (numerator, denominator) = plain.or_else(|| {
        let common = i128::try_from(common).ok()?;
        fits(numerator.checked_div(common)?).zip(fits(denominator.checked_div(common)?))
    })?;
    YearFraction::new(numerator, denominator).ok()
}

/// Reads a whole number in the one form that is written: digits, with a minus if it is negative.
fn whole(text: &str) -> Option<i64> {
    let number: i64 = text.parse().ok()?;
    (!text.starts_with('+')).then_some(number)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{YearFraction, YearFractionError};

    #[track_caller]
    fn fraction(text: &str) -> YearFraction {
        match text.parse() {
            Ok(fraction) => fraction,
            Err(error) => panic!("`{text}` of the test: {error}"),
        }
    }

    #[test]
    fn fractions_of_one_worth_are_equal_and_keep_their_form() {
        for (left, right) in [("30/360", "1/12"), ("0/365", "0/1"), ("-30/360", "-1/12")] {
            let (left, right) = (fraction(left), fraction(right));
            assert_eq!(left, right);
            assert_eq!(left.lowest_terms(), right.lowest_terms());
            assert_ne!(left.to_string(), right.to_string());
        }
        assert!(fraction("30/365") < fraction("30/360"));
        assert!(fraction("-1/12") < YearFraction::ZERO);
        let widest = YearFraction::new(i64::MIN, i64::MAX);
        assert!(widest.is_ok_and(|widest| widest < fraction("-1/1")));
    }

    #[test]
    fn a_sum_has_the_least_common_denominator() {
        for (left, right, sum) in [
            ("30/365", "31/365", "61/365"),
            ("30/360", "1/365", "377/4380"), // 1/12 + 1/365 = (365 + 12)/4380
            ("92/365", "91/366", "66887/133590"), // (92×366 + 91×365)/(365×366)
            ("1/2", "-1/2", "0/2"),
        ] {
            let total = fraction(left).checked_add(fraction(right));
            assert_eq!(total.map(|total| total.to_string()), Ok(sum.into()));
        }
    }

    #[test]
    fn a_sum_is_exact_or_refused() {
        let largest = fraction("9223372036854775807/1");
        let refused = largest.checked_add(YearFraction::WHOLE);
        assert_eq!(refused, Err(YearFractionError::OutOfRange));
        assert_eq!(
            refused.map_err(|error| error.to_string()),
            Err("a fraction of a year with more digits than can be kept exactly".into())
        );
        // 2^62/2 + 2^62/2 is 2^62, though the sum of the numerators is too large.
        let half = fraction("4611686018427387904/2");
        assert_eq!(
            half.checked_add(half),
            Ok(fraction("4611686018427387904/1"))
        );
    }

    #[test]
    fn a_text_is_two_whole_numbers() {
        for text in ["30/365", "0/1", "-2/360"] {
            assert_eq!(fraction(text).to_string(), text);
        }
        for text in [
            "30", "30/", "/365", "+30/365", "30/+365", "30 /365", "0.5/1", "",
        ] {
            assert_eq!(
                text.parse::<YearFraction>(),
                Err(YearFractionError::Form { given: text.into() })
            );
        }
        let message = |text: &str| {
            text.parse::<YearFraction>()
                .map_err(|error| error.to_string())
        };
        assert_eq!(
            message("half"),
            Err("`half` is not a fraction of a year, expected a form such as `30/365`".into())
        );
        for (text, given) in [("1/0", "0"), ("1/-365", "-365")] {
            let expected =
                alloc::format!("a fraction of a year with denominator {given}, expected 1 or more");
            assert_eq!(message(text), Err(expected));
        }
    }

    #[test]
    fn json_is_the_text() -> Result<(), serde_json::Error> {
        let json = r#""30/365""#;
        let read: YearFraction = serde_json::from_str(json)?;
        assert_eq!((read.numerator(), read.denominator()), (30, 365));
        assert_eq!(serde_json::to_string(&read)?, json);
        for refused in [r#""30/0""#, "0.5", r#"{"numerator": 30}"#] {
            assert!(
                serde_json::from_str::<YearFraction>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
