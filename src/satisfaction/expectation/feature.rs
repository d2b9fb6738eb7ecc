use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::satisfaction::cards::satisfaction::SAT_05;
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::verdict::{Assessment, Evidence, Fact, Presence, Reading, Recorder, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::twice::twice;
use crate::vocab::words::FeatureTier;

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
/// competitors give the same. It does not sink below basic. SAT-05 is breached if our people count it
/// higher, and an unknown fact that could only sink it further does not change that. It is met if they
/// count it no higher than the lowest tier to which it may have sunk. A guess may sink a feature and
/// never keeps it up. The value is `None` if an unknown fact could still have sunk it.
///
/// # Examples
///
/// ```
/// use keqing::satisfaction::SatisfactionPolicy;
/// use keqing::satisfaction::expectation::{FeatureHistory, feature_tier};
/// use keqing::verdict::Presence;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::FeatureTier;
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

/// Assesses every feature of a list, each of which stands there once.
pub(crate) fn features(
    policy: &SatisfactionPolicy,
    histories: &[FeatureHistory],
) -> Result<Vec<Assessment<FeatureStanding>>, FeatureError> {
    let names = histories.iter().map(|history| history.feature).enumerate();
    every(twice(names).filter_map(|(first, second)| {
        let feature = histories.get(second)?.feature;
        Some(Err(FeatureError::Twice {
            feature,
            first,
            second,
        }))
    }))?;
    let tier = |history| feature_tier(policy, history);
    Ok(histories.iter().map(tier).collect())
}

/// Returned when the history of a feature is given twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum FeatureError {
    /// Several features are given twice.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// A feature is given twice.
    #[error(
        "each feature has one history, got `{feature}` in entries {first} and {second}, counted from zero"
    )]
    Twice {
        /// The feature.
        feature: ItemId,
        /// The place of the first entry in the list.
        first: usize,
        /// The place of the second.
        second: usize,
    },
}

several!(pub FeatureError);

fn consult<R: Recorder>(
    policy: &SatisfactionPolicy,
    history: &FeatureHistory,
    r: &mut R,
) -> Option<FeatureStanding> {
    let feature = history.feature;
    let highest = highest_tier(policy, history);
    let open = open(history).filter(|_| highest != FeatureTier::Basic);
    let missing = match history.counted_as.value() {
        None => Some(open.unwrap_or(Fact::FeatureTier)),
        Some(counted) if *counted > highest => None,
        Some(counted) if *counted <= lowest_tier(policy, history) => None,
        Some(_) => open,
    };
    let counted = history.counted_as.value().copied().unwrap_or(highest);
    match missing {
        Some(fact) => miss(history, fact, r),
        None => r.require(&SAT_05, counted <= highest, || {
            let reading = Reading::FeatureTier {
                observed: counted,
                required: highest,
            };
            Evidence::new(Fact::FeatureTier, reading).of(Subject::Item { id: feature })
        }),
    }
    let tier = highest;
    open.is_none().then_some(FeatureStanding { feature, tier })
}

/// Reports the fact that leaves SAT-05 open, and the grade of a guess about it.
fn miss<R: Recorder>(history: &FeatureHistory, fact: Fact, r: &mut R) {
    let id = history.feature;
    let subject = Subject::Item { id };
    match fact {
        Fact::FeatureCycles => {
            r.require_grade(&SAT_05, (fact, subject), history.cycles);
        }
        Fact::CompetitorParity => {
            let parity = history.competitor_parity;
            r.require_grade(&SAT_05, (fact, subject), parity);
        }
        _ => r.miss_of(&SAT_05, fact, subject),
    }
}

/// Returns the tier to which what is known has sunk a feature.
fn highest_tier(policy: &SatisfactionPolicy, history: &FeatureHistory) -> FeatureTier {
    let cycles = history.cycles.value().copied().unwrap_or(0);
    let by_time = cycles / policy.decay_cycles();
    let has_parity = history.competitor_parity.value() == Some(&Presence::Present);
    let sunk = by_time.saturating_add(u32::from(has_parity));
    sunk_by(history.introduced_as, sunk)
}

/// Returns the tier to which a feature may have sunk at most; a guess that keeps it up is no fact.
fn lowest_tier(policy: &SatisfactionPolicy, history: &FeatureHistory) -> FeatureTier {
    let own = Some(Grade::OWN_WORD);
    let parity = history.competitor_parity;
    let has_none = parity.grade() >= own && parity.value() == Some(&Presence::Absent);
    match history.cycles.value() {
        Some(cycles) if history.cycles.grade() >= own => {
            let by_time = *cycles / policy.decay_cycles();
            let sunk = by_time.saturating_add(u32::from(!has_none));
            sunk_by(history.introduced_as, sunk)
        }
        _ => FeatureTier::Basic,
    }
}

/// Returns the tier of a feature after it has sunk by a number of tiers.
const fn sunk_by(tier: FeatureTier, tiers: u32) -> FeatureTier {
    match (tier, tiers) {
        (tier, 0) => tier,
        (FeatureTier::Delight, 1) => FeatureTier::Expected,
        _ => FeatureTier::Basic,
    }
}

/// Returns the fact that could still sink a feature; a guess that keeps it up is no fact.
fn open(history: &FeatureHistory) -> Option<Fact> {
    let is_own = |grade: Option<Grade>| grade >= Some(Grade::OWN_WORD);
    let parity = history.competitor_parity;
    if !is_own(history.cycles.grade()) {
        Some(Fact::FeatureCycles)
    } else if !is_own(parity.grade()) && parity.value() != Some(&Presence::Present) {
        Some(Fact::CompetitorParity)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{FeatureHistory, FeatureTier, feature_tier, features};
    use crate::satisfaction::policy::SatisfactionPolicy;
    use crate::verdict::{Fact, Presence};
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
        let (absent, present) = (Some(Presence::Absent), Some(Presence::Present));
        for (cycles, parity, counted, breaches, gap) in [
            (Some(2), absent, Some(Basic), 0, None),
            (Some(2), absent, Some(Expected), 0, None),
            (Some(2), absent, Some(Delight), 1, None),
            (Some(2), absent, None, 0, Some(Fact::FeatureTier)),
            // What is unknown can only sink it further.
            (Some(2), None, Some(Delight), 1, None),
            (None, present, Some(Delight), 1, None),
            (
                Some(2),
                None,
                Some(Expected),
                0,
                Some(Fact::CompetitorParity),
            ),
            (Some(1), None, Some(Expected), 0, None),
            (Some(3), None, Some(Basic), 0, None),
            // However far it has sunk, nobody can count it lower: only its tier is open.
            (None, present, Some(Basic), 0, None),
            (None, present, Some(Expected), 0, Some(Fact::FeatureCycles)),
            (None, None, None, 0, Some(Fact::FeatureCycles)),
        ] {
            let mut history = history(Delight, cycles, parity)?;
            history.counted_as = counted.map_or(Known::Unknown, Known::measured);
            let found = feature_tier(&SatisfactionPolicy::standard(), &history);
            assert_eq!(found.findings().breaches().count(), breaches, "{history:?}");
            let gaps = found.findings().gaps().map(|gap| gap.evidence.fact);
            assert!(gaps.eq(gap), "{history:?}");
        }
        Ok(())
    }

    #[test]
    fn a_guess_may_sink_a_feature_and_never_keeps_it_up() -> Result<(), NameError> {
        for (cycles, parity, tier) in [
            (
                Known::measured(0),
                Known::estimated(Presence::Present),
                Some(Expected),
            ),
            (Known::measured(0), Known::estimated(Presence::Absent), None),
            (Known::estimated(0), Known::measured(Presence::Absent), None),
            (
                Known::estimated(4),
                Known::measured(Presence::Absent),
                Some(Basic),
            ),
        ] {
            let mut history = history(Delight, None, None)?;
            (history.cycles, history.competitor_parity) = (cycles, parity);
            history.counted_as = Known::measured(Basic);
            let found = feature_tier(&SatisfactionPolicy::standard(), &history);
            assert_eq!(found.findings().gaps().count(), 0, "it is counted as basic");
            let found = found.into_value().map(|found| found.tier);
            assert_eq!(found, tier, "{history:?}");
        }
        Ok(())
    }

    #[test]
    fn a_feature_has_one_history() -> Result<(), NameError> {
        let hotline = history(Delight, Some(0), None)?;
        let other = FeatureHistory::new(ItemId::new("visit")?, Basic);
        let policy = SatisfactionPolicy::standard();
        let found = features(&policy, &[hotline, other]).map(|found| found.len());
        assert_eq!(found, Ok(2));
        let refused = features(&policy, &[hotline, other, hotline]).map(|found| found.len());
        let twice = "each feature has one history, \
            got `hotline` in entries 0 and 2, counted from zero";
        assert_eq!(
            refused.map_err(|error| error.to_string()),
            Err(twice.into())
        );
        Ok(())
    }
}
