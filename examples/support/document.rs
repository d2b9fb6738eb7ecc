//! Documents from files, and every fault of them with its line.

#[path = "place.rs"]
pub(crate) mod place;

use std::fmt::{Display, Write};

use std::fs;
use std::path::Path;

use self::place::Places;
use anyhow::{Context, Result, anyhow};
use keqing::form::{Described, Fault, FaultCode, Faults, Limits, Tree, from_tree};
use serde::de::DeserializeOwned;

/// Reads a file; the mark that some editors put first is no part of the document.
pub(crate) fn text(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// Reads a document in JSON or, if the name of the file says so, in TOML.
pub(crate) fn tree(text: &str, name: &Path) -> Result<Tree> {
    let limits = Limits::standard();
    if name
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
    {
        let read = toml::Deserializer::parse(text)
            .map_err(|error| anyhow!("{error}"))
            .and_then(|toml| Ok(Tree::read(toml, &limits)?));
        return read;
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let tree = Tree::read(&mut json, &limits)?;
    json.end()?;
    Ok(tree)
}

/// Reads a document as what it is; the error has a line for each fault.
pub(crate) fn read<T: Described + DeserializeOwned>(text: &str, name: &Path) -> Result<T> {
    let tree = tree(text, name)?;
    from_tree(&tree, &Limits::standard()).map_err(|faults| told(text, &faults))
}

/// Every fault in a line of its own, with its place in a text of JSON.
pub(crate) fn told(text: &str, faults: &Faults) -> anyhow::Error {
    let faults = faults.iter();
    let placed = faults.map(|fault| {
        let again = fault.code() == FaultCode::DuplicateField;
        (around(fault), again, fault)
    });
    lines(text, placed)
}

/// Every message in a line of its own, with the place in a text of JSON of the value at its path, or of the
/// one that stands there again.
pub(crate) fn lines<P: AsRef<str>, M: Display>(
    text: &str,
    told: impl Iterator<Item = (P, bool, M)>,
) -> anyhow::Error {
    // No line of TOML begins so. Its faults have their paths only, for places are found in JSON alone.
    let is_json = text.trim_start().starts_with('{');
    let (mut lines, mut places) = (String::new(), Places::new(text));
    for (path, again, message) in told {
        if !lines.is_empty() {
            lines.push('\n');
        }
        // Writing into a text never fails.
        let _ = if is_json {
            let (line, column) = places.of(path.as_ref(), again);
            write!(lines, "{line}:{column}: {message}")
        } else {
            write!(lines, "{message}")
        };
    }
    anyhow!(lines)
}

/// The path of what stands there: a missing field stands nowhere, so the object without it. The name of the
/// missing one is of the code and has no dot in it.
pub(crate) fn around(fault: &Fault) -> &str {
    match (fault.code(), fault.path().rsplit_once('.')) {
        (FaultCode::MissingField, Some((whole, _))) => whole,
        (FaultCode::MissingField, None) => "",
        _ => fault.path(),
    }
}
