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

/// Fields of values that say only how far something is known, and the reason.
const AS_FAR_AS_KNOWN: &[(&str, &str)] = &[
    ("ahead", "counts the statements that were read"),
    ("at-least", "the highest stage that is permitted so far"),
    ("best", "the best voice that was heard so far"),
    ("ignored", "counts the entries that were read"),
    ("lowest-unmet", "the lowest level that is known to be unmet"),
    ("unknown", "lists what is unknown"),
    ("unknown-links", "lists what is unknown"),
    ("worst", "the worst voice that was heard so far"),
];

/// Two values agree if they say the same wherever the first one says something.
///
/// A list of words grows with what is learnt. A placement without a supported state proposes nothing yet.
pub(super) fn agrees(one: &Tree, other: &Tree) -> bool {
    // What is taken by expectation says so, and evidence may be another.
    if one.field("basis") == Some(&Tree::from("prior")) {
        return true;
    }
    match (one, other) {
        (Tree::Null, _) => true,
        (Tree::Fields(fields), Tree::Fields(_)) => {
            if let (Some(Tree::Text(decision)), Some(_)) =
                (one.field("decision"), one.field("findings"))
            {
                return decision == "undecided" || one.field("decision") == other.field("decision");
            }
            let is_open = one.field("supported") == Some(&Tree::Null);
            fields.iter().all(|(name, value)| {
                let is_partial = AS_FAR_AS_KNOWN.iter().any(|(field, _)| field == name);
                let waits = is_open && ["proposed", "granted", "verdict"].contains(&name.as_str());
                is_partial || waits || agrees(value, other.field(name).unwrap_or(&Tree::Null))
            })
        }
        (Tree::List(one), Tree::List(other)) => one
            .iter()
            .all(|one| other.iter().any(|other| agrees(one, other))),
        _ => one == other,
    }
}
