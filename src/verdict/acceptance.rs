use chrono::NaiveDate;
use thiserror::Error;

use crate::form::checked;
use crate::verdict::evidence::Subject;
use crate::verdict::fact::Fact;
use crate::verdict::finding::Finding;
use crate::verdict::outcome::Outcome;
use crate::verdict::rule_id::RuleId;
use crate::vocab::name::{Label, PersonId};

checked! {
    /// A recorded acceptance of a finding (认可): somebody with authority lets it stand for a time, for a reason.
    ///
    /// An acceptance changes no answer. It says of which findings no more is asked until it ends.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::{Acceptance, Fact};
    ///
    /// let day = |month, day| chrono::NaiveDate::from_ymd_opt(2024, month, day).ok_or("no such date");
    /// let acceptance = Acceptance::new(
    ///     "CON-05".parse()?,
    ///     "the customer has two departments".parse()?,
    ///     "chen-guo".parse()?,
    ///     day(7, 1)?,
    ///     day(12, 31)?,
    /// )?
    /// .with_fact(Some(Fact::Departments));
    /// assert!(acceptance.on < acceptance.until);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Acceptance, checked by Self::checked {
        /// The rule whose findings are accepted.
        pub rule: RuleId,
        /// The fact that they are about; without it, every fact that the rule looks at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub fact: Option<Fact>,
        /// The subject of the fact; without it, every subject.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub subject: Option<Subject>,
        /// The reason.
        pub reason: Label,
        /// The person who accepts.
        pub by: PersonId,
        /// The day of the acceptance.
        pub on: NaiveDate,
        /// The last day on which it holds.
        pub until: NaiveDate,
    }
}

impl Acceptance {
    /// Makes an acceptance of every finding of a rule, from a day until a day.
    ///
    /// # Errors
    ///
    /// [`AcceptanceError`] is returned when it ends before it begins.
    pub fn new(
        rule: RuleId,
        reason: Label,
        by: PersonId,
        on: NaiveDate,
        until: NaiveDate,
    ) -> Result<Self, AcceptanceError> {
        Self {
            rule,
            fact: None,
            subject: None,
            reason,
            by,
            on,
            until,
        }
        .checked()
    }

    /// Returns the acceptance of the findings about one fact only.
    #[must_use]
    pub const fn with_fact(self, fact: Option<Fact>) -> Self {
        Self { fact, ..self }
    }

    /// Returns the acceptance of the findings about one subject only.
    #[must_use]
    pub const fn with_subject(self, subject: Option<Subject>) -> Self {
        Self { subject, ..self }
    }

    /// Returns whether a finding is one of those that are meant, whoever accepts them.
    ///
    /// A finding is about the fact that it read, or the one that it lacked.
    #[must_use]
    pub fn means(&self, finding: &Finding) -> bool {
        let is_of_fact = |fact| match finding.outcome {
            Outcome::Missing(missing) => fact == missing || fact == finding.evidence.fact,
            _ => fact == finding.evidence.fact,
        };
        let is_of = |subject| subject == finding.evidence.subject;
        let is_open = || finding.is_breach() || finding.is_gap();
        finding.rule == self.rule
            && is_open()
            && self.fact.is_none_or(is_of_fact)
            && self.subject.is_none_or(is_of)
    }

    fn checked(self) -> Result<Self, AcceptanceError> {
        let (on, until) = (self.on, self.until);
        if until < on {
            return Err(AcceptanceError { on, until });
        }
        Ok(self)
    }
}

/// Returned when an acceptance ends before it begins.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("an acceptance of {on} holds until {until}, expected a last day that is not before it")]
#[non_exhaustive]
pub struct AcceptanceError {
    /// The day of the acceptance.
    pub on: NaiveDate,
    /// The last day on which it was to hold.
    pub until: NaiveDate,
}
