//! The feelings of people, their trust, and the agreement of their interests with their organization's.

use std::num::NonZeroU32;

use keqing::party::alignment::{
    AdvantageReason, AlignmentKind, AlignmentPolicy, Conflict, ConflictState, OperatorFacts,
    OrganizationSize, OwnershipForm, SideFacts, Stake, advantage, alignment,
};
use keqing::party::feeling::{AffectStart, Emotion, MoodPolicy, Observation, Polarity, feeling};
use keqing::party::parties::{Operators, Organization, Parties, Person};
use keqing::party::trust::{PersonTrust, assess_trust};
use keqing::vocab::known::Known;
use keqing::vocab::name::{Label, PersonId};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Department, Level, Side, TrustLevel};
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

/// The resolved and the whole weight of everybody's conflicts; those of owners weigh nothing.
fn weights(side: &SideFacts) -> Option<(u64, u64)> {
    let (mut resolved, mut whole) = (0_u64, 0_u64);
    for operator in side
        .operators()
        .iter()
        .filter(|one| !one.is_residual_claimant())
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

/// Two people a side, and what each of them trusts; unknown where it is left out.
fn trusting() -> impl Strategy<Value = Vec<PersonTrust>> {
    let level = || known(select(TrustLevel::ALL.to_vec()));
    vec(level(), 4).prop_map(|levels| {
        let told = |(number, level)| {
            let side = if number < 2 {
                Side::Supplier
            } else {
                Side::Customer
            };
            PersonTrust {
                side,
                person: id(number),
                level,
            }
        };
        levels.into_iter().enumerate().map(told).collect()
    })
}

fn parties() -> Option<Parties> {
    let people = |numbers: [usize; 2]| {
        Operators::people(numbers.map(|number| Person {
            id: id(number),
            department: Department::Sales,
            level: Level::Operator,
        }))
    };
    let (ours, theirs) = (
        Organization::new("s", "S").ok()?,
        Organization::new("c", "C").ok()?,
    );
    Parties::new(ours, people([0, 1]).ok()?, theirs, people([2, 3]).ok()?).ok()
}

proptest! {
    #[test]
    fn an_affect_stays_among_the_moods_it_came_from(policy in mood_policy(), observations in observations()) {
        let found = feeling(&policy, Side::Customer, &observations, day(100));
        let Some(found) = found.ok().and_then(|answer| answer.into_value()) else {
            prop_assert!(false, "there are observations");
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
            grade: keqing::vocab::known::Grade::Measured,
        };
        let observations: Vec<Observation> = (0_u32..).zip(moods).map(observed).collect();
        let found = feeling(&policy, Side::Supplier, &observations, day(100));
        let found = found.ok().and_then(|answer| answer.into_value());
        let affect = found.as_ref().and_then(|found| found.people.first()).map(|one| one.affect.value());
        let moods: Vec<Polarity> = observations.iter().map(|one| policy.polarity(one.emotion)).collect();
        prop_assert_eq!(affect, affect_in_decimals(&policy, &moods));
    }

    #[test]
    fn people_are_felt_for_one_by_one(policy in mood_policy(), observations in observations()) {
        let together = feeling(&policy, Side::Customer, &observations, day(100));
        let together = together.ok().and_then(|answer| answer.into_value());
        for person in together.iter().flat_map(|found| &found.people) {
            let own: Vec<Observation> =
                observations.iter().filter(|one| one.person == person.person).copied().collect();
            let alone = feeling(&policy, Side::Customer, &own, day(100));
            let alone = alone.ok().and_then(|answer| answer.into_value());
            prop_assert_eq!(alone.as_ref().and_then(|found| found.people.first()), Some(person));
        }
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
            (AlignmentKind::Misaligned, weights) => weights.map(|(resolved, whole)| made(resolved, whole)),
        };
        prop_assert_eq!(found.coordination, expected);
        let in_range = |share: Share| Share::NONE <= share && share <= Share::ALL;
        prop_assert!(found.coordination.is_none_or(in_range));
        prop_assert_eq!(found.worst.is_some(), found.kind == AlignmentKind::Misaligned);
    }

    #[test]
    fn one_misaligned_person_makes_the_side_misaligned(operators in operators(), ownership in ownership()) {
        let policy = AlignmentPolicy::standard();
        let kind = |operators: Vec<OperatorFacts>| {
            alignment(&policy, Side::Customer, &side(operators, ownership)).into_value().map(|found| found.kind)
        };
        let each: Vec<Option<AlignmentKind>> =
            operators.iter().map(|operator| kind(vec![operator.clone()])).collect();
        let expected = if each.contains(&Some(AlignmentKind::Misaligned)) {
            Some(AlignmentKind::Misaligned)
        } else if each.contains(&None) {
            None
        } else {
            Some(AlignmentKind::Aligned)
        };
        prop_assert_eq!(kind(operators), expected);
    }

    #[test]
    fn the_worst_is_misaligned_and_coordinates_least(operators in operators(), ownership in ownership()) {
        let policy = AlignmentPolicy::standard();
        let found = |operators| alignment(&policy, Side::Customer, &side(operators, ownership)).into_value();
        let is_misaligned = |operator: &&OperatorFacts| {
            let alone = found(vec![(*operator).clone()]);
            alone.is_some_and(|alone| alone.kind == AlignmentKind::Misaligned)
        };
        let worst = found(operators.clone()).and_then(|found| found.worst);
        let misaligned: Vec<&OperatorFacts> = operators.iter().filter(is_misaligned).collect();
        let least = misaligned.iter().filter_map(|operator| operator.coordination()).min();
        let first = misaligned.iter().find(|operator| operator.coordination() == least);
        prop_assert_eq!(worst, first.map(|operator| operator.id));
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
        prop_assert_eq!(before.map(|found| found.kind), after.map(|found| found.kind));
        prop_assert!(before.map(|found| found.coordination) <= after.map(|found| found.coordination));
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

    #[test]
    fn nobody_is_taken_to_trust_who_has_not_said(people in trusting(), given in 0_usize..=4) {
        let Some(parties) = parties() else { return Ok(()) };
        let people = people.get(..given).unwrap_or(&people);
        let found = assess_trust(&parties, people, Known::Unknown);
        let Some(found) = found.ok().and_then(|answer| answer.into_value()) else {
            prop_assert!(false, "the picture is always told");
            return Ok(());
        };
        let all = people.len() == 4 && people.iter().all(|one| one.level.is_known());
        prop_assert_eq!(found.aggregate.personal.is_known(), all);
        prop_assert!(!found.aggregate.organizational.is_known());
        let least = people.iter().filter_map(|one| one.level.value()).min();
        prop_assert_eq!(found.worst.as_ref().and_then(|worst| worst.level.value()), least);
        if let Some(together) = found.aggregate.personal.value() {
            let reaching = people.iter().filter(|one| one.level.value() >= Some(together)).count();
            prop_assert!(reaching > 2 && least <= Some(together));
        }
    }
}
