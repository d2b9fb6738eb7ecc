use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::dunning::Step::{FormalNotice, Remind, Statement, SuspendCredit};
use crate::receivable::dunning::Timing::{AfterPrevious, AfterStart, EndOfMonth};
use crate::receivable::dunning::tests::{Checked, account, day, invoice, sent};
use crate::receivable::dunning::{
    Clock, DunnedAccount, Dunning, DunningFacts, DunningLevel, DunningPolicy, Escalation,
    OpenInvoice, Step, Timing, UnlistedCurrency, dun,
};
use crate::receivable::limit::{Amounts, Comparison};
use crate::verdict::{Fact, Outcome};
use crate::vocab::known::Known;
use crate::vocab::time::Days;

const fn days(number: u32) -> Days {
    Days::new(number)
}

fn policy(first: Timing, second: Timing) -> Result<DunningPolicy, Box<dyn Error>> {
    let level = |step, timing| DunningLevel { step, timing };
    let policy = DunningPolicy::standard().with_interval(days(0));
    Ok(policy.with_ladder([
        level(Remind, first),
        level(Statement, second),
        level(SuspendCredit, AfterStart(days(60))),
    ])?)
}

fn from_day_zero() -> Result<DunningPolicy, Box<dyn Error>> {
    policy(AfterStart(days(0)), AfterStart(days(13)))
}

/// Returns an invoice that is due a number of days after the others.
fn due_on(id: &str, number: u32, open: &str) -> Result<OpenInvoice, Box<dyn Error>> {
    let due = day(number);
    let invoice = invoice(id, open)?;
    Ok(OpenInvoice { due, ..invoice })
}

fn placed(policy: &DunningPolicy, facts: &DunningFacts) -> Result<Dunning, Box<dyn Error>> {
    Ok(dun(policy, facts)?.into_value().ok_or("unknown")?)
}

/// Returns the overdue amount, its documents, and the step that is due.
fn dunned(found: &DunnedAccount) -> (String, Vec<String>, Option<Step>) {
    let documents = found.documents.iter().map(ToString::to_string).collect();
    (found.overdue.to_string(), documents, found.due)
}

#[test]
fn a_first_step_of_day_zero_is_due_on_the_due_date() -> Checked {
    let thirteen = policy(AfterStart(days(0)), AfterStart(days(13)))?;
    let one = DunningPolicy::standard();
    let rows = [
        (&thirteen, 29, None),
        (&thirteen, 30, Some(Remind)),
        (&thirteen, 31, Some(Remind)),
        (&one, 30, None),
        (&one, 31, Some(Remind)),
    ];
    for (policy, on, due) in rows {
        let facts = DunningFacts::of_invoices(day(on), [due_on("17", 30, "100 EUR")?]);
        assert_eq!(placed(policy, &facts)?.step_due(), due, "on day {on}");
    }
    let facts = DunningFacts::of_invoices(day(30), [due_on("17", 30, "100 EUR")?]);
    let found = account(&thirteen, &facts)?;
    assert_eq!(found.overdue, "100 EUR".parse()?);
    assert_eq!((found.start, found.days), (day(30), days(0)));
    assert_eq!(found.reached, Some(Remind));
    let answer = dun(&thirteen, &facts)?;
    assert!(
        answer
            .findings()
            .iter()
            .all(|one| one.outcome == Outcome::Met)
    );
    Ok(())
}

#[test]
fn on_the_due_date_only_the_first_step_is_taken() -> Checked {
    let mut facts = DunningFacts::of_invoices(day(0), [invoice("17", "100 EUR")?]);
    facts.reminders = sent(&[(Remind, 0)])?;
    let rows = [
        (AfterStart(days(13)), day(13)),
        // Nothing is counted between the steps, and still the second waits until it is overdue.
        (AfterPrevious(days(0)), day(1)),
        (EndOfMonth(days(0)), day(1)),
    ];
    for (second, on) in rows {
        for escalation in [Escalation::StepByStep, Escalation::ByDays] {
            let policy = policy(AfterStart(days(0)), second)?.with_escalation(escalation);
            let found = account(&policy, &facts)?;
            assert_eq!((found.taken, found.due), (Some(Remind), None), "{second:?}");
            let next = found.next.map(|next| (next.step, next.on));
            assert_eq!(next, Some((Statement, on)), "{second:?}");
        }
    }
    Ok(())
}

#[test]
fn amounts_due_today_join_overdue_ones_while_the_first_step_comes_next() -> Checked {
    let policy = from_day_zero()?;
    let invoices = [
        due_on("A", 20, "40 EUR")?,
        due_on("17", 5, "60 EUR")?,
        due_on("B", 21, "1 EUR")?,
    ];
    let mut facts = DunningFacts::of_invoices(day(20), invoices);
    let both = (
        "100 EUR".into(),
        Vec::from(["A".into(), "17".into()]),
        Some(Remind),
    );
    let found = account(&policy, &facts)?;
    assert_eq!(dunned(&found), both);
    assert_eq!((found.start, found.days), (day(5), days(15)));
    // The second step is for what is overdue only.
    facts.reminders = sent(&[(Remind, 5)])?;
    let old = ("60 EUR".into(), Vec::from(["17".into()]), Some(Statement));
    assert_eq!(dunned(&account(&policy, &facts)?), old);
    facts.as_of = day(21);
    let all = (
        "100 EUR".into(),
        Vec::from(["A".into(), "17".into()]),
        Some(Statement),
    );
    assert_eq!(dunned(&account(&policy, &facts)?), all);
    // By days the second step has come, so the first does not take anything in.
    facts.as_of = day(20);
    facts.reminders = Known::measured(Vec::new());
    let by_days = policy.with_escalation(Escalation::ByDays);
    let found = account(&by_days, &facts)?;
    assert_eq!(found.overdue, "60 EUR".parse()?);
    assert_eq!(found.due, Some(Statement));
    Ok(())
}

#[test]
fn the_threshold_looks_at_what_the_step_would_name() -> Checked {
    let thresholds = Amounts::new(["100 EUR".parse()?])?;
    let policy = from_day_zero()?;
    let policy =
        policy.with_thresholds(thresholds, Comparison::AtOrAbove, UnlistedCurrency::Dunned)?;
    for (today, due) in [("40 EUR", Some(Remind)), ("39.99 EUR", None)] {
        let invoices = [due_on("17", 5, "60 EUR")?, due_on("A", 20, today)?];
        let found = account(&policy, &DunningFacts::of_invoices(day(20), invoices))?;
        assert_eq!(found.due, due, "{today}");
    }
    Ok(())
}

#[test]
fn a_reminder_of_the_due_date_counts_on_it() -> Checked {
    let policy = from_day_zero()?;
    let mut facts = DunningFacts::of_invoices(
        day(20),
        [due_on("17", 20, "40 EUR")?, due_on("A", 5, "60 EUR")?],
    );
    facts.reminders = sent(&[(Remind, 20)])?;
    let found = account(&policy, &facts)?;
    assert_eq!(found.taken, Some(Remind));
    assert_eq!(found.overdue, "60 EUR".parse()?);
    // Without a step of day 0 it is the reminder of an invoice that is not overdue.
    let standard = DunningPolicy::standard();
    assert_eq!(account(&standard, &facts)?.taken, None);
    Ok(())
}

#[test]
fn the_end_of_the_month_may_be_the_due_date() -> Checked {
    let policy = policy(EndOfMonth(days(0)), EndOfMonth(days(30)))?;
    // Day 0 is the last of January, day 14 the fourteenth of February, day 29 its last.
    for (due, on, step) in [
        (0, 0, Some(Remind)),
        (14, 14, None),
        (14, 28, None),
        (14, 29, Some(Remind)),
    ] {
        let facts = DunningFacts::of_invoices(day(on), [due_on("17", due, "5 EUR")?]);
        assert_eq!(placed(&policy, &facts)?.step_due(), step, "{due} {on}");
    }
    let facts = DunningFacts::of_invoices(day(14), [due_on("17", 14, "5 EUR")?]);
    assert_eq!(placed(&policy, &facts)?.accounts, []);
    Ok(())
}

#[test]
fn by_the_invoice_date_nothing_is_dunned_before_the_due_date() -> Checked {
    let clocked = |first, escalation| -> Result<_, Box<dyn Error>> {
        let policy = policy(AfterStart(days(first)), AfterStart(days(10)))?;
        Ok(policy
            .with_clock(Clock::InvoiceDate)
            .with_escalation(escalation))
    };
    // Issued on day 0, due on day 30.
    let rows = [
        (0, Escalation::StepByStep, 29, None),
        (0, Escalation::StepByStep, 30, Some(Remind)),
        (0, Escalation::StepByStep, 31, Some(Remind)),
        (0, Escalation::ByDays, 30, Some(Remind)),
        (0, Escalation::ByDays, 31, Some(Statement)),
        (1, Escalation::StepByStep, 30, None),
        (1, Escalation::StepByStep, 31, Some(Remind)),
    ];
    for (first, escalation, on, due) in rows {
        let facts = DunningFacts::of_invoices(day(on), [due_on("17", 30, "5 EUR")?]);
        let dunning = placed(&clocked(first, escalation)?, &facts)?;
        assert_eq!(dunning.step_due(), due, "{first} {escalation:?} {on}");
    }
    // The clock starts with what is overdue, though the invoice that is due today is older.
    let newer = OpenInvoice {
        issued: day(5),
        ..due_on("A", 6, "5 EUR")?
    };
    let invoices = [due_on("17", 30, "5 EUR")?, newer];
    let policy = clocked(0, Escalation::StepByStep)?;
    let found = account(&policy, &DunningFacts::of_invoices(day(30), invoices))?;
    assert_eq!((found.start, found.documents.len()), (day(5), 2));
    Ok(())
}

#[test]
fn the_last_date_there_is_has_no_tomorrow() -> Checked {
    let last = NaiveDate::MAX;
    let invoice = OpenInvoice {
        due: last,
        ..invoice("17", "5 EUR")?
    };
    let mut facts = DunningFacts::of_invoices(last, [invoice]);
    let policy = policy(AfterStart(days(0)), AfterPrevious(days(0)))?;
    assert_eq!(account(&policy, &facts)?.due, Some(Remind));
    facts.reminders = sent(&[(FormalNotice, 0)])?;
    let found = account(&policy, &facts)?;
    assert_eq!((found.due, found.next), (None, None));
    let findings = dun(&policy, &facts)?;
    let passed = |fact| {
        findings
            .findings()
            .iter()
            .any(|one| one.evidence.fact == fact)
    };
    assert!(passed(Fact::DunningStep));
    Ok(())
}
