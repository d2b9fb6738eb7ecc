//! Every error of a dossier that only the functions of the systems can find, at once.

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{ReviewError, review};
use keqing::vocab::known::Stated;
use keqing::vocab::words::TrustLevel;
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// Reviews the embedded dossier with some fields replaced, and lists its errors, each as a text.
fn errors(changes: &[(&str, Value)]) -> Result<Vec<String>> {
    let mut dossier = embedded()?;
    for (path, value) in changes {
        let field = dossier.pointer_mut(path);
        *field.with_context(|| format!("{path} is no field"))? = value.clone();
    }
    let error = reviewed(&dossier).err().context("errors")?;
    let error: ReviewError = error.downcast()?;
    let texts: Vec<String> = error.each().map(ToString::to_string).collect();
    ensure!(error.to_string() == texts.join("; "), "{error}");
    for (one, text) in error.each().zip(&texts) {
        ensure!(one.each().eq([one]), "{one} is several");
        ensure!(text.starts_with(&format!("{}: ", one.path())), "{text}");
    }
    let first = error.each().next().context("one error at least")?;
    ensure!(error.path() == first.path(), "{error}");
    Ok(texts)
}

#[test]
fn five_errors_of_five_systems_are_five_lines_in_the_order_of_the_steps() -> Result<()> {
    let found = errors(&[
        ("/lifecycle/standing/since", json!("2025-06-01")),
        ("/receivable/calendar", Value::Null),
        ("/party/ties/0/supplier", json!("nobody")),
        (
            "/loyalty/foundations/promises/value/1/id",
            json!("delivery-2024-09"),
        ),
        (
            "/satisfaction/value-drivers/1/driver",
            json!("no standstill"),
        ),
    ])?;
    assert_eq!(
        found,
        [
            "satisfaction.value-drivers: each driver of value is named once, got `no standstill` in entries 0 and 1, counted from zero",
            "loyalty.foundations: each promise is there once, got `delivery-2024-09` twice",
            "party.ties[1].supplier: nobody in the register is named `nobody`",
            "receivable.account: its terms are counted in business days, give `calendar`",
            "lifecycle.stage: facts as of 2024-12-31 are older than the standing, which began on 2025-06-01",
        ]
    );
    Ok(())
}

#[test]
fn every_part_of_a_system_says_its_own_error() -> Result<()> {
    let found = errors(&[
        ("/satisfaction/context", Value::Null),
        ("/satisfaction/experiences/start/scale/highest", json!("9")),
        (
            "/loyalty/foundations/promises/value/1/id",
            json!("delivery-2024-09"),
        ),
        ("/loyalty/lock-in/costs/0/amount/currency", json!("EUR")),
        ("/party/people/as-of", json!("2024-12-30")),
        ("/party/ties/0/supplier", json!("nobody")),
        ("/party/ties/1/customer", json!("no-one")),
        ("/party/trust/1/person", json!("li-ming")),
        ("/party/supplier", Value::Null),
    ])?;
    let paths: Vec<&str> = found
        .iter()
        .filter_map(|text| text.split(": ").next())
        .collect();
    assert_eq!(
        paths,
        [
            "satisfaction.measurements",
            "satisfaction.experiences",
            "loyalty.foundations",
            "loyalty.lock-in",
            "party.ties[0].customer",
            "party.ties[1].supplier",
            "party.people",
            "party.trust",
            "party.investments",
        ],
        "{found:#?}"
    );
    Ok(())
}

#[test]
fn an_account_says_every_document_that_cannot_be() -> Result<()> {
    let found = errors(&[
        ("/receivable/calendar", Value::Null),
        ("/receivable/account/invoices/1/id", json!("INV-7")),
        ("/receivable/account/currency", json!("EUR")),
    ])?;
    assert!(found.len() > 3, "{found:#?}");
    let starts = |text: &str| found.iter().filter(|line| line.starts_with(text)).count();
    assert_eq!(starts("receivable.account: its terms are counted"), 1);
    assert_eq!(
        starts("receivable.account.invoices.1: invoices.1 (`INV-7`): the id is used twice"),
        1
    );
    assert_eq!(
        starts("receivable.account.invoices.0: invoices.0 (`INV-7`): the amount is in CNY"),
        1
    );
    Ok(())
}

#[test]
fn the_stage_says_its_date_its_shares_and_its_history() -> Result<()> {
    let share =
        |part: &str| json!({"value": {"of": part}, "grade": "measured", "on": "2024-12-31"});
    let found = errors(&[
        ("/lifecycle/standing/since", json!("2025-06-01")),
        ("/lifecycle/stage/share", share("60 %")),
        (
            "/lifecycle/stage/rival-share",
            json!({"value": "50 %", "grade": "measured", "on": "2024-12-31"}),
        ),
        ("/lifecycle/history/0/period-end", json!("2023-12-31")),
    ])?;
    assert_eq!(found.len(), 3, "{found:#?}");
    Ok(())
}

/// A dossier that a service puts together itself has not passed the reader, so the review looks too.
#[test]
fn a_statement_without_its_day_is_refused_where_it_stands() -> Result<()> {
    let mut dossier: Dossier = serde_json::from_value(embedded()?)?;
    dossier.party.organizational_trust = Stated::measured(TrustLevel::Full);
    let error = review(&Policy::standard(), &dossier).err();
    let error = error.context("an error")?;
    assert_eq!(
        error.to_string(),
        "party.organizational-trust: a fact without a day, give `on`, the day on which it was learnt"
    );
    let error = serde_json::from_value::<Dossier>(serde_json::to_value(&dossier)?).err();
    let error = error.context("an error")?.to_string();
    assert!(error.contains("party.organizational-trust.on"), "{error}");
    Ok(())
}

#[test]
fn whoever_says_something_of_the_stage_is_in_the_register() -> Result<()> {
    let said =
        |by: &str| json!({"value": "present", "grade": "estimated", "on": "2024-12-01", "by": by});
    let found = errors(&[
        ("/lifecycle/stage/recognition", said("li-min")),
        ("/lifecycle/standing/since", json!("2025-06-01")),
    ])?;
    assert_eq!(
        found,
        [
            "lifecycle.stage.recognition.by: nobody in the register is named `li-min`, did you mean `li-ming`?",
            "lifecycle.stage: facts as of 2024-12-31 are older than the standing, which began on 2025-06-01",
        ]
    );
    let fine = errors(&[("/lifecycle/stage/recognition", said("li-ming"))]);
    ensure!(fine.is_err(), "nobody is unknown: {fine:?}");
    Ok(())
}

#[test]
fn a_failed_step_hides_no_error_of_the_step_that_it_gives_to() -> Result<()> {
    let found = errors(&[
        ("/party/supplier", Value::Null),
        ("/lifecycle/standing/since", json!("2025-06-01")),
    ])?;
    assert_eq!(
        found,
        [
            "party.investments: they are judged by the interests of our own side, give `supplier`",
            "lifecycle.stage: facts as of 2024-12-31 are older than the standing, which began on 2025-06-01",
        ]
    );
    Ok(())
}
