use crate::form::record;
use crate::satisfaction::cards::satisfaction::SAT_05;
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::ItemId;
use crate::vocab::words::words;

words! {
    /// The worth of a feature to the customer (特性层级), lowest first (SAT-05).
    pub closed enum FeatureTier {
        /// A basic feature: its presence earns no thanks, and its absence is a fault.
        Basic = "basic", "basic", "基本价值", "基本價值";
        /// An expected feature: the customer counts on it.
        Expected = "expected", "expected", "期望价值", "期望價值";
        /// A delighting feature: it is above the expectation.
        Delight = "delight", "delight", "超期望价值", "超期望價值";
    }
}

impl FeatureTier {
    /// Returns the place of the tier, 1 for the lowest, as evidence counts it.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Basic => 1,
            Self::Expected => 2,
            Self::Delight => 3,
        }
    }

    const fn sunk_by(self, tiers: u32) -> Self {
        match self.number().saturating_sub(tiers) {
            0 | 1 => Self::Basic,
            2 => Self::Expected,
            _ => Self::Delight,
        }
    }
}

record! {
    /// The history of one feature of an offer (特性历程).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct FeatureHistory {
        /// The feature.
        pub feature: ItemId,
        /// The tier of the feature when the customer first received it.
        pub introduced_as: FeatureTier,
        /// The number of cycles in which the customer has received it.
        pub cycles: Known<u32> => with_cycles,
        /// The record of competitors that give the same.
        pub competitor_parity: Known<Presence> => with_competitor_parity,
        /// The tier in which our own people count it today.
        pub counted_as: Known<FeatureTier> => with_counted_as,
    }
}

impl FeatureHistory {
    /// Makes the history of a feature of which only the first tier is known.
    #[must_use]
    pub const fn new(feature: ItemId, introduced_as: FeatureTier) -> Self {
        Self {
            feature,
            introduced_as,
            cycles: Known::Unknown,
            competitor_parity: Known::Unknown,
            counted_as: Known::Unknown,
        }
    }
}

record! {
    /// The present tier of one feature (特性现状).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct FeatureStanding {
        /// The feature.
        pub feature: ItemId,
        /// Its tier.
        pub tier: FeatureTier,
    }
}

/// Assesses the present worth of a feature to the customer ([`SAT_05`]).
///
/// The feature sinks one tier for every number of cycles that the policy names, and one if
/// competitors give the same. It does not sink below basic. A finding says if our people still
/// count it higher. The value is `None` if an unknown fact could still have sunk it.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::expectation::{FeatureHistory, FeatureTier, feature_tier};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
///
/// let hotline = FeatureHistory::new("24h hotline".parse()?, FeatureTier::Delight)
///     .with_cycles(Known::measured(3))
///     .with_competitor_parity(Known::measured(Presence::Present));
/// let found = feature_tier(&SatisfactionPolicy::standard(), &hotline);
/// assert_eq!(found.into_value().map(|found| found.tier), Some(FeatureTier::Basic));
/// # Ok::<(), keqing::vocab::name::NameError>(())
/// ```
pub fn feature_tier(
    policy: &SatisfactionPolicy,
    history: &FeatureHistory,
) -> Assessment<FeatureStanding> {
    policy
        .severities()
        .weighed(Assessment::of(|r| consult(policy, history, r)))
}

fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    history: &FeatureHistory,
    r: &mut R,
) -> Option<FeatureStanding> {
    let feature = history.feature;
    let subject = Subject::Item { id: feature };
    let by_time = history
        .cycles
        .value()
        .map(|cycles| *cycles / policy.decay_cycles());
    let by_parity = history
        .competitor_parity
        .value()
        .map(|parity| u32::from(*parity == Presence::Present));
    let sunk = by_time.unwrap_or(0).saturating_add(by_parity.unwrap_or(0));
    let tier = history.introduced_as.sunk_by(sunk);
    let is_settled = tier == FeatureTier::Basic || (by_time.is_some() && by_parity.is_some());
    if !is_settled {
        r.miss_of(&SAT_05, Fact::FeatureTier, subject);
        return None;
    }
    match history.counted_as.value() {
        Some(counted) => r.require(&SAT_05, *counted <= tier, || {
            let (observed, required) = (counted.number(), tier.number());
            Evidence::count(Fact::FeatureTier, observed, Bound::AtMost, required).of(subject)
        }),
        None => r.miss_of(&SAT_05, Fact::FeatureTier, subject),
    }
    Some(FeatureStanding { feature, tier })
}

#[cfg(test)]
mod tests {
    use super::{FeatureHistory, FeatureTier, feature_tier};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::verdict::Presence;
    use crate::vocab::known::Known;
    use crate::vocab::name::{ItemId, NameError};

    use FeatureTier::{Basic, Delight, Expected};

    fn history(
        tier: FeatureTier,
        cycles: Option<u32>,
        parity: Option<Presence>,
    ) -> Result<FeatureHistory, NameError> {
        let mut history = FeatureHistory::new(ItemId::new("hotline")?, tier);
        history.cycles = cycles.map_or(Known::Unknown, Known::measured);
        history.competitor_parity = parity.map_or(Known::Unknown, Known::measured);
        Ok(history)
    }

    #[test]
    fn a_feature_sinks_by_time_and_by_parity_down_to_basic() -> Result<(), NameError> {
        let (absent, present) = (Some(Presence::Absent), Some(Presence::Present));
        for (first, cycles, parity, tier) in [
            (Delight, Some(0), absent, Some(Delight)),
            (Delight, Some(1), absent, Some(Delight)),
            (Delight, Some(2), absent, Some(Expected)),
            (Delight, Some(3), absent, Some(Expected)),
            (Delight, Some(4), absent, Some(Basic)),
            (Delight, Some(u32::MAX), present, Some(Basic)),
            (Delight, Some(1), present, Some(Expected)),
            (Delight, Some(2), present, Some(Basic)),
            (Delight, None, present, None),
            (Delight, Some(2), None, None),
            (Expected, None, present, Some(Basic)),
            (Expected, Some(2), None, Some(Basic)),
            (Basic, None, None, Some(Basic)),
        ] {
            let history = history(first, cycles, parity)?;
            let found = feature_tier(&SatisfactionPolicy::standard(), &history);
            let found = found.into_value().map(|found| found.tier);
            assert_eq!(found, tier, "{first:?} {cycles:?} {parity:?}");
        }
        Ok(())
    }

    #[test]
    fn whoever_counts_it_too_high_is_told() -> Result<(), NameError> {
        for (counted, breaches, gaps) in [
            (Known::measured(Basic), 0, 0),
            (Known::measured(Expected), 0, 0),
            (Known::measured(Delight), 1, 0),
            (Known::Unknown, 0, 1),
        ] {
            let mut history = history(Delight, Some(2), Some(Presence::Absent))?;
            history.counted_as = counted;
            let found = feature_tier(&SatisfactionPolicy::standard(), &history);
            assert_eq!(found.findings().breaches().count(), breaches, "{counted:?}");
            assert_eq!(found.findings().gaps().count(), gaps, "{counted:?}");
        }
        Ok(())
    }
}
