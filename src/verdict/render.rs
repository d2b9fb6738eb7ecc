use core::fmt;

use rust_decimal::Decimal;

use crate::verdict::evidence::{Bound, Evidence, Reading, Subject};
use crate::verdict::finding::Finding;
use crate::verdict::outcome::Outcome;
use crate::verdict::quantity::{numbers, shares};
use crate::verdict::remedy::{Change, Remedy};
use crate::verdict::ruling::Verdict;
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::{Department, Locale, Text};

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
    /// Only those of the formatter.
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Returns something that displays the text in one locale.
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
    /// Joins data with a locale; it serves `&dyn Render` too.
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

impl Render for Evidence {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.fact.text().in_locale(locale))?;
        self.subject.render(locale, f)?;
        self.reading.render(locale, f)
    }
}

impl Render for Reading {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Nothing => f.write_str(UNKNOWN.in_locale(locale)),
            Self::Departments { observed, required } => {
                let (observed, required) = (Listed(observed, locale), Listed(required, locale));
                write!(f, " {observed}{}{required}", REQUIRED.in_locale(locale))
            }
            Self::Grade { observed, required } => {
                at_least(locale, f, grade(observed), grade(required))
            }
            Self::Trust { observed, required } => {
                at_least(locale, f, observed.text(), required.text())
            }
            Self::Presence { observed, required } => {
                let (observed, required) = (observed.text(), required.text());
                write!(f, " {}", observed.in_locale(locale))?;
                let wanted = REQUIRED.in_locale(locale);
                write!(f, "{wanted}{}", required.in_locale(locale))
            }
            Self::Stages { from, to } => {
                let (from, to) = (from.text().in_locale(locale), to.text().in_locale(locale));
                write!(f, " {from} → {to}")
            }
            _ => self.render_quantity(locale, f),
        }
    }
}

impl Reading {
    /// The readings that hold a quantity against a bound.
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
            } => held_against(locale, f, observed, bound, required),
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
            Self::Document { id } | Self::Item { id } => write!(f, " ({id})"),
            Self::Instrument { instrument } => {
                write!(f, " ({})", instrument.text().in_locale(locale))
            }
            Self::Person { side, id } => write!(f, " ({id}, {})", side.text().in_locale(locale)),
        }
    }
}

impl Render for Finding {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule, self.outcome.text().in_locale(locale))?;
        if self.is_breach() {
            write!(f, " ({})", self.severity.text().in_locale(locale))?;
        }
        let separator = Text::new(": ", "：", "：").in_locale(locale);
        match (self.outcome, self.evidence.reading) {
            (Outcome::Inapplicable | Outcome::Met, Reading::Nothing) => {
                write!(
                    f,
                    "{separator}{}",
                    self.evidence.fact.text().in_locale(locale)
                )
            }
            _ => write!(f, "{separator}{}", self.evidence.display(locale)),
        }
    }
}

impl Render for Remedy {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = Text::new(": ", "：", "：").in_locale(locale);
        write!(f, "{}{colon}", self.rule)?;
        let (fact, subject) = (self.fact.text(), self.subject.display(locale));
        let fact = fact.in_locale(locale);
        let verb = |f: &mut fmt::Formatter<'_>, verb: Text| {
            write!(f, "{}{fact}{subject}", verb.in_locale(locale))
        };
        match self.change {
            Change::Learn { grade: None } => verb(f, LEARN),
            Change::Learn {
                grade: Some(needed),
            } => {
                verb(f, LEARN)?;
                let wanted = AT_LEAST_GRADE.in_locale(locale);
                write!(f, "{wanted}{}", grade(needed).in_locale(locale))
            }
            Change::Establish => verb(f, ESTABLISH),
            Change::Remove => verb(f, REMOVE),
            Change::Wait { days } => {
                write!(f, "{}{}", WAIT.in_locale(locale), days.display(locale))
            }
            Change::Hasten { days } => {
                let days = days.display(locale);
                write!(f, "{fact}{subject}{}{days}", HASTEN.in_locale(locale))
            }
            Change::Involve { departments } => {
                let listed = Listed(departments, locale);
                write!(f, "{fact}{subject}{}{listed}", INVOLVE.in_locale(locale))
            }
            Change::Reconsider { from, to } => {
                let (from, to) = (from.text().in_locale(locale), to.text().in_locale(locale));
                write!(f, "{}{from} → {to}", RECONSIDER.in_locale(locale))
            }
            _ => {
                write!(f, "{fact}{subject} ")?;
                self.change.render_target(locale, f)
            }
        }
    }
}

impl Change {
    /// The changes that bring a fact to a bound.
    fn render_target(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = |bound: Bound| bound.text().in_locale(locale);
        match *self {
            Self::ReachShare {
                from,
                bound: to_be,
                to,
            } => {
                let (_, target) = shares(from, to, locale);
                write!(f, "{} {target}", bound(to_be))?;
                points(locale, f, from, to)
            }
            Self::ReachCount {
                bound: to_be, to, ..
            } => write!(f, "{} {to}", bound(to_be)),
            Self::ReachMoney {
                bound: to_be, to, ..
            } => write!(f, "{} {to}", bound(to_be)),
            Self::ReachNumber {
                from,
                bound: to_be,
                to,
            } => {
                let (_, target) = numbers(from, to);
                write!(f, "{} {target}", bound(to_be))
            }
            Self::Redate { bound: to_be, to } => write!(f, "{} {to}", bound(to_be)),
            Self::BuildTrust { to } => {
                write!(
                    f,
                    "{} {}",
                    bound(Bound::AtLeast),
                    to.text().in_locale(locale)
                )
            }
            _ => Ok(()),
        }
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
    let (wanted, words) = (REQUIRED.in_locale(locale), bound.text().in_locale(locale));
    write!(f, " {observed}{wanted}{words} {required}")
}

fn points(locale: Locale, f: &mut fmt::Formatter<'_>, from: Share, to: Share) -> fmt::Result {
    let (more, unit) = if from <= to {
        (from.points_to(to), MORE)
    } else {
        (to.points_to(from), LESS)
    };
    if more == Decimal::ZERO {
        Ok(())
    } else {
        write!(f, " ({more}{})", unit.in_locale(locale))
    }
}

const fn grade(grade: Grade) -> Text {
    match grade {
        Grade::Estimated => Text::new("estimated", "估计", "估計"),
        Grade::CustomerStated => Text::new("customer-stated", "客户自述", "客戶自述"),
        Grade::Measured => Text::new("measured", "实测", "實測"),
    }
}

/// A set of departments in one locale.
struct Listed(Set<Department>, Locale);

impl fmt::Display for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str(Text::new("none", "无", "無").in_locale(self.1));
        }
        let separator = Text::new(", ", "、", "、").in_locale(self.1);
        for (place, department) in self.0.iter().enumerate() {
            let between = if place == 0 { "" } else { separator };
            write!(f, "{between}{}", department.text().in_locale(self.1))?;
        }
        Ok(())
    }
}

const AT_LEAST_GRADE: Text = Text::new(
    ", evidence at least ",
    "，证据等级不低于 ",
    "，證據等級不低於 ",
);
const ESTABLISH: Text = Text::new("establish ", "建立", "建立");
const HASTEN: Text = Text::new(" sooner by ", "须提前 ", "須提前 ");
const INVOLVE: Text = Text::new(" still to bring in: ", "尚须纳入：", "尚須納入：");
const LEARN: Text = Text::new("learn ", "查明", "查明");
const LESS: Text = Text::new(" points less", " 个百分点须减", " 個百分點須減");
const MORE: Text = Text::new(" points more", " 个百分点尚缺", " 個百分點尚缺");
const RECONSIDER: Text = Text::new("not this move: ", "不可作此变动：", "不可作此變動：");
const REMOVE: Text = Text::new("end ", "消除", "消除");
const REQUIRED: Text = Text::new(", required ", "，要求", "，要求");
const UNKNOWN: Text = Text::new(" unknown", "未知", "未知");
const WAIT: Text = Text::new("wait ", "再等 ", "再等 ");
