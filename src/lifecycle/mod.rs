//! The lifecycle: four stages, the moves between them, and the answers of the facts about both
//! (生命周期，客户关系发展阶段).
//!
//! ```text
//! StageFacts + LifecyclePolicy -> place -> Placement   which stage do the facts support?
//! Standing + Move + StageFacts -> judge -> Verdict     may this move be made?
//! Standing + Move + StageFacts -> decide -> Event      make it ...
//! Standing + Event             -> evolve -> Standing   ... and see where it leads
//! ```
//!
//! The stage follows from the customer's purchases. Our share of them sets the band (LIF-02), and
//! the top stage needs a partnership (LIF-06). Contacts, trust and recognition are gates whose
//! weight the policy chooses. A relationship climbs one stage at a time (LIF-07) and may fall any
//! number of stages (LIF-09). It may break off from every stage (LIF-08), and no stage is its end
//! (LIF-12).
//!
//! A dossier keeps a [`StageRecord`]: dated statements, of which the room [`record`] finds what counts.
//!
//! The possible moves are one table, [`moves::TRANSITIONS`]. The checks read it, and so do the
//! [diagrams](moves::diagram).
//!
//! # Examples
//!
//! A customer buys 62 % from us and has earned the next stage. It may not skip that stage.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge};
//! use keqing::lifecycle::moves::Move;
//! use keqing::lifecycle::standing::{Standing, State};
//! use keqing::lifecycle::wallet::ShareOfWallet;
//! use keqing::verdict::Decision;
//! use keqing::vocab::known::Known;
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::Stage;
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let standing = Standing::open(State::Active(Stage::Initial), date(2023, 1, 1)?);
//! let facts = StageFacts::new(date(2023, 12, 31)?)
//!     .with_share(Known::measured(ShareOfWallet::Of(Share::percent(62)?)));
//!
//! let policy = LifecyclePolicy::standard();
//! let step = judge(&policy, &standing, &facts, Move::Advance { to: Stage::Stable })?;
//! assert_eq!(step.decision(), Decision::Permit);
//! let leap = judge(&policy, &standing, &facts, Move::Advance { to: Stage::Strategic })?;
//! assert_eq!(leap.decision(), Decision::Deny);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod assess;
pub mod cards;
mod error;
mod facts;
mod judge;
pub mod moves;
pub mod placement;
mod policy;
pub mod profile;
pub mod record;
mod stage;
pub mod standing;
pub mod wallet;

pub(crate) use assess::assess_boxed;
pub(crate) use assess::contradictions;
pub use assess::{LifecyclePicture, assess};
pub use error::LifecycleError;
pub use facts::{LifecycleFacts, LifecycleGiven};
pub use judge::{FactsError, judge, tally};
pub use policy::{
    Boundary, LifecyclePolicy, LifecyclePolicyError, LifecycleSeverities, Requirement, StageGate,
};
pub use stage::{StageFacts, StageRecord, TrustRecord};

use crate::verdict::RuleCard;

/// Every card of the system, file by file, in the order of the rulebook.
pub static CARDS: &[&[&RuleCard]] = &[cards::CARDS];
