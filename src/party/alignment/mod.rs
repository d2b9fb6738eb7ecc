//! Whether a person and their organization are at one, and who gains from it (利益一致: ALN).

mod advantage;
mod capture;
mod investment;
mod kind;
mod policy;
mod purpose;
mod side;

pub use advantage::{Advantage, AdvantageReason, advantage};
pub use capture::{BenefitRecord, Capture, InvestmentError, organization_capture};
pub use investment::{Investment, judge_investment};
pub use kind::{Alignment, AlignmentBasis, AlignmentKind};
pub use policy::AlignmentPolicy;
pub use purpose::Purpose;
pub use side::{
    Conflict, ConflictState, OperatorFacts, OrganizationSize, OwnershipForm, SideFacts,
    SideFactsError, Stake,
};

use crate::party::alignment::side::Weights;
use crate::party::cards::alignment::{ALN_01, ALN_02, ALN_09};
use crate::party::cards::parties::PTY_02;

use crate::verdict::{Assessment, Bound, Evidence, Fact, Presence, Reading, Recorder, Subject};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

/// Tells whether the interests of one side's operators coincide with their organization's.
///
/// An operator is aligned as a residual claimant (the sole or controlling owner), or where declared
/// interests have no conflicting item (ALN-01), and misaligned where they have one (ALN-02), resolved
/// or not. Where neither is known, the form of ownership and the size say what to expect (ALN-09);
/// evidence overrides that, and where it does so, it is noticed.
///
/// One misaligned operator makes the side misaligned. The value is `None` where an operator's type
/// cannot be told and nobody is misaligned.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::{
///     AlignmentKind, AlignmentPolicy, Conflict, ConflictState, OperatorFacts, SideFacts, Stake,
///     alignment,
/// };
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Side;
///
/// let conflict = |name: &str, state| Ok::<_, Box<dyn std::error::Error>>(Conflict {
///     name: name.parse()?,
///     weight: 1.try_into()?,
///     state,
/// });
/// let mut seller = OperatorFacts::new("li-na".parse()?);
/// seller.stake = Known::measured(Stake::Absent);
/// seller.conflicts = Known::measured(vec![
///     conflict("bonus on volume only", ConflictState::Unresolved)?,
///     conflict("private car for visits", ConflictState::Resolved)?,
/// ]);
///
/// let ours = SideFacts::new([seller])?;
/// let found = alignment(&AlignmentPolicy::standard(), Side::Supplier, &ours);
/// let found = found.into_value().ok_or("undecided")?;
/// assert_eq!(found.kind, AlignmentKind::Misaligned);
/// assert_eq!(found.coordination, Some(Share::percent(50)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn alignment(policy: &AlignmentPolicy, side: Side, facts: &SideFacts) -> Assessment<Alignment> {
    Assessment::of(|r| consult(policy, side, facts, r))
}

pub(crate) fn consult<R: Recorder>(
    policy: &AlignmentPolicy,
    side: Side,
    facts: &SideFacts,
    r: &mut R,
) -> Option<Alignment> {
    let mut found = Found::default();
    for operator in facts.operators() {
        let subject = Subject::Person {
            side,
            id: operator.id,
        };
        match one_person(policy, facts, operator, subject, r) {
            Some((kind, basis)) => found.add(operator, kind, basis),
            None => found.open = true,
        }
    }
    let (kind, basis) = found.settled()?;
    let coordination = match kind {
        AlignmentKind::Aligned => Some(Share::ALL),
        AlignmentKind::Misaligned => together(facts),
    };
    if let (Some((worst, Some(observed))), Some(required)) = (found.worst, coordination) {
        if facts.operators().len() > 1 {
            let hidden = observed < required;
            r.require(&PTY_02, !hidden, || {
                let subject = Subject::Person { side, id: worst };
                Evidence::absent(Fact::HiddenConflict, hidden).of(subject)
            });
        }
    }
    Some(Alignment {
        kind,
        basis,
        coordination,
        worst: found.worst.map(|(person, _)| person),
    })
}

/// ALN-01, ALN-02 by evidence, ALN-09 where there is none.
fn one_person<R: Recorder>(
    policy: &AlignmentPolicy,
    facts: &SideFacts,
    operator: &OperatorFacts,
    subject: Subject,
    r: &mut R,
) -> Option<(AlignmentKind, AlignmentBasis)> {
    let prior = policy.prior(facts.form(), facts.size(), operator.stake);
    let conflicts = operator
        .conflicts
        .value()
        .map(|conflicts| u32::try_from(conflicts.len()).unwrap_or(u32::MAX));
    let kind = match (operator.is_residual_claimant(), conflicts) {
        (true, _) => {
            r.require(&ALN_01, true, || {
                Evidence::present(Fact::Ownership, true).of(subject)
            });
            AlignmentKind::Aligned
        }
        (false, Some(0)) => {
            r.require(&ALN_01, true, || {
                Evidence::count(Fact::Conflicts, 0, Bound::AtMost, 0).of(subject)
            });
            AlignmentKind::Aligned
        }
        (false, Some(count)) if operator.stake.is_known() => {
            r.require(&ALN_02, true, || {
                Evidence::count(Fact::Conflicts, count, Bound::AtLeast, 1).of(subject)
            });
            AlignmentKind::Misaligned
        }
        (false, Some(_)) => {
            r.miss_of(&ALN_02, Fact::Ownership, subject);
            return None;
        }
        (false, None) => return expected(facts, prior, subject, r),
    };
    match prior {
        Some(prior) => r.require(&ALN_09, prior == kind, || {
            as_expected(kind, prior).of(subject)
        }),
        None => r.pass_over(&ALN_09, Fact::OwnershipForm),
    }
    Some((kind, AlignmentBasis::Evidence))
}

/// ALN-09: without evidence, what ownership and size let one expect.
fn expected<R: Recorder>(
    facts: &SideFacts,
    prior: Option<AlignmentKind>,
    subject: Subject,
    r: &mut R,
) -> Option<(AlignmentKind, AlignmentBasis)> {
    r.miss_of(&ALN_02, Fact::Conflicts, subject);
    let Some(prior) = prior else {
        let fact = if facts.form().is_known() {
            Fact::OrganizationSize
        } else {
            Fact::OwnershipForm
        };
        r.miss_of(&ALN_09, fact, subject);
        return None;
    };
    r.require(&ALN_09, true, || as_expected(prior, prior).of(subject));
    Some((prior, AlignmentBasis::Prior))
}

/// What is gathered while one person after the other is looked at.
#[derive(Default)]
struct Found {
    /// Somebody's type cannot be told.
    open: bool,
    aligned: Option<AlignmentBasis>,
    misaligned: Option<AlignmentBasis>,
    worst: Option<(PersonId, Option<Share>)>,
}

impl Found {
    fn add(&mut self, operator: &OperatorFacts, kind: AlignmentKind, basis: AlignmentBasis) {
        match kind {
            AlignmentKind::Aligned => {
                self.aligned = Some(self.aligned.map_or(basis, |other| other.min(basis)));
            }
            AlignmentKind::Misaligned => {
                // One misaligned person suffices, so the best basis for one counts.
                self.misaligned = Some(self.misaligned.map_or(basis, |other| other.max(basis)));
                let coordination = operator.coordination();
                let worse = match (self.worst, coordination) {
                    (None, _) | (Some((_, None)), Some(_)) => true,
                    (Some((_, Some(least))), Some(coordination)) => coordination < least,
                    (Some(_), None) => false,
                };
                if worse {
                    self.worst = Some((operator.id, coordination));
                }
            }
        }
    }

    fn settled(&self) -> Option<(AlignmentKind, AlignmentBasis)> {
        match (self.misaligned, self.open, self.aligned) {
            (Some(basis), ..) => Some((AlignmentKind::Misaligned, basis)),
            (None, false, Some(basis)) => Some((AlignmentKind::Aligned, basis)),
            (None, ..) => None,
        }
    }
}

/// ALN-04: the coordination of all operators together.
fn together(facts: &SideFacts) -> Option<Share> {
    let mut sum = Weights::default();
    for operator in facts.operators() {
        sum = sum.plus(operator.weights()?);
    }
    Some(sum.coordination())
}

fn as_expected(kind: AlignmentKind, prior: AlignmentKind) -> Evidence {
    let presence = |kind| match kind {
        AlignmentKind::Aligned => Presence::Present,
        AlignmentKind::Misaligned => Presence::Absent,
    };
    let (observed, required) = (presence(kind), presence(prior));
    Evidence::new(Fact::Alignment, Reading::Presence { observed, required })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::alignment;
    use crate::party::alignment::kind::{AlignmentBasis, AlignmentKind};
    use crate::party::alignment::policy::AlignmentPolicy;
    use crate::party::alignment::side::{
        Conflict, ConflictState, OperatorFacts, OrganizationSize, OwnershipForm, SideFacts, Stake,
    };
    use crate::verdict::{Outcome, RuleId};
    use crate::vocab::known::Known;
    use crate::vocab::name::Label;
    use crate::vocab::name::PersonId;
    use crate::vocab::share::Share;
    use crate::vocab::words::Side;

    type Failure = alloc::boxed::Box<dyn core::error::Error>;

    /// Conflicts of these weights, the negative ones unresolved.
    fn operator(
        id: &str,
        stake: Option<Stake>,
        weights: Option<&[i32]>,
    ) -> Result<OperatorFacts, Failure> {
        let mut facts = OperatorFacts::new(PersonId::new(id)?);
        facts.stake = stake.map_or(Known::Unknown, Known::measured);
        if let Some(weights) = weights {
            let mut conflicts = Vec::new();
            for (place, weight) in weights.iter().enumerate() {
                let state = if *weight < 0 {
                    ConflictState::Unresolved
                } else {
                    ConflictState::Resolved
                };
                let name = Label::new(&alloc::format!("conflict {place}"))?;
                let weight = weight.unsigned_abs().try_into()?;
                conflicts.push(Conflict {
                    name,
                    weight,
                    state,
                });
            }
            facts.conflicts = Known::measured(conflicts);
        }
        Ok(facts)
    }

    fn rules(facts: &SideFacts, outcome: fn(Outcome) -> bool) -> Vec<RuleId> {
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, facts);
        let findings = found.findings().iter();
        findings
            .filter(|finding| outcome(finding.outcome))
            .map(|finding| finding.rule)
            .collect()
    }

    #[test]
    fn evidence_tells_the_type_and_ownership_only_stands_in() -> Result<(), Failure> {
        use AlignmentBasis::{Evidence, Prior};
        use AlignmentKind::{Aligned, Misaligned};
        let table = [
            (Some(Stake::Sole), None, Some((Aligned, Evidence))),
            (
                Some(Stake::Controlling),
                Some(&[-3][..]),
                Some((Aligned, Evidence)),
            ),
            (Some(Stake::Minority), Some(&[]), Some((Aligned, Evidence))),
            (None, Some(&[]), Some((Aligned, Evidence))),
            (
                Some(Stake::Minority),
                Some(&[3]),
                Some((Misaligned, Evidence)),
            ),
            (
                Some(Stake::Absent),
                Some(&[-3]),
                Some((Misaligned, Evidence)),
            ),
            (Some(Stake::Absent), None, Some((Misaligned, Prior))),
            (None, None, Some((Aligned, Prior))),
            (None, Some(&[-3]), None),
        ];
        for (stake, conflicts, expected) in table {
            let facts = SideFacts::new([operator("a", stake, conflicts)?])?.with_ownership(
                Known::measured(OwnershipForm::Private),
                Known::measured(OrganizationSize::Small),
            );
            let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &facts);
            let found = found.value().map(|found| (found.kind, found.basis));
            assert_eq!(found, expected, "{stake:?} {conflicts:?}");
        }
        Ok(())
    }

    #[test]
    fn one_misaligned_operator_makes_the_side_misaligned() -> Result<(), Failure> {
        let owner = operator("a", Some(Stake::Sole), None)?;
        let seller = operator("b", Some(Stake::Absent), Some(&[1, -3]))?;
        let clerk = operator("c", Some(Stake::Absent), Some(&[4]))?;
        let unknown = operator("d", None, None)?;
        let facts = SideFacts::new([owner.clone(), clerk, seller.clone()])?;
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &facts);
        let Some(found) = found.value() else {
            panic!("a value")
        };
        assert_eq!(found.kind, AlignmentKind::Misaligned);
        assert_eq!(found.coordination, Some(Share::new(5, 8)?));
        assert_eq!(found.worst, Some(seller.id));
        assert_eq!(
            rules(&facts, |outcome| outcome == Outcome::Breached),
            ["PTY-02".parse()?]
        );

        let open = SideFacts::new([owner.clone(), unknown.clone()])?;
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &open);
        assert_eq!(found.value(), None);
        let told = SideFacts::new([unknown, seller])?;
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &told);
        assert_eq!(
            found.value().map(|found| (found.kind, found.coordination)),
            Some((AlignmentKind::Misaligned, None))
        );
        Ok(())
    }

    #[test]
    fn evidence_against_the_expectation_is_noticed() -> Result<(), Failure> {
        let hired = SideFacts::new([operator("a", Some(Stake::Absent), Some(&[]))?])?;
        assert_eq!(
            rules(&hired, |outcome| outcome == Outcome::Breached),
            ["ALN-09".parse()?]
        );
        let unknown = SideFacts::new([operator("a", None, None)?])?;
        let missing = rules(&unknown, |outcome| matches!(outcome, Outcome::Missing(_)));
        assert_eq!(missing, ["ALN-02".parse()?, "ALN-09".parse()?]);
        Ok(())
    }

    #[test]
    fn facts_of_nobody_or_of_one_person_twice_are_refused() -> Result<(), Failure> {
        assert!(SideFacts::new([]).is_err());
        let seller = operator("a", None, None)?;
        assert!(SideFacts::new([seller.clone(), seller]).is_err());
        let json = r#"{"operators":[{"id":"a","conflicts":{"grade":"measured","value":[{"name":"x","weight":1,"state":"resolved"},{"name":"x","weight":2,"state":"unresolved"}]}}]}"#;
        assert!(serde_json::from_str::<SideFacts>(json).is_err());
        let once = json.replacen(r#""name":"x""#, r#""name":"y""#, 1);
        let facts: SideFacts = serde_json::from_str(&once)?;
        assert_eq!(facts.unresolved().count(), 1);
        let again = serde_json::to_string(&facts)?;
        assert_eq!(serde_json::from_str::<SideFacts>(&again)?, facts);
        let weightless = once.replace(r#""weight":1"#, r#""weight":0"#);
        assert!(serde_json::from_str::<SideFacts>(&weightless).is_err());
        Ok(())
    }
}
