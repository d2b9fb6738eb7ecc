//! Every fact of a dossier has the day on which it was learnt, and the review reads it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use keqing::dossier::Dossier;
use keqing::form::{Described, Form, Shape};
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use crate::support::reviewed::{agreeing, reviewed};

/// The facts that never expire: promises, what bears on a departure, and the account.
const LASTING: [&str; 6] = [
    "/loyalty/foundations/promises",
    "/party/departures/0/successor",
    "/party/departures/0/handover",
    "/party/departures/0/plan",
    "/receivable/account/ordered",
    "/receivable/account/shipped",
];

/// The lists of what is read with its own day in its own room.
const READ_ELSEWHERE: [&str; 5] = [
    "/lifecycle",
    "/loyalty/evidence",
    "/party/moods",
    "/party/trust",
    "/satisfaction/measurements",
];

/// The embedded dossier, with every graded fact that it leaves out.
fn whole() -> Result<Value> {
    let mut dossier = agreeing()?;
    let context = dossier.pointer("/satisfaction/context").cloned();
    let context = context.context("no context")?;
    for (path, value) in needs().into_iter().chain(values(&context)).chain(means()) {
        let (place, name) = path.rsplit_once('/').context("no place")?;
        put(&mut dossier, place, name, value)?;
    }
    Ok(dossier)
}

fn put(dossier: &mut Value, place: &str, name: &str, value: Value) -> Result<()> {
    let place = dossier.pointer_mut(place).and_then(Value::as_object_mut);
    let place = place.with_context(|| format!("no place for {name}"))?;
    place.insert(name.to_owned(), value);
    Ok(())
}

fn fact(value: Value) -> Value {
    json!({"value": value, "grade": "measured", "on": "2024-11-30"})
}

fn benefit() -> Value {
    fact(json!({
        "party": "customer-organization", "interest": {"scope": "company", "kind": "material"}, "horizon": "near",
    }))
}

fn needs() -> Vec<(&'static str, Value)> {
    let felt = || fact(json!("present"));
    vec![
        ("/satisfaction/levels/employee-interaction", fact(json!(4))),
        ("/satisfaction/levels/good-feelings", fact(json!(4))),
        (
            "/satisfaction/features/0/competitor-parity",
            fact(json!("absent")),
        ),
        (
            "/satisfaction/people",
            json!([{"person": "wang-fang", "affection": felt(), "security": felt(), "respect": felt()}]),
        ),
        (
            "/satisfaction/offer",
            json!([{"personalised": {
                "item": "stock", "need": fact(json!("no standstill")),
                "gain": {"benefit": benefit()},
            }}]),
        ),
        ("/party/customer/form", fact(json!("private"))),
        ("/party/customer/size", fact(json!("small"))),
        ("/party/customer/operators/0/conflicts", fact(json!([]))),
        (
            "/party/investments/0/obligation",
            fact(json!({"contract": "service level 2024"})),
        ),
    ]
}

fn values(context: &Value) -> Vec<(&'static str, Value)> {
    let nine = json!({"value": "9", "scale": {"lowest": "0", "highest": "10"}});
    let item = |name: &str| fact(json!(name));
    vec![
        (
            "/satisfaction/drivers",
            json!([{"driver": "speed", "context": context, "importance": 5, "grade": "measured", "on": "2024-11-30"}]),
        ),
        (
            "/satisfaction/judgements",
            json!([{"customer": "c-1", "condition": context, "option": "repair", "worth": nine, "grade": "measured", "on": "2024-11-30"}]),
        ),
        (
            "/satisfaction/criteria",
            json!({
                "criteria": {"grade": "measured", "on": "2024-11-30", "weights": [{"criterion": "uptime", "weight": "100"}]},
                "scores": [{"criterion": "uptime", "score": fact(nine)}],
            }),
        ),
        (
            "/satisfaction/proposition",
            json!({
                "proposition": {
                    "covers": ["training"],
                    "chances": {"choose": item("training"), "buy": item("none"), "bond": item("none")},
                },
                "requirements": [{"item": "training"}],
            }),
        ),
    ]
}

fn means() -> Vec<(&'static str, Value)> {
    let there = || fact(json!("present"));
    let one = || fact(json!({"amount": "1", "currency": "CNY"}));
    vec![
        ("/loyalty/support", fact(json!("supported"))),
        ("/loyalty/foundations/notes", fact(json!([]))),
        (
            "/loyalty/means",
            json!({
                "instruments": {
                    "instruments": ["contract"],
                    "gains": [{"instrument": "contract", "gain": {"benefit": benefit()}}],
                    "rebate": {"recipient": fact(json!("organization")), "contract": there(), "disclosure": there()},
                },
                "channel": {"channel": fact(json!("in-person")), "compensation": fact(json!([]))},
                "risks": [{"kind": "late-supply", "bearer": "organization", "likelihood": 3, "impact": 3, "grade": "measured", "on": "2024-11-30"}],
            }),
        ),
        ("/receivable/account/ordered", one()),
        ("/receivable/account/shipped", one()),
    ]
}

/// The pointers to all graded facts with a day, and to entries of a list that have both.
fn dated(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let has = |name: &str| fields.contains_key(name);
            if has("grade") && has("on") {
                found.push(path.to_owned());
            }
            for (name, value) in fields {
                dated(value, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(members) => {
            for (place, value) in members.iter().enumerate() {
                dated(value, &format!("{path}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// The ways to every graded record of a form, without the places of members.
fn graded(form: &'static Form, way: &str, found: &mut BTreeSet<String>) {
    match form.shape() {
        Shape::Optional(inner) | Shape::OrNone(inner) => graded(inner, way, found),
        Shape::Record(fields) => {
            let has = |name: &str| fields.iter().any(|field| field.name() == name);
            if has("until")
                || has("word")
                || READ_ELSEWHERE.iter().any(|list| way.starts_with(list))
            {
                return;
            }
            if has("grade") {
                found.insert(way.to_owned());
            }
            for field in *fields {
                graded(field.form(), &format!("{way}/{}", field.name()), found);
            }
        }
        Shape::Choice(variants) => {
            for variant in *variants {
                if let Some(form) = variant.form() {
                    graded(form, &format!("{way}/{}", variant.name()), found);
                }
            }
        }
        Shape::List { of, .. } => graded(of, way, found),
        Shape::Either(forms) => {
            for form in *forms {
                graded(form, way, found);
            }
        }
        Shape::Keyed { value, .. } => graded(value, way, found),
        Shape::Tuple(forms) => {
            for form in *forms {
                graded(form, way, found);
            }
        }
        _ => {}
    }
}

fn without_places(pointer: &str) -> String {
    let steps = pointer.split('/');
    let names: Vec<&str> = steps
        .filter(|step| step.parse::<usize>().is_err())
        .collect();
    names.join("/")
}

#[test]
fn each_graded_fact_has_a_day_after_which_it_is_too_old() -> Result<()> {
    let dossier = whole()?;
    let before = reviewed(&dossier)?;
    assert_eq!((before.expired().count(), before.ahead()), (0, 0));
    let (mut places, mut wrong) = (Vec::new(), Vec::new());
    dated(&dossier, "", &mut places);
    let (mut all, mut shown) = (BTreeSet::new(), BTreeSet::new());
    graded(Dossier::FORM, "", &mut all);
    places.retain(|place| all.contains(&without_places(place)));
    for place in places {
        let moved = |day: &str| -> Result<_> {
            let mut dossier = dossier.clone();
            put(&mut dossier, &place, "on", json!(day))?;
            reviewed(&dossier)
        };
        let (old, ahead) = (moved("1990-01-01")?, moved("2999-01-01")?);
        let (expected, path) = (usize::from(!LASTING.contains(&place.as_str())), &place);
        let found = old.expired().count();
        shown.insert(without_places(path));
        if found != expected || ahead.expired().count() != 0 {
            wrong.push(format!("{path}: {found} expired"));
        }
        if ahead.ahead() != 1 && !path.starts_with("/receivable") {
            wrong.push(format!("{path}: {} ahead", ahead.ahead()));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    let missed: Vec<&String> = all.difference(&shown).collect();
    ensure!(missed.is_empty(), "not shown: {missed:#?}");
    Ok(())
}

#[test]
fn a_fact_that_is_too_old_is_named_in_every_locale() -> Result<()> {
    let mut dossier = agreeing()?;
    let stake = "/party/customer/operators/0/stake";
    put(&mut dossier, stake, "on", json!("2023-01-01"))?;
    let review = reviewed(&dossier)?;
    let path = "party.customer.operators[wang-fang].stake";
    let shown = [
        (Locale::En, "unknown since 2024-01-02"),
        (Locale::ZhHans, "自 2024-01-02 起未知"),
        (Locale::ZhHant, "自 2024-01-02 起未知"),
    ];
    for (locale, since) in shown {
        let text = review.display(locale).to_string();
        let line = text.lines().find(|line| line.contains(path));
        let line = line.context("the fact is not named")?;
        ensure!(line.contains(since), "{line}");
    }
    Ok(())
}
