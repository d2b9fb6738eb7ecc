//! Every name in the facts leads to an entry of the register, or is an error with its place.

use anyhow::{Context, Result, ensure};
use keqing::party::{PartyError, PartyFacts, PartyGiven, PartyPicture, PartyPolicy, assess};
use serde_json::{Value, json};

use crate::support::errors::day;

/// The facts of a relationship in which everybody is known.
pub(super) fn facts() -> Value {
    let known = |value: Value| json!({"value": value, "grade": "measured"});
    let clearance = json!({
        "word": "present", "grade": "customer-stated", "on": "2024-05-02", "by": "gu",
        "scope": {"party": "customer-operator"},
    });
    json!({
        "parties": {
            "supplier-organization": {"id": "s", "name": "Us"},
            "supplier-operator": {"people": [
                {"id": "li", "department": "sales", "level": "operator", "until": "2024-01-30"},
                {"id": "zhou", "department": "sales", "level": "operator"},
                {"id": "gu", "department": "legal", "level": "manager"},
            ]},
            "customer-organization": {"id": "c", "name": "Customer"},
            "customer-operator": {"people": [
                {"id": "wang", "department": "purchasing", "level": "manager"},
                {"id": "zhao", "department": "production", "level": "manager", "from": "2024-03-01"},
            ]},
        },
        "ties": [
            {"supplier": "li", "customer": "wang", "weight": 7},
            {"supplier": "zhou", "customer": "wang", "weight": 3},
        ],
        "trust": [{"person": "wang", "level": {"value": "first", "grade": "customer-stated", "on": "2024-06-01"}}],
        "moods": [{"person": "wang", "emotion": "pleasure", "on": "2024-09-10", "grade": "measured"}],
        "supplier": {"operators": [{"id": "zhou", "conflicts": known(json!([]))}]},
        "customer": {"operators": [{"id": "wang"}]},
        "departures": [{
            "side": "supplier", "person": "li", "successor": known(json!("zhou")),
            "handover": known(json!("nothing")), "plan": known(json!("present")),
        }],
        "assignment": {
            "special": known(json!("present")), "owner": known(json!("zhou")), "deputy": known(json!("gu")),
        },
        "measures": [{"effects": {"supplier-operator": {"direction": "negative", "countermeasure": {
            "what": "a bonus on margin", "who": "zhou", "by": "2025-01-31",
        }}}}],
        "actions": [{"actor": "supplier-operator", "clearance": clearance}],
        "investments": [{"purpose": "relationship-capital", "clearances": [clearance]}],
    })
}

/// Assesses facts as of the last day of 2024.
pub(super) fn assessed(facts: &Value) -> Result<Result<PartyPicture, PartyError>> {
    let facts: PartyFacts = serde_json::from_value(facts.clone())?;
    let last = day("2024-12-31").map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(assess(
        &PartyPolicy::standard(),
        &facts,
        &PartyGiven::new(last),
    ))
}

/// Returns the path and the message of each error, once a value of the facts is another one.
fn refused(path: &str, value: &Value) -> Result<Vec<String>> {
    let mut facts = facts();
    *facts.pointer_mut(path).with_context(|| path.to_owned())? = value.clone();
    let error = assessed(&facts)?.err();
    let each = error.iter().flat_map(PartyError::each);
    Ok(each.map(|one| format!("{}: {one}", one.path())).collect())
}

/// Each place of the facts that names somebody, with the part that it stands in.
const PLACES: [(&str, &str); 14] = [
    ("/ties/0/supplier", "ties"),
    ("/ties/1/customer", "ties"),
    ("/trust/0/person", "trust"),
    ("/moods/0/person", "moods"),
    ("/supplier/operators/0/id", "supplier"),
    ("/customer/operators/0/id", "customer"),
    ("/departures/0/person", "departures"),
    ("/departures/0/successor/value", "departures"),
    ("/assignment/owner/value", "assignment"),
    ("/assignment/deputy/value", "assignment"),
    (
        "/measures/0/effects/supplier-operator/countermeasure/who",
        "measures",
    ),
    ("/actions/0/clearance/by", "actions"),
    ("/investments/0/clearances/0/by", "investments"),
    ("/departures/0/handover", "departures"),
];

#[test]
fn facts_in_which_everybody_is_known_are_assessed() -> Result<()> {
    let picture = assessed(&facts())?;
    ensure!(picture.is_ok(), "{picture:?}");
    Ok(())
}

#[test]
fn a_name_of_nobody_is_an_error_with_its_place() -> Result<()> {
    for (path, part) in PLACES {
        let is_list = path.ends_with("/handover");
        let value = if is_list {
            json!({"value": {"counterparts": ["ghost"]}, "grade": "measured"})
        } else {
            json!("ghost")
        };
        let found = refused(path, &value)?;
        let expected = format!("{part}: nobody in the register is named `ghost`");
        ensure!(found.contains(&expected), "{path}: {found:?}");
    }
    Ok(())
}

#[test]
fn somebody_of_the_other_side_is_an_error_where_the_side_is_given() -> Result<()> {
    let ours =
        |name: &str| format!("`{name}` acts for the supplier, expected somebody of the customer");
    let theirs =
        |name: &str| format!("`{name}` acts for the customer, expected somebody of the supplier");
    let table = [
        ("/moods/0/person", "zhou", ours("zhou")),
        ("/supplier/operators/0/id", "wang", theirs("wang")),
        ("/customer/operators/0/id", "zhou", ours("zhou")),
        ("/departures/0/person", "wang", theirs("wang")),
        ("/departures/0/successor/value", "wang", theirs("wang")),
        ("/assignment/owner/value", "wang", theirs("wang")),
    ];
    for (path, name, expected) in table {
        let found = refused(path, &json!(name))?;
        ensure!(
            found.iter().any(|one| one.ends_with(&expected)),
            "{path}: {found:?}"
        );
    }
    Ok(())
}

#[test]
fn a_word_of_a_day_is_of_somebody_who_acts_on_it() -> Result<()> {
    let gone = "`li` does not act on 2024-05-02, expected a day until 2024-01-30";
    let early = "`zhao` does not act on 2024-02-29, expected a day from 2024-03-01";
    let said = |person: &str, on: &str| json!({"person": person, "level": {"value": "full", "grade": "customer-stated", "on": on}});
    let seen =
        json!({"person": "zhao", "emotion": "doubt", "on": "2024-02-29", "grade": "measured"});
    let tied =
        |until: &str| json!({"supplier": "li", "customer": "wang", "weight": 7, "until": until});
    let table = [
        ("/trust/0", said("li", "2024-05-02"), Some(("trust", gone))),
        ("/trust/0", said("li", "2024-01-30"), None),
        ("/moods/0", seen, Some(("moods", early))),
        (
            "/actions/0/clearance/by",
            json!("li"),
            Some(("actions", gone)),
        ),
        (
            "/investments/0/clearances/0/by",
            json!("li"),
            Some(("investments", gone)),
        ),
        ("/ties/0", tied("2024-05-02"), Some(("ties", gone))),
        ("/ties/0", tied("2024-01-30"), None),
    ];
    for (path, value, expected) in table {
        let found = refused(path, &value)?;
        let expected = expected.map(|(part, message)| format!("{part}: {message}"));
        let told = found.first().cloned();
        ensure!(told == expected, "{path}: {found:?}");
    }
    Ok(())
}

#[test]
fn every_name_of_nobody_is_told_at_once() -> Result<()> {
    let mut facts = facts();
    for (path, _) in PLACES
        .into_iter()
        .filter(|(path, _)| !path.ends_with("/handover"))
    {
        let place = facts.pointer_mut(path).with_context(|| path.to_owned())?;
        // Everybody has a name of their own, so that nobody is told once for two.
        *place = json!(
            format!("ghost-of{}", path.replace('/', "-"))
                .chars()
                .take(48)
                .collect::<String>()
        );
    }
    let error = assessed(&facts)?.err().context("errors")?;
    let mut parts: Vec<&str> = error.each().map(PartyError::path).collect();
    parts.dedup();
    parts.sort_unstable();
    parts.dedup();
    ensure!(
        parts
            == [
                "actions",
                "assignment",
                "customer",
                "departures",
                "investments",
                "measures",
                "moods",
                "supplier",
                "ties",
                "trust",
            ],
        "{parts:?}"
    );
    Ok(())
}
