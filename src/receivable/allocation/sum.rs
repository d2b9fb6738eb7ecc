use crate::receivable::allocation::units::Units;
use crate::vocab::money::Money;
use crate::vocab::wide::power_of_ten;

/// A sum of amounts of any number of places, exact: whole units of the currency, and the rest of one.
///
/// It does not depend on the unit in which a payment is counted, so it stays when that unit changes.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Sum {
    whole: i128,
    /// The rest, counted in the finest unit that an amount can have.
    rest: i128,
}

impl Sum {
    pub(super) const ZERO: Self = Self { whole: 0, rest: 0 };

    /// More than any sum of amounts.
    pub(super) const MAX: Self = Self {
        whole: i128::MAX,
        rest: i128::MAX,
    };

    /// Returns the sum of one amount, which is not below zero.
    pub(super) fn of(amount: Money) -> Self {
        let amount = amount.amount();
        Self::of_count(amount.mantissa(), amount.scale())
    }

    /// Returns the sum of a count of units, which is not below zero.
    pub(super) fn of_count(count: i128, places: u32) -> Self {
        let unit = power_of_ten(places).unwrap_or(1);
        let finest = FINEST.checked_sub(places).and_then(power_of_ten);
        let whole = count.checked_div(unit).unwrap_or(0);
        let rest = count.saturating_sub(whole.saturating_mul(unit));
        Self {
            whole,
            rest: rest.saturating_mul(finest.unwrap_or(1)),
        }
    }

    /// Returns the sum with another one. Fewer than a billion amounts always fit.
    pub(super) fn plus(self, other: Self) -> Self {
        let whole = self.whole.saturating_add(other.whole);
        let rest = self.rest.saturating_add(other.rest);
        match rest.checked_sub(ONE) {
            Some(rest) if rest >= 0 => Self {
                whole: whole.saturating_add(1),
                rest,
            },
            _ => Self { whole, rest },
        }
    }

    /// Returns the sum without a part of it.
    pub(super) fn minus(self, part: Self) -> Self {
        let whole = self.whole.saturating_sub(part.whole);
        let rest = self.rest.saturating_sub(part.rest);
        if rest < 0 {
            let (whole, rest) = (whole.saturating_sub(1), rest.saturating_add(ONE));
            return Self { whole, rest };
        }
        Self { whole, rest }
    }

    /// Returns the sum as a count; `None` past the range. No part of it may be finer than the unit.
    pub(super) fn count(self, units: Units) -> Option<i128> {
        let places = units.places();
        let finest = FINEST.checked_sub(places).and_then(power_of_ten)?;
        let whole = self.whole.checked_mul(power_of_ten(places)?)?;
        whole.checked_add(self.rest.checked_div(finest)?)
    }
}

/// The amounts that are open: their sum, and how many of them have so many places.
#[derive(Debug, Default)]
pub(super) struct OpenAmounts {
    pub(super) sum: Sum,
    places: [u32; PLACES],
}

impl OpenAmounts {
    pub(super) fn add(&mut self, amount: Money) {
        self.sum = self.sum.plus(Sum::of(amount));
        if let Some(count) = self.with_places_of(amount) {
            *count = count.saturating_add(1);
        }
    }

    pub(super) fn remove(&mut self, amount: Money) {
        self.sum = self.sum.minus(Sum::of(amount));
        if let Some(count) = self.with_places_of(amount) {
            *count = count.saturating_sub(1);
        }
    }

    /// Returns the places of the finest amount; `None` without amounts.
    pub(super) fn finest(&self) -> Option<u32> {
        let places = self.places.iter().rposition(|count| *count > 0)?;
        u32::try_from(places).ok()
    }

    fn with_places_of(&mut self, amount: Money) -> Option<&mut u32> {
        let places = amount.amount().normalize().scale();
        self.places.get_mut(usize::try_from(places).ok()?)
    }
}

/// The most places that an amount can have.
const FINEST: u32 = 28;
const PLACES: usize = 29;
/// One unit of the currency, counted in the finest unit.
const ONE: i128 = 10_000_000_000_000_000_000_000_000_000;

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{OpenAmounts, Sum};
    use crate::receivable::allocation::units::Units;
    use crate::vocab::money::{Currency, Money};

    #[test]
    fn a_sum_of_any_places_is_exact() -> Result<()> {
        let given: [Money; 4] = [
            "0.99 EUR".parse()?,
            "7 EUR".parse()?,
            "0.0100000000000000000000000001 EUR".parse()?,
            "79228162514264337593543950335 EUR".parse()?,
        ];
        let mut open = OpenAmounts::default();
        assert_eq!(open.finest(), None);
        for amount in given {
            open.add(amount);
        }
        let at = |places| Units::of(Currency::EUR, places);
        assert_eq!((open.finest(), open.sum.count(at(28))), (Some(28), None));
        let [_, _, fine, huge] = given;
        open.remove(huge);
        let expected = 80_000_000_000_000_000_000_000_000_001;
        assert_eq!(open.sum.count(at(28)), Some(expected));
        open.remove(fine);
        assert_eq!((open.finest(), open.sum.count(at(2))), (Some(2), Some(799)));
        assert!(Sum::of(huge) > open.sum && open.sum > Sum::of(fine));
        assert_eq!(Sum::of_count(79_900, 4), open.sum.minus(Sum::ZERO));
        Ok(())
    }
}
