//! The end of "expected …": the words for each form, a switch, and the nearest name.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use keqing::form::{Described, FaultCode, Form, Limits, Shape, Tree, from_tree};
use keqing::lifecycle::StageFacts;
use keqing::policy::Policy;
use keqing::vocab::name::DocumentId;
use keqing::vocab::words::Stage;

#[test]
fn a_list_is_described_by_its_members() {
    let stages = r#"one of `"development"`, `"initial"`, `"stable"`, `"strategic"`"#;
    let date = r#"such as `"2024-12-31"`"#;
    let object = <StageFacts>::FORM.wanted();
    let object = object.trim_start_matches("an object with ");
    let count = "from 0 to 255";
    for (form, expected) in [
        (
            <Vec<Stage>>::FORM,
            format!("a list of words, each {stages}"),
        ),
        (<Vec<NaiveDate>>::FORM, format!("a list of dates {date}")),
        (
            <Vec<Option<NaiveDate>>>::FORM,
            format!("a list of values, each a date {date} or `null`"),
        ),
        (
            <Vec<StageFacts>>::FORM,
            format!("a list of objects, each with {object}"),
        ),
        (
            <Vec<DocumentId>>::FORM,
            r#"a list of names such as `"wang-fang"`"#.to_owned(),
        ),
        (
            <[u8; 2]>::FORM,
            format!("a list of 2 whole numbers {count}"),
        ),
        (<Vec<String>>::FORM, "a list of texts".to_owned()),
        (
            <Vec<bool>>::FORM,
            "a list of values, each `true` or `false`".to_owned(),
        ),
        (
            <Vec<Vec<u8>>>::FORM,
            format!("a list of lists, each of whole numbers {count}"),
        ),
        (
            <BTreeMap<Stage, u8>>::FORM,
            format!(
                "an object whose names are words, each {stages}, and whose values are whole numbers {count}"
            ),
        ),
        (<String>::FORM, "a text".to_owned()),
    ] {
        assert_eq!(form.wanted(), expected);
    }
}

#[test]
fn a_name_that_is_both_wanted_and_nearest_is_said_once() {
    let tree = |json| serde_json::from_str::<Tree>(json).unwrap_or(Tree::Null);
    let question = tree(r#"{"ask": "lifecycle.profile", "stages": "stable"}"#);
    let faults = keqing::oracle::Question::from_tree(&question, &Limits::standard());
    let said = faults.map(drop).map_err(|faults| faults.to_string());
    assert_eq!(
        said,
        Err("stages: no field has this name, expected `stage`".to_owned())
    );
}

/// The paths of all switches of a form.
fn switches(form: &Form, path: &str, found: &mut Vec<String>) {
    match form.shape() {
        Shape::Record(fields) => {
            for field in *fields {
                let path = format!("{path}.{}", field.name());
                switches(field.form(), &path, found);
            }
        }
        Shape::OrNone(inner) => {
            found.push(path.trim_start_matches('.').to_owned());
            switches(inner, path, found);
        }
        _ => {}
    }
}

fn overlay(path: &str, value: Tree) -> Tree {
    path.rsplit('.').fold(value, |inner, name| {
        Tree::Fields(vec![(name.to_owned(), inner)])
    })
}

#[test]
fn every_fault_at_a_switch_names_the_switch() {
    let mut found = Vec::new();
    switches(Policy::FORM, "", &mut found);
    assert!(found.len() > 20, "{found:?}");
    let values = [
        Tree::Null,
        Tree::Truth(true),
        Tree::Whole(-1),
        Tree::Whole(i128::from(u64::MAX) + 1),
        Tree::Fraction("0.5".to_owned()),
        Tree::from("escalate"),
        Tree::from(""),
        Tree::List(Vec::new()),
        Tree::Fields(Vec::new()),
    ];
    let standard = Policy::standard();
    for path in &found {
        for value in &values {
            let faults = Policy::overlaid(&standard, &overlay(path, value.clone())).err();
            for fault in faults.iter().flat_map(keqing::form::Faults::iter) {
                let is_here = fault.path() == path && fault.code() != FaultCode::MissingField;
                let message = fault.message();
                assert!(
                    !is_here || message.contains("`\"none\"`"),
                    "{path}: {message}"
                );
            }
        }
    }
}

#[test]
fn a_switch_that_is_nearly_off_has_none_as_the_nearest() {
    let path = "party.severities.CON-02";
    for (word, nearest) in [
        ("None", Some("none")),
        ("nome", Some("none")),
        ("warnign", Some("warning")),
        ("off", None),
    ] {
        let over = overlay(path, Tree::from(word));
        let faults = Policy::overlaid(&Policy::standard(), &over).err();
        let found = faults.as_ref().and_then(|faults| faults.first().nearest());
        assert_eq!(found, nearest, "{word}");
    }
}

#[test]
fn a_rule_whose_severity_no_policy_changes_says_so() {
    for value in [Tree::from("warning"), Tree::from("none"), Tree::Whole(1)] {
        let over = overlay("party.severities.PTY-09", value);
        let faults = Policy::overlaid(&Policy::standard(), &over).map(drop);
        let said = faults.map_err(|faults| faults.first().wanted().to_owned());
        assert_eq!(
            said,
            Err("`\"bar\"`, because no policy changes its severity".to_owned())
        );
    }
}

#[test]
fn a_name_in_another_case_is_the_nearest() {
    let over = overlay("LIFECYCLE", Tree::Fields(Vec::new()));
    let faults = Policy::overlaid(&Policy::standard(), &over).err();
    let found = faults.as_ref().and_then(|faults| faults.first().nearest());
    assert_eq!(found, Some("lifecycle"));
    let facts = Tree::Fields(vec![("As_Of".to_owned(), Tree::from("2024-12-31"))]);
    let faults = from_tree::<StageFacts>(&facts, &Limits::standard()).err();
    let found = faults.as_ref().and_then(|faults| faults.first().nearest());
    assert_eq!(found, Some("as-of"));
}
