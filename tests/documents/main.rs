//! The lines in which the faults of a document are told.

#[path = "../../examples/support/document.rs"]
mod document;

use std::path::Path;

use keqing::dossier::Dossier;
use keqing::form::{Limits, from_tree};

/// The words that are said about a document under a name, or none.
fn told<T: keqing::form::Described + serde::de::DeserializeOwned>(
    text: &str,
    name: &str,
) -> String {
    let read = document::read::<T>(text, Path::new(name));
    read.err()
        .map(|error| error.to_string())
        .unwrap_or_default()
}

#[test]
fn a_fault_of_json_has_its_place() -> anyhow::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = document::text(&root.join("examples/review/dossier.json"))?;
    assert_eq!(told::<Dossier>(&text, "dossier.json"), "");
    let faulty = text.replacen("\"lifecycle\"", "\"lifecicle\"", 1);
    let place = faulty.find("\"lifecicle\"").unwrap_or_default();
    let line = faulty
        .get(..place)
        .unwrap_or_default()
        .matches('\n')
        .count()
        + 1;
    let said = told::<Dossier>(&faulty, "dossier.json");
    assert!(said.starts_with(&format!("{line}:")), "{said}");
    assert!(
        said.contains(": lifecicle: no field has this name"),
        "{said}"
    );
    Ok(())
}

#[test]
fn a_name_in_quotes_has_its_place() {
    type Counts = std::collections::BTreeMap<String, u32>;
    for name in ["a.b", "a[0]", "", "a\\\"b", "\\u202e"] {
        let json = format!("{{\n  \"a\": {{}},\n  \"{name}\":  7.5}}");
        let said = told::<Counts>(&json, "counts.json");
        let column = name.len() + 8;
        assert!(
            said.contains(&format!("\n3:{column}: \"{name}\": got 7.5")),
            "{said}"
        );
    }
}

#[test]
fn a_fault_of_toml_has_no_place_rather_than_a_wrong_one() -> anyhow::Result<()> {
    for (text, said) in [
        (
            "# A list.\n\n[loyalty]\npurchases = 7",
            "loyalty.purchases: got 7, ",
        ),
        ("[1]", "1: no field has this name, "),
    ] {
        let lines = told::<Dossier>(text, "dossier.toml");
        assert!(lines.lines().any(|line| line.starts_with(said)), "{lines}");
        let tree = document::tree(text, Path::new("dossier.toml"))?;
        let faults = from_tree::<Dossier>(&tree, &Limits::standard()).err();
        let again = faults.map(|faults| document::told(text, &faults).to_string());
        assert_eq!(again, Some(lines));
    }
    Ok(())
}
