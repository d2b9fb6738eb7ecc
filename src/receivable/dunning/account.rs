use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;

use crate::receivable::dunning::gate::shut;
use crate::receivable::dunning::{Clock, Dispute, DunningError, DunningPolicy, OpenInvoice};
use crate::verdict::{Evidence, Fact, Found, Recorder, Subject};
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;

/// The items in one currency that the ladder looks at, in the order of the facts.
#[derive(Debug)]
pub(super) struct Account {
    currency: Currency,
    items: Vec<Item>,
    start: NaiveDate,
    is_overdue: bool,
}

/// An invoice that is overdue, or due today.
#[derive(Debug)]
struct Item {
    document: DocumentId,
    due: NaiveDate,
    start: NaiveDate,
    /// The part that is neither disputed nor covered by credit.
    amount: Money,
    is_disputed: bool,
    is_overdue: bool,
}

impl Item {
    fn is_dunned(&self) -> bool {
        !self.amount.is_zero()
    }
}

impl Account {
    /// Returns the start of the clock: the date of the oldest overdue invoice. If none is overdue, it is
    /// that of the oldest one that is due today.
    pub(super) const fn start(&self) -> NaiveDate {
        self.start
    }

    /// Returns whether an amount is overdue; otherwise everything falls due today.
    pub(super) const fn is_overdue(&self) -> bool {
        self.is_overdue
    }

    pub(super) const fn currency(&self) -> Currency {
        self.currency
    }

    /// Returns the dunned amount and its invoices, with those that are due today or without.
    pub(super) fn dunned(&self, takes_in: bool) -> Result<(Money, Vec<DocumentId>), DunningError> {
        let mut total = Money::zero(self.currency);
        let mut documents = Vec::new();
        let dunned = self.items.iter().filter(|item| item.is_dunned());
        for item in dunned.filter(|item| takes_in || item.is_overdue) {
            total = total.checked_add(item.amount)?;
            documents.push(item.document);
        }
        Ok((total, documents))
    }

    /// Makes an account of items that credit has covered; `None` if nothing is left to dun.
    fn of(currency: Currency, items: Vec<Item>) -> Option<Self> {
        let dunned = || items.iter().filter(|item| item.is_dunned());
        let overdue = dunned().filter(|item| item.is_overdue);
        let oldest = overdue.map(|item| item.start).min();
        let start = oldest.or_else(|| dunned().map(|item| item.start).min())?;
        let is_overdue = oldest.is_some();
        Some(Self {
            currency,
            items,
            start,
            is_overdue,
        })
    }
}

/// Makes the accounts, in the order of their currencies. Without anything to dun there is none.
pub(super) fn accounts<R: Recorder>(
    policy: &DunningPolicy,
    as_of: NaiveDate,
    invoices: &[OpenInvoice],
    disputes: &[Dispute],
    r: &mut R,
) -> Result<Vec<Account>, DunningError> {
    let running = running(disputes, as_of);
    let mut credits: BTreeMap<Currency, Money> = BTreeMap::new();
    let mut items: BTreeMap<Currency, Vec<Item>> = BTreeMap::new();
    for invoice in invoices.iter().filter(|invoice| !invoice.open.is_zero()) {
        let currency = invoice.open.currency();
        let start = match policy.clock() {
            Clock::DueDate => invoice.due,
            Clock::InvoiceDate => invoice.issued,
        };
        let is_overdue = invoice.due < as_of;
        if invoice.open.is_negative() {
            if invoice.issued <= as_of {
                let sum = credits.entry(currency).or_insert(Money::zero(currency));
                *sum = sum.checked_sub(invoice.open)?;
            }
        } else if is_overdue || (invoice.due == as_of && policy.takes_in(start, as_of)) {
            let amount = undisputed(invoice, about(&running, invoice.id), r)?;
            items.entry(currency).or_default().push(Item {
                document: invoice.id,
                due: invoice.due,
                start,
                amount,
                is_disputed: amount != invoice.open,
                is_overdue,
            });
        }
    }
    for (currency, credit) in credits {
        cover(items.entry(currency).or_default(), credit, r)?;
    }
    let accounts = items.into_iter();
    let accounts = accounts.filter_map(|(currency, items)| Account::of(currency, items));
    Ok(accounts.collect())
}

/// Lists the invoices that a reminder may name, by their id, each with the place of its account. A
/// disputed one counts; one that credit covers is as good as paid.
pub(super) fn named(accounts: &[Account]) -> Vec<(DocumentId, usize)> {
    let places = accounts.iter().enumerate();
    let named = places.flat_map(|(place, account)| {
        let items = account.items.iter();
        let named = items.filter(|item| item.is_dunned() || item.is_disputed);
        named.map(move |item| (item.document, place))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    named
}

/// Covers the undisputed parts with credit, the earliest due first.
fn cover<R: Recorder>(items: &mut [Item], credit: Money, r: &mut R) -> Result<(), DunningError> {
    let mut order: Vec<&mut Item> = items.iter_mut().filter(|item| item.is_dunned()).collect();
    order.sort_unstable_by_key(|item| (item.due, item.document));
    let mut left = credit;
    for item in order {
        if left.is_zero() {
            break;
        }
        let covered = match left.checked_cmp(item.amount)? {
            Ordering::Less => left,
            Ordering::Equal | Ordering::Greater => item.amount,
        };
        left = left.checked_sub(covered)?;
        item.amount = item.amount.checked_sub(covered)?;
        let id = item.document;
        shut(r, || {
            let found = Evidence::found(Fact::CustomerCredit, Found::Money(covered));
            found.of(Subject::Document { id })
        });
    }
    Ok(())
}

/// Lists the disputes that run on a day, by their documents.
fn running(disputes: &[Dispute], as_of: NaiveDate) -> Vec<&Dispute> {
    let running = disputes.iter().filter(|dispute| dispute.runs_on(as_of));
    let mut running: Vec<_> = running.collect();
    running.sort_by_key(|dispute| dispute.document);
    running
}

/// Returns those of the running disputes that are about a document.
fn about<'a>(
    running: &'a [&'a Dispute],
    document: DocumentId,
) -> impl Iterator<Item = &'a Dispute> {
    let first = running.partition_point(|dispute| dispute.document < document);
    let from_there = running.iter().skip(first).copied();
    from_there.take_while(move |dispute| dispute.document == document)
}

/// Returns the amount of an invoice without its running disputes.
fn undisputed<'a, R: Recorder>(
    invoice: &OpenInvoice,
    disputes: impl Iterator<Item = &'a Dispute>,
    r: &mut R,
) -> Result<Money, DunningError> {
    let nothing = Money::zero(invoice.open.currency());
    let mut rest = invoice.open;
    for dispute in disputes {
        let left = rest.checked_sub(dispute.amount.unwrap_or(rest))?;
        rest = if left.is_negative() { nothing } else { left };
        shut(r, || {
            Evidence::absent(Fact::Dispute, true).of(Subject::Document { id: invoice.id })
        });
    }
    Ok(rest)
}
