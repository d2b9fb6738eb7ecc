use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::bond::RecognitionFacts;
use crate::loyalty::foundation::FoundationFacts;
use crate::loyalty::kinds::LoyaltyEvidence;
use crate::loyalty::lock_in::LockInFacts;
use crate::loyalty::means::MeansFacts;
use crate::loyalty::patronage::PatronageReason;
use crate::satisfaction::measurement::{LoyaltySupport, Satisfaction};
use crate::verdict::Presence;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::share::Share;

record! {
    /// Everything that is known of a customer's loyalty on a date (忠诚事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct LoyaltyFacts {
        /// What there is to go by, in any order.
        pub evidence: Vec<LoyaltyEvidence>,
        /// Whether each side sees a relationship.
        pub recognition: RecognitionFacts,
        /// What may hold the customer.
        pub lock_in: LockInFacts,
        /// Why it says that it buys from us.
        pub reasons: Known<Set<PatronageReason>>,
        /// What the relationship stands on; trust may be left to the evidence.
        pub foundations: FoundationFacts,
        /// The days on which the customer bought, oldest first.
        pub purchases: Vec<NaiveDate>,
        /// By which means the customer is kept, or is to be.
        pub means: Option<MeansFacts>,
        /// What its satisfaction supports
        /// ([`loyalty_support`](crate::satisfaction::measurement::loyalty_support)).
        pub support: Known<LoyaltySupport>,
    }
}

/// The day and the facts of other systems, for an assessment of loyalty (外部事实).
///
/// Each fact counts where the loyalty facts themselves are silent.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LoyaltyGiven {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// Our share of what the customer buys, as it was counted.
    pub share_of_wallet: Known<Share>,
    /// Whether the customer itself sees a relationship.
    pub recognition: Known<Presence>,
    /// How satisfied the customer is, as it was measured (LOY-05).
    pub satisfaction: Option<Satisfaction>,
    /// What its satisfaction supports (SAT-08).
    pub support: Known<LoyaltySupport>,
}

impl LoyaltyGiven {
    /// Begins with the day; nothing else was found.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            share_of_wallet: Known::Unknown,
            recognition: Known::Unknown,
            satisfaction: None,
            support: Known::Unknown,
        }
    }
}
