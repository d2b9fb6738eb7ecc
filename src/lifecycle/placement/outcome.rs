use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::moves::Move;
use crate::lifecycle::standing::State;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::Verdict;
use crate::vocab::set::Set;
use crate::vocab::words::{Stage, words};

record! {
    /// The placement of a relationship by the facts (定位).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Placement {
        /// The band of the share alone; `None` if the customer had no demand.
        pub band: Option<Stage>,
        /// The state that all the facts support now.
        pub supported: State,
        /// The move that leads to the supported state, at most one step up.
        pub proposed: Move,
        /// The verdict on that move.
        pub verdict: Verdict,
        /// The move that is granted this period: the proposed one if it is permitted, else to stay.
        pub granted: Move,
        /// The trajectory; `None` if earlier shares are missing.
        pub trajectory: Option<Trajectory>,
        /// The flags of matters to look at again.
        pub flags: Set<Flag>,
        /// The likelihood of a fall or a break, compared with other stages (LIF-11).
        pub risk: Risk,
        /// The last day on which the last fall may be repaired, if it has not been (LIF-10).
        pub repair_until: Option<NaiveDate>,
    }
}

record! {
    /// Our share in one earlier period.
    #[derive(Copy, Hash)]
    pub closed struct PeriodShare {
        /// The last day of the period.
        pub period_end: NaiveDate,
        /// The share in that period.
        pub share: ShareOfWallet,
    }
}

words! {
    /// The trajectory of a relationship (走势), LIF-08.
    pub closed enum Trajectory {
        /// The relationship is going up.
        Advancing = "advancing", "advancing", "上升", "上升";
        /// The share stayed alike for as long as the policy allows.
        Stagnant = "stagnant", "stagnant", "停滞", "停滯";
        /// The relationship is going down.
        Regressing = "regressing", "regressing", "倒退", "倒退";
        /// The relationship is broken off.
        Interrupted = "interrupted", "interrupted", "中断", "中斷";
    }
}

words! {
    /// The likelihood of a fall or a break, compared with other stages (风险次序): an order, never a
    /// probability (LIF-11).
    pub closed enum Risk {
        /// There is no business that could be lost.
        NothingToLose = "nothing-to-lose", "nothing to lose yet", "尚无可失", "尚無可失";
        /// The risk is the lowest of the stages: strategic.
        Low = "low", "lowest of the stages", "各阶段中最低", "各階段中最低";
        /// The risk is between the others: stable.
        Medium = "medium", "between the others", "居中", "居中";
        /// The risk is the highest of the stages: initial.
        High = "high", "highest of the stages", "各阶段中最高", "各階段中最高";
    }
}

impl Risk {
    /// Returns the risk of a stage compared with the others.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::lifecycle::placement::Risk;
    /// use keqing::vocab::words::Stage;
    ///
    /// assert!(Risk::of(Stage::Strategic) < Risk::of(Stage::Initial));
    /// ```
    #[must_use]
    pub const fn of(stage: Stage) -> Self {
        match stage {
            Stage::Development => Self::NothingToLose,
            Stage::Initial => Self::High,
            Stage::Stable => Self::Medium,
            Stage::Strategic => Self::Low,
        }
    }
}

words! {
    /// A matter of a placement to look at again (标记).
    pub open enum Flag in Set {
        /// The fall is more than one stage, or breaks off from high up (LIF-09).
        AbruptFall = "abrupt-fall", "abrupt fall", "急剧倒退", "急劇倒退";
        /// The share is only estimated and would reach the strategic band (LIF-02).
        EstimatedShare = "estimated-share", "the share is only estimated", "份额仅为估计", "份額僅為估計";
        /// The customer bought nothing from anybody; the stage is held (LIF-03).
        NoDemand = "no-demand", "no demand in the period", "本期无需求", "本期無需求";
        /// The share lies exactly on a cut (LIF-04).
        OnBoundary = "on-boundary", "exactly on a cut", "恰在界限上", "恰在界限上";
        /// There is a partnership, but the share is below the strategic band (LIF-06).
        PartnershipBelowShare = "partnership-below-share", "partnership, but the share is below", "有伙伴关系而份额不足", "有夥伴關係而份額不足";
        /// Our stated position does not fit the share (LIF-15).
        PositionDisagrees = "position-disagrees", "stated position does not fit the share", "所称地位与份额不符", "所稱地位與份額不符";
        /// The facts support more than the one step that is granted (LIF-07).
        StepLimited = "step-limited", "one step at a time", "逐级推进所限", "逐級推進所限";
        /// The share is in the strategic band without an established partnership (LIF-06).
        StrategicShareWithoutPartnership = "strategic-share-without-partnership", "strategic share without partnership", "份额达战略而无伙伴关系", "份額達戰略而無夥伴關係";
        /// Another supplier has as much as the main supplier, or more (LIF-05).
        TiedMain = "tied-main", "tied with another supplier", "与另一供应商并列", "與另一供應商並列";
    }
}
