use alloc::vec::Vec;

use crate::receivable::account::CustomerAccount;
use crate::receivable::aging::age;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::cards::{REC_03, REC_04};
use crate::receivable::completeness::completeness;
use crate::receivable::credit::Exposure;
use crate::receivable::dunning::dun;
use crate::receivable::habit::{PaymentHistory, payment_habit};
use crate::receivable::interest::{Interest, interest};
use crate::receivable::ledger::{ChangeKind, DocumentKind, Ledger, LedgerChange, LedgerDocument};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::cover::Cover;
use crate::receivable::statement::error::StatementError;
use crate::receivable::statement::open::{
    dunning_facts, history, is_given_up, is_void, principals,
};
use crate::receivable::statement::outcome::{StatedDocument, Statement};
use crate::receivable::statement::totals::totals;
use crate::verdict::{
    Bound, Evidence, Fact, Findings, Outcome, Reading, Recorder, Severity, Subject,
};
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
    let mut cover = Cover::of(policy, &ledger)?;
    let open = cover.open_invoices();
    let aging = age(policy.aging(), &cover.items(&ledger)?, as_of)?;
    let mut exposure = Exposure::of_invoices(account.currency, &open, as_of, Days::new(0))?;
    exposure.shipped = cover.lower(account.shipped.as_of(as_of, Lasting::Term))?;
    exposure.ordered = cover.lower(account.ordered.as_of(as_of, Lasting::Term))?;
    let dunned = dunning_facts(account, &ledger, core::mem::take(&mut cover.apart));
    let habit = PaymentHistory::new(as_of, history(&ledger, &cover.held()?));
    Ok(Statement {
        customer: ledger.customer,
        as_of,
        totals: totals(&ledger)?,
        period: None,
        timeliness: timeliness(policy, &ledger, &documents),
        waivers: waivers(&ledger),
        documents,
        aging,
        free_credit: cover.free,
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
    let Some(((late, counted), debt)) = told else {
        return Ok(None);
    };
    let (rate, as_of) = (late.rate(), ledger.as_of);
    let whole = interest(counted, rate, debt, as_of)?;
    if whole.charged().money() == document.charged {
        return Ok(Some(whole));
    }
    // A cap on all costs of the debt ended the interest earlier.
    let counted = counted.capped_at(document.charged);
    Ok(Some(interest(&counted, rate, debt, as_of)?))
}

/// Compares the day of settlement of each document, or the day of the statement, with its due date. A
/// rate below zero is told beside it. What is open and not yet late tells nothing, nor does what was written
/// off before it was late.
fn timeliness(
    policy: &ReceivablePolicy,
    ledger: &Ledger,
    documents: &[StatedDocument],
) -> Findings {
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
        let mut is_late = false;
        for document in principals(ledger).filter(|document| !is_void(document)) {
            let Some(required) = document.due else {
                continue;
            };
            let subject = Subject::Document { id: document.id };
            let observed = document.settled_on.unwrap_or(ledger.as_of);
            let is_timely = observed <= required;
            let is_paid = document.settled_on.is_some() && !is_given_up(document);
            if is_timely && !is_paid {
                r.record(&REC_03, REC_03.severity(), Outcome::Inapplicable, || {
                    Evidence::new(Fact::PaymentDate, Reading::Nothing).of(subject)
                });
                continue;
            }
            is_late |= !is_timely;
            r.require(&REC_03, is_timely, || {
                let bound = Bound::AtMost;
                let reading = Reading::Date {
                    observed,
                    bound,
                    required,
                };
                Evidence::new(Fact::PaymentDate, reading).of(subject)
            });
        }
        if is_late && !policy.late_payment().is_settled() {
            r.miss(&REC_03, Fact::LatePayment);
        }
    })
}

/// Repeats the findings by which each waiver was permitted. A charge that was written off while all of its
/// principal was claimed is a waiver without anybody who may give it.
fn waivers(ledger: &Ledger) -> Findings {
    Findings::of(|r| {
        for finding in ledger.waivers.iter().flat_map(|waiver| &waiver.findings) {
            r.record(&REC_04, finding.severity, finding.outcome, || {
                finding.evidence
            });
        }
        for document in &ledger.documents {
            let written_off = |change: &&LedgerChange| {
                change.kind == ChangeKind::WriteOff && !change.amount.is_negative()
            };
            let changes = document.changes.iter().filter(written_off);
            let (principal, charges): (Vec<&LedgerChange>, Vec<&LedgerChange>) =
                changes.partition(|change| change.component == DebtComponent::Principal);
            let is_waiver = principal.is_empty() && !charges.is_empty();
            if is_waiver {
                r.require(&REC_04, !is_waiver, || {
                    Evidence::present(Fact::WaiverAuthority, !is_waiver)
                        .of(Subject::Document { id: document.id })
                });
            }
        }
    })
}
