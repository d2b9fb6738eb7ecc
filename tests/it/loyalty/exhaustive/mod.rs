//! Every combination of evidence, lock-in, recognition and satisfaction that the rules about loyalty can
//! distinguish, against a second statement of them: slow, declarative, and written from the rulebook and
//! the documentation, not from the code.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

mod cases;
mod people;
mod said;
mod spoken;
mod statement;
mod ties;
mod view;

use std::io::Write;

use keqing::loyalty::{LoyaltyGiven, LoyaltyPicture, assess};
use keqing::verdict::{Findings, RuleSet};

use self::cases::{Case, Family};
use self::said::Said;
use statement::Answer;

#[test]
fn the_two_statements_agree_on_every_combination_of_evidence() {
    all_of(&cases::EVIDENCE);
}

#[test]
fn the_two_statements_agree_on_every_combination_of_ties() {
    all_of(&cases::TIES);
}

#[test]
fn the_two_statements_agree_on_every_mark_of_every_grade() {
    all_of(&cases::MARKS);
}

#[test]
fn the_two_statements_agree_on_every_pair_of_voices() {
    all_of(&cases::VOICES);
}

fn all_of(family: &Family) {
    for number in 0..family.count {
        compare(&(family.case)(number));
    }
    // Past the capture of the harness, so that the number is seen.
    let (name, count) = (family.name, family.count);
    let _ = writeln!(std::io::stderr(), "{name}: {count} cases");
    assert!(count >= family.at_least, "only {count} cases of {name}");
}

#[track_caller]
fn compare(case: &Case) {
    let policy = case.policy();
    let facts = case.facts();
    let found =
        assess(&policy, &facts, &LoyaltyGiven::new(cases::today())).expect("possible facts");
    let expected = statement::answer(case);
    values(case, &found, &expected);
    let parts = [
        ("kinds", found.kinds.findings(), expected.kinds.1),
        (
            "recognition",
            found.recognition.findings(),
            expected.recognition.1,
        ),
        ("lock-in", found.lock_in.findings(), expected.lock_in.1),
        ("bond", found.bond.findings(), expected.bond.1),
        ("pattern", found.pattern.findings(), expected.pattern.1),
        (
            "reason_to_stay",
            found.reason_to_stay.findings(),
            expected.reason_to_stay.1,
        ),
    ];
    for (part, findings, expected) in parts {
        assert_eq!(said(findings), expected, "{part} of {case:?}");
        assert!(!findings.is_spilled(), "{part} of {case:?}");
    }
}

#[track_caller]
fn values(case: &Case, found: &LoyaltyPicture, expected: &Answer) {
    assert_eq!(found.kinds.value(), expected.kinds.0.as_ref(), "{case:?}");
    let recognition = expected.recognition.0.as_ref();
    assert_eq!(found.recognition.value(), recognition, "{case:?}");
    let held = found.lock_in.value().map(|held| {
        let cost = held
            .cost
            .map(|cost| (cost.lock_in, cost.attachment, cost.misses));
        (held.level, held.instruments, held.switching, cost)
    });
    assert_eq!(held, expected.lock_in.0, "{case:?}");
    assert_eq!(found.bond.value(), expected.bond.0.as_ref(), "{case:?}");
    assert_eq!(
        found.pattern.value(),
        expected.pattern.0.as_ref(),
        "{case:?}"
    );
    assert_eq!(
        found.reason_to_stay.value(),
        expected.reason_to_stay.0.as_ref(),
        "{case:?}"
    );
}

fn said(findings: &Findings) -> Said {
    let (mut broken, mut missing) = (RuleSet::EMPTY, RuleSet::EMPTY);
    for breach in findings.breaches() {
        broken.insert(breach.rule).expect("a rule of the rulebook");
    }
    for gap in findings.gaps() {
        missing.insert(gap.rule).expect("a rule of the rulebook");
    }
    Said { broken, missing }
}
