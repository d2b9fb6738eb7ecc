use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::receivable::allocation::bucket::{Bucket, DueState};
use crate::receivable::allocation::debt::{Debt, DebtPart};
use crate::receivable::allocation::policy::{
    AllocationPolicy, Path, PaymentBeforeIssue, PrepaymentRule,
};
use crate::receivable::allocation::sum::Sum;
use crate::vocab::money::Money;

/// One debt while payments are spread: its parts, and the order in which they are paid.
#[derive(Debug)]
pub(super) struct Account<'a> {
    pub(super) debt: &'a Debt,
    pub(super) is_due: bool,
    /// True while a payment that names it is spread, so that it stands in no queue.
    pub(super) is_named: bool,
    /// Its parts, the earliest due first.
    slots: Vec<Slot>,
    /// The parts that may be paid on the day: the place of the bucket, and the number of the slot.
    payable: BTreeSet<(u8, u32)>,
    /// The sums of what may be paid, by the lane in which it stands.
    sums: SmallVec<[(u8, Sum); 1]>,
}

/// One part of a debt.
#[derive(Debug)]
pub(super) struct Slot {
    /// Its place among the parts of the debt.
    pub(super) place: usize,
    /// The open amount; `None` once it is paid.
    pub(super) open: Option<Money>,
    since: NaiveDate,
    due: NaiveDate,
    part: DebtPart,
    /// The place of its bucket; `None` where no payment of the day may be for it.
    bucket: Option<u8>,
}

/// The amounts that a change of a slot takes off the sum of a lane and adds to that of another.
pub(super) type Moved = [Option<(u8, Sum, Sum)>; 2];

impl<'a> Account<'a> {
    /// Makes the account of a debt of which nothing may be paid yet.
    pub(super) fn new(debt: &'a Debt, day: NaiveDate) -> Self {
        let parts = debt.parts().iter().enumerate();
        let mut slots: Vec<Slot> = parts
            .map(|(place, part)| Slot {
                place,
                open: Some(part.amount),
                since: debt.issued().max(part.since),
                due: part.due,
                part: *part,
                bucket: None,
            })
            .collect();
        slots.sort_by_key(|slot| slot.due);
        Self {
            debt,
            is_due: debt.due() <= day,
            is_named: false,
            slots,
            payable: BTreeSet::new(),
            sums: SmallVec::new(),
        }
    }

    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    pub(super) fn slot(&self, number: u32) -> Option<&Slot> {
        self.slots.get(usize::try_from(number).ok()?)
    }

    /// Returns the parts of a lane that may be paid, in the order in which they are.
    pub(super) fn payable(&self, lanes: Lanes, lane: u8) -> impl Iterator<Item = (u8, u32)> + '_ {
        let (first, last) = match lanes {
            Lanes::One => (0, u8::MAX),
            Lanes::Buckets => (lane, lane),
        };
        self.payable.range((first, 0)..=(last, u32::MAX)).copied()
    }

    /// Returns the sums of what may be paid, by lane.
    pub(super) fn sums(&self) -> impl Iterator<Item = (u8, Sum)> + '_ {
        self.sums
            .iter()
            .copied()
            .filter(|(_, sum)| *sum > Sum::ZERO)
    }

    /// Returns what may be paid in a lane.
    pub(super) fn sum(&self, lane: u8) -> Sum {
        let found = self.sums.iter().find(|(of, _)| *of == lane);
        found.map_or(Sum::ZERO, |(_, sum)| *sum)
    }

    /// Gives a slot the bucket of a day, and returns the sums that change.
    pub(super) fn sort_slot(
        &mut self,
        number: u32,
        policy: &AllocationPolicy,
        day: NaiveDate,
    ) -> Moved {
        let Some(slot) = slot_mut(&mut self.slots, number) else {
            return [None; 2];
        };
        let bucket = slot.bucket_on(policy, day);
        let before = core::mem::replace(&mut slot.bucket, bucket);
        let Some(open) = slot.open.filter(|_| before != bucket) else {
            return [None; 2];
        };
        if let Some(before) = before {
            self.payable.remove(&(before, number));
        }
        if let Some(bucket) = bucket {
            self.payable.insert((bucket, number));
        }
        let lanes = Lanes::of(policy);
        let (from, to) = (
            before.map(|at| lanes.of_bucket(at)),
            bucket.map(|at| lanes.of_bucket(at)),
        );
        if from == to {
            return [None; 2];
        }
        let open = Sum::of(open);
        let from = from.map(|lane| self.change(lane, |sum| sum.minus(open)));
        [from, to.map(|lane| self.change(lane, |sum| sum.plus(open)))]
    }

    /// Sets the open amount of a slot; returns the amount before, and the sum that changes.
    pub(super) fn set_open(
        &mut self,
        number: u32,
        left: Option<Money>,
        lanes: Lanes,
    ) -> Option<(Money, Moved)> {
        let slot = slot_mut(&mut self.slots, number)?;
        let before = core::mem::replace(&mut slot.open, left)?;
        let Some(bucket) = slot.bucket else {
            return Some((before, [None; 2]));
        };
        if left.is_none() {
            self.payable.remove(&(bucket, number));
        }
        let left = left.map_or(Sum::ZERO, Sum::of);
        let lane = lanes.of_bucket(bucket);
        let moved = self.change(lane, |sum| sum.minus(Sum::of(before)).plus(left));
        Some((before, [Some(moved), None]))
    }

    /// Returns the debt with what is open of it.
    pub(super) fn left(&self) -> Debt {
        let mut open = alloc::vec![None; self.slots.len()];
        for slot in &self.slots {
            if let Some(place) = open.get_mut(slot.place) {
                *place = slot.open;
            }
        }
        self.debt.clone().with_open(open)
    }

    fn change(&mut self, lane: u8, change: impl FnOnce(Sum) -> Sum) -> (u8, Sum, Sum) {
        if let Some((_, sum)) = self.sums.iter_mut().find(|(of, _)| *of == lane) {
            let before = *sum;
            *sum = change(before);
            return (lane, before, *sum);
        }
        let sum = change(Sum::ZERO);
        self.sums.push((lane, sum));
        (lane, Sum::ZERO, sum)
    }
}

fn slot_mut(slots: &mut [Slot], number: u32) -> Option<&mut Slot> {
    slots.get_mut(usize::try_from(number).ok()?)
}

impl Slot {
    /// Returns the day after the given one on which its bucket is another one.
    pub(super) fn next_change(
        &self,
        policy: &AllocationPolicy,
        day: NaiveDate,
    ) -> Option<NaiveDate> {
        let waits = day < self.since && policy.before_issue() == PaymentBeforeIssue::LeaveOut;
        match self.due.cmp(&day) {
            _ if waits => Some(self.since),
            Ordering::Greater => Some(self.due),
            Ordering::Equal => day.succ_opt(),
            Ordering::Less => None,
        }
    }

    fn bucket_on(&self, policy: &AllocationPolicy, day: NaiveDate) -> Option<u8> {
        if day < self.since && policy.before_issue() == PaymentBeforeIssue::LeaveOut {
            return None;
        }
        let due_state = match self.due.cmp(&day) {
            Ordering::Less => DueState::PastDue,
            Ordering::Equal => DueState::Due,
            Ordering::Greater => DueState::InAdvance,
        };
        let kept = policy.in_advance() == PrepaymentRule::KeepUnapplied;
        if due_state == DueState::InAdvance && kept {
            return None;
        }
        let bucket = Bucket {
            due_state,
            component: self.part.component,
        };
        let order = policy.within().buckets();
        let place = order.iter().position(|other| *other == bucket)?;
        u8::try_from(place).ok()
    }
}

/// The queues in which debts stand: one, or one for each bucket.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Lanes {
    One,
    Buckets,
}

impl Lanes {
    pub(super) const fn of(policy: &AllocationPolicy) -> Self {
        match policy.path() {
            Path::DebtByDebt => Self::One,
            Path::BucketByBucket => Self::Buckets,
        }
    }

    /// Returns the lanes, in the order in which they are paid.
    pub(super) fn each(self, policy: &AllocationPolicy) -> impl Iterator<Item = u8> {
        let count = match self {
            Self::One => 1,
            Self::Buckets => policy.within().buckets().len(),
        };
        (0..u8::MAX).take(count)
    }

    const fn of_bucket(self, bucket: u8) -> u8 {
        match self {
            Self::One => 0,
            Self::Buckets => bucket,
        }
    }
}
