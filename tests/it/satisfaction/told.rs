//! Breaches in words, in every locale.

use keqing::satisfaction::SatisfactionPolicy;
use keqing::satisfaction::expectation::{FeatureHistory, feature_tier};
use keqing::verdict::{Presence, Remedy, Render};
use keqing::vocab::known::Known;
use keqing::vocab::words::{FeatureTier, Locale};

use crate::support::errors::Failure;

#[test]
fn a_feature_that_is_counted_too_high_is_told_in_words() -> Result<(), Failure> {
    let hotline = FeatureHistory::new("hotline".parse()?, FeatureTier::Delight)
        .with_cycles(Known::measured(2))
        .with_competitor_parity(Known::measured(Presence::Absent))
        .with_counted_as(Known::measured(FeatureTier::Delight));
    let found = feature_tier(&SatisfactionPolicy::standard(), &hotline);
    let breach = found.findings().breaches().next().ok_or("no breach")?;
    let said = Locale::ALL.map(|locale| breach.evidence.display(locale).to_string());
    assert_eq!(
        said,
        [
            "tier of the feature (hotline) delight, required at most expected",
            "特性层级 (hotline) 超期望价值，要求不超过 期望价值",
            "特性層級 (hotline) 超期望價值，要求不超過 期望價值",
        ]
    );
    let remedy = Remedy::of(breach).ok_or("no remedy")?;
    let said = Locale::ALL.map(|locale| remedy.display(locale).to_string());
    assert_eq!(
        said,
        [
            "SAT-05: tier of the feature (hotline) at most expected",
            "SAT-05：特性层级 (hotline) 不超过 期望价值",
            "SAT-05：特性層級 (hotline) 不超過 期望價值",
        ]
    );
    Ok(())
}
