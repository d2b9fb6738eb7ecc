//! The public surface as a list: what a version promises, one line a name.
//!
//! A change of the list is a change for users. `BLESS=1 cargo test --test it surface` writes it anew;
//! whoever changes it says so in the changelog.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use crate::support::source::{Item, Kind, Target, Tree};

#[test]
fn the_public_surface_is_the_listed_one() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/surface/public.txt");
    let now = listed(Tree::library());
    if env::var_os("BLESS").is_some() {
        let written = fs::write(&file, now.join("\n") + "\n");
        assert!(written.is_ok(), "{written:?}");
        return;
    }
    let listed = fs::read_to_string(&file).unwrap_or_default();
    let faults = differences(&listed.lines().collect::<Vec<_>>(), &now);
    assert!(
        faults.is_empty(),
        "the public surface has changed; `BLESS=1 cargo test --test it surface` writes the list anew\n{}",
        faults.join("\n")
    );
}

/// Facts that are begun with a constructor are completed by value, whatever the number of their fields.
#[test]
fn every_fact_that_a_constructor_leaves_out_has_a_setter() {
    let faults = without_setters(&listed(Tree::library()));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_lacking_setter_is_found() {
    let surface = [
        "const fn room::Facts::new(a: u8) -> Self",
        "field room::Facts::a: u8",
        "field room::Facts::b: u8",
        "field room::Facts::c: u8",
        "field room::Facts::d: u8",
        "fn room::Facts::with_b(self, b: impl Into<u8>) -> Self",
        "fn room::Facts::with_c(self, c: impl Into<u8>) -> Self",
    ];
    let faults = without_setters(&surface.map(str::to_owned));
    assert_eq!(faults, ["room::Facts has no with_d"]);
}

/// The fields of types with more than three that neither the constructor nor a setter takes.
fn without_setters(surface: &[String]) -> Vec<String> {
    let mut fields: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in surface
        .iter()
        .filter_map(|line| line.strip_prefix("field "))
    {
        let path = line.split(": ").next().unwrap_or_default();
        if let Some((owner, field)) = path.rsplit_once("::") {
            fields.entry(owner).or_default().push(field);
        }
    }
    let function = |owner: &str, name: &str| {
        let start = format!("fn {owner}::{name}(");
        surface.iter().find(|line| line.contains(&start))
    };
    let mut faults = Vec::new();
    for (owner, fields) in fields.iter().filter(|(_, fields)| fields.len() > 3) {
        let Some(new) = function(owner, "new") else {
            continue;
        };
        for field in fields {
            let setter = format!("with_{field}");
            let is_taken = [format!("({field}: "), format!(", {field}: ")]
                .iter()
                .any(|argument| new.contains(argument.as_str()));
            if !is_taken && function(owner, &setter).is_none() {
                faults.push(format!("{owner} has no {setter}"));
            }
        }
    }
    faults
}

/// Returns the lines that only one of two lists has.
fn differences(listed: &[&str], now: &[String]) -> Vec<String> {
    let gone = listed
        .iter()
        .filter(|line| !now.iter().any(|other| other == *line));
    let new = now.iter().filter(|line| !listed.contains(&line.as_str()));
    gone.map(|line| format!("- {line}"))
        .chain(new.map(|line| format!("+ {line}")))
        .collect()
}

/// One line a public name, by path: modules, types with their public parts, functions, values.
pub(super) fn listed(tree: &Tree) -> Vec<String> {
    let methods = methods(tree);
    let mut lines = Vec::new();
    for module in tree.modules().filter(|module| tree.is_reachable(module)) {
        lines.extend(
            module
                .foreign
                .iter()
                .map(|name| (name.clone(), format!("use {name}"))),
        );
        for (name, kind, target) in tree.page(module) {
            let path = [&module.path[..], &[name]].concat().join("::");
            match tree.item(&target) {
                None => lines.push((path.clone(), format!("{} {path}", kind.text()))),
                Some(item) => {
                    told(item, &path, &mut lines);
                    for method in methods.get(&target).into_iter().flatten() {
                        told(method, &format!("{path}::{}", method.name), &mut lines);
                    }
                }
            }
        }
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The public functions and constants of each type.
fn methods(tree: &Tree) -> BTreeMap<Target, Vec<&Item>> {
    let mut found: BTreeMap<Target, Vec<&Item>> = BTreeMap::new();
    for module in tree.modules() {
        for methods in &module.methods {
            if let Some(target) = tree.resolve(&methods.of) {
                let public = methods.items.iter().filter(|item| item.public);
                found.entry(target).or_default().extend(public);
            }
        }
    }
    found
}

fn told(item: &Item, path: &str, lines: &mut Vec<(String, String)>) {
    let before = if item.before.is_empty() {
        String::new()
    } else {
        format!("{} ", item.before)
    };
    let line = format!("{before}{} {path}{}", item.kind.text(), item.text);
    lines.push((path.to_owned(), line));
    for part in &item.members {
        told(part, &format!("{path}::{}", part.name), lines);
    }
}

mod planted {
    use super::*;

    #[test]
    fn every_kind_of_name_has_its_line() {
        let tree = Tree::of(&[
            ("lib.rs", "pub mod party; mod hidden; pub use chrono;"),
            (
                "party/mod.rs",
                "mod trust; pub use trust::{Trust, Good as Better}; pub const fn verb<'a, T: Into<u8>>(first: &'a mut [T; 2], #[x] (a, b): (u8, Option<&T>),) -> Result<Trust<'a>, u8> where T: Copy, { if 1 > 2 {} }",
            ),
            (
                "party/trust.rs",
                "#[derive(Debug)] pub struct Trust<'a> { /// Kept.\n pub level: Vec<(u8, &'a str)>, hidden: u8 } \
              impl<'a> Trust<'a> { pub fn new(self) -> impl Iterator<Item = u8> + 'a { } fn own(&self) {} #[cfg(test)] pub fn sample() {} } \
              impl Clone for Trust<'_> { fn clone(&self) {} } #[non_exhaustive] pub enum Good { #[doc = \"x\"] A = 1, B(u8), C { of: Vec<u8> } } pub(crate) struct No;",
            ),
            (
                "hidden.rs",
                "pub struct Never; impl Never {} use std::fmt::{self}; impl crate::party::trust::Good { pub const ALL: [Self; 3] = [Self::A, Self::B]; }",
            ),
        ]);
        let expected = [
            "use chrono",
            "mod party",
            "enum party::Better",
            "variant party::Better::A",
            "const party::Better::ALL: [Self; 3]",
            "variant party::Better::B(u8)",
            "variant party::Better::C { of: Vec<u8> }",
            "struct party::Trust<'a>",
            "field party::Trust::level: Vec<(u8, &'a str)>",
            "fn party::Trust::new(self) -> impl Iterator<Item = u8> + 'a",
            "const fn party::verb<'a, T: Into<u8>>(first: &'a mut [T; 2], (a, b): (u8, Option<&T>)) -> Result<Trust<'a>, u8> where T: Copy",
        ];
        assert_eq!(listed(&tree), expected);
    }

    #[test]
    fn what_a_macro_declares_has_its_line() {
        let tree = Tree::of(&[
            (
                "lib.rs",
                "macro_rules! words { ($(#[$doc:meta])* $name:ident: $($(#[$d:meta])* $word:ident = $text:literal => $of:ty $(, else $to:expr)? );+ $(;)?) => { $(#[$doc])* pub enum $name { $($word($of),)+ } impl $name { pub const ALL: &'static [&'static str] = &[$($text),+]; } }; } pub mod a;",
            ),
            (
                "a.rs",
                "words! { /// Doc.\n Level: Low = \"low\" => BTreeMap<u8, u8>, else f(u8); /// Doc.\n High = \"high\" => u8; }",
            ),
        ]);
        let expected = [
            "mod a",
            "enum a::Level",
            "const a::Level::ALL: &'static [&'static str]",
            "variant a::Level::High(u8)",
            "variant a::Level::Low(BTreeMap<u8, u8>)",
        ];
        assert_eq!(listed(&tree), expected);
    }

    #[test]
    fn a_line_too_many_and_a_line_too_few_are_found() {
        let now = ["fn a()".to_owned(), "fn c()".to_owned()];
        assert_eq!(
            differences(&["fn a()", "fn b()"], &now),
            ["- fn b()", "+ fn c()"]
        );
        assert!(differences(&["fn a()", "fn c()"], &now).is_empty());
        assert_eq!(Kind::Module.text(), "mod");
    }
}
