//! The answer as the laws compare it: decision, value, and outcomes rule by rule.

use std::collections::{BTreeMap, BTreeSet};

use keqing::form::Tree;
use keqing::oracle::Answer;
use keqing::verdict::Outcome;

/// An outcome without the fact that is missing, mildest first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Heard {
    Inapplicable,
    Classified,
    Met,
    Missing,
    Breached,
}

/// The content of an answer.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) decision: Option<String>,
    /// The value of an assessment; `None` if the answer has no such field.
    pub(super) value: Option<Tree>,
    pub(super) rules: BTreeMap<String, BTreeSet<Heard>>,
}

impl Told {
    pub(super) fn of(answer: &Answer) -> Self {
        let tree = Tree::of(answer);
        let mut rules: BTreeMap<String, BTreeSet<Heard>> = BTreeMap::new();
        for finding in answer.findings() {
            let heard = match finding.outcome {
                Outcome::Inapplicable => Heard::Inapplicable,
                Outcome::Classified => Heard::Classified,
                Outcome::Met => Heard::Met,
                Outcome::Missing(_) => Heard::Missing,
                Outcome::Breached => Heard::Breached,
            };
            rules
                .entry(finding.rule.to_string())
                .or_default()
                .insert(heard);
        }
        let decision = tree.field("decision").map(|decision| match decision {
            Tree::Text(word) => word.clone(),
            other => other.to_string(),
        });
        Self {
            decision,
            value: tree.field("value").cloned(),
            rules,
        }
    }

    pub(super) fn has(&self, rule: &str, heard: Heard) -> bool {
        self.rules.get(rule).is_some_and(|all| all.contains(&heard))
    }

    /// The gravest outcome of a rule.
    pub(super) fn gravest(&self, rule: &str) -> Option<Heard> {
        self.rules.get(rule)?.iter().max().copied()
    }

    pub(super) fn is_open(&self) -> bool {
        self.decision
            .as_ref()
            .is_some_and(|decision| decision == "permit" || decision.contains("escalate"))
    }
}

/// Two values agree if they say the same wherever the first one says something.
pub(super) fn agrees(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Null, _) => true,
        (Tree::Fields(one), Tree::Fields(_)) => one.iter().all(|(name, value)| {
            let other = other.field(name).unwrap_or(&Tree::Null);
            agrees(value, other)
        }),
        (Tree::List(one), Tree::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| agrees(one, other))
        }
        _ => one == other,
    }
}
