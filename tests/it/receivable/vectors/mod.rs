//! The shared vectors: facts that other systems and documents state, asserted row by row.
//!
//! A file is checked by one line in [`CHECKERS`]. A row passes, or is asserted as our own answer where
//! its source is wrong, or is skipped for a reason that is printed; a row that fails, fails the test.

mod allocation;
mod calendar;
mod collection;
mod interest;
mod presets;
mod rate_histories;
mod rates;
mod terms;

use std::collections::BTreeMap;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use csv::StringRecord;
use keqing::vocab::money::Currency;

/// Each file with the function that checks one of its rows.
const CHECKERS: &[&[(&str, Checker)]] = &[
    &[("currency_minor_units.csv", currency_minor_units)],
    calendar::CHECKERS,
    terms::CHECKERS,
    rates::CHECKERS,
    interest::CHECKERS,
    allocation::CHECKERS,
    presets::CHECKERS,
    collection::CHECKERS,
];

#[test]
fn the_shared_vectors_hold() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    // Written past the capture of the test harness, so that a skip is seen.
    let mut out = stdout();
    if !folder.is_dir() {
        writeln!(out, "skipped: the shared vectors are absent")?;
        return Ok(());
    }
    let mut failures = Vec::new();
    for &(file, checker) in CHECKERS.iter().copied().flatten() {
        let tally = Tally::of(&folder.join(file), checker).with_context(|| file.to_owned())?;
        tally.print(&mut out, file)?;
        failures.extend(
            tally
                .failures
                .iter()
                .map(|failure| format!("{file} {failure}")),
        );
    }
    let unchecked = files_without_checker(&folder)?;
    if !unchecked.is_empty() {
        writeln!(out, "no checker yet: {}", unchecked.join(", "))?;
    }
    ensure!(
        failures.is_empty(),
        "rows that fail:\n{}",
        failures.join("\n")
    );
    Ok(())
}

fn currency_minor_units(row: &Row) -> Result<Checked> {
    let currency: Currency = row.text("code")?.parse()?;
    let numeric: u16 = row.text("numeric")?.parse()?;
    let minor_units = match row.text("minor_units")? {
        "" => None,
        places => Some(places.parse::<u32>()?),
    };
    ensure!(
        (currency.numeric(), currency.minor_units()) == (numeric, minor_units),
        "{currency} is {} with {:?} minor units here, {numeric} with {minor_units:?} there",
        currency.numeric(),
        currency.minor_units()
    );
    Ok(Checked::Passed)
}

/// Compares one row with what keqing says.
type Checker = fn(&Row) -> Result<Checked>;

/// The result of a row that did not fail.
enum Checked {
    /// The row says what we say.
    Passed,
    /// The source is wrong, and our own answer was asserted.
    OwnAnswer,
    /// The row is not about anything that we do, for this reason.
    Skipped(&'static str),
}

/// One row of a file, by the names of its columns.
struct Row<'a> {
    headers: &'a StringRecord,
    fields: &'a StringRecord,
}

impl Row<'_> {
    fn text(&self, column: &str) -> Result<&str> {
        self.headers
            .iter()
            .position(|header| header == column)
            .and_then(|position| self.fields.get(position))
            .with_context(|| format!("there is no column `{column}`"))
    }
}

/// The results of the rows of one file.
#[derive(Default)]
struct Tally {
    rows: usize,
    passed: usize,
    own_answers: usize,
    skipped: BTreeMap<&'static str, usize>,
    failures: Vec<String>,
}

impl Tally {
    fn of(file: &Path, checker: Checker) -> Result<Self> {
        let mut reader = csv::Reader::from_path(file)?;
        let headers = reader.headers()?.clone();
        let mut tally = Self::default();
        for (number, fields) in (2_usize..).zip(reader.records()) {
            let row = Row {
                headers: &headers,
                fields: &fields?,
            };
            tally.record(number, checker(&row));
        }
        ensure!(tally.rows > 0, "the file has no rows");
        Ok(tally)
    }

    fn record(&mut self, number: usize, result: Result<Checked>) {
        increase(&mut self.rows);
        match result {
            Ok(Checked::Passed) => increase(&mut self.passed),
            Ok(Checked::OwnAnswer) => increase(&mut self.own_answers),
            Ok(Checked::Skipped(reason)) => increase(self.skipped.entry(reason).or_default()),
            Err(error) => self.failures.push(format!("row {number}: {error:#}")),
        }
    }

    fn print(&self, out: &mut impl Write, file: &str) -> Result<()> {
        let Self {
            rows,
            passed,
            own_answers,
            skipped,
            failures,
        } = self;
        let failed = failures.len();
        let skips: usize = skipped.values().sum();
        writeln!(
            out,
            "{file}: {rows} rows, {passed} passed, {own_answers} asserted as our own answer, {skips} skipped, {failed} failed"
        )?;
        for (reason, count) in skipped {
            writeln!(out, "  skipped {count}: {reason}")?;
        }
        Ok(())
    }
}

fn increase(count: &mut usize) {
    *count = count.saturating_add(1);
}

fn files_without_checker(folder: &Path) -> Result<Vec<String>> {
    let paths: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    let mut names: Vec<String> = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .filter(|name| {
            !CHECKERS
                .iter()
                .copied()
                .flatten()
                .any(|(file, _)| file == name)
        })
        .collect();
    names.sort_unstable();
    Ok(names)
}
