use alloc::vec::Vec;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::receivable::account::error::{AccountFault, EventPlace};
use crate::receivable::account::replay::units::money_of;
use crate::receivable::allocation::DebtComponent;
use crate::receivable::charge::ChargePolicy;
use crate::receivable::discount::{DiscountedDebt, RunningDiscount};
use crate::receivable::dunning::Dispute;
use crate::receivable::interest::{
    BalanceChange, BalanceChangeKind, InterestPolicy, LateDebt, RunningInterest,
};
use crate::receivable::late_payment::{DisputedInterest, LatePayment};
use crate::receivable::ledger::{ChangeKind, DocumentKind};
use crate::receivable::policy::ReceivablePolicy;
use crate::vocab::money::{Currency, Money};
use crate::vocab::name::DocumentId;

/// The terms under which charges come about, and the currency of the account.
#[derive(Clone, Copy, Debug)]
pub(super) struct Charges<'a> {
    pub(super) currency: Currency,
    pub(super) late: Option<&'a LatePayment>,
    pub(super) interest: Option<&'a InterestPolicy>,
}

impl<'a> Charges<'a> {
    pub(super) fn of(policy: &'a ReceivablePolicy, currency: Currency) -> Self {
        Self {
            currency,
            late: policy.late_payment().set(),
            interest: policy.interest().set(),
        }
    }

    pub(super) fn money(&self, units: i128) -> Result<Money, AccountFault> {
        money_of(units, self.currency)
    }

    /// Returns the charges beside interest and the fixed sum, if there are any on a late debt.
    pub(super) fn charges(&self) -> Option<&'a ChargePolicy> {
        let charges = self.late.and_then(|late| late.charges());
        charges.filter(|charges| !charges.charges().is_empty() || charges.cap().is_some())
    }

    /// Returns whether a dispute pauses the charges of the amount that it is about.
    pub(super) fn pause(&self) -> bool {
        let pauses = |late: &LatePayment| late.dispute() == DisputedInterest::Pauses;
        self.late.is_some_and(pauses)
    }
}

/// Something that falls due on one day, on its way through the account: an invoice, an instalment, a
/// retention or a fee. Amounts are counts of the smallest unit.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) id: DocumentId,
    pub(super) kind: DocumentKind,
    pub(super) invoice: DocumentId,
    /// The place of the document, for errors.
    pub(super) at: EventPlace,
    pub(super) issued: NaiveDate,
    /// The due date; `None` for a retention whose release nobody knows.
    pub(super) due: Option<NaiveDate>,
    pub(super) rescheduled_on: Option<NaiveDate>,
    pub(super) total: i128,
    pub(super) open: i128,
    pub(super) settled_on: Option<NaiveDate>,
    /// The principal with its changes; `None` if no interest can run on it.
    pub(super) debt: Option<LateDebt>,
    pub(super) running: RunningInterest,
    pub(super) discount: Option<RunningDiscount<'a>>,
    /// The part of the principal that was taken off up to and on the due date.
    pub(super) taken_in_time: i128,
    /// The last day on which anything was taken off.
    pub(super) changed_on: Option<NaiveDate>,
    /// The last day on which interest was cleared.
    pub(super) interest_cleared_on: Option<NaiveDate>,
    /// The part of credit notes that came when it was not owed any more.
    pub(super) credited_beyond: i128,
    pub(super) cleared: ClearedUnits,
    pub(super) fees: Vec<FeeUnits>,
    pub(super) disputes: Vec<Dispute>,
    /// The decisions on discounts that are about it.
    pub(super) decisions: SmallVec<[u32; 2]>,
    /// The rows of the book that are about it.
    pub(super) rows: SmallVec<[u32; 4]>,
    /// The ranks with which it stands in the queue, while it does.
    pub(super) queued: Option<[i64; 3]>,
    /// The order among items that no criterion of the policy tells apart.
    pub(super) order: u32,
    /// The number of the last payment that named it.
    pub(super) named_by: u32,
    /// The lots of credit that named it while they waited for another document too.
    pub(super) awaited_by: Vec<u32>,
}

/// The amounts that were taken off.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ClearedUnits {
    pub(super) paid: i128,
    pub(super) credited: i128,
    pub(super) discounted: i128,
    pub(super) written_off: i128,
    /// Small differences, and discounts whose deadline was waived.
    pub(super) forgone: i128,
    pub(super) interest: ClearedCharge,
    pub(super) fixed: ClearedCharge,
}

/// The amounts that were taken off a charge of lateness.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ClearedCharge {
    pub(super) paid: i128,
    pub(super) let_off: i128,
}

impl ClearedUnits {
    /// Returns the cleared interest, or for any other component the cleared fixed sum.
    pub(super) const fn charge(&mut self, component: DebtComponent) -> &mut ClearedCharge {
        match component {
            DebtComponent::Interest => &mut self.interest,
            _ => &mut self.fixed,
        }
    }
}

impl ClearedCharge {
    /// Returns the part of a charge that is left.
    pub(super) const fn left_of(self, owed: i128) -> i128 {
        let left = owed.saturating_sub(self.paid).saturating_sub(self.let_off);
        if left < 0 { 0 } else { left }
    }
}

/// A fee on an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct FeeUnits {
    pub(super) id: DocumentId,
    pub(super) component: DebtComponent,
    pub(super) date: NaiveDate,
    pub(super) amount: i128,
    pub(super) open: i128,
}

impl Item<'_> {
    /// Returns whether the due date lies before a day.
    pub(super) fn is_past_due(&self, day: NaiveDate) -> bool {
        self.due.is_some_and(|due| due < day)
    }

    /// Takes an amount off the principal.
    pub(super) fn take(
        &mut self,
        amount: i128,
        kind: ChangeKind,
        counts_from: NaiveDate,
        settled: NaiveDate,
        charges: &Charges<'_>,
    ) -> Result<(), AccountFault> {
        self.open = self.open.saturating_sub(amount);
        *self.cleared.principal(kind) = self.cleared.principal(kind).saturating_add(amount);
        if self.due.is_some_and(|due| settled <= due) {
            self.taken_in_time = self.taken_in_time.saturating_add(amount);
        }
        if let Some(debt) = &mut self.debt {
            let amount = charges.money(amount)?;
            debt.change(balance_change(counts_from, amount, kind))?;
            if counts_from < settled {
                self.running.reconsider(counts_from);
            }
        }
        self.changed_on = self.changed_on.max(Some(settled));
        if let Some(discount) = self.discount.as_mut().filter(|_| !runs_on(kind)) {
            discount.restart();
        }
        if self.open == 0 {
            self.settled_on = self.changed_on;
        }
        Ok(())
    }

    /// Drops the changes that no answer will read again, once there are many of them.
    pub(super) fn forget(
        &mut self,
        charges: &Charges<'_>,
        day: NaiveDate,
    ) -> Result<(), AccountFault> {
        if charges.charges().is_some() {
            // Charges look at the balances of all days.
            return Ok(());
        }
        let many = |debt: &LateDebt| debt.changes().len() >= MANY;
        if !self.debt.as_ref().is_some_and(many) || !self.is_past_due(day) {
            return Ok(());
        }
        self.charged(charges, day)?;
        if let Some(debt) = &mut self.debt {
            self.running.forget(debt);
        }
        Ok(())
    }

    /// Returns the debt as a discount looks at it.
    pub(super) fn discounted(&self) -> DiscountedDebt {
        DiscountedDebt {
            total: self.total,
            reduced: self
                .cleared
                .credited
                .saturating_add(self.cleared.written_off),
            given: self.cleared.discounted.saturating_add(self.cleared.forgone),
            open: self.open,
        }
    }

    /// Returns whether anything of it may be payable: principal, charges or fees.
    pub(super) fn has_fees(&self) -> bool {
        self.fees.iter().any(|fee| fee.open > 0)
    }
}

/// The number of changes from which those that are walked are dropped.
const MANY: usize = 64;

impl ClearedUnits {
    /// Returns the sum of the principal to which a kind of change belongs.
    pub(super) fn principal(&mut self, kind: ChangeKind) -> &mut i128 {
        match kind {
            ChangeKind::CreditNote => &mut self.credited,
            ChangeKind::Discount => &mut self.discounted,
            ChangeKind::SmallDifference | ChangeKind::Waiver => &mut self.forgone,
            ChangeKind::WriteOff => &mut self.written_off,
            ChangeKind::CreditUse
            | ChangeKind::Payment
            | ChangeKind::Refund
            | ChangeKind::Release
            | ChangeKind::ReturnedPayment
            | ChangeKind::SetOff => &mut self.paid,
        }
    }
}

/// Returns whether a discount runs on behind a change: it is a payment, or the discount itself.
const fn runs_on(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::Payment | ChangeKind::CreditUse | ChangeKind::SetOff | ChangeKind::Discount
    )
}

/// Makes the change of a balance of a change of the principal.
pub(super) fn balance_change(date: NaiveDate, amount: Money, kind: ChangeKind) -> BalanceChange {
    let kind = match kind {
        ChangeKind::CreditNote | ChangeKind::Waiver => BalanceChangeKind::CreditNote,
        ChangeKind::Discount => BalanceChangeKind::Discount,
        ChangeKind::SmallDifference | ChangeKind::WriteOff => BalanceChangeKind::WriteOff,
        ChangeKind::CreditUse
        | ChangeKind::Payment
        | ChangeKind::Refund
        | ChangeKind::Release
        | ChangeKind::ReturnedPayment
        | ChangeKind::SetOff => BalanceChangeKind::Payment,
    };
    BalanceChange { date, amount, kind }
}
