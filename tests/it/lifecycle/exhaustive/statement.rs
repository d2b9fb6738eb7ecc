//! The second statement of the rules, from the documents and from what was settled about them.

use keqing::lifecycle::Boundary;
use keqing::lifecycle::moves::Move;
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::words::Stage;

use super::cases::{Case, Rival, Ties, Trade, Wait, Wallet};
use Stage::{Development, Initial, Stable, Strategic};

/// The outcome of one rule in the second statement.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Says {
    Holds,
    Broken,
    CannotTell,
}

/// The number of a LIF rule, whether it bars, and what it says.
pub(super) type Clause = (u16, bool, Says);

pub(super) fn second_statement(case: Case) -> Vec<Clause> {
    let stage = case.state.stage();
    let active = case.state.is_active();
    match case.by {
        Move::Advance { to } => {
            let mut clauses = vec![(7, true, holds(active && rank(to) == rank(stage) + 1))];
            clauses.push(waited(case.wait));
            clauses.extend(too_weak(case, to));
            clauses.push(carries(case, to));
            clauses.extend(partnership(case, to));
            clauses.extend(asks(case, to, case.strict));
            clauses.extend(tied(case, to));
            clauses
        }
        Move::Hold if !active => match case.wallet {
            Wallet::Unknown => vec![(12, false, Says::CannotTell)],
            Wallet::NoDemand => vec![],
            Wallet::PerMille(share) => vec![(12, false, holds(share == 0))],
        },
        Move::Hold if stage == Development => hold_in_development(case),
        Move::Hold => {
            let mut clauses = vec![];
            if case.wallet != Wallet::NoDemand {
                clauses.push(carries(case, stage));
            }
            clauses.extend(too_weak(case, stage));
            clauses.extend(partnership(case, stage));
            clauses.extend(asks(case, stage, false));
            clauses.extend(tied(case, stage));
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
            let mut clauses = vec![(12, true, holds(active)), gone, gradual];
            if stage == Development {
                clauses.push((3, true, has_traded(case.trade)));
            }
            clauses
        }
        Move::Recover => vec![(12, true, holds(!active)), carries(case, Initial)],
    }
}

/// A prospect buys nothing and never did.
fn hold_in_development(case: Case) -> Vec<Clause> {
    match case.wallet {
        Wallet::PerMille(share) if share > 0 => {
            vec![
                (3, false, Says::Broken),
                (3, false, never_traded(case.trade)),
            ]
        }
        Wallet::Unknown => vec![
            (3, false, Says::CannotTell),
            (3, false, never_traded(case.trade)),
        ],
        _ => vec![(3, false, never_traded(case.trade))],
    }
}

/// A prospect never bought anything, by better evidence than a guess.
fn never_traded(trade: Trade) -> Says {
    match trade {
        Trade::Unknown | Trade::NoneByGuess => Says::CannotTell,
        Trade::Some | Trade::SomeByGuess => Says::Broken,
        Trade::None => Says::Holds,
    }
}

/// Only who bought something can stop, by better evidence than a guess.
fn has_traded(trade: Trade) -> Says {
    match trade {
        Trade::Unknown | Trade::SomeByGuess => Says::CannotTell,
        Trade::None | Trade::NoneByGuess => Says::Broken,
        Trade::Some => Says::Holds,
    }
}

/// A step waits for a period after the last one; a young standing may hide one that nobody entered.
fn waited(wait: Wait) -> Clause {
    let says = match wait {
        Wait::RecordedOver | Wait::StandingOver => Says::Holds,
        Wait::RecordedOpen => Says::Broken,
        Wait::StandingOpen => Says::CannotTell,
    };
    (7, true, says)
}

/// The top takes no guess of the share, neither to enter it nor to keep it.
fn too_weak(case: Case, stage: Stage) -> Option<Clause> {
    let is_guess = case.wallet != Wallet::Unknown && case.grade == Grade::Estimated;
    (stage == Strategic && is_guess).then_some((2, true, Says::CannotTell))
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
        (Wallet::PerMille(share), None) => (rule, true, holds(share == 0)),
        (Wallet::PerMille(share), Some(cut)) => (rule, true, holds(reaches(case, share, cut))),
    }
}

fn reaches(case: Case, share: u64, cut: u64) -> bool {
    share > cut || (share == cut && cut > 0 && case.boundary == Boundary::LowerInclusive)
}

/// Exactly on the first cut another supplier may have the other half.
fn tied(case: Case, stage: Stage) -> Option<Clause> {
    let is_half = case.wallet == Wallet::PerMille(500) && reaches(case, 500, 500);
    let says = match case.rival {
        Rival::Unknown | Rival::LessByGuess => Says::CannotTell,
        Rival::AsMuch => Says::Broken,
        Rival::Less => Says::Holds,
    };
    (stage == Stable && is_half).then_some((5, false, says))
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
        Stable => Some(match established(case.partnership) {
            Says::Holds => (6, true, Says::Broken),
            Says::Broken => (6, true, Says::Holds),
            Says::CannotTell => (6, true, Says::CannotTell),
        }),
        Strategic => None,
    }
}

fn partnership(case: Case, stage: Stage) -> Option<Clause> {
    (stage == Strategic).then(|| (6, true, established(case.partnership)))
}

/// A partnership that we only guess is none that anybody knows of; that there is none may be guessed.
fn established(partnership: Known<Presence>) -> Says {
    match (partnership.value(), partnership.grade()) {
        (Some(Presence::Absent), _) => Says::Broken,
        (Some(Presence::Present), Some(Grade::CustomerStated | Grade::Measured)) => Says::Holds,
        _ => Says::CannotTell,
    }
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
                Ties::Unknown | Ties::Thin | Ties::Wide | Ties::Guessed => Says::CannotTell,
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
        Ties::Unknown | Ties::Thin | Ties::Guessed => Says::CannotTell,
        Ties::Wide => Says::Broken,
        Ties::Full => Says::Holds,
    };
    (5, bars, says)
}

/// A guess of enough does not open a gate.
fn enough(ties: Ties, least: Ties) -> Says {
    match (ties, least) {
        (Ties::Unknown | Ties::Guessed, _) => Says::CannotTell,
        (Ties::Full, _) | (Ties::Wide, Ties::Wide) => Says::Holds,
        _ => Says::Broken,
    }
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
