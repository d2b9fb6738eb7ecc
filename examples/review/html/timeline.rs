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

const LEFT: u64 = 118;
const WIDTH: u64 = 632;
const TOP: u64 = 34;
const STEP: u64 = 36;
/// The time before and after the day of the review that is drawn.
const BEFORE: Months = Months::new(24);
const AFTER: Months = Months::new(12);
/// Events of a lane that stand closer than this are one mark.
const TOGETHER: u64 = 9;
/// The number of events that are listed, the latest first.
const LISTED: usize = 150;
/// The number of events that the title of one mark tells.
const TITLED: usize = 6;

/// Writes the section.
pub(super) fn section(told: &Told<'_>) -> String {
    let events = events(told);
    let as_of = told.review.as_of();
    let begins = as_of.checked_sub_months(BEFORE).unwrap_or(as_of);
    let ends = as_of.checked_add_months(AFTER).unwrap_or(as_of);
    let is_drawn = |event: &&Event| (begins..=ends).contains(&event.on);
    let drawn: Vec<&Event> = events.iter().filter(is_drawn).collect();
    let mut notes = Vec::new();
    let hidden = events.len().saturating_sub(drawn.len());
    if hidden > 0 {
        notes.push(told.counted(words::EVENTS_OUTSIDE, hidden));
    }
    if drawn.is_empty() {
        notes.push(told.say(words::NO_EVENTS).to_owned());
    } else {
        notes.insert(0, told.say(words::MARKS).to_owned());
    }
    let mut body = String::new();
    if !drawn.is_empty() {
        body.push_str(&framed("", &picture(told, &drawn)));
    }
    body.push_str(&told.notes(&notes));
    body.push_str(&list(told, &events));
    body
}

fn picture(told: &Told<'_>, events: &[&Event]) -> String {
    let as_of = told.review.as_of();
    let days = events.iter().map(|event| event.on).chain([as_of]);
    let (first, last) = (days.clone().min(), days.max());
    let days = Days {
        first: first.unwrap_or(as_of),
        last: last.unwrap_or(as_of),
        left: LEFT + 8,
        width: WIDTH - 32,
    };
    let used = Lane::ALL.into_iter();
    let used = used.filter(|lane| events.iter().any(|event| event.lane == *lane));
    let lanes: Vec<Lane> = used.collect();
    let height = TOP + u64::try_from(lanes.len()).unwrap_or_default() * STEP;
    let mut svg = open(LEFT + WIDTH, height + 6, told.say(words::TIMELINE));
    months(&mut svg, &days, height);
    let today = days.x(as_of);
    line(&mut svg, (today, TOP - 8), (today, height), "today");
    for (y, lane) in (TOP + STEP / 2..).step_by(36).zip(lanes) {
        line(&mut svg, (LEFT, y + 18), (LEFT + WIDTH, y + 18), "grid");
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
        let of_lane: Vec<&Event> = of_lane.copied().collect();
        draw(told, &mut svg, &days, &of_lane, y);
    }
    close(svg)
}

/// Draws the first days of months, as many as have room, and the day of the review.
fn months(svg: &mut String, days: &Days, height: u64) {
    let mut month = days.first.with_day(1).unwrap_or(days.first);
    let mut taken = 0;
    while month <= days.last {
        if month >= days.first {
            let x = days.x(month);
            line(svg, (x, TOP - 4), (x, height), "grid");
            let name = month.format("%Y-%m").to_string();
            let half = width(&name, SMALL) / 2;
            if x > taken + half {
                taken = x + half + 10;
                write_words(
                    svg,
                    &Words {
                        at: (x, TOP - 14),
                        anchor: "middle",
                        class: "s",
                        room: 80,
                        text: &name,
                    },
                );
            }
        }
        let Some(next) = month.checked_add_months(Months::new(1)) else {
            break;
        };
        month = next;
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
    let nexts = places.iter().skip(1).copied().chain([LEFT + WIDTH + 8]);
    for ((x, events), next) in marks.iter().zip(nexts) {
        let look = look(events);
        mark(svg, (*x, y), 5, look, &title(told, events));
        let number = events.len();
        let text = match events.as_slice() {
            [one] => one.text.clone(),
            _ => format!("×{number}"),
        };
        let room = next.saturating_sub(x + 18);
        if room >= 36 || width(&text, SMALL) <= room {
            write_words(
                svg,
                &Words {
                    at: (x + 9, y + 4),
                    anchor: "start",
                    class: "s halo",
                    room,
                    text: &text,
                },
            );
        }
    }
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
        row(&[day.to_string(), lane, event.text.clone()], 3)
    });
    let rows: String = rows.collect();
    let summary = escape(&told.counted(words::AS_A_LIST, events.len()));
    let more = events.len().saturating_sub(LISTED);
    let more = if more > 0 {
        told.notes(&[told.counted(words::MORE, more)])
    } else {
        String::new()
    };
    format!("<details>\n<summary>{summary}</summary>\n<table>{rows}</table>\n{more}</details>\n")
}
