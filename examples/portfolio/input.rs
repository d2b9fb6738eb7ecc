use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, Read, stderr};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use chrono::NaiveDate;
use csv::{ByteRecord, Reader, ReaderBuilder};
use flate2::read::MultiGzDecoder;
use indicatif::{ProgressBar, ProgressStyle};
use keqing::portfolio::{Column, Ledger, Purchase};

use crate::options::{Options, amount as exact};

/// The table that is read where no file is named.
const MADE_UP: &str = include_str!("purchases.csv");
/// Rows are read in batches, so that the clock is asked for the time of the ledger once a batch.
const BATCH: usize = 4096;
/// Below this many bytes a bar would be gone before it is seen.
const LONG: u64 = 1 << 20;

/// What came of reading the purchases.
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
    let Some(path) = &options.file else {
        let reading = read_rows(options, MADE_UP.as_bytes(), &ProgressBar::hidden())?;
        return Ok(Reading {
            made_up: true,
            ..reading
        });
    };
    let cannot_read = || format!("cannot read {}", path.display());
    let file = File::open(path).with_context(cannot_read)?;
    let bar = bar(file.metadata().with_context(cannot_read)?.len())?;
    let mut bytes = BufReader::new(bar.wrap_read(file));
    // The first two bytes tell a compressed file, whatever its name.
    let compressed = bytes
        .fill_buf()
        .with_context(cannot_read)?
        .starts_with(&[0x1f, 0x8b]);
    let reading = if compressed {
        read_rows(options, MultiGzDecoder::new(bytes), &bar)
    } else {
        read_rows(options, bytes, &bar)
    };
    bar.finish_and_clear();
    reading.with_context(cannot_read)
}

fn bar(bytes: u64) -> Result<ProgressBar> {
    if bytes < LONG || !stderr().is_terminal() {
        return Ok(ProgressBar::hidden());
    }
    let style = ProgressStyle::with_template("reading {bar:40} {percent} %  {eta} left")?;
    Ok(ProgressBar::new(bytes).with_style(style))
}

fn read_rows(options: &Options, bytes: impl Read, bar: &ProgressBar) -> Result<Reading> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
    let layout = Layout::find(options, reader.byte_headers()?)?;
    let mut reading = Reading {
        ledger: Ledger::new(),
        rows: 0,
        refused: 0,
        in_keqing: Duration::ZERO,
        made_up: false,
    };
    let mut batch = vec![ByteRecord::new(); BATCH];
    loop {
        let filled = fill(&mut reader, &mut batch)?;
        let refusals = reading.enter(&layout, batch.get(..filled).unwrap_or_default());
        if !refusals.is_empty() {
            bar.suspend(|| eprint!("{}", refusals.concat()));
        }
        if filled < batch.len() {
            return Ok(reading);
        }
    }
}

fn fill(reader: &mut Reader<impl Read>, batch: &mut [ByteRecord]) -> Result<usize> {
    let mut filled: usize = 0;
    for record in batch {
        if !reader.read_byte_record(record)? {
            break;
        }
        filled = filled.saturating_add(1);
    }
    Ok(filled)
}

impl Reading {
    /// Enters a batch, and returns a line for each refused row.
    fn enter(&mut self, layout: &Layout, batch: &[ByteRecord]) -> Vec<String> {
        let read: Vec<_> = batch.iter().map(|record| layout.purchase(record)).collect();
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
                Ok(Err(error)) => Some(layout.refusal(record, error.column(), &error.to_string())),
                Err(wrong) => Some(layout.refusal(record, wrong.column, &wrong.why)),
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

/// Where the columns stand, and what they are called.
#[derive(Debug)]
struct Layout {
    columns: [(Column, String, usize); 5],
    width: usize,
}

/// A row that makes no purchase.
#[derive(Debug)]
struct Wrong {
    column: Option<Column>,
    why: String,
}

impl Layout {
    fn find(options: &Options, header: &ByteRecord) -> Result<Self> {
        let names: Vec<String> = header
            .iter()
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect();
        // Spreadsheets put a byte order mark before the first name.
        let plain = |name: &str| name.trim_start_matches('\u{feff}').to_owned();
        let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
        let mut absent = Vec::new();
        let mut columns = Vec::new();
        for column in Column::ALL {
            let wanted = options.column(column);
            let mut places = names.iter().enumerate().filter(|(_, name)| *name == wanted);
            match (places.next(), places.next()) {
                (Some((place, _)), None) => columns.push((column, wanted.to_owned(), place)),
                (Some(_), Some(_)) => bail!("the header has the column `{wanted}` more than once"),
                (None, _) => absent.push(format!("`{wanted}` (choose another with --{column})")),
            }
        }
        ensure!(
            absent.is_empty(),
            "the header has no column {}; it has: {}",
            absent.join(", "),
            names.join(", ")
        );
        let columns = <[_; 5]>::try_from(columns).ok().context("five columns")?;
        Ok(Self {
            columns,
            width: names.len(),
        })
    }

    fn purchase<'r>(&self, record: &'r ByteRecord) -> Result<Purchase<&'r str>, Wrong> {
        if record.len() != self.width {
            return Err(Wrong {
                column: None,
                why: format!(
                    "the row has {} fields, the header {}",
                    record.len(),
                    self.width
                ),
            });
        }
        let [date, buyer, market, supplier, amount] = self.columns.each_ref().map(|column| {
            let field = record.get(column.2).unwrap_or_default();
            std::str::from_utf8(field).map_err(|_| Wrong {
                column: Some(column.0),
                why: format!("`{}` is not UTF-8", String::from_utf8_lossy(field)),
            })
        });
        let (date, amount) = (date?, amount?);
        Ok(Purchase {
            date: date.parse::<NaiveDate>().map_err(|_| Wrong {
                column: Some(Column::Date),
                why: format!("`{date}` is not a day such as 2024-05-03"),
            })?,
            buyer: buyer?,
            market: market?,
            supplier: supplier?,
            amount: exact(amount).map_err(|error| Wrong {
                column: Some(Column::Amount),
                why: error.to_string(),
            })?,
        })
    }

    fn refusal(&self, record: &ByteRecord, column: Option<Column>, why: &str) -> String {
        let line = record.position().map_or(0, csv::Position::line);
        let named = self
            .columns
            .iter()
            .find(|(found, ..)| Some(*found) == column);
        match named {
            Some((_, name, _)) => format!("line {line}, column `{name}`: {why}; row left out\n"),
            None => format!("line {line}: {why}; row left out\n"),
        }
    }
}
