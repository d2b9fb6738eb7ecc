//! The construction of a form, and its description for people.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use crate::form::name::{OneOf, several, words_of};
use crate::form::tree::Tree;
use crate::form::{Check, Field, Form, Shape, Variant, Word};

impl Form {
    /// Makes the form of a type without words of its own.
    pub(crate) const fn new(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            meaning: &[],
            unit: None,
            shape,
            reason: None,
            check: None,
        }
    }

    /// Returns the name of the type in the code.
    pub(crate) const fn in_code(&self) -> &'static str {
        self.name
    }

    /// Sets the meaning of a value.
    pub(crate) const fn meaning(self, meaning: &'static [&'static str]) -> Self {
        Self { meaning, ..self }
    }

    /// Sets the unit of a value.
    pub(crate) const fn in_unit(self, unit: &'static str) -> Self {
        Self {
            unit: Some(unit),
            ..self
        }
    }

    /// Sets the reason for which no other value is accepted.
    pub(crate) const fn because(self, reason: &'static str) -> Self {
        Self {
            reason: Some(reason),
            ..self
        }
    }

    /// Sets the type's own check, which decides last.
    pub(crate) const fn checked(self, check: Check) -> Self {
        Self {
            check: Some(check),
            ..self
        }
    }

    /// Returns the form of an option that the word `"none"` switches off.
    pub(crate) const fn switched_off(&self) -> Self {
        assert!(self.is_optional(), "an option can be switched off");
        self.never_null()
    }

    /// Returns the form for a place where `null` would be unknown: nothing is the word `"none"` there.
    pub(crate) const fn never_null(&self) -> Self {
        match self.shape {
            Shape::Optional(form) => Self {
                shape: Shape::OrNone(form),
                ..*self
            },
            _ => *self,
        }
    }

    /// Sets the name of another type that is written alike.
    pub(crate) const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// Returns the name of the type for people: the words of its name in the code, such as `stage facts`.
    #[must_use]
    pub fn name(&self) -> String {
        words_of(self.name)
    }

    /// Returns the meaning of a value: the documentation of the type, line by line.
    #[must_use]
    pub const fn documentation(&self) -> &'static [&'static str] {
        self.meaning
    }

    /// Returns the unit of a number, if it has one.
    #[must_use]
    pub const fn unit(&self) -> Option<&'static str> {
        self.unit
    }

    /// Returns the shape of a value.
    #[must_use]
    pub const fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Returns whether a value of the right shape may still be refused, because its parts do not go
    /// together.
    #[must_use]
    pub const fn is_checked(&self) -> bool {
        self.check.is_some()
    }

    /// Returns whether a missing field of this form is read as `null`.
    pub(crate) const fn is_optional(&self) -> bool {
        matches!(self.shape, Shape::Optional(_))
    }

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

    /// Returns the name with its article.
    fn article(&self) -> String {
        let name = self.name();
        match name.as_bytes() {
            [b'a' | b'e' | b'i' | b'o', ..] => format!("an {name}"),
            _ => format!("a {name}"),
        }
    }

    /// Returns whether a tree is of the kind that the form wants; the values inside do not matter.
    pub(super) fn resembles(&self, tree: &Tree) -> bool {
        match (&self.shape, tree) {
            (Shape::Truth, Tree::Truth(_))
            | (Shape::Whole { .. }, Tree::Whole(_))
            | (Shape::Decimal | Shape::Text(_) | Shape::Words(_), Tree::Text(_))
            | (Shape::Record(_) | Shape::Keyed { .. }, Tree::Fields(_))
            | (Shape::Choice(_), Tree::Text(_) | Tree::Fields(_))
            | (Shape::List { .. } | Shape::Tuple(_), Tree::List(_))
            | (Shape::Optional(_), Tree::Null) => true,
            (Shape::OrNone(form), _) => tree == &Tree::from("none") || form.resembles(tree),
            (Shape::Optional(form), _) => form.resembles(tree),
            (Shape::Either(forms), _) => forms.iter().any(|form| form.resembles(tree)),
            _ => false,
        }
    }
}

impl Word {
    /// Returns the word as it stands in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the meaning of the word, line by line.
    #[must_use]
    pub const fn meaning(&self) -> &'static [&'static str] {
        self.meaning
    }
}

impl Field {
    /// Describes a field of the code.
    pub(crate) const fn new(
        name: &'static str,
        meaning: &'static [&'static str],
        form: &'static Form,
    ) -> Self {
        Self {
            name,
            meaning,
            form,
            required: !form.is_optional(),
            rules: &[],
        }
    }

    /// Demands that even `null` is written, if the field has a reader of its own.
    pub(crate) const fn read_with(self, is_own: bool) -> Self {
        Self {
            required: self.required || is_own,
            ..self
        }
    }

    /// Allows the field to be left out, if it has a default.
    pub(crate) const fn left_out(self, is_default: bool) -> Self {
        Self {
            required: self.required && !is_default,
            ..self
        }
    }

    /// Names the rules whose findings the field can change.
    pub(crate) const fn changes(self, rules: &'static [&'static str]) -> Self {
        Self { rules, ..self }
    }

    /// Returns the name as it stands in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the meaning of the field, line by line.
    #[must_use]
    pub const fn meaning(&self) -> &'static [&'static str] {
        self.meaning
    }

    /// Returns the form of the value.
    #[must_use]
    pub const fn form(&self) -> &'static Form {
        self.form
    }

    /// Returns whether the field is required.
    #[must_use]
    pub const fn is_required(&self) -> bool {
        self.required
    }

    /// Returns the ids of the rules whose findings a field of a policy can change.
    #[must_use]
    pub const fn rules(&self) -> &'static [&'static str] {
        self.rules
    }
}

impl Variant {
    /// Describes a variant of the code.
    pub(crate) const fn new(
        name: &'static str,
        meaning: &'static [&'static str],
        form: Option<&'static Form>,
    ) -> Self {
        Self {
            name,
            meaning,
            form,
        }
    }

    /// Returns the word as it stands in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the meaning of the variant, line by line.
    #[must_use]
    pub const fn meaning(&self) -> &'static [&'static str] {
        self.meaning
    }

    /// Returns the form of the value that the variant carries, or `None` for a bare word.
    #[must_use]
    pub const fn form(&self) -> Option<&'static Form> {
        self.form
    }

    fn wanted(&self) -> String {
        match self.form {
            None => format!("\"{}\"", self.name),
            Some(_) => format!("{{\"{}\": …}}", self.name),
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
