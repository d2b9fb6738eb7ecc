//! The dossier: everything that is known about one relationship on one date (客情档案).
//!
//! # Examples
//!
//! ```
//! use keqing::dossier::Dossier;
//!
//! let text = r#"{
//!     "parties": {
//!         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
//!         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
//!         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
//!         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
//!     },
//!     "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
//!     "facts": {"as-of": "2024-12-31"}
//! }"#;
//! let dossier: Dossier = serde_json::from_str(text)?;
//! assert!(!dossier.facts.share.is_known());
//! # Ok::<(), serde_json::Error>(())
//! ```

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::lifecycle::StageFacts;
use crate::lifecycle::moves::Move;
use crate::lifecycle::placement::PeriodShare;
use crate::lifecycle::profile::Strategy;
use crate::lifecycle::standing::Standing;
use crate::loyalty::LoyaltyFacts;
use crate::loyalty::means::{ChannelFacts, Claim, RetentionMeans};
use crate::loyalty::risk::PurchaseRisk;
use crate::party::action::{Action, Measure};
use crate::party::alignment::{Investment, SideFacts};
use crate::party::continuity::{Assignment, Departure, Ties};
use crate::party::feeling::Observation;
use crate::party::parties::Parties;
use crate::party::people::PeopleFacts;
use crate::party::trust::PersonTrust;
use crate::receivable::statement::CustomerAccount;
use crate::satisfaction::SatisfactionFacts;
use crate::vocab::known::Known;
use crate::vocab::words::TrustLevel;

/// Everything that is known about one relationship on one date.
///
/// The date is that of the [facts](StageFacts::as_of). What is left out is unknown, never assumed.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Dossier {
    /// The two organizations and the people who act for them.
    pub parties: Parties,
    /// Where the relationship stands.
    pub standing: Standing,
    /// What bears on the stage, and the date of it all.
    pub facts: StageFacts,
    /// Our shares in earlier periods, oldest first.
    #[serde(default)]
    pub history: Vec<PeriodShare>,
    /// The move that somebody proposes, if any.
    #[serde(default)]
    pub proposed: Option<Move>,
    /// The strategy in use, if there is one.
    #[serde(default)]
    pub strategy: Option<Strategy>,
    /// The days on which the customer bought, oldest first.
    #[serde(default)]
    pub purchases: Vec<NaiveDate>,
    /// What is known of its satisfaction, and of what is of value to it.
    #[serde(default)]
    pub satisfaction: Option<SatisfactionFacts>,
    /// What is known of its loyalty: its words, who sees a relationship, and what holds it.
    #[serde(default)]
    pub loyalty: Option<LoyaltyFacts>,
    /// By which means the customer is kept, or is to be.
    #[serde(default)]
    pub instruments: Option<RetentionMeans>,
    /// Through which channel it is met.
    #[serde(default)]
    pub channel: Option<ChannelFacts>,
    /// What somebody claims of its loyalty, and on what grounds.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// What buying from us risks for it.
    #[serde(default)]
    pub risks: Vec<PurchaseRisk>,
    /// Ties from person to person.
    #[serde(default)]
    pub ties: Ties,
    /// How far each person trusts the people across.
    #[serde(default)]
    pub trust: Vec<PersonTrust>,
    /// How far the two organizations trust each other.
    #[serde(default)]
    pub organizational_trust: Known<TrustLevel>,
    /// Emotions observed in people of the customer, oldest first.
    #[serde(default)]
    pub moods: Vec<Observation>,
    /// The interests of our side and of its people.
    #[serde(default)]
    pub supplier: Option<SideFacts>,
    /// The interests of the customer's side and of its people.
    #[serde(default)]
    pub customer: Option<SideFacts>,
    /// People who leave, have left, or have fallen out.
    #[serde(default)]
    pub departures: Vec<Departure>,
    /// Who looks after the customer.
    #[serde(default)]
    pub assignment: Option<Assignment>,
    /// Our own people: service, satisfaction, training, recognition.
    #[serde(default)]
    pub people: Option<PeopleFacts>,
    /// The customer's account: invoices, payments, reminders.
    #[serde(default)]
    pub account: Option<CustomerAccount>,
    /// The business days that the terms of the account are counted in; an account needs them.
    #[serde(default)]
    pub calendar: Option<Calendar>,
    /// Measures and policies that are proposed.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// Actions that were taken or are planned.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// Investments in the relationship that are proposed.
    #[serde(default)]
    pub investments: Vec<Investment>,
}

impl Dossier {
    /// Begins with the parties, where they stand, and what is known of the stage.
    #[must_use]
    pub fn new(parties: Parties, standing: Standing, facts: StageFacts) -> Self {
        Self {
            parties,
            standing,
            facts,
            history: Vec::new(),
            proposed: None,
            strategy: None,
            purchases: Vec::new(),
            satisfaction: None,
            loyalty: None,
            instruments: None,
            channel: None,
            claims: Vec::new(),
            risks: Vec::new(),
            ties: Ties::default(),
            trust: Vec::new(),
            organizational_trust: Known::Unknown,
            moods: Vec::new(),
            supplier: None,
            customer: None,
            departures: Vec::new(),
            assignment: None,
            people: None,
            account: None,
            calendar: None,
            measures: Vec::new(),
            actions: Vec::new(),
            investments: Vec::new(),
        }
    }
}
