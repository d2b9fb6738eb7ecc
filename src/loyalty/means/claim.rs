use crate::form::record;
use crate::loyalty::cards::genuine::{GEN_02, GEN_05, GEN_07, GEN_19};
use crate::loyalty::cards::loyalty::LOY_05;
use crate::verdict::{Evidence, Fact, Recorder, RuleCard, Severity, Subject, Verdict};
use crate::vocab::set::Set;
use crate::vocab::words::ClaimGround;

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

/// Judges whether loyalty may be claimed on these grounds: only on the customer's own word.
///
/// These grounds each refuse the claim that rests on them alone:
///
/// - retention ([`GEN_02`])
/// - repeated purchases and a share of them ([`GEN_07`])
/// - revenue ([`GEN_19`])
/// - satisfaction ([`LOY_05`])
/// - observations of software and impressions of our people ([`GEN_05`])
///
/// Beside the customer's word they do no harm. A claim without any ground is undecided.
///
/// # Examples
///
/// A manager takes a customer's payments for its feeling.
///
/// ```
/// use keqing::loyalty::means::{Claim, judge_claim};
/// use keqing::verdict::Decision;
/// use keqing::vocab::words::ClaimGround;
///
/// let refused = judge_claim(&Claim::new(ClaimGround::Revenue.into()));
/// assert_eq!(refused.decision(), Decision::Deny);
/// assert_eq!(refused.remedies().count(), 1);
///
/// let asked = Claim::new(ClaimGround::Revenue | ClaimGround::CustomerStatement);
/// assert_eq!(judge_claim(&asked).decision(), Decision::Permit);
/// assert_eq!(judge_claim(&Claim::default()).decision(), Decision::Undecided);
/// ```
pub fn judge_claim(claim: &Claim) -> Verdict {
    Verdict::of(|r| consult(claim, r))
}

fn consult<R: Recorder>(claim: &Claim, r: &mut R) {
    let said = claim.grounds.contains(ClaimGround::CustomerStatement);
    for (ground, card, fact) in WEAK {
        if claim.grounds.contains(ground) {
            by_own_word(card, ground, said, r);
        } else {
            r.pass_over(card, fact);
        }
    }
    if claim.grounds.is_empty() {
        r.miss_at(&GEN_05, Severity::Bar, Fact::ClaimGround);
    } else if said {
        by_own_word(&GEN_05, ClaimGround::CustomerStatement, said, r);
    }
}

/// Checks that the customer's own word stands behind a ground.
fn by_own_word<R: Recorder>(card: &RuleCard, ground: ClaimGround, said: bool, r: &mut R) {
    r.require_at(card, Severity::Bar, said, || {
        Evidence::present(Fact::ClaimGround, said).of(Subject::named(ground.name()))
    });
}

/// The grounds that carry no claim, each with its rule and the fact that the rule looks at.
static WEAK: [(ClaimGround, &RuleCard, Fact); 7] = [
    (ClaimGround::Retention, &GEN_02, Fact::Retention),
    (
        ClaimGround::SoftwareObservation,
        &GEN_05,
        Fact::SoftwareObservation,
    ),
    (ClaimGround::OperatorImpression, &GEN_05, Fact::ClaimGround),
    (ClaimGround::RepeatPurchase, &GEN_07, Fact::RepeatPurchase),
    (ClaimGround::ShareOfPurchases, &GEN_07, Fact::Share),
    (ClaimGround::Revenue, &GEN_19, Fact::Revenue),
    (
        ClaimGround::Satisfaction,
        &LOY_05,
        Fact::CustomerSatisfaction,
    ),
];

#[cfg(test)]
mod tests {
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    use super::{Claim, judge_claim};
    use crate::verdict::{Decision, Outcome};
    use crate::vocab::set::Set;
    use crate::vocab::words::ClaimGround;

    use ClaimGround::CustomerStatement;

    #[test]
    fn each_ground_refuses_by_its_own_rule_and_does_no_harm_beside_the_customers_word() {
        let table = [
            (ClaimGround::Retention, "GEN-02"),
            (ClaimGround::SoftwareObservation, "GEN-05"),
            (ClaimGround::OperatorImpression, "GEN-05"),
            (ClaimGround::RepeatPurchase, "GEN-07"),
            (ClaimGround::ShareOfPurchases, "GEN-07"),
            (ClaimGround::Revenue, "GEN-19"),
            (ClaimGround::Satisfaction, "LOY-05"),
        ];
        assert_eq!(table.len(), Set::<ClaimGround>::all().len() - 1);
        for (ground, rule) in table {
            let alone = judge_claim(&Claim::new(ground.into()));
            assert_eq!(alone.decision(), Decision::Deny, "{ground:?}");
            let breached = alone.tally().breached;
            let breached: Vec<String> = breached.iter().map(|rule| rule.to_string()).collect();
            assert_eq!(breached, [rule], "{ground:?}");
            let beside = judge_claim(&Claim::new(ground | CustomerStatement));
            assert_eq!(beside.decision(), Decision::Permit, "{ground:?}");
            let met = |finding: &&crate::verdict::Finding| finding.outcome == Outcome::Met;
            assert_eq!(beside.findings().iter().filter(met).count(), 2);
        }
    }

    #[test]
    fn every_ground_but_the_customers_word_is_no_ground() {
        let every = Set::<ClaimGround>::all();
        let without = judge_claim(&Claim::new(every - CustomerStatement));
        assert_eq!(without.decision(), Decision::Deny);
        assert_eq!(without.findings().breaches().count(), 7);
        let with = judge_claim(&Claim::new(every));
        assert_eq!(with.decision(), Decision::Permit);
        assert!(!with.findings().is_spilled());
    }

    #[test]
    fn the_customers_word_is_enough_and_no_ground_is_undecided() {
        let said = judge_claim(&Claim::new(CustomerStatement.into()));
        assert_eq!(said.decision(), Decision::Permit);
        assert_eq!(said.determining().count(), 1);
        let nothing = judge_claim(&Claim::default());
        assert_eq!(nothing.decision(), Decision::Undecided);
        assert_eq!(nothing.findings().gaps().count(), 1);
    }
}
