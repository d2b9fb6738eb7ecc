use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::CustomerAccount;
use crate::receivable::dunning::{DunningFacts, OpenInvoice, Reminder};
use crate::receivable::habit::InvoicePayment;
use crate::receivable::ledger::{DocumentKind, Ledger, LedgerDocument};
use crate::vocab::known::Known;
use crate::vocab::name::DocumentId;

/// Lists the documents of which a principal may be open: all but fees.
pub(super) fn principals(ledger: &Ledger) -> impl Iterator<Item = &LedgerDocument> {
    let documents = ledger.documents.iter();
    documents.filter(|document| document.kind != DocumentKind::Fee)
}

/// Returns what is known for dunning on the day of the ledger.
pub(super) fn dunning_facts(
    account: &CustomerAccount,
    ledger: &Ledger,
    open: Vec<OpenInvoice>,
) -> DunningFacts {
    let as_of = ledger.as_of;
    let mut parts: BTreeMap<DocumentId, Vec<DocumentId>> = BTreeMap::new();
    for document in &ledger.documents {
        let ids = [document.id].into_iter();
        let ids = ids.chain(document.fees.iter().map(|fee| fee.id));
        let ids = ids.filter(|id| *id != document.invoice);
        parts.entry(document.invoice).or_default().extend(ids);
    }
    let reminders = account.reminders.iter();
    let reminders = reminders.filter(|reminder| reminder.on <= as_of);
    // A step that named an invoice named each of its parts.
    let reminders = reminders.map(|reminder| {
        let named = reminder.documents.iter();
        let parts = named.clone().filter_map(|id| parts.get(id)).flatten();
        Reminder {
            documents: named.chain(parts).copied().collect(),
            ..reminder.clone()
        }
    });
    let mut facts = DunningFacts::new(as_of);
    facts.reminders = Known::measured(reminders.collect());
    let disputes = ledger.documents.iter();
    let disputes = disputes.flat_map(|document| document.disputes.iter().copied());
    facts.disputes = Known::measured(disputes.collect());
    facts.promises = Known::measured(ledger.promises.clone());
    facts.exclusion = account.exclusion;
    facts.invoices = Known::measured(open);
    facts
}

/// Lists the payments of the invoices, in the order of their due dates. Of an invoice in parts the part counts
/// that came latest.
///
/// What was credited as a whole or given up before it was late was never owed or never paid, and what is
/// disputed or covered by credit is not late: they tell nothing of the customer.
pub(super) fn history(ledger: &Ledger, held: &BTreeSet<DocumentId>) -> Vec<InvoicePayment> {
    let told = principals(ledger).filter(|document| {
        let is_held = document.settled_on.is_none() && held.contains(&document.id);
        !is_held && !is_void(document) && !is_given_up(document)
    });
    let mut latest: BTreeMap<DocumentId, (i64, InvoicePayment)> = BTreeMap::new();
    for document in told {
        let Some(due) = document.due else { continue };
        let late = until(document, ledger.as_of).signed_duration_since(due);
        let payment = InvoicePayment {
            document: document.invoice,
            due,
            rescheduled_on: document.rescheduled_on,
            paid_on: document.settled_on,
        };
        let found = (late.num_days(), payment);
        let one = latest.entry(document.invoice).or_insert(found);
        if one.0 < found.0 {
            *one = found;
        }
    }
    let mut history: Vec<_> = latest.into_values().map(|(_, payment)| payment).collect();
    history.sort_by_key(|invoice| (invoice.due, invoice.document));
    history
}

fn until(document: &LedgerDocument, as_of: NaiveDate) -> NaiveDate {
    document.settled_on.unwrap_or(as_of)
}

/// Returns whether credit notes took the whole document away, before anything was late.
pub(super) fn is_void(document: &LedgerDocument) -> bool {
    document.open.is_zero() && document.cleared.credited == document.total
}

/// Returns whether the rest of a document was written off before it was late. It was never paid.
pub(super) fn is_given_up(document: &LedgerDocument) -> bool {
    let is_late = document.settled_on > document.due;
    document.settled_on.is_some() && !is_late && !document.cleared.written_off.is_zero()
}
