//! Nothing public is forgotten: every type that a room exports stands in one of the surfaces.

use crate::support::source::{Kind, Tree};

#[test]
fn every_public_type_is_listed() {
    let surfaces = concat!(
        include_str!("mod.rs"),
        include_str!("errors.rs"),
        include_str!("../calendar/surface.rs"),
        include_str!("../loyalty/surface.rs"),
        include_str!("../receivable/surface.rs"),
        include_str!("../receivable/surface_account.rs"),
        include_str!("../receivable/surface_charges.rs"),
        include_str!("../receivable/surface_regime.rs"),
        include_str!("../satisfaction/surface.rs")
    );
    let faults = unlisted(Tree::library(), surfaces);
    assert!(
        faults.is_empty(),
        "these are not listed in tests/it/**/surface*:\n{}",
        faults.join("\n")
    );
}

/// Every public type and trait whose path does not stand in the text.
fn unlisted(tree: &Tree, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for module in tree.modules().filter(|module| tree.is_reachable(module)) {
        let types = tree
            .page(module)
            .into_iter()
            .filter(|(_, kind, _)| is_type(*kind));
        let paths = types.map(|(name, ..)| [&module.path[..], &[name]].concat().join("::"));
        faults.extend(paths.filter(|path| !stands(text, path)));
    }
    faults
}

const fn is_type(kind: Kind) -> bool {
    matches!(kind, Kind::Struct | Kind::Enum | Kind::Trait)
}

/// Returns whether the whole path stands somewhere, not only its beginning or its end.
fn stands(text: &str, path: &str) -> bool {
    let within = |letter: char| letter.is_alphanumeric() || letter == '_';
    let (mut rest, mut last) = (text, None);
    while let Some((before, after)) = rest.split_once(path) {
        let joined = before.chars().next_back().or(last).is_some_and(within);
        if !joined && !after.starts_with(within) {
            return true;
        }
        (rest, last) = (after, path.chars().next_back());
    }
    false
}

#[test]
fn a_type_that_no_surface_names_is_found() {
    let tree = Tree::of(&[
        ("lib.rs", "pub mod party;"),
        (
            "party.rs",
            "pub mod trust { pub struct Trust; pub trait Told {} pub enum TrustLevel {} } pub struct Own;",
        ),
    ]);
    let text = "struct Values(party::trust::TrustLevel, their_party::Own, party::trust::Told)";
    assert_eq!(unlisted(&tree, text), ["party::Own", "party::trust::Trust"]);
}
