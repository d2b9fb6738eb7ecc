//! A CSV file with a header row: plain or compressed, with a bar if reading it takes a while.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, Read, stderr};
use std::path::Path;

use anyhow::{Context, Result, bail};
use chrono::NaiveDate;
use csv::{ByteRecord, Reader, ReaderBuilder};
use flate2::read::MultiGzDecoder;
use indicatif::{ProgressBar, ProgressStyle};

/// Rows come in batches, so that the clock is asked once a batch and not once a row.
const BATCH: usize = 4096;
/// Below this many bytes a bar would be gone before it is seen.
const LONG: u64 = 1 << 20;

/// The names of the columns.
#[derive(Debug)]
pub(crate) struct Header {
    names: Vec<String>,
}

/// The reason why a row is left out, and the place of the column at fault.
#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) place: Option<usize>,
    pub(crate) why: String,
}

/// A table whose header has been read.
pub(crate) struct Table<R> {
    reader: Reader<R>,
    bar: ProgressBar,
    pub(crate) header: Header,
}

/// Opens a file and returns its table.
pub(crate) fn open<T>(
    path: &Path,
    read: impl FnOnce(Table<&mut dyn Read>) -> Result<T>,
) -> Result<T> {
    let cannot_read = || format!("cannot read {}", path.display());
    let file = File::open(path).with_context(cannot_read)?;
    let bar = bar(file.metadata().with_context(cannot_read)?.len())?;
    let mut bytes = BufReader::new(bar.wrap_read(file));
    // The first two bytes tell a compressed file, whatever its name.
    let is_compressed = bytes
        .fill_buf()
        .with_context(cannot_read)?
        .starts_with(&[0x1f, 0x8b]);
    let mut unpacked;
    let bytes: &mut dyn Read = if is_compressed {
        unpacked = MultiGzDecoder::new(bytes);
        &mut unpacked
    } else {
        &mut bytes
    };
    let table = Table::new(bytes, bar.clone());
    let done = table.and_then(read).with_context(cannot_read);
    bar.finish_and_clear();
    done
}

/// Reads a table that comes with the example.
pub(crate) fn embedded(text: &str) -> Result<Table<&[u8]>> {
    Table::new(text.as_bytes(), ProgressBar::hidden())
}

/// Reads a day such as 2024-05-03.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is not a day such as 2024-05-03"))
}

impl<R: Read> Table<R> {
    fn new(bytes: R, bar: ProgressBar) -> Result<Self> {
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
        let header = Header::of(reader.byte_headers()?);
        Ok(Self {
            reader,
            bar,
            header,
        })
    }

    /// Hands over the rows, batch by batch, and reports the refusals that come back.
    pub(crate) fn each_batch(
        mut self,
        mut enter: impl FnMut(&Header, &[ByteRecord]) -> Vec<String>,
    ) -> Result<()> {
        let mut batch = vec![ByteRecord::new(); BATCH];
        loop {
            let filled = fill(&mut self.reader, &mut batch)?;
            let refusals = enter(&self.header, batch.get(..filled).unwrap_or_default());
            if !refusals.is_empty() {
                self.bar.suspend(|| eprint!("{}", refusals.concat()));
            }
            if filled < batch.len() {
                return Ok(());
            }
        }
    }
}

impl Header {
    fn of(record: &ByteRecord) -> Self {
        let names = record.iter().map(|name| {
            let name = String::from_utf8_lossy(name);
            // Spreadsheets put a byte order mark before the first name.
            name.trim_start_matches('\u{feff}').to_owned()
        });
        Self {
            names: names.collect(),
        }
    }

    /// Returns the place of a column; a name that stands there twice is an error.
    pub(crate) fn place(&self, wanted: &str) -> Result<Option<usize>> {
        let mut places = self
            .names
            .iter()
            .enumerate()
            .filter(|(_, name)| *name == wanted);
        match (places.next(), places.next()) {
            (Some(_), Some(_)) => bail!("the header has the column `{wanted}` more than once"),
            (found, _) => Ok(found.map(|(place, _)| place)),
        }
    }

    /// Returns the columns that are missing, and those that there are.
    pub(crate) fn lacks(&self, absent: &[String]) -> anyhow::Error {
        anyhow::anyhow!(
            "the header has no column {}; it has: {}",
            absent.join(", "),
            self.names.join(", ")
        )
    }

    /// Refuses a row that is longer or shorter than the header.
    pub(crate) fn check(&self, record: &ByteRecord) -> Result<(), Wrong> {
        if record.len() == self.names.len() {
            return Ok(());
        }
        let (fields, names) = (record.len(), self.names.len());
        Err(Wrong {
            place: None,
            why: format!("the row has {fields} fields, the header {names}"),
        })
    }

    /// Reports in one line the row that is left out, and the reason.
    pub(crate) fn refusal(&self, record: &ByteRecord, wrong: &Wrong) -> String {
        let line = record.position().map_or(0, csv::Position::line);
        let why = &wrong.why;
        match wrong.place.and_then(|place| self.names.get(place)) {
            Some(name) => format!("line {line}, column `{name}`: {why}; row left out\n"),
            None => format!("line {line}: {why}; row left out\n"),
        }
    }
}

impl Wrong {
    pub(crate) fn at(place: usize, why: impl ToString) -> Self {
        Self {
            place: Some(place),
            why: why.to_string(),
        }
    }
}

/// Returns a field of a row.
pub(crate) fn field(record: &ByteRecord, place: usize) -> Result<&str, Wrong> {
    let field = record.get(place).unwrap_or_default();
    std::str::from_utf8(field).map_err(|_| {
        let shown = String::from_utf8_lossy(field);
        Wrong::at(place, format!("`{shown}` is not UTF-8"))
    })
}

fn bar(bytes: u64) -> Result<ProgressBar> {
    if bytes < LONG || !stderr().is_terminal() {
        return Ok(ProgressBar::hidden());
    }
    let style = ProgressStyle::with_template("reading {bar:40} {percent} %  {eta} left")?;
    Ok(ProgressBar::new(bytes).with_style(style))
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
