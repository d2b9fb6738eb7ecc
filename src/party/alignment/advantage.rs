use crate::form::record;
use crate::party::alignment::kind::AlignmentBasis;
use crate::party::alignment::policy::AlignmentPolicy;
use crate::party::alignment::side::SideFacts;
use crate::party::alignment::{Agreement, consult as align};
use crate::party::cards::alignment::{ALN_03, ALN_04};
use crate::verdict::{Assessment, Bound, Fact, Reading, Recorder, Subject};
use crate::vocab::known::Known;
use crate::vocab::words::{Side, words};

record! {
    /// The side that is expected to hold the advantage when interests are contested (较量优势).
    ///
    /// It is an order with its reason, and never a probability.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Advantage {
        /// The side that holds the advantage; `None` if neither does.
        pub holder: Option<Side>,
        /// The reason.
        pub reason: AdvantageReason,
        /// The weaker of the two bases on which the sides' types rest.
        pub basis: AlignmentBasis,
    }
}

words! {
    /// A reason for which a side, or neither, is expected to hold the advantage (优势原因).
    pub closed enum AdvantageReason {
        /// One side's interests agree more than the other's (ALN-03).
        AlignedAgainstMisaligned = "aligned-against-misaligned", "aligned against misaligned", "一致对不一致", "一致對不一致";
        /// Both are of one type, and one coordinates its interests better (ALN-04).
        BetterCoordination = "better-coordination", "better coordination", "协调更好", "協調更好";
        /// Both are of one type and coordinate equally well (ALN-04).
        EvenlyMatched = "evenly-matched", "evenly matched", "势均力敌", "勢均力敵";
    }
}

/// Assesses which side is expected to hold the advantage.
///
/// The side whose interests agree more holds it (ALN-03). If both sides are of one type, the side that
/// coordinates its conflicts better holds it (ALN-04). Two aligned sides have no conflicts to coordinate, and
/// neither holds it. Both rules are stated for the supplier: they warn if the customer is ahead. A guess may
/// say that the customer is ahead, and does not suffice to say that it is not.
///
/// The value is `None` if a type or a needed coordination is unknown.
///
/// # Examples
///
/// ```
/// use keqing::party::alignment::{AlignmentPolicy, OperatorFacts, SideFacts, Stake, advantage};
/// use keqing::vocab::known::Known;
/// use keqing::vocab::words::Side;
///
/// let mut owner = OperatorFacts::new("chen".parse()?);
/// owner.stake = Known::measured(Stake::Sole);
/// let dealer = SideFacts::new([owner.clone()])?;
/// owner.stake = Known::measured(Stake::Absent);
/// owner.conflicts = Known::measured(vec![]);
/// let ours = SideFacts::new([owner])?;
///
/// let found = advantage(&AlignmentPolicy::standard(), &ours, &dealer);
/// assert_eq!(found.value().map(|found| found.holder), Some(None::<Side>));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn advantage(
    policy: &AlignmentPolicy,
    supplier: &SideFacts,
    customer: &SideFacts,
) -> Assessment<Advantage> {
    Assessment::of(|r| consult(policy, supplier, customer, r))
}

fn consult<R: Recorder>(
    policy: &AlignmentPolicy,
    supplier: &SideFacts,
    customer: &SideFacts,
    r: &mut R,
) -> Option<Advantage> {
    let ours = align(policy, Side::Supplier, supplier, r);
    let theirs = align(policy, Side::Customer, customer, r);
    for (side, found) in [(Side::Supplier, &ours), (Side::Customer, &theirs)] {
        if found.is_none() {
            r.miss_of(&ALN_03, Fact::Alignment, Subject::Side(side));
        }
    }
    let (ours, theirs) = (ours?, theirs?);
    let (holder, reason) = if ours.kind == theirs.kind {
        r.pass_over(&ALN_03, Fact::Alignment);
        by_coordination(&ours, &theirs, r)?
    } else {
        r.pass_over(&ALN_04, Fact::Coordination);
        let holder = by_type(&ours, &theirs, r);
        (Some(holder), AdvantageReason::AlignedAgainstMisaligned)
    };
    Some(Advantage {
        holder,
        reason,
        basis: ours.basis.min(theirs.basis),
    })
}

/// Checks ALN-03: the types differ, and the one who agrees more is ahead.
fn by_type<R: Recorder>(ours: &Agreement, theirs: &Agreement, r: &mut R) -> Side {
    let ahead = ours.kind < theirs.kind;
    let (fact, us) = (Fact::BetterAlignment, Subject::Side(Side::Supplier));
    let known = Known::graded(ahead, ours.grade.min(theirs.grade));
    r.open(&ALN_03, (fact, us), known, |ahead| ahead, Reading::present);
    if ahead {
        Side::Supplier
    } else {
        Side::Customer
    }
}

/// Checks ALN-04: the types are the same.
fn by_coordination<R: Recorder>(
    ours: &Agreement,
    theirs: &Agreement,
    r: &mut R,
) -> Option<(Option<Side>, AdvantageReason)> {
    let sides = [(Side::Supplier, ours), (Side::Customer, theirs)];
    for (side, _) in sides
        .into_iter()
        .filter(|(_, found)| found.coordination.is_none())
    {
        r.miss_of(&ALN_04, Fact::Coordination, Subject::Side(side));
    }
    let grade = ours.grade.min(theirs.grade);
    let (ours, theirs) = (ours.coordination?, theirs.coordination?);
    let (fact, us) = (Fact::Coordination, Subject::Side(Side::Supplier));
    let known = Known::graded(ours, grade);
    r.open(
        &ALN_04,
        (fact, us),
        known,
        |ours| ours >= theirs,
        |ours| Reading::share(ours, Bound::AtLeast, theirs),
    );
    let better = AdvantageReason::BetterCoordination;
    Some(match ours.cmp(&theirs) {
        core::cmp::Ordering::Less => (Some(Side::Customer), better),
        core::cmp::Ordering::Equal => (None, AdvantageReason::EvenlyMatched),
        core::cmp::Ordering::Greater => (Some(Side::Supplier), better),
    })
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::{AdvantageReason, advantage, consult};
    use crate::party::alignment::policy::AlignmentPolicy;
    use crate::party::alignment::side::{Conflict, ConflictState, OperatorFacts, SideFacts, Stake};
    use crate::verdict::{Count, Outcome};
    use crate::vocab::known::Known;
    use crate::vocab::name::Label;
    use crate::vocab::name::PersonId;
    use crate::vocab::words::Side;

    type Failure = alloc::boxed::Box<dyn core::error::Error>;

    /// Returns an owner if the resolved weight in a hundred is `None`, and an employee otherwise.
    fn side(resolved: Option<u32>) -> Result<SideFacts, Failure> {
        let mut facts = OperatorFacts::new(PersonId::new("a")?);
        facts.stake = Known::measured(Stake::Sole);
        if let Some(resolved) = resolved {
            facts.stake = Known::measured(Stake::Absent);
            let mut conflicts = alloc::vec::Vec::new();
            for (weight, state) in [
                (resolved, ConflictState::Resolved),
                (100_u32.saturating_sub(resolved), ConflictState::Unresolved),
            ] {
                if let Ok(weight) = weight.try_into() {
                    let name = Label::new(&alloc::format!("{state:?}"))?;
                    conflicts.push(Conflict {
                        name,
                        weight,
                        state,
                    });
                }
            }
            facts.conflicts = Known::measured(conflicts);
        }
        Ok(SideFacts::new([facts])?)
    }

    #[test]
    fn alignment_first_and_coordination_second() -> Result<(), Failure> {
        use AdvantageReason::{AlignedAgainstMisaligned, BetterCoordination, EvenlyMatched};
        let table = [
            (None, None, None, EvenlyMatched, None),
            (None, Some(100), None, EvenlyMatched, None),
            (
                None,
                Some(99),
                Some(Side::Supplier),
                AlignedAgainstMisaligned,
                None,
            ),
            (
                Some(99),
                None,
                Some(Side::Customer),
                AlignedAgainstMisaligned,
                Some("ALN-03"),
            ),
            (Some(50), Some(50), None, EvenlyMatched, None),
            (
                Some(51),
                Some(50),
                Some(Side::Supplier),
                BetterCoordination,
                None,
            ),
            (
                Some(49),
                Some(50),
                Some(Side::Customer),
                BetterCoordination,
                Some("ALN-04"),
            ),
            (
                Some(0),
                Some(100),
                Some(Side::Customer),
                AlignedAgainstMisaligned,
                Some("ALN-03"),
            ),
        ];
        for (ours, theirs, holder, reason, warns) in table {
            let found = advantage(&AlignmentPolicy::standard(), &side(ours)?, &side(theirs)?);
            let value = found.value().map(|found| (found.holder, found.reason));
            assert_eq!(value, Some((holder, reason)), "{ours:?} {theirs:?}");
            for rule in ["ALN-03", "ALN-04"] {
                assert_eq!(
                    found.breaches(rule.parse()?),
                    warns == Some(rule),
                    "{ours:?} {theirs:?}"
                );
            }
        }
        Ok(())
    }

    #[test]
    fn an_unknown_side_leaves_the_advantage_unknown() -> Result<(), Failure> {
        let unknown = SideFacts::new([OperatorFacts::new(PersonId::new("a")?)])?;
        let found = advantage(&AlignmentPolicy::standard(), &unknown, &side(Some(10))?);
        assert_eq!(found.value(), None);
        let gaps = found.findings().gaps().map(|gap| gap.rule.to_string());
        assert!(gaps.eq(["ALN-02", "ALN-09", "ALN-03"]));
        let mut employed = OperatorFacts::new(PersonId::new("a")?);
        employed.stake = Known::measured(Stake::Absent);
        let found = advantage(
            &AlignmentPolicy::standard(),
            &side(Some(10))?,
            &SideFacts::new([employed])?,
        );
        assert_eq!(found.value(), None);
        let missing = |outcome| matches!(outcome, Outcome::Missing(_));
        assert!(
            found
                .findings()
                .iter()
                .any(|one| one.rule.to_string() == "ALN-04" && missing(one.outcome))
        );
        Ok(())
    }

    #[test]
    fn quick_and_explained_answers_name_the_same_rules() -> Result<(), Failure> {
        let mut count = Count::<0>::new();
        let policy = AlignmentPolicy::standard();
        let (ours, theirs) = (side(Some(49))?, side(Some(50))?);
        assert!(consult(&policy, &ours, &theirs, &mut count).is_some());
        let tally = count.into_tally();
        let found = advantage(&policy, &ours, &theirs);
        assert!(!found.findings().is_spilled());
        assert!(
            found
                .findings()
                .breaches()
                .all(|one| tally.breached.contains(one.rule))
        );
        Ok(())
    }
}
