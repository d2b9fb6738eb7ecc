use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{record, setters};
use crate::loyalty::means::channel::ChannelFacts;
use crate::loyalty::means::claim::Claim;
use crate::loyalty::means::mix::RetentionMeans;
use crate::loyalty::risk::PurchaseRisk;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Presence;
use crate::vocab::known::{Known, Stated};
use crate::vocab::words::Bond;

record! {
    /// The facts about the means that keep a customer or are to keep it (留客手段事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct MeansFacts {
        /// The instruments; if there are none, those that hold the customer are judged.
        pub instruments: Option<RetentionMeans> => with_instruments,
        /// The channel through which the customer is met.
        pub channel: Option<ChannelFacts> => with_channel,
        /// The claims of its loyalty, each with its grounds.
        pub claims: Vec<Claim> => with_claims,
        /// The risks that buying from us holds for the customer.
        pub risks: Vec<PurchaseRisk> => with_risks,
        /// The presence of a brand of ours that is strong in the customer's eyes.
        pub brand: Stated<Presence> => with_brand,
    }
}

/// The day and the facts of other parts, for a judgement of the means (外部事实).
///
/// Each fact counts where the means themselves are silent.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct MeansGiven {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// The customer's satisfaction, as it was measured.
    pub satisfaction: Known<SatisfactionState>,
    /// The customer's loyalty in adversity: it stays and recommends us in spite of failures.
    pub adversity: Known<Presence>,
    /// The bond of the customer, as it was assessed; loyalty is claimed of an attached customer only.
    pub bond: Option<Bond>,
}

impl MeansGiven {
    /// Makes facts of this day, with nothing else found.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            satisfaction: Known::Unknown,
            adversity: Known::Unknown,
            bond: None,
        }
    }
}

setters! {
    MeansGiven {
        satisfaction: Known<SatisfactionState> => with_satisfaction,
        adversity: Known<Presence> => with_adversity,
        bond: Option<Bond> => with_bond,
    }
}
