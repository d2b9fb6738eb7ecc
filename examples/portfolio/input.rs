use std::io::Read;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use csv::ByteRecord;
use keqing::portfolio::{Column, Ledger, Purchase};

use crate::csv_file::{Header, Table, Wrong, day, embedded, field, open};
use crate::exact::amount;
use crate::options::Options;

/// The table that is read if no file is named.
const MADE_UP: &str = include_str!("purchases.csv");

/// The result of reading the purchases.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) ledger: Ledger,
    pub(crate) rows: u64,
    pub(crate) refused: u64,
    pub(crate) in_keqing: Duration,
    pub(crate) made_up: bool,
}

/// Reads the purchases; a row that cannot be one is reported on standard error and left out.
pub(crate) fn read(options: &Options) -> Result<Reading> {
    if let Some(path) = &options.file {
        return open(path, |table| read_rows(options, table));
    }
    let reading = read_rows(options, embedded(MADE_UP)?)?;
    Ok(Reading {
        made_up: true,
        ..reading
    })
}

fn read_rows(options: &Options, table: Table<impl Read>) -> Result<Reading> {
    let layout = Layout::find(options, &table.header)?;
    let mut reading = Reading {
        ledger: Ledger::new(),
        rows: 0,
        refused: 0,
        in_keqing: Duration::ZERO,
        made_up: false,
    };
    table.each_batch(|header, batch| reading.enter(&layout, header, batch))?;
    Ok(reading)
}

impl Reading {
    /// Enters a batch, and returns a line for each refused row.
    fn enter(&mut self, layout: &Layout, header: &Header, batch: &[ByteRecord]) -> Vec<String> {
        let read: Vec<_> = batch
            .iter()
            .map(|record| layout.purchase(header, record))
            .collect();
        let begun = Instant::now();
        let entered: Vec<_> = read
            .iter()
            .map(|purchase| purchase.as_ref().map(|row| self.ledger.record(row)))
            .collect();
        self.in_keqing = self.in_keqing.saturating_add(begun.elapsed());
        let refusals = batch
            .iter()
            .zip(entered)
            .filter_map(|(record, entered)| match entered {
                Ok(Ok(())) => None,
                Ok(Err(error)) => {
                    let place = error.column().and_then(|column| layout.place(column));
                    let why = error.to_string();
                    Some(header.refusal(record, &Wrong { place, why }))
                }
                Err(wrong) => Some(header.refusal(record, wrong)),
            });
        let refusals: Vec<String> = refusals.collect();
        let refused = refusals.len();
        let rows = batch.len().saturating_sub(refused);
        self.rows = self
            .rows
            .saturating_add(u64::try_from(rows).unwrap_or(u64::MAX));
        let refused = u64::try_from(refused).unwrap_or(u64::MAX);
        self.refused = self.refused.saturating_add(refused);
        refusals
    }
}

/// The places of the columns.
#[derive(Debug)]
struct Layout {
    columns: [(Column, usize); 5],
}

impl Layout {
    fn find(options: &Options, header: &Header) -> Result<Self> {
        let mut absent = Vec::new();
        let mut columns = Vec::new();
        for column in Column::ALL {
            let wanted = options.column(column);
            match header.place(wanted)? {
                Some(place) => columns.push((column, place)),
                None => absent.push(format!("`{wanted}` (choose another with --{column})")),
            }
        }
        if !absent.is_empty() {
            return Err(header.lacks(&absent));
        }
        let columns = <[_; 5]>::try_from(columns).ok().context("five columns")?;
        Ok(Self { columns })
    }

    fn place(&self, wanted: Column) -> Option<usize> {
        let mut columns = self.columns.iter();
        let found = columns.find(|(column, _)| *column == wanted);
        found.map(|(_, place)| *place)
    }

    fn purchase<'r>(
        &self,
        header: &Header,
        record: &'r ByteRecord,
    ) -> Result<Purchase<&'r str>, Wrong> {
        header.check(record)?;
        let [(_, on), (_, buyer), (_, market), (_, supplier), (_, paid)] = self.columns;
        let date = day(field(record, on)?).map_err(|why| Wrong::at(on, why))?;
        Ok(Purchase {
            date,
            buyer: field(record, buyer)?,
            market: field(record, market)?,
            supplier: field(record, supplier)?,
            amount: amount(field(record, paid)?).map_err(|why| Wrong::at(paid, why))?,
        })
    }
}
