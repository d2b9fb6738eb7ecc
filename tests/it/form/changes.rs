//! A difference of two policies names the rules that it can change: held against every story.
//!
//! Each field of the policy of a story's step is changed to other values, and the step is asked again.
//! A finding that is different then is of a rule that the difference names.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use anyhow::{Result, ensure};
use keqing::form::{Described, Difference, Form, Limits, Shape, Tree, from_tree};
use keqing::oracle::{Answer, Question, answer};
use keqing::policy::Policy;
use keqing::rulebook;
use keqing::verdict::{Finding, RuleId};

use crate::form::generate::{Chooser, shaped};
use crate::support::scenario;

/// A value of a policy: its path, its form, and what it is now.
struct Place {
    path: String,
    form: &'static Form,
    value: Tree,
}

/// Lists the places of a tree at which something else can stand, those of lists and choices as a whole.
fn places(tree: &Tree, form: &'static Form, path: &str, found: &mut Vec<Place>) {
    let below = |name: &str| match path {
        "" => name.to_owned(),
        _ => format!("{path}.{name}"),
    };
    if !path.is_empty() {
        found.push(Place {
            path: path.to_owned(),
            form,
            value: tree.clone(),
        });
    }
    match (form.shape(), tree) {
        (Shape::Record(fields), Tree::Fields(_)) => {
            for field in *fields {
                if let Some(value) = tree.field(field.name()) {
                    places(value, field.form(), &below(field.name()), found);
                }
            }
        }
        (Shape::Choice(variants), Tree::Fields(given)) => {
            if let [(name, value)] = given.as_slice() {
                let variant = variants.iter().find(|variant| variant.name() == name);
                if let Some(form) = variant.and_then(|variant| variant.form()) {
                    places(value, form, &below(name), found);
                }
            }
        }
        (Shape::Keyed { value: form, .. }, Tree::Fields(given)) => {
            for (name, value) in given {
                places(value, form, &below(name), found);
            }
        }
        (Shape::Optional(form) | Shape::OrNone(form), _) if tree != &Tree::from("none") => {
            let last = found.len();
            places(tree, form, path, found);
            // The place itself is listed once, as one that may be switched off.
            if last < found.len() {
                found.remove(last);
            }
        }
        _ => {}
    }
}

/// Other values for a place.
fn others(place: &Place) -> Vec<Tree> {
    let mut others: Vec<Tree> = (0..3)
        .map(|seed| shaped(place.form, &mut Chooser::new(seed)))
        .collect();
    if let Shape::Words(words) = place.form.shape() {
        others.extend(words.iter().map(|word| Tree::from(word.name())));
    }
    if let (Shape::Whole { least, most }, Tree::Whole(value)) = (place.form.shape(), &place.value) {
        let steps = [
            value.checked_div(2).unwrap_or_default(),
            value.saturating_sub(1),
            value.saturating_add(1),
            value.saturating_mul(2),
            value.saturating_mul(10),
        ];
        let inside = steps
            .into_iter()
            .filter(|step| (least..=most).contains(&step));
        others.extend(inside.map(Tree::Whole));
    }
    others.extend(["1 %", "60 %", "99 %", "100 %", "none"].map(Tree::from));
    let mut distinct: Vec<Tree> = Vec::new();
    for other in others {
        if other != place.value && !distinct.contains(&other) {
            distinct.push(other);
        }
    }
    distinct
}

/// The first two names of a path.
fn part(path: &str) -> String {
    path.split('.').take(2).collect::<Vec<_>>().join(".")
}

fn put(tree: &mut Tree, path: &str, value: Tree) {
    let Tree::Fields(fields) = tree else { return };
    let (first, rest) = path
        .split_once('.')
        .map_or((path, None), |(first, rest)| (first, Some(rest)));
    match (fields.iter_mut().find(|(name, _)| name == first), rest) {
        (Some((_, below)), Some(rest)) => put(below, rest, value),
        (Some((_, place)), None) => *place = value,
        (None, _) => {}
    }
}

/// The policies that differ from one in one place; of a house policy, a place in a part that is its own.
fn neighbours(policy: &Policy) -> Vec<Policy> {
    let tree = Tree::of(policy);
    let mut found = Vec::new();
    places(&tree, Policy::FORM, "", &mut found);
    let own: BTreeSet<String> = Policy::standard()
        .differences(policy)
        .iter()
        .map(|one| part(&one.path))
        .collect();
    let is_own = |place: &Place| own.is_empty() || own.contains(&part(&place.path));
    let mut neighbours = Vec::new();
    for place in found.iter().filter(|place| is_own(place)) {
        for other in others(place) {
            let mut changed = tree.clone();
            put(&mut changed, &place.path, other);
            neighbours.extend(from_tree::<Policy>(&changed, &Limits::standard()));
        }
    }
    neighbours
}

/// Everything that the stories ask, by the policy that they ask it of.
fn asked() -> Result<Vec<(Policy, Vec<Question>)>> {
    let mut asked: Vec<(Policy, Vec<Question>)> = Vec::new();
    for (_, story) in scenario::all()? {
        for step in &story.steps {
            // A story may show a question or a policy that is refused.
            let (Ok(policy), Ok(question)) = (step.house(), step.question()) else {
                continue;
            };
            match asked.iter_mut().find(|(known, _)| known == &policy) {
                Some((_, questions)) => questions.push(question),
                None => asked.push((policy, vec![question])),
            }
        }
    }
    Ok(asked)
}

/// Returns whether a question is asked of a part of the policy in which something is different.
fn bears(question: &Question, differences: &[Difference]) -> bool {
    let asked = question.name().split('.').next().unwrap_or_default();
    // A function is given the policy of its own system; a review and a history are given more.
    let is_joint = !rulebook::SYSTEMS.iter().any(|system| system.name == asked);
    is_joint || differences.iter().any(|one| one.path.starts_with(asked))
}

/// The findings of each rule.
fn by_rule(answer: &Answer) -> BTreeMap<RuleId, Vec<Finding>> {
    let mut by_rule: BTreeMap<RuleId, Vec<Finding>> = BTreeMap::new();
    for finding in answer.findings() {
        by_rule.entry(finding.rule).or_default().push(*finding);
    }
    by_rule
}

/// The rules that say something else under the second policy; `None` where one of them refuses the question.
fn changed(one: &Policy, other: &Policy, question: &Question) -> Option<Vec<RuleId>> {
    let before = by_rule(&answer(one, question).ok()?);
    let after = by_rule(&answer(other, question).ok()?);
    let rules: BTreeSet<RuleId> = before.keys().chain(after.keys()).copied().collect();
    let differs = |rule: &RuleId| before.get(rule) != after.get(rule);
    Some(rules.into_iter().filter(differs).collect())
}

#[test]
fn a_difference_names_every_rule_that_it_changes() -> Result<()> {
    let (mut answers, mut seen, mut unnamed) = (0_usize, BTreeSet::new(), BTreeSet::new());
    let asked = asked()?;
    for (policy, questions) in &asked {
        for house in neighbours(policy) {
            let differences = policy.differences(&house);
            let named: Vec<&str> = differences
                .iter()
                .flat_map(|one| one.rules.clone())
                .collect();
            for question in questions
                .iter()
                .filter(|question| bears(question, &differences))
            {
                let rules = changed(policy, &house, question);
                answers = answers.saturating_add(usize::from(rules.is_some()));
                for rule in rules.into_iter().flatten().map(|rule| rule.to_string()) {
                    let paths = differences.iter().map(|one| one.path.clone());
                    if !named.contains(&rule.as_str()) {
                        let paths: Vec<String> = paths.clone().collect();
                        unnamed.insert(format!(
                            "{} change {rule}: {}",
                            paths.join(", "),
                            question.name()
                        ));
                    }
                    seen.extend(paths);
                }
            }
        }
    }
    let _ = writeln!(
        std::io::stderr(),
        "{answers} answers under {} policies, {} fields that change a rule",
        asked.len(),
        seen.len()
    );
    let unnamed: Vec<String> = unnamed.into_iter().collect();
    ensure!(unnamed.is_empty(), "{}", unnamed.join("\n"));
    Ok(())
}
