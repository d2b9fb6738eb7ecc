use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use crate::receivable::allocation::bucket::{Bucket, DueState};
use crate::receivable::allocation::debt::{Debt, DebtPart};
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::payment::Payment;
use crate::receivable::allocation::policy::{
    AllocationPolicy, DebtCriterion, PaymentBeforeIssue, PrepaymentRule,
};
use crate::receivable::allocation::units::{Units, split};
use crate::vocab::name::DocumentId;

/// One debt while a payment is spread: its payable parts, and its rank by every criterion.
pub(super) struct Account<'a> {
    /// Its place among the debts given.
    pub(super) place: usize,
    /// Its parts, the earliest due first.
    pub(super) slots: Vec<Slot>,
    debt: &'a Debt,
    agreed: usize,
    designated: usize,
    is_due: bool,
}

/// One part of a debt, counted in units.
pub(super) struct Slot {
    /// Its place among the parts of the debt.
    pub(super) place: usize,
    due: NaiveDate,
    pub(super) open: i128,
    pub(super) paid: i128,
    /// `None` where no payment of this day may be for it.
    bucket: Option<Bucket>,
}

impl<'a> Account<'a> {
    pub(super) fn new(
        policy: &AllocationPolicy,
        payment: &Payment,
        units: Units,
        place: usize,
        debt: &'a Debt,
    ) -> Result<Self, AllocationError> {
        let parts = debt.parts().iter().enumerate();
        let slots = parts.map(|(place, part)| {
            Ok(Slot {
                place,
                due: part.due,
                open: units.count(part.amount)?,
                paid: 0,
                bucket: bucket(policy, payment, debt, part),
            })
        });
        let mut slots = slots.collect::<Result<Vec<_>, AllocationError>>()?;
        slots.sort_by_key(|slot| slot.due);
        let rank = |named: &[DocumentId]| {
            let place = named.iter().position(|id| *id == debt.id());
            place.unwrap_or(usize::MAX)
        };
        Ok(Self {
            place,
            slots,
            debt,
            agreed: rank(payment.agreed()),
            designated: rank(payment.designated()),
            is_due: debt.due() <= payment.date(),
        })
    }

    /// Returns the order of two debts; equal if the policy does not decide.
    pub(super) fn compare(&self, other: &Self, policy: &AllocationPolicy) -> Ordering {
        let together = policy.in_advance() == PrepaymentRule::AllInstalments;
        let criteria = policy.between().iter().copied();
        if !together {
            return criteria
                .map(|criterion| self.compare_by(other, criterion, policy))
                .find(|ordering| ordering.is_ne())
                .unwrap_or(Ordering::Equal);
        }
        // Debts that are not due stand together behind those that are, unless somebody named them.
        let is_named = |criterion: &DebtCriterion| {
            matches!(
                criterion,
                DebtCriterion::Agreement | DebtCriterion::Designation
            )
        };
        let named = criteria.clone().filter(is_named);
        let due_first = [DebtCriterion::DueFirst];
        let both_later = !self.is_due && !other.is_due;
        let others = criteria.filter(|criterion| !is_named(criterion) && !both_later);
        named
            .chain(due_first)
            .chain(others)
            .map(|criterion| self.compare_by(other, criterion, policy))
            .find(|ordering| ordering.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    /// Returns whether two debts share the money that comes to them.
    pub(super) fn shares_with(&self, other: &Self, policy: &AllocationPolicy) -> bool {
        let pro_rata = policy.between().contains(&DebtCriterion::ProRata);
        let together =
            policy.in_advance() == PrepaymentRule::AllInstalments && !self.is_due && !other.is_due;
        (pro_rata || together) && self.compare(other, policy).is_eq()
    }

    fn compare_by(
        &self,
        other: &Self,
        criterion: DebtCriterion,
        policy: &AllocationPolicy,
    ) -> Ordering {
        match criterion {
            DebtCriterion::Agreement => self.agreed.cmp(&other.agreed),
            DebtCriterion::Designation => self.designated.cmp(&other.designated),
            DebtCriterion::DueFirst => other.is_due.cmp(&self.is_due),
            DebtCriterion::EarliestDue => self.due_rank(policy).cmp(&other.due_rank(policy)),
            DebtCriterion::LeastSecured => self.debt.secured().cmp(&other.debt.secured()),
            DebtCriterion::MostBurdensome => other.debt.burden().cmp(&self.debt.burden()),
            DebtCriterion::Oldest => self.debt.issued().cmp(&other.debt.issued()),
            DebtCriterion::ProRata => Ordering::Equal,
        }
    }

    /// Returns the rank by due date: debts that are due first, then the others by date or in
    /// reverse.
    fn due_rank(&self, policy: &AllocationPolicy) -> (bool, i64) {
        let day = i64::from(self.debt.due().num_days_from_ce());
        let last_first = policy.in_advance() == PrepaymentRule::LastInstalment;
        match (self.is_due, last_first) {
            (false, true) => (true, day.saturating_neg()),
            (is_due, _) => (!is_due, day),
        }
    }

    fn payable(&self, wanted: &[Bucket]) -> Option<i128> {
        self.slots
            .iter()
            .filter(|slot| slot.is_in(wanted))
            .try_fold(0_i128, |sum, slot| {
                sum.checked_add(slot.open.checked_sub(slot.paid)?)
            })
    }
}

impl Slot {
    fn is_in(&self, wanted: &[Bucket]) -> bool {
        self.bucket.is_some_and(|bucket| wanted.contains(&bucket))
    }
}

/// The money that is still to be spread, and the amounts already spread.
pub(super) struct Till {
    pub(super) left: i128,
    pub(super) spread: Vec<Spread>,
}

/// The units that went to one bucket of one debt.
pub(super) struct Spread {
    pub(super) debt: DocumentId,
    pub(super) bucket: Bucket,
    pub(super) units: i128,
}

impl Till {
    /// Pays the wanted buckets of debts that share; `None` past the range.
    pub(super) fn pay(&mut self, tied: &mut [Account<'_>], wanted: &[Bucket]) -> Option<()> {
        if let [account] = tied {
            // Most debts share with none, and nothing is divided by one.
            let part = account.payable(wanted)?.min(self.left);
            return self.hand_out(tied, wanted, &[part]);
        }
        let payable = tied
            .iter()
            .map(|account| account.payable(wanted))
            .collect::<Option<Vec<_>>>()?;
        let whole = payable
            .iter()
            .try_fold(0_i128, |sum, part| sum.checked_add(*part))?;
        if whole <= self.left {
            // Enough for all: nothing is divided.
            return self.hand_out(tied, wanted, &payable);
        }
        let parts = split(self.left, &payable)?;
        self.hand_out(tied, wanted, &parts)
    }

    fn hand_out(
        &mut self,
        tied: &mut [Account<'_>],
        wanted: &[Bucket],
        parts: &[i128],
    ) -> Option<()> {
        for (account, part) in tied.iter_mut().zip(parts) {
            let mut part = *part;
            self.left = self.left.checked_sub(part)?;
            for bucket in wanted {
                let before = part;
                let inside = |slot: &&mut Slot| slot.bucket == Some(*bucket);
                for slot in account.slots.iter_mut().filter(inside) {
                    let paid = part.min(slot.open.checked_sub(slot.paid)?);
                    slot.paid = slot.paid.checked_add(paid)?;
                    part = part.checked_sub(paid)?;
                }
                let units = before.checked_sub(part)?;
                if units > 0 {
                    self.spread.push(Spread {
                        debt: account.debt.id(),
                        bucket: *bucket,
                        units,
                    });
                }
            }
        }
        Some(())
    }
}

fn bucket(
    policy: &AllocationPolicy,
    payment: &Payment,
    debt: &Debt,
    part: &DebtPart,
) -> Option<Bucket> {
    let date = payment.date();
    let exists = debt.issued() <= date && part.since <= date;
    if !exists && policy.before_issue() == PaymentBeforeIssue::LeaveOut {
        return None;
    }
    let due_state = match part.due.cmp(&date) {
        Ordering::Less => DueState::PastDue,
        Ordering::Equal => DueState::Due,
        Ordering::Greater => DueState::InAdvance,
    };
    let kept = policy.in_advance() == PrepaymentRule::KeepUnapplied;
    (due_state != DueState::InAdvance || !kept).then_some(Bucket {
        due_state,
        component: part.component,
    })
}
