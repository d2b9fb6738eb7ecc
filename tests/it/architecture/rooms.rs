//! Rooms stand where they should, and import each other by path.

use super::none;
use crate::support::layers::{HOUSES, SYSTEMS};
use crate::support::source::{Kind, Module, Target, Tree};

/// The private files of a face.
const FACE_FILES: [&str; 8] = [
    "assess", "error", "facts", "given", "judge", "picture", "policy", "stage",
];

/// Rooms within a room: what draws the table of moves has a page of its own.
const ROOMS_IN_ROOMS: [&str; 1] = ["lifecycle::moves::diagram"];

/// The files of one folder, each of which may use only those before it.
const ORDER: [&str; 5] = ["words", "facts", "policy", "rules", "assess"];

#[test]
fn rooms_are_public_and_their_files_are_private() {
    none(misplaced(Tree::library()));
}

#[test]
fn cards_stand_in_the_folder_of_cards_by_series() {
    none(strewn(Tree::library()));
}

#[test]
fn rooms_import_by_path_and_never_through_the_face_of_their_system() {
    none(through_the_face(Tree::library()));
}

#[test]
fn words_go_before_facts_before_policy_before_rules_before_assess() {
    none(upside_down(Tree::library()));
}

/// Every folder that is no room, every file of a room that is public.
fn misplaced(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for face in SYSTEMS.iter().filter_map(|name| tree.named(name)) {
        for child in tree.children(face) {
            let name = child.path.last().map_or("", String::as_str);
            if !child.public && !FACE_FILES.contains(&name) && !is_shared(child) {
                let file = &child.file;
                faults.push(format!(
                    "{file} is private: neither a room nor a file of the face"
                ));
            }
            let mut files: Vec<&Module> = tree.children(child).filter(|file| file.public).collect();
            files.retain(|file| name != "cards" && !ROOMS_IN_ROOMS.contains(&&*file.name()));
            let told = files.into_iter().map(|file| {
                format!(
                    "{} is public: a file of the room {}",
                    file.file,
                    child.name()
                )
            });
            faults.extend(told);
        }
        if tree
            .named(&format!("{}::cards", face.name()))
            .is_none_or(|cards| !cards.public)
        {
            faults.push(format!("{} has no public folder of cards", face.name()));
        }
    }
    faults
}

/// Returns whether a file is a helper of the rooms of its system: it exports nothing.
fn is_shared(module: &Module) -> bool {
    module.children.is_empty() && !module.items.iter().any(|item| item.public)
}

/// Every card outside the folder of cards, and every file with cards of two series.
fn strewn(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for module in tree.modules() {
        let mut series: Vec<&str> = module
            .items
            .iter()
            .filter_map(|item| {
                let card = item.kind == Kind::Static && item.text.ends_with("RuleCard");
                item.name.split('_').next().filter(|_| card)
            })
            .collect();
        series.dedup();
        let in_folder = module.path.get(1).is_some_and(|room| room == "cards");
        if !series.is_empty() && !in_folder {
            faults.push(format!(
                "{} holds cards of {}",
                module.file,
                series.join(", ")
            ));
        }
        if series.len() > 1 {
            faults.push(format!(
                "{} holds cards of {} series: {}",
                module.file,
                series.len(),
                series.join(", ")
            ));
        }
        let alone = module.path.len() > 2 || tree.children(module).next().is_none();
        if !series.is_empty() && in_folder && !alone {
            faults.push(format!("{} holds cards beside its files", module.file));
        }
    }
    faults
}

/// Every use, within a system, of a name by the path of the system's face.
fn through_the_face(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for face in HOUSES.iter().filter_map(|name| tree.named(name)) {
        let below = tree
            .modules()
            .filter(|module| module.path.len() > 1 && module.path.starts_with(&face.path));
        for module in below {
            for (path, target) in tree.uses(module) {
                let to_face = path.starts_with(&face.path) && matches!(target, Target::Item(..));
                let by_room = path
                    .get(..2)
                    .is_some_and(|room| tree.module(room).is_some())
                    && path.len() > 2;
                if to_face && !by_room {
                    faults.push(format!(
                        "{} uses {} through the face",
                        module.file,
                        path.join("::")
                    ));
                }
            }
        }
    }
    faults
}

/// Every use, within a folder, of a file that stands later in the order.
fn upside_down(tree: &Tree) -> Vec<String> {
    let place = |path: &[String], folder: &[String]| {
        let (name, above) = path.split_last()?;
        ORDER
            .iter()
            .position(|file| file == name && above == folder)
    };
    let mut faults = Vec::new();
    for module in tree.modules() {
        let Some((_, folder)) = module.path.split_last() else {
            continue;
        };
        let Some(own) = place(&module.path, folder) else {
            continue;
        };
        for (path, target) in tree.uses(module) {
            let (Target::Module(defined) | Target::Item(defined, _)) = &target;
            if place(defined, folder).is_some_and(|used| used > own) {
                faults.push(format!(
                    "{} uses {}, which comes later",
                    module.file,
                    path.join("::")
                ));
            }
        }
    }
    faults
}

/// The room of a module: the nearest public module, itself included.
pub(super) fn room(tree: &Tree, module: &Module) -> Vec<String> {
    let mut path = module.path.clone();
    while tree.module(&path).is_some_and(|module| !module.public) && path.pop().is_some() {}
    path
}

mod planted {
    use super::*;
    use crate::architecture::found;

    #[test]
    fn private_rooms_and_public_files_are_found() {
        let tree = Tree::of(&[
            ("lib.rs", "pub mod party;"),
            (
                "party/mod.rs",
                "mod policy; pub mod people; mod feeling; mod units; #[cfg(test)] mod sample;",
            ),
            ("party/policy.rs", ""),
            ("party/people/mod.rs", "pub mod facts; mod rules;"),
            ("party/people/facts.rs", ""),
            ("party/people/rules.rs", ""),
            ("party/feeling.rs", "pub enum Feeling {}"),
            ("party/units.rs", "pub(super) fn units() {}"),
        ]);
        found(
            misplaced(&tree),
            &[
                "party/people/facts.rs is public: a file of the room party::people",
                "party/feeling.rs is private: neither a room nor a file of the face",
                "party has no public folder of cards",
            ],
        );
    }

    #[test]
    fn strewn_and_mixed_cards_are_found() {
        let cards = "macro_rules! rule_cards { ($($name:ident = $title:literal;)*) => { $(pub static $name: RuleCard = RuleCard::new($title);)* } } ";
        let of = |names: &str| [cards, names].concat();
        let tree = Tree::of(&[
            ("lib.rs", "pub mod party;"),
            ("party/mod.rs", "pub mod cards; pub mod people;"),
            (
                "party/cards/mod.rs",
                &of("mod aln; rule_cards! { PTY_01 = \"a\"; }"),
            ),
            (
                "party/cards/aln.rs",
                &of("rule_cards! { ALN_01 = \"a\"; CON_02 = \"b\"; }"),
            ),
            (
                "party/people.rs",
                &of("rule_cards! { PPL_01 = \"a\"; PPL_02 = \"b\"; }"),
            ),
        ]);
        found(
            strewn(&tree),
            &[
                "party/cards/mod.rs holds cards beside its files",
                "party/cards/aln.rs holds cards of 2 series: ALN, CON",
                "party/people.rs holds cards of PPL",
            ],
        );
    }

    #[test]
    fn a_way_through_the_face_is_found() {
        let tree = Tree::of(&[
            ("lib.rs", "pub mod loyalty; pub mod review;"),
            (
                "loyalty/mod.rs",
                "mod policy; pub mod bond; pub use policy::LoyaltyPolicy; pub static CARDS: u8 = 0;",
            ),
            (
                "loyalty/policy.rs",
                "pub struct LoyaltyPolicy; use super::bond::Bond;",
            ),
            (
                "loyalty/bond.rs",
                "use crate::loyalty::{self, policy::{self, LoyaltyPolicy as Good}, LoyaltyPolicy}; pub struct Bond; fn f(p: policy::LoyaltyPolicy) { loyalty::CARDS; super::policy::LoyaltyPolicy; }",
            ),
            ("review.rs", "use crate::loyalty::LoyaltyPolicy;"),
        ]);
        found(
            through_the_face(&tree),
            &[
                "loyalty/bond.rs uses loyalty::LoyaltyPolicy through the face",
                "loyalty/bond.rs uses loyalty::CARDS through the face",
            ],
        );
    }

    #[test]
    fn facts_that_use_rules_are_found() {
        let tree = Tree::of(&[
            ("lib.rs", "pub mod party;"),
            (
                "party/mod.rs",
                "mod facts; mod rules; mod assess; mod policy;",
            ),
            (
                "party/facts.rs",
                "use super::rules::Rule as R; pub struct Facts;",
            ),
            ("party/policy.rs", "use super::facts::Facts;"),
            (
                "party/rules.rs",
                "pub struct Rule(crate::party::facts::Facts, super::assess::Picture);",
            ),
            (
                "party/assess.rs",
                "pub struct Picture; use crate::party::policy;",
            ),
        ]);
        found(
            upside_down(&tree),
            &[
                "party/facts.rs uses party::rules::Rule, which comes later",
                "party/rules.rs uses party::assess::Picture, which comes later",
            ],
        );
    }
}
