//! The house rules as tests: the order of the layers, no clock, no I/O, no float, no large file, plain prose.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::source::Tree;

mod circles;
mod faces;
mod front_page;
mod layers;
mod prose;
mod rooms;
mod steps;

/// Fails with every fault in a line of its own.
#[track_caller]
fn none(faults: Vec<String>) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// A small library with faults finds its way here: exactly these are found.
#[track_caller]
fn found(faults: Vec<String>, expected: &[&str]) {
    assert_eq!(faults, expected);
}

#[test]
fn no_layer_looks_down() {
    none(layers::downward(Tree::library()));
}

#[test]
fn every_module_has_its_layer() {
    none(layers::unlayered(Tree::library()));
}

#[test]
fn nothing_reads_a_clock_or_does_io_or_counts_in_floats() {
    none(
        sources()
            .iter()
            .flat_map(|(path, text)| impure(path, text))
            .collect(),
    );
}

#[test]
fn no_file_is_longer_than_400_lines_and_no_function_than_60() {
    let places = ["src", "benches", "examples", "tests"];
    let texts = places.iter().flat_map(|place| texts(&root().join(place)));
    none(texts.flat_map(|(path, text)| large(&path, &text)).collect());
}

#[test]
fn nothing_is_left_to_do() {
    none(
        sources()
            .iter()
            .flat_map(|(path, text)| undone(path, text))
            .collect(),
    );
}

#[test]
fn every_apostrophe_is_straight() {
    let texts = sources().into_iter();
    none(texts.flat_map(|(path, text)| curly(&path, &text)).collect());
}

/// Every word of a clock, of input and output, of floats and of changing statics.
fn impure(path: &Path, text: &str) -> Vec<String> {
    let forbidden = [
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant",
        "std::",
        "println!",
        "f32",
        "f64",
        "thread_local",
        "static mut",
    ];
    // A float of another format is taken in, and kept as the text that it is.
    let takes_in = ["form/tree.rs", "form/tree_reader.rs", "form/tree_writer.rs"];
    let floats = takes_in.iter().any(|file| path.ends_with(file));
    let mut faults = Vec::new();
    for (number, line) in code_lines(text) {
        for word in forbidden
            .into_iter()
            .filter(|word| !floats || !word.starts_with('f'))
        {
            let found = line.match_indices(word).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
            });
            if found {
                faults.push(format!("{}:{number} uses {word}: {line}", path.display()));
            }
        }
    }
    faults
}

/// A file of more than 400 lines, every function of more than 60.
fn large(path: &Path, text: &str) -> Vec<String> {
    let (mut faults, mut start) = (Vec::new(), None);
    let lines = text.lines().count();
    if lines > 400 {
        faults.push(format!("{} has {lines} lines", path.display()));
    }
    for (number, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let opens = line.trim_start().starts_with("fn ")
            || line.contains(" fn ") && line.trim_start().starts_with("pub");
        if opens && !line.trim_end().ends_with(';') && start.is_none() {
            start = Some((number, indent));
        }
        // A declaration without a body ends with the semicolon behind its parameters.
        let declared = line.trim_start().starts_with(')') && line.ends_with(';');
        start = start.filter(|(_, depth)| !declared || indent != *depth);
        if let Some((first, depth)) = start.filter(|_| line.trim() == "}") {
            let length = number - first + 1;
            if indent == depth && length > 60 {
                let place = first + 1;
                faults.push(format!(
                    "{}:{place} is a function of {length} lines",
                    path.display()
                ));
            }
            start = start.filter(|_| indent != depth);
        }
    }
    faults
}

/// Every word that leaves something for later.
fn undone(path: &Path, text: &str) -> Vec<String> {
    let words = ["todo!", "unimplemented!", "TODO", "FIXME", "#[allow("];
    let found = words.into_iter().filter(|word| text.contains(word));
    found
        .map(|word| format!("{} has a {word}", path.display()))
        .collect()
}

/// Every line with a curly apostrophe, in a text of a word or a card as in a comment.
fn curly(path: &Path, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate();
    let found = lines.filter(|(_, line)| line.contains(['\u{2018}', '\u{2019}']));
    found
        .map(|(number, line)| format!("{}:{} has {}", path.display(), number + 1, line.trim()))
        .collect()
}

/// The lines of code outside tests, with their numbers; comments and docs are left out.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<(PathBuf, String)> {
    texts(&root().join("src"))
}

fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_default();
            found.push((path, text));
        }
    }
    found
}

mod planted {
    use super::*;

    #[test]
    fn clocks_floats_and_output_are_found_in_code_only() {
        let text = "// f64\nlet now = Utc::now();\nlet half: f64 = my_f64 + no_std::x;\n#[cfg(test)]\nprintln!";
        let faults = impure(Path::new("a.rs"), text);
        let half = "a.rs:3 uses f64: let half: f64 = my_f64 + no_std::x;";
        found(
            faults,
            &["a.rs:2 uses Utc::now: let now = Utc::now();", half],
        );
    }

    #[test]
    fn a_long_file_and_a_long_function_are_found() {
        let function = |lines: usize| format!("fn f() {{\n{}}}\n", "  {}\n".repeat(lines - 2));
        let path = Path::new("a.rs");
        found(large(path, &function(60).repeat(6)), &[]);
        found(
            large(path, &["\n", &function(61)].concat()),
            &["a.rs:2 is a function of 61 lines"],
        );
        let declared = "fn g(\n  a: u8,\n) -> u8;\n";
        found(
            large(path, &["{\n", declared, &"\n".repeat(70), "}\n"].concat()),
            &[],
        );
        found(large(path, &"\n".repeat(401)), &["a.rs has 401 lines"]);
    }

    #[test]
    fn a_curly_apostrophe_is_found_in_every_text() {
        let text = "\n    Said = \"said\", \"the customer\u{2019}s word\", \"a\", \"b\";\n\"it's\"";
        let faults = curly(Path::new("a.rs"), text);
        let word = "a.rs:2 has Said = \"said\", \"the customer\u{2019}s word\", \"a\", \"b\";";
        found(faults, &[word]);
    }

    #[test]
    fn what_is_left_to_do_is_found() {
        let text = ["#[al", "low(dead_code)] fn f() { to", "do!() }"].concat();
        found(
            undone(Path::new("a.rs"), &text),
            &["a.rs has a todo!", "a.rs has a #[allow("],
        );
    }
}
