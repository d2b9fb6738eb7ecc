use alloc::format;
use alloc::string::String;

use crate::form::{Form, Shape, Tree, add_step};

/// Visits every value of a document that has no parts, with its path and its form, in the order of the fields.
///
/// A name that is data, as in a table by currency, is a value, too. What does not have its form is passed over.
pub(crate) fn each_value(document: &Tree, form: &Form, visit: &mut impl FnMut(&str, &Form, &Tree)) {
    walk(document, form, "", &mut |path, form, tree, is_value| {
        if is_value {
            visit(path, form, tree);
        }
    });
}

/// Visits every record of a document, with its path and its form, the outer before the inner ones.
pub(crate) fn each_record(
    document: &Tree,
    form: &Form,
    visit: &mut impl FnMut(&str, &Form, &Tree),
) {
    walk(document, form, "", &mut |path, form, tree, is_value| {
        if !is_value {
            visit(path, form, tree);
        }
    });
}

/// Visits every record and every value; the last argument marks a value.
fn walk(tree: &Tree, form: &Form, path: &str, visit: &mut impl FnMut(&str, &Form, &Tree, bool)) {
    let below = |name: &str| {
        let mut path = String::from(path);
        add_step(&mut path, name);
        path
    };
    match (form.shape(), tree) {
        (Shape::Optional(form) | Shape::OrNone(form), _) => walk(tree, form, path, visit),
        // One thing or a list of them; every other choice of forms is that of one value.
        (Shape::Either(forms), Tree::Fields(_) | Tree::List(_)) if has_list(forms) => {
            for form in forms
                .iter()
                .filter(|form| is_list(form) == matches!(tree, Tree::List(_)))
            {
                walk(tree, form, path, visit);
            }
        }
        (Shape::Record(fields), Tree::Fields(_)) => {
            visit(path, form, tree, false);
            for field in *fields {
                if let Some(value) = tree.field(field.name()) {
                    walk(value, field.form(), &below(field.name()), visit);
                }
            }
        }
        (Shape::Choice(variants), Tree::Fields(_)) => {
            for variant in *variants {
                if let (Some(form), Some(value)) = (variant.form(), tree.field(variant.name())) {
                    walk(value, form, &below(variant.name()), visit);
                }
            }
        }
        (Shape::Keyed { key, value: form }, Tree::Fields(members)) => {
            for (name, value) in members {
                let path = below(name);
                walk(&Tree::Text(name.clone()), key, &path, visit);
                walk(value, form, &path, visit);
            }
        }
        (Shape::List { of, .. }, Tree::List(members)) => {
            for (place, member) in members.iter().enumerate() {
                walk(member, of, &format!("{path}[{place}]"), visit);
            }
        }
        (Shape::Tuple(forms), Tree::List(members)) => {
            for (place, (form, member)) in forms.iter().zip(members).enumerate() {
                walk(member, form, &format!("{path}[{place}]"), visit);
            }
        }
        _ => visit(path, form, tree, true),
    }
}

fn has_list(forms: &[&Form]) -> bool {
    forms.iter().any(|form| is_list(form))
}

const fn is_list(form: &Form) -> bool {
    matches!(form.shape(), Shape::List { .. })
}
