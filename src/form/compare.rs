use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use crate::form::plain::add_step;
use crate::form::tree::Tree;
use crate::form::{Described, Form, Shape};

/// One field in which two values differ (差异).
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The path of the field, such as `lifecycle.stable-from`.
    pub path: String,
    /// The value of the first one; `None` if it has no such member.
    pub first: Option<Tree>,
    /// The value of the second one; `None` if it has no such member.
    pub second: Option<Tree>,
    /// The ids of the rules whose findings the field can change.
    pub rules: Vec<&'static str>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |value: &Option<Tree>| value.as_ref().map_or_else(|| "-".to_owned(), typed);
        write!(
            f,
            "{}: {} -> {}",
            self.path,
            side(&self.first),
            side(&self.second)
        )?;
        if !self.rules.is_empty() {
            write!(f, " ({})", self.rules.join(", "))?;
        }
        Ok(())
    }
}

/// Returns a value as a person types it: a share as `2/5`, an amount as `500 EUR`, and any other as JSON.
fn typed(value: &Tree) -> String {
    let Tree::Fields(fields) = value else {
        return format!("{value}");
    };
    match fields.as_slice() {
        [(part, Tree::Text(of)), (whole, Tree::Text(all))]
            if (&**part, &**whole) == ("part", "whole") =>
        {
            format!("{of}/{all}")
        }
        [(amount, Tree::Text(digits)), (currency, Tree::Text(code))]
            if (&**amount, &**currency) == ("amount", "currency") =>
        {
            format!("{digits} {code}")
        }
        _ => format!("{value}"),
    }
}

/// Lists the fields in which two values differ, in the order of the fields.
///
/// # Examples
///
/// ```
/// use keqing::form::differences;
/// use keqing::lifecycle::{Boundary, LifecyclePolicy};
///
/// let ours = LifecyclePolicy::standard();
/// let theirs = ours.with_boundary(Boundary::UpperInclusive);
/// let differences = differences(&ours, &theirs);
/// let [difference] = differences.as_slice() else { return Err("one difference") };
/// assert_eq!(difference.path, "boundary");
/// assert!(difference.rules.contains(&"LIF-04"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn differences<T: Described + Serialize>(first: &T, second: &T) -> Vec<Difference> {
    let mut comparison = Comparison {
        path: String::new(),
        rules: Vec::new(),
        differences: Vec::new(),
    };
    comparison.compare(Some(&Tree::of(first)), Some(&Tree::of(second)), T::FORM);
    comparison.differences
}

/// Walks two trees of one form together.
struct Comparison {
    path: String,
    /// The rules of the field that is being compared, or of the one around it.
    rules: Vec<&'static str>,
    differences: Vec<Difference>,
}

impl Comparison {
    fn compare(&mut self, first: Option<&Tree>, second: Option<&Tree>, form: &Form) {
        if first == second {
            return;
        }
        match (form.shape(), first, second) {
            (Shape::Record(fields), Some(one @ Tree::Fields(_)), Some(other @ Tree::Fields(_))) => {
                for field in *fields {
                    let rules = core::mem::take(&mut self.rules);
                    self.rules = if field.rules().is_empty() {
                        rules.clone()
                    } else {
                        field.rules().to_vec()
                    };
                    self.step(field.name(), one, other, field.form());
                    self.rules = rules;
                }
            }
            (Shape::Choice(variants), Some(Tree::Fields(one)), Some(Tree::Fields(other))) => {
                match (one.as_slice(), other.as_slice()) {
                    ([(name, one)], [(same, other)]) if name == same => {
                        let variant = variants.iter().find(|variant| variant.name() == name);
                        let content = variant.and_then(|variant| variant.form());
                        match content {
                            Some(form) => self.within(name, |inside| {
                                inside.compare(Some(one), Some(other), form);
                            }),
                            None => self.say(first, second),
                        }
                    }
                    _ => self.say(first, second),
                }
            }
            (Shape::Optional(form) | Shape::OrNone(form), Some(_), Some(_)) => {
                self.compare(first, second, form);
            }
            (
                Shape::Keyed { value, .. },
                Some(one @ Tree::Fields(_)),
                Some(other @ Tree::Fields(_)),
            ) => {
                let mut names: Vec<&str> = Vec::new();
                for tree in [one, other] {
                    if let Tree::Fields(fields) = tree {
                        names.extend(fields.iter().map(|(name, _)| name.as_str()));
                    }
                }
                names.sort_unstable();
                names.dedup();
                for name in names {
                    self.step(name, one, other, value);
                }
            }
            _ => self.say(first, second),
        }
    }

    fn step(&mut self, name: &str, one: &Tree, other: &Tree, form: &Form) {
        self.within(name, |inside| {
            inside.compare(one.field(name), other.field(name), form);
        });
    }

    fn within(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        add_step(&mut self.path, name);
        look(self);
        self.path.truncate(length);
    }

    fn say(&mut self, first: Option<&Tree>, second: Option<&Tree>) {
        self.differences.push(Difference {
            path: self.path.clone(),
            first: first.cloned(),
            second: second.cloned(),
            rules: self.rules.clone(),
        });
    }
}
