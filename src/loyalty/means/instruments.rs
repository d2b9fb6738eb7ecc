use chrono::NaiveDate;

use crate::loyalty::cards::loyalty::LOY_08;
use crate::loyalty::cards::switching::SWC_03;
use crate::loyalty::day::{Day, lapsed};
use crate::loyalty::means::mix::{Ended, Mix, RebateRecipient, RetentionMeans};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::{
    Bound, Evidence, Fact, Outcome, Presence, Reading, Recorder, Subject, Verdict,
};
use crate::vocab::known::{Grade, Graded, Known};
use crate::vocab::set::Set;
use crate::vocab::words::{Instrument, InstrumentEffect, Side};

/// Judges whether a customer may be kept by these means ([`LOY_08`], [`SWC_03`]).
///
/// - Means that make staying pleasant may always be used. So may an ordinary contract, points and a
///   rebate in order: they hold the customer, and give it something.
/// - Means that make leaving costly and give nothing are pain. There should be no more of them than of
///   pleasant ones. A customer that is dissatisfied, or that stays in spite of failures, should not be
///   held by pain. All of that is warned of, and never refused ([`LOY_08`]).
/// - A rebate goes to the customer organization, under a contract and disclosed. A rebate to a
///   person is a kickback, and refused. The three means that make switching dearer are named
///   ([`SWC_03`]).
///
/// The gains that people draw from the means are judged apart, by the gate of integrity
/// ([`judge_gain`](crate::party::integrity::judge_gain)).
///
/// A guess of ours about any of this never decides in favour. A statement counts for as long as the policy
/// lets a word count, and one that has expired is missing.
///
/// # Examples
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::means::{RetentionMeans, judge_means};
/// use keqing::satisfaction::measurement::SatisfactionState;
/// use keqing::verdict::{Decision, Presence};
/// use keqing::vocab::known::Stated;
/// use keqing::vocab::words::Instrument;
///
/// let policy = LoyaltyPolicy::standard();
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let mut mix = RetentionMeans::new(Instrument::Contract | Instrument::ServiceLevel);
/// assert_eq!(judge_means(&policy, &mix, today).findings().breaches().count(), 0);
///
/// mix.instruments = Instrument::ExitBarrier | Instrument::ServiceLevel;
/// mix.satisfaction = Stated::customer_stated(SatisfactionState::Dissatisfied);
/// mix.adversity = Stated::measured(Presence::Absent);
/// let verdict = judge_means(&policy, &mix, today);
/// assert_eq!(verdict.decision(), Decision::Permit);
/// assert!(verdict.tally().breached.contains("LOY-08".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_means(policy: &LoyaltyPolicy, mix: &RetentionMeans, as_of: NaiveDate) -> Verdict {
    let day = Day::of(policy, as_of);
    judge(&mix.read(day), mix.ended(day))
}

/// Judges the means on a day, beside the first days without a fact.
pub(crate) fn judge(mix: &Mix, ended: Ended) -> Verdict {
    Verdict::of(|r| consult(mix, ended, r))
}

fn consult<R: Recorder>(mix: &Mix, ended: Ended, r: &mut R) {
    rebate(mix, r);
    dearer(mix.held(), r);
    let held = mix.held();
    let pain = count(held, InstrumentEffect::Pain);
    if pain == 0 {
        return r.pass_over(&LOY_08, Fact::InstrumentMix);
    }
    let happy = count(held, InstrumentEffect::Happy);
    r.require(&LOY_08, pain <= happy, || {
        Evidence::count(Fact::InstrumentMix, pain, Bound::AtMost, happy)
    });
    content(mix.satisfaction, ended.satisfaction, r);
    not_exploited(mix.adversity, ended.adversity, r);
}

/// SWC-03: the three means that make switching dearer, each in use or not.
fn dearer<R: Recorder>(held: Set<Instrument>, r: &mut R) {
    for instrument in [
        Instrument::DifferentiatedProduct,
        Instrument::TechnicalBarrier,
        Instrument::YearEndRebate,
    ] {
        let is_used = Presence::of(held.contains(instrument));
        r.classify(&SWC_03, || {
            Evidence::found(Fact::LockInInstrument, is_used).of(Subject::Instrument { instrument })
        });
    }
}

/// LOY-08: a customer for whom leaving is made painful got what it expected, by its own word.
fn content<R: Recorder>(
    satisfaction: Known<SatisfactionState>,
    ended: Option<NaiveDate>,
    r: &mut R,
) {
    let (fact, customer) = (Fact::CustomerSatisfaction, Subject::Side(Side::Customer));
    if lapsed(&LOY_08, (fact, customer), &satisfaction, ended, r) {
        return;
    }
    let is_content = |state| state >= SatisfactionState::Met;
    r.open(
        &LOY_08,
        (fact, customer),
        satisfaction,
        is_content,
        |state| Reading::present(is_content(state)),
    );
}

/// LOY-08: a customer that stays in spite of failures is not held by pain.
fn not_exploited<R: Recorder>(adversity: Known<Presence>, ended: Option<NaiveDate>, r: &mut R) {
    let (fact, customer) = (Fact::Adversity, Subject::Side(Side::Customer));
    if lapsed(&LOY_08, (fact, customer), &adversity, ended, r) {
        return;
    }
    let is_absent = |stays: Presence| !stays.is_present();
    r.open(&LOY_08, (fact, customer), adversity, is_absent, |stays| {
        Reading::absent(stays.is_present())
    });
}

/// SWC-03: a rebate belongs to the organization, stands in a contract, and is disclosed.
fn rebate<R: Recorder>(mix: &Mix, r: &mut R) {
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
    let required = Grade::OWN_WORD;
    let (outcome, evidence) = match known {
        Known::Unknown => (
            Outcome::Missing(fact),
            Evidence::new(fact, Reading::Nothing),
        ),
        Known::Given(Graded {
            value: true, grade, ..
        }) if grade < required => {
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

    use super::{Ended, Mix, judge};
    use crate::loyalty::means::mix::{Rebate, RebateRecipient};
    use crate::satisfaction::measurement::SatisfactionState;
    use crate::satisfaction::measurement::SatisfactionState::{Dissatisfied, Met, Satisfied};
    use crate::verdict::Decision;
    use crate::verdict::Decision::{Deny, Permit, Undecided};
    use crate::verdict::Presence::{Absent, Present};
    use crate::vocab::known::Known;
    use crate::vocab::set::Set;
    use crate::vocab::words::Instrument;
    use crate::vocab::words::Instrument::{
        Contract, ExitBarrier, LoyaltyPoints, ProductQuality, ServiceLevel, TechnicalBarrier,
        YearEndRebate,
    };

    fn mix(instruments: Set<Instrument>, satisfaction: Known<SatisfactionState>) -> Mix {
        Mix {
            satisfaction,
            adversity: Known::measured(Absent),
            ..Mix::new(instruments)
        }
    }

    /// The decision, the rules that are breached, and those that lack a fact.
    #[track_caller]
    fn gives(mix: &Mix, decision: Decision, broken: &[&str], missing: &[&str]) {
        let verdict = judge(mix, Ended::default());
        assert_eq!(verdict.decision(), decision, "{verdict:?}");
        let tally = verdict.tally();
        let ids = |rules: crate::verdict::RuleSet| -> Vec<String> {
            rules.iter().map(|rule| rule.to_string()).collect()
        };
        assert_eq!(ids(tally.breached), broken, "{verdict:?}");
        assert_eq!(ids(tally.missing), missing, "{verdict:?}");
        assert!(verdict.findings().len() <= 8);
    }

    #[test]
    fn pain_stands_beside_pleasure_and_should_not_outweigh_it() {
        let content = Known::customer_stated(Satisfied);
        let table: [(Set<Instrument>, &[&str]); 6] = [
            (Set::empty(), &[]),
            (ExitBarrier.into(), &["LOY-08"]),
            (ExitBarrier | ServiceLevel, &[]),
            (ExitBarrier | TechnicalBarrier | ServiceLevel, &["LOY-08"]),
            (
                ExitBarrier | TechnicalBarrier | ServiceLevel | ProductQuality,
                &[],
            ),
            // What gives something is no pain by itself.
            (Contract | LoyaltyPoints, &[]),
        ];
        for (instruments, broken) in table {
            gives(&mix(instruments, content), Permit, broken, &[]);
        }
    }

    #[test]
    fn a_dissatisfied_customer_should_not_be_held_by_pain() {
        let table: [(Known<SatisfactionState>, &[&str], &[&str]); 7] = [
            (Known::Unknown, &[], &["LOY-08"]),
            (Known::estimated(Satisfied), &[], &["LOY-08"]),
            (Known::estimated(Dissatisfied), &["LOY-08"], &[]),
            (Known::customer_stated(Dissatisfied), &["LOY-08"], &[]),
            (Known::customer_stated(Met), &[], &[]),
            (Known::customer_stated(Satisfied), &[], &[]),
            (Known::measured(Satisfied), &[], &[]),
        ];
        for (satisfaction, broken, missing) in table {
            let pain = mix(ExitBarrier | ServiceLevel, satisfaction);
            gives(&pain, Permit, broken, missing);
            gives(
                &mix(Contract | ServiceLevel, satisfaction),
                Permit,
                &[],
                &[],
            );
        }
    }

    #[test]
    fn who_stays_in_spite_of_failures_should_not_be_held_by_pain() {
        let table: [(_, &[&str], &[&str]); 4] = [
            (Known::Unknown, &[], &["LOY-08"]),
            (Known::estimated(Absent), &[], &["LOY-08"]),
            (Known::measured(Absent), &[], &[]),
            (Known::estimated(Present), &["LOY-08"], &[]),
        ];
        for (adversity, broken, missing) in table {
            let mut given = mix(
                ExitBarrier | ServiceLevel,
                Known::customer_stated(Satisfied),
            );
            given.adversity = adversity;
            gives(&given, Permit, broken, missing);
            // A loyal customer may have a contract.
            given.instruments = Contract | ServiceLevel;
            gives(&given, Permit, &[], &[]);
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
            let mut given = mix(ServiceLevel.into(), Known::customer_stated(Met));
            given.rebate = Some(Rebate {
                recipient,
                contract,
                disclosure,
            });
            let verdict = judge(&given, Ended::default());
            assert_eq!(verdict.decision(), decision, "{verdict:?}");
            let broken = verdict
                .findings()
                .breaches()
                .map(|one| one.rule.to_string());
            assert!(broken.eq((decision == Deny).then_some("SWC-03")));
        }
    }

    #[test]
    fn who_leaves_the_rebate_out_is_not_freer() {
        let content = Known::customer_stated(Satisfied);
        let held = mix(YearEndRebate | ServiceLevel, content);
        gives(&held, Undecided, &[], &["SWC-03"]);
        let mut only = mix(Set::empty(), content);
        only.rebate = Some(Rebate::new());
        gives(&only, Undecided, &[], &["SWC-03"]);
    }
}
