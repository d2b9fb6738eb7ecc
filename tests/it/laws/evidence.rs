//! Law 8: evidence is about its own fact.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use keqing::form::Tree;
use rust_decimal::Decimal;

use super::cases::{Case, ran_on};
use super::changes::{changes, observed};
use super::copies::copies;
use super::ordered::{plain, share};
use super::slots::{Slot, Step, slots};
use super::sources::SOURCES;

/// Fields that have the name of a fact, the rules whose findings rightly observe something else, and the reason.
const OTHERS: &[(&str, &[&str], &str)] = &[
    (
        "conflicts",
        &["ALN-02", "ALN-05"],
        "only the conflicts that are open are counted",
    ),
    (
        "departure.successor",
        &["CON-01"],
        "a successor who leaves too is none",
    ),
    (
        "assignment.deputy",
        &["CON-06"],
        "a deputy who is the owner, or who has left, is none",
    ),
    (
        "target.departments",
        &["CON-05"],
        "it is the target, and the departments of the ties are counted",
    ),
    (
        "target.executive-tie",
        &["CON-05"],
        "it is the target, and a tie of executives is looked for",
    ),
    (
        "target.levels",
        &["CON-05"],
        "it is the target, and the levels of the ties are counted",
    ),
    (
        "sign.retention",
        &["GEN-03", "LOY-02"],
        "it is one of two statements, and the better one counts",
    ),
    (
        "facts.recognition",
        &["GEN-11"],
        "it holds the views of both sides, and the customer's has this name",
    ),
    (
        "facts.share",
        &["LIF-12"],
        "without any demand there is no share, and it is told as nothing",
    ),
    (
        "facts.stage",
        &["LIF-01"],
        "it holds all facts of the stage, and the stage is told from them",
    ),
    (
        "facts.position",
        &["LIF-15"],
        "each stage has a position of its own, and it is reported beside the stated one",
    ),
    (
        "facts.customer-satisfaction",
        &["PPL-01"],
        "it is one of two statements, and the better one counts",
    ),
    (
        "training",
        &["PPL-04"],
        "it holds two numbers, and the part of those who are trained is told",
    ),
    ("action.actor", &["PTY-03"], "the side of the actor is told"),
    (
        "action.benefit",
        &["PTY-04"],
        "the kind of the benefit is told",
    ),
    ("action.need", &["PTY-05"], "the kind of the need is told"),
    (
        "countermeasure",
        &["PTY-06"],
        "each party has its own, and the one of another party may be lacking",
    ),
    (
        "amount.currency",
        &["REC-01"],
        "a currency of the policy is looked for, and this one is the request's",
    ),
    (
        "request.prepayment",
        &["REC-01"],
        "its word says that the whole is prepaid, and the amount is told",
    ),
    (
        "customer-view",
        &["SAT-11"],
        "each decision has its own, and one without a word of the customer is none",
    ),
];

#[test]
fn a_finding_observes_the_fact_that_it_names() -> Result<()> {
    let (mut asked, mut rules) = (0_usize, BTreeSet::new());
    let (mut wrong, mut used) = (BTreeMap::new(), BTreeSet::new());
    for case in copies()? {
        let named = named(&case);
        for finding in case.answer.findings() {
            let (rule, fact) = (finding.rule.to_string(), finding.evidence.fact.name());
            let Some([place]) = named.get(fact).map(Vec::as_slice) else {
                continue;
            };
            let (Some(value), Some(seen)) = (place.value(&case.tree), observed(finding)) else {
                continue;
            };
            asked = asked.saturating_add(1);
            rules.insert(rule.clone());
            let is_graded = seen.0 == "grade" && grade(place, &case.tree) == Some(&seen.1);
            if is_graded || is_seen(value, &seen) {
                continue;
            }
            let pattern = plain(place.pattern());
            match other(&rule, &pattern) {
                Some(other) => {
                    used.insert(other);
                }
                None => {
                    let place = format!("{rule} {} {pattern}", case.ask);
                    wrong
                        .entry(place)
                        .or_insert_with(|| format!("{value}, but {seen:?} in {}", case.story));
                }
            }
        }
    }
    for (field, rules, _) in OTHERS {
        for rule in rules
            .iter()
            .filter(|rule| !used.contains(&(*field, **rule)))
        {
            wrong.insert(format!("{rule} {field}"), "no case exercises it".to_owned());
        }
    }
    ran_on("a finding observes the fact that it names", asked, &rules);
    let wrong: Vec<String> = wrong
        .iter()
        .map(|(at, what)| format!("{at}: {what}"))
        .collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The places of a question by the name of the field, those that are the same statement once.
fn named(case: &Case) -> BTreeMap<String, Vec<Slot>> {
    let mut named: BTreeMap<String, Vec<Slot>> = BTreeMap::new();
    for slot in slots(&case.tree, case.form) {
        if let Some(Step::Field(name)) = slot.way.last() {
            let places = named.entry(name.clone()).or_default();
            if !places.iter().any(|place| place.way == slot.way) {
                places.push(slot);
            }
        }
    }
    named
}

/// The row of the field of a place and a rule.
fn other(rule: &str, pattern: &str) -> Option<(&'static str, &'static str)> {
    OTHERS.iter().find_map(|(field, rules, _)| {
        let is_of = pattern == *field || pattern.ends_with(&format!(".{field}"));
        let rule = rules.iter().find(|of| is_of && **of == rule)?;
        Some((*field, *rule))
    })
}

/// The grade of the entry in which a value stands.
fn grade<'a>(place: &Slot, tree: &'a Tree) -> Option<&'a Tree> {
    let (mut entry, mut found) = (tree, tree.field("grade"));
    for step in &place.way {
        entry = match (entry, step) {
            (Tree::Fields(_), Step::Field(name)) => entry.field(name)?,
            (Tree::List(members), Step::Member(place)) => members.get(*place)?,
            _ => return found,
        };
        found = entry.field("grade").or(found);
    }
    found
}

/// Returns whether the observed value is the one that stands in the question.
fn is_seen(value: &Tree, seen: &(String, Tree)) -> bool {
    match value {
        Tree::List(members) if members.iter().any(|one| one.field("grade").is_some()) => {
            members.iter().any(|one| is_stated(one, seen))
        }
        Tree::Fields(_) if value.field("grade").is_some() => is_stated(value, seen),
        _ => is_value(value, seen),
    }
}

fn is_stated(statement: &Tree, seen: &(String, Tree)) -> bool {
    if seen.0 == "grade" {
        return statement.field("grade") == Some(&seen.1);
    }
    statement
        .field("value")
        .is_some_and(|value| is_value(value, seen))
}

fn is_value(value: &Tree, (kind, seen): &(String, Tree)) -> bool {
    let none = Tree::from("none");
    match (kind.as_str(), value) {
        ("share", _) => {
            let of = value.field("of").unwrap_or(value);
            share(of).is_some() && share(of) == share(seen)
        }
        ("count", Tree::List(members)) => {
            i128::try_from(members.len()).is_ok_and(|count| seen == &Tree::Whole(count))
        }
        ("presence", Tree::Text(word)) if ["present", "absent"].contains(&word.as_str()) => {
            value == seen
        }
        ("presence", _) => {
            let is_absent = value == &none || value == &Tree::Null || value == &Tree::List(vec![]);
            seen == &Tree::from(if is_absent { "absent" } else { "present" })
        }
        ("word" | "stance", Tree::Whole(mark)) => seen == &Tree::from(class(*mark, "1-5")),
        ("word" | "stance", Tree::Fields(_)) => {
            match (value.field("value"), value.field("scale")) {
                (Some(Tree::Whole(mark)), Some(Tree::Text(scale))) => {
                    seen == &Tree::from(class(*mark, scale))
                }
                _ => value == seen,
            }
        }
        ("number", Tree::Text(text)) => match seen {
            Tree::Text(seen) => {
                let number = |text: &str| Decimal::from_str_exact(text).ok();
                number(text) == number(seen)
            }
            _ => false,
        },
        _ => value == seen,
    }
}

/// The class of a mark of a scale.
fn class(mark: i128, scale: &str) -> &'static str {
    let (neutral, favourable) = match scale {
        "0-10" => (7, 9),
        "1-7" => (4, 6),
        _ => (3, 4),
    };
    if mark >= favourable {
        "favourable"
    } else if mark >= neutral {
        "neutral"
    } else {
        "unfavourable"
    }
}

#[test]
fn an_observed_value_changes_with_its_own_inputs() -> Result<()> {
    let changes = changes()?;
    let pairs = |list: &'static [(&str, &[&str])]| {
        list.iter()
            .flat_map(|(fact, fields)| fields.iter().map(|field| (*fact, *field)))
    };
    let known: BTreeSet<(&str, &str)> = pairs(SOURCES).collect();
    let mut wrong = Vec::new();
    for ((fact, field), example) in &changes.readings {
        if !known.contains(&(fact.as_str(), field.as_str())) {
            wrong.push(format!("{fact} changes with {field}: {example}"));
        }
    }
    for (fact, field) in known {
        let is_used = changes
            .readings
            .keys()
            .any(|(of, by)| of == fact && by == field);
        if !is_used {
            wrong.push(format!("{fact} does not change with {field}"));
        }
    }
    ran_on(
        "an observed value changes with its own inputs",
        changes.asked,
        &changes.rules,
    );
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
