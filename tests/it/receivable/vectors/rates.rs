//! Day counts, reference rates and fixed compensation.

use anyhow::{Context, Result, bail, ensure};
use keqing::calendar::day_count::{
    DayCount, DayCountError, DayCountSystem, PeriodsPerYear, ReferencePeriod, YearFraction,
};
use keqing::chrono::NaiveDate;
use keqing::receivable::rate::{LateRate, RateDates, RateSeries};
use keqing::receivable::regime::{
    DebtorKind, Jurisdiction, Regime, StatutoryRate, published_series,
};
use keqing::rust_decimal::Decimal;
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::rate::Rate;
use keqing::vocab::source::Confirmation;
use keqing::vocab::time::Days;

use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[
    ("daycount_quantlib.csv", daycount_quantlib),
    ("daycount_strata.csv", daycount_strata),
    ("statutory_rates.csv", statutory_rates),
    ("compensation_bands.csv", compensation_bands),
];

fn daycount_quantlib(row: &Row) -> Result<Checked> {
    let (from, to) = dates(row)?;
    let name = match row.text("convention")? {
        "30/360 ISDA (Bond Basis)" => "30/360 (Bond Basis)",
        "30/360 US (end-Feb rule)" => "30/360 (US)",
        "30/365" => "30/365",
        "30E/360" => "30E/360 (Eurobond Basis)",
        "30E/360 ISDA" => "30E/360 (ISDA)",
        "ACT/360" => "Actual/360",
        "ACT/360 incl. last day" => return Ok(Checked::Skipped(COUNTED_TWICE)),
        "ACT/364" => "Actual/364",
        "ACT/365.25" => "Actual/365.25",
        "ACT/365F" => "Actual/365 (Fixed)",
        "ACT/366" => "Actual/366",
        "ACT/ACT AFB" => "Actual/Actual (AFB)",
        "ACT/ACT ICMA" => "Actual/Actual (ISMA)",
        "ACT/ACT ISDA" => "Actual/Actual (ISDA)",
        "BUS/252 (Brazil settlement calendar)" => return Ok(Checked::Skipped(NO_CALENDAR)),
        other => bail!("`{other}` has no name in QuantLib here"),
    };
    let convention = named(DayCountSystem::QuantLib, name)?;
    if to < from {
        // QuantLib answers with less than nothing.
        let refused = Err(DayCountError::Backwards { from, to });
        ensure!(convention.fraction(from, to) == refused, "not refused");
        return Ok(Checked::OwnAnswer);
    }
    let period = match (row.text("ref_start")?, row.text("termination_date")?) {
        ("", "") => None,
        ("", termination) => {
            let period = ReferencePeriod::new(from, to, PeriodsPerYear::One)?;
            Some(period.with_termination(parse_date(termination)?))
        }
        (starts, _) => {
            let (starts, ends) = (parse_date(starts)?, parse_date(row.text("ref_end")?)?);
            let per_year = periods_of(starts, ends)?;
            Some(ReferencePeriod::new(starts, ends, per_year)?)
        }
    };
    let period = match (period, convention) {
        (None, DayCount::ActualActualIcma) => Some(nominal_period(from, to)?),
        (period, _) => period,
    };
    let tolerance = match row.text("tolerance")? {
        "" => Decimal::ZERO,
        text => Decimal::from_scientific(text)
            .ok()
            .context("no tolerance")?,
    };
    compare(row, convention, period.as_ref(), tolerance)
}

fn daycount_strata(row: &Row) -> Result<Checked> {
    let (from, to) = dates(row)?;
    let (name, context) = (row.text("convention")?, row.text("context")?);
    let convention = match (name, context) {
        ("1/1", _) => {
            return Ok(Checked::Skipped(
                "a flat charge takes no time, so it is no interest",
            ));
        }
        ("Act/Act Year", _) => return Ok(Checked::Skipped("no legal instrument defines it")),
        // Without the end-of-month flag Strata leaves February as it is.
        ("30U/360", "eom=false") => DayCount::Thirty360Isda,
        _ => named(DayCountSystem::Strata, name)?,
    };
    let period = match convention {
        DayCount::Actual365L => Some(period_of_actual_365_l(from, context)?),
        DayCount::ActualActualIcma => Some(match context.split_once("nominals ") {
            Some((_, nominal)) => ReferencePeriod::of_nominal_dates(
                nominal
                    .split(',')
                    .map(parse_date)
                    .collect::<Result<Vec<_>, _>>()?,
                PeriodsPerYear::Four,
            )?,
            None => nominal_period(from, to)?,
        }),
        DayCount::ThirtyE360Isda if context == "end is termination date" => {
            let period = ReferencePeriod::new(from, to, PeriodsPerYear::One)?;
            Some(period.with_termination(to))
        }
        _ => None,
    };
    compare(row, convention, period.as_ref(), Decimal::new(1, 13))
}

/// Holds the days and the fraction of a row, as far as it has them, against ours.
fn compare(
    row: &Row,
    convention: DayCount,
    period: Option<&ReferencePeriod>,
    tolerance: Decimal,
) -> Result<Checked> {
    let (from, to) = dates(row)?;
    let fraction = match period {
        Some(period) => convention.fraction_in(from, to, period)?,
        None => convention.fraction(from, to)?,
    };
    let (days, expected) = (row.text("expected_days")?, row.text("expected_fraction")?);
    ensure!(!days.is_empty() || !expected.is_empty(), "nothing expected");
    if !days.is_empty() {
        // What a termination date changes is seen in the numerator alone.
        let ours = match period {
            Some(_) => fraction.numerator(),
            None => i64::from(convention.days(from, to)?.count()),
        };
        ensure!(
            ours == days.parse::<i64>()?,
            "{ours} days here, {days} there"
        );
    }
    if !expected.is_empty() {
        let exact = parse_decimal(expected)?;
        let distance = decimal(fraction)?.checked_sub(exact).context("too far")?;
        ensure!(
            distance.abs() <= tolerance,
            "{fraction} here, {expected} there"
        );
    }
    Ok(Checked::Passed)
}

fn statutory_rates(row: &Row) -> Result<Checked> {
    let day: NaiveDate = parse_date(row.text("effective_from")?)?;
    let text = row.text("rate_percent")?;
    let dates = RateDates::new(day, day);
    let (jurisdiction, ours, margin) = match row.text("series")? {
        "ECB MRO (1 Jan/1 Jul)" => (
            Jurisdiction::EUROPEAN_UNION,
            published(Jurisdiction::EUROPEAN_UNION)?,
            8,
        ),
        "DE Basiszinssatz" => (Jurisdiction::GERMANY, published(Jurisdiction::GERMANY)?, 9),
        "UK statutory (8pp over Bank Rate at 31 Dec / 30 Jun)" => (
            Jurisdiction::UNITED_KINGDOM,
            published(Jurisdiction::UNITED_KINGDOM)?,
            0,
        ),
        "US Prompt Payment (Treasury)" => (
            Jurisdiction::UNITED_STATES,
            published(Jurisdiction::UNITED_STATES)?,
            0,
        ),
        "IN RBI bank rate" => {
            let bank_rate = RateSeries::fixed(percent(text)?);
            let three_times = regime(Jurisdiction::INDIA, day)?.late_rate(Some(bank_rate))?;
            ensure!(
                three_times.rate_on(&dates, day)? == percent("20.25")?,
                "not three times"
            );
            return Ok(Checked::Passed);
        }
        "JP Toriteki/Subcontract Act" => {
            let rate = regime(Jurisdiction::JAPAN, day)?.late_rate(None)?;
            ensure!(rate == LateRate::agreed(percent(text)?), "{rate:?}");
            return Ok(Checked::Passed);
        }
        "CN 728/802 default daily" => {
            let a_day = text.strip_suffix(" per day").context("not a daily rate")?;
            let fraction = percent(a_day)?.fraction();
            let rate = regime(Jurisdiction::CHINA, day)?.late_rate(None)?;
            ensure!(
                rate == LateRate::agreed(Rate::per_day_of_365(fraction)?),
                "{rate:?}"
            );
            return Ok(Checked::Passed);
        }
        other => bail!("`{other}` is no series here"),
    };
    let statutory = percent(text)?.checked_add(percent(&margin.to_string())?)?;
    // The German regime is of 2014, and its margin was eight points before.
    let regime = Regime::in_force(jurisdiction, debtor(jurisdiction), day.max(FIRST_OF_2015));
    let rate = regime.context("no regime")?.late_rate(Some(ours))?;
    let ours = rate.rate_on(&dates, day)?;
    ensure!(ours == statutory, "{ours} here, {statutory} there");
    let printed = row.text("note")?.trim_start_matches("statutory rate ");
    let printed = printed.split(';').next().unwrap_or_default();
    if let Ok(printed) = percent(printed) {
        ensure!(ours == printed, "{ours} here, {printed} printed");
    }
    Ok(Checked::Passed)
}

fn compensation_bands(row: &Row) -> Result<Checked> {
    let jurisdiction = match row.text("regime")? {
        "UK s.5A" => Jurisdiction::UNITED_KINGDOM,
        "EU 2011/7 art 6" => Jurisdiction::EUROPEAN_UNION,
        other => bail!("`{other}` is no regime here"),
    };
    let currency: Currency = row.text("currency")?.parse()?;
    let amount = |column| anyhow::Ok(Money::new(parse_decimal(row.text(column)?)?, currency));
    let ours = regime(jurisdiction, FIRST_OF_2015)?.compensation(amount("debt")?)?;
    ensure!(ours == Some(amount("fixed_sum")?), "{ours:?} here");
    Ok(Checked::Passed)
}

fn published(jurisdiction: Jurisdiction) -> Result<RateSeries> {
    published_series(&reference_of(jurisdiction)?, Confirmation::FromMemory)
        .context("none published")
}

pub(crate) fn reference_of(jurisdiction: Jurisdiction) -> Result<String> {
    match regime(jurisdiction, FIRST_OF_2015)?.rate().value() {
        StatutoryRate::Referenced(rule) => Ok(rule.reference.clone().into_owned()),
        StatutoryRate::Fixed(rate) => bail!("{jurisdiction} has a rate of its own, {rate}"),
    }
}

pub(crate) fn regime(jurisdiction: Jurisdiction, day: NaiveDate) -> Result<&'static Regime> {
    Regime::in_force(jurisdiction, debtor(jurisdiction), day)
        .with_context(|| format!("{jurisdiction} has no regime"))
}

/// Returns a debtor that the regime of a jurisdiction binds.
fn debtor(jurisdiction: Jurisdiction) -> DebtorKind {
    if [Jurisdiction::CHINA, Jurisdiction::UNITED_STATES].contains(&jurisdiction) {
        DebtorKind::PublicBody
    } else {
        DebtorKind::Business
    }
}

fn dates(row: &Row) -> Result<(NaiveDate, NaiveDate)> {
    Ok((
        parse_date(row.text("start")?)?,
        parse_date(row.text("end")?)?,
    ))
}

fn named(system: DayCountSystem, name: &str) -> Result<DayCount> {
    DayCount::named_by(system, name).with_context(|| format!("`{name}` is not in the table"))
}

/// The whole months of a reference period, as so many periods a year.
fn periods_of(starts: NaiveDate, ends: NaiveDate) -> Result<PeriodsPerYear> {
    match Days::between(starts, ends).map(Days::count) {
        Some(365 | 366) => Ok(PeriodsPerYear::One),
        Some(181..=184) => Ok(PeriodsPerYear::Two),
        other => bail!("a reference period of {other:?} days"),
    }
}

/// The nominal dates of the schedules that the rows only describe.
fn nominal_period(from: NaiveDate, to: NaiveDate) -> Result<ReferencePeriod> {
    let (half_years, quarters) = (PeriodsPerYear::Two, PeriodsPerYear::Four);
    let (dates, per_year): (&[&str], _) = match (&*from.to_string(), &*to.to_string()) {
        // The note of the row: 91/(91 × 4) + 61/(90 × 4).
        ("1999-11-30", "2000-04-30") => (&["1999-11-30", "2000-02-29", "2000-05-29"], quarters),
        ("2000-01-30", "2000-06-30") => (&["2000-01-30", "2000-07-30"], half_years),
        ("2002-08-15", "2003-07-15") => (&["2002-07-15", "2003-01-15", "2003-07-15"], half_years),
        ("2012-04-10", "2012-05-10") => (&["2012-03-30", "2012-06-30"], quarters),
        ("1999-07-30", "2000-01-30")
        | ("2003-07-15", "2004-01-15")
        | ("2003-11-01", "2004-05-01") => {
            return Ok(ReferencePeriod::new(from, to, half_years)?);
        }
        _ => bail!("no nominal dates from {from} to {to}"),
    };
    let dates: Vec<NaiveDate> = dates
        .iter()
        .map(|date| parse_date(date))
        .collect::<Result<_, _>>()?;
    Ok(ReferencePeriod::of_nominal_dates(dates, per_year)?)
}

fn period_of_actual_365_l(starts: NaiveDate, context: &str) -> Result<ReferencePeriod> {
    let (frequency, ends) = context.split_once(";period_end=").context("no period")?;
    let per_year = match frequency {
        "freq=P12M" => PeriodsPerYear::One,
        "freq=P6M" => PeriodsPerYear::Two,
        other => bail!("`{other}` is no frequency here"),
    };
    Ok(ReferencePeriod::new(starts, parse_date(ends)?, per_year)?)
}

pub(crate) fn parse_date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .ok()
        .with_context(|| format!("`{text}` is no date"))
}

fn parse_decimal(text: &str) -> Result<Decimal> {
    Decimal::from_str_exact(text)
        .ok()
        .with_context(|| format!("`{text}` is no decimal"))
}

fn decimal(fraction: YearFraction) -> Result<Decimal> {
    Decimal::from(fraction.numerator())
        .checked_div(Decimal::from(fraction.denominator()))
        .context("no quotient")
}

pub(crate) fn percent(text: &str) -> Result<Rate> {
    Ok(Rate::percent(parse_decimal(text)?)?)
}

pub(crate) const FIRST_OF_2015: NaiveDate = match NaiveDate::from_ymd_opt(2015, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

const COUNTED_TWICE: &str = "counting the last day too counts a day twice where a time is split";

const NO_CALENDAR: &str = "the business days of the Brazilian calendar are not given";
