//! Policies stated by their differences: the laws of overlay, difference and fingerprint.

use keqing::form::{Described, Fingerprint, Form, Limits, Shape, Tree, from_tree};
use keqing::policy::Policy;
use keqing::receivable::clause::Clause;
use keqing::receivable::credit::CreditPolicy;
use keqing::receivable::limit::MoneyLimit;
use keqing::receivable::rate::RateFactor;
use keqing::verdict::Authority;
use proptest::prelude::*;

use crate::form::generate::{Chooser, replace};
use crate::support::errors::Failure;

/// A policy that differs from the standard one in some fields; each try that contradicts itself is left out.
fn house(seed: u64, tries: usize) -> Policy {
    let mut choose = Chooser::new(seed);
    let mut policy = Policy::standard();
    for _ in 0..tries {
        let mut tree = Tree::of(&policy);
        replace(&mut tree, Policy::FORM, &mut choose);
        if let Ok(read) = from_tree(&tree, &Limits::standard()) {
            policy = read;
        }
    }
    policy
}

/// Puts a value at a path of objects.
fn put(tree: &mut Tree, path: &str, value: Tree) {
    let Tree::Fields(fields) = tree else {
        *tree = Tree::Fields(Vec::new());
        return put(tree, path, value);
    };
    let (first, rest) = path
        .split_once('.')
        .map_or((path, None), |(first, rest)| (first, Some(rest)));
    if !fields.iter().any(|(name, _)| name == first) {
        fields.push((first.to_owned(), Tree::Fields(Vec::new())));
    }
    let place = fields.iter_mut().find(|(name, _)| name == first);
    match (place, rest) {
        (Some((_, below)), Some(rest)) => put(below, rest, value),
        (Some((_, place)), None) => *place = value,
        (None, _) => {}
    }
}

/// The overlay that holds only what differs.
fn told_by_differences(from: &Policy, to: &Policy) -> Tree {
    let mut tree = Tree::Fields(Vec::new());
    for difference in from.differences(to) {
        let value = difference.second.unwrap_or(Tree::from("none"));
        put(&mut tree, &difference.path, value);
    }
    tree
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_overlay_of_nothing_changes_nothing(seed in any::<u64>()) {
        let policy = house(seed, 4);
        let nothing = Tree::Fields(Vec::new());
        prop_assert_eq!(Policy::overlaid(&policy, &nothing), Ok(policy));
    }

    #[test]
    fn the_overlay_of_a_difference_is_the_other_policy(one in any::<u64>(), other in any::<u64>()) {
        let (one, other) = (house(one, 3), house(other, 6));
        let tree = told_by_differences(&one, &other);
        prop_assert_eq!(Policy::overlaid(&one, &tree), Ok(other), "{}", tree);
    }

    #[test]
    fn policies_that_differ_say_where_and_have_two_fingerprints(one in any::<u64>(), other in any::<u64>()) {
        let (one, other) = (house(one, 3), house(other, 3));
        let differences = one.differences(&other);
        prop_assert_eq!(differences.is_empty(), one == other);
        prop_assert_eq!(Fingerprint::of(&one) == Fingerprint::of(&other), one == other);
        for difference in &differences {
            prop_assert_ne!(&difference.first, &difference.second);
            prop_assert!(!difference.path.is_empty());
        }
    }

    #[test]
    fn a_policy_survives_json_and_toml(seed in any::<u64>()) {
        let policy = house(seed, 6);
        let json = serde_json::to_string(&policy).unwrap_or_default();
        let read = serde_json::from_str::<Policy>(&json).map_err(|error| error.to_string());
        prop_assert_eq!(read.as_ref(), Ok(&policy), "{}", json);
        let toml = toml::to_string(&policy).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let read = toml::from_str::<Policy>(&toml).map_err(|error| error.to_string());
        prop_assert_eq!(read.as_ref(), Ok(&policy), "{}", toml);
    }
}

#[test]
fn a_house_policy_of_two_cuts_is_a_few_lines() -> Result<(), Failure> {
    let json: Tree = serde_json::from_str(
        r#"{
            "lifecycle": {
                "stable-from": "40 %",
                "strategic-from": "75 %"
            }
        }"#,
    )?;
    let toml: Tree =
        toml::from_str("[lifecycle]\nstable-from = \"40 %\"\nstrategic-from = \"75 %\"\n")?;
    assert_eq!(json, toml);
    let standard = Policy::standard();
    let house = Policy::overlaid(&standard, &json)?;
    let told: Vec<String> = standard
        .differences(&house)
        .iter()
        .map(ToString::to_string)
        .collect();
    let [stable, strategic] = told.as_slice() else {
        return Err(told.join("\n").into());
    };
    assert!(
        stable.starts_with("lifecycle.stable-from: 1/2 -> 2/5 (LIF-"),
        "{stable}"
    );
    assert!(
        strategic.starts_with("lifecycle.strategic-from: 4/5 -> 3/4 (LIF-"),
        "{strategic}"
    );
    Ok(())
}

#[test]
fn a_house_takes_a_member_of_a_table_away() -> Result<(), Failure> {
    let credit =
        CreditPolicy::standard().with_release(Authority::Manager, MoneyLimit::Unlimited)?;
    let standard = Policy::standard();
    let receivable = standard
        .receivable()
        .clone()
        .with_credit(Clause::Agreed(credit));
    let base = standard.with_receivable(receivable);
    let over = |releases: &str| -> Result<_, Failure> {
        let json =
            format!(r#"{{"receivable": {{"credit": {{"set": {{"releases": {releases}}}}}}}}}"#);
        Ok(Policy::overlaid(&base, &serde_json::from_str(&json)?))
    };
    let house = over(r#"{"manager": "none"}"#)??;
    let left = house
        .receivable()
        .credit()
        .set()
        .map(|credit| credit.releases().len());
    assert_eq!(left, Some(1));
    let [difference] = &base.differences(&house)[..] else {
        return Err("one difference".into());
    };
    assert_eq!(difference.path, "receivable.credit.set.releases.manager");
    let said = |releases: &str| -> Result<String, Failure> {
        let faults = over(releases)?.err().ok_or("no fault")?;
        Ok(faults.first().to_string())
    };
    let twice = r#"{"manager": "unlimited", "manager": {"up-to": []}}"#;
    assert!(
        said(twice)?.contains("the field stands twice"),
        "{}",
        said(twice)?
    );
    assert!(said(r#"{"board": "none"}"#)?.contains("releases.board"));
    Ok(())
}

#[test]
fn equal_numbers_have_one_fingerprint_however_they_are_written() -> Result<(), Failure> {
    let factor = |json: &str| serde_json::from_str::<RateFactor>(json);
    let (short, long) = (factor(r#""3""#)?, factor(r#""3.00""#)?);
    assert_eq!(short, long);
    assert_eq!(Fingerprint::of(&short), Fingerprint::of(&long));
    assert_ne!(
        Fingerprint::of(&short),
        Fingerprint::of(&factor(r#""3.01""#)?)
    );
    Ok(())
}

#[test]
fn an_overlay_that_contradicts_itself_is_refused() {
    let refused = |json: &str| {
        let tree: Tree = serde_json::from_str(json).unwrap_or(Tree::Null);
        let policy = Policy::overlaid(&Policy::standard(), &tree);
        policy
            .map_err(|faults| faults.to_string())
            .err()
            .unwrap_or_default()
    };
    assert_eq!(
        refused(r#"{"lifecycle": {"stable-from": "90 %"}}"#),
        "lifecycle: the cuts must rise from nothing: stable from 90.0 %, strategic from 80.0 %"
    );
    assert_eq!(
        refused(r#"{"lifecycle": {"stable-from": "40 %", "stable-from": "50 %"}}"#),
        "lifecycle.stable-from: the field stands twice, expected it once"
    );
    assert!(
        refused(r#"{"lifecycle": {"strategic": {"partnership": null}}}"#)
            .starts_with("lifecycle.strategic.partnership: got null, expected one of")
    );
}

#[test]
fn every_rule_that_a_field_names_is_a_rule() {
    fn look(form: &Form, named: &mut Vec<&'static str>) {
        match form.shape() {
            Shape::Record(fields) => fields.iter().for_each(|field| {
                named.extend(field.rules());
                look(field.form(), named);
            }),
            Shape::Choice(variants) => variants
                .iter()
                .filter_map(|variant| variant.form())
                .for_each(|form| look(form, named)),
            Shape::Optional(form) | Shape::OrNone(form) => look(form, named),
            Shape::List { of, .. } => look(of, named),
            _ => {}
        }
    }
    let mut named = Vec::new();
    look(Policy::FORM, &mut named);
    assert!(named.len() > 200, "{}", named.len());
    for rule in named {
        let id = rule.parse().ok();
        assert!(
            id.and_then(keqing::rulebook::card).is_some(),
            "{rule} has no card"
        );
    }
}
