use alloc::string::String;
use core::fmt::Write;

use crate::form::{Form, Shape, Tree, add_step, is_like_none};

/// A record around a value, and the records around that one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Around<'a> {
    /// The record.
    pub(crate) record: &'a Tree,
    /// The next record around it.
    pub(crate) next: Option<&'a Around<'a>>,
}

impl<'a> Around<'a> {
    /// Returns this record and those around it, the innermost first.
    pub(crate) fn each(&'a self) -> impl Iterator<Item = &'a Around<'a>> {
        core::iter::successors(Some(self), |around| around.next)
    }
}

/// Visits every value of a document that has no parts, with its path and its form, in the order of the fields.
///
/// A name that is data, as in a table by currency, is a value, too. What does not have its form is passed over.
pub(crate) fn each_value(document: &Tree, form: &Form, visit: &mut impl FnMut(&str, &Form, &Tree)) {
    walk_whole(document, form, &mut |path, form, tree, met| {
        if !matches!(met, Met::Record(_)) {
            visit(path, form, tree);
        }
    });
}

/// Visits every record of a document, with its path, its form and the record in which it stands, the outer before the
/// inner ones.
pub(crate) fn each_record(
    document: &Tree,
    form: &Form,
    visit: &mut impl FnMut(&str, &Form, &Tree, Option<&Around<'_>>),
) {
    walk_whole(document, form, &mut |path, form, tree, met| {
        if let Met::Record(around) = met {
            visit(path, form, tree, around);
        }
    });
}

/// The kind of what is met on the way.
enum Met<'a> {
    Record(Option<&'a Around<'a>>),
    Value,
}

/// Visits every record and every value of a document.
fn walk_whole(document: &Tree, form: &Form, visit: &mut impl FnMut(&str, &Form, &Tree, Met<'_>)) {
    walk(document, form, &mut String::new(), None, visit);
}

/// Visits every record and every value below a place. The path is one text for all of them, which is as long
/// again afterwards as it was before.
fn walk(
    tree: &Tree,
    form: &Form,
    path: &mut String,
    around: Option<&Around<'_>>,
    visit: &mut impl FnMut(&str, &Form, &Tree, Met<'_>),
) {
    match (form.shape(), tree) {
        (Shape::OrNone(form), _) if is_like_none(tree) => visit(path, form, tree, Met::Value),
        (Shape::Optional(form) | Shape::OrNone(form), _) => {
            walk(tree, form, path, around, visit);
        }
        // One thing or a list of them; every other choice of forms is that of one value.
        (Shape::Either(forms), Tree::Fields(_) | Tree::List(_)) if has_list(forms) => {
            for form in forms
                .iter()
                .filter(|form| is_list(form) == matches!(tree, Tree::List(_)))
            {
                walk(tree, form, path, around, visit);
            }
        }
        (Shape::Record(fields), Tree::Fields(_)) => {
            visit(path, form, tree, Met::Record(around));
            let inside = Around {
                record: tree,
                next: around,
            };
            for field in *fields {
                if let Some(value) = tree.field(field.name()) {
                    let end = path.len();
                    add_step(path, field.name());
                    walk(value, field.form(), path, Some(&inside), visit);
                    path.truncate(end);
                }
            }
        }
        (Shape::Choice(_) | Shape::Keyed { .. }, Tree::Fields(_))
        | (Shape::List { .. } | Shape::Tuple(_), Tree::List(_)) => {
            walk_members(tree, form, path, around, visit);
        }
        _ => visit(path, form, tree, Met::Value),
    }
}

/// Visits everything below a choice, or below a table or a list of any kind.
fn walk_members(
    tree: &Tree,
    form: &Form,
    path: &mut String,
    around: Option<&Around<'_>>,
    visit: &mut impl FnMut(&str, &Form, &Tree, Met<'_>),
) {
    let end = path.len();
    match (form.shape(), tree) {
        (Shape::Choice(variants), Tree::Fields(_)) => {
            for variant in *variants {
                if let (Some(form), Some(value)) = (variant.form(), tree.field(variant.name())) {
                    add_step(path, variant.name());
                    walk(value, form, path, around, visit);
                    path.truncate(end);
                }
            }
        }
        (Shape::Keyed { key, value: form }, Tree::Fields(members)) => {
            for (name, value) in members {
                add_step(path, name);
                walk(&Tree::Text(name.clone()), key, path, around, visit);
                walk(value, form, path, around, visit);
                path.truncate(end);
            }
        }
        (Shape::List { of, .. }, Tree::List(members)) => {
            for (place, member) in members.iter().enumerate() {
                add_place(path, place);
                walk(member, of, path, around, visit);
                path.truncate(end);
            }
        }
        (Shape::Tuple(forms), Tree::List(members)) => {
            for (place, (form, member)) in forms.iter().zip(members).enumerate() {
                add_place(path, place);
                walk(member, form, path, around, visit);
                path.truncate(end);
            }
        }
        _ => {}
    }
}

/// Adds the place of a member of a list to a path.
fn add_place(path: &mut String, place: usize) {
    // A text takes everything that is written to it.
    let _ = write!(path, "[{place}]");
}

fn has_list(forms: &[&Form]) -> bool {
    forms.iter().any(|form| is_list(form))
}

const fn is_list(form: &Form) -> bool {
    matches!(form.shape(), Shape::List { .. })
}
