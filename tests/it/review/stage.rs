//! The stage in a review: its headline, its shares and our stated position say the same.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use keqing::lifecycle::standing::State;
use keqing::review::Review;
use keqing::verdict::{Fact, Render};
use keqing::vocab::words::{Locale, Stage};
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// The review of the example with other facts about its stage.
fn staged(changes: &[(&str, Value)]) -> Result<Review> {
    let mut dossier = embedded()?;
    for (pointer, value) in changes {
        let pointer = format!("/lifecycle/{pointer}");
        let place = dossier.pointer_mut(&pointer).context(pointer)?;
        *place = value.clone();
    }
    reviewed(&dossier)
}

/// The headline of the stage.
fn headline(review: &Review, locale: Locale, topic: &str) -> Result<String> {
    let text = review.display(locale).to_string();
    let line = text.lines().find_map(|line| line.strip_prefix(topic));
    Ok(line.context("a headline")?.to_owned())
}

#[test]
fn an_open_stage_is_at_least_the_one_that_is_permitted() -> Result<()> {
    let review = staged(&[("stage/partnership", Value::Null)])?;
    for (locale, topic, expected) in [
        (
            Locale::En,
            "## Stage: ",
            "the facts support at least Stable cooperation, advancing; until a missing fact is known it stays where it is",
        ),
        (
            Locale::ZhHans,
            "## 阶段：",
            "事实至少支持稳定合作，走势为上升；所缺事实查明之前维持现状",
        ),
        (
            Locale::ZhHant,
            "## 階段：",
            "事實至少支持穩定合作，走勢為上升；所缺事實查明之前維持現狀",
        ),
    ] {
        assert_eq!(headline(&review, locale, topic)?, expected);
    }
    Ok(())
}

#[test]
fn a_position_agrees_with_the_headline_or_is_flagged_in_it() -> Result<()> {
    let position =
        |word: &str| json!({"value": word, "grade": "customer-stated", "on": "2024-12-01"});
    for (word, is_flagged) in [("main", false), ("strategic", true), ("secondary", true)] {
        let review = staged(&[("stage/position", position(word))])?;
        let line = headline(&review, Locale::En, "## Stage: ")?;
        assert!(
            line.starts_with("the facts support Stable cooperation"),
            "{line}"
        );
        let flag = "[stated position does not fit the facts]";
        assert_eq!(line.contains(flag), is_flagged, "{word}: {line}");
    }
    Ok(())
}

/// A cent in ten thousand is missing to half, and no line of the review says that it is there.
#[test]
fn no_text_rounds_a_share_up_to_its_cut() -> Result<()> {
    let share = json!({
        "value": {"of": {"part": "4999.99", "whole": "10000"}},
        "grade": "measured",
        "on": "2024-12-31",
    });
    let standing = json!({"state": {"active": "initial"}, "since": "2022-01-01"});
    let review = staged(&[
        ("stage/share", share),
        ("standing", standing),
        ("proposed", json!({"advance": {"to": "stable"}})),
    ])?;
    for locale in Locale::ALL {
        let text = review.display(locale).to_string();
        let shares = ["share of wallet ", "采购份额 ", "採購份額 "];
        let told = text.lines().filter_map(|line| {
            let share = shares.iter().find_map(|share| line.split_once(share));
            share.map(|(_, told)| told)
        });
        let (mut exact, mut rounded) = (0_usize, 0_usize);
        for told in told {
            exact = exact.saturating_add(usize::from(told.starts_with("49.9999 %")));
            rounded = rounded.saturating_add(usize::from(told.starts_with("50.0 %")));
        }
        assert!(exact > 1 && rounded == 0, "{locale}: {exact} and {rounded}");
    }
    Ok(())
}

/// A prospect of whom nothing is bought now, and of whom somebody says that it never bought.
fn prospect(share: &str) -> Value {
    let (on, grade) = ("2024-12-31", "measured");
    json!({
        "standing": {"state": {"active": "development"}, "since": "2020-01-01"},
        "stage": {
            "as-of": on,
            "share": {"value": {"of": share}, "grade": grade, "on": on},
            "trade-history": {"value": "absent", "grade": grade, "on": on},
        },
    })
}

/// Where the trade history of a review contradicts itself, each place once.
fn disputed(review: &Review) -> BTreeSet<String> {
    let told = review.contradictions().into_iter();
    told.flat_map(|one| [one.first.path.clone(), one.second.path.clone()])
        .collect()
}

#[test]
fn purchases_and_invoices_of_the_dossier_are_earlier_trade() -> Result<()> {
    let mut dossier = embedded()?;
    dossier["lifecycle"] = prospect("0 %");
    let all = dossier.clone();
    for (emptied, source) in [
        ("/receivable", "loyalty.purchases"),
        ("/loyalty/purchases", "receivable.account.invoices"),
    ] {
        let mut one = all.clone();
        *one.pointer_mut(emptied).context(emptied)? = match emptied {
            "/receivable" => Value::Null,
            _ => json!([]),
        };
        let review = reviewed(&one)?;
        let expected = ["lifecycle.stage.trade-history", source].map(String::from);
        assert_eq!(disputed(&review), BTreeSet::from(expected));
        let placement = review.lifecycle.placement.value().context("a placement")?;
        let supported = Some(State::Interrupted(Stage::Development));
        assert_eq!(placement.supported, supported, "{source}");
        let breached = review.lifecycle.placement.findings().breaches();
        assert!(
            breached
                .into_iter()
                .any(|one| one.evidence.fact == Fact::TradeHistory)
        );
    }
    Ok(())
}

#[test]
fn purchases_of_the_period_itself_are_no_earlier_trade() -> Result<()> {
    let mut dossier = embedded()?;
    dossier["lifecycle"] = prospect("8 %");
    assert!(disputed(&reviewed(&dossier)?).is_empty());
    // Nor is what is dated after the day, and no list shows that there was none.
    dossier["lifecycle"] = prospect("0 %");
    dossier["lifecycle"]["stage"]["trade-history"] = Value::Null;
    dossier["receivable"] = Value::Null;
    for purchases in [json!([]), json!(["2025-01-01", "2025-02-01"])] {
        dossier["loyalty"]["purchases"] = purchases;
        let review = reviewed(&dossier)?;
        assert!(!review.lifecycle.stage.trade_history.is_known());
        assert!(review.lifecycle.placement.value().is_none());
    }
    Ok(())
}

#[test]
fn a_stage_that_may_not_be_held_is_not_granted() -> Result<()> {
    let none = json!({"value": {"of": "0 %"}, "grade": "measured", "on": "2024-12-31"});
    let review = staged(&[("stage/share", none)])?;
    for (locale, topic, expected) in [
        (
            Locale::En,
            "## Stage: ",
            "; they call for an interruption; no move is granted yet",
        ),
        (
            Locale::ZhHans,
            "## 阶段：",
            "；事实要求中断；尚无获准的变动",
        ),
        (
            Locale::ZhHant,
            "## 階段：",
            "；事實要求中斷；尚無獲准的變動",
        ),
    ] {
        let line = headline(&review, locale, topic)?;
        assert!(line.contains(expected), "{line}");
    }
    Ok(())
}
