//! The promises of the description, over trees made from it.

use keqing::dossier::Dossier;
use keqing::form::{Described, Faults, Field, Form, Limits, Shape, Tree, from_tree};
use keqing::oracle::Question;
use keqing::policy::Policy;
use proptest::prelude::*;

use crate::form::generate::{Chooser, planted, shaped};

/// A form, and the reader of what it describes.
pub(super) type Reader = (&'static Form, fn(&str, &Tree) -> Option<Faults>);

/// Every document of the library: the dossier, the policy, and the arguments of each question.
pub(super) fn documents() -> Vec<(&'static str, Reader)> {
    let dossier: Reader = (Dossier::FORM, |_, tree| {
        from_tree::<Dossier>(tree, &Limits::standard()).err()
    });
    let policy: Reader = (Policy::FORM, |_, tree| {
        from_tree::<Policy>(tree, &Limits::standard()).err()
    });
    let questions = Question::NAMES.iter().filter_map(|name| {
        let read: fn(&str, &Tree) -> Option<Faults> =
            |name, tree| Question::read_tree(name, tree, &Limits::standard()).err();
        Some((*name, (Question::form(name).ok()?, read)))
    });
    [("dossier", dossier), ("policy", policy)]
        .into_iter()
        .chain(questions)
        .collect()
}

#[test]
fn every_question_has_its_form() {
    assert_eq!(documents().len(), Question::NAMES.len().saturating_add(2));
}

/// A form that a user fills in has a line of plain text for each field.
#[test]
fn every_field_says_what_it_is() {
    let mut nameless = Vec::new();
    for (name, (form, _)) in documents() {
        fields(form, &mut |field| {
            let summary = field.summary();
            let is_plain = !summary.contains("](") && !summary.contains('\n');
            if summary.is_empty() || !is_plain {
                nameless.push(format!("{name}: {}: {summary:?}", field.name()));
            }
        });
    }
    assert!(nameless.is_empty(), "{nameless:#?}");
}

/// Visits every field below a form.
fn fields(form: &Form, visit: &mut impl FnMut(&Field)) {
    match form.shape() {
        Shape::Record(all) => {
            for field in *all {
                visit(field);
                fields(field.form(), visit);
            }
        }
        Shape::Choice(variants) => variants
            .iter()
            .filter_map(|variant| variant.form())
            .for_each(|form| fields(form, visit)),
        Shape::List { of: form, .. }
        | Shape::Keyed { value: form, .. }
        | Shape::Optional(form)
        | Shape::OrNone(form) => fields(form, visit),
        Shape::Either(forms) | Shape::Tuple(forms) => {
            forms.iter().for_each(|form| fields(form, visit));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    /// A tree that the description allows is read, or refused by a check between parts of the right form.
    #[test]
    fn a_tree_of_the_shape_is_read_or_refused_as_a_whole(seed in any::<u64>()) {
        for (name, (form, read)) in documents() {
            let tree = shaped(form, &mut Chooser::new(seed));
            for fault in read(name, &tree).into_iter().flatten() {
                let code = fault.code().name();
                // A statement of a dossier has its day, which the form alone does not demand.
                let is_undated = code == "missing-field" && fault.path().ends_with(".on");
                let of_the_whole = is_undated || fault.wanted().contains("`authorities`");
                // A whole number is made within its bounds; a share or a polarity may be beyond a bound of its field.
                let of_a_bound = code == "out-of-range" && !matches!(tree.at(fault.path()), Some(Tree::Whole(_)));
                let is_check = of_the_whole || of_a_bound || ["refused", "unreadable-text"].contains(&code);
                prop_assert!(is_check, "{name}: {fault} in {tree}");
                let stands = is_undated || tree.at(fault.path()).is_some();
                prop_assert!(stands, "{name}: {fault} in {tree}");
            }
        }
    }

    /// A planted fault is found where it was planted, once.
    #[test]
    fn a_planted_fault_is_found_once_where_it_stands(seed in any::<u64>()) {
        for (name, (form, read)) in documents() {
            let mut choose = Chooser::new(seed);
            let mut tree = shaped(form, &mut choose);
            let Some(planted) = planted(&mut tree, form, "", &mut choose) else { continue };
            let faults = read(name, &tree);
            let found = faults.iter().flat_map(Faults::iter).filter(|fault| {
                fault.path() == planted.path && fault.code().name() == planted.code
            });
            prop_assert_eq!(found.count(), 1, "{}: {:?} in {}: {:?}", name, planted, tree, faults);
        }
    }

    /// Two faults in two places are two faults: the second is not hidden by the first.
    #[test]
    fn no_fault_hides_another(seed in any::<u64>()) {
        for (name, (form, read)) in documents() {
            let mut choose = Chooser::new(seed);
            let mut tree = shaped(form, &mut choose);
            let first = planted(&mut tree, form, "", &mut choose);
            let Some(first) = first.filter(|first| first.code == "unknown-field") else { continue };
            let Tree::Fields(fields) = &mut tree else { continue };
            fields.push(("no-such-field-either".to_owned(), Tree::Null));
            let faults = read(name, &tree);
            let paths: Vec<&str> = faults.iter().flat_map(Faults::iter).map(|fault| fault.path()).collect();
            prop_assert!(paths.contains(&first.path.as_str()), "{name}: {first:?} not in {paths:?}");
            prop_assert!(paths.contains(&"no-such-field-either"), "{name}: {paths:?}");
        }
    }
}
