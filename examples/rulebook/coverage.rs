//! The stories that show each rule: in which it is breached, met and missing, and what it classifies.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::process::ExitCode;

use keqing::rulebook;
use keqing::verdict::{Fact, Finding, Outcome, Reading, RuleCard, RuleId};

use crate::scenario;

/// A story, and the question that one of its steps asks.
#[derive(Clone, Eq, Ord, PartialEq, PartialOrd)]
struct Asked {
    story: String,
    ask: String,
}

/// The stories of one rule.
#[derive(Default)]
struct Stories {
    breached: BTreeSet<Asked>,
    met: BTreeSet<Asked>,
    missing: BTreeSet<String>,
    classified: BTreeSet<Asked>,
    /// The names of the values that were found, and those that can be, by fact.
    variants: BTreeMap<Fact, (BTreeSet<String>, BTreeSet<&'static str>)>,
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
    fn pair(&self) -> (Option<&Asked>, Option<&Asked>) {
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

    /// What no story produced, one entry a value.
    fn lacking(&self) -> Vec<String> {
        let mut lacking = Vec::new();
        for (fact, (seen, possible)) in &self.variants {
            let unseen = possible.iter().filter(|name| !seen.contains(**name));
            lacking.extend(unseen.map(|name| format!("{fact} {name}")));
        }
        lacking
    }

    fn is_complete(&self, card: &RuleCard) -> bool {
        let (breach, met) = self.pair();
        let is_shown = breach.is_some()
            && met.is_some_and(|met| breach.is_some_and(|breach| met.ask == breach.ask));
        let checks = !card.decides().can_refuse() || is_shown;
        let classifies = !card.decides().can_classify() || !self.classified.is_empty();
        checks && classifies && self.lacking().is_empty()
    }
}

/// Prints the breach story of each rule first; fails where a rule is not shown whole.
pub(crate) fn report(output: &mut impl Write) -> anyhow::Result<ExitCode> {
    let stories = stories()?;
    let none = Stories::default();
    let (mut refuse, mut classify, mut incomplete) = (0_usize, 0_usize, 0_usize);
    for card in rulebook::cards() {
        let found = stories.get(&card.id()).unwrap_or(&none);
        if card.decides().can_refuse() {
            refuse = refuse.saturating_add(1);
        } else {
            classify = classify.saturating_add(1);
        }
        line(card, found, output)?;
        if !found.is_complete(card) {
            incomplete = incomplete.saturating_add(1);
        }
    }
    writeln!(output, "not shown whole: {incomplete}")?;
    writeln!(output, "checks that can refuse: {refuse}")?;
    writeln!(output, "types that classify: {classify}")?;
    Ok(if incomplete == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Prints one rule: the stories of its breach, of its opposite and of a gap, and its values.
fn line(card: &RuleCard, found: &Stories, output: &mut impl Write) -> std::io::Result<()> {
    let (breach, met) = found.pair();
    let breach = match breach {
        Some(asked) => asked.story.as_str(),
        None if card.decides().can_refuse() => "NONE",
        None => "-",
    };
    let met = met.map_or("-", |asked| asked.story.as_str());
    let missing = found.missing.first().map_or("-", String::as_str);
    let (id, decides) = (card.id(), card.decides());
    write!(
        output,
        "{id}  {decides:<5}  breached: {breach:<44}  met: {met:<44}  missing: {missing:<44}"
    )?;
    if card.decides().can_classify() {
        let classified = found.classified.first();
        let story = classified.map_or("NONE", |asked| asked.story.as_str());
        write!(output, "  classified: {story}{}", values(found))?;
    }
    let lacking = found.lacking();
    if !lacking.is_empty() {
        write!(output, "  LACKING: {}", lacking.join(", "))?;
    }
    writeln!(output)
}

/// The values that were found, by fact.
fn values(found: &Stories) -> String {
    let mut text = String::new();
    for (fact, (seen, _)) in &found.variants {
        if !seen.is_empty() {
            let seen: Vec<&str> = seen.iter().map(String::as_str).collect();
            text.push_str(&format!(" ({fact}: {})", seen.join(", ")));
        }
    }
    text
}

fn stories() -> anyhow::Result<BTreeMap<RuleId, Stories>> {
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
