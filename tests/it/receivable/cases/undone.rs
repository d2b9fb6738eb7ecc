//! Money that comes back, amounts that are taken back, and amounts that were never paid.

use serde_json::{Value, json};

use super::{
    account, discounts, dunned, early, euros, forty, invoice, late, paid, state, total, totals,
    with, within,
};
use crate::support::errors::Failure;

const NOTHING: [&str; 5] = ["0.00", "0.00", "0.00", "0.00", "0.00"];

fn thousand() -> Value {
    invoice("INV", "1000.00", "2024-01-01", "2024-01-31")
}

fn back(payment: &str, date: &str) -> Value {
    json!([{"id": "BACK", "date": date, "document": payment}])
}

fn note(date: &str, amount: &str) -> Value {
    json!([{"id": "NOTE", "date": date, "document": "INV", "amount": euros(amount)}])
}

fn written_off(date: &str) -> Value {
    json!([{"id": "WO", "date": date, "document": "INV"}])
}

#[test]
fn a_cheque_that_bounces_was_never_money() -> Result<(), Failure> {
    // FOSSBilling/FOSSBilling#32, killbill/killbill-adyen-plugin#77: a reversal undoes what it paid.
    let policy = json!({"late-payment": late("pauses", forty())});
    let cheque = json!([paid("CHQ", "2024-01-20", "1000.00", &[])]);
    for credit_use in ["next-invoice", "held", "by-declaration"] {
        let held = json!({"credit-use": credit_use});
        let policy = with(policy.clone(), "account", held);
        for date in ["2024-01-15", "2024-01-20", "2024-01-25", "2024-01-31"] {
            let account = account(&[
                ("invoices", json!([thousand()])),
                ("payments", cheque.clone()),
                ("credit-notes", note(date, "1000.00")),
                ("returned-payments", back("CHQ", "2024-04-01")),
            ]);
            let told = state(&policy, &account, "2024-04-15")?;
            assert_eq!(totals(&told), NOTHING, "{credit_use} {date}");
            assert_eq!(dunned(&told), 0);
        }
    }
    Ok(())
}

#[test]
fn good_money_pays_what_the_cheque_seemed_to_pay() -> Result<(), Failure> {
    // The same reports. The cheque of 110 left 10 for the second invoice, which the customer then paid in full.
    let second = invoice("INV-2", "1000.00", "2024-02-01", "2024-03-02");
    let policy = json!({"late-payment": late("runs", forty()), "early-payment": within("2", json!({"before-due": 20}), "no-discount")});
    for credit_use in ["next-invoice", "held"] {
        let held = json!({"credit-use": credit_use});
        let policy = with(policy.clone(), "account", held);
        let account = account(&[
            ("invoices", json!([thousand(), second.clone()])),
            (
                "payments",
                json!([
                    paid("CHQ", "2024-01-20", "1010.00", &["INV"]),
                    paid("WIRE", "2024-02-05", "980.00", &["INV-2"]),
                ]),
            ),
            ("returned-payments", back("CHQ", "2024-04-01")),
        ]);
        let told = state(&policy, &account, "2024-04-01")?;
        let documents = |field: &str| told.pointer(&format!("/documents/1/{field}")).cloned();
        assert_eq!(documents("settled-on"), Some(json!("2024-02-05")));
        assert_eq!(documents("discounted/amount"), Some(json!("20.00")));
        // 1,000 at 10 % a year over 61 days, and forty.
        assert_eq!(
            totals(&told),
            ["1000.00", "16.71", "40.00", "0.00", "1056.71"]
        );
    }
    Ok(())
}

#[test]
fn what_was_paid_out_of_a_cheque_is_owed_back_from_its_return_on() -> Result<(), Failure> {
    // Dolibarr/dolibarr#26081
    let account = account(&[
        ("payments", json!([paid("CHQ", "2024-01-20", "10.00", &[])])),
        (
            "refunds",
            json!([{"id": "R", "date": "2024-03-25", "amount": euros("10.00")}]),
        ),
        ("returned-payments", back("CHQ", "2024-04-01")),
    ]);
    let told = state(&json!({}), &account, "2024-04-01")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "-10.00", "10.00"]);
    let since = told.pointer("/ledger/credits/0/since");
    assert_eq!(since, Some(&json!("2024-04-01")));
    let oldest = told.pointer("/exposure/oldest-overdue/value");
    assert_eq!(oldest, Some(&json!(0)));
    assert_eq!(dunned(&told), 0);
    Ok(())
}

#[test]
fn a_credit_note_makes_no_money_of_what_was_never_paid() -> Result<(), Failure> {
    // killbill/killbill#590 and #1714: an adjustment of a written-off invoice makes no credit.
    let policy = json!({"early-payment": early("2", "no-discount")});
    let rows = [
        (json!([]), true, "0.00"),
        (
            json!([paid("P", "2024-01-20", "600.00", &[])]),
            true,
            "600.00",
        ),
        // The discount of 20 was never paid either.
        (
            json!([paid("P", "2024-01-05", "980.00", &[])]),
            false,
            "980.00",
        ),
    ];
    for (payments, is_written_off, credit) in rows {
        for date in ["2024-01-05", "2024-02-10"] {
            let write_offs = match is_written_off {
                true => written_off("2024-02-01"),
                false => json!([]),
            };
            let account = account(&[
                ("invoices", json!([thousand()])),
                ("payments", payments.clone()),
                ("write-offs", write_offs),
                ("credit-notes", note(date, "1000.00")),
            ]);
            let told = state(&policy, &account, "2024-03-01")?;
            let balance = match credit {
                "0.00" => "0.00".to_owned(),
                owed => format!("-{owed}"),
            };
            assert_eq!(
                totals(&told),
                ["0.00", "0.00", "0.00", credit, balance.as_str()],
                "{date}"
            );
        }
    }
    Ok(())
}

#[test]
fn half_of_the_goods_takes_half_of_the_discount_back() -> Result<(), Failure> {
    let policy = json!({"early-payment": early("2", "no-discount")});
    let account = account(&[
        ("invoices", json!([thousand()])),
        ("payments", json!([paid("P", "2024-01-05", "980.00", &[])])),
        ("credit-notes", note("2024-02-10", "500.00")),
    ]);
    let told = state(&policy, &account, "2024-03-01")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "490.00", "-490.00"]);
    let discounted = told.pointer("/documents/0/discounted/amount");
    assert_eq!(discounted, Some(&json!("10.00")));
    Ok(())
}

#[test]
fn money_that_names_what_was_written_off_pays_it() -> Result<(), Failure> {
    // frappe/lending#800 and #1417: the recovery of a write-off.
    let account = account(&[
        (
            "invoices",
            json!([
                thousand(),
                invoice("INV-2", "300.00", "2024-06-01", "2024-07-01")
            ]),
        ),
        ("write-offs", written_off("2024-04-30")),
        (
            "payments",
            json!([paid("P", "2024-05-15", "1000.00", &["INV"])]),
        ),
    ]);
    let told = state(&json!({}), &account, "2024-06-15")?;
    assert_eq!(totals(&told), ["300.00", "0.00", "0.00", "0.00", "300.00"]);
    let cleared = |name: &str| {
        told.pointer(&format!("/ledger/documents/0/cleared/{name}/amount"))
            .cloned()
    };
    assert_eq!(cleared("paid"), Some(json!("1000.00")));
    assert_eq!(cleared("written-off"), Some(json!("0.00")));
    Ok(())
}

#[test]
fn a_write_off_of_all_that_is_open_may_find_nothing() -> Result<(), Failure> {
    // frappe/erpnext#46915: the payment was found when the invoice had been written off.
    let account = account(&[
        ("invoices", json!([thousand()])),
        ("write-offs", written_off("2024-04-30")),
        (
            "payments",
            json!([paid("P", "2024-01-30", "1000.00", &["INV"])]),
        ),
    ]);
    let told = state(&json!({}), &account, "2024-05-20")?;
    assert_eq!(totals(&told), NOTHING);
    let settled = told.pointer("/documents/0/settled-on");
    assert_eq!(settled, Some(&json!("2024-01-30")));
    Ok(())
}

#[test]
fn nothing_is_below_zero_on_the_day_of_a_write_off() -> Result<(), Failure> {
    let policy = json!({"late-payment": late("runs", json!("none"))});
    for date in ["2024-04-29", "2024-04-30", "2024-05-01"] {
        let account = account(&[
            ("invoices", json!([thousand()])),
            ("write-offs", written_off("2024-04-30")),
            ("payments", json!([paid("P", date, "600.00", &["INV"])])),
        ]);
        let told = state(&policy, &account, "2024-05-20")?;
        assert_eq!(total(&told, "interest"), "0.00", "{date}");
    }
    Ok(())
}

#[test]
fn the_discount_of_instalments_adds_up_to_that_of_their_invoice() -> Result<(), Failure> {
    // odoo/odoo#247996: rounded part by part, 2 % of a hundred came to 2.01.
    let policy = json!({"early-payment": early("2", "no-discount")});
    let invoice = invoice("INV", "100.00", "2024-01-01", "2024-03-31");
    let instalments = ["33.33", "33.33", "33.34"].into_iter().zip(["A", "B", "C"]);
    let instalments = instalments
        .map(|(amount, id)| json!({"id": id, "due": "2024-03-31", "amount": euros(amount)}));
    let invoice = with(invoice, "instalments", instalments.collect());
    let account = account(&[
        ("invoices", json!([invoice])),
        ("payments", json!([paid("P", "2024-01-05", "98.00", &[])])),
    ]);
    let told = state(&policy, &account, "2024-04-30")?;
    assert_eq!(totals(&told), NOTHING);
    assert_eq!(discounts(&told), ["0.67", "0.66", "0.67"]);
    Ok(())
}
