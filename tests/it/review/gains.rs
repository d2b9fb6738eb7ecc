//! The gains of offers and instruments pass the gate of integrity in a review.

use anyhow::{Context, Result, ensure};
use keqing::policy::Policy;
use keqing::review::{Topic, review};
use keqing::verdict::{Decision, Render};
use keqing::vocab::words::Locale;
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// A watch of five hundred for the buyer, with a word about it.
fn watch(clearance: Value) -> Value {
    json!({
        "benefit": {
            "value": {
                "party": "customer-operator",
                "interest": {"scope": "personal", "kind": "material"},
                "horizon": "near"
            },
            "grade": "measured", "on": "2024-11-30"
        },
        "amount": {"amount": "500.00", "currency": "CNY"},
        "clearance": clearance
    })
}

fn word(word: &str, by: &str) -> Value {
    json!({
        "word": word, "grade": "measured", "on": "2024-12-10", "by": by,
        "scope": {"party": "customer-operator", "up-to": {"amount": "500.00", "currency": "CNY"}}
    })
}

/// The embedded dossier with one gain in the offer and one in an instrument.
fn with(gain: &Value) -> Result<Value> {
    let mut dossier = embedded()?;
    let parts = [
        (
            "/satisfaction",
            "offer",
            json!([
                {"standard": {"action": "price"}},
                {"personalised": {"item": "a watch", "gain": gain}}
            ]),
        ),
        ("/loyalty/lock-in", "instruments", Value::Null),
        (
            "/loyalty/means",
            "instruments",
            json!({
                "instruments": ["loyalty-points"],
                "gains": [{"instrument": "loyalty-points", "gain": gain}]
            }),
        ),
    ];
    for (place, field, value) in parts {
        let place = dossier.pointer_mut(place).and_then(Value::as_object_mut);
        place
            .context("no such place")?
            .insert(field.to_owned(), value);
    }
    Ok(dossier)
}

#[test]
fn a_gift_under_another_name_waits_for_the_integrity_office() -> Result<()> {
    let table = [
        (json!(null), Decision::Undecided),
        (word("absent", "gu-yan"), Decision::Deny),
        (word("present", "gu-yan"), Decision::Permit),
        (word("present", "zhou-tao"), Decision::Undecided),
    ];
    for (clearance, expected) in table {
        let review = reviewed(&with(&watch(clearance.clone()))?)?;
        let told: Vec<(&str, Decision)> = review
            .party
            .gains
            .iter()
            .map(|gain| (gain.path.as_str(), gain.verdict.decision()))
            .collect();
        let places = [
            ("satisfaction.offer[1].personalised.gain", expected),
            ("loyalty.means.instruments.gains[0].gain", expected),
        ];
        ensure!(told == places, "{clearance}: {told:?}");
        let findings = review
            .findings()
            .filter(|one| one.rule.to_string() == "PTY-09");
        let of_gains = review
            .party
            .gains
            .iter()
            .map(|gain| gain.verdict.findings().len());
        ensure!(findings.count() >= of_gains.sum::<usize>());
    }
    Ok(())
}

#[test]
fn the_part_says_what_brings_the_gain_in_every_locale() -> Result<()> {
    let review = reviewed(&with(&watch(json!(null)))?)?;
    let parts = review.sections();
    ensure!(
        parts
            .iter()
            .filter(|part| part.topic == Topic::Gain)
            .count()
            == 2
    );
    for (locale, offered, drawn) in [
        (
            Locale::En,
            "## Gain: a watch (satisfaction.offer[1].personalised.gain): undecided, facts are missing",
            "## Gain: loyalty points (loyalty.means.instruments.gains[0].gain): undecided, facts are missing",
        ),
        (
            Locale::ZhHans,
            "## 得益：a watch (satisfaction.offer[1].personalised.gain)：未决：缺少事实",
            "## 得益：积分计划 (loyalty.means.instruments.gains[0].gain)：未决：缺少事实",
        ),
        (
            Locale::ZhHant,
            "## 得益：a watch (satisfaction.offer[1].personalised.gain)：未決：缺少事實",
            "## 得益：積分計劃 (loyalty.means.instruments.gains[0].gain)：未決：缺少事實",
        ),
    ] {
        let text = review.display(locale).to_string();
        for line in [offered, drawn] {
            ensure!(text.lines().any(|one| one == line), "{line}");
        }
    }
    Ok(())
}

#[test]
fn a_rebate_is_a_gain_whether_it_is_named_as_means_or_as_a_tie() -> Result<()> {
    let mut dossier = embedded()?;
    let told = |dossier: &Value| -> Result<Vec<(String, Decision)>> {
        let gains = reviewed(dossier)?.party.gains.into_iter();
        let told = gains.map(|gain| (gain.path, gain.verdict.decision()));
        Ok(told
            .filter(|(path, _)| path.starts_with("loyalty."))
            .collect())
    };
    let tie = (
        "loyalty.lock-in.instruments".to_owned(),
        Decision::Undecided,
    );
    ensure!(told(&dossier)? == [tie]);
    for (recipient, expected) in [
        (json!(null), Decision::Undecided),
        (
            json!({"value": "person", "grade": "estimated", "on": "2024-11-30"}),
            Decision::Undecided,
        ),
        (
            json!({"value": "organization", "grade": "estimated", "on": "2024-11-30"}),
            Decision::Undecided,
        ),
        (
            json!({"value": "organization", "grade": "measured", "on": "2024-11-30"}),
            Decision::Permit,
        ),
    ] {
        let means = dossier
            .pointer_mut("/loyalty/means")
            .and_then(Value::as_object_mut);
        let rebate = json!({"instruments": [], "rebate": {"recipient": recipient}});
        means
            .context("means")?
            .insert("instruments".to_owned(), rebate);
        let rebate = ("loyalty.means.instruments.rebate".to_owned(), expected);
        ensure!(told(&dossier)? == [rebate], "{recipient}");
    }
    Ok(())
}

#[test]
fn whoever_clears_a_gain_is_one_of_our_people() -> Result<()> {
    let policy = Policy::standard();
    for (by, reason) in [
        (
            "wang-fang",
            "`wang-fang` acts for the customer, expected somebody of the supplier",
        ),
        (
            "gu-yam",
            "nobody in the register is named `gu-yam`, did you mean `gu-yan`?",
        ),
    ] {
        let dossier = serde_json::from_value(with(&watch(word("present", by)))?)?;
        let error = review(&policy, &dossier).err().context("an error")?;
        let told: Vec<String> = error.each().map(ToString::to_string).collect();
        let places = [
            "loyalty.means.instruments.gains[0]",
            "satisfaction.offer[1].personalised",
        ];
        let mut expected = places.map(|place| format!("{place}.gain.clearance.by: {reason}"));
        expected.reverse();
        ensure!(told == expected, "{told:?}");
    }
    Ok(())
}

#[test]
fn a_gain_below_zero_is_told_with_its_place() -> Result<()> {
    let mut gain = watch(json!(null));
    let amount = gain.pointer_mut("/amount/amount").context("an amount")?;
    *amount = json!("-1.00");
    let error = reviewed(&with(&gain)?).err().context("an error")?;
    let below = "a gain is an amount from zero up, got -1.00 CNY";
    let offered = format!("satisfaction.offer[1].personalised.gain: {below}");
    let drawn = format!("loyalty.means.instruments.gains[0].gain: {below}");
    ensure!(
        error.to_string() == format!("{offered}; {drawn}"),
        "{error}"
    );
    Ok(())
}
