use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::customer_account::CustomerAccount;
use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::event::{
    CreditNote, Dispute, Fee, Refund, ReturnedPayment, SetOff, Waiver, WriteOff,
};
use crate::receivable::account::policy::CreditUse;
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::words::EventList;
use crate::receivable::allocation::{DebtComponent, Payment};
use crate::vocab::name::DocumentId;

/// An event that can be applied, with its amount in smallest units; `None` for the whole.
#[derive(Clone, Copy, Debug)]
pub(super) enum Event<'a> {
    /// The items of an invoice are issued.
    Issue {
        document: DocumentId,
        first: u32,
        end: u32,
    },
    Fee(&'a Fee, i128),
    Return(&'a ReturnedPayment, Option<i128>),
    CreditNote(&'a CreditNote, i128),
    Waiver(&'a Waiver, i128),
    Payment(&'a Payment, i128),
    /// A dispute of an amount of a document that falls due in several parts.
    Dispute(&'a Dispute, i128),
    SetOff(&'a SetOff, Option<i128>),
    WriteOff(&'a WriteOff, Option<i128>),
    Refund(&'a Refund, i128),
    /// Something falls due on which credit may go from then on.
    Due,
}

/// An event with its place in the order of the day and in the account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Timed<'a> {
    pub(super) date: NaiveDate,
    /// The class in the order of one day, and the sequence in it.
    order: (u8, u32),
    pub(super) at: EventPlace,
    pub(super) event: Event<'a>,
}

impl<'a> Timed<'a> {
    pub(super) const fn new(date: NaiveDate, at: EventPlace, event: Event<'a>) -> Self {
        let class = match event {
            Event::Issue { .. } | Event::Due => 0,
            Event::Dispute(..) | Event::Fee(..) => 1,
            Event::Return(..) => 2,
            Event::CreditNote(..) => 3,
            Event::Waiver(..) => LAST_BEFORE_MONEY,
            Event::Payment(..) => 5,
            Event::SetOff(..) => 7,
            Event::WriteOff(..) => 8,
            Event::Refund(..) => 9,
        };
        let sequence = match event {
            Event::Payment(payment, _) => payment.sequence(),
            _ => 0,
        };
        Self {
            date,
            order: (class, sequence),
            at,
            event,
        }
    }

    /// Returns the event behind the payments of its day, because one of them came back on that day.
    const fn behind_payments(self) -> Self {
        Self {
            order: (BEHIND_PAYMENTS, 0),
            ..self
        }
    }

    /// Returns whether credit that is there may be used before the event.
    pub(super) const fn is_behind_credit(&self) -> bool {
        self.order.0 >= LAST_BEFORE_MONEY
    }

    /// Returns the place by which events are ordered.
    pub(super) const fn key(&self) -> (NaiveDate, (u8, u32), DocumentId) {
        (self.date, self.order, self.at.id)
    }
}

/// The class of the first events of a day that find the credit used.
const LAST_BEFORE_MONEY: u8 = 4;

/// The class of the returns of payments of the same day.
const BEHIND_PAYMENTS: u8 = 6;

/// The events of an account that are sound, and the number of those that are dated later.
#[derive(Debug)]
pub(super) struct Events<'a> {
    pub(super) timed: Vec<Timed<'a>>,
    /// The disputes that are about one item, or about the whole of each.
    pub(super) disputes: Vec<(&'a Dispute, Option<i128>, Target)>,
    pub(super) later: u32,
    pub(super) as_of: NaiveDate,
    skipped: &'a BTreeSet<(EventList, usize)>,
    seen: BTreeSet<(EventList, DocumentId)>,
    payments: BTreeMap<DocumentId, &'a Payment>,
}

type Checked<T> = Result<T, AccountFault>;

/// The book and the documents that an event is checked against.
type Known<'k> = (&'k Book<'k>, &'k Names);

impl<'a> Events<'a> {
    pub(super) fn new(as_of: NaiveDate, skipped: &'a BTreeSet<(EventList, usize)>) -> Self {
        Self {
            timed: Vec::new(),
            disputes: Vec::new(),
            later: 0,
            as_of,
            skipped,
            seen: BTreeSet::new(),
            payments: BTreeMap::new(),
        }
    }

    /// Returns whether an event is left out.
    pub(super) fn skips(&self, at: EventPlace) -> bool {
        self.skipped.contains(&(at.list, at.place))
    }

    /// Refuses an id that its kind of document or event has already. A payment may bear the number of an
    /// invoice.
    pub(super) fn once(&mut self, at: EventPlace) -> Checked<()> {
        let list = match at.list {
            EventList::CreditNotes | EventList::Fees | EventList::Retentions => EventList::Invoices,
            other => other,
        };
        let is_first = self.seen.insert((list, at.id));
        is_first.then_some(()).ok_or(AccountFault::IdTwice)
    }

    /// Checks every event of the account, and keeps those that are sound.
    pub(super) fn gather(
        &mut self,
        account: &'a CustomerAccount,
        book: &mut Book<'_>,
        names: &Names,
    ) {
        let list = (&account.payments, EventList::Payments);
        self.each(
            list,
            book,
            |one| one.id(),
            |it, book, at, one| it.payment((book, names), at, one),
        );
        let list = (&account.returned_payments, EventList::ReturnedPayments);
        self.each(list, book, |one| one.id, Self::returned);
        let list = (&account.credit_notes, EventList::CreditNotes);
        self.each(
            list,
            book,
            |one| one.id,
            |it, book, at, one| it.credit_note((book, names), at, one),
        );
        let list = (&account.waivers, EventList::Waivers);
        self.each(
            list,
            book,
            |one| one.id,
            |it, book, at, one| it.waiver((book, names), at, one),
        );
        let list = (&account.write_offs, EventList::WriteOffs);
        self.each(
            list,
            book,
            |one| one.id,
            |it, book, at, one| it.write_off((book, names), at, one),
        );
        let list = (&account.set_offs, EventList::SetOffs);
        self.each(
            list,
            book,
            |one| one.id,
            |it, book, at, one| it.set_off((book, names), at, one),
        );
        let list = (&account.refunds, EventList::Refunds);
        self.each(list, book, |one| one.id, Self::refund);
        let list = (&account.disputes, EventList::Disputes);
        self.each(
            list,
            book,
            |one| one.id,
            |it, book, at, one| it.dispute((book, names), at, one),
        );
        self.timed.sort_by_key(Timed::key);
    }

    /// Checks each event of a list, and keeps the fault of each that is none.
    fn each<T>(
        &mut self,
        (list, name): (&'a Vec<T>, EventList),
        book: &mut Book<'_>,
        id: impl Fn(&T) -> DocumentId,
        check: impl Fn(&mut Self, &Book<'_>, EventPlace, &'a T) -> Checked<()>,
    ) {
        for (place, one) in list.iter().enumerate() {
            let at = EventPlace::new(name, place, id(one));
            if self.skips(at) {
                continue;
            }
            let checked = self.once(at).and_then(|()| check(self, book, at, one));
            if let Err(fault) = checked {
                book.fault(at, fault);
            }
        }
    }

    fn credit_note(
        &mut self,
        known: Known<'_>,
        at: EventPlace,
        one: &'a CreditNote,
    ) -> Checked<()> {
        let amount = known.0.amount(one.amount)?;
        if let Some(document) = one.document {
            self.about(known.1, document, one.date)?;
        }
        self.keep(one.date, at, Event::CreditNote(one, amount));
        Ok(())
    }

    fn waiver(&mut self, known: Known<'_>, at: EventPlace, one: &'a Waiver) -> Checked<()> {
        let amount = known.0.amount(one.amount)?;
        self.about(known.1, one.document, one.date)?;
        self.keep(one.date, at, Event::Waiver(one, amount));
        Ok(())
    }

    fn write_off(&mut self, known: Known<'_>, at: EventPlace, one: &'a WriteOff) -> Checked<()> {
        let amount = one
            .amount
            .map(|amount| known.0.amount(amount))
            .transpose()?;
        self.about(known.1, one.document, one.date)?;
        self.keep(one.date, at, Event::WriteOff(one, amount));
        Ok(())
    }

    fn set_off(&mut self, known: Known<'_>, at: EventPlace, one: &'a SetOff) -> Checked<()> {
        let amount = one
            .amount
            .map(|amount| known.0.amount(amount))
            .transpose()?;
        if let Some(document) = one.document {
            self.about(known.1, document, one.date)?;
        }
        if known.0.policy.credit_use() == CreditUse::Held {
            return Err(AccountFault::SetOffHeld);
        }
        self.keep(one.date, at, Event::SetOff(one, amount));
        Ok(())
    }

    fn refund(&mut self, book: &Book<'_>, at: EventPlace, one: &'a Refund) -> Checked<()> {
        let amount = book.amount(one.amount)?;
        self.keep(one.date, at, Event::Refund(one, amount));
        Ok(())
    }

    fn payment(
        &mut self,
        (book, names): Known<'_>,
        at: EventPlace,
        payment: &'a Payment,
    ) -> Checked<()> {
        let amount = book.amount(payment.amount())?;
        for name in payment.agreed().iter().chain(payment.designated()) {
            if names.meant(*name).is_none() {
                return Err(AccountFault::UnknownDocument { document: *name });
            }
        }
        self.payments.insert(payment.id(), payment);
        self.keep(payment.date(), at, Event::Payment(payment, amount));
        Ok(())
    }

    fn returned(
        &mut self,
        book: &Book<'_>,
        at: EventPlace,
        one: &'a ReturnedPayment,
    ) -> Checked<()> {
        let amount = one.amount.map(|amount| book.amount(amount)).transpose()?;
        let payment = one.document;
        let paid = self.payments.get(&payment).map(|payment| payment.date());
        let issued = paid.ok_or(AccountFault::UnknownPayment { payment })?;
        let date = one.date;
        if date < issued {
            return Err(AccountFault::BeforeDocument { date, issued });
        }
        let timed = Timed::new(date, at, Event::Return(one, amount));
        self.push(if date == issued {
            timed.behind_payments()
        } else {
            timed
        });
        Ok(())
    }

    fn dispute(
        &mut self,
        (book, names): Known<'_>,
        at: EventPlace,
        one: &'a Dispute,
    ) -> Checked<()> {
        let amount = one.amount.map(|amount| book.amount(amount)).transpose()?;
        let document = one.document;
        let target = self.about(names, document, one.date)?;
        if matches!(target, Target::Fee { .. }) {
            return Err(AccountFault::DisputedFee { document });
        }
        let from = one.date;
        if let Some(until) = one.until.filter(|until| *until < from) {
            return Err(AccountFault::Order { from, until });
        }
        match amount.filter(|_| target.items().len() > 1) {
            Some(amount) => self.keep(from, at, Event::Dispute(one, amount)),
            None if from <= self.as_of => self.disputes.push((one, amount, target)),
            None => self.later = self.later.saturating_add(1),
        }
        Ok(())
    }

    /// Refuses an event about a document that is unknown, or exists only later.
    pub(super) fn about(
        &self,
        names: &Names,
        document: DocumentId,
        date: NaiveDate,
    ) -> Checked<Target> {
        let target = names.document(document);
        let target = target.ok_or(AccountFault::UnknownDocument { document })?;
        match target.issued() {
            Some(issued) if date < issued => Err(AccountFault::BeforeDocument { date, issued }),
            _ => Ok(target),
        }
    }

    fn keep(&mut self, date: NaiveDate, at: EventPlace, event: Event<'a>) {
        self.push(Timed::new(date, at, event));
    }

    /// Keeps an event, or counts it if it is dated later.
    pub(super) fn push(&mut self, timed: Timed<'a>) {
        if timed.date <= self.as_of {
            self.timed.push(timed);
        } else {
            self.later = self.later.saturating_add(1);
        }
    }
}

/// Returns the amounts of payments that came back on the days on which they came.
pub(super) fn at_once(timed: &[Timed<'_>]) -> BTreeMap<DocumentId, i128> {
    let mut paid: BTreeMap<DocumentId, i128> = BTreeMap::new();
    let mut back: BTreeMap<DocumentId, i128> = BTreeMap::new();
    for one in timed {
        match one.event {
            Event::Payment(payment, amount) => {
                paid.insert(payment.id(), amount);
            }
            Event::Return(returned, amount) if one.order.0 == BEHIND_PAYMENTS => {
                let sum = back.entry(returned.document).or_insert(0);
                let most = paid.get(&returned.document).copied().unwrap_or(0);
                let most = most.saturating_sub(*sum);
                // More than came is a fault.
                let amount = Some(amount.unwrap_or(most)).filter(|amount| *amount <= most);
                *sum = sum.saturating_add(amount.unwrap_or(0));
            }
            _ => {}
        }
    }
    back
}

/// Returns whether a component may be that of a fee.
pub(super) const fn is_of_fee(component: DebtComponent) -> bool {
    matches!(
        component,
        DebtComponent::Costs | DebtComponent::Fees | DebtComponent::Penalties
    )
}
