//! One debt under the late-payment laws of several jurisdictions, side by side.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result, anyhow};
use chrono::NaiveDate;
use keqing::receivable::interest::{Interest, InterestPolicy, LateDebt, Segment, interest};
use keqing::receivable::ledger::LedgerDocument;
use keqing::receivable::regime::{
    CompensationError, CreditorKind, DebtorKind, GovernedDebt, Jurisdiction, Regime, StatutoryRate,
    governing, published_series,
};
use keqing::receivable::statement::Statement;
use keqing::vocab::name::DocumentId;
use keqing::vocab::source::Confirmation;
use keqing::vocab::words::{Locale, Text};

use crate::amount::written;
use crate::words;

/// The laws that are asked, and the parties that they see.
pub(crate) struct Asked<'a> {
    pub(crate) laws: &'a [Jurisdiction],
    pub(crate) debtor: DebtorKind,
    pub(crate) creditor: Option<CreditorKind>,
    /// The document; without it the one that is late for the longest.
    pub(crate) document: Option<DocumentId>,
}

/// The costs of the debt under one law, or the reason for which it says nothing.
struct Told {
    law: Jurisdiction,
    lines: Vec<String>,
    interest: Option<Interest>,
}

/// Returns one late debt of a statement under each law.
pub(crate) fn told(stated: &Statement, asked: &Asked<'_>, locale: Locale) -> Result<String> {
    let (document, debt) = late(stated, asked.document)?;
    let told: Vec<Told> = asked
        .laws
        .iter()
        .map(|law| under(*law, debt, asked, stated.as_of, locale))
        .collect::<Result<_>>()?;
    let mut text = String::new();
    writeln!(
        text,
        "{}, {}, {} {}",
        document.id,
        written(debt.principal()),
        words::DUE.in_locale(locale),
        debt.due()
    )?;
    for one in &told {
        for (number, line) in one.lines.iter().enumerate() {
            let name = if number == 0 {
                one.law.to_string()
            } else {
                "  ".into()
            };
            writeln!(text, "  {name}  {line}")?;
        }
    }
    text.push('\n');
    for row in aligned(&side_by_side(&told, locale)) {
        writeln!(text, "  {row}")?;
    }
    Ok(text)
}

/// Returns the late document that is asked for, or the one that is late for the longest.
fn late(stated: &Statement, wanted: Option<DocumentId>) -> Result<(&LedgerDocument, &LateDebt)> {
    let documents = stated.ledger.documents.iter();
    let mut late: Vec<_> = documents
        .filter_map(|one| {
            Some((
                one,
                one.debt.as_ref().filter(|debt| debt.due() < stated.as_of)?,
            ))
        })
        .filter(|(one, _)| wanted.map_or(!one.open.is_zero(), |id| one.id == id))
        .collect();
    late.sort_by_key(|(_, debt)| debt.due());
    let first = late.first().copied();
    first.ok_or_else(|| match wanted {
        Some(id) => anyhow!("`{id}` is no late document of the account"),
        None => anyhow!("no document is late, expected one or the option --document"),
    })
}

/// Returns the costs of the debt under one law, and the reason for which that law governs it or does not.
fn under(
    law: Jurisdiction,
    debt: &LateDebt,
    asked: &Asked<'_>,
    as_of: NaiveDate,
    locale: Locale,
) -> Result<Told> {
    let mut facts = GovernedDebt::new(law, asked.debtor);
    facts.creditor = asked.creditor;
    facts.contract = debt.contract();
    facts.overdue = debt.due().succ_opt();
    let found = governing(&facts);
    let say = |text: Text| text.in_locale(locale);
    let mut lines = vec![say(found.decision.text()).to_owned()];
    for one in &found.considered {
        let day = one.day.map_or_else(String::new, |day| format!(" {day}"));
        let (by, ground) = (say(one.applies_by.text()), say(one.ground.text()));
        lines.push(format!(
            "{}{}{ground} ({by}{day})",
            one.title,
            say(words::COLON)
        ));
    }
    let interest = match &found.regime {
        Some(regime) => costs(regime, debt, as_of, &mut lines, locale)?,
        None => None,
    };
    Ok(Told {
        law,
        lines,
        interest,
    })
}

/// Returns the interest under a regime, and adds lines on its sum, its source and the fixed sum.
fn costs(
    regime: &Regime,
    debt: &LateDebt,
    as_of: NaiveDate,
    lines: &mut Vec<String>,
    locale: Locale,
) -> Result<Option<Interest>> {
    let say = |text: Text| text.in_locale(locale);
    let series = match regime.rate().value() {
        StatutoryRate::Referenced(rule) => {
            let series = published_series(&rule.reference, Confirmation::Disputed);
            Some(series.with_context(|| format!("no history of {}", rule.reference))?)
        }
        StatutoryRate::Fixed(_) => None,
    };
    let (rate, policy) = (regime.late_rate(series)?, InterestPolicy::under(regime)?);
    let fixed = match regime.compensation(debt.principal()) {
        Ok(Some(sum)) => written(sum),
        Ok(None) => say(words::NONE).to_owned(),
        Err(CompensationError::CurrencyMismatch { .. }) => say(words::OTHER_CURRENCY).to_owned(),
        Err(error) => error.to_string(),
    };
    let told = interest(&policy, &rate, debt, as_of);
    let sum = match &told {
        Ok(told) => written(told.charged().money()),
        Err(error) => error.to_string(),
    };
    let source = regime.rate().provenance();
    lines.push(format!(
        "{}{}{sum}",
        say(words::INTEREST),
        say(words::COLON)
    ));
    lines.push(format!(
        "{}{}{fixed}",
        say(words::FIXED_SUM),
        say(words::COLON)
    ));
    lines.push(format!(
        "{}{}{} ({})",
        say(words::SOURCE),
        say(words::COLON),
        source.source(),
        say(source.confirmation().text())
    ));
    Ok(told.ok())
}

/// Returns a row for each day on which a segment of any law begins, the segments of each law in columns of its own.
fn side_by_side(told: &[Told], locale: Locale) -> Vec<Vec<String>> {
    let segments = |one: &Told| -> Vec<Segment> {
        let told = one.interest.as_ref();
        told.map_or_else(Vec::new, |told| told.segments().to_vec())
    };
    let begins: BTreeSet<NaiveDate> = told
        .iter()
        .flat_map(|one| segments(one).into_iter().map(|segment| segment.from))
        .collect();
    let mut head = vec![words::FROM.in_locale(locale).to_owned()];
    for one in told {
        let name = |text: Text| format!("{} {}", one.law, text.in_locale(locale));
        head.extend([words::TO, words::BEARING, words::RATE, words::INTEREST].map(name));
    }
    let mut rows = vec![head];
    for from in begins {
        let first = from.succ_opt().unwrap_or(from);
        let mut row = vec![first.to_string()];
        for one in told {
            let segment = segments(one)
                .into_iter()
                .find(|segment| segment.from == from);
            row.extend(segment.map_or_else(
                || [(); 4].map(|()| String::new()),
                |segment| cells(&segment),
            ));
        }
        rows.push(row);
    }
    rows
}

fn cells(segment: &Segment) -> [String; 4] {
    let amount = segment
        .amount
        .round(keqing::vocab::money::RoundingMode::HalfEven);
    let amount = amount.map(|amount| amount.amount().to_string());
    let paused = segment
        .paused
        .and_then(|paused| segment.balance.checked_sub(paused).ok());
    let bearing = paused.unwrap_or(segment.balance);
    [
        segment.to.to_string(),
        bearing.amount().to_string(),
        segment.rate.to_string(),
        amount.unwrap_or_default(),
    ]
}

/// Fills every cell up to the width of its column, the figures to the right.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| columns_of(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths);
        let cells = cells.map(|(cell, width)| {
            format!(
                "{}{cell}",
                " ".repeat(width.saturating_sub(columns_of(cell)))
            )
        });
        cells.collect::<Vec<_>>().join("  ")
    };
    rows.iter().map(line).collect()
}

/// Returns the columns that a text takes in a terminal: a Chinese character takes two.
fn columns_of(text: &str) -> usize {
    text.chars()
        .map(|letter| if letter >= '\u{2e80}' { 2 } else { 1 })
        .sum()
}
