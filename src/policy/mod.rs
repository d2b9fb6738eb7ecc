//! The whole policy: every system's numbers and choices in one value (政策).
//!
//! ```text
//! standard + tree -> Policy::overlaid      a house policy that states only the differences
//! Policy + Policy -> differences           field by field, with the rules that each can change
//! Policy + answer -> Policy::weigh         each finding with the severity of the house
//! policies + day  -> PolicyBook::on        the policy in force; no gaps, no overlaps
//! Policy + facts  -> Stamp                 the fingerprints of an answer, to ask it again
//! Policy          -> lint                  values that are allowed and should be checked
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
//! let differences = ours.differences(&theirs);
//! let difference = differences.first().ok_or("no difference")?;
//! assert_eq!(difference.path, "lifecycle.boundary");
//! # Ok::<(), &str>(())
//! ```

mod acceptance;
mod authorities;
mod book;
mod effective;
mod lint;
mod stamp;

pub use acceptance::AcceptancePolicy;
pub use book::{PolicyBook, PolicyBookError};
pub use effective::{EffectivePeriod, EffectivePeriodError};
pub use lint::{PolicyNotice, PolicyNoticeKind};
pub use stamp::{Stamp, StampError, Stamped};

use alloc::string::String;
use alloc::vec::Vec;

use crate::form::{
    Described, Difference, Fault, Faults, Fingerprint, Limits, Tree, document, from_tree, overlaid,
    sound,
};
use crate::lifecycle::LifecyclePolicy;
use crate::loyalty::LoyaltyPolicy;
use crate::party::PartyPolicy;
use crate::receivable::ReceivablePolicy;
use crate::satisfaction::SatisfactionPolicy;
use crate::verdict::{Authority, Weigh};
use crate::vocab::set::Set;

document! {
    /// Every number and choice that a rule may use (政策), with a name and the days on which it holds.
    ///
    /// Each part checks itself, and [`check`](Self::check) what no part can check alone. In JSON every field
    /// is written out. A stored policy does not change its meaning with the crate.
    #[derive(Hash)]
    pub struct Policy, checked by unlisted {
        /// The name of the policy; every text is accepted.
        version: String,
        /// The days on which the policy holds.
        effective: EffectivePeriod,
        /// The levels of authority that the house has. Any other level in the policy is refused.
        authorities: Set<Authority>,
        /// The policy of acceptances: whose word lets a finding stand.
        acceptance: AcceptancePolicy,
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

/// Finds the authorities that a policy names outside its own list.
fn unlisted(policy: &Tree) -> Vec<Fault> {
    authorities::faults(policy, Policy::FORM)
}

impl Policy {
    /// Returns the documents' own policy; it holds from the beginning of time.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            version: String::from("standard"),
            effective: EffectivePeriod::ALWAYS,
            authorities: authorities::STANDARD,
            acceptance: AcceptancePolicy::standard(),
            party: PartyPolicy::standard(),
            satisfaction: SatisfactionPolicy::standard(),
            loyalty: LoyaltyPolicy::standard(),
            receivable: ReceivablePolicy::standard(),
            lifecycle: LifecyclePolicy::standard(),
        }
    }

    /// Replaces the name and the days on which the policy holds.
    #[must_use]
    pub fn with_version(self, version: impl Into<String>, effective: EffectivePeriod) -> Self {
        Self {
            version: version.into(),
            effective,
            ..self
        }
    }

    /// Replaces the levels of authority that the house has.
    ///
    /// [`lint`](Self::lint) lists the places that name another one.
    #[must_use]
    pub fn with_authorities(self, authorities: Set<Authority>) -> Self {
        Self {
            authorities,
            ..self
        }
    }

    /// Replaces the policy of acceptances.
    #[must_use]
    pub fn with_acceptance(self, acceptance: AcceptancePolicy) -> Self {
        Self { acceptance, ..self }
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

    /// Returns the levels of authority that the house has.
    #[must_use]
    pub const fn authorities(&self) -> Set<Authority> {
        self.authorities
    }

    /// Gives each finding of an answer the severity that this policy has for its rule.
    ///
    /// A function that takes the whole policy of a system applies its severities, and so do the review and
    /// the oracle. Any other function of a room returns findings with the severities of the cards. A second
    /// application changes nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::party::action::{Action, judge_action};
    /// use keqing::party::integrity::IntegrityOffice;
    /// use keqing::party::parties::Register;
    /// use keqing::policy::Policy;
    /// use keqing::verdict::{Decision, Severity};
    /// use keqing::vocab::words::Role;
    ///
    /// let standard = Policy::standard();
    /// let milder = standard.party().severities().with("PTY-04".parse()?, Some(Severity::Warning))?;
    /// let house = standard.clone().with_party(standard.party().with_severities(milder));
    ///
    /// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
    /// let register = Register::default();
    /// let office = IntegrityOffice::new(&register, today);
    /// let mut verdict = judge_action(&office, &Action::new(Role::SupplierOperator))?;
    /// assert_eq!(verdict.decision(), Decision::Deny);
    /// house.weigh(&mut verdict);
    /// assert_eq!(verdict.decision(), Decision::Permit);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn weigh(&self, answer: &mut (impl Weigh + ?Sized)) {
        self.party.severities().weigh(answer);
        self.satisfaction.severities().weigh(answer);
        self.loyalty.severities().weigh(answer);
        self.receivable.severities().weigh(answer);
        self.lifecycle.severities().weigh(answer);
    }

    /// Returns the fingerprint: policies that are equal field by field have equal ones.
    ///
    /// The name and the period do not count, because they change no answer.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let mut tree = Tree::of(self);
        tree.take("version");
        tree.take("effective");
        Fingerprint::of_tree(&tree, Self::FORM)
    }

    /// Returns the policy of acceptances.
    #[must_use]
    pub const fn acceptance(&self) -> &AcceptancePolicy {
        &self.acceptance
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

    /// Checks the one thing that no part can check alone: the policy names no authority that it does not list.
    ///
    /// The reader of a policy and [`PolicyBook::new`] call it. Code that joins parts calls it at the end.
    ///
    /// # Errors
    ///
    /// [`Faults`] is returned when an authority is not listed. It has every place.
    pub fn check(&self) -> Result<(), Faults> {
        sound(unlisted(&Tree::of(self)))
    }

    /// Replaces the fields of a policy that a tree names; all others stay.
    ///
    /// # Errors
    ///
    /// [`Faults`] is returned when the tree names a field that no policy has, when a field does not take its
    /// value, and when the policy would contradict itself. It has every fault, with its path.
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
        // A value that the tree does not have is that of the policy under it.
        from_tree(&whole, &Limits::standard())
            .map_err(|faults| faults.inherited(|path| tree.at(path).is_none()))
    }

    /// Lists the fields in which two policies differ, each with both values and the rules that it can
    /// change.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        crate::form::differences(self, other)
    }
}
