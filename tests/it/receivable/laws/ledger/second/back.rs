//! Money that comes back in the second statement: it is taken out of where it went.

use std::collections::BTreeMap;

use super::document::{Kind, Row};
use super::{Of, Second};
use crate::receivable::laws::ledger::story::{Told, What};

impl Second<'_> {
    /// Gives money back: its credit first, and then what it paid, the last first.
    pub(super) fn give_back(&mut self, pay: &str, units: Option<i128>) -> bool {
        let source = self.sources.iter().position(|source| source.id == pay);
        let Some(number) = source else { return false };
        let source = &mut self.sources[number];
        let most = source.units - source.returned;
        let units = units.unwrap_or(most);
        if most < units || units == 0 {
            return false;
        }
        source.returned += units;
        source.returned_on = source.returned_on.or(Some(self.today));
        if source.since == self.today {
            // It came back at once, and went nowhere.
            return true;
        }
        source.returned_later = true;
        let credit = source.credit.max(0).min(units);
        source.credit -= credit;
        let mut rest = units - credit;
        let mut touched: BTreeMap<usize, ()> = BTreeMap::new();
        for place in (0..self.log.len()).rev() {
            let paid = self.log[place];
            if paid.source != number || rest == 0 {
                continue;
            }
            let part = paid.units.min(rest);
            rest -= part;
            self.log[place].units -= part;
            let doc = &mut self.docs[paid.doc];
            match paid.of {
                Of::Fee(fee) => doc.fees[fee].open += part,
                Of::Interest => doc.interest_paid -= part,
                Of::Principal(row) => {
                    let rows = doc.rows.iter_mut();
                    let row = rows.into_iter().find(|other| other.number == row);
                    if let Some(row) = row {
                        row.units -= part;
                    }
                }
            }
            touched.insert(paid.doc, ());
        }
        self.sources[number].credit -= rest;
        for doc in touched.into_keys() {
            self.reopen(doc);
        }
        true
    }

    /// Returns the amount of a payment of today that comes back today.
    pub(super) fn back_at_once(&self, id: &str, units: i128, events: &[&Told]) -> i128 {
        let mut left = units;
        for told in events.iter().filter(|_| self.seen.is_none()) {
            match &told.what {
                What::Back { pay, units: None } if pay == id => left = 0,
                What::Back {
                    pay,
                    units: Some(back),
                } if pay == id && *back <= left => left -= back,
                _ => {}
            }
        }
        units - left
    }

    /// Settles a document anew with what still counts of it, as if the rest had never come.
    fn reopen(&mut self, place: usize) {
        let rows = std::mem::take(&mut self.docs[place].rows);
        let kept = rows
            .into_iter()
            .filter(|row| row.units > 0 && !matches!(row.kind, Kind::Discount | Kind::Small));
        let kept: Vec<Row> = kept.collect();
        for batch in kept.chunk_by(|one, other| {
            let days = (one.day, one.bears_until) == (other.day, other.bears_until);
            days && one.batch > 0 && one.batch == other.batch
        }) {
            let first = batch[0];
            if first.kind != Kind::Paid {
                self.count_again(place, first);
                continue;
            }
            let units = batch.iter().map(|row| row.units).sum();
            let settled = self.settle(&self.docs[place], units, first.bears_until);
            let tier = settled.tier;
            for row in batch {
                self.count_again(place, Row { tier, ..*row });
            }
            let more = [
                (Kind::Discount, settled.discount),
                (Kind::Small, settled.small),
            ];
            for (kind, units) in more {
                let units = units.min(self.docs[place].open());
                self.docs[place].take(Row {
                    kind,
                    units,
                    tier,
                    ..first
                });
            }
        }
        let (today, pauses) = (self.today, self.house.pauses);
        self.docs[place].accrue_anew(today, pauses);
    }
    /// Lets a row count once more, at most with what is open.
    fn count_again(&mut self, place: usize, row: Row) {
        let doc = &mut self.docs[place];
        let units = row.units.min(doc.open());
        if units > 0 {
            doc.rows.push(Row { units, ..row });
        }
    }
}
