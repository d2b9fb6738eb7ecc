//! What a policy says about one item: nothing, that it is excluded, or what is agreed (条款).

use serde::{Deserialize, Serialize};

/// What a policy says about one item: nothing yet, that there is none, or how it is (约定).
///
/// That there is none is an answer; that nothing was said is a gap, and a rule that needs the item
/// names it.
///
/// # Examples
///
/// ```
/// use keqing::receivable::clause::Provision;
///
/// let discount: Provision<u8> = Provision::Nothing;
/// assert!(discount.is_settled());
/// assert_eq!(discount.set(), None);
/// assert!(!Provision::<u8>::Missing.is_settled());
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "an item is open, excluded or settled"
)]
#[serde(rename_all = "kebab-case")]
pub enum Provision<T> {
    /// The policy is silent.
    Missing,
    /// The policy says that there is none.
    Nothing,
    /// The policy says how it is.
    Set(T),
}

impl<T> Provision<T> {
    /// Tells whether the policy says anything about the item.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !matches!(self, Self::Missing)
    }

    /// Returns how it is, where the policy says so.
    #[must_use]
    pub const fn set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Missing | Self::Nothing => None,
        }
    }
}
