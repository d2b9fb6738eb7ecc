//! Law 1: a check can fail, and what only classifies is never met.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use keqing::rulebook;
use keqing::verdict::{Outcome, Reading};

use super::cases::{cases, ran_on};

#[test]
fn every_outcome_is_one_that_the_card_allows() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        asked = asked.saturating_add(1);
        for finding in case.answer.findings() {
            let Some(card) = rulebook::card(finding.rule) else {
                wrong.insert(format!("{}: no card of {}", case.ask, finding.rule));
                continue;
            };
            rules.insert(finding.rule.to_string());
            let (refuses, classifies) =
                (card.decides().can_refuse(), card.decides().can_classify());
            let allowed = match finding.outcome {
                Outcome::Met | Outcome::Breached => refuses,
                Outcome::Classified => classifies,
                Outcome::Missing(_) | Outcome::Inapplicable => true,
            };
            let has_value = !matches!(finding.evidence.reading, Reading::Nothing);
            if !allowed || (finding.outcome.is_classified() && !has_value) {
                wrong.insert(format!(
                    "{} {}: {:?} of {}",
                    case.story, case.ask, finding.outcome, finding.rule
                ));
            }
        }
    }
    ran_on("every outcome is one that the card allows", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
