use thiserror::Error;

use crate::form::{Fingerprint, record};
use crate::policy::Policy;

record! {
    /// The fingerprints of the policy and the facts of an answer (回答凭据).
    ///
    /// A service keeps it beside a verdict or a review. Years later it shows whether the policy and the facts
    /// at hand are those of the answer.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use keqing::lifecycle::{LifecyclePolicy, StageFacts};
    /// use keqing::policy::{Policy, Stamp};
    ///
    /// let facts = StageFacts::new(NaiveDate::from_ymd_opt(2024, 12, 31).ok_or("no such date")?);
    /// let stamp = Stamp::of(&Policy::standard(), &facts);
    /// stamp.verify(&Policy::standard(), &facts)?;
    ///
    /// let strict = Policy::standard().with_lifecycle(LifecyclePolicy::strict());
    /// assert!(stamp.verify(&strict, &facts).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Stamp {
        /// The fingerprint of the policy.
        pub policy: Fingerprint,
        /// The fingerprint of the facts.
        pub facts: Fingerprint,
    }
}

impl Stamp {
    /// Makes a stamp of fingerprints that were taken before.
    #[must_use]
    pub const fn new(policy: Fingerprint, facts: Fingerprint) -> Self {
        Self { policy, facts }
    }

    /// Makes the stamp of a policy and of facts, or of the fingerprint of several facts.
    #[must_use]
    pub fn of(policy: &Policy, facts: impl Into<Fingerprint>) -> Self {
        Self::new(policy.fingerprint(), facts.into())
    }

    /// Checks a policy and facts against the stamp; the facts are what [`of`](Self::of) takes.
    ///
    /// # Errors
    ///
    /// [`StampError`] is returned when either has another fingerprint.
    pub fn verify(&self, policy: &Policy, facts: impl Into<Fingerprint>) -> Result<(), StampError> {
        let given = Self::of(policy, facts);
        if given.policy != self.policy {
            return Err(StampError::Policy {
                given: given.policy,
                stamped: self.policy,
            });
        }
        if given.facts != self.facts {
            return Err(StampError::Facts {
                given: given.facts,
                stamped: self.facts,
            });
        }
        Ok(())
    }
}

record! {
    /// An answer with its stamp (附凭据的回答), to be kept and asked again.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::policy::Policy;
    /// use keqing::review::review;
    /// # let dossier: keqing::dossier::Dossier = serde_json::from_str(r#"{
    /// #     "party": {"parties": {
    /// #         "supplier-organization": {"id": "s-1", "name": "Hangzhou Valves"},
    /// #         "supplier-operator": {"vacant": {"since": "2024-05-01"}},
    /// #         "customer-organization": {"id": "c-1", "name": "Ningbo Pumps"},
    /// #         "customer-operator": {"people": [{"id": "wang-fang", "department": "purchasing", "level": "manager"}]}
    /// #     }},
    /// #     "lifecycle": {
    /// #         "standing": {"state": {"active": "initial"}, "since": "2024-01-01"},
    /// #         "stage": {"as-of": "2024-12-31"}
    /// #     }
    /// # }"#)?;
    ///
    /// let policy = Policy::standard();
    /// let kept = policy.stamped(&dossier, review(&policy, &dossier)?);
    /// kept.stamp.verify(&policy, &dossier)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Stamped<T> {
        /// The fingerprints of the policy and of the facts.
        pub stamp: Stamp,
        /// The answer.
        pub answer: T,
    }
}

impl Policy {
    /// Joins an answer under this policy with the stamp of what it rests on.
    ///
    /// The facts of a review are its dossier; those of an answer of the oracle are the question. The facts of
    /// any other function are all its arguments besides the policy ([`Fingerprint::with`] joins them).
    #[must_use]
    pub fn stamped<T>(&self, facts: impl Into<Fingerprint>, answer: T) -> Stamped<T> {
        let stamp = Stamp::of(self, facts);
        Stamped { stamp, answer }
    }
}

/// Returned when a policy or facts are not those of an answer.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum StampError {
    /// The facts are not those of the answer.
    #[error("the facts have the fingerprint {given}, expected those of the answer, {stamped}")]
    Facts {
        /// The fingerprint of the facts given.
        given: Fingerprint,
        /// The fingerprint in the stamp.
        stamped: Fingerprint,
    },
    /// The policy is not that of the answer.
    #[error("the policy has the fingerprint {given}, expected that of the answer, {stamped}")]
    Policy {
        /// The fingerprint of the policy given.
        given: Fingerprint,
        /// The fingerprint in the stamp.
        stamped: Fingerprint,
    },
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::Stamp;
    use crate::form::Fingerprint;
    use crate::lifecycle::LifecyclePolicy;
    use crate::policy::{EffectivePeriod, Policy};

    #[test]
    fn another_policy_and_other_facts_are_refused() {
        let (policy, facts) = (Policy::standard(), true);
        // A name is no part of what an answer rests on.
        let renamed = policy
            .clone()
            .with_version("other", EffectivePeriod::ALWAYS);
        let other = policy.clone().with_lifecycle(LifecyclePolicy::strict());
        let stamp = Stamp::of(&policy, &facts);
        let verified = |policy: &Policy, facts| {
            let verified = stamp.verify(policy, &facts);
            verified.map_err(|error| error.to_string())
        };
        assert_eq!(verified(&policy, facts), Ok(()));
        assert_eq!(verified(&renamed, facts), Ok(()));
        let (given, stamped) = (other.fingerprint(), stamp.policy);
        let message = alloc::format!(
            "the policy has the fingerprint {given}, expected that of the answer, {stamped}"
        );
        assert_eq!(verified(&other, facts), Err(message));
        let (given, stamped) = (Fingerprint::of(&false), stamp.facts);
        let message = alloc::format!(
            "the facts have the fingerprint {given}, expected those of the answer, {stamped}"
        );
        assert_eq!(verified(&policy, false), Err(message));
    }
}
