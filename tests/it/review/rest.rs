//! The review of a dossier without its faulty parts.

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::form::{Faults, Limits, Tree};
use keqing::policy::Policy;
use keqing::review::{Rest, review, review_rest};
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// A pointer into a dossier, and the value that is put there.
type Change = (&'static str, Value);

fn rest(dossier: &Value) -> Result<Result<Rest, Faults>> {
    let tree: Tree = serde_json::from_value(dossier.clone())?;
    Ok(review_rest(&Policy::standard(), &tree, &Limits::standard()))
}

/// Puts a value at a pointer of the embedded dossier, where an object or a list holds its place.
fn with(changes: &[Change]) -> Result<Value> {
    let mut dossier = embedded()?;
    for (pointer, value) in changes {
        let (whole, name) = pointer.rsplit_once('/').context("a pointer")?;
        match dossier.pointer_mut(whole).context("no such place")? {
            Value::Object(fields) => drop(fields.insert(name.to_owned(), value.clone())),
            Value::Array(list) => list.push(value.clone()),
            other => anyhow::bail!("{other} has no parts"),
        }
    }
    Ok(dossier)
}

#[test]
fn a_sound_dossier_has_nothing_left_out() -> Result<()> {
    let dossier = embedded()?;
    let rest = rest(&dossier)??;
    ensure!(rest.left_out.is_empty(), "{:?}", rest.left_out);
    assert_eq!(rest.review, reviewed(&dossier)?);
    Ok(())
}

/// Changes of the embedded dossier, each with the parts that are left out.
fn faulty() -> Vec<(Vec<Change>, &'static [&'static str])> {
    vec![
        (vec![("/loyalty/evidence", json!("much"))], &["loyalty"]),
        // A name that leads to nobody is found by the review alone.
        (
            vec![("/party/moods/0/person", json!("nobody"))],
            &["party.moods"],
        ),
        (vec![("/satisfaction/extra", json!(1))], &["satisfaction"]),
        (vec![("/remark", json!("a note"))], &["remark"]),
        (vec![("/a.b", json!("a note"))], &["\"a.b\""]),
        (
            vec![("/lifecycle/stage/share", json!("half"))],
            &["lifecycle.stage.share"],
        ),
        // A fault of one kind hides none of the other.
        (
            vec![
                ("/receivable/account", json!(1)),
                ("/party/trust/0/person", json!("nobody")),
            ],
            &["party.trust", "receivable"],
        ),
        (
            vec![(
                "/acceptances",
                json!([{"rule": "CON-99", "reason": "x", "by": "chen-guo", "on": "2024-12-01", "until": "2024-12-31"}]),
            )],
            &["acceptances"],
        ),
    ]
}

#[test]
fn the_rest_is_the_dossier_without_the_parts() -> Result<()> {
    for (changes, parts) in faulty() {
        let dossier = with(&changes)?;
        let told = rest(&dossier)?.with_context(|| format!("{changes:?}"))?;
        let paths: Vec<&str> = told
            .left_out
            .iter()
            .map(|part| part.path.as_str())
            .collect();
        assert_eq!(paths, parts, "{changes:?}");
        for part in &told.left_out {
            ensure!(
                part.faults
                    .iter()
                    .all(|fault| fault.path().starts_with(&part.path)),
                "{part:?}"
            );
        }
        let mut without = dossier;
        for part in parts {
            let pointer = match *part {
                "\"a.b\"" => "/a.b".to_owned(),
                part => format!("/{}", part.replace('.', "/")),
            };
            let (whole, name) = pointer.rsplit_once('/').context("a pointer")?;
            let whole = without.pointer_mut(whole).and_then(Value::as_object_mut);
            whole.context("no such part")?.remove(name);
        }
        assert_eq!(told.review.left_out, parts, "{changes:?}");
        let mut expected = reviewed(&without)?;
        expected.left_out.clone_from(&told.review.left_out);
        assert_eq!(told.review, expected, "{changes:?}");
        let again: Dossier = serde_json::from_value(without)?;
        assert_eq!(told.dossier, again, "{changes:?}");
        ensure!(review(&Policy::standard(), &again).is_ok(), "{changes:?}");
    }
    Ok(())
}

#[test]
fn a_part_that_every_dossier_has_is_not_left_out() -> Result<()> {
    let rows: [(&[Change], &[&str]); 4] = [
        (
            &[("/lifecycle/stage/as-of", json!("yesterday"))],
            &["lifecycle.stage.as-of"],
        ),
        (&[("/party/parties", json!(null))], &["party.parties"]),
        // The faults of the other parts are told, too.
        (
            &[
                ("/loyalty/evidence", json!("much")),
                ("/lifecycle", json!([])),
            ],
            &["lifecycle", "loyalty.evidence"],
        ),
        (
            &[("/party/parties/customer-organization/id", json!("s-1"))],
            &["party.parties"],
        ),
    ];
    for (changes, expected) in rows {
        let faults = rest(&with(changes)?)?
            .err()
            .with_context(|| format!("{changes:?}"))?;
        let mut paths: Vec<&str> = faults.iter().map(|fault| fault.path()).collect();
        paths.sort_unstable();
        assert_eq!(paths, expected, "{changes:?}");
    }
    Ok(())
}

#[test]
fn every_fault_is_told_once() -> Result<()> {
    let text = r#"{"party": {"moods": "x", "parties": 1}, "lifecycle": [], "a.b": 1}"#;
    let tree: Tree = serde_json::from_str(text)?;
    let faults = review_rest(&Policy::standard(), &tree, &Limits::standard()).err();
    let faults = faults.context("no parties")?;
    let mut paths: Vec<&str> = faults.iter().map(|fault| fault.path()).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        ["\"a.b\"", "lifecycle", "party.moods", "party.parties"]
    );
    Ok(())
}

#[test]
fn a_part_that_fails_for_want_of_another_says_so() -> Result<()> {
    let dossier = with(&[("/party/supplier", json!({"zzz": 12}))])?;
    let told = rest(&dossier)??;
    let marks: Vec<(&str, bool)> = told
        .left_out
        .iter()
        .map(|part| (part.path.as_str(), part.may_follow))
        .collect();
    assert_eq!(
        marks,
        [("party.investments", true), ("party.supplier", false)]
    );
    Ok(())
}
