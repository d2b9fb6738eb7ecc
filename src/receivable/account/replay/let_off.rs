use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::event::WriteOff;
use crate::receivable::account::replay::book::{Book, Entry, index};
use crate::receivable::account::replay::names::Target;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::vocab::name::DocumentId;

impl Book<'_> {
    /// Writes an amount of a component off.
    pub(super) fn write_off(
        &mut self,
        one: &WriteOff,
        amount: Option<i128>,
        target: Target,
    ) -> Result<(), AccountFault> {
        let entry = Entry {
            kind: ChangeKind::WriteOff,
            date: one.date,
            counts_from: one.date,
            event: one.id,
            source: None,
            rule: AllocationRule::Event,
        };
        self.let_off(one.component, amount, target, one.document, entry)
    }

    /// Lets the customer off an amount of a component, item by item.
    pub(super) fn let_off(
        &mut self,
        component: DebtComponent,
        amount: Option<i128>,
        target: Target,
        document: DocumentId,
        entry: Entry,
    ) -> Result<(), AccountFault> {
        let mut parts = Vec::new();
        let mut whole = 0_i128;
        for number in target.items() {
            for (fee, open) in self.open_of(number, component, target, document, entry.date)? {
                whole = whole.saturating_add(open);
                parts.push((number, fee, open));
            }
        }
        let mut left = amount.unwrap_or(whole);
        if whole < left || left == 0 {
            let (given, open) = (self.money(left)?, self.money(whole)?);
            return Err(AccountFault::WriteOffTooLarge { given, open });
        }
        for (number, fee, open) in parts {
            let part = open.min(left);
            left = left.saturating_sub(part);
            match (fee, component) {
                (Some(fee), _) => self.clear_fee(number, fee, part, entry),
                (None, DebtComponent::Principal) => {
                    self.write_off_principal(number, part, entry)?
                }
                (None, component) => self.clear_charge(number, component, part, entry),
            }
            self.settle_place(number, entry.date)?;
        }
        Ok(())
    }

    /// Takes a principal off from the day before, so that the day itself bears no interest.
    fn write_off_principal(
        &mut self,
        number: u32,
        part: i128,
        entry: Entry,
    ) -> Result<(), AccountFault> {
        let issued = self.items.get(index(number)).map(|item| item.issued);
        let before = entry.date.pred_opt().max(issued).unwrap_or(entry.date);
        let counts_from = match entry.kind {
            ChangeKind::WriteOff => before,
            _ => entry.date,
        };
        self.take(
            number,
            part,
            Entry {
                counts_from,
                ..entry
            },
        )
    }

    /// Returns what is open of a component of an item, fee by fee.
    pub(super) fn open_of(
        &mut self,
        number: u32,
        component: DebtComponent,
        target: Target,
        document: DocumentId,
        day: NaiveDate,
    ) -> Result<Vec<(Option<u32>, i128)>, AccountFault> {
        let charges = self.charges;
        let Some(item) = self.item(number) else {
            return Ok(Vec::new());
        };
        let is_fee = matches!(target, Target::Fee { .. });
        let own = match component {
            _ if is_fee => 0,
            DebtComponent::Principal => item.open,
            DebtComponent::Interest => item.claims(&charges, day)?.interest,
            DebtComponent::Costs => item.claims(&charges, day)?.fixed,
            DebtComponent::Fees | DebtComponent::Penalties => 0,
        };
        let mut open = Vec::with_capacity(1);
        if own > 0 {
            open.push((None, own));
        }
        for (place, fee) in (0..).zip(&item.fees) {
            let is_meant = if is_fee {
                fee.id == document
            } else {
                fee.component == component
            };
            if is_meant && fee.open > 0 {
                open.push((Some(place), fee.open));
            }
        }
        Ok(open)
    }
}
