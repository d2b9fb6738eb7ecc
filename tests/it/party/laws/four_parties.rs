//! The actions for the four parties, against each rule in plain words.

use keqing::party::action::{
    Action, Benefit, Direction, Effect, Horizon, InterestKind, Measure, Need, NeedKind, Scope,
    judge_action, judge_measure,
};
use keqing::party::alignment::{
    AlignmentPolicy, BenefitRecord, Conflict, ConflictState, Investment, OperatorFacts, Purpose,
    SideFacts, Stake, judge_investment,
};
use keqing::party::continuity::{Assignment, ContinuityPolicy, judge_assignment};
use keqing::party::parties::FourParty;
use keqing::verdict::{Decision, Presence};
use keqing::vocab::known::Known;
use keqing::vocab::money::{Currency, Money};
use keqing::vocab::name::{Label, PersonId};
use keqing::vocab::words::{Pair, Role};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use rust_decimal::Decimal;

use crate::support::given::{known, presence, severity};

fn id(text: &str) -> PersonId {
    match PersonId::new(text) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

fn label(text: &str) -> Label {
    match Label::new(text) {
        Ok(label) => label,
        Err(error) => panic!("{error}"),
    }
}

fn role() -> impl Strategy<Value = Role> {
    select(Role::ALL.to_vec())
}

fn kind() -> impl Strategy<Value = NeedKind> {
    select(NeedKind::ALL.to_vec())
}

fn effect() -> impl Strategy<Value = Option<Effect>> {
    let countered = option::of(proptest::prelude::Just(label("longer terms")));
    let effect =
        (select(Direction::ALL.to_vec()), countered).prop_map(|(direction, countermeasure)| {
            let mut effect = Effect::new(direction);
            effect.countermeasure = countermeasure;
            effect
        });
    option::weighted(0.9, effect)
}

fn measure() -> impl Strategy<Value = Measure> {
    vec(effect(), 4).prop_map(|effects| {
        let mut effects = effects.into_iter();
        Measure {
            effects: FourParty::from_fn(|_| effects.next().flatten()),
        }
    })
}

fn action() -> impl Strategy<Value = Action> {
    let horizon = || select(vec![Horizon::Near, Horizon::Far]);
    let need = (role(), kind(), horizon()).prop_map(|(holder, kind, horizon)| Need {
        holder,
        kind,
        horizon,
    });
    let benefit = (role(), select(InterestKind::ALL.to_vec()), horizon()).prop_map(
        |(party, interest, horizon)| Benefit {
            party,
            interest,
            horizon,
        },
    );
    (
        role(),
        option::weighted(0.9, need),
        option::of(benefit),
        known(presence()),
    )
        .prop_map(|(actor, need, benefit, word)| {
            let mut action = Action::new(actor);
            (action.need, action.benefit, action.integrity_clearance) = (need, benefit, word);
            action
        })
}

fn assignment() -> impl Strategy<Value = Assignment> {
    let people = vec![None, Some(id("li-na")), Some(id("chen-jie"))];
    (
        known(presence()),
        known(select(people.clone())),
        known(select(people)),
    )
        .prop_map(|(special, owner, deputy)| {
            let mut assignment = Assignment::new();
            (assignment.special, assignment.owner, assignment.deputy) = (special, owner, deputy);
            assignment
        })
}

fn own() -> impl Strategy<Value = Vec<OperatorFacts>> {
    let states = select(vec![ConflictState::Resolved, ConflictState::Unresolved]);
    let conflicts = known(vec(states, 0..3));
    vec((known(select(Stake::ALL.to_vec())), conflicts), 1..4).prop_map(|people| {
        let facts = |(number, (stake, conflicts)): (usize, (_, Known<Vec<ConflictState>>))| {
            let mut facts = OperatorFacts::new(id(&format!("person-{number}")));
            let named = |(number, state): (usize, _)| Conflict {
                name: label(&format!("conflict {number}")),
                weight: std::num::NonZeroU32::MIN,
                state,
            };
            facts.stake = stake;
            facts.conflicts =
                conflicts.map(|states| states.into_iter().enumerate().map(named).collect());
            facts
        };
        people.into_iter().enumerate().map(facts).collect()
    })
}

fn records() -> impl Strategy<Value = Vec<BenefitRecord>> {
    let record = (
        option::weighted(0.9, role()),
        select(InterestKind::ALL.to_vec()),
        0_i64..10_000,
    );
    let record = record.prop_map(|(party, interest, cents)| BenefitRecord {
        party,
        interest,
        amount: Money::new(Decimal::new(cents, 2), Currency::CNY),
    });
    vec(record, 0..4)
}

fn investment() -> impl Strategy<Value = Investment> {
    let purpose = select(vec![
        Purpose::RelationshipCapital,
        Purpose::ServiceObligation,
    ]);
    (purpose, known(select(Pair::ALL.to_vec())), known(records())).prop_map(
        |(purpose, tie, benefits)| {
            let mut investment = Investment::new(purpose);
            (investment.tie, investment.benefits) = (tie, benefits);
            investment
        },
    )
}

fn decided(own: &[OperatorFacts], investment: &Investment) -> Option<Decision> {
    let own = SideFacts::new(own.iter().cloned()).ok()?;
    let verdict = judge_investment(&AlignmentPolicy::standard(), &own, investment).ok()?;
    Some(verdict.decision())
}

proptest! {
    #[test]
    fn a_party_that_is_left_out_or_harmed_for_nothing_is_never_permitted(measure in measure()) {
        let is_sound = |effect: &Option<Effect>| {
            effect.is_some_and(|effect| {
                effect.direction != Direction::Negative || effect.countermeasure.is_some()
            })
        };
        let unsound = measure.effects.iter().filter(|(_, effect)| !is_sound(effect)).count();
        let verdict = judge_measure(&measure);
        let expected = if unsound == 0 { Decision::Permit } else { Decision::Deny };
        prop_assert_eq!(verdict.decision(), expected);
        prop_assert_eq!(verdict.remedies().count(), unsound);
    }

    #[test]
    fn an_action_is_justified_by_need_party_and_integrity(action in action()) {
        let for_a_person = |party: Role| Scope::of(party) == Scope::Personal;
        let material = |kind: NeedKind| kind == NeedKind::Material;
        let need = action.need.is_some_and(|need| for_a_person(need.holder) && material(need.kind));
        let benefit = action.benefit.is_some_and(|benefit| {
            let personal = benefit.interest.scope == Scope::Personal || for_a_person(benefit.party);
            personal && material(benefit.interest.kind)
        });
        let misbooked = action
            .benefit
            .is_some_and(|benefit| benefit.interest.scope != Scope::of(benefit.party));
        prop_assert_eq!(action.is_integrity_sensitive(), need || benefit);
        let word = action.integrity_clearance.value();
        let expected = if action.need.is_none() || misbooked {
            Decision::Deny
        } else {
            match (need || benefit, word) {
                (true, None) => Decision::Undecided,
                (true, Some(Presence::Absent)) => Decision::Deny,
                _ => Decision::Permit,
            }
        };
        prop_assert_eq!(judge_action(&action).decision(), expected);
    }

    #[test]
    fn an_action_without_its_clearance_is_never_freer(action in action()) {
        let mut without = action;
        without.integrity_clearance = Known::Unknown;
        let [with, without] = [action, without].map(|action| judge_action(&action).decision());
        prop_assert!(without == Decision::Undecided || without == with);
    }

    #[test]
    fn an_assignment_of_which_less_is_known_is_never_freer(
        assignment in assignment(), deputy in severity(), forgotten in (0_u8..2, 0_u8..2, 0_u8..2),
    ) {
        let policy = ContinuityPolicy::standard().with_deputy(deputy);
        let mut without = assignment;
        if forgotten.0 == 1 {
            without.special = Known::Unknown;
        }
        if forgotten.1 == 1 {
            without.owner = Known::Unknown;
        }
        if forgotten.2 == 1 {
            without.deputy = Known::Unknown;
        }
        let [with, without] =
            [assignment, without].map(|assignment| judge_assignment(&policy, &assignment).decision());
        prop_assert!(without == Decision::Undecided || without == with, "{without} without, {with} with");
    }

    #[test]
    fn what_the_customer_is_owed_is_never_barred(own in own(), investment in investment()) {
        let mut owed = investment;
        owed.purpose = Purpose::ServiceObligation;
        prop_assert_eq!(decided(&own, &owed), Some(Decision::Permit));
    }

    /// The tie, the owners of the organization and the conflicts of the others become unknown. An owner of
    /// whom no conflict is known is taken to have none (ALN-01).
    #[test]
    fn an_investment_of_which_less_is_known_is_never_freer(own in own(), investment in investment()) {
        let with = decided(&own, &investment);
        let is_settled = |without| without == Some(Decision::Undecided) || without == with;
        let mut without = investment.clone();
        without.tie = Known::Unknown;
        prop_assert!(is_settled(decided(&own, &without)));
        for place in 0..own.len() {
            let mut less = own.clone();
            let Some(operator) = less.get_mut(place) else { continue };
            operator.stake = Known::Unknown;
            prop_assert!(is_settled(decided(&less, &investment)));
            let mut less = own.clone();
            let Some(operator) = less.get_mut(place) else { continue };
            if !operator.is_residual_claimant() {
                operator.conflicts = Known::Unknown;
                prop_assert!(is_settled(decided(&less, &investment)));
            }
        }
    }
}
