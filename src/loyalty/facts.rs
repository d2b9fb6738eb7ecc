use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{record, setters};
use crate::loyalty::bond::RecognitionFacts;
use crate::loyalty::foundation::FoundationFacts;
use crate::loyalty::kinds::LoyaltyEvidence;
use crate::loyalty::lock_in::LockInFacts;
use crate::loyalty::means::MeansFacts;
use crate::loyalty::patronage::PatronageReason;
use crate::satisfaction::measurement::{LoyaltySupport, Satisfaction};
use crate::verdict::Presence;
use crate::vocab::known::{Known, Stated};
use crate::vocab::set::Set;
use crate::vocab::share::Share;

record! {
    /// The facts about a customer's loyalty on a date (忠诚事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct LoyaltyFacts {
        /// The evidence of loyalty, in any order.
        pub evidence: Vec<LoyaltyEvidence> => with_evidence,
        /// The dated views of both sides on the relationship.
        pub recognition: RecognitionFacts => with_recognition,
        /// The facts that bear on lock-in.
        pub lock_in: LockInFacts => with_lock_in,
        /// The reasons for buying from us that the customer states.
        pub reasons: Stated<Set<PatronageReason>> => with_reasons,
        /// The dated facts about the foundations of the relationship; trust is in the evidence.
        pub foundations: FoundationFacts => with_foundations,
        /// The days on which the customer bought, in any order.
        pub purchases: Vec<NaiveDate> => with_purchases,
        /// The means by which the customer is kept, or is to be kept.
        pub means: Option<MeansFacts> => with_means,
        /// The loyalty that the customer's satisfaction supports
        /// ([`loyalty_support`](crate::satisfaction::measurement::loyalty_support)).
        pub support: Known<LoyaltySupport> => with_support,
    }
}

/// The day and the facts of other systems, for an assessment of loyalty (外部事实).
///
/// The share of wallet joins the evidence. Each other fact counts where the loyalty facts themselves are
/// silent.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LoyaltyGiven {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// The share of the customer's purchases that it makes from us, as it was counted.
    pub share_of_wallet: Known<Share>,
    /// The customer's own view of the relationship.
    pub recognition: Known<Presence>,
    /// The customer's satisfaction, as it was measured (LOY-05).
    pub satisfaction: Option<Satisfaction>,
    /// The loyalty that the customer's satisfaction supports (SAT-08).
    pub support: Known<LoyaltySupport>,
}

impl LoyaltyGiven {
    /// Makes facts of this day, with nothing else found.
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

setters! {
    LoyaltyGiven {
        share_of_wallet: Known<Share> => with_share_of_wallet,
        recognition: Known<Presence> => with_recognition,
        satisfaction: Option<Satisfaction> => with_satisfaction,
        support: Known<LoyaltySupport> => with_support,
    }
}
