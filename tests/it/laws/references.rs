//! Law 7: people are references.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::form::{Described, Form, Limits, Shape, Tree};
use keqing::policy::Policy;
use keqing::review::review;

use super::cases::{cases, ran_on};
use super::heard::Told;
use super::slots::slots;
use crate::form::generate::{Chooser, shaped};
use crate::support::reviewed::embedded;

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

const GHOST: &str = "nobody-of-this-name";

/// The number of dossiers that are made for one place, until one of them is possible.
const TRIES: u64 = 400;

#[test]
fn every_person_of_a_dossier_is_looked_up() -> Result<()> {
    let mut places = BTreeSet::new();
    people_of(Dossier::FORM, &mut Vec::new(), &mut places);
    places.retain(|way| !matches!(way.as_slice(), ["party", "parties", ..]));
    let expected = [
        ["loyalty", "evidence", "[]", "by"].as_slice(),
        &["satisfaction", "measurements", "[]", "person"],
        &["party", "trust", "[]", "level", "[]", "by"],
        &["party", "departures", "[]", "successor", "value"],
    ];
    for way in expected {
        ensure!(places.contains(way), "{way:?} is not found");
    }
    let whole = Tree::of(&embedded()?);
    let (mut rules, mut wrong) = (BTreeSet::new(), Vec::new());
    for way in &places {
        let (dossier, path) = haunted(&whole, way)?;
        let path = path.trim_start_matches('.');
        let Err(error) = review(&Policy::standard(), &dossier) else {
            wrong.push(format!("{path}: no error"));
            continue;
        };
        let named: Vec<String> = error
            .each()
            .map(ToString::to_string)
            .filter(|text| text.contains(GHOST))
            .collect();
        if named != [format!("{path}: nobody in the register is named `{GHOST}`")] {
            wrong.push(format!("{path}: {named:?}"));
        }
        rules.insert(way.join("."));
    }
    ran_on(
        "every person of a dossier is looked up",
        places.len(),
        &rules,
    );
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Lists the ways to every id of a person that a form has room for.
fn people_of(
    form: &'static Form,
    way: &mut Vec<&'static str>,
    found: &mut BTreeSet<Vec<&'static str>>,
) {
    let mut below = |step: &'static str, form: &'static Form| {
        way.push(step);
        people_of(form, way, found);
        way.pop();
    };
    match form.shape() {
        Shape::Optional(inner) | Shape::OrNone(inner) => people_of(inner, way, found),
        Shape::Either(forms) => forms.iter().for_each(|one| people_of(one, way, found)),
        Shape::Record(fields) => fields.iter().for_each(|one| below(one.name(), one.form())),
        Shape::Choice(variants) => variants
            .iter()
            .filter_map(|one| Some((one.name(), one.form()?)))
            .for_each(|(name, form)| below(name, form)),
        Shape::List { of, .. } => below("[]", of),
        Shape::Tuple(forms) => forms.iter().for_each(|one| below("[]", one)),
        Shape::Keyed { key, value } => {
            assert_ne!(key.name(), "person id", "{way:?} is keyed by people");
            below("{}", value);
        }
        _ if form.name() == "person id" => {
            found.insert(way.clone());
        }
        _ => {}
    }
}

/// A dossier in which nobody of the register stands at a place, and the path of the place.
fn haunted(whole: &Tree, way: &[&str]) -> Result<(Dossier, String)> {
    let mut refused = String::new();
    for seed in 0..TRIES {
        let mut tree = whole.clone();
        put_ghost(&mut tree, Dossier::FORM, way, &mut Chooser::new(seed))
            .with_context(|| format!("no way to {way:?}"))?;
        match Dossier::of_tree(&tree, &Limits::standard()) {
            Ok(dossier) => {
                // A list of one statement is written as that one, and ties are written in their own order.
                let path = seen(&Tree::of(&dossier)).context("the ghost is lost")?;
                return Ok((dossier, path));
            }
            Err(faults) => refused = faults.to_string(),
        }
    }
    anyhow::bail!("no dossier has anybody at {way:?}: {refused}")
}

/// Goes down a way, makes what is not there, and puts the ghost at its end.
fn put_ghost(tree: &mut Tree, form: &Form, way: &[&str], choose: &mut Chooser) -> Option<()> {
    if let Shape::Optional(inner) | Shape::OrNone(inner) = form.shape() {
        return put_ghost(tree, inner, way, choose);
    }
    if let Shape::Either(forms) = form.shape() {
        let leads = |form: &&&'static Form| {
            matches!(form.shape(), Shape::List { .. }) == (way.first() == Some(&"[]"))
        };
        return put_ghost(tree, forms.iter().find(leads)?, way, choose);
    }
    let Some((step, rest)) = way.split_first() else {
        *tree = Tree::from(GHOST);
        return Some(());
    };
    match form.shape() {
        Shape::Record(fields) => {
            let field = fields.iter().find(|field| field.name() == *step)?;
            if !matches!(tree, Tree::Fields(_)) {
                *tree = shaped(form, choose);
                date(tree, form);
            }
            put_ghost(member(tree, step)?, field.form(), rest, choose)
        }
        Shape::Choice(variants) => {
            let variant = variants.iter().find(|variant| variant.name() == *step)?;
            if tree.field(step).is_none() {
                *tree = Tree::Fields(Vec::new());
            }
            put_ghost(member(tree, step)?, variant.form()?, rest, choose)
        }
        Shape::List { of, .. } => {
            if !matches!(tree, Tree::List(members) if !members.is_empty()) {
                *tree = Tree::List(vec![Tree::Null]);
            }
            let Tree::List(members) = tree else {
                return None;
            };
            put_ghost(members.first_mut()?, of, rest, choose)
        }
        _ => None,
    }
}

/// Gives a statement its day.
fn date(tree: &mut Tree, form: &Form) {
    if let (Tree::Fields(fields), true) = (tree, form.name() == "statement") {
        fields.retain(|(name, _)| !matches!(name.as_str(), "on" | "until" | "by"));
        fields.push(("on".to_owned(), Tree::from("2024-11-20")));
    }
}

/// The path at which the ghost stands in a tree.
fn seen(tree: &Tree) -> Option<String> {
    match tree {
        Tree::Text(text) => (text == GHOST).then(String::new),
        Tree::List(members) => members
            .iter()
            .enumerate()
            .find_map(|(place, member)| Some(format!("[{place}]{}", seen(member)?))),
        Tree::Fields(fields) => fields
            .iter()
            .find_map(|(name, value)| Some(format!(".{name}{}", seen(value)?))),
        _ => None,
    }
}

/// The value of a field, which is made if it is not there.
fn member<'a>(tree: &'a mut Tree, name: &str) -> Option<&'a mut Tree> {
    let Tree::Fields(fields) = tree else {
        return None;
    };
    if !fields.iter().any(|(given, _)| given == name) {
        fields.push((name.to_owned(), Tree::Null));
    }
    let field = fields.iter_mut().find(|(given, _)| given == name);
    field.map(|(_, value)| value)
}
