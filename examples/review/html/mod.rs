//! The review as a page that a manager prints: the first page, the pictures of the dossier, and every finding.

mod aging;
mod draw;
mod events;
mod first;
mod people;
mod share;
#[cfg(test)]
mod tests;
mod ties;
mod timeline;
mod trace;
mod words;

use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{Page, Review};
use keqing::vocab::words::{Locale, Role, Text};

use crate::page::{self, escape, heading};

/// Everything from which the page is written.
pub(crate) struct Told<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) dossier: &'a Dossier,
    pub(crate) review: &'a Review,
    pub(crate) locale: Locale,
    /// The party for whom the first page is; everybody without one.
    pub(crate) reader: Option<Role>,
}

impl<'a> Told<'a> {
    /// Returns a text in the language of the page.
    fn say(&self, text: Text) -> &'static str {
        text.in_locale(self.locale)
    }

    /// Returns the first page of the review.
    fn page(&self) -> Page<'a> {
        let page = self.review.page(self.policy);
        match self.reader {
            Some(role) => page.only_for(role),
            None => page,
        }
    }

    /// Writes a paragraph of notes; nothing without any.
    fn notes(&self, notes: &[String]) -> String {
        if notes.is_empty() {
            return String::new();
        }
        let space = self.say(words::BETWEEN_SENTENCES);
        format!("<p class=\"note\">{}</p>\n", escape(&notes.join(space)))
    }

    /// Returns a text in which a number stands, before and after it.
    fn counted(&self, [before, after]: [Text; 2], number: usize) -> String {
        format!("{}{number}{}", self.say(before), self.say(after))
    }
}

/// The look of this page beyond that of every page.
const STYLE: &str = include_str!("style.css");

/// Writes the page.
pub(crate) fn page(told: &Told<'_>) -> String {
    let [supplier, customer] = &told.review.between;
    let part = |name: Text, body: String| {
        let heading = heading(told.say(name));
        let class = if name == words::TRACE {
            " class=\"trace\""
        } else {
            ""
        };
        format!("<section{class}>\n{heading}{body}</section>\n")
    };
    let body = [
        first::page(told),
        "<div class=\"pair\">\n".to_owned(),
        part(words::SHARE, share::section(told)),
        part(words::AGING, aging::section(told)),
        "</div>\n".to_owned(),
        part(words::PEOPLE, people::section(told)),
        part(words::TIMELINE, timeline::section(told)),
        part(words::TRACE, trace::section(told)),
    ];
    page::whole(
        told.locale,
        &format!("{supplier} → {customer}"),
        STYLE,
        &body.concat(),
    )
}
