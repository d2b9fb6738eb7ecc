use crate::loyalty::bond::BondFacts;
use crate::loyalty::cards::loyalty::LOY_06;
use crate::loyalty::lock_in::LockInLevel;
use crate::verdict::{Assessment, Evidence, Fact, Recorder};
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
/// for it.
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
    let Some(feels) = facts.feels() else {
        r.miss(&LOY_06, Fact::AffectiveEvaluation);
        return None;
    };
    let reason = match (feels, facts.lock_in) {
        (false, Some(LockInLevel::High)) => ReasonToStay::Helpless,
        (false, Some(LockInLevel::Low)) => ReasonToStay::Indifferent,
        (false, None) => {
            r.miss(&LOY_06, Fact::FreedomToLeave);
            return None;
        }
        (true, Some(level)) if facts.is_captive(level) => ReasonToStay::Helpless,
        (true, _) if facts.at_every_level(|level| is_glad(facts, level)) => ReasonToStay::Happy,
        (true, _) => {
            open(facts, r);
            return None;
        }
    };
    let is_free = reason != ReasonToStay::Helpless;
    r.require(&LOY_06, is_free, || match reason {
        ReasonToStay::Happy => Evidence::present(Fact::EmotionalConnection, true),
        _ if feels => Evidence::present(Fact::LoyaltySupport, false),
        _ => Evidence::present(Fact::FreedomToLeave, is_free),
    });
    Some(reason)
}

/// Returns whether a customer that likes us stays gladly: a held one has to be attached.
fn is_glad(facts: &BondFacts, level: LockInLevel) -> bool {
    let stands = facts.stands(level) == Some(true);
    stands && (level == LockInLevel::Low || facts.recognition.is_mutual() == Some(true))
}

/// States why a customer that likes us may be happy or helpless. The rule does not apply to a held one
/// that is satisfied, and of which one side says that there is no relationship.
fn open<R: Recorder>(facts: &BondFacts, r: &mut R) {
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
    use crate::verdict::{Fact, Presence};
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
