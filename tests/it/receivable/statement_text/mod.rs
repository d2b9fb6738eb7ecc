//! The text of a statement: its goldens, a name for every figure, and the accounts that are unlike the embedded one.

mod figures;
mod parts;
mod said;

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::calendar::Calendar;
use keqing::form::Tree;
use keqing::policy::Policy;
use keqing::receivable::ReceivablePolicy;
use keqing::receivable::account::CustomerAccount;
use keqing::receivable::statement::{Statement, period_statement, statement};
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use serde_json::Value;

const EMBEDDED: &str = include_str!("../../../../examples/account/account.json");
const WRITTEN: &str = include_str!("../../../../examples/account/policy.toml");

/// The policy of the example `account`.
fn written() -> Result<ReceivablePolicy> {
    let house: Tree = toml::from_str(WRITTEN)?;
    let policy = Policy::overlaid(&Policy::standard(), &house)?;
    Ok(policy.receivable().clone())
}

fn date(text: &str) -> Result<NaiveDate> {
    Ok(text.parse()?)
}

/// The statement of the embedded account on a day, with the movements of the days from another one on.
fn stated(from: Option<&str>, as_of: &str) -> Result<Statement> {
    told(&serde_json::from_str(EMBEDDED)?, from, as_of)
}

fn told(account: &Value, from: Option<&str>, as_of: &str) -> Result<Statement> {
    let account: CustomerAccount = serde_json::from_value(account.clone())?;
    let (policy, calendar, as_of) = (written()?, Calendar::every_day(), date(as_of)?);
    Ok(match from {
        Some(from) => period_statement(&policy, &account, &calendar, date(from)?, as_of)?,
        None => statement(&policy, &account, &calendar, as_of)?,
    })
}

/// Statements of the embedded account in which each part says something.
fn statements() -> Result<Vec<Statement>> {
    let days = [
        (Some("2023-11-01"), "2024-05-20"),
        (Some("2024-03-01"), "2024-03-31"),
        (None, "2024-04-30"),
        (None, "2024-01-05"),
        (Some("2025-01-01"), "2025-12-31"),
    ];
    days.into_iter()
        .map(|(from, as_of)| stated(from, as_of))
        .collect()
}

#[test]
fn the_embedded_account_is_stated_as_written() -> Result<()> {
    let stated = stated(Some("2024-03-01"), "2024-05-20")?;
    for locale in Locale::ALL {
        let text = stated.display(locale).to_string();
        let file = format!("tests/golden/statement.{locale}.txt");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        if env::var_os("BLESS").is_some() {
            fs::write(&file, &text)?;
        }
        let written = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        assert_eq!(text, written.replace("\r\n", "\n"), "{locale}");
    }
    Ok(())
}
