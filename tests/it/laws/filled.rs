//! Facts that are unknown in a case, made known one at a time.

use keqing::form::{Form, Shape, Tree};

use super::cases::Case;
use super::slots::{Slot, slots};

/// A case in which a fact is known that was unknown, and the place of the fact.
pub(super) struct Filled {
    pub(super) case: Case,
    pub(super) fact: Slot,
}

/// The case with each of its unknown facts as a measured value, those that are refused left out.
pub(super) fn filled(case: &Case) -> Vec<Filled> {
    let whole = completed(&case.tree, case.form);
    let day = ["as-of", "facts.as-of"].iter().find_map(|at| whole.at(at));
    let unknown = slots(&whole, case.form).into_iter().filter_map(|slot| {
        let is_unknown = slot.value(&whole) == Some(&Tree::Null);
        let value = is_unknown.then(|| known(slot.form, day)).flatten()?;
        Some((slot, value))
    });
    let filled = unknown.filter_map(|(fact, value)| {
        let statement = Tree::Fields(vec![
            ("value".to_owned(), value),
            ("grade".to_owned(), Tree::from("measured")),
        ]);
        let tree = fact.put(&whole, statement);
        let answer = case.with(&tree)?;
        let case = Case {
            story: format!("{} with {}", case.story, fact.pattern()),
            policy: case.policy.clone(),
            ask: case.ask,
            tree,
            form: case.form,
            answer,
        };
        Some(Filled { case, fact })
    });
    filled.collect()
}

/// The tree with `null` in every field that may be left out and is.
fn completed(tree: &Tree, form: &'static Form) -> Tree {
    match (form.shape(), tree) {
        (Shape::Record(fields), Tree::Fields(given)) => {
            let of = |name: &str| fields.iter().find(|field| field.name() == name);
            let given = given.iter().map(|(name, value)| {
                let value = match of(name) {
                    Some(field) => completed(value, field.form()),
                    None => value.clone(),
                };
                (name.clone(), value)
            });
            let left_out = fields.iter().filter(|field| {
                let is_fact = statement(field.form()).is_some();
                is_fact && tree.field(field.name()).is_none()
            });
            let left_out = left_out.map(|field| (field.name().to_owned(), Tree::Null));
            Tree::Fields(given.chain(left_out).collect())
        }
        (Shape::Optional(form), _) => completed(tree, form),
        (Shape::List { of, .. }, Tree::List(members)) => {
            Tree::List(members.iter().map(|one| completed(one, of)).collect())
        }
        _ => tree.clone(),
    }
}

/// The form of the value of a fact that may be unknown.
fn statement(form: &'static Form) -> Option<&'static Form> {
    let Shape::Optional(inner) = form.shape() else {
        return None;
    };
    let record = match inner.shape() {
        Shape::Either([one, ..]) => one.shape(),
        shape => shape,
    };
    let Shape::Record(fields) = record else {
        return None;
    };
    let has_grade = fields.iter().any(|field| field.name() == "grade");
    let value = fields.iter().find(|field| field.name() == "value");
    Some(value.filter(|_| has_grade)?.form())
}

/// A value for a fact that may be unknown, if the value has an order.
fn known(form: &'static Form, day: Option<&Tree>) -> Option<Tree> {
    let value = statement(form)?;
    let share = || Tree::from("50 %");
    match (value.shape(), value.name().as_str()) {
        (Shape::Whole { least, .. }, _) => Some(Tree::Whole(*least)),
        (Shape::Words(words), _) => words.first().map(|word| Tree::from(word.name())),
        (Shape::Decimal, _) => Some(Tree::from("0")),
        (_, "mark") => Some(Tree::Whole(3)),
        (_, "share") => Some(share()),
        (_, "date") => day.cloned(),
        (Shape::Choice(ways), _) if ways.iter().any(|way| way.name() == "of") => {
            Some(Tree::Fields(vec![("of".to_owned(), share())]))
        }
        (_, "money") => Some(Tree::Fields(vec![
            ("amount".to_owned(), Tree::from("1")),
            ("currency".to_owned(), Tree::from("CNY")),
        ])),
        _ => None,
    }
}
