//! Amounts that are disputed, covered, waived or prepaid.

use serde_json::{Value, json};

use super::{account, ask, dunned, euros, invoice, late, paid, state, total, totals, with, within};
use crate::support::errors::Failure;

fn bands() -> Value {
    json!({"currency": "EUR", "bands": [{"from": "0", "sum": "40"}, {"from": "1000", "sum": "70"}]})
}

fn thousand() -> Value {
    invoice("INV", "1000.00", "2024-01-01", "2024-01-31")
}

fn disputed(amount: Option<&str>, from: &str) -> Value {
    json!([{"id": "D", "date": from, "document": "INV", "amount": amount.map(euros)}])
}

#[test]
fn the_fixed_sum_is_that_of_the_debt_in_default() -> Result<(), Failure> {
    // symfony/cli#140 and directive 2011/7/EU, article 6: it is owed where interest is.
    let rows = [
        ("pauses", None, "2024-01-20", "0.00"),
        ("pauses", Some("995.00"), "2024-01-20", "40.00"),
        ("pauses", None, "2024-02-20", "70.00"),
        ("runs", None, "2024-01-20", "70.00"),
    ];
    for (dispute, amount, from, sum) in rows {
        let policy = json!({"late-payment": late(dispute, bands())});
        let account = account(&[
            ("invoices", json!([thousand()])),
            ("disputes", disputed(amount, from)),
        ]);
        let told = state(&policy, &account, "2024-03-01")?;
        assert_eq!(
            total(&told, "compensation"),
            sum,
            "{dispute} {amount:?} {from}"
        );
    }
    Ok(())
}

#[test]
fn a_dispute_falls_on_what_is_open() -> Result<(), Failure> {
    // The first of two instalments is paid before 300 are disputed.
    let policy = json!({"late-payment": late("pauses", json!("none"))});
    let instalments = json!([
        {"id": "A", "due": "2024-01-31", "amount": euros("500.00")},
        {"id": "B", "due": "2024-02-29", "amount": euros("500.00")},
    ]);
    let invoice = with(thousand(), "instalments", instalments);
    let account = account(&[
        ("invoices", json!([invoice])),
        (
            "payments",
            json!([paid("P", "2024-01-31", "500.00", &["A"])]),
        ),
        ("disputes", disputed(Some("300.00"), "2024-03-01")),
    ]);
    let told = state(&policy, &account, "2024-03-31")?;
    let dunned = told.pointer("/dunning/value/accounts/0/overdue/amount");
    assert_eq!(dunned, Some(&json!("200.00")));
    let disputed = told.pointer("/aging/balances/0/disputed/amount/amount");
    assert_eq!(disputed, Some(&json!("300.00")));
    // The dispute stops the interest of its own day: 200 for 31 days.
    assert_eq!(total(&told, "interest"), "1.70");
    Ok(())
}

#[test]
fn credit_covers_one_thing_in_every_part() -> Result<(), Failure> {
    // OCA/account-financial-reporting#546: the credit stood in a column of its own age.
    let policy = json!({"account": {"credit-use": "held"}});
    let account = account(&[
        (
            "invoices",
            json!([
                invoice("LATE", "300.00", "2024-01-01", "2024-01-31"),
                invoice("NEXT", "300.00", "2024-02-20", "2024-03-31"),
            ]),
        ),
        ("payments", json!([paid("P", "2024-02-10", "700.00", &[])])),
        ("orders", json!(["SO-1"])),
        (
            "ordered",
            json!({"value": euros("150.00"), "grade": "measured"}),
        ),
        (
            "shipped",
            json!({"value": euros("0.00"), "grade": "measured"}),
        ),
    ]);
    let told = state(&policy, &account, "2024-03-01")?;
    // The payment of 10 February paid the first invoice; 400 are held.
    assert_eq!(
        totals(&told),
        ["300.00", "0.00", "0.00", "400.00", "-100.00"]
    );
    let exposure = |part: &str| {
        told.pointer(&format!("/exposure/{part}/value/amount"))
            .cloned()
    };
    assert_eq!(exposure("overdue"), Some(json!("0")));
    assert_eq!(exposure("invoiced"), Some(json!("0")));
    assert_eq!(exposure("ordered"), Some(json!("50.00")));
    assert_eq!(told.pointer("/free-credit/amount"), Some(&json!("0.00")));
    assert_eq!(dunned(&told), 0);
    let columns = told
        .pointer("/aging/balances/0/columns")
        .and_then(Value::as_array);
    let late = columns.into_iter().flatten().skip(1);
    let late: Vec<_> = late.filter_map(|one| one.pointer("/items")).collect();
    assert_eq!(late, [0, 0, 0, 0]);
    Ok(())
}

#[test]
fn a_fee_is_a_debt_with_an_age() -> Result<(), Failure> {
    // frappe/erpnext#36279: a fee has to be collected.
    let fee = json!([{"id": "FEE", "date": "2024-01-01", "amount": euros("5000.00")}]);
    let account = account(&[("fees", fee)]);
    let told = state(&json!({}), &account, "2024-04-10")?;
    let overdue = told.pointer("/exposure/overdue/value/amount");
    assert_eq!(overdue, Some(&json!("5000.00")));
    assert_eq!(
        told.pointer("/exposure/oldest-overdue/value"),
        Some(&json!(100))
    );
    assert_eq!(dunned(&told), 1);
    Ok(())
}

#[test]
fn an_advance_may_name_an_order() -> Result<(), Failure> {
    // JayVora-SerpentCS/SerpentCS_Contributions#413: the order is not invoiced yet.
    let advance = json!([paid("ADV", "2019-12-01", "100.00", &["SO-1"])]);
    let rows = [
        (
            json!([]),
            "2019-12-01",
            ["0.00", "0.00", "0.00", "100.00", "-100.00"],
        ),
        (
            json!([invoice("INV", "300.00", "2019-12-10", "2020-01-09")]),
            "2019-12-10",
            ["300.00", "0.00", "0.00", "100.00", "200.00"],
        ),
    ];
    for (invoices, as_of, expected) in rows {
        let account = account(&[
            ("invoices", invoices),
            ("orders", json!(["SO-1"])),
            ("payments", advance.clone()),
        ]);
        assert_eq!(totals(&state(&json!({}), &account, as_of)?), expected);
    }
    Ok(())
}

#[test]
fn an_order_that_nobody_knows_is_refused() {
    let advance = json!([paid("ADV", "2019-12-01", "100.00", &["SO-1"])]);
    let told = state(&json!({}), &account(&[("payments", advance)]), "2019-12-01");
    let told = told
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default();
    assert!(
        told.contains("the document `SO-1` is not in the account"),
        "{told}"
    );
}

#[test]
fn a_fee_is_not_disputed() {
    let told = state(
        &json!({}),
        &account(&[
            (
                "fees",
                json!([{"id": "INV", "date": "2024-01-01", "amount": euros("5.00")}]),
            ),
            ("disputes", disputed(None, "2024-01-02")),
        ]),
        "2024-01-03",
    );
    let told = told
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default();
    let expected = "the document `INV` is a fee, expected an invoice, an instalment or a retention";
    assert!(told.contains(expected), "{told}");
}

fn waiver(id: &str, subject: &str, amount: &str, authority: &str) -> Value {
    json!({
        "id": id, "date": "2024-05-10", "document": "INV", "subject": subject, "amount": euros(amount),
        "by": "zhao", "authority": authority,
        "cause": {"cause": "bank-delay", "on": "2024-02-01", "document": "note-1"},
        "personal-interest": "absent", "for-oneself": "absent",
    })
}

#[test]
fn a_waived_deadline_is_worth_the_discount_that_was_missed() -> Result<(), Failure> {
    let policy = json!({"early-payment": within("2", json!({"before-due": 20}), "no-discount")});
    let account = |amount: &str, payments: Value| {
        account(&[
            ("invoices", json!([thousand()])),
            ("payments", payments),
            (
                "waivers",
                json!([waiver("W", "discount-deadline", amount, "executive")]),
            ),
        ])
    };
    let paid = json!([paid("P", "2024-01-12", "980.00", &[])]);
    let told = state(&policy, &account("20.00", paid.clone()), "2024-06-01")?;
    assert_eq!(total(&told, "principal"), "0.00");
    for (amount, payments) in [("20.01", paid), ("500.00", json!([]))] {
        let told = state(&policy, &account(amount, payments), "2024-06-01");
        let told = told
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(told.contains("of a claim of 20.00 EUR"), "{told}");
    }
    // Nothing was offered, so nothing was missed.
    let told = state(&json!({}), &account("20.00", json!([])), "2024-06-01");
    let told = told
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default();
    assert!(told.contains("of a claim of 0.00 EUR"), "{told}");
    Ok(())
}

#[test]
fn two_waivers_of_one_claim_are_weighed_together() -> Result<(), Failure> {
    // A manager waives half of a claim. 27.40 is the interest of a hundred days.
    let policy = json!({"late-payment": late("runs", json!("none"))});
    let both = |second: &str| {
        account(&[
            ("invoices", json!([thousand()])),
            (
                "waivers",
                json!([
                    waiver("W-1", "interest", "10.00", "manager"),
                    waiver("W-2", "interest", second, "manager")
                ]),
            ),
        ])
    };
    let told = state(&policy, &both("3.70"), "2024-05-10")?;
    assert_eq!(total(&told, "interest"), "13.70");
    assert_eq!(told.pointer("/ledger/waivers/1/by"), Some(&json!("zhao")));
    let told = state(&policy, &both("3.71"), "2024-05-10");
    let told = told
        .err()
        .map(|error| error.to_string())
        .unwrap_or_default();
    assert!(told.contains("the waiver is not permitted"), "{told}");
    Ok(())
}

#[test]
fn a_promise_about_one_invoice_is_not_kept_by_money_for_another() -> Result<(), Failure> {
    let promise = json!([{"id": "PRO", "date": "2024-02-05", "by": "2024-02-20", "document": "INV", "amount": euros("500.00")}]);
    let second = invoice("INV-2", "500.00", "2024-02-01", "2024-03-02");
    for (named, kept) in [("INV-2", "0.00"), ("INV", "500.00")] {
        let account = account(&[
            ("invoices", json!([thousand(), second.clone()])),
            (
                "payments",
                json!([paid("P", "2024-02-10", "500.00", &[named])]),
            ),
            ("promises", promise.clone()),
        ]);
        let given = json!({"account": account, "calendar": {"weekend": [], "holidays": [], "working-days": []}});
        let told = ask("receivable.replay", &json!({}), given, "2024-02-15")?;
        let paid = told.pointer("/promises/0/paid/amount");
        assert_eq!(paid, Some(&json!(kept)), "{named}");
    }
    Ok(())
}
