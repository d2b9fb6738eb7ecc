//! The ties of a picture of people: as thick as their weight, and drawn by what the pair feels.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use keqing::party::continuity::{Tie, TieNet};
use keqing::rust_decimal::Decimal;
use keqing::vocab::known::Lasting;
use keqing::vocab::name::PersonId;
use keqing::vocab::words::Text;

use super::draw::{SMALL, Words, width, words as write_words};
use super::people::{LEFT, RIGHT};
use super::{Told, words};
use crate::page::escape;

/// The number of ties that are drawn, the heaviest first.
pub(super) const MOST: usize = 300;
/// The number of ties up to which each has its weight written on it.
const WRITTEN: usize = 16;
/// The thickness of the heaviest tie.
const THICKEST: u64 = 16;

/// What a pair feels, by the affect of its tie.
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
}

/// Draws the ties between the people who have a place.
pub(super) fn draw(
    told: &Told<'_>,
    svg: &mut String,
    net: &TieNet,
    places: &BTreeMap<PersonId, u64>,
) {
    let mut ties: Vec<&Tie> = net.iter().collect();
    ties.sort_by_key(|tie| (Reverse(tie.weight), tie.supplier, tie.customer));
    let heaviest = ties.first().map_or(1, |tie| u64::from(tie.weight.get()));
    let is_written = ties.len() <= WRITTEN;
    let mut taken: Vec<(u64, u64, u64)> = Vec::new();
    let mut labels = String::new();
    for tie in ties.into_iter().take(MOST) {
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
            r#"<path d="M{LEFT} {from}C{middle} {from} {middle} {to} {RIGHT} {to}" class="{}" stroke-width="{thick}"><title>{title}</title></path>"#,
            feeling.class()
        );
        if is_written {
            label(&mut labels, &mut taken, (from, to), &said);
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

/// Writes the words of a tie where the line has room for them; nothing if there is none.
fn label(svg: &mut String, taken: &mut Vec<(u64, u64, u64)>, (from, to): (u64, u64), text: &str) {
    let half = width(text, SMALL) / 2;
    let thousandths: [u64; 5] = [500, 380, 620, 280, 720];
    for along in thousandths {
        let (right, down) = curve(along);
        let x = LEFT + (RIGHT - LEFT) * right / 1000;
        let y = (from * (1000 - down) + to * down) / 1000 + 4;
        let is_free = taken.iter().all(|(other_x, other_y, other_half)| {
            other_x.abs_diff(x) > half + other_half || other_y.abs_diff(y) > 13
        });
        if is_free {
            taken.push((x, y, half));
            let words = Words {
                at: (x, y),
                anchor: "middle",
                class: "s halo",
                room: RIGHT - LEFT,
                text,
            };
            write_words(svg, &words);
            return;
        }
    }
}

/// Returns how far to the right and how far down a tie is after so many thousandths of it; it leaves and arrives
/// level.
const fn curve(along: u64) -> (u64, u64) {
    let (square, cube) = (along * along, along * along * along);
    let right = (1500 * 1000 * along + cube - 1500 * square) / 1_000_000;
    let down = (3000 * square - 2 * cube) / 1_000_000;
    (right, down)
}
