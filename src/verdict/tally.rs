use serde::{Deserialize, Serialize};

use crate::verdict::{Decision, Evidence, Outcome, Recorder, RuleCard, RuleSet, Severity};

/// The quick answer (速判): the decision, and which rules were breached or lacked a fact.
///
/// It comes from the same single statement of the rules as the [`Verdict`](crate::verdict::Verdict),
/// without the evidence.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tally {
    /// What the rules say together.
    pub decision: Decision,
    /// The rules that are broken, of any severity.
    pub breached: RuleSet,
    /// The rules that lacked a fact.
    pub missing: RuleSet,
}

impl Tally {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self {
            decision: Decision::Permit,
            breached: RuleSet::EMPTY,
            missing: RuleSet::EMPTY,
        }
    }
}

impl Recorder for Tally {
    #[inline]
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        _: impl FnOnce() -> Evidence,
    ) {
        self.decision = self.decision.max(Decision::of(severity, outcome));
        match outcome {
            Outcome::Breached => self.breached.insert_card(card),
            Outcome::Missing(_) => self.missing.insert_card(card),
            Outcome::Met | Outcome::Inapplicable => {}
        }
    }
}
