//! Values made from a form alone: trees of the right shape, and trees with one planted fault.

use keqing::form::{Field, Form, Shape, Tree};

/// Where in a tree something was planted, and what was planted there.
#[derive(Clone, Debug)]
pub(super) struct Planted {
    pub(super) path: String,
    pub(super) code: &'static str,
}

/// Makes choices out of one number, the same ones each time.
pub(crate) struct Chooser(u64);

impl Chooser {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below a bound that is above zero.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let bound = u64::try_from(bound).unwrap_or(u64::MAX);
        usize::try_from(self.0.checked_rem(bound).unwrap_or_default()).unwrap_or_default()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len().max(1)))
    }
}

/// A tree of the right shape. A check between its parts may still refuse it.
pub(crate) fn shaped(form: &Form, choose: &mut Chooser) -> Tree {
    match form.shape() {
        Shape::Truth => Tree::Truth(choose.below(2) == 0),
        Shape::Whole { least, most } => Tree::Whole(match choose.below(4) {
            0 => *least,
            1 => *most,
            _ => (*least).saturating_add(1).min(*most),
        }),
        Shape::Text(examples) => Tree::Text((*choose.one(examples).unwrap_or(&"")).to_owned()),
        Shape::Decimal => Tree::from(*choose.one(&["12.50", "-3"]).unwrap_or(&"0")),
        Shape::Words(words) => Tree::from(choose.one(words).map_or("", |word| word.name())),
        Shape::Record(fields) => {
            let mut given = Vec::new();
            for field in *fields {
                if field.is_required() || choose.below(3) == 0 {
                    given.push((field.name().to_owned(), shaped(field.form(), choose)));
                }
            }
            Tree::Fields(given)
        }
        Shape::Choice(variants) => match choose.one(variants) {
            Some(variant) => match variant.form() {
                None => Tree::from(variant.name()),
                Some(form) => Tree::Fields(vec![(variant.name().to_owned(), shaped(form, choose))]),
            },
            None => Tree::Null,
        },
        Shape::List { of, least, most } => {
            let length = least
                .saturating_add(choose.below(2))
                .min(most.unwrap_or(usize::MAX));
            Tree::List((0..length).map(|_| shaped(of, choose)).collect())
        }
        Shape::Tuple(forms) => Tree::List(forms.iter().map(|form| shaped(form, choose)).collect()),
        Shape::Keyed { key, value } => match shaped(key, choose) {
            Tree::Text(name) => Tree::Fields(vec![(name, shaped(value, choose))]),
            _ => Tree::Fields(Vec::new()),
        },
        Shape::Optional(form) if choose.below(2) == 0 => shaped(form, choose),
        Shape::Optional(_) => Tree::Null,
        Shape::OrNone(form) if choose.below(2) == 0 => shaped(form, choose),
        Shape::OrNone(_) => Tree::from("none"),
        Shape::Either(forms) => match choose.one(forms) {
            Some(form) => shaped(form, choose),
            None => Tree::Null,
        },
        other => panic!("{other:?} is not generated"),
    }
}

/// Replaces one value somewhere below by another of the shape.
pub(crate) fn replace(tree: &mut Tree, form: &Form, choose: &mut Chooser) {
    if let (Shape::Record(fields), Tree::Fields(given)) = (form.shape(), &mut *tree) {
        let place = choose.below(given.len().max(1));
        if let Some((name, value)) = given.get_mut(place) {
            if let Some(field) = fields.iter().find(|field| field.name() == name) {
                return replace(value, field.form(), choose);
            }
        }
    }
    *tree = shaped(form, choose);
}

/// Makes the value at a path anew, or the one above it, as far as the path leads.
pub(super) fn renew(tree: &mut Tree, form: &'static Form, path: &[&str], choose: &mut Chooser) {
    let Some((step, rest)) = path.split_first() else {
        *tree = shaped(form, choose);
        return;
    };
    if let Shape::Optional(form) | Shape::OrNone(form) = form.shape() {
        return renew(tree, form, path, choose);
    }
    let below = match &mut *tree {
        Tree::Fields(fields) => {
            let field = fields.iter_mut().find(|(name, _)| name == step);
            field.map(|(_, value)| value)
        }
        Tree::List(members) => step.parse().ok().and_then(|at: usize| members.get_mut(at)),
        _ => None,
    };
    match (below, inside(form, step)) {
        (Some(below), Some(form)) => renew(below, form, rest, choose),
        _ => *tree = shaped(form, choose),
    }
}

/// The form of what stands one step below.
fn inside(form: &'static Form, step: &str) -> Option<&'static Form> {
    match form.shape() {
        Shape::Record(fields) => {
            let field = fields.iter().find(|field| field.name() == step);
            field.map(|field| field.form())
        }
        Shape::Choice(variants) => {
            let variant = variants.iter().find(|variant| variant.name() == step);
            variant.and_then(|variant| variant.form())
        }
        Shape::List { of, .. } => Some(of),
        Shape::Tuple(forms) => forms.get(step.parse::<usize>().ok()?).copied(),
        Shape::Keyed { value, .. } => Some(value),
        _ => None,
    }
}

/// Plants one fault into a tree of the shape, somewhere on one way down; `None` where nothing can be planted.
pub(super) fn planted(
    tree: &mut Tree,
    form: &Form,
    path: &str,
    choose: &mut Chooser,
) -> Option<Planted> {
    match (form.shape(), &mut *tree) {
        (Shape::Optional(form), Tree::Null) => {
            *tree = shaped(form, choose);
            planted(tree, form, path, choose)
        }
        (Shape::OrNone(form), Tree::Text(word)) if word == "none" => {
            *tree = shaped(form, choose);
            planted(tree, form, path, choose)
        }
        (Shape::Optional(form) | Shape::OrNone(form), _) => planted(tree, form, path, choose),
        (Shape::Record(fields), Tree::Fields(given)) => in_record(given, fields, path, choose),
        (Shape::Choice(variants), Tree::Fields(given)) => {
            let (name, value) = given.first_mut()?;
            let variant = variants.iter().find(|variant| variant.name() == name)?;
            planted(value, variant.form()?, &below(path, &name.clone()), choose)
        }
        (Shape::Words(_) | Shape::Choice(_), Tree::Text(word)) => {
            "no-such-word-at-all".clone_into(word);
            Some(Planted {
                path: path.to_owned(),
                code: "unknown-word",
            })
        }
        (Shape::Whole { most, .. }, Tree::Whole(value)) => {
            *value = (*most).saturating_add(1);
            Some(Planted {
                path: path.to_owned(),
                code: "out-of-range",
            })
        }
        (Shape::List { of, .. }, Tree::List(members)) if !members.is_empty() => {
            let place = choose.below(members.len());
            planted(
                members.get_mut(place)?,
                of,
                &format!("{path}[{place}]"),
                choose,
            )
        }
        (Shape::Either(_), _) => None,
        _ => {
            *tree = Tree::Fraction("0.5".to_owned());
            Some(Planted {
                path: path.to_owned(),
                code: "wrong-type",
            })
        }
    }
}

/// Plants a fault into a record: below one of its fields, or a field that is missing, unknown or there twice.
fn in_record(
    given: &mut Vec<(String, Tree)>,
    fields: &'static [Field],
    path: &str,
    choose: &mut Chooser,
) -> Option<Planted> {
    if choose.below(3) > 0 && !given.is_empty() {
        let place = choose.below(given.len());
        let (name, value) = given.get_mut(place)?;
        let field = fields.iter().find(|field| field.name() == name)?;
        return planted(value, field.form(), &below(path, &name.clone()), choose);
    }
    let required = fields.iter().filter(|field| field.is_required());
    let required: Vec<&str> = required.map(|field| field.name()).collect();
    let (code, name) = match (choose.below(3), choose.one(&required)) {
        (0, Some(name)) => {
            given.retain(|(field, _)| field != name);
            ("missing-field", *name)
        }
        (1, Some(name)) => {
            let twice = given.iter().find(|(field, _)| field == name).cloned()?;
            given.push(twice);
            ("duplicate-field", *name)
        }
        _ => {
            given.push(("no-such-field-at-all".to_owned(), Tree::Null));
            ("unknown-field", "no-such-field-at-all")
        }
    };
    let path = below(path, name);
    Some(Planted { path, code })
}

fn below(path: &str, name: &str) -> String {
    match path {
        "" => name.to_owned(),
        _ => format!("{path}.{name}"),
    }
}
