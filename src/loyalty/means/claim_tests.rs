//! Claims of loyalty: what carries one, and what closes it or leaves it open.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::claim::{Claim, GROUNDS, judge_beside, judge_claim};
use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::read;
use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Decision::{Deny, Permit, Undecided};
use crate::verdict::{Decision, Evidence, Fact, Subject, Verdict};
use crate::vocab::known::Grade;
use crate::vocab::mark::Mark;
use crate::vocab::name::{NameError, PersonId};
use crate::vocab::set::Set;
use crate::vocab::words::{Bond, ClaimGround, Rating, Side};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default()
}

fn said(mark: u8, on: u32, grade: Grade) -> LoyaltyEvidence {
    let mark = Rating::new(mark).unwrap_or(Rating::LOWEST);
    LoyaltyEvidence::new(day(on), grade, LoyaltySign::Evaluation(mark.into()))
}

fn ask(grounds: Set<ClaimGround>, evidence: &[LoyaltyEvidence]) -> Verdict {
    let policy = LoyaltyPolicy::standard();
    judge_claim(&policy, &Claim::new(grounds), evidence, day(20))
}

#[test]
fn every_ground_is_held_against_the_word_in_the_evidence() {
    let listed = GROUNDS.iter().flat_map(|(_, grounds, _)| grounds.iter());
    assert!(listed.clone().copied().collect::<Set<_>>() == Set::all());
    let (liked, disliked) = (
        [said(4, 20, Grade::CustomerStated)],
        [said(3, 20, Grade::Measured)],
    );
    for (card, grounds, _) in GROUNDS {
        for ground in *grounds {
            for (evidence, decision) in [
                (&liked[..], Permit),
                (&disliked[..], Deny),
                (&[], Undecided),
                (&[said(5, 20, Grade::Estimated)][..], Undecided),
            ] {
                let verdict = ask((*ground).into(), evidence);
                assert_eq!(verdict.decision(), decision, "{ground} {evidence:?}");
                let decided = verdict.findings().iter();
                let decided = decided.filter(|finding| finding.decision() == decision);
                let rules: Vec<String> = decided
                    .filter(|_| decision != Permit)
                    .map(|finding| finding.rule.to_string())
                    .collect();
                let expected = (decision != Permit).then(|| card.id().to_string());
                assert_eq!(rules, Vec::from_iter(expected), "{ground}");
            }
        }
    }
}

#[test]
fn a_claim_of_no_ground_is_undecided_and_all_of_them_stay_inline() {
    let liked = [said(5, 20, Grade::Measured)];
    let nothing = ask(Set::empty(), &liked);
    assert_eq!(nothing.decision(), Undecided);
    assert_eq!(nothing.findings().gaps().count(), 1);
    let every = ask(Set::all(), &liked);
    assert_eq!(every.decision(), Permit);
    assert!(!every.findings().is_spilled());
}

#[test]
fn people_who_differ_carry_no_claim_and_neither_does_one_who_says_both() {
    let by = |piece: LoyaltyEvidence, name: &str| match name.parse() {
        Ok(person) => piece.with_by(person),
        Err(_) => piece,
    };
    let (kind, cold) = (said(5, 20, Grade::Measured), said(1, 20, Grade::Measured));
    for (evidence, expected) in [
        ([by(kind, "wang"), by(cold, "sun")], Deny),
        ([by(kind, "wang"), by(cold, "wang")], Deny),
        ([by(kind, "wang"), by(kind, "sun")], Permit),
    ] {
        let verdict = ask(ClaimGround::Revenue.into(), &evidence);
        assert_eq!(verdict.decision(), expected, "{evidence:?}");
    }
}

#[test]
fn an_own_word_against_us_closes_a_claim_whatever_the_feeling_is() {
    type SignOf = fn(Mark) -> LoyaltySign;
    let signs: [SignOf; 3] = [
        LoyaltySign::Trust,
        LoyaltySign::Upholding,
        LoyaltySign::Intention,
    ];
    let kind = said(4, 20, Grade::CustomerStated);
    let table = [
        (1, 20, Grade::CustomerStated, Deny),
        (2, 20, Grade::Measured, Deny),
        (3, 20, Grade::CustomerStated, Permit),
        (5, 20, Grade::CustomerStated, Permit),
        (1, 20, Grade::Estimated, Undecided),
        (5, 20, Grade::Estimated, Permit),
    ];
    for sign in signs {
        for (mark, on, grade, expected) in table {
            let word = LoyaltyEvidence {
                sign: sign(Rating::new(mark).unwrap_or(Rating::LOWEST).into()),
                ..said(mark, on, grade)
            };
            let verdict = ask(Set::all(), &[kind, word]);
            assert_eq!(verdict.decision(), expected, "{word:?}");
            assert!(!verdict.findings().is_spilled(), "{word:?}");
            // A word against us that has expired unanswered leaves the claim open.
            let old = LoyaltyEvidence {
                on: NaiveDate::from_ymd_opt(2023, 6, 20).unwrap_or_default(),
                ..word
            };
            let verdict = ask(ClaimGround::Revenue.into(), &[kind, old]);
            let expected = match expected {
                Deny | Undecided => Undecided,
                _ => Permit,
            };
            assert_eq!(verdict.decision(), expected, "{old:?}");
        }
    }
}

#[test]
fn a_claim_on_satisfaction_needs_a_customer_that_is_not_dissatisfied() {
    use SatisfactionState::{Dissatisfied, Satisfied};
    let kind = said(4, 20, Grade::CustomerStated);
    let state = |state, on, grade| LoyaltyEvidence {
        sign: LoyaltySign::Satisfaction(state),
        ..said(1, on, grade)
    };
    let bad = state(Dissatisfied, 10, Grade::Measured);
    let old = LoyaltyEvidence {
        on: NaiveDate::from_ymd_opt(2023, 6, 20).unwrap_or_default(),
        ..bad
    };
    let guess = state(Satisfied, 15, Grade::Estimated);
    let better = state(Satisfied, 15, Grade::Measured);
    let (satisfied, paid) = (ClaimGround::Satisfaction, ClaimGround::Revenue);
    let table: [(ClaimGround, &[LoyaltyEvidence], Decision); 7] = [
        (satisfied, &[kind], Permit),
        (satisfied, &[kind, bad], Deny),
        (satisfied, &[kind, bad, guess], Deny),
        (satisfied, &[kind, bad, better], Permit),
        (satisfied, &[kind, old], Undecided),
        (satisfied, &[kind, old, better], Permit),
        (paid, &[kind, bad], Permit),
    ];
    for (ground, evidence, expected) in table {
        let verdict = ask(ground.into(), evidence);
        assert_eq!(verdict.decision(), expected, "{evidence:?}");
    }
}

#[test]
fn a_word_that_has_expired_leaves_a_claim_open_until_somebody_speaks_after_its_end()
-> Result<(), NameError> {
    let (wang, sun): (PersonId, PersonId) = ("wang".parse()?, "sun".parse()?);
    let trust = |mark| LoyaltySign::Trust(Rating::new(mark).unwrap_or(Rating::LOWEST).into());
    let happy = |is: bool| {
        LoyaltySign::Satisfaction(match is {
            true => SatisfactionState::Satisfied,
            false => SatisfactionState::Dissatisfied,
        })
    };
    let told = |sign, year, month, by| {
        let on = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        LoyaltyEvidence::new(on, Grade::CustomerStated, sign).with_by(by)
    };
    let open = Some(wang);
    // The answer comes while the word of wang of January 2021 holds, after it, and has long expired itself.
    for (year, month, by, left) in [
        (2021, 6, sun, open),
        (2021, 12, sun, open),
        (2022, 2, sun, None),
        (2022, 2, wang, None),
        (2024, 6, sun, None),
        (2021, 6, wang, None),
    ] {
        for ((against, answer), ground) in [
            ((trust(1), trust(5)), ClaimGround::CustomerStatement),
            ((happy(false), happy(true)), ClaimGround::Satisfaction),
        ] {
            let kind = said(5, 10, Grade::CustomerStated);
            let (against, answer) = (told(against, 2021, 1, wang), told(answer, year, month, by));
            for evidence in [[kind, against, answer], [answer, against, kind]] {
                let verdict = ask(ground.into(), &evidence);
                let expected = left.map_or(Permit, |_| Undecided);
                assert_eq!(verdict.decision(), expected, "{answer:?}");
                // The finding names whose word it is, and not who spoke last.
                let asked = verdict.findings().gaps().map(|gap| gap.evidence.subject);
                let is_trust = ground == ClaimGround::CustomerStatement;
                let whose = left.filter(|_| is_trust).map(|id| {
                    let side = Side::Customer;
                    Subject::Person { side, id }
                });
                assert!(asked.filter(|_| is_trust).eq(whose), "{answer:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn old_referrals_carry_no_claim() {
    let referred = |year| {
        let on = NaiveDate::from_ymd_opt(year, 6, 1).unwrap_or_default();
        [LoyaltyEvidence::new(
            on,
            Grade::Measured,
            LoyaltySign::Referrals(1),
        )]
    };
    for (year, expected) in [(2024, Permit), (2010, Undecided)] {
        let verdict = ask(ClaimGround::Retention.into(), &referred(year));
        assert_eq!(verdict.decision(), expected, "{year}");
    }
}

/// Two marks with their days and grades, the decision, and the day of the other statement.
type Row = ([(u8, u32, Grade); 2], Decision, Option<u32>);

#[test]
fn the_least_favourable_statement_of_a_person_counts_until_it_is_superseded()
-> Result<(), NameError> {
    use Grade::{CustomerStated, Estimated, Measured};
    let wang: PersonId = "wang".parse()?;
    let table: [Row; 8] = [
        ([(5, 1, Measured), (1, 9, CustomerStated)], Deny, Some(1)),
        ([(1, 1, Measured), (5, 9, CustomerStated)], Deny, Some(9)),
        ([(1, 1, CustomerStated), (5, 9, Measured)], Permit, None),
        ([(1, 1, Measured), (5, 9, Measured)], Permit, None),
        ([(5, 1, Measured), (1, 9, Measured)], Deny, None),
        ([(5, 9, Measured), (1, 9, CustomerStated)], Deny, Some(9)),
        ([(4, 1, Measured), (5, 9, CustomerStated)], Permit, None),
        ([(5, 1, Measured), (1, 9, Estimated)], Permit, None),
    ];
    for (pieces, decision, other) in table {
        let evidence = pieces.map(|(mark, on, grade)| said(mark, on, grade).with_by(wang));
        let verdict = ask(ClaimGround::Revenue.into(), &evidence);
        assert_eq!(verdict.decision(), decision, "{pieces:?}");
        let told = verdict.findings().iter().map(|finding| finding.evidence);
        let told = told.filter(|evidence| evidence.fact == Fact::Contradiction);
        let (side, id) = (Side::Customer, wang);
        let expected = other.map(|other| {
            Evidence::found(Fact::Contradiction, day(other)).of(Subject::Person { side, id })
        });
        assert!(told.eq(expected), "{pieces:?}");
    }
    Ok(())
}

#[test]
fn loyalty_is_claimed_of_an_attached_customer() {
    let policy = LoyaltyPolicy::standard();
    let claim = Claim::new(ClaimGround::Revenue.into());
    let all = Evidenced::by(&policy, &[said(5, 20, Grade::Measured)], &[], day(20));
    let table: [(Option<Bond>, Decision); 5] = [
        (Some(Bond::Genuine), Permit),
        (Some(Bond::Mixed), Permit),
        (Some(Bond::LockedIn), Deny),
        (Some(Bond::None), Deny),
        (None, Undecided),
    ];
    for (bond, expected) in table {
        let verdict = judge_beside(&claim, &all, &read(&policy, &all), bond);
        assert_eq!(verdict.decision(), expected, "{bond:?}");
    }
}
