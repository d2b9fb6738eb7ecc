use core::fmt;
use core::ops::Deref;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::form::{mirrored, record};
use crate::verdict::decision::{Decision, Severity};
use crate::verdict::evidence::Evidence;
use crate::verdict::outcome::Outcome;
use crate::verdict::rule_id::RuleId;

record! {
    /// The result of one rule, with its evidence (认定).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Finding {
        /// The rule.
        pub rule: RuleId,
        /// The severity of its breach under the policy that was asked.
        pub severity: Severity,
        /// The outcome of the rule.
        pub outcome: Outcome,
        /// The evidence that the rule read.
        pub evidence: Evidence,
    }
}

impl Finding {
    /// Makes a finding of a rule, its severity, its outcome and its evidence.
    #[must_use]
    pub const fn new(
        rule: RuleId,
        severity: Severity,
        outcome: Outcome,
        evidence: Evidence,
    ) -> Self {
        Self {
            rule,
            severity,
            outcome,
            evidence,
        }
    }

    /// Returns the decision that this finding alone would lead to.
    #[must_use]
    #[inline]
    pub const fn decision(&self) -> Decision {
        Decision::of(self.severity, self.outcome)
    }

    /// Returns whether the rule is breached.
    #[must_use]
    pub const fn is_breach(&self) -> bool {
        matches!(self.outcome, Outcome::Breached)
    }

    /// Returns whether the rule lacked a fact.
    #[must_use]
    pub const fn is_gap(&self) -> bool {
        matches!(self.outcome, Outcome::Missing(_))
    }
}

/// The findings behind an answer, in the order in which the rules were recorded.
///
/// The usual number of them is kept inline, without an allocation. Any number is possible.
#[derive(Clone, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(from = "alloc::vec::Vec<Finding>", into = "alloc::vec::Vec<Finding>")]
pub struct Findings(SmallVec<[Finding; Findings::INLINE]>);

mirrored! { Findings as alloc::vec::Vec<Finding>; }

impl Findings {
    /// The number of findings that are kept inline.
    pub const INLINE: usize = 12;

    /// Makes an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self(SmallVec::new())
    }

    /// Returns whether the list has left its inline place and allocated.
    #[must_use]
    pub fn is_spilled(&self) -> bool {
        self.0.spilled()
    }

    /// Returns the breaches, in the order in which the rules were recorded.
    pub fn breaches(&self) -> impl Iterator<Item = &Finding> {
        self.iter().filter(|finding| finding.is_breach())
    }

    /// Returns the findings that lacked a fact.
    pub fn gaps(&self) -> impl Iterator<Item = &Finding> {
        self.iter().filter(|finding| finding.is_gap())
    }

    /// Returns the decision of all findings together: the largest of their decisions.
    #[must_use]
    pub fn decision(&self) -> Decision {
        self.iter()
            .map(Finding::decision)
            .max()
            .unwrap_or(Decision::Permit)
    }

    /// Replaces the severity of each finding that stays, and leaves the others out.
    pub(crate) fn weigh_each(&mut self, severity: impl Fn(&Finding) -> Option<Severity>) {
        self.0.retain(|finding| match severity(finding) {
            Some(severity) => {
                finding.severity = severity;
                true
            }
            None => false,
        });
    }

    #[inline]
    pub(crate) fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }
}

impl Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.0
    }
}

impl fmt::Debug for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = core::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.0.extend(findings);
    }
}

impl From<alloc::vec::Vec<Finding>> for Findings {
    fn from(findings: alloc::vec::Vec<Finding>) -> Self {
        Self(SmallVec::from_vec(findings))
    }
}

impl From<Findings> for alloc::vec::Vec<Finding> {
    fn from(findings: Findings) -> Self {
        findings.0.into_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Findings};
    use crate::verdict::decision::Severity;
    use crate::verdict::evidence::Evidence;
    use crate::verdict::fact::Fact;
    use crate::verdict::outcome::Outcome;
    use crate::verdict::rule_id::RuleId;

    #[test]
    fn the_list_spills_beyond_its_inline_place_and_loses_nothing() {
        let evidence = Evidence::present(Fact::Partnership, false);
        let finding = |number| {
            Finding::new(
                RuleId::known("LIF", number),
                Severity::Bar,
                Outcome::Breached,
                evidence,
            )
        };
        let mut findings = Findings::new();
        for number in 0..40 {
            assert_eq!(findings.is_spilled(), findings.len() > Findings::INLINE);
            findings.push(finding(number));
        }
        assert!(findings.iter().copied().eq((0..40).map(finding)));
    }
}
