use crate::receivable::account::error::AccountFault;
use crate::receivable::account::event::CreditNote;
use crate::receivable::account::policy::ExcessCreditNote;
use crate::receivable::account::replay::apply::Sources;
use crate::receivable::account::replay::book::{Book, Entry};
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::ChangeKind;

impl Book<'_> {
    /// Takes a credit note off its document. Of what is not open any more, the part that money paid is the
    /// customer's credit, and the part that was never paid is taken back.
    pub(super) fn credit_note(
        &mut self,
        note: &CreditNote,
        amount: i128,
        names: &Names,
        sources: &mut Sources,
    ) -> Result<(), AccountFault> {
        let lot = self.lots.open(true);
        let source = self.come(note.id, note.date, (amount, lot));
        sources.insert(note.id, source);
        if let Some(told) = self.source(source) {
            told.document = note.document;
        }
        let target = note.document.and_then(|document| names.document(document));
        let mut rest = amount;
        if let Some(target) = target {
            self.check_note(note, amount, target)?;
            let entry = Entry::of(ChangeKind::CreditNote, note.date, note.id);
            for number in target.items() {
                let open = self.items.get(index(number)).map_or(0, |item| item.open);
                let part = open.min(rest);
                self.take(number, part, entry)?;
                rest = rest.saturating_sub(part);
                self.settle_place(number, note.date)?;
            }
            let mut beyond = rest;
            for number in target.items() {
                let (part, taken) = self.credit_beyond(number, beyond, entry);
                beyond = beyond.saturating_sub(part);
                rest = rest.saturating_sub(taken);
            }
        }
        let told = (ChangeKind::CreditNote, note.date, note.id);
        self.change_credit(source, rest, told);
        if let Some(target) = target {
            self.note_credit(target, rest);
        }
        Ok(())
    }

    /// Lets a credit note take the place of what an item was let off: what was written off or forgone, and
    /// the discount on what is credited. Returns the part of the note that is about the item, and how much
    /// of it takes such a place.
    fn credit_beyond(&mut self, number: u32, rest: i128, entry: Entry) -> (i128, i128) {
        let Some(item) = self.items.get(index(number)) else {
            return (0, 0);
        };
        let cleared = &item.cleared;
        let lost = cleared.written_off.saturating_add(cleared.forgone);
        let lost = lost.min(rest);
        let before = item
            .total
            .saturating_sub(cleared.credited)
            .saturating_sub(item.credited_beyond)
            .saturating_sub(lost);
        let credited = rest.saturating_sub(lost).min(before).max(0);
        let discount = match credited.checked_mul(cleared.discounted) {
            Some(part) if before > 0 => part.checked_div(before).unwrap_or(0),
            _ => 0,
        };
        let kinds: [(i128, &[ChangeKind]); 2] = [
            (
                lost,
                &[
                    ChangeKind::WriteOff,
                    ChangeKind::SmallDifference,
                    ChangeKind::Waiver,
                ],
            ),
            (discount, &[ChangeKind::Discount]),
        ];
        let mut taken = 0_i128;
        for (amount, kinds) in kinds {
            let undone = self.take_back(number, amount, kinds, entry);
            taken = taken.saturating_add(undone);
        }
        (lost.saturating_add(credited), taken)
    }

    /// Replaces so much of what an item was let off by another change that leaves it as settled as before,
    /// and returns how much.
    pub(super) fn take_back(
        &mut self,
        number: u32,
        amount: i128,
        kinds: &[ChangeKind],
        entry: Entry,
    ) -> i128 {
        let principal = DebtComponent::Principal;
        let Some(item) = self.items.get(index(number)).filter(|_| amount > 0) else {
            return 0;
        };
        let rows = item.rows.clone();
        let mut left = amount;
        for row in rows.iter().rev() {
            let told = self.rows.get(index(*row)).copied();
            let told = told.filter(|told| {
                left > 0 && told.component == principal && kinds.contains(&told.entry.kind)
            });
            let Some(told) = told else { continue };
            let back = (told.entry.kind, entry.date, entry.event);
            let part = self.undo(*row, left, back);
            if part == 0 {
                continue;
            }
            left = left.saturating_sub(part);
            let entry = Entry {
                counts_from: told.entry.counts_from,
                ..entry
            };
            if let Some(item) = self.item(number) {
                let sum = item.cleared.principal(told.entry.kind);
                *sum = sum.saturating_sub(part);
                let sum = item.cleared.principal(entry.kind);
                *sum = sum.saturating_add(part);
            }
            self.book(number, None, principal, part, entry);
        }
        amount.saturating_sub(left)
    }

    /// Refuses a credit note that is larger than what earlier ones left of its invoice.
    fn check_note(
        &self,
        note: &CreditNote,
        amount: i128,
        target: Target,
    ) -> Result<(), AccountFault> {
        if self.policy.excess_credit_note() == ExcessCreditNote::Credit {
            return Ok(());
        }
        let items = target
            .items()
            .filter_map(|number| self.items.get(index(number)));
        let most = items.fold(0_i128, |sum, item| {
            let left = item.total.saturating_sub(item.cleared.credited);
            sum.saturating_add(left.saturating_sub(item.credited_beyond))
        });
        if most < amount {
            let (given, most) = (note.amount, self.money(most)?);
            return Err(AccountFault::CreditNoteTooLarge { given, most });
        }
        Ok(())
    }

    /// Remembers the part of a credit note that its document did not owe any more.
    fn note_credit(&mut self, target: Target, mut rest: i128) {
        for number in target.items() {
            if let Some(item) = self.item(number) {
                let room = item
                    .total
                    .saturating_sub(item.cleared.credited)
                    .saturating_sub(item.credited_beyond);
                let part = room.max(0).min(rest);
                item.credited_beyond = item.credited_beyond.saturating_add(part);
                rest = rest.saturating_sub(part);
            }
        }
    }
}
