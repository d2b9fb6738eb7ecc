use chrono::NaiveDate;

use crate::form::record;
use crate::verdict::{Acceptance, Authority, Severity};
use crate::vocab::time::Days;

record! {
    /// The policy of acceptances (认可权限): whose word lets a finding stand, and for how long at most.
    ///
    /// What escalates is accepted by the authority to which it escalates, or by a higher one. What bars and whose
    /// severity no policy may change is accepted by nobody: a gate of integrity, a band of a stage, a step
    /// of the state machine.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::policy::AcceptancePolicy;
    /// use keqing::verdict::Authority;
    ///
    /// let ours = AcceptancePolicy::standard().with_warning(Authority::Executive);
    /// assert_eq!(ours.warning, Authority::Executive);
    /// assert_eq!(ours.notice, Authority::Operator);
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct AcceptancePolicy {
        /// The least authority that accepts a notice.
        pub notice: Authority => with_notice,
        /// The least authority that accepts a warning.
        pub warning: Authority => with_warning,
        /// The least authority that accepts what is critical.
        pub critical: Authority => with_critical,
        /// The least authority that accepts what bars, where it can be accepted at all.
        pub bar: Authority => with_bar,
        /// The greatest number of days for which an acceptance holds. `"none"` is without an end.
        pub longest_days: Option<Days> | "none" => with_longest_days,
    }
}

impl AcceptancePolicy {
    /// Returns the standard: notices by the operator, warnings by the manager, the rest by the executive, for a
    /// year.
    #[must_use]
    pub const fn standard() -> Self {
        Self {
            notice: Authority::Operator,
            warning: Authority::Manager,
            critical: Authority::Executive,
            bar: Authority::Executive,
            longest_days: Some(Days::new(366)),
        }
    }

    /// Returns the least authority that accepts a finding of a severity, where it can be accepted at all.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::policy::AcceptancePolicy;
    /// use keqing::verdict::{Authority, Severity};
    ///
    /// let policy = AcceptancePolicy::standard();
    /// assert_eq!(policy.authority(Severity::Warning), Authority::Manager);
    /// assert_eq!(policy.authority(Severity::Escalate(Authority::Board)), Authority::Board);
    /// ```
    #[must_use]
    pub const fn authority(&self, severity: Severity) -> Authority {
        match severity {
            Severity::Notice => self.notice,
            Severity::Warning => self.warning,
            Severity::Critical => self.critical,
            Severity::Escalate(authority) => authority,
            Severity::Bar => self.bar,
        }
    }

    /// Returns the last day on which an acceptance holds.
    #[must_use]
    pub fn end(&self, acceptance: &Acceptance) -> NaiveDate {
        let longest = self.longest_days.and_then(|days| days.after(acceptance.on));
        longest.map_or(acceptance.until, |longest| longest.min(acceptance.until))
    }
}
