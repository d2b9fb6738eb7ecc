//! The foundations of a relationship: trust, promises, communication, understanding (关系基础: GEN,
//! SWC).
//!
//! ```text
//! FoundationFacts  -> foundations     -> Foundations      which of the four foundations are there?
//! Promises + as_of -> promise_keeping -> PromiseKeeping   which part of the promises due was kept in time?
//! ```
//!
//! - *Looks at*: The state of the four foundations, the promises with their due dates, and the
//!   horizon of the investment in people and processes.
//! - *Why*: People trust those who keep promises. A relationship is invested in for the long term.
//! - *Breaks it*: A foundation that is missing. A promise that is late or broken. A promise under
//!   the table, which is refused.
//! - *Keeps it*: Lawful promises kept in time, and investments meant for the long term.
//! - *Rules*: GEN-16, GEN-17, SWC-09.
//!
//! # Examples
//!
//! A promise of ours was kept two days late, so it was not kept in time.
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::loyalty::LoyaltyPolicy;
//! use keqing::loyalty::foundation::{Promise, PromiseNature, promise_keeping};
//!
//! let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).ok_or("no such date");
//! let delivery = Promise {
//!     id: "spare parts within a week".parse()?,
//!     due: day(7)?,
//!     kept_on: Some(day(9)?),
//!     nature: PromiseNature::Lawful,
//! };
//! let found = promise_keeping(&LoyaltyPolicy::standard(), &[delivery], day(30)?)?;
//! let kept = found.value().ok_or("none counts")?;
//! assert_eq!((kept.in_time, kept.late, kept.broken), (0, 1, 0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod foundations;
mod promise;

pub use foundations::foundations;
pub use promise::{Promise, PromiseError, PromiseKeeping, PromiseNature, promise_keeping};

use alloc::vec::Vec;

use crate::form::record;
use crate::party::action::Horizon;
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::words;

words! {
    /// A foundation on which a relationship stands (关系基础), as GEN-16 lists it.
    pub closed enum Foundation in Set {
        /// The customer trusts us.
        Trust = "trust", "trust", "信任", "信任";
        /// We keep our promises.
        PromiseKeeping = "promise-keeping", "keeping promises", "守信", "守信";
        /// Both sides speak with each other.
        Communication = "communication", "communication", "交流", "交流";
        /// Both sides understand each other.
        Understanding = "understanding", "understanding", "理解", "理解";
    }
}

record! {
    /// The facts about the foundations of a relationship (关系基础事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct FoundationFacts {
        /// The customer's trust in us, in its own word.
        pub trust: Known<Presence> => with_trust,
        /// The communication between both sides, in the customer's own word.
        pub communication: Known<Presence> => with_communication,
        /// The customer's feeling of being understood, in its own word.
        pub understanding: Known<Presence> => with_understanding,
        /// The promises that were made to the customer; known to be none is an empty list.
        pub promises: Known<Vec<Promise>> => with_promises,
        /// The horizon of the investment in people and processes.
        pub horizon: Known<Horizon> => with_horizon,
    }
}

impl FoundationFacts {
    /// Makes facts with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            trust: Known::Unknown,
            communication: Known::Unknown,
            understanding: Known::Unknown,
            promises: Known::Unknown,
            horizon: Known::Unknown,
        }
    }
}

record! {
    /// The foundations of a relationship and the horizon of the investment in it (关系基础评定).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct Foundations {
        /// The foundations that hold.
        pub holding: Set<Foundation>,
        /// The foundations that are missing.
        pub lacking: Set<Foundation>,
        /// The foundations of which the customer has not said enough.
        pub unknown: Set<Foundation>,
        /// The promises that were kept; `None` if none counts yet.
        pub promises: Option<PromiseKeeping>,
        /// The horizon of the investment; `None` if it is unknown.
        pub investment: Option<InvestmentView>,
    }
}

impl Foundations {
    pub(crate) fn place(&mut self, foundation: Foundation, holds: Option<bool>) {
        match holds {
            Some(true) => self.holding.insert(foundation),
            Some(false) => self.lacking.insert(foundation),
            None => self.unknown.insert(foundation),
        };
    }
}

words! {
    /// The horizon of an investment in people and processes (投入着眼), shorter first (GEN-17).
    pub closed enum InvestmentView {
        /// The investment is meant for the near term only.
        ShortTermOnly = "short-term-only", "short term only", "只顾短期", "只顧短期";
        /// The investment is meant for the long term.
        LongTerm = "long-term", "long term", "着眼长期", "著眼長期";
    }
}
