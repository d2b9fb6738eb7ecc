use crate::verdict::{
    Assessment, Decision, Evidence, Fact, Finding, Findings, Outcome, Reading, RuleCard, Severity,
    Verdict,
};
use crate::vocab::{Grade, Known};

/// Hears what rules say.
///
/// A check is written once, generic over its recorder, and compiled once per recorder: evidence is
/// built only where somebody keeps it.
pub(crate) trait Recorder {
    /// Hears one rule.
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        evidence: impl FnOnce() -> Evidence,
    );

    /// States a rule of the card's own severity that holds or does not.
    #[inline]
    fn require(&mut self, card: &RuleCard, holds: bool, evidence: impl FnOnce() -> Evidence) {
        self.require_at(card, card.severity(), holds, evidence);
    }

    /// States a rule, of a severity that the policy chose, that holds or does not.
    #[inline]
    fn require_at(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        holds: bool,
        evidence: impl FnOnce() -> Evidence,
    ) {
        let outcome = if holds {
            Outcome::Met
        } else {
            Outcome::Breached
        };
        self.record(card, severity, outcome, evidence);
    }

    /// States a rule that needs a fact, of any grade.
    #[inline]
    fn need<T: Copy>(
        &mut self,
        card: &RuleCard,
        fact: Fact,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        evidence: impl FnOnce(T) -> Evidence,
    ) {
        self.need_at(card, card.severity(), fact, known, holds, evidence);
    }

    /// States a rule that needs a fact, of a severity that the policy chose.
    #[inline]
    fn need_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        fact: Fact,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        evidence: impl FnOnce(T) -> Evidence,
    ) {
        match known {
            Known::Known(known) => {
                self.require_at(card, severity, holds(known.value), || evidence(known.value))
            }
            Known::Unknown => self.miss_at(card, severity, fact),
        }
    }

    /// States that the evidence of a known fact has to be good enough; an unknown fact is none of
    /// this rule's business, the rule that needs it says so.
    #[inline]
    fn need_grade<T>(&mut self, card: &RuleCard, fact: Fact, known: &Known<T>, required: Grade) {
        if let Some(observed) = known.grade() {
            let outcome = if observed >= required {
                Outcome::Met
            } else {
                Outcome::Missing(fact)
            };
            self.record(card, card.severity(), outcome, || {
                Evidence::new(fact, Reading::Grade { observed, required })
            });
        }
    }

    /// States that a rule lacks a fact.
    #[inline]
    fn miss(&mut self, card: &RuleCard, fact: Fact) {
        self.miss_at(card, card.severity(), fact);
    }

    /// States that a rule of a severity that the policy chose lacks a fact.
    #[inline]
    fn miss_at(&mut self, card: &RuleCard, severity: Severity, fact: Fact) {
        self.record(card, severity, Outcome::Missing(fact), || {
            Evidence::new(fact, Reading::Nothing)
        });
    }

    /// States that a rule has nothing to say about these facts.
    #[inline]
    fn pass_over(&mut self, card: &RuleCard, fact: Fact) {
        self.record(card, card.severity(), Outcome::Inapplicable, || {
            Evidence::new(fact, Reading::Nothing)
        });
    }
}

/// Keeps every finding with its evidence.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    decision: Decision,
    findings: Findings,
}

impl Trace {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self {
            decision: Decision::Permit,
            findings: Findings::new(),
        }
    }

    #[inline]
    pub(crate) fn into_verdict(self) -> Verdict {
        Verdict::of_trace(self.decision, self.findings)
    }

    /// Makes the assessment of a value that these findings allow, or do not.
    pub(crate) fn into_assessment<T>(self, value: Option<T>) -> Assessment<T> {
        Assessment::of_trace(value, self.findings)
    }
}

impl Recorder for Trace {
    #[inline]
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        evidence: impl FnOnce() -> Evidence,
    ) {
        self.decision = self.decision.max(Decision::of(severity, outcome));
        self.findings
            .push(Finding::new(card.id(), severity, outcome, evidence()));
    }
}
