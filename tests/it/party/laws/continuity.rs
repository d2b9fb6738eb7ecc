//! Ties between people: who carries what, what they span, and what a departure takes away.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use keqing::party::continuity::{
    Continuity, ContinuityPolicy, CoverageTarget, Departure, DepartureEffect, DepartureEvent,
    Handover, LevelSpan, Reliance, Tie, Ties, concentration, coverage, departure,
};
use keqing::party::parties::Person;
use keqing::verdict::Presence;
use keqing::vocab::known::Known;
use keqing::vocab::name::PersonId;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Department, Level, Side};
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index, select, subsequence};
use rust_decimal::Decimal;

use crate::support::given::{day, departments, known, made, presence, share};
use crate::support::naive;

const PEOPLE: usize = 5;

/// The same person of a side every time: departments and levels differ from person to person.
fn person(side: Side, number: usize) -> Person {
    let place = number.saturating_add(usize::from(side == Side::Customer));
    let department = Set::<Department>::all().iter().nth(place);
    let level = Level::ALL
        .get(number % 3)
        .copied()
        .unwrap_or(Level::Operator);
    Person {
        id: id(side, number),
        department: department.unwrap_or(Department::Sales),
        level,
    }
}

fn id(side: Side, number: usize) -> PersonId {
    match PersonId::new(&format!("{side}-{number}")) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    }
}

/// Ties of some of the pairs that five people of each side make.
fn ties() -> impl Strategy<Value = Vec<Tie>> {
    let pairs: Vec<(usize, usize)> = (0..PEOPLE)
        .flat_map(|ours| (0..PEOPLE).map(move |theirs| (ours, theirs)))
        .collect();
    let affect = || known((-30_i64..30).prop_map(|tenths| Decimal::new(tenths, 1)));
    subsequence(pairs, 1..10)
        .prop_flat_map(move |pairs| {
            let count = pairs.len();
            let weights = proptest::collection::vec((1_u32..6, affect()), count);
            (Just(pairs), weights)
        })
        .prop_map(|(pairs, weights)| {
            let tied = |((ours, theirs), (weight, affect))| {
                let weight = NonZeroU32::new(weight).unwrap_or(NonZeroU32::MIN);
                let (ours, theirs) = (person(Side::Supplier, ours), person(Side::Customer, theirs));
                let mut tie = Tie::new(ours, theirs, weight);
                tie.affect = affect;
                tie
            };
            pairs.into_iter().zip(weights).map(tied).collect()
        })
}

fn net(ties: &[Tie]) -> Ties {
    match Ties::new(ties.iter().copied()) {
        Ok(ties) => ties,
        Err(error) => panic!("{error}"),
    }
}

fn policy() -> impl Strategy<Value = ContinuityPolicy> {
    let standard = ContinuityPolicy::standard;
    let any =
        (share(), share(), share(), -10_i64..10).prop_map(move |(one, other, broken, affect)| {
            let policy = standard().with_soured_below(Decimal::new(affect, 1));
            let policy = policy
                .with_limits(one.min(other), one.max(other))
                .unwrap_or(policy);
            policy.with_broken_from(broken).unwrap_or(policy)
        });
    proptest::prelude::prop_oneof![Just(standard()), any]
}

fn target() -> impl Strategy<Value = CoverageTarget> {
    let levels = select(vec![LevelSpan::One, LevelSpan::Two, LevelSpan::Three]);
    (0_u32..6, levels, departments(), presence()).prop_map(|(count, levels, functions, tie)| {
        let mut target = CoverageTarget::NOTHING;
        (target.departments, target.levels) = (count, levels);
        (target.functions, target.executive_tie) = (functions, tie);
        target
    })
}

/// A departure of which everything is known, and the day of the question.
fn known_departure() -> impl Strategy<Value = (Vec<Tie>, Departure)> {
    let event = select(vec![
        DepartureEvent::Past { since: day(5) },
        DepartureEvent::Announced { last_day: day(15) },
        DepartureEvent::Soured,
    ]);
    let who = (
        select(Side::ALL.to_vec()),
        0..PEOPLE,
        option::weighted(0.8, 0..PEOPLE),
    );
    (
        ties(),
        who,
        event,
        0_u8..3,
        proptest::prelude::any::<Index>(),
        presence(),
    )
        .prop_map(
            |(ties, (side, leaver, successor), event, handover, cut, plan)| {
                let leaver = id(side, leaver);
                let mut departure = Departure::new(side, leaver, event);
                let successor = successor
                    .map(|number| id(side, number))
                    .filter(|id| *id != leaver);
                let counterparts: Vec<PersonId> = ties
                    .iter()
                    .filter(|tie| tie.person(side).id == leaver)
                    .map(|tie| tie.person(side.opposite()).id)
                    .collect();
                let some = counterparts
                    .iter()
                    .take(cut.index(PEOPLE))
                    .copied()
                    .collect();
                departure.successor = Known::measured(successor);
                departure.handover = Known::measured(match (successor, handover) {
                    (None, _) | (_, 0) => Handover::Nothing,
                    (_, 1) => Handover::Everything,
                    _ => Handover::Counterparts(some),
                });
                departure.plan = Known::measured(plan);
                (ties, departure)
            },
        )
}

fn effect(policy: &ContinuityPolicy, ties: &[Tie], given: &Departure) -> Option<DepartureEffect> {
    match departure(policy, &net(ties), given, day(10)) {
        Ok(answer) => answer.into_value(),
        Err(error) => panic!("{error}"),
    }
}

/// Returns the share that is lost: nothing, this share, or all that matters.
fn lost(continuity: Continuity) -> Share {
    match continuity {
        Continuity::Continuous => Share::NONE,
        Continuity::AtRisk { lost } => lost,
        Continuity::Broken => Share::ALL,
    }
}

/// Returns the loss by a departure, pair by pair: the weight of the ties to people across whom nobody
/// else knows and nobody has taken over.
fn lost_by_hand(ties: &[Tie], given: &Departure) -> Share {
    let (side, across) = (given.side, given.side.opposite());
    let mut ended = 0_u64;
    for tie in ties
        .iter()
        .filter(|tie| tie.person(side).id == given.person)
    {
        let counterpart = tie.person(across).id;
        let others = ties
            .iter()
            .filter(|other| other.person(across).id == counterpart)
            .any(|other| other.person(side).id != given.person);
        let taken_over = match given.handover.value() {
            Some(Handover::Everything) => true,
            Some(Handover::Counterparts(people)) => people.contains(&counterpart),
            _ => false,
        };
        if !others && !taken_over {
            ended = ended.saturating_add(tie.weight.get().into());
        }
    }
    made(
        ended,
        ties.iter().map(|tie| u64::from(tie.weight.get())).sum(),
    )
}

proptest! {
    #[test]
    fn shares_of_one_side_sum_to_one(ties in ties(), side in select(Side::ALL.to_vec())) {
        let net = net(&ties);
        prop_assert!(naive::sum_to_one(net.holders(side).map(|holder| holder.share)));
        for holder in net.holders(side) {
            prop_assert_eq!(net.share_of(side, &holder.person), holder.share);
            let is_largest = holder.share == net.largest_share(side);
            prop_assert_eq!(net.is_main_contact(side, &holder.person), is_largest);
        }
    }

    #[test]
    fn the_order_of_ties_cannot_matter(
        (given, shuffled) in ties().prop_flat_map(|ties| (Just(ties.clone()), Just(ties).prop_shuffle())),
    ) {
        prop_assert_eq!(&net(&given), &net(&shuffled));
        let json = serde_json::to_string(&net(&given)).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Ties>(&json).ok(), Some(net(&shuffled)));
    }

    #[test]
    fn the_largest_carrier_decides_the_reliance(policy in policy(), ties in ties()) {
        let net = net(&ties);
        let answer = concentration(&policy, &net);
        for side in Side::ALL {
            let Some(found) = answer.value().map(|found| *found.on(side)) else {
                prop_assert!(false, "there are ties");
                return Ok(());
            };
            prop_assert_eq!(Some(found.largest.share), net.holders(side).map(|one| one.share).max());
            prop_assert_eq!(found.reliance, policy.reliance(found.largest.share));
            prop_assert_eq!(usize::try_from(found.people).ok(), Some(net.holders(side).count()));
            let over = net.holders(side).filter(|one| policy.reliance(one.share) > Reliance::Spread);
            let breaches = answer.findings().breaches();
            let named = breaches.filter(|finding| {
                matches!(finding.evidence.subject, keqing::verdict::Subject::Person { side: of, .. } if of == side)
            });
            prop_assert_eq!(named.count(), over.count());
        }
    }

    #[test]
    fn more_ties_never_lower_coverage(ties in ties(), target in target(), kept in 1_usize..10) {
        let (all, fewer) = (net(&ties), net(ties.get(..kept.min(ties.len())).unwrap_or(&ties)));
        let [more, less] = [all, fewer].map(|net| coverage(&net, &target).into_value());
        let (Some(more), Some(less)) = (more, less) else {
            prop_assert!(false, "there are ties");
            return Ok(());
        };
        prop_assert!(more.departments.is_superset(less.departments));
        prop_assert!(more.functions.is_superset(less.functions));
        prop_assert!(more.gaps.is_subset(less.gaps));
        prop_assert!(more.missing_functions.is_subset(less.missing_functions));
        prop_assert!(more.supplier.levels() >= less.supplier.levels());
        prop_assert!(more.customer.levels() >= less.customer.levels());
        let tied = |presence| presence == Presence::Present;
        prop_assert!(tied(more.executive_tie) || !tied(less.executive_tie));
    }

    #[test]
    fn who_asks_for_less_lacks_no_more(ties in ties(), target in target()) {
        let net = net(&ties);
        let gaps = |target| coverage(&net, target).into_value().map(|found| found.gaps);
        prop_assert_eq!(gaps(&CoverageTarget::NOTHING).map(|gaps| gaps.len()), Some(0));
        let mut less = target;
        less.departments = target.departments.saturating_sub(1);
        less.levels = LevelSpan::One;
        let (all, fewer) = (gaps(&target), gaps(&less));
        prop_assert!(all.zip(fewer).is_some_and(|(all, fewer)| fewer.is_subset(all)));
    }

    #[test]
    fn a_departure_never_costs_more_than_the_leaver_carried(
        policy in policy(), (ties, given) in known_departure(),
    ) {
        let carried = net(&ties).share_of(given.side, &given.person);
        if let Some(effect) = effect(&policy, &ties, &given) {
            match effect.continuity {
                Continuity::Continuous => {}
                Continuity::AtRisk { lost } => {
                    prop_assert!(lost <= carried && lost < policy.broken_from() && !lost.is_none());
                }
                Continuity::Broken => prop_assert!(policy.broken_from() <= carried),
            }
        }
    }

    #[test]
    fn a_departure_costs_what_adding_up_by_hand_gives(
        policy in policy(), (ties, given) in known_departure(),
    ) {
        if given.event != DepartureEvent::Soured {
            let by_hand = lost_by_hand(&ties, &given);
            let expected = match by_hand {
                lost if lost >= policy.broken_from() => Continuity::Broken,
                lost if lost.is_none() => Continuity::Continuous,
                lost => Continuity::AtRisk { lost },
            };
            let effect = effect(&policy, &ties, &given);
            prop_assert_eq!(effect.map(|effect| effect.continuity), Some(expected));
        }
    }

    #[test]
    fn whoever_hands_over_more_loses_no_more(
        policy in policy(), (ties, given) in known_departure(),
    ) {
        let with = |handover| {
            let mut given = given.clone();
            given.successor = Known::measured(Some(id(given.side, PEOPLE)));
            given.handover = Known::measured(handover);
            effect(&policy, &ties, &given).map(|effect| effect.continuity)
        };
        let some: BTreeSet<PersonId> = match given.handover.value() {
            Some(Handover::Counterparts(people)) => people.clone(),
            _ => BTreeSet::new(),
        };
        let steps = [with(Handover::Nothing), with(Handover::Counterparts(some)), with(Handover::Everything)];
        if let [Some(nothing), Some(some), Some(everything)] = steps {
            prop_assert!(lost(nothing) >= lost(some) && lost(some) >= lost(everything));
            prop_assert_eq!(everything, Continuity::Continuous);
        }
    }

    /// An answer that is given without a fact is given with it too.
    #[test]
    fn an_effect_that_needs_no_fact_is_not_changed_by_it(
        policy in policy(),
        (ties, given) in known_departure(),
        (successor, handover, plan) in (0_u8..2, 0_u8..2, 0_u8..2),
    ) {
        let mut without = given.clone();
        if successor == 1 {
            without.successor = Known::Unknown;
        }
        if handover == 1 {
            without.handover = Known::Unknown;
        }
        if plan == 1 {
            without.plan = Known::Unknown;
        }
        if let Some(told) = effect(&policy, &ties, &without) {
            prop_assert_eq!(Some(told), effect(&policy, &ties, &given));
        }
    }

    #[test]
    fn competitors_have_an_opening_where_a_main_contact_goes(
        policy in policy(), (ties, given) in known_departure(),
    ) {
        let is_main = net(&ties).is_main_contact(given.side, &given.person);
        if let Some(effect) = effect(&policy, &ties, &given) {
            if given.event != DepartureEvent::Soured {
                prop_assert_eq!(effect.alert.is_some(), is_main);
            }
            prop_assert!(effect.alert.is_none_or(|alert| (alert.side, alert.person) == (given.side, given.person)));
        }
    }
}
