//! The loyalty that purchases show, customer by customer, and the facts that they do not show.
//!
//! ```sh
//! cargo run --release --example loyalty                     # a made-up story of eight customers
//! cargo run --release --example loyalty -- --locale zh-Hans # in Chinese
//! cargo run --release --example loyalty -- ../shared/data/cdnow_master.csv
//! cargo run --release --example loyalty -- ../shared/data/uci_online_retail_lines.csv.gz --timing
//! ```
//!
//! The story has purchases and what some customers said, so that there is somebody of every kind: one
//! that likes us and is free to go, one that likes us and is held besides, one that is only held, one
//! that buys out of habit, one that likes us and seldom buys, one that bought once, one that nobody
//! asked, and one of which our own seller is sure. One of those that are only held is explained to the
//! last finding, with what would change the answer.
//!
//! A file is a CSV of lines, plain or compressed with gzip: a customer, a day, and where there is one an
//! order and a quantity. A purchase is a line of a customer on a day; returns, credit notes and lines
//! without a customer are counted and left out. From a file of purchases alone every customer gets its
//! own order cycle and its retention, if they can be computed; how many are called loyal, attached or
//! alive is counted from the answers, as are the facts that are missing. What customers said may be
//! given beside it with `--said`. A line that cannot be read is reported and left out, and the exit
//! status is 2.

#[path = "../support/csv_file.rs"]
mod csv_file;
#[path = "../support/document.rs"]
mod document;
#[path = "../support/exact.rs"]
mod exact;
mod json;
mod ledger;
mod lines;
mod options;
#[path = "../support/plain.rs"]
mod plain;
#[path = "../support/quiet.rs"]
mod quiet;
mod story;
mod summary;
mod table;
#[path = "../support/timing.rs"]
mod timing;
mod told;
mod whole;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use clap::Parser;
use keqing::loyalty::LoyaltyPolicy;
use keqing::vocab::words::Bond;

use crate::ledger::Ledger;
use crate::options::Options;
use crate::summary::Summary;
use crate::told::{Said, Told};

fn main() -> ExitCode {
    quiet::finish(run(&Options::parse()))
}

fn run(options: &Options) -> Result<ExitCode> {
    let begun = Instant::now();
    let policy = LoyaltyPolicy::standard();
    let said = told::said(options)?;
    let ledger = ledger::read(options)?;
    for name in said.keys() {
        ensure!(
            ledger.buyer(name).is_some(),
            "`{name}` said something and is no customer of the lines"
        );
    }
    let as_of = options.as_of.or(ledger.last());
    let as_of = as_of.context("there is no line to go by")?;
    let (printed, in_keqing) = match options.file {
        Some(_) => summary(options, &policy, &ledger, &said, as_of)?,
        None => story(options, &policy, &ledger, &said, as_of)?,
    };
    let mut output = io::stdout().lock();
    writeln!(output, "{}", printed.trim_end())?;
    let counts = ledger.counts;
    let rows = counts.rows.saturating_add(counts.refused);
    if options.timing {
        eprint!("{}", timing::timing(rows, in_keqing, begun.elapsed()));
    }
    if counts.refused > 0 {
        eprintln!("{} of {rows} rows refused", counts.refused);
        return Ok(ExitCode::from(2));
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the summary of all customers together.
fn summary(
    options: &Options,
    policy: &LoyaltyPolicy,
    ledger: &Ledger,
    said: &Said,
    as_of: NaiveDate,
) -> Result<(String, Duration)> {
    let asking = Instant::now();
    let summary = Summary::of(policy, ledger, said, as_of, options.top)?;
    let in_keqing = asking.elapsed();
    let printed = if options.json {
        json::summary(ledger, &summary)?
    } else {
        table::text(ledger, &summary, said.len(), options.locale)
    };
    Ok((printed, in_keqing))
}

/// Prints the answers about each customer, and everything about one that is held.
fn story(
    options: &Options,
    policy: &LoyaltyPolicy,
    ledger: &Ledger,
    said: &Said,
    as_of: NaiveDate,
) -> Result<(String, Duration)> {
    let asking = Instant::now();
    let told = ledger.buyers().into_iter();
    let told = told.map(|buyer| Told::of(policy, said, buyer, as_of));
    let told: Vec<Told<'_>> = told.collect::<Result<_>>()?;
    let in_keqing = asking.elapsed();
    if options.json {
        return Ok((json::story(&told, as_of)?, in_keqing));
    }
    let locale = options.locale;
    let [title, comma, note] =
        [words::STORY, words::COMMA, words::STORY_NOTE].map(|text| text.in_locale(locale));
    let mut sections = vec![format!("{title}{comma}{as_of}\n{note}\n")];
    sections.extend(told.iter().map(|told| story::customer(told, locale)));
    let mut held = told
        .iter()
        .filter(|told| told.loyalty.bond.value() == Some(&Bond::LockedIn));
    if let Some(told) = held.next() {
        sections.push(whole::answer(policy, told, as_of, locale)?);
    }
    Ok((sections.join("\n"), in_keqing))
}
