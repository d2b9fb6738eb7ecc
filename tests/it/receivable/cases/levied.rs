//! Charges beside interest in an account: they are owed, paid and capped as every other part of it.

use serde_json::{Value, json};

use super::{account, euros, forty, invoice, paid, state, total, totals, with};
use crate::support::errors::Failure;

/// A policy of charges, over a rate of so much a year.
fn levied(rate: &str, compensation: &Value, changes: &[(&str, Value)]) -> Value {
    let mut charges = json!({
        "charges": [], "grace": 0, "cap": "none", "rounding": "half-even", "reminder": "none",
        "returned-payment": "none",
    });
    for (name, value) in changes {
        charges = with(charges, name, value.clone());
    }
    json!({"late-payment": {"set": {
        "rate": {"agreed": rate}, "compensation": compensation, "dispute": "pauses", "charges": charges,
    }}})
}

fn monthly() -> Value {
    json!([{"month-begun": {"share": "1 %"}}])
}

/// One invoice of 1,000 EUR, due on 31 January 2024.
fn one_invoice() -> (&'static str, Value) {
    (
        "invoices",
        json!([invoice("A", "1000.00", "2024-01-01", "2024-01-31")]),
    )
}

#[test]
fn a_charge_is_on_what_the_payments_left() -> Result<(), Failure> {
    let policy = levied("0 % per year", &json!("none"), &[("charges", monthly())]);
    let part = paid("P", "2024-02-10", "400.00", &["A"]);
    let account = account(&[one_invoice(), ("payments", json!([part]))]);
    for (as_of, principal, charges) in [
        ("2024-01-31", "1000.00", "0.00"),
        ("2024-02-01", "1000.00", "10.00"),
        // Ten of the payment were for the charge.
        ("2024-02-10", "610.00", "0.00"),
        ("2024-02-29", "610.00", "0.00"),
        ("2024-03-01", "610.00", "6.10"),
        ("2024-04-01", "610.00", "12.20"),
    ] {
        let told = state(&policy, &account, as_of)?;
        assert_eq!(total(&told, "principal"), principal, "{as_of}");
        assert_eq!(total(&told, "compensation"), charges, "{as_of}");
    }
    let rows = state(&policy, &account, "2024-04-01")?;
    let rows = rows.pointer("/ledger/documents/0/charges/rows").cloned();
    let rows = rows.and_then(|rows| Some(rows.as_array()?.len()));
    assert_eq!(rows, Some(2), "one row for each balance");
    Ok(())
}

#[test]
fn a_disputed_debt_bears_no_charge_if_disputes_pause() -> Result<(), Failure> {
    let policy = levied("0 % per year", &json!("none"), &[("charges", monthly())]);
    let dispute =
        json!({"id": "D", "document": "A", "amount": euros("300.00"), "date": "2024-02-15"});
    let account = account(&[one_invoice(), ("disputes", json!([dispute]))]);
    let told = state(&policy, &account, "2024-03-15")?;
    assert_eq!(total(&told, "compensation"), "17.00");
    Ok(())
}

#[test]
fn a_reminder_and_a_cheque_that_bounces_cost_fees() -> Result<(), Failure> {
    let fees = [
        ("reminder", json!({"amount": euros("5.00"), "free": 1})),
        ("returned-payment", euros("12.00")),
    ];
    let policy = levied("0 % per year", &json!("none"), &fees);
    let reminder =
        |id: Value, on: &str| json!({"step": "remind", "on": on, "documents": ["A"], "id": id});
    let reminders = json!([
        reminder(json!("R-2"), "2024-03-01"),
        reminder(json!("R-1"), "2024-02-10"),
        reminder(json!("R-3"), "2024-04-01"),
    ]);
    let cheque = paid("CHQ", "2024-02-15", "1000.00", &["A"]);
    let back = json!({"id": "BACK", "date": "2024-02-20", "document": "CHQ"});
    let for_fee = paid("P", "2024-02-25", "12.00", &["BACK"]);
    let parts = [
        one_invoice(),
        ("reminders", reminders),
        ("payments", json!([cheque, for_fee])),
        ("returned-payments", json!([back])),
    ];
    let whole = account(&parts);
    for (as_of, fees, principal) in [
        ("2024-02-19", "0.00", "0.00"),
        ("2024-02-20", "12.00", "1000.00"),
        ("2024-02-25", "0.00", "1000.00"),
        ("2024-03-01", "5.00", "1000.00"),
        ("2024-03-31", "5.00", "1000.00"),
        ("2024-04-01", "10.00", "1000.00"),
    ] {
        let told = state(&policy, &whole, as_of)?;
        assert_eq!(total(&told, "fees"), fees, "{as_of}");
        assert_eq!(total(&told, "principal"), principal, "{as_of}");
    }
    let nameless = json!([
        {"step": "remind", "on": "2024-02-10", "documents": ["A"]},
        {"step": "remind", "on": "2024-03-01", "documents": ["A"]},
    ]);
    let nameless = account(&[one_invoice(), ("reminders", nameless)]);
    let error = state(&policy, &nameless, "2024-04-01").map_err(|error| error.to_string());
    let message = "reminders.1 (`A`): the reminder of 2024-03-01 costs a fee and has no id, expected one by which a payment may name the fee";
    assert_eq!(error, Err(message.into()));
    Ok(())
}

#[test]
fn all_costs_of_a_debt_stay_within_one_cap() -> Result<(), Failure> {
    let cap = json!({"most": {"amount": euros("90.00")}, "counts": "all-costs"});
    let changes = [("charges", monthly()), ("cap", cap)];
    let policy = levied("10 % per year", &forty(), &changes);
    let account = account(&[one_invoice()]);
    let mut before = (0.0, 0.0);
    let first = chrono::NaiveDate::from_ymd_opt(2024, 1, 31).ok_or("no such date")?;
    for day in first.iter_days().take(220) {
        let told = state(&policy, &account, &day.to_string())?;
        let (fixed, interest): (f64, f64) = (
            total(&told, "compensation").parse()?,
            total(&told, "interest").parse()?,
        );
        assert!(fixed + interest < 90.005, "{day}: {fixed} and {interest}");
        assert!(
            before.0 <= fixed && before.1 <= interest,
            "{day}: less than before"
        );
        let of_document = told.pointer("/documents/0/interest/charged/amount");
        assert_eq!(
            of_document.and_then(Value::as_str),
            Some(total(&told, "interest"))
        );
        before = (fixed, interest);
    }
    let told = state(&policy, &account, "2026-01-01")?;
    // 40 at once, 10 on the first days of February, March and April; interest has the rest.
    assert_eq!(
        totals(&told),
        ["1000.00", "20.00", "70.00", "0.00", "1090.00"]
    );
    Ok(())
}

#[test]
fn a_payment_made_late_tells_its_charges() -> Result<(), Failure> {
    let policy = levied("0 % per year", &forty(), &[("charges", monthly())]);
    let terms = json!({"early-payment": "nothing", "interest": "nothing"});
    let mut policy = policy;
    for (name, value) in terms.as_object().into_iter().flatten() {
        policy = with(policy, name, value.clone());
    }
    let mut invoice = invoice("A", "1000.00", "2024-01-01", "2024-01-31");
    if let Some(fields) = invoice.as_object_mut() {
        fields.remove("id");
        fields.insert("open".into(), euros("1000.00"));
    }
    let calendar = json!({"weekend": [], "holidays": [], "working-days": []});
    let given = json!({"invoice": invoice, "paid": euros("1000.00"), "on": "2024-03-01", "calendar": calendar});
    let changes = serde_json::from_value(json!({"receivable": policy}))?;
    let policy = keqing::policy::Policy::overlaid(&keqing::policy::Policy::standard(), &changes)?;
    let question = keqing::oracle::Question::read("receivable.payment_effect", given)?;
    let told = serde_json::to_value(keqing::oracle::answer(&policy, &question)?)?;
    let charge = told.pointer("/value/late-charge");
    assert_eq!(
        charge.and_then(|one| one.pointer("/compensation")),
        Some(&euros("40"))
    );
    let charges = charge.and_then(|one| one.pointer("/charges/total"));
    assert_eq!(charges, Some(&euros("20.00")));
    Ok(())
}
