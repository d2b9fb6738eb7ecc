use alloc::vec::Vec;
use core::fmt;

use crate::review::acceptance;
use crate::review::contents::Review;
use crate::review::section::Section;
use crate::review::topic::Topic;
use crate::rulebook;
use crate::verdict::{Render, RuleId};
use crate::vocab::words::{Locale, Text};

/// Everything that a review says on one rule (单条规则的评审): its card, and its findings topic by topic.
///
/// # Examples
///
/// ```
/// use keqing::policy::Policy;
/// use keqing::review::review;
/// use keqing::verdict::Render;
/// use keqing::vocab::words::Locale;
/// # let text = r#"{
/// #     "party": {"parties": {
/// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
/// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
/// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
/// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
/// #     }},
/// #     "lifecycle": {
/// #         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
/// #         "stage": {"as-of": "2024-12-31"}
/// #     }
/// # }"#;
/// # let dossier: keqing::dossier::Dossier = serde_json::from_str(text)?;
/// let review = review(&Policy::standard(), &dossier)?;
/// let share = review.on_rule("LIF-02".parse()?).display(Locale::En).to_string();
/// assert!(share.contains("LIF-02 missing: share of wallet unknown"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OnRule<'a> {
    /// The rule.
    pub rule: RuleId,
    /// The parts of the review that have a finding of the rule.
    pub sections: Vec<Section<'a>>,
}

impl Review {
    /// Returns everything that the review says on one rule.
    #[must_use]
    pub fn on_rule(&self, rule: RuleId) -> OnRule<'_> {
        let mut sections = self.sections();
        let is_of = |section: &Section<'_>| section.findings.iter().any(|one| one.rule == rule);
        sections.retain(|section| section.topic != Topic::Acceptance && is_of(section));
        // An acceptance of the rule has its part, also if it has no finding.
        let acceptances = self.acceptances.iter();
        sections.extend(acceptance::sections(
            acceptances.filter(|one| one.acceptance.rule == rule),
        ));
        OnRule { rule, sections }
    }
}

impl Render for OnRule<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match rulebook::card(self.rule) {
            Some(card) => writeln!(f, "{}", rulebook::Entry(card).display(locale))?,
            None => writeln!(f, "{}", self.rule)?,
        }
        if self.sections.is_empty() {
            return writeln!(f, "\n{}", SILENT.in_locale(locale));
        }
        for section in &self.sections {
            super::render::heading(section, locale, f)?;
            let of_rule = section.findings.iter().filter(|one| one.rule == self.rule);
            for finding in of_rule {
                super::render::marked(section, finding, locale, f)?;
            }
            let remedies = section.remedies.iter().filter(|one| one.rule == self.rule);
            for remedy in remedies {
                writeln!(f, "  → {}", remedy.display(locale))?;
            }
        }
        Ok(())
    }
}

const SILENT: Text = Text::new(
    "The review says nothing on this rule.",
    "本次评审未涉及该规则。",
    "本次評審未涉及該規則。",
);
