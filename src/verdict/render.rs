use core::fmt;

use crate::verdict::evidence::{Bound, Evidence, Reading, Subject};
use crate::verdict::fact::Fact;
use crate::verdict::finding::Finding;
use crate::verdict::item_word;
use crate::verdict::listed::Listed;
use crate::verdict::outcome::Outcome;
use crate::verdict::quantity::{days, numbers, shares};
use crate::verdict::ruling::Verdict;
use crate::vocab::time::Days;
use crate::vocab::words::{Locale, Stage, SupplierPosition, Text};

/// Text for people, made from data when it is asked for and never stored (文字呈现).
///
/// # Examples
///
/// ```
/// use keqing::verdict::{Bound, Evidence, Fact, Render};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Locale;
///
/// let evidence = Evidence::share(Fact::Share, Share::new(468, 1000)?, Bound::AtLeast, Share::percent(50)?);
/// assert_eq!(evidence.display(Locale::En).to_string(), "share of wallet 46.8 %, required at least 50.0 %");
/// assert_eq!(evidence.display(Locale::ZhHans).to_string(), "采购份额 46.8 %，要求不低于 50.0 %");
/// # Ok::<(), keqing::vocab::share::ShareError>(())
/// ```
pub trait Render {
    /// Writes the text in one locale.
    ///
    /// # Errors
    ///
    /// Only the errors of the formatter are returned.
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Returns a value that displays the text in one locale.
    fn display(&self, locale: Locale) -> Rendered<'_, Self>
    where
        Self: Sized,
    {
        Rendered::new(self, locale)
    }
}

/// Data that displays itself in one locale; made by [`Render::display`].
#[derive(Debug)]
pub struct Rendered<'a, T: ?Sized> {
    data: &'a T,
    locale: Locale,
}

impl<'a, T: ?Sized> Rendered<'a, T> {
    /// Makes a value that displays data in one locale; it serves `&dyn Render` too.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::{Render, Rendered};
    /// use keqing::vocab::words::{Locale, Stage};
    ///
    /// let text = Stage::Stable.text();
    /// let lines: [&dyn Render; 1] = [&text];
    /// assert_eq!(lines.map(|line| Rendered::new(line, Locale::En).to_string()), ["Stable cooperation"]);
    /// ```
    pub const fn new(data: &'a T, locale: Locale) -> Self {
        Self { data, locale }
    }
}

// Derived, these would ask the same of the data, which is only borrowed.
impl<T: ?Sized> Clone for Rendered<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Rendered<'_, T> {}

impl<T: Render + ?Sized> fmt::Display for Rendered<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.data.render(self.locale, f)
    }
}

impl Render for Text {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.in_locale(locale))
    }
}

impl Render for Days {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        days(self.count().into(), locale, f)
    }
}

impl Render for Evidence {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Of(self.fact, &self.subject, locale))?;
        match self.reading {
            Reading::Stages { from, to } => stages(self.fact, [from, to], locale, f),
            Reading::Found(found) => {
                f.write_str(" ")?;
                found.write_of(self.fact, locale, f)
            }
            _ => self.reading.render(locale, f),
        }
    }
}

impl Evidence {
    /// Writes the fact and its subject, without what was read.
    pub(crate) fn write_fact(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Of(self.fact, &self.subject, locale))
    }
}

impl Render for Reading {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Nothing => f.write_str(UNKNOWN.in_locale(locale)),
            Self::Expired { since } => {
                let words = EXPIRED.map(|text| text.in_locale(locale));
                let [before, after] = words;
                write!(f, "{before}{since}{after}")
            }
            Self::Found(found) => {
                f.write_str(" ")?;
                found.write_of(Fact::Stage, locale, f)
            }
            Self::Departments { observed, required } => {
                let (observed, required) = (Listed(observed, locale), Listed(required, locale));
                write!(f, " {observed}{}{required}", REQUIRED.in_locale(locale))
            }
            Self::FeatureTier { observed, required } => {
                let [observed, required] = [observed, required].map(|tier| tier.text());
                let (observed, required) = (observed.in_locale(locale), required.in_locale(locale));
                held_against(locale, f, observed, Bound::AtMost, required)
            }
            Self::Grade { observed, required } => {
                at_least(locale, f, observed.text(), required.text())
            }
            Self::Trust { observed, required } => {
                at_least(locale, f, observed.text(), required.text())
            }
            Self::Stance { observed, required } => {
                at_least(locale, f, observed.text(), required.text())
            }
            Self::Contradiction { lower, higher } => {
                let (and, words) = (AND.in_locale(locale), ON_ONE_DAY.in_locale(locale));
                write!(f, " {lower}{and}{higher}{words}")
            }
            Self::Presence { observed, required } => {
                let (observed, required) = (observed.text(), required.text());
                write!(f, " {}", observed.in_locale(locale))?;
                let wanted = REQUIRED.in_locale(locale);
                write!(f, "{wanted}{}", required.in_locale(locale))
            }
            Self::Stages { from, to } => stages(Fact::Stage, [from, to], locale, f),
            _ => self.render_quantity(locale, f),
        }
    }
}

impl Reading {
    /// Writes the readings that compare a quantity with a bound.
    fn render_quantity(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Count {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed, bound, required),
            Self::Date {
                observed,
                bound,
                required,
            } => held_to(locale, f, observed, date_bound(bound), required),
            Self::Days {
                observed,
                bound,
                required,
            } => {
                let (observed, required) = (observed.display(locale), required.display(locale));
                held_against(locale, f, observed, bound, required)
            }
            Self::Money {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed, bound, required),
            Self::Number {
                observed,
                bound,
                required,
            } => {
                let (observed, required) = numbers(observed, required);
                held_against(locale, f, observed, bound, required)
            }
            Self::Share {
                observed,
                bound,
                required,
            } => {
                let (observed, required) = shares(observed, required, locale);
                held_against(locale, f, observed, bound, required)
            }
            _ => Ok(()),
        }
    }
}

impl Render for Subject {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Relationship => Ok(()),
            Self::Side(side) => write!(f, " ({})", side.text().in_locale(locale)),
            Self::Role(role) => write!(f, " ({})", role.text().in_locale(locale)),
            Self::Department { side, department } => {
                let (department, side) = (department.text(), side.text());
                let department = department.in_locale(locale);
                write!(f, " ({department}, {})", side.in_locale(locale))
            }
            Self::Day(date) => write!(f, " ({date})"),
            Self::Document { id } | Self::Item { id } => write!(f, " ({id})"),
            Self::Instrument { instrument } => {
                write!(f, " ({})", instrument.text().in_locale(locale))
            }
            Self::Person { side, id } => write!(f, " ({id}, {})", side.text().in_locale(locale)),
        }
    }
}

impl Subject {
    /// Writes the subject of the fact; an item that is a word of a list has a text.
    pub(crate) fn write_of(
        &self,
        fact: Fact,
        locale: Locale,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let word = match self {
            Self::Item { id } => item_word::text(fact, id.as_str()),
            _ => None,
        };
        match word {
            Some(word) => write!(f, " ({})", word.in_locale(locale)),
            None => self.render(locale, f),
        }
    }
}

/// A fact and its subject, in one locale.
#[derive(Clone, Copy)]
pub(super) struct Of<'a>(pub(super) Fact, pub(super) &'a Subject, pub(super) Locale);

impl fmt::Display for Of<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(fact, subject, locale) = *self;
        f.write_str(fact.text().in_locale(locale))?;
        subject.write_of(fact, locale, f)
    }
}

impl Render for Finding {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_outcome(locale, f)?;
        match (self.outcome, self.evidence.reading) {
            (Outcome::Inapplicable | Outcome::Met, Reading::Nothing) => {
                f.write_str(self.evidence.fact.text().in_locale(locale))
            }
            _ => self.evidence.render(locale, f),
        }
    }
}

impl Finding {
    /// Writes the text before the evidence: the rule, its outcome, and the severity of a breach.
    pub(crate) fn write_outcome(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule, self.outcome.text().in_locale(locale))?;
        if self.is_breach() {
            write!(f, " ({})", self.severity.text().in_locale(locale))?;
        }
        f.write_str(Text::new(": ", "：", "：").in_locale(locale))
    }
}

impl Render for Verdict {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.decision().text().in_locale(locale))?;
        for finding in self.findings() {
            write!(f, "\n  {}", finding.display(locale))?;
        }
        for remedy in self.remedies() {
            write!(f, "\n  → {}", remedy.display(locale))?;
        }
        Ok(())
    }
}

fn at_least(
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
    observed: Text,
    required: Text,
) -> fmt::Result {
    let (observed, required) = (observed.in_locale(locale), required.in_locale(locale));
    held_against(locale, f, observed, Bound::AtLeast, required)
}

fn held_against(
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
    observed: impl fmt::Display,
    bound: Bound,
    required: impl fmt::Display,
) -> fmt::Result {
    held_to(locale, f, observed, bound.text(), required)
}

fn held_to(
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
    observed: impl fmt::Display,
    bound: Text,
    required: impl fmt::Display,
) -> fmt::Result {
    let (wanted, words) = (REQUIRED.in_locale(locale), bound.in_locale(locale));
    write!(f, " {observed}{wanted}{words} {required}")
}

/// Returns the words of a bound before a date.
pub(super) const fn date_bound(bound: Bound) -> Text {
    match bound {
        Bound::AtLeast => NO_EARLIER,
        Bound::AtMost => NO_LATER,
        Bound::Exactly => ON,
        Bound::LessThan => BEFORE,
        Bound::MoreThan => LATER,
    }
}

/// Writes two stages, in the words of the fact that is about them; of a position, those of the positions.
fn stages(
    fact: Fact,
    [from, to]: [Stage; 2],
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let is_same = from == to;
    let words = |text: Text| text.in_locale(locale);
    if fact == Fact::Position {
        let [from, to] = [from, to].map(|stage| words(SupplierPosition::of(stage).text()));
        write!(f, "{}{from}", words(STATED))?;
        return match is_same {
            true => Ok(()),
            false => write!(f, "{}{to}", words(SUPPORTED)),
        };
    }
    let (from, to) = (words(from.text()), words(to.text()));
    match fact {
        Fact::StrategyStage if !is_same => {
            write!(f, "{}{to}{}{from}", words(STRATEGY), words(STANDS_IN))
        }
        _ if is_same => write!(f, " {from}"),
        _ => write!(f, " {from} → {to}"),
    }
}

const EXPIRED: [Text; 2] = [
    Text::new(
        " expired, holds no longer since ",
        "已过期，自 ",
        "已過期，自 ",
    ),
    Text::new("", " 起不再有效", " 起不再有效"),
];
const AND: Text = Text::new(" and ", " 与 ", " 與 ");
const BEFORE: Text = Text::new("before", "早于", "早於");
const LATER: Text = Text::new("after", "晚于", "晚於");
const NO_EARLIER: Text = Text::new("no earlier than", "不早于", "不早於");
const NO_LATER: Text = Text::new("no later than", "不晚于", "不晚於");
const ON: Text = Text::new("on", "为", "為");
const ON_ONE_DAY: Text = Text::new(
    " of one person on one day",
    "，同一人同日两说不一",
    "，同一人同日兩說不一",
);
const REQUIRED: Text = Text::new(", required ", "，要求", "，要求");
const STANDS_IN: Text = Text::new(", the relationship is in ", "，而关系处于", "，而關係處於");
const STATED: Text = Text::new(" stated as ", "报称为", "報稱為");
const STRATEGY: Text = Text::new(" is ", "为", "為");
const SUPPORTED: Text = Text::new(", the facts support ", "，而事实支持", "，而事實支持");
const UNKNOWN: Text = Text::new(" unknown", "未知", "未知");
