use core::fmt;
use core::str::FromStr;

use crate::form::choice;
use crate::verdict::outcome::Outcome;
use crate::vocab::words::{ParseWordError, Text, words};

words! {
    /// Who may decide what the policy does not permit by itself (权限), least authority first.
    pub closed enum Authority {
        /// Whoever handles the relationship.
        Operator = "operator", "the operator", "操作者", "操作者";
        /// Whoever answers for the operator.
        Manager = "manager", "a manager", "经理", "經理";
        /// Whoever answers for the organization.
        Executive = "executive", "an executive", "高层", "高層";
    }
}

choice! {
    /// What the rules say together (裁决): an ordered lattice, in which decisions combine to the largest.
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
        /// Nothing stands against it.
        Permit,
        /// Only this authority may permit it.
        Escalate(Authority),
        /// A fact that is needed to decide is missing.
        Undecided,
        /// A rule forbids it.
        Deny,
    }
}

impl Decision {
    /// Every decision, mildest first.
    pub const ALL: [Self; 6] = [
        Self::Permit,
        Self::Escalate(Authority::Operator),
        Self::Escalate(Authority::Manager),
        Self::Escalate(Authority::Executive),
        Self::Undecided,
        Self::Deny,
    ];

    /// Returns the name in a text, such as `deny` or `escalate to manager`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Escalate(Authority::Operator) => "escalate to operator",
            Self::Escalate(Authority::Manager) => "escalate to manager",
            Self::Escalate(Authority::Executive) => "escalate to executive",
            Self::Undecided => "undecided",
            Self::Deny => "deny",
        }
    }

    /// Tells what one outcome of a rule of the given severity contributes.
    #[must_use]
    #[inline(always)]
    pub const fn of(severity: Severity, outcome: Outcome) -> Self {
        match (outcome, severity.refusal()) {
            (Outcome::Met | Outcome::Inapplicable, _) | (_, Self::Permit) => Self::Permit,
            (Outcome::Missing(_), _) => Self::Undecided,
            (Outcome::Breached, refusal) => refusal,
        }
    }

    /// Tells whether nothing stands against it.
    #[must_use]
    pub const fn is_permit(self) -> bool {
        matches!(self, Self::Permit)
    }

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Permit => Text::new("permitted", "允许", "允許"),
            Self::Escalate(Authority::Operator) => {
                Text::new("for the operator to decide", "由操作者决定", "由操作者決定")
            }
            Self::Escalate(Authority::Manager) => {
                Text::new("for a manager to decide", "由经理决定", "由經理決定")
            }
            Self::Escalate(Authority::Executive) => {
                Text::new("for an executive to decide", "由高层决定", "由高層決定")
            }
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
    /// How much the breach of a rule weighs (严重程度), least first.
    ///
    /// The first three are said and do not bar; the last two decide.
    #[derive(Copy, Hash, Ord, PartialOrd)]
    pub closed enum Severity {
        /// Worth knowing.
        Notice,
        /// Ought to change.
        Warning,
        /// Ought to change at once.
        Critical,
        /// Only this authority may let it pass.
        Escalate(Authority),
        /// Must not pass.
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
    pub const ALL: [Self; 7] = [
        Self::Notice,
        Self::Warning,
        Self::Critical,
        Self::Escalate(Authority::Operator),
        Self::Escalate(Authority::Manager),
        Self::Escalate(Authority::Executive),
        Self::Bar,
    ];

    /// Returns the name in a text, such as `bar` or `escalate to manager`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Critical => "critical",
            Self::Escalate(Authority::Operator) => "escalate to operator",
            Self::Escalate(Authority::Manager) => "escalate to manager",
            Self::Escalate(Authority::Executive) => "escalate to executive",
            Self::Bar => "bar",
        }
    }

    /// Returns what a breach of this severity decides.
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
            Self::Escalate(_) => Text::new("escalates", "须上报", "須上報"),
            Self::Bar => Text::new("bars", "禁止", "禁止"),
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_decision_and_a_severity_are_read_by_the_names_that_they_write() {
        use super::Severity;
        for decision in Decision::ALL {
            assert_eq!(decision.name().parse(), Ok(decision));
        }
        for severity in Severity::ALL {
            assert_eq!(severity.name().parse(), Ok(severity));
        }
        assert!("escalate".parse::<Decision>().is_err());
        assert!(Decision::ALL.is_sorted() && Severity::ALL.is_sorted());
    }

    use super::{Authority, Decision, Severity};
    use crate::verdict::fact::Fact;
    use crate::verdict::outcome::Outcome;

    #[test]
    fn the_lattice_is_ordered() {
        use Decision::{Deny, Escalate, Permit, Undecided};
        let ascending = [
            Permit,
            Escalate(Authority::Operator),
            Escalate(Authority::Manager),
            Escalate(Authority::Executive),
            Undecided,
            Deny,
        ];
        assert!(ascending.is_sorted());
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
