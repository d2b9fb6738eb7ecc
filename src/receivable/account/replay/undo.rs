use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::replay::book::{Book, Entry, Row};
use crate::receivable::account::replay::principal::Settled;
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::ChangeKind;
use crate::vocab::name::DocumentId;

/// A change that depends on the payments of an item: a discount or a small difference.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Dependent {
    kind: ChangeKind,
    amount: i128,
    counts_from: NaiveDate,
    event: DocumentId,
}

/// The changes that depend on the payments that still count, and the effect of each payment.
#[derive(Debug, Default)]
struct Now {
    dependents: Vec<(Entry, Dependent)>,
    settled: Vec<(Entry, Settled)>,
}

impl Book<'_> {
    /// Takes money of a source back: first what is credit, then what it paid, the last first. What was
    /// refunded out of it the customer owes back.
    pub(super) fn give_back(
        &mut self,
        source: u32,
        amount: i128,
        date: NaiveDate,
        event: DocumentId,
    ) -> Result<(), AccountFault> {
        let Some(told) = self.sources.get(index(source)) else {
            return Ok(());
        };
        let (id, credit) = (told.id, told.credit.max(0).min(amount));
        let rows = told.rows.clone();
        let kind = ChangeKind::ReturnedPayment;
        self.change_credit(source, credit.saturating_neg(), (kind, date, event));
        let mut left = amount.saturating_sub(credit);
        let mut touched = BTreeSet::new();
        for row in rows.into_iter().rev() {
            if left == 0 {
                break;
            }
            let undone = self.undo(row, left, (kind, date, event));
            left = left.saturating_sub(undone);
            touched.extend(self.rows.get(index(row)).map(|row| row.item));
        }
        self.change_credit(source, left.saturating_neg(), (kind, date, event));
        for item in touched {
            self.void(item, Some(id), date);
            self.reopen(item, source, (date, event))?;
            self.settle_place(item, date)?;
        }
        Ok(())
    }

    /// Makes at most so much of a row owed again, and returns how much.
    pub(super) fn undo(
        &mut self,
        row: u32,
        most: i128,
        (kind, date, event): (ChangeKind, NaiveDate, DocumentId),
    ) -> i128 {
        let Some(told) = self.rows.get_mut(index(row)) else {
            return 0;
        };
        let part = told.amount.saturating_sub(told.undone).min(most);
        if part <= 0 {
            return 0;
        }
        told.undone = told.undone.saturating_add(part);
        let Row {
            item,
            fee,
            component,
            entry,
            ..
        } = *told;
        if let Some(item) = self.item(item) {
            let fee = fee.and_then(|fee| item.fees.get_mut(index(fee)));
            match (fee, component) {
                (Some(fee), _) => fee.open = fee.open.saturating_add(part),
                (None, DebtComponent::Principal) => {}
                (None, component) => {
                    let charge = item.cleared.charge(component);
                    let sum = match entry.source {
                        Some(_) => &mut charge.paid,
                        None => &mut charge.let_off,
                    };
                    *sum = sum.saturating_sub(part);
                }
            }
        }
        let entry = Entry {
            kind,
            date,
            event,
            ..entry
        };
        self.book_again(item, fee, component, part, entry);
        if kind == ChangeKind::ReturnedPayment {
            self.came_back(row, part);
        }
        part
    }

    /// Remembers that so much of a row ended because money came back, and that the last row is its end.
    fn came_back(&mut self, row: u32, part: i128) {
        let end = self.rows.len().checked_sub(1);
        let end = end.and_then(|end| u32::try_from(end).ok());
        for (row, part) in [(Some(row), part), (end, part.saturating_neg())] {
            if let Some(row) = row {
                let sum = self.came_back.entry(row).or_insert(0);
                *sum = sum.saturating_add(part);
            }
        }
    }

    /// Books that an amount is owed again.
    fn book_again(
        &mut self,
        item: u32,
        fee: Option<u32>,
        component: DebtComponent,
        amount: i128,
        entry: Entry,
    ) {
        self.book(item, fee, component, amount.saturating_neg(), entry);
        if let Some(row) = self.rows.last_mut() {
            // It is no change of its own, but the end of another.
            row.undone = row.amount;
        }
    }

    /// Makes the decisions on the discounts of an item void: those for one payment, or all.
    fn void(&mut self, number: u32, payment: Option<DocumentId>, date: NaiveDate) {
        let Some(item) = self.items.get(index(number)) else {
            return;
        };
        for decision in &item.decisions {
            let decision = self.decisions.get_mut(index(*decision));
            let Some(decision) = decision.filter(|decision| decision.void_on.is_none()) else {
                continue;
            };
            if payment.is_none_or(|payment| payment == decision.payment) {
                decision.void_on = Some(date);
            }
        }
    }

    /// Counts the principal of an item anew from what still counts, with the discounts that are still
    /// earned.
    fn reopen(
        &mut self,
        number: u32,
        source: u32,
        back: (NaiveDate, DocumentId),
    ) -> Result<(), AccountFault> {
        let Some(item) = self.item(number) else {
            return Ok(());
        };
        let rows = item.rows.clone();
        item.open = item.total;
        item.settled_on = None;
        (item.taken_in_time, item.changed_on) = (0, None);
        let cleared = &mut item.cleared;
        (cleared.paid, cleared.credited) = (0, 0);
        (cleared.discounted, cleared.written_off, cleared.forgone) = (0, 0, 0);
        if let Some(debt) = &mut item.debt {
            debt.without_changes();
        }
        item.running.restart();
        if let Some(discount) = &mut item.discount {
            discount.restart();
        }
        let (mut before, mut now) = (Vec::new(), Now::default());
        let mut group: Vec<(i128, Entry)> = Vec::new();
        for at in rows {
            let Some(row) = self.rows.get(index(at)).copied() else {
                continue;
            };
            let active = row.amount.saturating_sub(row.undone);
            if row.component != DebtComponent::Principal || active <= 0 {
                continue;
            }
            if is_dependent(row.entry.kind) {
                before.push((at, dependent(&row.entry, active)));
                continue;
            }
            if !group
                .last()
                .is_some_and(|(_, last)| is_one(last, &row.entry))
            {
                self.count(number, &group, &mut now)?;
                group.clear();
            }
            group.push((active, row.entry));
        }
        self.count(number, &group, &mut now)?;
        self.replace((number, source), &before, &now, back)
    }

    /// Takes a change in that still counts, or the payments of one day, with the discount that they earn.
    fn count(
        &mut self,
        number: u32,
        group: &[(i128, Entry)],
        now: &mut Now,
    ) -> Result<(), AccountFault> {
        let Some((_, last)) = group.last().copied() else {
            return Ok(());
        };
        let charges = self.charges;
        let whole = group
            .iter()
            .fold(0_i128, |sum, (active, _)| sum.saturating_add(*active));
        let settled = if last.is_paid() {
            self.settle(number, whole, last.counts_from)?
        } else {
            None
        };
        let Some(item) = self.item(number) else {
            return Ok(());
        };
        for (active, entry) in group {
            // A credit note may have taken the place of a discount that is earned once more.
            let active = (*active).min(item.open);
            let (from, settled) = (entry.counts_from, entry.settled());
            if active > 0 {
                item.take(active, entry.kind, from, settled, &charges)?;
            }
        }
        let Some(settled) = settled else {
            return Ok(());
        };
        let parts = [
            (settled.discount, ChangeKind::Discount),
            (settled.forgotten, ChangeKind::SmallDifference),
        ];
        for (amount, kind) in parts {
            let amount = amount.min(item.open);
            if amount > 0 {
                let entry = Entry { kind, ..last };
                item.take(amount, kind, entry.counts_from, entry.settled(), &charges)?;
                now.dependents.push((entry, dependent(&entry, amount)));
            }
        }
        now.settled.push((last, settled));
        Ok(())
    }

    /// Books the discounts that are not earned any more, and those that are earned in their place. If they
    /// are the same, only what is left of the source is decided on again.
    fn replace(
        &mut self,
        (number, source): (u32, u32),
        before: &[(u32, Dependent)],
        now: &Now,
        (date, event): (NaiveDate, DocumentId),
    ) -> Result<(), AccountFault> {
        let is_same = before.len() == now.dependents.len()
            && before
                .iter()
                .zip(&now.dependents)
                .all(|((_, before), (_, now))| before == now);
        if is_same {
            let rows = self
                .source(source)
                .map_or(Vec::new(), |source| source.rows.clone());
            for (entry, settled) in &now.settled {
                let mut rows = rows.iter().filter_map(|row| self.rows.get(index(*row)));
                if rows.any(|row| row.item == number && is_one(&row.entry, entry)) {
                    self.void(number, Some(entry.event), date);
                    self.decide(number, *settled, entry.date, entry.event)?;
                }
            }
            return Ok(());
        }
        for (at, told) in before {
            let Some(row) = self.rows.get_mut(index(*at)) else {
                continue;
            };
            row.undone = row.amount;
            let entry = Entry {
                date,
                event,
                ..row.entry
            };
            self.book_again(number, None, DebtComponent::Principal, told.amount, entry);
            self.came_back(*at, told.amount);
        }
        self.void(number, None, date);
        for (entry, told) in &now.dependents {
            let entry = Entry { date, ..*entry };
            let principal = DebtComponent::Principal;
            self.book(number, None, principal, told.amount, entry);
        }
        for (entry, settled) in &now.settled {
            self.decide(number, *settled, entry.date, entry.event)?;
        }
        Ok(())
    }
}

/// Returns whether two changes are payments of one day, which are one payment.
fn is_one(one: &Entry, other: &Entry) -> bool {
    let days = |entry: &Entry| (entry.kind, entry.date, entry.counts_from);
    one.is_paid() && days(one) == days(other)
}

const fn is_dependent(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::Discount | ChangeKind::SmallDifference)
}

const fn dependent(entry: &Entry, amount: i128) -> Dependent {
    Dependent {
        kind: entry.kind,
        amount,
        counts_from: entry.counts_from,
        event: entry.event,
    }
}
