//! The foundations of a relationship: trust, promises, communication, understanding (关系基础: GEN,
//! SWC).
//!
//! ```text
//! FoundationFacts + evidence -> foundations     -> Foundations      which of the four foundations are there?
//! Promises + as_of           -> promise_keeping -> PromiseKeeping   which part of the promises due was kept in time?
//! ```
//!
//! - *Looks at*: The customer's words of trust, the promises with their due dates, the days on which
//!   both sides spoke, the notes that the customer confirmed, and the investments of both sides.
//! - *Why*: People trust those who keep promises. A relationship is invested in for the long term.
//!   Each of that has a date, and none of it is a conclusion of ours.
//! - *Breaks it*: A word of distrust. A promise that is late or broken. A silence that is too long. A
//!   note that the customer corrected. A side that invests for a short time only. A promise under
//!   the table, which is refused.
//! - *Keeps it*: Trust, lawful promises kept in time, contact in which the customer speaks, needs that
//!   it confirmed, and investments of both sides over the long term.
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

mod contact;
pub(crate) mod foundations;
mod investment;
mod promise;
mod understanding;

pub use contact::Contact;
pub use foundations::foundations;
pub use investment::{InvestmentView, RelationshipInvestment};
pub use promise::{Promise, PromiseError, PromiseKeeping, PromiseNature, promise_keeping};
pub use understanding::{NoteAnswer, UnderstandingAnswer, UnderstandingNote};

use alloc::borrow::Cow;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::vocab::known::{DayReader, Known, Lasting};
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
        /// We understand the customer, as it confirms.
        Understanding = "understanding", "understanding", "理解", "理解";
    }
}

record! {
    /// The dated facts about the foundations of a relationship (关系基础事实).
    ///
    /// Trust is not among them: it follows from the evidence of loyalty.
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct FoundationFacts {
        /// The contacts between both sides; known to be none is an empty list.
        pub contacts: Known<Vec<Contact>> => with_contacts,
        /// The notes of the needs that we understood; known to be none is an empty list.
        pub notes: Known<Vec<UnderstandingNote>> => with_notes,
        /// The promises that were made to the customer; known to be none is an empty list.
        pub promises: Known<Vec<Promise>> => with_promises,
        /// The investments of both sides in people and processes; known to be none is an empty list.
        pub investments: Known<Vec<RelationshipInvestment>> => with_investments,
    }
}

impl FoundationFacts {
    /// Makes facts with nothing known.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            contacts: Known::Unknown,
            notes: Known::Unknown,
            promises: Known::Unknown,
            investments: Known::Unknown,
        }
    }

    /// Returns whether a fact has the day on which it was learnt.
    pub(crate) fn is_dated(&self) -> bool {
        let days = [
            self.contacts.on(),
            self.notes.on(),
            self.promises.on(),
            self.investments.on(),
        ];
        days != [None; 4]
    }

    /// Turns what does not count on the day of the reader to unknown.
    ///
    /// A list of contacts tells as long as a contact counts. A promise is an event, and never expires.
    pub(crate) fn read(&mut self, policy: &LoyaltyPolicy, reader: &mut DayReader) {
        let state = Lasting::State(policy.word_validity());
        let within = Lasting::State(Some(policy.contact_within()));
        let Self {
            contacts,
            notes,
            promises,
            investments,
        } = self;
        reader.read(contacts, within, format_args!("foundations.contacts"));
        reader.read(notes, state, format_args!("foundations.notes"));
        reader.read(
            promises,
            Lasting::Term,
            format_args!("foundations.promises"),
        );
        reader.read(investments, state, format_args!("foundations.investments"));
    }

    /// Returns the facts as they stand on a day.
    pub(crate) fn current(&self, policy: &LoyaltyPolicy, as_of: NaiveDate) -> Cow<'_, Self> {
        if !self.is_dated() {
            return Cow::Borrowed(self);
        }
        let mut facts = self.clone();
        facts.read(policy, &mut DayReader::new(as_of, "loyalty"));
        Cow::Owned(facts)
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
        /// The foundations of which too little is known.
        pub unknown: Set<Foundation>,
        /// The promises that were kept; `None` if none counts yet.
        pub promises: Option<PromiseKeeping>,
        /// The horizon of the investment of both sides; `None` if it is unknown.
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

/// Returns the entries of a list that is known, up to a day.
fn up_to<T>(
    list: &Known<Vec<T>>,
    on: fn(&T) -> chrono::NaiveDate,
    as_of: chrono::NaiveDate,
) -> impl Iterator<Item = &T> + Clone {
    let entries = list.value().map(Vec::as_slice).unwrap_or_default();
    entries.iter().filter(move |entry| on(entry) <= as_of)
}
