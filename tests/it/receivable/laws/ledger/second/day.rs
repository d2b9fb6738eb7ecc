//! One day of the second statement.

use keqing::receivable::account::CreditUse;

use super::document::{Kind, Row};
use super::money::{Purse, left};
use super::{Second, Source};
use crate::receivable::laws::ledger::story::{Told, What};

/// The names that payments bear, and the payments with their amounts.
type Group<'e> = (&'e [String], Vec<(&'e str, i128)>);

/// The documents and fees that money is for.
struct Named {
    docs: Vec<usize>,
    /// The fees on invoices, each with its document.
    fees: Vec<(usize, usize)>,
    /// True if others are still to come.
    awaits: bool,
}

impl Second<'_> {
    /// Lets the events of a day happen, in their order.
    pub(super) fn live(&mut self, events: &[&Told]) {
        self.each(events, |what| matches!(what, What::Fee { .. }));
        self.each(events, |what| matches!(what, What::Dispute { .. }));
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
            What::Back { .. } if self.seen.is_some() => true,
            What::Back { pay, units } => self.give_back(pay, *units),
            What::Note { about, units } => self.note(&told.id, about.as_deref(), *units),
            What::Waive { about, of, units } => self.waive(&told.id, about, (*of, *units)),
            What::SetOff { about, units } => self.set_off(&told.id, about.as_deref(), *units),
            What::Off { about, of, units } => self.write_off(&told.id, about, (*of, *units)),
            What::Refund { of, units } => self.refund(&told.id, of.as_deref(), *units),
            What::Dispute {
                about,
                units: Some(units),
                until,
            } => {
                self.dispute_parts(about, *units, *until);
                true
            }
            What::Pay { .. } | What::Dispute { .. } => true,
        }
    }

    /// Lists the named documents that are issued, and tells whether others are still to come.
    fn named(&self, names: &[String]) -> Named {
        let (mut named, mut fees) = (Vec::new(), Vec::new());
        let mut awaits = false;
        for name in names.iter().filter(|_| self.house.names) {
            if self.exists(name).is_none_or(|from| self.today < from) {
                awaits = true;
                continue;
            }
            let (mut docs, fee) = self.meant(name);
            // A fee on an invoice is meant by itself, and one that is a debt of its own is a document.
            let host = docs.first().filter(|doc| self.docs[**doc].bill.is_some());
            if let (Some(host), Some(fee)) = (host, fee) {
                fees.push((*host, fee));
                continue;
            }
            docs.sort_by_key(|doc| self.place(*doc));
            docs.retain(|doc| !named.contains(doc));
            named.extend(docs);
        }
        Named {
            docs: named,
            fees,
            awaits,
        }
    }

    /// Makes one payment of the payments of a day that bear the same names. One that came back moves no other, so
    /// they come in the order of the first of each that counts.
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
        groups.sort_by_key(|(_, paid)| {
            let mut counted = paid.iter().filter(|(id, units)| {
                let seen = self.seen.as_ref().and_then(|seen| seen.returned.get(*id));
                let back =
                    seen.map_or_else(|| self.back_at_once(id, *units, events), |back| back.0);
                back < *units
            });
            let first = counted.next().map(|(id, _)| *id);
            (first.is_none(), first)
        });
        for (names, paid) in groups {
            let paid = paid.into_iter();
            let first = self.sources.len();
            let purse = paid.map(|(id, units)| {
                let source = self.come(id, units, names.into());
                self.sources[source].one_with = first;
                let back = self.back_at_once(id, units, events);
                (source, units - self.sources[source].returned - back)
            });
            let mut purse: Purse = purse.collect();
            self.pay_named(&mut purse, names, true);
            for (source, units) in purse {
                self.sources[source].credit += units;
            }
        }
    }

    /// Spreads money over what it names and, if it may, over the rest.
    fn pay_named(&mut self, purse: &mut Purse, names: &[String], others: bool) {
        let named = self.named(names);
        self.pay_fees(purse, &named.fees);
        self.spread(purse, &named.docs, others && !named.awaits);
    }

    pub(super) fn come(&mut self, id: &str, units: i128, names: Vec<String>) -> usize {
        let back = self.seen.as_ref().and_then(|seen| seen.returned.get(id));
        let back = back.copied();
        self.sources.push(Source {
            id: id.into(),
            since: self.today,
            units,
            returned: back.map_or(0, |back| back.0),
            returned_on: back.map(|back| back.1),
            returned_later: back.is_some_and(|back| back.2),
            credit: 0,
            names,
            one_with: self.sources.len(),
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
        for sources in self.payments() {
            let names = &self.sources[sources[0]].names;
            let waited = names.iter().any(|name| new.contains(name));
            if waited && self.house.names {
                self.use_sources(&sources, false);
            }
        }
    }

    /// Uses the credit that nobody assigned, the oldest first.
    fn use_credit(&mut self) {
        if self.house.credit == CreditUse::NextInvoice {
            for sources in self.payments() {
                self.use_sources(&sources, true);
            }
        }
    }

    /// Lists the sources, those together that are one payment.
    fn payments(&self) -> Vec<Vec<usize>> {
        let all: Vec<usize> = (0..self.sources.len()).collect();
        let same = |one: &usize, other: &usize| {
            self.sources[*one].one_with == self.sources[*other].one_with
        };
        all.chunk_by(same).map(<[usize]>::to_vec).collect()
    }

    /// Puts the credit of sources into a purse, at most so much.
    fn purse(&self, sources: &[usize], most: i128) -> Purse {
        let mut rest = most;
        let purse = sources.iter().map(|source| {
            let units = self.sources[*source].credit.min(rest).max(0);
            rest -= units;
            (*source, units)
        });
        purse.collect()
    }

    /// Takes what is gone of a purse off the credit of its sources.
    fn spent(&mut self, before: Purse, after: &Purse) {
        for ((source, before), (_, after)) in before.into_iter().zip(after) {
            self.sources[source].credit -= before - after;
        }
    }

    fn use_sources(&mut self, sources: &[usize], others: bool) {
        let before = self.purse(sources, self.credit());
        if left(&before) <= 0 {
            return;
        }
        let names = self.sources[sources[0]].names.clone();
        let mut purse = before.clone();
        self.uses_credit = true;
        self.pay_named(&mut purse, &names, others);
        self.uses_credit = false;
        self.spent(before, &purse);
    }

    pub(super) fn take(&mut self, place: usize, kind: Kind, units: i128, bears_until: u32) {
        let row = self.row(kind);
        self.docs[place].take(Row {
            units,
            bears_until,
            batch: 0,
            ..row
        });
    }

    /// Returns the amount that an event had the first time.
    pub(super) fn was(&self, id: &str) -> Option<i128> {
        let seen = self.seen.as_ref()?;
        seen.applied.get(id).copied()
    }

    pub(super) fn apply(&mut self, id: &str, units: i128) -> bool {
        self.applied.insert(id.into(), units);
        true
    }

    fn set_off(&mut self, id: &str, about: Option<&str>, units: Option<i128>) -> bool {
        let (credit, was) = (self.credit(), self.was(id));
        if was.is_none() && units.is_some_and(|units| credit.max(0) < units) {
            return false;
        }
        let named = about.map_or(Vec::new(), |about| self.meant(about).0);
        let most = was.or(units).unwrap_or(credit).min(credit);
        let mut left_over = most;
        for sources in self.payments() {
            let before = self.purse(&sources, left_over);
            if left(&before) > 0 {
                let mut purse = before.clone();
                self.spread(&mut purse, &named, about.is_none());
                left_over -= left(&before) - left(&purse);
                self.spent(before, &purse);
            }
        }
        self.apply(id, (most - left_over).max(0))
    }

    fn refund(&mut self, id: &str, of: Option<&str>, units: i128) -> bool {
        let sources = self.sources.iter().enumerate();
        let sources = sources.filter(|(_, source)| of.is_none_or(|of| of == source.id));
        let sources: Vec<usize> = sources.map(|(place, _)| place).collect();
        let credit = match (of, sources.first()) {
            (Some(_), Some(source)) => self.sources[*source].credit.min(self.credit()),
            (Some(_), None) => return false,
            (None, _) => self.credit(),
        };
        if self.was(id).is_none() && credit < units {
            return false;
        }
        let mut rest = units;
        for source in sources {
            let part = self.sources[source].credit.max(0).min(rest);
            self.sources[source].credit -= part;
            rest -= part;
        }
        // It was paid out all the same. So the customer owes it back out of the money that came back.
        let sources = self.sources.iter_mut();
        let owes = sources.filter(|source| match of {
            Some(of) => of == source.id,
            None => source.returned_later,
        });
        if let Some(source) = owes.max_by_key(|source| (source.since, source.id.clone())) {
            source.credit -= rest;
        }
        self.apply(id, units)
    }
}
