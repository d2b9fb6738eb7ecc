use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use thiserror::Error;

use crate::form::repeated;
use crate::form::{Described, Form, Shape};

pub use encapsulate::Rating;

mod encapsulate {
    use serde::{Deserialize, Serialize};

    use super::RatingError;

    /// A mark that somebody gave (评分), on a scale that its type states: 1 to 5 by default.
    ///
    /// A higher mark is a better one. Marks of two scales are of two types, so a 5 out of 5 can
    /// never be compared with a 5 out of 10. The JSON form is the number.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::vocab::words::Rating;
    ///
    /// let service: Rating = Rating::new(4)?;
    /// assert_eq!(service.value(), 4);
    /// assert!(service < Rating::HIGHEST);
    ///
    /// let recommends: Rating<0, 10> = Rating::new(9)?;
    /// assert_eq!(recommends.to_string(), "9");
    /// # Ok::<(), keqing::vocab::words::RatingError>(())
    /// ```
    #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
    #[serde(try_from = "i64", into = "u8")]
    pub struct Rating<const LOW: u8 = 1, const HIGH: u8 = 5> {
        value: u8,
    }

    impl<const LOW: u8, const HIGH: u8> Rating<LOW, HIGH> {
        /// The worst mark of the scale.
        pub const LOWEST: Self = Self { value: LOW };

        /// The best mark of the scale.
        pub const HIGHEST: Self = {
            // Evaluated for every scale that is used: a scale that is upside down does not compile.
            assert!(
                LOW <= HIGH,
                "a scale runs from its worst mark up to its best"
            );
            Self { value: HIGH }
        };

        /// Makes a mark.
        ///
        /// # Errors
        ///
        /// [`RatingError`] is returned when the value is not on the scale.
        pub const fn new(value: u8) -> Result<Self, RatingError> {
            if value < Self::LOWEST.value || value > Self::HIGHEST.value {
                return Err(RatingError {
                    given: value as i64,
                    lowest: LOW,
                    highest: HIGH,
                });
            }
            Ok(Self { value })
        }

        /// Returns the number of the mark.
        #[must_use]
        pub const fn value(self) -> u8 {
            self.value
        }
    }
}

impl<const LOW: u8, const HIGH: u8> TryFrom<i64> for Rating<LOW, HIGH> {
    type Error = RatingError;

    fn try_from(given: i64) -> Result<Self, Self::Error> {
        let outside = RatingError {
            given,
            lowest: LOW,
            highest: HIGH,
        };
        u8::try_from(given).map_err(|_| outside).and_then(Self::new)
    }
}

impl<const LOW: u8, const HIGH: u8> From<Rating<LOW, HIGH>> for u8 {
    fn from(rating: Rating<LOW, HIGH>) -> Self {
        rating.value()
    }
}

impl<const LOW: u8, const HIGH: u8> crate::form::Toured for Rating<LOW, HIGH> {}

impl<const LOW: u8, const HIGH: u8> Described for Rating<LOW, HIGH> {
    const FORM: &'static Form = &Form::new(
        "Mark",
        Shape::Whole {
            least: LOW as i128,
            most: HIGH as i128,
        },
    );
}

impl<const LOW: u8, const HIGH: u8> fmt::Display for Rating<LOW, HIGH> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(f)
    }
}

impl<const LOW: u8, const HIGH: u8> FromStr for Rating<LOW, HIGH> {
    type Err = ParseRatingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let value: i64 = text.parse().map_err(|_| ParseRatingError::Form {
            given: repeated(text),
        })?;
        Ok(Self::try_from(value)?)
    }
}

/// Returned when a number is not on the scale of a rating.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("rating {given} is out of range, expected {lowest} to {highest}")]
#[non_exhaustive]
pub struct RatingError {
    given: i64,
    lowest: u8,
    highest: u8,
}

/// Returned when a text is not a rating.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseRatingError {
    /// The text is not a whole number.
    #[error("`{given}` is not a rating, expected a whole number such as `4`")]
    Form {
        /// The whole text.
        given: String,
    },
    /// The number is not on the scale.
    #[error(transparent)]
    Rating(#[from] RatingError),
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{Rating, RatingError};

    #[test]
    fn a_rating_is_on_its_scale_at_both_ends() {
        for value in 1..=5 {
            assert_eq!(<Rating>::new(value).map(Rating::value), Ok(value));
        }
        for value in [0, 6, u8::MAX] {
            assert_eq!(
                <Rating>::new(value).map_err(|error| error.to_string()),
                Err(alloc::format!(
                    "rating {value} is out of range, expected 1 to 5"
                ))
            );
        }
        assert!(Rating::<0, 10>::new(0).is_ok() && Rating::<0, 10>::new(10).is_ok());
        assert!(Rating::<0, 10>::new(11).is_err());
        assert!(Rating::<0, 255>::new(255).is_ok());
        assert!(Rating::<3, 3>::new(3).is_ok());
    }

    #[test]
    fn text_is_read_and_written_alike() {
        let written = |text: &str| match text.parse::<Rating>() {
            Ok(rating) => Ok(rating.to_string()),
            Err(error) => Err(error.to_string()),
        };
        assert_eq!(written("4"), Ok("4".into()));
        assert_eq!(
            written("-300"),
            Err("rating -300 is out of range, expected 1 to 5".into())
        );
        assert_eq!(
            written("4.5"),
            Err("`4.5` is not a rating, expected a whole number such as `4`".into())
        );
    }

    #[test]
    fn ratings_are_ordered_from_worst_to_best() -> Result<(), RatingError> {
        assert!(<Rating>::LOWEST < Rating::new(2)? && Rating::new(4)? < <Rating>::HIGHEST);
        Ok(())
    }

    #[test]
    fn json_is_a_number_on_the_scale() -> Result<(), serde_json::Error> {
        assert_eq!(serde_json::from_str::<Rating>("5")?, Rating::HIGHEST);
        assert_eq!(serde_json::to_string(&<Rating>::LOWEST)?, "1");
        for given in ["0", "6", "-1", "256", "300"] {
            let message = serde_json::from_str::<Rating>(given).map_err(|error| error.to_string());
            assert_eq!(
                message,
                Err(alloc::format!(
                    "rating {given} is out of range, expected 1 to 5"
                ))
            );
        }
        for refused in ["4.5", r#""4""#, "null"] {
            assert!(
                serde_json::from_str::<Rating>(refused).is_err(),
                "{refused}"
            );
        }
        Ok(())
    }
}
