use crate::verdict::authority::Authority;
use crate::verdict::decision::{Decision, Severity};

/// The decision of the rules that are recorded so far.
///
/// Bits are joined, and no branch depends on a fact. A processor predicts a branch on a policy, because
/// the policy is the same in every case. It cannot predict a branch on facts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weight {
    denied: bool,
    undecided: bool,
    escalated: Option<Authority>,
}

impl Weight {
    #[inline(always)]
    pub(crate) const fn new() -> Self {
        Self {
            denied: false,
            undecided: false,
            escalated: None,
        }
    }

    /// Adds one rule. The result is the largest of [`Decision::of`].
    #[inline(always)]
    pub(crate) fn join(&mut self, severity: Severity, missing: bool, breached: bool) {
        match severity {
            Severity::Notice | Severity::Warning | Severity::Critical => {}
            Severity::Escalate(authority) => {
                self.undecided |= missing;
                self.escalated = self.escalated.max(breached.then_some(authority));
            }
            Severity::Bar => {
                self.undecided |= missing;
                self.denied |= breached;
            }
        }
    }

    #[inline(always)]
    pub(crate) const fn decision(self) -> Decision {
        match (self.denied, self.undecided, self.escalated) {
            (true, _, _) => Decision::Deny,
            (false, true, _) => Decision::Undecided,
            (false, false, Some(authority)) => Decision::Escalate(authority),
            (false, false, None) => Decision::Permit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Weight;
    use crate::verdict::authority::Authority;
    use crate::verdict::decision::{Decision, Severity};
    use crate::verdict::fact::Fact;
    use crate::verdict::outcome::Outcome;

    #[test]
    fn joining_bits_is_the_largest_of_the_decisions() {
        let severities = [
            Severity::Notice,
            Severity::Warning,
            Severity::Critical,
            Severity::Escalate(Authority::Operator),
            Severity::Escalate(Authority::Executive),
            Severity::Bar,
        ];
        let outcomes = [
            Outcome::Met,
            Outcome::Breached,
            Outcome::Missing(Fact::Share),
            Outcome::Inapplicable,
            Outcome::Classified,
        ];
        let rules = || {
            severities
                .into_iter()
                .flat_map(|one| outcomes.map(|outcome| (one, outcome)))
        };
        for first in rules() {
            for second in rules() {
                let mut weight = Weight::new();
                let mut largest = Decision::Permit;
                for (severity, outcome) in [first, second] {
                    weight.join(severity, outcome.is_missing(), outcome.is_breached());
                    largest = largest.max(Decision::of(severity, outcome));
                }
                assert_eq!(weight.decision(), largest, "{first:?} {second:?}");
            }
        }
    }
}
