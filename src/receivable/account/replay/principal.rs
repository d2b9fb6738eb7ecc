use chrono::NaiveDate;

use crate::receivable::account::error::AccountFault;
use crate::receivable::account::replay::book::{Book, Entry};
use crate::receivable::account::replay::parcel::Parcel;
use crate::receivable::account::replay::units::index;
use crate::receivable::account::replay::units::units_of;
use crate::receivable::discount::{DiscountOutcome, Offer};
use crate::receivable::ledger::DiscountDecision;
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::vocab::money::{Money, RoundedMoney};
use crate::vocab::name::DocumentId;
use crate::vocab::share::Share;

/// The amounts by which a payment of so much changes a principal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settled {
    pub(super) paid: i128,
    pub(super) discount: i128,
    /// The small difference that is forgotten.
    pub(super) forgotten: i128,
    pub(super) outcome: Option<DiscountOutcome>,
}

impl Book<'_> {
    /// Pays the principal of an item with at most so much, and then what was written off of it.
    pub(super) fn pay_principal(
        &mut self,
        parcel: &mut Parcel,
        number: u32,
        limit: i128,
        rule: AllocationRule,
    ) -> Result<(), AccountFault> {
        let before = parcel.left;
        self.pay_open(parcel, number, limit, rule)?;
        let limit = limit.saturating_sub(before.saturating_sub(parcel.left));
        self.recover(parcel, number, limit, rule);
        Ok(())
    }

    /// Pays what is open. While a tier is open, the discounted amount settles it.
    fn pay_open(
        &mut self,
        parcel: &mut Parcel,
        number: u32,
        limit: i128,
        rule: AllocationRule,
    ) -> Result<(), AccountFault> {
        let day = parcel.counts_from;
        let Some(settled) = self.settle(number, limit, day)? else {
            return Ok(());
        };
        let mut last: Option<Entry> = None;
        for (amount, entry) in self.draw(parcel, settled.paid, rule) {
            self.take(number, amount, entry)?;
            last = Some(entry);
        }
        // Earlier payments may be enough since a credit note: then the discount alone settles the rest.
        let is_enough = settled.paid == 0 && settled.discount > 0;
        if is_enough {
            self.bring_up(parcel, 1);
        }
        let last = last.or_else(|| parcel.first(rule).filter(|_| is_enough));
        let Some(entry) = last else { return Ok(()) };
        self.take_off(number, settled, entry)?;
        self.decide(number, settled, entry.date, entry.event)
    }

    /// Lets money that comes and names a document pay what was written off of it. It stays settled, and bears
    /// no interest. Credit that is there already pays what is open, and nothing else.
    fn recover(&mut self, parcel: &mut Parcel, number: u32, limit: i128, rule: AllocationRule) {
        let is_named = rule != AllocationRule::Order && parcel.kind != ChangeKind::CreditUse;
        let item = self.items.get(index(number)).filter(|_| is_named);
        let lost = item.map_or(0, |item| item.cleared.written_off.min(limit));
        for (amount, entry) in self.draw(parcel, lost, rule) {
            self.take_back(number, amount, &[ChangeKind::WriteOff], entry);
        }
        let item = self.items.get_mut(index(number)).filter(|_| lost > 0);
        if let Some(item) = item.filter(|item| item.open == 0 && item.cleared.written_off == 0) {
            item.settled_on = item.settled_on.max(Some(parcel.date));
        }
    }

    /// Takes the discount and the small difference off that a payment leaves.
    pub(super) fn take_off(
        &mut self,
        number: u32,
        settled: Settled,
        entry: Entry,
    ) -> Result<(), AccountFault> {
        let kinds = [
            (settled.discount, ChangeKind::Discount),
            (settled.forgotten, ChangeKind::SmallDifference),
        ];
        for (amount, kind) in kinds {
            self.take(number, amount, Entry { kind, ..entry })?;
        }
        Ok(())
    }

    /// Returns the effect of a payment of at most so much on the principal; `None` if nothing of it
    /// is open.
    pub(super) fn settle(
        &mut self,
        number: u32,
        limit: i128,
        day: NaiveDate,
    ) -> Result<Option<Settled>, AccountFault> {
        let currency = self.charges.currency;
        let tolerance = self.policy.tolerance();
        let tolerated = tolerance.amounts.of(currency);
        let Some(item) = self
            .items
            .get_mut(index(number))
            .filter(|item| item.open > 0)
        else {
            return Ok(None);
        };
        let tolerated = match tolerated {
            Some(amount) => tolerated_of(amount, tolerance.share, item.total),
            None => 0,
        };
        let offer: Option<Offer> = match &item.discount {
            Some(discount) => discount.offer(item.discounted(), day)?,
            None => None,
        };
        let left = offer.map_or(0, |offer| offer.left);
        let needed = item.open.saturating_sub(left);
        let paid = limit.min(needed);
        let missing = needed.saturating_sub(paid);
        let is_settled = missing == 0 || missing <= tolerated;
        let like = RoundedMoney::from_minor_units(missing, currency)
            .map_err(|_| AccountFault::OutOfRange)?;
        let discount = match &offer {
            None => 0,
            Some(_) if is_settled => left,
            Some(offer) => offer.of_part(paid, like)?,
        };
        let outcome = match (&offer, &item.discount) {
            (Some(offer), _) => Some(offer.outcome(discount, like)),
            (None, Some(running)) => Some(running.closed()),
            (None, None) => None,
        };
        if let (Some(offer), Some(running)) = (&offer, &mut item.discount) {
            running.paid(offer, paid, discount);
        }
        Ok(Some(Settled {
            paid,
            discount,
            forgotten: if is_settled { missing } else { 0 },
            outcome,
        }))
    }

    /// Notes the decision on the discount.
    pub(super) fn decide(
        &mut self,
        number: u32,
        settled: Settled,
        date: NaiveDate,
        payment: DocumentId,
    ) -> Result<(), AccountFault> {
        let Some(outcome) = settled
            .outcome
            .filter(|outcome| *outcome != DiscountOutcome::NotOffered)
        else {
            return Ok(());
        };
        let (paid, discount) = (self.money(settled.paid)?, self.money(settled.discount)?);
        let place = u32::try_from(self.decisions.len()).unwrap_or(u32::MAX);
        let Some(item) = self.item(number) else {
            return Ok(());
        };
        item.decisions.push(place);
        let document = item.id;
        self.decisions.push(DiscountDecision {
            date,
            payment,
            document,
            paid,
            discount,
            outcome,
            void_on: None,
        });
        Ok(())
    }
}

/// Returns the difference that may be forgotten of a total: what both bounds allow.
fn tolerated_of(amount: Money, share: Share, total: i128) -> i128 {
    let most = units_of(amount).unwrap_or(0);
    let of_total = total
        .checked_mul(i128::from(share.part()))
        .and_then(|part| part.checked_div(i128::from(share.whole())));
    most.min(of_total.unwrap_or(most))
}
