//! The sums over all relationships: their number does not grow with that of the relationships.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use keqing::review::Topic;
use keqing::verdict::RuleId;

use crate::house::{Outcomes, Told};
use crate::line::{Claim, Claims, Held, Stands};

/// Everything that is counted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Totals {
    pub(crate) reviewed: u64,
    /// Dossiers that could not be read or reviewed.
    pub(crate) left_out: u64,
    /// The days of the first and of the last review.
    pub(crate) days: Option<(NaiveDate, NaiveDate)>,
    pub(crate) matters: Claims,
    pub(crate) met: u64,
    /// Relationships by their gravest matter; nothing if there is none.
    pub(crate) gravest: BTreeMap<Option<Claim>, u64>,
    pub(crate) stands: BTreeMap<Stands, u64>,
    pub(crate) held: BTreeMap<Held, u64>,
    /// Matters by their topic.
    pub(crate) topics: BTreeMap<Topic, u64>,
    pub(crate) rules: BTreeMap<RuleId, OfRule>,
}

/// The sums of one rule.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct OfRule {
    /// The number of relationships with a finding of each outcome.
    pub(crate) relationships: Outcomes,
    /// The number of findings of each outcome.
    pub(crate) findings: Outcomes,
    /// The number of relationships that breach the rule or lack a fact for it.
    pub(crate) concerned: u64,
}

impl Totals {
    pub(crate) fn add(&mut self, told: &Told) {
        let line = &told.line;
        add(&mut self.reviewed, 1);
        add(&mut self.met, line.met);
        let day = line.as_of;
        self.days = Some(match self.days {
            Some((first, last)) => (first.min(day), last.max(day)),
            None => (day, day),
        });
        for (claim, matters) in line.claims.each() {
            self.matters.add(claim, matters);
        }
        let gravest = line.gravest.as_ref().map(|gravest| gravest.claim);
        add(self.gravest.entry(gravest).or_default(), 1);
        add(self.stands.entry(line.stands).or_default(), 1);
        add(self.held.entry(line.held).or_default(), 1);
        for (topic, matters) in &told.topics {
            add(self.topics.entry(*topic).or_default(), *matters);
        }
        for (rule, outcomes) in &told.rules {
            self.rules.entry(*rule).or_default().add(*outcomes);
        }
    }

    /// Returns the number of dossiers that were met with.
    pub(crate) const fn dossiers(&self) -> u64 {
        self.reviewed.saturating_add(self.left_out)
    }

    /// Lists the rules that are breached or lack a fact, the most frequent first.
    pub(crate) fn frequent(&self) -> Vec<(RuleId, OfRule)> {
        let each = self.rules.iter().map(|(rule, of)| (*rule, *of));
        let mut list: Vec<_> = each.filter(|(_, of)| of.concerned > 0).collect();
        list.sort_by_key(|(rule, of)| {
            let Outcomes {
                breached, missing, ..
            } = of.relationships;
            (Reverse(breached), Reverse(missing), *rule)
        });
        list
    }

    /// Lists the topics by the number of their matters, the most frequent first.
    pub(crate) fn frequent_topics(&self) -> Vec<(Topic, u64)> {
        let mut list: Vec<_> = self
            .topics
            .iter()
            .map(|(topic, count)| (*topic, *count))
            .collect();
        list.sort_by_key(|(topic, count)| (Reverse(*count), *topic));
        list
    }
}

impl OfRule {
    fn add(&mut self, found: Outcomes) {
        let (of, findings) = (&mut self.relationships, &mut self.findings);
        for (relationships, findings, found) in [
            (&mut of.breached, &mut findings.breached, found.breached),
            (&mut of.missing, &mut findings.missing, found.missing),
            (&mut of.met, &mut findings.met, found.met),
        ] {
            add(findings, found);
            add(relationships, u64::from(found > 0));
        }
        let is_concerned = found.breached > 0 || found.missing > 0;
        add(&mut self.concerned, u64::from(is_concerned));
    }
}

fn add(sum: &mut u64, more: u64) {
    *sum = sum.saturating_add(more);
}
