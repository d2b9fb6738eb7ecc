//! The cases: what is known of a relationship, and the facts and the standing that say so.

use chrono::NaiveDate;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{Boundary, StageFacts};
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::share::Share;
use keqing::vocab::words::Bond;
use keqing::vocab::words::{Cause, Department, TrustLevel};

/// The knowledge of the share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wallet {
    Unknown,
    NoDemand,
    PerMille(u64),
}

/// The progress of contacts, trust and recognition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ties {
    Unknown,
    /// One department, no trust, and a recognition that somebody only guesses.
    Thin,
    /// Three departments and the top, first trust.
    Wide,
    /// Everything that the top stage asks for.
    Full,
    /// The same, and all of it only guessed.
    Guessed,
}

/// The last step up: when it was, or how old the standing is if nobody entered it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wait {
    RecordedOver,
    RecordedOpen,
    StandingOver,
    StandingOpen,
}

/// The largest share of another supplier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rival {
    Unknown,
    AsMuch,
    Less,
    LessByGuess,
}

/// The trade before the period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Trade {
    Unknown,
    None,
    NoneByGuess,
    Some,
    SomeByGuess,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) state: State,
    pub(super) by: Move,
    pub(super) wallet: Wallet,
    pub(super) grade: Grade,
    pub(super) boundary: Boundary,
    pub(super) partnership: Known<Presence>,
    pub(super) ties: Ties,
    pub(super) strict: bool,
    pub(super) wait: Wait,
    pub(super) rival: Rival,
    pub(super) trade: Trade,
}

impl Case {
    pub(super) fn with_turn(self, number: u64) -> Self {
        let wait = match number % 4 {
            0 => Wait::RecordedOver,
            1 => Wait::RecordedOpen,
            2 => Wait::StandingOver,
            _ => Wait::StandingOpen,
        };
        let rival = match number / 4 % 4 {
            0 => Rival::Unknown,
            1 => Rival::AsMuch,
            2 => Rival::Less,
            _ => Rival::LessByGuess,
        };
        let trade = match number / 16 % 5 {
            0 => Trade::Unknown,
            1 => Trade::None,
            2 => Trade::NoneByGuess,
            3 => Trade::Some,
            _ => Trade::SomeByGuess,
        };
        Self {
            wait,
            rival,
            trade,
            ..self
        }
    }
}

pub(super) fn around(state: State, by: Move, wallet: Wallet) -> impl Iterator<Item = Case> {
    let partnerships = [
        Known::Unknown,
        Known::estimated(Presence::Absent),
        Known::measured(Presence::Absent),
        Known::estimated(Presence::Present),
        Known::customer_stated(Presence::Present),
    ];
    let grades = [Grade::Estimated, Grade::CustomerStated, Grade::Measured];
    let boundaries = [Boundary::LowerInclusive, Boundary::UpperInclusive];
    let ties = [
        (Ties::Unknown, true),
        (Ties::Thin, false),
        (Ties::Wide, true),
        (Ties::Full, true),
        (Ties::Guessed, true),
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
            wait: Wait::StandingOver,
            rival: Rival::Unknown,
            trade: Trade::Unknown,
        })
    })
}

/// The standing: the facts are of day 400, and 90 days are a period.
pub(super) fn standing(case: Case) -> Standing {
    let (since, step) = match case.wait {
        Wait::RecordedOver => (399, Some(310)),
        Wait::RecordedOpen => (350, Some(311)),
        Wait::StandingOver => (310, None),
        Wait::StandingOpen => (311, None),
    };
    let standing = Standing::open(case.state, day(since));
    match step {
        Some(step) => standing.with_step_up(day(step)).expect("an earlier step"),
        None => standing,
    }
}

pub(super) fn facts(case: Case) -> StageFacts {
    let mut facts = StageFacts::new(day(400));
    facts.share = match case.wallet {
        Wallet::Unknown => Known::Unknown,
        Wallet::NoDemand => Known::graded(ShareOfWallet::NoDemand, case.grade),
        Wallet::PerMille(share) => Known::graded(ShareOfWallet::Of(per_mille(share)), case.grade),
    };
    facts.rival_share = rival(case);
    facts.partnership = case.partnership;
    facts.trade_history = match case.trade {
        Trade::Unknown => Known::Unknown,
        Trade::None => Known::customer_stated(Presence::Absent),
        Trade::NoneByGuess => Known::estimated(Presence::Absent),
        Trade::Some => Known::measured(Presence::Present),
        Trade::SomeByGuess => Known::estimated(Presence::Present),
    };
    facts.cause = Known::measured(Cause::UnmetNeeds);
    tie(case.ties, &mut facts);
    facts
}

fn rival(case: Case) -> Known<Share> {
    let rest = match case.wallet {
        Wallet::PerMille(share) => 1000 - share,
        Wallet::Unknown | Wallet::NoDemand => 1000,
    };
    let at_most = |most: u64| per_mille(rest.min(most));
    match case.rival {
        Rival::Unknown => Known::Unknown,
        Rival::AsMuch => Known::measured(at_most(500)),
        Rival::Less => Known::customer_stated(at_most(300)),
        Rival::LessByGuess => Known::estimated(at_most(300)),
    }
}

fn tie(ties: Ties, facts: &mut StageFacts) {
    let joint = Department::Production | Department::Technology | Department::Logistics;
    let all = joint | Department::Marketing | Department::Finance;
    let (grade, trust) = match ties {
        Ties::Unknown => return,
        Ties::Thin => {
            facts.departments = Known::measured(Department::Purchasing.into());
            facts.executive_tie = Known::measured(Presence::Absent);
            facts.joint_functions = Known::measured(Department::Technology.into());
            facts.recognition = Known::estimated(Presence::Present);
            facts.bond = Known::estimated(Bond::Genuine);
            (Grade::Measured, TrustLevel::Absent)
        }
        Ties::Wide => {
            facts.departments = Known::measured(joint);
            facts.executive_tie = Known::measured(Presence::Present);
            facts.joint_functions = Known::measured(joint);
            facts.bond = Known::customer_stated(Bond::LockedIn);
            (Grade::CustomerStated, TrustLevel::First)
        }
        Ties::Full | Ties::Guessed => {
            let is_guess = ties == Ties::Guessed;
            let (grade, word) = match is_guess {
                true => (Grade::Estimated, Grade::Estimated),
                false => (Grade::Measured, Grade::CustomerStated),
            };
            facts.departments = Known::graded(all, grade);
            facts.executive_tie = Known::graded(Presence::Present, grade);
            facts.joint_functions = Known::graded(all, grade);
            facts.recognition = Known::graded(Presence::Present, word);
            facts.bond = Known::graded(Bond::Genuine, word);
            (grade, TrustLevel::Full)
        }
    };
    facts.trust.personal = Known::graded(trust, grade);
    facts.trust.organizational = Known::graded(trust, grade);
}

fn per_mille(part: u64) -> Share {
    Share::new(part, 1000).expect("a share")
}

fn day(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(739_000 + number).expect("a date")
}
