use alloc::vec::Vec;

use crate::form::record;
use crate::loyalty::means::channel::ChannelFacts;
use crate::loyalty::means::claim::Claim;
use crate::loyalty::means::mix::RetentionMeans;
use crate::loyalty::risk::PurchaseRisk;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Presence;
use crate::vocab::known::Known;

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
    }
}

/// The facts of other parts, for a judgement of the means (外部事实).
///
/// Each fact counts where the means themselves are silent.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct MeansGiven {
    /// The customer's satisfaction, as it was measured.
    pub satisfaction: Known<SatisfactionState>,
    /// The customer's loyalty in adversity: it stays and recommends us in spite of failures.
    pub adversity: Known<Presence>,
}
