use core::fmt;
use core::str::FromStr;

use crate::form::choice;
use crate::verdict::authority::{Authority, escalation};
use crate::verdict::outcome::Outcome;
use crate::vocab::words::{ParseWordError, Text};

choice! {
    /// The decision of all rules together (裁决), in an ordered lattice.
    ///
    /// Several decisions combine to the largest.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::{Authority, Decision};
    ///
    /// let together = Decision::Permit.max(Decision::Escalate(Authority::Manager));
    /// assert_eq!(together, Decision::Escalate(Authority::Manager));
    /// assert!(Decision::Undecided < Decision::Deny);
    /// ```
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum Decision {
        /// No rule stands against it.
        Permit,
        /// The question is for this authority to decide.
        Escalate(Authority),
        /// A fact that the decision needs is missing.
        Undecided,
        /// A rule forbids it.
        Deny,
    }
}

impl Decision {
    /// Every decision, mildest first.
    pub const ALL: [Self; 12] = [
        Self::Permit,
        Self::Escalate(Authority::Operator),
        Self::Escalate(Authority::TeamLead),
        Self::Escalate(Authority::Manager),
        Self::Escalate(Authority::SeniorManager),
        Self::Escalate(Authority::Director),
        Self::Escalate(Authority::VicePresident),
        Self::Escalate(Authority::Executive),
        Self::Escalate(Authority::Committee),
        Self::Escalate(Authority::Board),
        Self::Undecided,
        Self::Deny,
    ];

    /// Returns the name in a text, such as `deny` or `escalate to manager`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Escalate(authority) => escalation(authority).0,
            Self::Undecided => "undecided",
            Self::Deny => "deny",
        }
    }

    /// Returns the contribution of one outcome of a rule of the given severity.
    #[must_use]
    #[inline(always)]
    pub const fn of(severity: Severity, outcome: Outcome) -> Self {
        match (outcome, severity.refusal()) {
            (Outcome::Met | Outcome::Inapplicable | Outcome::Classified, _) | (_, Self::Permit) => {
                Self::Permit
            }
            (Outcome::Missing(_), _) => Self::Undecided,
            (Outcome::Breached, refusal) => refusal,
        }
    }

    /// Returns whether no rule stands against it.
    #[must_use]
    pub const fn is_permit(self) -> bool {
        matches!(self, Self::Permit)
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Permit => Text::new("permitted", "允许", "允許"),
            Self::Escalate(authority) => escalation(authority).1,
            Self::Undecided => Text::new(
                "undecided, facts are missing",
                "未决：缺少事实",
                "未決：缺少事實",
            ),
            Self::Deny => Text::new("denied", "不允许", "不允許"),
        }
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Decision {
    type Err = ParseWordError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|one| one.name() == name);
        let known = || Self::ALL.into_iter().map(Self::name);
        found.ok_or_else(|| ParseWordError::new("Decision", name, known()))
    }
}

choice! {
    /// The weight of the breach of a rule (严重程度), least first.
    ///
    /// The first three are reported and permit. The last two escalate or deny.
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum Severity {
        /// A sign to note.
        Notice,
        /// A sign that something ought to change.
        Warning,
        /// A sign that something ought to change at once.
        Critical,
        /// A breach that only this authority may let pass.
        Escalate(Authority),
        /// A breach that must not pass.
        Bar,
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Severity {
    type Err = ParseWordError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|one| one.name() == name);
        let known = || Self::ALL.into_iter().map(Self::name);
        found.ok_or_else(|| ParseWordError::new("Severity", name, known()))
    }
}

impl Severity {
    /// Every severity, least first.
    pub const ALL: [Self; 13] = [
        Self::Notice,
        Self::Warning,
        Self::Critical,
        Self::Escalate(Authority::Operator),
        Self::Escalate(Authority::TeamLead),
        Self::Escalate(Authority::Manager),
        Self::Escalate(Authority::SeniorManager),
        Self::Escalate(Authority::Director),
        Self::Escalate(Authority::VicePresident),
        Self::Escalate(Authority::Executive),
        Self::Escalate(Authority::Committee),
        Self::Escalate(Authority::Board),
        Self::Bar,
    ];

    /// Returns the name in a text, such as `bar` or `escalate to manager`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Critical => "critical",
            Self::Escalate(authority) => escalation(authority).0,
            Self::Bar => "bar",
        }
    }

    /// Returns the decision of a breach of this severity.
    #[must_use]
    #[inline(always)]
    pub const fn refusal(self) -> Decision {
        match self {
            Self::Notice | Self::Warning | Self::Critical => Decision::Permit,
            Self::Escalate(authority) => Decision::Escalate(authority),
            Self::Bar => Decision::Deny,
        }
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Notice => Text::new("notice", "提示", "提示"),
            Self::Warning => Text::new("warning", "警告", "警告"),
            Self::Critical => Text::new("critical", "严重", "嚴重"),
            Self::Escalate(authority) => escalation(authority).1,
            Self::Bar => Text::new("bars", "禁止", "禁止"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Authority, Decision, Severity};
    use crate::verdict::fact::Fact;
    use crate::verdict::outcome::Outcome;

    #[test]
    fn a_decision_and_a_severity_are_read_by_the_names_that_they_write() {
        for decision in Decision::ALL {
            assert_eq!(decision.name().parse(), Ok(decision));
        }
        for severity in Severity::ALL {
            assert_eq!(severity.name().parse(), Ok(severity));
        }
        assert!("escalate".parse::<Decision>().is_err());
        assert!(Decision::ALL.is_sorted() && Severity::ALL.is_sorted());
    }

    #[test]
    fn the_lattice_is_ordered() {
        use Decision::{Deny, Escalate, Permit, Undecided};
        let escalated = Authority::ALL.map(Escalate);
        let ascending = [Permit]
            .into_iter()
            .chain(escalated)
            .chain([Undecided, Deny]);
        assert!(ascending.eq(Decision::ALL) && Decision::ALL.is_sorted());
    }

    #[test]
    fn only_a_breach_or_a_gap_under_a_rule_that_bars_decides() {
        let missing = Outcome::Missing(Fact::Partnership);
        let manager = Severity::Escalate(Authority::Manager);
        let table = [
            (Severity::Bar, Outcome::Breached, Decision::Deny),
            (Severity::Bar, missing, Decision::Undecided),
            (Severity::Bar, Outcome::Met, Decision::Permit),
            (Severity::Bar, Outcome::Inapplicable, Decision::Permit),
            (Severity::Bar, Outcome::Classified, Decision::Permit),
            (
                manager,
                Outcome::Breached,
                Decision::Escalate(Authority::Manager),
            ),
            (manager, missing, Decision::Undecided),
            (Severity::Critical, Outcome::Breached, Decision::Permit),
            (Severity::Critical, missing, Decision::Permit),
            (Severity::Notice, Outcome::Breached, Decision::Permit),
        ];
        for (severity, outcome, expected) in table {
            assert_eq!(
                Decision::of(severity, outcome),
                expected,
                "{severity:?} {outcome:?}"
            );
        }
    }
}
