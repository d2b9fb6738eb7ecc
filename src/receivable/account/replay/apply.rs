use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::{AccountError, AccountFault};
use crate::receivable::account::event::{Fee, Refund, ReturnedPayment, SetOff};
use crate::receivable::account::policy::CreditUse;
use crate::receivable::account::replay::again::Back;
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::credit::Waiting;
use crate::receivable::account::replay::failed::Failed;
use crate::receivable::account::replay::item::FeeUnits;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::replay::parcel::{Parcel, Part};
use crate::receivable::account::replay::source::Source;
use crate::receivable::account::replay::spread::Reach;
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::Payment;
use crate::receivable::ledger::LedgerReturn;
use crate::receivable::ledger::{AllocationRule, ChangeKind, ReceiptKind};
use crate::vocab::name::DocumentId;

/// The sources of an account by their ids.
pub(super) type Sources = BTreeMap<DocumentId, u32>;

/// A payment that came in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money<'a> {
    pub(super) payment: &'a Payment,
    pub(super) amount: i128,
    /// The part that counts as if it had never come.
    pub(super) missing: i128,
    /// The part that came back, if an earlier replay has seen it.
    pub(super) back: Option<Back>,
}

impl<'a> Book<'a> {
    /// Makes a source of money or credit that belongs to a lot.
    pub(super) fn come(
        &mut self,
        id: DocumentId,
        since: NaiveDate,
        (amount, lot): (i128, u32),
    ) -> u32 {
        let number = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.sources.push(Source {
            id,
            since,
            kind: ReceiptKind::CreditNote,
            document: None,
            agreed: &[],
            designated: &[],
            returned: 0,
            returned_on: None,
            returned_later: false,
            amount,
            credit: 0,
            lot,
            rows: Vec::new(),
        });
        number
    }

    /// Applies the payments of one day that bear the same names, as one payment.
    pub(super) fn pay(
        &mut self,
        payments: &[Money<'a>],
        names: &Names,
        waiting: &mut Waiting,
        sources: &mut Sources,
    ) -> Result<(), AccountError> {
        let Some(first) = payments.first().map(|money| money.payment) else {
            return Ok(());
        };
        let date = first.date();
        let is_nameless = first.agreed().is_empty() && first.designated().is_empty();
        let lot = self.lots.open(is_nameless);
        let mut parcel = Parcel::of(lot, ChangeKind::Payment, date);
        parcel.parts.reserve(payments.len());
        for money in payments {
            let id = money.payment.id();
            let source = self.come(id, date, (money.amount, lot));
            if let Some(told) = self.source(source) {
                told.kind = ReceiptKind::Payment;
                told.agreed = money.payment.agreed();
                told.designated = money.payment.designated();
                if let Some(back) = money.back {
                    (told.returned, told.returned_on) = (back.amount, Some(back.on));
                    told.returned_later = back.is_later;
                }
            }
            sources.insert(id, source);
            let left = money.amount.saturating_sub(money.missing);
            parcel.left = parcel.left.saturating_add(left);
            parcel.add(Part::of(source, id, left));
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
        if let Some(source) = self.source(number) {
            source.returned = source.returned.saturating_add(amount);
            source.returned_on = source.returned_on.or(Some(one.date));
            if source.since == one.date {
                // It came back at once, and went nowhere.
                return Ok(());
            }
            source.returned_later = true;
        }
        self.give_back(number, amount, one.date, one.id)
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

    /// Counts a refund that was paid out. If its money came back later, the customer owes it back.
    pub(super) fn refund_again(&mut self, one: &Refund, amount: i128, sources: &Sources) {
        let told = (ChangeKind::Refund, one.date, one.id);
        let named = one.document.and_then(|id| sources.get(&id)).copied();
        let mut left = amount;
        while left > 0 && named.is_none() {
            let Some((_, number)) = self.lots.after(None) else {
                break;
            };
            let source = self.sources.get(index(number));
            let part = source.map_or(0, |source| source.credit.min(left));
            self.change_credit(number, part.saturating_neg(), told);
            left = left.saturating_sub(part);
        }
        if let Some(number) = named.or_else(|| self.last_returned()) {
            self.change_credit(number, left.saturating_neg(), told);
        }
    }

    /// Returns the last payment so far that was there and came back later; of several of one day, that with the
    /// last id.
    fn last_returned(&self) -> Option<u32> {
        let returned = self.sources.iter().enumerate().rev();
        let mut returned = returned.filter(|(_, one)| one.returned_later);
        let last = returned.next()?;
        let of_day = returned.take_while(|(_, one)| one.since == last.1.since);
        let of_day = core::iter::once(last).chain(of_day);
        let (place, _) = of_day.max_by_key(|(_, one)| one.id)?;
        u32::try_from(place).ok()
    }

    /// Sets the customer's credit off, as much as is declared, and returns how much.
    pub(super) fn declare(
        &mut self,
        one: &SetOff,
        (amount, was): (Option<i128>, Option<i128>),
        names: &Names,
    ) -> Result<i128, Failed> {
        let credit = self.credit.max(0);
        let most = was.or(amount).unwrap_or(credit);
        if credit < most && was.is_none() {
            let (given, credit) = (self.money(most)?, self.money(credit)?);
            return Err(AccountFault::SetOffTooLarge { given, credit }.into());
        }
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
        Ok(self.set_off(&named, reach, most, (one.id, one.date))?)
    }

    /// Returns whether credit is used without being assigned.
    pub(super) fn uses_credit(&self) -> bool {
        self.policy.credit_use() == CreditUse::NextInvoice && self.credit > 0
    }
}
