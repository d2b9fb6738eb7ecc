//! What each stage is like, and what a strategy for it has to do (阶段特征: LIF-13, LIF-15).
//!
//! ```text
//! Stage               -> profile        -> StageProfile   position, driver and goal of the stage
//! Standing + Strategy -> judge_strategy -> Verdict        is the strategy made for this stage?
//! ```
//!
//! - *Looks at*: The stage a relationship is in, and the stage and the goal that a strategy names.
//! - *Why*: What wins a first order loses a strategic partner. Only to hold the customer is no
//!   strategy.
//! - *Breaks it*: A strategy for no stage, for another stage, or only to hold the customer.
//! - *Keeps it*: A strategy for the present stage that reaches what the stage is there for.
//! - *Rules*: LIF-13, LIF-15.

mod strategy;

pub use strategy::{Strategy, judge_strategy};

use serde::{Deserialize, Serialize};

use crate::vocab::words::{Stage, Text};

/// What a stage is like (阶段特征): our position, what drives it, what it is there for (LIF-15).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct StageProfile {
    /// The stage.
    pub stage: Stage,
    /// Our position among the customer's suppliers.
    pub position: SupplierPosition,
    /// What moves the customer in it.
    pub driver: Driver,
    /// What it is there for.
    pub goal: Goal,
    /// How the two organizations are in contact (LIF-14).
    pub topology: Topology,
    /// What the relation rests on (LIF-16).
    pub quality: RelationQuality,
}

/// Returns what a stage is like.
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

/// Declares a word list: an enumeration whose members have a text in every locale.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident, $meaning:literal, $en:literal, $zh:literal, $hant:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        #[non_exhaustive]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $(#[doc = $meaning] $variant,)*
        }

        impl $name {
            /// Every member, in the order of the stages.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the name for people.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$variant => Text::new($en, $zh, $hant),)* }
            }
        }
    };
}

words! {
    /// Our position among the customer's suppliers (供应商地位), lowest first.
    SupplierPosition {
        NonSupplier, "No supplier yet.", "not a supplier", "非供应商", "非供應商";
        Secondary, "One of several, or a candidate.", "secondary supplier", "次要或候选供应商", "次要或候選供應商";
        Main, "The first among several.", "main supplier", "主要供应商", "主要供應商";
        Strategic, "The partner.", "strategic supplier", "战略供应商", "戰略供應商";
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
    /// What moves the customer in a stage (驱动因素).
    Driver {
        Opportunity, "An opening: the place is taken, and something must open it.", "an opening to enter", "切入机会", "切入機會";
        TradeTerms, "Price and terms, which others can copy.", "price and trade terms", "价格与交易条件", "價格與交易條件";
        SatisfactionAndBarriers, "Being glad to stay, and what leaving would cost.", "satisfaction, and the cost of leaving", "满意与转换成本", "滿意與轉換成本";
        SharedCompetence, "What both can do only together.", "shared competence", "优势互补", "優勢互補";
    }
}

words! {
    /// What a stage is there for (阶段目标).
    Goal {
        BecomeSupplier, "Turn a prospect into a customer.", "become a supplier", "成为正式供应商", "成為正式供應商";
        BecomeMainSupplier, "From secondary to main supplier.", "become the main supplier", "成为主要供应商", "成為主要供應商";
        BecomeLongTermSupplier, "From main to long-term supplier.", "become the long-term supplier", "成为长期供应商", "成為長期供應商";
        GrowTogether, "Keep the partnership worth its lock on both sides.", "grow together", "共同成长", "共同成長";
    }
}

words! {
    /// How the two organizations are in contact (接触结构), narrowest first (LIF-14).
    Topology {
        PointToPoint, "One seller and one buyer.", "point to point", "点对点", "點對點";
        MultiChannel, "Sales speaks with several departments.", "many channels", "多渠道", "多渠道";
        DepartmentToDepartment, "Departments speak directly; sales and purchasing coordinate.", "department to department", "部门对部门", "部門對部門";
        Borderless, "Teams across both organizations, and visits at the top.", "teams across both organizations", "跨组织团队", "跨組織團隊";
    }
}

words! {
    /// What a relation rests on (关系性质), least first (LIF-16).
    RelationQuality {
        Transaction, "On single deals.", "transaction", "交易", "交易";
        Cooperation, "On working together.", "cooperation", "合作", "合作";
        Commitment, "On mutual trust and commitment.", "trust and commitment", "信任与承诺", "信任與承諾";
    }
}
