//! Bond, pattern, reason to stay and claim of one answer never contradict each other.

use keqing::loyalty::bond::ReasonToStay;
use keqing::loyalty::means::{Claim, MeansFacts};
use keqing::loyalty::patronage::RepeatBasis;
use keqing::verdict::Decision;
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::words::{Bond, ClaimGround, Stance};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use super::given::{crowded, told, with};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_part_of_a_picture_contradicts_another(facts in with(crowded())) {
        let mut facts = facts;
        let mut means = MeansFacts::default();
        means.claims = vec![Claim::new(ClaimGround::Revenue | ClaimGround::CustomerStatement)];
        facts.means = Some(means);
        let told = told(&facts);
        let bond = told.bond.value().copied();
        let pattern = told.pattern.value().copied();
        let reason = told.reason_to_stay.value().copied();
        let claims = told.means.iter().flat_map(|means| &means.claims);
        let is_claimed = claims.into_iter().any(|claim| claim.decision() == Decision::Permit);

        if let (Some(bond), Some(pattern)) = (bond, pattern) {
            prop_assert!(bond.patterns().contains(pattern), "{} {}", bond, pattern);
        }
        if is_claimed {
            prop_assert!(bond.is_some_and(Bond::is_attached), "{:?}", bond);
            prop_assert!(!matches!(pattern, Some(LoyaltyPattern::Spurious | LoyaltyPattern::None)));
            prop_assert!(matches!(reason, None | Some(ReasonToStay::Happy)), "{:?}", reason);
        }
        match bond {
            Some(Bond::LockedIn) => {
                prop_assert!(matches!(reason, None | Some(ReasonToStay::Helpless)), "{:?}", reason);
            }
            Some(Bond::None) => prop_assert!(reason != Some(ReasonToStay::Helpless)),
            Some(Bond::Genuine | Bond::Mixed) => {
                prop_assert!(matches!(reason, None | Some(ReasonToStay::Happy)), "{:?}", reason);
            }
            None => {}
        }
        if reason == Some(ReasonToStay::Helpless) {
            prop_assert_eq!(bond, Some(Bond::LockedIn));
            let basis = told.patronage.value().and_then(|patronage| patronage.repeat);
            prop_assert!(basis != Some(RepeatBasis::Affect));
        }
        if matches!(pattern, Some(LoyaltyPattern::Spurious)) {
            prop_assert!(reason != Some(ReasonToStay::Happy));
        }
        // People who differ make no stance that speaks for us.
        if let Some(kinds) = told.kinds.value() {
            let spread = kinds.voices.evaluation;
            let favourable = kinds.emotional.value() == Some(&Stance::Favourable);
            prop_assert!(spread.is_none() || !favourable, "{:?}", spread);
        }
    }
}
