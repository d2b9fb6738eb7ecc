use alloc::vec::Vec;

use crate::review::headline::Headline;
use crate::review::topic::Topic;
use crate::verdict::{Assessment, Finding, Remedy, Verdict};

/// One part of a review: what it is about, and the findings behind it (评审章节).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Section<'a> {
    /// What it is about.
    pub topic: Topic,
    /// What the rules said.
    pub findings: &'a [Finding],
    /// What would have to change, for a verdict that is no permit.
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
