//! The review as a whole: what it wires, what it leaves alone, and what it refuses.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use anyhow::{Context, Result};
use keqing::dossier::Dossier;
use keqing::lifecycle::standing::State;
use keqing::policy::Policy;
use keqing::receivable::habit::ChronicDelay;
use keqing::review::{Review, Topic, review};
use keqing::rulebook;
use keqing::verdict::{Decision, Fact, Presence, Render};
use keqing::vocab::known::Known;
use keqing::vocab::words::{Locale, Stage, TrustLevel};
use serde_json::{Value, json};

use crate::support::reviewed::{agreeing, embedded, reviewed};

#[track_caller]
fn refused(dossier: &Value, message: &str) {
    let error = reviewed(dossier).err().map(|error| error.to_string());
    assert_eq!(error.as_deref(), Some(message));
}

#[test]
fn contacts_and_trust_become_facts_of_the_stage() -> Result<()> {
    let facts = reviewed(&embedded()?)?.lifecycle.stage;
    let departments = facts.departments.value().context("departments")?;
    assert_eq!(departments.len(), 2);
    assert_eq!(facts.executive_tie, Known::measured(Presence::Absent));
    assert_eq!(
        facts.trust.organizational,
        Known::customer_stated(TrustLevel::First)
    );
    Ok(())
}

#[test]
fn what_the_dossier_says_itself_stands_beside_what_is_derived() -> Result<()> {
    let mut dossier = agreeing()?;
    assert_eq!(reviewed(&dossier)?.contradictions().len(), 0);
    let stated = |grade: &str| json!({"value": "present", "grade": grade, "on": "2024-12-31"});
    let measured = Known::measured(Presence::Absent);
    for (grade, expected) in [
        ("estimated", measured),
        ("customer-stated", measured),
        ("measured", Known::Unknown),
    ] {
        dossier["lifecycle"]["stage"]["executive-tie"] = stated(grade);
        let review = reviewed(&dossier)?;
        assert_eq!(review.lifecycle.stage.executive_tie, expected, "{grade}");
        let mut paths: Vec<&str> = review
            .contradictions()
            .into_iter()
            .flat_map(|one| [one.first.path.as_str(), one.second.path.as_str()])
            .collect();
        paths.sort_unstable();
        assert_eq!(paths, ["lifecycle.stage.executive-tie", "party.ties"]);
        let text = review.display(Locale::En).to_string();
        let verdict = if expected.is_known() {
            "; the first counts"
        } else {
            "; neither counts"
        };
        let line = text.lines().find(|line| line.contains("≠"));
        assert!(line.is_some_and(|line| line.ends_with(verdict)), "{line:?}");
    }
    Ok(())
}

#[test]
fn one_recognition_is_that_of_loyalty_and_of_the_stage() -> Result<()> {
    let mut dossier = agreeing()?;
    dossier["loyalty"]["recognition"]["customer"] =
        json!({"value": "absent", "grade": "customer-stated", "on": "2024-11-01"});
    dossier["lifecycle"]["stage"]["recognition"] =
        json!({"value": "present", "grade": "measured", "on": "2024-12-01"});
    let review = reviewed(&dossier)?;
    let measured = Known::measured(Presence::Present);
    assert_eq!(review.lifecycle.stage.recognition, measured);
    let told = review.contradictions();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told.iter()
            .all(|one| one.second.path == "loyalty.recognition.customer")
    );
    let loyalty = review.loyalty.as_ref().context("loyalty")?;
    assert_eq!(
        loyalty.recognition.value(),
        Some(&keqing::loyalty::bond::Recognition::Mutual)
    );
    Ok(())
}

#[test]
fn statements_about_the_stage_of_a_later_day_are_counted() -> Result<()> {
    let mut dossier = embedded()?;
    let before = reviewed(&dossier)?.ahead();
    dossier["lifecycle"]["stage"]["bond"] =
        json!({"value": "genuine", "grade": "measured", "on": "2025-01-01"});
    let review = reviewed(&dossier)?;
    assert_eq!(review.ahead(), before.saturating_add(1));
    assert_eq!(
        review.lifecycle.stage.bond,
        reviewed(&embedded()?)?.lifecycle.stage.bond
    );
    Ok(())
}

#[test]
fn the_embedded_dossier_tells_its_story() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let placement = review.lifecycle.placement.value().context("a placement")?;
    assert_eq!(placement.supported, Some(State::Active(Stage::Stable)));
    let proposed = review
        .lifecycle
        .proposed
        .as_ref()
        .context("a proposed move")?;
    assert_eq!(proposed.decision(), Decision::Deny);
    let picture = review.receivable.as_ref().context("receivables")?;
    let statement = picture.statement.as_ref().context("a statement")?;
    let habit = statement.habit.value().context("a habit")?;
    assert_eq!(habit.delay, ChronicDelay::Ongoing, "three in a row");
    assert_eq!(statement.totals.balance, "68930.00 CNY".parse()?);
    let topics: Vec<Topic> = review
        .sections()
        .iter()
        .map(|section| section.topic)
        .collect();
    assert!(topics.is_sorted(), "{topics:?}");
    for locale in Locale::ALL {
        let text = review.display(locale).to_string();
        for finding in review.findings() {
            assert!(
                text.contains(&finding.rule.to_string()),
                "{} in {locale}",
                finding.rule
            );
        }
    }
    Ok(())
}

/// The lines that the review of the embedded dossier has in a locale.
#[track_caller]
fn says(review: &Review, locale: Locale, lines: &[&str]) {
    let text = review.display(locale).to_string();
    for line in lines {
        assert!(text.contains(line), "{locale} has no line: {line}");
    }
}

#[test]
fn the_review_speaks_as_a_person_would() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    says(
        &review,
        Locale::En,
        &[
            "the facts support Stable cooperation, advancing; they call for staying there, which is granted",
            "price, it buys again without feeling",
            "1 holds, 2 lack, 1 unknown",
            "invoice INV-8 paid on 2024-10-31, due 2024-10-06",
            "invoice INV-9 unpaid as of 2024-12-31, due 2024-11-09",
            "mean affect -0.1, lowest: ma-chao",
        ],
    );
    says(
        &review,
        Locale::ZhHans,
        &[
            "事实支持稳定合作，走势为上升；事实要求保持现状，已获准",
            "重复购买而无情感",
            "不满意 (与期望之差 -2)",
            "GEN-02 违反 (禁止)：客户的情感评价 (客户一方) 负面，要求不低于 正面",
            "发票 INV-9 未付清，截至 2024-12-31，到期日 2024-11-09",
            "最低：ma-chao",
        ],
    );
    says(
        &review,
        Locale::ZhHant,
        &[
            "事實支持穩定合作，走勢為上升；事實要求保持現狀，已獲准",
            "## 帳戶：欠款",
            "應收帳款管理辦法",
        ],
    );
    Ok(())
}

#[test]
fn traditional_chinese_has_one_character_for_account() -> Result<()> {
    let mut texts = vec![reviewed(&embedded()?)?.display(Locale::ZhHant).to_string()];
    texts.extend(rulebook::cards().map(|card| card.statement().in_locale(Locale::ZhHant).into()));
    texts.extend(
        Fact::ALL
            .iter()
            .map(|fact| fact.text().in_locale(Locale::ZhHant).into()),
    );
    assert!(texts.iter().all(|text| !text.contains('賬')));
    Ok(())
}

#[test]
fn dossier_and_review_survive_json() -> Result<()> {
    let dossier: Dossier = serde_json::from_value(embedded()?)?;
    let again: Dossier = serde_json::from_str(&serde_json::to_string(&dossier)?)?;
    assert_eq!(again, dossier);
    let review = review(&Policy::standard(), &dossier)?;
    let again: Review = serde_json::from_str(&serde_json::to_string(&review)?)?;
    assert_eq!(again, review);
    Ok(())
}

#[test]
fn a_dossier_of_almost_nothing_is_reviewed_and_says_what_it_misses() -> Result<()> {
    let mut dossier = embedded()?;
    let parties = dossier["party"]["parties"].take();
    let standing = dossier["lifecycle"]["standing"].take();
    dossier = json!({
        "party": {"parties": parties},
        "lifecycle": {"standing": standing, "stage": {"as-of": "2024-12-31"}},
    });
    let review = reviewed(&dossier)?;
    assert_eq!(review.lifecycle.placement.value(), None);
    assert!(review.findings().any(|finding| finding.is_gap()));
    Ok(())
}

#[test]
fn parts_that_contradict_each_other_are_refused_by_name() -> Result<()> {
    let whole = embedded()?;
    let changed = |path: &str, value: Value| -> Result<Value> {
        let mut dossier = whole.clone();
        *dossier.pointer_mut(path).with_context(|| path.to_owned())? = value;
        Ok(dossier)
    };
    refused(
        &changed("/party/people/as-of", json!("2024-12-30"))?,
        "party.people: their facts are as of 2024-12-30, the dossier is as of 2024-12-31, give one date",
    );
    refused(
        &changed("/party/ties/0/supplier", json!("nobody"))?,
        "party.ties[1].supplier: nobody in the register is named `nobody`",
    );
    refused(
        &changed("/party/supplier", Value::Null)?,
        "party.investments: they are judged by the interests of our own side, give `supplier`",
    );
    refused(
        &changed("/receivable/calendar", Value::Null)?,
        "receivable.account: its terms are counted in business days, give `calendar`",
    );
    refused(
        &changed("/receivable/account/payments/1/id", json!("PAY-7"))?,
        "receivable.account.payments.1: payments.1 (`PAY-7`): the id is used twice, expected one entry an id",
    );
    refused(
        &changed("/lifecycle/standing/since", json!("2025-01-01"))?,
        "lifecycle.stage: facts as of 2024-12-31 are older than the standing, which began on 2025-01-01",
    );
    Ok(())
}
