//! The usual questions are answered without the heap.
//!
//! `allocation_counter` is the global allocator of this test binary and counts by thread.

mod loyalty;
mod receivable;

use std::num::NonZeroU32;

use allocation_counter::measure;
use chrono::NaiveDate;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge, tally};
use keqing::loyalty::bond::Bond;
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
use keqing::verdict::{
    Decision, Evidence, Fact, Finding, Findings, Outcome, Presence, Severity, Verdict,
};
use keqing::vocab::known::Known;
use keqing::vocab::name::PersonId;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Cause, Department, Level, Pair, Role, Side, TrustLevel};

type Failure = Box<dyn std::error::Error>;

/// Gives what the work gives, which must not have touched the heap.
#[track_caller]
fn without_heap<T>(work: impl FnOnce() -> T) -> T {
    let mut answer = None;
    let counted = measure(|| answer = Some(work()));
    assert_eq!(counted.count_total, 0, "allocations: {counted:?}");
    match answer {
        Some(answer) => answer,
        None => panic!("the work was not done"),
    }
}

#[test]
fn the_counter_counts() {
    let counted = measure(|| drop(std::hint::black_box(vec![7])));
    assert_eq!(counted.count_total, 1);
    assert_eq!(without_heap(|| 7), 7);
}

#[test]
fn no_move_needs_the_heap() -> Result<(), Failure> {
    let since = NaiveDate::from_ymd_opt(2024, 1, 1).ok_or("a date")?;
    let facts = facts(since)?;
    let mut asked = 0_usize;
    for policy in [LifecyclePolicy::standard(), LifecyclePolicy::strict()] {
        for state in State::ALL {
            let standing = Standing::open(state, since).with_step_up(since)?;
            for (by, facts) in Move::ALL
                .iter()
                .flat_map(|by| facts.iter().map(move |facts| (by, facts)))
            {
                let quick = without_heap(|| tally(&policy, &standing, facts, *by))?;
                let verdict = without_heap(|| judge(&policy, &standing, facts, *by))?;
                assert!(!verdict.findings().is_spilled(), "{state} {by} {facts:?}");
                let again = without_heap(|| {
                    let (determining, remedies) = (verdict.determining(), verdict.remedies());
                    (verdict.tally(), determining.count(), remedies.count())
                });
                assert_eq!(again.0, quick, "{state} {by} {facts:?}");
                asked = asked.saturating_add(1);
            }
        }
    }
    assert_eq!(asked, 2 * 8 * 11 * facts.len());
    Ok(())
}

/// Facts of every kind: unknown, none, on a cut, beyond it, of each grade, with ties of each width.
fn facts(as_of: NaiveDate) -> Result<Vec<StageFacts>, Failure> {
    let mut wallets = vec![Known::Unknown, Known::measured(ShareOfWallet::NoDemand)];
    for percent in [0, 1, 49, 50, 51, 79, 80, 81, 100] {
        let share = ShareOfWallet::Of(Share::percent(percent)?);
        wallets.extend([Known::measured(share), Known::estimated(share)]);
    }
    let partnerships = [
        Known::Unknown,
        Known::measured(Presence::Absent),
        Known::customer_stated(Presence::Present),
    ];
    let mut facts = Vec::new();
    for (share, partnership) in wallets
        .into_iter()
        .flat_map(|share| partnerships.map(|partnership| (share, partnership)))
    {
        for ties in [None, Some(Presence::Absent), Some(Presence::Present)] {
            for days in [0, 400] {
                let as_of = as_of.checked_add_days(chrono::Days::new(days));
                let mut fact = StageFacts::new(as_of.ok_or("a date")?);
                (fact.share, fact.partnership) = (share, partnership);
                tie(&mut fact, ties);
                facts.push(fact);
            }
        }
    }
    Ok(facts)
}

fn tie(facts: &mut StageFacts, ties: Option<Presence>) {
    let Some(ties) = ties else { return };
    let (departments, trust) = match ties {
        Presence::Absent => (Department::Sales.into(), TrustLevel::Absent),
        Presence::Present => (Set::all(), TrustLevel::Full),
    };
    facts.departments = Known::measured(departments);
    facts.joint_functions = Known::measured(departments);
    facts.executive_tie = Known::measured(ties);
    facts.recognition = Known::estimated(ties);
    facts.monitoring = Known::measured(ties);
    facts.bond = Known::customer_stated(match ties {
        Presence::Absent => Bond::LockedIn,
        Presence::Present => Bond::Genuine,
    });
    facts.trade_history = Known::measured(ties);
    facts.rival_share = Known::measured(Share::NONE);
    facts.cause = Known::measured(Cause::UnmetNeeds);
    facts.trust.personal = Known::measured(trust);
    facts.trust.organizational = Known::measured(trust);
}

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

#[test]
fn the_last_inline_finding_needs_no_heap_and_the_next_one_does() -> Result<(), Failure> {
    let rule = "LIF-06".parse()?;
    let evidence = Evidence::present(Fact::Partnership, false);
    let finding = Finding::new(rule, Severity::Bar, Outcome::Breached, evidence);
    let verdict = without_heap(|| Verdict::new([finding; Findings::INLINE]));
    assert!(!verdict.findings().is_spilled());
    let spilled = Verdict::new([finding; Findings::INLINE + 1]);
    assert!(spilled.findings().is_spilled());
    assert_eq!(spilled.findings().first(), spilled.findings().last());
    Ok(())
}
