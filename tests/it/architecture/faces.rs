//! Faces are short, pages are short, and each name has one path.

use std::collections::BTreeMap;

use super::none;
use crate::support::layers::{HOUSES, SYSTEMS};
use crate::support::source::{Kind, Target, Tree};

/// The parts of the contract of a system, after its name.
const PARTS: [&str; 6] = ["Facts", "Given", "Policy", "Severities", "Picture", "Error"];

/// The parts that every system has; not every one is given answers of others.
const NEEDED: [&str; 5] = ["Facts", "Policy", "Severities", "Picture", "Error"];

/// The parts of the contract without the name of the system.
const BARE: [&str; 2] = ["assess", "CARDS"];

#[test]
fn each_public_name_has_exactly_one_public_path() {
    none(twice(Tree::library()));
}

#[test]
fn a_face_holds_the_contract_and_at_most_twelve_other_names() {
    none(crowded(Tree::library()));
}

#[test]
fn every_system_has_the_whole_contract() {
    none(incomplete(Tree::library()));
}

#[test]
fn no_page_shows_more_than_forty_names() {
    none(long(Tree::library()));
}

#[test]
fn a_face_exports_only_what_its_own_private_files_define() {
    none(flat(Tree::library()));
}

/// Every name that two public paths reach, or one path twice.
fn twice(tree: &Tree) -> Vec<String> {
    let mut paths: BTreeMap<Target, Vec<String>> = BTreeMap::new();
    for module in tree.modules().filter(|module| tree.is_reachable(module)) {
        for (name, _, target) in tree.page(module) {
            let path = [&module.path[..], &[name]].concat().join("::");
            paths.entry(target).or_default().push(path);
        }
    }
    let many = paths.into_values().filter(|paths| paths.len() > 1);
    let mut faults: Vec<String> = many.map(|paths| paths.join(" is also ")).collect();
    faults.sort();
    faults
}

/// Every face with too many names beside its contract.
fn crowded(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for face in HOUSES.iter().filter_map(|name| tree.named(name)) {
        let system = face.name();
        let mut others: Vec<String> = tree
            .page(face)
            .into_iter()
            .filter_map(|(name, kind, _)| {
                (kind != Kind::Module && !is_contract(&system, &name)).then_some(name)
            })
            .collect();
        if others.len() > 12 {
            others.sort();
            faults.push(format!(
                "{system} shows {} names beside its contract: {}",
                others.len(),
                others.join(", ")
            ));
        }
    }
    faults
}

/// Every part of the contract that a face lacks.
fn incomplete(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for face in SYSTEMS.iter().filter_map(|name| tree.named(name)) {
        let system = face.name();
        let shown: Vec<String> = tree.page(face).into_iter().map(|(name, ..)| name).collect();
        let title: String = system
            .chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .collect();
        let title = title + system.get(1..).unwrap_or_default();
        let parts = NEEDED.iter().map(|part| format!("{title}{part}"));
        let needed = parts.chain(BARE.iter().map(|name| (*name).to_owned()));
        let lacking = needed.filter(|name| !shown.contains(name));
        faults.extend(lacking.map(|name| format!("{system} has no {name}")));
    }
    faults
}

fn is_contract(system: &str, name: &str) -> bool {
    let part = name.get(system.len()..).unwrap_or_default();
    let own = name.to_lowercase().starts_with(system) && PARTS.contains(&part);
    SYSTEMS.contains(&system) && (own || BARE.contains(&name))
}

/// Every public module that shows more than forty names.
fn long(tree: &Tree) -> Vec<String> {
    let pages = tree.modules().filter(|module| tree.is_reachable(module));
    let counted = pages.map(|module| (module.name(), tree.page(module).len()));
    counted
        .filter(|(_, names)| *names > 40)
        .map(|(module, names)| format!("{module} shows {names} names"))
        .collect()
}

/// Every re-export of what stands in a room, or in another house.
fn flat(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for module in tree.modules().filter(|module| !module.path.is_empty()) {
        let mut exported: Vec<_> = module
            .imports
            .iter()
            .filter(|import| import.public)
            .collect();
        exported.retain(|import| {
            let file = import.path.get(..=module.path.len());
            let own = import.path.starts_with(&module.path);
            let file = file.filter(|_| own).and_then(|file| tree.module(file));
            file.is_none_or(|file| file.public)
        });
        let told = exported.into_iter().map(|import| {
            format!(
                "{} exports {}, which is not of its own files",
                module.file,
                import.path.join("::")
            )
        });
        faults.extend(told);
        let foreign = module.foreign.iter();
        faults
            .extend(foreign.map(|name| format!("{} exports {name} of another crate", module.file)));
    }
    faults
}

mod planted {
    use super::*;
    use crate::architecture::found;

    #[test]
    fn a_name_with_two_paths_is_found_through_files_and_stars() {
        let tree = Tree::of(&[
            ("lib.rs", "pub mod party; pub use chrono;"),
            (
                "party/mod.rs",
                "mod policy; pub mod room; pub use policy::*; pub use room::Trust; pub use serde::Serialize;",
            ),
            (
                "party/policy.rs",
                "pub struct PartyPolicy; pub(crate) struct Hidden; pub use crate::party::room::Verb;",
            ),
            (
                "party/room.rs",
                "pub enum Trust { A } pub fn verb() {} pub use self::verb as also; mod deep; pub use deep::Verb;",
            ),
            ("party/room/deep.rs", "pub trait Verb {}"),
        ]);
        found(
            twice(&tree),
            &[
                "party::Trust is also party::room::Trust",
                "party::Verb is also party::room::Verb",
                "party::room::verb is also party::room::also",
            ],
        );
        found(
            flat(&tree),
            &[
                "party/mod.rs exports party::room::Trust, which is not of its own files",
                "party/mod.rs exports serde::Serialize of another crate",
                "party/policy.rs exports party::room::Verb, which is not of its own files",
                "party/room.rs exports party::room::verb, which is not of its own files",
            ],
        );
    }

    #[test]
    fn a_thirteenth_name_is_found_and_a_contract_does_not_count() {
        let names: String = (0..12)
            .map(|number| format!("pub fn verb_{number}() {{}} "))
            .collect();
        let contract = "pub struct LoyaltyFacts; pub struct LoyaltyPicture; pub static CARDS: u8 = 0; pub mod room {} ";
        let tree = |more: &str| {
            let face = [names.as_str(), contract, more].concat();
            Tree::of(&[("lib.rs", "pub mod loyalty;"), ("loyalty.rs", &face)])
        };
        found(crowded(&tree("")), &[]);
        let faults = crowded(&tree(
            "macro_rules! one { ($n:ident) => { pub struct $n; } } one!(PartyFacts);",
        ));
        assert!(
            faults.iter().any(|fault| fault
                .starts_with("loyalty shows 13 names beside its contract: PartyFacts, verb_0")),
            "{faults:?}"
        );
    }

    #[test]
    fn a_lacking_part_of_the_contract_is_found() {
        let face = "mod facts; pub use facts::LoyaltyFacts; pub struct LoyaltyPolicy; struct LoyaltyPicture; \
            pub enum LoyaltyError {} pub fn assess() {}";
        let files = [
            ("lib.rs", "pub mod loyalty;"),
            ("loyalty.rs", face),
            ("loyalty/facts.rs", "pub struct LoyaltyFacts;"),
        ];
        let faults = incomplete(&Tree::of(&files));
        found(
            faults,
            &[
                "loyalty has no LoyaltySeverities",
                "loyalty has no LoyaltyPicture",
                "loyalty has no CARDS",
            ],
        );
    }

    #[test]
    fn a_forty_first_name_is_found() {
        let page = |names: usize| -> String {
            (0..names)
                .map(|number| format!("pub const C{number}: u8 = {{ 0 }}; "))
                .collect()
        };
        let tree = |names| Tree::of(&[("lib.rs", "pub mod vocab;"), ("vocab.rs", &page(names))]);
        found(long(&tree(40)), &[]);
        found(long(&tree(41)), &["vocab shows 41 names"]);
    }
}
