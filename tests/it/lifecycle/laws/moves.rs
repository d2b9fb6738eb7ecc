//! The lifecycle: where moves lead, what is granted, and what a share says of a stage.

use keqing::lifecycle::moves::{Event, Move, Refusal, TRANSITIONS, decide, evolve};
use keqing::lifecycle::placement::place;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{Boundary, LifecyclePolicy, StageFacts, judge};
use keqing::verdict::{Fact, Finding, Outcome};
use keqing::vocab::share::Share;
use keqing::vocab::time::Days;
use keqing::vocab::words::Stage;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseResult;

use crate::support::given::{any_move, boundary, day, facts, made, policy, share, standing};

/// Moves that are proposed one after the other, each with the facts of its day and the days since the
/// last one.
fn proposals() -> impl Strategy<Value = Vec<(u32, StageFacts, Move)>> {
    vec((0_u32..120, facts(0..1), any_move()), 1..12)
}

/// Follows the proposals, passes each event to the law, and returns the last standing.
fn follow(
    policy: &LifecyclePolicy,
    standing: Standing,
    proposals: &[(u32, StageFacts, Move)],
    mut law: impl FnMut(&Standing, &Event, &Standing) -> TestCaseResult,
) -> TestCaseResult {
    let (mut standing, mut today) = (standing, standing.since());
    for (days, facts, proposed) in proposals {
        today = today
            .checked_add_days(chrono::Days::new((*days).into()))
            .unwrap_or(today);
        let mut facts = *facts;
        facts.as_of = today;
        match decide(policy, &standing, &facts, *proposed) {
            Ok(None) => prop_assert_eq!(*proposed, Move::Hold),
            Ok(Some(event)) => {
                let after = evolve(&standing, &event);
                prop_assert!(after.is_ok(), "{after:?}");
                let after = after.unwrap_or(standing);
                law(&standing, &event, &after)?;
                standing = after;
            }
            Err(Refusal::Refused(verdict)) => prop_assert!(!verdict.decision().is_permit()),
            Err(Refusal::Facts(error)) => prop_assert!(false, "{error}"),
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_stage_is_skipped(policy in policy(), start in standing(), proposals in proposals()) {
        follow(&policy, start, &proposals, |before, _, after| {
            let (from, to) = (before.stage().rank(), after.stage().rank());
            prop_assert!(to <= from.saturating_add(1), "{before:?} {after:?}");
            Ok(())
        })?;
    }

    #[test]
    fn a_second_step_up_waits_for_its_period(
        policy in policy(), start in standing(), proposals in proposals(),
    ) {
        follow(&policy, start, &proposals, |before, event, _| {
            if let (Event::Advanced { on, .. }, Some(last)) = (event, before.last_step_up()) {
                let waited = Days::between(last, *on);
                prop_assert!(waited >= Some(policy.assessment_period()), "{waited:?}");
            }
            Ok(())
        })?;
    }

    #[test]
    fn nobody_goes_back_to_before_the_first_trade(
        policy in policy(), start in standing(), proposals in proposals(),
    ) {
        follow(&policy, start, &proposals, |before, _, after| {
            let fell_out = after.stage() == Stage::Development && before.stage() > Stage::Development;
            prop_assert!(!fell_out, "{before:?} {after:?}");
            Ok(())
        })?;
    }

    #[test]
    fn decide_then_evolve_always_applies(
        policy in policy(), start in standing(), proposals in proposals(),
    ) {
        follow(&policy, start, &proposals, |before, event, after| {
            let row = TRANSITIONS
                .iter()
                .find(|row| row.from == before.state() && row.to == after.state());
            prop_assert!(row.is_some(), "{before:?} {after:?}");
            prop_assert_eq!(after.since(), event.on());
            prop_assert_eq!(after.last_fall().is_some(), matches!(event, Event::Regressed { .. }));
            let json = serde_json::to_string(&(event, after)).unwrap_or_default();
            prop_assert_eq!(serde_json::from_str::<(Event, Standing)>(&json).ok(), Some((*event, *after)));
            // It happened once: it does not apply to where it led.
            prop_assert!(evolve(after, event).is_err());
            Ok(())
        })?;
    }

    #[test]
    fn a_move_that_the_table_lacks_is_never_permitted(
        policy in policy(), standing in standing(), facts in facts(100..500), proposed in any_move(),
    ) {
        if let Ok(verdict) = judge(&policy, &standing, &facts, proposed) {
            let possible = proposed.target(standing.state()).is_some();
            prop_assert_eq!(possible, proposed.is_possible(standing.state()));
            prop_assert!(possible || !verdict.decision().is_permit());
        }
    }

    #[test]
    fn every_granted_move_is_permitted(
        policy in policy(), standing in standing(), facts in facts(100..500),
    ) {
        let placement = place(&policy, &standing, &facts, &[]).ok().and_then(|answer| answer.into_value());
        let Some(placement) = placement else { return Ok(()) };
        let permitted = placement.verdict.decision().is_permit();
        let holds = judge(&policy, &standing, &facts, Move::Hold);
        let holds = holds.is_ok_and(|verdict| verdict.decision().is_permit());
        let granted = if permitted { Some(placement.proposed) } else { holds.then_some(Move::Hold) };
        prop_assert_eq!(placement.granted, granted);
        let judged = judge(&policy, &standing, &facts, placement.proposed);
        prop_assert_eq!(judged.ok(), Some(placement.verdict));
        prop_assert!(placement.proposed.is_possible(standing.state()), "{:?}", placement.proposed);
        if let Some(granted) = placement.granted {
            let event = decide(&policy, &standing, &facts, granted);
            prop_assert_eq!(event.map(|event| event.is_some()), Ok(granted != Move::Hold));
        }
    }

    /// Only a fall can be repaired, and only what is active can fall or break.
    #[test]
    fn what_does_not_fall_has_no_repair_and_no_risk(
        policy in policy(), standing in standing(), facts in facts(100..500), to in select(Stage::ALL.to_vec()),
    ) {
        let by = Move::Regress { to };
        let Ok(verdict) = judge(&policy, &standing, &facts, by) else { return Ok(()) };
        let opens = |one: &Finding| {
            one.evidence.fact == Fact::RepairWindow && one.outcome == Outcome::Classified
        };
        let is_opened = verdict.findings().iter().any(opens);
        prop_assert_eq!(is_opened, by.is_possible(standing.state()));
        let placed = place(&policy, &standing, &facts, &[]).ok();
        if let Some(placement) = placed.and_then(|placed| placed.into_value()) {
            let is_active = placement.supported.is_some_and(State::is_active);
            prop_assert_eq!(placement.risk.is_some(), is_active);
        }
    }

    #[test]
    fn more_share_never_lowers_the_band(policy in policy(), one in share(), other in share()) {
        let (less, more) = (one.min(other), one.max(other));
        prop_assert!(policy.band(less) <= policy.band(more));
        prop_assert_eq!(policy.band(Share::NONE), Stage::Development);
        prop_assert!(one.is_none() || policy.band(one) > Stage::Development);
    }

    #[test]
    fn a_boundary_matters_only_on_a_cut(policy in policy(), share in share()) {
        let [lower, upper] = [Boundary::LowerInclusive, Boundary::UpperInclusive]
            .map(|boundary| policy.with_boundary(boundary).band(share));
        prop_assert_eq!(lower != upper, policy.is_on_boundary(share));
        prop_assert!(upper <= lower && lower.rank() <= upper.rank().saturating_add(1));
    }

    /// The band in words: the highest stage whose cut is passed, or reached where that suffices.
    #[test]
    fn a_band_is_the_highest_stage_that_the_share_carries(
        boundary in boundary(), cuts in (1_u64..100, 1_u64..100), per_mille in 0_u64..=1000,
    ) {
        let (low, high) = (cuts.0.min(cuts.1), cuts.0.max(cuts.1));
        let policy = LifecyclePolicy::standard().with_boundary(boundary);
        let policy = policy.with_cuts(made(low, 100), made(high, 100));
        prop_assert_eq!(policy.is_ok(), low < high);
        let Ok(policy) = policy else { return Ok(()) };
        let reaches = |percent: u64| match boundary {
            Boundary::LowerInclusive => per_mille >= percent.saturating_mul(10),
            Boundary::UpperInclusive => per_mille > percent.saturating_mul(10),
        };
        let expected = match per_mille {
            0 => Stage::Development,
            _ if reaches(high) => Stage::Strategic,
            _ if reaches(low) => Stage::Stable,
            _ => Stage::Initial,
        };
        prop_assert_eq!(policy.band(made(per_mille, 1000)), expected);
    }

    #[test]
    fn more_share_never_refuses_what_less_has_earned(
        policy in policy(), standing in standing(), facts in facts(100..500), more in share(),
    ) {
        let Some(to) = standing.stage().next() else { return Ok(()) };
        let Some(share) = facts.share.value().and_then(|wallet| wallet.share()) else { return Ok(()) };
        let mut richer = facts;
        richer.share = facts.share.map(|_| ShareOfWallet::Of(more.max(share)));
        richer.rival_share = crate::support::given::beside(&richer);
        let by = Move::Advance { to };
        let decisions = [facts, richer].map(|facts| judge(&policy, &standing, &facts, by).map(|verdict| verdict.decision()));
        if let [Ok(before), Ok(after)] = decisions {
            prop_assert!(after <= before, "{before} became {after}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_policy_survives_json(policy in policy()) {
        let json = serde_json::to_string(&policy).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<LifecyclePolicy>(&json).ok(), Some(policy));
    }

    #[test]
    fn a_standing_survives_json(standing in standing()) {
        let json = serde_json::to_string(&standing).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<Standing>(&json).ok(), Some(standing));
    }

    #[test]
    fn facts_survive_json(facts in facts(0..5000)) {
        let json = serde_json::to_string(&facts).unwrap_or_default();
        prop_assert_eq!(serde_json::from_str::<StageFacts>(&json).ok(), Some(facts));
    }
}

#[test]
fn facts_older_than_the_standing_are_no_facts() {
    let standing = Standing::open(State::Active(Stage::Initial), day(10));
    let policy = LifecyclePolicy::standard();
    for (date, fits) in [(9, false), (10, true), (11, true)] {
        let facts = StageFacts::new(day(date));
        assert_eq!(judge(&policy, &standing, &facts, Move::Hold).is_ok(), fits);
        assert_eq!(place(&policy, &standing, &facts, &[]).is_ok(), fits);
    }
}
