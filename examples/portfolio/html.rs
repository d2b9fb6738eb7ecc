use std::collections::BTreeMap;

use keqing::portfolio::Path;

use crate::page::{self, escape, heading, row};
use crate::report::Report;
use crate::{picture, table, words};

/// The look of this page beyond that of every page.
const STYLE: &str = "p.note{max-width:44rem}.markets{display:grid;grid-template-columns:repeat(auto-fill,minmax(27rem,1fr));gap:1rem}";

/// Writes the page.
pub(crate) fn page(report: &Report<'_>) -> String {
    let mut sections = vec![
        numbers(report),
        heading(report.say(words::PAIRS_WITH_SHARE)),
        picture::histogram(report),
        heading(report.say(words::STAGES)),
        picture::stages(report),
        heading(report.say(words::MOVES)),
        picture::moves(report),
    ];
    let moving = if report.followed {
        words::FOLLOWED
    } else {
        words::MOVING
    };
    sections.push(heading(report.say(moving)));
    sections.push(markets(report));
    sections.push(heading(report.say(words::FLAGS)));
    sections.push(flags(report));
    sections.push(heading(report.say(words::MISSING)));
    sections.push(missing(report));
    page::whole(
        report.locale,
        report.say(words::TITLE),
        STYLE,
        &sections.concat(),
    )
}

fn numbers(report: &Report<'_>) -> String {
    let (reading, portfolio) = (report.reading, report.portfolio);
    let [under, between, over] = report.thirds();
    let [low, middle, high] = report.third_names();
    let rows = [
        (report.say(words::PURCHASES).to_owned(), reading.rows),
        (report.say(words::REFUSED).to_owned(), reading.refused),
        (
            report.say(words::WALLETS).to_owned(),
            number(portfolio.wallets().len()),
        ),
        (
            report.say(words::PAIRS).to_owned(),
            portfolio.bands().total(),
        ),
        (low, under),
        (middle, between),
        (high, over),
        (
            report.say(words::PATHS).to_owned(),
            number(portfolio.paths().len()),
        ),
    ];
    let rows = rows.map(|(name, count)| row(&[name, count.to_string()], |place| place >= 1));
    format!("<table>{}</table>\n", rows.concat())
}

/// One picture for each buyer and market that has a path to show.
fn markets(report: &Report<'_>) -> String {
    let mut order = Vec::new();
    let mut markets: BTreeMap<(&str, &str), Vec<Path<'_>>> = BTreeMap::new();
    for path in report.groups.iter().flat_map(|group| &group.paths) {
        let key = (path.buyer(), path.market());
        let paths = markets.entry(key).or_default();
        if paths.is_empty() {
            order.push(key);
        }
        paths.push(*path);
    }
    let pictures: Vec<String> = order
        .iter()
        .filter_map(|key| markets.get(key))
        .map(|paths| picture::market(report, paths))
        .collect();
    format!("<div class=\"markets\">\n{}</div>\n", pictures.concat())
}

fn flags(report: &Report<'_>) -> String {
    let rows: Vec<String> = report
        .flags
        .iter()
        .map(|(flag, steps)| {
            row(
                &[report.say(flag.text()).into(), steps.to_string()],
                |place| place >= 1,
            )
        })
        .collect();
    format!("<table>{}</table>\n", rows.concat())
}

fn missing(report: &Report<'_>) -> String {
    let header = [words::FACT, words::ASKED_BY, words::STEPS, words::UNDECIDED];
    let header = header.map(|text| escape(report.say(text)));
    let rows: Vec<String> = report
        .gaps
        .iter()
        .map(|gap| {
            let fact = report.say(gap.fact.text()).to_owned();
            let counts = [gap.steps, gap.undecided].map(|count| count.to_string());
            let [steps, undecided] = counts;
            row(
                &[fact, table::rule(report, gap), steps, undecided],
                |place| place >= 2,
            )
        })
        .collect();
    format!(
        "<p class=\"note\">{}</p>\n<table><tr><th>{}</th></tr>{}</table>\n",
        escape(report.say(words::MISSING_NOTE)),
        header.join("</th><th>"),
        rows.concat()
    )
}

fn number(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
