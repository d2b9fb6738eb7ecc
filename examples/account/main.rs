//! One account from its first order to the last step of the dunning ladder, and the statement of it.
//!
//! ```sh
//! cargo run --release --example account                            # the embedded account
//! cargo run --release --example account -- --as-of 2024-04-15      # on another day
//! cargo run --release --example account -- my-account.json --json  # yours, for machines
//! cargo run --release --example account -- --account               # the embedded one, to begin from
//! ```

#[path = "../support/document.rs"]
mod document;
mod policy;
#[path = "../support/quiet.rs"]
mod quiet;
mod story;
mod table;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use clap::Parser;
use keqing::calendar::Calendar;
use keqing::receivable::account::CustomerAccount;
use keqing::receivable::statement::statement;
use keqing::vocab::words::Locale;

const EMBEDDED: &str = include_str!("account.json");

/// Prints the story of one account and its statement.
#[derive(Parser)]
struct Options {
    /// An account in JSON; without it an embedded one is used.
    file: Option<PathBuf>,
    /// The day of the statement.
    #[arg(long, default_value = "2024-05-15", value_parser = date)]
    as_of: NaiveDate,
    /// The language of findings: en, zh-Hans or zh-Hant.
    #[arg(long, default_value_t = Locale::En)]
    locale: Locale,
    /// Print the statement as JSON, without the story.
    #[arg(long)]
    json: bool,
    /// Print the embedded account and leave.
    #[arg(long)]
    account: bool,
}

fn main() -> ExitCode {
    quiet::finish(run(&Options::parse()))
}

fn run(options: &Options) -> Result<ExitCode> {
    let mut output = io::stdout().lock();
    if options.account {
        output.write_all(EMBEDDED.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut account = read(options)?;
    let opened = account.invoices.iter().map(|invoice| invoice.dates.invoice);
    let opened = opened.min().unwrap_or(options.as_of);
    let policy = policy::written(opened)?;
    let calendar = Calendar::every_day();
    let taken = story::climb(&policy, &mut account, &calendar, options.as_of)?;
    let told = statement(&policy, &account, &calendar, options.as_of)?;
    if options.json {
        writeln!(output, "{}", serde_json::to_string_pretty(&told)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    story::tell(&mut output, &policy, &told, &taken, options.locale)?;
    table::print(&mut output, &told, options.locale)?;
    Ok(ExitCode::SUCCESS)
}

/// Reads the account and names every fault.
fn read(options: &Options) -> Result<CustomerAccount> {
    let (text, name) = match &options.file {
        Some(file) => (document::text(file)?, file.as_path()),
        None => (EMBEDDED.to_owned(), Path::new("account.json")),
    };
    document::read(&text, name).context("the account")
}

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is not a date, expected one such as 2024-05-15"))
}
