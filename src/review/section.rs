use alloc::vec::Vec;

use crate::review::headline::Headline;
use crate::review::topic::Topic;
use crate::verdict::{Assessment, Finding, Remedy, Verdict};

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
