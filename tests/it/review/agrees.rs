//! The parts about loyalty in one review never say opposite things of one customer.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use anyhow::{Context, Result, ensure};
use keqing::loyalty::LoyaltyPicture;
use keqing::loyalty::bond::{ReasonToStay, Recognition};
use keqing::loyalty::patronage::RepeatBasis;
use keqing::review::Review;
use keqing::verdict::Decision;
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::Known;
use keqing::vocab::words::{Bond, Stance};
use serde_json::{Value, json};

use crate::support::reviewed::{embedded, reviewed};

/// A statement of the autumn.
fn stated(value: &Value, grade: &str) -> Value {
    json!({"value": value, "grade": grade, "on": "2024-11-20"})
}

fn word(sign: &Value, on: &str) -> Value {
    json!({"on": on, "grade": "customer-stated", "by": "wang-fang", "sign": sign})
}

/// A customer that likes us, sees a relationship and recommends us, held by these instruments.
fn liked(instruments: &Value, on: &str) -> Result<Value> {
    let mut dossier = embedded()?;
    dossier["satisfaction"] = Value::Null;
    let loyalty = &mut dossier["loyalty"];
    loyalty["evidence"] = json!([
        word(&json!({"evaluation": 5}), on),
        word(&json!({"referrals": 2}), on)
    ]);
    let sees = stated(&json!("present"), "customer-stated");
    loyalty["recognition"]["customer"] = sees;
    loyalty["support"] = json!({"value": "supported", "grade": "measured", "on": "2024-11-20"});
    loyalty["reasons"] = stated(&json!(["feeling", "quality"]), "customer-stated");
    loyalty["lock-in"] = json!({
        "instruments": stated(instruments, "measured"),
        "alternatives": stated(&json!("present"), "measured"),
        "prefers-alternative": stated(&json!("absent"), "customer-stated"),
    });
    Ok(dossier)
}

/// Checks each two parts that speak of the same thing.
fn agree(review: &Review, told: &LoyaltyPicture) -> Result<()> {
    let bond = told.bond.value().copied();
    let pattern = told.pattern.value().copied();
    let reason = told.reason_to_stay.value().copied();
    let recognition = told.recognition.value().copied();
    let feeling = told
        .kinds
        .value()
        .and_then(|kinds| kinds.emotional.into_value());
    let basis = told
        .patronage
        .value()
        .and_then(|patronage| patronage.repeat);
    if let (Some(bond), Some(pattern)) = (bond, pattern) {
        ensure!(bond.patterns().contains(pattern), "{bond} {pattern}");
    }
    match bond {
        Some(Bond::LockedIn) => ensure!(matches!(reason, None | Some(ReasonToStay::Helpless))),
        Some(Bond::Genuine | Bond::Mixed) => {
            ensure!(
                matches!(reason, None | Some(ReasonToStay::Happy)),
                "{reason:?}"
            );
            ensure!(recognition == Some(Recognition::Mutual), "{recognition:?}");
            ensure!(
                matches!(feeling, None | Some(Stance::Favourable)),
                "{feeling:?}"
            );
            ensure!(
                matches!(basis, None | Some(RepeatBasis::Affect)),
                "{basis:?}"
            );
        }
        Some(Bond::None) => ensure!(reason != Some(ReasonToStay::Helpless)),
        None => {}
    }
    if pattern == Some(LoyaltyPattern::Spurious) {
        ensure!(reason != Some(ReasonToStay::Happy) && basis != Some(RepeatBasis::Affect));
    }
    let means = told.means.as_deref().context("a claim")?;
    for claim in &means.claims {
        let attached = bond.map(Bond::is_attached);
        match claim.decision() {
            Decision::Permit => ensure!(attached == Some(true), "{bond:?}"),
            Decision::Deny => ensure!(attached != Some(true), "{bond:?}"),
            _ => ensure!(attached.is_none(), "{bond:?}"),
        }
    }
    // The stage is given what loyalty said.
    let stage = review.lifecycle.stage.bond;
    ensure!(
        stage == bond.map_or(Known::Unknown, Known::customer_stated),
        "{stage:?}"
    );
    Ok(())
}

#[test]
fn the_parts_of_four_reviews_agree() -> Result<()> {
    let day = "2024-11-20";
    let mut two_notes = liked(&json!(["product-quality"]), day)?;
    two_notes["loyalty"]["recognition"]["customer"] = json!([
        {"value": "present", "grade": "customer-stated", "on": "2024-10-01"},
        {"value": "absent", "grade": "customer-stated", "on": "2024-11-20"},
        {"value": "present", "grade": "customer-stated", "on": "2025-02-01"},
    ]);
    let table = [
        (embedded()?, Some(Bond::LockedIn), (0, 0)),
        (
            liked(&json!(["product-quality"]), day)?,
            Some(Bond::Genuine),
            (0, 0),
        ),
        (liked(&json!(["contract"]), day)?, Some(Bond::Mixed), (0, 0)),
        (two_notes, Some(Bond::None), (1, 1)),
        (
            liked(&json!(["product-quality"]), "2022-11-20")?,
            None,
            (0, 0),
        ),
    ];
    for (dossier, bond, counts) in table {
        let review = reviewed(&dossier)?;
        let told = review.loyalty.as_deref().context("loyalty")?;
        assert_eq!(told.bond.value().copied(), bond, "{}", dossier["loyalty"]);
        let (differ, ahead) = counts;
        assert_eq!(told.contradictions.len(), differ);
        assert_eq!(told.ahead, ahead);
        agree(&review, told)?;
    }
    Ok(())
}
