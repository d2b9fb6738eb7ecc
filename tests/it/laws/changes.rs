//! The answers to all cases in which one ordered value is another, and the changes that were heard.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use anyhow::{Result, anyhow};
use keqing::form::Tree;
use keqing::oracle::Answer;
use keqing::policy::Policy;
use keqing::verdict::Finding;
use rust_decimal::Decimal;

use super::cases::Case;
use super::copies::copies;
use super::filled::{Filled, filled};
use super::heard::{Heard, Told};
use super::ordered::{Bounds, Ordered, ordered};

/// The changes of the outcomes of a rule at one place, each with an example.
#[derive(Default)]
pub(super) struct Moves {
    /// A larger value made the outcome graver.
    pub(super) rising: Option<String>,
    /// A larger value made the outcome milder.
    pub(super) falling: Option<String>,
}

/// The changes in all answers.
#[derive(Default)]
pub(super) struct Changes {
    /// The number of answers.
    pub(super) asked: usize,
    /// The rules that were heard with an outcome of a check.
    pub(super) rules: BTreeSet<String>,
    /// The changes of outcomes, by the rule and by the question with the place.
    pub(super) outcomes: BTreeMap<(String, String), Moves>,
    /// The facts whose observed value changed with a value that is no date, by the name of its field.
    pub(super) readings: BTreeMap<(String, String), String>,
}

/// The observed value of each finding that has one, by rule, fact, subject and kind of reading.
type Seen = BTreeMap<(String, String, String, String), BTreeSet<String>>;

static CHANGES: LazyLock<Result<Changes, String>> =
    LazyLock::new(|| Changes::all().map_err(|error| format!("{error:#}")));

/// The changes in all answers; every law that reads them shares them.
pub(super) fn changes() -> Result<&'static Changes> {
    CHANGES.as_ref().map_err(|error| anyhow!("{error}"))
}

/// The kind of a reading and the value that was observed or found, if there is one.
pub(super) fn observed(finding: &Finding) -> Option<(String, Tree)> {
    let Tree::Fields(reading) = Tree::of(&finding.evidence.reading) else {
        return None;
    };
    let (kind, value) = reading.into_iter().next()?;
    let (kind, value) = match (kind.as_str(), value) {
        ("found", Tree::Fields(found)) => found.into_iter().next()?,
        ("found", _) => return None,
        (_, reading) => (kind, reading.field("observed")?.clone()),
    };
    match value.field("value") {
        Some(number) if kind == "number" => Some((kind, number.clone())),
        _ => Some((kind, value)),
    }
}

impl Changes {
    fn all() -> Result<Self> {
        let mut changes = Self::default();
        let mut last: Option<(Policy, Bounds)> = None;
        for case in copies()? {
            let bounds = match last.take() {
                Some((policy, bounds)) if policy == case.policy => bounds,
                _ => Bounds::of(&case.policy),
            };
            for place in ordered(&case.tree, case.form) {
                changes.add(&case, &place, &bounds);
            }
            for Filled { case, fact } in filled(&case) {
                let places = ordered(&case.tree, case.form).into_iter();
                for place in places.filter(|place| place.slot.way.starts_with(&fact.way)) {
                    changes.add(&case, &place, &bounds);
                }
            }
            last = Some((case.policy, bounds));
        }
        Ok(changes)
    }

    /// Adds the changes under every other value of one place.
    fn add(&mut self, case: &Case, place: &Ordered, bounds: &Bounds) {
        let Some(now) = place.rank(&case.tree) else {
            return;
        };
        let before = seen(&case.answer);
        let mut line = BTreeMap::from([(now, (Told::of(&case.answer), case.tree.clone()))]);
        for (rank, tree) in place.others(&case.tree, bounds) {
            let Some(answer) = case.with(&tree) else {
                continue;
            };
            self.asked = self.asked.saturating_add(1);
            if !place.is_date() {
                self.compare(case, place, &before, &seen(&answer));
            }
            line.insert(rank, (Told::of(&answer), tree));
        }
        let rules: BTreeSet<&String> = line
            .values()
            .flat_map(|(told, _)| told.rules.keys())
            .collect();
        for rule in rules {
            self.rank(rule, case, place, &line);
        }
    }

    /// Adds the changes of one rule along the line of values, lowest first.
    ///
    /// Answers in which the rule does not apply, or only classifies, are passed over.
    fn rank(
        &mut self,
        rule: &str,
        case: &Case,
        place: &Ordered,
        line: &BTreeMap<Decimal, (Told, Tree)>,
    ) {
        let judged: Vec<(Heard, &Tree)> = line
            .values()
            .filter_map(|(told, tree)| Some((told.gravest(rule)?, tree)))
            .filter(|(heard, _)| *heard >= Heard::Met)
            .collect();
        if !judged.is_empty() {
            self.rules.insert(rule.to_owned());
        }
        for (lower, higher) in judged.iter().zip(judged.iter().skip(1)) {
            let ((was, before), (is, after)) = (lower, higher);
            if was == is {
                continue;
            }
            let key = (rule.to_owned(), format!("{} {}", case.ask, place.pattern));
            let moves = self.outcomes.entry(key).or_default();
            let example = if was < is {
                &mut moves.rising
            } else {
                &mut moves.falling
            };
            example.get_or_insert_with(|| {
                let value = |tree| place.slot.value(tree).map(ToString::to_string);
                let (before, after) = (value(before), value(after));
                let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
                format!("{before} {was:?}, {after} {is:?} in {}", case.story)
            });
        }
    }

    /// Adds the facts of which another value was observed.
    fn compare(&mut self, case: &Case, place: &Ordered, before: &Seen, after: &Seen) {
        for (key, values) in before {
            let is_other = after.get(key).is_some_and(|other| other != values);
            let (rule, fact, ..) = key;
            if is_other && place.field() != fact {
                let key = (fact.clone(), place.field().to_owned());
                self.readings
                    .entry(key)
                    .or_insert_with(|| format!("{rule}, {} {}", case.ask, place.pattern));
            }
        }
    }
}

fn seen(answer: &Answer) -> Seen {
    let mut seen = Seen::new();
    for finding in answer.findings() {
        if let Some((kind, value)) = observed(finding) {
            let subject = Tree::of(&finding.evidence.subject).to_string();
            let key = (
                finding.rule.to_string(),
                finding.evidence.fact.name().to_owned(),
                subject,
                kind,
            );
            seen.entry(key).or_default().insert(value.to_string());
        }
    }
    seen
}
