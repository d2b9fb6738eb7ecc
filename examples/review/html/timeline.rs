//! The events of the dossier on one line of time, a lane for each kind.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::draw::{Days, SMALL, Shape, Words, framed, line, mark, width, words as write_words};
use super::events::{Event, Lane, Tone, events};
use super::{Told, words};
use crate::page::{escape, row};
use crate::svg::{close, open};

const LEFT: u64 = 112;
const WIDTH: u64 = 688;
const TOP: u64 = 30;
const STEP: u64 = 32;
/// The time before and after the day of the review that is drawn; other events stand at the ends.
const BEFORE: Months = Months::new(18);
const AFTER: Months = Months::new(6);
/// Events of a lane that stand closer than this are one mark.
const TOGETHER: u64 = 9;
/// The number of events that are listed, the latest first.
const LISTED: usize = 150;
/// The number of events that the title of one mark tells.
const TITLED: usize = 6;

/// Writes the section.
pub(super) fn section(told: &Told<'_>) -> String {
    let events = events(told);
    if events.is_empty() {
        return told.notes(&[told.say(words::NO_EVENTS).to_owned()]);
    }
    let hint = escape(told.say(words::SWIPE));
    let mut body = format!("<p class=\"swipe\">{hint}</p>\n");
    body.push_str(&framed("wide", &picture(told, &events)));
    body.push_str(&told.notes(&[told.say(words::MARKS).to_owned()]));
    body.push_str(&list(told, &events));
    body
}

fn picture(told: &Told<'_>, events: &[Event]) -> String {
    let as_of = told.review.as_of();
    let begins = as_of.checked_sub_months(BEFORE).unwrap_or(as_of);
    let ends = as_of.checked_add_months(AFTER).unwrap_or(as_of);
    let days = events.iter().map(|event| event.on);
    let days = days.filter(|day| (begins..=ends).contains(day));
    let days = days.chain([as_of]);
    let (first, last) = (days.clone().min(), days.max());
    let days = Days {
        first: first.unwrap_or(as_of),
        last: last.unwrap_or(as_of),
        left: LEFT + 8,
        width: WIDTH - 40,
    };
    let used = Lane::ALL.into_iter();
    let used = used.filter(|lane| events.iter().any(|event| event.lane == *lane));
    let lanes: Vec<Lane> = used.collect();
    let height = TOP + u64::try_from(lanes.len()).unwrap_or_default() * STEP;
    let mut svg = open(LEFT + WIDTH, height + 22, told.say(words::TIMELINE));
    months(&mut svg, &days, height);
    let today = days.x(as_of);
    line(&mut svg, (today, TOP - 4), (today, height + 4), "today");
    let words = Words {
        at: (today.clamp(LEFT + 40, LEFT + WIDTH - 40), height + 18),
        anchor: "middle",
        class: "s b",
        room: 90,
        text: &as_of.to_string(),
    };
    write_words(&mut svg, &words);
    for (y, lane) in (TOP + STEP / 2..).step_by(32).zip(lanes) {
        line(&mut svg, (LEFT, y + 16), (LEFT + WIDTH, y + 16), "grid");
        write_words(
            &mut svg,
            &Words {
                at: (LEFT - 12, y + 4),
                anchor: "end",
                class: "b",
                room: LEFT - 14,
                text: told.say(lane.text()),
            },
        );
        let of_lane = events.iter().filter(|event| event.lane == lane);
        let of_lane: Vec<&Event> = of_lane.collect();
        draw(told, &mut svg, &days, &of_lane, y);
    }
    close(svg)
}

/// Draws the first days of months, and the names of as many as have room at equal distances.
fn months(svg: &mut String, days: &Days, height: u64) {
    let begins = days.first.with_day(1).unwrap_or(days.first);
    let months = (0_u32..40).map_while(|month| begins.checked_add_months(Months::new(month)));
    let within = |month: &NaiveDate| (days.first..=days.last).contains(month);
    let months: Vec<NaiveDate> = months.filter(within).collect();
    let number = u64::try_from(months.len()).unwrap_or_default().max(1);
    let every = [1, 2, 3, 6].into_iter();
    let mut every = every.skip_while(|every| days.width * u64::from(*every) / number < 64);
    let every: u32 = every.next().unwrap_or(12);
    for month in months {
        let x = days.x(month);
        line(svg, (x, TOP - 4), (x, height), "grid");
        if month.month0() % every == 0 {
            let name = month.format("%Y-%m").to_string();
            let words = Words {
                at: (x, TOP - 12),
                anchor: "middle",
                class: "s",
                room: 64,
                text: &name,
            };
            write_words(svg, &words);
        }
    }
}

/// Draws the events of a lane. Those that stand together are one mark, and a text stands where it has room.
fn draw(told: &Told<'_>, svg: &mut String, days: &Days, events: &[&Event], y: u64) {
    let mut marks: BTreeMap<u64, Vec<&Event>> = BTreeMap::new();
    for event in events {
        let x = days.x(event.on);
        let last = marks.last_key_value().map(|(at, _)| *at);
        let at = last.filter(|at| x < at + TOGETHER).unwrap_or(x);
        marks.entry(at).or_default().push(event);
    }
    let places: Vec<u64> = marks.keys().copied().collect();
    let nexts = places.iter().skip(1).map(|next| next.saturating_sub(8));
    let nexts = nexts.chain([LEFT + WIDTH]);
    let today = days.x(told.review.as_of());
    let mut free_from = LEFT;
    for ((x, events), next) in marks.iter().zip(nexts) {
        mark(svg, (*x, y), 5, look(events), &title(told, events));
        // No words run across the day of the review.
        let (from, to) = (
            if today < *x {
                free_from.max(today + 4)
            } else {
                free_from
            },
            if today > *x {
                next.min(today.saturating_sub(4))
            } else {
                next
            },
        );
        let before = x.saturating_sub(9).saturating_sub(from);
        let after = to.saturating_sub(x + 9);
        free_from = x + 9;
        let mut texts = texts(days, events).into_iter();
        let fits = |room: u64, text: &str| width(text, SMALL) <= room;
        let Some(text) = texts.find(|text| fits(before.max(after), text)) else {
            continue;
        };
        let (at, anchor, room) = if fits(after, &text) {
            free_from = x + 12 + width(&text, SMALL);
            (x + 9, "start", after)
        } else {
            (x.saturating_sub(9), "end", before)
        };
        write_words(
            svg,
            &Words {
                at: (at, y + 4),
                anchor,
                class: "s halo",
                room,
                text: &text,
            },
        );
    }
}

/// Returns the words that may stand beside a mark, the fullest first; those of a day that is not in the picture have
/// the day.
fn texts(days: &Days, events: &[&Event]) -> Vec<String> {
    let mut texts = match events {
        // The lane tells what these are.
        _ if events.iter().all(|one| one.lane == Lane::Purchases) => return Vec::new(),
        [one] => vec![one.text.clone(), one.brief.clone()],
        _ => vec![format!("×{}", events.len())],
    };
    texts.retain(|text| !text.is_empty());
    let outside = events.first().map(|one| one.on);
    if let Some(day) = outside.filter(|day| !(days.first..=days.last).contains(day)) {
        for text in &mut texts {
            *text = format!("{day} {text}");
        }
        texts.push(day.to_string());
    }
    texts
}

/// Returns the look of a mark: what stands against the relationship shows first.
fn look(events: &[&Event]) -> (Shape, &'static str) {
    let has = |tone: Tone| events.iter().any(|event| event.tone == tone);
    if has(Tone::Bad) {
        (Shape::Down, "bad")
    } else if has(Tone::Good) {
        (Shape::Up, "good")
    } else {
        (Shape::Disc, "plain")
    }
}

/// Returns what happened, each with its day.
fn title(told: &Told<'_>, events: &[&Event]) -> String {
    let told_of = events.iter().take(TITLED);
    let mut lines: Vec<String> = told_of
        .map(|event| format!("{} {}", event.on, event.text))
        .collect();
    let more = events.len().saturating_sub(TITLED);
    if more > 0 {
        lines.push(told.counted(words::MORE, more));
    }
    lines.join(told.say(words::SEMICOLON))
}

/// Writes the events as a list, folded.
fn list(told: &Told<'_>, events: &[Event]) -> String {
    if events.is_empty() {
        return String::new();
    }
    let rows = events.iter().rev().take(LISTED).map(|event| {
        let day: NaiveDate = event.on;
        let lane = told.say(event.lane.text()).to_owned();
        row(&[day.to_string(), lane, event.text.clone()], |_| false)
    });
    let rows: String = rows.collect();
    let summary = escape(&told.counted(words::AS_A_LIST, events.len()));
    let more = events.len().saturating_sub(LISTED);
    let more = if more > 0 {
        told.notes(&[told.counted(words::MORE, more)])
    } else {
        String::new()
    };
    format!(
        "<details class=\"list printed\">\n<summary>{summary}</summary>\n<table>{rows}</table>\n{more}</details>\n"
    )
}
