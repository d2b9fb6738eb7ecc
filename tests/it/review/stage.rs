//! The stage in a review: its headline, its shares and our stated position say the same.

use anyhow::{Context, Result};
use keqing::review::Review;
use keqing::verdict::Render;
use keqing::vocab::words::Locale;
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
