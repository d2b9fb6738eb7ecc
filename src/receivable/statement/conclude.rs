use alloc::vec::Vec;

use crate::receivable::account::CustomerAccount;
use crate::receivable::aging::age;
use crate::receivable::cards::REC_03;
use crate::receivable::completeness::completeness;
use crate::receivable::credit::Exposure;
use crate::receivable::dunning::dun;
use crate::receivable::habit::{PaymentHistory, payment_habit};
use crate::receivable::interest::{Interest, interest};
use crate::receivable::ledger::{DocumentKind, Ledger, LedgerDocument};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::error::StatementError;
use crate::receivable::statement::open::{
    dunning_facts, history, is_void, items, open_invoices, principals,
};
use crate::receivable::statement::outcome::{StatedDocument, Statement};
use crate::receivable::statement::totals::totals;
use crate::verdict::{Bound, Evidence, Fact, Findings, Reading, Recorder, Severity, Subject};
use crate::vocab::known::Lasting;
use crate::vocab::time::Days;

/// Makes the statement of a ledger.
pub(super) fn conclude(
    policy: &ReceivablePolicy,
    account: &CustomerAccount,
    ledger: Ledger,
) -> Result<Statement, StatementError> {
    let as_of = ledger.as_of;
    // Room is made at once, because a document is large.
    let mut documents = Vec::with_capacity(ledger.documents.len());
    for document in &ledger.documents {
        documents.push(stated(policy, document, &ledger)?);
    }
    let open = open_invoices(policy, &ledger)?;
    let mut exposure = Exposure::of_invoices(account.currency, &open, as_of, Days::new(0))?;
    exposure.ordered = account.ordered.as_of(as_of, Lasting::Term);
    exposure.shipped = account.shipped.as_of(as_of, Lasting::Term);
    let dunned = dunning_facts(account, &ledger, open);
    let habit = PaymentHistory::new(as_of, history(&ledger));
    Ok(Statement {
        customer: ledger.customer,
        as_of,
        totals: totals(&ledger)?,
        period: None,
        timeliness: timeliness(&ledger, &documents),
        documents,
        aging: age(policy.aging(), &items(policy, &ledger)?, as_of)?,
        exposure,
        completeness: completeness(policy),
        dunning: dun(policy.dunning(), &dunned)?,
        habit: payment_habit(policy.habit(), &habit)?,
        ledger,
    })
}

fn stated(
    policy: &ReceivablePolicy,
    document: &LedgerDocument,
    ledger: &Ledger,
) -> Result<StatedDocument, StatementError> {
    let until = document.settled_on.unwrap_or(ledger.as_of);
    let overdue = document.due.and_then(|due| Days::between(due, until));
    let cleared = &document.cleared;
    Ok(StatedDocument {
        id: document.id,
        kind: document.kind,
        invoice: document.invoice,
        issued: document.issued,
        due: document.due,
        total: document.total,
        discounted: cleared.discounted,
        open: document.open,
        settled_on: document.settled_on,
        days_overdue: overdue
            .filter(|_| document.kind != DocumentKind::Fee)
            .unwrap_or(Days::new(0)),
        interest: charged(policy, document, ledger)?,
        interest_cleared: cleared
            .interest_paid
            .checked_add(cleared.interest_let_off)?,
        compensation: document.compensation,
        compensation_cleared: cleared
            .compensation_paid
            .checked_add(cleared.compensation_let_off)?,
        fees: document.fees.clone(),
    })
}

/// Returns the interest of a document up to the day of the ledger; `None` if the policy has none.
fn charged(
    policy: &ReceivablePolicy,
    document: &LedgerDocument,
    ledger: &Ledger,
) -> Result<Option<Interest>, StatementError> {
    let terms = policy.late_payment().set().zip(policy.interest().set());
    let told = terms.zip(document.debt.as_ref());
    let told =
        told.map(|((late, counted), debt)| interest(counted, late.rate(), debt, ledger.as_of));
    Ok(told.transpose()?)
}

/// Compares the day of settlement of each document, or the day of the statement, with its due date. A
/// rate below zero is told beside it.
fn timeliness(ledger: &Ledger, documents: &[StatedDocument]) -> Findings {
    Findings::of(|r| {
        let told = documents
            .iter()
            .filter_map(|one| Some((one.id, one.interest.as_ref()?)));
        for (id, interest) in told {
            let is_below = interest.met_rate_below_zero();
            if is_below {
                r.require_at(&REC_03, Severity::Notice, !is_below, || {
                    Evidence::absent(Fact::RateBelowZero, is_below).of(Subject::Document { id })
                });
            }
        }
        for document in principals(ledger).filter(|document| !is_void(document)) {
            let Some(required) = document.due else {
                continue;
            };
            let observed = document.settled_on.unwrap_or(ledger.as_of);
            let bound = Bound::AtMost;
            r.require(&REC_03, observed <= required, || {
                let reading = Reading::Date {
                    observed,
                    bound,
                    required,
                };
                Evidence::new(Fact::PaymentDate, reading).of(Subject::Document { id: document.id })
            });
        }
    })
}
