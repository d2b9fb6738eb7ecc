use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::receivable::account::replay::book::Book;
use crate::receivable::account::replay::names::{Names, Target};
use crate::receivable::account::replay::spread::Named;
use crate::receivable::account::replay::units::index;
use crate::receivable::allocation::DebtCriterion;
use crate::receivable::ledger::{AllocationRule, DocumentKind};
use crate::vocab::name::DocumentId;

/// The items that money is for, and the documents that are still to come.
#[derive(Debug)]
pub(super) struct Meant {
    pub(super) named: Named,
    /// The fees on invoices that are meant by themselves.
    pub(super) fees: Vec<(u32, DocumentId, AllocationRule)>,
    /// The documents that are not issued yet.
    pub(super) awaited: Vec<DocumentId>,
    /// True if every open item is in the list, because names decide only between equals.
    pub(super) is_all: bool,
}

impl Book<'_> {
    /// Returns the items that the names of a source mean on a day, in the order of the policy.
    pub(super) fn meant(
        &mut self,
        names: &Names,
        (agreed, designated): (&[DocumentId], &[DocumentId]),
        day: NaiveDate,
    ) -> Meant {
        let mut meant = Meant {
            named: Vec::new(),
            fees: Vec::new(),
            awaited: Vec::new(),
            is_all: false,
        };
        if agreed.is_empty() && designated.is_empty() {
            return meant;
        }
        self.queue.advance(&mut self.items, day);
        self.spreads = self.spreads.saturating_add(1);
        for criterion in self.allocation.between() {
            let (list, rule) = match criterion {
                DebtCriterion::Agreement => (agreed, AllocationRule::Agreement),
                DebtCriterion::Designation => (designated, AllocationRule::Designation),
                _ => continue,
            };
            for name in list {
                if names.is_expected(*name) {
                    meant.awaited.push(*name);
                }
                for (id, target) in names.meant(*name).into_iter().flatten() {
                    match target.since() {
                        Some(since) if since <= day => match self.host_of(target) {
                            Some(item) => meant.fees.push((item, id, rule)),
                            None => self.mean(target, rule, day, &mut meant.named),
                        },
                        _ => meant.awaited.push(id),
                    }
                }
            }
        }
        if meant.awaited.is_empty() && !names_come_first(self.allocation.between()) {
            self.mean_all(&mut meant, day);
        }
        meant
    }

    /// Returns the invoice that bears a fee; `None` if it is no fee, or one that stands by itself.
    fn host_of(&self, target: Target) -> Option<u32> {
        let Target::Fee { item, .. } = target else {
            return None;
        };
        let host = self.items.get(index(item))?;
        (host.kind != DocumentKind::Fee).then_some(item)
    }

    /// Adds the items of a document that were not named before, the first due first.
    fn mean(&mut self, target: Target, rule: AllocationRule, day: NaiveDate, named: &mut Named) {
        let round = self.spreads;
        let ranks = *self.queue.ranks();
        let mut added: Vec<_> = Vec::new();
        for number in target.items() {
            let Some(item) = self.items.get_mut(index(number)) else {
                continue;
            };
            if item.named_by != round {
                item.named_by = round;
                added.push((ranks.rank(item, day), item.order, number));
            }
        }
        added.sort_unstable();
        named.extend(added.into_iter().map(|(.., number)| (number, rule)));
    }

    /// Puts every open item into the list, where names decide only between items that earlier criteria
    /// leave equal.
    fn mean_all(&mut self, meant: &mut Meant, day: NaiveDate) {
        let before = self.allocation.between().iter();
        let before = before.take_while(|criterion| !is_name(criterion));
        let before = self.queue.ranks().count(before);
        let ranks = *self.queue.ranks();
        let mut all: Vec<_> = Vec::with_capacity(meant.named.len());
        for (place, (number, rule)) in (0_usize..).zip(&meant.named) {
            if let Some(item) = self.items.get(index(*number)) {
                all.push((ranks.first(item, day, before), place, (*number, *rule)));
            }
        }
        let mut place = None;
        while let Some(next) = self.queue.after(place) {
            place = Some(next);
            let item = self.items.get(index(next.2));
            if let Some(item) = item.filter(|item| item.named_by != self.spreads) {
                let number = (next.2, AllocationRule::Order);
                all.push((ranks.first(item, day, before), usize::MAX, number));
            }
        }
        all.sort_by_key(|(ranks, place, _)| (*ranks, *place));
        meant.named = all.into_iter().map(|(_, _, named)| named).collect();
        meant.is_all = true;
    }
}

/// Returns whether the names of a payment come before every other criterion.
fn names_come_first(between: &[DebtCriterion]) -> bool {
    let firsts = between.iter().take_while(|criterion| is_name(criterion));
    let names = between.iter().filter(|criterion| is_name(criterion));
    firsts.count() == names.count()
}

const fn is_name(criterion: &DebtCriterion) -> bool {
    matches!(
        criterion,
        DebtCriterion::Agreement | DebtCriterion::Designation
    )
}
