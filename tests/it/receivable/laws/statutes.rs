//! The laws of statutes: what is unknown leaves a question open, and a due date is cut and never moved on.

use anyhow::{Context, Result, ensure};
use keqing::calendar::Calendar;
use keqing::chrono::NaiveDate;
use keqing::receivable::regime::{
    AppliesBy, CreditorKind, DebtorKind, DueGround, GovernedDebt, GoverningDecision, Jurisdiction,
    Regime, TermFacts, governing, regimes, statutory_due,
};
use keqing::receivable::term::{BaseDates, PaymentTerm};
use keqing::verdict::Outcome;
use keqing::vocab::known::Known;
use keqing::vocab::time::Days;

fn date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .ok()
        .with_context(|| format!("`{text}` is no date"))
}

/// Debts of every jurisdiction, debtor and creditor, with every set of a few dates, known and unknown.
fn debts() -> Result<Vec<GovernedDebt>> {
    let mut jurisdictions: Vec<Jurisdiction> = regimes().iter().map(Regime::jurisdiction).collect();
    jurisdictions.dedup();
    jurisdictions.extend(["IT".parse::<Jurisdiction>()?, "CH".parse()?]);
    let days = [
        None,
        Some(date("2005-01-01")?),
        Some(date("2025-05-31")?),
        Some(date("2026-02-01")?),
    ];
    let creditors = CreditorKind::ALL.map(Some).into_iter().chain([None]);
    let creditors: Vec<_> = creditors.collect();
    let mut debts = Vec::new();
    for jurisdiction in jurisdictions {
        for debtor in DebtorKind::ALL {
            for creditor in &creditors {
                for contract in days {
                    for order in days {
                        debts.extend(days.map(|overdue| {
                            GovernedDebt::new(jurisdiction, debtor)
                                .with_creditor(*creditor)
                                .with_contract(contract)
                                .with_order(order)
                                .with_overdue(overdue)
                        }));
                    }
                }
            }
        }
    }
    Ok(debts)
}

#[test]
fn an_unknown_fact_of_a_debt_only_leaves_the_question_open() -> Result<()> {
    let mut decisions = [0_u32; 3];
    for debt in debts()? {
        let found = governing(&debt);
        let place = match found.decision {
            GoverningDecision::Governed => 0_usize,
            GoverningDecision::Undecided => 1,
            GoverningDecision::Ungoverned => 2,
        };
        let count = decisions.get_mut(place).context("a decision")?;
        *count = count.saturating_add(1);
        for less in [
            debt.with_creditor(None),
            debt.with_contract(None),
            debt.with_order(None),
            debt.with_overdue(None),
        ] {
            let without = governing(&less);
            let is_open = without.decision == GoverningDecision::Undecided;
            ensure!(
                is_open || (without.decision, &without.regime) == (found.decision, &found.regime),
                "{debt:?} is {}, and without a fact {}",
                found.decision,
                without.decision
            );
        }
        let agrees = match &found.regime {
            None => regimes()
                .iter()
                .all(|regime| regime.check_governs(&debt).is_err()),
            Some(regime) => {
                let day = debt.day(*regime.applies_by().value());
                let in_force =
                    day.and_then(|day| Regime::in_force(debt.jurisdiction, debt.debtor, day));
                regime.check_governs(&debt).is_ok() && in_force == Some(regime)
            }
        };
        ensure!(agrees, "{debt:?} and {:?}", found.considered);
    }
    ensure!(decisions.iter().all(|count| *count > 0), "{decisions:?}");
    ensure!(AppliesBy::ALL.len() == 3, "a day more to draw");
    Ok(())
}

#[test]
fn a_statute_cuts_a_due_date_and_never_moves_it_on() -> Result<()> {
    let (day, calendar) = (date("2025-03-01")?, Calendar::every_day());
    let dates = BaseDates::new(day)
        .with_delivery(day)
        .with_acceptance(day)
        .with_receipt(day);
    let (mut cut, mut kept) = (0_u32, 0_u32);
    for regime in regimes() {
        for debtor in DebtorKind::ALL {
            for word in [
                Known::Unknown,
                Known::measured(true),
                Known::measured(false),
            ] {
                let mut last = None;
                for days in 0..120 {
                    let term = PaymentTerm::net(Days::new(days));
                    let facts = TermFacts::new(debtor, Some(term), dates)
                        .with_contract(day)
                        .with_longer_is_allowed(word);
                    let found = statutory_due(regime, &facts, &calendar)?;
                    ensure!(!found.findings().is_empty(), "no finding");
                    let is_breached = found
                        .findings()
                        .iter()
                        .any(|finding| finding.outcome == Outcome::Breached);
                    let Some(due) = found.value() else {
                        ensure!(word == Known::Unknown, "{} asks on", regime.title());
                        continue;
                    };
                    let agreed = due.agreed.context("it was agreed")?;
                    let is_cut = due.ground == DueGround::Cut;
                    ensure!(
                        is_cut == is_breached && is_cut == (due.due < agreed),
                        "{due:?}"
                    );
                    ensure!(
                        due.due <= agreed && last <= Some(due.due),
                        "{due:?} after {last:?}"
                    );
                    last = Some(due.due);
                    let count = if is_cut { &mut cut } else { &mut kept };
                    *count = count.saturating_add(1);
                }
            }
        }
    }
    ensure!(cut > 0 && kept > 0, "{cut} cut, {kept} kept");
    Ok(())
}
