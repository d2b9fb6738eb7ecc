//! The values that a form accepts, in words.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use crate::form::name::{OneOf, several};
use crate::form::{Field, Form, Shape, Variant, Word};

impl Form {
    /// Returns the values that are accepted, as the end of "expected …".
    #[must_use]
    pub fn wanted(&self) -> String {
        let values = match &self.shape {
            Shape::Whole { .. } => format!("a whole number{}", self.bounds()),
            Shape::Decimal | Shape::Text(_) => format!("{}{}", self.article(), self.examples()),
            Shape::Words(words) => one_of(words),
            Shape::Record(fields) => format!("an object with {}", names_of(fields)),
            Shape::List { .. } | Shape::Tuple(_) => format!("a list {}", self.members()),
            Shape::Keyed { key, value } => {
                let (names, values) = (key.wanted_each(), value.wanted_each());
                let values = values.strip_prefix("values, ").unwrap_or(&values);
                format!("an object whose names are {names}, and whose values are {values}")
            }
            Shape::Truth => "`true` or `false`".to_owned(),
            Shape::Choice(variants) => OneOf(variants.iter().map(Variant::wanted)).to_string(),
            Shape::Optional(form) => format!("{} or `null`", form.wanted()),
            Shape::OrNone(form) => format!("{} or `\"none\"`", form.wanted()),
            Shape::Either(forms) => listed(forms.iter().map(|form| form.wanted()), "or"),
        };
        match self.reason {
            Some(reason) => format!("{values}, because {reason}"),
            None => values,
        }
    }

    /// Returns the values that are accepted, as the members of a list.
    fn wanted_each(&self) -> String {
        match &self.shape {
            Shape::Whole { .. } => format!("whole numbers{}", self.bounds()),
            Shape::Decimal | Shape::Text(_) => {
                format!("{}{}", several(&self.name()), self.examples())
            }
            Shape::Words(words) => format!("words, each {}", one_of(words)),
            Shape::Record(fields) => format!("objects, each with {}", names_of(fields)),
            Shape::List { .. } | Shape::Tuple(_) => format!("lists, each {}", self.members()),
            _ => format!("values, each {}", self.wanted()),
        }
    }

    /// Returns the members of a list, as the end of "a list …".
    fn members(&self) -> String {
        match &self.shape {
            Shape::List { of, least, most } => {
                let of = of.wanted_each();
                match (least, most) {
                    (0, None) => format!("of {of}"),
                    (1, None) => format!("of one or more {of}"),
                    (least, None) => format!("of {least} or more {of}"),
                    (least, Some(most)) if least == most => format!("of {least} {of}"),
                    (least, Some(most)) => format!("of {least} to {most} {of}"),
                }
            }
            Shape::Tuple(forms) => {
                let members = forms.iter().map(|form| form.wanted());
                format!("of {}: {}", forms.len(), listed(members, "and"))
            }
            _ => String::new(),
        }
    }

    /// Returns the unit and the bounds of a whole number.
    fn bounds(&self) -> String {
        match (&self.shape, self.unit) {
            (Shape::Whole { least, most }, Some(unit)) => {
                format!(" of {unit} from {least} to {most}")
            }
            (Shape::Whole { least, most }, None) => format!(" from {least} to {most}"),
            _ => String::new(),
        }
    }

    /// Returns the examples of a text, if it has any.
    fn examples(&self) -> String {
        let examples = match &self.shape {
            Shape::Decimal => &["12.50", "-3"],
            Shape::Text(examples) => *examples,
            _ => &[],
        };
        if examples.is_empty() {
            return String::new();
        }
        let quoted = examples.iter().map(|example| format!("`\"{example}\"`"));
        format!(" such as {}", listed(quoted, "or"))
    }

    /// Returns the first example of a text, also of one among other forms.
    fn example(&self) -> Option<&'static str> {
        match &self.shape {
            Shape::Text(examples) => examples.first().copied(),
            Shape::Either(forms) => forms.iter().find_map(|form| form.example()),
            _ => None,
        }
    }

    /// Returns the name with its article.
    fn article(&self) -> String {
        let name = self.name();
        match name.as_bytes() {
            [b'a' | b'e' | b'i' | b'o', ..] => format!("an {name}"),
            _ => format!("a {name}"),
        }
    }
}

impl Variant {
    fn wanted(&self) -> String {
        match self.form {
            None => format!("\"{}\"", self.name),
            Some(form) => {
                let content = form.example().map(|example| format!("\"{example}\""));
                let content = content.unwrap_or_else(|| "…".to_owned());
                format!("{{\"{}\": {content}}}", self.name)
            }
        }
    }
}

/// Returns the words of a list as JSON has them.
fn one_of(words: &[Word]) -> String {
    OneOf(words.iter().map(|word| format!("\"{}\"", word.name))).to_string()
}

fn names_of(fields: &[Field]) -> String {
    listed(
        fields.iter().map(|field| format!("`{}`", field.name)),
        "and",
    )
}

/// Joins words with commas, and the last one with a word of its own.
fn listed(words: impl Iterator<Item = String>, last: &str) -> String {
    let words: Vec<String> = words.collect();
    let mut text = String::new();
    for (place, word) in words.iter().enumerate() {
        let is_last = place.saturating_add(1) == words.len();
        let joint = match place {
            0 => String::new(),
            _ if is_last => format!(" {last} "),
            _ => ", ".to_owned(),
        };
        // Writing into a text never fails.
        let _ = write!(text, "{joint}{word}");
    }
    text
}
