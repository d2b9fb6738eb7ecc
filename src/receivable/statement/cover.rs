use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::receivable::account::Netting;
use crate::receivable::aging::OpenItem;
use crate::receivable::document::Issued;
use crate::receivable::dunning::OpenInvoice;
use crate::receivable::ledger::{DocumentKind, Ledger, LedgerDocument};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::error::StatementError;
use crate::vocab::known::Known;
use crate::vocab::money::{Money, MoneyError};
use crate::vocab::name::DocumentId;

/// The debts of a ledger with what is left of them when the customer's credit has covered what it can.
///
/// Aging, dunning, exposure and habit read it, so that they see the credit at one place. It covers what is
/// not disputed first, the debts that fall due first, and then what is disputed.
#[derive(Debug)]
pub(super) struct Cover {
    debts: Vec<Debt>,
    /// The debts and the credit for the ladder, which covers the one with the other in the same order and says
    /// so.
    pub(super) apart: Vec<OpenInvoice>,
    /// The credit that covers nothing.
    pub(super) free: Money,
    /// The id under which an aging shows that credit.
    free_id: Option<DocumentId>,
}

/// A debt that has an age: a document, a fee, or money that the customer owes back.
#[derive(Debug)]
struct Debt {
    issued: Issued,
    /// The amount that no credit covers.
    open: Money,
    /// The part of it that is disputed.
    disputed: Money,
}

impl Cover {
    /// Covers the debts of a ledger as far as the policy lets credit cover them.
    pub(super) fn of(policy: &ReceivablePolicy, ledger: &Ledger) -> Result<Self, StatementError> {
        let mut debts = debts(ledger)?;
        let nothing = Money::zero(ledger.currency);
        let mut cover = Self {
            debts: Vec::new(),
            apart: open_invoices(&debts),
            free: nothing,
            free_id: None,
        };
        let mut taken: BTreeSet<DocumentId> = debts.iter().map(|debt| debt.issued.id()).collect();
        if policy.account().credits() == Netting::Net {
            let credits = ledger.credits.iter();
            for credit in credits.filter(|one| !one.amount.is_negative()) {
                cover.free = cover.free.checked_add(credit.amount)?;
                let Some(id) = unused(credit.source, &taken) else {
                    continue;
                };
                taken.insert(id);
                cover.free_id = cover.free_id.or(Some(id));
                let issued = Issued::new(id, credit.since, credit.since)?;
                let open = credit.amount.negated();
                cover.apart.push(OpenInvoice::of(issued, open));
            }
            cover.free = covered(&mut debts, cover.free)?;
        }
        cover.debts = debts;
        Ok(cover)
    }

    /// Lists what is left of the debts.
    pub(super) fn open_invoices(&self) -> Vec<OpenInvoice> {
        open_invoices(&self.debts)
    }

    /// Lists the debts for an aging, and the credit that covers none, which is not late.
    pub(super) fn items(&self, ledger: &Ledger) -> Result<Vec<OpenItem>, StatementError> {
        let mut items = Vec::with_capacity(self.debts.len());
        for debt in &self.debts {
            let item = OpenItem::of(debt.issued, debt.open);
            items.push(item.with_disputed(debt.disputed)?);
        }
        if let Some(id) = self.free_id.filter(|_| !self.free.is_zero()) {
            let issued = Issued::new(id, ledger.as_of, ledger.as_of)?;
            items.push(OpenItem::of(issued, self.free.negated()));
        }
        Ok(items)
    }

    /// Lists the documents of which nothing has to be paid now: what is open is disputed or covered.
    pub(super) fn held(&self) -> Result<BTreeSet<DocumentId>, MoneyError> {
        let mut held = BTreeSet::new();
        for debt in &self.debts {
            if debt.open.checked_cmp(debt.disputed)?.is_le() {
                held.insert(debt.issued.id());
            }
        }
        Ok(held)
    }

    /// Returns what is left of an amount that is not invoiced, and takes the credit that covers the rest.
    pub(super) fn lower(&mut self, amount: Known<Money>) -> Result<Known<Money>, MoneyError> {
        let Some(value) = amount.value().copied() else {
            return Ok(amount);
        };
        let part = less(value, self.free)?;
        self.free = self.free.checked_sub(part)?;
        let left = value.checked_sub(part)?;
        Ok(amount.map(|_| left))
    }
}

fn open_invoices(debts: &[Debt]) -> Vec<OpenInvoice> {
    let debts = debts.iter();
    debts
        .map(|debt| OpenInvoice::of(debt.issued, debt.open))
        .collect()
}

/// Covers debts with credit, and returns what is left of it.
fn covered(debts: &mut [Debt], mut credit: Money) -> Result<Money, MoneyError> {
    let mut order: Vec<usize> = (0..debts.len()).collect();
    order.sort_by_key(|place| {
        let issued = debts.get(*place).map(|debt| debt.issued);
        issued.map(|issued| (issued.due(), issued.issued(), issued.id()))
    });
    for is_disputed in [false, true] {
        for place in &order {
            let Some(debt) = debts.get_mut(*place).filter(|_| !credit.is_zero()) else {
                continue;
            };
            let undisputed = debt.open.checked_sub(debt.disputed)?;
            let most = if is_disputed {
                debt.disputed
            } else {
                undisputed
            };
            let part = less(most, credit)?;
            debt.open = debt.open.checked_sub(part)?;
            if is_disputed {
                debt.disputed = debt.disputed.checked_sub(part)?;
            }
            credit = credit.checked_sub(part)?;
        }
    }
    Ok(credit)
}

fn less(one: Money, other: Money) -> Result<Money, MoneyError> {
    Ok(if one.checked_cmp(other)?.is_le() {
        one
    } else {
        other
    })
}

/// Lists the debts of a ledger, with nothing covered.
fn debts(ledger: &Ledger) -> Result<Vec<Debt>, StatementError> {
    let nothing = Money::zero(ledger.currency);
    let mut debts = Vec::with_capacity(ledger.documents.len());
    for document in &ledger.documents {
        if document.kind != DocumentKind::Fee {
            debts.push(Debt {
                issued: issued(document, ledger)?,
                open: document.open,
                disputed: disputed(document, ledger)?,
            });
        }
        for fee in &document.fees {
            debts.push(Debt {
                issued: Issued::new(fee.id, fee.date, fee.date)?,
                open: fee.open,
                disputed: nothing,
            });
        }
    }
    let mut taken: BTreeSet<DocumentId> = debts.iter().map(|debt| debt.issued.id()).collect();
    for credit in ledger.credits.iter().filter(|one| one.amount.is_negative()) {
        if let Some(id) = unused(credit.source, &taken) {
            taken.insert(id);
            debts.push(Debt {
                issued: Issued::new(id, credit.since, credit.since)?,
                open: credit.amount.negated(),
                disputed: nothing,
            });
        }
    }
    Ok(debts)
}

/// Returns the document with the dates that every question about it gets. What has no due date yet is not
/// overdue on the day of the ledger.
fn issued(document: &LedgerDocument, ledger: &Ledger) -> Result<Issued, StatementError> {
    let due = document.due.unwrap_or(ledger.as_of);
    Ok(Issued::new(document.id, document.issued, due)?)
}

/// Returns the disputed part of what is open of a document.
fn disputed(document: &LedgerDocument, ledger: &Ledger) -> Result<Money, MoneyError> {
    let running = document.disputes.iter();
    let mut running = running.filter(|dispute| dispute.runs_on(ledger.as_of));
    let sum = running.try_fold(Money::zero(ledger.currency), |sum, dispute| {
        sum.checked_add(dispute.amount.unwrap_or(document.open))
    })?;
    less(sum, document.open)
}

/// Returns an id that is not taken: the one given, or that with a sign behind it.
fn unused(id: DocumentId, taken: &BTreeSet<DocumentId>) -> Option<DocumentId> {
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
