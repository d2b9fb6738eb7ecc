use chrono::NaiveDate;

use crate::verdict::about::About;
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

    /// Returns the value of a fact if its grade opens.
    ///
    /// A fact that is unknown or too weak is recorded as missing. A fact that is good enough is not
    /// recorded: the caller states the rule with it.
    #[inline(always)]
    fn require_grade<T: Copy>(
        &mut self,
        card: &RuleCard,
        about: impl Into<About>,
        known: Known<T>,
    ) -> Option<T> {
        self.require_grade_at(card, card.severity(), about, known)
    }

    /// Returns the value of a fact if its grade opens, and states a gap of a severity that the policy chose.
    #[inline(always)]
    fn require_grade_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        about: impl Into<About>,
        known: Known<T>,
    ) -> Option<T> {
        let about = about.into();
        let required = about.required;
        let reading = match known {
            Known::Given(word) if word.grade >= required => return Some(word.value),
            Known::Given(word) => Reading::Grade {
                observed: word.grade,
                required,
            },
            Known::Unknown => Reading::Nothing,
        };
        self.weigh(card, severity, Some(about.fact), false, || {
            about.reads(reading)
        });
        None
    }

    /// States a rule that any knowledge can breach, and that only a fact of the grade that opens meets.
    ///
    /// What closes may be a guess, and what opens may not. A fact that is unknown is missing, and so is one
    /// that would meet the rule and is too weak. The fact and its subject stand in the evidence.
    #[inline(always)]
    fn open<T: Copy>(
        &mut self,
        card: &RuleCard,
        about: impl Into<About>,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        reading: impl FnOnce(T) -> Reading,
    ) {
        self.open_at(card, card.severity(), about, known, holds, reading);
    }

    /// States a rule that any knowledge can breach, of a severity that the policy chose.
    #[inline(always)]
    fn open_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        about: impl Into<About>,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        reading: impl FnOnce(T) -> Reading,
    ) {
        let about = about.into();
        let is_breached = known.value().is_some_and(|value| !holds(*value));
        let is_settled = is_breached | about.opens(known.grade());
        self.settle(
            card,
            severity,
            about,
            known,
            (is_settled, !is_breached),
            reading,
        );
    }

    /// States a rule, of a severity that the policy chose, that only a fact of the grade that opens meets or
    /// breaches. The fact is missing if it is unknown or too weak, whatever it says.
    #[inline(always)]
    fn hear_at<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        about: impl Into<About>,
        known: Known<T>,
        holds: impl FnOnce(T) -> bool,
        reading: impl FnOnce(T) -> Reading,
    ) {
        let about = about.into();
        let holds = known.value().is_some_and(|value| holds(*value));
        let is_settled = about.opens(known.grade());
        self.settle(card, severity, about, known, (is_settled, holds), reading);
    }

    /// Records a rule by a fact: whether the fact settles it, and whether it then holds.
    #[inline(always)]
    fn settle<T: Copy>(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        about: About,
        known: Known<T>,
        (is_settled, holds): (bool, bool),
        reading: impl FnOnce(T) -> Reading,
    ) {
        let missing = if is_settled { None } else { Some(about.fact) };
        self.weigh(card, severity, missing, holds, || {
            about.reads(match known {
                Known::Given(given) if is_settled => reading(given.value),
                Known::Given(given) => Reading::Grade {
                    observed: given.grade,
                    required: about.required,
                },
                Known::Unknown => Reading::Nothing,
            })
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
