//! Several faults of one document are several, whichever list or record of it they stand in.

use keqing::form::Tree;
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use serde_json::{Value, json};

use crate::support::errors::Failure;

/// The messages of a question that is refused, by its form or by its function.
fn told(line: &Value) -> Result<Vec<String>, Failure> {
    let question = match serde_json::from_value::<Tree>(line.clone())
        .map(|tree| Question::from_tree(&tree, &keqing::form::Limits::standard()))?
    {
        Ok(question) => question,
        Err(faults) => return Ok(faults.iter().map(ToString::to_string).collect()),
    };
    let refused = answer(&Policy::standard(), &question).err();
    Ok(refused
        .iter()
        .flat_map(|error| error.each())
        .map(ToString::to_string)
        .collect())
}

fn euros(amount: &str) -> Value {
    json!({"amount": amount, "currency": "EUR"})
}

#[test]
fn every_entry_of_a_list_inside_a_record_is_told() -> Result<(), Failure> {
    let debt = json!({
        "principal": euros("100"), "issued": "2024-01-10", "due": "2024-02-10",
        "changes": [
            {"date": "2024-01-01", "amount": euros("5"), "kind": "payment"},
            {"date": "2024-03-01", "amount": euros("-5"), "kind": "payment"},
            {"date": "2024-03-02", "amount": {"amount": "5", "currency": "USD"}, "kind": "payment"},
        ],
        "pauses": [{"from": "2024-03-01", "to": "2024-02-01"}],
    });
    let line = json!({
        "ask": "receivable.interest", "rate": {"agreed": "9 % per year"}, "debt": debt, "as-of": "2024-12-31",
    });
    assert_eq!(told(&line)?.len(), 4, "{:#?}", told(&line)?);

    let item = json!({
        "id": "A", "issued": "2024-05-06", "due": "2024-06-06", "amount": euros("10"),
        "receipts": [
            {"date": "2024-05-01", "amount": euros("1")},
            {"date": "2024-05-07", "amount": {"amount": "1", "currency": "USD"}},
        ],
        "disputed": euros("-1"),
    });
    let line = json!({"ask": "receivable.age", "items": [item], "as-of": "2024-12-31"});
    assert_eq!(told(&line)?.len(), 2, "{:#?}", told(&line)?);
    Ok(())
}

#[test]
fn every_day_of_a_calendar_and_every_criterion_of_a_policy_is_told() -> Result<(), Failure> {
    let calendar = json!({
        "weekend": ["Sat", "Sun"],
        "holidays": ["2024-05-04", "2024-05-01"],
        "working-days": ["2024-05-04", "2024-05-06"],
    });
    let line = json!({
        "ask": "receivable.due_date", "calendar": calendar,
        "term": serde_json::to_value(keqing::receivable::term::PaymentTerm::immediate())?,
        "dates": {"invoice": "2024-05-01"},
    });
    assert_eq!(told(&line)?.len(), 2, "{:#?}", told(&line)?);

    let over: Tree = serde_json::from_value(json!({"receivable": {"allocation": {
        "between": ["pro-rata", "oldest", "oldest"], "in-advance": "last-instalment",
    }}}))?;
    let refused = Policy::overlaid(&Policy::standard(), &over).err();
    let faults: Vec<String> = refused
        .iter()
        .flat_map(|faults| faults.iter())
        .map(ToString::to_string)
        .collect();
    assert_eq!(faults.len(), 3, "{faults:#?}");
    Ok(())
}

#[test]
fn every_fault_of_one_entry_is_told_and_the_same_words_once() -> Result<(), Failure> {
    let known = |value: Value| json!({"value": value, "grade": "measured"});
    let invoice =
        json!({"id": "17", "issued": "2024-05-06", "due": "2024-05-05", "open": euros("1")});
    let line = json!({"ask": "receivable.dun", "facts": {
        "as-of": "2024-05-31",
        "invoices": known(json!([invoice, invoice])),
        "reminders": known(json!([
            {"step": "remind", "on": "2024-06-01", "documents": []},
            {"step": "statement", "on": "2024-06-01", "documents": ["17"]},
        ])),
        "disputes": known(json!([
            {"document": "17", "amount": euros("0"), "from": "2024-05-09", "until": "2024-05-08"},
        ])),
        "promises": known(json!([
            {"made": "2024-06-02", "by": "2024-06-03", "amount": euros("5"), "paid": euros("6")},
        ])),
    }});
    let found = told(&line)?;
    assert_eq!(found.len(), 8, "{found:#?}");
    let late = "a reminder on 2024-06-01 is after 2024-05-31, expected dates up to that day";
    assert_eq!(found.iter().filter(|message| *message == late).count(), 1);
    Ok(())
}

#[test]
fn every_policy_of_a_book_is_told() -> Result<(), Failure> {
    let dated = |from: &str, until: &str| -> Result<Value, Failure> {
        let mut policy = serde_json::to_value(Policy::standard())?;
        let fields = policy.as_object_mut().ok_or("an object")?;
        fields.insert("effective".into(), json!({"from": from, "until": until}));
        Ok(policy)
    };
    let book = json!({"policies": [
        dated("2020-01-01", "2020-12-31")?,
        dated("2021-06-01", "2022-12-31")?,
        dated("2022-01-01", "none")?,
    ]});
    let refused = serde_json::from_value::<keqing::policy::PolicyBook>(book).err();
    let text = refused.map(|error| error.to_string()).unwrap_or_default();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(
        text.lines().all(|line| line.starts_with("policies: ")),
        "{text}"
    );
    Ok(())
}

/// The gate of the stage says whether a partnership decides, in a move and in the placement alike.
#[test]
fn a_house_without_the_partnership_places_as_it_judges() -> Result<(), Failure> {
    let over: Tree =
        serde_json::from_value(json!({"lifecycle": {"strategic": {"partnership": "none"}}}))?;
    let house = Policy::overlaid(&Policy::standard(), &over)?;
    let line = json!({
        "ask": "lifecycle.place",
        "standing": {"state": {"active": "strategic"}, "since": "2023-01-01"},
        "facts": {
            "as-of": "2024-12-31",
            "share": {"value": {"of": "85 %"}, "grade": "measured"},
            "partnership": {"value": "absent", "grade": "measured"},
        },
    });
    let placed = |policy: &Policy| -> Result<Value, Failure> {
        let question: Question = serde_json::from_value(line.clone())?;
        let told = serde_json::to_value(answer(policy, &question)?)?;
        Ok(told
            .pointer("/value/supported")
            .cloned()
            .ok_or("a placement")?)
    };
    assert_eq!(placed(&Policy::standard())?, json!({"active": "stable"}));
    assert_eq!(placed(&house)?, json!({"active": "strategic"}));
    Ok(())
}

/// An error stands at the argument that it is about.
#[test]
fn an_error_of_several_arguments_names_its_own() -> Result<(), Failure> {
    let share = |end: &str, part: &str| json!({"period-end": end, "share": {"of": part}});
    let placed = json!({
        "ask": "lifecycle.place",
        "standing": {"state": {"active": "stable"}, "since": "2020-01-01"},
        "facts": {"as-of": "2024-12-31"},
        "history": [share("2023-12-31", "60 %"), share("2023-12-31", "50 %")],
    });
    let premium = |premium: &str, gain: Value| {
        json!({
            "ask": "satisfaction.judge_premium", "premium": euros(premium),
            "gain": {"value": gain, "grade": "measured"},
        })
    };
    let dollars = json!({"amount": "5", "currency": "USD"});
    for (line, expected) in [
        (placed, "history"),
        (premium("-5", euros("5")), "premium"),
        (premium("5", dollars), "gain"),
    ] {
        let question: Question = serde_json::from_value(line)?;
        let error = answer(&Policy::standard(), &question)
            .err()
            .ok_or("an error")?;
        assert_eq!(question.path_of(&error), expected, "{error}");
    }
    Ok(())
}

#[test]
fn every_date_and_every_bound_of_one_value_is_told() -> Result<(), Failure> {
    let standing = json!({
        "ask": "lifecycle.tally", "facts": {"as-of": "2024-12-31"}, "proposed": "hold",
        "standing": {
            "state": {"active": "stable"}, "since": "2024-01-01",
            "stepped-up": "2024-02-01", "fell": "2024-03-01",
        },
    });
    let settlement = json!({
        "ask": "receivable.paid_on",
        "settlement": {
            "method": "cheque", "received": "2024-05-10",
            "cleared": "2024-05-09", "matures": "2024-05-08", "dishonoured": null,
        },
    });
    for line in [standing, settlement] {
        assert_eq!(told(&line)?.len(), 2, "{:#?}", told(&line)?);
    }
    let policy = serde_json::to_value(keqing::receivable::interest::InterestPolicy::standard())?;
    let mut policy = policy.as_object().cloned().ok_or("an object")?;
    policy.insert("cap".into(), json!({"amount": euros("-3")}));
    policy.insert("minimum".into(), json!({"at-least": euros("-4")}));
    let over: Tree = serde_json::from_value(json!({"receivable": {"interest": {"set": policy}}}))?;
    let refused = Policy::overlaid(&Policy::standard(), &over).err();
    let faults: Vec<String> = refused
        .iter()
        .flat_map(|faults| faults.iter())
        .map(ToString::to_string)
        .collect();
    assert_eq!(faults.len(), 2, "{faults:#?}");
    Ok(())
}
