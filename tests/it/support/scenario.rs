//! Scenarios: one business story a file, one folder a system, asked of the library step by step.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use keqing::form::Tree;
use keqing::oracle::{Answer, Question, answer};
use keqing::policy::Policy;
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
    /// The questions, in order.
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
    pub(crate) given: Value,
    /// Fields of the standard policy that are different here.
    #[serde(default)]
    policy: Option<Tree>,
    /// The expectation of the answer.
    pub(crate) then: Value,
}

/// Where the stories are: one folder a system.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// Reads every story, by the name of its system, a slash and its own name.
pub(crate) fn all() -> Result<Vec<(String, Scenario)>> {
    let mut stories = Vec::new();
    for entry in fs::read_dir(folder()).context("reading the folder of scenarios")? {
        let system = entry?.path();
        for entry in fs::read_dir(&system).with_context(|| system.display().to_string())? {
            let path = entry?.path();
            let is_json = path.extension().is_some_and(|ending| ending == "json");
            ensure!(is_json, "{} is no story", path.display());
            let name = format!("{}/{}", stem(&system), stem(&path));
            let story = read(&path).with_context(|| format!("reading {name}"))?;
            stories.push((name, story));
        }
    }
    stories.sort_by(|(left, _), (right, _)| left.cmp(right));
    Ok(stories)
}

fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Scenario> {
    let story: Scenario = serde_json::from_str(&fs::read_to_string(path)?)?;
    let is_told = !story.title.is_empty() && !story.story.is_empty();
    ensure!(is_told, "there is no title or no story");
    let expects = story.steps.iter().all(|step| step.then.is_object());
    ensure!(expects && !story.steps.is_empty(), "nothing is expected");
    Ok(story)
}

impl Step {
    /// Returns the answer to the question.
    pub(crate) fn answer(&self) -> Result<Answer> {
        Ok(answer(&self.house()?, &self.question()?)?)
    }

    /// Returns the policy of the house that is asked.
    pub(crate) fn house(&self) -> Result<Policy> {
        match &self.policy {
            None => Ok(Policy::standard()),
            Some(house) => {
                Policy::overlaid(&Policy::standard(), house).context("reading the policy")
            }
        }
    }

    /// Reads the question.
    pub(crate) fn question(&self) -> Result<Question> {
        Question::read(&self.ask, &self.given)
            .with_context(|| format!("reading the question of `{}`", self.when))
    }
}
