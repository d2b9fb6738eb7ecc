//! The stories that show each rule: in which it is breached, met and missing, and what it classifies.

use std::collections::{BTreeMap, BTreeSet};

use keqing::verdict::{Fact, Finding, Outcome, Reading, RuleCard, RuleId};

use super::scenario;

/// A story, and the question that one of its steps asks.
#[derive(Clone, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Asked {
    pub(crate) story: String,
    pub(crate) ask: String,
}

/// The stories of one rule.
#[derive(Default)]
pub(crate) struct Stories {
    pub(crate) breached: BTreeSet<Asked>,
    pub(crate) met: BTreeSet<Asked>,
    pub(crate) missing: BTreeSet<String>,
    pub(crate) classified: BTreeSet<Asked>,
    /// The names of the values that were found, and those that can be, by fact.
    pub(crate) variants: BTreeMap<Fact, (BTreeSet<String>, BTreeSet<&'static str>)>,
}

impl Stories {
    fn hear(&mut self, finding: &Finding, asked: &Asked) {
        let heard = match finding.outcome {
            Outcome::Breached => &mut self.breached,
            Outcome::Met => &mut self.met,
            Outcome::Classified => {
                self.keep_value(finding);
                &mut self.classified
            }
            Outcome::Missing(_) => {
                self.missing.insert(asked.story.clone());
                return;
            }
            Outcome::Inapplicable => return,
        };
        heard.insert(asked.clone());
    }

    fn keep_value(&mut self, finding: &Finding) {
        if let Reading::Found(found) = finding.evidence.reading {
            let fact = finding.evidence.fact;
            let (seen, possible) = self.variants.entry(fact).or_default();
            seen.extend(found.name().map(str::to_owned));
            possible.extend(found.variants(fact));
        }
    }

    /// A breach and, on the same question in another story, the opposite: both where there are.
    pub(crate) fn pair(&self) -> (Option<&Asked>, Option<&Asked>) {
        let opposite = |breach: &&Asked| {
            let others = self.met.iter().chain(&self.classified);
            others
                .filter(|met| met.ask == breach.ask && met.story != breach.story)
                .min()
        };
        let pairs = self.breached.iter();
        let mut pairs = pairs.filter_map(|breach| Some((breach, opposite(&breach)?)));
        match pairs.next() {
            Some((breach, met)) => (Some(breach), Some(met)),
            None => (self.breached.first(), self.met.first()),
        }
    }

    /// The values that no story produced.
    pub(crate) fn lacking(&self) -> Vec<String> {
        let mut lacking = Vec::new();
        for (fact, (seen, possible)) in &self.variants {
            let unseen = possible.iter().filter(|name| !seen.contains(**name));
            lacking.extend(unseen.map(|name| format!("{fact} {name}")));
        }
        lacking
    }

    /// A check is shown by a breach, and by the opposite on the same question in another story. A type is shown
    /// by a value, and by every word of its list.
    pub(crate) fn is_complete(&self, card: &RuleCard) -> bool {
        let (breach, met) = self.pair();
        let is_shown = breach.is_some()
            && met.is_some_and(|met| breach.is_some_and(|breach| met.ask == breach.ask));
        let checks = !card.decides().can_refuse() || is_shown;
        let classifies = card.decides().can_refuse() || !self.classified.is_empty();
        checks && classifies && self.lacking().is_empty()
    }
}

/// The stories of each rule.
pub(crate) fn stories() -> anyhow::Result<BTreeMap<RuleId, Stories>> {
    let mut stories: BTreeMap<RuleId, Stories> = BTreeMap::new();
    for (name, scenario) in scenario::all()? {
        for step in scenario.steps {
            // A step that expects an error has no findings to count.
            let Ok(answer) = step.answer() else { continue };
            let asked = Asked {
                story: name.clone(),
                ask: step.ask,
            };
            for finding in answer.findings() {
                stories
                    .entry(finding.rule)
                    .or_default()
                    .hear(finding, &asked);
            }
        }
    }
    Ok(stories)
}
