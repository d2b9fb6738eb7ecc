//! The costs of lateness of an item: interest, the fixed sum and the other charges.

use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::replay::item::{Charges, Item};
use crate::receivable::account::replay::units::units_of;
use crate::receivable::charge::{
    CapScope, ChargePolicy, Costs, LateCharges, late_charges, most_units, within_cap,
};
use crate::receivable::effect::compensation;
use crate::receivable::interest::interest;

/// The charges of lateness that are open on a day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Claims {
    pub(super) interest: i128,
    pub(super) fixed: i128,
}

impl Item<'_> {
    /// Returns the charges of lateness that are open on a day.
    pub(super) fn claims(
        &mut self,
        charges: &Charges<'_>,
        day: NaiveDate,
    ) -> Result<Claims, AccountFault> {
        if !self.is_past_due(day) {
            return Ok(Claims::default());
        }
        let cleared = self.cleared;
        Ok(Claims {
            interest: cleared.interest.left_of(self.charged(charges, day)?),
            fixed: cleared.fixed.left_of(self.fixed(charges, day)?),
        })
    }

    /// Returns the interest that is charged up to and with a day, paid or not.
    pub(super) fn charged(
        &mut self,
        charges: &Charges<'_>,
        day: NaiveDate,
    ) -> Result<i128, AccountFault> {
        if let Some(capped) = self.capped(charges, day)? {
            return Ok(capped.interest);
        }
        let (Some(late), Some(policy), Some(debt)) =
            (charges.late, charges.interest, self.debt.as_ref())
        else {
            return Ok(0);
        };
        let charged = self.running.charged_on(policy, late.rate(), debt, day)?;
        Ok(charged.minor_units())
    }

    /// Returns the fixed sum and the charges that are owed on a day, paid or not.
    pub(super) fn fixed(
        &self,
        charges: &Charges<'_>,
        day: NaiveDate,
    ) -> Result<i128, AccountFault> {
        if let Some(capped) = self.capped(charges, day)? {
            return Ok(capped.fixed);
        }
        let sum = self.fixed_sum(charges, day)?;
        let charged = self.late_charges(charges, day)?;
        Ok(charged.map_or(sum, |one| sum.saturating_add(one.total.minor_units())))
    }

    /// Returns the charges beside interest and the fixed sum, if the policy has any.
    pub(super) fn late_charges(
        &self,
        charges: &Charges<'_>,
        day: NaiveDate,
    ) -> Result<Option<LateCharges>, AccountFault> {
        let policy = charges.charges().zip(self.debt.as_ref());
        let charged = policy.map(|(policy, debt)| late_charges(policy, debt, day));
        Ok(charged.transpose()?)
    }

    /// Returns the costs of lateness within the cap that counts all of them, if there is one.
    fn capped(&self, charges: &Charges<'_>, day: NaiveDate) -> Result<Option<Costs>, AccountFault> {
        let cap = charges.charges().and_then(ChargePolicy::cap);
        let cap = cap.filter(|cap| cap.counts == CapScope::AllCosts);
        let (Some(cap), Some(late), Some(debt)) = (cap, charges.late, self.debt.as_ref()) else {
            return Ok(None);
        };
        if !self.is_past_due(day) {
            return Ok(Some(Costs::default()));
        }
        let cap = most_units(cap.most, debt)?;
        let on = |day| -> Result<Costs, AccountFault> {
            let charged = self.late_charges(charges, day)?;
            let charged = charged.map_or(0, |one| one.total.minor_units());
            let earned = match charges.interest {
                Some(policy) => interest(policy, late.rate(), debt, day)?
                    .charged()
                    .minor_units(),
                None => 0,
            };
            Ok(Costs {
                fixed: self.fixed_sum(charges, day)?.saturating_add(charged),
                interest: earned,
            })
        };
        within_cap(cap, debt.due(), day, on).map(Some)
    }

    /// Returns the fixed sum that is owed on a day, paid or not: that of the debt which was in default.
    pub(super) fn fixed_sum(
        &self,
        charges: &Charges<'_>,
        day: NaiveDate,
    ) -> Result<i128, AccountFault> {
        let in_default = self
            .total
            .saturating_sub(self.taken_in_time)
            .saturating_sub(self.paused(charges, day));
        let Some(late) = charges
            .late
            .filter(|_| self.is_past_due(day) && in_default > 0)
        else {
            return Ok(0);
        };
        let sum = compensation(late, charges.money(in_default)?)?;
        let Some(sum) = sum else { return Ok(0) };
        units_of(sum).ok_or(AccountFault::NotWhole { given: sum })
    }

    /// Returns the part that has been disputed since the due date or before, if disputes pause interest.
    fn paused(&self, charges: &Charges<'_>, day: NaiveDate) -> i128 {
        if !charges.pause() {
            return 0;
        }
        let first = self.due.and_then(|due| due.succ_opt());
        let running = self.disputes.iter().filter(|dispute| {
            dispute.runs_on(day) && first.is_some_and(|first| dispute.from <= first)
        });
        running.fold(0, |sum: i128, dispute| {
            let amount = dispute.amount.and_then(units_of).unwrap_or(self.total);
            sum.saturating_add(amount)
        })
    }
}
