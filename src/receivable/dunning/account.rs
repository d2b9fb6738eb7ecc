use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::cards::REC_06;
use crate::receivable::dunning::{Clock, Dispute, DunningError, OpenInvoice, Reminder};
use crate::verdict::{Evidence, Fact, Outcome, Recorder, Subject};
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;

/// The overdue and undisputed amounts in one currency.
#[derive(Debug)]
pub(super) struct Account {
    pub(super) overdue: Money,
    pub(super) documents: Vec<DocumentId>,
    pub(super) start: NaiveDate,
    /// The overdue invoices, disputed ones included: a reminder of any of them counts.
    named: BTreeSet<DocumentId>,
}

impl Account {
    pub(super) fn is_named_by(&self, reminder: &Reminder) -> bool {
        reminder
            .documents
            .iter()
            .any(|document| self.named.contains(document))
    }
}

/// Makes the accounts, in the order of their currencies. If nothing is undisputed, there is none.
pub(super) fn accounts<R: Recorder>(
    clock: Clock,
    as_of: NaiveDate,
    invoices: &[OpenInvoice],
    disputes: &[Dispute],
    r: &mut R,
) -> Result<Vec<Account>, DunningError> {
    let mut named: BTreeMap<Currency, BTreeSet<DocumentId>> = BTreeMap::new();
    let mut accounts: BTreeMap<Currency, Account> = BTreeMap::new();
    let overdue = |invoice: &&OpenInvoice| invoice.due < as_of && !invoice.open.is_zero();
    for invoice in invoices.iter().filter(overdue) {
        let currency = invoice.open.currency();
        named.entry(currency).or_default().insert(invoice.id);
        let amount = undisputed(invoice, as_of, disputes, r)?;
        if amount.is_zero() {
            continue;
        }
        let start = match clock {
            Clock::DueDate => invoice.due,
            Clock::InvoiceDate => invoice.issued,
        };
        let account = accounts.entry(currency).or_insert_with(|| Account {
            overdue: Money::zero(currency),
            documents: Vec::new(),
            start,
            named: BTreeSet::new(),
        });
        account.overdue = account.overdue.checked_add(amount)?;
        account.documents.push(invoice.id);
        account.start = account.start.min(start);
    }
    for (currency, account) in &mut accounts {
        account.named = named.remove(currency).unwrap_or_default();
    }
    Ok(accounts.into_values().collect())
}

/// Returns the amount of an invoice without its running disputes.
fn undisputed<R: Recorder>(
    invoice: &OpenInvoice,
    as_of: NaiveDate,
    disputes: &[Dispute],
    r: &mut R,
) -> Result<Money, DunningError> {
    let nothing = Money::zero(invoice.open.currency());
    let mut rest = invoice.open;
    let running = disputes
        .iter()
        .filter(|dispute| dispute.document == invoice.id && dispute.runs_on(as_of));
    for dispute in running {
        let left = rest.checked_sub(dispute.amount.unwrap_or(rest))?;
        rest = if left.is_negative() { nothing } else { left };
        r.record(&REC_06, REC_06.severity(), Outcome::Inapplicable, || {
            Evidence::absent(Fact::Dispute, true).of(Subject::Document { id: invoice.id })
        });
    }
    Ok(rest)
}
