//! The check of the statutes against their sources, asserted row by row.
//!
//! A row that sources confirm, or by which the library was wrong, is asserted by one entry of [`CHECKS`], or left
//! out for a reason of [`LEFT_OUT`] that is printed. A row that has neither fails, and so does an entry without a row.

mod asserted;
mod europe;
mod rates;
mod terms;
mod world;

use std::collections::BTreeMap;
use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use csv::StringRecord;

/// A row of the shared table, by the columns that are asserted.
struct Row {
    jurisdiction: String,
    regime: String,
    field: String,
    value: String,
    from: String,
    to: String,
    status: String,
}

/// Compares one row with what keqing says.
type Check = fn(&Row) -> Result<()>;

/// The jurisdiction, the beginning of the name of the regime, the field, and the check of such rows.
type Entry = (&'static str, &'static str, &'static str, Check);

const CHECKS: &[&[Entry]] = &[europe::CHECKS, world::CHECKS, terms::CHECKS, rates::CHECKS];

/// The jurisdiction, the field, if it is one alone, and the reason for which such rows are left out.
const LEFT_OUT: &[(&str, &str, &str)] = &[
    ("AU", "", NO_REGIME),
    ("BR", "", NO_REGIME),
    ("CH", "", NO_REGIME),
    ("DK", "", NO_REGIME),
    ("IT", "", NO_REGIME),
    ("SE", "", NO_REGIME),
    ("SG", "", NO_REGIME),
    ("CN", "term", "a notice to one trade and no regulation"),
    ("EU", "successor COM(2023)533", "a proposal and no law"),
    ("GB", "reform", "a consultation and no law"),
];

const NO_REGIME: &str = "no regime of this jurisdiction is in the library";

const NOT_FOUND: &str = "no source was found, so the datum stays as it was marked";

#[test]
fn the_statutes_agree_with_their_sources() -> Result<()> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/regimes/statutory_regimes.csv");
    // Written past the capture of the test harness, so that a skip is seen.
    let mut out = stdout();
    if !file.is_file() {
        writeln!(out, "skipped: the shared table of statutes is absent")?;
        return Ok(());
    }
    let told = Told::of(&rows(&file)?);
    told.print(&mut out)?;
    ensure!(
        told.failures.is_empty(),
        "rows that fail:\n{}",
        told.failures.join("\n")
    );
    Ok(())
}

/// The result of every row.
struct Told {
    asserted: u32,
    left_out: BTreeMap<&'static str, u32>,
    failures: Vec<String>,
}

impl Told {
    fn of(rows: &[Row]) -> Self {
        let mut told = Self {
            asserted: 0,
            left_out: BTreeMap::new(),
            failures: Vec::new(),
        };
        let mut used = vec![false; entries().count()];
        for (number, row) in (2_u32..).zip(rows) {
            told.record(number, row, &mut used);
        }
        let unused = entries().zip(&used).filter(|(_, used)| !**used);
        told.failures
            .extend(unused.map(|((jurisdiction, regime, field, _), _)| {
                format!("no row for {jurisdiction} {regime} {field}")
            }));
        told
    }

    fn record(&mut self, number: u32, row: &Row, used: &mut [bool]) {
        let Row {
            jurisdiction,
            field,
            value,
            ..
        } = row;
        let named = format!("row {number}, {jurisdiction} {field} `{value}`");
        let checks = entries().zip(used).filter(|(one, _)| fits(one, row));
        let mut is_asserted = false;
        for ((_, _, _, check), used) in checks {
            (is_asserted, *used) = (true, true);
            if let Err(error) = check(row) {
                self.failures.push(format!("{named}: {error:#}"));
            }
        }
        match reason(row) {
            _ if is_asserted => self.asserted = self.asserted.saturating_add(1),
            Some(reason) => {
                let count = self.left_out.entry(reason).or_default();
                *count = count.saturating_add(1);
            }
            None => self
                .failures
                .push(format!("{named}: neither asserted nor left out")),
        }
    }

    fn print(&self, out: &mut impl Write) -> Result<()> {
        let skipped: u32 = self.left_out.values().sum();
        let (asserted, failed) = (self.asserted, self.failures.len());
        writeln!(
            out,
            "statutory_regimes.csv: {asserted} rows asserted, {skipped} left out, {failed} failed"
        )?;
        for (reason, count) in &self.left_out {
            writeln!(out, "  left out {count}: {reason}")?;
        }
        Ok(())
    }
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    CHECKS.iter().copied().flatten()
}

fn fits((jurisdiction, regime, field, _): &Entry, row: &Row) -> bool {
    row.jurisdiction == *jurisdiction && row.regime.starts_with(regime) && row.field == *field
}

/// Returns the reason for which a row is left out, if there is one.
fn reason(row: &Row) -> Option<&'static str> {
    let found = LEFT_OUT.iter().find(|(jurisdiction, field, _)| {
        row.jurisdiction == *jurisdiction && (field.is_empty() || row.field == *field)
    });
    found
        .map(|(_, _, reason)| *reason)
        .or_else(|| (row.status == "not-found").then_some(NOT_FOUND))
}

fn rows(file: &Path) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_path(file)?;
    let headers = reader.headers()?.clone();
    let rows = reader.records().map(|record| {
        let record = record?;
        let text = |column| text(&headers, &record, column);
        Ok(Row {
            jurisdiction: text("jurisdiction")?,
            regime: text("regime")?,
            field: text("field")?,
            value: text("value")?,
            from: text("in_force_from")?,
            to: text("in_force_to")?,
            status: text("status")?,
        })
    });
    rows.collect()
}

fn text(headers: &StringRecord, record: &StringRecord, column: &str) -> Result<String> {
    let place = headers.iter().position(|header| header == column);
    let text = place.and_then(|place| record.get(place));
    Ok(text
        .with_context(|| format!("there is no column `{column}`"))?
        .to_owned())
}
