use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::receivable::allocation::debt::Debt;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::ids::in_currency;
use crate::receivable::allocation::payment::Payment;
use crate::receivable::allocation::policy::{AllocationPolicy, PaymentBeforeIssue};
use crate::vocab::money::Currency;
use crate::vocab::name::DocumentId;

/// The debts by their ids, so that a payment finds those that it names.
#[derive(Debug)]
pub(super) struct DebtNames<'a> {
    debts: &'a [Debt],
    numbers: BTreeMap<DocumentId, u32>,
}

impl<'a> DebtNames<'a> {
    /// Lists the ids of debts; of two debts with one id the first counts.
    pub(super) fn of(debts: &'a [Debt]) -> Self {
        let mut numbers = BTreeMap::new();
        for (number, debt) in (0_u32..).zip(debts) {
            numbers.entry(debt.id()).or_insert(number);
        }
        Self { debts, numbers }
    }

    /// Returns the number of the debt with an id.
    pub(super) fn number(&self, id: DocumentId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    /// Checks that each payment can be for each debt that it names, and is in the currency of each debt.
    pub(super) fn checks<'c>(
        &'c self,
        policy: &'c AllocationPolicy,
        payments: &'c [Payment],
    ) -> impl Iterator<Item = Result<(), AllocationError>> + 'c {
        // The debts are looked through once for each currency of payments, not for each payment.
        let mut others: BTreeMap<Currency, Vec<&Debt>> = BTreeMap::new();
        for payment in payments {
            let currency = payment.amount().currency();
            let other = |debt: &&Debt| debt.currency() != currency;
            let found = others.entry(currency);
            found.or_insert_with(|| self.debts.iter().filter(other).collect());
        }
        payments.iter().flat_map(move |payment| {
            let amount = payment.amount();
            let others = others.get(&amount.currency()).cloned().unwrap_or_default();
            let others = others.into_iter();
            let others = others.map(move |debt| in_currency(debt.id(), amount, debt.currency()));
            let named = payment.agreed().iter().chain(payment.designated());
            others.chain(named.map(|name| self.check_name(policy, payment, *name)))
        })
    }

    fn check_name(
        &self,
        policy: &AllocationPolicy,
        payment: &Payment,
        name: DocumentId,
    ) -> Result<(), AllocationError> {
        let number = self
            .number(name)
            .and_then(|number| usize::try_from(number).ok());
        let named = number.and_then(|number| self.debts.get(number));
        let debt = named.ok_or(AllocationError::UnknownDebt {
            payment: payment.id(),
            debt: name,
        })?;
        let (paid, issued) = (payment.date(), debt.issued());
        if paid < issued && policy.before_issue() == PaymentBeforeIssue::LeaveOut {
            let debt = debt.id();
            return Err(AllocationError::PaymentBeforeIssue { debt, paid, issued });
        }
        Ok(())
    }
}
