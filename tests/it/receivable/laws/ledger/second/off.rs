//! Credit notes, write-offs and waivers in the second statement: what is taken off without money.

use keqing::receivable::allocation::DebtComponent;

use super::Second;
use super::document::{Kind, Row};
use crate::receivable::laws::ledger::story::Waived;

/// A document, a fee of it, and what is open.
type Open = (usize, Option<usize>, i128);

impl Second<'_> {
    pub(super) fn note(&mut self, id: &str, about: Option<&str>, units: i128) -> bool {
        let docs = about.map_or(Vec::new(), |about| self.meant(about).0);
        let left = docs.iter().map(|place| {
            let doc = &self.docs[*place];
            doc.total - doc.taken(Kind::Credited) - doc.beyond
        });
        if about.is_some() && !self.house.excess && left.sum::<i128>() < units {
            return false;
        }
        let mut rest = units;
        for place in &docs {
            let part = self.docs[*place].open().min(rest);
            self.take(*place, Kind::Credited, part, self.today);
            rest -= part;
        }
        let mut beyond = rest;
        for place in &docs {
            let (about, taken) = self.note_beyond(*place, beyond);
            beyond -= about;
            rest -= taken;
        }
        let source = self.come(id, units, Vec::new());
        self.sources[source].credit = rest;
        for place in docs {
            let doc = &mut self.docs[place];
            let room = doc.total - doc.taken(Kind::Credited) - doc.beyond;
            let part = room.max(0).min(rest);
            doc.beyond += part;
            rest -= part;
        }
        true
    }

    /// Lets a credit note of what is not open take the place of what was never paid: of what was given up, and
    /// of the discount on the rest. Returns the part that is about the document, and what took such a place.
    fn note_beyond(&mut self, place: usize, units: i128) -> (i128, i128) {
        let given_up = [Kind::WrittenOff, Kind::Small, Kind::Waived];
        let row = Row {
            batch: 0,
            ..self.row(Kind::Credited)
        };
        let doc = &mut self.docs[place];
        let lost: i128 = given_up.iter().map(|kind| doc.taken(*kind)).sum();
        let lost = lost.min(units);
        let left = doc.total - doc.taken(Kind::Credited) - doc.beyond - lost;
        let credited = (units - lost).min(left).max(0);
        let discount = match left > 0 {
            true => credited * doc.taken(Kind::Discount) / left,
            false => 0,
        };
        let mut made = doc.replace(lost, &given_up, row);
        made.extend(doc.replace(discount, &[Kind::Discount], row));
        let taken = made.iter().map(|(_, units)| units).sum();
        (lost + credited, taken)
    }

    /// Writes an amount of a document off, or all that is open, which may be nothing.
    pub(super) fn write_off(
        &mut self,
        id: &str,
        about: &str,
        (of, units): (DebtComponent, Option<i128>),
    ) -> bool {
        let parts = self.open_of(about, of);
        let open: i128 = parts.iter().map(|(_, _, open)| open).sum();
        let units = match (self.was(id), units) {
            (Some(was), _) => open.min(was),
            (None, None) => open,
            (None, Some(units)) if open < units => return false,
            (None, Some(units)) => units,
        };
        self.let_off(parts, (of, Kind::WrittenOff), units);
        self.apply(id, units)
    }

    pub(super) fn waive(&mut self, id: &str, about: &str, (of, units): (Waived, i128)) -> bool {
        let (of, parts) = match of {
            Waived::Fee => (
                DebtComponent::Fees,
                self.open_of(about, DebtComponent::Fees),
            ),
            Waived::Interest => {
                let of = DebtComponent::Interest;
                (of, self.open_of(about, of))
            }
            Waived::Deadline => {
                let docs = self.meant(about).0.into_iter();
                let missed = docs.map(|place| (place, None, self.missed(&self.docs[place])));
                (DebtComponent::Principal, missed.collect())
            }
        };
        let open: i128 = parts.iter().map(|(_, _, open)| open).sum();
        let now = match self.was(id) {
            Some(was) => open.min(was),
            None if open < units => return false,
            None => units,
        };
        self.let_off(parts, (of, Kind::Waived), now);
        self.apply(id, units)
    }

    /// Lists the open amounts of a component of a document.
    fn open_of(&self, about: &str, of: DebtComponent) -> Vec<Open> {
        let (docs, fee) = self.meant(about);
        let mut parts = Vec::new();
        for place in docs {
            let doc = &self.docs[place];
            match (fee, of) {
                (Some(fee), _) => parts.push((place, Some(fee), doc.fees[fee].open)),
                (None, DebtComponent::Principal) => parts.push((place, None, doc.open())),
                (None, DebtComponent::Interest) => parts.push((place, None, self.claim(doc))),
                (None, _) => {
                    let fees = doc.fees.iter().enumerate();
                    parts.extend(fees.map(|(number, fee)| (place, Some(number), fee.open)));
                }
            }
        }
        parts
    }

    /// Lets the customer off so much of what is open.
    fn let_off(&mut self, parts: Vec<Open>, (of, kind): (DebtComponent, Kind), units: i128) {
        let mut left = units;
        for (place, fee, open) in parts {
            let part = open.min(left);
            left -= part;
            match (fee, of) {
                (Some(fee), _) => self.docs[place].fees[fee].open -= part,
                (None, DebtComponent::Principal) if kind == Kind::WrittenOff => {
                    let before = self.last_bearing(place, part);
                    self.take(place, kind, part, before);
                    let (today, pauses) = (self.today, self.house.pauses);
                    self.docs[place].accrue_anew(today, pauses);
                }
                (None, DebtComponent::Principal) => self.take(place, kind, part, self.today),
                (None, _) => self.docs[place].interest_let_off += part,
            }
        }
    }

    /// Returns the last day on which a principal that is written off today bears interest: the day before,
    /// unless the interest of today is cleared already.
    fn last_bearing(&self, place: usize, units: i128) -> u32 {
        let before = self.today.saturating_sub(1).max(self.docs[place].issued);
        let mut without = self.clone();
        without.take(place, Kind::WrittenOff, units, before);
        let doc = &mut without.docs[place];
        doc.accrue_anew(self.today, self.house.pauses);
        let cleared = doc.interest_paid + doc.interest_let_off;
        let is_cleared = without.charged(&without.docs[place]) < cleared;
        if is_cleared { self.today } else { before }
    }
}
