//! The placement of a relationship: the stage that the facts support, and its trajectory (阶段判定:
//! LIF).
//!
//! ```text
//! Standing + StageFacts + history -> place -> Placement   the stage supported or at least permitted, the move granted, the trajectory
//! ```
//!
//! - *Looks at*: Our share of the customer's purchases, its history by period, the partnership, and
//!   the standing of the relationship.
//! - *Why*: The stage follows from the customer's purchases. Our own statement of our position does
//!   not count.
//! - *Breaks it*: A share without the partnership that its stage needs; the facts then support the stage
//!   below. A share that does not grow. A stated position that does not fit. A relationship that nobody
//!   looks at.
//! - *Keeps it*: A share within the band of the stage, measured, stated by the customer, or
//!   estimated from our rank. The strategic band takes no estimate, and no partnership that we only guess.
//! - *Rules*: LIF-01 to LIF-03, LIF-05, LIF-06, LIF-08, LIF-10 to LIF-12, LIF-14 to LIF-16.
//!
//! # Examples
//!
//! Our share fell from the stable band to 20 %, so the facts support only the initial stage.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::lifecycle::placement::place;
//! use keqing::lifecycle::standing::{Standing, State};
//! use keqing::lifecycle::wallet::ShareOfWallet;
//! use keqing::lifecycle::{LifecyclePolicy, StageFacts};
//! use keqing::vocab::known::Known;
//! use keqing::vocab::share::Share;
//! use keqing::vocab::words::Stage;
//!
//! let date = |year| NaiveDate::from_ymd_opt(year, 1, 1).ok_or("no such date");
//! let standing = Standing::open(State::Active(Stage::Stable), date(2023)?);
//! let facts = StageFacts::new(date(2024)?)
//!     .with_share(Known::measured(ShareOfWallet::Of(Share::percent(20)?)));
//!
//! let found = place(&LifecyclePolicy::standard(), &standing, &facts, &[])?;
//! let placement = found.value().ok_or("undecided")?;
//! assert_eq!(placement.supported, Some(State::Active(Stage::Initial)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod history;
mod outcome;
mod place;
mod support;
mod trajectory;

pub use outcome::{Flag, PeriodShare, Placement};
pub use place::place;
pub(crate) use place::place_of;
