#![expect(
    clippy::arithmetic_side_effects,
    reason = "coordinates are at most a few thousand"
)]

use std::fmt::Write as _;

use keqing::portfolio::Path;
use keqing::vocab::share::Share;
use keqing::vocab::words::Stage;

use crate::page::escape;
use crate::report::Report;
use crate::scaled::scaled;
use crate::svg::{bar, close, label, open};
use crate::words;

const GREY: &str = "#b8bec6";
/// One colour a stage, lowest first; bands have the colour of their stage.
const STAGES: [&str; 4] = ["#c9ced6", "#8fb8de", "#3f7fbf", "#1d3f72"];
/// Colours that people who see few of them can distinguish.
const LINES: [&str; 6] = [
    "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#b08900", "#56b4e9",
];
const BINS: u64 = 20;

/// Draws how many pairs have which share, in steps of five points.
pub(crate) fn histogram(report: &Report<'_>) -> String {
    let mut bins = [0_u64; 20];
    for pair in report.portfolio.pairs() {
        let bin = scaled(pair.share(), BINS).min(BINS - 1);
        if let Some(count) = usize::try_from(bin).ok().and_then(|bin| bins.get_mut(bin)) {
            *count += 1;
        }
    }
    let most = bins.into_iter().max().unwrap_or_default().max(1);
    let mut svg = open(680, 230, report.say(words::PAIRS_WITH_SHARE));
    for (bin, count) in (0_u64..).zip(bins) {
        let (x, height) = (20 + bin * 32, count * 160 / most);
        let lower = Share::new(bin, BINS).unwrap_or(Share::ALL);
        let band = report.portfolio.lifecycle().band(lower).max(Stage::Initial);
        let colour = stage_colour(band);
        bar(&mut svg, (x, 190 - height), (28, height), colour);
        label(
            &mut svg,
            (x + 14, 184 - height),
            "middle",
            &count.to_string(),
        );
        if bin % 2 == 0 {
            let edge = format!("{} %", bin * 100 / BINS);
            label(&mut svg, (x, 208), "middle", &edge);
        }
    }
    label(&mut svg, (660, 208), "middle", "100 %");
    close(svg)
}

/// Draws the stages granted at the end of each period.
pub(crate) fn stages(report: &Report<'_>) -> String {
    let most = report.periods.values().map(|row| row.stages.total()).max();
    let most = most.unwrap_or_default().max(1);
    let periods = u64::try_from(report.periods.len()).unwrap_or(1).max(1);
    let step = (640 / periods).max(2);
    let mut svg = open(680, 250, report.say(words::STAGES));
    for (place, (period, row)) in (0_u64..).zip(&report.periods) {
        let x = 20 + place * step;
        let mut below = 190;
        for stage in Stage::ALL {
            let height = row.stages.of(stage) * 160 / most;
            below -= height;
            let colour = stage_colour(stage);
            bar(
                &mut svg,
                (x, below),
                ((step * 4 / 5).max(1), height),
                colour,
            );
        }
        // Names of many periods would run into each other.
        if place % (periods / 10).max(1) == 0 {
            label(&mut svg, (x, 208), "start", &period.to_string());
        }
    }
    for (place, stage) in (0_u64..).zip(Stage::ALL) {
        let x = 20 + place * 160;
        bar(&mut svg, (x, 226), (12, 12), stage_colour(stage));
        label(&mut svg, (x + 18, 237), "start", report.say(stage.text()));
    }
    close(svg)
}

/// Draws how many steps led from which stage to which.
pub(crate) fn moves(report: &Report<'_>) -> String {
    let mut svg = open(680, 210, report.say(words::MOVES));
    let stages = (0_u64..).zip(Stage::ALL);
    let (from, to) = (report.say(words::FROM), report.say(words::TO));
    label(&mut svg, (140, 18), "end", &format!("{from} ↓  {to} →"));
    for (place, stage) in stages.clone() {
        let name = report.say(stage.text());
        label(&mut svg, (215 + place * 130, 18), "middle", name);
        label(&mut svg, (140, 52 + place * 42), "end", name);
    }
    for (row, before) in stages.clone() {
        for (column, after) in stages.clone() {
            let count = report.moves.get(&(before, after)).copied();
            let colour = match (count, before.cmp(&after)) {
                (None, _) => "#f4f5f7",
                (_, std::cmp::Ordering::Less) => "#a8dcc0",
                (_, std::cmp::Ordering::Equal) => "#dfe3e8",
                (_, std::cmp::Ordering::Greater) => "#f2b5a0",
            };
            let (x, y) = (152 + column * 130, 30 + row * 42);
            bar(&mut svg, (x, y), (126, 36), colour);
            if let Some(count) = count {
                label(&mut svg, (x + 63, y + 23), "middle", &count.to_string());
            }
        }
    }
    close(svg)
}

/// Draws the shares of all suppliers of one buyer in one market, some of them in colour and by name.
pub(crate) fn market(report: &Report<'_>, chosen: &[Path<'_>]) -> String {
    let Some((buyer, market)) = chosen.first().map(|path| (path.buyer(), path.market())) else {
        return String::new();
    };
    // Three names of suppliers stand in a line below the picture.
    let names = u64::try_from(chosen.len()).unwrap_or_default().div_ceil(3);
    let mut svg = open(440, 226 + names * 14, &format!("{buyer}, {market}"));
    label(&mut svg, (8, 18), "start", &format!("{buyer}, {market}"));
    for percent in [0, 50, 80, 100] {
        let y = height_of(percent * 10);
        let _ = write!(
            svg,
            r##"<path d="M40 {y}H430" stroke="#e1e4e8" stroke-width="1"/>"##
        );
        label(&mut svg, (36, y + 4), "end", &format!("{percent} %"));
    }
    let ends = [
        report.periods.keys().next(),
        report.periods.keys().next_back(),
    ];
    for (end, (x, anchor)) in ends.into_iter().zip([(40, "start"), (430, "end")]) {
        let name = end.map(ToString::to_string).unwrap_or_default();
        label(&mut svg, (x, 218), anchor, &name);
    }
    let is_chosen = |path: &Path<'_>| chosen.iter().any(|one| one.supplier() == path.supplier());
    let others = report
        .portfolio
        .paths()
        .filter(|path| (path.buyer(), path.market()) == (buyer, market) && !is_chosen(path));
    for path in others {
        line(&mut svg, report, &path, GREY, 1);
    }
    for ((place, path), colour) in (0_u64..).zip(chosen).zip(LINES.iter().cycle()) {
        line(&mut svg, report, path, colour, 3);
        let (x, y) = (40 + place % 3 * 132, 234 + place / 3 * 14);
        bar(&mut svg, (x, y - 8), (10, 10), colour);
        label(&mut svg, (x + 14, y), "start", path.supplier());
    }
    close(svg)
}

fn line(svg: &mut String, report: &Report<'_>, path: &Path<'_>, colour: &str, width: u64) {
    let last = u64::try_from(report.periods.len()).unwrap_or(1).max(2) - 1;
    let mut points = String::new();
    let mut dots = String::new();
    for step in path.steps() {
        let place = report
            .periods
            .keys()
            .position(|period| *period == step.period());
        let place = u64::try_from(place.unwrap_or_default()).unwrap_or_default();
        let (x, y) = (
            40 + place * 390 / last,
            height_of(scaled(step.share(), 1000)),
        );
        let _ = write!(points, "{x},{y} ");
        let _ = write!(
            dots,
            r#"<circle cx="{x}" cy="{y}" r="{width}" fill="{colour}"><title>{} {} {}</title></circle>"#,
            escape(path.supplier()),
            step.period(),
            step.share()
        );
    }
    let points = points.trim_end();
    let _ = write!(
        svg,
        r#"<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>{dots}"#
    );
}

/// The height of a share in thousandths, in the pictures of markets.
const fn height_of(thousandths: u64) -> u64 {
    200 - thousandths * 170 / 1000
}

fn stage_colour(stage: Stage) -> &'static str {
    let place = usize::from(stage.rank());
    STAGES.get(place).copied().unwrap_or(GREY)
}
