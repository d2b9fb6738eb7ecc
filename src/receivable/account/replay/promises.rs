use alloc::collections::{BTreeMap, BinaryHeap};
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::NaiveDate;

use crate::receivable::account::customer_account::CustomerAccount;
use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::event::Promise;
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::events::Events;
use crate::receivable::account::replay::names::Names;
use crate::receivable::account::replay::source::Source;
use crate::receivable::account::replay::units::index;
use crate::receivable::account::words::EventList;
use crate::receivable::dunning::PromiseToPay;
use crate::receivable::ledger::ReceiptKind;
use crate::vocab::name::DocumentId;

/// Checks the promises, and counts those that are made later.
pub(super) fn check(
    account: &CustomerAccount,
    book: &mut Book<'_>,
    names: &Names,
    events: &mut Events<'_>,
) {
    for (place, promise) in account.promises.iter().enumerate() {
        let at = EventPlace::new(EventList::Promises, place, promise.id);
        if events.skips(at) {
            continue;
        }
        let checked = events.once(at);
        let checked = checked.and_then(|()| sound(promise, book, names, events));
        if let Err(fault) = checked {
            book.fault(at, fault);
        } else if events.as_of < promise.date {
            events.later = events.later.saturating_add(1);
        }
    }
}

fn sound(
    promise: &Promise,
    book: &Book<'_>,
    names: &Names,
    events: &Events<'_>,
) -> Result<(), AccountFault> {
    book.amount(promise.amount)?;
    let (from, until) = (promise.date, promise.by);
    if until < from {
        return Err(AccountFault::Order { from, until });
    }
    if let Some(document) = promise.document {
        events.about(names, document, promise.date)?;
    }
    Ok(())
}

/// The promises that may still be kept, those that end first at the top.
type Running = BinaryHeap<Reverse<(NaiveDate, u32)>>;

/// Promises and what is left of them, while money comes.
struct Kept<'a> {
    promises: Vec<&'a Promise>,
    /// The invoice of each that is about a document.
    invoices: Vec<Option<DocumentId>>,
    left: Vec<i128>,
    all: Running,
    /// Those of an invoice, and under `None` those of no document.
    of: BTreeMap<Option<DocumentId>, Running>,
}

impl Kept<'_> {
    /// Lets a promise run.
    fn begin(&mut self, place: u32) {
        let promise = self.promises.get(index(place));
        let invoice = self.invoices.get(index(place)).copied().flatten();
        if let Some(promise) = promise {
            let key = Reverse((promise.by, place));
            self.all.push(key);
            self.of.entry(invoice).or_default().push(key);
        }
    }

    /// Returns the first promise of some that can still be kept on a day.
    fn first(left: &[i128], running: &mut Running, day: NaiveDate) -> Option<(NaiveDate, u32)> {
        while let Some(Reverse((by, place))) = running.peek().copied() {
            if day <= by && left.get(index(place)).is_some_and(|left| *left > 0) {
                return Some((by, place));
            }
            running.pop();
        }
        None
    }

    /// Counts money for the promises that it may be for, those that end first at first.
    fn pay(&mut self, day: NaiveDate, mut money: i128, invoices: &[DocumentId]) {
        while money > 0 {
            let (left, of) = (&self.left, &mut self.of);
            let first = if invoices.is_empty() {
                Self::first(left, &mut self.all, day)
            } else {
                let named = invoices.iter().copied().map(Some);
                let found = named.chain([None]).filter_map(|invoice| {
                    let running = of.get_mut(&invoice)?;
                    Self::first(left, running, day)
                });
                found.min()
            };
            let rest = first.and_then(|(_, place)| self.left.get_mut(index(place)));
            let Some(rest) = rest else { return };
            let part = money.min(*rest);
            *rest = rest.saturating_sub(part);
            money = money.saturating_sub(part);
        }
    }
}

/// Returns the promises that were made by a day, each with the money that came for it: the money of a day
/// keeps the promise that ends first. Money that names invoices keeps no promise about another one.
pub(super) fn kept(
    account: &CustomerAccount,
    book: &Book<'_>,
    names: &Names,
    events: &Events<'_>,
) -> Result<Vec<PromiseToPay>, AccountFault> {
    let made = account.promises.iter().enumerate();
    let made = made.filter(|(place, promise)| {
        let at = EventPlace::new(EventList::Promises, *place, promise.id);
        promise.date <= events.as_of && !events.skips(at)
    });
    let mut made: Vec<&Promise> = made.map(|(_, promise)| promise).collect();
    made.sort_by_key(|promise| (promise.date, promise.by, promise.id));
    let whole = made
        .iter()
        .map(|promise| book.amount(promise.amount))
        .collect::<Result<Vec<_>, _>>()?;
    let of = made.iter().map(|promise| {
        let mut invoices = invoices(book, names, promise.document.as_slice());
        invoices.pop()
    });
    let mut kept = Kept {
        invoices: of.collect(),
        promises: made,
        left: whole.clone(),
        all: Running::new(),
        of: BTreeMap::new(),
    };
    let sources = book.sources.iter();
    let mut money: Vec<&Source<'_>> = sources
        .filter(|source| source.kind == ReceiptKind::Payment)
        .collect();
    money.sort_by_key(|source| source.since);
    let mut next = 0_u32;
    for source in money {
        let is_made = |place: u32| {
            let promise = kept.promises.get(index(place));
            promise.is_some_and(|promise| promise.date <= source.since)
        };
        let first = next;
        while is_made(next) {
            next = next.saturating_add(1);
        }
        (first..next).for_each(|place| kept.begin(place));
        let mut about = invoices(book, names, source.agreed);
        about.extend(invoices(book, names, source.designated));
        let amount = source.amount.saturating_sub(source.returned);
        kept.pay(source.since, amount, &about);
    }
    let told = kept.promises.iter().zip(whole.iter().zip(&kept.left));
    told.map(|(promise, (whole, left))| {
        Ok(PromiseToPay {
            made: promise.date,
            by: promise.by,
            amount: promise.amount,
            paid: book.money(whole.saturating_sub(*left))?,
        })
    })
    .collect()
}

/// Returns the invoices that names mean.
fn invoices(book: &Book<'_>, names: &Names, of: &[DocumentId]) -> Vec<DocumentId> {
    let mut invoices = Vec::new();
    for name in of {
        for (id, target) in names.meant(*name).into_iter().flatten() {
            let item = target.items().next();
            let item = item.and_then(|number| book.items.get(index(number)));
            invoices.push(item.map_or(id, |item| item.invoice));
        }
    }
    invoices
}
