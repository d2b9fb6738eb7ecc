//! A few customers, one after the other: their purchases, their words, and the answers.

use std::collections::BTreeMap;

use comfy_table::ContentArrangement;
use keqing::verdict::{Fact, Render};
use keqing::vocab::words::{Locale, Text};

use crate::plain::{plain, section};
use crate::table::rate;
use crate::told::Told;
use crate::words;

/// A line is as wide as a page of text.
const WIDTH: u16 = 100;

/// Writes the answers about one customer, and the facts that are missing.
pub(crate) fn customer(told: &Told<'_>, locale: Locale) -> String {
    let say = |text: Text| text.in_locale(locale).to_owned();
    let named = |text: Option<Text>| say(text.unwrap_or(words::UNKNOWN));
    let loyalty = &told.loyalty;
    let feeling = loyalty.kinds.value().map(|kinds| kinds.feeling());
    let feeling = feeling.and_then(|feeling| feeling.value().copied());
    let mut table = plain();
    table
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH);
    for (name, cell) in [
        (words::BUYS, buys(told, locale)),
        (words::FEELS, named(feeling.map(|stance| stance.text()))),
        (words::BOND, named(loyalty.bond.value().map(|v| v.text()))),
        (
            words::PATTERN,
            named(loyalty.pattern.value().map(|v| v.text())),
        ),
        (
            words::REASON_TO_STAY,
            named(loyalty.reason_to_stay.value().map(|v| v.text())),
        ),
    ] {
        table.add_row([say(name), cell]);
    }
    let missing = missing(told, locale);
    if !missing.is_empty() {
        table.add_row([say(words::MISSING_HERE), missing]);
    }
    section(told.name, &table)
}

/// The days of purchase, the customer's own cycle, and how far it kept to that.
fn buys(told: &Told<'_>, locale: Locale) -> String {
    let say = |text: Text| text.in_locale(locale);
    let comma = say(words::COMMA);
    let days = told.buyer.days.len();
    let mut line = format!("{} {days}", say(words::DAYS));
    match told.retention.value() {
        Some(retention) => {
            for (name, value) in [
                (words::CYCLE, retention.cycle.display(locale).to_string()),
                (words::RETENTION, rate(retention)),
            ] {
                line.push_str(&format!("{comma}{} {value}", say(name)));
            }
            line.push_str(&format!("{comma}{}", say(retention.repeat.text())));
        }
        None => line.push_str(&format!(
            "{comma}{} {}",
            say(words::RETENTION),
            say(words::UNKNOWN)
        )),
    }
    line
}

/// Each missing fact with the rules that ask for it.
fn missing(told: &Told<'_>, locale: Locale) -> String {
    let mut facts: BTreeMap<Fact, Vec<String>> = BTreeMap::new();
    for (fact, rule) in told.gaps() {
        facts.entry(fact).or_default().push(rule.to_string());
    }
    let facts = facts.into_iter().map(|(fact, rules)| {
        let name = fact.text().in_locale(locale);
        format!("{name} ({})", rules.join(" "))
    });
    let semicolon = words::SEMICOLON.in_locale(locale);
    facts.collect::<Vec<_>>().join(semicolon)
}
