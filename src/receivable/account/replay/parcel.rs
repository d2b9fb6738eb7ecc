use alloc::vec::Vec;

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::receivable::account::replay::book::Entry;
use crate::receivable::ledger::{AllocationRule, ChangeKind};
use crate::vocab::name::DocumentId;

/// The amounts that were drawn from a parcel, each with its entry.
pub(super) type Drawn = SmallVec<[(i128, Entry); 1]>;

/// Money on its way to the items, drawn from one source after the other.
#[derive(Debug)]
pub(super) struct Parcel {
    pub(super) parts: Vec<Part>,
    /// The number of the parts that are used up.
    pub(super) used: usize,
    pub(super) left: i128,
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
}

impl Parcel {
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
        let part = self.parts.iter().find(|part| part.left > 0)?;
        Some(self.entry(part, rule))
    }

    /// Draws an amount from the parts in their order.
    pub(super) fn draw(&mut self, amount: i128, rule: AllocationRule) -> Drawn {
        let mut wanted = amount.min(self.left);
        self.left = self.left.saturating_sub(wanted);
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
                if part.left == 0 {
                    self.used = self.used.saturating_add(1);
                }
            }
        }
        drawn
    }
}
