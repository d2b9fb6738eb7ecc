use core::fmt;

use crate::form::record;
use crate::vocab::name::Label;

record! {
    /// Where and on which occasion a customer judges (情境), SAT-06.
    ///
    /// The same house is judged by another standard at lunch than at dinner, so a judgement holds for one
    /// place and one occasion and for no other.
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
        /// Where.
        pub place: Label,
        /// On which occasion: a time of day, a kind of order, a season.
        pub occasion: Label,
    }
}

impl Context {
    /// Names a place and an occasion.
    ///
    /// # Errors
    ///
    /// [`NameError`](crate::vocab::name::NameError) where one of the names is blank or too long.
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
