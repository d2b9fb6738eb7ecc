use thiserror::Error;

use crate::form::checked;
use crate::verdict::decision::{Decision, Severity};
use crate::verdict::finding::{Finding, Findings};
use crate::verdict::outcome::Outcome;
use crate::verdict::recorder::Scribe;
use crate::verdict::remedy::Remedy;
use crate::verdict::rule_set::RuleSet;
use crate::verdict::tally::Tally;

checked! {
    /// The answer of a question about a permission (裁决书): a decision, and every finding behind it.
    ///
    /// # Examples
    ///
    /// ```
    /// use keqing::verdict::{Decision, Evidence, Fact, Finding, Outcome, Severity, Verdict};
    ///
    /// let evidence = Evidence::present(Fact::Partnership, false);
    /// let finding = Finding::new("LIF-06".parse()?, Severity::Bar, Outcome::Breached, evidence);
    /// let verdict = Verdict::new([finding]);
    /// assert_eq!(verdict.decision(), Decision::Deny);
    /// assert_eq!(verdict.determining().count(), 1);
    /// # Ok::<(), keqing::verdict::ParseRuleIdError>(())
    /// ```
    #[derive(Hash)]
    #[must_use]
    pub struct Verdict, checked by Verdict::checked {
        /// The decision, as it follows from the findings.
        decision: Decision,
        /// The findings, in the order in which the rules were recorded.
        findings: Findings,
    }
}

impl Verdict {
    /// Makes the verdict that follows from these findings.
    pub fn new(findings: impl IntoIterator<Item = Finding>) -> Self {
        let findings: Findings = findings.into_iter().collect();
        Self {
            decision: findings.decision(),
            findings,
        }
    }

    /// Makes the verdict of the rules that the closure records.
    pub(crate) fn of(rules: impl FnOnce(&mut Scribe<'_>)) -> Self {
        let mut verdict = Self::empty();
        verdict.record(rules);
        verdict
    }

    /// Makes the verdict of the rules that the closure records, or returns the closure's error.
    pub(crate) fn try_of<E>(
        rules: impl FnOnce(&mut Scribe<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let mut result = Ok(());
        let verdict = Self::of(|scribe| result = rules(scribe));
        result.map(|()| verdict)
    }

    /// Makes a verdict without a recorded rule.
    #[inline(always)]
    pub(crate) fn empty() -> Self {
        Self {
            decision: Decision::Permit,
            // Unlike `new`, the derived `default` is inlined into whoever asks for a verdict.
            findings: Findings::default(),
        }
    }

    /// Lets rules write into this verdict: findings are written in place and never moved.
    #[inline(always)]
    pub(crate) fn record(&mut self, rules: impl FnOnce(&mut Scribe<'_>)) {
        let mut scribe = self.scribe();
        rules(&mut scribe);
        let decision = scribe.decision();
        self.join(decision);
    }

    /// Returns a writer into the findings, which are written where the verdict is, and never moved.
    #[inline(always)]
    pub(crate) fn scribe(&mut self) -> Scribe<'_> {
        Scribe::new(&mut self.findings)
    }

    /// Adds the decision of the rules that were recorded.
    #[inline(always)]
    pub(crate) fn join(&mut self, decision: Decision) {
        self.decision = self.decision.max(decision);
    }

    /// Returns the decision.
    #[must_use]
    pub const fn decision(&self) -> Decision {
        self.decision
    }

    /// Returns every finding, in the order in which the rules were recorded.
    #[must_use]
    pub const fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Returns the findings that determine the decision; the rest are the trace.
    ///
    /// The breaches that refuse determine a refusal, and the gaps determine an undecided verdict.
    /// The rules that could have barred and are met determine a permit.
    pub fn determining(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| match self.decision {
            Decision::Permit => {
                finding.outcome == Outcome::Met && !finding.severity.refusal().is_permit()
            }
            decided => finding.decision() == decided,
        })
    }

    /// Returns the changes after which the verdict would be a permit.
    ///
    /// Each finding that stands against a permit has one remedy; a permit has none. All the rules
    /// of a verdict are conjunctive, so all the remedies are needed together.
    pub fn remedies(&self) -> impl Iterator<Item = Remedy> + '_ {
        self.findings
            .iter()
            .filter(|finding| !finding.decision().is_permit())
            .filter_map(Remedy::of)
    }

    /// Returns the quick form of the same answer.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let rules = |kept: fn(&Finding) -> bool| {
            let mut set = RuleSet::EMPTY;
            for finding in self.findings.iter().filter(|finding| kept(finding)) {
                // A rule that this version does not list cannot have been consulted by it.
                let _: Result<(), _> = set.insert(finding.rule);
            }
            set
        };
        Tally {
            decision: self.decision,
            breached: rules(Finding::is_breach),
            missing: rules(Finding::is_gap),
        }
    }

    /// Replaces the severity of each finding that stays, and decides anew.
    pub(crate) fn weigh_each(&mut self, severity: impl Fn(&Finding) -> Option<Severity>) {
        self.findings.weigh_each(severity);
        self.decision = self.findings.decision();
    }

    fn checked(self) -> Result<Self, VerdictError> {
        let follows = self.findings.decision();
        if self.decision == follows {
            Ok(self)
        } else {
            Err(VerdictError {
                given: self.decision,
                follows,
            })
        }
    }
}

/// Returned when a decision does not follow from its findings.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the decision `{given}` does not follow from the findings, which decide `{follows}`")]
pub struct VerdictError {
    given: Decision,
    follows: Decision,
}
