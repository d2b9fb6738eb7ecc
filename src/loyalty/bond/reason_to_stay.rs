use crate::form::record;
use crate::loyalty::cards::loyalty::LOY_06;
use crate::loyalty::kinds::LoyaltyKinds;
use crate::loyalty::lock_in::LockInLevel;
use crate::satisfaction::measurement::LoyaltySupport;
use crate::verdict::{Assessment, Evidence, Fact, Recorder};
use crate::vocab::known::Known;
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

record! {
    /// The facts by which happy and helpless customers differ (留下的事实).
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct ReasonToStayFacts {
        /// The kinds of loyalty, with repeat purchase and feeling.
        pub kinds: LoyaltyKinds => with_kinds,
        /// The level of lock-in; a customer without an alternative is held.
        pub lock_in: Option<LockInLevel> => with_lock_in,
        /// The loyalty that the customer's satisfaction supports (SAT-08).
        pub support: Known<LoyaltySupport> => with_support,
    }
}

/// Assesses whether a customer that keeps buying is happy to stay, indifferent or helpless.
///
/// A customer that likes us is happy to stay, held or not. One that does not is helpless if it is
/// held, and indifferent if it is free. Kind words of a customer that is dissatisfied time and
/// again are those of a helpless one (SAT-08). While its satisfaction is unknown, they stand. A
/// customer that seldom buys does not stay, so there is no value for it.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::bond::{ReasonToStay, ReasonToStayFacts, reason_to_stay};
/// use keqing::loyalty::lock_in::LockInLevel;
/// use keqing::loyalty::words::Repeat;
/// use keqing::loyalty::words::Stance;
/// use keqing::vocab::known::Known;
///
/// let mut facts = ReasonToStayFacts::default();
/// facts.kinds.behavioural = Known::measured(Repeat::High);
/// facts.kinds.emotional = Known::customer_stated(Stance::Neutral);
/// facts.lock_in = Some(LockInLevel::High);
/// assert_eq!(reason_to_stay(&facts).value(), Some(&ReasonToStay::Helpless));
/// ```
pub fn reason_to_stay(facts: &ReasonToStayFacts) -> Assessment<ReasonToStay> {
    Assessment::of(|r| consult(facts, r))
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &ReasonToStayFacts, r: &mut R) -> Option<ReasonToStay> {
    if !facts.kinds.behavioural.is_known() {
        r.miss(&LOY_06, Fact::RepeatPurchase);
        return None;
    }
    if !facts.kinds.repeats() {
        r.pass_over(&LOY_06, Fact::RepeatPurchase);
        return None;
    }
    let feeling = facts.kinds.feeling();
    let Some(stance) = feeling.value() else {
        r.miss(&LOY_06, Fact::AffectiveEvaluation);
        return None;
    };
    let is_unsupported = facts.support.value() == Some(&LoyaltySupport::Unsupported);
    let reason = match (stance.is_favourable(), is_unsupported, facts.lock_in) {
        (true, false, _) => Some(ReasonToStay::Happy),
        (true, true, _) | (false, _, Some(LockInLevel::High)) => Some(ReasonToStay::Helpless),
        (false, _, Some(LockInLevel::Low)) => Some(ReasonToStay::Indifferent),
        (false, _, None) => None,
    };
    let Some(reason) = reason else {
        r.miss(&LOY_06, Fact::FreedomToLeave);
        return None;
    };
    let is_free = reason != ReasonToStay::Helpless;
    r.require(&LOY_06, is_free, || match reason {
        ReasonToStay::Happy => Evidence::present(Fact::EmotionalConnection, true),
        _ if stance.is_favourable() => Evidence::present(Fact::LoyaltySupport, false),
        _ => Evidence::present(Fact::FreedomToLeave, is_free),
    });
    Some(reason)
}

#[cfg(test)]
mod tests {
    use super::{Fact, Known, LoyaltySupport, ReasonToStayFacts, reason_to_stay};
    use crate::loyalty::lock_in::LockInLevel;
    use crate::loyalty::words::Repeat;
    use crate::loyalty::words::Stance;

    #[test]
    fn what_makes_it_helpless_is_what_is_named() {
        let table = [
            (Stance::Neutral, LockInLevel::High, Fact::FreedomToLeave),
            (Stance::Favourable, LockInLevel::High, Fact::LoyaltySupport),
            (Stance::Favourable, LockInLevel::Low, Fact::LoyaltySupport),
        ];
        for (stance, level, fact) in table {
            let mut facts = ReasonToStayFacts::default();
            facts.kinds.behavioural = Known::measured(Repeat::High);
            facts.kinds.emotional = Known::customer_stated(stance);
            facts.lock_in = Some(level);
            facts.support = Known::measured(LoyaltySupport::Unsupported);
            let found = reason_to_stay(&facts);
            let named = found
                .findings()
                .breaches()
                .map(|breach| breach.evidence.fact);
            assert!(named.eq([fact]), "{stance} {level}");
        }
    }
}
