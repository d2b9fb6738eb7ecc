//! Law 7: people are references.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::form::Tree;

use super::cases::{cases, ran_on};
use super::heard::Told;
use super::slots::slots;

/// The fields that name a person.
const PEOPLE: [&str; 7] = [
    "person",
    "by",
    "who",
    "owner",
    "deputy",
    "successor",
    "counterparts",
];

/// Questions that take no register, and the reason.
const WITHOUT_REGISTER: &[&str] = &[];

#[test]
fn whoever_is_named_is_in_the_register() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        let has_register = case.tree.field("register").is_some()
            || case.tree.field("parties").is_some()
            || case.tree.at("facts.parties").is_some()
            || case.tree.at("dossier.party").is_some();
        if !has_register || WITHOUT_REGISTER.contains(&case.ask) {
            continue;
        }
        for slot in slots(&case.tree, case.form) {
            let of_register = slot.pattern().contains("operator.people")
                || slot.pattern().starts_with("register");
            let is_tie = slot.pattern().contains("ties[]")
                && matches!(slot.field(), "supplier" | "customer");
            let names = PEOPLE.contains(&slot.field()) || is_tie;
            let Some(Tree::Text(person)) = slot.value(&case.tree) else {
                continue;
            };
            if of_register || !names || person == "none" || person.len() > 40 {
                continue;
            }
            let changed = slot.put(&case.tree, Tree::from("nobody-of-this-name"));
            asked = asked.saturating_add(1);
            rules.extend(Told::of(&case.answer).rules.into_keys());
            match case.refusal(&changed) {
                Some(refusal) if refusal.contains("nobody-of-this-name") => {}
                other => {
                    wrong.insert(format!("{} {}: {other:?}", case.ask, slot.pattern()));
                }
            }
        }
    }
    ran_on("whoever is named is in the register", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
