//! The statement as a page to print: every part of its text, the open amounts as bars, and the balance as a line.

mod balance;
#[cfg(test)]
mod tests;

use keqing::receivable::statement::{StatedPart, StatedTable, Statement, StatementTopic};
use keqing::vocab::words::Locale;

use crate::aged;
use crate::canvas::framed;
use crate::page::{self, escape, heading, row};

/// The look of this page beyond that of every page.
const STYLE: &str = include_str!("style.css");

/// Writes the page.
pub(crate) fn page(stated: &Statement, locale: Locale) -> String {
    let mut body = String::new();
    for sentence in stated.head(locale) {
        body.push_str(&format!("<p class=\"head\">{}</p>\n", escape(&sentence)));
    }
    for part in stated.parts(locale) {
        body.push_str(&section(stated, &part, locale));
    }
    page::whole(locale, &stated.title(locale), STYLE, &body)
}

/// Writes a part: its picture, its tables and its sentences.
fn section(stated: &Statement, part: &StatedPart, locale: Locale) -> String {
    let class = part.topic.name();
    let mut body = format!("<section class=\"{class}\">\n{}", heading(&part.title));
    body.push_str(&picture(stated, part, locale));
    for table in &part.tables {
        body.push_str(&written(table));
    }
    body.push_str(&sentences(&part.sentences));
    body.push_str("</section>\n");
    body
}

/// Draws the picture of a part that has one.
fn picture(stated: &Statement, part: &StatedPart, locale: Locale) -> String {
    let svg = match (part.topic, &stated.period) {
        (StatementTopic::Aging, _) => stated
            .aging
            .balances()
            .iter()
            .map(|balance| aged::bars(&part.title, &stated.aging, balance, locale))
            .collect(),
        (StatementTopic::Period, Some(period)) => {
            balance::line(&part.title, stated, period, locale)
        }
        _ => return String::new(),
    };
    framed("small", &svg)
}

/// Writes a table in a box of its own, in which it scrolls if the page is narrower.
fn written(table: &StatedTable) -> String {
    let mut body = String::new();
    if let Some(title) = &table.title {
        body.push_str(&format!("<h3>{}</h3>\n", escape(title)));
    }
    let is_figure = |place: usize| {
        let column = table.columns.get(place);
        column.is_some_and(|column| column.is_figure)
    };
    let names = table.columns.iter().map(|column| {
        let class = match column.is_figure {
            true => " class=\"n\"",
            false => "",
        };
        format!("<th{class}>{}</th>", escape(column.name))
    });
    let names: String = names.collect();
    let rows = table.rows.iter().map(|cells| row(cells, is_figure));
    let rows: String = rows.collect();
    body.push_str(&format!(
        "<div class=\"scroll\"><table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n"
    ));
    body.push_str(&sentences(&table.sentences));
    body
}

fn sentences(sentences: &[String]) -> String {
    let written = sentences
        .iter()
        .map(|sentence| format!("<p class=\"note\">{}</p>\n", escape(sentence)));
    written.collect()
}
