//! Assertions about a regime, each of one datum.

use anyhow::{Context, Result, ensure};
use keqing::calendar::Calendar;
use keqing::calendar::day_count::DayCount;
use keqing::chrono::NaiveDate;
use keqing::receivable::rate::{Compounding, RateFixing, RateReset};
use keqing::receivable::regime::{
    AgreedRate, DebtorKind, Note, ReferenceRule, Regime, StatutoryDue, StatutoryRate, TermFacts,
    regimes, statutory_due,
};
use keqing::receivable::term::{BaseDates, PaymentTerm};
use keqing::rust_decimal::Decimal;
use keqing::vocab::known::Known;
use keqing::vocab::rate::Rate;
use keqing::vocab::source::Confirmation;
use keqing::vocab::time::Days;

use crate::receivable::statutes::Row;

/// Returns the regime of a jurisdiction whose title has a word.
pub(crate) fn act(jurisdiction: &str, title: &str) -> Result<&'static Regime> {
    let found = regimes().iter().find(|regime| {
        regime.jurisdiction().to_string() == jurisdiction && regime.title().contains(title)
    });
    found.with_context(|| format!("{jurisdiction} has no `{title}`"))
}

/// Returns the number with which the value of a row begins.
pub(crate) fn number(row: &Row) -> Result<Decimal> {
    let text = row.value.trim_start_matches("at least ");
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let number = Decimal::from_str_exact(text).ok();
    number.with_context(|| format!("`{}` begins with no number", row.value))
}

pub(crate) fn percent(row: &Row) -> Result<Rate> {
    Ok(Rate::percent(number(row)?)?)
}

pub(crate) fn date(text: &str) -> Result<NaiveDate> {
    let day = text.get(..10).unwrap_or(text).parse().ok();
    day.with_context(|| format!("`{text}` is no date"))
}

pub(crate) fn begins(row: &Row, regime: &Regime) -> Result<()> {
    let ours = *regime.in_force_from().value();
    ensure!(ours == date(&row.value)?, "{ours} here");
    Ok(())
}

/// Asserts the word of a source.
pub(crate) fn cites(source: &str, word: &str) -> Result<()> {
    ensure!(source.contains(word), "`{source}` does not cite `{word}`");
    Ok(())
}

pub(crate) fn rule(regime: &Regime) -> Result<&ReferenceRule> {
    match regime.rate().value() {
        StatutoryRate::Referenced(rule) => Ok(rule),
        StatutoryRate::Fixed(rate) => anyhow::bail!("a rate of its own, {rate}"),
    }
}

/// Asserts the margin that the value of the row begins with.
pub(crate) fn margin(row: &Row, regime: &Regime) -> Result<()> {
    let (ours, theirs) = (rule(regime)?.margin, percent(row)?);
    ensure!(ours == theirs, "{ours} here, {theirs} there");
    Ok(())
}

/// Asserts the fixed rate that the value of the row begins with.
pub(crate) fn fixed(row: &Row, regime: &Regime) -> Result<()> {
    let (ours, theirs) = (regime.rate().value(), StatutoryRate::Fixed(percent(row)?));
    ensure!(*ours == theirs, "{ours:?} here, {theirs:?} there");
    Ok(())
}

pub(crate) fn read_on(regime: &Regime, sampling: RateFixing) -> Result<()> {
    let ours = rule(regime)?.sampling;
    ensure!(ours == sampling, "{ours} here");
    Ok(())
}

pub(crate) fn bound(regime: &Regime, binding: RateReset) -> Result<()> {
    let ours = rule(regime)?.binding;
    ensure!(ours == binding, "{ours} here");
    Ok(())
}

pub(crate) fn agreed(regime: &Regime, agreed: &AgreedRate) -> Result<()> {
    let ours = regime.agreed().value();
    ensure!(ours == agreed, "{ours:?} here");
    Ok(())
}

pub(crate) fn compounds(regime: &Regime, compounding: Compounding) -> Result<()> {
    let ours = *regime.compounding().value();
    ensure!(ours == compounding, "{ours:?} here");
    Ok(())
}

/// Asserts a year of 365 days, with at least this confirmation.
pub(crate) fn of_365_days(regime: &Regime, at_least: Confirmation) -> Result<()> {
    let ours = regime.day_count();
    ensure!(
        *ours.value() == DayCount::Actual365Fixed,
        "{} here",
        ours.value()
    );
    let confirmed = ours.provenance().confirmation();
    ensure!(confirmed >= at_least, "{confirmed}");
    Ok(())
}

pub(crate) fn notes(regime: &Regime, note: Note) -> Result<()> {
    let known = regime.notes().iter().any(|known| *known.value() == note);
    ensure!(known, "no note {note}");
    Ok(())
}

/// Asserts fixed sums of debts.
pub(crate) fn sums(regime: &Regime, expected: &[(&str, &str)]) -> Result<()> {
    for (debt, sum) in expected {
        let ours = regime.compensation(debt.parse()?)?;
        ensure!(ours == Some(sum.parse()?), "{ours:?} for {debt}");
    }
    Ok(())
}

/// Asserts one fixed sum in euros, which the value of the row begins with.
pub(crate) fn euros(row: &Row, regime: &Regime) -> Result<()> {
    let sum = format!("{} EUR", number(row)?);
    sums(regime, &[("0.01 EUR", &sum), ("1000000 EUR", &sum)])
}

/// The due dates of a debtor whose document has all its dates on 1 March 2025, by a contract of then.
pub(crate) fn due(
    regime: &Regime,
    debtor: DebtorKind,
    agreed: Option<u32>,
    word: Known<bool>,
) -> Result<Option<StatutoryDue>> {
    let day = date("2025-03-01")?;
    let dates = BaseDates::new(day)
        .with_delivery(day)
        .with_acceptance(day)
        .with_receipt(day);
    let agreed = agreed.map(|days| PaymentTerm::net(Days::new(days)));
    let facts = TermFacts::new(debtor, agreed, dates)
        .with_contract(day)
        .with_longer_is_allowed(word);
    Ok(statutory_due(regime, &facts, &Calendar::every_day())?.into_value())
}

/// Asserts that so many days after the event is the due date if nothing is agreed.
pub(crate) fn default_of(regime: &Regime, debtor: DebtorKind, days: u64) -> Result<()> {
    let ours = due(regime, debtor, None, Known::Unknown)?
        .context("no due date")?
        .due;
    ensure!(ours == after(days)?, "{ours} here");
    Ok(())
}

/// Asserts that an agreed due date stands for so many days, whether the word for a longer one is no, and for how
/// many if it is yes: `None` stands for a hundred days at least.
pub(crate) fn longest_of(
    regime: &Regime,
    debtor: DebtorKind,
    (plain, allowed): (u64, Option<u64>),
) -> Result<()> {
    let with = |word| {
        anyhow::Ok(
            due(regime, debtor, Some(100), word)?
                .context("no due date")?
                .due,
        )
    };
    let ours = with(Known::measured(false))?;
    ensure!(ours == after(plain)?, "{ours} without a word for more");
    let ours = with(Known::measured(true))?;
    ensure!(
        ours == after(allowed.unwrap_or(100))?,
        "{ours} with a word for more"
    );
    Ok(())
}

fn after(days: u64) -> Result<NaiveDate> {
    let day = date("2025-03-01")?.checked_add_days(keqing::chrono::Days::new(days));
    day.context("out of range")
}
