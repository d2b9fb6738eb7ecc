use crate::receivable::allocation::debt::Debt;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::ids::in_currency;
use crate::receivable::allocation::payment::Payment;
use crate::receivable::allocation::policy::{AllocationPolicy, PaymentBeforeIssue};
use crate::vocab::name::DocumentId;

/// Checks that the payment can be for each debt that it names, and is in the currency of each debt.
pub(super) fn names<'a>(
    policy: &'a AllocationPolicy,
    debts: &'a [Debt],
    payment: &'a Payment,
) -> impl Iterator<Item = Result<(), AllocationError>> + 'a {
    let same_currency = |debt: &Debt| in_currency(debt.id(), payment.amount(), debt.currency());
    let name = move |name: &DocumentId| {
        let named = debts.iter().find(|debt| debt.id() == *name);
        let debt = named.ok_or(AllocationError::UnknownDebt {
            payment: payment.id(),
            debt: *name,
        })?;
        let (paid, issued) = (payment.date(), debt.issued());
        if paid < issued && policy.before_issue() == PaymentBeforeIssue::LeaveOut {
            let debt = debt.id();
            return Err(AllocationError::PaymentBeforeIssue { debt, paid, issued });
        }
        Ok(())
    };
    let named = payment.agreed().iter().chain(payment.designated());
    debts.iter().map(same_currency).chain(named.map(name))
}
