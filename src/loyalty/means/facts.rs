use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::{record, setters};
use crate::loyalty::means::channel::ChannelFacts;
use crate::loyalty::means::claim::Claim;
use crate::loyalty::means::mix::RetentionMeans;
use crate::loyalty::risk::PurchaseRisk;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Presence;
use crate::vocab::known::{DayReader, Grade, Known, Lasting, Stated};
use crate::vocab::words::Bond;

record! {
    /// The facts about the means that keep a customer or are to keep it (留客手段事实).
    #[non_exhaustive]
    #[derive(Default, Hash)]
    #[serde(default)]
    pub struct MeansFacts {
        /// The instruments; those that hold the customer are judged with them.
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

impl MeansFacts {
    /// Returns whether a graded fact has the day on which it was learnt.
    pub(crate) fn is_dated(&self) -> bool {
        let rebate = self.instruments.as_ref().and_then(|mix| mix.rebate);
        let is_dated = |on: &[Option<NaiveDate>]| on.iter().any(Option::is_some);
        let mut gains = self.instruments.iter().flat_map(|mix| &mix.gains);
        rebate.is_some_and(|one| is_dated(&one.days()))
            || gains.any(|one| one.gain.benefit.on().is_some())
            || self
                .channel
                .is_some_and(|one| is_dated(&[one.channel.on(), one.compensation.on()]))
            || self.risks.iter().any(|risk| risk.on.is_some())
    }

    /// Turns what does not count on the day of the reader to unknown. A risk that has expired is a guess, which may say that
    /// it is to be watched and never that it is not.
    pub(crate) fn read(&mut self, lasting: Lasting, reader: &mut DayReader) {
        let mix = self.instruments.as_mut();
        for one in mix.into_iter().flat_map(|mix| &mut mix.gains) {
            let (instrument, state) = (one.instrument, one.gain.lasting(lasting));
            reader.read(
                &mut one.gain.benefit,
                state,
                format_args!("means.instruments.gains[{instrument}].gain.benefit"),
            );
        }
        let mix = self.instruments.as_mut();
        if let Some(rebate) = mix.and_then(|mix| mix.rebate.as_mut()) {
            let path = "means.instruments.rebate";
            reader.read(
                &mut rebate.recipient,
                lasting,
                format_args!("{path}.recipient"),
            );
            reader.read(
                &mut rebate.contract,
                lasting,
                format_args!("{path}.contract"),
            );
            reader.read(
                &mut rebate.disclosure,
                lasting,
                format_args!("{path}.disclosure"),
            );
        }
        if let Some(one) = &mut self.channel {
            reader.read(
                &mut one.channel,
                lasting,
                format_args!("means.channel.channel"),
            );
            reader.read(
                &mut one.compensation,
                lasting,
                format_args!("means.channel.compensation"),
            );
        }
        self.risks.retain(|risk| !reader.is_ahead(risk.on));
        for risk in &mut self.risks {
            let (kind, bearer) = (risk.kind, risk.bearer);
            let is_fresh = reader.is_fresh(
                risk.on,
                lasting,
                format_args!("means.risks[{kind}, {bearer}]"),
            );
            if !is_fresh {
                risk.grade = Grade::Estimated;
            }
        }
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
