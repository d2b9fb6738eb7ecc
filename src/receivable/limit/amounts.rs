use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::mirrored;
use crate::vocab::money::{Currency, Money, MoneyError};

/// Amounts of money (各币种金额), at most one for each currency, in the order of the currencies.
///
/// No amount is ever turned into another currency. The JSON form is the list of the amounts.
///
/// # Examples
///
/// ```
/// use keqing::receivable::limit::Amounts;
/// use keqing::vocab::money::Currency;
///
/// let thresholds = Amounts::new(["40.00 USD".parse()?, "20.00 EUR".parse()?])?;
/// assert_eq!(thresholds.of(Currency::EUR), Some("20.00 EUR".parse()?));
/// assert_eq!(thresholds.of(Currency::GBP), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "Vec<Money>", into = "Vec<Money>")]
pub struct Amounts(Vec<Money>);

mirrored! { Amounts as Vec<Money>; }

impl Amounts {
    /// Makes no amounts.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Makes amounts, given in any order.
    ///
    /// # Errors
    ///
    /// [`CurrencyTwiceError`] is returned when two amounts are of one currency.
    pub fn new(amounts: impl IntoIterator<Item = Money>) -> Result<Self, CurrencyTwiceError> {
        let mut sorted: Vec<Money> = amounts.into_iter().collect();
        sorted.sort_by_key(|amount| amount.currency());
        let pairs = sorted.iter().zip(sorted.iter().skip(1));
        for (first, second) in pairs {
            if first.currency() == second.currency() {
                return Err(CurrencyTwiceError {
                    first: *first,
                    second: *second,
                });
            }
        }
        Ok(Self(sorted))
    }

    /// Returns the amount of a currency; `None` if there is none, which is not zero.
    #[must_use]
    pub fn of(&self, currency: Currency) -> Option<Money> {
        let place = self.place(currency).ok()?;
        self.0.get(place).copied()
    }

    /// Returns the amounts, in the order of their currencies.
    #[must_use]
    pub fn as_slice(&self) -> &[Money] {
        &self.0
    }

    /// Returns whether there is no amount at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an amount to that of its currency.
    ///
    /// # Errors
    ///
    /// [`MoneyError::SumOutOfRange`] is returned when the exact sum has too many digits to be kept.
    pub fn checked_add(mut self, amount: Money) -> Result<Self, MoneyError> {
        match self.place(amount.currency()) {
            Ok(place) => {
                if let Some(sum) = self.0.get_mut(place) {
                    *sum = sum.checked_add(amount)?;
                }
            }
            Err(place) => self.0.insert(place, amount),
        }
        Ok(self)
    }

    /// Returns the amounts below zero.
    pub(crate) fn negative(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().copied().filter(|amount| amount.is_negative())
    }

    fn place(&self, currency: Currency) -> Result<usize, usize> {
        self.0
            .binary_search_by_key(&currency, |amount| amount.currency())
    }
}

/// Returned when a currency is given two amounts.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("{first} and {second} are of one currency, expected one amount a currency")]
pub struct CurrencyTwiceError {
    first: Money,
    second: Money,
}

impl TryFrom<Vec<Money>> for Amounts {
    type Error = CurrencyTwiceError;

    fn try_from(amounts: Vec<Money>) -> Result<Self, Self::Error> {
        Self::new(amounts)
    }
}

impl From<Amounts> for Vec<Money> {
    fn from(amounts: Amounts) -> Self {
        amounts.0
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use anyhow::Result;

    use crate::receivable::limit::amounts::Amounts;
    use crate::vocab::money::{Currency, Money};

    #[test]
    fn a_currency_has_one_amount() -> Result<()> {
        let twice = Amounts::new(["1 EUR".parse()?, "2 USD".parse()?, "3 EUR".parse()?]);
        let error = twice.err().map(|error| error.to_string());
        let expected = "1 EUR and 3 EUR are of one currency, expected one amount a currency";
        assert_eq!(error.as_deref(), Some(expected));
        Ok(())
    }

    #[test]
    fn amounts_add_up_currency_by_currency() -> Result<()> {
        let mut sum = Amounts::none();
        for amount in ["2 USD", "1.50 EUR", "3 USD"] {
            sum = sum.checked_add(amount.parse()?)?;
        }
        let expected: Vec<Money> = ["1.50 EUR".parse()?, "5 USD".parse()?].into();
        assert_eq!(sum.as_slice(), expected);
        assert_eq!(sum.of(Currency::CNY), None);
        Ok(())
    }
}
