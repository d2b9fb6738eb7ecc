use chrono::NaiveDate;

use crate::verdict::card::RuleCard;
use crate::verdict::decision::{Decision, Severity};
use crate::verdict::evidence::{Evidence, Reading, Subject};
use crate::verdict::fact::Fact;
use crate::verdict::finding::{Finding, Findings};
use crate::verdict::outcome::Outcome;
use crate::verdict::weight::Weight;
use crate::vocab::known::{Grade, Known};

/// A listener to which rules state their outcomes.
///
/// A check is written once, generic over its recorder, and compiled once for each recorder. Evidence is
/// built only if the recorder keeps it.
pub(crate) trait Recorder {
    /// Records one rule.
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        evidence: impl FnOnce() -> Evidence,
    );

    /// States a rule of the card's own severity that holds or does not.
    #[inline(always)]
    fn require(&mut self, card: &RuleCard, holds: bool, evidence: impl FnOnce() -> Evidence) {
        self.require_at(card, card.severity(), holds, evidence);
    }

    /// States a rule, of a severity that the policy chose, that holds or does not.
    #[inline(always)]
    fn require_at(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        holds: bool,
        evidence: impl FnOnce() -> Evidence,
    ) {
        self.weigh(card, severity, None, holds, evidence);
    }

    /// States the breach of a rule by something that was found.
    #[inline(always)]
    fn refuse(&mut self, card: &RuleCard, evidence: impl FnOnce() -> Evidence) {
        self.weigh(card, card.severity(), None, false, evidence);
    }

    /// States a rule that needs a fact, of any grade.
    #[inline(always)]
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
    #[inline(always)]
    fn need_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        fact: Fact,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        evidence: impl FnOnce(T) -> Evidence,
    ) {
        let holds = known.value().is_some_and(|value| holds(*value));
        let missing = if known.is_known() { None } else { Some(fact) };
        self.weigh(card, severity, missing, holds, || match known.value() {
            Some(value) => evidence(*value),
            None => Evidence::new(fact, Reading::Nothing),
        });
    }

    /// Records a rule that lacks a fact, holds or does not hold.
    #[inline(always)]
    fn weigh(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        missing: Option<Fact>,
        holds: bool,
        evidence: impl FnOnce() -> Evidence,
    ) {
        let outcome = match (missing, holds) {
            (None, true) => Outcome::Met,
            (None, false) => Outcome::Breached,
            (Some(fact), _) => Outcome::Missing(fact),
        };
        self.record(card, severity, outcome, evidence);
    }

    /// Returns the value of a fact if it is somebody's own word or a measurement.
    ///
    /// A fact that is unknown or only guessed is recorded as missing. A fact that is good enough is not
    /// recorded: the caller states the rule with it.
    #[inline(always)]
    fn require_own_word<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        fact: Fact,
        known: Known<T>,
        subject: impl FnOnce() -> Subject,
    ) -> Option<T> {
        let required = Grade::OWN_WORD;
        let reading = match known {
            Known::Given(word) if word.grade >= required => return Some(word.value),
            Known::Given(word) => Reading::Grade {
                observed: word.grade,
                required,
            },
            Known::Unknown => Reading::Nothing,
        };
        self.weigh(card, severity, Some(fact), false, || {
            Evidence::new(fact, reading).of(subject())
        });
        None
    }

    /// States a rule that a fact opens: a guess may breach it, and only somebody's own word or a
    /// measurement meets it.
    ///
    /// A guess that would meet the rule leaves it missing, as an unknown fact does.
    #[inline(always)]
    fn open_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        (fact, subject): (Fact, Subject),
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        evidence: impl FnOnce(T) -> Evidence,
    ) {
        let holds = known.value().is_none_or(|value| holds(*value));
        let value = if holds {
            self.require_own_word(card, severity, fact, known, || subject)
        } else {
            known.into_value()
        };
        if let Some(value) = value {
            self.require_at(card, severity, holds, || evidence(value).of(subject));
        }
    }

    /// States a rule that a guess can breach, and that only somebody's own word or a measurement meets.
    ///
    /// A fact that is unknown, and a guess that would meet the rule, is recorded as missing.
    #[inline(always)]
    fn need_own_word<T: Copy>(
        &mut self,
        card: &RuleCard,
        fact: Fact,
        known: Known<T>,
        subject: Subject,
        holds: impl FnOnce(T) -> bool,
        evidence: impl FnOnce(T) -> Evidence,
    ) {
        let is_breached = known.value().is_some_and(|value| !holds(*value));
        let settled = if is_breached {
            known.into_value()
        } else {
            self.require_own_word(card, card.severity(), fact, known, || subject)
        };
        if let Some(value) = settled {
            self.require(card, !is_breached, || evidence(value).of(subject));
        }
    }

    /// States a rule that opens something: it holds only on somebody's own word or a measurement.
    ///
    /// A guess leaves it missing if it would hold. What closes may be a guess, so the rule is breached by a
    /// fact of any grade.
    #[inline(always)]
    fn need_own_word_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        fact: Fact,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        evidence: impl FnOnce(T) -> Evidence,
    ) {
        let required = Grade::OWN_WORD;
        let holds = known.value().is_some_and(|value| holds(*value));
        let is_own = known.grade() >= Some(required);
        let is_settled = known.is_known() & (is_own | !holds);
        let missing = if is_settled { None } else { Some(fact) };
        self.weigh(card, severity, missing, holds, || match known {
            Known::Given(word) if is_settled => evidence(word.value),
            Known::Given(word) => {
                let observed = word.grade;
                Evidence::new(fact, Reading::Grade { observed, required })
            }
            Known::Unknown => Evidence::new(fact, Reading::Nothing),
        });
    }

    /// States a rule that any knowledge can breach, and that only somebody's own word or a measurement meets.
    ///
    /// What closes may be a guess, and what opens may not. A fact that is unknown is missing, and so is one
    /// that would hold and is only guessed. The fact and its subject stand in the evidence.
    #[inline(always)]
    fn need_about<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        about: Evidence,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        reading: impl FnOnce(T) -> Reading,
    ) {
        let Known::Given(given) = known else {
            self.record(card, severity, Outcome::Missing(about.fact), || about);
            return;
        };
        let (required, observed) = (Grade::OWN_WORD, given.grade);
        let holds = holds(given.value);
        let is_guess = holds && observed < required;
        let missing = is_guess.then_some(about.fact);
        self.weigh(card, severity, missing, holds, || Evidence {
            reading: if is_guess {
                Reading::Grade { observed, required }
            } else {
                reading(given.value)
            },
            ..about
        });
    }

    /// States that the evidence of a known fact is too weak; evidence that is good enough is not recorded.
    ///
    /// An unknown fact is left to the rule that needs it.
    #[inline(always)]
    fn miss_weak<T>(&mut self, card: &RuleCard, fact: Fact, known: &Known<T>, required: Grade) {
        if let Some(observed) = known.grade().filter(|observed| *observed < required) {
            self.record(card, card.severity(), Outcome::Missing(fact), || {
                Evidence::new(fact, Reading::Grade { observed, required })
            });
        }
    }

    /// Returns whether the evidence of a known fact is somebody's own word or a measurement.
    ///
    /// A fact that is only guessed is recorded as missing, and one that is good enough is not recorded.
    #[inline(always)]
    fn require_own_grade(
        &mut self,
        card: &RuleCard,
        fact: Fact,
        observed: Grade,
        subject: Subject,
    ) -> bool {
        let known = Known::graded((), observed);
        self.require_own_word(card, card.severity(), fact, known, || subject)
            .is_some()
    }

    /// States that a rule lacks a fact.
    #[inline(always)]
    fn miss(&mut self, card: &RuleCard, fact: Fact) {
        self.miss_at(card, card.severity(), fact);
    }

    /// States that a rule lacks a fact of somebody or something.
    #[inline(always)]
    fn miss_of(&mut self, card: &RuleCard, fact: Fact, subject: Subject) {
        self.record(card, card.severity(), Outcome::Missing(fact), || {
            Evidence::new(fact, Reading::Nothing).of(subject)
        });
    }

    /// States that a rule lacks a fact of somebody or something, and since when, if it held before.
    #[inline(always)]
    fn miss_since(
        &mut self,
        card: &RuleCard,
        fact: Fact,
        subject: Subject,
        expired: Option<NaiveDate>,
    ) {
        self.record(card, card.severity(), Outcome::Missing(fact), || {
            let reading = expired.map_or(Reading::Nothing, |since| Reading::Expired { since });
            Evidence::new(fact, reading).of(subject)
        });
    }

    /// States that a rule of a severity that the policy chose lacks a fact.
    #[inline(always)]
    fn miss_at(&mut self, card: &RuleCard, severity: Severity, fact: Fact) {
        self.record(card, severity, Outcome::Missing(fact), || {
            Evidence::new(fact, Reading::Nothing)
        });
    }

    /// States the value that a rule found, which is neither met nor breached.
    #[inline(always)]
    fn classify(&mut self, card: &RuleCard, evidence: impl FnOnce() -> Evidence) {
        self.record(card, card.severity(), Outcome::Classified, evidence);
    }

    /// States that a rule does not apply to these facts.
    #[inline(always)]
    fn pass_over(&mut self, card: &RuleCard, fact: Fact) {
        self.record(card, card.severity(), Outcome::Inapplicable, || {
            Evidence::new(fact, Reading::Nothing)
        });
    }
}

/// Writes every finding, with its evidence, into a list.
#[derive(Debug)]
pub(crate) struct Scribe<'a> {
    weight: Weight,
    findings: &'a mut Findings,
}

impl<'a> Scribe<'a> {
    /// Begins to write into a list, after the findings that it has.
    #[inline(always)]
    pub(crate) const fn new(findings: &'a mut Findings) -> Self {
        Self {
            weight: Weight::new(),
            findings,
        }
    }

    /// Returns the decision of the rules recorded so far.
    #[inline(always)]
    pub(crate) const fn decision(&self) -> Decision {
        self.weight.decision()
    }
}

impl Findings {
    /// Makes the list of the rules that the closure records, if no answer is needed.
    pub(crate) fn of(rules: impl FnOnce(&mut Scribe<'_>)) -> Self {
        let mut findings = Self::new();
        rules(&mut Scribe::new(&mut findings));
        findings
    }
}

impl Recorder for Scribe<'_> {
    #[inline(always)]
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        evidence: impl FnOnce() -> Evidence,
    ) {
        self.weight
            .join(severity, outcome.is_missing(), outcome.is_breached());
        self.findings
            .push(Finding::new(card.id(), severity, outcome, evidence()));
    }
}
