//! The ties of a picture of people: as thick as their weight, and drawn by what the pair feels.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use keqing::party::continuity::{Tie, TieNet};
use keqing::party::parties::Person;
use keqing::rust_decimal::Decimal;
use keqing::vocab::known::Lasting;
use keqing::vocab::name::PersonId;
use keqing::vocab::words::Text;

use super::draw::{SMALL, Taken, Words, width, words as write_words};
use super::people::{LEFT, RIGHT};
use super::{Told, words};
use crate::page::escape;

/// The number of ties that are drawn, the heaviest first.
pub(super) const MOST: usize = 300;
/// The number of ties up to which each has its weight written on it.
const WRITTEN: usize = 16;
/// The thickness of the heaviest tie.
const THICKEST: u64 = 16;

/// The feeling of a pair, by the affect of its tie.
#[derive(Clone, Copy)]
pub(super) enum Feeling {
    Sound,
    Soured,
    Unknown,
}

impl Feeling {
    pub(super) const ALL: [Self; 3] = [Self::Sound, Self::Soured, Self::Unknown];

    /// Returns the feeling of a tie on the day of the review; what was learnt too long ago is unknown.
    fn of(told: &Told<'_>, affect: Option<Decimal>) -> Self {
        let soured_below = told.policy.party().continuity().soured_below();
        match affect {
            None => Self::Unknown,
            Some(affect) if affect < soured_below => Self::Soured,
            Some(_) => Self::Sound,
        }
    }

    pub(super) const fn text(self) -> Text {
        match self {
            Self::Sound => words::SOUND,
            Self::Soured => words::SOURED,
            Self::Unknown => words::FEELING_UNKNOWN,
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Sound => "tie-good",
            Self::Soured => "tie-bad",
            Self::Unknown => "tie-unknown",
        }
    }

    /// Returns the dash of a line; it grows with the line, so that it stays a dash or a dot at every thickness.
    pub(super) fn dash(self, thick: u64) -> String {
        match self {
            Self::Sound => String::new(),
            Self::Soured => format!(r#" stroke-dasharray="{} {}""#, thick * 2 + 5, thick + 3),
            Self::Unknown => format!(
                r#" stroke-dasharray="0 {}" stroke-linecap="round""#,
                thick * 2 + 1
            ),
        }
    }
}

/// Returns the ties that are held on the day of the review, and those of the last day of people who left.
pub(super) fn drawn(told: &Told<'_>, net: &TieNet, gone: &[&Person]) -> Vec<(Tie, bool)> {
    let party = &told.dossier.party;
    let mut drawn: Vec<(Tie, bool)> = net.iter().map(|tie| (*tie, false)).collect();
    for (person, last) in gone.iter().filter_map(|one| Some((one.id, one.until?))) {
        let Ok(then) = party.ties.on(party.parties.register(), last) else {
            continue;
        };
        let of_person = |tie: &&Tie| tie.supplier == person || tie.customer == person;
        for tie in then.iter().filter(of_person) {
            let is_there = drawn
                .iter()
                .any(|(other, _)| (other.supplier, other.customer) == (tie.supplier, tie.customer));
            if !is_there {
                drawn.push((*tie, true));
            }
        }
    }
    drawn.sort_by_key(|(tie, is_gone)| (*is_gone, Reverse(tie.weight), tie.supplier, tie.customer));
    drawn
}

/// Draws the ties between the people who have a place.
pub(super) fn draw(
    told: &Told<'_>,
    svg: &mut String,
    ties: &[(Tie, bool)],
    places: &BTreeMap<PersonId, u64>,
) {
    let heaviest = ties.iter().map(|(tie, _)| u64::from(tie.weight.get()));
    let heaviest = heaviest.max().unwrap_or(1);
    let is_written = ties.len() <= WRITTEN;
    let mut taken = Taken::default();
    let mut labels = String::new();
    for (tie, is_gone) in ties.iter().take(MOST) {
        let ends = [&tie.supplier, &tie.customer].map(|id| places.get(id).copied());
        let [Some(from), Some(to)] = ends else {
            continue;
        };
        let lasting = Lasting::State(told.policy.party().state_days());
        let affect = tie.affect.as_of(told.review.as_of(), lasting).into_value();
        let feeling = Feeling::of(told, affect);
        let thick = (u64::from(tie.weight.get()).saturating_mul(THICKEST) / heaviest).max(2);
        let said = said(told, tie, affect);
        let title = escape(&format!("{} – {}: {said}", tie.supplier, tie.customer));
        let middle = u64::midpoint(LEFT, RIGHT);
        let _ = write!(
            svg,
            r#"<path d="M{LEFT} {from}C{middle} {from} {middle} {to} {RIGHT} {to}" class="{}{}" stroke-width="{thick}"{}><title>{title}</title></path>"#,
            feeling.class(),
            if *is_gone { " gone" } else { "" },
            feeling.dash(thick)
        );
        if is_written && !is_gone {
            label(&mut labels, &mut taken, (from, to, thick), &said);
        }
    }
    svg.push_str(&labels);
}

/// Returns the weight of a tie and what the pair feels.
fn said(told: &Told<'_>, tie: &Tie, affect: Option<Decimal>) -> String {
    let weight = format!("{} {}", told.say(words::WEIGHT), tie.weight);
    match affect {
        Some(affect) => format!(
            "{weight}{}{} {affect}",
            told.say(words::COMMA),
            told.say(words::AFFECT)
        ),
        None => weight,
    }
}

/// Writes the words of a tie above or below one of its ends, where it is level; nothing if others stand there.
fn label(svg: &mut String, taken: &mut Taken, (from, to, thick): (u64, u64, u64), text: &str) {
    let wide = width(text, SMALL);
    let (above, below) = (thick / 2 + 5, thick / 2 + 12);
    let places = [
        (LEFT + 12, from.saturating_sub(above), "start"),
        (RIGHT - 12, to.saturating_sub(above), "end"),
        (LEFT + 12, from + below, "start"),
        (RIGHT - 12, to + below, "end"),
    ];
    for (x, y, anchor) in places {
        let left = if anchor == "end" {
            x.saturating_sub(wide)
        } else {
            x
        };
        if taken.take((left, y, wide)) {
            let words = Words {
                at: (x, y),
                anchor,
                class: "s halo",
                room: RIGHT - LEFT - 24,
                text,
            };
            write_words(svg, &words);
            return;
        }
    }
}
