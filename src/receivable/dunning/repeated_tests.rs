use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use crate::receivable::dunning::Step::{FormalNotice, Remind, Statement, SuspendCredit};
use crate::receivable::dunning::tests::{Checked, account, day, facts, invoice, sent};
use crate::receivable::dunning::{
    DunnedAccount, DunningFacts, DunningLevel, DunningPolicy, DunningPolicyError, Escalation,
    Reminder, Rung, Step, Timing, dun,
};
use crate::verdict::{Presence, Render};
use crate::vocab::known::Known;
use crate::vocab::time::Days;
use crate::vocab::words::Locale;

fn policy(ladder: &[(Step, u32)]) -> Result<DunningPolicy, DunningPolicyError> {
    let level = |&(step, days)| DunningLevel {
        step,
        timing: Timing::AfterStart(Days::new(days)),
    };
    DunningPolicy::standard().with_ladder(ladder.iter().map(level))
}

const TWICE: [(Step, u32); 3] = [(Remind, 1), (Remind, 13), (SuspendCredit, 20)];
const THRICE: [(Step, u32); 5] = [
    (Remind, 1),
    (Remind, 10),
    (Remind, 20),
    (FormalNotice, 30),
    (SuspendCredit, 60),
];

/// Returns the number of a rung, 0 for none.
fn number(rung: Option<Rung>) -> u32 {
    rung.map_or(0, |rung| rung.number.get())
}

/// Returns the numbers of the rungs that are taken, due and next, and the day of the next one.
fn rungs(found: &DunnedAccount) -> (u32, u32, u32, Option<u32>) {
    let next = found.next.map(|next| next.rung);
    let on = found.next.and_then(|next| Days::between(day(0), next.on));
    (
        number(found.taken_rung),
        number(found.due_rung),
        number(next),
        on.map(Days::count),
    )
}

/// Reminders, the day, and the rungs that are taken, due and next with its day.
type Climbed<'a> = (&'a [(Step, u32)], u32, (u32, u32, u32, Option<u32>));

fn climbs(policy: &DunningPolicy, rows: &[Climbed<'_>]) -> Checked {
    for (taken, on, expected) in rows {
        let mut facts = facts(*on)?;
        facts.reminders = sent(taken)?;
        let found = account(policy, &facts)?;
        assert_eq!(rungs(&found), *expected, "{taken:?} on day {on}");
    }
    Ok(())
}

#[test]
fn a_second_reminder_follows_the_first_on_its_own_day() -> Checked {
    let first: &[(Step, u32)] = &[(Remind, 1)];
    let both: &[(Step, u32)] = &[(Remind, 1), (Remind, 13)];
    let rows: [Climbed<'_>; 9] = [
        (&[], 1, (0, 1, 1, Some(1))),
        // However late the first is, it is due before the second.
        (&[], 13, (0, 1, 1, Some(1))),
        (&[], 70, (0, 1, 1, Some(1))),
        (first, 12, (1, 0, 2, Some(13))),
        (first, 13, (1, 2, 2, Some(13))),
        (both, 19, (2, 0, 3, Some(20))),
        (both, 20, (2, 3, 3, Some(20))),
        // A third reminder finds no rung. It takes none, and the week counts from it.
        (
            &[(Remind, 1), (Remind, 13), (Remind, 18)],
            24,
            (2, 0, 3, Some(25)),
        ),
        (
            &[(Remind, 1), (Remind, 13), (SuspendCredit, 20)],
            90,
            (3, 0, 0, None),
        ),
    ];
    climbs(&policy(&TWICE)?, &rows)
}

#[test]
fn the_interval_lies_between_two_steps_of_a_kind() -> Checked {
    let rows: [Climbed<'_>; 2] = [
        (&[(Remind, 8)], 14, (1, 0, 2, Some(15))),
        (&[(Remind, 8)], 15, (1, 2, 2, Some(15))),
    ];
    climbs(&policy(&TWICE)?, &rows)
}

#[test]
fn two_reminders_of_one_day_are_two_steps_in_any_order() -> Checked {
    let policy = policy(&THRICE)?;
    let rows: [Climbed<'_>; 5] = [
        (&[(Remind, 1), (Remind, 1)], 20, (2, 3, 3, Some(20))),
        (&[(Remind, 3), (Remind, 1)], 20, (2, 3, 3, Some(20))),
        (&[(Remind, 1), (FormalNotice, 1)], 60, (4, 5, 5, Some(60))),
        (&[(FormalNotice, 1), (Remind, 1)], 60, (4, 5, 5, Some(60))),
        (&[(FormalNotice, 1), (Remind, 9)], 60, (4, 5, 5, Some(60))),
    ];
    climbs(&policy, &rows)
}

#[test]
fn a_notice_follows_three_reminders_or_jumps_over_them() -> Checked {
    let three: &[(Step, u32)] = &[(Remind, 1), (Remind, 10), (Remind, 20)];
    let rows: [Climbed<'_>; 5] = [
        (three, 29, (3, 0, 4, Some(30))),
        (three, 30, (3, 4, 4, Some(30))),
        (&[(Remind, 1), (FormalNotice, 5)], 59, (4, 0, 5, Some(60))),
        // The ladder has no statement. It leaves the reminders behind, and is on no rung.
        (&[(Statement, 2)], 30, (0, 4, 4, Some(30))),
        (&[(Remind, 1), (Statement, 2)], 29, (0, 0, 4, Some(30))),
    ];
    climbs(&policy(&THRICE)?, &rows)
}

#[test]
fn notices_are_counted_apart_from_the_reminders_before_them() -> Checked {
    let policy = policy(&[
        (Remind, 1),
        (Remind, 10),
        (FormalNotice, 20),
        (FormalNotice, 30),
        (SuspendCredit, 60),
    ])?;
    let rows: [Climbed<'_>; 3] = [
        (
            &[(Remind, 1), (Remind, 10), (FormalNotice, 20)],
            30,
            (3, 4, 4, Some(30)),
        ),
        (
            &[(Remind, 1), (FormalNotice, 3), (FormalNotice, 20)],
            30,
            (4, 0, 5, Some(60)),
        ),
        (&[(Remind, 1), (Remind, 10)], 20, (2, 3, 3, Some(20))),
    ];
    climbs(&policy, &rows)
}

#[test]
fn a_reminder_of_several_invoices_is_one_step() -> Checked {
    let mut facts = facts(13)?;
    let more = invoice("18", "5 EUR")?;
    facts.invoices = facts.invoices.map(|mut invoices| {
        invoices.push(more);
        invoices
    });
    facts.reminders = Known::measured(vec![Reminder {
        step: Remind,
        on: day(1),
        documents: vec!["17".parse()?, "18".parse()?, "17".parse()?, "99".parse()?],
        id: None,
    }]);
    let found = account(&policy(&TWICE)?, &facts)?;
    assert_eq!(rungs(&found), (1, 2, 2, Some(13)));
    Ok(())
}

#[test]
fn by_days_the_rung_is_that_of_the_day() -> Checked {
    let policy = policy(&THRICE)?.with_escalation(Escalation::ByDays);
    let rows: [Climbed<'_>; 7] = [
        (&[], 9, (0, 1, 1, Some(1))),
        (&[], 10, (0, 2, 2, Some(10))),
        (&[], 29, (0, 3, 3, Some(20))),
        (&[], 30, (0, 4, 4, Some(30))),
        (&[(Remind, 10)], 19, (1, 2, 2, Some(17))),
        (&[(Remind, 10)], 20, (1, 3, 3, Some(20))),
        (
            &[(Remind, 1), (Remind, 10), (Remind, 20)],
            29,
            (3, 0, 4, Some(30)),
        ),
    ];
    climbs(&policy, &rows)
}

#[test]
fn the_level_reached_is_that_of_the_day() -> Checked {
    let policy = policy(&THRICE)?;
    for (on, step, rung) in [
        (1, Remind, 1),
        (9, Remind, 1),
        (10, Remind, 2),
        (29, Remind, 3),
        (30, FormalNotice, 4),
        (60, SuspendCredit, 5),
    ] {
        let found = account(&policy, &facts(on)?)?;
        let reached = (found.reached, number(found.reached_rung));
        assert_eq!(reached, (Some(step), rung), "on day {on}");
    }
    Ok(())
}

#[test]
fn messages_of_one_kind_are_counted_each() -> Checked {
    let most = |most| Ok::<_, DunningPolicyError>(policy(&THRICE)?.with_most_messages(most));
    let two: &[(Step, u32)] = &[(Remind, 1), (Remind, 10)];
    climbs(
        &most(NonZeroU32::new(3))?,
        &[(two, 20, (2, 3, 3, Some(20)))],
    )?;
    let rows: [Climbed<'_>; 2] = [
        (two, 59, (2, 0, 5, Some(60))),
        (two, 60, (2, 5, 5, Some(60))),
    ];
    climbs(&most(NonZeroU32::new(2))?, &rows)
}

#[test]
fn credit_is_suspended_by_the_last_rung_only() -> Checked {
    let policy = policy(&TWICE)?;
    let suspension =
        |taken: &[(Step, u32)]| -> Result<_, alloc::boxed::Box<dyn core::error::Error>> {
            let mut facts = facts(70)?;
            facts.reminders = sent(taken)?;
            let dunning = dun(&policy, &facts)?.into_value().ok_or("unknown")?;
            Ok(dunning.credit_suspension())
        };
    let three = [(Remind, 1), (Remind, 13), (Remind, 20)];
    assert_eq!(suspension(&three)?, Presence::Absent);
    assert_eq!(suspension(&[(SuspendCredit, 20)])?, Presence::Present);
    Ok(())
}

#[test]
fn the_name_of_the_gravest_step_has_its_number() -> Checked {
    let named = |policy: &DunningPolicy, facts: &DunningFacts| {
        let dunning = dun(policy, facts)?.into_value();
        let name = dunning.and_then(|dunning| dunning.name_due());
        let text =
            |name: crate::receivable::dunning::StepName| name.display(Locale::En).to_string();
        Ok::<_, crate::receivable::dunning::DunningError>(name.map(text))
    };
    let twice = policy(&TWICE)?;
    // In euros the second reminder is due, in dollars the first one.
    let mut facts = facts(13)?;
    let dollars = invoice("18", "5 USD")?;
    facts.invoices = facts.invoices.map(|mut invoices| {
        invoices.push(dollars);
        invoices
    });
    facts.reminders = sent(&[(Remind, 1)])?;
    assert_eq!(named(&twice, &facts)?, Some(String::from("2nd reminder")));
    facts.reminders = sent(&[(Remind, 7)])?;
    assert_eq!(named(&twice, &facts)?, Some(String::from("1st reminder")));
    facts.reminders = Known::measured(Vec::new());
    let standard = DunningPolicy::standard();
    assert_eq!(named(&standard, &facts)?, Some(String::from("reminder")));
    facts.as_of = day(0);
    assert_eq!(named(&standard, &facts)?, None);
    Ok(())
}
