//! Every state × move × share × boundary × partnership × grade × topology × trust, against a second
//! statement of the lifecycle rules: slow, declarative, and written from the documents, not from the code.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

mod cases;
mod statement;

use std::io::Write;
use std::sync::LazyLock;

use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::State;
use keqing::lifecycle::{LifecyclePolicy, judge, tally};
use keqing::verdict::{Decision, RuleId, RuleSet};

use cases::{Case, Wallet, around, facts, standing};
use statement::{Says, second_statement};

#[test]
fn the_two_statements_agree_on_every_case() {
    let near = [1, 499, 500, 501, 799, 800, 801, 999];
    let per_mille = (0..=1000).filter(|share| share % 5 == 0 || near.contains(share));
    let wallets: Vec<Wallet> = [Wallet::Unknown, Wallet::NoDemand]
        .into_iter()
        .chain(per_mille.map(Wallet::PerMille))
        .collect();
    let mut count: u64 = 0;
    for (state, by) in State::ALL
        .into_iter()
        .flat_map(|state| Move::ALL.map(|by| (state, by)))
    {
        for wallet in &wallets {
            for case in around(state, by, *wallet) {
                // What the moves have in common walks through all the others in turn.
                let case = case.with_turn(count);
                compare(case, count);
                count += 1;
            }
        }
    }
    // Past the capture of the harness, so that the number is seen.
    let _ = writeln!(std::io::stderr(), "{count} cases");
    assert!(count >= 1_000_000, "only {count} cases");
}

fn compare(case: Case, number: u64) {
    let base = if case.strict {
        LifecyclePolicy::strict()
    } else {
        LifecyclePolicy::standard()
    };
    let policy = base.with_boundary(case.boundary);
    let (standing, facts) = (standing(case), facts(case));
    let quick = tally(&policy, &standing, &facts, case.by).expect("possible facts");
    let clauses = second_statement(case);
    let of = |said: Says| {
        let mut set = RuleSet::EMPTY;
        for (number, ..) in clauses.iter().filter(|clause| clause.2 == said) {
            set.insert(rule(*number)).expect("a rule of the rulebook");
        }
        set
    };
    let barred = |said: Says| clauses.iter().any(|clause| clause.1 && clause.2 == said);
    let decision = if barred(Says::Broken) {
        Decision::Deny
    } else if barred(Says::CannotTell) {
        Decision::Undecided
    } else {
        Decision::Permit
    };
    assert_eq!(quick.decision, decision, "{case:?}");
    assert_eq!(quick.breached, of(Says::Broken), "{case:?}");
    assert_eq!(quick.missing, of(Says::CannotTell), "{case:?}");
    // The explained answer is dearer; every 7th case of it walks through all the others in turn.
    if number % 7 == 0 {
        let verdict = judge(&policy, &standing, &facts, case.by).expect("possible facts");
        assert_eq!(verdict.tally(), quick, "{case:?}");
        assert!(!verdict.findings().is_spilled(), "{case:?}");
    }
}

fn rule(number: u16) -> RuleId {
    static RULES: LazyLock<Vec<RuleId>> = LazyLock::new(|| {
        let id = |number| format!("LIF-{number:02}").parse().expect("a rule id");
        (0..=16).map(id).collect()
    });
    RULES[usize::from(number)]
}
