//! A clause of a policy about one item: silent, excluded or agreed (条款: REC-02).
//!
//! ```text
//! Clause::Silent     a rule that needs it misses it
//! Clause::Excluded   settled: there is none
//! Clause::Agreed(T)  settled: this is it
//! ```
//!
//! - *Looks at*: One clause of the policy, on one item.
//! - *Why*: Silence is a gap in the contract, and no settlement. A statement that there is none
//!   settles the item.
//! - *Breaks it*: A policy that is silent on the item.
//! - *Keeps it*: An item that is agreed or excluded.
//! - *Rules*: REC-02.
//!
//! # Examples
//!
//! The standard policy is silent on the early payment discount. An exclusion would settle it.
//!
//! ```
//! use keqing::receivable::ReceivablePolicy;
//! use keqing::receivable::clause::Clause;
//!
//! let silent = ReceivablePolicy::standard();
//! assert!(!silent.early_payment().is_settled());
//!
//! let read: Clause<u8> = serde_json::from_str(r#"{"set": 3}"#)?;
//! assert_eq!(read, Clause::Agreed(3));
//! assert!(Clause::<u8>::Excluded.is_settled());
//! # Ok::<(), serde_json::Error>(())
//! ```

use crate::form::choice;
use crate::vocab::words::Settled;

choice! {
    /// A clause of a policy about one item (约定): silent, excluded or agreed.
    ///
    /// An exclusion is an answer. Silence is a gap, and a rule that needs the item names it.
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
        /// The policy says that the item does not apply.
        #[serde(rename = "nothing")]
        Excluded,
        /// The policy says how the item is settled.
        #[serde(rename = "set")]
        Agreed(T),
    }
}

impl<T> Clause<T> {
    /// Returns a clause that says nothing, for a field that may be left out.
    pub(crate) const fn silent() -> Self {
        Self::Silent
    }

    /// Returns whether the clause says nothing.
    pub(crate) const fn is_silent(&self) -> bool {
        matches!(self, Self::Silent)
    }

    /// Returns whether the policy says anything about the item.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !matches!(self, Self::Silent)
    }

    /// Returns how the policy settles the item; `None` if it is silent.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::clause::Clause;
    /// use keqing::vocab::words::Settled;
    ///
    /// assert_eq!(Clause::<u8>::Excluded.settled(), Some(Settled::Nothing));
    /// assert_eq!(Clause::<u8>::Silent.settled(), None);
    /// ```
    #[must_use]
    pub const fn settled(&self) -> Option<Settled> {
        match self {
            Self::Silent => None,
            Self::Excluded => Some(Settled::Nothing),
            Self::Agreed(_) => Some(Settled::Set),
        }
    }

    /// Returns the agreed value, if there is one.
    #[must_use]
    pub const fn set(&self) -> Option<&T> {
        match self {
            Self::Agreed(value) => Some(value),
            Self::Silent | Self::Excluded => None,
        }
    }
}
