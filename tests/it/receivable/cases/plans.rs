//! Plans, payable amounts and charges by months, as practitioners asked for them.

use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use crate::support::errors::Failure;

fn every_day() -> Value {
    json!({"weekend": [], "holidays": [], "working-days": []})
}

/// Answers a question under the standard policy with changes.
fn ask(name: &str, policy: &Value, given: &Value) -> Result<Value, Failure> {
    let changes = serde_json::from_value(json!({"receivable": policy}))?;
    let policy = Policy::overlaid(&Policy::standard(), &changes)?;
    let question = Question::read(name, given)?;
    Ok(serde_json::to_value(answer(&policy, &question)?)?)
}

/// Returns the amounts of equal parts, a month apart.
fn parts(
    count: u32,
    total: &str,
    currency: &str,
    rounding: &Value,
) -> Result<Vec<String>, Failure> {
    let line = |months: u32| {
        let step = json!({"months": {"count": months, "month-end": "keep-day"}});
        let term = json!({"base": ["invoice"], "steps": [step], "adjustment": "unadjusted"});
        json!({"portion": {"rest": 1}, "term": term, "start": "document"})
    };
    let lines: Vec<Value> = (1..=count).map(line).collect();
    let amount = |text: &str| json!({"amount": text, "currency": currency});
    let given = json!({
        "plan": {"lines": lines, "rounding": rounding},
        "invoice": {"untaxed": amount(total), "tax": amount("0")},
        "dates": {"invoice": "2019-04-03"}, "calendar": every_day(),
    });
    let told = ask("receivable.instalments", &json!({}), &given)?;
    let parts = told.as_array().ok_or("no parts")?;
    let amount = |part: &Value| Some(part.pointer("/amount/amount")?.as_str()?.to_string());
    Ok(parts.iter().filter_map(amount).collect())
}

#[test]
fn sixty_equal_parts_differ_by_one_krone() -> Result<(), Failure> {
    // TelePost/repayment.tusass.gl#6 (the idea)
    let krone = json!({"mode": "up", "multiple": {"amount": "1", "currency": "DKK"}});
    let parts = parts(60, "203.00", "DKK", &krone)?;
    let of = |amount: &str| parts.iter().filter(|part| *part == amount).count();
    assert_eq!((of("4.00"), of("3.00")), (23, 37), "{parts:?}");
    Ok(())
}

#[test]
fn a_multiple_that_is_too_coarse_leaves_no_part_below_zero() -> Result<(), Failure> {
    // TelePost/repayment.tusass.gl#6 (the idea)
    let hundreds = json!({"mode": "half-up", "multiple": {"amount": "500", "currency": "JPY"}});
    assert_eq!(
        parts(4, "1000", "JPY", &hundreds)?,
        ["500", "0", "500", "0"]
    );
    Ok(())
}

#[test]
fn what_is_left_to_pay_is_rounded_for_cash() -> Result<(), Failure> {
    // odoo/odoo#207049: 13.31 less 2 % is 13.0438, and cash has coins of 0.05.
    let ten_days =
        json!({"base": ["invoice"], "steps": [{"days": 10}], "adjustment": "unadjusted"});
    let tier = json!({"cut-off": {"term": ten_days}, "reward": {"share": "2 %"}});
    let euros = |amount: &str| json!({"amount": amount, "currency": "EUR"});
    for (mode, payable, discount) in [
        ("half-up", "13.05", "0.26"),
        ("up", "13.05", "0.26"),
        ("down", "13.00", "0.31"),
    ] {
        let rounding = json!({"mode": mode, "multiple": euros("0.05")});
        let policy = json!({"early-payment": {"set": {
            "tiers": [tier], "tax": "included", "partial": "no-discount", "rounding": {"mode": "half-even"},
            "payable": rounding, "beyond-due": "own-deadline",
        }}});
        let invoice = json!({
            "amounts": {"untaxed": euros("11.00"), "tax": euros("2.31")},
            "dates": {"invoice": "2025-04-01"}, "due": "2025-05-01", "open": euros("13.31"),
        });
        let given = json!({"invoice": invoice, "paid": euros(payable), "on": "2025-04-05", "calendar": every_day()});
        let told = ask("receivable.discount", &policy, &given)?;
        assert_eq!(told.pointer("/amount"), Some(&euros(discount)), "{mode}");
        assert_eq!(told.pointer("/open"), Some(&euros("0.00")), "{mode}");
    }
    Ok(())
}

#[test]
fn one_percent_for_each_month_begun_or_whole() -> Result<(), Failure> {
    // odoo/odoo#165738: 10,000 from 31 January to 15 March.
    let principal = json!({"amount": "10000.00", "currency": "EUR"});
    let debt = json!({"principal": principal, "issued": "2024-01-01", "due": "2024-01-31", "changes": [], "pauses": []});
    for (kind, total) in [("month-begun", "200.00"), ("whole-month", "100.00")] {
        let charges = json!({
            "charges": [{kind: {"share": "1 %"}}], "grace": 0, "cap": "none", "rounding": "half-even",
            "reminder": "none", "returned-payment": "none",
        });
        let given = json!({"charges": charges, "debt": debt, "as-of": "2024-03-15"});
        let told = ask("receivable.late_charges", &json!({}), &given)?;
        assert_eq!(told.pointer("/total/amount"), Some(&json!(total)), "{kind}");
    }
    let pro_rata = json!({"interest": {"set": {"day-count": "30E/360"}}});
    let given = json!({"rate": {"agreed": "12 % per year"}, "debt": debt, "as-of": "2024-03-15"});
    let told = ask("receivable.interest", &pro_rata, &given)?;
    assert_eq!(told.pointer("/charged/amount"), Some(&json!("150.00")));
    Ok(())
}
