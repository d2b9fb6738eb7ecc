//! The answers for machines: decimals are strings, as in the library.

use anyhow::Result;
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::ledger::Ledger;
use crate::summary::Summary;
use crate::told::Told;

/// Writes the summary of all customers together.
pub(crate) fn summary(ledger: &Ledger, summary: &Summary<'_>) -> Result<String> {
    let (counts, has, claims) = (ledger.counts, ledger.has, summary.claims);
    let gaps: Vec<Value> = summary
        .gaps
        .iter()
        .map(
            |((fact, rule), customers)| json!({"fact": fact, "rule": rule, "customers": customers}),
        )
        .collect();
    let top: Vec<Value> = summary
        .top
        .iter()
        .map(|row| json!({"customer": row.name, "days": row.orders, "retention": row.retention}))
        .collect();
    let document = json!({
        "as-of": summary.as_of,
        "lines": {
            "rows": counts.rows,
            "refused": counts.refused,
            "later": counts.later,
            "without-customer": counts.nameless,
            "credit-notes": has.orders.then_some(counts.credit_notes),
            "returns": has.returns.then_some(counts.returns),
            "given-away": has.prices.then_some(counts.given_away),
            "purchases": counts.purchases,
            "orders": has.orders.then(|| ledger.orders()),
        },
        "customers": {
            "all": summary.customers,
            "bought-nothing": summary.bought_nothing,
            "bought-once": summary.bought_once,
            "one-line": summary.one_line,
            "too-young": summary.too_young,
            "told": summary.told(),
            "repeats": summary.repeats,
            "seldom": summary.seldom,
        },
        "retention-tenths": summary.tenths,
        "cycle-quartiles": summary.quartiles(),
        "called": {
            "loyal": claims.loyal,
            "attached": claims.attached,
            "one-time-buyers-alive": claims.alive,
            "emotional": claims.emotional,
            "conscious": claims.conscious,
        },
        "missing": gaps,
        "most-frequent": top,
    });
    Ok(serde_json::to_string_pretty(&document)?)
}

/// Writes the answers about each customer, with every finding.
pub(crate) fn story(told: &[Told<'_>], as_of: NaiveDate) -> Result<String> {
    let customers = told.iter().map(|told| {
        json!({
            "customer": told.name,
            "days": told.buyer.days,
            "facts": told.facts,
            "retention": told.retention,
            "loyalty": told.loyalty,
        })
    });
    let customers: Vec<Value> = customers.collect();
    let document = json!({"as-of": as_of, "customers": customers});
    Ok(serde_json::to_string_pretty(&document)?)
}
