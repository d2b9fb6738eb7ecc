use core::fmt;

use enumset::EnumSet;
use rust_decimal::Decimal;

use crate::verdict::{
    Bound, Change, Evidence, Finding, Outcome, Reading, Remedy, Subject, Verdict,
};
use crate::vocab::{Department, Grade, Locale, Share, Text};

/// Text for people, made from data when it is asked for and never stored (文字呈现).
///
/// # Examples
///
/// ```
/// use keqing::verdict::{Bound, Evidence, Fact, Render};
/// use keqing::vocab::{Locale, Share};
///
/// let evidence = Evidence::share(Fact::Share, Share::new(468, 1000)?, Bound::AtLeast, Share::percent(50)?);
/// assert_eq!(evidence.display(Locale::En).to_string(), "share of wallet 46.8 %, required at least 50.0 %");
/// assert_eq!(evidence.display(Locale::ZhHans).to_string(), "采购份额 46.8 %，要求不低于 50.0 %");
/// # Ok::<(), keqing::vocab::ShareError>(())
/// ```
pub trait Render {
    /// Writes the text in one locale.
    ///
    /// # Errors
    ///
    /// Only those of the formatter.
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Returns something that displays the text in one locale.
    fn display(&self, locale: Locale) -> Rendered<'_, Self> {
        Rendered { data: self, locale }
    }
}

/// Data that displays itself in one locale; made by [`Render::display`].
#[derive(Clone, Copy, Debug)]
pub struct Rendered<'a, T: ?Sized> {
    data: &'a T,
    locale: Locale,
}

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
        match self.reading {
            Reading::Nothing => f.write_str(UNKNOWN.in_locale(locale)),
            Reading::Count {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed, bound, required),
            Reading::Date {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed, bound, required),
            Reading::Days {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed, bound, required),
            Reading::Number {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed.normalize(), bound, required.normalize()),
            Reading::Share {
                observed,
                bound,
                required,
            } => held_against(locale, f, observed, bound, required),
            Reading::Departments { observed, required } => {
                write!(f, " {}", Listed(observed, locale))?;
                write!(
                    f,
                    "{}{}",
                    REQUIRED.in_locale(locale),
                    Listed(required, locale)
                )
            }
            Reading::Grade { observed, required } => held_against(
                locale,
                f,
                grade(observed).in_locale(locale),
                Bound::AtLeast,
                grade(required).in_locale(locale),
            ),
            Reading::Presence { observed, required } => {
                write!(f, " {}", observed.text().in_locale(locale))?;
                write!(
                    f,
                    "{}{}",
                    REQUIRED.in_locale(locale),
                    required.text().in_locale(locale)
                )
            }
            Reading::Stages { from, to } => {
                write!(
                    f,
                    " {} → {}",
                    from.text().in_locale(locale),
                    to.text().in_locale(locale)
                )
            }
            Reading::Trust { observed, required } => held_against(
                locale,
                f,
                observed.text().in_locale(locale),
                Bound::AtLeast,
                required.text().in_locale(locale),
            ),
        }
    }
}

impl Render for Subject {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Relationship => Ok(()),
            Self::Side(side) => write!(f, " ({})", side.text().in_locale(locale)),
            Self::Role(role) => write!(f, " ({})", role.text().in_locale(locale)),
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
        write!(
            f,
            "{}{}",
            self.rule,
            Text::new(": ", "：", "：").in_locale(locale)
        )?;
        let fact = self.fact.text().in_locale(locale);
        let subject = self.subject.display(locale);
        match self.change {
            Change::Learn { grade: None } => {
                write!(f, "{}{fact}{subject}", LEARN.in_locale(locale))
            }
            Change::Learn {
                grade: Some(needed),
            } => {
                write!(f, "{}{fact}{subject}", LEARN.in_locale(locale))?;
                write!(
                    f,
                    "{}{}",
                    AT_LEAST_GRADE.in_locale(locale),
                    grade(needed).in_locale(locale)
                )
            }
            Change::Establish => write!(f, "{}{fact}{subject}", ESTABLISH.in_locale(locale)),
            Change::Remove => write!(f, "{}{fact}{subject}", REMOVE.in_locale(locale)),
            Change::ReachShare { from, bound, to } => {
                write!(f, "{fact}{subject} {} {to}", bound.text().in_locale(locale))?;
                points(locale, f, from, to)
            }
            Change::ReachCount { bound, to, .. } => {
                write!(f, "{fact}{subject} {} {to}", bound.text().in_locale(locale))
            }
            Change::ReachNumber { bound, to, .. } => {
                write!(
                    f,
                    "{fact}{subject} {} {}",
                    bound.text().in_locale(locale),
                    to.normalize()
                )
            }
            Change::Redate { bound, to } => {
                write!(f, "{fact}{subject} {} {to}", bound.text().in_locale(locale))
            }
            Change::Wait { days } => write!(f, "{}{days}", WAIT.in_locale(locale)),
            Change::Hasten { days } => {
                write!(f, "{fact}{subject}{}{days}", HASTEN.in_locale(locale))
            }
            Change::Involve { departments } => {
                write!(
                    f,
                    "{fact}{subject}{}{}",
                    INVOLVE.in_locale(locale),
                    Listed(departments, locale)
                )
            }
            Change::BuildTrust { to } => {
                write!(
                    f,
                    "{fact}{subject} {} {}",
                    Bound::AtLeast.text().in_locale(locale),
                    to.text().in_locale(locale)
                )
            }
            Change::Reconsider { from, to } => {
                write!(f, "{}", RECONSIDER.in_locale(locale))?;
                write!(
                    f,
                    "{} → {}",
                    from.text().in_locale(locale),
                    to.text().in_locale(locale)
                )
            }
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
struct Listed(EnumSet<Department>, Locale);

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
