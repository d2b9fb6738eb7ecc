use core::fmt;

use crate::review::contents::Review;
use crate::review::section::Section;
use crate::rulebook;
use crate::verdict::{Finding, Outcome, Render, RuleId};
use crate::vocab::words::{Locale, Text};

impl Render for Review {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [supplier, customer] = &self.between;
        writeln!(f, "{supplier} → {customer}, {}", self.as_of())?;
        let count =
            |kept: fn(&Finding) -> bool| self.findings().filter(|finding| kept(finding)).count();
        let (breaches, gaps) = (count(Finding::is_breach), count(Finding::is_gap));
        let held = count(|finding| finding.outcome == Outcome::Met);
        let words = [(breaches, BREACHED), (gaps, MISSING), (held, MET)];
        for (place, (number, word)) in words.into_iter().enumerate() {
            let between = if place == 0 {
                ""
            } else {
                COMMA.in_locale(locale)
            };
            write!(f, "{between}{number} {}", word.in_locale(locale))?;
        }
        writeln!(f)?;
        for section in self.sections() {
            write!(f, "\n## {}", section.topic.text().in_locale(locale))?;
            write!(f, "{}", COLON.in_locale(locale))?;
            section.headline.headline(locale, f)?;
            writeln!(f)?;
            findings(&section, locale, f)?;
        }
        Ok(())
    }
}

/// Writes one block for each rule, the gravest first: its statement, its source and its findings.
fn findings(section: &Section<'_>, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for gravity in [Gravity::Breach, Gravity::Gap, Gravity::Rest] {
        for (place, finding) in section.findings.iter().enumerate() {
            let earlier = section.findings.iter().take(place);
            let is_first = earlier.clone().all(|other| other.rule != finding.rule);
            if is_first && Gravity::of(section, finding.rule) == gravity {
                block(section, finding.rule, locale, f)?;
            }
        }
    }
    for remedy in &section.remedies {
        writeln!(f, "  → {}", remedy.display(locale))?;
    }
    Ok(())
}

fn block(
    section: &Section<'_>,
    rule: RuleId,
    locale: Locale,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if let Some(card) = rulebook::card(rule) {
        writeln!(f, "  {}", rulebook::Entry(card).display(locale))?;
    }
    for finding in section
        .findings
        .iter()
        .filter(|finding| finding.rule == rule)
    {
        let mark = match finding.outcome {
            Outcome::Breached => "✗",
            Outcome::Missing(_) => "?",
            Outcome::Met => "✓",
            Outcome::Inapplicable => "–",
            Outcome::Classified => "·",
        };
        write!(f, "    {mark} ")?;
        section.headline.finding(finding, locale, f)?;
        writeln!(f)?;
    }
    Ok(())
}

/// The gravity of the findings of one rule: that of the gravest.
#[derive(Eq, PartialEq)]
enum Gravity {
    Breach,
    Gap,
    Rest,
}

impl Gravity {
    fn of(section: &Section<'_>, rule: RuleId) -> Self {
        let has = |kept: fn(&Finding) -> bool| {
            section
                .findings
                .iter()
                .any(|finding| finding.rule == rule && kept(finding))
        };
        if has(Finding::is_breach) {
            Self::Breach
        } else if has(Finding::is_gap) {
            Self::Gap
        } else {
            Self::Rest
        }
    }
}

const BREACHED: Text = Text::new("breached", "项违反", "項違反");
const COLON: Text = Text::new(": ", "：", "：");
const COMMA: Text = Text::new(", ", "，", "，");
const MET: Text = Text::new("met", "项符合", "項符合");
const MISSING: Text = Text::new("missing a fact", "项缺少事实", "項缺少事實");
