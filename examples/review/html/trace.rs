//! Every part of the review with all its findings, and the rules that they name.

use std::collections::BTreeSet;

use keqing::review::Section;
use keqing::rulebook;
use keqing::verdict::{Finding, Outcome, Render, RuleId};

use super::{Told, first, words};
use crate::page::escape;

/// The mark of an outcome, and whether a finding has it.
type Mark = (&'static str, fn(&Finding) -> bool);

/// The outcomes in the order in which a reader looks for them.
const MARKS: [Mark; 5] = [
    ("✗", Finding::is_breach),
    ("?", Finding::is_gap),
    ("✓", |finding| finding.outcome == Outcome::Met),
    ("·", |finding| finding.outcome == Outcome::Classified),
    ("–", |finding| finding.outcome == Outcome::Inapplicable),
];

/// Writes the section.
pub(super) fn section(told: &Told<'_>) -> String {
    let mut body = format!(
        "<p class=\"note print-only\">{}</p>\n",
        escape(told.say(words::NOT_PRINTED))
    );
    body.push_str(&told.notes(&[told.say(words::TRACE_NOTE).to_owned()]));
    let sections = told.review.sections();
    for section in &sections {
        body.push_str(&part(told, section));
    }
    body.push_str(&expired(told));
    let found = sections.iter().flat_map(|section| section.findings);
    let rules: BTreeSet<RuleId> = found.map(|finding| finding.rule).collect();
    body.push_str(&cards(told, &rules));
    body
}

/// Writes a part: its topic and its answer, and folded below them its findings, the gravest first.
fn part(told: &Told<'_>, section: &Section<'_>) -> String {
    let (mut items, mut tally) = (String::new(), Vec::new());
    for (mark, is_of) in MARKS {
        let of: Vec<&Finding> = section.findings.iter().filter(|one| is_of(one)).collect();
        if !of.is_empty() {
            tally.push(format!("{mark}\u{a0}{}", of.len()));
        }
        for finding in of {
            let text = escape(&section.line(finding, told.locale));
            let rule = finding.rule.to_string();
            let text = text.replacen(&rule, &first::link(finding.rule), 1);
            items.push_str(&format!("<li>{text}</li>\n"));
        }
    }
    for remedy in &section.remedies {
        let text = escape(&remedy.display(told.locale).to_string());
        items.push_str(&format!("<li class=\"fix\">→ {text}</li>\n"));
    }
    let name = escape(told.say(section.topic.text()));
    let colon = escape(told.say(words::COLON));
    let answer = escape(&section.answer(told.locale));
    let tally = tally.join(" ");
    format!(
        "<details class=\"part\">\n<summary><b>{name}</b>{colon}{answer} <span class=\"tally\">{tally}</span></summary>\n\
         <ul>\n{items}</ul>\n</details>\n"
    )
}

/// Writes the facts that were learnt too long ago, and every contradiction, folded; nothing without any.
fn expired(told: &Told<'_>) -> String {
    let expired = told.review.expired().map(|one| {
        let [before, after] = words::UNKNOWN_SINCE.map(|text| told.say(text));
        format!("? {}{before}{}{after}", one.path, one.since)
    });
    let expired: Vec<String> = expired.collect();
    let differing = told.review.contradictions().into_iter();
    let differing: Vec<String> = differing
        .map(|one| one.display(told.locale).to_string())
        .collect();
    let lists = [
        (words::EXPIRED, expired),
        (words::CONTRADICTIONS, differing),
    ];
    let mut body = String::new();
    for (name, lines) in lists {
        if lines.is_empty() {
            continue;
        }
        let items = lines
            .iter()
            .map(|line| format!("<li>{}</li>\n", escape(line)));
        let items: String = items.collect();
        let (name, number) = (escape(told.say(name)), lines.len());
        body.push_str(&format!(
            "<details class=\"part\">\n<summary><b>{name}</b> <span class=\"tally\">{number}</span></summary>\n\
             <ul>\n{items}</ul>\n</details>\n"
        ));
    }
    body
}

/// Writes the statement and the source of each rule, to which the ids on the page lead.
fn cards(told: &Told<'_>, rules: &BTreeSet<RuleId>) -> String {
    let cards: Vec<_> = rules
        .iter()
        .filter_map(|rule| rulebook::card(*rule))
        .collect();
    let items = cards.iter().map(|card| {
        let (id, title) = (card.id(), escape(told.say(card.title())));
        let statement = escape(told.say(card.statement()));
        let source = escape(&card.source().to_string());
        format!(
            "<p id=\"{id}\"><b>{id} {title}</b><br/>{statement}<br/><span class=\"tally\">{source}</span></p>\n"
        )
    });
    let items: String = items.collect();
    let summary = escape(&told.counted(words::RULES, cards.len()));
    format!("<details class=\"part\">\n<summary><b>{summary}</b></summary>\n{items}</details>\n")
}
