use chrono::NaiveDate;

use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_01, GEN_02, GEN_05, GEN_07, GEN_19};
use crate::loyalty::cards::loyalty::{LOY_04, LOY_05};
use crate::loyalty::kinds::latest::Evidenced;
use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds, read};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{
    Bound, Evidence, Fact, Reading, Recorder, RuleCard, Severity, Subject, Verdict,
};
use crate::vocab::set::Set;
use crate::vocab::words::{Bond, ClaimGround, Stance};

record! {
    /// A claim that a customer is loyal (忠诚论断), with its grounds.
    #[non_exhaustive]
    #[derive(Copy, Default, Hash)]
    #[serde(default)]
    pub struct Claim {
        /// The grounds that are named for the claim.
        pub grounds: Set<ClaimGround>,
    }
}

impl Claim {
    /// Makes a claim that rests on these grounds.
    #[must_use]
    pub const fn new(grounds: Set<ClaimGround>) -> Self {
        Self { grounds }
    }
}

/// Judges whether loyalty may be claimed on these grounds: only on the customer's own favourable word.
///
/// Each ground has a rule, which looks for that word in the evidence:
///
/// - retention ([`GEN_02`])
/// - repeated purchases and a share of them ([`GEN_07`])
/// - revenue ([`GEN_19`])
/// - satisfaction ([`LOY_05`])
/// - observations of software, impressions of our people, and what the customer is said to have said
///   ([`GEN_05`])
///
/// A word that does not speak for us refuses the claim, and so do people of the customer who differ.
/// Of the statements of one person the least favourable counts that holds. A later one of the same or a
/// better grade supersedes it. A finding has the day of a statement that says otherwise ([`LOY_04`]).
/// While the word is unknown or has expired, the claim is undecided, and so is one without any ground.
/// Naming the customer's word as a ground does not make it one.
///
/// # Examples
///
/// A manager takes a customer's payments for its feeling. Then the customer is asked.
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
/// use keqing::loyalty::means::{Claim, judge_claim};
/// use keqing::verdict::Decision;
/// use keqing::vocab::known::Grade;
/// use keqing::vocab::words::{ClaimGround, Rating};
///
/// let policy = LoyaltyPolicy::standard();
/// let on = chrono::NaiveDate::from_ymd_opt(2024, 6, 30).ok_or("no such date")?;
/// let claim = Claim::new(ClaimGround::Revenue | ClaimGround::CustomerStatement);
/// assert_eq!(judge_claim(&policy, &claim, &[], on).decision(), Decision::Undecided);
///
/// let mut decisions = Vec::new();
/// for mark in [2, 5] {
///     let sign = LoyaltySign::Evaluation(Rating::new(mark)?.into());
///     let said = LoyaltyEvidence::new(on, Grade::CustomerStated, sign);
///     decisions.push(judge_claim(&policy, &claim, &[said], on).decision());
/// }
/// assert_eq!(decisions, [Decision::Deny, Decision::Permit]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_claim(
    policy: &LoyaltyPolicy,
    claim: &Claim,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Verdict {
    let all = Evidenced::claimed(policy, evidence, as_of);
    let kinds = read(policy, &all);
    let verdict = Verdict::of(|r| consult(claim, &all, &kinds, r));
    policy.severities().weighed(verdict)
}

/// Judges a claim about a customer whose bond was assessed: loyalty is claimed of an attached one.
pub(crate) fn judge_beside(
    claim: &Claim,
    all: &Evidenced,
    kinds: &LoyaltyKinds,
    bond: Option<Bond>,
) -> Verdict {
    Verdict::of(|r| {
        consult(claim, all, kinds, r);
        if !claim.grounds.is_empty() {
            attached(bond, r);
        }
    })
}

fn consult<R: Recorder>(claim: &Claim, all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    for (card, grounds, fact) in GROUNDS {
        if grounds.iter().any(|ground| claim.grounds.contains(*ground)) {
            by_own_word(card, all, kinds, r);
        } else if !(claim.grounds.is_empty() && card.id() == GEN_05.id()) {
            r.pass_over(card, *fact);
        }
    }
    if claim.grounds.is_empty() {
        r.miss_at(&GEN_05, Severity::Bar, Fact::ClaimGround);
    } else {
        all.evaluation.contradicted(&LOY_04, r);
    }
}

/// Checks that the customer's own word stands behind a ground, and speaks for us.
fn by_own_word<R: Recorder>(card: &RuleCard, all: &Evidenced, kinds: &LoyaltyKinds, r: &mut R) {
    let (fact, severity) = (Fact::AffectiveEvaluation, Severity::Bar);
    let Some(observed) = kinds.feeling().into_value() else {
        return all.evaluation.miss_at(card, severity, fact, r);
    };
    r.require_at(card, severity, observed.is_favourable(), || {
        if all.evaluation.is_silent() {
            return Evidence::count(Fact::Referrals, kinds.referrals, Bound::AtLeast, 1);
        }
        let required = Stance::Favourable;
        let reading = Reading::Stance { observed, required };
        Evidence::new(fact, reading).of(all.evaluation.speaker())
    });
}

/// GEN-01: what a claim of loyalty is about is a customer that is attached.
fn attached<R: Recorder>(bond: Option<Bond>, r: &mut R) {
    let fact = Fact::Bond;
    match bond.map(Bond::is_attached) {
        Some(is_attached) => r.require_at(&GEN_01, Severity::Bar, is_attached, || {
            Evidence::present(fact, is_attached).of(Subject::Relationship)
        }),
        None => r.miss_at(&GEN_01, Severity::Bar, fact),
    }
}

/// The rules about the grounds of a claim, each with its grounds and the fact that it looks at.
static GROUNDS: &[(&RuleCard, &[ClaimGround], Fact)] = &[
    (&GEN_02, &[ClaimGround::Retention], Fact::Retention),
    (
        &GEN_05,
        &[
            ClaimGround::SoftwareObservation,
            ClaimGround::OperatorImpression,
            ClaimGround::CustomerStatement,
        ],
        Fact::SoftwareObservation,
    ),
    (
        &GEN_07,
        &[ClaimGround::RepeatPurchase, ClaimGround::ShareOfPurchases],
        Fact::RepeatPurchase,
    ),
    (&GEN_19, &[ClaimGround::Revenue], Fact::Revenue),
    (
        &LOY_05,
        &[ClaimGround::Satisfaction],
        Fact::CustomerSatisfaction,
    ),
];

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use chrono::NaiveDate;

    use super::{Bond, Claim, Evidenced, GROUNDS, judge_beside, judge_claim, read};
    use crate::loyalty::kinds::{LoyaltyEvidence, LoyaltySign};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::Decision::{Deny, Permit, Undecided};
    use crate::verdict::{Decision, Evidence, Fact, Subject, Verdict};
    use crate::vocab::known::Grade;
    use crate::vocab::name::{NameError, PersonId};
    use crate::vocab::set::Set;
    use crate::vocab::words::{ClaimGround, Rating, Side};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default()
    }

    fn said(mark: u8, on: u32, grade: Grade) -> LoyaltyEvidence {
        let mark = Rating::new(mark).unwrap_or(Rating::LOWEST);
        LoyaltyEvidence::new(day(on), grade, LoyaltySign::Evaluation(mark.into()))
    }

    fn ask(grounds: Set<ClaimGround>, evidence: &[LoyaltyEvidence]) -> Verdict {
        let policy = LoyaltyPolicy::standard();
        judge_claim(&policy, &Claim::new(grounds), evidence, day(20))
    }

    #[test]
    fn every_ground_is_held_against_the_word_in_the_evidence() {
        let listed = GROUNDS.iter().flat_map(|(_, grounds, _)| grounds.iter());
        assert!(listed.clone().copied().collect::<Set<_>>() == Set::all());
        let (liked, disliked) = (
            [said(4, 20, Grade::CustomerStated)],
            [said(3, 20, Grade::Measured)],
        );
        for (card, grounds, _) in GROUNDS {
            for ground in *grounds {
                for (evidence, decision) in [
                    (&liked[..], Permit),
                    (&disliked[..], Deny),
                    (&[], Undecided),
                    (&[said(5, 20, Grade::Estimated)][..], Undecided),
                ] {
                    let verdict = ask((*ground).into(), evidence);
                    assert_eq!(verdict.decision(), decision, "{ground} {evidence:?}");
                    let decided = verdict.findings().iter();
                    let decided = decided.filter(|finding| finding.decision() == decision);
                    let rules: Vec<String> = decided
                        .filter(|_| decision != Permit)
                        .map(|finding| finding.rule.to_string())
                        .collect();
                    let expected = (decision != Permit).then(|| card.id().to_string());
                    assert_eq!(rules, Vec::from_iter(expected), "{ground}");
                }
            }
        }
    }

    #[test]
    fn a_claim_of_no_ground_is_undecided_and_all_of_them_stay_inline() {
        let liked = [said(5, 20, Grade::Measured)];
        let nothing = ask(Set::empty(), &liked);
        assert_eq!(nothing.decision(), Undecided);
        assert_eq!(nothing.findings().gaps().count(), 1);
        let every = ask(Set::all(), &liked);
        assert_eq!(every.decision(), Permit);
        assert!(!every.findings().is_spilled());
    }

    #[test]
    fn people_who_differ_carry_no_claim_and_neither_does_one_who_says_both() {
        let by = |piece: LoyaltyEvidence, name: &str| match name.parse() {
            Ok(person) => piece.with_by(person),
            Err(_) => piece,
        };
        let (kind, cold) = (said(5, 20, Grade::Measured), said(1, 20, Grade::Measured));
        for (evidence, expected) in [
            ([by(kind, "wang"), by(cold, "sun")], Deny),
            ([by(kind, "wang"), by(cold, "wang")], Deny),
            ([by(kind, "wang"), by(kind, "sun")], Permit),
        ] {
            let verdict = ask(ClaimGround::Revenue.into(), &evidence);
            assert_eq!(verdict.decision(), expected, "{evidence:?}");
        }
    }

    /// Two marks with their days and grades, the decision, and the day of the other statement.
    type Row = ([(u8, u32, Grade); 2], Decision, Option<u32>);

    #[test]
    fn the_least_favourable_statement_of_a_person_counts_until_it_is_superseded()
    -> Result<(), NameError> {
        use Grade::{CustomerStated, Estimated, Measured};
        let wang: PersonId = "wang".parse()?;
        let table: [Row; 8] = [
            ([(5, 1, Measured), (1, 9, CustomerStated)], Deny, Some(1)),
            ([(1, 1, Measured), (5, 9, CustomerStated)], Deny, Some(9)),
            ([(1, 1, CustomerStated), (5, 9, Measured)], Permit, None),
            ([(1, 1, Measured), (5, 9, Measured)], Permit, None),
            ([(5, 1, Measured), (1, 9, Measured)], Deny, None),
            ([(5, 9, Measured), (1, 9, CustomerStated)], Deny, Some(9)),
            ([(4, 1, Measured), (5, 9, CustomerStated)], Permit, None),
            ([(5, 1, Measured), (1, 9, Estimated)], Permit, None),
        ];
        for (pieces, decision, other) in table {
            let evidence = pieces.map(|(mark, on, grade)| said(mark, on, grade).with_by(wang));
            let verdict = ask(ClaimGround::Revenue.into(), &evidence);
            assert_eq!(verdict.decision(), decision, "{pieces:?}");
            let told = verdict.findings().iter().map(|finding| finding.evidence);
            let told = told.filter(|evidence| evidence.fact == Fact::Contradiction);
            let (side, id) = (Side::Customer, wang);
            let expected = other.map(|other| {
                Evidence::found(Fact::Contradiction, day(other)).of(Subject::Person { side, id })
            });
            assert!(told.eq(expected), "{pieces:?}");
        }
        Ok(())
    }

    #[test]
    fn loyalty_is_claimed_of_an_attached_customer() {
        let policy = LoyaltyPolicy::standard();
        let claim = Claim::new(ClaimGround::Revenue.into());
        let all = Evidenced::by(&policy, &[said(5, 20, Grade::Measured)], &[], day(20));
        let table: [(Option<Bond>, Decision); 5] = [
            (Some(Bond::Genuine), Permit),
            (Some(Bond::Mixed), Permit),
            (Some(Bond::LockedIn), Deny),
            (Some(Bond::None), Deny),
            (None, Undecided),
        ];
        for (bond, expected) in table {
            let verdict = judge_beside(&claim, &all, &read(&policy, &all), bond);
            assert_eq!(verdict.decision(), expected, "{bond:?}");
        }
    }
}
