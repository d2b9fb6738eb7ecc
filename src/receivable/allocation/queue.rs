use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap};
use alloc::vec::Vec;
use core::cmp::Reverse;

use chrono::NaiveDate;

use crate::receivable::allocation::account::{Account, Lanes, Moved};
use crate::receivable::allocation::debt::Debt;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::policy::AllocationPolicy;
use crate::receivable::allocation::rank::{Rank, RankNumbers};
use crate::receivable::allocation::sum::{OpenAmounts, Sum};
use crate::receivable::allocation::units::Units;
use crate::vocab::money::Money;

/// The debts of a history that may be paid, in the order of the policy for money that names none.
///
/// A debt moves on the days on which it or one of its parts comes about or falls due, and leaves when it is
/// settled. So a payment finds the first debts without looking at the others.
#[derive(Debug)]
pub(super) struct Queue<'a> {
    pub(super) policy: &'a AllocationPolicy,
    pub(super) lanes: Lanes,
    pub(super) open: OpenAmounts,
    accounts: Vec<Account<'a>>,
    ranks: RankNumbers,
    order: BTreeSet<Key>,
    /// The amount that the debts of a lane which share may be paid together.
    groups: BTreeMap<(u8, u32), Sum>,
    /// The number of debts of each rank, settled or not, without those that the payment names.
    standing: Vec<u32>,
    /// The days on which a debt falls due, or the bucket of a slot changes.
    changes: BinaryHeap<Reverse<(NaiveDate, u32, Option<u32>)>>,
}

/// The place of a debt in a lane. Among those that share the one with the largest sum comes first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Key {
    lane: u8,
    pub(super) rank: u32,
    pub(super) weight: Reverse<Sum>,
    pub(super) debt: u32,
}

impl<'a> Queue<'a> {
    /// Puts debts into a queue for payments between two days.
    pub(super) fn new(
        policy: &'a AllocationPolicy,
        debts: &'a [Debt],
        days: (NaiveDate, NaiveDate),
    ) -> Self {
        let (first, _) = days;
        let accounts: Vec<_> = debts.iter().map(|debt| Account::new(debt, first)).collect();
        let ranks = RankNumbers::of(policy, debts, days);
        let mut queue = Self {
            policy,
            lanes: Lanes::of(policy),
            open: OpenAmounts::default(),
            accounts,
            standing: alloc::vec![0; ranks.count()],
            ranks,
            order: BTreeSet::new(),
            groups: BTreeMap::new(),
            changes: BinaryHeap::new(),
        };
        for (number, debt) in (0_u32..).zip(debts) {
            for part in debt.parts() {
                queue.open.add(part.amount);
            }
            queue.begin(number, days);
        }
        queue
    }

    fn begin(&mut self, number: u32, (first, last): (NaiveDate, NaiveDate)) {
        let Some(account) = self.accounts.get_mut(index(number)) else {
            return;
        };
        let slots = (0_u32..).take(account.slots().len());
        for slot in slots {
            account.sort_slot(slot, self.policy, first);
            let change = account.slot(slot);
            let change = change.and_then(|slot| slot.next_change(self.policy, first));
            if let Some(day) = change.filter(|day| *day <= last) {
                self.changes.push(Reverse((day, number, Some(slot))));
            }
        }
        let due = account.debt.due();
        if first < due && due <= last {
            self.changes.push(Reverse((due, number, None)));
        }
        self.enter(number);
    }

    pub(super) fn account(&self, number: u32) -> Option<&Account<'a>> {
        self.accounts.get(index(number))
    }

    /// Returns a debt as the criteria look at it.
    pub(super) fn rank(&self, number: u32) -> Option<Rank<'a>> {
        let account = self.account(number)?;
        Some(Rank::unnamed(account.debt, account.is_due))
    }

    /// Returns the debts of a lane, from the first on.
    pub(super) fn lane(&self, lane: u8) -> impl Iterator<Item = Key> + '_ {
        self.from(lane, 0).take_while(move |key| key.lane == lane)
    }

    /// Returns the debts of a lane that share, the one with the largest sum first.
    pub(super) fn group(&self, lane: u8, rank: u32) -> impl Iterator<Item = Key> + '_ {
        let is_in = move |key: &Key| (key.lane, key.rank) == (lane, rank);
        self.from(lane, rank).take_while(is_in)
    }

    /// Returns what the debts of a rank may be paid together, if there are several that share.
    pub(super) fn group_sum(&self, lane: u8, rank: u32) -> Option<Sum> {
        let several = self
            .standing
            .get(index(rank))
            .is_some_and(|count| *count > 1);
        let shares = several && self.ranks.is_shared(rank);
        self.groups.get(&(lane, rank)).filter(|_| shares).copied()
    }

    fn from(&self, lane: u8, rank: u32) -> impl Iterator<Item = Key> + '_ {
        let first = Key {
            lane,
            rank,
            weight: Reverse(Sum::MAX),
            debt: 0,
        };
        self.order.range(first..).copied()
    }

    /// Moves what came about or fell due up to a day.
    pub(super) fn advance(&mut self, day: NaiveDate) {
        while let Some(Reverse((on, number, slot))) = self.changes.peek().copied() {
            if day < on {
                return;
            }
            self.changes.pop();
            match slot {
                Some(slot) => self.sort_slot(number, slot, day),
                None => {
                    self.leave(number);
                    if let Some(account) = self.accounts.get_mut(index(number)) {
                        account.is_due = true;
                    }
                    self.enter(number);
                }
            }
        }
    }

    fn sort_slot(&mut self, number: u32, slot: u32, day: NaiveDate) {
        let Some(account) = self.accounts.get_mut(index(number)) else {
            return;
        };
        let moved = account.sort_slot(slot, self.policy, day);
        let told = account.slot(slot).filter(|slot| slot.open.is_some());
        let next = told.and_then(|slot| slot.next_change(self.policy, day));
        if let Some(next) = next {
            self.changes.push(Reverse((next, number, Some(slot))));
        }
        self.follow(number, moved);
    }

    /// Sets what is left of a slot; `None` closes it.
    pub(super) fn set_open(&mut self, number: u32, slot: u32, left: Option<Money>) {
        let account = self.accounts.get_mut(index(number));
        let set = account.and_then(|account| account.set_open(slot, left, self.lanes));
        let Some((before, moved)) = set else { return };
        self.open.remove(before);
        if let Some(left) = left {
            self.open.add(left);
        }
        self.follow(number, moved);
    }

    /// Takes a debt out of the queue, because a payment names it.
    pub(super) fn take_out(&mut self, number: u32) {
        self.leave(number);
        if let Some(account) = self.accounts.get_mut(index(number)) {
            account.is_named = true;
        }
    }

    /// Puts a debt back that a payment named.
    pub(super) fn put_back(&mut self, number: u32) {
        if let Some(account) = self.accounts.get_mut(index(number)) {
            account.is_named = false;
        }
        self.enter(number);
    }

    fn enter(&mut self, number: u32) {
        self.each_sum(
            number,
            |sum| (Sum::ZERO, sum),
            |count| count.saturating_add(1),
        );
    }

    fn leave(&mut self, number: u32) {
        self.each_sum(
            number,
            |sum| (sum, Sum::ZERO),
            |count| count.saturating_sub(1),
        );
    }

    fn each_sum(
        &mut self,
        number: u32,
        change: impl Fn(Sum) -> (Sum, Sum),
        count: impl Fn(u32) -> u32,
    ) {
        let Some(account) = self.accounts.get(index(number)) else {
            return;
        };
        let rank = self.ranks.number(index(number), account.is_due);
        if let Some(standing) = self.standing.get_mut(index(rank)) {
            *standing = count(*standing);
        }
        let place = (rank, number, self.ranks.is_shared(rank));
        let sums = account.sums().map(|(lane, sum)| {
            let (before, after) = change(sum);
            (lane, before, after)
        });
        requeue(&mut self.order, &mut self.groups, place, sums);
    }

    fn follow(&mut self, number: u32, moved: Moved) {
        let Some(account) = self.accounts.get(index(number)) else {
            return;
        };
        if account.is_named {
            return;
        }
        let rank = self.ranks.number(index(number), account.is_due);
        let place = (rank, number, self.ranks.is_shared(rank));
        let moved = moved.into_iter().flatten();
        requeue(&mut self.order, &mut self.groups, place, moved);
    }

    /// Checks that every open amount can be counted, in the order in which the debts are given.
    #[cold]
    pub(super) fn count_each(&self, units: Units) -> Result<(), AllocationError> {
        for account in &self.accounts {
            let mut open: Vec<_> = account.slots().iter().collect();
            open.sort_by_key(|slot| slot.place);
            for amount in open.into_iter().filter_map(|slot| slot.open) {
                units.count(amount)?;
            }
        }
        Ok(())
    }

    /// Returns the debts with what is open of them, in the order in which they were given.
    pub(super) fn left(&self) -> Vec<Debt> {
        self.accounts.iter().map(Account::left).collect()
    }
}

/// Moves a debt whose sums in some lanes change.
fn requeue(
    order: &mut BTreeSet<Key>,
    groups: &mut BTreeMap<(u8, u32), Sum>,
    (rank, debt, shares): (u32, u32, bool),
    sums: impl Iterator<Item = (u8, Sum, Sum)>,
) {
    for (lane, before, after) in sums {
        let key = |sum: Sum| {
            let weight = Reverse(if shares { sum } else { Sum::ZERO });
            (sum > Sum::ZERO).then_some(Key {
                lane,
                rank,
                weight,
                debt,
            })
        };
        let (old, new) = (key(before), key(after));
        if old != new {
            if let Some(old) = old {
                order.remove(&old);
            }
            order.extend(new);
        }
        if shares {
            let sum = groups.entry((lane, rank)).or_default();
            *sum = sum.minus(before).plus(after);
        }
    }
}

/// Returns a number as an index; one that no list is long enough for leads to nothing.
fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
