//! The people of both sides, and the ties between them.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::Months;
use keqing::party::continuity::{Departure, DepartureEvent, TieNet};
use keqing::party::parties::Person;
use keqing::vocab::name::PersonId;
use keqing::vocab::words::Side;

use super::draw::{
    Shape, Words, fitted, framed, mark, sample, size_of, width, words as write_words,
};
use super::ties::{self, Feeling};
use super::{Told, words};
use crate::svg::{close, open};

/// The width of the picture, and where the people of each side stand in it.
const WIDTH: u64 = 600;
pub(super) const LEFT: u64 = 210;
pub(super) const RIGHT: u64 = WIDTH - 210;
/// The number of people of a side that are drawn; those who carry most come first.
const MOST: usize = 40;
/// The time for which somebody who left is still drawn, as long as the events of the timeline.
const RECENTLY: Months = Months::new(18);
/// The number of people who left that are drawn on a side, the last to leave first.
const MOST_GONE: usize = 6;

/// The people of a side in the order in which they are drawn.
pub(super) struct Column<'a> {
    side: Side,
    people: Vec<&'a Person>,
    /// Those who left lately; they stand below the others.
    gone: Vec<&'a Person>,
    left_out: usize,
}

impl<'a> Column<'a> {
    /// Returns everybody who is drawn.
    fn all(&self) -> impl Iterator<Item = &'a Person> + '_ {
        self.people.iter().chain(&self.gone).copied()
    }
}

/// Writes the section.
pub(super) fn section(told: &Told<'_>) -> String {
    let party = &told.dossier.party;
    let (register, as_of) = (party.parties.register(), told.review.as_of());
    let net = party.ties.on(register, as_of).ok();
    let columns = columns(told, net.as_ref());
    let mut body = framed("middle", &picture(told, net.as_ref(), &columns));
    let mut notes = Vec::new();
    if net.as_ref().is_none_or(TieNet::is_empty) {
        notes.push(told.say(words::NO_TIES).to_owned());
    } else {
        body.push_str(&legend(told));
        notes.push(told.say(words::THICK).to_owned());
        notes.push(told.say(words::RINGS).to_owned());
    }
    if columns.iter().any(|column| !column.gone.is_empty()) {
        notes.push(told.say(words::FAINT).to_owned());
    }
    for column in &columns {
        let side = told.say(words::side(column.side));
        if column.people.is_empty() {
            let since = party.parties.vacant_since(column.side);
            let since = since.map(|day| format!("{}{day}", told.say(words::SINCE)));
            let [before, after] = words::NOBODY.map(|text| told.say(text));
            let since = since.unwrap_or_default();
            notes.push(format!(
                "{before}{side}{after}{since}{}",
                told.say(words::STOP)
            ));
        }
        if column.left_out > 0 {
            let left_out = told.counted(words::PEOPLE_LEFT_OUT, column.left_out);
            notes.push(format!("{side}{}{left_out}", told.say(words::COLON)));
        }
    }
    let hidden = net
        .as_ref()
        .map_or(0, |net| net.len().saturating_sub(ties::MOST));
    if hidden > 0 {
        notes.push(told.counted(words::TIES_LEFT_OUT, hidden));
    }
    body.push_str(&told.notes(&notes));
    body
}

/// Returns both columns: ours by what each of us carries, and theirs so that few ties cross.
fn columns<'a>(told: &Told<'a>, net: Option<&TieNet>) -> [Column<'a>; 2] {
    let carried = |side: Side, person: &Person| {
        let share = net.map(|net| net.share_of(side, &person.id));
        Reverse(share)
    };
    let [mut ours, mut theirs] = [Side::Supplier, Side::Customer].map(|side| {
        let register = told.dossier.party.parties.register();
        let acting = register.acting(side, told.review.as_of());
        let mut people: Vec<&Person> = acting.collect();
        people.sort_by_key(|person| (carried(side, person), person.id));
        let left_out = people.len().saturating_sub(MOST);
        people.truncate(MOST);
        Column {
            side,
            people,
            gone: gone(told, side),
            left_out,
        }
    });
    if let Some(net) = net {
        ordered(&mut theirs, &ours, net);
        ordered(&mut ours, &theirs, net);
    }
    [ours, theirs]
}

/// Returns those who left a side lately and have not come back, the last to leave first.
fn gone<'a>(told: &Told<'a>, side: Side) -> Vec<&'a Person> {
    let (register, as_of) = (told.dossier.party.parties.register(), told.review.as_of());
    let since = as_of.checked_sub_months(RECENTLY).unwrap_or(as_of);
    let has_left = |one: &&Person| {
        let is_late = one.until.is_some_and(|last| since <= last && last < as_of);
        is_late && !register.acts(side, &one.id, as_of)
    };
    let mut gone: Vec<&Person> = register.side(side).iter().filter(has_left).collect();
    gone.sort_by_key(|one| (Reverse(one.until), one.id));
    let mut seen = BTreeSet::new();
    gone.retain(|one| seen.insert(one.id));
    gone.truncate(MOST_GONE);
    gone
}

/// Sorts a column by where its ties end on the other side, on the whole.
fn ordered(column: &mut Column<'_>, other: &Column<'_>, net: &TieNet) {
    let places: BTreeMap<PersonId, u64> = other.people.iter().map(|one| one.id).zip(0..).collect();
    let mut sums: BTreeMap<PersonId, (u64, u64)> = BTreeMap::new();
    for tie in net {
        let place = places.get(tie.person(other.side)).copied();
        let (weight, sum) = (
            u64::from(tie.weight.get()),
            sums.entry(*tie.person(column.side)),
        );
        let (weights, places) = sum.or_default();
        *weights = weights.saturating_add(weight);
        *places = places.saturating_add(weight.saturating_mul(place.unwrap_or_default()));
    }
    column.people.sort_by_key(|person| {
        let middle = sums
            .get(&person.id)
            .and_then(|(weights, places)| places.saturating_mul(100).checked_div(*weights));
        middle.unwrap_or(u64::MAX)
    });
}

fn picture(told: &Told<'_>, net: Option<&TieNet>, columns: &[Column<'_>; 2]) -> String {
    let most = columns.iter().map(|column| column.all().count()).max();
    let most = u64::try_from(most.unwrap_or_default())
        .unwrap_or_default()
        .max(1);
    let step = if most <= 20 { 46 } else { 34 };
    let height = 44 + most * step;
    let mut svg = open(WIDTH, height, told.say(words::PEOPLE));
    let mut places = BTreeMap::new();
    for column in columns {
        let people = u64::try_from(column.all().count()).unwrap_or_default();
        let top = 50 + (most.saturating_sub(people)) * step / 2;
        for (person, y) in column
            .all()
            .zip((top..).step_by(usize::try_from(step).unwrap_or(1)))
        {
            places.insert(person.id, y);
        }
    }
    if let Some(net) = net {
        let gone = columns.iter().flat_map(|column| &column.gone).copied();
        let gone: Vec<&Person> = gone.collect();
        ties::draw(told, &mut svg, &ties::drawn(told, net, &gone), &places);
    }
    for (column, name) in columns.iter().zip(&told.review.between) {
        let (x, anchor) = stand(column.side);
        write_words(
            &mut svg,
            &Words {
                at: (x, 18),
                anchor,
                class: "b",
                room: LEFT - 20,
                text: name,
            },
        );
        for person in column.all() {
            if let Some(y) = places.get(&person.id) {
                draw(told, &mut svg, net, (column.side, person), *y);
            }
        }
    }
    close(svg)
}

/// Returns where the names of a side stand.
fn stand(side: Side) -> (u64, &'static str) {
    match side {
        Side::Supplier => (LEFT - 14, "end"),
        Side::Customer => (RIGHT + 14, "start"),
    }
}

/// Draws one person: the name, the office, the part of the relationship, and the last day if there is one.
fn draw(
    told: &Told<'_>,
    svg: &mut String,
    net: Option<&TieNet>,
    (side, person): (Side, &Person),
    y: u64,
) {
    let (x, anchor) = stand(side);
    let (at, room) = (|y| (x, y), LEFT - 20);
    let carried = net.filter(|net| net.has(side, &person.id));
    let carried = carried.map(|net| net.share_of(side, &person.id).to_string());
    let name = match &carried {
        Some(share) => format!("{} · {share}", person.id),
        None => person.id.to_string(),
    };
    let leaving = leaving(told, side, person);
    let is_gone = !person.acts_on(told.review.as_of());
    let late = match (is_gone, &leaving) {
        (true, _) => " gone",
        (false, Some(_)) => " late",
        (false, None) => "",
    };
    let class = &format!("b{late}");
    // The name is cut rather than the share behind it.
    let behind = name.strip_prefix(person.id.as_str()).unwrap_or_default();
    let left = room.saturating_sub(width(behind, size_of(class)) + 2);
    let text = &(fitted(person.id.as_str(), size_of(class), left) + behind);
    write_words(
        svg,
        &Words {
            at: at(y + 1),
            anchor,
            class,
            room,
            text,
        },
    );
    let text = office(told, person, leaving.as_deref());
    let class = &format!("s{late}");
    let text = text.as_str();
    write_words(
        svg,
        &Words {
            at: at(y + 16),
            anchor,
            class,
            room,
            text,
        },
    );
    let look = match (is_gone, &carried) {
        (true, _) => (Shape::Ring, "plain gone"),
        (false, Some(_)) => (Shape::Disc, "plain"),
        (false, None) => (Shape::Ring, "plain"),
    };
    let is_leaving = leaving.is_some() && !is_gone;
    let title = format!("{name}, {text}");
    dot(svg, (side, y), look, (&title, is_leaving));
}

/// Draws the dot of a person, with a ring around it if the person leaves.
fn dot(
    svg: &mut String,
    (side, y): (Side, u64),
    look: (Shape, &'static str),
    (title, is_leaving): (&str, bool),
) {
    let x = match side {
        Side::Supplier => LEFT,
        Side::Customer => RIGHT,
    };
    mark(svg, (x, y), 5, look, title);
    if is_leaving {
        let _ = write!(svg, r#"<circle cx="{x}" cy="{y}" r="9" class="around"/>"#);
    }
}

/// Returns the department, the level and the office of a person, after the words about leaving.
fn office(told: &Told<'_>, person: &Person, leaving: Option<&str>) -> String {
    let mut parts: Vec<String> = leaving.map(str::to_owned).into_iter().collect();
    parts.push(told.say(person.department.text()).to_owned());
    parts.push(told.say(person.level.text()).to_owned());
    parts.extend(person.office.map(|office| office.to_string()));
    parts.join(told.say(words::COMMA))
}

/// Returns the words about somebody who leaves or has fallen out.
fn leaving(told: &Told<'_>, side: Side, person: &Person) -> Option<String> {
    let departures = &told.dossier.party.departures;
    let is_soured = |one: &Departure| {
        one.side == side && one.person == person.id && one.event == DepartureEvent::Soured
    };
    if let Some(last) = person.until {
        let verb = if last < told.review.as_of() {
            words::LEFT
        } else {
            words::LEAVES
        };
        return Some(format!("{}{last}", told.say(verb)));
    }
    let soured = departures.iter().any(is_soured);
    soured.then(|| told.say(DepartureEvent::Soured.text()).to_owned())
}

/// Writes what the lines mean.
fn legend(told: &Told<'_>) -> String {
    let keys = Feeling::ALL.map(|feeling| {
        (
            sample(feeling.class(), 4, &feeling.dash(4)),
            told.say(feeling.text()),
        )
    });
    super::draw::legend(&keys)
}
