//! Accounts of practitioners, each with the public report that it comes from and the right answer.

use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use crate::support::errors::Failure;

mod calendar;
mod charges;
mod held;
mod levied;
mod money;
mod plans;
mod undone;

/// Euros and cents, in JSON.
pub(super) fn euros(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

pub(super) fn invoice(id: &str, amount: &str, issued: &str, due: &str) -> Value {
    json!({
        "id": id, "amounts": {"untaxed": euros(amount), "tax": euros("0")},
        "dates": {"invoice": issued}, "due": due,
    })
}

pub(super) fn paid(id: &str, date: &str, amount: &str, named: &[&str]) -> Value {
    json!({"id": id, "date": date, "amount": euros(amount), "designated": named})
}

/// The parts of an account, put together with the names of their lists.
pub(super) fn account(parts: &[(&str, Value)]) -> Value {
    let mut account = json!({"customer": "Ningbo Pumps", "currency": "EUR"});
    if let Some(fields) = account.as_object_mut() {
        fields.extend(
            parts
                .iter()
                .map(|(name, list)| ((*name).into(), list.clone())),
        );
    }
    account
}

/// Ten percent a year, and forty euros for every late debt.
pub(super) fn late(dispute: &str, compensation: Value) -> Value {
    json!({"set": {"rate": {"agreed": "10 % per year"}, "compensation": compensation, "dispute": dispute, "charges": "none"}})
}

pub(super) fn forty() -> Value {
    json!({"currency": "EUR", "bands": [{"from": "0", "sum": "40"}]})
}

/// A discount of so many percent until twenty days before the due date.
pub(super) fn early(percent: &str, partial: &str) -> Value {
    within(percent, json!({"before-due": 20}), partial)
}

pub(super) fn within(percent: &str, cut_off: Value, partial: &str) -> Value {
    json!({"set": {
        "tiers": [{"cut-off": cut_off, "reward": {"share": {"part": percent, "whole": "100"}}}],
        "tax": "included", "partial": partial, "payable": "none", "rounding": {"mode": "half-even"},
    }})
}

/// Returns the answer to a question under a house policy.
pub(super) fn ask(
    name: &str,
    policy: &Value,
    mut given: Value,
    as_of: &str,
) -> Result<Value, Failure> {
    let policy = Policy::overlaid(
        &Policy::standard(),
        &serde_json::from_value(json!({"receivable": policy}))?,
    )?;
    if let Some(fields) = given.as_object_mut() {
        fields.insert("as-of".into(), as_of.into());
    }
    let question = Question::read(name, &given)?;
    Ok(serde_json::to_value(answer(&policy, &question)?)?)
}

pub(super) fn state(policy: &Value, account: &Value, as_of: &str) -> Result<Value, Failure> {
    let calendar = json!({"weekend": [], "holidays": [], "working-days": []});
    let given = json!({"account": account, "calendar": calendar});
    ask("receivable.statement", policy, given, as_of)
}

/// The totals of a statement: principal, interest, fixed sums, credit and balance.
pub(super) fn totals(told: &Value) -> Vec<&str> {
    let amount = |name| told.pointer(&format!("/totals/{name}/amount"));
    ["principal", "interest", "compensation", "credit", "balance"]
        .into_iter()
        .map(|name| amount(name).and_then(Value::as_str).unwrap_or("none"))
        .collect()
}

/// The discounts that were given, in the order of the payments.
pub(super) fn discounts(told: &Value) -> Vec<&str> {
    let decisions = told.pointer("/ledger/discounts").and_then(Value::as_array);
    decisions
        .into_iter()
        .flatten()
        .filter_map(|one| one.pointer("/discount/amount")?.as_str())
        .collect()
}

/// The steps of dunning that are due.
pub(super) fn dunned(told: &Value) -> usize {
    let accounts = told
        .pointer("/dunning/value/accounts")
        .and_then(Value::as_array);
    accounts.map_or(0, Vec::len)
}

/// The object with one more field.
pub(super) fn with(mut object: Value, name: &str, value: Value) -> Value {
    if let Some(fields) = object.as_object_mut() {
        fields.insert(name.into(), value);
    }
    object
}

/// One total of a statement.
pub(super) fn total<'a>(told: &'a Value, name: &str) -> &'a str {
    let amount = told.pointer(&format!("/totals/{name}/amount"));
    amount.and_then(Value::as_str).unwrap_or("none")
}
