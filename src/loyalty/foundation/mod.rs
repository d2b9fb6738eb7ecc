//! What the relationship stands on: trust, promises, communication, understanding (关系基础: GEN, SWC).
//!
//! ```text
//! FoundationFacts  -> foundations     -> Foundations      which of the four foundations are there?
//! Promises + as_of -> promise_keeping -> PromiseKeeping   which part of the promises due was kept in time?
//! ```
//!
//! - *Looks at*: The state of the four foundations, the promises with their due dates, and what is
//!   invested in people and processes for how long.
//! - *Why*: People trust those who keep promises. A relationship is invested in for the long term.
//! - *Breaks it*: A foundation that is missing. A promise that is late or broken. A promise under
//!   the table, which is refused.
//! - *Keeps it*: Lawful promises kept in time, and investments meant for long.
//! - *Rules*: GEN-16, GEN-17, SWC-09.

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
    /// What a relationship stands on (关系基础), as GEN-16 lists it.
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
    /// What is known of the foundations of a relationship (关系基础事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct FoundationFacts {
        /// Whether the customer trusts us, in its own word.
        pub trust: Known<Presence>,
        /// Whether both sides speak with each other, in the customer's own word.
        pub communication: Known<Presence>,
        /// Whether the customer feels understood, in its own word.
        pub understanding: Known<Presence>,
        /// Every promise that was made to the customer; known to be none is an empty list.
        pub promises: Known<Vec<Promise>>,
        /// How far the investment in people and processes looks ahead.
        pub horizon: Known<Horizon>,
    }
}

impl FoundationFacts {
    /// Begins with nothing known.
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
    /// What a relationship stands on, and for how long it is meant (关系基础评定).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    pub struct Foundations {
        /// The foundations that hold.
        pub holding: Set<Foundation>,
        /// The foundations that lack.
        pub lacking: Set<Foundation>,
        /// The foundations of which the customer has not said enough.
        pub unknown: Set<Foundation>,
        /// How far promises were kept; `None` where none counts yet.
        pub promises: Option<PromiseKeeping>,
        /// For how long the investment is meant; `None` where that is unknown.
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
    /// For how long an investment in people and processes is meant (投入着眼), shorter first (GEN-17).
    pub closed enum InvestmentView {
        /// For the near term only.
        ShortTermOnly = "short-term-only", "short term only", "只顾短期", "只顧短期";
        /// For the long term.
        LongTerm = "long-term", "long term", "着眼长期", "著眼長期";
    }
}
