//! Law 3: worse is never milder.
//!
//! The outcome of a check changes with ordered inputs: numbers, shares, amounts, dates, and words of a list that has
//! an order. For each of them the tables of this folder say which direction is the worse one, or that there is
//! none and why. A change without a row fails, and so does a row that no case exercises.

mod lifecycle;
mod loyalty;
mod party;
mod reasons;
mod receivable;
mod satisfaction;

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use super::cases::ran_on;
use super::changes::{Moves, changes};

/// The direction in which an input becomes worse.
#[derive(Clone, Copy, Debug)]
pub(super) enum Direction {
    /// A larger value is worse.
    Rising,
    /// A smaller value is worse.
    Falling,
    /// There is none, for this reason.
    Neither(&'static str),
}

/// The rule, as much of the path of the input as tells it from others, and its direction.
type Row = (&'static str, &'static str, Direction);

/// The days of any statement, and the day that is asked about, if no row of the rule says more.
const OF_ANY_RULE: &[(&str, Direction)] = &[
    ("as-of", Direction::Neither(reasons::HEARD)),
    ("on", Direction::Neither(reasons::HEARD)),
    ("until", Direction::Neither(reasons::HEARD)),
];

const TABLES: [&[Row]; 5] = [
    party::ROWS,
    satisfaction::ROWS,
    loyalty::ROWS,
    receivable::ROWS,
    lifecycle::ROWS,
];

#[test]
fn worse_is_never_milder() -> Result<()> {
    let changes = changes()?;
    let (mut used, mut wrong) = (BTreeSet::new(), Vec::new());
    for ((rule, place), moves) in &changes.outcomes {
        let rows = rows(rule, place);
        let of_any = OF_ANY_RULE.iter().find(|(field, _)| is_of(place, field));
        if let ([], Some((_, direction))) = (rows.as_slice(), of_any) {
            wrong.extend(milder(*direction, moves).map(|one| format!("{rule} {place}: {one}")));
            continue;
        }
        let [(of, field, direction)] = rows.as_slice() else {
            wrong.push(format!(
                "{} rows of {}",
                rows.len(),
                lacking(rule, place, moves)
            ));
            continue;
        };
        used.insert((*of, *field));
        if let Some(milder) = milder(*direction, moves) {
            wrong.push(format!("{rule} {place} is {direction:?}: {milder}"));
        }
    }
    let rows = TABLES.iter().flat_map(|table| table.iter());
    for (rule, field, direction) in rows {
        if matches!(direction, Direction::Neither(reason) if reason.is_empty()) {
            wrong.push(format!("{rule} {field}: no reason is given"));
        }
        if !used.contains(&(*rule, *field)) {
            wrong.push(format!(
                "{rule} {field} {direction:?}: no case exercises it"
            ));
        }
    }
    ran_on("worse is never milder", changes.asked, &changes.rules);
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The rows of a rule that a place is told by; a fact of several statements is told as one of a single one, if it
/// has no row of its own.
fn rows(rule: &str, place: &str) -> Vec<&'static Row> {
    let told = |place: &str| -> Vec<&'static Row> {
        let rows = TABLES.iter().flat_map(|table| table.iter());
        rows.filter(|(of, field, _)| *of == rule && is_of(place, field))
            .collect()
    };
    let own = told(place);
    if own.is_empty() {
        told(place.trim_end_matches("[]"))
    } else {
        own
    }
}

/// The row that a change ought to have.
fn lacking(rule: &str, place: &str, moves: &Moves) -> String {
    let field = place.split_once(' ').map_or(place, |(_, field)| field);
    let (direction, examples) = match (&moves.rising, &moves.falling) {
        (Some(rising), None) => ("Rising", rising.clone()),
        (None, Some(falling)) => ("Falling", falling.clone()),
        (rising, falling) => ("Neither(…)", format!("{rising:?}, {falling:?}")),
    };
    format!("(\"{rule}\", \"{field}\", {direction}): {examples}")
}

/// An example in which a worse value made the outcome milder.
fn milder(direction: Direction, moves: &Moves) -> Option<&str> {
    match direction {
        Direction::Rising => moves.falling.as_deref(),
        Direction::Falling => moves.rising.as_deref(),
        Direction::Neither(_) => None,
    }
}

/// Returns whether the path of a question ends with a field, or with several of them.
fn is_of(place: &str, field: &str) -> bool {
    place
        .strip_suffix(field)
        .is_some_and(|before| before.ends_with(['.', ' ']))
}

#[test]
fn a_field_is_told_by_the_end_of_its_path() {
    for (place, field, is_told) in [
        ("lifecycle.judge facts.rival-share", "rival-share", true),
        ("lifecycle.judge facts.rival-share", "share", false),
        ("receivable.payment_effect on", "on", true),
        ("party.judge_action action.on", "clearance.on", false),
    ] {
        assert_eq!(is_of(place, field), is_told, "{place} {field}");
    }
}
