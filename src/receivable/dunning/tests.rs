use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;
use core::num::NonZeroU32;

use chrono::NaiveDate;

use crate::receivable::dunning::Step::{FormalNotice, Remind, Statement, SuspendCredit};
use crate::receivable::dunning::{
    Dispute, DunnedAccount, DunningFacts, DunningPolicy, Escalation, Exclusion, OpenInvoice,
    PromiseToPay, Reminder, Step, UnlistedCurrency, dun,
};
use crate::receivable::limit::{Amounts, Comparison};
use crate::verdict::{Outcome, Presence};
use crate::vocab::known::Known;
use crate::vocab::money::Currency;
use crate::vocab::time::Days;

pub(super) type Checked = Result<(), Box<dyn Error>>;

/// Returns the day a number of days after the due date of the invoices, 31 January 2024.
pub(super) fn day(number: u32) -> NaiveDate {
    let due = NaiveDate::from_ymd_opt(2024, 1, 31).unwrap_or_default();
    crate::receivable::dunning::step::later(due, Days::new(number)).unwrap_or_default()
}

pub(super) fn invoice(id: &str, open: &str) -> Result<OpenInvoice, Box<dyn Error>> {
    Ok(OpenInvoice {
        id: id.parse()?,
        issued: day(0),
        due: day(0),
        open: open.parse()?,
    })
}

pub(super) fn facts(number: u32) -> Result<DunningFacts, Box<dyn Error>> {
    Ok(DunningFacts::of_invoices(
        day(number),
        [invoice("17", "100.00 EUR")?],
    ))
}

pub(super) fn sent(steps: &[(Step, u32)]) -> Result<Known<Vec<Reminder>>, Box<dyn Error>> {
    let documents = vec!["17".parse()?];
    let reminder = |&(step, on)| Reminder {
        step,
        on: day(on),
        documents: documents.clone(),
        id: None,
    };
    Ok(Known::measured(steps.iter().map(reminder).collect()))
}

/// Returns the only account.
pub(super) fn account(
    policy: &DunningPolicy,
    facts: &DunningFacts,
) -> Result<DunnedAccount, Box<dyn Error>> {
    let dunning = dun(policy, facts)?.into_value().ok_or("unknown")?;
    let [account] = dunning.accounts.as_slice() else {
        return Err("not one account".into());
    };
    Ok(account.clone())
}

/// Steps taken, day, the step that is due, the next step and its day.
type Climbed<'a> = (&'a [(Step, u32)], u32, Option<Step>, Option<(Step, u32)>);

#[test]
fn the_ladder_is_climbed_a_step_a_reminder_on_its_day_and_never_sooner() -> Checked {
    let all = [
        (Remind, 1),
        (Statement, 15),
        (FormalNotice, 30),
        (SuspendCredit, 60),
    ];
    let rows: [Climbed<'_>; 11] = [
        (&[], 1, Some(Remind), Some((Remind, 1))),
        (&[], 70, Some(Remind), Some((Remind, 1))),
        (&[(Remind, 1)], 14, None, Some((Statement, 15))),
        (&[(Remind, 1)], 15, Some(Statement), Some((Statement, 15))),
        // Day 14 and a week, whatever the ladder says.
        (&[(Remind, 14)], 20, None, Some((Statement, 21))),
        (&[(Remind, 14)], 21, Some(Statement), Some((Statement, 21))),
        (
            &[(Remind, 1), (Remind, 14)],
            20,
            None,
            Some((Statement, 21)),
        ),
        (
            &[(Statement, 2), (Remind, 1)],
            30,
            Some(FormalNotice),
            Some((FormalNotice, 30)),
        ),
        (
            &[(Remind, 1), (Statement, 15), (FormalNotice, 30)],
            59,
            None,
            Some((SuspendCredit, 60)),
        ),
        (
            &[(Remind, 1), (Statement, 15), (FormalNotice, 30)],
            60,
            Some(SuspendCredit),
            Some((SuspendCredit, 60)),
        ),
        (&all, 90, None, None),
    ];
    for (taken, on, due, next) in rows {
        let mut facts = facts(on)?;
        facts.reminders = sent(taken)?;
        let found = account(&DunningPolicy::standard(), &facts)?;
        let coming = found.next.map(|next| (next.step, next.on));
        let next = next.map(|(step, on)| (step, day(on)));
        assert_eq!((found.due, coming), (due, next), "{taken:?} on day {on}");
    }
    Ok(())
}

#[test]
fn what_is_not_yet_due_or_paid_is_no_account() -> Checked {
    let policy = DunningPolicy::standard();
    for (on, open) in [(0, "100.00 EUR"), (40, "0.00 EUR")] {
        let facts = DunningFacts::of_invoices(day(on), [invoice("17", open)?]);
        let dunning = dun(&policy, &facts)?.into_value().ok_or("unknown")?;
        assert_eq!((dunning.accounts.len(), dunning.step_due()), (0, None));
        assert_eq!(dunning.credit_suspension(), Presence::Absent);
    }
    Ok(())
}

#[test]
fn an_unknown_fact_leaves_the_step_unknown() -> Checked {
    let forget: [fn(&mut DunningFacts); 4] = [
        |facts| facts.invoices = Known::Unknown,
        |facts| facts.reminders = Known::Unknown,
        |facts| facts.disputes = Known::Unknown,
        |facts| facts.promises = Known::Unknown,
    ];
    for forget in forget {
        let mut facts = facts(40)?;
        forget(&mut facts);
        let answer = dun(&DunningPolicy::standard(), &facts)?;
        assert_eq!(answer.value(), None);
        assert_eq!(answer.findings().gaps().count(), 1);
    }
    Ok(())
}

#[test]
fn the_amount_is_held_against_the_threshold_of_its_currency() -> Checked {
    use Comparison::{Above, AtOrAbove};
    use UnlistedCurrency::{Dunned, NotDunned};
    let rows = [
        ("100.00 EUR", AtOrAbove, NotDunned, true),
        ("100.00 EUR", Above, NotDunned, false),
        ("99.99 EUR", Above, NotDunned, true),
        ("100.01 EUR", AtOrAbove, Dunned, false),
        ("1.00 USD", AtOrAbove, NotDunned, false),
        ("1.00 USD", AtOrAbove, Dunned, true),
    ];
    for (threshold, comparison, unlisted, is_due) in rows {
        let thresholds = Amounts::new([threshold.parse()?])?;
        let policy = DunningPolicy::standard().with_thresholds(thresholds, comparison, unlisted)?;
        let found = account(&policy, &facts(1)?)?;
        assert_eq!(
            found.due.is_some(),
            is_due,
            "{threshold} {comparison:?} {unlisted:?}"
        );
    }
    Ok(())
}

#[test]
fn spent_messages_leave_only_the_suspension_on_its_own_day() -> Checked {
    let policy = DunningPolicy::standard().with_most_messages(NonZeroU32::new(2));
    for (on, due) in [(59, None), (60, Some(SuspendCredit))] {
        let mut facts = facts(on)?;
        facts.reminders = sent(&[(Remind, 1), (Remind, 9)])?;
        assert_eq!(account(&policy, &facts)?.due, due);
    }
    Ok(())
}

#[test]
fn by_days_the_ladder_is_climbed_to_where_the_days_are() -> Checked {
    let policy = DunningPolicy::standard().with_escalation(Escalation::ByDays);
    let rows = [
        (1, Remind),
        (14, Remind),
        (15, Statement),
        (59, FormalNotice),
        (60, SuspendCredit),
    ];
    for (on, step) in rows {
        let found = account(&policy, &facts(on)?)?;
        assert_eq!(
            (found.due, found.reached),
            (Some(step), Some(step)),
            "on day {on}"
        );
    }
    Ok(())
}

#[test]
fn a_running_dispute_takes_its_amount_out() -> Checked {
    // (disputed, first day, last day, what is dunned on day 40)
    let rows = [
        (Some("30.00 EUR"), 10, None, Some("70.00 EUR")),
        (Some("130.00 EUR"), 10, None, None),
        (None, 10, None, None),
        (None, 10, Some(40), None),
        (None, 10, Some(39), Some("100.00 EUR")),
        (None, 41, None, Some("100.00 EUR")),
    ];
    for (amount, from, until, expected) in rows {
        let mut facts = facts(40)?;
        facts.disputes = Known::measured(vec![Dispute {
            document: "17".parse()?,
            amount: amount.map(str::parse).transpose()?,
            from: day(from),
            until: until.map(day),
        }]);
        let dunning = dun(&DunningPolicy::standard(), &facts)?
            .into_value()
            .ok_or("unknown")?;
        let dunned = dunning
            .account(Currency::EUR)
            .map(|account| account.overdue);
        assert_eq!(dunned, expected.map(str::parse).transpose()?);
    }
    Ok(())
}

#[test]
fn a_promise_pauses_to_its_own_day_where_it_covers_all_and_none_was_broken() -> Checked {
    // (made, by, promised, paid): the pause on day 40 and the step that is due.
    type Row<'a> = (&'a [(u32, u32, &'a str, &'a str)], u32, Option<u32>);
    let rows: [Row<'_>; 8] = [
        (&[(30, 40, "100 EUR", "0 EUR")], 0, Some(40)),
        (&[(30, 39, "100 EUR", "0 EUR")], 0, None),
        (&[(30, 45, "99.99 EUR", "0 EUR")], 0, None),
        (
            &[(30, 45, "60 EUR", "0 EUR"), (31, 50, "40 EUR", "0 EUR")],
            0,
            Some(45),
        ),
        (&[(30, 45, "150 EUR", "51 EUR")], 0, None),
        (
            &[(20, 30, "50 EUR", "0 EUR"), (35, 45, "100 EUR", "0 EUR")],
            0,
            None,
        ),
        (
            &[(20, 30, "50 EUR", "0 EUR"), (35, 45, "100 EUR", "0 EUR")],
            1,
            Some(45),
        ),
        (
            &[(20, 30, "50 EUR", "50 EUR"), (35, 45, "100 EUR", "0 EUR")],
            0,
            Some(45),
        ),
    ];
    for (promises, broken, until) in rows {
        let mut facts = facts(40)?;
        let mut given = Vec::new();
        for &(made, by, amount, paid) in promises {
            let (made, by) = (day(made), day(by));
            let (amount, paid) = (amount.parse()?, paid.parse()?);
            given.push(PromiseToPay {
                made,
                by,
                amount,
                paid,
            });
        }
        facts.promises = Known::measured(given);
        let policy = DunningPolicy::standard().with_broken_promises(broken);
        let found = account(&policy, &facts)?;
        assert_eq!(found.paused_until, until.map(day), "{promises:?}");
        assert_eq!(found.due, until.is_none().then_some(Remind), "{promises:?}");
        let resumes = until.map_or(day(1), |until| day(until.saturating_add(1)));
        assert_eq!(found.next.map(|next| next.on), Some(resumes));
    }
    Ok(())
}

#[test]
fn a_promise_of_before_the_clock_is_not_held_against_a_new_one() -> Checked {
    for (made, until) in [(24, Some(day(45))), (25, None)] {
        let due = day(25);
        let mut invoice = invoice("17", "100 EUR")?;
        (invoice.issued, invoice.due) = (due, due);
        let mut facts = DunningFacts::of_invoices(day(40), [invoice]);
        let (amount, paid) = ("100 EUR".parse()?, "0 EUR".parse()?);
        let promise = |made, by| PromiseToPay {
            made: day(made),
            by: day(by),
            amount,
            paid,
        };
        facts.promises = Known::measured(vec![promise(made, 30), promise(35, 45)]);
        let found = account(&DunningPolicy::standard(), &facts)?;
        assert_eq!(found.paused_until, until, "made on day {made}");
    }
    Ok(())
}

#[test]
fn an_exclusion_stops_the_step_and_is_seen() -> Checked {
    let mut facts = facts(40)?;
    let open = dun(&DunningPolicy::standard(), &facts)?;
    assert!(
        open.findings()
            .iter()
            .all(|finding| finding.outcome != Outcome::Breached)
    );
    let (by, reason) = ("zhao-min".parse()?, "group company".parse()?);
    facts.exclusion = Some(Exclusion { by, reason });
    let answer = dun(&DunningPolicy::standard(), &facts)?;
    assert_eq!(answer.findings().breaches().count(), 1);
    let dunning = answer.into_value().ok_or("unknown")?;
    assert_eq!(dunning.step_due(), None);
    Ok(())
}

#[test]
fn credit_is_suspended_while_what_was_dunned_to_the_end_is_overdue() -> Checked {
    let mut facts = facts(70)?;
    facts.reminders = sent(&[(SuspendCredit, 60)])?;
    let policy = DunningPolicy::standard();
    let suspension = |facts: &DunningFacts| {
        Ok::<_, Box<dyn Error>>(
            dun(&policy, facts)?
                .into_value()
                .map(|place| place.credit_suspension()),
        )
    };
    assert_eq!(suspension(&facts)?, Some(Presence::Present));
    // Paid, and another invoice is late that nobody was reminded of.
    facts.invoices = Known::measured(vec![invoice("17", "0 EUR")?, invoice("18", "5 EUR")?]);
    assert_eq!(suspension(&facts)?, Some(Presence::Absent));
    Ok(())
}
