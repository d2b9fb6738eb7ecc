use chrono::NaiveDate;

use super::{IntegrityOffice, PersonalGain, judge_gain};
use crate::party::alignment::{Conflict, ConflictState, OperatorFacts, SideFacts};
use crate::party::cards::parties::PTY_09;
use crate::party::parties::{Person, Register};
use crate::party::sample::{id, person};
use crate::verdict::{Decision, Verdict};
use crate::vocab::benefit::{
    Benefit, Clearance, ClearanceScope, ClearanceWord, Gain, Horizon, InterestKind, Scope,
};
use crate::vocab::known::{Grade, Known};
use crate::vocab::words::{Department, Level, NeedKind, Role};

use ClearanceWord::{Cleared, Refused};
use Decision::{Deny, Permit, Undecided};
use Grade::{CustomerStated, Estimated, Measured};

type Failure = alloc::boxed::Box<dyn core::error::Error>;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default()
}

fn people() -> Register {
    let counsel = Person::of(id("gu"), Department::Legal, Level::Manager);
    let made = Register::new([person("li"), counsel], [person("wang")]);
    made.unwrap_or_default()
}

/// Returns the decision about 500 CNY for the customer's people, on the tenth.
fn decides(own: Option<&SideFacts>, words: &[Clearance]) -> Result<Decision, Failure> {
    let register = people();
    let mut office = IntegrityOffice::new(&register, day(20));
    if let Some(own) = own {
        office = office.with_own(own);
    }
    let gain = PersonalGain {
        party: Some(Role::CustomerOperator),
        amount: Some("500 CNY".parse()?),
        on: Some(day(10)),
    };
    let verdict = Verdict::of(|r| office.pass(gain, words, r));
    assert!(verdict.findings().iter().all(|one| one.rule == PTY_09.id()));
    Ok(verdict.decision())
}

#[test]
fn only_a_word_that_counts_opens_and_a_refusal_closes() -> Result<(), Failure> {
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let word = |word, grade| Clearance::new(word, grade, day(5), scope);
    let by = |one: Clearance, name: &str| one.with_by(Some(id(name)));
    let table = [
        (word(Cleared, Measured), Undecided),
        (by(word(Cleared, Measured), "gu"), Permit),
        (by(word(Cleared, Measured), "li"), Undecided),
        (by(word(Cleared, Measured), "wang"), Undecided),
        (word(Cleared, CustomerStated), Undecided),
        (word(Cleared, Estimated), Undecided),
        (by(word(Cleared, CustomerStated), "gu"), Permit),
        (by(word(Cleared, CustomerStated), "li"), Undecided),
        (by(word(Cleared, Estimated), "gu"), Undecided),
        (word(Refused, Measured), Deny),
        (word(Refused, Estimated), Deny),
    ];
    for (word, expected) in table {
        assert_eq!(decides(None, &[word])?, expected, "{word:?}");
    }
    assert_eq!(decides(None, &[])?, Undecided);
    let both = [by(word(Cleared, Measured), "gu"), word(Refused, Estimated)];
    assert_eq!(decides(None, &both)?, Deny);
    Ok(())
}

#[test]
fn a_word_is_given_before_the_event_and_for_this_gain() -> Result<(), Failure> {
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let on = |on, scope| {
        let word = Clearance::new(Cleared, Measured, day(on), scope);
        word.with_by(Some(id("gu")))
    };
    let up_to = |most: &str| Ok::<_, Failure>(scope.with_up_to(Some(most.parse()?)));
    let others = ClearanceScope::new(Role::SupplierOperator);
    let table = [
        (on(10, scope), Permit),
        (on(11, scope), Undecided),
        (on(25, scope), Undecided),
        (on(5, up_to("500 CNY")?), Permit),
        (on(5, up_to("499.99 CNY")?), Undecided),
        (on(5, up_to("500 USD")?), Undecided),
        (on(5, others), Undecided),
    ];
    for (word, expected) in table {
        assert_eq!(decides(None, &[word])?, expected, "{word:?}");
    }
    Ok(())
}

#[test]
fn the_last_word_counts_and_of_one_day_the_narrower() -> Result<(), Failure> {
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let up_to = |on, most: &str| {
        let scope = scope.with_up_to(Some(most.parse()?));
        let word = Clearance::new(Cleared, Measured, day(on), scope);
        Ok::<_, Failure>(word.with_by(Some(id("gu"))))
    };
    let (wide, narrow) = ("500 CNY", "200 CNY");
    for (words, expected) in [
        ([up_to(1, wide)?, up_to(5, narrow)?], Undecided),
        ([up_to(1, narrow)?, up_to(5, wide)?], Permit),
        ([up_to(5, wide)?, up_to(5, narrow)?], Undecided),
        // A word of after the event takes nothing back.
        ([up_to(5, wide)?, up_to(11, narrow)?], Permit),
    ] {
        assert_eq!(decides(None, &words)?, expected, "{words:?}");
        let [one, other] = words;
        assert_eq!(decides(None, &[other, one])?, expected, "{words:?}");
    }
    Ok(())
}

#[test]
fn a_word_of_somebody_with_an_open_conflict_is_void() -> Result<(), Failure> {
    let scope = ClearanceScope::new(Role::CustomerOperator);
    let word = Clearance::new(Cleared, Measured, day(5), scope).with_by(Some(id("gu")));
    for (state, expected) in [
        (ConflictState::Resolved, Permit),
        (ConflictState::Unresolved, Undecided),
    ] {
        let mut counsel = OperatorFacts::new(id("gu"));
        counsel.conflicts = Known::measured(alloc::vec![Conflict {
            name: "a share in the customer".parse()?,
            weight: 1.try_into()?,
            state,
        }]);
        let own = SideFacts::new([counsel])?;
        assert_eq!(decides(Some(&own), &[word])?, expected);
    }
    Ok(())
}

fn benefit(party: Role, kind: NeedKind) -> Benefit {
    Benefit {
        party,
        interest: InterestKind::new(Scope::of(party), kind),
        horizon: Horizon::Near,
    }
}

#[test]
fn a_gain_of_which_nobody_says_whose_it_is_never_passes() -> Result<(), Failure> {
    use NeedKind::{Material, Spiritual};
    use Role::{CustomerOperator, CustomerOrganization};
    let register = people();
    let office = IntegrityOffice::new(&register, day(20));
    let scope = ClearanceScope::new(CustomerOperator);
    let cleared = Clearance::new(Cleared, Measured, day(5), scope).with_by(Some(id("gu")));
    let refused = Clearance::new(Refused, Measured, day(5), scope);
    let priced = Some("500 CNY".parse()?);
    let theirs = benefit(CustomerOrganization, Material);
    let thanks = benefit(CustomerOperator, Spiritual);
    let watch = benefit(CustomerOperator, Material);
    let called_theirs = Benefit {
        party: CustomerOrganization,
        interest: watch.interest,
        ..watch
    };
    let gain = |benefit, amount, word| {
        let gain = Gain::new(benefit).with_amount(amount);
        gain.with_clearance(word)
    };
    let unknown = Known::Unknown;
    let table = [
        (gain(unknown, None, None), Undecided),
        (gain(unknown, priced, Some(cleared)), Undecided),
        (gain(unknown, priced, Some(refused)), Undecided),
        (gain(Known::measured(theirs), priced, None), Permit),
        (gain(Known::customer_stated(theirs), None, None), Permit),
        (gain(Known::estimated(theirs), None, None), Undecided),
        (gain(Known::measured(thanks), None, None), Permit),
        (gain(Known::estimated(thanks), None, None), Undecided),
        (gain(Known::measured(thanks), priced, None), Undecided),
        (
            gain(Known::measured(thanks), Some("0 CNY".parse()?), None),
            Permit,
        ),
        (gain(Known::measured(watch), None, None), Undecided),
        (gain(Known::measured(called_theirs), None, None), Undecided),
        (gain(Known::estimated(watch), None, Some(cleared)), Permit),
        (gain(Known::measured(watch), priced, Some(cleared)), Permit),
        (gain(Known::measured(watch), priced, Some(refused)), Deny),
        (
            gain(Known::measured(watch), priced, Some(cleared)).with_on(Some(day(4))),
            Undecided,
        ),
    ];
    for (gain, expected) in table {
        let verdict = judge_gain(&office, &gain)?;
        assert_eq!(verdict.decision(), expected, "{gain:?}");
        assert_eq!(verdict.findings().len(), 1, "{gain:?}");
    }
    Ok(())
}
