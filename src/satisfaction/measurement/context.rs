use core::fmt;

use crate::form::record;
use crate::vocab::name::Label;

record! {
    /// The place and the occasion of a customer's judgement (情境), SAT-06.
    ///
    /// A customer judges the same house by another standard at lunch than at dinner. A judgement
    /// therefore holds for one place and one occasion, and for no other.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::satisfaction::measurement::Context;
    ///
    /// let lunch = Context::new("West Lake House", "lunch")?;
    /// assert_ne!(lunch, Context::new("West Lake House", "dinner")?);
    /// assert_eq!(lunch.to_string(), "West Lake House, lunch");
    /// # Ok::<(), keqing::vocab::name::NameError>(())
    /// ```
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed struct Context {
        /// The place.
        pub place: Label,
        /// The occasion: a time of day, a kind of order, a season.
        pub occasion: Label,
    }
}

impl Context {
    /// Makes a context of a place and an occasion.
    ///
    /// # Errors
    ///
    /// [`NameError`](crate::vocab::name::NameError) is returned when one of the names is blank or
    /// too long.
    pub fn new(place: &str, occasion: &str) -> Result<Self, crate::vocab::name::NameError> {
        Ok(Self {
            place: Label::new(place)?,
            occasion: Label::new(occasion)?,
        })
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.place, self.occasion)
    }
}
