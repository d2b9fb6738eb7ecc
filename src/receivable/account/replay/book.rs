use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::Gathered;
use crate::receivable::account::error::{AccountError, AccountFault, EventPlace};
use crate::receivable::account::policy::{AccountPolicy, Detail};
use crate::receivable::account::replay::item::{Charges, Item};
use crate::receivable::account::replay::lots::Lots;
use crate::receivable::account::replay::queue::Queue;
use crate::receivable::account::replay::source::Source;
use crate::receivable::account::replay::units::index;
use crate::receivable::account::replay::units::units_of;
use crate::receivable::allocation::{AllocationPolicy, DebtComponent};
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::receivable::ledger::{DiscountDecision, LedgerReturn, LedgerWaiver};
use crate::receivable::policy::ReceivablePolicy;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;

/// The account while its events are applied: the items, the credit, and a row for each change.
#[derive(Debug)]
pub(super) struct Book<'a> {
    pub(super) policy: &'a AccountPolicy,
    pub(super) allocation: &'a AllocationPolicy,
    pub(super) charges: Charges<'a>,
    pub(super) items: Vec<Item<'a>>,
    pub(super) queue: Queue,
    pub(super) rows: Vec<Row>,
    /// The parts of rows that ended because money came back, and those ends, by the numbers of the rows.
    pub(super) came_back: BTreeMap<u32, i128>,
    pub(super) sources: Vec<Source<'a>>,
    pub(super) lots: Lots,
    /// The credit of all sources together.
    pub(super) credit: i128,
    pub(super) credit_rows: Vec<CreditRow>,
    pub(super) returned: Vec<LedgerReturn>,
    pub(super) waivers: Vec<LedgerWaiver>,
    pub(super) decisions: Vec<DiscountDecision>,
    pub(super) errors: Gathered<AccountError>,
    /// True if rows of payments are kept: they are listed, or may have to be undone.
    pub(super) keeps_rows: bool,
    /// The number of payments so far, by which an item knows the one that named it.
    pub(super) spreads: u32,
}

/// A change of an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) item: u32,
    /// The fee of the item, if the row is about one.
    pub(super) fee: Option<u32>,
    pub(super) entry: Entry,
    pub(super) component: DebtComponent,
    /// The amount that was taken off; below zero it is owed again.
    pub(super) amount: i128,
    /// The part of the amount that came back later.
    pub(super) undone: i128,
}

/// The circumstances of a change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) kind: ChangeKind,
    pub(super) date: NaiveDate,
    pub(super) counts_from: NaiveDate,
    pub(super) event: DocumentId,
    pub(super) source: Option<u32>,
    pub(super) rule: AllocationRule,
}

impl Entry {
    /// Makes the circumstances of a change that an event makes by itself, on its own day.
    pub(super) const fn of(kind: ChangeKind, date: NaiveDate, event: DocumentId) -> Self {
        Self {
            kind,
            date,
            counts_from: date,
            event,
            source: None,
            rule: AllocationRule::Event,
        }
    }

    /// Returns whether money, credit or a set-off pays.
    pub(super) const fn is_paid(&self) -> bool {
        matches!(
            self.kind,
            ChangeKind::Payment | ChangeKind::CreditUse | ChangeKind::SetOff
        )
    }

    /// Returns the day on which what it takes off is settled. A write-off counts from the day before,
    /// so that its own day bears no interest.
    pub(super) fn settled(&self) -> NaiveDate {
        match self.kind {
            ChangeKind::WriteOff => self.date,
            _ => self.counts_from,
        }
    }
}

/// A change of the credit.
#[derive(Clone, Copy, Debug)]
pub(super) struct CreditRow {
    pub(super) kind: ChangeKind,
    pub(super) date: NaiveDate,
    pub(super) amount: i128,
    pub(super) event: DocumentId,
    pub(super) source: u32,
    pub(super) credit: i128,
}

impl<'a> Book<'a> {
    pub(super) fn new(policy: &'a ReceivablePolicy, currency: Currency) -> Self {
        Self {
            policy: policy.account(),
            allocation: policy.allocation(),
            charges: Charges::of(policy, currency),
            items: Vec::new(),
            queue: Queue::new(policy.allocation()),
            rows: Vec::new(),
            came_back: BTreeMap::new(),
            sources: Vec::new(),
            lots: Lots::default(),
            credit: 0,
            credit_rows: Vec::new(),
            returned: Vec::new(),
            waivers: Vec::new(),
            decisions: Vec::new(),
            errors: Gathered::new(),
            keeps_rows: true,
            spreads: 0,
        }
    }

    /// Returns the money that a row is of, if it is of any.
    pub(super) fn source_of(&self, row: &Row) -> Option<&Source<'a>> {
        self.sources.get(index(row.entry.source?))
    }

    /// Returns whether every change is listed, and not the totals only.
    pub(super) fn lists_all(&self) -> bool {
        self.policy.detail() == Detail::EachChange
    }

    pub(super) fn money(&self, units: i128) -> Result<Money, AccountFault> {
        self.charges.money(units)
    }

    /// Returns an amount of an event as a count, if it is above zero, whole and in the currency.
    pub(super) fn amount(&self, given: Money) -> Result<i128, AccountFault> {
        let expected = self.charges.currency;
        if given.currency() != expected {
            let given = given.currency();
            return Err(AccountFault::Currency { given, expected });
        }
        if given.is_negative() || given.is_zero() {
            return Err(AccountFault::AmountNotPositive { given });
        }
        units_of(given).ok_or(AccountFault::NotWhole { given })
    }

    pub(super) fn item(&mut self, number: u32) -> Option<&mut Item<'a>> {
        self.items.get_mut(index(number))
    }

    pub(super) fn source(&mut self, number: u32) -> Option<&mut Source<'a>> {
        self.sources.get_mut(index(number))
    }

    /// Takes an amount off the principal of an item, and books it.
    pub(super) fn take(
        &mut self,
        number: u32,
        amount: i128,
        entry: Entry,
    ) -> Result<(), AccountFault> {
        if amount == 0 {
            return Ok(());
        }
        let (charges, forgets) = (self.charges, !self.keeps_rows);
        if let Some(item) = self.item(number) {
            let settled = entry.settled();
            item.take(amount, entry.kind, entry.counts_from, settled, &charges)?;
            if forgets {
                item.forget(&charges, entry.counts_from)?;
            }
        }
        self.book(number, None, DebtComponent::Principal, amount, entry);
        Ok(())
    }

    /// Clears a part of the interest of an item, or of its fixed sum.
    pub(super) fn clear_charge(
        &mut self,
        number: u32,
        component: DebtComponent,
        amount: i128,
        entry: Entry,
    ) {
        if amount == 0 {
            return;
        }
        let let_off = is_let_off(entry.kind);
        if let Some(item) = self.item(number) {
            if component == DebtComponent::Interest {
                item.interest_cleared_on = item.interest_cleared_on.max(Some(entry.date));
            }
            let cleared = item.cleared.charge(component);
            let sum = if let_off {
                &mut cleared.let_off
            } else {
                &mut cleared.paid
            };
            *sum = sum.saturating_add(amount);
        }
        self.book(number, None, component, amount, entry);
    }

    /// Clears a part of a fee of an item.
    pub(super) fn clear_fee(&mut self, number: u32, fee: u32, amount: i128, entry: Entry) {
        if amount == 0 {
            return;
        }
        let mut component = DebtComponent::Fees;
        if let Some(item) = self.item(number) {
            if let Some(fee) = item.fees.get_mut(index(fee)) {
                component = fee.component;
                fee.open = fee.open.saturating_sub(amount);
            }
        }
        self.book(number, Some(fee), component, amount, entry);
    }

    /// Adds a row, and remembers it with the item and the source.
    pub(super) fn book(
        &mut self,
        item: u32,
        fee: Option<u32>,
        component: DebtComponent,
        amount: i128,
        entry: Entry,
    ) {
        let is_paid = entry.is_paid();
        if is_paid && !self.keeps_rows {
            return;
        }
        let row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(Row {
            item,
            fee,
            entry,
            component,
            amount,
            undone: 0,
        });
        if let Some(item) = self.item(item) {
            item.rows.push(row);
        }
        if let Some(source) = entry.source.filter(|_| is_paid) {
            if let Some(source) = self.source(source) {
                source.rows.push(row);
            }
        }
    }

    /// Changes the credit of a source, and books it.
    pub(super) fn change_credit(
        &mut self,
        number: u32,
        amount: i128,
        (kind, date, event): (ChangeKind, NaiveDate, DocumentId),
    ) {
        if amount == 0 {
            return;
        }
        let Some(source) = self.sources.get_mut(index(number)) else {
            return;
        };
        self.lots.change(number, source, amount);
        self.credit = self.credit.saturating_add(amount);
        self.credit_rows.push(CreditRow {
            kind,
            date,
            amount,
            event,
            source: number,
            credit: self.credit,
        });
    }

    /// Keeps the error of an event.
    #[cold]
    pub(super) fn fault(&mut self, at: EventPlace, fault: AccountFault) {
        self.errors.keep(at.fault(fault));
    }

    /// Puts an item into the queue if something of it may be open, or takes it out.
    pub(super) fn settle_place(&mut self, number: u32, day: NaiveDate) -> Result<(), AccountFault> {
        let charges = self.charges;
        let Some(item) = self.items.get_mut(index(number)) else {
            return Ok(());
        };
        let claims = if item.open > 0 {
            Default::default()
        } else {
            item.claims(&charges, day)?
        };
        let is_open = item.open > 0 || claims.interest > 0 || claims.fixed > 0 || item.has_fees();
        if !is_open {
            self.queue.remove(number, item);
        } else if item.queued.is_none() {
            self.queue.put(number, item, day);
        }
        Ok(())
    }
}

/// Returns whether a change lets the customer off, instead of being paid.
const fn is_let_off(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::Waiver | ChangeKind::WriteOff | ChangeKind::SmallDifference
    )
}
