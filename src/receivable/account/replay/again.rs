use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::Gathered;
use crate::receivable::account::error::{AccountError, AccountFault, EventPlace};
use crate::receivable::account::replay::book::{Book, Row};
use crate::receivable::account::replay::conclude::change;
use crate::receivable::account::replay::source::Source;
use crate::receivable::account::replay::units::index;
use crate::receivable::account::words::EventList;
use crate::receivable::ledger::{
    ChangeKind, CreditChange, DiscountDecision, Ledger, LedgerChange, LedgerReturn, LedgerWaiver,
};
use crate::vocab::money::Money;
use crate::vocab::name::DocumentId;

/// The account as it was seen while its events came, for a second replay that knows which money came back.
///
/// Money that came back counts as if it had never come. What somebody decided meanwhile stays decided: a
/// refund was paid out, and a write-off or a waiver is of the amount that it had on its day, or of what is
/// left to be let off.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The amounts of the events that were applied, by their places.
    applied: BTreeMap<(EventList, usize), i128>,
    /// The money that came back, by the payments.
    returned: BTreeMap<DocumentId, Back>,
}

/// The part of a payment that came back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Back {
    pub(super) amount: i128,
    /// The first day on which a part of it came back.
    pub(super) on: NaiveDate,
    /// True if a part of it came back on a later day than it came.
    pub(super) is_later: bool,
}

impl Seen {
    /// Remembers the amount with which an event was applied.
    pub(super) fn apply(&mut self, at: EventPlace, amount: i128) {
        self.applied.insert((at.list, at.place), amount);
    }

    /// Returns the amount with which an event was applied on its day.
    pub(super) fn applied(&self, at: EventPlace) -> Option<i128> {
        self.applied.get(&(at.list, at.place)).copied()
    }

    /// Returns the part of a payment that came back.
    pub(super) fn returned(&self, payment: DocumentId) -> Option<Back> {
        self.returned.get(&payment).copied()
    }

    /// Returns whether any money came back.
    pub(super) fn has_returns(&self) -> bool {
        !self.returned.is_empty()
    }

    /// Takes the money in that came back.
    pub(super) fn look_back(&mut self, book: &Book<'_>) {
        for source in &book.sources {
            if let Some(on) = source.returned_on {
                let back = Back {
                    amount: source.returned,
                    on,
                    is_later: source.returned_later,
                };
                self.returned.insert(source.id, back);
            }
        }
    }
}

/// The changes that money made until it came back, with the end of each. They add up to nothing.
#[derive(Debug)]
pub(super) struct Past {
    changes: Vec<(DocumentId, Vec<LedgerChange>)>,
    credit: Vec<CreditChange>,
    discounts: Vec<DiscountDecision>,
    returned: Vec<LedgerReturn>,
    waivers: Vec<LedgerWaiver>,
    faults: Vec<AccountError>,
}

impl Past {
    /// Finds what money that came back did in the account as it was seen.
    pub(super) fn of(mut book: Book<'_>) -> Result<Self, AccountFault> {
        let errors = core::mem::replace(&mut book.errors, Gathered::new());
        let faults = match errors.settle(|| ()) {
            Ok(()) => Vec::new(),
            Err(AccountError::Several(several)) => several.into_iter().collect(),
            Err(one) => [one].into(),
        };
        let is_return = |fault: &AccountError| {
            let place = fault.place();
            place.is_some_and(|at| at.list == EventList::ReturnedPayments)
        };
        let mut past = Self {
            changes: Vec::new(),
            credit: Vec::new(),
            discounts: Vec::new(),
            returned: core::mem::take(&mut book.returned),
            waivers: core::mem::take(&mut book.waivers),
            faults: faults.into_iter().filter(is_return).collect(),
        };
        // The order of the lists has no effect.
        let mut items: Vec<_> = book.items.iter().collect();
        items.sort_by_key(|item| item.order);
        for item in items {
            let mut changes = Vec::new();
            for number in &item.rows {
                let amount = book.came_back.get(number).copied();
                let row = book.rows.get(index(*number)).zip(amount);
                let Some((row, amount)) = row.filter(|(row, _)| is_of_returned(&book, row)) else {
                    continue;
                };
                let row = Row { amount, ..*row };
                past.use_of_credit(&book, &row)?;
                changes.push(change(&book, &row)?);
            }
            if !changes.is_empty() {
                past.changes.push((item.id, changes));
            }
        }
        past.credit_of(&book)?;
        let decisions = book.decisions.iter().filter(|one| one.void_on.is_some());
        let returned = past.returned.iter().map(|back| back.payment);
        let returned: BTreeSet<DocumentId> = returned.collect();
        let of_returned = decisions.filter(|one| returned.contains(&one.payment));
        past.discounts = of_returned.copied().collect();
        Ok(past)
    }

    /// Adds the credit that money was before it paid a document.
    fn use_of_credit(&mut self, book: &Book<'_>, row: &Row) -> Result<(), AccountFault> {
        let entry = row.entry;
        let is_use = matches!(entry.kind, ChangeKind::CreditUse | ChangeKind::SetOff);
        let Some(source) = book.source_of(row).filter(|_| is_use && row.amount > 0) else {
            return Ok(());
        };
        let end = (entry.date, entry.kind, entry.event);
        self.came_and_went(source, book.money(row.amount)?, end);
        Ok(())
    }

    /// Adds the credit that money was until it came back.
    fn credit_of(&mut self, book: &Book<'_>) -> Result<(), AccountFault> {
        let mut had: BTreeMap<u32, i128> = BTreeMap::new();
        for row in &book.credit_rows {
            let credit = had.entry(row.source).or_insert(0);
            let before = (*credit).max(0);
            *credit = credit.saturating_add(row.amount);
            let back = row.amount.saturating_neg().min(before);
            let source = book.sources.get(index(row.source));
            let is_back = row.kind == ChangeKind::ReturnedPayment && back > 0;
            if let Some(source) = source.filter(|_| is_back) {
                let end = (row.date, row.kind, row.event);
                self.came_and_went(source, book.money(back)?, end);
            }
        }
        Ok(())
    }

    /// Adds an amount that came as credit and ended as such. The credit after each change is counted when all
    /// are joined.
    fn came_and_went(
        &mut self,
        source: &Source<'_>,
        amount: Money,
        (date, kind, event): (NaiveDate, ChangeKind, DocumentId),
    ) {
        let came = CreditChange {
            date: source.since,
            kind: ChangeKind::Payment,
            amount,
            event: source.id,
            source: source.id,
            credit: Money::zero(amount.currency()),
        };
        self.credit.push(came);
        self.credit.push(CreditChange {
            date,
            kind,
            amount: amount.negated(),
            event,
            ..came
        });
    }

    /// Returns the faults of the events by which money came back.
    pub(super) fn take_faults(&mut self) -> Vec<AccountError> {
        core::mem::take(&mut self.faults)
    }

    /// Adds what money did that came back to a ledger that does not know it.
    pub(super) fn join(self, ledger: &mut Ledger) -> Result<(), AccountFault> {
        let mut changes: BTreeMap<DocumentId, Vec<LedgerChange>> =
            self.changes.into_iter().collect();
        for document in &mut ledger.documents {
            if let Some(before) = changes.remove(&document.id) {
                document.changes.extend(before);
                document.changes.sort_by_key(|change| change.date);
            }
        }
        ledger.returned = self.returned;
        ledger.waivers.extend(self.waivers);
        ledger.waivers.sort_by_key(|waiver| waiver.date);
        ledger.discounts.extend(self.discounts);
        ledger.discounts.sort_by_key(|decision| decision.date);
        ledger.credit_changes.extend(self.credit);
        ledger.credit_changes.sort_by_key(|change| change.date);
        let credit = Money::from_minor_units(0, ledger.currency);
        let mut credit = credit.map_err(|_| AccountFault::OutOfRange)?;
        for change in &mut ledger.credit_changes {
            let sum = credit.checked_add(change.amount);
            credit = sum.map_err(|_| AccountFault::OutOfRange)?;
            change.credit = credit;
        }
        Ok(())
    }
}

/// Returns whether a row is listed, and is about a payment that came back.
fn is_of_returned(book: &Book<'_>, row: &Row) -> bool {
    let is_listed = book.lists_all() || !row.entry.is_paid();
    let source = book.source_of(row);
    is_listed && source.is_some_and(|source| source.returned_on.is_some())
}
