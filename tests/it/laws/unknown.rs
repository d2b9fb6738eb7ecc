//! Law 4: unknown is not absent.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::{Shape, Tree};

use super::cases::{cases, ran_on};
use super::heard::{Heard, Told, agrees};
use super::slots::slots;

/// Facts of which silence means something, and the reason: what stands in the settled text, or that it is one
/// of several statements of one fact. `None` is every rule and the value.
const SILENCE: &[(&str, &str, Option<&str>, &str)] = &[
    (
        "lifecycle.decide",
        "facts.cause",
        None,
        "the rules are those of the move that the facts call for, and another fact calls for another move",
    ),
    (
        "lifecycle.decide",
        "facts.share",
        None,
        "the rules are those of the move that the facts call for, and another fact calls for another move",
    ),
    (
        "loyalty.recognition",
        "facts.customer",
        None,
        "GEN-11, settled: a customer whose view is unknown leaves us alone at best",
    ),
    (
        "loyalty.patronage",
        "facts.affect",
        None,
        "GEN-07: a feeling among its reasons is one, until the customer has said something else",
    ),
    (
        "loyalty.patronage",
        "facts.reasons",
        None,
        "buying without feeling is refined by the reason to mere convenience",
    ),
    (
        "loyalty.assess",
        "facts.lock-in.instruments",
        None,
        "SWC-03, LOY-08: the means are a list of their own, and what holds the customer is added to it",
    ),
    (
        "party.advantage",
        "customer.operators[].conflicts",
        None,
        "ALN-03, ALN-04, ALN-09: without evidence a side is taken by expectation, and says so",
    ),
    (
        "party.advantage",
        "customer.operators[].stake",
        None,
        "ALN-03, ALN-04, ALN-09: without evidence a side is taken by expectation, and says so",
    ),
    (
        "party.advantage",
        "supplier.operators[].conflicts",
        None,
        "ALN-03, ALN-04, ALN-09: without evidence a side is taken by expectation, and says so",
    ),
    (
        "party.alignment",
        "facts.operators[].conflicts",
        Some("ALN-01"),
        "ALN-09: without evidence a person is taken by expectation, and says so",
    ),
    (
        "party.assess_trust",
        "people[].level",
        None,
        "the word of somebody who has left is one more voice",
    ),
    (
        "party.judge_investment",
        "investment.obligation",
        None,
        "ALN-05, settled: the label of a service obligation alone lifts no bar",
    ),
    (
        "party.people",
        "measured-satisfaction",
        Some("PPL-01"),
        "it is the second statement of one fact",
    ),
];

fn is_silence(ask: &str, pattern: &str, rule: Option<&str>) -> bool {
    SILENCE.iter().any(|(of, slot, only, _)| {
        (*of, *slot) == (ask, pattern) && (only.is_none() || *only == rule)
    })
}

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
            for (rule, problem) in retracted(&unknown, &known) {
                if !is_silence(case.ask, &slot.pattern(), rule.as_deref()) {
                    wrong.insert(format!("{} {}: {problem}", case.ask, slot.pattern()));
                }
            }
        }
    }
    ran_on("what is said without a fact is said with it", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The things that were said while the fact was unknown and are not said with it, with the rule if one said it.
fn retracted(unknown: &Told, known: &Told) -> Vec<(Option<String>, String)> {
    let mut retracted = Vec::new();
    for (rule, outcomes) in &unknown.rules {
        for outcome in outcomes.iter().filter(|one| **one != Heard::Missing) {
            if !known.has(rule, *outcome) {
                let now = known.rules.get(rule);
                let problem = format!("{rule} is {outcome:?} without it, and then {now:?}");
                retracted.push((Some(rule.clone()), problem));
            }
        }
    }
    let undecided = unknown.decision.as_deref() == Some("undecided");
    if !undecided && unknown.decision != known.decision {
        let (before, after) = (&unknown.decision, &known.decision);
        retracted.push((None, format!("{before:?} without it, and then {after:?}")));
    }
    if let (Some(one), Some(other)) = (&unknown.value, &known.value) {
        if !agrees(one, other) {
            let problem = format!("the value is {one} without it, and then {other}");
            retracted.push((None, problem));
        }
    }
    retracted
}
