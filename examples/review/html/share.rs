//! Our share of the customer's purchases over time, and the shares at which a stage begins.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::fmt::Write as _;

use chrono::NaiveDate;
use keqing::lifecycle::standing::State;
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::vocab::known::Grade;
use keqing::vocab::share::Share;
use keqing::vocab::words::Stage;

use super::draw::{
    Days, SMALL, Shape, Taken, Words, framed, line, mark, sample, size_of, width,
    words as write_words,
};
use super::{Told, words};
use crate::scaled::scaled;
use crate::svg::{bar, close, open};

/// The left end of the plot, its width, its lower end and its height.
const LEFT: u64 = 54;
const WIDTH: u64 = 402;
const BOTTOM: u64 = 236;
const HEIGHT: u64 = 226;
/// The number of periods that are drawn; a picture of more could not be read.
const MOST: usize = 60;
/// One tint a stage, lowest first.
const TINTS: [&str; 4] = ["#f4f5f7", "#edf3f9", "#dfeaf5", "#cfdff0"];

/// Our share in a period that ends on a day, or on the day of the review.
struct Point {
    on: NaiveDate,
    share: Share,
}

/// Writes the section.
pub(super) fn section(told: &Told<'_>) -> String {
    let (mut points, without_demand) = points(told);
    let mut notes = Vec::new();
    let left_out = points.len().saturating_sub(MOST);
    points.drain(..left_out);
    match points.as_slice() {
        [] => notes.push(told.say(words::NO_SHARE).to_owned()),
        [one] => notes.push(format!(
            "{}{}{}{}{}",
            told.say(words::ONE_SHARE),
            one.share,
            told.say(words::ON),
            one.on,
            told.say(words::STOP)
        )),
        _ => {}
    }
    if left_out > 0 {
        notes.push(told.counted(words::PERIODS_LEFT_OUT, left_out));
    }
    if !without_demand.is_empty() {
        let days: Vec<String> = without_demand.iter().map(ToString::to_string).collect();
        notes.push(format!(
            "{}{}{}",
            told.say(words::NO_DEMAND),
            days.join(told.say(words::COMMA)),
            told.say(words::STOP)
        ));
    }
    notes.extend(points.last().and_then(|last| apart(told, last)));
    let others = others(told, &points);
    let mut body = framed("small", &picture(told, &points, &others));
    body.push_str(&legend(told, &points, &others));
    body.push_str(&told.notes(&notes));
    body
}

/// Returns the words about a share that lies in the band of another stage than the one that stands.
fn apart(told: &Told<'_>, last: &Point) -> Option<String> {
    let policy = told.policy.lifecycle();
    let mut highest_first = Stage::ALL.into_iter().rev();
    let band = highest_first.find(|stage| policy.cut(*stage) <= last.share)?;
    let (State::Active(stands) | State::Interrupted(stands)) =
        told.dossier.lifecycle.standing.state();
    let [before, between, stage, after] = words::BAND_APART.map(|text| told.say(text));
    let [band_name, stands_name] = [band, stands].map(|stage| told.say(stage.text()));
    (band != stands).then(|| {
        let share = last.share;
        format!("{before}{share}{between}{band_name}{stage}{stands_name}{after}")
    })
}

/// Returns the shares that count, in the order of their days, and the days without any demand.
fn points(told: &Told<'_>) -> (Vec<Point>, Vec<NaiveDate>) {
    let as_of = told.review.as_of();
    let facts = &told.dossier.lifecycle;
    let earlier = facts.history.iter();
    let earlier = earlier.filter(|period| period.period_end <= as_of);
    let mut all: Vec<(NaiveDate, ShareOfWallet)> = earlier
        .map(|period| (period.period_end, period.share))
        .collect();
    all.sort_by_key(|(day, _)| *day);
    if let Some(now) = told.review.lifecycle.stage.share.value() {
        all.retain(|(day, _)| *day != as_of);
        all.push((as_of, *now));
    }
    let (mut points, mut without) = (Vec::new(), Vec::new());
    for (on, share) in all {
        match share.share() {
            Some(share) => points.push(Point { on, share }),
            None => without.push(on),
        }
    }
    let late = without.len().saturating_sub(12);
    without.drain(..late);
    (points, without)
}

/// The shares beside the one that counts: a mark, its day, the share, and what it is.
struct Other {
    on: NaiveDate,
    share: Share,
    shape: Shape,
    class: &'static str,
    name: &'static str,
}

/// Returns the other statements of our share, and the largest share of another supplier.
fn others(told: &Told<'_>, points: &[Point]) -> Vec<Other> {
    let as_of = told.review.as_of();
    let counts = points.last().map(|point| point.share);
    let statements = told.dossier.lifecycle.stage.share.statements();
    let stated = statements.iter().filter_map(|one| {
        let on = one.on.filter(|on| *on <= as_of)?;
        let share = one.value.share()?;
        (Some(share) != counts).then_some(Other {
            on,
            share,
            shape: Shape::Ring,
            class: if one.grade == Grade::Estimated {
                "plain"
            } else {
                "good"
            },
            name: told.say(words::OTHER_STATEMENT),
        })
    });
    let mut others: Vec<Other> = stated.take(12).collect();
    let rival = &told.review.lifecycle.stage.rival_share;
    others.extend(rival.value().map(|share| Other {
        on: rival.on().unwrap_or(as_of),
        share: *share,
        shape: Shape::Diamond,
        class: "rival",
        name: told.say(words::RIVAL),
    }));
    others
}

fn picture(told: &Told<'_>, points: &[Point], others: &[Other]) -> String {
    let mut svg = open(460, 262, told.say(words::SHARE));
    let mut taken = bands(told, &mut svg);
    let days = points.iter().map(|one| one.on);
    let days = days.chain(others.iter().map(|one| one.on));
    let (first, last) = (days.clone().min(), days.max());
    if let (Some(first), Some(last)) = (first, last) {
        let days = Days {
            first,
            last,
            left: LEFT + 36,
            width: WIDTH - 72,
        };
        curve(&mut svg, &mut taken, points, &days);
        beside(&mut svg, &mut taken, points, others, &days);
    }
    close(svg)
}

/// Draws the band of each stage with its name, and the share at which it begins; returns where the names stand.
fn bands(told: &Told<'_>, svg: &mut String) -> Taken {
    let mut names = Taken::default();
    let policy = told.policy.lifecycle();
    let tops = Stage::ALL.iter().skip(1).map(|stage| policy.cut(*stage));
    let tops = tops.chain([Share::ALL]);
    for ((stage, top), tint) in Stage::ALL.into_iter().zip(tops).zip(TINTS) {
        let (lower, upper) = (height_of(policy.cut(stage)), height_of(top));
        let height = lower.saturating_sub(upper);
        bar(svg, (LEFT, upper), (WIDTH, height), tint);
        if height >= 18 {
            let name = told.say(stage.text());
            names.take((LEFT + 8, upper + 14, width(name, size_of("s b"))));
            write_words(
                svg,
                &Words {
                    at: (LEFT + 8, upper + 14),
                    anchor: "start",
                    class: "s b",
                    room: WIDTH - 16,
                    text: name,
                },
            );
        }
    }
    let mut taken: Vec<u64> = Vec::new();
    let cuts = [Stage::Stable, Stage::Strategic].map(|stage| (policy.cut(stage), "cut"));
    let ends = [(Share::NONE, "grid"), (Share::ALL, "grid")];
    for (share, class) in cuts.into_iter().chain(ends) {
        let y = height_of(share);
        line(svg, (LEFT, y), (LEFT + WIDTH, y), class);
        if taken.iter().all(|other| other.abs_diff(y) >= 14) {
            taken.push(y);
            axis(svg, (LEFT - 8, y + 4), "end", &share.to_string());
        }
    }
    names
}

/// Draws the line of our shares, and as many values and days as have room; the latest come first.
fn curve(svg: &mut String, taken: &mut Taken, points: &[Point], days: &Days) {
    let places: Vec<(u64, u64)> = points
        .iter()
        .map(|point| (days.x(point.on), height_of(point.share)))
        .collect();
    let path: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let path = path.join(" ");
    let _ = write!(svg, r#"<polyline points="{path}" class="ours"/>"#);
    let (mut value_from, mut day_from) = (u64::MAX, u64::MAX);
    // The values of many periods would stand on the line.
    let is_dense = points.len() > 12;
    let first = points.first().map(|point| point.on);
    for (point, (x, y)) in points.iter().zip(places).rev() {
        let (value, day) = (point.share.to_string(), point.on.to_string());
        let title = format!("{day} {value}");
        mark(svg, (x, y), 4, (Shape::Disc, "good"), &title);
        if x + width(&day, SMALL) / 2 + 4 < day_from {
            day_from = x.saturating_sub(width(&day, SMALL) / 2);
            line(svg, (x, BOTTOM), (x, BOTTOM + 5), "cut");
            axis(svg, (x, BOTTOM + 20), "middle", &day);
        }
        let wide = width(&value, size_of("b"));
        let half = wide / 2;
        let is_end = value_from == u64::MAX || Some(point.on) == first;
        if x + half + 4 < value_from && (is_end || !is_dense) {
            let (above, below) = (y.saturating_sub(11), y + 22);
            let places = if y < 40 {
                [below, above]
            } else {
                [above, below]
            };
            let mut places = places.into_iter().filter(|at| (12..BOTTOM).contains(at));
            // Where both places are taken the title alone tells the value.
            let left = x.saturating_sub(half);
            let Some(at) = places.find(|at| taken.take((left, *at, wide))) else {
                continue;
            };
            value_from = left;
            write_words(
                svg,
                &Words {
                    at: (x, at),
                    anchor: "middle",
                    class: "b halo",
                    room: 120,
                    text: &value,
                },
            );
        }
    }
}

/// Draws the shares beside ours. Their values stand on the side where our line is not.
fn beside(svg: &mut String, taken: &mut Taken, points: &[Point], others: &[Other], days: &Days) {
    for one in others {
        let (x, y) = (days.x(one.on), height_of(one.share));
        let title = format!("{} {} {}", one.on, one.name, one.share);
        mark(svg, (x, y), 5, (one.shape, one.class), &title);
        let is_below = points.last().is_some_and(|ours| one.share < ours.share);
        if one.shape == Shape::Diamond {
            let at = if is_below && y + 18 < BOTTOM {
                y + 20
            } else {
                y.saturating_sub(10)
            };
            let value = one.share.to_string();
            let wide = width(&value, SMALL);
            if taken.take((x.saturating_sub(wide / 2), at, wide)) {
                axis(svg, (x, at), "middle", &value);
            }
        }
    }
    if points.is_empty() {
        for one in others {
            axis(
                svg,
                (days.x(one.on), BOTTOM + 20),
                "middle",
                &one.on.to_string(),
            );
        }
    }
}

/// Writes what the marks and the broken lines mean.
fn legend(told: &Told<'_>, points: &[Point], others: &[Other]) -> String {
    let has = |shape: Shape| others.iter().any(|one| one.shape == shape);
    let keys = [
        (!points.is_empty(), "●", words::OUR_SHARE),
        (has(Shape::Ring), "○", words::OTHER_STATEMENT),
        (has(Shape::Diamond), "◇", words::RIVAL),
    ];
    let keys = keys.into_iter().filter(|(is_there, ..)| *is_there);
    let mut keys: Vec<(String, &str)> = keys
        .map(|(_, sign, text)| (sign.to_owned(), told.say(text)))
        .collect();
    keys.push((sample("cut", 1, ""), told.say(words::CUTS)));
    super::draw::legend(&keys)
}

fn axis(svg: &mut String, at: (u64, u64), anchor: &str, text: &str) {
    let room = 100;
    write_words(
        svg,
        &Words {
            at,
            anchor,
            class: "s halo",
            room,
            text,
        },
    );
}

/// Returns the height at which a share stands.
fn height_of(share: Share) -> u64 {
    BOTTOM.saturating_sub(scaled(share, 1000) * HEIGHT / 1000)
}
