//! The review of a locked-in customer: it says so, names what holds it, and says what evidence from the
//! customer would change that, in every locale. And what one part hands to the next.

#![expect(
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use anyhow::{Context, Result};
use keqing::loyalty::bond::ReasonToStay;
use keqing::review::{Review, Topic};
use keqing::verdict::{Decision, Fact, Presence, Render};
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::Known;
use keqing::vocab::words::{Bond, Instrument, Locale};
use serde_json::{Value, json};

use crate::support::reviewed::{agreeing, embedded, reviewed};

/// The dossier of a customer that likes us, with nothing that holds it.
fn attached() -> Result<Value> {
    let mut dossier = agreeing()?;
    dossier["satisfaction"] = Value::Null;
    dossier["loyalty"]["means"]["instruments"] = Value::Null;
    let said = |sign: Value| json!({"on": "2024-11-20", "grade": "customer-stated", "sign": sign});
    let recommends = json!({"referrals": 1});
    dossier["loyalty"]["evidence"] = json!([said(json!({"evaluation": 5})), said(recommends)]);
    dossier["loyalty"]["recognition"]["customer"] =
        json!({"value": "present", "grade": "customer-stated", "on": "2024-11-20"});
    dossier["loyalty"]["lock-in"] = json!({
        "instruments": {"value": ["product-quality"], "grade": "measured", "on": "2024-11-20"},
        "alternatives": {"value": "present", "grade": "measured", "on": "2024-11-20"},
        "prefers-alternative": {"value": "absent", "grade": "customer-stated", "on": "2024-11-20"},
    });
    Ok(dossier)
}

/// The part about one topic, as a person reads it.
fn part(review: &Review, topic: Topic, locale: Locale) -> Result<String> {
    let text = review.display(locale).to_string();
    let heading = format!("\n## {}", topic.text().in_locale(locale));
    let from = text.find(&heading).context(heading)?;
    let part = text[from..].trim_start();
    let to = part.find("\n## ").unwrap_or(part.len());
    Ok(part[..to].to_owned())
}

#[test]
fn a_locked_in_customer_is_called_so_in_every_locale() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let told = review.loyalty.as_ref().context("loyalty")?;
    assert_eq!(told.bond.value(), Some(&Bond::LockedIn));
    assert_eq!(told.pattern.value(), Some(&LoyaltyPattern::Spurious));
    assert_eq!(told.reason_to_stay.value(), Some(&ReasonToStay::Helpless));
    let lock_in = told.lock_in.value().context("what holds it")?;
    assert_eq!(
        lock_in.instruments,
        Instrument::Contract | Instrument::YearEndRebate
    );
    let said = [
        (
            Locale::En,
            "locked in",
            ["binding contract", "year-end rebate"],
            [
                "→ GEN-11: learn the customer's own recognition",
                "→ GEN-10: the customer's emotional evaluation (customer side) at least favourable",
            ],
        ),
        (
            Locale::ZhHans,
            "被锁定",
            ["合同约束", "年终返利"],
            [
                "→ GEN-10：客户的情感评价 (客户一方) 不低于 正面",
                "→ GEN-11：查明客户自身的认同",
            ],
        ),
        (
            Locale::ZhHant,
            "被鎖定",
            ["合同約束", "年終返利"],
            [
                "→ GEN-10：客戶的情感評價 (客戶一方) 不低於 正面",
                "→ GEN-11：查明客戶自身的認同",
            ],
        ),
    ];
    for (locale, bond, instruments, changes) in said {
        let text = part(&review, Topic::Bond, locale)?;
        let heading = text.lines().next().unwrap_or_default();
        assert!(heading.ends_with(bond), "{heading}");
        for change in changes {
            assert!(text.contains(change), "{change} is not in {text}");
        }
        let text = part(&review, Topic::LockIn, locale)?;
        for instrument in instruments {
            assert!(text.contains(instrument), "{instrument} is not in {text}");
        }
    }
    Ok(())
}

#[test]
fn the_bond_and_the_recognition_reach_the_stage() -> Result<()> {
    let facts = reviewed(&embedded()?)?.lifecycle.stage;
    assert_eq!(facts.bond, Known::customer_stated(Bond::LockedIn));
    let mut dossier = attached()?;
    dossier["lifecycle"]["stage"]["recognition"] = Value::Null;
    let facts = reviewed(&dossier)?.lifecycle.stage;
    assert_eq!(facts.bond, Known::customer_stated(Bond::Genuine));
    assert_eq!(facts.recognition, Known::customer_stated(Presence::Present));
    let stated = |grade: &str| json!({"value": "none", "grade": grade, "on": "2024-12-01"});
    for (grade, expected) in [
        ("measured", Known::measured(Bond::None)),
        ("customer-stated", Known::customer_stated(Bond::Genuine)),
    ] {
        dossier["lifecycle"]["stage"]["bond"] = stated(grade);
        let picture = reviewed(&dossier)?.lifecycle;
        assert_eq!(picture.stage.bond, expected, "{grade}");
        let [one] = picture.contradictions.as_slice() else {
            anyhow::bail!("{:?}", picture.contradictions);
        };
        let paths = [&one.first.path, &one.second.path];
        assert!(
            paths.iter().any(|path| *path == "loyalty.bond"),
            "{paths:?}"
        );
    }
    Ok(())
}

#[test]
fn satisfaction_reaches_loyalty_and_our_own_people() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let people = review.party.people.as_ref().context("people")?;
    let mut gaps = people.findings().gaps();
    assert!(gaps.all(|gap| gap.evidence.fact != Fact::CustomerSatisfaction));
    // Kind words of a customer that was disappointed twice are not believed (SAT-08), but only one that
    // is held is held.
    let mut dossier = attached()?;
    dossier["satisfaction"] = embedded()?["satisfaction"].clone();
    dossier["loyalty"]["evidence"][1] = dossier["loyalty"]["evidence"][0].clone();
    for (instrument, expected) in [
        ("product-quality", None),
        ("contract", Some(Bond::LockedIn)),
    ] {
        dossier["loyalty"]["lock-in"]["instruments"]["value"] = json!([instrument]);
        let review = reviewed(&dossier)?;
        let bond = &review.loyalty.as_ref().context("loyalty")?.bond;
        assert_eq!(bond.value().copied(), expected, "{instrument}");
        assert!(bond.breaches("SAT-08".parse()?));
    }
    Ok(())
}

#[test]
fn means_that_only_hold_the_customer_are_judged_by_themselves() -> Result<()> {
    let review = reviewed(&embedded()?)?;
    let judged = |review: &Review| review.loyalty.as_ref()?.means.clone();
    let means = judged(&review).context("means")?;
    let instruments = means.instruments.as_ref().context("instruments")?;
    assert_eq!(instruments.decision(), Decision::Undecided);
    let claim = means.claims.first().context("a claim")?;
    assert_eq!(claim.decision(), Decision::Deny);
    let pleasant = judged(&reviewed(&attached()?)?).context("means")?;
    let instruments = pleasant.instruments.as_ref().context("instruments")?;
    assert_eq!(instruments.decision(), Decision::Permit);
    Ok(())
}

#[test]
fn days_of_purchase_alone_tell_behaviour_and_nothing_else() -> Result<()> {
    let mut dossier = embedded()?;
    let keep = |block: &mut Value, kept: &[&str]| -> Result<()> {
        let block = block.as_object_mut().context("an object")?;
        block.retain(|name, _| kept.contains(&name.as_str()));
        Ok(())
    };
    keep(&mut dossier, &["party", "lifecycle", "loyalty"])?;
    keep(&mut dossier["party"], &["parties"])?;
    keep(&mut dossier["lifecycle"], &["standing", "stage"])?;
    keep(&mut dossier["loyalty"], &["purchases"])?;
    let review = reviewed(&dossier)?;
    let told = review.loyalty.as_ref().context("loyalty")?;
    let kinds = told.kinds.value().context("kinds")?;
    assert!(kinds.behavioural.is_known());
    assert_eq!(
        (kinds.conscious, kinds.emotional),
        (Known::Unknown, Known::Unknown)
    );
    assert_eq!(told.bond.value(), None);
    assert_eq!(review.lifecycle.stage.bond, Known::Unknown);
    assert!(told.retention.is_some() && review.satisfaction.is_none());
    Ok(())
}

#[test]
fn evidence_of_a_day_to_come_is_left_out_and_counted() -> Result<()> {
    let mut dossier = embedded()?;
    let bond = |dossier: &Value| -> Result<Option<Bond>> {
        let review = reviewed(dossier)?;
        Ok(review.loyalty.context("loyalty")?.bond.into_value())
    };
    let before = bond(&dossier)?;
    let kind = json!({"on": "2025-01-01", "grade": "measured", "sign": {"evaluation": 5}});
    let evidence = dossier["loyalty"]["evidence"].as_array_mut();
    evidence.context("evidence")?.push(kind);
    assert_eq!(bond(&dossier)?, before);
    let text = part(&reviewed(&dossier)?, Topic::LoyaltyKinds, Locale::En)?;
    assert!(text.contains("ignored entries of later days 1"), "{text}");
    Ok(())
}

#[test]
fn facts_that_cannot_be_are_refused_by_name() -> Result<()> {
    let refused = |path: &str, value: Value| -> Result<Option<String>> {
        let mut dossier = embedded()?;
        *dossier.pointer_mut(path).with_context(|| path.to_owned())? = value;
        Ok(reviewed(&dossier).err().map(|error| error.to_string()))
    };
    assert_eq!(
        refused(
            "/loyalty/foundations/promises/value/1/id",
            json!("delivery-2024-09")
        )?
        .as_deref(),
        Some("loyalty.foundations: each promise is there once, got `delivery-2024-09` twice")
    );
    for (purchase, day) in [(0, "2024-12-31"), (11, "2025-01-01")] {
        assert_eq!(
            refused(&format!("/loyalty/purchases/{purchase}"), json!(day))?,
            None,
            "purchases are sorted, and one that is dated later is ignored and counted"
        );
    }
    assert_eq!(
        refused("/satisfaction/measurements/1/on", json!("2025-01-01"))?,
        None,
        "what is dated later is ignored and counted"
    );
    let twice = refused(
        "/satisfaction/value-drivers/1/driver",
        json!("no standstill"),
    )?;
    assert!(twice.is_some_and(|error| error.starts_with("satisfaction.value-drivers: ")));
    Ok(())
}
