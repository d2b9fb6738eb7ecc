//! Published calendars against the list of another system.

use std::collections::BTreeSet;
use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use chrono::{Datelike, NaiveDate};
use keqing::calendar::published::PublishedCalendar;

#[test]
fn published_days_are_those_of_another_list() -> Result<()> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors/holidays_quantlib.csv");
    // Written past the capture of the test harness, so that a skip is seen.
    let mut out = stdout();
    if !file.is_file() {
        writeln!(out, "skipped: the shared vectors are absent")?;
        return Ok(());
    }
    let china = PublishedCalendar::ChinaStateCouncil.calendar();
    let target = PublishedCalendar::Target.calendar();
    // The stock exchange is closed on the eve of the Spring Festival, on which the notice of 2024 only
    // encourages to take leave.
    let eve = NaiveDate::from_ymd_opt(2024, 2, 9).context("a date")?;
    let mut exchange = listed(&file, "China SSE", 2024..=2026)?;
    ensure!(exchange.remove(&eve), "the eve is listed");
    for (name, ours, theirs) in [
        (
            "exchange",
            off_weekends(china.holidays(), 2024..=2026),
            exchange,
        ),
        (
            "working weekends",
            china.working_days().iter().copied().collect(),
            listed(&file, "China inter-bank", 2024..=2026)?,
        ),
        (
            "TARGET",
            off_weekends(target.holidays(), 2000..=2006),
            listed(&file, "TARGET", 2000..=2006)?,
        ),
    ] {
        ensure!(ours == theirs, "{name}: {ours:?} here, {theirs:?} there");
        writeln!(out, "{name}: {} days of another list", theirs.len())?;
    }
    Ok(())
}

/// The days of some years that are no Saturday and no Sunday.
fn off_weekends(days: &[NaiveDate], years: std::ops::RangeInclusive<i32>) -> BTreeSet<NaiveDate> {
    let is_weekday = |day: &NaiveDate| day.weekday().num_days_from_monday() < 5;
    let days = days.iter().copied().filter(is_weekday);
    days.filter(|day| years.contains(&day.year())).collect()
}

fn listed(
    file: &Path,
    calendar: &str,
    years: std::ops::RangeInclusive<i32>,
) -> Result<BTreeSet<NaiveDate>> {
    let mut days = BTreeSet::new();
    for record in csv::Reader::from_path(file)?.records() {
        let record = record?;
        if record.get(0) == Some(calendar) {
            let text = record.get(2).context("no date")?;
            let day: NaiveDate = text.parse().map_err(|error| anyhow!("`{text}`: {error}"))?;
            days.extend(Some(day).filter(|day| years.contains(&day.year())));
        }
    }
    ensure!(!days.is_empty(), "no days of {calendar}");
    Ok(days)
}
