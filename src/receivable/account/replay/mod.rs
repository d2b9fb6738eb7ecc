//! The way from events to a ledger.
//!
//! ```text
//! documents -> items, events -> one list by day    documents, events, open
//! event by event                                   apply, note, waive, let_off, disputes, undo, credit
//! money -> named items, then the queue             meant, spread, principal, queue, lots
//! money that came back -> a second time without it again
//! items + credit + rows -> Ledger                  conclude
//! ```
//!
//! Amounts are counts of the smallest unit on this way. An item keeps its place in the queue between the
//! events, so a payment looks at no item that it does not pay.

mod again;
mod apply;
mod book;
mod conclude;
mod credit;
mod disputes;
mod documents;
mod events;
mod failed;
mod item;
mod lateness;
mod let_off;
mod lots;
mod meant;
mod names;
mod note;
mod open;
mod parcel;
mod principal;
mod promises;
mod queue;
mod source;
mod spread;
mod undo;
pub(in crate::receivable) mod units;
mod waive;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::{AccountError, AccountFault, EventPlace};
use crate::receivable::account::event::Waiver;
use crate::receivable::account::policy::SetOffEffect;
use crate::receivable::account::replay::again::{Past, Seen};
use crate::receivable::account::replay::apply::{Money, Sources};
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::credit::Waiting;
use crate::receivable::account::replay::events::{Event, Events, Timed};
use crate::receivable::account::replay::failed::Failed;
use crate::receivable::account::replay::let_off::Wanted;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::replay::waive::Waived;
use crate::receivable::account::words::EventList;
use crate::receivable::ledger::Ledger;
use crate::vocab::name::DocumentId;

pub(super) use documents::Terms;

/// The events that are left out, by their places.
pub(super) type Skipped = BTreeSet<(EventList, usize)>;

/// Replays the events of an account up to a day, without those that are left out.
///
/// If money came back, they are replayed a second time without it, so that it counts as if it had never come.
pub(super) fn run(terms: &Terms<'_>, skipped: &Skipped) -> Result<Ledger, AccountError> {
    let first = Run::of(terms, skipped, None)?;
    if !first.seen.has_returns() {
        return conclude::conclude(terms, first.book, &first.names, &first.events);
    }
    let Run { book, seen, .. } = first;
    let whole = |_| AccountError::OutOfRange;
    let mut past = Past::of(book).map_err(whole)?;
    let mut second = Run::of(terms, skipped, Some(&seen))?;
    for fault in past.take_faults() {
        second.book.errors.keep(fault);
    }
    let mut ledger = conclude::conclude(terms, second.book, &second.names, &second.events)?;
    past.join(&mut ledger).map_err(whole)?;
    Ok(ledger)
}

/// A replay under way.
struct Run<'a> {
    terms: Terms<'a>,
    book: Book<'a>,
    names: Names,
    events: Events<'a>,
    waiting: Waiting,
    sources: Sources,
    waived: Waived,
    /// The amounts that came back on the days on which they came. They never counted.
    at_once: BTreeMap<DocumentId, i128>,
    /// The account as it is seen in this replay.
    seen: Seen,
    /// The account as it was seen in an earlier replay.
    before: Option<&'a Seen>,
}

impl<'a> Run<'a> {
    /// Replays the events of an account, the second time with what was seen the first time.
    fn of(
        terms: &Terms<'a>,
        skipped: &'a Skipped,
        before: Option<&'a Seen>,
    ) -> Result<Self, AccountError> {
        let (policy, account) = (terms.policy, terms.account);
        let mut book = Book::new(policy, account.currency);
        // What came back or was set off looks at the rows of earlier payments again.
        let is_undone = (before.is_none() && !account.returned_payments.is_empty())
            || (!account.set_offs.is_empty()
                && policy.account().set_off() == SetOffEffect::LooksBack);
        book.keeps_rows = is_undone || book.lists_all();
        let mut events = Events::new(terms.as_of, skipped);
        let names = open::open(terms, &mut book, &mut events);
        events.gather(account, &mut book, &names);
        for (dispute, amount, target) in &events.disputes {
            book.dispute(dispute, *amount, *target);
        }
        promises::check(account, &mut book, &names, &mut events);
        let timed = core::mem::take(&mut events.timed);
        let at_once = if before.is_some() || account.returned_payments.is_empty() {
            BTreeMap::new()
        } else {
            events::at_once(&timed)
        };
        let mut run = Self {
            terms: *terms,
            book,
            names,
            events,
            waiting: Waiting::new(),
            sources: Sources::new(),
            waived: Waived::default(),
            at_once,
            seen: Seen::default(),
            before,
        };
        run.all(&timed)?;
        run.seen.look_back(&run.book);
        Ok(run)
    }

    /// Applies the events day by day. An event that cannot be applied is kept as an error, and those
    /// after it are applied all the same.
    fn all(&mut self, events: &[Timed<'a>]) -> Result<(), AccountError> {
        for day in events.chunk_by(|one, other| one.date == other.date) {
            let Some(date) = day.first().map(|first| first.date) else {
                continue;
            };
            let before = day.partition_point(|one| !one.is_behind_credit());
            let (before, behind) = day.split_at_checked(before).unwrap_or((day, &[]));
            for timed in before {
                self.apply(timed)?;
            }
            if !before.is_empty() {
                self.use_credit(before, date)?;
            }
            let is_payment = |one: &Timed<'_>| matches!(one.event, Event::Payment(..));
            for group in behind.chunk_by(|one, other| is_payment(one) == is_payment(other)) {
                if group.first().is_some_and(is_payment) {
                    self.pay(group)?;
                } else {
                    for timed in group {
                        self.apply(timed)?;
                    }
                }
            }
            if self.book.uses_credit() {
                let used = self.book.use_credit(&self.names, date);
                self.keep(used)?;
            }
        }
        Ok(())
    }

    /// Uses the credit that waited for what was issued, and then the credit that nobody assigned.
    fn use_credit(&mut self, before: &[Timed<'a>], date: NaiveDate) -> Result<(), AccountError> {
        if !self.waiting.is_empty() {
            // Money may wait for an invoice, or for one of its instalments.
            let mut issued: Vec<DocumentId> = Vec::new();
            for timed in before {
                match timed.event {
                    Event::Issue {
                        document,
                        first,
                        end,
                    } => {
                        let items = (first..end)
                            .filter_map(|number| self.book.items.get(units::index(number)));
                        issued.push(document);
                        issued.extend(items.map(|item| item.id));
                    }
                    Event::Fee(fee, _) => issued.push(fee.id),
                    _ => {}
                }
            }
            let (names, waiting) = (&self.names, &mut self.waiting);
            let used = self.book.use_awaited(&issued, names, waiting, date);
            self.keep(used)?;
        }
        if self.book.uses_credit() {
            let used = self.book.use_credit(&self.names, date);
            self.keep(used)?;
        }
        Ok(())
    }

    /// Applies the payments of one day, those of the same names as one. They come in the order of the first
    /// payment of each that counts, so that one that came back moves no other.
    fn pay(&mut self, group: &[Timed<'a>]) -> Result<(), AccountError> {
        type Names<'a> = (&'a [DocumentId], &'a [DocumentId]);
        let mut places: BTreeMap<Names<'a>, usize> = BTreeMap::new();
        let mut alike: Vec<(usize, Vec<Money<'a>>)> = Vec::with_capacity(1);
        for (number, timed) in group.iter().enumerate() {
            let Event::Payment(payment, amount) = timed.event else {
                continue;
            };
            let names = (payment.agreed(), payment.designated());
            let next = alike.len();
            let place = *places.entry(names).or_insert(next);
            if place == next {
                alike.push((usize::MAX, Vec::with_capacity(1)));
            }
            if let Some((first, list)) = alike.get_mut(place) {
                let back = self.before.and_then(|seen| seen.returned(payment.id()));
                let at_once = self.at_once.get(&payment.id()).copied();
                let missing = back.map(|back| back.amount).or(at_once).unwrap_or(0);
                if missing < amount {
                    *first = number.min(*first);
                }
                list.push(Money {
                    payment,
                    amount,
                    missing,
                    back,
                });
            }
        }
        alike.sort_by_key(|(first, _)| *first);
        for (_, payments) in alike {
            let (names, waiting) = (&self.names, &mut self.waiting);
            let sources = &mut self.sources;
            let paid = self.book.pay(&payments, names, waiting, sources);
            self.keep(paid)?;
        }
        Ok(())
    }

    /// Applies an event that is no payment.
    fn apply(&mut self, timed: &Timed<'a>) -> Result<(), AccountError> {
        let applied = self.applied(timed.event, timed.at);
        let applied = applied.map_err(|failed| match failed {
            Failed::Fault(fault) => timed.at.fault(fault),
            Failed::Whole(error) => error,
        });
        self.keep(applied)
    }

    fn applied(&mut self, event: Event<'a>, at: EventPlace) -> Result<(), Failed> {
        let book = &mut self.book;
        let target = |document| {
            let target = self.names.document(document);
            target.ok_or(AccountFault::UnknownDocument { document })
        };
        let was = self.before.and_then(|seen| seen.applied(at));
        match event {
            Event::Due | Event::Payment(..) => {}
            Event::Issue { first, end, .. } => {
                let day = book.items.get(units::index(first)).map(|item| item.issued);
                book.issue(first, end, day.unwrap_or(self.terms.as_of));
            }
            Event::Fee(fee, amount) => {
                if let Target::Fee { item, .. } = target(fee.id)? {
                    book.charge(fee, amount, item)?;
                }
            }
            Event::Dispute(one, amount) => {
                let target = target(one.document)?;
                book.dispute(one, Some(amount), target);
            }
            Event::Return(..) if self.before.is_some() => {}
            Event::Return(one, amount) => book.return_payment(one, amount, &self.sources)?,
            Event::CreditNote(note, amount) => {
                book.credit_note(note, amount, &self.names, &mut self.sources)?;
            }
            Event::Waiver(one, amount) => {
                let target = target(one.document)?;
                self.waive(one, (amount, was), target)?;
                self.seen.apply(at, amount);
            }
            Event::SetOff(one, amount) => {
                let used = book.declare(one, (amount, was), &self.names)?;
                self.seen.apply(at, used);
            }
            Event::WriteOff(one, amount) => {
                let target = target(one.document)?;
                let wanted = match was {
                    Some(was) => Wanted::AtMost(was),
                    None => amount.map_or(Wanted::All, Wanted::Amount),
                };
                let written_off = book.write_off(one, wanted, target)?;
                self.seen.apply(at, written_off);
            }
            Event::Refund(one, amount) => {
                match was {
                    Some(_) => book.refund_again(one, amount, &self.sources),
                    None => book.refund(one, amount, &self.sources)?,
                }
                self.seen.apply(at, amount);
            }
        }
        Ok(())
    }

    /// Applies a waiver, which was permitted already if it has an amount of its day.
    fn waive(
        &mut self,
        one: &Waiver,
        (amount, was): (i128, Option<i128>),
        target: Target,
    ) -> Result<(), AccountFault> {
        let (book, waived) = (&mut self.book, &mut self.waived);
        match was {
            Some(was) => book.waive_again(one, was, target, waived),
            None => book.waive(self.terms.policy, one, amount, target, waived),
        }
    }

    /// Keeps the errors of events, and ends the replay on one of the whole.
    fn keep(&mut self, told: Result<(), AccountError>) -> Result<(), AccountError> {
        match told {
            Err(error @ AccountError::TooManyRows { .. }) => Err(error),
            Err(error) => {
                self.book.errors.keep(error);
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }
}
