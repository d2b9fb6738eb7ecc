use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::{AccountError, AccountFault};
use crate::receivable::account::policy::{CreditUse, SetOffEffect};
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::item::ClearedCharge;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::replay::parcel::Parcel;
use crate::receivable::account::replay::spread::{Named, Reach};
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::vocab::name::DocumentId;

/// Money that waits for documents that are not issued yet, by the documents.
pub(super) type Waiting = BTreeMap<DocumentId, Vec<u32>>;

impl<'a> Book<'a> {
    /// Spreads money that came in, and keeps the rest as credit of its sources.
    pub(super) fn receive(
        &mut self,
        mut parcel: Parcel,
        names: &Names,
        waiting: &mut Waiting,
    ) -> Result<(), AccountError> {
        let day = parcel.date;
        let first = parcel.parts.first().map(|part| part.source);
        let Some((agreed, designated)) = first.and_then(|source| self.names_of(source)) else {
            return Ok(());
        };
        let meant = self.meant(names, (agreed, designated), day);
        let waits = !meant.awaited.is_empty();
        let reach = if waits || meant.is_all {
            Reach::Named
        } else {
            Reach::All
        };
        self.pay_fees(&mut parcel, &meant.fees)?;
        let spread = self.spread(&mut parcel, &meant.named, reach);
        self.lots.wait(parcel.lot, waits);
        for part in &parcel.parts {
            let told = (parcel.kind, day, part.id);
            self.change_credit(part.source, part.left, told);
        }
        if let Some(first) = first.filter(|_| parcel.left > 0 && waits) {
            for document in &meant.awaited {
                waiting.entry(*document).or_default().push(first);
            }
            let named = meant.named.iter().map(|(number, _)| *number);
            self.await_change(parcel.lot, named);
        }
        spread
    }

    /// Returns the names that the money of a source bears.
    fn names_of(&self, source: u32) -> Option<(&'a [DocumentId], &'a [DocumentId])> {
        let source = self.sources.get(index(source))?;
        Some((source.agreed, source.designated))
    }

    /// Uses the credit that waited for documents issued on a day.
    pub(super) fn use_awaited(
        &mut self,
        issued: &[DocumentId],
        names: &Names,
        waiting: &mut Waiting,
        day: NaiveDate,
    ) -> Result<(), AccountError> {
        let mut sources = Vec::new();
        for document in issued {
            let target = names.document(*document);
            for source in waiting.remove(document).into_iter().flatten() {
                let lot = self.sources.get(index(source)).map(|source| source.lot);
                let items = target.into_iter().flat_map(Target::items);
                if let Some(lot) = lot {
                    self.await_change(lot, items);
                }
                sources.push(source);
            }
        }
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            self.use_lot(source, names, Reach::Named, day)?;
        }
        Ok(())
    }

    /// Lets items know a lot of credit that is for them and waits.
    fn await_change(&mut self, lot: u32, items: impl Iterator<Item = u32>) {
        for number in items {
            if let Some(item) = self.item(number) {
                item.awaited_by.push(lot);
            }
        }
    }

    /// Uses the credit that nobody assigned for what is open, the oldest first.
    pub(super) fn use_credit(&mut self, names: &Names, day: NaiveDate) -> Result<(), AccountError> {
        if self.policy.credit_use() != CreditUse::NextInvoice {
            return Ok(());
        }
        self.queue.advance(&mut self.items, day);
        self.look_again();
        let (mut place, mut with_nameless) = (None, true);
        while self.credit > 0 && self.queue.after(None).is_some() {
            let Some((next, number)) = self.lots.usable_after(place, with_nameless) else {
                break;
            };
            place = Some(next);
            let Some(lot) = self.use_lot(number, names, Reach::All, day)? else {
                continue;
            };
            if self.lots.credit(lot) > 0 && self.credit > 0 {
                // It has paid all it can, and so it leaves nothing for money that bears no names.
                with_nameless &= self.lots.waits(lot);
                self.lots.looked(next);
            }
        }
        Ok(())
    }

    /// Looks up the credit that waits and is meant for items that have changed.
    fn look_again(&mut self) {
        while let Some(number) = self.queue.next_changed() {
            let Some(item) = self.items.get(index(number)) else {
                continue;
            };
            for lot in &item.awaited_by {
                self.lots.look_again(*lot);
            }
        }
    }

    /// Uses the credit of a source and of those that are one payment with it, and returns their lot. Money that
    /// waits for a document goes to named items only.
    fn use_lot(
        &mut self,
        number: u32,
        names: &Names,
        reach: Reach,
        day: NaiveDate,
    ) -> Result<Option<u32>, AccountError> {
        let Some(source) = self.sources.get(index(number)) else {
            return Ok(None);
        };
        let lot = source.lot;
        let left = self.lots.credit(lot).min(self.credit);
        let bears = (source.agreed, source.designated);
        let meant = self.meant(names, bears, day);
        let waits = !meant.awaited.is_empty();
        let reach = if waits || meant.is_all {
            Reach::Named
        } else {
            reach
        };
        self.lots.wait(lot, waits);
        if left <= 0 {
            return Ok(Some(lot));
        }
        let mut parcel = Parcel::of(lot, ChangeKind::CreditUse, day);
        parcel.left = left;
        self.pay_fees(&mut parcel, &meant.fees)?;
        let spread = self.spread(&mut parcel, &meant.named, reach);
        self.use_up(&parcel);
        spread.map(|()| Some(lot))
    }

    /// Takes what was drawn from a parcel off the credit of its sources.
    fn use_up(&mut self, parcel: &Parcel) {
        for part in &parcel.parts {
            let told = (parcel.kind, parcel.date, parcel.event.unwrap_or(part.id));
            self.change_credit(part.source, part.drawn.saturating_neg(), told);
        }
    }

    /// Sets credit off against items, from the day of the declaration or from the day on which both
    /// claims stood against each other.
    pub(super) fn set_off(
        &mut self,
        named: &Named,
        reach: Reach,
        most: i128,
        (event, date): (DocumentId, NaiveDate),
    ) -> Result<i128, AccountError> {
        let mut left = most.min(self.credit);
        let mut used = 0_i128;
        let mut place = None;
        while left > 0 {
            let Some((next, number)) = self.lots.after(place) else {
                break;
            };
            place = Some(next);
            let Some(source) = self.sources.get(index(number)) else {
                continue;
            };
            let since = source.since;
            let mut parcel = Parcel::of(source.lot, ChangeKind::SetOff, date);
            let most = self.lots.credit(source.lot).min(left);
            (parcel.left, parcel.event) = (most, Some(event));
            let spread = match self.policy.set_off() {
                SetOffEffect::LooksBack => self.look_back(&mut parcel, named, reach, since),
                SetOffEffect::FromDeclaration => self.spread(&mut parcel, named, reach),
            };
            let taken = most.saturating_sub(parcel.left);
            left = left.saturating_sub(taken);
            used = used.saturating_add(taken);
            self.use_up(&parcel);
            spread?;
            if parcel.left > 0 {
                // Nothing is left that other credit could pay.
                break;
            }
        }
        Ok(used)
    }

    /// Spreads credit item by item, each from the day on which both claims stood against each other.
    /// Interest that was paid for later days is released.
    fn look_back(
        &mut self,
        parcel: &mut Parcel,
        named: &Named,
        reach: Reach,
        since: NaiveDate,
    ) -> Result<(), AccountError> {
        let date = parcel.date;
        let (mut named, mut place) = (named.iter().copied(), None);
        while parcel.left > 0 {
            let target = named.next().or_else(|| {
                place = self.queue.after(place).filter(|_| reach == Reach::All);
                place.map(|(.., number)| (number, AllocationRule::Order))
            });
            let Some(target) = target else {
                break;
            };
            let Some(item) = self.item(target.0) else {
                continue;
            };
            let at = item.at;
            item.running.restart();
            parcel.counts_from = since.max(item.issued);
            self.spread(parcel, &[target], Reach::Named)?;
            self.release(target.0, date, parcel.event)
                .map_err(|fault| at.fault(fault))?;
        }
        parcel.counts_from = date;
        Ok(())
    }

    /// Turns charges that were paid and are not owed any more into credit of the sources that paid them.
    fn release(
        &mut self,
        number: u32,
        date: NaiveDate,
        event: Option<DocumentId>,
    ) -> Result<(), AccountFault> {
        let charges = self.charges;
        let Some(item) = self.item(number) else {
            return Ok(());
        };
        item.running.restart();
        let owed = [
            (DebtComponent::Interest, item.charged(&charges, date)?),
            (DebtComponent::Costs, item.fixed(&charges, date)?),
        ];
        let mut cleared = item.cleared;
        let rows = item.rows.clone();
        for (component, owed) in owed {
            let ClearedCharge { paid, let_off } = *cleared.charge(component);
            let over = paid.saturating_add(let_off).saturating_sub(owed);
            let back = over.min(paid);
            self.release_of(&rows, (component, true), back, (date, event));
            let rest = over.saturating_sub(back);
            self.release_of(&rows, (component, false), rest, (date, event));
        }
        Ok(())
    }

    /// Releases so much of what was paid of a component, or of what the customer was let off, the last first.
    fn release_of(
        &mut self,
        rows: &[u32],
        (component, is_paid): (DebtComponent, bool),
        mut over: i128,
        (date, event): (NaiveDate, Option<DocumentId>),
    ) {
        for row in rows.iter().rev() {
            if over <= 0 {
                break;
            }
            let told = self.rows.get(index(*row)).copied();
            let told = told.filter(|told| {
                let is_own = told.component == component && told.fee.is_none();
                is_own && told.entry.source.is_some() == is_paid
            });
            let Some(told) = told else {
                continue;
            };
            let event = event.unwrap_or(told.entry.event);
            // What was let off was never money: its end is one of its own kind.
            let kind = if is_paid {
                ChangeKind::Release
            } else {
                told.entry.kind
            };
            let entry = (kind, date, event);
            let released = self.undo(*row, over, entry);
            over = over.saturating_sub(released);
            if let Some(source) = told.entry.source {
                self.change_credit(source, released, entry);
            }
        }
    }
}
