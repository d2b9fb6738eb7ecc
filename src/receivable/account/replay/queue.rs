use alloc::collections::{BTreeSet, BinaryHeap};
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::ops::Bound;

use chrono::{Datelike, NaiveDate};

use crate::receivable::account::replay::item::Item;
use crate::receivable::allocation::{AllocationPolicy, DebtCriterion, PrepaymentRule};

/// The items that may be paid, in the order of the policy for money that names none of them.
///
/// An item stands in it with ranks that depend on nothing but the item and on its being due. So it moves
/// once, on its due date, and a payment finds the first items without looking at the others.
#[derive(Debug)]
pub(super) struct Queue {
    order: BTreeSet<Key>,
    /// The items that are not due yet, the first due first.
    waiting: BinaryHeap<Reverse<(NaiveDate, u32)>>,
    /// The items that came to their places, or got a fee, since this was last asked.
    changed: Vec<u32>,
    ranks: Ranks,
}

/// The place of an item in the queue: its ranks, its order among equals, and its number.
pub(super) type Key = ([i64; 3], u32, u32);

/// The criteria of a policy that rank items nobody named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranks {
    criteria: [Option<DebtCriterion>; 3],
    in_advance: PrepaymentRule,
    shares: bool,
}

impl Ranks {
    pub(super) fn of(policy: &AllocationPolicy) -> Self {
        let together = policy.in_advance() == PrepaymentRule::AllInstalments;
        // The secured share and the burden of all invoices of an account are alike.
        let ranks = policy.between().iter().copied().filter(|criterion| {
            matches!(
                criterion,
                DebtCriterion::DueFirst | DebtCriterion::EarliestDue | DebtCriterion::Oldest
            ) && !(together && *criterion == DebtCriterion::DueFirst)
        });
        let first = together.then_some(DebtCriterion::DueFirst);
        let mut ranks = first.into_iter().chain(ranks);
        Self {
            criteria: [ranks.next(), ranks.next(), ranks.next()],
            in_advance: policy.in_advance(),
            shares: policy.between().contains(&DebtCriterion::ProRata),
        }
    }

    /// Returns the ranks of an item on a day.
    pub(super) fn rank(&self, item: &Item<'_>, day: NaiveDate) -> [i64; 3] {
        let is_due = item.due.is_some_and(|due| due <= day);
        let together = self.in_advance == PrepaymentRule::AllInstalments && !is_due;
        let due = item.due.unwrap_or(NaiveDate::MAX);
        self.criteria.map(|criterion| {
            let number = |day: NaiveDate| i64::from(day.num_days_from_ce());
            match criterion {
                Some(DebtCriterion::DueFirst) => i64::from(!is_due),
                _ if together => 0,
                Some(DebtCriterion::EarliestDue) => match (is_due, self.in_advance) {
                    (true, _) => number(due),
                    (false, PrepaymentRule::LastInstalment) => LATER.saturating_sub(number(due)),
                    (false, _) => LATER.saturating_add(number(due)),
                },
                Some(DebtCriterion::Oldest) => number(item.issued),
                _ => 0,
            }
        })
    }

    /// Returns the number of ranks that some criteria, the first of the policy, make.
    pub(super) fn count<'c>(&self, criteria: impl Iterator<Item = &'c DebtCriterion>) -> usize {
        let ranked = criteria.filter(|criterion| self.criteria.contains(&Some(**criterion)));
        ranked.count()
    }

    /// Returns the ranks of an item by the first criteria alone.
    pub(super) fn first(&self, item: &Item<'_>, day: NaiveDate, count: usize) -> [i64; 3] {
        let mut ranks = self.rank(item, day);
        for rank in ranks.iter_mut().skip(count) {
            *rank = 0;
        }
        ranks
    }

    /// Returns whether items of equal ranks share the money that comes to them.
    pub(super) fn share(&self, item: &Item<'_>, day: NaiveDate) -> bool {
        let is_due = item.due.is_some_and(|due| due <= day);
        self.shares || (self.in_advance == PrepaymentRule::AllInstalments && !is_due)
    }
}

/// More than the number of any day, so that items which are not due come behind those which are.
const LATER: i64 = 1 << 40;

impl Queue {
    pub(super) fn new(policy: &AllocationPolicy) -> Self {
        Self {
            order: BTreeSet::new(),
            waiting: BinaryHeap::new(),
            changed: Vec::new(),
            ranks: Ranks::of(policy),
        }
    }

    pub(super) const fn ranks(&self) -> &Ranks {
        &self.ranks
    }

    /// Puts an item into the queue, unless nothing of it can be paid on the day.
    pub(super) fn put(&mut self, number: u32, item: &mut Item<'_>, day: NaiveDate) {
        let is_due = item.due.is_some_and(|due| due <= day);
        if let Some(due) = item.due.filter(|_| !is_due) {
            self.waiting.push(Reverse((due, number)));
        }
        let is_kept = self.ranks.in_advance == PrepaymentRule::KeepUnapplied;
        if is_due || !is_kept || item.has_fees() {
            self.place(number, item, day);
        }
    }

    fn place(&mut self, number: u32, item: &mut Item<'_>, day: NaiveDate) {
        self.remove(number, item);
        let ranks = self.ranks.rank(item, day);
        self.order.insert((ranks, item.order, number));
        item.queued = Some(ranks);
        if !item.awaited_by.is_empty() {
            self.mark(number);
        }
    }

    /// Marks an item of which more can be paid than before.
    pub(super) fn mark(&mut self, number: u32) {
        self.changed.push(number);
    }

    /// Returns an item of which more can be paid than before, and forgets that.
    pub(super) fn next_changed(&mut self) -> Option<u32> {
        self.changed.pop()
    }

    /// Takes an item out, because nothing of it is open.
    pub(super) fn remove(&mut self, number: u32, item: &mut Item<'_>) {
        if let Some(ranks) = item.queued.take() {
            self.order.remove(&(ranks, item.order, number));
        }
    }

    /// Moves the items that fell due up to a day to their new places.
    pub(super) fn advance(&mut self, items: &mut [Item<'_>], day: NaiveDate) {
        while let Some(Reverse((due, number))) = self.waiting.peek().copied() {
            if day < due {
                return;
            }
            self.waiting.pop();
            let item = usize::try_from(number)
                .ok()
                .and_then(|at| items.get_mut(at));
            if let Some(item) = item.filter(|item| item.open > 0 || item.queued.is_some()) {
                self.place(number, item, day);
            }
        }
    }

    /// Returns the first item behind a place.
    pub(super) fn after(&self, place: Option<Key>) -> Option<Key> {
        let from = place.map_or(Bound::Unbounded, Bound::Excluded);
        self.order.range((from, Bound::Unbounded)).next().copied()
    }
}
