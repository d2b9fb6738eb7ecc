//! The questions on which the laws are run.

use std::collections::BTreeSet;
use std::io::Write;

use anyhow::Result;
use keqing::form::{Form, Limits, Tree};
use keqing::oracle::{Answer, Question, answer};
use keqing::policy::Policy;

use crate::form::generate::{Chooser, replace};
use crate::support::scenario;

/// The number of copies of each step in which something else stands at one place.
const COPIES: u64 = 6;

/// A question to a policy, with its answer.
pub(super) struct Case {
    /// The story that it comes from.
    pub(super) story: String,
    pub(super) policy: Policy,
    pub(super) ask: &'static str,
    pub(super) tree: Tree,
    pub(super) form: &'static Form,
    pub(super) answer: Answer,
}

impl Case {
    /// The answer with other facts; `None` if they are refused.
    pub(super) fn with(&self, tree: &Tree) -> Option<Answer> {
        let question = Question::read_tree(self.ask, tree, &Limits::standard()).ok()?;
        answer(&self.policy, &question).ok()
    }

    /// The path and the message of the error with other facts, if they are refused.
    pub(super) fn refusal(&self, tree: &Tree) -> Option<String> {
        match Question::read_tree(self.ask, tree, &Limits::standard()) {
            Err(faults) => Some(faults.to_string()),
            Ok(question) => {
                let error = answer(&self.policy, &question).err()?;
                Some(format!("{}: {error}", question.path_of(&error)))
            }
        }
    }
}

/// Every step of every story that gets an answer, and copies that get one.
pub(super) fn cases() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    let mut seed = 1_u64;
    for (name, story) in scenario::all()? {
        for step in &story.steps {
            let Ok(policy) = step.house() else { continue };
            let Ok(ask) = Question::canonical(&step.ask) else {
                continue;
            };
            let form = Question::form(ask)?;
            let tree = Tree::of(&step.given);
            let mut add = |tree: Tree| {
                let question = Question::read_tree(ask, &tree, &Limits::standard()).ok()?;
                let told = answer(&policy, &question).ok()?;
                cases.push(Case {
                    story: name.clone(),
                    policy: policy.clone(),
                    ask,
                    tree,
                    form,
                    answer: told,
                });
                Some(())
            };
            add(tree.clone());
            for _ in 0..COPIES {
                seed = seed.wrapping_add(1);
                let mut copy = tree.clone();
                replace(&mut copy, form, &mut Chooser::new(seed));
                if copy != tree {
                    add(copy);
                }
            }
        }
    }
    Ok(cases)
}

/// Prints the rules on which a law was run, past the capture of the harness.
pub(super) fn ran_on(law: &str, asked: usize, rules: &BTreeSet<String>) {
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    let line = format!(
        "law: {law}: {asked} answers, {} rules: {}",
        rules.len(),
        rules.join(" ")
    );
    let _ = writeln!(std::io::stderr(), "{line}");
}
