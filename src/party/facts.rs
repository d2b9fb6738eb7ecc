use alloc::vec::Vec;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::form::{record, setters};
use crate::party::action::{Action, Measure};
use crate::party::alignment::{Investment, SideFacts};
use crate::party::continuity::{Assignment, CoverageTarget, Departure, Ties};
use crate::party::feeling::Observation;
use crate::party::integrity::StatedGain;
use crate::party::parties::Parties;
use crate::party::people::PeopleFacts;
use crate::party::trust::PersonTrust;
use crate::vocab::known::{Known, Stated};
use crate::vocab::words::TrustLevel;

record! {
    /// All facts about the four parties of one relationship (四方事实).
    ///
    /// Every part except the parties may be left out. A part that is left out is unknown, and never
    /// assumed.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::PartyFacts;
    ///
    /// let facts: PartyFacts = serde_json::from_str(r#"{
    ///     "parties": {
    ///         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
    ///         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
    ///         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
    ///         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
    ///     }
    /// }"#)?;
    /// assert!(facts.ties.iter().next().is_none());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    pub struct PartyFacts {
        /// The two organizations and the people who act for them.
        pub parties: Parties,
        /// The ties from person to person.
        #[serde(default)]
        pub ties: Ties => with_ties,
        /// The trust of each person in the people across.
        #[serde(default)]
        pub trust: Vec<PersonTrust> => with_trust,
        /// The trust between the two organizations.
        #[serde(default)]
        pub organizational_trust: Stated<TrustLevel> => with_organizational_trust,
        /// The emotions observed in people of the customer, in any order.
        #[serde(default)]
        pub moods: Vec<Observation> => with_moods,
        /// The interests of our side and of its people.
        pub supplier: Option<SideFacts> => with_supplier,
        /// The interests of the customer's side and of its people.
        pub customer: Option<SideFacts> => with_customer,
        /// The facts about departures: whoever has a last day in the register leaves, and whoever is named
        /// here has fallen out or leaves.
        #[serde(default)]
        pub departures: Vec<Departure> => with_departures,
        /// The people who look after the customer.
        pub assignment: Option<Assignment> => with_assignment,
        /// The facts about our own people: service, satisfaction, training, recognition.
        pub people: Option<PeopleFacts> => with_people,
        /// The measures and policies that are proposed.
        #[serde(default)]
        pub measures: Vec<Measure> => with_measures,
        /// The actions that were taken or are planned.
        #[serde(default)]
        pub actions: Vec<Action> => with_actions,
        /// The investments in the relationship that are proposed.
        #[serde(default)]
        pub investments: Vec<Investment> => with_investments,
    }
}

impl PartyFacts {
    /// Makes the facts of which only the parties are known.
    #[must_use]
    pub fn new(parties: Parties) -> Self {
        Self {
            parties,
            ties: Ties::default(),
            trust: Vec::new(),
            organizational_trust: Stated::unknown(),
            moods: Vec::new(),
            supplier: None,
            customer: None,
            departures: Vec::new(),
            assignment: None,
            people: None,
            measures: Vec::new(),
            actions: Vec::new(),
            investments: Vec::new(),
        }
    }
}

/// The day and the facts of other systems, for an assessment of the four parties (外部事实).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct PartyGiven {
    /// The day asked about.
    pub as_of: NaiveDate,
    /// The width of contacts that the next stage asks for.
    pub coverage: CoverageTarget,
    /// The customer's satisfaction less its expectation, as it was measured (PPL-01).
    pub satisfaction_gap: Known<Decimal>,
    /// The gains that offers and instruments bring (PTY-09).
    pub gains: Vec<StatedGain>,
}

impl PartyGiven {
    /// Makes the day. No width of contacts is asked for, no satisfaction was measured, and no gain is stated.
    #[must_use]
    pub const fn new(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            coverage: CoverageTarget::NOTHING,
            satisfaction_gap: Known::Unknown,
            gains: Vec::new(),
        }
    }
}

setters! {
    PartyGiven {
        coverage: CoverageTarget => with_coverage,
        satisfaction_gap: Known<Decimal> => with_satisfaction_gap,
        gains: Vec<StatedGain> => with_gains,
    }
}
