use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::receivable::allocation::bucket::Bucket;
use crate::receivable::allocation::check::DebtNames;
use crate::receivable::allocation::error::AllocationError;
use crate::receivable::allocation::outcome::{Allocation, AppliedAmount};
use crate::receivable::allocation::payment::Payment;
use crate::receivable::allocation::policy::DebtCriterion;
use crate::receivable::allocation::queue::{Key, Queue};
use crate::receivable::allocation::rank::Rank;
use crate::receivable::allocation::units::{Units, split_by};
use crate::vocab::money::Money;

/// Spreads a payment, without the checks of its names, and leaves the rest open in the queue.
pub(super) fn settle(
    queue: &mut Queue<'_>,
    names: &DebtNames<'_>,
    payment: &Payment,
) -> Result<Allocation, AllocationError> {
    queue.advance(payment.date());
    let whole = payment.amount();
    let units = Units::finest(whole.currency(), queue.open.finest(), whole);
    // No count and no sum of counts is out of range if that of everything open is not.
    let is_narrow = queue.open.sum.count(units).is_some();
    if !is_narrow {
        queue.count_each(units)?;
    }
    let named = named(queue, names, payment);
    for (number, _) in &named {
        queue.take_out(*number);
    }
    let mut till = Till {
        queue,
        units,
        is_narrow,
        left: units.count(whole)?,
        spread: Vec::new(),
        drawn: Vec::new(),
    };
    let out_of_range = AllocationError::OutOfRange { amount: whole };
    till.pay(&named).ok_or(out_of_range)?;
    let allocation = till.written(payment)?;
    let left = till.left_open()?;
    for (number, slot, left) in left {
        queue.set_open(number, slot, left);
    }
    for (number, _) in named {
        queue.put_back(number);
    }
    Ok(allocation)
}

/// Returns the debts that a payment names where the policy looks at names, in the order of the policy.
fn named<'a>(queue: &Queue<'a>, names: &DebtNames<'_>, payment: &Payment) -> Vec<(u32, Rank<'a>)> {
    let mut named = BTreeMap::new();
    let lists = [
        (DebtCriterion::Agreement, payment.agreed()),
        (DebtCriterion::Designation, payment.designated()),
    ];
    for (criterion, list) in lists {
        if !queue.policy.between().contains(&criterion) {
            continue;
        }
        for (place, id) in list.iter().enumerate() {
            let number = names.number(*id);
            let rank = number.and_then(|number| Some((number, queue.rank(number)?)));
            if let Some((number, rank)) = rank {
                let known = named.entry(number).or_insert(rank);
                *known = match criterion {
                    DebtCriterion::Agreement => known.agreed_as(place),
                    _ => known.designated_as(place),
                };
            }
        }
    }
    let mut named: Vec<_> = named.into_iter().collect();
    named.sort_by(|(_, one), (_, other)| one.compare(other, queue.policy));
    named
}

/// The money that is still to be spread, and the amounts already spread.
struct Till<'q, 'a> {
    queue: &'q Queue<'a>,
    units: Units,
    /// True if nothing can be out of range any more, so that it ends with the money.
    is_narrow: bool,
    left: i128,
    spread: Vec<Spread>,
    drawn: Vec<Drawn>,
}

/// The units that went to one bucket of one debt.
struct Spread {
    debt: u32,
    bucket: u8,
    units: i128,
}

/// The units that went to one slot of one debt.
struct Drawn {
    debt: u32,
    slot: u32,
    place: usize,
    open: i128,
    paid: i128,
}

impl Till<'_, '_> {
    /// Pays the debts, lane by lane; `None` past the range.
    fn pay(&mut self, named: &[(u32, Rank<'_>)]) -> Option<()> {
        let queue = self.queue;
        for lane in queue.lanes.each(queue.policy) {
            let mut named = named.iter().peekable();
            let mut others = queue.lane(lane).peekable();
            while self.goes_on() {
                let before = |(_, rank): &&(u32, Rank<'_>)| {
                    let other = others.peek().and_then(|key| queue.rank(key.debt));
                    other.is_none_or(|other| rank.compare(&other, queue.policy) == Ordering::Less)
                };
                if let Some((number, _)) = named.next_if(before) {
                    self.pay_one(*number, lane)?;
                    continue;
                }
                let Some(first) = others.next() else { break };
                let Some(sum) = queue.group_sum(lane, first.rank) else {
                    self.pay_one(first.debt, lane)?;
                    continue;
                };
                self.pay_group(lane, first, sum.count(self.units)?)?;
                let is_in = |next: &Key| next.rank == first.rank;
                while self.goes_on() && others.next_if(is_in).is_some() {}
            }
        }
        Some(())
    }

    /// Returns whether there is money left, or something that may be out of range.
    const fn goes_on(&self) -> bool {
        self.left > 0 || !self.is_narrow
    }

    /// Pays one debt. Most debts share with none, and nothing is divided by one.
    fn pay_one(&mut self, number: u32, lane: u8) -> Option<()> {
        let account = self.queue.account(number)?;
        let part = account.sum(lane).count(self.units)?.min(self.left);
        self.hand_out(number, lane, part)
    }

    /// Pays debts that share.
    fn pay_group(&mut self, lane: u8, first: Key, whole: i128) -> Option<()> {
        let units = self.left;
        let group = self.queue.group(lane, first.rank);
        let mut members = Vec::new();
        let (mut left, mut without) = (units, 0_i128);
        for key in group {
            let weight = key.weight.0.count(self.units)?;
            if whole > units {
                // Behind the debts with units of their own as many as there are units left over may get one.
                let part = units.checked_mul(weight)?.checked_div(whole)?;
                if part == 0 && without == left {
                    break;
                }
                without = without.checked_add(i128::from(part == 0))?;
                left = left.checked_sub(part)?;
            }
            members.push((key.debt, weight));
        }
        members.sort_unstable_by_key(|(debt, _)| *debt);
        let weights: Vec<i128> = members.iter().map(|(_, weight)| *weight).collect();
        let parts = if whole <= units {
            // Enough for all: nothing is divided.
            weights
        } else {
            split_by(units, whole, &weights)?
        };
        for ((debt, _), part) in members.into_iter().zip(parts) {
            self.hand_out(debt, lane, part)?;
        }
        Some(())
    }

    fn hand_out(&mut self, debt: u32, lane: u8, mut part: i128) -> Option<()> {
        let account = self.queue.account(debt)?;
        self.left = self.left.checked_sub(part)?;
        for (bucket, number) in account.payable(self.queue.lanes, lane) {
            if part == 0 {
                break;
            }
            let slot = account.slot(number)?;
            let open = self.units.count(slot.open?).ok()?;
            let paid = part.min(open);
            part = part.checked_sub(paid)?;
            self.drawn.push(Drawn {
                debt,
                slot: number,
                place: slot.place,
                open,
                paid,
            });
            match self.spread.last_mut() {
                Some(last) if (last.debt, last.bucket) == (debt, bucket) => {
                    last.units = last.units.checked_add(paid)?;
                }
                _ => self.spread.push(Spread {
                    debt,
                    bucket,
                    units: paid,
                }),
            }
        }
        Some(())
    }

    fn written(&self, payment: &Payment) -> Result<Allocation, AllocationError> {
        let whole = payment.amount();
        let order = self.queue.policy.within().buckets();
        let applied = self.spread.iter().filter_map(|spread| {
            let debt = self.queue.account(spread.debt)?.debt.id();
            let Bucket {
                due_state,
                component,
            } = *order.get(usize::from(spread.bucket))?;
            let amount = self.units.money(spread.units, whole);
            Some(amount.map(|amount| AppliedAmount {
                debt,
                component,
                due_state,
                amount,
            }))
        });
        let applied = applied.collect::<Result<_, AllocationError>>()?;
        let unapplied = self.units.money(self.left, whole)?;
        Ok(Allocation::new(
            payment.id(),
            payment.date(),
            applied,
            unapplied,
        ))
    }

    /// Returns what is left of the slots that were paid, in the order in which they were given.
    fn left_open(mut self) -> Result<Vec<(u32, u32, Option<Money>)>, AllocationError> {
        self.drawn
            .sort_unstable_by_key(|drawn| (drawn.debt, drawn.place));
        let drawn = self.drawn.iter().map(|drawn| {
            let left = drawn.open.saturating_sub(drawn.paid);
            let slot = self.queue.account(drawn.debt);
            let slot = slot.and_then(|account| account.slot(drawn.slot));
            let open = slot.and_then(|slot| slot.open).filter(|_| left > 0);
            let left = open.map(|open| self.units.money(left, open)).transpose()?;
            Ok((drawn.debt, drawn.slot, left))
        });
        drawn.collect()
    }
}
