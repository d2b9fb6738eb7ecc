//! The places of a tree that hold something ordered, and other values for them.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use keqing::form::{Described, Form, Shape, Tree};
use keqing::policy::Policy;
use rust_decimal::Decimal;

use super::slots::{Slot, slots};

/// The lists of words that have an order, from the first word to the last.
const ORDERED_LISTS: [&str; 23] = [
    "authority",
    "clearance word",
    "conflict state",
    "contact channel",
    "direction",
    "feature tier",
    "level",
    "level span",
    "lock in level",
    "loyalty support",
    "organization size",
    "presence",
    "repeat",
    "replacement level",
    "sales step",
    "satisfaction state",
    "stage",
    "stake",
    "stance",
    "step",
    "supplier position",
    "trend",
    "trust level",
];

/// The days by which a date is moved.
const MOVES: [u64; 7] = [1, 7, 31, 92, 183, 366, 1100];

/// An ordered thing: the kind of a place, by which its values are compared and written.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Kind {
    Whole,
    Share,
    Decimal,
    Money,
    Date,
    Word,
}

/// A place with an ordered value.
pub(super) struct Ordered {
    pub(super) slot: Slot,
    /// The path without the places of members, and without the `value` of a statement.
    pub(super) pattern: String,
    kind: Kind,
}

/// The numbers of a policy, by the kind of value with which they are compared.
pub(super) struct Bounds(BTreeSet<(Kind, Decimal)>);

/// Every place of a tree that holds something ordered, once.
pub(super) fn ordered(tree: &Tree, form: &'static Form) -> Vec<Ordered> {
    let mut found: Vec<Ordered> = Vec::new();
    let mut closed: Vec<Slot> = Vec::new();
    for slot in slots(tree, form) {
        let is_inside = closed.iter().any(|above| slot.way.starts_with(&above.way));
        let Some(value) = slot.value(tree).filter(|_| !is_inside) else {
            continue;
        };
        if let Some(kind) = kind(value, slot.form) {
            let pattern = plain(slot.pattern());
            closed.push(slot.clone());
            found.push(Ordered {
                slot,
                pattern,
                kind,
            });
        }
    }
    found
}

impl Ordered {
    /// The name of the field, without the `value` of a statement and the `of` of a share.
    pub(super) fn field(&self) -> &str {
        let pattern = self.pattern.trim_end_matches("[]");
        pattern.rsplit_once('.').map_or(pattern, |(_, field)| field)
    }

    pub(super) fn is_date(&self) -> bool {
        self.kind == Kind::Date
    }

    /// The rank of the value that stands there.
    pub(super) fn rank(&self, tree: &Tree) -> Option<Decimal> {
        rank(self.slot.value(tree)?, self.slot.form, self.kind)
    }

    /// The tree with each of the other values in turn, and the rank of that value.
    pub(super) fn others(&self, tree: &Tree, bounds: &Bounds) -> Vec<(Decimal, Tree)> {
        let Some(given) = self.slot.value(tree) else {
            return Vec::new();
        };
        let Some(now) = self.rank(tree) else {
            return Vec::new();
        };
        let mut ranks = self.ranks(now, bounds);
        ranks.remove(&now);
        let written = ranks.into_iter().filter_map(|rank| {
            let value = written(rank, given, self.slot.form, self.kind)?;
            Some((rank, self.slot.put(tree, value)))
        });
        written.collect()
    }

    fn ranks(&self, now: Decimal, bounds: &Bounds) -> BTreeSet<Decimal> {
        let of_policy = bounds.0.iter().filter(|(kind, _)| *kind == self.kind);
        let of_policy = of_policy.map(|(_, bound)| *bound);
        let cent = Decimal::new(1, 2);
        let around = |center: Decimal, step: Decimal| {
            [
                center.checked_sub(step),
                Some(center),
                center.checked_add(step),
            ]
        };
        let mut ranks: BTreeSet<Decimal> = BTreeSet::new();
        match self.kind {
            Kind::Whole => {
                let (least, most) = range(self.slot.form);
                ranks.extend([least, most]);
                ranks.extend(around(now, Decimal::ONE).into_iter().flatten());
                ranks.extend(
                    of_policy
                        .flat_map(|bound| around(bound, Decimal::ONE))
                        .flatten(),
                );
                ranks.retain(|rank| (least..=most).contains(rank));
            }
            Kind::Share => {
                ranks.extend(around(now, cent).into_iter().flatten());
                ranks.extend(of_policy.flat_map(|bound| around(bound, cent)).flatten());
                ranks.extend([Decimal::ZERO, Decimal::ONE_HUNDRED]);
                ranks.retain(|rank| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(rank));
            }
            Kind::Decimal | Kind::Money => {
                ranks.extend(around(now, cent).into_iter().flatten());
                ranks.extend(around(now, Decimal::ONE).into_iter().flatten());
                ranks.extend([Decimal::ZERO, Decimal::ONE, Decimal::new(1_000_000, 0)]);
                ranks.extend(
                    [now.checked_mul(Decimal::TWO), now.checked_div(Decimal::TWO)]
                        .into_iter()
                        .flatten(),
                );
                ranks.extend(of_policy.flat_map(|bound| around(bound, cent)).flatten());
                ranks = ranks.into_iter().map(|rank| rank.round_dp(2)).collect();
            }
            Kind::Date => {
                for days in MOVES {
                    ranks.extend(
                        [now.checked_sub(days.into()), now.checked_add(days.into())]
                            .into_iter()
                            .flatten(),
                    );
                }
            }
            Kind::Word => ranks.extend((0..9_u32).map(Decimal::from)),
        }
        ranks
    }
}

/// A path without the `value` of a statement and without the `of` of a share of purchases.
pub(super) fn plain(path: String) -> String {
    let path = path.strip_suffix(".of").unwrap_or(&path);
    path.strip_suffix(".value").unwrap_or(path).to_owned()
}

impl Bounds {
    pub(super) fn of(policy: &Policy) -> Self {
        let tree = Tree::of(policy);
        let found = ordered(&tree, Policy::FORM);
        let bounds = found
            .iter()
            .filter_map(|one| Some((one.kind, one.rank(&tree)?)));
        Self(bounds.collect())
    }
}

/// The form without the possibility that nothing stands there.
fn inner(form: &'static Form) -> &'static Form {
    match form.shape() {
        Shape::Optional(form) | Shape::OrNone(form) => inner(form),
        _ => form,
    }
}

fn kind(value: &Tree, form: &'static Form) -> Option<Kind> {
    let form = inner(form);
    match (form.shape(), value, form.name().as_str()) {
        (Shape::Whole { .. }, Tree::Whole(_), _) | (_, Tree::Whole(_), "mark") => Some(Kind::Whole),
        (_, Tree::Text(word), _) if word == "none" => None,
        (_, Tree::Text(_) | Tree::Fields(_), "share") => Some(Kind::Share),
        (Shape::Decimal, Tree::Text(_), _) => Some(Kind::Decimal),
        (_, Tree::Fields(_), "money") => Some(Kind::Money),
        (_, Tree::Text(_), "date") => Some(Kind::Date),
        (Shape::Words(_), Tree::Text(_), name) if ORDERED_LISTS.contains(&name) => Some(Kind::Word),
        _ => None,
    }
}

fn range(form: &'static Form) -> (Decimal, Decimal) {
    let bound = |number: i128| Decimal::try_from_i128_with_scale(number, 0).unwrap_or(Decimal::MAX);
    match inner(form).shape() {
        Shape::Whole { least, most } => (bound(*least), bound(*most)),
        _ => (Decimal::ONE, Decimal::from(5_u32)),
    }
}

fn number(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text.trim()).ok()
}

fn text_of<'a>(tree: &'a Tree, field: &str) -> Option<&'a str> {
    match tree.field(field) {
        Some(Tree::Text(text)) => Some(text),
        _ => None,
    }
}

/// The day before the first day of the common era.
fn origin() -> NaiveDate {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default()
}

/// A share in percent.
pub(super) fn share(value: &Tree) -> Option<Decimal> {
    let of = |part: &str, whole: &str| {
        number(part)?
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(number(whole)?)
    };
    match value {
        Tree::Text(text) => match text.split_once('/') {
            Some((part, whole)) => of(part, whole),
            None => number(text.strip_suffix('%')?),
        },
        _ => of(text_of(value, "part")?, text_of(value, "whole")?),
    }
}

fn rank(value: &Tree, form: &'static Form, kind: Kind) -> Option<Decimal> {
    match (kind, value) {
        (Kind::Whole, Tree::Whole(number)) => Decimal::try_from_i128_with_scale(*number, 0).ok(),
        (Kind::Share, _) => share(value),
        (Kind::Decimal, Tree::Text(text)) => number(text),
        (Kind::Money, Tree::Fields(_)) => number(text_of(value, "amount")?),
        (Kind::Date, Tree::Text(text)) => {
            let date: NaiveDate = text.parse().ok()?;
            Some(date.signed_duration_since(origin()).num_days().into())
        }
        (Kind::Word, Tree::Text(text)) => {
            let Shape::Words(words) = inner(form).shape() else {
                return None;
            };
            let place = words.iter().position(|word| word.name() == text)?;
            u32::try_from(place).ok().map(Decimal::from)
        }
        _ => None,
    }
}

fn written(rank: Decimal, given: &Tree, form: &'static Form, kind: Kind) -> Option<Tree> {
    match kind {
        Kind::Whole => rank.try_into().ok().map(Tree::Whole),
        Kind::Share => Some(Tree::Text(format!("{rank} %"))),
        Kind::Decimal => Some(Tree::Text(rank.to_string())),
        Kind::Money => Some(Tree::Fields(vec![
            ("amount".to_owned(), Tree::Text(rank.to_string())),
            ("currency".to_owned(), given.field("currency")?.clone()),
        ])),
        Kind::Date => {
            let days: u64 = rank.try_into().ok()?;
            let date = origin().checked_add_days(Days::new(days))?;
            Some(Tree::Text(date.to_string()))
        }
        Kind::Word => {
            let Shape::Words(words) = inner(form).shape() else {
                return None;
            };
            let place: usize = rank.try_into().ok()?;
            words.get(place).map(|word| Tree::from(word.name()))
        }
    }
}
