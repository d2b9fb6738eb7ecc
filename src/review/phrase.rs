//! One matter in one line, as a person would say it.

use core::fmt;

use crate::review::concern::Concern;
use crate::review::headline::comma;
use crate::review::matter::Matter;
use crate::review::sayings::{Saying, saying};
use crate::verdict::{
    Evidence, Fact, Finding, Outcome, Presence, Reading, Remedy, Render, Subject,
};
use crate::vocab::time::Days;
use crate::vocab::words::{Locale, Text};

impl Render for Matter<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let finding = self.gravest();
        if let Some(accepted) = self.accepted {
            whole(self.strictest(), locale, f)?;
            comma(locale, f)?;
            // No answer changes by an acceptance.
            let still = match Concern::of(finding) {
                Some(Concern::Refused) => Some(STILL_REFUSED),
                Some(Concern::Decision) => Some(STILL_TO_DECIDE),
                _ => None,
            };
            if let Some(still) = still {
                f.write_str(still.in_locale(locale))?;
            }
            accepted.write_grounds(locale, f)?;
        } else if !self.headline.matter(finding, locale, f)? {
            say(self.strictest(), locale, f)?;
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
    match (evidence.fact, evidence.reading) {
        (Fact::Contradiction, _) => return write!(f, "{ARROW}{}", WHICH.in_locale(locale)),
        (Fact::InvestmentHorizon, Reading::Days { .. }) => {
            return write!(f, "{ARROW}{}", INVEST.in_locale(locale));
        }
        // A late invoice may be paid by now.
        (Fact::PaymentDate, Reading::Date { .. }) => return Ok(()),
        _ => {}
    }
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
        (
            _,
            Reading::Date {
                observed, required, ..
            },
        ) if evidence.fact == Fact::PaymentDate => late(
            evidence.subject,
            Days::between(required, observed),
            locale,
            f,
        ),
        _ => evidence.write_observed(locale, f),
    }
}

/// Writes by how many days an invoice is or was late.
fn late(
    subject: Subject,
    days: Option<Days>,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let [before, after] = LATE.map(|text| text.in_locale(locale));
    if let Subject::Document { id } = subject {
        write!(f, "{id}")?;
    }
    let days = days.unwrap_or(Days::new(0));
    write!(f, "{before}{}{after}", days.display(locale))
}

/// Writes what stands against the relationship with the bound that it does not keep, for who lets it stand.
fn whole(finding: &Finding, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match finding.evidence.reading {
        _ if finding.is_gap() => {
            found(finding, locale, f)?;
            f.write_str(NOT_KNOWN.in_locale(locale))
        }
        Reading::Presence { .. } => found(finding, locale, f),
        _ => finding.evidence.render(locale, f),
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
const STILL_REFUSED: Text = Text::new("still refused, ", "仍不允许，", "仍不允許，");
const STILL_TO_DECIDE: Text = Text::new("still to be decided, ", "仍待裁定，", "仍待裁定，");
const INVEST: Text = Text::new(
    "invest step by step, and have the customer do so, too",
    "逐步投入，并争取客户同样投入",
    "逐步投入，並爭取客戶同樣投入",
);
const LATE: [Text; 2] = [
    Text::new(", ", " 逾期 ", " 逾期 "),
    Text::new(" late", "", ""),
];
const WHICH: Text = Text::new("ask which one holds", "核实以何者为准", "核實以何者為準");
const NOT_KNOWN: Text = Text::new(" not known", "不明", "不明");
const THERE_IS: Text = Text::new("there is: ", "存在：", "存在：");
