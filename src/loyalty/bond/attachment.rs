//! The attachment of the customer: one statement of it, on which the bond, the pattern and the reason to
//! stay all rest.

use crate::loyalty::bond::BondFacts;
use crate::loyalty::lock_in::LockInLevel;
use crate::satisfaction::measurement::LoyaltySupport;
use crate::verdict::{Fact, Presence};
use crate::vocab::known::{Grade, Known};
use crate::vocab::words::Stance;

/// The liking of a customer, as far as it tells why the customer buys or stays.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Liking {
    /// The customer is attached.
    Attached,
    /// The customer does not like us, or is held in spite of one disappointment after the other.
    Cold,
    /// The customer likes us, and one side says that there is no relationship.
    Unrecognised,
    /// A fact is missing.
    Open(Fact),
}

impl BondFacts {
    /// Returns the feeling of the customer: its word, or that it would miss us if it never spoke of its
    /// feeling.
    #[inline(always)]
    pub(crate) fn affect(&self) -> Known<Stance> {
        let said = self.kinds.feeling();
        match (said, self.misses) {
            (Known::Unknown, Known::Given(misses))
                if self.kinds.is_silent()
                    && misses.value == Presence::Present
                    && misses.grade >= Grade::OWN_WORD =>
            {
                Known::graded(Stance::Favourable, misses.grade)
            }
            _ => said,
        }
    }

    /// Returns whether the customer likes us; people who differ leave it open.
    #[inline(always)]
    pub(crate) fn feels(&self) -> Option<bool> {
        match self.affect().value()? {
            Stance::Favourable => Some(true),
            Stance::Mixed => None,
            Stance::Neutral | Stance::Unfavourable => Some(false),
        }
    }

    /// Returns whether a held customer stays in spite of one disappointment after the other.
    #[inline(always)]
    pub(crate) fn is_captive(&self, level: LockInLevel) -> bool {
        level == LockInLevel::High && self.support.value() == Some(&LoyaltySupport::Unsupported)
    }

    /// Returns whether kind words of the customer stand, as satisfaction and freedom let them (SAT-08).
    ///
    /// A guess of ours that it is satisfied does not suffice. A free customer that recommends us needs
    /// no support.
    #[inline(always)]
    pub(crate) fn stands(&self, level: LockInLevel) -> Option<bool> {
        let own = self.support.grade() >= Some(Grade::OWN_WORD);
        match (self.support.value(), level) {
            (Some(LoyaltySupport::Supported), _) if own => Some(true),
            (Some(LoyaltySupport::Unsupported), LockInLevel::High) => Some(false),
            (_, LockInLevel::Low) if self.kinds.recommends() => Some(true),
            _ => None,
        }
    }

    /// Returns whether the customer is attached, under a level of lock-in.
    #[inline(always)]
    pub(crate) fn is_attached(&self, level: LockInLevel) -> Option<bool> {
        match (self.feels(), self.recognition.is_mutual()) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => self.stands(level),
            // Whatever is still to be learnt, the customer is held in spite of its disappointments.
            _ => self.is_captive(level).then_some(false),
        }
    }

    /// Returns whether the customer is attached, if every level of lock-in that it may have says the same.
    #[inline(always)]
    pub(crate) fn attachment(&self) -> Option<bool> {
        let of = |level| self.is_attached(level);
        let Some(level) = self.lock_in else {
            let low = of(LockInLevel::Low)?;
            return Some(low).filter(|_| of(LockInLevel::High) == Some(low));
        };
        of(level)
    }

    /// Returns whether a fact of the customer holds under every level of lock-in that it may have.
    #[inline(always)]
    pub(crate) fn at_every_level(&self, holds: impl Fn(LockInLevel) -> bool) -> bool {
        match self.lock_in {
            Some(level) => holds(level),
            None => LockInLevel::ALL.into_iter().all(holds),
        }
    }

    /// Returns the liking of the customer.
    #[inline(always)]
    pub(crate) fn liking(&self) -> Liking {
        let feels = self.feels();
        if feels == Some(false) || self.at_every_level(|level| self.is_captive(level)) {
            return Liking::Cold;
        }
        let is_attached = |level| self.is_attached(level) == Some(true);
        if self.at_every_level(is_attached) {
            return Liking::Attached;
        }
        // Whether such a customer is held in spite of its disappointments has to be known.
        let is_no_captive = |level| level == LockInLevel::Low || self.stands(level) == Some(true);
        match (feels, self.recognition.is_mutual()) {
            (Some(true), Some(false)) if self.at_every_level(is_no_captive) => Liking::Unrecognised,
            _ => Liking::Open(self.open()),
        }
    }

    /// Returns the fact that leaves the bond open: the feeling, then a view, then satisfaction, then
    /// lock-in.
    pub(crate) fn open(&self) -> Fact {
        let stands = |level| self.stands(level).is_some();
        let mutual = self.recognition.is_mutual();
        if self.feels().is_none() {
            Fact::EmotionalConnection
        } else if mutual.is_none() {
            self.recognition.open()
        } else if (mutual == Some(true) || self.lock_in.is_some()) && !self.at_every_level(stands) {
            Fact::LoyaltySupport
        } else {
            Fact::FreedomToLeave
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use crate::loyalty::bond::{BondFacts, Views, bond};
    use crate::loyalty::lock_in::LockInLevel::{self, High, Low};
    use crate::satisfaction::measurement::LoyaltySupport::{self, Supported, Unsupported};
    use crate::verdict::Outcome::{self, Breached, Met, Missing};
    use crate::verdict::{Assessment, Fact, Presence, Reading, RuleId};
    use crate::vocab::known::Known;
    use crate::vocab::words::Bond;
    use crate::vocab::words::Stance::{self, Favourable, Mixed, Unfavourable};

    fn judged(found: &Assessment<Bond>) -> Vec<(Outcome, Reading)> {
        let of_rule = found.findings().iter().filter(|one| {
            one.rule == RuleId::known("GEN", 1) && one.outcome != Outcome::Classified
        });
        of_rule
            .map(|one| (one.outcome, one.evidence.reading))
            .collect()
    }

    /// The reading of a finding: where its people differ, it says how they feel.
    fn reading(outcome: Outcome, stance: Option<Stance>) -> Reading {
        match (outcome, stance) {
            (Missing(_), Some(observed @ Mixed)) => {
                let required = Favourable;
                Reading::Stance { observed, required }
            }
            (Missing(_), _) => Reading::Nothing,
            _ => Reading::present(outcome == Met),
        }
    }

    #[test]
    fn attachment_is_settled_by_what_every_level_of_lock_in_says() {
        type Row = (
            Option<Stance>,
            Option<Presence>,
            Option<LoyaltySupport>,
            Option<LockInLevel>,
            Outcome,
        );
        let (seen, denied) = (Some(Presence::Present), Some(Presence::Absent));
        let (feels, support) = (Fact::EmotionalConnection, Fact::LoyaltySupport);
        let table: [Row; 11] = [
            (Some(Unfavourable), None, None, None, Breached),
            (None, denied, None, None, Breached),
            (Some(Favourable), seen, Some(Supported), None, Met),
            (
                Some(Favourable),
                seen,
                Some(Unsupported),
                None,
                Missing(support),
            ),
            (Some(Favourable), seen, None, None, Missing(support)),
            (
                Some(Favourable),
                None,
                Some(Supported),
                None,
                Missing(Fact::Recognition),
            ),
            (None, seen, Some(Supported), None, Missing(feels)),
            (Some(Mixed), seen, Some(Supported), None, Missing(feels)),
            (None, None, Some(Unsupported), None, Missing(feels)),
            (None, None, Some(Unsupported), Some(High), Breached),
            (
                Some(Favourable),
                seen,
                Some(Unsupported),
                Some(Low),
                Missing(support),
            ),
        ];
        for (stance, view, support, lock_in, expected) in table {
            let mut facts = BondFacts::default();
            facts.kinds.emotional = stance.map_or(Known::Unknown, Known::customer_stated);
            facts.recognition = Views {
                supplier: Known::measured(Presence::Present),
                customer: view.map_or(Known::Unknown, Known::customer_stated),
            };
            facts.support = support.map_or(Known::Unknown, Known::measured);
            facts.lock_in = lock_in;
            let found = bond(&facts);
            let (expected, judged) = ((expected, reading(expected, stance)), judged(&found));
            assert_eq!(judged, [expected], "{facts:?}");
        }
    }
}
