//! The profile of each stage, and the strategy that fits it (阶段特征: LIF-13, LIF-15).
//!
//! ```text
//! Stage               -> profile        -> StageProfile   position, driver and goal of the stage
//! State               -> goal           -> Goal           goal of the stage, or to win the customer back
//! Standing + Strategy -> judge_strategy -> Verdict        is the strategy made for this stage?
//! ```
//!
//! - *Looks at*: The stage a relationship is in, and the stage and the goal that a strategy names.
//! - *Why*: A means that wins a first order may lose a strategic partner. To hold the customer is
//!   no strategy by itself.
//! - *Breaks it*: A strategy for no stage, for another stage, or only to hold the customer. A strategy of
//!   growth for an interrupted relationship.
//! - *Keeps it*: A strategy for the present stage that reaches the goal of the stage, or that wins back an
//!   interrupted customer.
//! - *Rules*: LIF-13, LIF-15.
//!
//! # Examples
//!
//! A strategy that is only to hold the customer is refused.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::lifecycle::profile::{Planned, Strategy, judge_strategy};
//! use keqing::lifecycle::standing::{Standing, State};
//! use keqing::verdict::Decision;
//! use keqing::vocab::words::Stage;
//!
//! let since = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
//! let standing = Standing::open(State::Active(Stage::Initial), since);
//! let strategy = Strategy { stage: Stage::Initial.into(), goal: Planned::Nothing };
//! assert_eq!(judge_strategy(&standing, &strategy).decision(), Decision::Deny);
//! # Ok::<(), &str>(())
//! ```

mod strategy;

pub use strategy::{Planned, Strategy, judge_strategy};

use crate::form::record;
use crate::lifecycle::standing::State;
use crate::vocab::answers::{RelationQuality, Topology};
use crate::vocab::words::{Goal, Stage, SupplierPosition, words};

record! {
    /// The profile of a stage (阶段特征): our position, its driver and its goal (LIF-15).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct StageProfile {
        /// The stage.
        pub stage: Stage,
        /// Our position among the customer's suppliers.
        pub position: SupplierPosition,
        /// The factor that moves the customer in the stage.
        pub driver: Driver,
        /// The goal of the stage.
        pub goal: Goal,
        /// The contact between the two organizations (LIF-14).
        pub topology: Topology,
        /// The basis of the relation (LIF-16).
        pub quality: RelationQuality,
    }
}

/// Returns the profile of a stage.
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::profile::profile;
/// use keqing::vocab::words::{Stage, SupplierPosition};
///
/// assert_eq!(profile(Stage::Stable).position, SupplierPosition::Main);
/// ```
#[must_use]
pub const fn profile(stage: Stage) -> StageProfile {
    let (driver, goal, topology, quality) = match stage {
        Stage::Development => (
            Driver::Opportunity,
            Goal::BecomeSupplier,
            Topology::PointToPoint,
            RelationQuality::Transaction,
        ),
        Stage::Initial => (
            Driver::TradeTerms,
            Goal::BecomeMainSupplier,
            Topology::MultiChannel,
            RelationQuality::Transaction,
        ),
        Stage::Stable => (
            Driver::SatisfactionAndBarriers,
            Goal::BecomeLongTermSupplier,
            Topology::DepartmentToDepartment,
            RelationQuality::Cooperation,
        ),
        Stage::Strategic => (
            Driver::SharedCompetence,
            Goal::GrowTogether,
            Topology::Borderless,
            RelationQuality::Commitment,
        ),
    };
    StageProfile {
        stage,
        position: SupplierPosition::of(stage),
        driver,
        goal,
        topology,
        quality,
    }
}

/// Returns the goal of a strategy for a relationship: that of its stage, or to win it back if it is
/// interrupted (LIF-13).
///
/// # Examples
///
/// ```
/// use keqing::lifecycle::profile::goal;
/// use keqing::lifecycle::standing::State;
/// use keqing::vocab::words::{Goal, Stage};
///
/// assert_eq!(goal(State::Active(Stage::Stable)), Goal::BecomeLongTermSupplier);
/// assert_eq!(goal(State::Interrupted(Stage::Stable)), Goal::WinBack);
/// ```
#[must_use]
pub const fn goal(state: State) -> Goal {
    match state {
        State::Active(stage) => profile(stage).goal,
        State::Interrupted(_) => Goal::WinBack,
    }
}

/// Returns our position in a state: who is no customer any more has no supplier in us.
pub(crate) const fn position(state: State) -> SupplierPosition {
    match state {
        State::Active(stage) => SupplierPosition::of(stage),
        State::Interrupted(_) => SupplierPosition::NonSupplier,
    }
}

words! {
    /// The factor that moves the customer in a stage (驱动因素).
    pub open enum Driver {
        /// An opening: the place is taken, and an event has to open it.
        Opportunity = "opportunity", "an opening to enter", "切入机会", "切入機會";
        /// Price and terms, which others can copy.
        TradeTerms = "trade-terms", "price and trade terms", "价格与交易条件", "價格與交易條件";
        /// The satisfaction of staying, and the cost of leaving.
        SatisfactionAndBarriers = "satisfaction-and-barriers", "satisfaction, and the cost of leaving", "满意与转换成本", "滿意與轉換成本";
        /// The results that both sides can reach only together.
        SharedCompetence = "shared-competence", "shared competence", "优势互补", "優勢互補";
    }
}
