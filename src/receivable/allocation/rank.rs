use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use crate::receivable::allocation::debt::Debt;
use crate::receivable::allocation::policy::{AllocationPolicy, DebtCriterion, PrepaymentRule};

/// A debt as the criteria between debts look at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank<'a> {
    debt: &'a Debt,
    is_due: bool,
    agreed: usize,
    designated: usize,
}

impl<'a> Rank<'a> {
    /// Returns the rank of a debt that nobody named.
    pub(super) const fn unnamed(debt: &'a Debt, is_due: bool) -> Self {
        Self {
            debt,
            is_due,
            agreed: usize::MAX,
            designated: usize::MAX,
        }
    }

    /// Sets the place among the debts that both sides agreed upon.
    pub(super) fn agreed_as(self, agreed: usize) -> Self {
        Self { agreed, ..self }
    }

    /// Sets the place among the debts that the debtor named.
    pub(super) fn designated_as(self, designated: usize) -> Self {
        Self { designated, ..self }
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
    fn shares_with(&self, other: &Self, policy: &AllocationPolicy) -> bool {
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
}

/// The places of debts that nobody named, as numbers: before and after each falls due.
///
/// The criteria compare two debts only here. Debts with one number share what comes to them.
#[derive(Debug)]
pub(super) struct RankNumbers {
    of_debts: Vec<[u32; 2]>,
    shared: Vec<bool>,
}

impl RankNumbers {
    /// Sorts the debts once, as each may stand between the first and the last day.
    pub(super) fn of(
        policy: &AllocationPolicy,
        debts: &[Debt],
        (first, last): (NaiveDate, NaiveDate),
    ) -> Self {
        let mut ranks: Vec<(usize, Rank<'_>)> = Vec::with_capacity(debts.len());
        for (place, debt) in debts.iter().enumerate() {
            let is_later = first < debt.due();
            if is_later {
                ranks.push((place, Rank::unnamed(debt, false)));
            }
            if !is_later || debt.due() <= last {
                ranks.push((place, Rank::unnamed(debt, true)));
            }
        }
        // The sort is stable, so that the debt given first comes first.
        ranks.sort_by(|(_, one), (_, other)| one.compare(other, policy));
        let mut numbers = Self {
            of_debts: alloc::vec![[0; 2]; debts.len()],
            shared: Vec::new(),
        };
        let mut number = 0_u32;
        for tied in ranks.chunk_by(|(_, one), (_, other)| one.shares_with(other, policy)) {
            for (place, rank) in tied {
                let states = numbers.of_debts.get_mut(*place);
                let state = states.and_then(|states| states.get_mut(usize::from(rank.is_due)));
                if let Some(state) = state {
                    *state = number;
                }
            }
            numbers.shared.push(tied.len() > 1);
            number = number.saturating_add(1);
        }
        numbers
    }

    /// Returns the number of a debt, given by its place.
    pub(super) fn number(&self, place: usize, is_due: bool) -> u32 {
        let states = self.of_debts.get(place);
        let state = states.and_then(|states| states.get(usize::from(is_due)));
        state.copied().unwrap_or(u32::MAX)
    }

    /// Returns whether debts with a number may share.
    pub(super) fn is_shared(&self, number: u32) -> bool {
        let place = usize::try_from(number).ok();
        place.and_then(|place| self.shared.get(place)) == Some(&true)
    }

    /// Returns how many numbers there are.
    pub(super) fn count(&self) -> usize {
        self.shared.len()
    }
}
