use alloc::vec::Vec;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::receivable::account::replay::book::{Book, Entry};
use crate::receivable::account::replay::units::index;
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::vocab::name::DocumentId;

/// The amounts that were drawn from a parcel, each with its entry.
pub(super) type Drawn = SmallVec<[(i128, Entry); 1]>;

/// Money on its way to the items, drawn from one source after the other.
#[derive(Debug)]
pub(super) struct Parcel {
    /// The parts so far. Credit brings up the others when they are needed, so that a little money that is used
    /// of many sources does not look at all of them.
    pub(super) parts: Vec<Part>,
    /// The number of the parts that are used up.
    used: usize,
    pub(super) left: i128,
    /// The part of what is left that the parts so far have.
    there: i128,
    /// The lot to which the sources belong.
    pub(super) lot: u32,
    pub(super) kind: ChangeKind,
    pub(super) date: NaiveDate,
    pub(super) counts_from: NaiveDate,
    /// The event, if it is not the source itself.
    pub(super) event: Option<DocumentId>,
}

/// The money of one source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) source: u32,
    pub(super) id: DocumentId,
    pub(super) left: i128,
    /// The amount that was drawn from it.
    pub(super) drawn: i128,
}

impl Part {
    pub(super) const fn of(source: u32, id: DocumentId, left: i128) -> Self {
        Self {
            source,
            id,
            left,
            drawn: 0,
        }
    }
}

impl Parcel {
    /// Makes a parcel without money, of a lot and of a day.
    pub(super) const fn of(lot: u32, kind: ChangeKind, date: NaiveDate) -> Self {
        Self {
            parts: Vec::new(),
            used: 0,
            left: 0,
            there: 0,
            lot,
            kind,
            date,
            counts_from: date,
            event: None,
        }
    }

    /// Adds a part of the money that is left.
    pub(super) fn add(&mut self, part: Part) {
        self.there = self.there.saturating_add(part.left);
        self.parts.push(part);
    }

    /// Returns whether more of it has to be brought up before an amount can be drawn.
    fn lacks(&self, amount: i128) -> bool {
        self.there < amount.min(self.left)
    }

    /// Makes the entry of what a part pays.
    fn entry(&self, part: &Part, rule: AllocationRule) -> Entry {
        Entry {
            kind: self.kind,
            date: self.date,
            counts_from: self.counts_from,
            event: self.event.unwrap_or(part.id),
            source: Some(part.source),
            rule,
        }
    }

    /// Makes the entry of the first part of which something is left.
    pub(super) fn first(&self, rule: AllocationRule) -> Option<Entry> {
        let mut behind = self.parts.iter().skip(self.used);
        let part = behind.find(|part| part.left > 0)?;
        Some(self.entry(part, rule))
    }

    /// Draws an amount from the parts in their order.
    fn draw(&mut self, amount: i128, rule: AllocationRule) -> Drawn {
        let mut wanted = amount.min(self.left);
        self.left = self.left.saturating_sub(wanted);
        self.there = self.there.saturating_sub(wanted);
        let mut drawn = Drawn::new();
        while wanted > 0 {
            let Some(part) = self.parts.get(self.used).copied() else {
                break;
            };
            let taken = part.left.min(wanted);
            if taken > 0 {
                drawn.push((taken, self.entry(&part, rule)));
                wanted = wanted.saturating_sub(taken);
            }
            if let Some(part) = self.parts.get_mut(self.used) {
                part.left = part.left.saturating_sub(taken);
                part.drawn = part.drawn.saturating_add(taken);
                if part.left == 0 {
                    self.used = self.used.saturating_add(1);
                }
            }
        }
        drawn
    }
}

impl Book<'_> {
    /// Draws an amount from the sources of a parcel in their order.
    pub(super) fn draw(&self, parcel: &mut Parcel, amount: i128, rule: AllocationRule) -> Drawn {
        self.bring_up(parcel, amount);
        parcel.draw(amount, rule)
    }

    /// Brings up as many sources of a lot as it takes to draw an amount.
    pub(super) fn bring_up(&self, parcel: &mut Parcel, amount: i128) {
        while parcel.lacks(amount) {
            let last = parcel.parts.last().map(|part| part.source);
            let next = self.lots.next_of(parcel.lot, last);
            let Some((number, source)) =
                next.and_then(|next| Some((next, self.sources.get(index(next))?)))
            else {
                return;
            };
            parcel.add(Part::of(number, source.id, source.credit));
        }
    }
}
