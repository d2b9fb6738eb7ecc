use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Bound;

use crate::receivable::account::replay::source::{Place, Source};
use crate::receivable::account::replay::units::index;

/// The credit of the account, in the order in which it came.
///
/// The payments of one day that bear the same names are one payment, and so what is left of them is one lot.
///
/// Credit that waits for a document goes to the items of its names only, and those were paid when it came.
/// So it is looked at again when one of them changes, and not on every day.
#[derive(Debug, Default)]
pub(super) struct Lots {
    all: Vec<Lot>,
    /// The sources that have credit, by the places of their lots.
    order: BTreeSet<(Place, u32)>,
    /// The places of credit that nobody assigned.
    nameless: BTreeSet<Place>,
    /// The places of credit that bears names, each of a document that is issued.
    named: BTreeSet<Place>,
    /// The places of credit that waits, while one of its items has changed.
    again: BTreeSet<Place>,
    next: Place,
}

/// The credit of sources that are one payment.
#[derive(Debug)]
struct Lot {
    /// The place among the others, while there is credit.
    place: Option<Place>,
    /// True if nobody said for which document it is.
    is_nameless: bool,
    /// True if it bears the name of a document that is still to come.
    waits: bool,
    /// The number of sources that have credit.
    sources: u32,
    /// The credit of those sources.
    credit: i128,
}

impl Lots {
    /// Makes a lot without credit, and returns its number.
    pub(super) fn open(&mut self, is_nameless: bool) -> u32 {
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(Lot {
            place: None,
            is_nameless,
            waits: false,
            sources: 0,
            credit: 0,
        });
        number
    }

    /// Changes the credit of a source, and gives its lot a place at the end when it is the first that has some,
    /// or takes the place away when none has any.
    pub(super) fn change(&mut self, number: u32, source: &mut Source<'_>, amount: i128) {
        let before = source.credit.max(0);
        source.credit = source.credit.saturating_add(amount);
        let now = source.credit.max(0);
        let Some(lot) = self.all.get_mut(index(source.lot)) else {
            return;
        };
        lot.credit = lot.credit.saturating_add(now.saturating_sub(before));
        match (before > 0, now > 0) {
            (false, true) => {
                lot.sources = lot.sources.saturating_add(1);
                let is_new = lot.place.is_none();
                let place = *lot.place.get_or_insert(self.next);
                self.order.insert((place, number));
                if is_new {
                    self.next = self.next.saturating_add(1);
                    self.sort(source.lot);
                }
            }
            (true, false) => {
                lot.sources = lot.sources.saturating_sub(1);
                let Some(place) = lot.place else { return };
                self.order.remove(&(place, number));
                if lot.sources == 0 {
                    lot.place = None;
                    self.nameless.remove(&place);
                    self.named.remove(&place);
                    self.again.remove(&place);
                }
            }
            _ => {}
        }
    }

    /// Returns the credit of a lot.
    pub(super) fn credit(&self, lot: u32) -> i128 {
        self.all.get(index(lot)).map_or(0, |lot| lot.credit)
    }

    /// Returns whether a lot waits for a document.
    pub(super) fn waits(&self, lot: u32) -> bool {
        self.all.get(index(lot)).is_some_and(|lot| lot.waits)
    }

    /// Puts a lot among those that wait, or among those that do not.
    pub(super) fn wait(&mut self, number: u32, waits: bool) {
        if let Some(lot) = self.all.get_mut(index(number)) {
            lot.waits = waits;
        }
        self.sort(number);
    }

    fn sort(&mut self, number: u32) {
        let lot = self.all.get(index(number)).filter(|lot| !lot.waits);
        let Some((place, is_nameless)) = lot.and_then(|lot| Some((lot.place?, lot.is_nameless)))
        else {
            return;
        };
        self.again.remove(&place);
        if is_nameless {
            self.nameless.insert(place);
        } else {
            self.named.insert(place);
        }
    }

    /// Remembers that an item has changed for which a lot is meant, if it waits.
    pub(super) fn look_again(&mut self, number: u32) {
        let lot = self.all.get(index(number)).filter(|lot| lot.waits);
        if let Some(place) = lot.and_then(|lot| lot.place) {
            self.again.insert(place);
        }
    }

    /// Forgets that an item has changed.
    pub(super) fn looked(&mut self, place: Place) {
        self.again.remove(&place);
    }

    /// Returns the first credit behind a place, whatever it is for, with its source.
    pub(super) fn after(&self, place: Option<Place>) -> Option<(Place, u32)> {
        let from = place.map_or(Bound::Unbounded, |place| Bound::Excluded((place, u32::MAX)));
        self.order.range((from, Bound::Unbounded)).next().copied()
    }

    /// Returns the next source of a lot that has credit, behind a source of it or from the first on.
    pub(super) fn next_of(&self, lot: u32, source: Option<u32>) -> Option<u32> {
        let place = self.all.get(index(lot))?.place?;
        let from = match source {
            Some(source) => Bound::Excluded((place, source)),
            None => Bound::Included((place, 0)),
        };
        let to = Bound::Included((place, u32::MAX));
        self.order
            .range((from, to))
            .next()
            .map(|(_, source)| *source)
    }

    /// Returns the first credit behind a place that may find an open item.
    pub(super) fn usable_after(
        &self,
        place: Option<Place>,
        with_nameless: bool,
    ) -> Option<(Place, u32)> {
        let from = place.map_or(Bound::Unbounded, Bound::Excluded);
        let first = |places: &BTreeSet<Place>| {
            let mut behind = places.range((from, Bound::Unbounded));
            behind.next().copied()
        };
        let nameless = first(&self.nameless).filter(|_| with_nameless);
        let found = [nameless, first(&self.named), first(&self.again)];
        let place = found.into_iter().flatten().min()?;
        let sources = (place, 0)..=(place, u32::MAX);
        self.order.range(sources).next().copied()
    }
}
