//! Characters on which a terminal acts, and names that a path cannot carry as they are.

use std::collections::BTreeMap;

use keqing::form::{FaultCode, Faults, Limits, Tree, differences, from_tree, read};
use keqing::lifecycle::StageFacts;
use keqing::verdict::RuleId;
use keqing::vocab::rate::Rate;
use keqing::vocab::words::Stage;
use proptest::prelude::*;

use crate::form::generate::{Chooser, shaped};
use crate::form::laws::documents;

/// A control of a terminal, and characters that turn the direction of a text or show nothing.
const HIDDEN: &str = "\u{1b}[31m\u{7f}\u{9b}\u{ad}\u{61c}\u{200b}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{2069}\u{feff}\u{e0001}";

fn shows_all(text: &str) -> bool {
    !text.chars().any(|character| {
        character.is_control() || HIDDEN.contains(character) && !"[31m".contains(character)
    })
}

/// The tree with hidden characters in some of its texts and in some of its names.
fn spoiled(tree: Tree, choose: &mut Chooser) -> Tree {
    let mut spoil = |text: String| match choose.below(4) {
        0 => format!("{text}{HIDDEN}"),
        1 => format!("{HIDDEN}.{text}"),
        _ => text,
    };
    match tree {
        Tree::Text(text) => Tree::Text(spoil(text)),
        Tree::List(members) => Tree::List(
            members
                .into_iter()
                .map(|member| spoiled(member, choose))
                .collect(),
        ),
        Tree::Fields(fields) => {
            let names: Vec<String> = fields.iter().map(|(name, _)| spoil(name.clone())).collect();
            let values = fields.into_iter().map(|(_, value)| spoiled(value, choose));
            Tree::Fields(names.into_iter().zip(values).collect())
        }
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    /// No part of any fault holds a character that a terminal hides or acts on.
    #[test]
    fn no_fault_holds_a_hidden_character(seed: u64) {
        let mut choose = Chooser::new(seed);
        for (name, (form, read)) in documents() {
            let tree = spoiled(shaped(form, &mut choose), &mut choose);
            for fault in read(name, &tree).iter().flat_map(Faults::iter) {
                for part in [
                    fault.path(),
                    &fault.message(),
                    fault.value().unwrap_or_default(),
                    fault.wanted(),
                ] {
                    prop_assert!(shows_all(part), "{part:?}");
                }
            }
        }
    }
}

#[test]
fn no_error_repeats_a_hidden_character() {
    let given = format!("9 {HIDDEN}%");
    let errors = [
        given
            .parse::<Rate>()
            .map_err(|error| error.to_string())
            .err(),
        given
            .parse::<Stage>()
            .map_err(|error| error.to_string())
            .err(),
        given
            .parse::<RuleId>()
            .map_err(|error| error.to_string())
            .err(),
    ];
    for error in errors {
        let error = error.unwrap_or_default();
        assert!(error.contains("9 \\u001b[31m\\u007f"), "{error:?}");
        assert!(shows_all(&error), "{error:?}");
        assert!(error.contains("\\u202e"), "{error:?}");
    }
    let long = "\u{202e}".repeat(200).parse::<Stage>();
    let given = long.map_err(|error| error.given().len());
    assert_eq!(given, Err(78), "an escape is never cut in two");
}

#[test]
fn a_name_that_a_path_cannot_carry_stands_in_quotes() {
    type Counts = BTreeMap<String, BTreeMap<String, u32>>;
    for (name, step) in [
        ("plain name", "plain name"),
        ("客户", "客户"),
        ("LIF-04", "LIF-04"),
        ("a.b", r#""a.b""#),
        ("a[0]", r#""a[0]""#),
        ("]", r#""]""#),
        ("", r#""""#),
        ("a\"b", r#""a\"b""#),
        ("a\\", r#""a\\""#),
        ("\u{1b}a\u{202e}", r#""\u001ba\u202e""#),
    ] {
        let inner = Tree::Fields(vec![(name.to_owned(), Tree::from("x"))]);
        let tree = Tree::Fields(vec![("lifecycle".to_owned(), inner)]);
        let path = format!("lifecycle.{step}");
        assert_eq!(tree.at(&path), Some(&Tree::from("x")), "{path}");
        let faults = from_tree::<Counts>(&tree, &Limits::standard());
        let found = faults.map_err(|faults| faults.first().path().to_owned());
        assert_eq!(found, Err(path.clone()));
        // An unknown field of a record, and a field beyond a limit, have the same path.
        let faults = from_tree::<StageFacts>(
            &Tree::Fields(vec![(name.to_owned(), Tree::Null)]),
            &Limits::standard(),
        );
        let found = faults.map_err(|faults| faults.first().path().to_owned());
        assert_eq!(found, Err(step.to_owned()));
        let json = serde_json::to_string(&tree).unwrap_or_default();
        let limits = Limits::standard().with_values(2);
        let fault = read::<Counts, _>(&mut serde_json::Deserializer::from_str(&json), &limits);
        let found =
            fault.map_err(|faults| (faults.first().code(), faults.first().path().to_owned()));
        assert_eq!(found, Err((FaultCode::TooMany, path.clone())));
        let counts = |count| {
            Counts::from([(
                "lifecycle".to_owned(),
                BTreeMap::from([(name.to_owned(), count)]),
            )])
        };
        let differences = differences(&counts(1), &counts(2));
        let paths: Vec<&str> = differences
            .iter()
            .map(|difference| difference.path.as_str())
            .collect();
        assert_eq!(paths, [path.as_str()]);
    }
}

#[test]
fn a_path_leads_only_to_what_it_names() {
    let tree: Tree =
        serde_json::from_str(r#"{"a": [{"b": 1}], "a.b": 2, "0": 3}"#).unwrap_or(Tree::Null);
    for (path, found) in [
        ("a[0].b", Some(1)),
        (r#""a.b""#, Some(2)),
        (r#""a"[0]."b""#, Some(1)),
        ("0", Some(3)),
        ("a.b", None),
        ("[0]", None),
        ("a.0", None),
        ("a[1]", None),
        (r#""a"#, None),
        (r#"a["#, None),
    ] {
        assert_eq!(tree.at(path), found.map(Tree::Whole).as_ref(), "{path}");
    }
}

#[test]
fn a_long_name_is_cut_in_a_path() {
    let json = format!(r#"{{"{}": "x"}}"#, "n".repeat(5_000));
    let read = |json: &str| {
        let mut json = serde_json::Deserializer::from_str(json);
        let counts = read::<BTreeMap<String, u32>, _>(&mut json, &Limits::standard());
        counts.map_err(|faults| faults.first().path().to_owned())
    };
    assert_eq!(read(&json), Err(format!("{}…", "n".repeat(80))));
    let dotted = json.replace("nnnn", "nn.n");
    let path = read(&dotted).err().unwrap_or_default();
    assert!(
        path.starts_with("\"nn.nnn.n") && path.ends_with("…\""),
        "{path}"
    );
}
