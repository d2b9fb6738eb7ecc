//! The first page: who, where the relationship stands, and the gravest matters.

use keqing::review::{Concern, Matter, Page};
use keqing::verdict::{Render, RuleId};
use keqing::vocab::words::Text;

use super::{Told, words};
use crate::page::escape;

/// Writes the first page.
pub(super) fn page(told: &Told<'_>) -> String {
    let page = told.page();
    let mut body = who(told, &page);
    if !told.review.left_out.is_empty() {
        let parts = told.review.left_out.join(told.say(words::COMMA));
        let text = format!("{}{parts}", told.say(words::PARTIAL));
        body.push_str(&format!(
            "<p class=\"partial\"><b>{}</b></p>\n",
            escape(&text)
        ));
    }
    body.push_str("<dl class=\"where\">\n");
    for (name, answer) in page.standing(told.locale) {
        body.push_str(&format!(
            "<dt>{}</dt>\n<dd>{}</dd>\n",
            escape(name),
            escape(&answer)
        ));
    }
    body.push_str("</dl>\n");
    body.push_str(&counts(told, &page));
    for concern in Concern::ALL {
        // What is accepted asks nothing, so it comes last.
        if concern == Concern::Accepted {
            body.push_str(&contradictions(told, &page));
        }
        body.push_str(&group(told, concern, page.shown(concern)));
    }
    body.push_str(&rest(told, &page));
    body
}

/// Writes the day, the policy, and for whom the page is.
fn who(told: &Told<'_>, page: &Page<'_>) -> String {
    let mut who = format!(
        "{}{}{}{}",
        told.say(words::AS_OF),
        told.review.as_of(),
        told.say(words::POLICY),
        page.policy()
    );
    if let Some(role) = page.reader() {
        who.push_str(told.say(words::ONLY_FOR));
        who.push_str(told.say(role.text()));
    }
    format!("<p class=\"sub\">{}</p>\n", escape(&who))
}

fn counts(told: &Told<'_>, page: &Page<'_>) -> String {
    let counts = page.counts();
    let items = counts.iter().map(|(number, word)| {
        let word = escape(told.say(*word));
        format!("<li><b>{number}</b> {word}</li>\n")
    });
    let items: String = items.collect();
    format!("<ul class=\"counts\">\n{items}</ul>\n")
}

/// Writes the matters of a group; nothing if it has none.
fn group(told: &Told<'_>, concern: Concern, matters: &[Matter<'_>]) -> String {
    if matters.is_empty() {
        return String::new();
    }
    let class = concern.name();
    let name = escape(told.say(concern.text()));
    let items: String = matters.iter().map(|matter| item(told, matter)).collect();
    format!("<div class=\"group {class}\">\n<h3>{name}</h3>\n<ul>\n{items}</ul>\n</div>\n")
}

/// Writes a matter: its mark, its topic, what was found, what mends it, and its rules.
fn item(told: &Told<'_>, matter: &Matter<'_>) -> String {
    let text = matter.display(told.locale).to_string();
    let rules: Vec<String> = matter.rules.iter().map(RuleId::to_string).collect();
    let rules = format!("[{}]", rules.join(" "));
    let said = text.strip_suffix(&rules).unwrap_or(&text).trim_end();
    let said = match said.split_once(" → ") {
        Some((found, mends)) => format!(
            "{} <span class=\"fix\">→ {}</span>",
            escape(found),
            escape(mends)
        ),
        None => escape(said),
    };
    let topic = match matter.concern {
        Concern::Refused | Concern::Decision => format!(
            "<b>{}</b>{}",
            escape(told.say(matter.topic.text())),
            escape(told.say(words::COLON))
        ),
        _ => String::new(),
    };
    let links: Vec<String> = matter.rules.iter().map(|rule| link(*rule)).collect();
    format!(
        "<li><span class=\"mark\">{}</span> {topic}{said} <span class=\"rules\">[{}]</span></li>\n",
        matter.concern.mark(),
        links.join(" ")
    )
}

/// Writes the id of a rule, which leads to its statement at the end of the page.
pub(super) fn link(rule: RuleId) -> String {
    format!("<a href=\"#{rule}\">{rule}</a>")
}

fn contradictions(told: &Told<'_>, page: &Page<'_>) -> String {
    let shown = page.shown_contradictions();
    if shown.is_empty() {
        return String::new();
    }
    let items = shown.iter().map(|one| {
        let text = escape(&one.display(told.locale).to_string());
        format!("<li>{text}</li>\n")
    });
    let items: String = items.collect();
    let name = escape(told.say(words::CONTRADICTIONS));
    format!("<div class=\"group contradictions\">\n<h3>{name}</h3>\n<ul>\n{items}</ul>\n</div>\n")
}

/// Writes the matters that the first page has no room for, folded, and how many facts do not count.
fn rest(told: &Told<'_>, page: &Page<'_>) -> String {
    let mut body = String::new();
    let rest = page.rest();
    if !rest.is_empty() {
        let summary = escape(&listed(told, words::REST, &rest));
        body.push_str(&format!(
            "<details class=\"rest printed\">\n<summary>{summary}</summary>\n"
        ));
        for concern in Concern::ALL {
            let of = page.matters.iter().filter(|one| one.concern == concern);
            let hidden: Vec<Matter<'_>> = of.skip(page.shown(concern).len()).cloned().collect();
            body.push_str(&group(told, concern, &hidden));
        }
        body.push_str("</details>\n");
    }
    let left_out = page.left_out();
    if !left_out.is_empty() {
        body.push_str(&told.notes(&[listed(told, words::LEFT_OUT, &left_out)]));
    }
    body
}

/// Returns counted things after the words that say what they are.
fn listed(told: &Told<'_>, before: Text, counts: &[(usize, Text)]) -> String {
    let counts: Vec<String> = counts
        .iter()
        .map(|(number, word)| format!("{number} {}", told.say(*word)))
        .collect();
    format!(
        "{}{}",
        told.say(before),
        counts.join(told.say(words::COMMA))
    )
}
