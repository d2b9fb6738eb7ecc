//! The people whom a dossier names, wherever they speak or are spoken of.

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::policy::Policy;
use keqing::review::{ReviewError, review};
use keqing::vocab::known::Stated;
use keqing::vocab::words::TrustLevel;
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

const LI: &str = "2025-01-31";

/// Reviews the embedded dossier with something at a place, and lists its errors, each as a text.
fn errors(path: &str, value: Value) -> Result<Vec<String>> {
    let mut dossier = embedded()?;
    // Sun is with the customer from the summer until the autumn.
    for (field, day) in [("from", "2024-06-01"), ("until", "2024-10-15")] {
        let sun = dossier.pointer_mut("/party/parties/customer-operator/people/1");
        let sun = sun.and_then(Value::as_object_mut).context("nobody")?;
        sun.insert(field.to_owned(), json!(day));
    }
    let (above, name) = path.rsplit_once('/').context("a path")?;
    let place = dossier.pointer_mut(above).context("no such place")?;
    place
        .as_object_mut()
        .context("an object")?
        .insert(name.to_owned(), value);
    match reviewed(&dossier) {
        Ok(_) => Ok(Vec::new()),
        Err(error) => {
            let error: ReviewError = error.downcast()?;
            Ok(error.each().map(ToString::to_string).collect())
        }
    }
}

fn said(by: &str, on: &str, grade: &str) -> Value {
    json!([{"on": on, "grade": grade, "by": by, "sign": {"evaluation": 5}}])
}

#[test]
fn a_word_about_us_is_of_the_customers_side_and_of_a_day_on_which_its_speaker_acted() -> Result<()>
{
    let ours = "loyalty.evidence[0].by: `zhou-tao` acts for the supplier, expected somebody of the customer";
    let outside = |day: &str| {
        format!(
            "loyalty.evidence[0].by: `sun-li` does not act on {day}, \
             expected a day from 2024-06-01 until 2024-10-15"
        )
    };
    let table = [
        (said("wang-fang", "2024-11-20", "customer-stated"), None),
        (said("zhou-tao", "2024-11-20", "customer-stated"), Some(ours.to_owned())),
        (said("zhou-tao", "2024-11-20", "measured"), Some(ours.to_owned())),
        // A guess about the customer is one of our people.
        (said("zhou-tao", "2024-11-20", "estimated"), None),
        (said("sun-li", "2024-06-01", "customer-stated"), None),
        (said("sun-li", "2024-10-15", "customer-stated"), None),
        (said("sun-li", "2024-05-31", "customer-stated"), Some(outside("2024-05-31"))),
        (said("sun-li", "2024-10-16", "customer-stated"), Some(outside("2024-10-16"))),
        (
            said("wang-feng", "2024-11-20", "customer-stated"),
            Some(
                "loyalty.evidence[0].by: nobody in the register is named `wang-feng`, did you mean `wang-fang`?"
                    .to_owned(),
            ),
        ),
    ];
    for (evidence, expected) in table {
        let found = errors("/loyalty/evidence", evidence.clone())?;
        assert_eq!(found, Vec::from_iter(expected), "{evidence}");
    }
    Ok(())
}

#[test]
fn whoever_was_measured_and_whoever_needs_something_is_of_the_customer() -> Result<()> {
    let score = json!({"value": "8", "scale": {"lowest": "0", "highest": "10"}});
    let measured = |person: &str, grade: &str| {
        json!([{
            "context": {"place": "Ningbo works", "occasion": "spare part order"},
            "on": "2024-10-10", "grade": grade, "expected": score, "perceived": score, "person": person,
        }])
    };
    let table = [
        (measured("wang-fang", "customer-stated"), None),
        (
            measured("zhou-tao", "customer-stated"),
            Some("satisfaction.measurements[0].person"),
        ),
        (measured("zhou-tao", "estimated"), None),
    ];
    for (measurements, expected) in table {
        let found = errors("/satisfaction/measurements", measurements.clone())?;
        let paths: Vec<&str> = found
            .iter()
            .filter_map(|text| text.split(": ").next())
            .collect();
        assert_eq!(paths, Vec::from_iter(expected), "{measurements}");
    }
    // Needs have no day, so whoever has left may have had them.
    for (person, expected) in [("sun-li", 0), ("zhou-tao", 1), ("ghost", 1)] {
        let found = errors("/satisfaction/people", json!([{"person": person}]))?;
        assert_eq!(found.len(), expected, "{found:?}");
        ensure!(
            found
                .iter()
                .all(|text| text.starts_with("satisfaction.people[0].person: "))
        );
    }
    Ok(())
}

#[test]
fn a_statement_without_a_day_is_no_statement_of_a_dossier() -> Result<()> {
    let mut dossier: Dossier = serde_json::from_value(embedded()?)?;
    dossier.party.organizational_trust = Stated::customer_stated(TrustLevel::First);
    let error = review(&Policy::standard(), &dossier)
        .err()
        .context("an error")?;
    assert_eq!(
        error.to_string(),
        "party.organizational-trust: a fact without a day, give `on`, the day on which it was learnt"
    );
    Ok(())
}

#[test]
fn somebody_who_is_spoken_of_may_come_later() -> Result<()> {
    let owner = |value: &str, on: &str, by: &str| json!({"value": value, "grade": "measured", "on": on, "until": LI, "by": by});
    let path = "/party/assignment/owner";
    let found = errors(path, owner("sun-li", "2024-01-01", "chen-guo"))?;
    let side =
        "party.assignment: `sun-li` acts for the customer, expected somebody of the supplier";
    assert_eq!(found, [side], "the day is no matter, and the side is");
    let found = errors(path, owner("li-ming", "2024-01-01", "sun-li"))?;
    let day = "party.assignment.owner.by: `sun-li` does not act on 2024-01-01, \
               expected a day from 2024-06-01 until 2024-10-15";
    assert_eq!(found, [day], "whoever says it acts on the day");
    Ok(())
}

/// Lists the errors of the embedded dossier with a fee, and with an event of the account that a person decided.
///
/// One of our managers leaves on 20 October, and another one comes on 25 October.
fn decided(field: &str, event: Value) -> Result<Vec<String>> {
    let mut dossier = embedded()?;
    let people = dossier.pointer_mut("/party/parties/supplier-operator/people");
    let people = people.and_then(Value::as_array_mut).context("people")?;
    for (id, field, day) in [
        ("old-hand", "until", "2024-10-20"),
        ("new-hand", "from", "2024-10-25"),
    ] {
        people.push(json!({"id": id, "department": "sales", "level": "manager", field: day}));
    }
    let account = dossier.pointer_mut("/receivable/account");
    let account = account
        .and_then(Value::as_object_mut)
        .context("an account")?;
    let amount = json!({"amount": "10.00", "currency": "CNY"});
    account.insert(
        "fees".to_owned(),
        json!([{"id": "FX", "date": "2024-10-01", "amount": amount}]),
    );
    account.insert(field.to_owned(), event);
    match reviewed(&dossier) {
        Ok(_) => Ok(Vec::new()),
        Err(error) => {
            let error: ReviewError = error.downcast()?;
            Ok(error.each().map(ToString::to_string).collect())
        }
    }
}

fn waived(by: &str, authority: &str, date: &str) -> Result<Vec<String>> {
    let cause = json!({"cause": "bank-delay", "on": "2024-10-01", "document": "bank-note-8"});
    decided(
        "waivers",
        json!([{
            "id": "W-1", "date": date, "document": "FX", "subject": "fee",
            "amount": {"amount": "5.00", "currency": "CNY"}, "by": by, "authority": authority,
            "cause": cause, "personal-interest": "absent", "for-oneself": "absent",
        }]),
    )
}

#[test]
fn whoever_waives_acts_for_us_on_the_day_of_the_waiver() -> Result<()> {
    let side = "acts for the customer, expected somebody of the supplier";
    let table = [
        ("zhou-tao", "2024-10-21", None),
        (
            "wang-fang",
            "2024-10-21",
            Some(format!("`wang-fang` {side}")),
        ),
        ("old-hand", "2024-10-20", None),
        (
            "old-hand",
            "2024-10-21",
            Some(
                "`old-hand` does not act on 2024-10-21, expected a day until 2024-10-20".to_owned(),
            ),
        ),
        ("new-hand", "2024-10-25", None),
        (
            "new-hand",
            "2024-10-24",
            Some(
                "`new-hand` does not act on 2024-10-24, expected a day from 2024-10-25".to_owned(),
            ),
        ),
        (
            "zhou-tan",
            "2024-10-21",
            Some("nobody in the register is named `zhou-tan`, did you mean `zhou-tao`?".to_owned()),
        ),
    ];
    for (by, date, reason) in table {
        let expected = reason.map(|reason| format!("receivable.account.waivers[0].by: {reason}"));
        let found = waived(by, "manager", date)?;
        assert_eq!(found, Vec::from_iter(expected), "{by} on {date}");
    }
    Ok(())
}

#[test]
fn nobody_waives_with_an_authority_above_the_own_level() -> Result<()> {
    let table = [
        ("zhou-tao", "manager", None),
        ("zhou-tao", "director", None),
        ("zhou-tao", "vice-president", None),
        ("zhou-tao", "executive", Some("manager")),
        ("zhou-tao", "board", Some("manager")),
        ("li-ming", "manager", Some("operator")),
        ("li-ming", "executive", Some("operator")),
        ("chen-guo", "executive", None),
        ("chen-guo", "board", None),
        // A person may decide with less than the level allows.
        ("chen-guo", "manager", None),
    ];
    for (by, authority, level) in table {
        let expected = level.map(|level| {
            format!(
                "receivable.account.waivers[0].by: `{by}` claims the authority `{authority}`, and the \
                 register has the level `{level}`, expected an authority of that level"
            )
        });
        let found = waived(by, authority, "2024-10-21")?;
        assert_eq!(found, Vec::from_iter(expected), "{by} as {authority}");
    }
    Ok(())
}

#[test]
fn whoever_excludes_from_the_ladder_acts_for_us() -> Result<()> {
    let excluded = |by: &str| {
        decided(
            "exclusion",
            json!({"by": by, "reason": "a test of the ladder"}),
        )
    };
    assert_eq!(excluded("zhou-tao")?, Vec::<String>::new());
    let side = "receivable.account.exclusion.by: `wang-fang` acts for the customer, \
                expected somebody of the supplier";
    assert_eq!(excluded("wang-fang")?, [side]);
    Ok(())
}
