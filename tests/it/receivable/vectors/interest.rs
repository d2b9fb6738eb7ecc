//! Late interest.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test that panics fails, which is its purpose"
)]

use anyhow::{Context, Result, ensure};
use chrono::{Days, Months, NaiveDate};
use keqing::calendar::day_count::DayCount;
use keqing::receivable::interest::{InterestPolicy, LateDebt, RoundingPoint, interest};
use keqing::receivable::rate::{Compounding, LateRate, RateSeries, RateStep, ReferenceRate, Rest};
use keqing::rust_decimal::Decimal;
use keqing::vocab::money::{Currency, Money, RoundingMode};
use keqing::vocab::rate::Rate;

use crate::receivable::vectors::{Checked, Checker, Row};

/// The files of this topic, each with the function that checks one of its rows.
pub(crate) const CHECKERS: &[(&str, Checker)] = &[("late_interest.csv", late_interest)];

/// Each row is a debt whose rate changes on given days; it is asked for three ways of rounding.
fn late_interest(row: &Row) -> Result<Checked> {
    let invented = row.text("confirmed")? == "False";
    let principal: Decimal = match row.text("principal")? {
        "" => Decimal::ONE_THOUSAND,
        text => decimal(text)?,
    };
    let currency: Currency = match row.text("currency")? {
        "" => Currency::EUR,
        code => code.parse()?,
    };
    let due = NaiveDate::from_ymd_opt(2023, 6, 20).context("a date of the test")?;
    let (rate, days) = rate(row, due)?;
    let policy = policy(row)?;
    let as_of = match row.text("months")?.parse::<u32>()? {
        0 => due.checked_add_days(Days::new(days)),
        months => due.checked_add_months(Months::new(months)),
    };
    let as_of = as_of.context("a date of the test")?;
    let debt = LateDebt::new(Money::new(principal, currency), due, due)?;
    let asked = |policy: &InterestPolicy| interest(policy, &rate, &debt, as_of);
    let told = asked(&policy)?;

    if invented {
        // The printed parts belong to no one principal; ours do, and their timeline is the row's own.
        let parts: Vec<String> = told
            .segments()
            .iter()
            .map(|segment| segment.amount.to_string())
            .collect();
        ensure!(parts == ["2.909589 EUR", "20.587397 EUR"], "{parts:?}");
        return Ok(Checked::OwnAnswer);
    }
    let expected = decimal(row.text("expected_interest")?)?;
    let charged = told.charged().amount();
    ensure!(
        charged == expected,
        "{charged} charged, {expected} expected"
    );
    let exact = told.exact().round_to_places(6, RoundingMode::HalfEven)?;
    let unrounded = decimal(row.text("exact_unrounded")?)?;
    ensure!(exact.amount() == unrounded, "{exact}, {unrounded} expected");
    if let Ok(expected) = decimal(row.text("daily_rounded_result")?) {
        let daily = asked(&policy.with_rounding(RoundingPoint::Daily, RoundingMode::HalfEven))?;
        let charged = daily.charged().amount();
        ensure!(
            charged == expected,
            "{charged} by the day, {expected} expected"
        );
    }
    Ok(Checked::Passed)
}

fn policy(row: &Row) -> Result<InterestPolicy> {
    let policy = InterestPolicy::standard();
    Ok(match row.text("day_denominator")? {
        "365" => policy,
        "360" => policy.with_day_count(DayCount::Actual360),
        "12 monthly rests" => policy
            .with_day_count(DayCount::ThirtyE360)
            .with_compounding(Compounding::Rests(Rest::Month)),
        other => anyhow::bail!("the denominator {other}"),
    })
}

/// Reads the rates with their days, such as `0.1062|0.1212` for `10|62`, as a series that floats by the day.
fn rate(row: &Row, due: NaiveDate) -> Result<(LateRate, u64)> {
    let mut steps = Vec::new();
    let mut passed = 0;
    let days = row.text("days")?.split('|');
    for (rate, days) in row.text("annual_rate")?.split('|').zip(days) {
        let from = due.checked_add_days(Days::new(passed + 1));
        steps.push(RateStep::new(
            from.context("a date of the test")?,
            Rate::per_year(decimal(rate)?)?,
        ));
        passed += days.parse::<u64>()?;
    }
    let reference = ReferenceRate::over(RateSeries::new(steps)?, Rate::ZERO);
    Ok((LateRate::referenced(reference), passed))
}

fn decimal(text: &str) -> Result<Decimal> {
    Decimal::from_str_exact(text).map_err(anyhow::Error::msg)
}
