//! One day of the second statement.

use std::collections::BTreeMap;

use keqing::receivable::account::CreditUse;
use keqing::receivable::allocation::DebtComponent;

use super::document::{Kind, Row};
use super::money::{Purse, left};
use super::{Of, Second, Source};
use crate::receivable::laws::ledger::story::{Told, What};

/// The names that payments bear, and the payments with their amounts.
type Group<'e> = (&'e [String], Vec<(&'e str, i128)>);

impl Second<'_> {
    /// Lets the events of a day happen, in their order.
    pub(super) fn live(&mut self, events: &[&Told]) {
        self.each(events, |what| matches!(what, What::Fee { .. }));
        let (same, other): (Vec<&Told>, Vec<&Told>) = events
            .iter()
            .filter(|told| matches!(told.what, What::Back { .. }))
            .partition(|told| self.came_today(told, events));
        self.each(&other, |_| true);
        self.each(events, |what| matches!(what, What::Note { .. }));
        self.use_awaited(events);
        self.use_credit();
        self.each(events, |what| matches!(what, What::Waive { .. }));
        self.pay_all(events);
        self.each(&same, |_| true);
        self.each(events, |what| matches!(what, What::SetOff { .. }));
        self.each(events, |what| matches!(what, What::Off { .. }));
        self.each(events, |what| matches!(what, What::Refund { .. }));
        self.use_credit();
    }

    fn came_today(&self, told: &Told, events: &[&Told]) -> bool {
        let What::Back { pay, .. } = &told.what else {
            return false;
        };
        events.iter().any(|other| other.id == *pay)
    }

    /// Lets the events of one kind happen, and refuses those that cannot.
    fn each(&mut self, events: &[&Told], kind: impl Fn(&What) -> bool) {
        for told in events.iter().filter(|told| kind(&told.what)) {
            if !self.happen(told) {
                self.refused.insert(told.id.clone());
            }
        }
    }

    fn happen(&mut self, told: &Told) -> bool {
        match &told.what {
            What::Fee { about, units } => {
                self.charge(&told.id, about.as_deref(), *units);
                true
            }
            What::Back { pay, units } => self.give_back(pay, *units),
            What::Note { about, units } => self.note(&told.id, about.as_deref(), *units),
            What::Waive { about, fee, units } => {
                let of = match fee {
                    true => DebtComponent::Fees,
                    false => DebtComponent::Interest,
                };
                self.let_off(about, of, Some(*units))
            }
            What::SetOff { about, units } => self.set_off(about.as_deref(), *units),
            What::Off { about, of, units } => self.let_off(about, *of, *units),
            What::Refund { of, units } => self.refund(of.as_deref(), *units),
            What::Pay { .. } | What::Dispute { .. } => true,
        }
    }

    /// Lists the named documents that are issued, and tells whether others are still to come.
    fn named(&self, names: &[String]) -> (Vec<usize>, bool) {
        let mut named = Vec::new();
        let mut awaits = false;
        for name in names.iter().filter(|_| self.house.names) {
            if self.exists(name).is_none_or(|from| self.today < from) {
                awaits = true;
                continue;
            }
            let mut docs = self.meant(name).0;
            docs.sort_by_key(|doc| self.rank(&self.docs[*doc]));
            docs.retain(|doc| !named.contains(doc));
            named.extend(docs);
        }
        (named, awaits)
    }

    /// Makes one payment of the payments of a day that bear the same names.
    fn pay_all(&mut self, events: &[&Told]) {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for told in events {
            let What::Pay { units, names } = &told.what else {
                continue;
            };
            let group = groups.iter_mut().find(|(other, _)| other == names);
            match group {
                Some((_, paid)) => paid.push((&told.id, *units)),
                None => groups.push((names, vec![(&told.id, *units)])),
            }
        }
        for (names, paid) in groups {
            let paid = paid.into_iter();
            let purse = paid.map(|(id, units)| (self.come(id, units, names.into()), units));
            let mut purse: Purse = purse.collect();
            let (named, awaits) = self.named(names);
            self.spread(&mut purse, &named, !awaits);
            for (source, units) in purse {
                self.sources[source].credit += units;
            }
        }
    }

    fn come(&mut self, id: &str, units: i128, names: Vec<String>) -> usize {
        self.sources.push(Source {
            id: id.into(),
            since: self.today,
            units,
            returned: 0,
            credit: 0,
            names,
        });
        self.sources.len() - 1
    }

    /// Uses the credit that waited for a document of the day.
    fn use_awaited(&mut self, events: &[&Told]) {
        let bills = self.story.bills.iter();
        let bills = bills.filter(|bill| bill.issued == self.today);
        let parts = bills.flat_map(|bill| {
            let parts = bill.parts.iter().map(|(id, _, _)| id.clone());
            parts.chain([bill.id.clone()])
        });
        let fees = events
            .iter()
            .filter(|told| matches!(told.what, What::Fee { .. }));
        let new: Vec<String> = parts.chain(fees.map(|told| told.id.clone())).collect();
        for source in 0..self.sources.len() {
            let waited = self.sources[source]
                .names
                .iter()
                .any(|name| new.contains(name));
            if waited && self.house.names {
                self.use_source(source, false, i128::MAX);
            }
        }
    }

    /// Uses the credit that nobody assigned, the oldest first.
    fn use_credit(&mut self) {
        if self.house.credit == CreditUse::NextInvoice {
            for source in 0..self.sources.len() {
                self.use_source(source, true, i128::MAX);
            }
        }
    }

    fn use_source(&mut self, source: usize, others: bool, most: i128) {
        let units = self.sources[source].credit.min(self.credit()).min(most);
        if units <= 0 {
            return;
        }
        let names = self.sources[source].names.clone();
        let (named, awaits) = self.named(&names);
        let mut purse = vec![(source, units)];
        self.spread(&mut purse, &named, others && !awaits);
        self.sources[source].credit -= units - left(&purse);
    }

    fn note(&mut self, id: &str, about: Option<&str>, units: i128) -> bool {
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

    fn take(&mut self, place: usize, kind: Kind, units: i128, bears_until: u32) {
        let (day, batch) = (self.today, 0);
        self.docs[place].take(Row {
            number: 0,
            kind,
            units,
            bears_until,
            day,
            batch,
            tier: None,
        });
    }

    /// Writes an amount of a part off, or waives it.
    fn let_off(&mut self, about: &str, of: DebtComponent, units: Option<i128>) -> bool {
        let (docs, fee) = self.meant(about);
        let mut parts: Vec<(usize, Option<usize>, i128)> = Vec::new();
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
        let whole = parts.iter().map(|(_, _, open)| open).sum();
        let mut left = units.unwrap_or(whole);
        if left == 0 || whole < left {
            return false;
        }
        for (place, fee, open) in parts {
            let part = open.min(left);
            left -= part;
            match (fee, of) {
                (Some(fee), _) => self.docs[place].fees[fee].open -= part,
                (None, DebtComponent::Principal) => {
                    let before = self.last_bearing(place, part);
                    self.take(place, Kind::WrittenOff, part, before);
                    let (today, pauses) = (self.today, self.house.pauses);
                    self.docs[place].accrue_anew(today, pauses);
                }
                (None, _) => self.docs[place].interest_let_off += part,
            }
        }
        true
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

    fn set_off(&mut self, about: Option<&str>, units: Option<i128>) -> bool {
        let credit = self.credit();
        if units.is_some_and(|units| credit.max(0) < units) {
            return false;
        }
        let named = about.map_or(Vec::new(), |about| self.meant(about).0);
        let mut most = units.unwrap_or(credit).min(credit);
        for source in 0..self.sources.len() {
            let units = self.sources[source].credit.min(most);
            if units > 0 {
                let mut purse = vec![(source, units)];
                self.spread(&mut purse, &named, about.is_none());
                self.sources[source].credit -= units - left(&purse);
                most -= units - left(&purse);
            }
        }
        true
    }

    fn refund(&mut self, of: Option<&str>, units: i128) -> bool {
        let sources = self.sources.iter().enumerate();
        let sources = sources.filter(|(_, source)| of.is_none_or(|of| of == source.id));
        let sources: Vec<usize> = sources.map(|(place, _)| place).collect();
        let credit = match (of, sources.first()) {
            (Some(_), Some(source)) => self.sources[*source].credit.min(self.credit()),
            (Some(_), None) => return false,
            (None, _) => self.credit(),
        };
        if credit < units {
            return false;
        }
        let mut rest = units;
        for source in sources {
            let part = self.sources[source].credit.max(0).min(rest);
            self.sources[source].credit -= part;
            rest -= part;
        }
        true
    }

    /// Gives money back: its credit first, and then what it paid, the last first.
    fn give_back(&mut self, pay: &str, units: Option<i128>) -> bool {
        let source = self.sources.iter().position(|source| source.id == pay);
        let Some(number) = source else { return false };
        let source = &mut self.sources[number];
        let most = source.units - source.returned;
        let units = units.unwrap_or(most);
        if most < units || units == 0 {
            return false;
        }
        source.returned += units;
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

    /// Settles a document anew with what still counts of it, as if the rest had never come.
    fn reopen(&mut self, place: usize) {
        let rows = std::mem::take(&mut self.docs[place].rows);
        let kept = rows
            .into_iter()
            .filter(|row| row.units > 0 && !matches!(row.kind, Kind::Discount | Kind::Small));
        let kept: Vec<Row> = kept.collect();
        for batch in kept.chunk_by(|one, other| one.batch > 0 && one.batch == other.batch) {
            let first = batch[0];
            if first.kind != Kind::Paid {
                self.docs[place].rows.push(first);
                continue;
            }
            let units = batch.iter().map(|row| row.units).sum();
            let settled = self.settle(&self.docs[place], units, first.day);
            let tier = settled.tier;
            let again = batch.iter().map(|row| Row { tier, ..*row });
            self.docs[place].rows.extend(again);
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
}
