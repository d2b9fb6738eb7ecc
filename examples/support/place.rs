//! The places of the values of a JSON text.

use std::collections::HashMap;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// The depth to which a place is searched. No document of keqing is as deep; a hostile line may be.
const DEEPEST: usize = 16;

/// A JSON text, and the fields of each object in it that a path led through.
pub(crate) struct Places<'a> {
    text: &'a str,
    objects: HashMap<usize, HashMap<String, Twice<'a>>>,
}

/// The first value of a field, and the last one if the field stands there again.
struct Twice<'a> {
    first: &'a str,
    last: &'a str,
}

impl<'a> Places<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            objects: HashMap::new(),
        }
    }

    /// The line and the column, both counted from one, of the value at a path, or of the value that stands there
    /// `again`; of the closest value around it if the path leads nowhere.
    pub(crate) fn of(&mut self, path: &str, again: bool) -> (usize, usize) {
        let mut value = self.text.trim_start();
        let mut rest = path;
        for _ in 0..DEEPEST {
            let Some((step, after)) = Step::first(rest) else {
                break;
            };
            match self.below(value, &step, again && after.is_empty()) {
                Some(inner) => (value, rest) = (inner, after),
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

    fn below(&mut self, value: &'a str, step: &Step, again: bool) -> Option<&'a str> {
        let name = match step {
            Step::Name(name) => name,
            Step::Place(place) => {
                let members: Vec<&RawValue> = serde_json::from_str(value).ok()?;
                return members.get(*place).map(|member| member.get());
            }
        };
        let offset = self.offset(value);
        let fields = self.objects.entry(offset).or_insert_with(|| {
            let mut found: HashMap<String, Twice<'_>> = HashMap::new();
            let fields: Result<Fields<'_>, _> = serde_json::from_str(value);
            for (name, raw) in fields.map(|fields| fields.0).unwrap_or_default() {
                let value = raw.get();
                let twice = found.entry(name).or_insert(Twice {
                    first: value,
                    last: value,
                });
                twice.last = value;
            }
            found
        });
        let twice = fields.get(name)?;
        Some(if again { twice.last } else { twice.first })
    }
}

/// The fields of an object, unread, in their order; a field that stands twice is there twice.
pub(crate) struct Fields<'a>(pub(crate) Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields: Vec<(String, &RawValue)> = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

/// A step of a path: to a field, whose name may stand in quotes, or to a member of a list.
enum Step {
    Name(String),
    Place(usize),
}

impl Step {
    /// The first step of a path, and the rest of it.
    fn first(path: &str) -> Option<(Self, &str)> {
        let path = path.strip_prefix('.').unwrap_or(path);
        if let Some(place) = path.strip_prefix('[') {
            let (place, rest) = place.split_once(']')?;
            return Some((Self::Place(place.parse().ok()?), rest));
        }
        if path.starts_with('"') {
            let mut quoted = serde_json::Deserializer::from_str(path).into_iter::<String>();
            let name = quoted.next()?.ok()?;
            return Some((Self::Name(name), path.get(quoted.byte_offset()..)?));
        }
        let (name, rest) = path.split_at_checked(path.find(['.', '[']).unwrap_or(path.len()))?;
        (!name.is_empty()).then(|| (Self::Name(name.to_owned()), rest))
    }
}
