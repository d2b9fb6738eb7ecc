use alloc::collections::{BTreeMap, BTreeSet};
use core::ops::Bound;

use crate::receivable::account::replay::source::{Place, Source};

/// The sources that have credit, in the order in which it came.
///
/// Credit that waits for a document goes to the items of its names only, and those were paid when it came.
/// So it is looked at again when one of them changes, and not on every day.
#[derive(Debug, Default)]
pub(super) struct Lots {
    /// The sources, by the places of their credit.
    order: BTreeMap<Place, u32>,
    /// The places of credit that nobody assigned.
    nameless: BTreeSet<Place>,
    /// The places of credit that bears names, each of a document that is issued.
    named: BTreeSet<Place>,
    /// The places of credit that waits, while one of its items has changed.
    again: BTreeSet<Place>,
    next: Place,
}

impl Lots {
    /// Gives the credit of a source its place at the end, or takes it away when there is none.
    pub(super) fn keep(&mut self, number: u32, source: &mut Source<'_>) {
        match (source.place, source.credit > 0) {
            (None, true) => {
                let place = self.next;
                self.next = self.next.saturating_add(1);
                self.order.insert(place, number);
                source.place = Some(place);
                self.sort(source);
            }
            (Some(place), false) => {
                self.order.remove(&place);
                self.nameless.remove(&place);
                self.named.remove(&place);
                self.again.remove(&place);
                source.place = None;
            }
            _ => {}
        }
    }

    /// Puts the credit of a source among those that wait, or among those that do not.
    pub(super) fn sort(&mut self, source: &Source<'_>) {
        let Some(place) = source.place.filter(|_| !source.waits) else {
            return;
        };
        self.again.remove(&place);
        if source.is_nameless() {
            self.nameless.insert(place);
        } else {
            self.named.insert(place);
        }
    }

    /// Remembers that an item has changed for which the waiting credit of a source is meant.
    pub(super) fn look_again(&mut self, source: &Source<'_>) {
        if let Some(place) = source.place.filter(|_| source.waits) {
            self.again.insert(place);
        }
    }

    /// Forgets that an item has changed.
    pub(super) fn looked(&mut self, place: Place) {
        self.again.remove(&place);
    }

    /// Returns the first credit behind a place, whatever it is for, with its source.
    pub(super) fn after(&self, place: Option<Place>) -> Option<(Place, u32)> {
        let found = self.order.range((behind(place), Bound::Unbounded)).next();
        found.map(|(place, source)| (*place, *source))
    }

    /// Returns the first credit behind a place that may find an open item.
    pub(super) fn usable_after(
        &self,
        place: Option<Place>,
        with_nameless: bool,
    ) -> Option<(Place, u32)> {
        let first = |places: &BTreeSet<Place>| {
            places
                .range((behind(place), Bound::Unbounded))
                .next()
                .copied()
        };
        let nameless = first(&self.nameless).filter(|_| with_nameless);
        let found = [nameless, first(&self.named), first(&self.again)];
        let place = found.into_iter().flatten().min()?;
        Some((place, *self.order.get(&place)?))
    }
}

fn behind(place: Option<Place>) -> Bound<Place> {
    place.map_or(Bound::Unbounded, Bound::Excluded)
}
