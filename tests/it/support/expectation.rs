//! The expectations of the answers to a story.

use anyhow::{Context, Result, bail, ensure};
use keqing::verdict::{Finding, Outcome, RuleId};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::support::scenario::Step;

/// The expectation of an answer; a part that is left out may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    /// The decision of a verdict.
    #[serde(default)]
    decision: Option<Value>,
    /// Fields of the value of an assessment, or of the answer itself; `null` for none.
    #[serde(default, deserialize_with = "said")]
    value: Option<Value>,
    /// Rules that have to be met, among others.
    #[serde(default)]
    met: Vec<RuleId>,
    /// Rules that have to be classified, among others.
    #[serde(default)]
    classified: Vec<RuleId>,
    /// Exactly the rules that are breached.
    #[serde(default)]
    breached: Option<Vec<RuleId>>,
    /// Exactly the rules that lack a fact.
    #[serde(default)]
    missing: Option<Vec<RuleId>>,
    /// A part of the message of the error there has to be instead of an answer.
    #[serde(default)]
    error: Option<String>,
}

impl Step {
    /// Compares the answer to the question with the expectation.
    pub(crate) fn check(&self) -> Result<()> {
        let then = Expectation::deserialize(&self.then).context("reading what is expected")?;
        let answer = match (self.answer(), &then.error) {
            (Ok(_), Some(message)) => {
                bail!("expected an error that says `{message}`, got an answer")
            }
            (Err(error), Some(message)) => {
                let text = format!("{error:#}");
                ensure!(
                    text.contains(message),
                    "expected an error that says `{message}`, got `{text}`"
                );
                return Ok(());
            }
            (answer, None) => answer?,
        };
        let json = serde_json::to_value(&answer)?;
        if let Some(decision) = &then.decision {
            ensure!(
                json.get("decision") == Some(decision),
                "decision: expected {decision}, got {json}"
            );
        }
        if let Some(expected) = &then.value {
            let value = json.get("value").unwrap_or(&json);
            contains(value, expected, "value")?;
        }
        let findings = answer.findings();
        for rule in &then.met {
            let met = rules(&findings, |outcome| outcome == Outcome::Met);
            ensure!(met.contains(rule), "{rule} should be met; met are {met:?}");
        }
        for rule in &then.classified {
            let classified = rules(&findings, Outcome::is_classified);
            ensure!(
                classified.contains(rule),
                "{rule} should be classified; classified are {classified:?}"
            );
        }
        exactly(
            "breached",
            then.breached.as_deref(),
            rules(&findings, Outcome::is_breached),
        )?;
        exactly(
            "missing",
            then.missing.as_deref(),
            rules(&findings, Outcome::is_missing),
        )
    }
}

fn rules(findings: &[&Finding], kept: impl Fn(Outcome) -> bool) -> Vec<RuleId> {
    let mut rules: Vec<RuleId> = findings
        .iter()
        .filter(|finding| kept(finding.outcome))
        .map(|finding| finding.rule)
        .collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn exactly(what: &str, expected: Option<&[RuleId]>, actual: Vec<RuleId>) -> Result<()> {
    if let Some(expected) = expected {
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        expected.dedup();
        ensure!(
            expected == actual,
            "{what}: expected {expected:?}, got {actual:?}"
        );
    }
    Ok(())
}

/// Reads what is said, `null` too.
fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Every field of the expectation has to be there; others may be.
fn contains(actual: &Value, expected: &Value, path: &str) -> Result<()> {
    match (actual, expected) {
        (Value::Object(actual), Value::Object(expected)) => {
            for (name, value) in expected {
                let path = format!("{path}.{name}");
                let found = actual
                    .get(name)
                    .with_context(|| format!("{path} is not there"))?;
                contains(found, value, &path)?;
            }
            Ok(())
        }
        _ => {
            ensure!(
                actual == expected,
                "{path}: expected {expected}, got {actual}"
            );
            Ok(())
        }
    }
}
