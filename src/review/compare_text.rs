//! A comparison of two reviews, for people.

use core::fmt;

use crate::review::compare::{Comparison, MatterTurn, Turn};
use crate::review::concern::Concern;
use crate::review::phrase::{found, say};
use crate::verdict::{Finding, Render};
use crate::vocab::words::{Locale, Text};

impl Render for Comparison {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [supplier, customer] = &self.between;
        let [from, to] = [FROM, TO].map(|text| text.in_locale(locale));
        writeln!(
            f,
            "{supplier} → {customer}{from}{}{to}{}",
            self.from, self.to
        )?;
        if self.turns.is_empty() {
            return writeln!(f, "{}", NOTHING.in_locale(locale));
        }
        for turn in Turn::ALL {
            let mut turned = self.turns.iter().filter(|one| one.turn == turn).peekable();
            if turned.peek().is_some() {
                writeln!(f, "\n{}", turn.text().in_locale(locale))?;
            }
            for one in turned {
                one.render(locale, f)?;
                writeln!(f)?;
            }
        }
        Ok(())
    }
}

impl Render for MatterTurn {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.turn {
            Turn::New => "+",
            Turn::Graver => "▲",
            Turn::Milder => "▼",
            Turn::Gone => "−",
            Turn::Unjudged => "?",
        };
        write!(f, "  {mark} ")?;
        let Some(finding) = self.after.or(self.before) else {
            return Ok(());
        };
        let concern = self.is.or(self.was);
        let colon = COLON.in_locale(locale);
        write!(f, "{}{colon}", weight(concern, &finding, locale))?;
        match self.turn {
            Turn::Gone => found(&finding, locale, f)?,
            Turn::Unjudged if self.after.is_none() => found(&finding, locale, f)?,
            _ if concern == Some(Concern::Accepted) => found(&finding, locale, f)?,
            _ => say(&finding, locale, f)?,
        }
        if let (Some(after), Some(before)) = (&self.after, &self.before) {
            let [open, close] = BEFORE.map(|text| text.in_locale(locale));
            write!(f, "{open}{}", weight(self.was, before, locale))?;
            // An acceptance changes no finding.
            if before != after {
                f.write_str(colon)?;
                found(before, locale, f)?;
            }
            f.write_str(close)?;
        }
        write!(f, "  [{}]", finding.rule)
    }
}

/// Returns the weight of a finding: the claim of its matter, or its severity if it bars nothing.
fn weight(concern: Option<Concern>, finding: &Finding, locale: Locale) -> &'static str {
    let text = match concern {
        Some(Concern::Refused) => REFUSED,
        Some(Concern::Decision) => DECIDE,
        Some(Concern::Unknown) => UNKNOWN,
        Some(Concern::Accepted) => Concern::Accepted.text(),
        Some(Concern::AtRisk) | None => finding.severity.text(),
    };
    text.in_locale(locale)
}

const BEFORE: [Text; 2] = [
    Text::new(" (before: ", "（此前为", "（此前為"),
    Text::new(")", "）", "）"),
];
const COLON: Text = Text::new(": ", "：", "：");
const DECIDE: Text = Text::new("to decide", "待裁定", "待裁定");
const FROM: Text = Text::new(", from ", "，自 ", "，自 ");
const NOTHING: Text = Text::new("Nothing has changed.", "没有变化。", "沒有變化。");
const REFUSED: Text = Text::new("refused", "不予准许", "不予准許");
const TO: Text = Text::new(" to ", " 至 ", " 至 ");
const UNKNOWN: Text = Text::new("not known", "尚未查明", "尚未查明");
