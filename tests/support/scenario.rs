//! Scenarios: one business story a file, asked of the library step by step.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use keqing::oracle::{Answer, Question, answer};
use keqing::policy::Policy;
use keqing::verdict::{Finding, Outcome, RuleId};
use serde::Deserialize;
use serde_json::Value;

/// One story.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// A sentence that says what happens.
    pub(crate) title: String,
    /// The story in a few sentences, for people who do not program.
    pub(crate) story: String,
    /// What is asked, in order.
    pub(crate) steps: Vec<Step>,
}

/// One question and what it has to be answered with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Step {
    /// A sentence that says what is asked.
    pub(crate) when: String,
    /// The name of the question.
    pub(crate) ask: String,
    /// Its arguments.
    given: Value,
    /// Fields of the standard policy that are different here.
    #[serde(default)]
    policy: Option<Value>,
    /// What the answer has to say.
    then: Expectation,
}

/// What an answer has to say; what is left out may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    /// The decision of a verdict.
    #[serde(default)]
    decision: Option<Value>,
    /// Fields of the value of an assessment, or of the answer itself.
    #[serde(default)]
    value: Option<Value>,
    /// Rules that have to be met, among others.
    #[serde(default)]
    met: Vec<RuleId>,
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

/// Where the stories are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// Reads every story, by name.
pub(crate) fn all() -> Result<Vec<(String, Scenario)>> {
    let mut stories = Vec::new();
    for entry in fs::read_dir(folder()).context("reading the folder of scenarios")? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(&path)?;
            let story = serde_json::from_str(&text).with_context(|| format!("reading {name}"))?;
            stories.push((name, story));
        }
    }
    stories.sort_by(|(left, _), (right, _)| left.cmp(right));
    Ok(stories)
}

impl Step {
    /// Asks the question.
    pub(crate) fn answer(&self) -> Result<Answer> {
        let mut policy = serde_json::to_value(Policy::standard())?;
        if let Some(overrides) = &self.policy {
            merge(&mut policy, overrides);
        }
        let policy: Policy = serde_json::from_value(policy).context("reading the policy")?;
        let question = Question::read(&self.ask, &self.given).context("reading the question")?;
        Ok(answer(&policy, &question)?)
    }

    /// Asks the question and compares the answer with what is expected.
    pub(crate) fn check(&self) -> Result<()> {
        let answer = match (self.answer(), &self.then.error) {
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
        if let Some(decision) = &self.then.decision {
            ensure!(
                json.get("decision") == Some(decision),
                "decision: expected {decision}, got {json}"
            );
        }
        if let Some(expected) = &self.then.value {
            let value = json.get("value").unwrap_or(&json);
            contains(value, expected, "value")?;
        }
        let findings = answer.findings();
        for rule in &self.then.met {
            let met = rules(findings, |outcome| outcome == Outcome::Met);
            ensure!(met.contains(rule), "{rule} should be met; met are {met:?}");
        }
        exactly(
            "breached",
            self.then.breached.as_deref(),
            rules(findings, Outcome::is_breached),
        )?;
        exactly(
            "missing",
            self.then.missing.as_deref(),
            rules(findings, Outcome::is_missing),
        )
    }
}

fn rules(findings: &[Finding], kept: impl Fn(Outcome) -> bool) -> Vec<RuleId> {
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

fn merge(into: &mut Value, from: &Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (name, value) in from {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from.clone(),
    }
}
