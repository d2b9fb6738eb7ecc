use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::review::headline::Headline;
use crate::review::topic::Topic;
use crate::verdict::{Assessment, Finding, Outcome, Remedy, Render, Verdict};
use crate::vocab::words::Locale;

/// A part of a review: its topic, and the findings behind it (评审章节).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Section<'a> {
    /// The topic of the part.
    pub topic: Topic,
    /// The findings of the rules.
    pub findings: &'a [Finding],
    /// The changes that would make the verdict a permit, if it is none.
    pub remedies: Vec<Remedy>,
    pub(super) headline: &'a dyn Headline,
}

impl<'a> Section<'a> {
    /// A part that has findings and no verdict.
    pub(super) const fn plain(
        topic: Topic,
        findings: &'a [Finding],
        headline: &'a dyn Headline,
    ) -> Self {
        Self {
            topic,
            findings,
            remedies: Vec::new(),
            headline,
        }
    }

    /// Returns the answer of the part in one line of a locale.
    ///
    /// # Examples
    ///
    /// ```
    /// # let text = include_str!("../../examples/review/dossier.json");
    /// # let dossier: keqing::dossier::Dossier = serde_json::from_str(text)?;
    /// use keqing::policy::Policy;
    /// use keqing::review::{Topic, review};
    /// use keqing::vocab::words::Locale;
    ///
    /// let review = review(&Policy::standard(), &dossier)?;
    /// let sections = review.sections();
    /// let bond = sections.iter().find(|section| section.topic == Topic::Bond).ok_or("no bond")?;
    /// assert_eq!(bond.answer(Locale::En), "locked in");
    /// let first = bond.findings.first().ok_or("no finding")?;
    /// assert!(bond.line(first, Locale::En).contains(&first.rule.to_string()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn answer(&self, locale: Locale) -> String {
        Heading(self).display(locale).to_string()
    }

    /// Returns one finding of the part in one line of a locale, with its mark: ✗ breached, ? missing, ✓ met,
    /// – not applicable, · classified.
    #[must_use]
    pub fn line(&self, finding: &Finding, locale: Locale) -> String {
        Marked(self, finding).display(locale).to_string()
    }
}

/// The answer of a part.
struct Heading<'a>(&'a Section<'a>);

impl Render for Heading<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.headline.headline(locale, f)
    }
}

/// A finding of a part, with its mark.
pub(super) struct Marked<'a>(pub(super) &'a Section<'a>, pub(super) &'a Finding);

impl Render for Marked<'_> {
    fn render(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(section, finding) = self;
        let mark = match finding.outcome {
            Outcome::Breached => "✗",
            Outcome::Missing(_) => "?",
            Outcome::Met => "✓",
            Outcome::Inapplicable => "–",
            Outcome::Classified => "·",
        };
        write!(f, "{mark} ")?;
        section.headline.finding(finding, locale, f)
    }
}

pub(super) fn maybe<T: Headline>(
    topic: Topic,
    assessment: &Option<Assessment<T>>,
) -> Option<Section<'_>> {
    assessment.as_ref().map(|found| assessed(topic, found))
}

pub(super) fn assessed<T: Headline>(topic: Topic, assessment: &Assessment<T>) -> Section<'_> {
    Section::plain(topic, assessment.findings(), assessment)
}

pub(super) fn judged(topic: Topic, verdict: &Verdict) -> Section<'_> {
    let remedies = verdict.remedies().collect();
    Section {
        topic,
        findings: verdict.findings(),
        remedies,
        headline: verdict,
    }
}
