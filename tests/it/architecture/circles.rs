//! No file needs itself by way of others.

use std::collections::{BTreeMap, BTreeSet};

use super::none;
use super::rooms::room;
use crate::support::source::{Target, Tree};

type Arrows<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

#[test]
fn no_circle_joins_files_but_a_type_and_its_error_in_one_room() {
    none(circles(Tree::library()));
}

/// Every circle of files, with its arrows.
fn circles(tree: &Tree) -> Vec<String> {
    let arrows = arrows(tree);
    let reached: Arrows<'_> = arrows
        .keys()
        .map(|file| (*file, reach(&arrows, file)))
        .collect();
    let mut told = BTreeSet::new();
    for (file, all) in &reached {
        let circle: BTreeSet<&str> = all
            .iter()
            .copied()
            .filter(|other| reached[other].contains(file))
            .collect();
        if circle.is_empty() {
            continue;
        }
        let lines = circle.iter().map(|from| {
            let within: Vec<&str> = arrows[from].intersection(&circle).copied().collect();
            format!("  {from} -> {}", within.join(", "))
        });
        told.insert(format!(
            "a circle of {} files:\n{}",
            circle.len(),
            lines.collect::<Vec<_>>().join("\n")
        ));
    }
    told.into_iter().collect()
}

/// The uses from file to file, without those of an error in its own room.
fn arrows(tree: &Tree) -> Arrows<'_> {
    let mut arrows = Arrows::new();
    for module in tree.modules() {
        let own = arrows.entry(&module.file).or_default();
        let name = module.path.last().map_or("", String::as_str);
        let is_error = name == "error" || name.ends_with("_error");
        for (_, target) in tree.uses(module) {
            let Target::Item(defined, _) = target else {
                continue;
            };
            let Some(used) = tree.module(&defined) else {
                continue;
            };
            let excused = is_error && room(tree, module) == room(tree, used);
            if used.file != module.file && !excused {
                own.insert(&used.file);
            }
        }
    }
    arrows
}

/// Every file that can be reached.
fn reach<'a>(arrows: &Arrows<'a>, from: &str) -> BTreeSet<&'a str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(file) = open.pop() {
        for next in arrows.get(file).into_iter().flatten() {
            if reached.insert(*next) {
                open.push(next);
            }
        }
    }
    reached
}

mod planted {
    use super::*;
    use crate::architecture::found;

    #[test]
    fn a_circle_within_a_room_is_found_through_re_exports() {
        let tree = Tree::of(&[
            ("lib.rs", "pub mod party;"),
            (
                "party/mod.rs",
                "mod a; mod b; mod c; pub use a::A; pub use b::B;",
            ),
            ("party/a.rs", "use crate::party::B; pub struct A(B);"),
            ("party/b.rs", "pub struct B(super::c::C);"),
            ("party/c.rs", "use super::{a}; pub struct C(a::A);"),
        ]);
        found(
            circles(&tree),
            &[
                "a circle of 3 files:\n  party/a.rs -> party/b.rs\n  party/b.rs -> party/c.rs\n  party/c.rs -> party/a.rs",
            ],
        );
    }

    #[test]
    fn an_error_and_its_type_may_need_each_other_only_within_a_room() {
        let room = |error: &str| -> Vec<String> {
            circles(&Tree::of(&[
                ("lib.rs", "pub mod party;"),
                ("party/mod.rs", error),
                (
                    "party/kind.rs",
                    "use crate::party::kind_error::KindError; pub struct Kind; fn f() -> KindError {}",
                ),
                (
                    "party/kind_error.rs",
                    "use super::kind::Kind; pub enum KindError { Of { kind: Kind } }",
                ),
            ]))
        };
        found(room("mod kind; mod kind_error;"), &[]);
        found(
            room("pub mod kind; pub mod kind_error;"),
            &[
                "a circle of 2 files:\n  party/kind.rs -> party/kind_error.rs\n  party/kind_error.rs -> party/kind.rs",
            ],
        );
    }
}
