use core::fmt;
use core::panic::RefUnwindSafe;

use crate::verdict::{Assessment, Verdict};
use crate::vocab::words::{Locale, Text};

/// An answer in one line, for the heading of its part.
pub(super) trait Headline: fmt::Debug + RefUnwindSafe + Send + Sync {
    fn headline(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result;
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

pub(super) fn say(text: Text, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(text.in_locale(locale))
}

const UNDECIDED: Text = Text::new(
    "undecided, facts are missing",
    "未决：缺少事实",
    "未決：缺少事實",
);
