use crate::loyalty::bond::BondFacts;
use crate::loyalty::cards::loyalty::LOY_06;
use crate::loyalty::lock_in::LockInLevel;
use crate::verdict::{Assessment, Evidence, Fact, Recorder};
use crate::vocab::known::Grade;
use crate::vocab::words::words;

words! {
    /// The reason for which a customer that keeps buying stays (留下的缘由), LOY-06.
    pub closed enum ReasonToStay {
        /// The customer likes to stay (快乐).
        Happy = "happy", "happy to stay", "乐于留下", "樂於留下";
        /// The customer does not care, and could leave (无所谓).
        Indifferent = "indifferent", "stays and does not care", "留下而无所谓", "留下而無所謂";
        /// The customer would leave if it could (无可奈何).
        Helpless = "helpless", "stays because it has to", "无奈而留", "無奈而留";
    }
}

/// Assesses whether a customer that keeps buying is happy to stay, indifferent or helpless.
///
/// A customer that likes us, and whose satisfaction supports that, is happy to stay. So is a free one
/// that recommends us. A held one has to be attached for that, as in the
/// [`bond`](crate::loyalty::bond::bond()). One that does not like us is helpless if it is held, and
/// indifferent if it is free. Kind words of a held customer that is disappointed time and again are
/// those of a helpless one (SAT-08). A customer that seldom buys does not stay, so there is no value
/// for it. A free customer is never helpless, so LOY-06 is met while its reason is open. A held one that
/// is disappointed time and again is helpless, whatever it feels. A guess that a customer keeps buying may
/// show that it is helpless, and leaves open whether it stays freely.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::bond::{BondFacts, ReasonToStay, reason_to_stay};
/// use keqing::loyalty::lock_in::LockInLevel;
/// use keqing::loyalty::words::Repeat;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::Stance;
///
/// let mut facts = BondFacts::default();
/// facts.kinds.behavioural = Known::measured(Repeat::High);
/// facts.kinds.emotional = Known::customer_stated(Stance::Neutral);
/// facts.lock_in = Some(LockInLevel::High);
/// assert_eq!(reason_to_stay(&facts).value(), Some(&ReasonToStay::Helpless));
/// ```
pub fn reason_to_stay(facts: &BondFacts) -> Assessment<ReasonToStay> {
    Assessment::of(|r| consult(facts, r))
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &BondFacts, r: &mut R) -> Option<ReasonToStay> {
    if !facts.kinds.behavioural.is_known() {
        r.miss(&LOY_06, Fact::RepeatPurchase);
        return None;
    }
    if !facts.kinds.repeats() {
        r.pass_over(&LOY_06, Fact::RepeatPurchase);
        return None;
    }
    let feels = facts.feels();
    let is_captive = facts.at_every_level(|level| facts.is_captive(level));
    let (is_free, fact, reason) = match (feels, facts.lock_in) {
        _ if is_captive && feels != Some(false) => {
            (false, Fact::LoyaltySupport, Some(ReasonToStay::Helpless))
        }
        (Some(true), _) if facts.at_every_level(|level| is_glad(facts, level)) => {
            (true, Fact::EmotionalConnection, Some(ReasonToStay::Happy))
        }
        (Some(false), Some(LockInLevel::High)) => {
            (false, Fact::FreedomToLeave, Some(ReasonToStay::Helpless))
        }
        // A free customer is never helpless, whatever it feels.
        (_, Some(LockInLevel::Low)) => {
            let indifferent = (feels == Some(false)).then_some(ReasonToStay::Indifferent);
            (true, Fact::FreedomToLeave, indifferent)
        }
        _ => {
            open(facts, r);
            return None;
        }
    };
    if is_free && facts.kinds.behavioural.grade() < Some(Grade::OWN_WORD) {
        r.require_grade(&LOY_06, Fact::RepeatPurchase, facts.kinds.behavioural);
        return None;
    }
    r.require(&LOY_06, is_free, || Evidence::present(fact, is_free));
    reason
}

/// Returns whether a customer that likes us stays gladly: a held one has to be attached.
fn is_glad(facts: &BondFacts, level: LockInLevel) -> bool {
    let stands = facts.stands(level) == Some(true);
    stands && (level == LockInLevel::Low || facts.recognition.is_mutual() == Some(true))
}

/// States why a customer may be happy or helpless. The rule does not apply to a held one that is
/// satisfied, and of which one side says that there is no relationship.
fn open<R: Recorder>(facts: &BondFacts, r: &mut R) {
    if facts.feels().is_none() {
        return r.miss(&LOY_06, Fact::AffectiveEvaluation);
    }
    let Some(level) = facts.lock_in else {
        return r.miss(&LOY_06, Fact::FreedomToLeave);
    };
    match (facts.stands(level), facts.recognition.is_mutual()) {
        (Some(true), Some(_)) => r.pass_over(&LOY_06, Fact::Recognition),
        (Some(true), None) => r.miss(&LOY_06, facts.recognition.open()),
        _ => r.miss(&LOY_06, Fact::LoyaltySupport),
    }
}

#[cfg(test)]
mod tests {
    use super::{ReasonToStay, reason_to_stay};
    use crate::loyalty::bond::{BondFacts, Views, bond};
    use crate::loyalty::lock_in::LockInLevel;
    use crate::loyalty::words::Repeat;
    use crate::satisfaction::measurement::LoyaltySupport;
    use crate::verdict::{Fact, Outcome, Presence};
    use crate::vocab::known::Known;
    use crate::vocab::words::{Bond, Stance};

    use LockInLevel::{High, Low};
    use LoyaltySupport::{Supported, Unsupported};

    /// A customer that keeps buying and sees a relationship with us, as we do.
    fn buys(stance: Stance, level: LockInLevel, support: Option<LoyaltySupport>) -> BondFacts {
        let mut facts = BondFacts::default();
        facts.kinds.behavioural = Known::measured(Repeat::High);
        facts.kinds.emotional = Known::customer_stated(stance);
        facts.recognition = Views {
            supplier: Known::measured(Presence::Present),
            customer: Known::customer_stated(Presence::Present),
        };
        facts.lock_in = Some(level);
        facts.support = Known::of(support, crate::vocab::known::Grade::Measured);
        facts
    }

    #[test]
    fn what_makes_it_helpless_is_what_is_named() {
        let table = [
            (Stance::Neutral, High, Fact::FreedomToLeave),
            (Stance::Favourable, High, Fact::LoyaltySupport),
        ];
        for (stance, level, fact) in table {
            let found = reason_to_stay(&buys(stance, level, Some(Unsupported)));
            let named = found
                .findings()
                .breaches()
                .map(|breach| breach.evidence.fact);
            assert!(named.eq([fact]), "{stance} {level}");
        }
    }

    #[test]
    fn a_guess_that_it_keeps_buying_shows_helplessness_alone() {
        let table = [
            (
                Stance::Favourable,
                Low,
                Outcome::Missing(Fact::RepeatPurchase),
                None,
            ),
            (
                Stance::Neutral,
                Low,
                Outcome::Missing(Fact::RepeatPurchase),
                None,
            ),
            (
                Stance::Neutral,
                High,
                Outcome::Breached,
                Some(ReasonToStay::Helpless),
            ),
        ];
        for (stance, level, outcome, reason) in table {
            let mut facts = buys(stance, level, Some(Supported));
            facts.kinds.behavioural = Known::estimated(Repeat::High);
            let found = reason_to_stay(&facts);
            let outcomes = found.findings().iter().map(|finding| finding.outcome);
            assert!(outcomes.eq([outcome]), "{stance} {level}");
            assert_eq!(found.into_value(), reason, "{stance} {level}");
        }
    }

    #[test]
    fn disappointment_holds_nobody_who_is_free() {
        use ReasonToStay::{Happy, Helpless};
        let table = [
            (High, Some(Supported), false, Some(Bond::Mixed), Some(Happy)),
            (
                High,
                Some(Unsupported),
                false,
                Some(Bond::LockedIn),
                Some(Helpless),
            ),
            (
                High,
                Some(Unsupported),
                true,
                Some(Bond::LockedIn),
                Some(Helpless),
            ),
            (High, None, true, None, None),
            (
                Low,
                Some(Supported),
                false,
                Some(Bond::Genuine),
                Some(Happy),
            ),
            (Low, Some(Unsupported), false, None, None),
            (Low, None, false, None, None),
            (
                Low,
                Some(Unsupported),
                true,
                Some(Bond::Genuine),
                Some(Happy),
            ),
            (Low, None, true, Some(Bond::Genuine), Some(Happy)),
        ];
        for (level, support, recommends, expected, reason) in table {
            let mut facts = buys(Stance::Favourable, level, support);
            if recommends {
                facts.kinds.adversity = Known::measured(Presence::Present);
            }
            let found = bond(&facts);
            assert_eq!(found.value().copied(), expected, "{level} {support:?}");
            let is_breached = found.breaches(crate::verdict::RuleId::known("SAT", 8));
            assert_eq!(is_breached, support == Some(Unsupported), "{level}");
            let stays = reason_to_stay(&facts).into_value();
            assert_eq!(stays, reason, "{level} {support:?} {recommends}");
        }
    }

    #[test]
    fn what_every_feeling_leads_to_is_stated() {
        use Outcome::{Breached, Met, Missing};
        let feeling = Fact::AffectiveEvaluation;
        let table = [
            (Some(Low), None, Met, None),
            (Some(Low), Some(Unsupported), Met, None),
            (
                Some(High),
                Some(Unsupported),
                Breached,
                Some(ReasonToStay::Helpless),
            ),
            (Some(High), Some(Supported), Missing(feeling), None),
            (Some(High), None, Missing(feeling), None),
            (None, Some(Unsupported), Missing(feeling), None),
        ];
        for (level, support, expected, reason) in table {
            for stance in [None, Some(Stance::Mixed)] {
                let mut facts = buys(Stance::Mixed, High, support);
                facts.lock_in = level;
                facts.kinds.emotional = stance.map_or(Known::Unknown, Known::customer_stated);
                let found = reason_to_stay(&facts);
                let outcomes = found.findings().iter().map(|finding| finding.outcome);
                assert!(outcomes.eq([expected]), "{level:?} {support:?}");
                assert_eq!(found.into_value(), reason, "{level:?} {support:?}");
            }
        }
    }

    #[test]
    fn what_is_open_is_the_fact_that_is_not_known() {
        use Fact::{AffectiveEvaluation, FreedomToLeave, LoyaltySupport, Recognition};
        let known = buys(Stance::Favourable, High, Some(Supported));
        let (mut unheard, mut unbound, mut unseen, mut unsupported) = (known, known, known, known);
        unheard.kinds.emotional = Known::Unknown;
        (unbound.lock_in, unbound.support) = (None, Known::measured(Unsupported));
        unseen.recognition.customer = Known::Unknown;
        unsupported.support = Known::Unknown;
        for (facts, fact) in [
            (unheard, AffectiveEvaluation),
            (unbound, FreedomToLeave),
            (unseen, Recognition),
            (unsupported, LoyaltySupport),
        ] {
            let found = reason_to_stay(&facts);
            let outcomes = found.findings().iter().map(|finding| finding.outcome);
            assert!(outcomes.eq([Outcome::Missing(fact)]), "{fact} {found:?}");
        }
    }

    #[test]
    fn a_held_customer_without_a_relationship_is_neither_happy_nor_helpless() {
        let mut facts = buys(Stance::Favourable, High, Some(Supported));
        facts.recognition.customer = Known::customer_stated(Presence::Absent);
        assert_eq!(bond(&facts).value(), Some(&Bond::LockedIn));
        let found = reason_to_stay(&facts);
        assert_eq!((found.value(), found.findings().gaps().count()), (None, 0));
        facts.lock_in = Some(Low);
        assert_eq!(bond(&facts).value(), Some(&Bond::None));
        assert_eq!(reason_to_stay(&facts).value(), Some(&ReasonToStay::Happy));
    }
}
