use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::moves::Move;
use crate::lifecycle::standing::State;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::Verdict;
use crate::vocab::answers::{Risk, Trajectory};
use crate::vocab::set::Set;
use crate::vocab::words::{Stage, words};

record! {
    /// The placement of a relationship by the facts (定位).
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Placement {
        /// The band of the share alone; `None` if the customer had no demand.
        pub band: Option<Stage>,
        /// The highest stage that the facts permit to hold.
        pub at_least: Stage,
        /// The state that all the facts support now; `None` if a missing fact leaves a higher stage open.
        pub supported: Option<State>,
        /// The move toward what the facts support, at most one step up.
        pub proposed: Move,
        /// The verdict on that move.
        pub verdict: Verdict,
        /// The move that is granted this period: the proposed one if it is permitted, else to stay if that
        /// is; `None` if neither is permitted.
        pub granted: Option<Move>,
        /// The trajectory of the shares; `None` if earlier shares are missing, or if nothing is left to
        /// gain and nothing was lost.
        pub trajectory: Option<Trajectory>,
        /// The flags of matters to look at again.
        pub flags: Set<Flag>,
        /// The likelihood of a fall or a break, compared with other stages (LIF-11); `None` if no state is
        /// supported, or an interrupted one.
        pub risk: Option<Risk>,
        /// The last day on which the last fall may be repaired, if it has not been (LIF-10).
        pub repair_until: Option<NaiveDate>,
        /// The number of periods, looks and statements that are dated after the facts, and of looks that are only
        /// planned; they are ignored.
        pub ignored: u32,
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
    /// A matter of a placement to look at again (标记).
    pub open enum Flag in Set {
        /// The fall is more than one stage, or breaks off from high up (LIF-09).
        AbruptFall = "abrupt-fall", "abrupt fall", "急剧倒退", "急劇倒退";
        /// The evidence for the share is too weak for the stage of its band (LIF-02).
        EstimatedShare = "estimated-share", "the evidence for the share is too weak", "份额的证据等级不足", "份額的證據等級不足";
        /// The customer bought nothing from anybody; the stage is held (LIF-03).
        NoDemand = "no-demand", "no demand in the period", "本期无需求", "本期無需求";
        /// The share lies exactly on a cut (LIF-04).
        OnBoundary = "on-boundary", "exactly on a cut", "恰在界限上", "恰在界限上";
        /// There is a partnership, but the share is below the strategic band (LIF-06).
        PartnershipBelowShare = "partnership-below-share", "partnership, but the share is below", "有伙伴关系而份额不足", "有夥伴關係而份額不足";
        /// Our stated position does not fit what the facts support (LIF-15).
        PositionDisagrees = "position-disagrees", "stated position does not fit the facts", "所称地位与事实不符", "所稱地位與事實不符";
        /// The facts support more than the one step that is granted (LIF-07).
        StepLimited = "step-limited", "one step at a time", "逐级推进所限", "逐級推進所限";
        /// The share is in the strategic band and no partnership is established (LIF-06).
        StrategicShareWithoutPartnership = "strategic-share-without-partnership", "strategic share without partnership", "份额达战略而无伙伴关系", "份額達戰略而無夥伴關係";
        /// Another supplier has as much as the main supplier, or more (LIF-05).
        TiedMain = "tied-main", "tied with another supplier", "与另一供应商并列", "與另一供應商並列";
    }
}
