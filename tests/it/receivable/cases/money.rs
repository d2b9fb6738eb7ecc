//! Money that comes: advances, credit notes and discounts.

use serde_json::{Value, json};

use super::{
    account, ask, discounts, dunned, early, euros, forty, invoice, late, paid, state, totals,
};
use crate::support::errors::Failure;

#[test]
fn an_advance_pays_the_next_invoice() -> Result<(), Failure> {
    // frappe/erpnext#57786
    let policy = json!({"late-payment": late("runs", forty())});
    let account = account(&[
        (
            "invoices",
            json!([invoice("INV-1", "1000.00", "2024-01-10", "2024-02-09")]),
        ),
        (
            "payments",
            json!([paid("ADV-1", "2024-01-02", "1000.00", &[])]),
        ),
    ]);
    let told = state(&policy, &account, "2024-06-01")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "0.00", "0.00"]);
    assert_eq!(dunned(&told), 0);
    Ok(())
}

#[test]
fn an_advance_is_not_owed_any_more_when_the_invoice_is_aged() -> Result<(), Failure> {
    // odoo/odoo#16235: received before, on and after the day of issue.
    let receipts = [
        ("2016-11-09", "1500.00"),
        ("2016-11-30", "1000.00"),
        ("2017-01-30", "2000.00"),
    ];
    for (count, open) in [(1, "8500.00"), (3, "5500.00")] {
        let receipts = receipts.iter().take(count);
        let receipts: Vec<Value> = receipts
            .map(|(date, amount)| json!({"date": date, "amount": euros(amount)}))
            .collect();
        let item = json!({
            "id": "INV", "issued": "2016-11-30", "due": "2017-02-28", "amount": euros("10000.00"),
            "receipts": receipts,
        });
        let aged = ask(
            "receivable.age",
            &json!({}),
            json!({"items": [item]}),
            "2017-04-04",
        )?;
        // Not yet due, 1 to 30 days late, 31 to 60.
        let columns = aged.pointer("/balances/0/columns/2/amount/amount");
        assert_eq!(columns, Some(&json!(open)));
    }
    Ok(())
}

#[test]
fn a_credit_note_on_a_paid_invoice_is_credit() -> Result<(), Failure> {
    // frappe/erpnext#39889
    let account = account(&[
        (
            "invoices",
            json!([invoice("INV-1", "1000.00", "2024-01-10", "2024-02-09")]),
        ),
        (
            "payments",
            json!([paid("P-1", "2024-01-20", "1000.00", &[])]),
        ),
        (
            "credit-notes",
            json!([{"id": "CN-1", "document": "INV-1", "date": "2024-02-01", "amount": euros("200.00")}]),
        ),
    ]);
    let told = state(&json!({}), &account, "2024-03-01")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "200.00", "-200.00"]);
    Ok(())
}

#[test]
fn discounts_on_parts_are_rounded_cumulatively() -> Result<(), Failure> {
    // invoiceninja/invoiceninja#12027 (the idea): 6.80 for the first part, and 13.20 for the rest of 20.00.
    let policy = json!({"early-payment": early("2", "pro-rata")});
    let account = account(&[
        (
            "invoices",
            json!([invoice("A", "1000.00", "2024-01-01", "2024-01-31")]),
        ),
        (
            "payments",
            json!([
                paid("P", "2024-01-05", "333.33", &["A"]),
                paid("Q", "2024-01-08", "646.67", &["A"]),
            ]),
        ),
    ]);
    let told = state(&policy, &account, "2024-02-15")?;
    assert_eq!(discounts(&told), ["6.80", "13.20"]);
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "0.00", "0.00"]);
    assert_eq!(dunned(&told), 0);
    Ok(())
}

#[test]
fn a_discount_follows_the_money_that_the_invoice_got() -> Result<(), Failure> {
    // odoo addons/account/tests/test_early_payment_discount.py (a neighbour): OLD was agreed upon first.
    let policy = json!({"early-payment": early("2", "no-discount")});
    let payment = json!({
        "id": "P", "date": "2024-01-05", "amount": euros("980.00"), "agreed": ["OLD"], "designated": ["NEW"],
    });
    let old = account(&[
        (
            "invoices",
            json!([
                invoice("OLD", "500.00", "2023-10-01", "2023-10-31"),
                invoice("NEW", "1000.00", "2024-01-01", "2024-01-31"),
            ]),
        ),
        ("payments", json!([payment])),
    ]);
    let told = state(&policy, &old, "2024-03-01")?;
    assert_eq!(totals(&told).first(), Some(&"520.00"));
    assert_eq!(discounts(&told), ["0.00", "0.00"]);
    let reason = told.pointer("/ledger/discounts/1/outcome/paid-partly/missing");
    assert_eq!(reason, Some(&euros("500.00")));
    Ok(())
}

#[test]
fn one_transfer_earns_the_discounts_of_two_invoices() -> Result<(), Failure> {
    // odoo addons/account/tests/test_early_payment_discount.py
    let policy = json!({"early-payment": early("10", "no-discount")});
    let both = account(&[
        (
            "invoices",
            json!([
                invoice("A", "1000.00", "2019-01-01", "2019-01-31"),
                invoice("B", "2000.00", "2019-01-01", "2019-01-31"),
            ]),
        ),
        (
            "payments",
            json!([paid("P", "2019-01-01", "2700.00", &["A", "B"])]),
        ),
    ]);
    let told = state(&policy, &both, "2019-02-15")?;
    assert_eq!(discounts(&told), ["100.00", "200.00"]);
    assert_eq!(totals(&told).first(), Some(&"0.00"));
    Ok(())
}

#[test]
fn a_discount_is_on_what_a_credit_note_leaves() -> Result<(), Failure> {
    // metasfresh/metasfresh#346 (the idea)
    let policy = json!({"early-payment": early("2", "no-discount")});
    let credited = account(&[
        (
            "invoices",
            json!([invoice("A", "1000.00", "2024-01-01", "2024-01-31")]),
        ),
        (
            "credit-notes",
            json!([{"id": "CN", "document": "A", "date": "2024-01-05", "amount": euros("500.00")}]),
        ),
        (
            "payments",
            json!([paid("P", "2024-01-09", "490.00", &["A"])]),
        ),
    ]);
    let told = state(&policy, &credited, "2024-02-15")?;
    assert_eq!(discounts(&told), ["10.00"]);
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "0.00", "0.00"]);
    Ok(())
}
