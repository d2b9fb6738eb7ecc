//! The places of a tree of facts at which something stands that a law is about.

use keqing::form::{Form, Shape, Tree};

/// A step on the way down a tree.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Step {
    Field(String),
    Member(usize),
}

/// A place in a tree: the way to it, the name of the field that holds it, and its form.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) way: Vec<Step>,
    pub(super) form: &'static Form,
}

impl Slot {
    /// The path without the places of members, such as `facts.ties[].weight`.
    pub(super) fn pattern(&self) -> String {
        let mut pattern = String::new();
        for step in &self.way {
            match step {
                Step::Field(name) => {
                    if !pattern.is_empty() {
                        pattern.push('.');
                    }
                    pattern.push_str(name);
                }
                Step::Member(_) => pattern.push_str("[]"),
            }
        }
        pattern
    }

    /// The name of the field that holds it.
    pub(super) fn field(&self) -> &str {
        let names = self.way.iter().rev().filter_map(|step| match step {
            Step::Field(name) => Some(name.as_str()),
            Step::Member(_) => None,
        });
        names.into_iter().next().unwrap_or_default()
    }

    /// The list in whose member this field stands.
    pub(super) fn list(&self) -> Option<Self> {
        let way = match self.way.as_slice() {
            [way @ .., Step::Member(_), Step::Field(_)] => way.to_vec(),
            _ => return None,
        };
        let form = self.form;
        Some(Self { way, form })
    }

    /// The tree with something else at this place.
    pub(super) fn put(&self, tree: &Tree, value: Tree) -> Tree {
        let mut changed = tree.clone();
        if let Some(place) = find(&mut changed, &self.way) {
            *place = value;
        }
        changed
    }

    /// The value at this place.
    pub(super) fn value<'a>(&self, tree: &'a Tree) -> Option<&'a Tree> {
        self.way
            .iter()
            .try_fold(tree, |tree, step| match (tree, step) {
                (Tree::Fields(_), Step::Field(name)) => tree.field(name),
                (Tree::List(members), Step::Member(place)) => members.get(*place),
                _ => None,
            })
    }
}

fn find<'a>(tree: &'a mut Tree, way: &[Step]) -> Option<&'a mut Tree> {
    let Some((step, rest)) = way.split_first() else {
        return Some(tree);
    };
    match (tree, step) {
        (Tree::Fields(fields), Step::Field(name)) => {
            let field = fields.iter_mut().find(|(given, _)| given == name);
            field.and_then(|(_, below)| find(below, rest))
        }
        (Tree::List(members), Step::Member(place)) => {
            members.get_mut(*place).and_then(|below| find(below, rest))
        }
        _ => None,
    }
}

/// Every place of a tree, the whole first.
pub(super) fn slots(tree: &Tree, form: &'static Form) -> Vec<Slot> {
    let mut found = Vec::new();
    walk(tree, form, &mut Vec::new(), &mut found);
    found
}

fn walk(tree: &Tree, form: &'static Form, way: &mut Vec<Step>, found: &mut Vec<Slot>) {
    found.push(Slot {
        way: way.clone(),
        form,
    });
    below(tree, form, way, found);
}

fn below(tree: &Tree, form: &'static Form, way: &mut Vec<Step>, found: &mut Vec<Slot>) {
    let mut step = |step: Step, tree: &Tree, form: &'static Form| {
        way.push(step);
        walk(tree, form, way, found);
        way.pop();
    };
    match (form.shape(), tree) {
        (Shape::Record(fields), Tree::Fields(_)) => {
            for field in *fields {
                if let Some(value) = tree.field(field.name()) {
                    step(Step::Field(field.name().to_owned()), value, field.form());
                }
            }
        }
        (Shape::Choice(variants), Tree::Fields(given)) => {
            for (name, value) in given {
                let variant = variants.iter().find(|variant| variant.name() == name);
                if let Some(form) = variant.and_then(|variant| variant.form()) {
                    step(Step::Field(name.clone()), value, form);
                }
            }
        }
        (Shape::List { of, .. }, Tree::List(members)) => {
            for (place, member) in members.iter().enumerate() {
                step(Step::Member(place), member, of);
            }
        }
        (Shape::Tuple(forms), Tree::List(members)) => {
            for (place, (member, form)) in members.iter().zip(*forms).enumerate() {
                step(Step::Member(place), member, form);
            }
        }
        (Shape::Keyed { value, .. }, Tree::Fields(given)) => {
            for (name, below) in given {
                step(Step::Field(name.clone()), below, value);
            }
        }
        (Shape::Optional(form) | Shape::OrNone(form), _) => below(tree, form, way, found),
        (Shape::Either(forms), _) => {
            // A record or a list: what a tree resembles is the form that it is read by.
            let fits = |form: &&&'static Form| match form.shape() {
                Shape::Record(_) => matches!(tree, Tree::Fields(_)),
                Shape::List { .. } => matches!(tree, Tree::List(_)),
                _ => false,
            };
            if let Some(form) = forms.iter().find(fits) {
                if matches!(form.shape(), Shape::Record(_)) {
                    found.push(Slot {
                        way: way.clone(),
                        form,
                    });
                }
                below(tree, form, way, found);
            }
        }
        _ => {}
    }
}
