//! Marks on one of the usual scales of a survey (评分与量表).
//!
//! ```text
//! number + MarkScale -> Mark::new   a mark on 1 to 5, 1 to 7 or 0 to 10
//! ```
//!
//! - *Looks at*: The number that somebody gave, and the scale on which it was given.
//! - *Why*: A 7 of 10 and a 5 of 7 are different marks. A mark says as much as its scale lets it.
//! - *Breaks it*: A number beyond its scale. A number beyond 5 without a scale.
//! - *Keeps it*: A number on its scale; a bare number from 1 to 5.
//! - *Rules*: None of its own; the policy of a system says which marks are favourable.
//!
//! # Examples
//!
//! ```
//! use keqing::vocab::mark::{Mark, MarkScale};
//!
//! let recommends = Mark::new(9, MarkScale::ZeroToTen)?;
//! assert_eq!(serde_json::to_string(&recommends)?, r#"{"value":9,"scale":"0-10"}"#);
//! assert_eq!(serde_json::from_str::<Mark>("4")?, Mark::new(4, MarkScale::OneToFive)?);
//! assert!(serde_json::from_str::<Mark>("9").is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod form;

use core::cmp::Ordering;
use core::fmt;

use thiserror::Error;

use crate::vocab::words::{Rating, words};

words! {
    /// A scale of marks (量表), from its worst mark to its best.
    pub closed enum MarkScale {
        /// The scale from 1 to 5; a mark without a scale is on it.
        OneToFive = "1-5", "1 to 5", "1 至 5", "1 至 5";
        /// The scale from 1 to 7.
        OneToSeven = "1-7", "1 to 7", "1 至 7", "1 至 7";
        /// The scale from 0 to 10.
        ZeroToTen = "0-10", "0 to 10", "0 至 10", "0 至 10";
    }
}

impl MarkScale {
    /// Returns the worst mark and the best mark of the scale.
    #[must_use]
    pub const fn ends(self) -> (u8, u8) {
        match self {
            Self::OneToFive => (1, 5),
            Self::OneToSeven => (1, 7),
            Self::ZeroToTen => (0, 10),
        }
    }
}

/// A mark that somebody gave, with its scale (带量表的评分).
///
/// In JSON a mark is `{"value": 9, "scale": "0-10"}`. A bare number is a mark on 1 to 5.
///
/// # Examples
///
/// ```
/// use keqing::vocab::mark::{Mark, MarkScale};
/// use keqing::vocab::words::Rating;
///
/// let four: Mark = Rating::new(4)?.into();
/// assert_eq!((four.value(), four.scale()), (4, MarkScale::OneToFive));
/// assert_eq!(four.to_string(), "4 (1-5)");
/// # Ok::<(), keqing::vocab::words::RatingError>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a mark is on one of the three scales"
)]
pub enum Mark {
    /// A mark from 1 to 5.
    OfFive(Rating),
    /// A mark from 1 to 7.
    OfSeven(Rating<1, 7>),
    /// A mark from 0 to 10.
    OfTen(Rating<0, 10>),
}

impl Mark {
    /// Makes a mark on a scale.
    ///
    /// # Errors
    ///
    /// [`MarkError`] is returned when the value is not on the scale.
    pub fn new(value: u8, scale: MarkScale) -> Result<Self, MarkError> {
        let mark = match scale {
            MarkScale::OneToFive => Rating::new(value).map(Self::OfFive),
            MarkScale::OneToSeven => Rating::new(value).map(Self::OfSeven),
            MarkScale::ZeroToTen => Rating::new(value).map(Self::OfTen),
        };
        mark.map_err(|_| MarkError::OffScale {
            given: value.into(),
            scale,
        })
    }

    /// Returns the number of the mark.
    #[must_use]
    pub const fn value(self) -> u8 {
        match self {
            Self::OfFive(mark) => mark.value(),
            Self::OfSeven(mark) => mark.value(),
            Self::OfTen(mark) => mark.value(),
        }
    }

    /// Returns the scale of the mark.
    #[must_use]
    pub const fn scale(self) -> MarkScale {
        match self {
            Self::OfFive(_) => MarkScale::OneToFive,
            Self::OfSeven(_) => MarkScale::OneToSeven,
            Self::OfTen(_) => MarkScale::ZeroToTen,
        }
    }

    /// Compares two marks of one scale; marks of two scales have no order.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::mark::{Mark, MarkScale};
    ///
    /// let seven = Mark::new(7, MarkScale::ZeroToTen)?;
    /// assert!(Mark::new(9, MarkScale::ZeroToTen)?.compared(seven).is_some_and(|order| order.is_gt()));
    /// assert_eq!(Mark::new(5, MarkScale::OneToFive)?.compared(seven), None);
    /// # Ok::<(), keqing::vocab::mark::MarkError>(())
    /// ```
    #[must_use]
    pub fn compared(self, other: Self) -> Option<Ordering> {
        (self.scale() == other.scale()).then(|| self.value().cmp(&other.value()))
    }
}

impl From<Rating> for Mark {
    fn from(mark: Rating) -> Self {
        Self::OfFive(mark)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.value(), self.scale())
    }
}

/// Returned when a number is not on the scale of a mark.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum MarkError {
    /// The number is not on the scale that is given with it.
    #[error(
        "mark {given} is out of range, expected {} to {} on the scale `{scale}`",
        .scale.ends().0, .scale.ends().1
    )]
    OffScale {
        /// The number given.
        given: i64,
        /// The scale given.
        scale: MarkScale,
    },
    /// The number has no scale and is not on 1 to 5.
    #[error(
        "mark {given} is out of range, expected 1 to 5 without a scale; the scales are `1-5`, `1-7` and `0-10`"
    )]
    Bare {
        /// The number given.
        given: i64,
    },
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Mark, MarkScale};

    #[test]
    fn a_mark_is_on_its_scale_at_both_ends() {
        for scale in MarkScale::ALL {
            let (worst, best) = scale.ends();
            for value in 0..=11 {
                let mark = Mark::new(value, scale);
                let is_on = (worst..=best).contains(&value);
                assert_eq!(mark.is_ok(), is_on, "{value} {scale}");
                if let Ok(mark) = mark {
                    assert_eq!((mark.value(), mark.scale()), (value, scale));
                }
            }
        }
        let beyond = Mark::new(8, MarkScale::OneToSeven).map_err(|error| error.to_string());
        let message = "mark 8 is out of range, expected 1 to 7 on the scale `1-7`";
        assert_eq!(beyond, Err(message.into()));
    }
}
