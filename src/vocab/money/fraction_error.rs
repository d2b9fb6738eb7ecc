use thiserror::Error;

use crate::vocab::money::currency::Currency;

/// Returned when a fraction of money has no denominator, mixes two currencies, or
/// cannot be kept exactly.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum FractionalMoneyError {
    /// The amounts are in two currencies.
    #[error("an amount in {left} and one in {right}, expected one currency")]
    CurrencyMismatch {
        /// The currency of the first amount.
        left: Currency,
        /// The currency of the second amount.
        right: Currency,
    },
    /// The denominator is not above zero.
    #[error("a fraction of money with denominator {given}, expected 1 or more")]
    Denominator {
        /// The denominator given.
        given: i128,
    },
    /// The currency has no smallest unit to round to.
    #[error("{currency} has no minor unit to round to")]
    NoMinorUnit {
        /// The currency.
        currency: Currency,
    },
    /// The exact amount has more digits than can be kept.
    #[error("an amount in {currency} with more digits than can be kept exactly")]
    OutOfRange {
        /// The currency.
        currency: Currency,
    },
}
