use alloc::vec::Vec;
use core::cmp::Reverse;

use rust_decimal::Decimal;

use crate::receivable::allocation::error::AllocationError;
use crate::vocab::money::{Currency, Money};
use crate::vocab::wide::power_of_ten;

/// The unit in which one allocation is counted: the smallest of the currency, or of the finest
/// amount if one is finer. Amounts become whole numbers in it, and nothing is lost either way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Units {
    places: u32,
    currency: Currency,
}

impl Units {
    /// Returns the unit of an allocation whose finest open amount and payment have so many places.
    pub(super) fn finest(currency: Currency, open: Option<u32>, payment: Money) -> Self {
        let paid = payment.amount().normalize().scale();
        let places = open.into_iter().chain(currency.minor_units()).max();
        Self::of(currency, places.map_or(paid, |places| places.max(paid)))
    }

    pub(super) const fn of(currency: Currency, places: u32) -> Self {
        Self { places, currency }
    }

    pub(super) const fn places(self) -> u32 {
        self.places
    }

    pub(super) fn count(self, amount: Money) -> Result<i128, AllocationError> {
        let short = amount.amount().normalize();
        self.places
            .checked_sub(short.scale())
            .and_then(power_of_ten)
            .and_then(|factor| short.mantissa().checked_mul(factor))
            .ok_or(AllocationError::OutOfRange { amount })
    }

    /// Writes a count as money; an error names `whole` if that has too many digits.
    pub(super) fn money(self, count: i128, whole: Money) -> Result<Money, AllocationError> {
        Decimal::try_from_i128_with_scale(count, self.places)
            .map(|amount| Money::new(amount, self.currency))
            .map_err(|_| AllocationError::OutOfRange { amount: whole })
    }
}

/// Divides a whole number of units in proportion to weights, by the largest remainder. Every part
/// is its exact quota cut off. The units left over go to the largest fractions cut off, between
/// equal ones to the earlier. It is `None` past the range, or if every weight is zero.
pub(crate) fn split(units: i128, weights: &[i128]) -> Option<Vec<i128>> {
    let whole = weights
        .iter()
        .try_fold(0_i128, |sum, weight| sum.checked_add(*weight))?;
    split_by(units, whole, weights)
}

/// Divides as [`split`] does among some of the weights of a whole. Those left out have to be too small
/// to get any unit.
pub(super) fn split_by(units: i128, whole: i128, weights: &[i128]) -> Option<Vec<i128>> {
    let mut quotas = Vec::with_capacity(weights.len());
    let mut left = units;
    for (place, weight) in weights.iter().enumerate() {
        let product = units.checked_mul(*weight)?;
        let part = product.checked_div(whole)?;
        left = left.checked_sub(part)?;
        quotas.push((place, part, product.checked_rem(whole)?));
    }
    quotas.sort_by_key(|(_, _, cut_off)| Reverse(*cut_off));
    for (_, part, _) in quotas.iter_mut().take(usize::try_from(left).ok()?) {
        *part = part.checked_add(1)?;
    }
    quotas.sort_by_key(|(place, _, _)| *place);
    Some(quotas.into_iter().map(|(_, part, _)| part).collect())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn units_left_over_go_to_the_largest_fractions_and_then_to_the_first() {
        // units, weights, parts; the quotas stand behind
        let table: [(i128, &[i128], &[i128]); 6] = [
            (100, &[1, 1, 1], &[34, 33, 33]), // 33 1/3 each
            (101, &[1, 1, 1], &[34, 34, 33]), // 33 2/3 each
            (10, &[1, 2, 4], &[1, 3, 6]),     // 1 3/7, 2 6/7, 5 5/7
            (7, &[7, 0], &[7, 0]),            // 7, 0
            (0, &[3, 4], &[0, 0]),
            (5, &[1, 1, 1, 1, 1, 1], &[1, 1, 1, 1, 1, 0]), // 5/6 each
        ];
        for (units, weights, parts) in table {
            assert_eq!(split(units, weights).as_deref(), Some(parts), "{units}");
        }
    }

    #[test]
    fn nothing_is_divided_by_nothing_or_past_the_range() {
        assert_eq!(split(0, &[]), Some([].into()));
        assert_eq!(split(1, &[0, 0]), None);
        assert_eq!(
            split(i128::MAX, &[1, 1]),
            Some([i128::MAX / 2 + 1, i128::MAX / 2].into())
        );
        assert_eq!(split(i128::MAX, &[2, 1]), None);
    }
}
