use thiserror::Error;

use crate::receivable::interest::InterestError;
use crate::vocab::money::{FractionalMoneyError, MoneyError};

/// Returned when charges cannot be counted.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ChargeError {
    /// The balance of the debt cannot be told.
    #[error(transparent)]
    Debt(#[from] InterestError),
    /// An exact amount has too many digits.
    #[error(transparent)]
    Fraction(#[from] FractionalMoneyError),
    /// Two amounts are in different currencies, or too large.
    #[error(transparent)]
    Money(#[from] MoneyError),
}
