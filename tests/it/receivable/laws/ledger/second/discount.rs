//! Discounts of the second statement: looked up in the rows of a document each time.

use super::document::{Doc, Kind};
use super::{Second, half_even};
use crate::receivable::laws::ledger::story::{Bill, Tier};

/// The discount that a payment of a day may earn.
#[derive(Clone, Copy, Debug)]
struct Offer {
    tier: usize,
    /// The amount to which the tier is applied, and the whole discount on it.
    base: i128,
    whole: i128,
    /// The payments and the discounts since.
    paid: i128,
    given: i128,
    left: i128,
}

/// The effect of money on a principal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Settled {
    pub(super) paid: i128,
    pub(super) discount: i128,
    pub(super) small: i128,
    pub(super) tier: Option<usize>,
}

impl Second<'_> {
    /// Returns the discount that is left for paying the whole rest of a document.
    pub(super) fn discount_left(&self, doc: &Doc, day: u32) -> i128 {
        self.offer(doc, day).map_or(0, |offer| offer.left)
    }

    /// Returns the effect of at most so much on the principal.
    pub(super) fn settle(&self, doc: &Doc, limit: i128, day: u32) -> Settled {
        let offer = self.offer(doc, day);
        let open = doc.open();
        let needed = open - offer.map_or(0, |offer| offer.left);
        let paid = limit.min(needed);
        let missing = needed - paid;
        let (units, percent) = self.house.tolerance;
        let tolerated = units.min(doc.total * i128::from(percent) / 100);
        let is_settled = missing <= tolerated;
        let discount = offer.map_or(0, |offer| {
            let shared = self.bill(doc).is_some_and(|bill| bill.shared);
            let (sum, whole) = (offer.paid + paid, offer.base - offer.whole);
            match (is_settled, shared) {
                (true, _) => offer.left,
                (false, false) => 0,
                (false, true) if whole <= sum => offer.left,
                (false, true) => sum * offer.whole / whole - offer.given,
            }
        });
        Settled {
            paid,
            discount,
            small: if is_settled { missing } else { 0 },
            tier: offer.map(|offer| offer.tier),
        }
    }

    pub(super) fn bill(&self, doc: &Doc) -> Option<&Bill> {
        self.story.bills.get(doc.bill?)
    }

    /// Returns the part of what is open that was on offer once as a discount, and is not any more.
    pub(super) fn missed(&self, doc: &Doc) -> i128 {
        let Some(bill) = self.bill(doc) else { return 0 };
        let given: i128 = [Kind::Discount, Kind::Waived, Kind::Small]
            .map(|kind| doc.taken(kind))
            .iter()
            .sum();
        let owed = doc.total - doc.taken(Kind::Credited) - doc.taken(Kind::WrittenOff);
        let tiers = bill.tiers.iter();
        let missed = tiers.filter(|tier| !is_open(bill, tier, doc.due, self.today));
        let most = missed.map(|tier| discount_on(bill, tier, doc, owed) - given);
        let most = most.max().unwrap_or(0).min(doc.open());
        (most - self.discount_left(doc, self.today)).max(0)
    }

    fn offer(&self, doc: &Doc, day: u32) -> Option<Offer> {
        let bill = self.bill(doc)?;
        let mut best: Option<Offer> = None;
        for (place, tier) in bill.tiers.iter().enumerate() {
            if !is_open(bill, tier, doc.due, day) {
                continue;
            }
            let offer = of_tier(bill, place, tier, doc);
            if best.is_none_or(|best| best.left < offer.left) {
                best = Some(offer);
            }
        }
        best
    }
}

/// Returns whether a payment of a day is in time for a tier.
fn is_open(bill: &Bill, tier: &Tier, due: u32, day: u32) -> bool {
    match tier.before_due {
        true => day + tier.days <= due,
        false => day <= bill.issued + tier.days,
    }
}

fn of_tier(bill: &Bill, place: usize, tier: &Tier, doc: &Doc) -> Offer {
    let (mut base, mut paid, mut given) = (doc.open(), 0, 0);
    if bill.shared {
        // The payments under the tier since the document last changed otherwise.
        for row in doc.rows.iter().rev() {
            if !matches!(row.kind, Kind::Paid | Kind::Discount) || row.tier != Some(place) {
                break;
            }
            base += row.units;
            match row.kind {
                Kind::Paid => paid += row.units,
                _ => given += row.units,
            }
        }
    } else {
        base = doc.total - doc.taken(Kind::Credited) - doc.taken(Kind::WrittenOff);
    }
    let whole = discount_on(bill, tier, doc, base);
    let left = (whole - given).min(doc.open());
    Offer {
        tier: place,
        base,
        whole,
        paid,
        given,
        left,
    }
}

/// Returns the discount of a tier on so much of a document, which is a part of that on the invoice.
fn discount_on(bill: &Bill, tier: &Tier, doc: &Doc, units: i128) -> i128 {
    let discounted = bill.total() - if bill.untaxed { bill.tax } else { 0 };
    let share = i128::from(tier.thousandths);
    let up_to = |units: i128| half_even(discounted * share * units, 1000 * bill.total());
    match units > 0 {
        true => up_to(doc.before + units) - up_to(doc.before),
        false => 0,
    }
}
