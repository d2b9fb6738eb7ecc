//! The search for every fault of a tree, by the form that it should have.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::iter;

use crate::form::fault::{Fault, FaultCode};
use crate::form::limits::Limits;
use crate::form::name::{OneOf, nearest};
use crate::form::plain::add_step;
use crate::form::tree::{Tree, is_like_none};
use crate::form::{Field, Form, Shape, Variant};

/// Returns the faults of a tree in the order of the document, as many as the limits allow.
pub(super) fn explain(tree: &Tree, form: &Form, limits: &Limits) -> Vec<Fault> {
    let mut examiner = Examiner {
        path: String::new(),
        faults: Vec::new(),
        most: limits.faults().max(1),
    };
    examiner.examine(tree, form);
    examiner.faults.truncate(examiner.most);
    examiner.faults
}

impl Fault {
    /// Makes the fault of a name that no list has.
    pub(crate) fn unknown_word(path: &str, given: &str, known: &[&'static str]) -> Self {
        let wanted = OneOf(known.iter()).to_string();
        Self::new(FaultCode::UnknownWord, path, wanted)
            .given(&Tree::from(given))
            .near(nearest(given, known.iter().copied()))
    }

    /// Makes the fault of a value of another kind than the one wanted.
    pub(crate) fn of_other_type(path: &str, given: &Tree, wanted: &str) -> Self {
        Self::new(FaultCode::WrongType, path, wanted).given(given)
    }

    /// Makes the fault of a field that stands there again.
    pub(crate) fn duplicate(path: &str) -> Self {
        Self::new(FaultCode::DuplicateField, path, "")
    }

    /// Makes the fault of a field whose name was probably meant to be another.
    pub(crate) fn unknown_name(name: &str, meant: &str) -> Self {
        let mut path = String::new();
        add_step(&mut path, name);
        Self::new(FaultCode::UnknownField, &path, format!("`{meant}`")).near(Some(meant))
    }

    /// Makes the fault of a field that is missing.
    pub(crate) fn missing(path: &str, wanted: &str) -> Self {
        Self::new(FaultCode::MissingField, path, wanted)
    }
}

/// A walk through a tree and its form together.
///
/// If the shape holds and all parts are sound, the type's own check decides.
struct Examiner {
    path: String,
    faults: Vec<Fault>,
    most: usize,
}

impl Examiner {
    fn is_done(&self) -> bool {
        self.faults.len() >= self.most
    }

    fn say(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    fn wrong_type(&mut self, tree: &Tree, form: &Form) {
        self.say(Fault::new(FaultCode::WrongType, &self.path, form.wanted()).given(tree));
    }

    /// Looks into a field and comes back.
    fn within(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        add_step(&mut self.path, name);
        look(self);
        self.path.truncate(length);
    }

    fn examine(&mut self, tree: &Tree, form: &Form) {
        if self.is_done() {
            return;
        }
        let before = self.faults.len();
        self.examine_shape(tree, form);
        let of_the_whole = form.whole.map(|check| check(tree)).unwrap_or_default();
        for fault in of_the_whole {
            self.say(fault.under(&self.path));
        }
        if self.faults.len() > before {
            return;
        }
        if let Some(Err(reasons)) = form.check.map(|check| check(tree)) {
            let code = match form.shape {
                Shape::Decimal | Shape::Text(_) => FaultCode::UnreadableText,
                _ => FaultCode::Refused,
            };
            for reason in reasons.lines() {
                self.say(Fault::new(code, &self.path, reason).given(tree));
            }
        } else if let Some(wanted) = form.bound.and_then(|bound| bound(tree)) {
            self.say(Fault::new(FaultCode::OutOfRange, &self.path, wanted).given(tree));
        }
    }

    fn examine_shape(&mut self, tree: &Tree, form: &Form) {
        match (&form.shape, tree) {
            (Shape::Truth, Tree::Truth(_)) | (Shape::Decimal | Shape::Text(_), Tree::Text(_)) => {}
            (Shape::Whole { least, most }, Tree::Whole(given)) => {
                if !(least..=most).contains(&given) {
                    let fault = Fault::new(FaultCode::OutOfRange, &self.path, form.wanted());
                    self.say(fault.given(tree));
                }
            }
            (Shape::Words(words), Tree::Text(given)) => {
                if words.iter().all(|word| word.name != given) {
                    self.unknown_word(given, tree, form, words.iter().map(|word| word.name));
                }
            }
            (Shape::Record(fields), Tree::Fields(given)) => self.examine_record(given, fields),
            (Shape::Choice(variants), _) => self.examine_choice(tree, form, variants),
            (Shape::List { of, least, most }, Tree::List(members)) => {
                self.examine_members(members.iter().map(|member| (member, *of)));
                let length = members.len();
                if length < *least || most.is_some_and(|most| length > most) {
                    let given = Tree::Whole(length as i128);
                    let fault = Fault::new(FaultCode::WrongLength, &self.path, form.wanted());
                    self.say(fault.given(&given));
                }
            }
            (Shape::Tuple(forms), Tree::List(members)) if forms.len() == members.len() => {
                self.examine_members(members.iter().zip(forms.iter().copied()));
            }
            (Shape::Keyed { key, value }, Tree::Fields(given)) => {
                self.examine_keyed(given, key, value);
            }
            (Shape::Optional(_), Tree::Null) => {}
            (Shape::OrNone(_), Tree::Text(word)) if word == "none" => {}
            (Shape::OrNone(_), Tree::Text(word)) if is_like_none(tree) => {
                self.unknown_word(word, tree, form, iter::once("none"));
            }
            (Shape::Optional(inner) | Shape::OrNone(inner), _) if inner.resembles(tree) => {
                self.examine_switch(tree, form, inner);
            }
            (Shape::Either(forms), _) => self.examine_either(tree, form, forms),
            _ => self.wrong_type(tree, form),
        }
    }

    fn examine_members<'a>(&mut self, members: impl Iterator<Item = (&'a Tree, &'static Form)>) {
        for (place, (member, form)) in members.enumerate() {
            let length = self.path.len();
            self.path.push_str(&format!("[{place}]"));
            self.examine(member, form);
            self.path.truncate(length);
        }
    }

    fn examine_record(&mut self, given: &[(String, Tree)], fields: &'static [Field]) {
        let (mut meant, mut seen) = (Vec::new(), BTreeSet::new());
        for (name, value) in given {
            if self.is_done() {
                return;
            }
            let repeated = !seen.insert(name.as_str());
            let field = fields.iter().find(|field| field.name == name);
            match field {
                Some(_) if repeated => self.within(name, |inside| {
                    inside.say(Fault::duplicate(&inside.path));
                }),
                Some(field) => self.within(name, |inside| inside.examine(value, field.form)),
                None => {
                    let nearest = nearest(name, fields.iter().map(|field| field.name));
                    meant.extend(nearest);
                    self.unknown_field(name, value, fields.iter().map(|field| field.name), nearest);
                }
            }
        }
        for field in fields.iter().filter(|field| field.required) {
            if !seen.contains(field.name) && !meant.contains(&field.name) {
                self.within(field.name, |inside| {
                    let wanted = field.form.wanted();
                    inside.say(Fault::new(FaultCode::MissingField, &inside.path, wanted));
                });
            }
        }
    }

    fn examine_keyed(&mut self, given: &[(String, Tree)], key: &Form, value: &Form) {
        let mut seen = BTreeSet::new();
        for (name, member) in given {
            let repeated = !seen.insert(name.as_str());
            self.within(name, |inside| {
                if repeated {
                    inside.say(Fault::duplicate(&inside.path));
                } else {
                    inside.examine(&Tree::Text(name.clone()), key);
                    inside.examine(member, value);
                }
            });
        }
    }

    fn examine_choice(&mut self, tree: &Tree, form: &Form, variants: &'static [Variant]) {
        let (name, content) = match tree {
            Tree::Text(name) => (name, None),
            Tree::Fields(fields) => match fields.as_slice() {
                [(name, content)] => (name, Some(content)),
                _ => return self.wrong_type(tree, form),
            },
            _ => return self.wrong_type(tree, form),
        };
        let variant = variants.iter().find(|variant| variant.name == name);
        match (variant.map(|variant| variant.form), content) {
            (Some(None), None) => {}
            (Some(Some(form)), Some(content)) => {
                self.within(name, |inside| inside.examine(content, form));
            }
            (Some(_), _) => self.wrong_type(tree, form),
            (None, None) => {
                self.unknown_word(
                    name,
                    tree,
                    form,
                    variants.iter().map(|variant| variant.name),
                );
            }
            (None, Some(content)) => {
                let names = || variants.iter().map(|variant| variant.name);
                self.unknown_field(name, content, names(), nearest(name, names()));
            }
        }
    }

    /// Examines the value of an option. A fault of the whole value may have been meant for the option.
    fn examine_switch(&mut self, tree: &Tree, form: &Form, inner: &Form) {
        let before = self.faults.len();
        self.examine(tree, inner);
        let off = match (&form.shape, tree) {
            (Shape::OrNone(_), Tree::Text(given)) => nearest(given, iter::once("none")),
            _ => None,
        };
        for fault in self.faults.iter_mut().skip(before) {
            if fault.path() == self.path {
                fault.want_option(form);
                if fault.nearest().is_none() {
                    fault.set_nearest(off);
                }
            }
        }
    }

    /// Examines a value that may have several forms by the one that it resembles.
    fn examine_either(&mut self, tree: &Tree, form: &Form, forms: &'static [&'static Form]) {
        match forms.iter().find(|form| form.resembles(tree)) {
            Some(form) => self.examine(tree, form),
            None => self.wrong_type(tree, form),
        }
    }

    fn unknown_word(
        &mut self,
        given: &str,
        tree: &Tree,
        form: &Form,
        known: impl Iterator<Item = &'static str>,
    ) {
        let fault = Fault::new(FaultCode::UnknownWord, &self.path, form.wanted());
        self.say(fault.given(tree).near(nearest(given, known)));
    }

    fn unknown_field(
        &mut self,
        name: &str,
        value: &Tree,
        known: impl Iterator<Item = &'static str> + Clone,
        nearest: Option<&str>,
    ) {
        let wanted = OneOf(known).to_string();
        self.within(name, |inside| {
            let fault = Fault::new(FaultCode::UnknownField, &inside.path, wanted);
            inside.say(fault.given(value).near(nearest));
        });
    }
}
