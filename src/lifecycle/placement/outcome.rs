use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::lifecycle::moves::Move;
use crate::lifecycle::standing::State;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::Verdict;
use crate::vocab::set::Set;
use crate::vocab::set::members;
use crate::vocab::words::{Stage, Text};

/// What the facts say about where a relationship stands (定位).
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Placement {
    /// The band of the share alone; `None` where the customer had no demand.
    pub band: Option<Stage>,
    /// The state that all the facts support now.
    pub supported: State,
    /// The move that leads there, at most one step up.
    pub proposed: Move,
    /// What the rules say of that move.
    pub verdict: Verdict,
    /// What is granted this period: the proposed move if it is permitted, else to stay.
    pub granted: Move,
    /// Where it is heading; `None` where earlier shares are missing.
    pub trajectory: Option<Trajectory>,
    /// What is worth a second look.
    pub flags: Set<Flag>,
    /// How likely a fall or a break is, compared with other stages (LIF-11).
    pub risk: Risk,
    /// Until when the last fall may be repaired, where it has not been (LIF-10).
    pub repair_until: Option<NaiveDate>,
}

/// Our share in one earlier period.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_structs,
    reason = "a pair of two public facts, complete by definition"
)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PeriodShare {
    /// The last day of the period.
    pub period_end: NaiveDate,
    /// The share in it.
    pub share: ShareOfWallet,
}

/// Where a relationship is heading (走势), LIF-08.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "LIF-08 knows exactly four trajectories"
)]
#[serde(rename_all = "kebab-case")]
pub enum Trajectory {
    /// Up.
    Advancing,
    /// Neither up nor down for as long as the policy allows.
    Stagnant,
    /// Down.
    Regressing,
    /// Broken off.
    Interrupted,
}

impl Trajectory {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Advancing => Text::new("advancing", "上升", "上升"),
            Self::Stagnant => Text::new("stagnant", "停滞", "停滯"),
            Self::Regressing => Text::new("regressing", "倒退", "倒退"),
            Self::Interrupted => Text::new("interrupted", "中断", "中斷"),
        }
    }
}

/// How likely a fall or a break is, compared with other stages (风险次序): an order, never a
/// probability (LIF-11).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "LIF-11 orders the three stages that have something to lose"
)]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    /// There is no business that could be lost.
    NothingToLose,
    /// Least likely: strategic.
    Low,
    /// Less likely: stable.
    Medium,
    /// Most likely: initial.
    High,
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

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::NothingToLose => Text::new("nothing to lose yet", "尚无可失", "尚無可失"),
            Self::Low => Text::new("lowest of the stages", "各阶段中最低", "各階段中最低"),
            Self::Medium => Text::new("between the others", "居中", "居中"),
            Self::High => Text::new("highest of the stages", "各阶段中最高", "各階段中最高"),
        }
    }
}

/// What is worth a second look about a placement (标记).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// The fall is more than one stage, or breaks off from high up (LIF-09).
    AbruptFall,
    /// The share is only estimated and would reach the strategic band (LIF-02).
    EstimatedShare,
    /// The customer bought nothing from anybody; the stage is held (LIF-03).
    NoDemand,
    /// The share lies exactly on a cut (LIF-04).
    OnBoundary,
    /// There is a partnership, but the share is below the strategic band (LIF-06).
    PartnershipBelowShare,
    /// Our stated position does not fit the share (LIF-15).
    PositionDisagrees,
    /// The facts support more than the one step that is granted (LIF-07).
    StepLimited,
    /// The share is in the strategic band without an established partnership (LIF-06).
    StrategicShareWithoutPartnership,
    /// Another supplier has as much as the main supplier, or more (LIF-05).
    TiedMain,
}

members!(
    Flag:
    AbruptFall, EstimatedShare, NoDemand, OnBoundary, PartnershipBelowShare, PositionDisagrees,
    StepLimited, StrategicShareWithoutPartnership, TiedMain
);

impl Flag {
    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::AbruptFall => Text::new("abrupt fall", "急剧倒退", "急劇倒退"),
            Self::EstimatedShare => Text::new(
                "the share is only estimated",
                "份额仅为估计",
                "份額僅為估計",
            ),
            Self::NoDemand => Text::new("no demand in the period", "本期无需求", "本期無需求"),
            Self::OnBoundary => Text::new("exactly on a cut", "恰在界限上", "恰在界限上"),
            Self::PartnershipBelowShare => Text::new(
                "partnership, but the share is below",
                "有伙伴关系而份额不足",
                "有夥伴關係而份額不足",
            ),
            Self::PositionDisagrees => Text::new(
                "stated position does not fit the share",
                "所称地位与份额不符",
                "所稱地位與份額不符",
            ),
            Self::StepLimited => Text::new("one step at a time", "逐级推进所限", "逐級推進所限"),
            Self::StrategicShareWithoutPartnership => Text::new(
                "strategic share without partnership",
                "份额达战略而无伙伴关系",
                "份額達戰略而無夥伴關係",
            ),
            Self::TiedMain => Text::new(
                "tied with another supplier",
                "与另一供应商并列",
                "與另一供應商並列",
            ),
        }
    }
}
