//! Every message of every error is asserted: in a test, in an example of the documentation, or in a story.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::source::{Texts, examples, texts};

/// The least length of a text that tells one message from all others.
const TELLING: usize = 12;

#[test]
fn every_message_of_an_error_is_asserted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["src", "tests"].map(|folder| read(root, folder));
    let faults = unasserted(&files.concat());
    assert!(
        faults.is_empty(),
        "{} messages are in no test:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Every file below a folder that may hold a message, with its path from the root.
fn read(root: &Path, folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
    {
        let (path, name) = (entry.path(), entry.file_name());
        let place = format!("{folder}/{}", name.to_string_lossy());
        if path.is_dir() {
            files.extend(read(root, &place));
        } else if [".rs", ".md", ".json"]
            .iter()
            .any(|kind| place.ends_with(kind))
        {
            files.push((place, fs::read_to_string(&path).unwrap_or_default()));
        }
    }
    files
}

/// Every message of the library that stands in no text that is checked, with the file that has it.
fn unasserted(files: &[(String, String)]) -> Vec<String> {
    let library: BTreeMap<&str, Texts> = files
        .iter()
        .filter(|(place, _)| place.starts_with("src/") && place.ends_with(".rs"))
        .map(|(place, text)| (place.as_str(), Texts::of(text)))
        .collect();
    let for_tests: Vec<String> = library
        .iter()
        .flat_map(|(place, texts)| {
            let folder = place.trim_end_matches("mod.rs");
            let modules = texts.test_modules.iter();
            modules.map(move |module| format!("{folder}{module}.rs"))
        })
        .collect();
    let is_test =
        |place: &str| place.starts_with("tests/") || for_tests.iter().any(|test| test == place);
    let mut checked: Vec<String> = Vec::new();
    for (place, text) in files {
        match place.rsplit('.').next() {
            Some("rs") if is_test(place) => checked.extend(texts(text)),
            Some("md") => checked.extend(examples(text)),
            Some("json") => checked.push(text.replace("\\\"", "\"")),
            _ => {}
        }
    }
    checked.extend(library.values().flat_map(|texts| texts.checked.clone()));
    let messages: Vec<(&str, Vec<String>)> = library
        .iter()
        .filter(|(place, _)| !is_test(place))
        .flat_map(|(place, texts)| texts.errors.iter().map(|message| (*place, runs(message))))
        .collect();
    let asserted = |runs: &[String]| {
        let longest = longest(runs);
        let alike = messages
            .iter()
            .filter(|(_, other)| other.iter().any(|run| run.contains(longest)));
        let parts = match longest.len() < TELLING || alike.count() > 1 {
            true => runs,
            false => std::slice::from_ref(longest),
        };
        checked.iter().any(|text| stand_in(text, parts))
    };
    let missing = messages.iter().filter(|(_, runs)| !asserted(runs));
    missing
        .map(|(place, runs)| format!("{place}: {}", runs.join("{}")))
        .collect()
}

/// Returns whether the parts stand in a text, one after the other.
fn stand_in(text: &str, parts: &[String]) -> bool {
    let mut rest = text;
    parts
        .iter()
        .all(|part| match rest.split_once(part.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
}

fn longest(runs: &[String]) -> &String {
    static NONE: String = String::new();
    runs.iter().max_by_key(|run| run.len()).unwrap_or(&NONE)
}

/// The texts of a message between its placeholders.
fn runs(message: &str) -> Vec<String> {
    let (mut runs, mut run, mut is_text) = (Vec::new(), String::new(), true);
    let mut letters = message.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' if is_text && letters.next_if_eq(&letter).is_some() => run.push(letter),
            '{' => {
                runs.push(std::mem::take(&mut run));
                is_text = false;
            }
            '}' => is_text = true,
            other if is_text => run.push(other),
            _ => {}
        }
    }
    runs.push(run);
    runs
}

#[test]
fn a_message_that_nothing_asserts_is_found() {
    let files = [
        (
            "src/a/mod.rs",
            r##"
            /// ```
            /// assert_eq!(error, "the fingerprint is `3` digits short");
            /// ```
            fn f() { "a book without a single policy"; }
            #[derive(Error)]
            enum E {
                #[error("the fingerprint is `{given}` digits short")] Example,
                #[error("a book without a single policy")] OnlyInCode,
                #[error("{day} lies {{after}} the last day")] Raw,
                #[error("the amount {given} of the invoice is too large")] Large,
                #[error("the balance {given} of the invoice is missing")] Missing,
                #[error("no {given}")] Short,
                #[error("not {given}")] ShortAndUntold,
                #[error("a story \"told\" in a file")] Told,
                #[error(transparent)] Other(Other),
            }
            #[cfg(test)] mod tests;
            #[cfg(test)] mod own { const A: &str = r#"2024-01-01 lies {after} the last day"#; }
            "##,
        ),
        (
            "src/a/tests.rs",
            r#"says("no more", "the amount 3 of the invoice is too large")"#,
        ),
        (
            "tests/it/a.rs",
            "f(\"of the invoice \\\n    is what is said\");",
        ),
        (
            "tests/scenarios/a.json",
            r#"{"error": "a story \"told\" in a file"}"#,
        ),
    ];
    let files = files.map(|(place, text)| (place.to_owned(), text.to_owned()));
    assert_eq!(
        unasserted(&files),
        [
            "src/a/mod.rs: a book without a single policy",
            "src/a/mod.rs: the balance {} of the invoice is missing",
            "src/a/mod.rs: not {}",
        ]
    );
}
