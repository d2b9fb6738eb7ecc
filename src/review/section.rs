use alloc::vec::Vec;

use crate::review::answers::Review;
use crate::review::headline::Headline;
use crate::review::topic::Topic;
use crate::review::{account, loyalty, means, satisfaction};
use crate::verdict::{Assessment, Finding, Remedy, Verdict};
use crate::vocab::words::Side;

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

impl Review {
    /// Lists the parts that have something to say, in the order in which they are read.
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        let mut list = self.sections_about_the_stage();
        let (loyalty, retention) = (self.loyalty.as_ref(), self.retention.as_ref());
        list.extend(loyalty::sections(loyalty, retention));
        list.extend(means::sections(self));
        list.extend(self.satisfaction.iter().flat_map(satisfaction::sections));
        list.extend(self.sections_about_people());
        list.extend(self.statement.iter().flat_map(account::sections));
        let verdicts = [
            (Topic::Measure, &self.measures),
            (Topic::Action, &self.actions),
            (Topic::Investment, &self.investments),
        ];
        for (topic, verdicts) in verdicts {
            list.extend(verdicts.iter().map(|verdict| judged(topic, verdict)));
        }
        list
    }

    fn sections_about_the_stage(&self) -> Vec<Section<'_>> {
        let mut list = Vec::new();
        list.push(assessed(Topic::Stage, &self.placement));
        if let Some(placement) = self.placement.value() {
            list.push(judged(Topic::NextMove, &placement.verdict));
        }
        let verdicts = [
            (Topic::ProposedMove, &self.proposed),
            (Topic::Strategy, &self.strategy),
        ];
        for (topic, verdict) in verdicts {
            list.extend(verdict.iter().map(|verdict| judged(topic, verdict)));
        }
        list
    }

    fn sections_about_people(&self) -> Vec<Section<'_>> {
        let mut list = Vec::new();
        list.push(assessed(Topic::Trust, &self.trust));
        list.extend(maybe(Topic::Feeling, &self.feeling));
        let supplier = Topic::Alignment(Side::Supplier);
        list.extend(maybe(supplier, &self.supplier_alignment));
        let customer = Topic::Alignment(Side::Customer);
        list.extend(maybe(customer, &self.customer_alignment));
        list.extend(maybe(Topic::Advantage, &self.advantage));
        list.push(assessed(Topic::Concentration, &self.concentration));
        list.push(assessed(Topic::Coverage, &self.coverage));
        let departures = self.departures.iter();
        list.extend(departures.map(|effect| assessed(Topic::Departure, effect)));
        let assignment = self.assignment.iter();
        list.extend(assignment.map(|verdict| judged(Topic::Assignment, verdict)));
        list.extend(maybe(Topic::People, &self.people));
        list
    }

    /// Returns every finding of every part.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections()
            .into_iter()
            .flat_map(|section| section.findings)
    }
}

fn maybe<T: Headline>(topic: Topic, assessment: &Option<Assessment<T>>) -> Option<Section<'_>> {
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
