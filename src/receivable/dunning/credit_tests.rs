use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::error::Error;

use crate::receivable::dunning::Step::{Remind, SuspendCredit};
use crate::receivable::dunning::tests::{Checked, account, day, invoice, sent};
use crate::receivable::dunning::{
    Dispute, Dunning, DunningFacts, DunningLevel, DunningPolicy, OpenInvoice, Timing, dun,
};
use crate::verdict::{Evidence, Fact, Found, Outcome, Presence, Reading, Subject};
use crate::vocab::known::Known;
use crate::vocab::money::Currency;
use crate::vocab::time::Days;

/// Returns an item that is issued and due a number of days after day 0.
fn item(id: &str, number: u32, open: &str) -> Result<OpenInvoice, Box<dyn Error>> {
    let (issued, due) = (day(number), day(number));
    let invoice = invoice(id, open)?;
    Ok(OpenInvoice {
        issued,
        due,
        ..invoice
    })
}

fn placed(facts: &DunningFacts) -> Result<Dunning, Box<dyn Error>> {
    let answer = dun(&DunningPolicy::standard(), facts)?;
    Ok(answer.into_value().ok_or("unknown")?)
}

/// Returns each amount that credit covered, with its document, in the order of the findings.
fn covered(facts: &DunningFacts) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let answer = dun(&DunningPolicy::standard(), facts)?;
    let about_credit = answer.findings().iter();
    let about_credit = about_credit.filter(|one| one.evidence.fact == Fact::CustomerCredit);
    let covered = about_credit.map(|finding| match (finding.outcome, finding.evidence) {
        (
            Outcome::Inapplicable,
            Evidence {
                subject: Subject::Document { id },
                reading: Reading::Found(Found::Money(amount)),
                ..
            },
        ) => Some((id.to_string(), amount.to_string())),
        _ => None,
    });
    let covered: Option<Vec<_>> = covered.collect();
    covered.ok_or_else(|| "another finding".into())
}

#[test]
fn a_credit_above_the_debt_leaves_nobody_to_dun() -> Checked {
    let invoices = [item("I", 0, "100 EUR")?, item("CN", 10, "-150 EUR")?];
    let facts = DunningFacts::of_invoices(day(31), invoices);
    let dunning = placed(&facts)?;
    assert_eq!((dunning.accounts.len(), dunning.step_due()), (0, None));
    assert_eq!(covered(&facts)?, [("I".into(), "100 EUR".into())]);
    let answer = dun(&DunningPolicy::standard(), &facts)?;
    assert_eq!(answer.findings().breaches().count(), 0);
    Ok(())
}

#[test]
fn credit_covers_the_earliest_due_first_and_the_clock_starts_with_the_next() -> Checked {
    let invoices = [
        item("B", 31, "50 EUR")?,
        item("A", 0, "100 EUR")?,
        item("CN", 5, "-100 EUR")?,
    ];
    let facts = DunningFacts::of_invoices(day(40), invoices);
    let found = account(&DunningPolicy::standard(), &facts)?;
    assert_eq!(found.overdue, "50 EUR".parse()?);
    assert_eq!(found.documents, ["B".parse()?]);
    assert_eq!((found.start, found.days), (day(31), Days::new(9)));
    assert_eq!(covered(&facts)?, [("A".into(), "100 EUR".into())]);
    Ok(())
}

#[test]
fn the_credit_is_held_against_what_is_overdue_to_the_cent() -> Checked {
    // Two credits, their days of issue, and what is dunned on day 40.
    type Row<'a> = (&'a str, u32, &'a str, u32, Option<&'a str>);
    let rows: [Row<'_>; 8] = [
        ("-60 EUR", 0, "-40 EUR", 0, None),
        ("-60 EUR", 0, "-40.01 EUR", 0, None),
        ("-60 EUR", 0, "-39.99 EUR", 0, Some("0.01 EUR")),
        ("-100 EUR", 40, "0 EUR", 0, None),
        ("-100 EUR", 41, "0 EUR", 0, Some("100.00 EUR")),
        ("-100 EUR", 41, "-0.01 EUR", 40, Some("99.99 EUR")),
        ("-100 USD", 0, "0 EUR", 0, Some("100.00 EUR")),
        ("-100 USD", 0, "-1 EUR", 0, Some("99.00 EUR")),
    ];
    for (one, on, other, other_on, expected) in rows {
        let invoices = [
            item("A", 0, "100.00 EUR")?,
            item("C1", on, one)?,
            item("C2", other_on, other)?,
        ];
        let dunning = placed(&DunningFacts::of_invoices(day(40), invoices))?;
        let overdue = dunning.account(Currency::EUR).map(|found| found.overdue);
        assert_eq!(
            overdue,
            expected.map(str::parse).transpose()?,
            "{one} {other}"
        );
        assert_eq!(dunning.account(Currency::USD), None);
    }
    Ok(())
}

#[test]
fn of_one_due_date_the_lower_id_is_covered_first() -> Checked {
    let invoices = [
        item("B", 3, "10 EUR")?,
        item("A", 3, "10 EUR")?,
        item("Z", 2, "10 EUR")?,
        item("CN", 0, "-15 EUR")?,
    ];
    let facts = DunningFacts::of_invoices(day(40), invoices);
    let expected = [("Z".into(), "10 EUR".into()), ("A".into(), "5 EUR".into())];
    assert_eq!(covered(&facts)?, expected);
    let found = account(&DunningPolicy::standard(), &facts)?;
    assert_eq!(found.documents, ["B".parse()?, "A".parse()?]);
    assert_eq!(found.overdue, "15 EUR".parse()?);
    Ok(())
}

#[test]
fn credit_goes_to_what_is_undisputed_and_a_rest_changes_nothing() -> Checked {
    // The disputed part of the first invoice, the credit, and what is dunned of 100 and 50.
    type Row<'a> = (Option<&'a str>, &'a str, Option<(&'a str, u32)>, usize);
    let rows: [Row<'_>; 5] = [
        (Some("30 EUR"), "-70 EUR", Some(("50 EUR", 9)), 1),
        (Some("30 EUR"), "-69 EUR", Some(("51 EUR", 40)), 1),
        (Some("30 EUR"), "-119 EUR", Some(("1 EUR", 9)), 2),
        (Some("30 EUR"), "-120 EUR", None, 2),
        // The whole first invoice is disputed, so the credit is for the second.
        (None, "-50 EUR", None, 1),
    ];
    for (disputed, credit, expected, covers) in rows {
        let invoices = [
            item("17", 0, "100 EUR")?,
            item("18", 31, "50 EUR")?,
            item("CN", 5, credit)?,
        ];
        let mut facts = DunningFacts::of_invoices(day(40), invoices);
        let dispute = |document: &str, amount| -> Result<_, Box<dyn Error>> {
            let (document, from, until) = (document.parse()?, day(1), None);
            Ok(Dispute {
                document,
                amount,
                from,
                until,
            })
        };
        let amount = disputed.map(str::parse).transpose()?;
        // A dispute about a credit changes nothing.
        facts.disputes = Known::measured(vec![dispute("17", amount)?, dispute("CN", None)?]);
        let dunning = placed(&facts)?;
        let found = dunning.accounts.first();
        let found = found.map(|found| (found.overdue, found.days));
        let expected = match expected {
            Some((overdue, days)) => Some((overdue.parse()?, Days::new(days))),
            None => None,
        };
        assert_eq!(found, expected, "{disputed:?} {credit}");
        assert_eq!(covered(&facts)?.len(), covers, "{disputed:?} {credit}");
    }
    Ok(())
}

#[test]
fn a_reminder_of_what_credit_covers_wholly_counts_no_longer() -> Checked {
    let rows = [
        ("-99 EUR", false, Some(SuspendCredit)),
        ("-100 EUR", false, None),
        // The disputed part is still overdue.
        ("-100 EUR", true, Some(SuspendCredit)),
    ];
    for (credit, is_disputed, taken) in rows {
        let invoices = [
            item("17", 0, "100 EUR")?,
            item("18", 31, "50 EUR")?,
            item("CN", 5, credit)?,
        ];
        let mut facts = DunningFacts::of_invoices(day(70), invoices);
        facts.reminders = sent(&[(SuspendCredit, 60)])?;
        if is_disputed {
            facts.disputes = Known::measured(vec![Dispute {
                document: "17".parse()?,
                amount: Some("1 EUR".parse()?),
                from: day(1),
                until: None,
            }]);
        }
        let dunning = placed(&facts)?;
        assert_eq!(
            dunning.accounts.first().and_then(|found| found.taken),
            taken
        );
        let suspension = Presence::of(taken.is_some());
        assert_eq!(dunning.credit_suspension(), suspension);
    }
    Ok(())
}

#[test]
fn credit_covers_what_is_due_today_last() -> Checked {
    let level = |step, days| DunningLevel {
        step,
        timing: Timing::AfterStart(Days::new(days)),
    };
    let ladder = [level(Remind, 0), level(SuspendCredit, 60)];
    let policy = DunningPolicy::standard().with_ladder(ladder)?;
    for (credit, expected) in [("-10 EUR", "25 EUR"), ("-25 EUR", "10 EUR")] {
        let invoices = [
            item("A", 40, "20 EUR")?,
            item("B", 39, "15 EUR")?,
            item("CN", 40, credit)?,
        ];
        let found = account(&policy, &DunningFacts::of_invoices(day(40), invoices))?;
        assert_eq!(found.overdue, expected.parse()?);
        let is_overdue = credit == "-10 EUR";
        let start = if is_overdue { day(39) } else { day(40) };
        assert_eq!((found.start, found.due), (start, Some(Remind)));
    }
    Ok(())
}

#[test]
fn credits_that_cannot_be_added_are_refused() -> Checked {
    let most = "-79228162514264337593543950335 EUR";
    let invoices = [item("C1", 0, most)?, item("C2", 0, most)?];
    let refused = dun(
        &DunningPolicy::standard(),
        &DunningFacts::of_invoices(day(1), invoices),
    );
    let text = refused.err().map(|error| error.to_string());
    assert_eq!(
        text.as_deref(),
        Some(
            "79228162514264337593543950335 EUR plus 79228162514264337593543950335 EUR has too many digits, expected at most 28"
        )
    );
    Ok(())
}
