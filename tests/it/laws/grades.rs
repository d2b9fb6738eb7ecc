//! Law 2: what opens needs more than a guess.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::Tree;

use super::cases::{cases, ran_on};
use super::heard::{Heard, Told};
use super::slots::{Slot, slots};

/// The grades below a grade, strongest first.
fn below(grade: &str) -> &'static [&'static str] {
    match grade {
        "measured" => &["customer-stated", "estimated"],
        "customer-stated" => &["estimated"],
        _ => &[],
    }
}

#[test]
fn a_lower_grade_never_opens() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        let before = Told::of(&case.answer);
        let graded = slots(&case.tree, case.form).into_iter();
        let graded = graded.filter(|slot| slot.field() == "grade");
        for slot in graded {
            let Some(Tree::Text(grade)) = slot.value(&case.tree).cloned() else {
                continue;
            };
            for lower in below(&grade) {
                let changed = lowered(&slot, &case.tree, lower);
                let Some(answer) = case.with(&changed) else {
                    continue;
                };
                asked = asked.saturating_add(1);
                let after = Told::of(&answer);
                rules.extend(after.rules.keys().cloned());
                for problem in opened(&before, &after) {
                    wrong.insert(format!("{} {}: {problem}", case.ask, slot.pattern()));
                }
            }
        }
    }
    ran_on("a lower grade never opens", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The facts with a lower grade; the statements beside it in a list are lowered with it.
///
/// The law is about a fact with one source. Of several statements the better grade counts, so a guess beside
/// somebody's word is no part of what is known.
fn lowered(slot: &Slot, tree: &Tree, lower: &str) -> Tree {
    let Some(list) = slot.list() else {
        return slot.put(tree, Tree::from(lower));
    };
    let Some(Tree::List(members)) = list.value(tree) else {
        return slot.put(tree, Tree::from(lower));
    };
    let lowered = members.iter().map(|member| match member {
        Tree::Fields(fields) => Tree::Fields(
            fields
                .iter()
                .map(|(name, value)| match value {
                    Tree::Text(grade) if name == "grade" && below(grade).contains(&lower) => {
                        (name.clone(), Tree::from(lower))
                    }
                    _ => (name.clone(), value.clone()),
                })
                .collect(),
        ),
        other => other.clone(),
    });
    list.put(tree, Tree::List(lowered.collect()))
}

/// The rules that are met only after the change, and a decision that opened.
fn opened(before: &Told, after: &Told) -> Vec<String> {
    let mut opened = Vec::new();
    for rule in after.rules.keys() {
        let was_closed = before.gravest(rule) > Some(Heard::Met);
        if was_closed && after.gravest(rule) == Some(Heard::Met) {
            opened.push(format!("{rule} is met"));
        }
    }
    if after.is_open() && before.decision != after.decision {
        opened.push(format!(
            "{:?} becomes {:?}",
            before.decision, after.decision
        ));
    }
    opened
}
