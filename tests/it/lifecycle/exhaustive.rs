//! Every state × move × share × boundary × partnership × grade × topology × trust, against a second
//! statement of the lifecycle rules: slow, declarative, and written from the documents, not from the code.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics fails, which is its purpose"
)]

use std::io::Write;
use std::sync::LazyLock;

use chrono::NaiveDate;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{Boundary, LifecyclePolicy, StageFacts, judge, tally};
use keqing::verdict::{Decision, Presence, RuleId, RuleSet};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::share::Share;
use keqing::vocab::words::{Bond, Cause, Department, Stage, TrustLevel};

use Stage::{Development, Initial, Stable, Strategic};

/// The knowledge of the share.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wallet {
    Unknown,
    NoDemand,
    PerMille(u64),
}

/// The progress of contacts, trust and recognition.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Ties {
    Unknown,
    /// One department, no trust, and a recognition that somebody only guesses.
    Thin,
    /// Three departments and the top, first trust.
    Wide,
    /// Everything that the top stage asks for.
    Full,
}

#[derive(Clone, Copy, Debug)]
struct Case {
    state: State,
    by: Move,
    wallet: Wallet,
    grade: Grade,
    boundary: Boundary,
    partnership: Known<Presence>,
    ties: Ties,
    strict: bool,
}

/// The outcome of one rule in the second statement.
#[derive(Clone, Copy, PartialEq)]
enum Says {
    Holds,
    Broken,
    CannotTell,
}

/// The number of a LIF rule, whether it bars, and what it says.
type Clause = (u16, bool, Says);

#[test]
fn the_two_statements_agree_on_every_case() {
    let wallets: Vec<Wallet> = [Wallet::Unknown, Wallet::NoDemand]
        .into_iter()
        .chain((0..=1000).map(Wallet::PerMille))
        .collect();
    let mut count: u64 = 0;
    for (state, by) in State::ALL
        .into_iter()
        .flat_map(|state| Move::ALL.map(|by| (state, by)))
    {
        for wallet in &wallets {
            for case in around(state, by, *wallet) {
                compare(case, count);
                count += 1;
            }
        }
    }
    // Past the capture of the harness, so that the number is seen.
    let _ = writeln!(std::io::stderr(), "{count} cases");
    assert!(count >= 1_000_000, "only {count} cases");
}

fn around(state: State, by: Move, wallet: Wallet) -> impl Iterator<Item = Case> {
    let partnerships = [
        Known::Unknown,
        Known::measured(Presence::Absent),
        Known::measured(Presence::Present),
    ];
    let grades = [Grade::Estimated, Grade::CustomerStated, Grade::Measured];
    let boundaries = [Boundary::LowerInclusive, Boundary::UpperInclusive];
    let ties = [
        (Ties::Unknown, true),
        (Ties::Thin, false),
        (Ties::Wide, true),
        (Ties::Full, true),
    ];
    let choices = partnerships.into_iter().flat_map(move |partnership| {
        grades
            .into_iter()
            .flat_map(move |grade| boundaries.map(|boundary| (partnership, grade, boundary)))
    });
    choices.flat_map(move |(partnership, grade, boundary)| {
        ties.map(|(ties, strict)| Case {
            state,
            by,
            wallet,
            grade,
            boundary,
            partnership,
            ties,
            strict,
        })
    })
}

fn compare(case: Case, number: u64) {
    let base = if case.strict {
        LifecyclePolicy::strict()
    } else {
        LifecyclePolicy::standard()
    };
    let policy = base.with_boundary(case.boundary);
    let standing = Standing::open(case.state, day(0));
    let facts = facts(case);
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

fn second_statement(case: Case) -> Vec<Clause> {
    let stage = case.state.stage();
    let active = case.state.is_active();
    match case.by {
        Move::Advance { to } => {
            let mut clauses = vec![(7, true, holds(active && rank(to) == rank(stage) + 1))];
            let known = case.wallet != Wallet::Unknown;
            if known && to == Strategic && case.grade == Grade::Estimated {
                clauses.push((2, true, Says::CannotTell));
            }
            clauses.push(carries(case, to));
            clauses.extend(partnership(case, to, true));
            clauses.extend(asks(case, to, case.strict));
            clauses
        }
        Move::Hold if !active => match case.wallet {
            Wallet::Unknown => vec![(12, false, Says::CannotTell)],
            Wallet::NoDemand => vec![],
            Wallet::PerMille(share) => vec![(12, false, holds(share == 0))],
        },
        Move::Hold if stage == Development => match case.wallet {
            // Whether there ever was trade is unknown in every case here.
            Wallet::PerMille(share) if share > 0 => {
                vec![(3, false, Says::Broken), (3, false, Says::CannotTell)]
            }
            _ => vec![(3, false, Says::CannotTell)],
        },
        Move::Hold => {
            let no_demand = case.wallet == Wallet::NoDemand;
            let mut clauses = if no_demand {
                vec![]
            } else {
                vec![carries(case, stage)]
            };
            clauses.extend(partnership(case, stage, true));
            clauses.extend(asks(case, stage, false));
            clauses
        }
        Move::Regress { to } => {
            let falls = active && rank(to) < rank(stage) && to != Development;
            let mut clauses = vec![(9, true, holds(falls)), carries(case, Initial)];
            clauses.extend(no_longer_carries(case, to));
            clauses.push((9, false, holds(rank(stage) <= rank(to) + 1)));
            clauses
        }
        Move::Interrupt => {
            let gone = match case.wallet {
                Wallet::Unknown => (12, true, Says::CannotTell),
                Wallet::NoDemand => (3, true, Says::Broken),
                Wallet::PerMille(share) => (12, true, holds(share == 0)),
            };
            let gradual = (9, false, holds(rank(stage) <= 1));
            vec![(12, true, holds(active)), gone, gradual]
        }
        Move::Recover if stage == Development => vec![(12, true, holds(!active))],
        Move::Recover => vec![(12, true, holds(!active)), carries(case, Initial)],
    }
}

/// The bands: nothing, some, half, four fifths; a cut belongs to one side of it.
fn carries(case: Case, stage: Stage) -> Clause {
    let (rule, cut) = match stage {
        Development => (3, None),
        Initial => (4, Some(0)),
        Stable => (5, Some(500)),
        Strategic => (6, Some(800)),
    };
    match (case.wallet, cut) {
        (Wallet::Unknown, _) => (rule, true, Says::CannotTell),
        (Wallet::NoDemand, _) => (3, true, Says::Broken),
        (Wallet::PerMille(_), None) => (rule, true, Says::Holds),
        (Wallet::PerMille(share), Some(cut)) => (rule, true, holds(reaches(case, share, cut))),
    }
}

fn reaches(case: Case, share: u64, cut: u64) -> bool {
    share > cut || (share == cut && cut > 0 && case.boundary == Boundary::LowerInclusive)
}

/// A fall needs facts that no longer carry what is above it.
fn no_longer_carries(case: Case, to: Stage) -> Option<Clause> {
    let Wallet::PerMille(share) = case.wallet else {
        return None;
    };
    match to {
        Development => Some((4, true, holds(share == 0))),
        Initial => Some((5, true, holds(!reaches(case, share, 500)))),
        Stable if !reaches(case, share, 800) => Some((6, true, Says::Holds)),
        Stable => Some(match case.partnership.value() {
            None => (6, true, Says::CannotTell),
            Some(presence) => (6, true, holds(*presence == Presence::Absent)),
        }),
        Strategic => None,
    }
}

fn partnership(case: Case, stage: Stage, bars: bool) -> Option<Clause> {
    (stage == Strategic).then(|| match case.partnership.value() {
        None => (6, bars, Says::CannotTell),
        Some(presence) => (6, bars, holds(*presence == Presence::Present)),
    })
}

/// Returns the other requirements of a stage, by the progress of the ties.
fn asks(case: Case, stage: Stage, bars: bool) -> Vec<Clause> {
    let contacts = |least: Ties| (14, bars, enough(case.ties, least));
    let trust = |least: Ties| (16, bars, enough(case.ties, least));
    match stage {
        Development => vec![],
        Initial => vec![contacts(Ties::Wide), trust(Ties::Wide)],
        Stable => vec![
            contacts(Ties::Wide),
            trust(Ties::Wide),
            loyalty(case.ties, bars),
        ],
        Strategic => {
            // Of five departments, the top and five functions, wide ties have the top alone; a guessed
            // recognition is as good as none, and none is known of wide ties.
            let recognition = match case.ties {
                Ties::Full => Says::Holds,
                Ties::Unknown | Ties::Thin | Ties::Wide => Says::CannotTell,
            };
            vec![
                contacts(Ties::Full),
                trust(Ties::Full),
                (16, bars, recognition),
            ]
        }
    }
}

/// The main supplier has loyalty, by the customer's own word: guessed of thin ties, broken where wide
/// ones only hold the customer.
fn loyalty(ties: Ties, bars: bool) -> Clause {
    let says = match ties {
        Ties::Unknown | Ties::Thin => Says::CannotTell,
        Ties::Wide => Says::Broken,
        Ties::Full => Says::Holds,
    };
    (5, bars, says)
}

fn enough(ties: Ties, least: Ties) -> Says {
    match (ties, least) {
        (Ties::Unknown, _) => Says::CannotTell,
        (Ties::Full, _) | (Ties::Wide, Ties::Wide) => Says::Holds,
        _ => Says::Broken,
    }
}

fn facts(case: Case) -> StageFacts {
    let mut facts = StageFacts::new(day(400));
    facts.share = match case.wallet {
        Wallet::Unknown => Known::Unknown,
        Wallet::NoDemand => Known::graded(ShareOfWallet::NoDemand, case.grade),
        Wallet::PerMille(share) => Known::graded(
            ShareOfWallet::Of(Share::new(share, 1000).expect("a share")),
            case.grade,
        ),
    };
    facts.partnership = case.partnership;
    facts.cause = Known::measured(Cause::UnmetNeeds);
    let present = Known::measured(Presence::Present);
    let joint = Department::Production | Department::Technology | Department::Logistics;
    let all = joint | Department::Marketing | Department::Finance;
    let trust = match case.ties {
        Ties::Unknown => return facts,
        Ties::Thin => {
            facts.departments = Known::measured(Department::Purchasing.into());
            facts.executive_tie = Known::measured(Presence::Absent);
            facts.joint_functions = Known::measured(Department::Technology.into());
            facts.recognition = Known::estimated(Presence::Present);
            facts.bond = Known::estimated(Bond::Genuine);
            TrustLevel::Absent
        }
        Ties::Wide => {
            facts.departments = Known::measured(joint);
            facts.executive_tie = present;
            facts.joint_functions = Known::measured(joint);
            facts.bond = Known::customer_stated(Bond::LockedIn);
            TrustLevel::First
        }
        Ties::Full => {
            facts.departments = Known::measured(all);
            facts.executive_tie = present;
            facts.joint_functions = Known::measured(all);
            facts.recognition = Known::customer_stated(Presence::Present);
            facts.bond = Known::customer_stated(Bond::Genuine);
            TrustLevel::Full
        }
    };
    facts.trust.personal = Known::measured(trust);
    facts.trust.organizational = Known::measured(trust);
    facts
}

fn rule(number: u16) -> RuleId {
    static RULES: LazyLock<Vec<RuleId>> = LazyLock::new(|| {
        let id = |number| format!("LIF-{number:02}").parse().expect("a rule id");
        (0..=16).map(id).collect()
    });
    RULES[usize::from(number)]
}

const fn holds(condition: bool) -> Says {
    if condition { Says::Holds } else { Says::Broken }
}

const fn rank(stage: Stage) -> u8 {
    match stage {
        Development => 0,
        Initial => 1,
        Stable => 2,
        Strategic => 3,
    }
}

fn day(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(739_000 + number).expect("a date")
}
