use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::receivable::account::{CustomerAccount, Netting};
use crate::receivable::aging::OpenItem;
use crate::receivable::document::Issued;
use crate::receivable::dunning::{DunningFacts, OpenInvoice, Reminder};
use crate::receivable::habit::InvoicePayment;
use crate::receivable::ledger::{DocumentKind, Ledger, LedgerDocument};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::error::StatementError;
use crate::vocab::known::Known;
use crate::vocab::money::Money;
use crate::vocab::name::DocumentId;

/// Returns the document with the dates that every question about it gets. What has no due date yet is not
/// overdue on the day of the ledger.
fn issued(document: &LedgerDocument, ledger: &Ledger) -> Result<Issued, StatementError> {
    let due = document.due.unwrap_or(ledger.as_of);
    Ok(Issued::new(document.id, document.issued, due)?)
}

/// Lists the documents of which a principal may be open: all but fees.
pub(super) fn principals(ledger: &Ledger) -> impl Iterator<Item = &LedgerDocument> {
    let documents = ledger.documents.iter();
    documents.filter(|document| document.kind != DocumentKind::Fee)
}

/// Lists the open documents, and the credit if the policy nets it.
pub(super) fn open_invoices(
    policy: &ReceivablePolicy,
    ledger: &Ledger,
) -> Result<Vec<OpenInvoice>, StatementError> {
    let mut open = principals(ledger)
        .map(|document| Ok(OpenInvoice::of(issued(document, ledger)?, document.open)))
        .collect::<Result<Vec<_>, StatementError>>()?;
    for (document, amount) in credits(policy, ledger)? {
        open.push(OpenInvoice::of(document, amount));
    }
    Ok(open)
}

/// Lists the open items for an aging, with their disputed amounts, and the credit if the policy nets it.
pub(super) fn items(
    policy: &ReceivablePolicy,
    ledger: &Ledger,
) -> Result<Vec<OpenItem>, StatementError> {
    let mut items = principals(ledger)
        .map(|document| {
            let item = OpenItem::of(issued(document, ledger)?, document.open);
            let running = document.disputes.iter();
            let running = running.filter(|dispute| dispute.runs_on(ledger.as_of));
            let nothing = Money::zero(ledger.currency);
            let disputed = running.into_iter().try_fold(nothing, |sum, dispute| {
                sum.checked_add(dispute.amount.unwrap_or(document.open))
            })?;
            Ok(item.with_disputed(disputed)?)
        })
        .collect::<Result<Vec<_>, StatementError>>()?;
    for (document, amount) in credits(policy, ledger)? {
        items.push(OpenItem::of(document, amount));
    }
    Ok(items)
}

/// Lists the credit as documents with amounts below zero, each under an id that no document has.
fn credits(
    policy: &ReceivablePolicy,
    ledger: &Ledger,
) -> Result<Vec<(Issued, Money)>, StatementError> {
    if policy.account().credits() == Netting::Apart || ledger.credits.is_empty() {
        return Ok(Vec::new());
    }
    let mut taken: BTreeSet<DocumentId> = ledger.documents.iter().map(|one| one.id).collect();
    let mut credits = Vec::with_capacity(ledger.credits.len());
    for credit in &ledger.credits {
        let Some(id) = free(credit.source, &taken) else {
            continue;
        };
        taken.insert(id);
        let document = Issued::new(id, credit.since, credit.since)?;
        credits.push((document, credit.amount.negated()));
    }
    Ok(credits)
}

/// Returns an id that is not taken: the one given, or that with a sign behind it.
fn free(id: DocumentId, taken: &BTreeSet<DocumentId>) -> Option<DocumentId> {
    if !taken.contains(&id) {
        return Some(id);
    }
    let numbers = 2_u32..=9_999;
    let mut others = numbers.filter_map(|number| {
        let keep: alloc::string::String = id.as_str().chars().take(20).collect();
        alloc::format!("{keep}#{number}").parse().ok()
    });
    others.find(|other| !taken.contains(other))
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
        if document.id != document.invoice {
            parts.entry(document.invoice).or_default().push(document.id);
        }
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

/// Lists the payments of the documents, in the order of their due dates. What was credited as a whole was
/// never owed, and tells nothing of the customer.
pub(super) fn history(ledger: &Ledger) -> Vec<InvoicePayment> {
    let told = principals(ledger).filter(|document| !is_void(document));
    let mut history: Vec<_> = told
        .filter_map(|document| {
            Some(InvoicePayment {
                document: document.id,
                due: document.due?,
                rescheduled_on: document.rescheduled_on,
                paid_on: document.settled_on,
            })
        })
        .collect();
    history.sort_by_key(|invoice| (invoice.due, invoice.document));
    history
}

/// Returns whether credit notes took the whole document away, before anything was late.
pub(super) fn is_void(document: &LedgerDocument) -> bool {
    document.open.is_zero() && document.cleared.credited == document.total
}
