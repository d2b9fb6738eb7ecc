//! The whole policy: every system's numbers and choices in one value (政策).
//!
//! # Examples
//!
//! ```
//! use keqing::lifecycle::{Boundary, LifecyclePolicy};
//! use keqing::policy::Policy;
//!
//! let ours = Policy::standard();
//! let theirs = ours.clone().with_lifecycle(LifecyclePolicy::standard().with_boundary(Boundary::UpperInclusive));
//! assert_eq!(ours.differs_in(&theirs).collect::<Vec<_>>(), ["lifecycle"]);
//! ```

use alloc::string::String;

use chrono::NaiveDate;

use crate::form::record;
use crate::lifecycle::LifecyclePolicy;
use crate::loyalty::LoyaltyPolicy;
use crate::party::PartyPolicy;
use crate::receivable::ReceivablePolicy;
use crate::satisfaction::SatisfactionPolicy;

record! {
    /// Every number and choice that a rule may use, with a name and the date from which it holds.
    ///
    /// The parts check themselves on the way in, so a policy that contradicts itself cannot be made. In
    /// JSON every field is written out: a stored policy does not change its meaning with the crate.
    #[derive(Hash)]
    pub struct Policy {
        /// The name of the policy. Every text is accepted.
        version: String,
        /// The date from which the policy holds; `"none"` for always. No question refuses a policy
        /// that does not hold yet.
        effective: Option<NaiveDate> | "none",
        /// The policy of the four parties.
        party: PartyPolicy,
        /// The policy of satisfaction and value.
        satisfaction: SatisfactionPolicy,
        /// The policy of loyalty.
        loyalty: LoyaltyPolicy,
        /// The policy of the receivables.
        receivable: ReceivablePolicy,
        /// The policy of the lifecycle.
        lifecycle: LifecyclePolicy,
    }
}

impl Policy {
    /// Returns the documents' own policy; it holds from the beginning of time.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            version: String::from("standard"),
            effective: None,
            party: PartyPolicy::standard(),
            satisfaction: SatisfactionPolicy::standard(),
            loyalty: LoyaltyPolicy::standard(),
            receivable: ReceivablePolicy::standard(),
            lifecycle: LifecyclePolicy::standard(),
        }
    }

    /// Names the policy and says from which date it holds.
    #[must_use]
    pub fn with_version(self, version: impl Into<String>, effective: NaiveDate) -> Self {
        Self {
            version: version.into(),
            effective: Some(effective),
            ..self
        }
    }

    /// Replaces the policy of the four parties.
    #[must_use]
    pub fn with_party(self, party: PartyPolicy) -> Self {
        Self { party, ..self }
    }

    /// Replaces the policy of satisfaction and value.
    #[must_use]
    pub fn with_satisfaction(self, satisfaction: SatisfactionPolicy) -> Self {
        Self {
            satisfaction,
            ..self
        }
    }

    /// Replaces the policy of loyalty.
    #[must_use]
    pub fn with_loyalty(self, loyalty: LoyaltyPolicy) -> Self {
        Self { loyalty, ..self }
    }

    /// Replaces the policy of the receivables.
    #[must_use]
    pub fn with_receivable(self, receivable: ReceivablePolicy) -> Self {
        Self { receivable, ..self }
    }

    /// Replaces the policy of the lifecycle.
    #[must_use]
    pub fn with_lifecycle(self, lifecycle: LifecyclePolicy) -> Self {
        Self { lifecycle, ..self }
    }

    /// Returns the name.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Returns the date from which the policy holds, or `None` for always.
    #[must_use]
    pub const fn effective(&self) -> Option<NaiveDate> {
        self.effective
    }

    /// Tells whether the policy holds on a date.
    #[must_use]
    pub fn is_effective(&self, on: NaiveDate) -> bool {
        self.effective.is_none_or(|from| from <= on)
    }

    /// Returns the policy of the four parties.
    #[must_use]
    pub const fn party(&self) -> &PartyPolicy {
        &self.party
    }

    /// Returns the policy of satisfaction and value.
    #[must_use]
    pub const fn satisfaction(&self) -> &SatisfactionPolicy {
        &self.satisfaction
    }

    /// Returns the policy of loyalty.
    #[must_use]
    pub const fn loyalty(&self) -> &LoyaltyPolicy {
        &self.loyalty
    }

    /// Returns the policy of the receivables.
    #[must_use]
    pub const fn receivable(&self) -> &ReceivablePolicy {
        &self.receivable
    }

    /// Returns the policy of the lifecycle.
    #[must_use]
    pub const fn lifecycle(&self) -> &LifecyclePolicy {
        &self.lifecycle
    }

    /// Names the systems in which two policies differ, in the order of the layers.
    pub fn differs_in(&self, other: &Self) -> impl Iterator<Item = &'static str> + use<> {
        let systems = [
            ("party", self.party != other.party),
            ("satisfaction", self.satisfaction != other.satisfaction),
            ("loyalty", self.loyalty != other.loyalty),
            ("receivable", self.receivable != other.receivable),
            ("lifecycle", self.lifecycle != other.lifecycle),
        ];
        systems
            .into_iter()
            .filter(|(_, differs)| *differs)
            .map(|(name, _)| name)
    }
}
