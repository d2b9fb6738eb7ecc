use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::allocation::{Debt, DebtComponent, DebtPart};
use crate::receivable::document::Issued;
use crate::receivable::dunning::Dispute;
use crate::receivable::effect::compensation;
use crate::receivable::interest::{
    BalanceChange, BalanceChangeKind, Interest, LateDebt, Pause, interest,
};
use crate::receivable::late_payment::{DisputedInterest, LatePayment};
use crate::receivable::policy::ReceivablePolicy;
use crate::receivable::statement::account::AccountInvoice;
use crate::receivable::statement::error::StatementError;
use crate::vocab::money::Money;
use crate::vocab::rate::Rate;

/// One invoice on its way through the account, with the changes so far.
#[derive(Debug)]
pub(super) struct OpenDebt<'a> {
    pub(super) invoice: &'a AccountInvoice,
    /// The id and the dates, as every question about the invoice gets them.
    pub(super) document: Issued,
    /// The debt with every change so far, on which interest is counted.
    pub(super) debt: LateDebt,
    /// The open principal.
    pub(super) open: Money,
    /// The sum of the discounts.
    pub(super) discounted: Money,
    pub(super) interest_paid: Money,
    pub(super) compensation_paid: Money,
    /// The day on which the last of the principal was settled.
    pub(super) settled_on: Option<NaiveDate>,
}

impl<'a> OpenDebt<'a> {
    pub(super) fn new(
        policy: &ReceivablePolicy,
        invoice: &'a AccountInvoice,
        disputes: &[Dispute],
    ) -> Result<Self, StatementError> {
        let principal = invoice.amounts.total().money();
        let nothing = Money::zero(principal.currency());
        let document = invoice.document()?;
        let mut debt = LateDebt::new(principal, document.issued(), document.due())?;
        if let Some(signed) = invoice.contract {
            debt = debt.with_contract(signed);
        }
        let terms = policy.late_payment().set();
        if terms.is_some_and(|terms| terms.dispute() == DisputedInterest::Pauses) {
            let about = disputes
                .iter()
                .filter(|dispute| dispute.document == invoice.id);
            for dispute in about {
                let to = dispute.until.and_then(|last| last.succ_opt());
                debt = debt.with_pause(Pause::new(dispute.from, to))?;
            }
        }
        Ok(Self {
            invoice,
            document,
            debt,
            open: principal,
            discounted: nothing,
            interest_paid: nothing,
            compensation_paid: nothing,
            settled_on: None,
        })
    }

    /// Takes an amount off the principal.
    pub(super) fn take_off(&mut self, change: BalanceChange) -> Result<(), StatementError> {
        let left = self.open.checked_sub(change.amount)?;
        if left.is_negative() {
            return Err(StatementError::CreditNoteTooLarge {
                invoice: self.invoice.id,
                amount: change.amount,
                open: self.open,
            });
        }
        self.debt.change(change)?;
        self.open = left;
        if left.is_zero() {
            self.settled_on = Some(change.date);
        }
        Ok(())
    }

    /// Takes off a discount that was earned.
    pub(super) fn take_discount(
        &mut self,
        date: NaiveDate,
        amount: Money,
    ) -> Result<(), StatementError> {
        let kind = BalanceChangeKind::CreditNote;
        self.discounted = self.discounted.checked_add(amount)?;
        self.take_off(BalanceChange { date, amount, kind })
    }

    /// Returns the interest up to a day; `None` if the policy has none.
    pub(super) fn interest(
        &self,
        policy: &ReceivablePolicy,
        as_of: NaiveDate,
    ) -> Result<Option<Interest>, StatementError> {
        let terms = policy.late_payment().set().zip(policy.interest().set());
        let told = terms.map(|(late, counted)| interest(counted, late.rate(), &self.debt, as_of));
        Ok(told.transpose()?)
    }

    /// Returns the fixed sum that is owed on a day. It is none before the debt is late, and none
    /// for one that never was.
    pub(super) fn compensation(
        &self,
        policy: &ReceivablePolicy,
        as_of: NaiveDate,
    ) -> Result<Money, StatementError> {
        let nothing = Money::zero(self.open.currency());
        let until = self.settled_on.map_or(as_of, |settled| settled.min(as_of));
        if until <= self.document.due() {
            return Ok(nothing);
        }
        let of = |terms: &LatePayment| compensation(terms, self.invoice.amounts.total().money());
        let owed = policy.late_payment().set().map(of).transpose()?;
        Ok(owed.flatten().unwrap_or(nothing))
    }

    /// Returns the amounts of the invoice that a payment of a day may settle.
    pub(super) fn debt_on(
        &self,
        policy: &ReceivablePolicy,
        day: NaiveDate,
    ) -> Result<Debt, StatementError> {
        let due = self.document.due();
        let mut debt = Debt::of(self.document, self.open)?;
        let rate = policy.late_payment().set().map(LatePayment::rate);
        if let Some(agreed) = rate.and_then(|rate| rate.reference().is_none().then_some(rate)) {
            let dates = self.debt.rate_dates(day, day);
            debt = debt.with_burden(agreed.rate_on(&dates, day).unwrap_or(Rate::ZERO));
        }
        let charged = self.interest(policy, day)?;
        let charged = charged.map(|interest| interest.charged().money());
        let owed = [
            (DebtComponent::Interest, charged, self.interest_paid),
            (
                DebtComponent::Costs,
                Some(self.compensation(policy, day)?),
                self.compensation_paid,
            ),
        ];
        for (component, claim, paid) in owed {
            let Some(claim) = claim else { continue };
            let amount = claim.checked_sub(paid)?;
            if !amount.is_negative() && !amount.is_zero() {
                // Charges of lateness are due as they come about.
                let (since, due) = (due, due);
                debt = debt.with_part(DebtPart {
                    component,
                    amount,
                    since,
                    due,
                })?;
            }
        }
        Ok(debt)
    }
}

/// Returns the invoices that were issued up to a day.
pub(super) fn issued_on<'d, 'a>(
    debts: &'d [OpenDebt<'a>],
    day: NaiveDate,
) -> impl Iterator<Item = &'d OpenDebt<'a>> {
    debts
        .iter()
        .filter(move |debt| debt.document.issued() <= day)
}

/// Returns the debts of all invoices that were issued up to a day.
pub(super) fn debts_on(
    policy: &ReceivablePolicy,
    debts: &[OpenDebt<'_>],
    day: NaiveDate,
) -> Result<Vec<Debt>, StatementError> {
    issued_on(debts, day)
        .map(|debt| debt.debt_on(policy, day))
        .collect()
}
