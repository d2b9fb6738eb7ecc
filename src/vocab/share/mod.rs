//! Exact parts of a whole, and points between them (份额).
//!
//! ```text
//! part + whole  -> Share    compared by cross-multiplication, never divided out
//! Share - Share -> Points   what is missing to a bound
//! ```
//!
//! - *Looks at*: Two amounts in one unit: a part, and the whole that it belongs to.
//! - *Why*: A rounded quotient crosses a bound: 49.96 % is not half. Text never rounds across one.
//! - *Breaks it*: A part above the whole, or a whole of nothing.
//! - *Keeps it*: A whole above zero, and a part within it.
//! - *Rules*: None of its own; the rules with a cut point use it.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::share::Share;
//!
//! let bought_from_us = Share::of_amounts(4999.into(), 10_000.into())?;
//! assert!(bought_from_us < Share::percent(50)?);
//! assert!(bought_from_us < "1/2".parse()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod form;
mod margin;
mod points;
mod text;

pub use error::{ParseShareError, ShareError};
pub(crate) use form::{Amounts, above_nothing};
pub use points::Points;

use core::cmp::Ordering;
use core::hash::{Hash, Hasher};

use rust_decimal::Decimal;

pub use encapsulate::Share;

use crate::vocab::wide::{common_unit, greatest_common_divisor, widening};

/// The wall around the raw fields, so that only the constructor makes a share.
mod encapsulate {
    use super::ShareError;

    /// An exact fraction between nothing and everything (份额), kept as part and whole.
    ///
    /// A share is never divided out. A test against a cut is a cross-multiplication of integers,
    /// and never reads a rounded quotient. Shares of equal value are equal, whatever their parts.
    ///
    /// In JSON the two numbers are decimal strings in lowest terms:
    /// `{"part": "69", "whole": "100"}`. A text such as `"69 %"` or `"1/3"` is read too.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::share::Share;
    ///
    /// let third = Share::new(1, 3)?;
    /// assert!(third < Share::percent(34)?);
    /// assert_eq!(third, Share::new(2, 6)?);
    /// assert_eq!(third.to_string(), "33.3 %");
    /// # Ok::<(), keqing::vocab::share::ShareError>(())
    /// ```
    #[derive(Clone, Copy, Debug)]
    pub struct Share {
        part: u64,
        whole: u64,
    }

    impl Share {
        /// The share that is nothing of the whole.
        pub const NONE: Self = Self { part: 0, whole: 1 };
        /// The share that is all of the whole.
        pub const ALL: Self = Self { part: 1, whole: 1 };

        /// Makes the share of a part in a whole, in any common unit.
        ///
        /// # Errors
        ///
        /// [`ShareError::ZeroWhole`] is returned when the whole is zero, and
        /// [`ShareError::OverWhole`] when the part is larger than the whole.
        pub const fn new(part: u64, whole: u64) -> Result<Self, ShareError> {
            if whole == 0 {
                return Err(ShareError::ZeroWhole {
                    part: super::decimal(part),
                });
            }
            if part > whole {
                return Err(ShareError::OverWhole {
                    part: super::decimal(part),
                    whole: super::decimal(whole),
                });
            }
            Ok(Self { part, whole })
        }

        /// Returns the part, in the unit of the whole.
        #[must_use]
        pub const fn part(self) -> u64 {
            self.part
        }

        /// Returns the whole.
        #[must_use]
        pub const fn whole(self) -> u64 {
            self.whole
        }
    }
}

impl Share {
    /// Makes a share of whole percents.
    ///
    /// # Errors
    ///
    /// [`ShareError::OverWhole`] is returned when the percentage is above 100.
    pub const fn percent(percent: u64) -> Result<Self, ShareError> {
        Self::new(percent, 100)
    }

    /// Makes the share of one amount in another, both in the same unit.
    ///
    /// # Errors
    ///
    /// [`ShareError::Negative`] is returned when either amount is below zero,
    /// [`ShareError::ZeroWhole`] when the whole is zero, and [`ShareError::OverWhole`] when the
    /// part is larger than the whole. [`ShareError::TooFine`] is returned when the exact fraction
    /// does not fit two 64-bit integers, because it is never rounded.
    pub fn of_amounts(part: Decimal, whole: Decimal) -> Result<Self, ShareError> {
        for given in [part, whole] {
            if given.is_sign_negative() && !given.is_zero() {
                return Err(ShareError::Negative { given });
            }
        }
        if whole.is_zero() {
            return Err(ShareError::ZeroWhole { part });
        }
        if part > whole {
            return Err(ShareError::OverWhole { part, whole });
        }
        let too_fine = ShareError::TooFine { part, whole };
        let (part, whole) = common_unit(part, whole).ok_or(too_fine.clone())?;
        let divisor = greatest_common_divisor(part, whole);
        let reduce = |value: u128| {
            value
                .checked_div(divisor)
                .and_then(|value| u64::try_from(value).ok())
        };
        match (reduce(part), reduce(whole)) {
            (Some(part), Some(whole)) => Self::new(part, whole),
            _ => Err(too_fine),
        }
    }

    /// Returns whether the share is nothing.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.part() == 0
    }

    /// Compares two shares by cross-multiplication, which is exact and takes about a nanosecond.
    #[must_use]
    #[inline]
    pub const fn compare(self, other: Self) -> Ordering {
        let left = widening(self.part(), other.whole());
        let right = widening(other.part(), self.whole());
        if left < right {
            Ordering::Less
        } else if left > right {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }

    /// Returns whether this share and another fit one whole together.
    #[must_use]
    pub fn leaves_room_for(self, other: Self) -> bool {
        // other ≤ 1 − self
        let rest = self.whole().saturating_sub(self.part());
        widening(other.part(), self.whole()) <= widening(rest, other.whole())
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other).is_eq()
    }
}

impl Eq for Share {}

impl Hash for Share {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (part, whole) = (u128::from(self.part()), u128::from(self.whole()));
        let divisor = greatest_common_divisor(part, whole);
        (part.checked_div(divisor), whole.checked_div(divisor)).hash(state);
    }
}

impl PartialOrd for Share {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.compare(*other)
    }
}

const fn decimal(value: u64) -> Decimal {
    Decimal::from_parts(
        (value & 0xFFFF_FFFF) as u32,
        (value >> 32) as u32,
        0,
        false,
        0,
    )
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};

    use rust_decimal::Decimal;

    use super::Share;
    use crate::vocab::share::error::ShareError;

    fn share(part: u64, whole: u64) -> Share {
        Share::new(part, whole).unwrap_or(Share::NONE)
    }

    #[track_caller]
    fn refused(part: &str, whole: &str, message: &str) {
        let amount = |text| Decimal::from_str_exact(text).unwrap_or_default();
        let error =
            Share::of_amounts(amount(part), amount(whole)).map_err(|error| error.to_string());
        assert_eq!(error.err().unwrap_or_default(), message);
    }

    #[test]
    fn the_bounds_are_nothing_and_everything() {
        assert_eq!(Share::new(0, 7).map(Share::is_none), Ok(true));
        assert_eq!(Share::new(7, 7), Ok(Share::ALL));
        assert_eq!(Share::new(6, 7).map(|share| share < Share::ALL), Ok(true));
        assert!(matches!(
            Share::new(8, 7),
            Err(ShareError::OverWhole { .. })
        ));
        assert!(matches!(
            Share::new(0, 0),
            Err(ShareError::ZeroWhole { .. })
        ));
    }

    #[test]
    fn a_refusal_says_what_was_given_and_what_is_allowed() {
        refused("130", "100", "a share is at most 100 %, got 130 of 100");
        refused("5", "0", "a share needs a whole above zero, got 5 of 0");
        refused(
            "-0.01",
            "5",
            "a share is made of amounts from zero up, got -0.01",
        );
        refused(
            "1",
            "79228162514264337593543950335",
            "the exact share 1 of 79228162514264337593543950335 does not fit two 64-bit integers, give fewer digits",
        );
    }

    #[test]
    fn amounts_of_any_scale_are_exact() {
        let amount = |text| Decimal::from_str_exact(text).unwrap_or_default();
        assert_eq!(
            Share::of_amounts(amount("0.5"), amount("1.00")),
            Share::percent(50)
        );
        assert_eq!(
            Share::of_amounts(amount("0.1"), amount("0.3")),
            Share::new(1, 3)
        );
        let finest = amount("0.0000000000000000000000000001");
        assert!(Share::of_amounts(finest, amount("1")).is_err());
    }

    #[test]
    fn equal_values_are_equal_and_order_is_exact_at_the_edge_of_the_range() {
        assert_eq!(share(1, 2), share(50, 100));
        assert!(share(u64::MAX - 1, u64::MAX) < Share::ALL);
        assert!(share(u64::MAX - 2, u64::MAX) < share(u64::MAX - 1, u64::MAX));
    }

    #[test]
    fn json_holds_decimal_strings_and_is_checked() {
        let json = serde_json::to_string(&share(69, 100)).unwrap_or_default();
        assert_eq!(json, r#"{"part":"69","whole":"100"}"#);
        assert_eq!(
            serde_json::from_str::<Share>(&json).ok(),
            Some(share(69, 100))
        );
        let message = |json: &str| {
            serde_json::from_str::<Share>(json)
                .map_err(|error| error.to_string())
                .err()
                .unwrap_or_default()
        };
        let wrong: String = message(r#"{"part": "130", "whole": "100"}"#);
        assert!(
            wrong.starts_with("a share is at most 100 %, got 130 of 100"),
            "{wrong}"
        );
        assert!(message(r#"{"part": "1", "whole": "2", "unit": "EUR"}"#).contains("unknown field"));
        assert!(message(r#"{"part": "1", "part": "1", "whole": "2"}"#).contains("duplicate field"));
    }
}
