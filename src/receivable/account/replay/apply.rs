use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::{AccountError, AccountFault};
use crate::receivable::account::event::{CreditNote, Fee, Refund, ReturnedPayment, SetOff};
use crate::receivable::account::policy::{CreditUse, ExcessCreditNote};
use crate::receivable::account::replay::book::{Book, Entry, Source, index};
use crate::receivable::account::replay::credit::Waiting;
use crate::receivable::account::replay::item::FeeUnits;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::replay::parcel::{Parcel, Part};
use crate::receivable::account::replay::spread::Reach;
use crate::receivable::allocation::Payment;
use crate::receivable::ledger::LedgerReturn;
use crate::receivable::ledger::{AllocationRule, ChangeKind, ReceiptKind};
use crate::vocab::name::DocumentId;

/// The sources of an account by their ids.
pub(super) type Sources = BTreeMap<DocumentId, u32>;

impl<'a> Book<'a> {
    /// Makes a source of money or credit.
    fn come(&mut self, id: DocumentId, since: NaiveDate, amount: i128) -> u32 {
        let number = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.sources.push(Source {
            id,
            since,
            kind: ReceiptKind::CreditNote,
            document: None,
            agreed: &[],
            designated: &[],
            returned: 0,
            amount,
            credit: 0,
            waits: false,
            place: None,
            rows: Vec::new(),
        });
        number
    }

    /// Applies the payments of one day that bear the same names, as one payment.
    pub(super) fn pay(
        &mut self,
        payments: &[(&'a Payment, i128)],
        names: &Names,
        waiting: &mut Waiting,
        sources: &mut Sources,
    ) -> Result<(), AccountError> {
        let Some(date) = payments.first().map(|(payment, _)| payment.date()) else {
            return Ok(());
        };
        let mut parcel = Parcel {
            parts: Vec::with_capacity(payments.len()),
            used: 0,
            left: 0,
            kind: ChangeKind::Payment,
            date,
            counts_from: date,
            event: None,
        };
        for (payment, amount) in payments {
            let id = payment.id();
            let source = self.come(id, date, *amount);
            if let Some(told) = self.source(source) {
                told.kind = ReceiptKind::Payment;
                told.agreed = payment.agreed();
                told.designated = payment.designated();
            }
            sources.insert(id, source);
            parcel.left = parcel.left.saturating_add(*amount);
            parcel.parts.push(Part {
                source,
                id,
                left: *amount,
            });
        }
        self.receive(parcel, names, waiting)
    }

    /// Puts the items of an issued invoice into the queue.
    pub(super) fn issue(&mut self, first: u32, end: u32, day: NaiveDate) {
        for number in first..end {
            if let Some(item) = self.items.get_mut(index(number)) {
                if item.open > 0 {
                    self.queue.put(number, item, day);
                }
            }
        }
    }

    pub(super) fn charge(
        &mut self,
        fee: &Fee,
        amount: i128,
        item: u32,
    ) -> Result<(), AccountFault> {
        if let Some(item) = self.item(item) {
            item.fees.push(FeeUnits {
                id: fee.id,
                component: fee.component,
                date: fee.date,
                amount,
                open: amount,
            });
        }
        self.queue.mark(item);
        self.settle_place(item, fee.date)
    }

    /// Takes a payment back, whole or in part.
    pub(super) fn return_payment(
        &mut self,
        one: &ReturnedPayment,
        amount: Option<i128>,
        sources: &Sources,
    ) -> Result<(), AccountFault> {
        let payment = one.document;
        let number = sources.get(&payment).copied();
        let number = number.ok_or(AccountFault::UnknownPayment { payment })?;
        let source = self.sources.get(index(number));
        let most = source.map_or(0, |source| source.amount.saturating_sub(source.returned));
        let amount = amount.unwrap_or(most);
        if most < amount || amount == 0 {
            let (given, most) = (self.money(amount)?, self.money(most)?);
            return Err(AccountFault::ReturnTooLarge { given, most });
        }
        self.returned.push(LedgerReturn {
            event: one.id,
            date: one.date,
            payment,
            amount: self.charges.money(amount)?,
        });
        self.give_back(number, amount, one.date, one.id)
    }

    /// Takes a credit note off its document; what is too much is the customer's credit.
    pub(super) fn credit_note(
        &mut self,
        note: &CreditNote,
        amount: i128,
        names: &Names,
        sources: &mut Sources,
    ) -> Result<(), AccountFault> {
        let source = self.come(note.id, note.date, amount);
        sources.insert(note.id, source);
        if let Some(told) = self.source(source) {
            told.document = note.document;
        }
        let target = note.document.and_then(|document| names.document(document));
        let mut rest = amount;
        if let Some(target) = target {
            self.check_note(note, amount, target)?;
            let entry = Entry {
                kind: ChangeKind::CreditNote,
                date: note.date,
                counts_from: note.date,
                event: note.id,
                source: None,
                rule: AllocationRule::Event,
            };
            for number in target.items() {
                let open = self.items.get(index(number)).map_or(0, |item| item.open);
                let part = open.min(rest);
                self.take(number, part, entry)?;
                rest = rest.saturating_sub(part);
                self.settle_place(number, note.date)?;
            }
        }
        let told = (ChangeKind::CreditNote, note.date, note.id);
        self.change_credit(source, rest, told);
        if let Some(target) = target {
            self.note_credit(target, rest);
        }
        Ok(())
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

    /// Pays credit out.
    pub(super) fn refund(
        &mut self,
        one: &Refund,
        amount: i128,
        sources: &Sources,
    ) -> Result<(), AccountFault> {
        let payment = one.document;
        let of = match payment {
            None => None,
            Some(payment) => {
                let number = sources.get(&payment).copied();
                Some(number.ok_or(AccountFault::UnknownPayment { payment })?)
            }
        };
        let of_one = of.and_then(|number| self.sources.get(index(number)));
        let credit = of_one.map_or(self.credit, |source| source.credit.min(self.credit));
        if credit < amount {
            let given = one.amount;
            let credit = self.money(credit.max(0))?;
            return Err(AccountFault::RefundTooLarge { given, credit });
        }
        let mut left = amount;
        while left > 0 {
            let first = || self.lots.after(None).map(|(_, source)| source);
            let Some(number) = of.or_else(first) else {
                break;
            };
            let source = self.sources.get(index(number));
            let part = source.map_or(0, |source| source.credit.max(0).min(left));
            if part == 0 {
                break;
            }
            let told = (ChangeKind::Refund, one.date, one.id);
            self.change_credit(number, part.saturating_neg(), told);
            left = left.saturating_sub(part);
        }
        Ok(())
    }

    /// Sets the customer's credit off, as much as is declared.
    pub(super) fn declare(
        &mut self,
        one: &SetOff,
        amount: Option<i128>,
        names: &Names,
    ) -> Result<(), AccountError> {
        let most = amount.unwrap_or(self.credit);
        self.queue.advance(&mut self.items, one.date);
        let designated: Vec<DocumentId> = one.document.into_iter().collect();
        let target = designated.first().and_then(|id| names.document(*id));
        let named = target.into_iter().flat_map(Target::items);
        let named: Vec<_> = named
            .map(|number| (number, AllocationRule::Event))
            .collect();
        let reach = match one.document {
            Some(_) => Reach::Named,
            None => Reach::All,
        };
        self.set_off(&named, reach, most, (one.id, one.date))?;
        Ok(())
    }

    /// Returns whether credit is used without being assigned.
    pub(super) fn uses_credit(&self) -> bool {
        self.policy.credit_use() == CreditUse::NextInvoice && self.credit > 0
    }
}
