//! The dossier: everything that is known about one relationship on one date (客情档案).
//!
//! One block of facts a system; the block `lifecycle` holds the date of it all.
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
//! assert!(!dossier.lifecycle.stage.share.is_known());
//! # Ok::<(), serde_json::Error>(())
//! ```

use chrono::NaiveDate;

use crate::form::document;
use crate::lifecycle::LifecycleFacts;
use crate::loyalty::LoyaltyFacts;
use crate::party::PartyFacts;
use crate::receivable::ReceivableFacts;
use crate::satisfaction::SatisfactionFacts;

document! {
    /// Everything that is known about one relationship on one date: one block of facts a system.
    ///
    /// What is left out is unknown, never assumed.
    #[non_exhaustive]
    pub struct Dossier {
        /// The parties, their people, ties, interests and actions.
        pub party: PartyFacts,
        /// What is known of the customer's satisfaction, and of what is of value to it.
        pub satisfaction: Option<SatisfactionFacts>,
        /// What is known of its loyalty: purchases, words, what holds it, and the means.
        pub loyalty: Option<LoyaltyFacts>,
        /// The customer's account, and the business days it is counted in.
        pub receivable: Option<ReceivableFacts>,
        /// Where the relationship stands, what bears on its stage, and the date of it all.
        pub lifecycle: LifecycleFacts,
    }
}

impl Dossier {
    /// Begins with the parties, where they stand, and what bears on the stage.
    #[must_use]
    pub const fn new(party: PartyFacts, lifecycle: LifecycleFacts) -> Self {
        Self {
            party,
            satisfaction: None,
            loyalty: None,
            receivable: None,
            lifecycle,
        }
    }

    /// Returns the date on which all this is known.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.lifecycle.stage.as_of
    }
}
