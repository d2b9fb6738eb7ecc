use crate::form::record;
use crate::receivable::ledger::Ledger;
use crate::vocab::money::{Money, MoneyError};

record! {
    /// The totals of a statement (合计).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StatementTotals {
        /// The open amount of the documents.
        pub principal: Money,
        /// The interest that is charged and not cleared.
        pub interest: Money,
        /// The fixed sums and the other charges for paying late that are not cleared.
        pub compensation: Money,
        /// The fees that are open.
        pub fees: Money,
        /// The customer's credit. Below zero it is money that the customer owes back.
        pub credit: Money,
        /// The whole debt less the credit.
        pub balance: Money,
    }
}

/// Adds up what is owed and what is not used.
pub(super) fn totals(ledger: &Ledger) -> Result<StatementTotals, MoneyError> {
    // Nothing is written with the decimal places of the others.
    let nothing = Money::from_minor_units(0, ledger.currency);
    let nothing = nothing.unwrap_or_else(|_| Money::zero(ledger.currency));
    let (mut principal, mut interest, mut compensation) = (nothing, nothing, nothing);
    let mut fees = nothing;
    for document in &ledger.documents {
        let cleared = &document.cleared;
        principal = principal.checked_add(document.open)?;
        interest = interest
            .checked_add(document.charged)?
            .checked_sub(cleared.interest_paid)?
            .checked_sub(cleared.interest_let_off)?;
        compensation = compensation
            .checked_add(document.compensation)?
            .checked_sub(cleared.compensation_paid)?
            .checked_sub(cleared.compensation_let_off)?;
        for fee in &document.fees {
            fees = fees.checked_add(fee.open)?;
        }
    }
    let credit = ledger.credit;
    let balance = principal
        .checked_add(interest)?
        .checked_add(compensation)?
        .checked_add(fees)?
        .checked_sub(credit)?;
    Ok(StatementTotals {
        principal,
        interest,
        compensation,
        fees,
        credit,
        balance,
    })
}
