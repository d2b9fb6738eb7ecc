use anyhow::{Context, Result, ensure};
use keqing::receivable::rate::{RateDates, RateSeries};
use keqing::receivable::regime::published_series;
use keqing::vocab::source::Confirmation;

use crate::receivable::statutes::asserted::{act, date, percent};
use crate::receivable::statutes::{Entry, Row};

pub(super) const CHECKS: &[Entry] = &[
    ("AT", "", "Basiszinssatz on the reading day", |row| {
        is(row, "Basiszinssatz, Austria")
    }),
    ("DE", "", "Basiszinssatz", |row| {
        is(row, "Basiszinssatz, BGB 247")
    }),
    ("EU", "ECB", "rate on the reading day", |row| {
        is(row, "ECB main refinancing rate")
    }),
    ("FR", "", "legal rate, other cases", |row| {
        is(row, "taux d'intérêt légal, tous les autres cas")
    }),
    ("GB", "Bank Rate", "rate on the reading day", |row| {
        is(row, "Bank of England Bank Rate")
    }),
    ("IN", "RBI", "rate", |row| is(row, "RBI bank rate")),
    ("US", "Treasury", "rate", |row| {
        is(row, "Treasury prompt payment rate")
    }),
    ("ES", "", "statutory rate of the half-year", |row| {
        let rate =
            act("ES", "Ley 3/2004")?.late_rate(Some(series("ECB main refinancing rate")?))?;
        let day = date(&row.from)?;
        let (ours, theirs) = (rate.rate_on(&RateDates::new(day, day), day)?, percent(row)?);
        ensure!(ours == theirs, "{ours} here, {theirs} there");
        Ok(())
    }),
];

/// Asserts a rate on the first day of the row and on the last.
fn is(row: &Row, reference: &str) -> Result<()> {
    let series = series(reference)?;
    let theirs = percent(row)?;
    for day in [&row.from, &row.to]
        .into_iter()
        .filter(|day| !day.is_empty())
    {
        let ours = series.rate_on(date(day)?)?;
        ensure!(ours == theirs, "{ours} here, {theirs} there on {day}");
    }
    Ok(())
}

fn series(reference: &str) -> Result<RateSeries> {
    published_series(reference, Confirmation::FromMemory)
        .with_context(|| format!("nothing is published of `{reference}`"))
}
