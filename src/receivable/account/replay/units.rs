use crate::receivable::account::error::AccountFault;
use crate::vocab::money::{Currency, Money};
use crate::vocab::wide::power_of_ten;

/// Returns an amount as a count of the smallest unit of its currency; `None` if parts of one remain.
///
/// A count has at most 96 bits. So fewer than two to the 31st of them add up within an `i128`, and sums
/// of counts never reach the bounds at which they would saturate.
pub(in crate::receivable) fn units_of(money: Money) -> Option<i128> {
    let places = money.currency().minor_units()?;
    let amount = money.amount();
    let amount = if amount.scale() <= places {
        amount
    } else {
        amount.normalize()
    };
    let factor = power_of_ten(places.checked_sub(amount.scale())?)?;
    amount.mantissa().checked_mul(factor)
}

/// Writes a count of smallest units as money.
pub(in crate::receivable) fn money_of(
    units: i128,
    currency: Currency,
) -> Result<Money, AccountFault> {
    Money::from_minor_units(units, currency).map_err(|_| AccountFault::OutOfRange)
}

/// Returns a number as an index; one that no list is long enough for leads to nothing.
pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
