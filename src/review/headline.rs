use core::fmt;
use core::panic::RefUnwindSafe;

use crate::verdict::{Assessment, Finding, Render, Verdict};
use crate::vocab::words::{Locale, Text};

/// An answer in one line, for the heading of its part.
pub(super) trait Headline: fmt::Debug + RefUnwindSafe + Send + Sync {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Writes one finding of the part; the answer may know more than the evidence holds.
    fn finding(
        &self,
        finding: &Finding,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        finding.render(locale, f)
    }

    /// Writes one finding with its remedy as a person would say it, if the answer knows more than the evidence
    /// holds; the result is whether it did.
    fn matter(
        &self,
        _: &Finding,
        _: Locale,
        _: &mut fmt::Formatter<'_>,
    ) -> Result<bool, fmt::Error> {
        Ok(false)
    }
}

impl Headline for Verdict {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say(self.decision().text(), locale, f)
    }
}

impl<T: Headline> Headline for Assessment<T> {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value() {
            Some(value) => value.headline(locale, f),
            None => say(UNDECIDED, locale, f),
        }
    }
}

pub(super) fn comma(locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(Text::new(", ", "，", "，").in_locale(locale))
}

/// Writes the words before a value; a Chinese colon needs no blank after it.
pub(super) fn label(text: Text, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let words = text.in_locale(locale);
    let blank = if words.ends_with('：') { "" } else { " " };
    write!(f, "{words}{blank}")
}

pub(super) fn say(text: Text, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(text.in_locale(locale))
}

/// Counted things: the word for one of them in English, and the words for any other number.
pub(super) struct Things {
    one: &'static str,
    many: Text,
}

impl Things {
    pub(super) const fn new(
        one: &'static str,
        many: &'static str,
        zh_hans: &'static str,
        zh_hant: &'static str,
    ) -> Self {
        let many = Text::new(many, zh_hans, zh_hant);
        Self { one, many }
    }
}

pub(super) fn count(
    number: usize,
    things: &Things,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let words = match (number, locale) {
        (1, Locale::En) => things.one,
        _ => things.many.in_locale(locale),
    };
    write!(f, "{number} {words}")
}

const UNDECIDED: Text = Text::new(
    "undecided, facts are missing",
    "未决：缺少事实",
    "未決：缺少事實",
);
