//! Whole histories of reference rates, as their publishers have them.

use std::io::{Write, stdout};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use keqing::chrono::NaiveDate;
use keqing::receivable::rate::{LateRateError, RateDates, RateSeries, RateStep, RateUnknownError};
use keqing::receivable::regime::{Jurisdiction, published_rates};

use crate::receivable::vectors::Row;
use crate::receivable::vectors::rates::{FIRST_OF_2015, parse_date, percent, reference_of, regime};

#[test]
fn the_history_of_the_refinancing_rate_has_a_gap_that_is_never_zero() -> Result<()> {
    let Some(series) = series_of("rate_ecb_mro_changes.csv", "date", "rate", 43)? else {
        return Ok(());
    };
    let series = series.with_known_until(date(2026, 4, 16)?)?;
    let (begins, ends) = (date(2000, 6, 28)?, date(2008, 10, 15)?);
    let rate =
        regime(Jurisdiction::EUROPEAN_UNION, FIRST_OF_2015)?.late_rate(Some(series.clone()))?;
    let mut day = begins;
    while day < ends {
        let gap = RateUnknownError::Gap { day, since: begins };
        ensure!(series.rate_on(day) == Err(gap), "{day} is known");
        day = day.succ_opt().context("the last date")?;
    }
    ensure!(series.rate_on(begins.pred_opt().context("the first date")?)? == percent("4.25")?);
    ensure!(series.rate_on(ends)? == percent("3.75")?, "not known again");
    ensure!(
        series.next_change(begins) == Some(ends),
        "the gap ends elsewhere"
    );
    let dates = RateDates::new(date(2004, 3, 1)?, date(2009, 3, 1)?);
    let unknown = rate.rate_on(&dates, dates.default);
    ensure!(
        matches!(unknown, Err(LateRateError::Unknown(_))),
        "{unknown:?}"
    );
    // Read on the first day of each half-year, it is known again from 2009 on.
    ensure!(rate.next_change(&dates, dates.default) == Some(date(2009, 1, 1)?));
    ensure!(
        series.rate_on(date(2026, 4, 17)?).is_err(),
        "known after its end"
    );
    published_agree_with(Jurisdiction::EUROPEAN_UNION, &series)
}

#[test]
fn the_history_of_bank_rate_agrees_with_the_published_readings() -> Result<()> {
    let Some(series) = series_of("rate_boe_bank_rate.csv", "date", "rate", 850)? else {
        return Ok(());
    };
    let series = series.with_known_until(date(2025, 5, 8)?)?;
    ensure!(series.rate_on(date(1700, 1, 1)?)? == percent("4.5")?);
    ensure!(
        series.rate_on(date(1694, 9, 30)?).is_err(),
        "known before it began"
    );
    published_agree_with(Jurisdiction::UNITED_KINGDOM, &series)
}

#[test]
fn a_chinese_contract_may_not_agree_on_less_than_the_loan_prime_rate_of_its_day() -> Result<()> {
    let Some(series) = series_of("rate_cn_lpr.csv", "date", "lpr_1y", 70)? else {
        return Ok(());
    };
    let default = date(2025, 7, 1)?;
    let regime = regime(Jurisdiction::CHINA, default)?;
    let rate = regime.agreed_rate(percent("3.5")?, Some(series))?;
    for (contract, expected) in [
        (date(2019, 8, 20)?, "4.25"),
        (date(2024, 7, 21)?, "3.5"), // 3.45 until the 22nd
        (date(2025, 5, 20)?, "3.5"),
    ] {
        let dates = RateDates::new(default, default).with_contract(contract);
        let rate = rate.rate_on(&dates, default)?;
        ensure!(
            rate == percent(expected)?,
            "{rate} for a contract of {contract}"
        );
    }
    Ok(())
}

#[test]
fn the_monthly_federal_funds_rate_loads() -> Result<()> {
    let Some(series) = series_of("rate_us_fedfunds_monthly.csv", "month", "rate", 859)? else {
        return Ok(());
    };
    ensure!(series.rate_on(date(1954, 7, 31)?)? == percent("0.80")?);
    Ok(())
}

/// Reads a file of dated percentages, a blank one being unknown; `None` where the folder is absent.
fn series_of(file: &str, day: &str, rate: &str, rows: usize) -> Result<Option<RateSeries>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !folder.is_dir() {
        writeln!(stdout(), "skipped: the shared data are absent")?;
        return Ok(None);
    }
    let mut reader = csv::Reader::from_path(folder.join(file))?;
    let headers = reader.headers()?.clone();
    let mut steps = Vec::new();
    for fields in reader.records() {
        let fields = fields?;
        let row = Row {
            headers: &headers,
            fields: &fields,
        };
        let from = parse_date(row.text(day)?)?;
        steps.push(match row.text(rate)? {
            "" => RateStep::unknown(from),
            text => RateStep::new(from, percent(text)?),
        });
    }
    ensure!(steps.len() == rows, "{file} has {} rows", steps.len());
    Ok(Some(RateSeries::new(steps)?))
}

/// Holds what is published here against a history, as far as that goes.
fn published_agree_with(jurisdiction: Jurisdiction, series: &RateSeries) -> Result<()> {
    let reference = reference_of(jurisdiction)?;
    let known = |day: &NaiveDate| series.known_until().is_none_or(|last| *day <= last);
    let mut compared = 0_usize;
    let rates = published_rates()
        .iter()
        .filter(|rate| rate.reference == reference);
    for rate in rates.filter(|rate| known(&rate.until)) {
        for day in [rate.from, rate.until] {
            let there = series.rate_on(day)?;
            ensure!(
                *rate.rate.value() == there,
                "{reference} on {day} is {there} there"
            );
        }
        compared = compared.saturating_add(1);
    }
    ensure!(compared > 5, "only {compared} rates of {reference}");
    Ok(())
}

fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).context("no such date")
}
