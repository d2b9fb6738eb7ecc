//! Nothing public is forgotten: every type that a system exports stands in one of the surfaces.

use std::fs;
use std::path::Path;

use crate::support::layers::LAYERS;

#[test]
fn every_public_type_is_listed() {
    let listed = concat!(
        include_str!("mod.rs"),
        include_str!("errors.rs"),
        include_str!("../loyalty/surface.rs"),
        include_str!("../receivable/surface.rs"),
        include_str!("../satisfaction/surface.rs")
    );
    for module in LAYERS {
        let names = public_types(module);
        assert!(!names.is_empty(), "{module} has no types");
        for name in names {
            let path = format!("{module}::{name}");
            let found = listed.match_indices(&path).any(|(place, _)| {
                let after = listed
                    .get(place..)
                    .and_then(|rest| rest.strip_prefix(&path));
                after.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            });
            assert!(found, "{path} is not listed in tests/it/**/surface*");
        }
    }
}

/// The types and traits that a module exports: those it names in `pub use` and those it declares.
fn public_types(module: &str) -> Vec<String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folder = fs::read_to_string(source.join(module).join("mod.rs"));
    let text = folder.or_else(|_| fs::read_to_string(source.join(format!("{module}.rs"))));
    let text = text.unwrap_or_default();
    let mut names = Vec::new();
    for statement in text.split(';') {
        let code = statement
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let code: String = code.collect::<Vec<_>>().join(" ");
        if let Some((_, exported)) = code.split_once("pub use ") {
            let words = exported.split(|letter: char| !letter.is_alphanumeric());
            names.extend(words.filter(|word| is_type(word)).map(str::to_owned));
        }
    }
    for line in text.lines() {
        for keyword in ["pub struct ", "pub enum ", "pub trait "] {
            let name = line.strip_prefix(keyword).map(|rest| {
                rest.split(|letter: char| !letter.is_alphanumeric())
                    .next()
                    .unwrap_or_default()
            });
            names.extend(name.map(str::to_owned));
        }
    }
    names
}

/// Types begin with a capital and go on with small letters; constants and statics do not.
fn is_type(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_uppercase())
        && word.contains(|letter: char| letter.is_ascii_lowercase())
}
