//! Ties between people: who holds them on a day, who carries what, and what they span.

use keqing::party::continuity::{
    Coverage, CoverageTarget, LevelSpan, Reliance, Tie, Ties, concentration, coverage,
};
use keqing::party::parties::Register;
use keqing::verdict::{Presence, Subject};
use keqing::vocab::words::Side;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::net::{held, last_days, of, policy, register, ties, today};
use crate::support::given::{day, departments, presence};
use crate::support::naive;

fn target() -> impl Strategy<Value = CoverageTarget> {
    let levels = select(vec![LevelSpan::One, LevelSpan::Two, LevelSpan::Three]);
    (0_u32..6, levels, departments(), presence()).prop_map(|(count, levels, functions, tie)| {
        let mut target = CoverageTarget::NOTHING;
        (target.departments, target.levels) = (count, levels);
        (target.functions, target.executive_tie) = (functions, tie);
        target
    })
}

fn spans(register: &Register, ties: &[Tie], target: &CoverageTarget) -> Option<Coverage> {
    let found = coverage(register, &of(ties), target, today());
    found.ok().and_then(|found| found.into_value())
}

proptest! {
    #[test]
    fn whoever_has_left_holds_no_tie(ties in ties(), last in last_days(), on in 0_u32..25) {
        let register = register(&last);
        let net = of(&ties).on(&register, day(on));
        let net = net.map_err(|error| proptest::prelude::TestCaseError::fail(error.to_string()))?;
        let mut by_hand: Vec<Tie> = held(&ties, &register, day(on)).copied().collect();
        by_hand.sort_by_key(|tie| (tie.supplier, tie.customer));
        prop_assert_eq!(net.iter().copied().collect::<Vec<_>>(), by_hand);
        prop_assert!(!net.is_unknown());
        for side in Side::ALL {
            for person in register.side(side).iter().filter(|one| !one.acts_on(day(on))) {
                prop_assert!(!net.has(side, &person.id) && net.share_of(side, &person.id).is_none());
                prop_assert!(!net.is_main_contact(side, &person.id));
            }
        }
    }

    #[test]
    fn shares_of_one_side_sum_to_one(
        ties in ties(), last in last_days(), side in select(Side::ALL.to_vec()),
    ) {
        let Ok(net) = of(&ties).on(&register(&last), today()) else { return Ok(()) };
        prop_assert!(net.is_empty() || naive::sum_to_one(net.holders(side).map(|holder| holder.share)));
        for holder in net.holders(side) {
            prop_assert_eq!(net.share_of(side, &holder.person), holder.share);
            let is_largest = holder.share == net.largest_share(side);
            prop_assert_eq!(net.is_main_contact(side, &holder.person), is_largest);
        }
    }

    #[test]
    fn the_order_of_ties_cannot_matter(
        (given, shuffled) in ties().prop_flat_map(|ties| (Just(ties.clone()), Just(ties).prop_shuffle())),
        last in last_days(),
    ) {
        prop_assert_eq!(&of(&given), &of(&shuffled));
        let register = register(&last);
        prop_assert_eq!(of(&given).on(&register, today()), of(&shuffled).on(&register, today()));
        let json = serde_json::to_string(&of(&given)).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Ties>(&json).ok(), Some(of(&shuffled)));
    }

    #[test]
    fn the_largest_carrier_decides_the_reliance(policy in policy(), ties in ties(), last in last_days()) {
        let register = register(&last);
        let Ok(net) = of(&ties).on(&register, today()) else { return Ok(()) };
        let Ok(answer) = concentration(&policy, &register, &of(&ties), today()) else { return Ok(()) };
        prop_assert_eq!(answer.value().is_none(), net.is_empty());
        for side in Side::ALL {
            let Some(found) = answer.value().map(|found| *found.on(side)) else { return Ok(()) };
            prop_assert_eq!(Some(found.largest.share), net.holders(side).map(|one| one.share).max());
            prop_assert_eq!(found.reliance, policy.reliance(found.largest.share));
            prop_assert_eq!(usize::try_from(found.people).ok(), Some(net.holders(side).count()));
            let over = net.holders(side).filter(|one| policy.reliance(one.share) > Reliance::Spread);
            let breaches = answer.findings().breaches();
            let named = breaches.filter(|finding| {
                matches!(finding.evidence.subject, Subject::Person { side: of, .. } if of == side)
            });
            prop_assert_eq!(named.count(), over.count());
        }
    }

    #[test]
    fn more_ties_never_lower_coverage(
        ties in ties(), last in last_days(), target in target(), kept in 1_usize..10,
    ) {
        let register = register(&last);
        let fewer = ties.get(..kept.min(ties.len())).unwrap_or(&ties);
        let [more, less] = [&ties[..], fewer].map(|ties| spans(&register, ties, &target));
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
    fn who_asks_for_less_lacks_no_more(ties in ties(), last in last_days(), target in target()) {
        let register = register(&last);
        let gaps = |target| spans(&register, &ties, target).map(|found| found.gaps);
        prop_assert_eq!(gaps(&CoverageTarget::NOTHING).map(|gaps| gaps.len()), Some(0));
        let mut less = target;
        less.departments = target.departments.saturating_sub(1);
        less.levels = LevelSpan::One;
        let (all, fewer) = (gaps(&target), gaps(&less));
        prop_assert!(all.zip(fewer).is_some_and(|(all, fewer)| fewer.is_subset(all)));
    }
}
