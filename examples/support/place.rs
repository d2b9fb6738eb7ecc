//! The places of the values of a JSON text.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// The depth to which a place is searched. No document of keqing is as deep; a hostile line may be.
const DEEPEST: usize = 16;

/// A JSON text, and the fields of each object in it that a path led through.
pub(crate) struct Places<'a> {
    text: &'a str,
    objects: HashMap<usize, HashMap<String, &'a RawValue>>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            objects: HashMap::new(),
        }
    }

    /// The line and the column, both counted from one, of the value at a path; of the closest value around it
    /// if the path leads nowhere.
    pub(crate) fn of(&mut self, path: &str) -> (usize, usize) {
        let mut value = self.text.trim_start();
        let steps = path.split(['.', '[']).filter(|step| !step.is_empty());
        for step in steps.take(DEEPEST) {
            match self.below(value, step) {
                Some(inner) => value = inner,
                None => break,
            }
        }
        let before = self.text.get(..self.offset(value)).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        (
            before.matches('\n').count().saturating_add(1),
            line.chars().count().saturating_add(1),
        )
    }

    fn offset(&self, value: &str) -> usize {
        value
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr())
    }

    fn below(&mut self, value: &'a str, step: &str) -> Option<&'a str> {
        if let Some(place) = step.strip_suffix(']') {
            let members: Vec<&RawValue> = serde_json::from_str(value).ok()?;
            let member = members.get(place.parse::<usize>().ok()?)?;
            return Some(member.get());
        }
        let offset = self.offset(value);
        let fields = self.objects.entry(offset).or_insert_with(|| {
            let fields: Result<HashMap<String, &RawValue>, _> = serde_json::from_str(value);
            fields.unwrap_or_default()
        });
        fields.get(step).map(|raw| raw.get())
    }
}
