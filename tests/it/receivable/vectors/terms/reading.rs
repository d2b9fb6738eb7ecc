//! The rows of this topic, in our words.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use keqing::calendar::DayOfMonth;
use keqing::receivable::instalment::InvoiceAmounts;
use keqing::receivable::term::MonthDays;
use keqing::vocab::money::RoundedMoney;
use keqing::vocab::share::Share;
use rust_decimal::Decimal;

use crate::receivable::vectors::Row;

/// The amounts of the row; of 100 where it states none, since it is about dates only.
pub(crate) fn amounts(row: &Row) -> Result<InvoiceAmounts> {
    let total = match row.text("total")? {
        "" => money("100", row)?,
        total => money(total, row)?,
    };
    let tax = match row.text("tax")? {
        "" => total.checked_sub(total)?,
        tax => money(tax, row)?,
    };
    Ok(InvoiceAmounts::new(total.checked_sub(tax)?, tax)?)
}

/// An amount in the currency that it names, or in one of as many decimal places as the row has.
pub(crate) fn money(text: &str, row: &Row) -> Result<RoundedMoney> {
    let currency = match row.text("currency_rounding")? {
        _ if text.contains(' ') => return Ok(text.parse()?),
        "0.001" => "KWD",
        _ => "EUR",
    };
    Ok(format!("{text} {currency}").parse()?)
}

pub(crate) fn percent_of(text: &str) -> Result<Share> {
    let percent = Decimal::from_str_exact(text).map_err(anyhow::Error::msg)?;
    Ok(Share::of_amounts(percent, Decimal::ONE_HUNDRED)?)
}

pub(crate) fn month_days(text: &str) -> Result<MonthDays> {
    let days: Vec<DayOfMonth> = text
        .split(',')
        .map(|day| Ok(DayOfMonth::new(day.parse()?)?))
        .collect::<Result<_>>()?;
    Ok(MonthDays::new(days)?)
}

pub(crate) fn date(row: &Row, column: &str) -> Result<NaiveDate> {
    day(row.text(column)?)
}

pub(crate) fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(anyhow::Error::msg)
}

/// One of the parameters of a row, written `name=value;name=value`.
pub(crate) fn param<'a>(row: &'a Row, name: &str) -> Result<Option<&'a str>> {
    Ok(row
        .text("params")?
        .split(';')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')))
}

pub(crate) fn number<T: std::str::FromStr>(row: &Row, name: &str) -> Result<T> {
    let text = param(row, name)?.with_context(|| format!("no parameter `{name}`"))?;
    let digits = text.split(' ').next().unwrap_or(text);
    digits
        .parse()
        .ok()
        .with_context(|| format!("`{text}` is no number"))
}
