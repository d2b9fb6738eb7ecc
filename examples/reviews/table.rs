//! The answer as text.

use crate::line::Line;
use crate::plain::{bar, plain, section, to_the_right};
use crate::report::{Report, gravest};
use crate::words;

/// Writes the whole answer.
pub(crate) fn text(report: &Report) -> String {
    let mut first = report.title();
    first.push('\n');
    if let Some(left) = report.not_reviewed() {
        first.push_str(&left);
        first.push('\n');
    }
    if report.totals.reviewed == 0 {
        return first;
    }
    let sections = [first, by_gravest(report), ranking(report), rules(report)];
    sections.join("\n")
}

fn by_gravest(report: &Report) -> String {
    let counts = report.by_gravest();
    let most = counts.iter().map(|(_, count)| *count).max();
    let mut table = plain();
    for (claim, count) in counts {
        let name = report.say(gravest(claim)).to_owned();
        table.add_row([
            name,
            count.to_string(),
            bar(count, most.unwrap_or_default()),
        ]);
    }
    to_the_right(&mut table, 1..2);
    section(report.say(words::BY_GRAVEST), &table)
}

/// Writes the first relationships, each with its gravest matter below it, and counts the rest.
fn ranking(report: &Report) -> String {
    let mut lines = vec![report.say(words::RANKING).to_owned()];
    for (place, line) in (1_u64..).zip(&report.lines) {
        lines.push(format!("{place:>4}  {}", relationship(report, line)));
        if let Some(gravest) = &line.gravest {
            lines.push(format!("      {}", gravest.in_words(report.locale)));
        }
    }
    lines.extend(report.rest());
    lines.push(String::new());
    lines.join("\n")
}

fn relationship(report: &Report, line: &Line) -> String {
    let [supplier, customer] = &line.between;
    let (comma, colon) = (report.say(words::COMMA), report.say(words::COLON));
    let (as_of, counts, place) = (line.as_of, report.counts(line), &line.place);
    format!("{supplier} → {customer}{comma}{as_of}{colon}{counts}  ({place})")
}

/// Writes the rules that most relationships breach.
fn rules(report: &Report) -> String {
    let list = report.totals.frequent();
    let mut table = plain();
    let header = [words::BREACHED, words::MISSING, words::MET, words::RULE];
    table.set_header(header.map(|text| report.say(text)));
    for (rule, of) in list.iter().take(report.top) {
        let of = of.relationships;
        let [breached, missing, met] = [of.breached, of.missing, of.met];
        let counts = [breached, missing, met].map(|count| count.to_string());
        let [breached, missing, met] = counts;
        table.add_row([breached, missing, met, report.rule(*rule)]);
    }
    to_the_right(&mut table, 0..3);
    let mut text = section(report.say(words::RULES), &table);
    let rest = list.len().saturating_sub(report.top);
    if rest > 0 {
        let [before, after] = words::AND_RULES.map(|text| report.say(text));
        text.push_str(&format!("{before}{rest}{after}\n"));
    }
    text
}
