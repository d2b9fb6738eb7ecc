use alloc::vec::Vec;
use core::cmp::Ordering;

use chrono::NaiveDate;

use crate::receivable::account::error::{AccountError, AccountFault};
use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::item::Item;
use crate::receivable::account::replay::lateness::Claims;
use crate::receivable::account::replay::parcel::Parcel;
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::{Bucket, DebtComponent, DueState, Path, PrepaymentRule, split};
use crate::receivable::ledger::AllocationRule;
use crate::vocab::name::DocumentId;

/// The items that a payment names, with the rule of each, in the order in which it pays them.
pub(super) type Named = Vec<(u32, AllocationRule)>;

/// The items to which money may go.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reach {
    /// The named items first, and then the others.
    All,
    /// The named items only.
    Named,
}

impl Book<'_> {
    /// Spreads money over the items: the named ones first, then those of the queue.
    pub(super) fn spread(
        &mut self,
        parcel: &mut Parcel,
        named: &[(u32, AllocationRule)],
        reach: Reach,
    ) -> Result<(), AccountError> {
        let day = parcel.counts_from;
        self.queue.advance(&mut self.items, day);
        self.spreads = self.spreads.saturating_add(1);
        let round = self.spreads;
        for (number, _) in named {
            if let Some(item) = self.item(*number) {
                item.named_by = round;
            }
        }
        let order = *self.allocation.within();
        let step = match self.allocation.path() {
            Path::DebtByDebt => order.buckets().len(),
            Path::BucketByBucket => 1,
        };
        for wanted in order.buckets().chunks(step) {
            if parcel.left == 0 {
                break;
            }
            self.pay_named(parcel, named, wanted)?;
            if reach == Reach::All {
                self.pay_queue(parcel, wanted, round)?;
            }
        }
        Ok(())
    }

    /// Pays fees that are named by themselves.
    pub(super) fn pay_fees(
        &mut self,
        parcel: &mut Parcel,
        fees: &[(u32, DocumentId, AllocationRule)],
    ) -> Result<(), AccountError> {
        for (number, id, rule) in fees {
            let item = self.items.get(index(*number));
            let mut of_item = (0_u32..).zip(item.into_iter().flat_map(|item| &item.fees));
            let fee = of_item.find(|(_, fee)| fee.id == *id);
            let Some((place, open)) = fee.map(|(place, fee)| (place, fee.open)) else {
                continue;
            };
            for (amount, entry) in self.draw(parcel, open, *rule) {
                self.clear_fee(*number, place, amount, entry);
            }
            let Some(at) = self.items.get(index(*number)).map(|item| item.at) else {
                continue;
            };
            let settled = self.settle_place(*number, parcel.date);
            settled.map_err(|fault| at.fault(fault))?;
        }
        Ok(())
    }

    /// Pays the named items, those that nothing tells apart together.
    fn pay_named(
        &mut self,
        parcel: &mut Parcel,
        named: &[(u32, AllocationRule)],
        wanted: &[Bucket],
    ) -> Result<(), AccountError> {
        for (number, rule) in named {
            if parcel.left == 0 {
                break;
            }
            self.pay_group(parcel, &[*number], *rule, wanted)?;
        }
        Ok(())
    }

    /// Pays the items of the queue that are not named, from the first on.
    fn pay_queue(
        &mut self,
        parcel: &mut Parcel,
        wanted: &[Bucket],
        round: u32,
    ) -> Result<(), AccountError> {
        let day = parcel.counts_from;
        let (mut place, mut group) = (None, Vec::new());
        while parcel.left > 0 {
            group.clear();
            let Some(first) = self.queue.after(place) else {
                break;
            };
            place = Some(first);
            let shares = self
                .items
                .get(index(first.2))
                .is_some_and(|item| self.queue.ranks().share(item, day));
            self.add_unnamed(&mut group, first.2, round);
            let next = |place| {
                self.queue
                    .after(place)
                    .filter(|next| shares && next.0 == first.0)
            };
            while let Some(next) = next(place) {
                place = Some(next);
                self.add_unnamed(&mut group, next.2, round);
            }
            self.pay_group(parcel, &group, AllocationRule::Order, wanted)?;
        }
        Ok(())
    }

    fn add_unnamed(&self, group: &mut Vec<u32>, number: u32, round: u32) {
        let item = self.items.get(index(number));
        if item.is_some_and(|item| item.named_by != round) {
            group.push(number);
        }
    }

    /// Pays items that share what comes to them, in proportion to what each needs.
    fn pay_group(
        &mut self,
        parcel: &mut Parcel,
        group: &[u32],
        rule: AllocationRule,
        wanted: &[Bucket],
    ) -> Result<(), AccountError> {
        if let [number] = group {
            let limit = parcel.left;
            return self.pay_item(parcel, *number, limit, rule, wanted);
        }
        let day = parcel.counts_from;
        let mut needs = Vec::with_capacity(group.len());
        for number in group {
            needs.push(self.need(*number, day, wanted)?);
        }
        let whole = needs
            .iter()
            .fold(0_i128, |sum, need| sum.saturating_add(*need));
        if whole <= parcel.left {
            for number in group {
                let limit = parcel.left;
                self.pay_item(parcel, *number, limit, rule, wanted)?;
            }
            return Ok(());
        }
        let parts = split(parcel.left, &needs).unwrap_or_default();
        for (number, part) in group.iter().zip(parts) {
            if part > 0 {
                self.pay_item(parcel, *number, part, rule, wanted)?;
            }
        }
        Ok(())
    }

    /// Returns the money that would settle the wanted parts of an item.
    fn need(
        &mut self,
        number: u32,
        day: NaiveDate,
        wanted: &[Bucket],
    ) -> Result<i128, AccountError> {
        let charges = self.charges;
        let in_advance = self.allocation.in_advance();
        let Some(item) = self.items.get_mut(index(number)) else {
            return Ok(0);
        };
        let mut told = || -> Result<i128, AccountFault> {
            let claims = item.claims(&charges, day)?;
            let mut sum = 0_i128;
            for bucket in wanted {
                if !is_payable(bucket, in_advance) {
                    continue;
                }
                sum = sum.saturating_add(fees_in(item, bucket, day));
                sum = sum.saturating_add(match bucket.component {
                    DebtComponent::Interest if bucket.due_state == DueState::PastDue => {
                        claims.interest
                    }
                    DebtComponent::Costs if bucket.due_state == DueState::PastDue => claims.fixed,
                    DebtComponent::Principal if state(item.due, day) == bucket.due_state => {
                        let offer = match &item.discount {
                            Some(discount) => discount.offer(item.discounted(), day)?,
                            None => None,
                        };
                        item.open
                            .saturating_sub(offer.map_or(0, |offer| offer.left))
                    }
                    _ => 0,
                });
            }
            Ok(sum)
        };
        let told = told();
        told.map_err(|fault| item.at.fault(fault))
    }

    /// Pays the wanted parts of an item with at most so much.
    fn pay_item(
        &mut self,
        parcel: &mut Parcel,
        number: u32,
        limit: i128,
        rule: AllocationRule,
        wanted: &[Bucket],
    ) -> Result<(), AccountError> {
        let Some(at) = self.items.get(index(number)).map(|item| item.at) else {
            return Ok(());
        };
        let before = self.rows.len();
        let paid = self.fill(parcel, number, limit, rule, wanted);
        paid.map_err(|fault| at.fault(fault))?;
        let most = self.policy.most_rows();
        if self.rows.len() > index(most) {
            return Err(AccountError::TooManyRows { most });
        }
        if self.rows.len() > before {
            let day = parcel.date;
            self.settle_place(number, day)
                .map_err(|fault| at.fault(fault))?;
        }
        Ok(())
    }

    fn fill(
        &mut self,
        parcel: &mut Parcel,
        number: u32,
        mut limit: i128,
        rule: AllocationRule,
        wanted: &[Bucket],
    ) -> Result<(), AccountFault> {
        let (day, charges) = (parcel.counts_from, self.charges);
        let in_advance = self.allocation.in_advance();
        let Some(item) = self.items.get_mut(index(number)) else {
            return Ok(());
        };
        let asks_charges = wanted.iter().any(|bucket| {
            bucket.due_state == DueState::PastDue && bucket.component != DebtComponent::Principal
        });
        let mut claims = if asks_charges {
            item.claims(&charges, day)?
        } else {
            Claims::default()
        };
        let (own, fees) = (state(item.due, day), item.fees.len());
        for bucket in wanted {
            if limit == 0 {
                break;
            }
            if !is_payable(bucket, in_advance) {
                continue;
            }
            let before = parcel.left;
            for fee in 0..fees {
                let limit = limit.saturating_sub(before.saturating_sub(parcel.left));
                self.pay_fee(parcel, number, fee, limit, (rule, bucket));
            }
            let is_past = bucket.due_state == DueState::PastDue;
            match bucket.component {
                DebtComponent::Costs if is_past && claims.fixed > 0 => {
                    let amount = claims.fixed.min(limit);
                    claims.fixed = claims.fixed.saturating_sub(amount);
                    for (amount, entry) in self.draw(parcel, amount, rule) {
                        self.clear_charge(number, bucket.component, amount, entry);
                    }
                }
                DebtComponent::Interest if is_past && claims.interest > 0 => {
                    let amount = claims.interest.min(limit);
                    claims.interest = claims.interest.saturating_sub(amount);
                    for (amount, entry) in self.draw(parcel, amount, rule) {
                        self.clear_charge(number, bucket.component, amount, entry);
                    }
                }
                DebtComponent::Principal if own == bucket.due_state => {
                    self.pay_principal(parcel, number, limit, rule)?;
                }
                _ => {}
            }
            limit = limit.saturating_sub(before.saturating_sub(parcel.left));
        }
        Ok(())
    }

    /// Pays a fee of an item, if it belongs to a bucket.
    fn pay_fee(
        &mut self,
        parcel: &mut Parcel,
        number: u32,
        fee: usize,
        limit: i128,
        (rule, bucket): (AllocationRule, &Bucket),
    ) {
        let day = parcel.counts_from;
        let item = self.items.get(index(number));
        let Some(told) = item.and_then(|item| item.fees.get(fee)).copied() else {
            return;
        };
        let is_in = told.component == bucket.component
            && state(Some(told.date), day) == bucket.due_state
            && told.date <= day;
        if !is_in {
            return;
        }
        let Ok(fee) = u32::try_from(fee) else { return };
        for (amount, entry) in self.draw(parcel, told.open.min(limit), rule) {
            self.clear_fee(number, fee, amount, entry);
        }
    }
}

/// Returns the state of something that falls due, on a day.
pub(super) fn state(due: Option<NaiveDate>, day: NaiveDate) -> DueState {
    match due.map_or(Ordering::Greater, |due| due.cmp(&day)) {
        Ordering::Less => DueState::PastDue,
        Ordering::Equal => DueState::Due,
        Ordering::Greater => DueState::InAdvance,
    }
}

/// Returns whether money may go to a bucket at all.
fn is_payable(bucket: &Bucket, in_advance: PrepaymentRule) -> bool {
    bucket.due_state != DueState::InAdvance || in_advance != PrepaymentRule::KeepUnapplied
}

/// Returns the open fees of an item that belong to a bucket.
fn fees_in(item: &Item<'_>, bucket: &Bucket, day: NaiveDate) -> i128 {
    item.fees
        .iter()
        .filter(|fee| {
            fee.component == bucket.component
                && fee.date <= day
                && state(Some(fee.date), day) == bucket.due_state
        })
        .fold(0, |sum, fee| sum.saturating_add(fee.open))
}
