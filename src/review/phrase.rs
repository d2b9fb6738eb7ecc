//! One matter in one line, as a person would say it.

use core::fmt;

use crate::review::matter::Matter;
use crate::review::sayings::saying;
use crate::verdict::{Evidence, Fact, Finding, Outcome, Presence, Reading, Remedy, Render};
use crate::vocab::words::{Locale, Text};

impl Render for Matter<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.gravest();
        if !self.headline.matter(finding, locale, f)? {
            say(finding, locale, f)?;
        }
        f.write_str("  [")?;
        for (place, rule) in self.rules.iter().enumerate() {
            let between = if place == 0 { "" } else { " " };
            write!(f, "{between}{rule}")?;
        }
        f.write_str("]")
    }
}

/// Writes what stands against the relationship by one finding, and what mends it.
pub(super) fn say(finding: &Finding, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let evidence = &finding.evidence;
    let is_lacking = matches!(
        evidence.reading,
        Reading::Presence {
            observed: Presence::Absent,
            ..
        }
    );
    if let Some(saying) = saying(evidence.fact).filter(|_| finding.is_breach() && is_lacking) {
        f.write_str(saying.lacking.in_locale(locale))?;
        evidence.subject.render(locale, f)?;
        return write!(f, "{ARROW}{}", saying.remedy.in_locale(locale));
    }
    match finding.outcome {
        Outcome::Missing(fact) => unknown(fact, *evidence, locale, f)?,
        _ => found(evidence, locale, f)?,
    }
    match Remedy::of(finding) {
        Some(remedy) => write!(f, "{ARROW}{}", remedy.change.display(locale)),
        None => Ok(()),
    }
}

/// Writes a fact that is missing, and why, if it was known before or is too weak.
fn unknown(
    fact: Fact,
    evidence: Evidence,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let named = Evidence { fact, ..evidence };
    named.write_fact(locale, f)?;
    match evidence.reading {
        Reading::Nothing => Ok(()),
        Reading::Grade { observed, .. } => {
            let [before, after] = SO_FAR.map(|text| text.in_locale(locale));
            write!(f, "{before}{}{after}", observed.text().in_locale(locale))
        }
        _ if evidence.fact == fact => evidence.reading.render(locale, f),
        _ => {
            let [before, after] = BECAUSE.map(|text| text.in_locale(locale));
            write!(f, "{before}{}{after}", evidence.display(locale))
        }
    }
}

/// Writes what was found. Of a thing that is there or not, what is wrong stands first.
fn found(evidence: &Evidence, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Reading::Presence { observed, .. } = evidence.reading else {
        return evidence.write_observed(locale, f);
    };
    let word = match observed {
        Presence::Present => THERE_IS,
        Presence::Absent => LACKING,
    };
    f.write_str(word.in_locale(locale))?;
    evidence.write_fact(locale, f)
}

const ARROW: &str = " → ";
const BECAUSE: [Text; 2] = [Text::new(" (", "（", "（"), Text::new(")", "）", "）")];
const LACKING: Text = Text::new("lacking: ", "缺少：", "缺少：");
const SO_FAR: [Text; 2] = [
    Text::new(", so far ", "，目前仅为", "，目前僅為"),
    Text::new("", "", ""),
];
const THERE_IS: Text = Text::new("there is: ", "存在：", "存在：");
