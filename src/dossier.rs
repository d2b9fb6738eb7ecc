//! The dossier: the facts about one relationship on one date (客情档案).
//!
//! It has one block of facts for each system. The block `lifecycle` holds the date.
//!
//! # Examples
//!
//! ```
//! use keqing::dossier::Dossier;
//!
//! let text = r#"{
//!     "party": {
//!         "parties": {
//!             "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
//!             "supplier-operator": {"vacant": {"since": "2024-05-01"}},
//!             "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
//!             "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
//!         }
//!     },
//!     "lifecycle": {
//!         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
//!         "stage": {"as-of": "2024-12-31"}
//!     }
//! }"#;
//! let dossier: Dossier = serde_json::from_str(text)?;
//! assert_eq!(dossier.as_of().to_string(), "2024-12-31");
//! assert!(!dossier.lifecycle.stage.share.is_stated());
//! # Ok::<(), serde_json::Error>(())
//! ```

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{Described, Fault, FaultCode, Shape, Tree, add_step, document, each_record};
use crate::lifecycle::standing::Standing;
use crate::lifecycle::{LifecycleFacts, StageRecord};
use crate::loyalty::LoyaltyFacts;
use crate::party::PartyFacts;
use crate::party::parties::Parties;
use crate::receivable::ReceivableFacts;
use crate::satisfaction::SatisfactionFacts;
use crate::verdict::Acceptance;

document! {
    /// The dossier of one relationship on one date: one block of facts for each system.
    ///
    /// A fact that is left out is unknown, never assumed. A dossier is kept and asked again later, so each
    /// fact has the day on which it was learnt.
    #[non_exhaustive]
    pub struct Dossier, checked by undated {
        /// The parties, their people, ties, interests and actions.
        pub party: PartyFacts,
        /// The facts about the customer's satisfaction, and about value to it.
        pub satisfaction: Option<SatisfactionFacts> => with_satisfaction,
        /// The facts about its loyalty: purchases, words, lock-in, and the means.
        pub loyalty: Option<LoyaltyFacts> => with_loyalty,
        /// The customer's account, and the calendar of business days in which it is counted.
        pub receivable: Option<ReceivableFacts> => with_receivable,
        /// The standing of the relationship, the facts that bear on its stage, and the date.
        pub lifecycle: LifecycleFacts,
        /// The findings that somebody with authority lets stand for a time.
        #[serde(default)]
        pub acceptances: Vec<Acceptance> => with_acceptances,
    }
}

impl Dossier {
    /// Makes a dossier of the parties, the standing, and the facts that bear on the stage.
    #[must_use]
    pub const fn new(party: PartyFacts, lifecycle: LifecycleFacts) -> Self {
        Self {
            party,
            satisfaction: None,
            loyalty: None,
            receivable: None,
            lifecycle,
            acceptances: Vec::new(),
        }
    }

    /// Makes a dossier on a date of which only the parties and the standing are known.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::dossier::Dossier;
    /// use keqing::lifecycle::standing::Standing;
    /// use keqing::party::parties::{Organization, Parties, Person};
    /// use keqing::vocab::words::{Department, Level, Stage};
    ///
    /// let date = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
    /// let parties = Parties::of_people(
    ///     Organization::new("s-1", "Hangzhou Valves")?,
    ///     [Person::new("li-na", Department::Sales, Level::Operator)?],
    ///     Organization::new("c-1", "Ningbo Pumps")?,
    ///     [Person::new("wang-fang", Department::Purchasing, Level::Manager)?],
    /// )?;
    /// let standing = Standing::active(Stage::Initial, date(1, 1)?);
    /// let dossier = Dossier::of(parties, standing, date(12, 31)?);
    /// assert_eq!(dossier.as_of(), date(12, 31)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(parties: Parties, standing: Standing, as_of: NaiveDate) -> Self {
        let stage = StageRecord::new(as_of);
        Self::new(
            PartyFacts::new(parties),
            LifecycleFacts::new(standing, stage),
        )
    }

    /// Returns a fault for each fact without the day on which it was learnt. It makes the document, to tell where.
    pub(crate) fn undated(&self) -> Vec<Fault> {
        undated(&Tree::of(self))
    }

    /// Returns the date of the dossier.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.lifecycle.stage.as_of
    }
}

/// Returns a fault for each fact of a dossier without the day on which it was learnt.
///
/// A fact within an event, such as an investment that was made, is of its day.
fn undated(dossier: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let is_dated = |record: &Tree| !matches!(record.field("on"), None | Some(Tree::Null));
    each_record(dossier, Dossier::FORM, &mut |path, form, record, around| {
        // Where the form itself asks for the day, its reader tells that it is missing.
        let is_asked_for = match form.shape() {
            Shape::Record(fields) => fields
                .iter()
                .any(|field| field.name() == "on" && field.is_required()),
            _ => false,
        };
        let is_evidence = record.field("grade").is_some() && !is_asked_for;
        let is_of_an_event =
            || around.is_some_and(|around| around.each().any(|one| is_dated(one.record)));
        if is_evidence && !is_dated(record) && !is_of_an_event() {
            let mut path = String::from(path);
            add_step(&mut path, "on");
            let wanted = "the day on which it was learnt, because a dossier is asked again later";
            faults.push(Fault::new(FaultCode::MissingField, &path, wanted));
        }
    });
    faults
}
