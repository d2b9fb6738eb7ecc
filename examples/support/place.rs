//! Where a value stands in a JSON text.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// The line and the column, both counted from one, of the value at a path; of the closest value around it
/// where the path leads nowhere.
pub(crate) fn place(text: &str, path: &str) -> (usize, usize) {
    let mut value = text.trim_start();
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        match below(value, step) {
            Some(inner) => value = inner,
            None => break,
        }
    }
    let offset = value.as_ptr().addr() - text.as_ptr().addr();
    let before = text.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

fn below<'a>(value: &'a str, step: &str) -> Option<&'a str> {
    if let Some(place) = step.strip_suffix(']') {
        let members: Vec<&RawValue> = serde_json::from_str(value).ok()?;
        return members
            .get(place.parse::<usize>().ok()?)
            .map(|raw| raw.get());
    }
    let fields: HashMap<String, &RawValue> = serde_json::from_str(value).ok()?;
    fields.get(step).map(|raw| raw.get())
}
