//! Law 5: no place in a list decides.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::{Shape, Tree};

use super::cases::{cases, ran_on};
use super::heard::Told;
use super::slots::slots;

/// Lists in which the order is the meaning, and the reason.
const ORDERED: &[(&str, &str)] = &[
    (
        "receivable.compensation bands.bands",
        "each band begins above the one before it",
    ),
    (
        "receivable.due_date term.steps",
        "a day is moved by one step after the other",
    ),
    (
        "receivable.instalments plan.lines",
        "the running total of the lines is rounded",
    ),
];

#[test]
fn the_order_of_facts_decides_nothing() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        let before = Tree::of(&case.answer);
        for slot in slots(&case.tree, case.form) {
            let Some(Tree::List(members)) = slot.value(&case.tree) else {
                continue;
            };
            let is_list = matches!(slot.form.shape(), Shape::List { .. } | Shape::Either(_));
            let pattern = format!("{} {}", case.ask, slot.pattern());
            let is_ordered = ORDERED
                .iter()
                .any(|(ordered, _)| pattern.ends_with(ordered));
            if !is_list || is_ordered || members.len() < 2 {
                continue;
            }
            let mut turned = members.clone();
            turned.reverse();
            let turned = slot.put(&case.tree, Tree::List(turned));
            if turned == case.tree {
                continue;
            }
            asked = asked.saturating_add(1);
            match case.with(&turned) {
                None => {
                    let refusal = case.refusal(&turned).unwrap_or_default();
                    wrong.insert(format!("{pattern}: refused when turned: {refusal}"));
                }
                Some(answer) => {
                    rules.extend(Told::of(&answer).rules.into_keys());
                    if sorted(&before) != sorted(&Tree::of(&answer)) {
                        wrong.insert(format!("{pattern}: another answer when turned"));
                    }
                }
            }
        }
    }
    ran_on("the order of facts decides nothing", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The answer with every list in one order: an answer may list what it was given as it was given.
fn sorted(tree: &Tree) -> Tree {
    match tree {
        Tree::List(members) => {
            let mut members: Vec<Tree> = members.iter().map(sorted).collect();
            members.sort_by_cached_key(ToString::to_string);
            Tree::List(members)
        }
        Tree::Fields(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| (name.clone(), sorted(value)));
            Tree::Fields(fields.collect())
        }
        other => other.clone(),
    }
}
