use crate::form::record;
use crate::verdict::card::RuleCard;
use crate::verdict::decision::{Decision, Severity};
use crate::verdict::evidence::Evidence;
use crate::verdict::fact::Fact;
use crate::verdict::outcome::Outcome;
use crate::verdict::recorder::Recorder;
use crate::verdict::rule_set::RuleSet;
use crate::verdict::weight::Weight;
use crate::vocab::known::{Grade, Known};

record! {
    /// The quick answer (速判): the decision, with the rules that were breached or lacked a fact.
    ///
    /// It comes from the same single statement of the rules as the [`Verdict`](crate::verdict::Verdict),
    /// without the evidence.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Tally {
        /// The decision of all rules together.
        pub decision: Decision,
        /// The rules that are breached, of any severity.
        pub breached: RuleSet,
        /// The rules that lacked a fact.
        pub missing: RuleSet,
    }
}

/// A count of the decision and of the two sets of rules.
///
/// The rules of one system share a word of a set, so the bits of that word stay in registers. A
/// rule of another system is kept too.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count<const WORD: usize> {
    weight: Weight,
    breached: u64,
    missing: u64,
    others: [RuleSet; 2],
}

impl<const WORD: usize> Count<WORD> {
    #[inline(always)]
    pub(crate) const fn new() -> Self {
        Self {
            weight: Weight::new(),
            breached: 0,
            missing: 0,
            others: [RuleSet::EMPTY; 2],
        }
    }

    #[inline(always)]
    pub(crate) const fn into_tally(self) -> Tally {
        let [breached, missing] = self.others;
        Tally {
            decision: self.weight.decision(),
            breached: RuleSet::of_word(WORD, self.breached, breached),
            missing: RuleSet::of_word(WORD, self.missing, missing),
        }
    }

    #[inline(always)]
    fn join(&mut self, card: &RuleCard, severity: Severity, missing: bool, breached: bool) {
        self.weight.join(severity, missing, breached);
        let ordinal = card.ordinal();
        if usize::from(ordinal >> 6) == WORD {
            self.breached |= u64::from(breached).wrapping_shl(u32::from(ordinal));
            self.missing |= u64::from(missing).wrapping_shl(u32::from(ordinal));
        } else {
            self.keep_other(card, missing, breached);
        }
    }

    #[cold]
    fn keep_other(&mut self, card: &RuleCard, missing: bool, breached: bool) {
        let [breaches, gaps] = &mut self.others;
        breaches.extend(breached.then_some(card));
        gaps.extend(missing.then_some(card));
    }
}

impl<const WORD: usize> Recorder for Count<WORD> {
    #[inline(always)]
    fn record(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        outcome: Outcome,
        _: impl FnOnce() -> Evidence,
    ) {
        let (missing, breached) = (outcome.is_missing(), outcome.is_breached());
        self.join(card, severity, missing, breached);
    }

    #[inline(always)]
    fn weigh(
        &mut self,
        card: &RuleCard,
        severity: Severity,
        missing: Option<Fact>,
        holds: bool,
        _: impl FnOnce() -> Evidence,
    ) {
        self.join(
            card,
            severity,
            missing.is_some(),
            missing.is_none() & !holds,
        );
    }

    #[inline(always)]
    fn miss_weak<T>(&mut self, card: &RuleCard, _: Fact, known: &Known<T>, required: Grade) {
        let is_weak = known.grade().is_some_and(|observed| observed < required);
        self.join(card, card.severity(), is_weak, false);
    }
}

#[cfg(test)]
mod tests {
    use super::Count;
    use crate::lifecycle::cards::{LIF_07, LIF_12};
    use crate::verdict::decision::{Decision, Severity};
    use crate::verdict::evidence::Evidence;
    use crate::verdict::fact::Fact;
    use crate::verdict::outcome::Outcome;
    use crate::verdict::recorder::Recorder;
    use crate::verdict::rule_set::RuleSet;

    #[test]
    fn a_rule_of_another_system_is_kept_all_the_same() {
        // LIF stands in word 0, so a counter of word 1 hears it as a stranger.
        let mut count = Count::<1>::new();
        let evidence = || Evidence::present(Fact::Partnership, false);
        count.record(&LIF_07, Severity::Bar, Outcome::Breached, evidence);
        count.record(
            &LIF_12,
            Severity::Bar,
            Outcome::Missing(Fact::Share),
            evidence,
        );
        let tally = count.into_tally();
        assert_eq!(tally.decision, Decision::Deny);
        assert_eq!(tally.breached, RuleSet::from_iter([&LIF_07]));
        assert_eq!(tally.missing, RuleSet::from_iter([&LIF_12]));
    }
}
