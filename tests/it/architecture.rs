//! The house rules as tests: the order of the layers, no clock, no I/O, no float, no large file.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::layers::LAYERS;

#[test]
fn no_layer_looks_down() {
    for (place, layer) in LAYERS.iter().enumerate() {
        for (path, text) in sources_of(layer) {
            for below in &LAYERS[place + 1..] {
                for (number, line) in code_lines(&text) {
                    let used = line.contains(&format!("crate::{below}::"))
                        || line.contains(&format!("crate::{below};"));
                    // The rule ids of every series have a place in the sets of the verdict layer.
                    assert!(
                        !used,
                        "{}:{number} uses {below}, which stands below {layer}",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn every_module_has_its_layer() {
    let root = fs::read_to_string(source().join("lib.rs")).unwrap_or_default();
    let modules = root
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for module in modules.filter(|module| *module != "guide") {
        assert!(LAYERS.contains(&module), "{module} has no layer");
    }
}

#[test]
fn nothing_reads_a_clock_or_does_io_or_counts_in_floats() {
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
    for (path, text) in sources() {
        for (number, line) in code_lines(&text) {
            for word in forbidden {
                let found = line.match_indices(word).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
                });
                assert!(!found, "{}:{number} uses {word}: {line}", path.display());
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_400_lines_and_no_function_than_60() {
    for (path, text) in sources()
        .into_iter()
        .chain(texts(&root().join("examples")))
        .chain(texts(&root().join("tests")))
    {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
        let mut start = None;
        for (number, line) in text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let opens = line.trim_start().starts_with("fn ")
                || line.contains(" fn ") && line.trim_start().starts_with("pub");
            if opens && !line.trim_end().ends_with(';') && start.is_none() {
                start = Some((number, indent));
            }
            if let Some((first, depth)) = start {
                if indent == depth && line.trim() == "}" {
                    assert!(
                        number - first < 60,
                        "{}:{} is a function of {} lines",
                        path.display(),
                        first + 1,
                        number - first + 1
                    );
                    start = None;
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_to_do() {
    for (path, text) in sources() {
        for word in ["todo!", "unimplemented!", "TODO", "FIXME", "#[allow("] {
            assert!(!text.contains(word), "{} has a {word}", path.display());
        }
    }
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

fn source() -> PathBuf {
    root().join("src")
}

fn sources() -> Vec<(PathBuf, String)> {
    texts(&source())
}

fn sources_of(layer: &str) -> Vec<(PathBuf, String)> {
    let mut found = texts(&source().join(layer));
    let file = source().join(format!("{layer}.rs"));
    if let Ok(text) = fs::read_to_string(&file) {
        found.push((file, text));
    }
    assert!(!found.is_empty(), "the layer {layer} has no source");
    found
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
