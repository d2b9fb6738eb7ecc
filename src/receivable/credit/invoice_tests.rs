//! The exposure of invoices: those that are issued, less the customer's credit.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::error::Error;

use chrono::NaiveDate;

use crate::receivable::credit::Exposure;
use crate::receivable::credit::tests::{Checked, known};
use crate::receivable::dunning::OpenInvoice;
use crate::vocab::known::Known;
use crate::vocab::money::Currency;
use crate::vocab::time::Days;

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, number).unwrap_or_default()
}

/// An invoice of the first of the month: its id, its due day and its open amount.
type Row = (&'static str, u32, &'static str);

fn invoices(rows: &[Row]) -> Result<Vec<OpenInvoice>, Box<dyn Error>> {
    let made = rows.iter().map(|(id, due, open)| {
        Ok(OpenInvoice {
            id: id.parse()?,
            issued: day(1),
            due: day(*due),
            open: open.parse()?,
        })
    });
    made.collect()
}

#[track_caller]
fn is_exposed(rows: &[Row], [invoiced, overdue]: [&str; 2], oldest: u32) -> Checked {
    let mut given = invoices(rows)?;
    for _ in rows {
        let exposure = Exposure::of_invoices(Currency::EUR, &given, day(20), Days::new(3))?;
        assert_eq!(exposure.invoiced, known(invoiced)?, "{rows:?}");
        assert_eq!(exposure.overdue, known(overdue)?, "{rows:?}");
        assert_eq!(exposure.oldest_overdue, Known::measured(Days::new(oldest)));
        assert_eq!(exposure.ordered, Known::Unknown);
        given.rotate_left(1);
    }
    Ok(())
}

#[test]
fn an_invoice_counts_from_its_day_of_issue() -> Checked {
    let invoice = OpenInvoice {
        id: "17".parse()?,
        issued: day(10),
        due: day(12),
        open: "100 EUR".parse()?,
    };
    for (as_of, invoiced, overdue, oldest) in [
        (9, "0 EUR", "0 EUR", 0),
        (10, "100 EUR", "0 EUR", 0),
        (12, "100 EUR", "0 EUR", 0),
        (13, "0 EUR", "100 EUR", 1),
    ] {
        let exposure = Exposure::of_invoices(Currency::EUR, &[invoice], day(as_of), Days::new(0))?;
        assert_eq!(exposure.invoiced, known(invoiced)?, "{as_of}");
        assert_eq!(exposure.overdue, known(overdue)?, "{as_of}");
        assert_eq!(exposure.oldest_overdue, Known::measured(Days::new(oldest)));
    }
    Ok(())
}

#[test]
fn a_credit_counts_from_its_day_of_issue() -> Checked {
    let mut given = invoices(&[("17", 10, "100 EUR"), ("credit", 30, "-40 EUR")])?;
    if let Some(credit) = given.last_mut() {
        credit.issued = day(21);
    }
    for (as_of, overdue) in [(20, "100 EUR"), (21, "60 EUR")] {
        let exposure = Exposure::of_invoices(Currency::EUR, &given, day(as_of), Days::new(3))?;
        assert_eq!(exposure.overdue, known(overdue)?, "{as_of}");
    }
    Ok(())
}

#[test]
fn a_credit_covers_what_is_due_first() -> Checked {
    let [old, less_old, due, later] = [
        ("1", 10, "100 EUR"),
        ("2", 16, "10 EUR"),
        ("3", 17, "20 EUR"),
        ("4", 25, "30 EUR"),
    ];
    let all = [old, less_old, due, later];
    is_exposed(&all, ["50 EUR", "110 EUR"], 10)?;
    // The credit, what is left of either part, and the days of the oldest one that is left.
    let rows = [
        ("0 EUR", ["50 EUR", "110 EUR"], 10),
        ("-0.01 EUR", ["50 EUR", "109.99 EUR"], 10),
        ("-99.99 EUR", ["50 EUR", "10.01 EUR"], 10),
        ("-100 EUR", ["50 EUR", "10 EUR"], 4),
        ("-109.99 EUR", ["50 EUR", "0.01 EUR"], 4),
        ("-110 EUR", ["50 EUR", "0 EUR"], 3),
        ("-130 EUR", ["30 EUR", "0 EUR"], 0),
        ("-159.99 EUR", ["0.01 EUR", "0 EUR"], 0),
        ("-160 EUR", ["0 EUR", "0 EUR"], 0),
        ("-1000 EUR", ["0 EUR", "0 EUR"], 0),
    ];
    for (credit, parts, oldest) in rows {
        // A credit has no due date that counts.
        for credit_due in [1, 16, 30] {
            let credit = ("credit", credit_due, credit);
            is_exposed(&[old, less_old, due, later, credit], parts, oldest)?;
        }
    }
    Ok(())
}

#[test]
fn credits_cover_together_and_alone_make_nothing() -> Checked {
    let invoice = ("1", 10, "100 EUR");
    let credits = [("2", 10, "-30 EUR"), ("3", 30, "-20.50 EUR")];
    let [one, other] = credits;
    is_exposed(&[invoice, one, other], ["0 EUR", "49.50 EUR"], 10)?;
    is_exposed(&credits, ["0 EUR", "0 EUR"], 0)?;
    is_exposed(&[], ["0 EUR", "0 EUR"], 0)
}

#[test]
fn invoices_that_cannot_be_are_refused_all_at_once() -> Checked {
    let mut given = invoices(&[
        ("1", 10, "100 EUR"),
        ("1", 10, "-5 EUR"),
        ("2", 1, "-5 USD"),
    ])?;
    if let Some(last) = given.last_mut() {
        last.issued = day(2);
    }
    let error = Exposure::of_invoices(Currency::EUR, &given, day(1), Days::new(0)).err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some(
            "the invoice `1` is there twice, expected one entry an invoice; \
             the invoice `2` is due on 2024-05-01, before it was issued on 2024-05-02; \
             0 EUR and -5 USD are in different currencies, expected one currency"
        )
    );
    Ok(())
}
