use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::{Context, Result};
use keqing::vocab::words::Locale;
use serde_json::Value;

use super::{EMBEDDED, house, lines, reported};
use crate::line::Claim;
use crate::report::Report;

/// The part of a ranking that does not depend on the order in which it was read.
fn ranked(report: &Report) -> Vec<String> {
    let lines = report.lines.iter();
    let each = lines.map(|line| {
        let gravest = line.gravest.as_ref().map(|one| one.in_words(Locale::En));
        format!("{:?} {} {gravest:?}", line.between, report.counts(line))
    });
    each.collect()
}

#[test]
fn the_order_of_the_dossiers_does_not_change_the_ranking() -> Result<()> {
    let house = house();
    let lines = lines();
    for top in ["0", "1", "4", "20", "100"] {
        let first = ranked(&reported(lines.join("\n"), &house, &["--top", top])?.0);
        assert_eq!(first.len(), top.parse::<usize>()?.min(lines.len()));
        let mut other = lines.clone();
        for turn in 0..8 {
            // A card is taken from the back, and every other turn the rest is turned round.
            other.rotate_right(5);
            if turn % 2 == 0 {
                other.reverse();
            }
            let report = reported(other.join("\n"), &house, &["--top", top])?.0;
            assert_eq!(ranked(&report), first);
        }
    }
    Ok(())
}

#[test]
fn what_bars_stands_first_and_names_break_ties() -> Result<()> {
    let (report, _) = reported(lines().join("\n"), &house(), &["--top", "100"])?;
    let keys = report.lines.iter().map(|line| {
        let counts: Vec<u64> = line.claims.each().map(|(_, count)| count).collect();
        let of = |claim: Claim| counts.get(claim as usize).copied().unwrap_or_default();
        let graver = [Claim::Refused, Claim::Decision, Claim::Critical];
        let graver = graver.map(|claim| Reverse(of(claim)));
        let milder = [Claim::Warning, Claim::Unknown].map(|claim| Reverse(of(claim)));
        let late = Reverse(line.late.count());
        (graver, milder, late, line.between.clone())
    });
    let keys: Vec<_> = keys.collect();
    assert!(keys.is_sorted_by(|one, next| one < next), "{keys:?}");
    Ok(())
}

#[test]
fn of_two_that_stand_equally_bad_the_longer_delay_comes_first() -> Result<()> {
    let mut overdue = EMBEDDED.lines().filter(|line| line.contains("2024-07-14"));
    let milder = overdue.next().context("an overdue dossier")?;
    let graver = milder.replace("2024-07-14", "2024-06-30");
    let graver = graver.replace("Taizhou Motors", "Zhuji Motors");
    let (report, _) = reported(format!("{milder}\n{graver}"), &house(), &[])?;
    let delays = report.lines.iter().map(|line| line.late.count());
    assert_eq!(delays.collect::<Vec<_>>(), [184, 170]);
    let claims: Vec<_> = report.lines.iter().map(|line| line.claims).collect();
    assert!(claims.iter().all(|of| Some(of) == claims.first()));
    Ok(())
}

#[test]
fn two_dossiers_of_one_relationship_and_day_are_two_lines_by_place() -> Result<()> {
    let line = EMBEDDED.lines().next().context("an embedded dossier")?;
    let (report, _) = reported(format!("{line}\n\n{line}\n"), &house(), &[])?;
    let places = report.lines.iter().map(|line| line.place.to_string());
    assert_eq!(places.collect::<Vec<_>>(), ["all.jsonl:1", "all.jsonl:3"]);
    Ok(())
}

#[test]
fn any_number_of_workers_gives_the_same_answers_in_the_order_of_reading() -> Result<()> {
    let text = lines().join("\n");
    let one = reported(text.clone(), &house(), &["--json", "--threads", "1"])?.1;
    let four = reported(text, &house(), &["--json", "--threads", "4"])?.1;
    assert_eq!(one, four);
    for (number, line) in (1..).zip(one.lines()) {
        let read: Value = serde_json::from_str(line)?;
        let at = read.get("at").and_then(Value::as_str);
        assert_eq!(at, Some(format!("all.jsonl:{number}").as_str()));
    }
    Ok(())
}

#[test]
fn the_lines_and_the_rest_make_all() -> Result<()> {
    let text = lines().join("\n");
    let (whole, _) = reported(text.clone(), &house(), &["--top", "100"])?;
    assert_eq!(whole.rest(), None);
    for top in 0..lines().len() {
        let (report, _) = reported(text.clone(), &house(), &["--top", &top.to_string()])?;
        assert_eq!(report.lines.len(), top);
        let mut rest: BTreeMap<Option<Claim>, u64> = BTreeMap::new();
        for line in whole.lines.iter().skip(top) {
            let gravest = line.gravest.as_ref().map(|gravest| gravest.claim);
            *rest.entry(gravest).or_default() += 1;
        }
        let mut told: BTreeMap<Option<Claim>, u64> = report.not_shown().into_iter().collect();
        told.retain(|_, count| *count > 0);
        assert_eq!(told, rest);
        let number = lines().len().saturating_sub(top);
        let said = report.rest().context("a rest")?;
        assert!(said.starts_with(&format!("and {number} more")), "{said}");
    }
    Ok(())
}
