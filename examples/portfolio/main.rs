//! Many relationships at once, from a table of purchases.
//!
//! ```sh
//! cargo run --release --example portfolio
//! cargo run --release --example portfolio -- ../shared/data/uk_wholesale_panel.csv.gz --buyer body --min-wallet 20000
//! ```
//!
//! The first line reads a small made-up table that comes with the example. Purchases are rows of a CSV
//! file, plain or compressed with gzip: day, buyer, market, supplier, amount. The example prints how
//! the buyers' purchases divide among their suppliers, how the relationships move from stage to stage,
//! which of them moved most, and which facts purchases alone do not show. A row that cannot be read is
//! reported and left out, and the exit status is 2.

#[path = "../support/csv_file.rs"]
mod csv_file;
#[path = "../support/exact.rs"]
mod exact;
mod html;
mod input;
mod json;
mod options;
#[path = "../support/page.rs"]
mod page;
mod picture;
#[path = "../support/plain.rs"]
mod plain;
mod report;
#[path = "../support/scaled.rs"]
mod scaled;
#[path = "../support/svg.rs"]
mod svg;
mod table;
#[path = "../support/timing.rs"]
mod timing;
mod words;

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Parser;
use keqing::lifecycle::LifecyclePolicy;
use keqing::portfolio::assess;

use crate::options::Options;
use crate::report::Report;
use crate::timing::timing;

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(2),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does everything, and returns how many rows were refused.
fn run(options: &Options) -> Result<u64> {
    let begun = Instant::now();
    let reading = input::read(options)?;
    let policy = options.policy()?;
    let assessing = Instant::now();
    let portfolio = assess(&policy, &LifecyclePolicy::standard(), &reading.ledger)?;
    let in_keqing = reading.in_keqing.saturating_add(assessing.elapsed());
    let report = Report::new(options, &reading, &portfolio)?;
    if let Some(file) = &options.html {
        let page = html::page(&report);
        fs::write(file, page).with_context(|| format!("cannot write {}", file.display()))?;
    }
    let printed = if options.json {
        json::document(&report)?
    } else {
        table::text(&report)
    };
    print(&printed)?;
    if reading.refused > 0 {
        eprintln!(
            "{} of {} rows refused",
            reading.refused,
            reading.rows.saturating_add(reading.refused)
        );
    }
    if options.timing {
        eprint!("{}", timing(reading.rows, in_keqing, begun.elapsed()));
    }
    Ok(reading.refused)
}

/// Writes to standard output; a reader that has seen enough is no error.
fn print(text: &str) -> Result<()> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to standard output"),
    }
}
