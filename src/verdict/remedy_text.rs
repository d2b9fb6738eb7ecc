use core::fmt;

use rust_decimal::Decimal;

use crate::verdict::evidence::Bound;
use crate::verdict::fact::Fact;
use crate::verdict::listed::Listed;
use crate::verdict::quantity::{numbers, shares};
use crate::verdict::remedy::{Change, Remedy};
use crate::verdict::render::{Of, Render, date_bound};
use crate::vocab::known::Grade;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::{Locale, Stage, SupplierPosition, Text};

impl Render for Remedy {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = Text::new(": ", "：", "：").in_locale(locale);
        write!(f, "{}{colon}", self.rule)?;
        let of = Of(self.fact, &self.subject, locale);
        let verb =
            |f: &mut fmt::Formatter<'_>, verb: Text| write!(f, "{}{of}", verb.in_locale(locale));
        match self.change {
            Change::Learn { grade: None } => verb(f, LEARN),
            Change::Learn {
                grade: Some(needed),
            } => {
                verb(f, LEARN)?;
                let wanted = AT_LEAST_GRADE.in_locale(locale);
                write!(f, "{wanted}{}", needed.text().in_locale(locale))
            }
            Change::Establish => verb(f, ESTABLISH),
            Change::Remove => verb(f, REMOVE),
            Change::Wait { days } => {
                write!(f, "{}{}", WAIT.in_locale(locale), days.display(locale))
            }
            Change::Hasten { days } => hasten(of, days, f),
            Change::Involve { departments } => {
                let listed = Listed(departments, locale);
                write!(f, "{of}{}{listed}", INVOLVE.in_locale(locale))
            }
            Change::Reconsider { from, to } => reconsider(self.fact, from, to, locale, f),
            _ => {
                write!(f, "{of} ")?;
                self.change.render_target(locale, f)
            }
        }
    }
}

/// The change alone, where the fact was named before it.
impl Render for Change {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = |text: Text| text.in_locale(locale);
        match *self {
            Self::Learn { grade: None } => f.write_str(words(FIND_OUT)),
            Self::Learn {
                grade: Some(Grade::Measured),
            } => f.write_str(words(MEASURE_IT)),
            Self::Learn { grade: Some(_) } => f.write_str(words(CONFIRM)),
            Self::Establish => f.write_str(words(PUT_IN_PLACE)),
            Self::Remove => f.write_str(words(END_IT)),
            Self::Wait { days } => write!(f, "{}{}", words(WAIT), days.display(locale)),
            Self::Hasten { days } => {
                let [before, after] = DO_SOONER.map(words);
                write!(f, "{before}{}{after}", days.display(locale))
            }
            Self::Involve { departments } => {
                write!(f, "{}{}", words(BRING_IN), Listed(departments, locale))
            }
            Self::Reconsider { from, to } => {
                let [from, to] = [from, to].map(|stage| words(stage.text()));
                write!(f, "{}{from} → {to}", words(RECONSIDER))
            }
            Self::WinOver { to } => {
                let [before, after] = AT_LEAST.map(words);
                write!(f, "{}{before}{}{after}", words(WIN_OVER), words(to.text()))
            }
            Self::BuildTrust { to } => {
                write!(f, "{}{}", words(BUILD_UP), words(to.text()))
            }
            Self::CountLower { to } => {
                let [before, after] = COUNT_AS.map(words);
                write!(f, "{before}{}{after}", words(to.text()))
            }
            Self::ReachCount {
                bound: Bound::AtMost,
                to: 0,
                ..
            } => f.write_str(words(DOWN_TO_NONE)),
            _ => {
                f.write_str(words(self.direction()))?;
                self.render_target(locale, f)
            }
        }
    }
}

impl Change {
    /// Returns the words for the direction in which a fact is brought to its bound.
    const fn direction(&self) -> Text {
        match self {
            Self::ReachShare { bound, .. }
            | Self::ReachCount { bound, .. }
            | Self::ReachMoney { bound, .. }
            | Self::ReachNumber { bound, .. } => match bound {
                Bound::AtLeast | Bound::MoreThan => RAISE,
                Bound::AtMost | Bound::LessThan => LOWER,
                Bound::Exactly => MAKE_IT,
            },
            _ => MAKE_IT,
        }
    }

    /// Writes the changes that bring a fact to a bound.
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
            Self::Redate { bound: to_be, to } => {
                write!(f, "{} {to}", date_bound(to_be).in_locale(locale))
            }
            Self::BuildTrust { to } => {
                let level = to.text().in_locale(locale);
                write!(f, "{} {level}", bound(Bound::AtLeast))
            }
            Self::CountLower { to } => {
                let tier = to.text().in_locale(locale);
                write!(f, "{} {tier}", bound(Bound::AtMost))
            }
            Self::WinOver { to } => {
                let stance = to.text().in_locale(locale);
                write!(f, "{} {stance}", bound(Bound::AtLeast))
            }
            _ => Ok(()),
        }
    }
}

/// Writes the action that has to happen sooner: an overdue amount is paid, a measurement is made.
fn hasten(of: Of<'_>, days: Days, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Of(fact, _, locale) = of;
    let days = days.display(locale);
    let (before, after) = match fact {
        Fact::OldestOverdue => return f.write_str(HAVE_IT_PAID.in_locale(locale)),
        Fact::DaysOverdue => (PAY, PAY_SOONER),
        Fact::MeasurementAge => (MEASURE, MEASURE_SOONER),
        _ => {
            let after = SOONER.in_locale(locale);
            return write!(f, "{of}{}{days}{after}", HASTEN.in_locale(locale));
        }
    };
    let (before, after) = (before.in_locale(locale), after.in_locale(locale));
    write!(f, "{before}{days}{after}")
}

fn reconsider(
    fact: Fact,
    from: Stage,
    to: Stage,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let words = |text: Text| text.in_locale(locale);
    if fact == Fact::Position {
        let [from, to] = [from, to].map(|stage| words(SupplierPosition::of(stage).text()));
        let (state, not) = (words(STATE_POSITION), words(NOT_THAT));
        return write!(f, "{state}{to}{not}{from}");
    }
    let (from, to) = (words(from.text()), words(to.text()));
    match fact {
        Fact::StrategyStage => {
            let (make, not) = (words(MAKE_STRATEGY), words(NOT_FOR));
            write!(f, "{make}{from}{not}{to}")
        }
        _ => write!(f, "{}{from} → {to}", words(RECONSIDER)),
    }
}

fn points(locale: Locale, f: &mut fmt::Formatter<'_>, from: Share, to: Share) -> fmt::Result {
    let (more, [before, after]) = if from <= to {
        (from.points_to(to), MORE)
    } else {
        (to.points_to(from), LESS)
    };
    if more == Decimal::ZERO {
        return Ok(());
    }
    let (before, after) = (before.in_locale(locale), after.in_locale(locale));
    write!(f, "{before}{more}{after}")
}

const AT_LEAST: [Text; 2] = [
    Text::new("", "至少转为", "至少轉為"),
    Text::new(" or better", "", ""),
];
const AT_LEAST_GRADE: Text = Text::new(
    ", evidence at least ",
    "，证据等级不低于 ",
    "，證據等級不低於 ",
);
const BRING_IN: Text = Text::new("bring in: ", "纳入：", "納入：");
const BUILD_UP: Text = Text::new("build it up to ", "培养至", "培養至");
const CONFIRM: Text = Text::new("have it confirmed", "予以确认", "予以確認");
const COUNT_AS: [Text; 2] = [
    Text::new("count it as ", "最多按", "最多按"),
    Text::new(" at most", "看待", "看待"),
];
const DO_SOONER: [Text; 2] = [
    Text::new("do it ", "提前 ", "提前 "),
    Text::new(" sooner", "", ""),
];
const END_IT: Text = Text::new("end it", "予以消除", "予以消除");
const DOWN_TO_NONE: Text = Text::new("bring it down to none", "降为零", "降為零");
const ESTABLISH: Text = Text::new("establish ", "建立", "建立");
const FIND_OUT: Text = Text::new("find it out", "予以查明", "予以查明");
const HAVE_IT_PAID: Text = Text::new(
    "have what is overdue paid",
    "先收回逾期款项",
    "先收回逾期款項",
);
const HASTEN: Text = Text::new(": ", "须提前 ", "須提前 ");
const INVOLVE: Text = Text::new(" still to bring in: ", "尚须纳入：", "尚須納入：");
const LEARN: Text = Text::new("learn ", "查明", "查明");
const LESS: [Text; 2] = [
    Text::new(" (", "（须降低 ", "（須降低 "),
    Text::new(" points less)", " 个百分点）", " 個百分點）"),
];
const LOWER: Text = Text::new("bring it down to ", "降至", "降至");
const MAKE_IT: Text = Text::new("make it ", "应", "應");
const MAKE_STRATEGY: Text = Text::new("make the strategy for ", "策略应针对", "策略應針對");
const MEASURE: Text = Text::new("measure satisfaction ", "提前 ", "提前 ");
const MEASURE_IT: Text = Text::new("measure it", "予以实测", "予以實測");
const MEASURE_SOONER: Text = Text::new(" sooner", "测量满意度", "測量滿意度");
const MORE: [Text; 2] = [
    Text::new(" (", "（还差 ", "（還差 "),
    Text::new(" points more)", " 个百分点）", " 個百分點）"),
];
const NOT_FOR: Text = Text::new(", not for ", "，而非", "，而非");
const NOT_THAT: Text = Text::new(", not ", "，而非", "，而非");
const PAY: Text = Text::new("pay ", "提前 ", "提前 ");
const PAY_SOONER: Text = Text::new(" sooner", "付款", "付款");
const PUT_IN_PLACE: Text = Text::new("put it in place", "予以落实", "予以落實");
const RAISE: Text = Text::new("raise it to ", "提高至", "提高至");
const RECONSIDER: Text = Text::new("not this move: ", "不可作此变动：", "不可作此變動：");
const REMOVE: Text = Text::new("end ", "消除", "消除");
const SOONER: Text = Text::new(" sooner", "", "");
const STATE_POSITION: Text = Text::new(
    "state the supplier position as ",
    "所报供应商地位应为",
    "所報供應商地位應為",
);
const WAIT: Text = Text::new("wait ", "再等 ", "再等 ");
const WIN_OVER: Text = Text::new("win it over: ", "争取", "爭取");
