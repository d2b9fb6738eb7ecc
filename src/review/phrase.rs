//! One matter in one line, as a person would say it.

use core::fmt;

use crate::review::headline::comma;
use crate::review::matter::Matter;
use crate::review::sayings::{Saying, saying};
use crate::verdict::{Evidence, Fact, Finding, Outcome, Presence, Reading, Remedy, Render};
use crate::vocab::words::{Locale, Text};

impl Render for Matter<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.gravest();
        if let Some(accepted) = self.accepted {
            found(finding, locale, f)?;
            comma(locale, f)?;
            accepted.write_grounds(locale, f)?;
        } else if !self.headline.matter(finding, locale, f)? {
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
    found(finding, locale, f)?;
    if let Some(saying) = of_presence(finding) {
        return match saying.remedy {
            Some(remedy) => write!(f, "{ARROW}{}", remedy.in_locale(locale)),
            None => Ok(()),
        };
    }
    // What was only found, and what contradicts itself, has no bound to which it could be brought.
    let evidence = finding.evidence;
    let has_bound =
        !matches!(evidence.reading, Reading::Found(_)) && evidence.fact != Fact::Contradiction;
    match Remedy::of(finding).filter(|_| finding.is_gap() || has_bound) {
        Some(remedy) => write!(f, "{ARROW}{}", remedy.change.display(locale)),
        None => Ok(()),
    }
}

/// Writes what stands against the relationship by one finding. Of a thing that is there or not, what is wrong
/// stands first.
pub(super) fn found(finding: &Finding, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let evidence = &finding.evidence;
    if let Some(saying) = of_presence(finding) {
        f.write_str(saying.wrong.in_locale(locale))?;
        return evidence.subject.write_of(evidence.fact, locale, f);
    }
    match (finding.outcome, evidence.reading) {
        (Outcome::Missing(fact), _) => unknown(fact, *evidence, locale, f),
        (_, Reading::Presence { observed, .. }) => {
            let word = match observed {
                Presence::Present => THERE_IS,
                Presence::Absent => LACKING,
            };
            f.write_str(word.in_locale(locale))?;
            evidence.write_fact(locale, f)
        }
        _ => evidence.write_observed(locale, f),
    }
}

/// Returns the words about a thing that is there, or lacking, and ought not to be so.
fn of_presence(finding: &Finding) -> Option<&'static Saying> {
    match finding.evidence.reading {
        Reading::Presence { observed, .. } if finding.is_breach() => {
            saying(finding.evidence.fact, observed)
        }
        _ => None,
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

const ARROW: &str = " → ";
const BECAUSE: [Text; 2] = [Text::new(" (", "（", "（"), Text::new(")", "）", "）")];
const LACKING: Text = Text::new("lacking: ", "缺少：", "缺少：");
const SO_FAR: [Text; 2] = [
    Text::new(", so far ", "，目前仅为", "，目前僅為"),
    Text::new("", "", ""),
];
const THERE_IS: Text = Text::new("there is: ", "存在：", "存在：");
