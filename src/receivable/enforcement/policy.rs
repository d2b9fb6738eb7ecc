use crate::form::record;
use crate::vocab::share::Share;

record! {
    /// The least part of a policy that has to be carried out (执行政策), REC-04.
    ///
    /// In the [`standard`](Self::standard) every trigger is acted upon or waived.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::receivable::enforcement::EnforcementPolicy;
    /// use keqing::vocab::share::Share;
    ///
    /// let lenient = EnforcementPolicy::standard().with_enforced_from(Share::percent(95)?);
    /// assert_eq!(lenient.enforced_from(), Share::percent(95)?);
    /// # Ok::<(), keqing::vocab::share::ShareError>(())
    /// ```
    #[derive(Copy, Hash)]
    pub struct EnforcementPolicy {
        /// The least share of the triggers that has to be acted upon or waived.
        enforced_from: Share => "REC-04",
    }
}

impl EnforcementPolicy {
    /// Returns the policy that the rulebook settled on.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            enforced_from: Share::ALL,
        }
    }

    /// Sets the least share of handled triggers with which enforcement is sufficient.
    #[must_use]
    pub const fn with_enforced_from(self, share: Share) -> Self {
        Self {
            enforced_from: share,
        }
    }

    /// Returns the least share of handled triggers with which enforcement is sufficient.
    #[must_use]
    pub const fn enforced_from(&self) -> Share {
        self.enforced_from
    }
}
