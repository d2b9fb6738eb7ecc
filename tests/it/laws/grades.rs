//! Law 2: what opens needs more than a guess.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::{Shape, Tree};

use super::cases::{Case, cases, ran_on};
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
        let all = slots(&case.tree, case.form);
        let several: Vec<&Slot> = all.iter().filter(|slot| is_several(slot, &case)).collect();
        let of_one = |slot: &&Slot| !several.iter().any(|list| slot.way.starts_with(&list.way));
        let graded = all.iter().filter(of_one);
        let graded = graded.filter(|slot| slot.field() == "grade");
        for slot in graded {
            let Some(Tree::Text(grade)) = slot.value(&case.tree).cloned() else {
                continue;
            };
            for lower in below(&grade) {
                let changed = slot.put(&case.tree, Tree::from(*lower));
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

/// A fact of several statements: a weaker one supersedes another no longer, so the law is of facts of one.
fn is_several(slot: &Slot, case: &Case) -> bool {
    let is_stated = matches!(slot.form.shape(), Shape::Optional(inner) if inner.name() == "stated");
    let several = matches!(slot.value(&case.tree), Some(Tree::List(all)) if all.len() > 1);
    is_stated && several
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
