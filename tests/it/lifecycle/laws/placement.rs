//! Placing and judging: the gates of a policy hold alike for both, and a guess opens neither.

use keqing::lifecycle::moves::Move;
use keqing::lifecycle::placement::{PeriodShare, Placement, place};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge};
use keqing::verdict::{Decision, Fact, Finding, Outcome};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::words::Stage;
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::support::given::{any_move, day, facts, policy, standing, wallet};

fn placed(policy: &LifecyclePolicy, standing: &Standing, facts: &StageFacts) -> Option<Placement> {
    place(policy, standing, facts, &[]).ok()?.into_value()
}

/// The decision on holding a stage, whatever the relationship stands in.
fn holding(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    stage: Stage,
) -> Option<Decision> {
    let there = Standing::active(stage, standing.since());
    let verdict = judge(policy, &there, facts, Move::Hold);
    Some(verdict.ok()?.decision())
}

/// Every fact whose grade may be lowered.
const GRADED: [Fact; 10] = [
    Fact::Bond,
    Fact::Departments,
    Fact::ExecutiveTie,
    Fact::JointFunctions,
    Fact::OrganizationalTrust,
    Fact::Partnership,
    Fact::PersonalTrust,
    Fact::Recognition,
    Fact::Share,
    Fact::TradeHistory,
];

/// Makes a known fact one that we only guess.
fn lower(fact: Fact, facts: &mut StageFacts) {
    fn guessed<T>(known: &mut Known<T>) {
        if let Known::Given(given) = known {
            given.grade = Grade::Estimated;
        }
    }
    match fact {
        Fact::Bond => guessed(&mut facts.bond),
        Fact::Departments => guessed(&mut facts.departments),
        Fact::ExecutiveTie => guessed(&mut facts.executive_tie),
        Fact::JointFunctions => guessed(&mut facts.joint_functions),
        Fact::OrganizationalTrust => guessed(&mut facts.trust.organizational),
        Fact::Partnership => guessed(&mut facts.partnership),
        Fact::PersonalTrust => guessed(&mut facts.trust.personal),
        Fact::Recognition => guessed(&mut facts.recognition),
        Fact::Share => guessed(&mut facts.share),
        Fact::TradeHistory => guessed(&mut facts.trade_history),
        _ => panic!("{fact} is none of the facts"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// The highest stage that may be held is the least that is supported, and the supported one if no
    /// higher stage is undecided.
    #[test]
    fn what_is_supported_is_what_may_be_held(
        policy in policy(), standing in standing(), facts in facts(100..500),
    ) {
        let Some(placement) = placed(&policy, &standing, &facts) else { return Ok(()) };
        let top = match (facts.share.value(), standing.state()) {
            (Some(ShareOfWallet::Of(share)), _) if !share.is_none() => Stage::Strategic,
            // Nothing is concluded where there was no demand, so no higher stage is.
            (Some(ShareOfWallet::NoDemand), State::Active(stage)) => stage,
            _ => {
                prop_assert_eq!(placement.at_least, Stage::Development);
                prop_assert!(placement.supported.is_some());
                return Ok(());
            }
        };
        let asked = |stage| holding(&policy, &standing, &facts, stage);
        let stages = || Stage::ALL.into_iter().filter(|stage| *stage <= top);
        let least = stages().filter(|stage| asked(*stage) == Some(Decision::Permit)).max();
        prop_assert_eq!(least, Some(placement.at_least));
        let is_open = stages().any(|stage| {
            Some(stage) > least && asked(stage) == Some(Decision::Undecided)
        });
        let supported = least.filter(|_| !is_open).map(State::Active);
        prop_assert_eq!(placement.supported, supported);
    }

    /// The move leads toward the supported state, and never past what the facts leave open.
    #[test]
    fn what_is_proposed_leads_toward_what_is_supported(
        policy in policy(), standing in standing(), facts in facts(100..500),
    ) {
        let Some(placement) = placed(&policy, &standing, &facts) else { return Ok(()) };
        let (from, least) = (standing.state(), placement.at_least);
        let target = placement.proposed.target(from).unwrap_or(from);
        match (from, placement.supported) {
            (_, Some(to)) if from == to => prop_assert_eq!(target, from),
            (State::Active(_), Some(State::Interrupted(stage))) => {
                prop_assert_eq!(target, State::Interrupted(stage));
            }
            (State::Active(from), _) if from < least => {
                prop_assert!(from < target.stage() && target.stage() <= least);
            }
            (State::Active(from), Some(State::Active(to))) => {
                prop_assert_eq!(target, State::Active(to.max(Stage::Initial).min(from)));
            }
            (State::Active(from), None) => {
                prop_assert!(target.is_active() && target.stage() <= from);
                prop_assert!(least <= target.stage());
            }
            (State::Interrupted(_), Some(State::Interrupted(_))) => prop_assert_eq!(target, from),
            (State::Interrupted(_), _) => {
                prop_assert!(!target.is_active() || target.stage() <= least);
            }
        }
    }

    /// A guess never makes a rule met, and never opens what better evidence did not.
    #[test]
    fn a_guess_opens_nothing(
        policy in policy(),
        standing in standing(),
        facts in facts(100..500),
        by in any_move(),
        fact in select(GRADED.to_vec()),
    ) {
        let mut guessed = facts;
        lower(fact, &mut guessed);
        let verdicts = [facts, guessed].map(|facts| judge(&policy, &standing, &facts, by));
        let [Ok(before), Ok(after)] = verdicts else { return Ok(()) };
        let decision = after.decision();
        if matches!(decision, Decision::Permit | Decision::Escalate(_)) {
            prop_assert_eq!(before.decision(), decision);
        }
        let met = |finding: &&Finding| finding.outcome == Outcome::Met;
        for finding in after.findings().iter().filter(met) {
            prop_assert!(before.findings().contains(finding), "{finding:?}");
        }
        let places = [facts, guessed].map(|facts| placed(&policy, &standing, &facts));
        if let [Some(before), Some(after)] = places {
            prop_assert!(after.at_least <= before.at_least);
            prop_assert!(after.supported.is_none() || after.supported == before.supported);
        }
    }

    /// The order of the earlier periods changes nothing.
    #[test]
    fn earlier_periods_may_come_in_any_order(
        (sorted, shuffled) in history().prop_flat_map(|history| (Just(history.clone()), Just(history).prop_shuffle())),
        standing in standing(),
        facts in facts(100..500),
    ) {
        let policy = LifecyclePolicy::standard();
        let [one, other] = [sorted, shuffled].map(|history| place(&policy, &standing, &facts, &history));
        prop_assert_eq!(one, other);
    }
}

/// Periods of different ends, some of them after the facts.
fn history() -> impl Strategy<Value = Vec<PeriodShare>> {
    let shares = vec((1_u32..90, wallet()), 0..8);
    shares.prop_map(|shares| {
        let mut end = 0_u32;
        let ends = shares.into_iter().map(|(gap, share)| {
            end = end.saturating_add(gap);
            PeriodShare {
                period_end: day(end),
                share,
            }
        });
        ends.collect()
    })
}
