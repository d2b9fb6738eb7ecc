use crate::loyalty::cards::loyalty::LOY_08;
use crate::loyalty::cards::switching::SWC_03;
use crate::loyalty::means::mix::{RebateRecipient, RetentionMeans};
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::{
    Bound, Evidence, Fact, Outcome, Presence, Reading, Recorder, Severity, Subject, Verdict,
};
use crate::vocab::known::{Grade, Graded, Known};
use crate::vocab::set::Set;
use crate::vocab::words::{Instrument, InstrumentEffect, Side};

/// Judges whether a customer may be kept by these means ([`LOY_08`], [`SWC_03`]).
///
/// - Means that make staying pleasant may always be used.
/// - Means that make leaving painful may stand only beside pleasant ones. The customer has to say
///   that it is satisfied. More pain than pleasure is warned of ([`LOY_08`]).
/// - A customer that stays in spite of failures may not be held by pain.
/// - A rebate goes to the customer organization, under a contract and disclosed. A rebate to a
///   person is a kickback ([`SWC_03`]).
///
/// A guess of ours about any of this never decides in favour.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::means::{RetentionMeans, judge_means};
/// use keqing::satisfaction::measurement::SatisfactionState;
/// use keqing::verdict::{Decision, Presence};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::Instrument;
///
/// let points = RetentionMeans::new(Instrument::LoyaltyPoints.into());
/// assert_eq!(judge_means(&points).decision(), Decision::Deny);
///
/// let mut beside = RetentionMeans::new(Instrument::LoyaltyPoints | Instrument::ServiceLevel);
/// assert_eq!(judge_means(&beside).decision(), Decision::Undecided);
/// beside.satisfaction = Known::customer_stated(SatisfactionState::Satisfied);
/// beside.adversity = Known::measured(Presence::Absent);
/// assert_eq!(judge_means(&beside).decision(), Decision::Permit);
/// ```
pub fn judge_means(mix: &RetentionMeans) -> Verdict {
    Verdict::of(|r| consult(mix, r))
}

fn consult<R: Recorder>(mix: &RetentionMeans, r: &mut R) {
    rebate(mix, r);
    let held = mix.held();
    let pain = count(held, InstrumentEffect::Pain);
    balance(pain, count(held, InstrumentEffect::Happy), r);
    if pain == 0 {
        r.pass_over(&LOY_08, Fact::CustomerSatisfaction);
        r.pass_over(&LOY_08, Fact::Adversity);
    } else {
        assess_satisfaction(mix.satisfaction, r);
        not_exploited(mix.adversity, r);
    }
}

/// LOY-08: pain stands beside pleasure, and there is no more of it.
fn balance<R: Recorder>(pain: u32, happy: u32, r: &mut R) {
    if pain == 0 && happy == 0 {
        return r.pass_over(&LOY_08, Fact::InstrumentMix);
    }
    let severity = if happy == 0 {
        Severity::Bar
    } else {
        Severity::Warning
    };
    r.require_at(&LOY_08, severity, pain <= happy, || {
        Evidence::count(Fact::InstrumentMix, pain, Bound::AtMost, happy)
    });
}

/// LOY-08: a customer for whom leaving is made painful is satisfied, by its own word.
fn assess_satisfaction<R: Recorder>(satisfaction: Known<SatisfactionState>, r: &mut R) {
    let (fact, subject) = (Fact::CustomerSatisfaction, Subject::Side(Side::Customer));
    let word = r.require_own_word(&LOY_08, Severity::Bar, fact, satisfaction, || subject);
    if let Some(state) = word {
        let positive = state == SatisfactionState::Satisfied;
        r.require_at(&LOY_08, Severity::Bar, positive, || {
            Evidence::present(fact, positive).of(subject)
        });
    }
}

/// LOY-08: a customer that stays in spite of failures is not held by pain.
fn not_exploited<R: Recorder>(adversity: Known<Presence>, r: &mut R) {
    r.need_at(
        &LOY_08,
        Severity::Bar,
        Fact::Adversity,
        adversity,
        |stays| stays == Presence::Absent,
        |stays| {
            Evidence::absent(Fact::Adversity, stays == Presence::Present)
                .of(Subject::Side(Side::Customer))
        },
    );
}

/// SWC-03: a rebate belongs to the organization, stands in a contract, and is disclosed.
fn rebate<R: Recorder>(mix: &RetentionMeans, r: &mut R) {
    if !mix.held().contains(Instrument::YearEndRebate) {
        return r.pass_over(&SWC_03, Fact::RebateRecipient);
    }
    let rebate = mix.rebate.unwrap_or_default();
    let to_organization = rebate
        .recipient
        .map(|recipient| recipient == RebateRecipient::Organization);
    let holds = |presence| presence == Presence::Present;
    let open = both(rebate.contract.map(holds), rebate.disclosure.map(holds));
    proven(Fact::RebateRecipient, to_organization, r);
    proven(Fact::RebateDisclosure, open, r);
}

/// Counts a breach on any evidence, and a fact in order only on better evidence than our guess.
fn proven<R: Recorder>(fact: Fact, known: Known<bool>, r: &mut R) {
    let required = Grade::CustomerStated;
    let (outcome, evidence) = match known {
        Known::Unknown => (
            Outcome::Missing(fact),
            Evidence::new(fact, Reading::Nothing),
        ),
        Known::Given(Graded { value: true, grade }) if grade < required => {
            let observed = grade;
            let reading = Reading::Grade { observed, required };
            (Outcome::Missing(fact), Evidence::new(fact, reading))
        }
        Known::Given(Graded { value: true, .. }) => (Outcome::Met, Evidence::present(fact, true)),
        Known::Given(_) => (Outcome::Breached, Evidence::present(fact, false)),
    };
    let instrument = Instrument::YearEndRebate;
    r.record(&SWC_03, SWC_03.severity(), outcome, || {
        evidence.of(Subject::Instrument { instrument })
    });
}

/// Returns whether both hold, on the weaker evidence of the two; one that does not settles it.
fn both(one: Known<bool>, other: Known<bool>) -> Known<bool> {
    match (one, other) {
        (Known::Given(one), Known::Given(other)) if one.value && other.value => {
            Known::graded(true, one.grade.min(other.grade))
        }
        (Known::Given(one), _) if !one.value => Known::Given(one),
        (_, Known::Given(other)) if !other.value => Known::Given(other),
        _ => Known::Unknown,
    }
}

fn count(held: Set<Instrument>, effect: InstrumentEffect) -> u32 {
    let of_effect = held
        .iter()
        .filter(|instrument| instrument.effect() == effect);
    u32::try_from(of_effect.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use super::judge_means;
    use crate::loyalty::means::mix::{Rebate, RebateRecipient, RetentionMeans};
    use crate::satisfaction::measurement::SatisfactionState;
    use crate::satisfaction::measurement::SatisfactionState::{Dissatisfied, Met, Satisfied};
    use crate::verdict::Decision;
    use crate::verdict::Decision::{Deny, Permit, Undecided};
    use crate::verdict::Presence::{Absent, Present};
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::words::Instrument;
    use crate::vocab::words::Instrument::{
        Contract, LoyaltyPoints, ProductQuality, ServiceLevel, YearEndRebate,
    };

    fn mix(instruments: Set<Instrument>, satisfaction: Known<SatisfactionState>) -> RetentionMeans {
        RetentionMeans {
            satisfaction,
            adversity: Known::measured(Absent),
            ..RetentionMeans::new(instruments)
        }
    }

    #[track_caller]
    fn gives(mix: &RetentionMeans, decision: Decision, broken: &[&str]) {
        let verdict = judge_means(mix);
        assert_eq!(verdict.decision(), decision, "{verdict:?}");
        let breached = verdict.tally().breached;
        let breached: Vec<String> = breached.iter().map(|rule| rule.to_string()).collect();
        assert_eq!(breached, broken);
        assert!(verdict.findings().len() <= 5);
    }

    #[test]
    fn pain_stands_beside_pleasure_and_never_outweighs_it() {
        let content = Known::customer_stated(Satisfied);
        gives(&mix(Set::empty(), Known::Unknown), Permit, &[]);
        gives(&mix(ServiceLevel.into(), Known::Unknown), Permit, &[]);
        gives(&mix(LoyaltyPoints.into(), content), Deny, &["LOY-08"]);
        gives(&mix(LoyaltyPoints | ServiceLevel, content), Permit, &[]);
        let heavy = LoyaltyPoints | Contract | ServiceLevel;
        gives(&mix(heavy, content), Permit, &["LOY-08"]);
        gives(&mix(heavy | ProductQuality, content), Permit, &[]);
    }

    #[test]
    fn pain_asks_for_the_customers_own_positive_word() {
        let beside = LoyaltyPoints | ServiceLevel;
        let table = [
            (Known::Unknown, Undecided),
            (Known::estimated(Satisfied), Undecided),
            (Known::estimated(Dissatisfied), Undecided),
            (Known::customer_stated(Dissatisfied), Deny),
            (Known::customer_stated(Met), Deny),
            (Known::customer_stated(Satisfied), Permit),
            (Known::measured(Satisfied), Permit),
        ];
        for (satisfaction, decision) in table {
            let broken: &[&str] = if decision == Deny { &["LOY-08"] } else { &[] };
            gives(&mix(beside, satisfaction), decision, broken);
        }
    }

    #[test]
    fn who_stays_in_spite_of_failures_is_not_held_by_pain() {
        let content = Known::customer_stated(Satisfied);
        for (adversity, decision) in [
            (Known::Unknown, Undecided),
            (Known::measured(Absent), Permit),
            (Known::estimated(Present), Deny),
        ] {
            let mut given = mix(LoyaltyPoints | ServiceLevel, content);
            given.adversity = adversity;
            assert_eq!(judge_means(&given).decision(), decision);
            given.instruments = ServiceLevel.into();
            assert_eq!(judge_means(&given).decision(), Permit);
        }
    }

    #[test]
    fn a_rebate_is_the_organizations_in_a_contract_and_disclosed() {
        use RebateRecipient::{Organization, Person};
        let (yes, no) = (Known::measured(Present), Known::measured(Absent));
        let house = Known::measured(Organization);
        let table = [
            (house, yes, yes, Permit),
            (house, no, yes, Deny),
            (house, yes, no, Deny),
            (house, no, Known::Unknown, Deny),
            (house, yes, Known::Unknown, Undecided),
            (house, yes, Known::estimated(Present), Undecided),
            (Known::estimated(Organization), yes, yes, Undecided),
            (Known::Unknown, yes, yes, Undecided),
            (Known::measured(Person), yes, yes, Deny),
            (
                Known::estimated(Person),
                Known::Unknown,
                Known::Unknown,
                Deny,
            ),
        ];
        for (recipient, contract, disclosure, decision) in table {
            let mut given = mix(ServiceLevel.into(), Known::customer_stated(Satisfied));
            given.rebate = Some(Rebate {
                recipient,
                contract,
                disclosure,
            });
            let broken: &[&str] = if decision == Deny { &["SWC-03"] } else { &[] };
            gives(&given, decision, broken);
        }
    }

    #[test]
    fn who_leaves_the_rebate_out_is_not_freer() {
        let content = Known::customer_stated(Satisfied);
        gives(&mix(YearEndRebate | ServiceLevel, content), Undecided, &[]);
        let mut only = mix(Set::empty(), content);
        only.rebate = Some(Rebate::new());
        gives(&only, Deny, &["LOY-08"]);
    }
}
