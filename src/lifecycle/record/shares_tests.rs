use alloc::vec::Vec;

use crate::lifecycle::judge::FactsError;
use crate::lifecycle::moves::{Move, Refusal};
use crate::lifecycle::placement::Flag;
use crate::lifecycle::record::tests::{about, day, hold, policy, said, share, standing, today};
use crate::lifecycle::record::{counted, decide, judge, place, tally};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::lifecycle::{StageFacts, StageRecord};
use crate::verdict::{Decision, Fact, Finding, Outcome, Presence, Verdict};
use crate::vocab::known::{Grade, Known, Stated, Statement};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::{Cause, Department, Stage};

use Grade::{CustomerStated, Estimated, Measured};
use Presence::Present;

#[test]
fn a_hold_without_trade_reads_the_highest_share_and_what_closes_the_one_that_counts() {
    let record = StageRecord::new(today())
        .with_share(Stated::several([
            said(share(0), Measured, today()),
            said(share(10), Estimated, today()),
        ]))
        .with_cause(said(Cause::UnmetNeeds, Measured, today()));
    let outcomes = |stage, proposed| {
        let verdict = judge(&policy(), &standing(stage), &record, proposed);
        let verdict = verdict.unwrap_or_else(|_| Verdict::empty());
        let found = about(&verdict, Fact::Share).into_iter();
        found.map(|(outcome, _)| outcome).collect::<Vec<_>>()
    };
    let breached = [Outcome::Breached];
    assert_eq!(outcomes(Stage::Development, Move::Hold), breached);
    assert_eq!(outcomes(Stage::Initial, Move::Hold), breached);
    assert_eq!(outcomes(Stage::Initial, Move::Interrupt), [Outcome::Met]);
}

#[test]
fn without_demand_a_hold_reads_the_share_that_somebody_states() {
    let none = said(ShareOfWallet::NoDemand, Measured, today());
    let record = |other: Option<Statement<ShareOfWallet>>| {
        StageRecord::new(today()).with_share(Stated::several(other.into_iter().chain([none])))
    };
    let held = |record: &StageRecord| hold(Stage::Stable, record).decision();
    assert_eq!(held(&record(None)), Decision::Permit);
    let low = record(Some(said(share(40), Estimated, today())));
    assert_eq!(held(&low), Decision::Deny);
    let enter = |record: &StageRecord| {
        let advance = Move::Advance { to: Stage::Stable };
        let verdict = judge(&policy(), &standing(Stage::Initial), record, advance);
        verdict.map(|verdict| verdict.decision())
    };
    let high = record(Some(said(share(60), Measured, today())));
    assert_eq!(enter(&high), Ok(Decision::Deny));
}

#[test]
fn shares_of_two_days_or_grades_may_be_more_than_the_whole() {
    let earlier = day(2024, 7, 1);
    let percent = |percent| Share::percent(percent).unwrap_or(Share::NONE);
    let table = [
        ((Measured, today()), (Measured, earlier), true),
        ((Measured, today()), (Estimated, today()), true),
        ((Measured, earlier), (Measured, today()), true),
        ((CustomerStated, today()), (Measured, today()), true),
        ((Measured, today()), (Measured, today()), false),
        ((Estimated, earlier), (Estimated, earlier), false),
    ];
    for ((grade, on), (rivals_grade, rivals), may_be) in table {
        let record = StageRecord::new(today())
            .with_share(said(share(50), grade, on))
            .with_rival_share(said(percent(55), rivals_grade, rivals));
        let asked = judge(&policy(), &standing(Stage::Stable), &record, Move::Hold);
        let placed = place(&policy(), &standing(Stage::Stable), &record, &[]).map(|_| ());
        let (ours, rival) = (percent(50), percent(55));
        let expected = match may_be {
            true => Ok(()),
            false => Err(FactsError::SharesOverWhole { ours, rival }),
        };
        assert_eq!(placed, expected, "{grade} {rivals_grade}");
        // A rival with more is one, whoever says so.
        let breaches = |verdict: Verdict| {
            about(&verdict, Fact::RivalShare)
                .iter()
                .any(|(outcome, _)| *outcome == Outcome::Breached)
        };
        assert_eq!(
            asked.map(breaches),
            expected.map(|()| true),
            "{grade} {rivals_grade}"
        );
    }
}

#[test]
fn a_rival_that_is_said_to_have_as_much_stands_against_every_share_in_the_band() {
    let percent = |percent| Share::percent(percent).unwrap_or(Share::NONE);
    let partner = || said(Present, Measured, today());
    let table = [
        (Stage::Stable, 60, 70, true),
        (Stage::Stable, 60, 60, true),
        (Stage::Stable, 60, 59, false),
        (Stage::Stable, 100, 100, true),
        (Stage::Strategic, 90, 95, true),
        (Stage::Strategic, 90, 85, false),
        (Stage::Initial, 20, 60, false),
    ];
    for (stage, ours, rival, is_beaten) in table {
        for grade in Grade::ALL {
            let record = StageRecord::new(today())
                .with_share(said(share(ours), Measured, today()))
                .with_partnership(partner())
                .with_rival_share(said(percent(rival), grade, day(2024, 12, 1)));
            let breaches = |verdict: Verdict| {
                let mut found = about(&verdict, Fact::RivalShare).into_iter();
                found.any(|(outcome, _)| outcome == Outcome::Breached)
            };
            let advance = Move::Advance { to: stage };
            for proposed in [Move::Hold, advance] {
                let asked = judge(&policy(), &standing(stage), &record, proposed);
                assert_eq!(asked.map(breaches), Ok(is_beaten), "{ours} {rival} {grade}");
            }
            let placed = place(&policy(), &standing(stage), &record, &[]);
            let flags = placed.map(|placed| {
                let value = placed.value();
                value.is_some_and(|value| value.flags.contains(Flag::TiedMain))
            });
            assert_eq!(flags, Ok(is_beaten), "{ours} {rival} {grade}");
        }
    }
}

#[test]
fn one_voice_does_not_give_more_than_the_whole_for_one_day() {
    let percent = |percent| Share::percent(percent).unwrap_or(Share::NONE);
    let by = |name: &str| PersonId::new(name).ok();
    let (wang, sun) = (by("wang"), by("sun"));
    let table: [(&[_], &[_], bool); 7] = [
        (&[(60, wang)], &[(55, wang)], true),
        (&[(60, wang)], &[(55, sun)], false),
        (&[(60, None)], &[(55, None)], true),
        (&[(60, wang), (62, wang)], &[(50, wang)], true),
        (&[(60, wang), (62, wang)], &[(39, wang)], false),
        (&[(60, wang)], &[(50, wang), (51, wang)], true),
        (&[(60, wang), (30, sun)], &[(70, sun)], false),
    ];
    for (ours, rivals, is_error) in table {
        let voice = |value, by| said(value, CustomerStated, today()).with_by(by);
        let record = StageRecord::new(today())
            .with_share(Stated::several(
                ours.iter().map(|(part, by)| voice(share(*part), *by)),
            ))
            .with_rival_share(Stated::several(rivals.iter().map(|(part, by)| {
                said(percent(*part), CustomerStated, today()).with_by(*by)
            })));
        let asked = judge(&policy(), &standing(Stage::Initial), &record, Move::Hold);
        let is_over = matches!(asked, Err(FactsError::SharesOverWhole { .. }));
        assert_eq!(is_over, is_error, "{ours:?} {rivals:?}");
    }
}

#[test]
fn plain_facts_are_refused_for_what_a_record_is_refused_for() {
    let percent = |percent| Share::percent(percent).unwrap_or(Share::NONE);
    for ours in Grade::ALL {
        for rivals in Grade::ALL {
            for on in [None, Some(today()), Some(day(2024, 7, 1))] {
                let facts = StageFacts::new(today())
                    .with_share(Known::graded(share(60), ours))
                    .with_rival_share(Known::graded(percent(55), rivals).with_on(on));
                let record = StageRecord::new(today())
                    .with_share(Statement::new(share(60), ours))
                    .with_rival_share(Statement::new(percent(55), rivals).with_on(on));
                let there = standing(Stage::Stable);
                let plain = crate::lifecycle::judge(&policy(), &there, &facts, Move::Hold);
                let recorded = judge(&policy(), &there, &record, Move::Hold);
                assert_eq!(plain.is_err(), recorded.is_err(), "{ours} {rivals} {on:?}");
                let is_alike = ours == rivals && on != Some(day(2024, 7, 1));
                assert_eq!(plain.is_err(), is_alike, "{ours} {rivals} {on:?}");
            }
        }
    }
}

#[test]
fn a_record_of_plain_facts_is_judged_as_they_are() {
    let facts = StageFacts::new(today())
        .with_share(Known::measured(share(60)))
        .with_departments(Known::estimated(Department::Sales.into()))
        .with_partnership(Known::customer_stated(Present));
    let record = StageRecord::from(facts);
    assert_eq!(counted(&policy(), &record), facts);
    for proposed in Move::ALL {
        let there = standing(Stage::Stable);
        let plain = crate::lifecycle::judge(&policy(), &there, &facts, proposed);
        let by_record = judge(&policy(), &there, &record, proposed);
        let quick = tally(&policy(), &there, &record, proposed);
        assert_eq!(
            quick,
            by_record.as_ref().map(Verdict::tally).map_err(|one| *one)
        );
        let findings =
            |verdict: &Verdict| verdict.findings().iter().copied().collect::<Vec<Finding>>();
        assert_eq!(
            by_record.as_ref().map(findings),
            plain.as_ref().map(findings)
        );
        let made = decide(&policy(), &there, &record, proposed);
        let refused = matches!(made, Err(Refusal::Refused(_)));
        let permitted = by_record.is_ok_and(|verdict| verdict.decision().is_permit());
        assert_eq!(refused, !permitted, "{proposed}");
    }
}
