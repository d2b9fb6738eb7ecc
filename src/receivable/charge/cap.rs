//! Caps on the costs of one debt.

use chrono::{Days, NaiveDate};

use crate::receivable::charge::error::ChargeError;
use crate::receivable::charge::outcome::LateCharges;
use crate::receivable::interest::{Cap, LateDebt, cap_of};
use crate::vocab::money::{FractionalMoney, RoundingMode};

impl LateCharges {
    /// Cuts the charges to a number of smallest units, the earliest coming first.
    pub(crate) fn cut_to(&mut self, most: i128) -> Result<(), ChargeError> {
        if self.total.minor_units() <= most {
            return Ok(());
        }
        let exact = FractionalMoney::of(self.total.money());
        let exact = exact.checked_mul(most, self.total.minor_units())?;
        self.total = exact.round(RoundingMode::Down)?;
        self.is_capped = true;
        let mut left = self.total;
        for row in &mut self.rows {
            row.amount = row.amount.lesser(left);
            left = left.checked_sub(row.amount)?;
        }
        self.rows.retain(|row| !row.amount.is_zero());
        Ok(())
    }
}

/// Returns a cap in smallest units, rounded down.
pub(crate) fn most_units(cap: Cap, debt: &LateDebt) -> Result<i128, ChargeError> {
    let most = cap_of(cap, debt)?.round(RoundingMode::Down)?;
    Ok(most.minor_units())
}

/// The costs of a late debt on a day, in smallest units.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Costs {
    /// The fixed sum and the charges.
    pub(crate) fixed: i128,
    pub(crate) interest: i128,
}

impl Costs {
    fn sum(self) -> i128 {
        self.fixed.saturating_add(self.interest)
    }
}

/// Returns the costs on a day within a cap on all of them together.
///
/// The costs grow up to the first day on which the cap is met. On that day the fixed sum and the charges
/// come first. From then on nothing is added, so what was owed once does not become another cost.
pub(crate) fn within_cap<E>(
    cap: i128,
    due: NaiveDate,
    day: NaiveDate,
    mut on: impl FnMut(NaiveDate) -> Result<Costs, E>,
) -> Result<Costs, E> {
    let whole = on(day)?;
    if whole.sum() <= cap {
        return Ok(whole);
    }
    // The last day within the cap is looked for by halves.
    let (mut within, mut beyond) = (due, day);
    let mut before = on(due)?;
    loop {
        let apart = beyond.signed_duration_since(within).num_days();
        let half = Days::new(apart.div_euclid(2).unsigned_abs());
        let Some(middle) = within.checked_add_days(half).filter(|_| apart > 1) else {
            break;
        };
        let costs = on(middle)?;
        if costs.sum() <= cap {
            (within, before) = (middle, costs);
        } else {
            beyond = middle;
        }
    }
    let met = on(beyond)?;
    let fixed = met.fixed.min(cap.saturating_sub(before.interest));
    Ok(Costs {
        fixed,
        interest: cap.saturating_sub(fixed),
    })
}
