//! Layers use only what stands above them.

use crate::support::layers::LAYERS;
use crate::support::source::{Target, Tree};

/// The guide is prose about all layers; it holds no code.
const PROSE: &str = "guide";

/// Every use of a layer that stands below the user.
pub(super) fn downward(tree: &Tree) -> Vec<String> {
    let place = |layer: Option<&String>| {
        LAYERS
            .iter()
            .position(|name| Some(*name) == layer.map(String::as_str))
    };
    let mut faults = Vec::new();
    for module in tree.modules() {
        for (path, target) in tree.uses(module) {
            let (Target::Module(defined) | Target::Item(defined, _)) = target;
            let (Some(own), Some(used)) = (place(module.path.first()), place(defined.first()))
            else {
                continue;
            };
            if used > own {
                faults.push(format!(
                    "{} uses {}, which stands below it",
                    module.file,
                    path.join("::")
                ));
            }
        }
    }
    faults
}

/// Every module of the crate that has no place among the layers.
pub(super) fn unlayered(tree: &Tree) -> Vec<String> {
    let modules = tree
        .modules()
        .filter(|module| module.path.len() == 1)
        .map(|module| module.name());
    let faults = modules.filter(|name| name != PROSE && !LAYERS.contains(&name.as_str()));
    faults.map(|name| format!("{name} has no layer")).collect()
}

mod planted {
    use super::*;
    use crate::architecture::found;

    #[test]
    fn a_use_of_a_lower_layer_is_found_in_a_group_and_in_the_code() {
        let tree = Tree::of(&[
            (
                "lib.rs",
                "pub mod vocab; pub mod party; pub mod lifecycle; pub mod cellar;",
            ),
            (
                "vocab.rs",
                "pub struct Share; #[cfg(test)] mod tests { use crate::party::Party; }",
            ),
            (
                "party.rs",
                "use crate::{lifecycle, vocab::Share}; pub struct Party(Share); fn f() { lifecycle::place() }",
            ),
            (
                "lifecycle.rs",
                "/// As [`crate::review::review`].\npub fn place() -> crate::party::Party { todo() }",
            ),
            ("cellar.rs", ""),
        ]);
        found(
            downward(&tree),
            &[
                "party.rs uses lifecycle, which stands below it",
                "party.rs uses lifecycle::place, which stands below it",
            ],
        );
        found(unlayered(&tree), &["cellar has no layer"]);
    }
}
