//! The usual questions about the four parties.

use std::num::NonZeroU32;

use keqing::party::action::{
    Action, Benefit, Direction, Effect, Horizon, InterestKind, Measure, Need, NeedKind, Scope,
    judge_action, judge_measure,
};
use keqing::party::alignment::{
    AlignmentPolicy, BenefitRecord, Conflict, ConflictState, Investment, OperatorFacts,
    OrganizationSize, OwnershipForm, Purpose, SideFacts, Stake, advantage, alignment,
    judge_investment,
};
use keqing::party::continuity::{
    Assignment, ContinuityPolicy, Tie, Ties, concentration, judge_assignment,
};
use keqing::party::parties::Person;
use keqing::verdict::{Decision, Evidence, Fact, Findings, Presence, Verdict};
use keqing::vocab::known::Known;
use keqing::vocab::name::PersonId;
use keqing::vocab::words::{Department, Level, Pair, Role, Side};

use crate::{Failure, without_heap};

#[test]
fn no_measure_needs_the_heap() -> Result<(), Failure> {
    let effects = [
        None,
        Some(Effect::new(Direction::Positive)),
        Some(Effect::new(Direction::Zero)),
        Some(Effect::new(Direction::Negative)),
        Some(Effect::countered("longer terms for a year".parse()?)),
    ];
    let mut measures = vec![Measure::new()];
    for role in Role::ALL {
        let with = |measure: &Measure| {
            let measure = *measure;
            effects.map(|effect| effect.map_or(measure, |effect| measure.with_effect(role, effect)))
        };
        measures = measures.iter().flat_map(with).collect();
    }
    assert_eq!(measures.len(), 625);
    for measure in &measures {
        let verdict = without_heap(|| judge_measure(measure));
        assert!(!verdict.findings().is_spilled());
    }
    Ok(())
}

#[test]
fn no_action_needs_the_heap() {
    let words = [
        Known::Unknown,
        Known::measured(Presence::Absent),
        Known::measured(Presence::Present),
    ];
    let horizon = Horizon::Near;
    let roles = |actor| {
        Role::ALL
            .into_iter()
            .flat_map(move |holder| Role::ALL.map(|party| (actor, holder, party)))
    };
    for (actor, holder, party) in Role::ALL.into_iter().flat_map(roles) {
        for (kind, word) in NeedKind::ALL
            .into_iter()
            .flat_map(|kind| words.map(|word| (kind, word)))
        {
            let interest = InterestKind::new(Scope::of(party), kind);
            let mut action = Action::new(actor);
            judged(&action);
            action.need = Some(Need {
                holder,
                kind,
                horizon,
            });
            judged(&action);
            action.benefit = Some(Benefit {
                party,
                interest,
                horizon,
            });
            action.integrity_clearance = word;
            judged(&action);
        }
    }
}

#[track_caller]
fn judged(action: &Action) {
    let verdict = without_heap(|| judge_action(action));
    assert!(!verdict.findings().is_empty());
}

#[test]
fn no_assignment_needs_the_heap() -> Result<(), Failure> {
    let policy = ContinuityPolicy::standard();
    let specials = [
        Known::Unknown,
        Known::measured(Presence::Absent),
        Known::measured(Presence::Present),
    ];
    let people = [
        Known::Unknown,
        Known::measured(None),
        Known::measured(Some(PersonId::new("li-na")?)),
        Known::measured(Some(PersonId::new("chen-jie")?)),
    ];
    for (special, owner) in specials
        .into_iter()
        .flat_map(|one| people.map(|other| (one, other)))
    {
        for deputy in people {
            let mut assignment = Assignment::new();
            (assignment.special, assignment.owner, assignment.deputy) = (special, owner, deputy);
            let verdict = without_heap(|| judge_assignment(&policy, &assignment));
            assert!(!verdict.findings().is_empty());
        }
    }
    Ok(())
}

#[test]
fn the_usual_ties_need_no_heap() -> Result<(), Failure> {
    let policy = ContinuityPolicy::standard();
    for (ours, theirs) in [(0, 0), (1, 1), (1, 5), (5, 1), (5, 5), (20, 20)] {
        let ties = ties(ours, theirs)?;
        let answer = without_heap(|| concentration(&policy, &ties));
        assert_eq!(answer.value().is_some(), ours > 0);
    }
    Ok(())
}

/// Everybody on one side knows everybody on the other.
fn ties(ours: usize, theirs: usize) -> Result<Ties, Failure> {
    let person = |side: &str, number: usize, department| {
        let level = Level::Operator;
        PersonId::new(&format!("{side}-{number}")).map(|id| Person {
            id,
            department,
            level,
        })
    };
    let mut ties = Vec::new();
    for (our, their) in (0..ours).flat_map(|our| (0..theirs).map(move |their| (our, their))) {
        let supplier = person("s", our, Department::Sales)?;
        let customer = person("c", their, Department::Purchasing)?;
        ties.push(Tie::new(supplier, customer, NonZeroU32::MIN));
    }
    Ok(Ties::new(ties)?)
}

#[test]
fn the_usual_sides_need_no_heap() -> Result<(), Failure> {
    let policy = AlignmentPolicy::standard();
    let stakes = [
        Known::Unknown,
        Known::measured(Stake::Absent),
        Known::measured(Stake::Sole),
    ];
    let mut sides = Vec::new();
    for (stake, conflicts) in stakes
        .into_iter()
        .flat_map(|stake| [None, Some(0), Some(3)].map(|conflicts| (stake, conflicts)))
    {
        for people in 1..=4 {
            let side = side(people, stake, conflicts)?;
            sides.push(side.clone().with_ownership(
                Known::measured(OwnershipForm::Private),
                Known::measured(OrganizationSize::Large),
            ));
            sides.push(side);
        }
    }
    let investment = investment()?;
    for ours in &sides {
        let found = without_heap(|| alignment(&policy, Side::Supplier, ours));
        assert!(!found.findings().is_spilled());
        let verdict = without_heap(|| judge_investment(&policy, ours, &investment))?;
        assert!(!verdict.findings().is_spilled());
        // Two people a side are usual; three of each say more than the inline number of things.
        let is_usual = |side: &&SideFacts| side.operators().len() <= 2;
        for theirs in sides.iter().filter(is_usual).filter(|_| is_usual(&ours)) {
            let found = without_heap(|| advantage(&policy, ours, theirs));
            assert!(!found.findings().is_spilled());
        }
    }
    Ok(())
}

fn side(
    people: usize,
    stake: Known<Stake>,
    conflicts: Option<usize>,
) -> Result<SideFacts, Failure> {
    let conflict = |number: usize| {
        let state = if number == 0 {
            ConflictState::Unresolved
        } else {
            ConflictState::Resolved
        };
        let name = format!("conflict {number}").parse()?;
        Ok::<_, Failure>(Conflict {
            name,
            weight: NonZeroU32::MIN,
            state,
        })
    };
    let mut operators = Vec::new();
    for number in 0..people {
        let mut operator = OperatorFacts::new(PersonId::new(&format!("operator-{number:03}"))?);
        operator.stake = stake;
        if let Some(count) = conflicts {
            operator.conflicts =
                Known::measured((0..count).map(conflict).collect::<Result<_, _>>()?);
        }
        operators.push(operator);
    }
    Ok(SideFacts::new(operators)?)
}

fn investment() -> Result<Investment, Failure> {
    let record = |party, amount: &str| {
        let interest = InterestKind::new(Scope::of(party), NeedKind::Material);
        Ok::<_, Failure>(BenefitRecord {
            party: Some(party),
            interest,
            amount: amount.parse()?,
        })
    };
    let mut investment = Investment::new(Purpose::RelationshipCapital);
    investment.tie = Known::measured(Pair::Organizations);
    investment.benefits = Known::estimated(vec![
        record(Role::SupplierOrganization, "60000 CNY")?,
        record(Role::SupplierOperator, "20000.50 CNY")?,
        record(Role::CustomerOrganization, "90000 CNY")?,
    ]);
    Ok(investment)
}

#[test]
fn findings_beyond_the_usual_number_are_all_there() -> Result<(), Failure> {
    let policy = AlignmentPolicy::standard();
    let investment = investment()?;
    for people in 1..=40 {
        let own = side(people, Known::measured(Stake::Absent), Some(1))?;
        let verdict = judge_investment(&policy, &own, &investment)?;
        // One of each person; and which tie, who gains, and whose gain it is.
        assert_eq!(verdict.findings().len(), people.saturating_add(3));
        assert_eq!(
            verdict.findings().is_spilled(),
            verdict.findings().len() > Findings::INLINE
        );
        assert_eq!(verdict.decision(), Decision::Deny);
        let named: Vec<Evidence> = verdict
            .findings()
            .breaches()
            .map(|finding| finding.evidence)
            .collect();
        let expected: Vec<Evidence> = own
            .operators()
            .iter()
            .map(|operator| unresolved(operator.id))
            .collect();
        assert_eq!(named, expected);
        assert_eq!(verdict.remedies().count(), people);
        let json = serde_json::to_string(&verdict)?;
        assert_eq!(serde_json::from_str::<Verdict>(&json)?, verdict);
    }
    Ok(())
}

fn unresolved(id: PersonId) -> Evidence {
    use keqing::verdict::{Bound, Subject};
    let side = Side::Supplier;
    Evidence::count(Fact::Conflicts, 1, Bound::AtMost, 0).of(Subject::Person { side, id })
}
