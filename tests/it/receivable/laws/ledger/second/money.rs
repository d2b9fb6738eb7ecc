//! Money of the second statement: to the named documents, and then by the order of the house.

use super::document::{Doc, Kind, Row};
use super::{Of, Paid, Second};
use crate::receivable::laws::ledger::house::{By, Part};
use crate::receivable::laws::ledger::story::Bill;

/// Money on its way: so much of each source.
pub(super) type Purse = Vec<(usize, i128)>;

pub(super) fn left(purse: &Purse) -> i128 {
    purse.iter().map(|(_, units)| units).sum()
}

/// The state of a part on a day: past due, due, or not yet.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum State {
    Past,
    Due,
    Later,
}

fn state(due: u32, day: u32) -> State {
    match due.cmp(&day) {
        std::cmp::Ordering::Less => State::Past,
        std::cmp::Ordering::Equal => State::Due,
        std::cmp::Ordering::Greater => State::Later,
    }
}

type Bucket = (State, Part);

impl Second<'_> {
    /// Lists the buckets that are filled together, the first first.
    fn rounds(&self) -> Vec<Vec<Bucket>> {
        let due = self.house.parts.iter();
        let due = due.flat_map(|part| [(State::Past, *part), (State::Due, *part)]);
        let later = self.house.parts.iter().map(|part| (State::Later, *part));
        let all: Vec<Bucket> = due.chain(later).collect();
        match self.house.bucket_by_bucket {
            true => all.into_iter().map(|bucket| vec![bucket]).collect(),
            false => vec![all],
        }
    }

    /// Spreads money over the named documents and, if it may, over the others.
    pub(super) fn spread(&mut self, purse: &mut Purse, named: &[usize], others: bool) {
        self.batches += 1;
        for round in self.rounds() {
            for doc in named {
                let limit = left(purse);
                self.pay(purse, *doc, (limit, true), &round);
            }
            if !others {
                continue;
            }
            for equal in self.queue(named) {
                let needs: Vec<i128> = equal.iter().map(|doc| self.need(*doc, &round)).collect();
                let parts = match needs.iter().sum::<i128>() <= left(purse) {
                    true => vec![i128::MAX; needs.len()],
                    false => shares(left(purse), &needs),
                };
                for (doc, part) in equal.iter().zip(parts) {
                    self.pay(purse, *doc, (part, false), &round);
                }
            }
        }
    }

    /// Lists the documents that nobody named, those that share together.
    fn queue(&self, named: &[usize]) -> Vec<Vec<usize>> {
        let all = 0..self.docs.len();
        let mut queue: Vec<usize> = all
            .filter(|doc| !named.contains(doc) && self.docs[*doc].issued <= self.today)
            .collect();
        queue.sort_by_key(|doc| self.place(*doc));
        let shares = self.house.shares;
        let same = |one: &usize, other: &usize| {
            shares && self.rank(&self.docs[*one]) == self.rank(&self.docs[*other])
        };
        queue.chunk_by(same).map(<[usize]>::to_vec).collect()
    }

    /// Returns the place of a document in the order of payment: equal debts by their days of issue, and then
    /// by the ids of their invoices.
    pub(super) fn place(&self, number: usize) -> (Vec<u32>, u32, &str, usize) {
        let doc = &self.docs[number];
        let bill: Option<&Bill> = self.bill(doc);
        let invoice = bill.map_or(doc.id.as_str(), |bill| &bill.id);
        (self.rank(doc), doc.issued, invoice, number)
    }

    /// Returns the rank of a document among those that nobody named.
    fn rank(&self, doc: &Doc) -> Vec<u32> {
        let ranks = self.house.by.iter().map(|by| match by {
            By::Due => u32::from(doc.due > self.today),
            By::EarliestDue => doc.due,
            By::Oldest => doc.issued,
        });
        ranks.collect()
    }

    /// Returns the interest of a document that is owed today.
    pub(super) fn claim(&self, doc: &Doc) -> i128 {
        (self.charged(doc) - doc.interest_paid - doc.interest_let_off).max(0)
    }

    /// Returns the money that settles the buckets of a document.
    fn need(&self, number: usize, round: &[Bucket]) -> i128 {
        let doc = &self.docs[number];
        let of = |(at, part): &Bucket| match part {
            Part::Fee => {
                let fees = doc.fees.iter();
                let fees =
                    fees.filter(|fee| fee.day <= self.today && state(fee.day, self.today) == *at);
                fees.map(|fee| fee.open).sum()
            }
            Part::Interest if *at == State::Past => self.claim(doc),
            Part::Principal if *at == state(doc.due, self.today) => {
                doc.open() - self.discount_left(doc, self.today)
            }
            _ => 0,
        };
        round.iter().map(of).sum()
    }

    /// Pays fees that are named by themselves.
    pub(super) fn pay_fees(&mut self, purse: &mut Purse, fees: &[(usize, usize)]) {
        for (doc, fee) in fees {
            let units = self.docs[*doc].fees[*fee].open.min(left(purse));
            self.docs[*doc].fees[*fee].open -= units;
            self.draw(purse, *doc, Of::Fee(*fee), units);
        }
    }

    /// Pays buckets of a document with at most so much. Money that names it pays what was written off too.
    fn pay(
        &mut self,
        purse: &mut Purse,
        number: usize,
        (limit, is_named): (i128, bool),
        round: &[Bucket],
    ) {
        let today = self.today;
        let mut limit = limit.min(left(purse));
        for (at, part) in round {
            if limit == 0 {
                return;
            }
            let before = left(purse);
            match part {
                Part::Fee => {
                    for fee in 0..self.docs[number].fees.len() {
                        let told = self.docs[number].fees[fee].clone();
                        if told.day <= today && state(told.day, today) == *at {
                            let units = told.open.min(limit - (before - left(purse)));
                            self.docs[number].fees[fee].open -= units;
                            self.draw(purse, number, Of::Fee(fee), units);
                        }
                    }
                }
                Part::Interest if *at == State::Past => {
                    let units = self.claim(&self.docs[number]).min(limit);
                    self.docs[number].interest_paid += units;
                    self.draw(purse, number, Of::Interest, units);
                }
                Part::Principal if *at == state(self.docs[number].due, today) => {
                    let before = left(purse);
                    self.pay_principal(purse, number, limit);
                    if is_named {
                        self.recover(purse, number, limit - (before - left(purse)));
                    }
                }
                _ => {}
            }
            limit -= before - left(purse);
        }
    }

    fn pay_principal(&mut self, purse: &mut Purse, number: usize, limit: i128) {
        if self.docs[number].open() <= 0 {
            return;
        }
        let settled = self.settle(&self.docs[number], limit, self.today);
        let row = Row {
            tier: settled.tier,
            ..self.row(Kind::Paid)
        };
        let mut wanted = settled.paid;
        for (source, units) in purse.iter_mut() {
            let units_of = (*units).min(wanted);
            if units_of > 0 {
                let row = self.docs[number].take(Row {
                    units: units_of,
                    ..row
                });
                self.log.push(Paid {
                    source: *source,
                    doc: number,
                    of: Of::Principal(row),
                    units: units_of,
                });
                *units -= units_of;
                wanted -= units_of;
            }
        }
        for (kind, units) in [
            (Kind::Discount, settled.discount),
            (Kind::Small, settled.small),
        ] {
            self.docs[number].take(Row { kind, units, ..row });
        }
    }

    /// Pays what was written off, with money that comes and not with credit that is there.
    fn recover(&mut self, purse: &mut Purse, number: usize, limit: i128) {
        let mut wanted = self.docs[number].taken(Kind::WrittenOff).min(limit);
        if wanted == 0 || self.uses_credit {
            return;
        }
        let row = self.row(Kind::Paid);
        for (source, units) in purse.iter_mut() {
            let part = (*units).min(wanted);
            *units -= part;
            wanted -= part;
            for (row, units) in self.docs[number].replace(part, &[Kind::WrittenOff], row) {
                self.log.push(Paid {
                    source: *source,
                    doc: number,
                    of: Of::Principal(row),
                    units,
                });
            }
        }
        let doc = &mut self.docs[number];
        if doc.taken(Kind::WrittenOff) == 0 {
            doc.recovered_on = Some(self.today);
        }
    }

    /// Makes a row of today that takes nothing off.
    pub(super) fn row(&self, kind: Kind) -> Row {
        Row {
            number: 0,
            kind,
            units: 0,
            bears_until: self.today,
            day: self.today,
            batch: self.batches,
            tier: None,
        }
    }

    /// Takes an amount out of the purse, and notes its end.
    fn draw(&mut self, purse: &mut Purse, doc: usize, of: Of, mut wanted: i128) {
        for (source, units) in purse.iter_mut() {
            let part = (*units).min(wanted);
            if part > 0 {
                *units -= part;
                wanted -= part;
                self.log.push(Paid {
                    source: *source,
                    doc,
                    of,
                    units: part,
                });
            }
        }
    }
}

/// Divides so much in proportion to what each needs: cut off, and the rest to the largest parts cut off.
fn shares(units: i128, needs: &[i128]) -> Vec<i128> {
    let whole: i128 = needs.iter().sum();
    let mut parts: Vec<i128> = needs.iter().map(|need| units * need / whole).collect();
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(units * needs[*place] % whole));
    let rest = units - parts.iter().sum::<i128>();
    for (_, place) in (0..rest).zip(order) {
        parts[place] += 1;
    }
    parts
}
