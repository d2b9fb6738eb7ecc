//! The numbers and choices of the lifecycle (生命周期政策: LIF-02 to LIF-08, LIF-10, LIF-12).
//!
//! ```text
//! LifecyclePolicy::standard -> with_... -> LifecyclePolicy   checked: cuts rise, gates can be met
//! share -> LifecyclePolicy::band -> Stage                    the band of a share
//! ```
//!
//! - *Looks at*: The two cuts between the bands, and the side on which a share at a cut falls. For
//!   each stage a gate with its requirements and severities.
//! - *Why*: The documents give cuts and no gates, so the policy chooses how severe each lack is.
//! - *Breaks it*: Cuts that do not rise from zero, which are refused.
//! - *Keeps it*: Rising cuts, and a gate for each stage from Initial on.
//! - *Rules*: LIF-02 to LIF-08, LIF-10, LIF-12, LIF-14, LIF-16.

mod boundary;
mod gate;
mod severities;
#[cfg(test)]
mod tests;
mod text;

pub use boundary::Boundary;
pub use gate::{Requirement, StageGate};
pub use severities::LifecycleSeverities;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::form::mirrored;
use crate::lifecycle::policy::gate::{INITIAL, STABLE, STRATEGIC};
use crate::lifecycle::policy::text::PolicyText;
use crate::verdict::Bound;
use crate::vocab::known::Lasting;
use crate::vocab::share::{Points, Share, ShareError};
use crate::vocab::time::Days;
use crate::vocab::words::Stage;

/// Every number and choice of the lifecycle rules (生命周期政策).
///
/// [`standard`](Self::standard) holds the documents' own numbers. The cuts are at 50 and 80 % of
/// the customer's purchases, each cut belonging to the stage above it. The share decides, and the
/// top requires a partnership. Everything else is reported without barring. In
/// [`strict`](Self::strict) every gate bars.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::{Boundary, LifecyclePolicy};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Stage;
///
/// let policy = LifecyclePolicy::standard();
/// assert_eq!(policy.band(Share::percent(50)?), Stage::Stable);
/// let below = policy.with_boundary(Boundary::UpperInclusive);
/// assert_eq!(below.band(Share::percent(50)?), Stage::Initial);
/// # Ok::<(), keqing::vocab::share::ShareError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "PolicyText", into = "PolicyText")]
pub struct LifecyclePolicy {
    /// The bound by which a share is compared with the cut of each stage, lowest stage first.
    bounds: [Bound; STAGES],
    /// The share at which each stage begins.
    cuts: [Share; STAGES],
    /// The gate of each stage.
    gates: [StageGate; STAGES],
    assessment_period: Days,
    monitoring_gap: Days,
    stagnation_window: Days,
    stagnation_tolerance: Points,
    state_days: Option<Days>,
    severities: LifecycleSeverities,
}

mirrored! { LifecyclePolicy as PolicyText; }

impl LifecyclePolicy {
    /// Returns the documents' own policy.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            bounds: Boundary::LowerInclusive.bounds(),
            cuts: [Share::NONE, Share::NONE, HALF, FOUR_FIFTHS],
            gates: [StageGate::OPEN, INITIAL, STABLE, STRATEGIC],
            assessment_period: Days::new(90),
            monitoring_gap: Days::new(365),
            stagnation_window: Days::new(365),
            stagnation_tolerance: Points::percent(1),
            state_days: Some(Days::new(365)),
            severities: LifecycleSeverities::standard(),
        }
    }

    /// Replaces the severities of the rules.
    #[must_use]
    pub const fn with_severities(self, severities: LifecycleSeverities) -> Self {
        Self { severities, ..self }
    }

    /// Returns the severities of the rules.
    #[must_use]
    pub const fn severities(&self) -> &LifecycleSeverities {
        &self.severities
    }

    /// Returns the standard policy with every gate made a bar.
    #[must_use]
    pub const fn strict() -> Self {
        let gates = [
            StageGate::OPEN,
            INITIAL.barring(),
            STABLE.barring(),
            STRATEGIC.barring(),
        ];
        Self {
            gates,
            ..Self::standard()
        }
    }

    /// Sets the two cuts.
    ///
    /// # Errors
    ///
    /// [`LifecyclePolicyError`] is returned unless zero < stable < strategic.
    pub fn with_cuts(
        self,
        stable_from: Share,
        strategic_from: Share,
    ) -> Result<Self, LifecyclePolicyError> {
        if Share::NONE < stable_from && stable_from < strategic_from {
            Ok(Self {
                cuts: [Share::NONE, Share::NONE, stable_from, strategic_from],
                ..self
            })
        } else {
            Err(LifecyclePolicyError {
                stable_from,
                strategic_from,
            })
        }
    }

    /// Sets the stage of a share exactly on a cut, for both cuts together (LIF-04).
    #[must_use]
    pub const fn with_boundary(self, boundary: Boundary) -> Self {
        Self {
            bounds: boundary.bounds(),
            ..self
        }
    }

    /// Replaces the gate of one stage; Development has none and stays as it is.
    #[must_use]
    pub const fn with_gate(self, stage: Stage, gate: StageGate) -> Self {
        let [open, initial, stable, strategic] = self.gates;
        let gates = match stage {
            Stage::Development => [open, initial, stable, strategic],
            Stage::Initial => [open, gate, stable, strategic],
            Stage::Stable => [open, initial, gate, strategic],
            Stage::Strategic => [open, initial, stable, gate],
        };
        Self { gates, ..self }
    }

    /// Sets the time that has to pass between two steps up (LIF-07).
    #[must_use]
    pub const fn with_assessment_period(self, period: Days) -> Self {
        Self {
            assessment_period: period,
            ..self
        }
    }

    /// Sets the longest time between two looks at the relationship (LIF-12).
    ///
    /// The documents ask for constant monitoring and give no time. A standard year is as long as the
    /// window in which stagnation shows: what nobody looked at for longer may have stood still unseen.
    #[must_use]
    pub const fn with_monitoring_gap(self, gap: Days) -> Self {
        Self {
            monitoring_gap: gap,
            ..self
        }
    }

    /// Sets the time after which a share is stagnant (LIF-08), unless it gained more than the
    /// tolerance.
    #[must_use]
    pub const fn with_stagnation(self, window: Days, tolerance: Points) -> Self {
        Self {
            stagnation_window: window,
            stagnation_tolerance: tolerance,
            ..self
        }
    }

    /// Sets the number of days for which a statement about a state holds; `None` is for ever.
    ///
    /// A share, the contacts, the trust, the bond, the recognition and our position are states. The
    /// documents give no time, and a year is the time for which a word about trust holds.
    #[must_use]
    pub const fn with_state_days(self, state_days: Option<Days>) -> Self {
        Self { state_days, ..self }
    }

    /// Returns the stage into whose band a share falls (LIF-03..06), by the share alone.
    #[must_use]
    #[inline]
    pub fn band(&self, share: Share) -> Stage {
        let carried = |stage: &Stage| self.bound(*stage).admits(&share, &self.cut(*stage));
        Stage::ALL
            .into_iter()
            .rev()
            .find(carried)
            .unwrap_or(Stage::Development)
    }

    /// Returns the share at which a stage begins: zero for the first two.
    #[must_use]
    #[inline]
    pub fn cut(&self, stage: Stage) -> Share {
        self.cuts.get(stage as usize).copied().unwrap_or(Share::ALL)
    }

    /// Returns the bound by which a share is compared with the cut of a stage: Initial begins above
    /// zero.
    #[must_use]
    #[inline]
    pub fn bound(&self, stage: Stage) -> Bound {
        self.bounds
            .get(stage as usize)
            .copied()
            .unwrap_or(Bound::AtLeast)
    }

    /// Returns whether a share lies exactly on one of the two cuts.
    #[must_use]
    pub fn is_on_boundary(&self, share: Share) -> bool {
        share == self.cut(Stage::Stable) || share == self.cut(Stage::Strategic)
    }

    /// Returns the gate of a stage: its requirements besides the share. Development has none.
    #[must_use]
    #[inline]
    pub fn gate(&self, stage: Stage) -> &StageGate {
        self.gates.get(stage as usize).unwrap_or(&StageGate::OPEN)
    }

    /// Returns the boundary choice.
    #[must_use]
    pub fn boundary(&self) -> Boundary {
        match self.bound(Stage::Stable) {
            Bound::MoreThan => Boundary::UpperInclusive,
            _ => Boundary::LowerInclusive,
        }
    }

    /// Returns the time that has to pass between two steps up.
    #[must_use]
    #[inline]
    pub const fn assessment_period(&self) -> Days {
        self.assessment_period
    }

    /// Returns the last day on which a fall of a day may be repaired (LIF-10). It is one assessment
    /// period later; `None` past the last date there is.
    #[must_use]
    pub fn repair_until(&self, fell: NaiveDate) -> Option<NaiveDate> {
        let period = u64::from(self.assessment_period.count());
        fell.checked_add_days(chrono::Days::new(period))
    }

    /// Returns the longest time between two looks at the relationship.
    #[must_use]
    pub const fn monitoring_gap(&self) -> Days {
        self.monitoring_gap
    }

    /// Returns the time after which a share that does not grow is stagnant.
    #[must_use]
    pub const fn stagnation_window(&self) -> Days {
        self.stagnation_window
    }

    /// Returns the number of days for which a statement about a state holds; `None` is for ever.
    #[must_use]
    pub const fn state_days(&self) -> Option<Days> {
        self.state_days
    }

    pub(crate) const fn states(&self) -> Lasting {
        Lasting::State(self.state_days)
    }

    /// Returns the gain that does not count as growth.
    #[must_use]
    pub const fn stagnation_tolerance(&self) -> Points {
        self.stagnation_tolerance
    }
}

/// Returned when cuts are out of order.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error(
    "the cuts must rise from nothing: stable from {stable_from}, strategic from {strategic_from}"
)]
pub struct LifecyclePolicyError {
    stable_from: Share,
    strategic_from: Share,
}

impl TryFrom<PolicyText> for LifecyclePolicy {
    type Error = LifecyclePolicyError;

    fn try_from(text: PolicyText) -> Result<Self, Self::Error> {
        Self::standard()
            .with_boundary(text.boundary)
            .with_gate(Stage::Initial, text.initial)
            .with_gate(Stage::Stable, text.stable)
            .with_gate(Stage::Strategic, text.strategic)
            .with_assessment_period(text.assessment_period)
            .with_monitoring_gap(text.monitoring_gap)
            .with_stagnation(text.stagnation_window, text.stagnation_tolerance)
            .with_state_days(text.state_days)
            .with_severities(text.severities)
            .with_cuts(text.stable_from, text.strategic_from)
    }
}

impl From<LifecyclePolicy> for PolicyText {
    fn from(policy: LifecyclePolicy) -> Self {
        Self {
            boundary: policy.boundary(),
            stable_from: policy.cut(Stage::Stable),
            strategic_from: policy.cut(Stage::Strategic),
            initial: *policy.gate(Stage::Initial),
            stable: *policy.gate(Stage::Stable),
            strategic: *policy.gate(Stage::Strategic),
            assessment_period: policy.assessment_period,
            monitoring_gap: policy.monitoring_gap,
            stagnation_window: policy.stagnation_window,
            stagnation_tolerance: policy.stagnation_tolerance,
            state_days: policy.state_days,
            severities: policy.severities,
        }
    }
}

const STAGES: usize = Stage::ALL.len();

const HALF: Share = share(50);
const FOUR_FIFTHS: Share = share(80);

const fn share(percent: u64) -> Share {
    match Share::percent(percent) {
        Ok(share) => share,
        Err(ShareError::OverWhole { .. } | _) => Share::ALL,
    }
}
