//! The whole policy: every system's numbers and choices in one value (政策).
//!
//! ```text
//! standard + tree -> Policy::overlaid      a house policy says only what is different
//! Policy + Policy -> differences           field by field, with the rules each can change
//! policies + day  -> PolicyBook::on        the one in force; no gaps, no overlaps
//! Policy + facts  -> Stamp                 what an answer rests on, to ask it again
//! Policy          -> lint                  what is allowed and worth a second look
//! ```
//!
//! # Examples
//!
//! ```
//! use keqing::lifecycle::{Boundary, LifecyclePolicy};
//! use keqing::policy::Policy;
//!
//! let ours = Policy::standard();
//! let theirs = ours.clone().with_lifecycle(LifecyclePolicy::standard().with_boundary(Boundary::UpperInclusive));
//! let [difference] = &ours.differences(&theirs)[..] else { return };
//! assert_eq!(difference.path, "lifecycle.boundary");
//! ```

mod book;
mod effective;
mod lint;
mod stamp;

pub use book::{PolicyBook, PolicyBookError};
pub use effective::{EffectivePeriod, EffectivePeriodError};
pub use lint::{PolicyNotice, PolicyNoticeKind};
pub use stamp::{Stamp, StampError};

use alloc::string::String;
use alloc::vec::Vec;

use crate::form::{
    Described, Difference, Faults, Fingerprint, Limits, Tree, document, from_tree, overlaid,
};
use crate::lifecycle::LifecyclePolicy;
use crate::loyalty::LoyaltyPolicy;
use crate::party::PartyPolicy;
use crate::receivable::ReceivablePolicy;
use crate::satisfaction::SatisfactionPolicy;

document! {
    /// Every number and choice that a rule may use, with a name and the date from which it holds.
    ///
    /// The parts check themselves on the way in, so a policy that contradicts itself cannot be made. In
    /// JSON every field is written out: a stored policy does not change its meaning with the crate.
    #[derive(Hash)]
    pub struct Policy {
        /// The name of the policy; every text is accepted.
        version: String,
        /// The days on which the policy holds.
        effective: EffectivePeriod,
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
            effective: EffectivePeriod::ALWAYS,
            party: PartyPolicy::standard(),
            satisfaction: SatisfactionPolicy::standard(),
            loyalty: LoyaltyPolicy::standard(),
            receivable: ReceivablePolicy::standard(),
            lifecycle: LifecyclePolicy::standard(),
        }
    }

    /// Names the policy and says on which days it holds.
    #[must_use]
    pub fn with_version(self, version: impl Into<String>, effective: EffectivePeriod) -> Self {
        Self {
            version: version.into(),
            effective,
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

    /// Returns the days on which the policy holds.
    #[must_use]
    pub const fn effective(&self) -> &EffectivePeriod {
        &self.effective
    }

    /// Returns the fingerprint: equal policies have equal ones.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self)
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

    /// Lays what a tree says over a policy: the fields that it names are different, all others stay.
    ///
    /// # Errors
    ///
    /// [`Faults`] is returned when the tree names a field that no policy has, when a value is not what the
    /// field takes, and when the policy would contradict itself. It has every fault, with its path.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::form::Tree;
    /// use keqing::policy::Policy;
    ///
    /// let house: Tree = serde_json::from_str(r#"{"lifecycle": {"stable-from": "40 %", "strategic-from": "75 %"}}"#)?;
    /// let policy = Policy::overlaid(&Policy::standard(), &house)?;
    /// let paths: Vec<String> = Policy::standard().differences(&policy).into_iter().map(|field| field.path).collect();
    /// assert_eq!(paths, ["lifecycle.stable-from", "lifecycle.strategic-from"]);
    ///
    /// let house: Tree = serde_json::from_str(r#"{"lifecycle": {"stable-form": "40 %"}}"#)?;
    /// let faults = Policy::overlaid(&Policy::standard(), &house).err().ok_or("a fault")?;
    /// assert_eq!(faults.first().nearest(), Some("stable-from"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn overlaid(standard: &Self, tree: &Tree) -> Result<Self, Faults> {
        let whole = overlaid(Self::FORM, Tree::of(standard), tree);
        from_tree(&whole, &Limits::standard())
    }

    /// Lists the fields in which two policies differ, each with both values and the rules that it can
    /// change.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        crate::form::differences(self, other)
    }
}
