//! Departures and names as practitioners met them.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use anyhow::{Context, Result, ensure};
use keqing::party::continuity::Continuity;
use keqing::verdict::{Decision, Fact};
use keqing::vocab::share::Share;
use keqing::vocab::words::Side;
use serde_json::{Value, json};

use super::references::{assessed, facts};

/// Facts with some fields replaced.
fn with(changes: &[(&str, Value)]) -> Result<Value> {
    let mut facts = facts();
    for (path, value) in changes {
        let field = facts.pointer_mut(path);
        *field.with_context(|| (*path).to_owned())? = value.clone();
    }
    Ok(facts)
}

/// A colleague who knows the buyer a little does not make good what the seller took along.
#[test]
fn ninety_nine_of_a_hundred_are_lost_though_a_colleague_knows_the_buyer() -> Result<()> {
    let facts = with(&[
        ("/ties/0/weight", json!(99)),
        ("/ties/1/weight", json!(1)),
        ("/departures/0/successor/value", json!("none")),
    ])?;
    let picture = assessed(&facts)??;
    let effect = picture.departures[0].value().context("an effect")?;
    let lost = Share::percent(99)?;
    ensure!(
        effect.continuity == Continuity::AtRisk { lost },
        "{effect:?}"
    );
    Ok(())
}

#[test]
fn a_slip_of_the_pen_is_nobody() -> Result<()> {
    let facts = with(&[("/departures/0/person", json!("lii"))])?;
    let error = assessed(&facts)?
        .err()
        .map(|error| (error.path(), error.to_string()));
    let nobody = "nobody in the register is named `lii`, did you mean `li`?".to_owned();
    ensure!(error == Some(("departures", nobody)), "{error:?}");
    Ok(())
}

/// Once the seller is gone, everything hangs on the colleague, and the customer has no owner.
#[test]
fn a_seller_who_left_and_is_still_named_as_the_owner_owns_nothing() -> Result<()> {
    let facts = with(&[
        ("/assignment/owner/value", json!("li")),
        ("/assignment/deputy/value", json!("zhou")),
        ("/departures/0/successor/value", json!("none")),
    ])?;
    let picture = assessed(&facts)??;
    let concentration = picture.concentration.value().context("ties")?;
    let largest = concentration.on(Side::Supplier).largest;
    ensure!(largest.person.as_str() == "zhou" && largest.share == Share::ALL);
    let assignment = picture.assignment.context("an assignment")?;
    ensure!(assignment.decision() == Decision::Deny);
    let mut breaches = assignment.findings().breaches();
    ensure!(breaches.all(|finding| finding.evidence.fact == Fact::DedicatedOwner));
    let effect = picture.departures[0].value().context("an effect")?;
    ensure!(effect.lost == Share::percent(70)?, "{effect:?}");
    Ok(())
}

#[test]
fn a_last_day_in_the_register_is_a_departure_that_nobody_has_to_tell() -> Result<()> {
    let facts = with(&[("/departures", json!([]))])?;
    let picture = assessed(&facts)??;
    ensure!(picture.departures.len() == 1);
    ensure!(
        picture.departures[0].value().is_none(),
        "nobody says who took over"
    );
    ensure!(picture.departures[0].findings().breaches().count() > 0);
    Ok(())
}

#[test]
fn the_customers_buyer_and_a_stranger_look_after_nobody() -> Result<()> {
    let facts = with(&[
        ("/assignment/owner/value", json!("wang")),
        ("/assignment/deputy/value", json!("ghost")),
    ])?;
    let error = assessed(&facts)?.err().context("errors")?;
    let each: Vec<String> = error.each().map(ToString::to_string).collect();
    ensure!(
        error.each().all(|one| one.path() == "assignment"),
        "{error}"
    );
    ensure!(
        each == [
            "`wang` acts for the customer, expected somebody of the supplier",
            "nobody in the register is named `ghost`",
        ],
        "{each:?}"
    );
    Ok(())
}

#[test]
fn the_mood_of_a_stranger_is_an_error_and_that_of_our_seller_too() -> Result<()> {
    let seen = |person: &str, emotion: &str| json!({"person": person, "emotion": emotion, "on": "2024-09-10", "grade": "measured"});
    let moods = json!([
        seen("zhou", "pleasure"),
        seen("ghost", "pleasure"),
        seen("wang", "anger")
    ]);
    let error = assessed(&with(&[("/moods", moods)])?)?
        .err()
        .context("errors")?;
    ensure!(error.each().all(|one| one.path() == "moods"), "{error}");
    let each: Vec<String> = error.each().map(ToString::to_string).collect();
    ensure!(
        each.contains(&"nobody in the register is named `ghost`".to_owned()),
        "{each:?}"
    );
    ensure!(each.len() == 2, "{each:?}");
    Ok(())
}

/// The conflict of a seller who is gone bars nothing any more, and of the others nothing is known.
#[test]
fn the_interests_of_whoever_has_left_count_no_more() -> Result<()> {
    let conflict = json!({"name": "bonus on volume only", "weight": 1, "state": "unresolved"});
    let operators = json!([
        {"id": "li", "conflicts": {"value": [conflict], "grade": "measured"}},
        {"id": "zhou", "conflicts": {"value": [], "grade": "measured"}},
    ]);
    let barred = |facts: &Value| -> Result<bool> {
        let picture = assessed(facts)??;
        let aln_05 = "ALN-05".parse()?;
        Ok(picture.investments[0].tally().breached.contains(aln_05))
    };
    let gone = with(&[("/supplier/operators", operators)])?;
    ensure!(!barred(&gone)?);
    let mut there = gone;
    let li = "/parties/supplier-operator/people/0/until";
    *there.pointer_mut(li).context("a last day")? = Value::Null;
    *there.pointer_mut("/departures").context("departures")? = json!([]);
    *there.pointer_mut("/actions").context("actions")? = json!([]);
    ensure!(barred(&there)?);
    Ok(())
}
