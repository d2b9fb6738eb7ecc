//! The policy as it is written in JSON, field by field.

use crate::form::record;
use crate::lifecycle::policy::boundary::Boundary;
use crate::lifecycle::policy::gate::StageGate;
use crate::lifecycle::policy::severities::LifecycleSeverities;
use crate::vocab::share::{Points, Share};
use crate::vocab::time::Days;

record! {
    /// Every number and choice of the lifecycle rules.
    pub(super) struct PolicyText {
        /// The stage of a share exactly on a cut: the one above, or the one below. It holds for
        /// both cuts.
        pub(super) boundary: Boundary
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16",
        /// The share of the customer's purchases at which the stable band begins. It is refused
        /// unless it lies above zero and below `strategic-from`.
        pub(super) stable_from: Share
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16",
        /// The share of the customer's purchases at which the strategic band begins. It is refused
        /// unless it lies above `stable-from`.
        pub(super) strategic_from: Share
            => "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16",
        /// The gate of the initial stage, for an advance to the stage and a hold in it.
        pub(super) initial: StageGate,
        /// The gate of the stable stage, for an advance to the stage and a hold in it.
        pub(super) stable: StageGate,
        /// The gate of the strategic stage, for an advance to the stage and a hold in it.
        pub(super) strategic: StageGate,
        /// The number of days that have to pass between two steps up, and for which a fall may be
        /// repaired. Zero is accepted: then no step waits.
        pub(super) assessment_period: Days
            => "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-10" "LIF-14" "LIF-16",
        /// The longest time between two looks at the relationship, in days. Zero is accepted: then
        /// somebody has to look on the day itself.
        pub(super) monitoring_gap: Days => "LIF-12",
        /// The number of days after which a share that does not grow is stagnant. Zero is accepted.
        pub(super) stagnation_window: Days => "LIF-08",
        /// The change of the share, in hundredths of a percentage point, that is neither growth nor
        /// loss. Every number is accepted, and no share changes by more than 10000.
        pub(super) stagnation_tolerance: Points => "LIF-08",
        /// The number of days for which a statement about a state holds, the last one included; `"none"` is
        /// for ever. A share, contacts, trust, a bond, a recognition and a position are states.
        pub(super) state_days: Option<Days> | "none"
            => "GEN-01" "GEN-07" "GEN-10" "GEN-11" "GEN-12" "GEN-13" "GEN-14" "GEN-18" "GEN-20" "LOY-01"
               "LOY-02" "LOY-04" "LOY-06" "LIF-01" "LIF-02" "LIF-03" "LIF-04" "LIF-05" "LIF-06" "LIF-07" "LIF-08" "LIF-09"
               "LIF-10" "LIF-11" "LIF-12" "LIF-14" "LIF-15" "LIF-16",
        /// The severity of each rule: off, or the weight of its breach.
        pub(super) severities: LifecycleSeverities,
    }
}
