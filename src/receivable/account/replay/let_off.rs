use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::event::WriteOff;
use crate::receivable::account::replay::book::{Book, Entry};
use crate::receivable::account::replay::item::balance_change;
use crate::receivable::account::replay::names::Target;
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::ChangeKind;
use crate::vocab::name::DocumentId;

/// The amount of which the customer is let off.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Wanted {
    /// All that is open; it may be nothing.
    All,
    /// An amount. More than what is open is a fault.
    Amount(i128),
    /// An amount that was right on its day, and of which less may be open now.
    AtMost(i128),
}

/// An open amount of an item, or of a fee on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenPart {
    pub(super) item: u32,
    pub(super) fee: Option<u32>,
    pub(super) component: DebtComponent,
    pub(super) open: i128,
}

/// Returns the sum of open amounts.
pub(super) fn sum_of(parts: &[OpenPart]) -> i128 {
    parts
        .iter()
        .fold(0, |sum, part| sum.saturating_add(part.open))
}

impl Book<'_> {
    /// Writes an amount of a component off, and returns how much.
    pub(super) fn write_off(
        &mut self,
        one: &WriteOff,
        wanted: Wanted,
        target: Target,
    ) -> Result<i128, AccountFault> {
        let entry = Entry::of(ChangeKind::WriteOff, one.date, one.id);
        let parts = self.open_of(one.component, target, one.document, one.date)?;
        let whole = sum_of(&parts);
        let amount = match wanted {
            Wanted::All => whole,
            Wanted::AtMost(amount) => amount.min(whole),
            Wanted::Amount(amount) if whole < amount => {
                let (given, open) = (self.money(amount)?, self.money(whole)?);
                return Err(AccountFault::WriteOffTooLarge { given, open });
            }
            Wanted::Amount(amount) => amount,
        };
        self.let_off(&parts, amount, entry)?;
        Ok(amount)
    }

    /// Lets the customer off an amount of what is open, part by part.
    pub(super) fn let_off(
        &mut self,
        parts: &[OpenPart],
        amount: i128,
        entry: Entry,
    ) -> Result<(), AccountFault> {
        let mut left = amount;
        for open in parts {
            let part = open.open.min(left);
            left = left.saturating_sub(part);
            match (open.fee, open.component) {
                (Some(fee), _) => self.clear_fee(open.item, fee, part, entry),
                (None, DebtComponent::Principal) => self.let_principal_off(open, part, entry)?,
                (None, component) => self.clear_charge(open.item, component, part, entry),
            }
            self.settle_place(open.item, entry.date)?;
        }
        Ok(())
    }

    /// Takes a principal off. A write-off counts from the day before, so that its own day bears no interest,
    /// unless that interest has been cleared already.
    fn let_principal_off(
        &mut self,
        open: &OpenPart,
        part: i128,
        entry: Entry,
    ) -> Result<(), AccountFault> {
        let item = self.items.get(index(open.item));
        let issued = item.map(|item| item.issued);
        let before = entry.date.pred_opt().max(issued).unwrap_or(entry.date);
        let counts_from = match entry.kind {
            ChangeKind::WriteOff if !self.is_cleared(open.item, part, (before, entry.date))? => {
                before
            }
            _ => entry.date,
        };
        self.take(
            open.item,
            part,
            Entry {
                counts_from,
                ..entry
            },
        )
    }

    /// Returns whether more interest is cleared than would be owed on a day, if so much of the principal bore
    /// none on that day. Then the interest of the day was paid or let off before.
    fn is_cleared(
        &self,
        number: u32,
        part: i128,
        (before, day): (NaiveDate, NaiveDate),
    ) -> Result<bool, AccountFault> {
        let charges = self.charges;
        let Some(item) = self.items.get(index(number)) else {
            return Ok(false);
        };
        let terms = charges.late.zip(charges.interest).zip(item.debt.as_ref());
        let terms = terms.filter(|_| part > 0 && item.interest_cleared_on == Some(day));
        let Some(((late, policy), debt)) = terms else {
            return Ok(false);
        };
        let cleared = item.cleared.interest;
        let cleared = cleared.paid.saturating_add(cleared.let_off);
        let change = balance_change(before, charges.money(part)?, ChangeKind::WriteOff);
        let mut debt = debt.clone();
        debt.change(change)?;
        let mut running = item.running.clone();
        running.reconsider(before);
        let charged = running.charged_on(policy, late.rate(), &debt, day)?;
        Ok(charged.minor_units() < cleared)
    }

    /// Returns what is open of a component of a document, item by item and fee by fee.
    pub(super) fn open_of(
        &mut self,
        component: DebtComponent,
        target: Target,
        document: DocumentId,
        day: NaiveDate,
    ) -> Result<Vec<OpenPart>, AccountFault> {
        let charges = self.charges;
        let is_fee = matches!(target, Target::Fee { .. });
        let mut parts = Vec::with_capacity(1);
        for number in target.items() {
            let Some(item) = self.item(number) else {
                continue;
            };
            let own = match component {
                _ if is_fee => 0,
                DebtComponent::Principal => item.open,
                DebtComponent::Interest => item.claims(&charges, day)?.interest,
                DebtComponent::Costs => item.claims(&charges, day)?.fixed,
                DebtComponent::Fees | DebtComponent::Penalties => 0,
            };
            parts.push(OpenPart {
                item: number,
                fee: None,
                component,
                open: own,
            });
            for (place, fee) in (0..).zip(&item.fees) {
                let is_meant = if is_fee {
                    fee.id == document
                } else {
                    fee.component == component
                };
                if is_meant {
                    parts.push(OpenPart {
                        item: number,
                        fee: Some(place),
                        component: fee.component,
                        open: fee.open,
                    });
                }
            }
        }
        parts.retain(|part| part.open > 0);
        Ok(parts)
    }

    /// Returns the discounts of a document whose deadlines have passed, item by item.
    pub(super) fn missed(
        &self,
        target: Target,
        day: NaiveDate,
    ) -> Result<Vec<OpenPart>, AccountFault> {
        let mut parts = Vec::with_capacity(1);
        for number in target.items() {
            let item = self.items.get(index(number));
            let running = item.and_then(|item| Some((item, item.discount.as_ref()?)));
            let open = match running {
                Some((item, running)) => running.missed(item.discounted(), day)?,
                None => 0,
            };
            parts.push(OpenPart {
                item: number,
                fee: None,
                component: DebtComponent::Principal,
                open,
            });
        }
        parts.retain(|part| part.open > 0);
        Ok(parts)
    }
}
