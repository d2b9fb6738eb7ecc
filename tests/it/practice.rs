//! Questions of people who do this work, with the answer that is right.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use keqing::oracle::{Question, answer};
use keqing::policy::Policy;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

fn ask(name: &str, arguments: Value) -> Result<Value> {
    let question = Question::read(name, arguments)?;
    Ok(serde_json::to_value(answer(
        &Policy::standard(),
        &question,
    )?)?)
}

/// The message with which a question is refused.
fn refused(name: &str, arguments: Value) -> Result<String> {
    match ask(name, arguments) {
        Ok(told) => anyhow::bail!("answered: {told}"),
        Err(error) => Ok(error.to_string()),
    }
}

/// The outcomes of a rule in an answer, with the fact of each finding.
fn told<'a>(answer: &'a Value, rule: &str) -> Vec<(&'a Value, &'a Value)> {
    let findings = answer["findings"].as_array().into_iter().flatten();
    findings
        .filter(|finding| finding["rule"] == rule)
        .map(|finding| (&finding["outcome"], &finding["evidence"]))
        .collect()
}

fn marks(marks: &[Value], on: &str) -> Value {
    let said = |mark| json!({"on": on, "grade": "customer-stated", "sign": {"evaluation": mark}});
    let evidence: Vec<Value> = marks.iter().map(said).collect();
    json!({"evidence": evidence, "as-of": "2024-12-31"})
}

#[test]
fn the_only_word_of_a_customer_is_of_another_century() -> Result<()> {
    let found = ask("loyalty.kinds", marks(&[json!(5)], "1999-01-01"))?;
    ensure!(found["value"].is_null(), "{found}");
    let feeling = told(&found, "LOY-04");
    let (outcome, evidence) = *feeling.first().context("LOY-04")?;
    ensure!(outcome.get("missing").is_some(), "{outcome}");
    ensure!(
        evidence["reading"]["found"]["date"] == "2000-01-02",
        "{evidence}"
    );
    Ok(())
}

#[test]
fn two_people_who_answer_on_one_day_are_mixed_in_either_order() -> Result<()> {
    for both in [[5, 1], [1, 5]] {
        let found = ask(
            "loyalty.kinds",
            marks(&both.map(|mark| json!(mark)), "2024-05-01"),
        )?;
        ensure!(found["value"]["emotional"]["value"] == "mixed", "{found}");
        let voices = &found["value"]["voices"]["evaluation"];
        ensure!(
            voices["worst"] == "unfavourable" && voices["best"] == "favourable",
            "{voices}"
        );
    }
    Ok(())
}

#[test]
fn a_nine_needs_its_scale_and_is_favourable_on_it() -> Result<()> {
    let message = refused("loyalty.kinds", marks(&[json!(9)], "2024-05-01"))?;
    for part in [
        "evidence[0].sign.evaluation",
        "got 9",
        "`1-5`",
        "`1-7`",
        "`0-10`",
    ] {
        ensure!(message.contains(part), "{message}");
    }
    let nine = json!({"value": 9, "scale": "0-10"});
    let found = ask("loyalty.kinds", marks(&[nine], "2024-05-01"))?;
    ensure!(
        found["value"]["emotional"]["value"] == "favourable",
        "{found}"
    );
    Ok(())
}

/// Li sold to Wang until the end of January, and Zhou knows Wang a little.
fn people() -> Value {
    let person = |id: &str, department: &str, level: &str| json!({"id": id, "department": department, "level": level});
    let mut li = person("li", "sales", "operator");
    li["until"] = json!("2024-01-30");
    json!({
        "supplier": [li, person("zhou", "sales", "operator")],
        "customer": [person("wang", "purchasing", "manager")],
    })
}

fn ties(li: u32, zhou: u32) -> Value {
    json!([
        {"supplier": "li", "customer": "wang", "weight": li},
        {"supplier": "zhou", "customer": "wang", "weight": zhou},
    ])
}

fn departure(person: &str) -> Value {
    let measured = |value: &str| json!({"value": value, "grade": "measured", "on": "2024-12-31"});
    json!({
        "side": "supplier", "person": person, "successor": measured("none"),
        "handover": measured("nothing"), "plan": measured("present"),
    })
}

#[test]
fn a_seller_leaves_with_ninety_nine_of_a_hundred_ties() -> Result<()> {
    let asked = json!({
        "register": people(), "ties": ties(99, 1), "departure": departure("li"), "as-of": "2024-12-31",
    });
    let found = ask("party.departure", asked)?;
    let lost = json!({"part": "99", "whole": "100"});
    ensure!(
        found["value"]["continuity"] == json!({"at-risk": {"lost": lost}}),
        "{found}"
    );
    Ok(())
}

#[test]
fn a_slip_in_the_name_of_the_leaver_is_an_error() -> Result<()> {
    let asked = json!({
        "register": people(), "ties": ties(99, 1), "departure": departure("lii"), "as-of": "2024-12-31",
    });
    let message = refused("party.departure", asked)?;
    ensure!(
        message == "nobody in the register is named `lii`, did you mean `li`?",
        "{message}"
    );
    Ok(())
}

/// A dossier of the three people, with more facts about the parties.
fn dossier(facts: &[(&str, Value)]) -> Value {
    let people = people();
    let mut party = json!({
        "parties": {
            "supplier-organization": {"id": "s", "name": "Us"},
            "supplier-operator": {"people": people["supplier"]},
            "customer-organization": {"id": "c", "name": "Customer"},
            "customer-operator": {"people": people["customer"]},
        },
        "ties": ties(7, 3),
    });
    for (name, value) in facts {
        party[*name] = value.clone();
    }
    json!({
        "party": party,
        "lifecycle": {
            "standing": {"state": {"active": "stable"}, "since": "2023-01-01"},
            "stage": {"as-of": "2024-12-31"},
        },
    })
}

fn assignment(owner: &str, deputy: &str) -> Value {
    let said = |value: &str| json!({"value": value, "grade": "measured", "on": "2024-01-02"});
    json!({"special": said("present"), "owner": said(owner), "deputy": said(deputy)})
}

#[test]
fn eleven_months_after_a_departure_everything_hangs_on_the_one_who_stayed() -> Result<()> {
    let review = reviewed(&dossier(&[
        ("assignment", assignment("li", "zhou")),
        ("departures", json!([departure("li")])),
    ]))?;
    let concentration = review
        .party
        .concentration
        .value()
        .context("concentration")?;
    let largest = concentration.supplier.largest;
    ensure!(largest.person.as_str() == "zhou", "{largest:?}");
    ensure!(largest.share.to_string() == "100.0 %", "{largest:?}");
    let owner = review.party.assignment.as_ref().context("a verdict")?;
    ensure!(
        owner.decision() == keqing::verdict::Decision::Deny,
        "{owner:?}"
    );
    Ok(())
}

#[test]
fn the_buyer_of_the_customer_is_no_owner_and_a_ghost_no_deputy() -> Result<()> {
    let facts = dossier(&[("assignment", assignment("wang", "ghost"))]);
    let message = reviewed(&facts).err().context("an error")?.to_string();
    ensure!(
        message
            == "party.assignment.deputy.value: nobody in the register is named `ghost`; \
                party.assignment: `wang` acts for the customer, expected somebody of the supplier",
        "{message}"
    );
    Ok(())
}

#[test]
fn the_mood_of_somebody_whom_nobody_knows_is_an_error() -> Result<()> {
    let mood = |person: &str, emotion: &str| json!({"person": person, "emotion": emotion, "on": "2024-09-10", "grade": "customer-stated"});
    let moods = json!([mood("ghost", "pleasure"), mood("wang", "anger")]);
    let message = reviewed(&dossier(&[("moods", moods)]));
    let message = message.err().context("an error")?.to_string();
    ensure!(
        message == "party.moods[0].person: nobody in the register is named `ghost`",
        "{message}"
    );
    Ok(())
}

#[test]
fn purchases_that_nobody_sorted_are_reviewed_as_sorted_ones() -> Result<()> {
    let mut sorted = dossier(&[]);
    sorted["loyalty"] = json!({"purchases": ["2024-01-01", "2024-03-01", "2024-05-01"]});
    let mut turned = sorted.clone();
    turned["loyalty"]["purchases"] = json!(["2024-05-01", "2024-01-01", "2024-03-01"]);
    ensure!(reviewed(&sorted)? == reviewed(&turned)?);
    Ok(())
}

/// A strategic customer that bought everything from us for years.
#[test]
fn where_nothing_is_left_to_gain_nothing_stagnates() -> Result<()> {
    let share = json!({"of": "100 %"});
    let known = |value: Value| json!({"value": value, "grade": "measured"});
    let found = ask(
        "lifecycle.place",
        json!({
            "standing": {"state": {"active": "strategic"}, "since": "2020-01-01"},
            "facts": {"as-of": "2024-12-31", "share": known(share.clone()), "partnership": known(json!("present"))},
            "history": [
                {"period-end": "2022-12-31", "share": share}, {"period-end": "2023-12-31", "share": share},
            ],
        }),
    )?;
    ensure!(found["value"]["trajectory"] != "stagnant", "{found}");
    let growth = told(&found, "LIF-08");
    ensure!(
        growth.iter().all(|(outcome, _)| *outcome == "met"),
        "{growth:?}"
    );
    ensure!(!growth.is_empty());
    Ok(())
}

#[test]
fn nothing_of_nothing_is_no_demand_and_a_bare_number_no_share() -> Result<()> {
    let placed = |share: Value| {
        json!({
            "standing": {"state": {"active": "stable"}, "since": "2023-01-01"},
            "facts": {"as-of": "2024-12-31", "share": {"value": share, "grade": "measured"}},
        })
    };
    let found = ask(
        "lifecycle.place",
        placed(json!({"of": {"part": "0", "whole": "0"}})),
    )?;
    ensure!(found["value"]["flags"] == json!(["no-demand"]), "{found}");
    let message = refused("lifecycle.place", placed(json!(0.468)))?;
    for part in [
        "facts.share",
        "0.468",
        "\"no-demand\"",
        "{\"of\": \"46.8 %\"}",
    ] {
        ensure!(message.contains(part), "{message}");
    }
    Ok(())
}

/// Latin words of a Chinese page are names of the dossier or ids of rules.
#[test]
fn a_chinese_review_has_no_name_that_is_not_translated() -> Result<()> {
    let dossier = embedded()?;
    let given: BTreeSet<String> = latin(&dossier.to_string()).collect();
    let review = reviewed(&dossier)?;
    for locale in [Locale::ZhHans, Locale::ZhHant] {
        let page = review.display(locale).to_string();
        let names = latin(&page).filter(|name| !given.contains(name));
        let is_rule = |name: &String| {
            let series = name.chars().take_while(char::is_ascii_uppercase).count();
            name.chars().count() == series && series > 2
        };
        let foreign: BTreeSet<String> = names.filter(|name| !is_rule(name)).collect();
        ensure!(foreign.is_empty(), "{locale}: {foreign:?}");
    }
    Ok(())
}

/// The Latin words of a text of three letters and more.
fn latin(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|one: char| !one.is_ascii_alphabetic());
    words.filter(|word| word.len() > 2).map(str::to_owned)
}
