//! The profile of each stage, and the strategy that fits it (阶段特征: LIF-13, LIF-15).
//!
//! ```text
//! Stage               -> profile        -> StageProfile   position, driver and goal of the stage
//! Standing + Strategy -> judge_strategy -> Verdict        is the strategy made for this stage?
//! ```
//!
//! - *Looks at*: The stage a relationship is in, and the stage and the goal that a strategy names.
//! - *Why*: A means that wins a first order may lose a strategic partner. To hold the customer is
//!   no strategy by itself.
//! - *Breaks it*: A strategy for no stage, for another stage, or only to hold the customer.
//! - *Keeps it*: A strategy for the present stage that reaches the goal of the stage.
//! - *Rules*: LIF-13, LIF-15.
//!
//! # Examples
//!
//! A strategy that is only to hold the customer is refused.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::lifecycle::profile::{Strategy, judge_strategy};
//! use keqing::lifecycle::standing::{Standing, State};
//! use keqing::verdict::Decision;
//! use keqing::vocab::words::Stage;
//!
//! let since = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("no such date")?;
//! let standing = Standing::open(State::Active(Stage::Initial), since);
//! let strategy = Strategy { stage: Some(Stage::Initial), goal: None };
//! assert_eq!(judge_strategy(&standing, &strategy).decision(), Decision::Deny);
//! # Ok::<(), &str>(())
//! ```

mod strategy;

pub use strategy::{Strategy, judge_strategy};

use crate::form::record;
use crate::vocab::words::{Stage, words};

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
/// use keqing::lifecycle::profile::{SupplierPosition, profile};
/// use keqing::vocab::words::Stage;
///
/// assert_eq!(profile(Stage::Stable).position, SupplierPosition::Main);
/// ```
#[must_use]
pub const fn profile(stage: Stage) -> StageProfile {
    let (position, driver, goal, topology, quality) = match stage {
        Stage::Development => (
            SupplierPosition::NonSupplier,
            Driver::Opportunity,
            Goal::BecomeSupplier,
            Topology::PointToPoint,
            RelationQuality::Transaction,
        ),
        Stage::Initial => (
            SupplierPosition::Secondary,
            Driver::TradeTerms,
            Goal::BecomeMainSupplier,
            Topology::MultiChannel,
            RelationQuality::Transaction,
        ),
        Stage::Stable => (
            SupplierPosition::Main,
            Driver::SatisfactionAndBarriers,
            Goal::BecomeLongTermSupplier,
            Topology::DepartmentToDepartment,
            RelationQuality::Cooperation,
        ),
        Stage::Strategic => (
            SupplierPosition::Strategic,
            Driver::SharedCompetence,
            Goal::GrowTogether,
            Topology::Borderless,
            RelationQuality::Commitment,
        ),
    };
    StageProfile {
        stage,
        position,
        driver,
        goal,
        topology,
        quality,
    }
}

words! {
    /// Our position among the customer's suppliers (供应商地位), lowest first.
    pub open enum SupplierPosition {
        /// We are no supplier yet.
        NonSupplier = "non-supplier", "not a supplier", "非供应商", "非供應商";
        /// We are one of several suppliers, or a candidate.
        Secondary = "secondary", "secondary supplier", "次要或候选供应商", "次要或候選供應商";
        /// We are the first among several suppliers.
        Main = "main", "main supplier", "主要供应商", "主要供應商";
        /// We are the partner.
        Strategic = "strategic", "strategic supplier", "战略供应商", "戰略供應商";
    }
}

impl SupplierPosition {
    /// Returns the stage that this position belongs to.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::NonSupplier => Stage::Development,
            Self::Secondary => Stage::Initial,
            Self::Main => Stage::Stable,
            Self::Strategic => Stage::Strategic,
        }
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

words! {
    /// The goal of a stage (阶段目标).
    pub open enum Goal {
        /// We turn a prospect into a customer.
        BecomeSupplier = "become-supplier", "become a supplier", "成为正式供应商", "成為正式供應商";
        /// We rise from secondary to main supplier.
        BecomeMainSupplier = "become-main-supplier", "become the main supplier", "成为主要供应商", "成為主要供應商";
        /// We rise from main to long-term supplier.
        BecomeLongTermSupplier = "become-long-term-supplier", "become the long-term supplier", "成为长期供应商", "成為長期供應商";
        /// We keep the partnership worth its lock on both sides.
        GrowTogether = "grow-together", "grow together", "共同成长", "共同成長";
    }
}

words! {
    /// The topology of the contact between two organizations (接触结构), narrowest first (LIF-14).
    pub open enum Topology {
        /// One seller and one buyer are in contact.
        PointToPoint = "point-to-point", "point to point", "点对点", "點對點";
        /// Sales speaks with several departments.
        MultiChannel = "multi-channel", "many channels", "多渠道", "多渠道";
        /// Departments speak directly; sales and purchasing coordinate.
        DepartmentToDepartment = "department-to-department", "department to department", "部门对部门", "部門對部門";
        /// Teams work across both organizations, and the tops visit each other.
        Borderless = "borderless", "teams across both organizations", "跨组织团队", "跨組織團隊";
    }
}

words! {
    /// The basis of a relation (关系性质), least first (LIF-16).
    pub open enum RelationQuality {
        /// The relation rests on single deals.
        Transaction = "transaction", "transaction", "交易", "交易";
        /// The relation rests on working together.
        Cooperation = "cooperation", "cooperation", "合作", "合作";
        /// The relation rests on mutual trust and commitment.
        Commitment = "commitment", "trust and commitment", "信任与承诺", "信任與承諾";
    }
}
