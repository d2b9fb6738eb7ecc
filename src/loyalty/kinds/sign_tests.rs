//! The signs beside words: how long they count, and what a recommendation after a return takes.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::tests::{ago, piece, today};
use super::{LoyaltyEvidence, LoyaltySign, kinds};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::Render;
use crate::vocab::known::Grade::{CustomerStated, Measured};
use crate::vocab::known::Known;
use crate::vocab::words::{Locale, Rating, Stance::Favourable};

#[test]
fn events_count_in_a_window_and_speak_where_the_customer_did_not() {
    let event = |age, sign| LoyaltyEvidence::new(ago(age), Measured, sign);
    let events = |age| {
        [
            event(age, LoyaltySign::Referrals(2)),
            event(age, LoyaltySign::RepeatAfterFailure),
        ]
    };
    let policy = LoyaltyPolicy::standard();
    let told = |pieces: &[LoyaltyEvidence]| {
        let found = kinds(&policy, pieces, today());
        found.into_value().unwrap_or_default()
    };
    let fresh = told(&events(365));
    assert_eq!(fresh.emotional, Known::measured(Favourable));
    assert_eq!((fresh.referrals, fresh.adversity.is_known()), (2, true));
    let old = kinds(&policy, &events(366), today());
    assert_eq!(old.value(), None);
    let texts = old.findings().iter();
    let texts: Vec<String> = texts
        .map(|one| one.display(Locale::En).to_string())
        .collect();
    for rule in ["GEN-15 missing", "LOY-07 missing"] {
        let says = |text: &&String| text.starts_with(rule) && text.contains("2024-12-31");
        assert!(texts.iter().any(|text| says(&text)), "{rule}: {texts:?}");
    }
    // A word that expired is missing, and no referral takes its place.
    let mut with_word = events(9).to_vec();
    with_word.push(piece(&("", 400, CustomerStated, 1)));
    let told = told(&with_word);
    assert_eq!(told.emotional, Known::Unknown);
    assert_eq!(
        told.expired,
        ago(400).checked_add_days(chrono::Days::new(366))
    );
}

#[test]
fn a_share_counts_as_long_as_a_word() -> Result<(), crate::vocab::share::ShareError> {
    let policy = LoyaltyPolicy::standard();
    let share = crate::vocab::share::Share::new(9, 10)?;
    for (age, counts) in [(365, true), (366, false)] {
        let signs = [
            LoyaltySign::Retention(share),
            LoyaltySign::ShareOfWallet(share),
        ];
        let pieces = signs.map(|sign| LoyaltyEvidence::new(ago(age), Measured, sign));
        let found = kinds(&policy, &pieces, today());
        let told = found.value().copied().unwrap_or_default();
        let is_known = (told.behavioural.is_known(), told.high_share.is_known());
        assert_eq!(is_known, (counts, counts), "{age}");
        let mut findings = found.findings().iter();
        let bought = findings.find(|one| one.rule == crate::verdict::RuleId::known("LOY", 2));
        let text = bought.map(|one| one.display(Locale::En).to_string());
        assert_eq!(
            text.is_some_and(|text| text.contains("2024-12-31")),
            !counts
        );
    }
    Ok(())
}

#[test]
fn a_recommendation_follows_the_return_and_no_later_word_denies_it() {
    use crate::verdict::Presence::{self, Absent, Present};
    let event = |age, sign| LoyaltyEvidence::new(ago(age), Measured, sign);
    let trust = |age, mark| {
        let mark = Rating::new(mark).unwrap_or(Rating::LOWEST);
        LoyaltyEvidence::new(ago(age), CustomerStated, LoyaltySign::Trust(mark.into()))
    };
    let (back, refers) = (event(20, LoyaltySign::RepeatAfterFailure), |age| {
        event(age, LoyaltySign::Referrals(1))
    });
    let table: [(&[LoyaltyEvidence], Option<Presence>); 7] = [
        (&[back], None),
        (&[back, refers(21)], Some(Absent)),
        (&[back, refers(20)], Some(Present)),
        (&[back, refers(9), trust(10, 1)], Some(Present)),
        (&[back, refers(9), trust(8, 1)], Some(Absent)),
        (&[back, refers(9), trust(8, 3)], Some(Present)),
        (&[refers(9)], None),
    ];
    for (pieces, expected) in table {
        let found = kinds(&LoyaltyPolicy::standard(), pieces, today());
        let told = found.into_value().unwrap_or_default();
        assert_eq!(told.adversity.into_value(), expected, "{pieces:?}");
    }
}

/// A year passes for the first return; the second one counts, and the recommendation between them as before.
#[test]
fn a_return_that_expires_takes_no_loyalty_in_adversity_along() {
    let policy = LoyaltyPolicy::standard();
    for (first, expected) in [
        (360, Some(Known::measured(true))),
        (400, Some(Known::measured(true))),
    ] {
        let event = |age, sign| LoyaltyEvidence::new(ago(age), Measured, sign);
        let pieces = [
            event(first, LoyaltySign::RepeatAfterFailure),
            event(200, LoyaltySign::Referrals(1)),
            event(20, LoyaltySign::RepeatAfterFailure),
        ];
        let found = kinds(&policy, &pieces, today());
        let stays = found
            .value()
            .map(|told| told.adversity.map(crate::verdict::Presence::is_present));
        assert_eq!(stays, expected, "{first}");
    }
}
