//! The days on which each customer bought, out of the lines.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use anyhow::Result;
use chrono::NaiveDate;
use csv::ByteRecord;

use crate::csv_file::{Header, Table, embedded, open};
use crate::lines::{Kind, Layout, Line};
use crate::options::Options;

/// The lines that are read if no file is named.
const MADE_UP: &str = include_str!("purchases.csv");

/// The customers and the days on which each bought.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    buyers: HashMap<Box<str>, Buyer>,
    orders: HashSet<Box<str>>,
    last: Option<NaiveDate>,
    pub(crate) counts: Counts,
    pub(crate) has: Columns,
}

/// One customer: the days on which it bought, oldest first and each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Buyer {
    pub(crate) days: Vec<NaiveDate>,
    /// Lines that are purchases, of which a day may have many.
    pub(crate) lines: u64,
}

/// The number of lines of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) rows: u64,
    pub(crate) refused: u64,
    pub(crate) nameless: u64,
    pub(crate) credit_notes: u64,
    pub(crate) returns: u64,
    pub(crate) given_away: u64,
    pub(crate) later: u64,
    pub(crate) purchases: u64,
}

/// The presence of the columns that may be absent.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Columns {
    pub(crate) orders: bool,
    pub(crate) returns: bool,
    pub(crate) prices: bool,
}

/// Reads the lines; one that cannot be read is reported on standard error and left out.
pub(crate) fn read(options: &Options) -> Result<Ledger> {
    match &options.file {
        Some(path) => open(path, |table| read_lines(options, table)),
        None => read_lines(options, embedded(MADE_UP)?),
    }
}

fn read_lines(options: &Options, table: Table<impl Read>) -> Result<Ledger> {
    let layout = Layout::find(options, &table.header)?;
    let mut ledger = Ledger {
        has: Columns {
            orders: layout.has_orders(),
            returns: layout.has_returns(),
            prices: layout.has_prices(),
        },
        ..Ledger::default()
    };
    table.each_batch(|header, batch| {
        let lines = batch
            .iter()
            .filter_map(|record| ledger.enter(&layout, options.as_of, header, record));
        lines.collect()
    })?;
    Ok(ledger)
}

impl Ledger {
    /// Returns the last day of any line.
    pub(crate) const fn last(&self) -> Option<NaiveDate> {
        self.last
    }

    /// Returns the number of different orders, credit notes included.
    pub(crate) fn orders(&self) -> u64 {
        u64::try_from(self.orders.len()).unwrap_or(u64::MAX)
    }

    /// Returns the customer of a name.
    pub(crate) fn buyer(&self, name: &str) -> Option<&Buyer> {
        self.buyers.get(name)
    }

    /// Returns every customer that is named, by name.
    pub(crate) fn buyers(&self) -> Vec<(&str, &Buyer)> {
        let buyers = self.buyers.iter();
        let mut buyers: Vec<_> = buyers.map(|(name, buyer)| (&**name, buyer)).collect();
        buyers.sort_unstable_by_key(|(name, _)| *name);
        buyers
    }

    /// Enters a row, and returns a line where it is refused.
    fn enter(
        &mut self,
        layout: &Layout,
        as_of: Option<NaiveDate>,
        header: &Header,
        record: &ByteRecord,
    ) -> Option<String> {
        match layout.line(header, record) {
            Ok(line) => {
                self.count(&line, as_of);
                None
            }
            Err(wrong) => {
                more(&mut self.counts.refused);
                Some(header.refusal(record, &wrong))
            }
        }
    }

    fn count(&mut self, line: &Line<'_>, as_of: Option<NaiveDate>) {
        let counts = &mut self.counts;
        more(&mut counts.rows);
        if as_of.is_some_and(|as_of| line.on > as_of) {
            return more(&mut counts.later);
        }
        self.last = self.last.max(Some(line.on));
        if let Some(order) = line.order.filter(|order| !self.orders.contains(*order)) {
            self.orders.insert(order.into());
        }
        match line.kind {
            Kind::Purchase => {}
            Kind::CreditNote => more(&mut counts.credit_notes),
            Kind::Return => more(&mut counts.returns),
            Kind::GivenAway => more(&mut counts.given_away),
        }
        if line.customer.is_empty() {
            return more(&mut counts.nameless);
        }
        let is_purchase = line.kind == Kind::Purchase;
        if is_purchase {
            more(&mut counts.purchases);
        }
        // Names are copied once, and not for each of their lines.
        match self.buyers.get_mut(line.customer) {
            Some(buyer) => buyer.enter(line.on, is_purchase),
            None => {
                let mut buyer = Buyer::default();
                buyer.enter(line.on, is_purchase);
                self.buyers.insert(line.customer.into(), buyer);
            }
        }
    }
}

impl Buyer {
    fn enter(&mut self, on: NaiveDate, is_purchase: bool) {
        if !is_purchase {
            return;
        }
        more(&mut self.lines);
        // Files are mostly in order, so that the place is mostly the last one.
        match self.days.last() {
            Some(last) if *last == on => {}
            Some(last) if *last > on => {
                if let Err(place) = self.days.binary_search(&on) {
                    self.days.insert(place, on);
                }
            }
            _ => self.days.push(on),
        }
    }
}

/// Counts one more.
pub(crate) fn more(count: &mut u64) {
    *count = count.saturating_add(1);
}
