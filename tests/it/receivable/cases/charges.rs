//! Charges of lateness, and the ways in which a customer is let off.

use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use super::{account, dunned, euros, forty, invoice, late, paid, state, totals, within};
use crate::support::errors::Failure;

#[test]
fn the_fixed_sum_is_that_of_the_debt_in_default() -> Result<(), Failure> {
    // getlago/lago-api#4869 (the idea): forty below a thousand, seventy from there.
    let bands = json!({"currency": "EUR", "bands": [{"from": "0", "sum": "40"}, {"from": "1000", "sum": "70"}]});
    let policy = json!({"late-payment": late("runs", bands)});
    for (credited, sum) in [("0.01", "40.00"), ("900.00", "40.00")] {
        let account = account(&[
            (
                "invoices",
                json!([invoice("L", "1000.00", "2024-04-01", "2024-04-30")]),
            ),
            (
                "credit-notes",
                json!([{"id": "CN", "document": "L", "date": "2024-04-20", "amount": euros(credited)}]),
            ),
        ]);
        let told = state(&policy, &account, "2024-06-30")?;
        assert_eq!(totals(&told).get(2), Some(&sum));
    }
    let after = account(&[
        (
            "invoices",
            json!([invoice("L", "1000.00", "2024-04-01", "2024-04-30")]),
        ),
        (
            "credit-notes",
            json!([{"id": "CN", "document": "L", "date": "2024-05-01", "amount": euros("900.00")}]),
        ),
    ]);
    let told = state(&policy, &after, "2024-06-30")?;
    assert_eq!(
        totals(&told).get(2),
        Some(&"70.00"),
        "credited when it was late already"
    );
    Ok(())
}

#[test]
fn a_dispute_pauses_interest_on_its_amount_only() -> Result<(), Failure> {
    // OCA/credit-control#374 (the idea)
    let disputed = account(&[
        (
            "invoices",
            json!([invoice("A", "30000.00", "2024-01-01", "2024-01-31")]),
        ),
        (
            "disputes",
            json!([{"id": "D", "document": "A", "amount": euros("500.00"), "date": "2024-02-01"}]),
        ),
    ]);
    // 91 days on 29,500, and on 30,000.
    for (dispute, interest) in [("pauses", "735.48"), ("runs", "747.95")] {
        let policy = json!({"late-payment": late(dispute, json!("none"))});
        let told = state(&policy, &disputed, "2024-05-01")?;
        assert_eq!(totals(&told).get(1), Some(&interest));
    }
    Ok(())
}

#[test]
fn a_tier_runs_until_its_own_deadline() -> Result<(), Failure> {
    // odoo addons/account/tests/test_early_payment_discount.py: due at once, discount within ten days.
    let ten_days =
        json!({"term": {"base": ["invoice"], "steps": [{"days": 10}], "adjustment": "unadjusted"}});
    let mut policy = json!({"early-payment": within("10", ten_days, "no-discount")});
    let at_once = invoice("A", "1200.00", "2019-01-01", "2019-01-01");
    let whole = account(&[
        ("invoices", json!([at_once])),
        (
            "payments",
            json!([paid("P", "2019-01-01", "1200.00", &["A"])]),
        ),
    ]);
    let told = state(&policy, &whole, "2019-02-15")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "120.00", "-120.00"]);

    let line = |paid: &str, on: &str| {
        let mut invoice = at_once.clone();
        if let Some(fields) = invoice.as_object_mut() {
            fields.remove("id");
            fields.insert("open".into(), euros("1200.00"));
        }
        let calendar = json!({"weekend": [], "holidays": [], "working-days": []});
        json!({"invoice": invoice, "paid": euros(paid), "on": on, "calendar": calendar})
    };
    let discount = |policy: &Value, on: &str| -> Result<Value, Failure> {
        let policy = Policy::overlaid(
            &Policy::standard(),
            &serde_json::from_value(json!({"receivable": policy}))?,
        )?;
        let question = Question::read("receivable.discount", line("1080.00", on))?;
        Ok(serde_json::to_value(answer(&policy, &question)?)?)
    };
    for (on, expected) in [
        ("2019-01-01", "120.00"),
        ("2019-01-11", "120.00"),
        ("2019-01-12", "0.00"),
    ] {
        let told = discount(&policy, on)?;
        assert_eq!(
            told.pointer("/amount/amount"),
            Some(&json!(expected)),
            "{on}"
        );
    }
    *policy.pointer_mut("/early-payment/set").ok_or("terms")? = {
        let mut terms = policy
            .pointer("/early-payment/set")
            .cloned()
            .unwrap_or_default();
        if let Some(fields) = terms.as_object_mut() {
            fields.insert("beyond-due".into(), "until-due".into());
        }
        terms
    };
    let told = discount(&policy, "2019-01-02")?;
    assert_eq!(told.pointer("/amount/amount"), Some(&json!("0.00")));
    Ok(())
}

#[test]
fn parts_of_a_cent_are_refused_with_their_place() -> Result<(), Failure> {
    // frappe/books#1449 (the idea)
    let broken = account(&[
        (
            "invoices",
            json!([invoice("I", "100.00", "2024-01-01", "2024-01-31")]),
        ),
        ("payments", json!([paid("P", "2024-01-15", "33.333", &[])])),
    ]);
    let error = state(&json!({}), &broken, "2024-03-01")
        .err()
        .ok_or("parts of a cent")?;
    let expected = "payments.0 (`P`): 33.333 EUR has parts of the smallest unit of its currency, expected whole units";
    assert_eq!(error.to_string(), expected);
    Ok(())
}

#[test]
fn one_cent_short_is_settled_within_a_tolerance() -> Result<(), Failure> {
    // alyf-de/banking#106
    let short = account(&[
        (
            "invoices",
            json!([invoice("I", "42.42", "2024-08-13", "2024-09-12")]),
        ),
        ("payments", json!([paid("P", "2024-09-12", "42.41", &[])])),
    ]);
    let house = |tolerated: Value| json!({"late-payment": late("runs", forty()), "account": {"tolerance": {"amounts": tolerated}}});
    let told = state(&house(json!([euros("0.01")])), &short, "2024-10-12")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "0.00", "0.00"]);
    let told = state(&house(json!([])), &short, "2024-10-12")?;
    assert_eq!(totals(&told), ["0.01", "0.00", "40.00", "0.00", "40.01"]);
    Ok(())
}

#[test]
fn a_write_off_ends_what_is_claimed_and_leaves_the_charges() -> Result<(), Failure> {
    // frappe/erpnext#8058: 100.00 at ten percent from 31 January to 17 March is 1.23.
    let policy = json!({"late-payment": late("runs", forty())});
    let mut parts = vec![
        (
            "invoices",
            json!([invoice("I", "1000.00", "2017-01-01", "2017-01-31")]),
        ),
        ("payments", json!([paid("P", "2017-01-20", "900.00", &[])])),
        (
            "write-offs",
            json!([{"id": "WO", "document": "I", "date": "2017-03-18", "amount": euros("100.00")}]),
        ),
    ];
    let told = state(&policy, &account(&parts), "2017-04-01")?;
    assert_eq!(totals(&told), ["0.00", "1.23", "40.00", "0.00", "41.23"]);
    assert_eq!(dunned(&told), 0);
    parts.truncate(2);
    let three = json!([
        {"id": "WO", "document": "I", "date": "2017-03-18"},
        {"id": "WO-2", "document": "I", "date": "2017-03-18", "component": "interest"},
        {"id": "WO-3", "document": "I", "date": "2017-03-20", "component": "costs"},
    ]);
    parts.push(("write-offs", three));
    let told = state(&policy, &account(&parts), "2017-04-01")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "0.00", "0.00"]);
    Ok(())
}

#[test]
fn a_waiver_counts_if_the_policy_permits_it() -> Result<(), Failure> {
    // bcgov/entity#16497: 8.22 of interest, 2.74 of it waived.
    let policy = json!({"late-payment": late("runs", json!("none"))});
    let waived = |authority: &str| {
        let waiver = json!({
            "id": "W", "document": "I", "date": "2024-02-15", "subject": "interest", "amount": euros("2.74"),
            "by": "zhao-min", "authority": authority, "personal-interest": "absent", "for-oneself": "absent",
            "cause": {"cause": "bank-delay", "on": "2024-02-02", "document": "bank-notice-88"},
        });
        account(&[
            (
                "invoices",
                json!([invoice("I", "1000.00", "2024-01-01", "2024-01-31")]),
            ),
            ("waivers", json!([waiver])),
        ])
    };
    let told = state(&policy, &waived("executive"), "2024-03-01")?;
    assert_eq!(totals(&told).get(1), Some(&"5.48"));
    let error = state(&policy, &waived("operator"), "2024-03-01")
        .err()
        .ok_or("no authority")?;
    let expected = "waivers.0 (`W`): the waiver is not permitted (escalate to executive), \
                    expected one that the policy permits: waived-amount, waived-share, waiver-count";
    assert_eq!(error.to_string(), expected);
    Ok(())
}

#[test]
fn a_bounced_cheque_opens_the_debt_from_its_own_due_date() -> Result<(), Failure> {
    // bcgov/entity#10414: 21 days from 9 February.
    let policy = json!({"late-payment": late("runs", forty())});
    let mut parts = vec![
        (
            "invoices",
            json!([invoice("INV-1", "1000.00", "2024-01-10", "2024-02-09")]),
        ),
        ("payments", json!([paid("P", "2024-02-10", "1000.00", &[])])),
        (
            "returned-payments",
            json!([{"id": "P-NSF", "date": "2024-02-20", "document": "P"}]),
        ),
    ];
    let told = state(&policy, &account(&parts), "2024-03-01")?;
    assert_eq!(
        totals(&told),
        ["1000.00", "5.75", "40.00", "0.00", "1045.75"]
    );
    parts.push((
        "fees",
        json!([{"id": "NSF", "document": "INV-1", "date": "2024-02-20", "amount": euros("30.00")}]),
    ));
    let told = state(&policy, &account(&parts), "2024-03-01")?;
    assert_eq!(
        totals(&told).get(4),
        Some(&"1075.75"),
        "the fee is one that is recorded"
    );
    Ok(())
}

#[test]
fn a_refund_uses_the_credit_up() -> Result<(), Failure> {
    let mut parts = vec![
        (
            "invoices",
            json!([invoice("I", "1000.00", "2024-01-01", "2024-01-31")]),
        ),
        ("payments", json!([paid("P", "2024-01-20", "1200.00", &[])])),
        (
            "refunds",
            json!([{"id": "R", "date": "2024-01-25", "amount": euros("200.00")}]),
        ),
    ];
    let told = state(&json!({}), &account(&parts), "2024-03-01")?;
    assert_eq!(totals(&told), ["0.00", "0.00", "0.00", "0.00", "0.00"]);
    parts.truncate(2);
    let over = json!([{"id": "R", "date": "2024-01-25", "amount": euros("200.01")}]);
    parts.push(("refunds", over));
    let error = state(&json!({}), &account(&parts), "2024-03-01")
        .err()
        .ok_or("too much")?;
    let expected =
        "refunds.0 (`R`): 200.01 EUR is refunded, expected at most the credit of 200.00 EUR";
    assert_eq!(error.to_string(), expected);
    Ok(())
}
