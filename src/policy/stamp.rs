use serde::Serialize;
use thiserror::Error;

use crate::form::{Described, Fingerprint, record};
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
    /// Makes the stamp of a policy and of facts.
    #[must_use]
    pub fn of<T: Described + Serialize>(policy: &Policy, facts: &T) -> Self {
        Self {
            policy: Fingerprint::of(policy),
            facts: Fingerprint::of(facts),
        }
    }

    /// Checks a policy and facts against the stamp.
    ///
    /// # Errors
    ///
    /// [`StampError`] is returned when either has another fingerprint.
    pub fn verify<T: Described + Serialize>(
        &self,
        policy: &Policy,
        facts: &T,
    ) -> Result<(), StampError> {
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
