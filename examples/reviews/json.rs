//! The answers for machines: an object a line, with the words of the library as they stand in JSON.

use anyhow::Result;
use chrono::NaiveDate;
use keqing::rulebook;
use keqing::verdict::RuleId;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::house::Outcomes;
use crate::line::{Claim, Claims, Held, Line, Stands};
use crate::report::Report;
use crate::source::Place;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Relationship<'a> {
    at: String,
    supplier: &'a str,
    customer: &'a str,
    as_of: NaiveDate,
    stage: &'static str,
    bond: &'static str,
    matters: Value,
    met: u64,
    days_late: u32,
    gravest: Option<Gravest<'a>>,
}

#[derive(Serialize)]
struct Gravest<'a> {
    claim: &'static str,
    topic: &'static str,
    text: &'a str,
    rules: &'a [RuleId],
}

/// Writes one relationship.
pub(crate) fn line(line: &Line, report_locale: keqing::vocab::words::Locale) -> Result<String> {
    let [supplier, customer] = &line.between;
    let gravest = line.gravest.as_ref().map(|gravest| Gravest {
        claim: gravest.claim.name(),
        topic: gravest.topic.text().in_locale(report_locale),
        text: &gravest.text,
        rules: &gravest.rules,
    });
    Ok(serde_json::to_string(&Relationship {
        at: line.place.to_string(),
        supplier,
        customer,
        as_of: line.as_of,
        stage: line.stands.name(),
        bond: line.held.name(),
        matters: claims(line.claims),
        met: line.met,
        days_late: line.late.count(),
        gravest,
    })?)
}

/// Writes a dossier that was left out, and its faults.
pub(crate) fn left_out(place: &Place, faults: &[String]) -> Result<String> {
    Ok(serde_json::to_string(
        &json!({"at": place.to_string(), "faults": faults}),
    )?)
}

/// Writes the totals.
pub(crate) fn totals(report: &Report) -> Result<String> {
    let totals = &report.totals;
    let gravest = report.by_gravest().into_iter();
    let gravest = gravest.map(|(claim, count)| (claim.map_or("nothing", Claim::name), count));
    let of = |count: Option<&u64>| count.copied().unwrap_or_default();
    let stages = Stands::ALL.map(|stands| (stands.name(), of(totals.stands.get(&stands))));
    let bonds = Held::ALL.map(|held| (held.name(), of(totals.held.get(&held))));
    let rules: Vec<Value> = totals
        .frequent()
        .into_iter()
        .map(|(rule, of)| {
            let title = rulebook::card(rule).map(|card| report.say(card.title()));
            json!({
                "rule": rule,
                "title": title,
                "concerned": of.concerned,
                "relationships": outcomes(of.relationships),
                "findings": outcomes(of.findings),
            })
        })
        .collect();
    let topics = totals.frequent_topics().into_iter();
    let topics = topics
        .map(|(topic, matters)| json!({"topic": report.say(topic.text()), "matters": matters}));
    let totals = json!({
        "policy": report.policy,
        "reviewed": totals.reviewed,
        "left-out": totals.left_out,
        "passed-over": report.passed_over,
        "days": totals.days,
        "gravest": named(gravest),
        "matters": claims(totals.matters),
        "met": totals.met,
        "stages": named(stages),
        "bonds": named(bonds),
        "topics": topics.collect::<Vec<_>>(),
        "rules": rules,
    });
    Ok(serde_json::to_string(&json!({"totals": totals}))?)
}

fn outcomes(of: Outcomes) -> Value {
    json!({"breached": of.breached, "missing": of.missing, "met": of.met})
}

fn claims(claims: Claims) -> Value {
    named(claims.each().map(|(claim, count)| (claim.name(), count)))
}

fn named(counts: impl IntoIterator<Item = (&'static str, u64)>) -> Value {
    let fields = counts.into_iter();
    let fields = fields.map(|(name, count)| (name.to_owned(), Value::from(count)));
    Value::Object(fields.collect::<Map<_, _>>())
}
