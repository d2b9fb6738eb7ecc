//! Law 4: unknown is not absent.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::{Shape, Tree};

use super::cases::{cases, ran_on};
use super::heard::{Heard, Told, agrees};
use super::slots::slots;

/// A fact becomes known: what was said without it stays said.
#[test]
fn what_is_said_without_a_fact_is_said_with_it() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        let known = Told::of(&case.answer);
        for slot in slots(&case.tree, case.form) {
            let is_fact = matches!(slot.form.shape(), Shape::Optional(inner)
                if matches!(inner.name().as_str(), "graded" | "stated"));
            if !is_fact || slot.value(&case.tree) == Some(&Tree::Null) {
                continue;
            }
            let Some(answer) = case.with(&slot.put(&case.tree, Tree::Null)) else {
                continue;
            };
            asked = asked.saturating_add(1);
            let unknown = Told::of(&answer);
            rules.extend(known.rules.keys().cloned());
            for problem in retracted(&unknown, &known) {
                wrong.insert(format!("{} {}: {problem}", case.ask, slot.pattern()));
            }
        }
    }
    ran_on("what is said without a fact is said with it", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The things that were said while the fact was unknown and are not said with it.
fn retracted(unknown: &Told, known: &Told) -> Vec<String> {
    let mut retracted = Vec::new();
    for (rule, outcomes) in &unknown.rules {
        for outcome in outcomes.iter().filter(|one| **one != Heard::Missing) {
            if !known.has(rule, *outcome) {
                let now = known.rules.get(rule);
                retracted.push(format!(
                    "{rule} is {outcome:?} without it, and then {now:?}"
                ));
            }
        }
    }
    let undecided = unknown.decision.as_deref() == Some("undecided");
    if !undecided && unknown.decision != known.decision {
        retracted.push(format!(
            "{:?} without it, and then {:?}",
            unknown.decision, known.decision
        ));
    }
    if let (Some(one), Some(other)) = (&unknown.value, &known.value) {
        if !agrees(one, other) {
            retracted.push(format!("the value is {one} without it, and then {other}"));
        }
    }
    retracted
}
