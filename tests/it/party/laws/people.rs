//! The feelings of people, and the agreement of their interests with their organization's.

use std::num::NonZeroU32;

use keqing::party::alignment::{
    AdvantageReason, AlignmentPolicy, Conflict, ConflictState, OperatorFacts, OrganizationSize,
    OwnershipForm, SideFacts, Stake, advantage, alignment,
};
use keqing::party::continuity::Ties;
use keqing::party::feeling::{
    AffectStart, Emotion, Feeling, MoodPolicy, Observation, Polarity, feeling,
};
use keqing::party::parties::{Person, Register};
use keqing::vocab::answers::AlignmentKind;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::name::{Label, PersonId};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Department, Level, Side};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::support::given::{day, grade, known, made};

fn id(number: usize) -> PersonId {
    match PersonId::new(&format!("person-{number}")) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

fn label(number: usize) -> Label {
    match Label::new(&format!("label {number}")) {
        Ok(label) => label,
        Err(error) => panic!("{error}"),
    }
}

fn polarity() -> impl Strategy<Value = Polarity> {
    (-1000_i64..=1000).prop_map(|units| Polarity::new(Decimal::new(units, 2)).unwrap_or_default())
}

fn emotion() -> impl Strategy<Value = Emotion> {
    prop_oneof![
        select(vec![
            Emotion::Pleasure,
            Emotion::Doubt,
            Emotion::Suspicion,
            Emotion::Anger
        ]),
        polarity().prop_map(|polarity| Emotion::Other {
            name: label(0),
            polarity
        }),
    ]
}

fn mood_policy() -> impl Strategy<Value = MoodPolicy> {
    let start = select(vec![AffectStart::Neutral, AffectStart::FirstMood]);
    (1_u64..=100, start).prop_map(|(smoothing, start)| {
        let policy = MoodPolicy::standard().with_start(start);
        policy
            .with_smoothing(made(smoothing, 100))
            .unwrap_or(policy)
    })
}

/// The customer's people, who stay until the last day given, if there is one.
fn register(last: Option<u32>) -> Register {
    let person = |number| {
        let person = Person::of(id(number), Department::Sales, Level::Operator);
        person.with_until(last.filter(|_| number == 0).map(day))
    };
    Register::new([], (0..4).map(person)).unwrap_or_default()
}

/// The feeling of the customer's people on the hundredth day.
fn feel(policy: &MoodPolicy, observations: &[Observation]) -> Option<Feeling> {
    let (register, none) = (register(None), Ties::default());
    let found = feeling(
        policy,
        &register,
        &none,
        Side::Customer,
        observations,
        day(100),
    );
    found.ok().and_then(|found| found.into_value())
}

/// The observations that are more than a guess.
fn seen(observations: &[Observation]) -> Vec<Observation> {
    let seen = observations
        .iter()
        .filter(|one| one.grade > Grade::Estimated);
    seen.copied().collect()
}

/// Observations of up to four people, the days in order.
fn observations() -> impl Strategy<Value = Vec<Observation>> {
    vec((0_usize..4, emotion(), grade()), 1..20).prop_map(|seen| {
        let observed = |(number, (person, emotion, grade))| Observation {
            person: id(person),
            emotion,
            on: day(number),
            grade,
        };
        (0_u32..).zip(seen).map(observed).collect()
    })
}

/// The affect of one person in decimals: affect + smoothing × (polarity − affect), rounded at each step.
fn affect_in_decimals(policy: &MoodPolicy, moods: &[Polarity]) -> Option<Decimal> {
    let smoothing = Decimal::new(i64::try_from(policy.smoothing().part()).ok()?, 2);
    let mut affect = match policy.start() {
        AffectStart::Neutral => Decimal::ZERO,
        AffectStart::FirstMood => moods.first()?.value(),
    };
    for mood in moods {
        let moved = smoothing.checked_mul(mood.value().checked_sub(affect)?)?;
        affect = affect
            .checked_add(moved)?
            .round_dp_with_strategy(12, RoundingStrategy::MidpointNearestEven);
    }
    Some(affect)
}

fn stake() -> impl Strategy<Value = Stake> {
    select(Stake::ALL.to_vec())
}

fn conflicts() -> impl Strategy<Value = Vec<Conflict>> {
    let state = select(vec![ConflictState::Resolved, ConflictState::Unresolved]);
    vec((1_u32..50, state), 0..5).prop_map(|conflicts| {
        let conflict = |(number, (weight, state))| Conflict {
            name: label(number),
            weight: NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN),
            state,
        };
        conflicts.into_iter().enumerate().map(conflict).collect()
    })
}

fn operators() -> impl Strategy<Value = Vec<OperatorFacts>> {
    vec((known(stake()), known(conflicts())), 1..5).prop_map(|people| {
        let facts = |(number, (stake, conflicts))| {
            let mut facts = OperatorFacts::new(id(number));
            (facts.stake, facts.conflicts) = (stake, conflicts);
            facts
        };
        people.into_iter().enumerate().map(facts).collect()
    })
}

type Ownership = (Known<OwnershipForm>, Known<OrganizationSize>);

fn ownership() -> impl Strategy<Value = Ownership> {
    let forms = Set::<OwnershipForm>::all().iter().collect::<Vec<_>>();
    let sizes = vec![OrganizationSize::Small, OrganizationSize::Large];
    (known(select(forms)), known(select(sizes)))
}

fn side(operators: Vec<OperatorFacts>, ownership: Ownership) -> SideFacts {
    match SideFacts::new(operators) {
        Ok(side) => side.with_ownership(ownership.0, ownership.1),
        Err(error) => panic!("{error}"),
    }
}

fn sides() -> impl Strategy<Value = SideFacts> {
    (operators(), ownership()).prop_map(|(operators, ownership)| side(operators, ownership))
}

/// The resolved and the whole weight of everybody's conflicts; those of a sole owner weigh nothing.
fn weights(side: &SideFacts) -> Option<(u64, u64)> {
    let (mut resolved, mut whole) = (0_u64, 0_u64);
    for operator in side
        .operators()
        .iter()
        .filter(|one| one.stake.value() != Some(&Stake::Sole))
    {
        for conflict in operator.conflicts.value()? {
            let weight = u64::from(conflict.weight.get());
            whole = whole.saturating_add(weight);
            if conflict.state == ConflictState::Resolved {
                resolved = resolved.saturating_add(weight);
            }
        }
    }
    Some((resolved, whole))
}

proptest! {
    #[test]
    fn an_affect_stays_among_the_moods_it_came_from(policy in mood_policy(), observations in observations()) {
        let observations = seen(&observations);
        let Some(found) = feel(&policy, &observations) else {
            prop_assert!(observations.is_empty());
            return Ok(());
        };
        let start = match policy.start() {
            AffectStart::Neutral => Some(Polarity::NEUTRAL),
            AffectStart::FirstMood => None,
        };
        for person in &found.people {
            let moods = observations.iter().filter(|one| one.person == person.person);
            let range: Vec<Polarity> = moods.map(|one| policy.polarity(one.emotion)).chain(start).collect();
            prop_assert!(range.iter().min() <= Some(&person.affect));
            prop_assert!(Some(&person.affect) <= range.iter().max());
        }
        let affects = || found.people.iter().map(|person| person.affect);
        let worst = found.people.iter().find(|person| person.person == found.worst);
        prop_assert_eq!(worst.map(|worst| worst.affect), affects().min());
        prop_assert!(affects().min() <= Some(found.mean) && Some(found.mean) <= affects().max());
    }

    #[test]
    fn an_affect_is_what_decimals_give(policy in mood_policy(), moods in vec(emotion(), 1..12)) {
        let observed = |(number, emotion)| Observation {
            person: id(0),
            emotion,
            on: day(number),
            grade: Grade::Measured,
        };
        let observations: Vec<Observation> = (0_u32..).zip(moods).map(observed).collect();
        let found = feel(&policy, &observations);
        let affect = found.as_ref().and_then(|found| found.people.first()).map(|one| one.affect.value());
        let moods: Vec<Polarity> = observations.iter().map(|one| policy.polarity(one.emotion)).collect();
        prop_assert_eq!(affect, affect_in_decimals(&policy, &moods));
    }

    #[test]
    fn people_are_felt_for_one_by_one(policy in mood_policy(), observations in observations()) {
        let together = feel(&policy, &observations);
        for person in together.iter().flat_map(|found| &found.people) {
            let own: Vec<Observation> =
                observations.iter().filter(|one| one.person == person.person).copied().collect();
            let alone = feel(&policy, &own);
            prop_assert_eq!(alone.as_ref().and_then(|found| found.people.first()), Some(person));
        }
    }

    #[test]
    fn a_guess_moves_no_affect_and_no_order_does(
        policy in mood_policy(),
        (given, shuffled) in observations()
            .prop_flat_map(|seen| (Just(seen.clone()), Just(seen).prop_shuffle())),
    ) {
        let told = |seen: &[Observation]| feel(&policy, seen).map(|found| found.people);
        prop_assert_eq!(told(&given), told(&seen(&given)));
        prop_assert_eq!(told(&given), told(&shuffled));
    }

    /// Whoever has left has no say, and nothing is observed in them any more.
    #[test]
    fn the_moods_of_whoever_has_left_are_counted_and_left_out(
        policy in mood_policy(), observations in observations(), last in 20_u32..100,
    ) {
        let (register, none) = (register(Some(last)), Ties::default());
        let on = |day| {
            let found = feeling(&policy, &register, &none, Side::Customer, &observations, day);
            found.ok().and_then(|found| found.into_value())
        };
        prop_assert_eq!(on(day(last)), feel(&policy, &observations));
        let others: Vec<Observation> =
            observations.iter().filter(|one| one.person != id(0)).copied().collect();
        let (after, alone) = (on(day(last.saturating_add(1))), feel(&policy, &others));
        prop_assert_eq!(
            after.as_ref().map(|found| &found.people),
            alone.as_ref().map(|found| &found.people)
        );
        let gone = observations.len().saturating_sub(others.len());
        prop_assert!(after.is_none_or(|found| usize::try_from(found.gone) == Ok(gone)));
    }

    #[test]
    fn a_polarity_is_exact_or_refused(units in -2_000_000_i64..=2_000_000, places in 0_u32..15) {
        let number = Decimal::new(units, places);
        let polarity = Polarity::new(number);
        let inside = number.abs() <= Decimal::TEN && number.normalize().scale() <= 12;
        prop_assert_eq!(polarity.is_ok(), inside);
        prop_assert!(polarity.is_err() || polarity.map(Polarity::value) == Ok(number));
    }

    #[test]
    fn coordination_is_the_resolved_part_of_all_conflicts(sides in sides()) {
        let found = alignment(&AlignmentPolicy::standard(), Side::Customer, &sides).into_value();
        let Some(found) = found else { return Ok(()) };
        let expected = match (found.kind, weights(&sides)) {
            (AlignmentKind::Aligned, _) | (_, Some((_, 0))) => Some(Share::ALL),
            (_, weights) => weights.map(|(resolved, whole)| made(resolved, whole)),
        };
        prop_assert_eq!(found.coordination, expected);
        let in_range = |share: Share| Share::NONE <= share && share <= Share::ALL;
        prop_assert!(found.coordination.is_none_or(in_range));
        prop_assert_eq!(found.worst.is_some(), found.kind != AlignmentKind::Aligned);
        let open = sides.unresolved().count();
        prop_assert_eq!(found.open.len(), open);
        prop_assert!(found.open.is_sorted());
    }

    /// Each person by the words of ALN-01 and ALN-02, and the side by the one who agrees least.
    #[test]
    fn the_one_who_agrees_least_makes_the_side(operators in operators(), ownership in ownership()) {
        let policy = AlignmentPolicy::standard();
        let sides = side(operators.clone(), ownership);
        let of_one = |operator: &OperatorFacts| {
            let open = operator.conflicts.value().map(|all| {
                all.iter().any(|one| one.state == ConflictState::Unresolved)
            });
            match (operator.stake.value(), open) {
                (Some(Stake::Sole), _) | (_, Some(false)) => Some(AlignmentKind::Aligned),
                (Some(Stake::Controlling), Some(true)) => Some(AlignmentKind::AlignedInPart),
                (Some(_), Some(true)) => Some(AlignmentKind::Misaligned),
                (None, Some(true)) => None,
                (_, None) => policy.prior(ownership.0, ownership.1, operator.stake),
            }
        };
        let each: Vec<Option<AlignmentKind>> = operators.iter().map(of_one).collect();
        let least = each.iter().flatten().max().copied();
        let is_open = each.contains(&None) && least != Some(AlignmentKind::Misaligned);
        let found = alignment(&policy, Side::Customer, &sides).into_value();
        prop_assert_eq!(found.as_ref().map(|found| found.kind), least.filter(|_| !is_open));
        let Some(found) = found.filter(|found| found.kind != AlignmentKind::Aligned) else {
            return Ok(());
        };
        let worst: Vec<&OperatorFacts> =
            sides.operators().iter().filter(|one| of_one(one) == Some(found.kind)).collect();
        let share = worst.iter().filter_map(|operator| operator.coordination()).min();
        let first = worst.iter().find(|operator| operator.coordination() == share);
        prop_assert_eq!(found.worst, first.map(|operator| operator.id));
    }

    #[test]
    fn the_order_of_people_cannot_matter(
        (given, shuffled) in operators()
            .prop_flat_map(|people| (Just(people.clone()), Just(people).prop_shuffle())),
        ownership in ownership(),
    ) {
        let found = |operators| {
            let found = alignment(&AlignmentPolicy::standard(), Side::Supplier, &side(operators, ownership));
            found.into_value().map(|found| (found.kind, found.basis, found.coordination))
        };
        prop_assert_eq!(found(given), found(shuffled));
    }

    #[test]
    fn a_conflict_that_is_resolved_never_lowers_coordination(operators in operators(), which in 0_usize..5) {
        let mut better = operators.clone();
        for operator in &mut better {
            let resolved = operator.conflicts.clone().map(|mut conflicts| {
                if let Some(conflict) = conflicts.get_mut(which) {
                    conflict.state = ConflictState::Resolved;
                }
                conflicts
            });
            operator.conflicts = resolved;
        }
        let unknown = (Known::Unknown, Known::Unknown);
        let found = |operators| {
            alignment(&AlignmentPolicy::standard(), Side::Supplier, &side(operators, unknown)).into_value()
        };
        let (before, after) = (found(operators), found(better));
        if let (Some(before), Some(after)) = (before, after) {
            prop_assert!(after.kind <= before.kind, "{:?} after {:?}", after.kind, before.kind);
            prop_assert!(before.coordination <= after.coordination);
        }
    }

    #[test]
    fn the_advantage_of_one_side_is_lacking_on_the_other(ours in sides(), theirs in sides()) {
        let policy = AlignmentPolicy::standard();
        let [there, back] = [advantage(&policy, &ours, &theirs), advantage(&policy, &theirs, &ours)]
            .map(|answer| answer.into_value());
        prop_assert_eq!(there.map(|found| found.reason), back.map(|found| found.reason));
        prop_assert_eq!(there.map(|found| found.basis), back.map(|found| found.basis));
        let across = back.map(|found| found.holder.map(Side::opposite));
        prop_assert_eq!(there.map(|found| found.holder), across);
        let nobodys = there.map(|found| found.holder.is_none());
        let even = there.map(|found| found.reason == AdvantageReason::EvenlyMatched);
        prop_assert_eq!(nobodys, even);
    }
}
