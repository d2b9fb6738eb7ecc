//! The construction of a form, and what it says of itself.

use alloc::string::String;

use crate::form::name::words_of;
use crate::form::tree::Tree;
use crate::form::{Bound, Check, Field, Form, Shape, Variant, WholeCheck, Word};

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
            whole: None,
            bound: None,
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

    /// Sets bounds of a whole number inside those of its type: the least and the greatest number.
    pub(crate) const fn within(self, bounds: [i128; 2]) -> Self {
        let (Shape::Whole { least, most }, [from, to]) = (self.shape, bounds) else {
            panic!("only a whole number has bounds");
        };
        let least = if from < least { least } else { from };
        let most = if most < to { most } else { to };
        Self {
            shape: Shape::Whole { least, most },
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

    /// Sets a bound of a value that is no whole number.
    pub(crate) const fn bounded(self, bound: Bound) -> Self {
        Self {
            bound: Some(bound),
            ..self
        }
    }

    /// Sets the check of a whole document.
    pub(crate) const fn checked_as_a_whole(self, whole: WholeCheck) -> Self {
        Self {
            whole: Some(whole),
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
}
