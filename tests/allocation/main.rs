//! The usual questions are answered without the heap.
//!
//! `allocation_counter` is the global allocator of this test binary and counts by thread.

mod loyalty;
mod party;
mod receivable;

use allocation_counter::measure;
use chrono::NaiveDate;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts, judge, tally};
use keqing::verdict::{Evidence, Fact, Finding, Findings, Outcome, Presence, Severity, Verdict};
use keqing::vocab::known::Known;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Bond, Cause, Department, TrustLevel};

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
    facts.monitoring = Known::measured(facts.as_of);
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
