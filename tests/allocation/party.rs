//! The usual questions about the four parties.

use std::num::NonZeroU32;

use allocation_counter::measure;
use chrono::NaiveDate;
use keqing::party::action::{
    Action, Countermeasure, Direction, Effect, Measure, Need, judge_action, judge_measure,
};
use keqing::party::alignment::{
    AlignmentPolicy, Conflict, ConflictState, Investment, OperatorFacts, OrganizationSize,
    OwnershipForm, Purpose, SideFacts, Stake, advantage, alignment, judge_investment,
};
use keqing::party::continuity::{
    Assignment, ContinuityPolicy, Tie, Ties, concentration, judge_assignment,
};
use keqing::party::integrity::{IntegrityOffice, judge_gain};
use keqing::party::parties::{Person, Register};
use keqing::verdict::{Decision, Evidence, Fact, Findings, Presence, Verdict};
use keqing::vocab::benefit::{
    Benefit, BenefitRecord, Clearance, ClearanceScope, ClearanceWord, Gain, Horizon, InterestKind,
    Scope,
};
use keqing::vocab::known::{Grade, Known, Stated};
use keqing::vocab::name::PersonId;
use keqing::vocab::words::{Department, Level, NeedKind, Pair, Role, Side};

use crate::{Failure, without_heap};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 1).unwrap_or_default()
}

/// Somebody of our legal affairs.
fn legal() -> Register {
    let gu = "gu"
        .parse()
        .map(|id| Person::of(id, Department::Legal, Level::Manager));
    Register::new(gu, []).unwrap_or_default()
}

/// The word of the integrity office about the people of one side.
fn word(word: ClearanceWord, party: Role) -> Clearance {
    let word = Clearance::new(word, Grade::Measured, today(), ClearanceScope::new(party));
    word.with_by("gu".parse().ok())
}

#[test]
fn no_measure_needs_the_heap() -> Result<(), Failure> {
    let effects = [
        None,
        Some(Effect::new(Direction::Positive)),
        Some(Effect::new(Direction::Zero)),
        Some(Effect::new(Direction::Negative)),
        Some(Effect::countered(Countermeasure::new(
            "longer terms for a year".parse()?,
            "li-na".parse()?,
            today(),
        ))),
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
    let li_na = Person::new("li-na", Department::Sales, Level::Operator)?;
    let register = Register::new([li_na], [])?;
    for measure in &measures {
        let verdict = without_heap(|| judge_measure(&register, measure, today()))?;
        assert!(!verdict.findings().is_spilled());
    }
    Ok(())
}

#[test]
fn no_action_needs_the_heap() {
    let words = [
        None,
        Some(ClearanceWord::Refused),
        Some(ClearanceWord::Cleared),
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
            action.clearance = word.map(|said| self::word(said, party));
            judged(&action);
        }
    }
}

#[track_caller]
fn judged(action: &Action) {
    let register = legal();
    let office = IntegrityOffice::new(&register, today());
    let verdict = without_heap(|| judge_action(&office, action));
    assert!(verdict.is_ok_and(|verdict| !verdict.findings().is_empty()));
}

#[test]
fn no_gain_needs_the_heap() -> Result<(), Failure> {
    let register = legal();
    let office = IntegrityOffice::new(&register, today());
    let amount = Some("500 CNY".parse()?);
    for party in Role::ALL {
        let benefit = Known::measured(Benefit {
            party,
            interest: InterestKind::new(Scope::of(party), NeedKind::Material),
            horizon: Horizon::Near,
        });
        for word in [
            None,
            Some(ClearanceWord::Refused),
            Some(ClearanceWord::Cleared),
        ] {
            let word = word.map(|said| self::word(said, party));
            for benefit in [Known::Unknown, benefit] {
                let gain = Gain::new(benefit).with_amount(amount);
                let gain = gain.with_clearance(word);
                let verdict = without_heap(|| judge_gain(&office, &gain));
                assert!(verdict.is_ok_and(|verdict| verdict.findings().len() == 1));
            }
        }
    }
    Ok(())
}

#[test]
fn no_assignment_needs_the_heap() -> Result<(), Failure> {
    let policy = ContinuityPolicy::standard();
    let specials = [
        Known::Unknown,
        Known::measured(Presence::Absent),
        Known::measured(Presence::Present),
    ];
    let named = ["li-na", "chen-jie"].map(PersonId::new);
    let [Ok(li), Ok(chen)] = named else {
        return Err("two ids".into());
    };
    let person = |id| Person::of(id, Department::Sales, Level::Operator);
    let register = Register::new([person(li), person(chen)], [])?;
    let people = [
        Known::Unknown,
        Known::measured(None),
        Known::measured(Some(li)),
        Known::measured(Some(chen)),
    ];
    for (special, owner) in specials
        .into_iter()
        .flat_map(|one| people.map(|other| (one, other)))
    {
        for deputy in people {
            let mut assignment = Assignment::new();
            (assignment.special, assignment.owner) = (Stated::from(special), Stated::from(owner));
            assignment.deputy = Stated::from(deputy);
            let verdict =
                without_heap(|| judge_assignment(&policy, &register, &assignment, today()))?;
            assert!(!verdict.findings().is_empty());
        }
    }
    Ok(())
}

/// The ties of a day are put together once, in lists that grow; no tie takes a piece of the heap of its own.
#[test]
fn the_ties_of_a_day_take_a_few_lists() -> Result<(), Failure> {
    let policy = ContinuityPolicy::standard();
    for (ours, theirs) in [(0, 0), (1, 1), (1, 5), (5, 1), (5, 5), (20, 20)] {
        let (register, ties) = tied(ours, theirs)?;
        let mut answer = None;
        let counted = measure(|| {
            answer = Some(concentration(&policy, &register, &ties, today()));
        });
        assert!(counted.count_total <= 24, "{ours} × {theirs}: {counted:?}");
        let answer = answer.ok_or("an answer")??;
        assert_eq!(answer.value().is_some(), ours > 0);
        assert!(!answer.findings().is_spilled());
    }
    Ok(())
}

/// Everybody on one side knows everybody on the other.
fn tied(ours: usize, theirs: usize) -> Result<(Register, Ties), Failure> {
    let people = |side: &str, count: usize, department| {
        let ids = (0..count).map(|number| PersonId::new(&format!("{side}-{number}")));
        let person =
            |id: Result<PersonId, _>| id.map(|id| Person::of(id, department, Level::Operator));
        ids.map(person).collect::<Result<Vec<Person>, _>>()
    };
    let ours = people("s", ours, Department::Sales)?;
    let theirs = people("c", theirs, Department::Purchasing)?;
    let pairs = ours
        .iter()
        .flat_map(|our| theirs.iter().map(move |their| (our.id, their.id)));
    let ties = pairs.map(|(our, their)| Tie::new(our, their, NonZeroU32::MIN));
    let ties = Ties::new(ties)?;
    Ok((Register::new(ours, theirs)?, ties))
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
        for people in 1..=3 {
            let side = side(people, stake, conflicts)?;
            sides.push(side.clone().with_ownership(
                Known::measured(OwnershipForm::Private),
                Known::measured(OrganizationSize::Large),
            ));
            sides.push(side);
        }
    }
    let investment = investment()?;
    let register = legal();
    let office = IntegrityOffice::new(&register, today());
    for ours in &sides {
        let mut found = None;
        let counted = measure(|| found = Some(alignment(&policy, Side::Supplier, ours)));
        let found = found.ok_or("an answer")?;
        // Only the list of the conflicts that are open stands on the heap.
        let is_open = found.value().is_some_and(|found| !found.open.is_empty());
        assert_eq!(counted.count_total, u64::from(is_open), "{counted:?}");
        assert!(!found.findings().is_spilled());
        let verdict = without_heap(|| judge_investment(&policy, &office, ours, &investment))?;
        assert!(!verdict.findings().is_spilled());
        // Three people are usual; more of them say more than the inline number of things.
        let people = ours.operators().len();
        let is_usual = |theirs: &&SideFacts| theirs.operators().len().saturating_add(people) <= 3;
        for theirs in sides.iter().filter(is_usual) {
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
    investment.benefits = Known::customer_stated(vec![
        record(Role::SupplierOrganization, "60000 CNY")?,
        record(Role::SupplierOperator, "20000.50 CNY")?,
        record(Role::CustomerOrganization, "90000 CNY")?,
    ]);
    investment.clearances = vec![word(ClearanceWord::Cleared, Role::SupplierOperator)];
    Ok(investment)
}

#[test]
fn findings_beyond_the_usual_number_are_all_there() -> Result<(), Failure> {
    let policy = AlignmentPolicy::standard();
    let investment = investment()?;
    let register = legal();
    let office = IntegrityOffice::new(&register, today());
    for people in 1..=40 {
        let own = side(people, Known::measured(Stake::Absent), Some(1))?;
        let verdict = judge_investment(&policy, &office, &own, &investment)?;
        // One of each person; and which tie, who gains, whose gain it is, and whether that is clean.
        assert_eq!(verdict.findings().len(), people.saturating_add(4));
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
