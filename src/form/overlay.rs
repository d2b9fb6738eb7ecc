use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use crate::form::tree::Tree;
use crate::form::{Form, Shape};

/// Returns the tree of a whole value with the fields of another tree over it.
///
/// Objects whose names are fields join, and so do two of the same variant. Every other value
/// replaces the one that was there. In an object whose names are data the word `"none"` takes a member
/// away. An unknown field stays, so that the reader of the result refuses it.
///
/// # Examples
///
/// ```
/// use keqing::form::{Described, Tree, overlaid};
/// use keqing::lifecycle::LifecyclePolicy;
///
/// let whole = Tree::of(&LifecyclePolicy::standard());
/// let ours: Tree = serde_json::from_str(r#"{"boundary": "upper-inclusive"}"#)?;
/// let together = overlaid(LifecyclePolicy::FORM, whole, &ours);
/// assert_eq!(together.at("boundary"), Some(&Tree::from("upper-inclusive")));
/// assert!(together.at("assessment-period").is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn overlaid(form: &Form, whole: Tree, over: &Tree) -> Tree {
    match (form.shape(), whole, over) {
        (Shape::Record(fields), Tree::Fields(mut whole), Tree::Fields(over)) => {
            let (mut seen, known) = (BTreeSet::new(), whole.len());
            for (name, value) in over {
                let field = fields.iter().find(|field| field.name() == name);
                // A name that stands twice stays there twice.
                let is_first = seen.insert(name.as_str());
                let mut fields = whole.iter_mut().take(known);
                let place = fields.find(|(known, _)| known == name && is_first);
                match (place, field) {
                    (Some((_, under)), Some(field)) => {
                        *under =
                            overlaid(field.form(), core::mem::replace(under, Tree::Null), value);
                    }
                    _ => whole.push((name.clone(), value.clone())),
                }
            }
            Tree::Fields(whole)
        }
        (Shape::Choice(variants), Tree::Fields(mut whole), Tree::Fields(over)) => {
            match (whole.as_mut_slice(), over.as_slice()) {
                ([(name, under)], [(other, value)]) if name == other => {
                    let variant = variants.iter().find(|variant| variant.name() == name);
                    let under = core::mem::replace(under, Tree::Null);
                    let content = match variant.and_then(|variant| variant.form()) {
                        Some(form) => overlaid(form, under, value),
                        None => value.clone(),
                    };
                    Tree::Fields(alloc::vec![(core::mem::take(name), content)])
                }
                _ => Tree::Fields(over.clone()),
            }
        }
        (Shape::Keyed { value: form, .. }, Tree::Fields(whole), Tree::Fields(over)) => {
            keyed(form, whole, over)
        }
        (Shape::Optional(form) | Shape::OrNone(form), whole, over) => overlaid(form, whole, over),
        (Shape::Either(forms), whole, over) => {
            let same = forms
                .iter()
                .find(|form| form.resembles(over) && form.resembles(&whole));
            // Two texts, or two parts of one share, do not join.
            match same {
                Some(form) if !form.is_checked() => overlaid(form, whole, over),
                _ => over.clone(),
            }
        }
        (_, _, over) => over.clone(),
    }
}

/// Joins objects whose names are data: the names of both, in the order of the alphabet.
///
/// The word `"none"` takes a member away that is there. A name that stands twice stays there twice, so that
/// the reader of the result refuses it.
fn keyed(form: &Form, whole: Vec<(String, Tree)>, over: &[(String, Tree)]) -> Tree {
    let mut joined: BTreeMap<String, Tree> = whole.into_iter().collect();
    let (mut seen, mut again) = (BTreeSet::new(), Vec::new());
    let takes_none = matches!(form.shape(), Shape::OrNone(_));
    for (name, value) in over {
        if !seen.insert(name.as_str()) {
            again.push((name.clone(), value.clone()));
            continue;
        }
        let is_gone = !takes_none && value == &Tree::from("none");
        match joined.remove(name) {
            Some(_) if is_gone => {}
            Some(under) => {
                joined.insert(name.clone(), overlaid(form, under, value));
            }
            None => {
                joined.insert(name.clone(), value.clone());
            }
        }
    }
    Tree::Fields(joined.into_iter().chain(again).collect())
}
