use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::NaiveDate;

use crate::receivable::account::customer_account::CustomerAccount;
use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::event::Promise;
use crate::receivable::account::replay::book::{Book, index};
use crate::receivable::account::replay::events::Events;
use crate::receivable::account::words::EventList;
use crate::receivable::dunning::PromiseToPay;
use crate::receivable::ledger::ReceiptKind;

/// Checks the promises, and counts those that are made later.
pub(super) fn check(account: &CustomerAccount, book: &mut Book<'_>, events: &mut Events<'_>) {
    for (place, promise) in account.promises.iter().enumerate() {
        let at = EventPlace::new(EventList::Promises, place, promise.id);
        if events.skips(at) {
            continue;
        }
        let checked = events.once(at).and_then(|()| sound(promise, book));
        if let Err(fault) = checked {
            book.fault(at, fault);
        } else if events.as_of < promise.date {
            events.later = events.later.saturating_add(1);
        }
    }
}

fn sound(promise: &Promise, book: &Book<'_>) -> Result<(), AccountFault> {
    book.amount(promise.amount)?;
    let (from, until) = (promise.date, promise.by);
    if until < from {
        return Err(AccountFault::Order { from, until });
    }
    Ok(())
}

/// Returns the promises that were made by a day, each with the money that came for it: the money of a day
/// keeps the promise that ends first.
pub(super) fn kept(
    account: &CustomerAccount,
    book: &Book<'_>,
    events: &Events<'_>,
) -> Result<Vec<PromiseToPay>, AccountFault> {
    let made = account.promises.iter().enumerate();
    let made = made.filter(|(place, promise)| {
        let at = EventPlace::new(EventList::Promises, *place, promise.id);
        promise.date <= events.as_of && !events.skips(at)
    });
    let mut made: Vec<&Promise> = made.map(|(_, promise)| promise).collect();
    made.sort_by_key(|promise| (promise.date, promise.by, promise.id));
    let mut owed = made
        .iter()
        .map(|promise| book.amount(promise.amount))
        .collect::<Result<Vec<_>, _>>()?;
    let whole = owed.clone();
    let mut money: Vec<(NaiveDate, i128)> = book
        .sources
        .iter()
        .filter(|source| source.kind == ReceiptKind::Payment)
        .map(|source| (source.since, source.amount.saturating_sub(source.returned)))
        .collect();
    money.sort_unstable();
    let mut running = BinaryHeap::new();
    let mut next = (0_u32..).zip(&made).peekable();
    for (day, mut left) in money {
        while let Some((place, promise)) = next.next_if(|(_, promise)| promise.date <= day) {
            running.push(Reverse((promise.by, place)));
        }
        while let Some(Reverse((by, place))) = running.peek().copied() {
            let rest = owed
                .get_mut(index(place))
                .filter(|rest| **rest > 0 && day <= by);
            let Some(rest) = rest else {
                running.pop();
                continue;
            };
            let part = left.min(*rest);
            *rest = rest.saturating_sub(part);
            left = left.saturating_sub(part);
            if left == 0 {
                break;
            }
        }
    }
    let told = made.iter().zip(whole.iter().zip(owed));
    told.map(|(promise, (whole, left))| {
        Ok(PromiseToPay {
            made: promise.date,
            by: promise.by,
            amount: promise.amount,
            paid: book.money(whole.saturating_sub(left))?,
        })
    })
    .collect()
}
