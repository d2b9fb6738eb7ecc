use crate::loyalty::bond::BondFacts;
use crate::loyalty::bond::attachment::Liking;
use crate::loyalty::cards::genuine::GEN_14;
use crate::loyalty::cards::loyalty::{LOY_01, LOY_02, LOY_04};
use crate::loyalty::kinds::Trend;
use crate::loyalty::kinds::word::whose;
use crate::loyalty::words::Repeat;
use crate::verdict::{Assessment, Evidence, Fact, Found, Reading, Recorder};
use crate::vocab::answers::LoyaltyPattern;
use crate::vocab::words::Stance;

/// Assesses the pattern of attachment and repeat purchase in which a customer stands (LOY-01).
///
/// Both have to be known. Attachment is that of the [`bond`](crate::loyalty::bond::bond()), so the two
/// never disagree. A customer that likes us, and of which one side says that there is no
/// relationship, stands in no pattern. A customer that keeps buying without feeling, or whose feeling
/// fades, repeats mechanically (GEN-14).
///
/// # Examples
///
/// ```
/// use keqing::loyalty::bond::{BondFacts, pattern};
/// use keqing::loyalty::words::Repeat;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::answers::LoyaltyPattern;
/// use keqing::vocab::words::Stance;
///
/// let mut facts = BondFacts::default();
/// facts.kinds.behavioural = Known::measured(Repeat::High);
/// assert_eq!(pattern(&facts).value(), None);
/// facts.kinds.emotional = Known::customer_stated(Stance::Neutral);
/// assert_eq!(pattern(&facts).value(), Some(&LoyaltyPattern::Spurious));
/// ```
pub fn pattern(facts: &BondFacts) -> Assessment<LoyaltyPattern> {
    Assessment::of(|r| consult(facts, r))
}

#[inline(always)]
pub(crate) fn consult<R: Recorder>(facts: &BondFacts, r: &mut R) -> Option<LoyaltyPattern> {
    let repeat = facts.kinds.behavioural;
    if !repeat.is_known() {
        r.miss(&LOY_02, Fact::Retention);
    }
    if !facts.affect().is_known() {
        r.miss(&LOY_04, Fact::AffectiveEvaluation);
    }
    match repeat.value() {
        Some(Repeat::High) => mechanical(facts, r),
        Some(Repeat::Low) => r.pass_over(&GEN_14, Fact::RepeatPurchase),
        None => r.miss(&GEN_14, Fact::RepeatPurchase),
    }
    let pattern = match (facts.liking(), repeat.value()) {
        (Liking::Attached, Some(Repeat::High)) => LoyaltyPattern::Loyal,
        (Liking::Attached, Some(Repeat::Low)) => LoyaltyPattern::Latent,
        (Liking::Cold, Some(Repeat::High)) => LoyaltyPattern::Spurious,
        (Liking::Cold, Some(Repeat::Low)) => LoyaltyPattern::None,
        (Liking::Unrecognised, _) => {
            r.pass_over(&LOY_01, Fact::Recognition);
            return None;
        }
        (Liking::Open(fact), _) => {
            r.miss(&LOY_01, fact);
            return None;
        }
        (Liking::Attached | Liking::Cold, None) => {
            r.miss(&LOY_01, Fact::Retention);
            return None;
        }
    };
    r.classify(&LOY_01, || {
        Evidence::found(Fact::LoyaltyPattern, Found::word(pattern))
    });
    Some(pattern)
}

/// GEN-14: repetition needs feeling that does not fade.
#[inline(always)]
fn mechanical<R: Recorder>(facts: &BondFacts, r: &mut R) {
    let fades = facts.kinds.trend == Some(Trend::Falling);
    if fades
        && facts
            .affect()
            .value()
            .is_none_or(|stance| stance.is_favourable())
    {
        r.refuse(&GEN_14, || Evidence::absent(Fact::FadingFeeling, true));
        return;
    }
    r.need(
        &GEN_14,
        Fact::AffectiveEvaluation,
        facts.affect(),
        |stance| stance.is_favourable(),
        |observed| {
            let by = facts.kinds.voices.evaluation;
            let required = Stance::Favourable;
            let reading = Reading::Stance { observed, required };
            let subject = whose(by.and_then(|spread| spread.worst_by));
            Evidence::new(Fact::AffectiveEvaluation, reading).of(subject)
        },
    );
}

#[cfg(test)]
mod tests {
    use super::pattern;
    use crate::loyalty::bond::BondFacts;
    use crate::loyalty::kinds::Trend;
    use crate::loyalty::words::Repeat;
    use crate::verdict::Outcome::{Breached, Met, Missing};
    use crate::verdict::{Fact, RuleId};
    use crate::vocab::known::Known;
    use crate::vocab::words::Stance;

    #[test]
    fn a_feeling_that_fades_is_no_reason_to_stay_whatever_it_is() {
        let (liked, disliked) = (Some(Stance::Favourable), Some(Stance::Unfavourable));
        let (feeling, falls) = (Fact::AffectiveEvaluation, Some(Trend::Falling));
        for (stance, trend, outcome, fact) in [
            (liked, None, Met, feeling),
            (liked, falls, Breached, Fact::FadingFeeling),
            (None, falls, Breached, Fact::FadingFeeling),
            (disliked, falls, Breached, feeling),
            (disliked, None, Breached, feeling),
            (None, None, Missing(feeling), feeling),
        ] {
            let mut facts = BondFacts::default();
            facts.kinds.behavioural = Known::measured(Repeat::High);
            facts.kinds.emotional = stance.map_or(Known::Unknown, Known::customer_stated);
            facts.kinds.trend = trend;
            let found = pattern(&facts);
            let mechanical = found.findings().iter();
            let mechanical = mechanical.filter(|one| one.rule == RuleId::known("GEN", 14));
            let told = mechanical.map(|one| (one.outcome, one.evidence.fact));
            assert!(told.eq([(outcome, fact)]), "{stance:?} {trend:?}");
        }
    }
}
