//! A customer's account: may the next order be sold on credit, and what is owed on a day.
//!
//! ```sh
//! cargo run --release --example account                              # the embedded account, on the day of its last event
//! cargo run --release --example account -- --period 2024-03          # with the movements of a month
//! cargo run --release --example account -- --locale zh-Hans          # in Chinese
//! cargo run --release --example account -- --html statement.html     # a page with pictures, to print
//! cargo run --release --example account -- --laws CN,DE --debtor large-enterprise --creditor small-enterprise
//! cargo run --release --example account -- mine.json --policy house.toml --order 5000
//! cargo run --release --example account -- mine.json --rest          # without the events that have faults
//! cargo run --release --example account -- --account                 # the embedded account, to begin from
//! ```

#[path = "../support/aged.rs"]
mod aged;
#[path = "../support/amount.rs"]
mod amount;
#[path = "../support/canvas.rs"]
mod canvas;
#[path = "../support/document.rs"]
mod document;
#[path = "../support/house.rs"]
mod house;
mod html;
mod input;
mod last_day;
mod laws;
mod order;
#[path = "../support/page.rs"]
mod page;
mod period;
mod prune;
#[path = "../support/quiet.rs"]
mod quiet;
#[path = "../support/scaled.rs"]
mod scaled;
#[path = "../support/svg.rs"]
mod svg;
#[cfg(test)]
mod tests;
mod words;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use clap::Parser;
use keqing::policy::Policy;
use keqing::receivable::regime::{CreditorKind, DebtorKind, Jurisdiction};
use keqing::verdict::Render;
use keqing::vocab::name::DocumentId;
use keqing::vocab::words::Locale;

use input::{Account, Source};
use laws::Asked;
use period::Period;

/// The account that is stated without one's own.
const EMBEDDED: &str = include_str!("account.json");
/// The next order of the embedded account.
const ORDER: &str = include_str!("order.txt");
/// The written policy, as differences from the standard one.
const WRITTEN: &str = include_str!("policy.toml");

/// Judges the next order on credit, and states one customer's account.
#[derive(Parser)]
struct Options {
    /// An account in JSON or TOML; without it an embedded one is used.
    file: Option<PathBuf>,
    /// The day of the statement [default: the day of the last event in the account].
    #[arg(long, value_parser = period::day)]
    as_of: Option<NaiveDate>,
    /// State the movements of a period, too: from a day (2024-03-01), of a month (2024-03), or from a day to another
    /// one (2024-03-01..2024-03-31). A period with a last day sets the day of the statement.
    #[arg(long)]
    period: Option<Period>,
    /// The fields in which the house policy differs from the written policy of the example, in JSON or TOML.
    #[arg(long)]
    policy: Option<PathBuf>,
    /// The amount of the next order, in the currency of the account, such as 5000 or 49.90 [default: the smallest
    /// amount that the currency has; the embedded account has an order of its own].
    #[arg(long)]
    order: Option<String>,
    /// The language: en, zh-Hans or zh-Hant.
    #[arg(long, default_value_t = Locale::En)]
    locale: Locale,
    /// Leave out the events that have faults, tell the faults, and state the rest; the exit status is 2 if an event
    /// was left out.
    #[arg(long)]
    rest: bool,
    /// Write the statement into a file as a page with pictures; nothing is printed.
    #[arg(long, conflicts_with = "json")]
    html: Option<PathBuf>,
    /// State one late document under the late-payment laws of these jurisdictions instead, side by side: DE,FR.
    #[arg(long, value_delimiter = ',', conflicts_with_all = ["json", "html"])]
    laws: Vec<Jurisdiction>,
    /// The document for --laws [default: the open one that is late for the longest].
    #[arg(long, requires = "laws")]
    document: Option<DocumentId>,
    /// The kind of the customer for --laws, such as business, large-enterprise or public-body.
    #[arg(long, requires = "laws", default_value_t = DebtorKind::Business)]
    debtor: DebtorKind,
    /// The kind of the supplier for --laws, such as small-enterprise; a law that protects only some asks for it.
    #[arg(long, requires = "laws")]
    creditor: Option<CreditorKind>,
    /// Print the statement as JSON, without the order.
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
    let policy = policy(options).context("the policy")?;
    for notice in policy.lint() {
        writeln!(io::stderr(), "notice: {}", notice.display(options.locale))?;
    }
    let Account {
        account,
        stated,
        left_out,
    } = stated(options, &policy).context("the account")?;
    for line in &left_out {
        writeln!(io::stderr(), "left out: {line}")?;
    }
    if !options.laws.is_empty() {
        let asked = Asked {
            laws: &options.laws,
            debtor: options.debtor,
            creditor: options.creditor,
            document: options.document,
        };
        write!(output, "{}", laws::told(&stated, &asked, options.locale)?)?;
    } else if let Some(file) = &options.html {
        let page = html::page(&stated, options.locale);
        fs::write(file, page).with_context(|| format!("writing {}", file.display()))?;
        writeln!(io::stderr(), "wrote {}", file.display())?;
    } else if options.json {
        writeln!(output, "{}", serde_json::to_string_pretty(&stated)?)?;
    } else {
        let given = options.order.as_deref();
        let embedded = options.file.is_none().then_some(ORDER.trim_ascii());
        let amount = order::amount(given.or(embedded), account.currency)?;
        let order = order::told(policy.receivable(), &stated, amount, options.locale)?;
        writeln!(output, "{order}")?;
        write!(output, "{}", stated.display(options.locale))?;
    }
    Ok(match left_out.as_slice() {
        [] => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    })
}

/// Returns the written policy, with the fields that a house replaces.
fn policy(options: &Options) -> Result<Policy> {
    let written = house::overlaid(&Policy::standard(), WRITTEN, Path::new("policy.toml"))?;
    match &options.policy {
        Some(file) => house::over(&written, file),
        None => Ok(written),
    }
}

/// Reads the account and states it.
fn stated(options: &Options, policy: &Policy) -> Result<Account> {
    let (text, name) = match &options.file {
        Some(file) => (document::text(file)?, file.as_path()),
        None => (EMBEDDED.to_owned(), Path::new("account.json")),
    };
    let source = Source::read(&text, name)?;
    let period_end = options.period.and_then(|period| period.until);
    ensure!(
        period_end.is_none() || options.as_of.is_none(),
        "the period has a last day of its own, expected it without --as-of"
    );
    let last = || last_day::of(source.account());
    let as_of = options.as_of.or(period_end).or_else(last);
    let as_of = as_of.ok_or_else(|| source.without_a_day())?;
    let effective = policy.effective();
    ensure!(
        effective.holds(as_of),
        "the policy `{}` is not in force on {as_of}, the day of the statement",
        policy.version()
    );
    let from = options.period.map(|period| period.from);
    source.state(policy.receivable(), from, as_of, options.rest)
}
