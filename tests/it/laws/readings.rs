//! Law 8: the outcome of a check is the one that its evidence shows.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use keqing::verdict::{Bound, Outcome, Reading};

use super::cases::{cases, ran_on};

/// Returns whether a reading shows that its check holds; `None` if it compares nothing.
fn shows(reading: Reading) -> Option<bool> {
    Some(match reading {
        Reading::Presence { observed, required } => observed == required,
        Reading::Grade { observed, required } => observed >= required,
        Reading::Trust { observed, required } => observed >= required,
        Reading::Stance { observed, required } => observed >= required,
        Reading::FeatureTier { observed, required } => Bound::AtMost.admits(&observed, &required),
        Reading::Departments { observed, required } => observed.is_superset(required),
        Reading::Count {
            observed,
            bound,
            required,
        } => bound.admits(&observed, &required),
        Reading::Date {
            observed,
            bound,
            required,
        } => bound.admits(&observed, &required),
        Reading::Days {
            observed,
            bound,
            required,
        } => bound.admits(&observed, &required),
        Reading::Number {
            observed,
            bound,
            required,
        } => bound.admits(&observed, &required),
        Reading::Share {
            observed,
            bound,
            required,
        } => bound.admits(&observed, &required),
        Reading::Money {
            observed,
            bound,
            required,
        } => bound.admits(&observed.amount(), &required.amount()),
        _ => return None,
    })
}

#[test]
fn a_check_is_met_or_breached_as_its_reading_shows() -> Result<()> {
    let (mut asked, mut rules, mut wrong) = (0_usize, BTreeSet::new(), BTreeMap::new());
    for case in cases()? {
        for finding in case.answer.findings() {
            let is_met = match finding.outcome {
                Outcome::Met => true,
                Outcome::Breached => false,
                _ => continue,
            };
            let rule = finding.rule.to_string();
            let Some(shown) = shows(finding.evidence.reading) else {
                continue;
            };
            asked = asked.saturating_add(1);
            rules.insert(rule.clone());
            if shown != is_met {
                let fact = finding.evidence.fact;
                wrong
                    .entry(format!("{rule} {fact}"))
                    .or_insert_with(|| format!("{:?} in {}", finding, case.story));
            }
        }
    }
    ran_on("a check is what its reading shows", asked, &rules);
    let wrong: Vec<String> = wrong
        .into_iter()
        .map(|(place, told)| format!("{place}: {told}"))
        .collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
