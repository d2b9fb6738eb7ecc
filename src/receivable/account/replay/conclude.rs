use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::error::{AccountError, AccountFault};
use crate::receivable::account::replay::book::{Book, Row};
use crate::receivable::account::replay::documents::Terms;
use crate::receivable::account::replay::events::Events;
use crate::receivable::account::replay::item::{ClearedUnits, FeeUnits, Item};
use crate::receivable::account::replay::names::Names;
use crate::receivable::account::replay::promises;
use crate::receivable::account::replay::units::index;
use crate::receivable::account::replay::units::money_of;
use crate::receivable::ledger::ChangeKind;
use crate::receivable::ledger::{
    Cleared, CreditChange, Ledger, LedgerChange, LedgerCredit, LedgerDocument, LedgerFee,
    LedgerReceipt,
};
use crate::vocab::money::{Currency, Money};

/// Makes the ledger of what the events left, or returns the errors of those that could not be applied.
pub(super) fn conclude(
    terms: &Terms<'_>,
    mut book: Book<'_>,
    names: &Names,
    events: &Events<'_>,
) -> Result<Ledger, AccountError> {
    let errors = core::mem::replace(&mut book.errors, crate::form::Gathered::new());
    errors.settle(|| ())?;
    let whole = |_| AccountError::OutOfRange;
    let promises = promises::kept(terms.account, &book, names, events).map_err(whole)?;
    let as_of = terms.as_of;
    let items = core::mem::take(&mut book.items);
    let mut documents = Vec::with_capacity(items.len());
    for item in items {
        let at = item.at;
        let document = document(&book, item, as_of);
        documents.push(document.map_err(|fault| at.fault(fault))?);
    }
    Ok(Ledger {
        customer: terms.account.customer,
        currency: terms.account.currency,
        as_of,
        documents,
        receipts: receipts(&book).map_err(whole)?,
        returned: core::mem::take(&mut book.returned),
        credit_changes: credit_changes(&book).map_err(whole)?,
        credits: credits(&book).map_err(whole)?,
        credit: book.money(book.credit).map_err(whole)?,
        discounts: book.decisions,
        waivers: book.waivers,
        promises,
        later: events.later,
    })
}

/// Writes an item as a document of the ledger.
fn document(
    book: &Book<'_>,
    mut item: Item<'_>,
    as_of: NaiveDate,
) -> Result<LedgerDocument, AccountFault> {
    let charges = book.charges;
    let money = |units| charges.money(units);
    let charged = item.charged(&charges, as_of)?;
    let changes = changes(book, &item)?;
    let fixed = item.fixed(&charges, as_of)?;
    let mut rows = item.late_charges(&charges, as_of)?;
    if let Some(rows) = &mut rows {
        let sum = item.fixed_sum(&charges, as_of)?.min(fixed);
        rows.cut_to(fixed.saturating_sub(sum))?;
    }
    Ok(LedgerDocument {
        id: item.id,
        kind: item.kind,
        invoice: item.invoice,
        issued: item.issued,
        due: item.due,
        rescheduled_on: item.rescheduled_on,
        total: money(item.total)?,
        open: money(item.open)?,
        settled_on: item.settled_on,
        charged: money(charged)?,
        compensation: money(fixed)?,
        charges: rows,
        cleared: cleared(&item.cleared, charges.currency)?,
        fees: fees(&item.fees, charges.currency)?,
        disputes: item.disputes,
        changes,
        debt: item.debt.filter(|_| book.keeps_rows),
    })
}

fn cleared(units: &ClearedUnits, currency: Currency) -> Result<Cleared, AccountFault> {
    let money = |units| money_of(units, currency);
    Ok(Cleared {
        paid: money(units.paid)?,
        credited: money(units.credited)?,
        discounted: money(units.discounted)?,
        written_off: money(units.written_off)?,
        forgone: money(units.forgone)?,
        interest_paid: money(units.interest.paid)?,
        interest_let_off: money(units.interest.let_off)?,
        compensation_paid: money(units.fixed.paid)?,
        compensation_let_off: money(units.fixed.let_off)?,
    })
}

fn fees(fees: &[FeeUnits], currency: Currency) -> Result<Vec<LedgerFee>, AccountFault> {
    let money = |units| -> Result<Money, AccountFault> { money_of(units, currency) };
    let fees = fees.iter().map(|fee| {
        Ok(LedgerFee {
            id: fee.id,
            component: fee.component,
            date: fee.date,
            amount: money(fee.amount)?,
            open: money(fee.open)?,
        })
    });
    fees.collect()
}

/// Lists the changes of an item, in the order of booking.
fn changes(book: &Book<'_>, item: &Item<'_>) -> Result<Vec<LedgerChange>, AccountFault> {
    let lists_all = book.lists_all();
    let is_money = |row: &Row| row.entry.is_paid() || row.entry.kind == ChangeKind::ReturnedPayment;
    let rows = item.rows.iter();
    let rows = rows.filter_map(|row| book.rows.get(index(*row)));
    let rows = rows.filter(|row| lists_all || !is_money(row));
    rows.map(|row| change(book, row)).collect()
}

/// Writes a row as a change of its document.
pub(super) fn change(book: &Book<'_>, row: &Row) -> Result<LedgerChange, AccountFault> {
    let entry = row.entry;
    let source = book.source_of(row);
    Ok(LedgerChange {
        date: entry.date,
        counts_from: entry.counts_from,
        kind: entry.kind,
        component: row.component,
        amount: book.money(row.amount)?,
        event: entry.event,
        source: source
            .map(|source| source.id)
            .filter(|id| *id != entry.event),
        rule: entry.rule,
    })
}

fn credit_changes(book: &Book<'_>) -> Result<Vec<CreditChange>, AccountFault> {
    let rows = book.credit_rows.iter().filter_map(|row| {
        let source = book.sources.get(index(row.source))?;
        Some((row, source.id))
    });
    let changes = rows.map(|(row, source)| {
        Ok(CreditChange {
            date: row.date,
            kind: row.kind,
            amount: book.money(row.amount)?,
            event: row.event,
            source,
            credit: book.money(row.credit)?,
        })
    });
    changes.collect()
}

fn credits(book: &Book<'_>) -> Result<Vec<LedgerCredit>, AccountFault> {
    let sources = book.sources.iter().filter(|source| source.credit != 0);
    let mut credits = sources
        .map(|source| {
            Ok(LedgerCredit {
                source: source.id,
                since: match source.returned_on {
                    Some(back) if source.credit < 0 => back,
                    _ => source.since,
                },
                amount: book.money(source.credit)?,
            })
        })
        .collect::<Result<Vec<_>, AccountFault>>()?;
    credits.sort_by_key(|credit| (credit.since, credit.source));
    Ok(credits)
}

fn receipts(book: &Book<'_>) -> Result<Vec<LedgerReceipt>, AccountFault> {
    let sources = book.sources.iter();
    let receipts = sources.map(|source| {
        Ok(LedgerReceipt {
            id: source.id,
            kind: source.kind,
            date: source.since,
            document: source.document,
            amount: book.money(source.amount)?,
        })
    });
    receipts.collect()
}
