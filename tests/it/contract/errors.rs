//! The errors of every system: single errors with a code and a path, and several at once.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{Lifecycle, Loyalty, Party, Receivable, Satisfaction, System, Toy, parties, read};
use crate::support::given::day;

fn refused<S: System>(facts: Value) -> Result<(&'static str, &'static str)> {
    let refusals = every_refusal::<S>(facts)?;
    ensure!(refusals.len() == 1, "one error is one: {refusals:?}");
    refusals.first().copied().context("an error is itself")
}

/// Lists the code and the path of each error. A single error is its own list, and several errors are
/// none of them, have the code and the path of the first, and say each message in turn.
fn every_refusal<S: System>(facts: Value) -> Result<Vec<(&'static str, &'static str)>> {
    let facts = read::<S>(facts)?;
    let error = S::assess(&S::policy(), &facts, &S::given(day(31))).err();
    let error = error.context("these facts are refused")?;
    let each = S::each(&error);
    let first = each.first().context("an error holds one at least")?;
    ensure!(S::code(&error) == S::code(first), "{error}");
    ensure!(S::path(&error) == S::path(first), "{error}");
    let texts: Vec<String> = each.iter().map(ToString::to_string).collect();
    ensure!(error.to_string() == texts.join("; "), "{error}");
    ensure!(each.iter().all(|one| S::each(one).len() == 1), "{error}");
    Ok(each
        .iter()
        .map(|one| (S::code(one), &*S::path(one).leak()))
        .collect())
}

/// One promise that is given twice.
fn twice_promised() -> Value {
    let promise = json!({"id": "speed", "due": "2020-01-10", "kept-on": null, "nature": "lawful"});
    json!({"value": [promise, promise], "grade": "measured"})
}

#[test]
fn an_error_names_its_code_and_the_field_of_the_facts() -> Result<()> {
    let tie = json!({"supplier": "nobody", "customer": "wang-fang", "weight": 1});
    let refusals = [
        refused::<Party>(json!({"parties": parties(), "ties": [tie]}))?,
        refused::<Satisfaction>(json!({"people": [{"person": "li"}, {"person": "li"}]}))?,
        refused::<Loyalty>(json!({"foundations": {"promises": twice_promised()}}))?,
        refused::<Lifecycle>(json!({
            "standing": {"state": {"active": "initial"}, "since": "2020-03-01"},
            "stage": {"as-of": "2020-02-01"},
        }))?,
        refused::<Toy>(json!({"lent": "2020-03-01"}))?,
    ];
    let expected = [
        ("impossible-party-facts", "ties"),
        ("impossible-needs", "people"),
        ("impossible-promises", "foundations"),
        ("impossible-facts", "stage"),
        ("impossible-loan", "lent"),
    ];
    ensure!(refusals == expected, "{refusals:?}");
    let account: Value = serde_json::from_str(include_str!("../../golden/account.json"))?;
    let refusal = refused::<Receivable>(json!({"account": account}))?;
    ensure!(refusal == ("impossible-account", "account"), "{refusal:?}");
    Ok(())
}

#[test]
fn every_part_of_the_parties_is_in_the_error_once() -> Result<()> {
    let tie = |id: &str| json!({"supplier": "nobody", "customer": id, "weight": 1});
    let found = every_refusal::<Party>(json!({
        "parties": parties(),
        "ties": [tie("wang-fang"), tie("no-one")],
        "investments": [{"purpose": "relationship-capital"}],
    }))?;
    let expected = [
        ("impossible-party-facts", "ties"),
        ("impossible-party-facts", "ties"),
        ("impossible-party-facts", "investments"),
    ];
    ensure!(found == expected, "{found:?}");
    Ok(())
}

#[test]
fn every_part_of_satisfaction_and_loyalty_is_in_the_error_once() -> Result<()> {
    let seven = json!({"value": "7", "scale": {"lowest": "0", "highest": "10"}});
    let stars = json!({"value": "3", "scale": {"lowest": "1", "highest": "5"}});
    let found = every_refusal::<Satisfaction>(json!({
        "people": [{"person": "li"}, {"person": "li"}],
        "experiences": {"start": seven, "experiences": [
            {"on": "2020-03-01", "perceived": stars, "announced": "not-announced"},
        ]},
        "decisions": [{"decision": "d-1"}, {"decision": "d-1"}],
    }))?;
    let expected = [
        ("impossible-needs", "people"),
        ("impossible-experiences", "experiences"),
        ("impossible-decisions", "decisions"),
    ];
    ensure!(found == expected, "{found:?}");

    let risk = json!({
        "kind": "insufficient-capacity", "bearer": "organization", "likelihood": 4, "impact": 4,
        "grade": "customer-stated",
    });
    let found = every_refusal::<Loyalty>(json!({
        "foundations": {"promises": twice_promised()},
        "means": {"risks": [risk, risk]},
    }))?;
    let expected = [
        ("impossible-promises", "foundations"),
        ("impossible-purchase-risks", "means.risks"),
    ];
    ensure!(found == expected, "{found:?}");
    Ok(())
}

#[test]
fn every_part_of_the_account_and_the_stage_is_in_the_error_once() -> Result<()> {
    let mut account: Value = serde_json::from_str(include_str!("../../golden/account.json"))?;
    *account.pointer_mut("/currency").context("a currency")? = json!("JPY");
    let found = every_refusal::<Receivable>(json!({"account": account}))?;
    let expected = [
        ("impossible-account", "account"),
        ("impossible-account", "account.invoices.0"),
        ("impossible-account", "account.payments.0"),
    ];
    ensure!(found == expected, "{found:?}");

    let rival = json!({"value": "60 %", "grade": "measured"});
    let ours = json!({"value": {"of": "60 %"}, "grade": "measured"});
    let found = every_refusal::<Lifecycle>(json!({
        "standing": {"state": {"active": "initial"}, "since": "2020-03-01"},
        "stage": {"as-of": "2020-02-01", "share": ours, "rival-share": rival},
        "history": [{"period-end": "2020-02-01", "share": {"of": "50 %"}}],
    }))?;
    let expected = [
        ("impossible-facts", "stage"),
        ("impossible-facts", "stage"),
        ("impossible-facts", "history"),
    ];
    ensure!(found == expected, "{found:?}");
    Ok(())
}
