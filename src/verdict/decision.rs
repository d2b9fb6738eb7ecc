use core::cmp::Ordering;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::verdict::Outcome;
use crate::vocab::Text;

/// Who may decide what the policy does not permit by itself (权限), least authority first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the design's three authorities, operator < manager < executive"
)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// Whoever handles the relationship.
    Operator,
    /// Whoever answers for the operator.
    Manager,
    /// Whoever answers for the organization.
    Executive,
}

impl Authority {
    /// Every authority, least first.
    pub const ALL: [Self; 3] = [Self::Operator, Self::Manager, Self::Executive];

    /// Returns the name for people.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Operator => Text::new("the operator", "操作者", "操作者"),
            Self::Manager => Text::new("a manager", "经理", "經理"),
            Self::Executive => Text::new("an executive", "高层", "高層"),
        }
    }
}

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
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the lattice is the contract: callers match all four"
)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Nothing stands against it.
    Permit,
    /// Only this authority may permit it.
    Escalate(Authority),
    /// A fact that is needed to decide is missing.
    Undecided,
    /// A rule forbids it.
    Deny,
}

impl Decision {
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

    /// The place in the lattice.
    ///
    /// Recorders combine places, not decisions: the largest of bytes is one instruction, and a match
    /// of constants becomes a look-up, where a match with a computed arm would become a jump.
    #[inline(always)]
    pub(crate) const fn place(self) -> u8 {
        match self {
            Self::Permit => 0,
            Self::Escalate(Authority::Operator) => 1,
            Self::Escalate(Authority::Manager) => 2,
            Self::Escalate(Authority::Executive) => 3,
            Self::Undecided => 4,
            Self::Deny => 5,
        }
    }

    /// The decision at a place; every place past the last is the last.
    #[inline(always)]
    pub(crate) const fn at_place(place: u8) -> Self {
        match place {
            0 => Self::Permit,
            1 => Self::Escalate(Authority::Operator),
            2 => Self::Escalate(Authority::Manager),
            3 => Self::Escalate(Authority::Executive),
            4 => Self::Undecided,
            _ => Self::Deny,
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

impl Ord for Decision {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Decision {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Permit => "permit",
            Self::Escalate(Authority::Operator) => "escalate to operator",
            Self::Escalate(Authority::Manager) => "escalate to manager",
            Self::Escalate(Authority::Executive) => "escalate to executive",
            Self::Undecided => "undecided",
            Self::Deny => "deny",
        })
    }
}

/// How much the breach of a rule weighs (严重程度), least first.
///
/// The first three are said and do not bar; the last two decide.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[expect(
    clippy::exhaustive_enums,
    reason = "what a breach may do is closed: be said, be passed up, or bar"
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
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

impl Severity {
    /// Returns the lesser of two severities.
    #[must_use]
    #[inline(always)]
    pub const fn at_most(self, limit: Self) -> Self {
        match limit {
            Self::Bar => self,
            Self::Warning if !matches!(self, Self::Notice) => limit,
            _ if self.rank() <= limit.rank() => self,
            _ => limit,
        }
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Notice => 0,
            Self::Warning => 1,
            Self::Critical => 2,
            Self::Escalate(Authority::Operator) => 3,
            Self::Escalate(Authority::Manager) => 4,
            Self::Escalate(Authority::Executive) => 5,
            Self::Bar => 6,
        }
    }

    #[inline(always)]
    const fn refusal_place(self) -> u8 {
        match self {
            Self::Notice | Self::Warning | Self::Critical => 0,
            Self::Escalate(Authority::Operator) => 1,
            Self::Escalate(Authority::Manager) => 2,
            Self::Escalate(Authority::Executive) => 3,
            Self::Bar => 5,
        }
    }

    /// Returns what a breach of this severity decides.
    #[must_use]
    #[inline(always)]
    pub const fn refusal(self) -> Decision {
        Decision::at_place(self.refusal_place())
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

impl Ord for Severity {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Severity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::{Authority, Decision, Severity};
    use crate::verdict::{Fact, Outcome};

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
