//! Law 6: what is dated on the day asked about is not of a later day, and what is of a later day is counted.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use chrono::NaiveDate;
use keqing::form::Tree;
use keqing::oracle::Answer;
use keqing::verdict::{Fact, Found, Reading};

use super::cases::{Case, cases, ran_on};
use super::slots::{Slot, slots};

fn date(tree: &Tree) -> Option<NaiveDate> {
    match tree {
        Tree::Text(text) => text.parse().ok(),
        _ => None,
    }
}

/// The day that a question asks about.
fn as_of(case: &Case) -> Option<NaiveDate> {
    let slots = slots(&case.tree, case.form);
    let named = slots.iter().find(|slot| slot.field() == "as-of")?;
    date(named.value(&case.tree)?)
}

/// Returns whether a date is part of a statement: what it states may be of another day.
fn is_of_a_statement(slot: &Slot, tree: &Tree) -> bool {
    let around = slot.way.split_last().map(|(_, around)| Slot {
        way: around.to_vec(),
        form: slot.form,
    });
    let record = around.as_ref().and_then(|around| around.value(tree));
    record.is_some_and(|record| record.field("value").is_some())
}

/// The number of entries of later days that an answer leaves out.
fn left_out(answer: &Answer) -> u64 {
    let counted = answer.findings().into_iter().filter_map(|finding| {
        let evidence = finding.evidence;
        match evidence.reading {
            Reading::Found(Found::Count(count)) if evidence.fact == Fact::DatedLater => {
                Some(u64::from(count))
            }
            _ => None,
        }
    });
    counted.sum::<u64>().saturating_add(told(&Tree::of(answer)))
}

/// The sum of the counts that the parts of an answer tell.
fn told(tree: &Tree) -> u64 {
    match tree {
        Tree::Fields(fields) => fields
            .iter()
            .map(|(name, value)| match value {
                Tree::List(_) | Tree::Fields(_) => told(value),
                count if ["ahead", "ignored"].contains(&name.as_str()) => {
                    count.to_string().parse().unwrap_or_default()
                }
                _ => 0,
            })
            .sum(),
        Tree::List(members) => members.iter().map(told).sum(),
        _ => 0,
    }
}

#[test]
fn what_is_of_the_day_is_not_of_a_later_one() -> Result<()> {
    let (mut asked, mut rules) = (0_usize, BTreeSet::new());
    let (mut wrong, mut counting) = (BTreeSet::new(), BTreeSet::new());
    for case in cases()? {
        let Some(today) = as_of(&case) else { continue };
        let Some(tomorrow) = today.succ_opt() else {
            continue;
        };
        let before = left_out(&case.answer);
        for slot in slots(&case.tree, case.form) {
            let is_date = slot.value(&case.tree).and_then(date).is_some();
            if !is_date || slot.field() == "as-of" || is_of_a_statement(&slot, &case.tree) {
                continue;
            }
            let on = |day: NaiveDate| case.with(&slot.put(&case.tree, Tree::Text(day.to_string())));
            let Some(told) = on(today) else { continue };
            asked = asked.saturating_add(1);
            rules.extend(told.findings().into_iter().map(|one| one.rule.to_string()));
            let of_today = left_out(&told);
            let place = format!("{} {}", case.ask, slot.pattern());
            if before < of_today {
                wrong.insert(format!("{place}: {before}, and {of_today} of the day"));
            }
            let Some(later) = on(tomorrow) else { continue };
            let of_tomorrow = left_out(&later);
            if of_tomorrow < of_today {
                wrong.insert(format!(
                    "{place}: {of_today} of the day, {of_tomorrow} later"
                ));
            }
            if of_today < of_tomorrow {
                counting.insert(place);
            }
        }
    }
    ran_on("what is of the day is not later", asked, &rules);
    let wrong: Vec<String> = wrong.into_iter().collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    ensure!(
        counting.len() >= 20,
        "only {} places count: {counting:?}",
        counting.len()
    );
    Ok(())
}
