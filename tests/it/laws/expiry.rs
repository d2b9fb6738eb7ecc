//! Law 6: what has expired is missing, and what is yet to be said counts for nothing.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::{Shape, Tree};

use super::cases::{cases, ran_on};
use super::heard::{Told, agrees};
use super::slots::{Slot, slots};

/// The days of a statement that ended long ago, and of one that is yet to be made.
const DAYS: [(&str, &[(&str, &str)]); 2] = [
    ("ended", &[("on", "1900-01-01"), ("until", "1900-01-31")]),
    ("yet to be made", &[("on", "2999-01-01")]),
];

/// The questions that read the days of graded facts.
const WHOLE: [&str; 4] = [
    "party.assess",
    "satisfaction.assess",
    "loyalty.assess",
    "review.review",
];

#[test]
fn a_statement_that_does_not_hold_is_as_good_as_none() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        for slot in slots(&case.tree, case.form) {
            let Some(Tree::Fields(given)) = slot.value(&case.tree) else {
                continue;
            };
            let (days, is_stated) = match slot.form.shape() {
                Shape::Optional(inner) if inner.name() == "stated" => (DAYS.as_slice(), true),
                Shape::Optional(inner) if inner.name() == "graded" => {
                    (graded(case.ask, &slot), false)
                }
                _ => continue,
            };
            if days.is_empty() {
                continue;
            }
            let Some(unknown) = case.with(&slot.put(&case.tree, Tree::Null)) else {
                continue;
            };
            let unknown = Told::of(&unknown);
            for (name, days) in days {
                let mut statement = given.clone();
                statement.retain(|(name, _)| !matches!(name.as_str(), "on" | "until" | "by"));
                statement.extend(
                    days.iter()
                        .filter(|(name, _)| *name == "on" || is_stated)
                        .map(|(name, day)| ((*name).to_owned(), Tree::from(*day))),
                );
                let Some(answer) = case.with(&slot.put(&case.tree, Tree::Fields(statement))) else {
                    continue;
                };
                asked = asked.saturating_add(1);
                let told = Told::of(&answer);
                rules.extend(told.rules.keys().cloned());
                let same_value = match (&unknown.value, &told.value) {
                    (Some(one), Some(other)) => {
                        agrees(&bare(one), &bare(other)) && agrees(&bare(other), &bare(one))
                    }
                    (one, other) => one == other,
                };
                if told.rules != unknown.rules || told.decision != unknown.decision || !same_value {
                    wrong.insert(format!("{} {}: {name}", case.ask, slot.pattern()));
                }
            }
        }
    }
    ran_on(
        "a statement that does not hold is as good as none",
        asked,
        &rules,
    );
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The days on which a graded fact is as good as none: a system reads them, and a single decision does not.
///
/// What belongs to an event never expires.
fn graded(
    ask: &str,
    slot: &Slot,
) -> &'static [(&'static str, &'static [(&'static str, &'static str)])] {
    let pattern = slot.pattern();
    let is_read = WHOLE.contains(&ask);
    let is_of_an_event = ["departures[]", "investments[]", "account."]
        .iter()
        .any(|event| pattern.contains(event));
    match (is_read, is_of_an_event) {
        (false, _) => &[],
        (true, false) => &DAYS,
        (true, true) => &DAYS[1..],
    }
}

/// A value without the count of what is left out, and without the day since when something is missing.
fn bare(value: &Tree) -> Tree {
    match value {
        Tree::Fields(fields)
            if fields
                .iter()
                .any(|(name, value)| name == "expired" && !matches!(value, Tree::List(_))) =>
        {
            Tree::from("nothing")
        }
        Tree::Fields(fields) => {
            let left_out = ["ahead", "expired", "ignored"];
            let kept = fields
                .iter()
                .filter(|(name, _)| !left_out.contains(&name.as_str()));
            Tree::Fields(
                kept.map(|(name, value)| (name.clone(), bare(value)))
                    .collect(),
            )
        }
        Tree::List(members) => Tree::List(members.iter().map(bare).collect()),
        other => other.clone(),
    }
}
