//! Amounts by currency, and the limits and thresholds that bound them (限额).
//!
//! ```text
//! Money, Money, ...        -> Amounts      at most one amount a currency
//! Amounts                  -> MoneyLimit   no limit, or so much in each currency named
//! value + threshold        -> Comparison::reaches   does a value on the threshold reach it?
//! ```
//!
//! - *Looks at*: Amounts, each with its currency, and the limits and thresholds of a policy.
//! - *Why*: Nothing is converted here. A currency that a limit does not name is one for which
//!   nothing is allowed.
//! - *Breaks it*: A currency that is given twice.
//! - *Keeps it*: One amount for each currency, within the limit of that currency.
//! - *Rules*: REC-01 and REC-06, whose checks compare with limits and thresholds.
//!
//! # Examples
//!
//! Two amounts of one currency are one amount, and other currencies have none.
//!
//! ```
//! use keqing::receivable::limit::Amounts;
//! use keqing::vocab::money::Currency;
//!
//! let open = Amounts::new(["40.00 USD".parse()?])?.checked_add("2.00 USD".parse()?)?;
//! assert_eq!(open.of(Currency::USD), Some("42.00 USD".parse()?));
//! assert_eq!(open.of(Currency::EUR), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod amounts;

pub use amounts::{Amounts, CurrencyTwiceError};

use core::cmp::Ordering;

use crate::form::choice;
use crate::verdict::Bound;
use crate::vocab::money::{Currency, Money};
use crate::vocab::words::words;

choice! {
    /// A limit of money in a policy (限额): unlimited, or an amount in each currency that it names.
    ///
    /// The absence of a limit is stated, and a limit of zero allows nothing. For a currency that a
    /// limit does not name the policy allows nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::limit::{Amounts, MoneyLimit};
    ///
    /// let limit = MoneyLimit::UpTo(Amounts::new(["100000 CNY".parse()?])?);
    /// assert_ne!(limit, MoneyLimit::Unlimited);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Hash)]
    pub closed enum MoneyLimit {
        /// There is no limit.
        Unlimited,
        /// The limit in each currency that has one.
        UpTo(Amounts),
    }
}

impl MoneyLimit {
    /// Returns the amount that is allowed in a currency.
    pub(crate) fn allows(&self, currency: Currency) -> Allowed {
        match self {
            Self::Unlimited => Allowed::Anything,
            Self::UpTo(amounts) => amounts.of(currency).map_or(Allowed::Unnamed, Allowed::UpTo),
        }
    }

    /// Returns whether another limit allows at least as much in every currency.
    pub(crate) fn fits_in(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::Unlimited) => true,
            (Self::Unlimited, Self::UpTo(_)) => false,
            (Self::UpTo(these), Self::UpTo(others)) => these.as_slice().iter().all(|this| {
                let other = others.of(this.currency());
                this.is_zero() || other.is_some_and(|other| this.amount() <= other.amount())
            }),
        }
    }

    /// Returns the limits below zero.
    pub(crate) fn negative(&self) -> impl Iterator<Item = Money> + '_ {
        let amounts = match self {
            Self::Unlimited => None,
            Self::UpTo(amounts) => Some(amounts),
        };
        amounts.into_iter().flat_map(Amounts::negative)
    }
}

/// The amount that a limit allows in one currency.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Allowed {
    /// Any amount is allowed.
    Anything,
    /// An amount up to this one is allowed.
    UpTo(Money),
    /// The currency is not named.
    Unnamed,
}

words! {
    /// The side of a threshold to which an amount exactly on it belongs (临界归属).
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::limit::Comparison;
    ///
    /// assert!(Comparison::AtOrAbove.reaches(&100, &100));
    /// assert!(!Comparison::Above.reaches(&100, &100));
    /// ```
    pub closed enum Comparison {
        /// The amount reaches the threshold: `>=`.
        AtOrAbove = "at-or-above", "at or above the threshold", "达到或超过", "達到或超過";
        /// The amount does not reach the threshold: `>`.
        Above = "above", "above the threshold", "超过", "超過";
    }
}

impl Comparison {
    /// Returns whether a value reaches a threshold.
    #[must_use]
    pub fn reaches<T: Ord>(self, value: &T, threshold: &T) -> bool {
        match value.cmp(threshold) {
            Ordering::Less => false,
            Ordering::Equal => self == Self::AtOrAbove,
            Ordering::Greater => true,
        }
    }

    /// Returns the bound of a value that has to reach a threshold.
    pub(crate) const fn reached(self) -> Bound {
        match self {
            Self::AtOrAbove => Bound::AtLeast,
            Self::Above => Bound::MoreThan,
        }
    }

    /// Returns the bound of a value that must not reach a threshold.
    pub(crate) const fn not_reached(self) -> Bound {
        match self {
            Self::AtOrAbove => Bound::LessThan,
            Self::Above => Bound::AtMost,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::receivable::limit::Comparison;

    #[test]
    fn the_bounds_of_a_comparison_say_what_it_does() {
        for comparison in [Comparison::AtOrAbove, Comparison::Above] {
            for value in [99, 100, 101] {
                let reaches = comparison.reaches(&value, &100);
                assert_eq!(comparison.reached().admits(&value, &100), reaches);
                assert_eq!(comparison.not_reached().admits(&value, &100), !reaches);
            }
        }
    }
}
