//! What a policy says about one item: nothing, that it is excluded, or what is agreed (条款: REC-02).
//!
//! ```text
//! Clause::Silent     a rule that needs it misses it
//! Clause::Excluded   settled: there is none
//! Clause::Agreed(T)  settled: this is it
//! ```
//!
//! - *Why*: Silence is a gap in the contract, and no settlement. To say that there is none is to
//!   settle an item.
//! - *Rules*: REC-02.

use crate::form::choice;

choice! {
    /// What a policy says about one item: nothing yet, that there is none, or how it is (约定).
    ///
    /// That there is none is an answer; that nothing was said is a gap, and a rule that needs the item
    /// names it.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::clause::Clause;
    ///
    /// let discount: Clause<u8> = Clause::Excluded;
    /// assert!(discount.is_settled());
    /// assert_eq!(discount.set(), None);
    /// assert!(!Clause::<u8>::Silent.is_settled());
    /// ```
    #[derive(Copy, Hash)]
    pub closed enum Clause<T> {
        /// The policy is silent.
        #[serde(rename = "missing")]
        Silent,
        /// The policy says that there is none.
        #[serde(rename = "nothing")]
        Excluded,
        /// The policy says how it is.
        #[serde(rename = "set")]
        Agreed(T),
    }
}

impl<T> Clause<T> {
    /// Tells whether the policy says anything about the item.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !matches!(self, Self::Silent)
    }

    /// Returns how it is, where the policy says so.
    #[must_use]
    pub const fn set(&self) -> Option<&T> {
        match self {
            Self::Agreed(value) => Some(value),
            Self::Silent | Self::Excluded => None,
        }
    }
}
