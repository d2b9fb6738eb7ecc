//! The stories in which a rule fires, and those in which it is consulted and stays silent.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

use keqing::rulebook;
use keqing::verdict::{Finding, Outcome, RuleCard, RuleId};

use crate::scenario;

/// The stories of one rule.
#[derive(Default)]
struct Stories {
    fires: Vec<String>,
    silent: Vec<String>,
}

impl Stories {
    /// One story of either kind, two different ones where there are.
    fn pair(&self) -> (Option<&str>, Option<&str>) {
        let fires = self.fires.first();
        let other = self.silent.iter().find(|silent| Some(*silent) != fires);
        let silent = other.or(self.silent.first());
        (fires.map(String::as_str), silent.map(String::as_str))
    }
}

/// Prints one line a rule; fails where a rule has no story of either kind.
pub(crate) fn report(output: &mut impl Write) -> anyhow::Result<ExitCode> {
    let stories = stories()?;
    let mut complete = Vec::new();
    for card in rulebook::cards() {
        let (fires, silent) = match stories.get(&card.id()) {
            Some(found) => found.pair(),
            None => (None, None),
        };
        complete.push(fires.is_some() && silent.is_some());
        let (kind, code) = (card.kind().to_string(), card.code());
        let (fires, silent) = (fires.unwrap_or("NONE"), silent.unwrap_or("NONE"));
        writeln!(
            output,
            "{}  {kind:<12}  {code:<32}  fires: {fires:<48}  silent: {silent}",
            card.id()
        )?;
    }
    let (rules, complete) = (
        complete.len(),
        complete.iter().filter(|rule| **rule).count(),
    );
    writeln!(output, "rules {rules}, complete {complete}")?;
    Ok(if rules == complete {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn stories() -> anyhow::Result<BTreeMap<RuleId, Stories>> {
    let mut stories: BTreeMap<RuleId, Stories> = BTreeMap::new();
    for (name, scenario) in scenario::all()? {
        for step in scenario.steps {
            // A step that expects an error has no findings to count.
            let Ok(answer) = step.answer() else { continue };
            let findings = answer.findings();
            let system = step.ask.split('.').next().unwrap_or_default().to_owned();
            for card in rulebook::cards() {
                let found = stories.entry(card.id()).or_default();
                let about = card.code().starts_with(&system) || card.code().starts_with("vocab");
                if fires(card, &findings) {
                    found.fires.push(name.clone());
                } else if is_silent(card, &findings, about) {
                    found.silent.push(name.clone());
                }
            }
        }
    }
    Ok(stories)
}

/// A check fires where it is breached or lacks a fact; a type where it is applied at all.
fn fires(card: &RuleCard, findings: &[&Finding]) -> bool {
    let applied = |outcome| outcome != Outcome::Inapplicable;
    let refuses = |outcome: Outcome| outcome.is_breached() || outcome.is_missing();
    said(card, findings).any(|outcome| {
        if card.kind().is_a_type() {
            applied(outcome)
        } else {
            refuses(outcome)
        }
    })
}

/// A check is silent where it is asked and does not fire; a type where its system answers without it.
fn is_silent(card: &RuleCard, findings: &[&Finding], about: bool) -> bool {
    let asked = said(card, findings).next().is_some();
    if card.kind().is_a_type() {
        about && !findings.is_empty() && !asked
    } else {
        asked
    }
}

fn said(card: &RuleCard, findings: &[&Finding]) -> impl Iterator<Item = Outcome> {
    let rule = card.id();
    findings
        .iter()
        .filter(move |finding| finding.rule == rule)
        .map(|finding| finding.outcome)
}
