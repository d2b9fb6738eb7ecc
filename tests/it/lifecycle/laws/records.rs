//! Records of several statements: placing holds what judging permits, and time alone opens nothing.

use chrono::NaiveDate;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::record::{counted, judge, place, tally};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts, StageRecord};
use keqing::verdict::Decision;
use keqing::vocab::known::{Known, Stated, Statement};
use keqing::vocab::time::Days;
use keqing::vocab::words::Stage;
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::support::given::{any_move, day, facts, policy, standing};

/// Facts as somebody stated them, on a day and perhaps until another one.
type Said = (StageFacts, NaiveDate, Option<NaiveDate>);

fn said() -> impl Strategy<Value = Said> {
    let until = select(vec![None, Some(480), Some(600)]);
    (facts(100..500), select(vec![100, 200, 300, 500]), until)
        .prop_map(|(facts, on, until)| (facts, day(on), until.map(day)))
}

/// The record of what several people stated, as of a day.
fn record(all: &[Said], as_of: NaiveDate) -> StageRecord {
    fn slot<T>(all: &[Said], of: impl Fn(&StageFacts) -> Known<T>) -> Stated<T> {
        Stated::several(all.iter().filter_map(|(facts, on, until)| match of(facts) {
            Known::Unknown => None,
            Known::Given(one) => {
                let said = Statement::new(one.value, one.grade);
                Some(said.with_on(*on).with_until(*until))
            }
        }))
    }
    let mut record = StageRecord::new(as_of)
        .with_bond(slot(all, |facts| facts.bond))
        .with_cause(slot(all, |facts| facts.cause))
        .with_departments(slot(all, |facts| facts.departments))
        .with_executive_tie(slot(all, |facts| facts.executive_tie))
        .with_joint_functions(slot(all, |facts| facts.joint_functions))
        .with_monitoring(slot(all, |facts| facts.monitoring))
        .with_partnership(slot(all, |facts| facts.partnership))
        .with_position(slot(all, |facts| facts.position))
        .with_recognition(slot(all, |facts| facts.recognition))
        .with_rival_share(slot(all, |facts| facts.rival_share))
        .with_share(slot(all, |facts| facts.share))
        .with_trade_history(slot(all, |facts| facts.trade_history));
    record.trust.personal = slot(all, |facts| facts.trust.personal);
    record.trust.organizational = slot(all, |facts| facts.trust.organizational);
    record
}

fn states() -> impl Strategy<Value = Option<Days>> {
    select(vec![None, Some(Days::new(150)), Some(Days::new(365))])
}

/// The decision on holding a stage, whatever the relationship stands in.
fn holding(
    policy: &LifecyclePolicy,
    standing: &Standing,
    record: &StageRecord,
    stage: Stage,
) -> Option<Decision> {
    let there = Standing::active(stage, standing.since());
    Some(tally(policy, &there, record, Move::Hold).ok()?.decision)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// The highest stage that may be held by a disputed record is the least that is supported.
    #[test]
    fn what_is_supported_by_a_record_is_what_may_be_held(
        policy in policy(), states in states(), standing in standing(), all in vec(said(), 1..4),
    ) {
        let policy = policy.with_state_days(states);
        let record = record(&all, day(500));
        let placed = place(&policy, &standing, &record, &[]).ok();
        let Some(placement) = placed.and_then(|placed| placed.into_value()) else { return Ok(()) };
        let top = match (counted(&policy, &record).share.value(), standing.state()) {
            (Some(ShareOfWallet::Of(share)), _) if !share.is_none() => Stage::Strategic,
            (Some(ShareOfWallet::NoDemand), State::Active(stage)) => stage,
            _ => {
                prop_assert_eq!(placement.at_least, Stage::Development);
                return Ok(());
            }
        };
        let asked = |stage| holding(&policy, &standing, &record, stage);
        let stages = || Stage::ALL.into_iter().filter(|stage| *stage <= top);
        let least = stages().filter(|stage| asked(*stage) == Some(Decision::Permit)).max();
        prop_assert_eq!(least, Some(placement.at_least));
        let is_open = stages().any(|stage| {
            Some(stage) > least && asked(stage) == Some(Decision::Undecided)
        });
        let supported = least.filter(|_| !is_open).map(State::Active);
        prop_assert_eq!(placement.supported, supported);
    }

    /// Nothing new is said after the first day, so what may be held later could be held then.
    #[test]
    fn time_alone_opens_nothing(
        states in states(), standing in standing(), all in vec(said(), 1..4), later in 1_u32..500,
    ) {
        for policy in [LifecyclePolicy::standard(), LifecyclePolicy::strict()] {
            let policy = policy.with_state_days(states);
            for stage in Stage::ALL {
                let held = |days| {
                    let record = record(&all, day(days));
                    holding(&policy, &standing, &record, stage)
                };
                let (Some(before), Some(after)) = (held(500), held(500_u32.saturating_add(later)))
                else { continue };
                if after.is_permit() {
                    prop_assert!(before.is_permit(), "{} held {} days later", stage, later);
                }
            }
        }
    }

    /// The order in which people state something does not matter.
    #[test]
    fn the_order_of_statements_does_not_matter(
        policy in policy(), standing in standing(), all in vec(said(), 2..4), by in any_move(),
    ) {
        let turned: Vec<Said> = all.iter().rev().copied().collect();
        let [one, other] = [&all, &turned].map(|all| record(all, day(500)));
        prop_assert_eq!(
            judge(&policy, &standing, &one, by), judge(&policy, &standing, &other, by)
        );
        prop_assert_eq!(
            place(&policy, &standing, &one, &[]), place(&policy, &standing, &other, &[])
        );
    }

    #[test]
    fn the_quick_answer_of_a_record_is_the_explained_one(
        policy in policy(), standing in standing(), all in vec(said(), 1..4), by in any_move(),
    ) {
        let record = record(&all, day(500));
        let quick = tally(&policy, &standing, &record, by);
        let explained = judge(&policy, &standing, &record, by);
        prop_assert_eq!(quick, explained.map(|verdict| verdict.tally()));
    }
}
