//! A million distinct cases in shuffled order: a repeated thousand would measure the branch predictor.
//!
//! They are mixed as a desk meets them: most shares lie where the proposed move wants them, some lie
//! elsewhere, and every fact may be unknown.

use chrono::NaiveDate;
use keqing::lifecycle::StageFacts;
use keqing::lifecycle::moves::{Move, TRANSITIONS};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Bond, Cause, Department, Stage, TrustLevel};

use crate::random::Random;

pub(crate) const COUNT: usize = 1_000_000;

#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) standing: Standing,
    pub(crate) facts: StageFacts,
    pub(crate) proposed: Move,
}

/// Makes the cases from a fixed seed, so that every run measures the same ones.
pub(crate) fn cases() -> Vec<Case> {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    (0..COUNT as u64)
        .map(|number| case(number, &mut random))
        .collect()
}

fn case(number: u64, random: &mut Random) -> Case {
    // A prime makes every place another one, and the place makes each pair of dates, and so each case, a
    // distinct one.
    let place = number * 7_919 % 1_000_003;
    let (begin, since_then) = (place / GAPS, place % GAPS);
    let state = match random.below(4) {
        0 => random.pick(&State::ALL),
        _ => State::Active(random.pick(&Stage::ALL)),
    };
    let since = day(begin);
    let mut standing = Standing::open(state, since);
    if random.below(2) == 0 {
        standing = standing.with_step_up(since).unwrap_or(standing);
    }
    let proposed = proposed(state, random);
    let mut facts = StageFacts::new(day(begin + since_then));
    let wallet = wallet(state, proposed, random);
    facts.share = random.word(&[wallet]);
    if random.below(3) == 0 {
        let rival = rival(wallet, random);
        facts.rival_share = random.word(&[rival]);
    }
    facts.cause = random.fact(&Cause::ALL);
    facts.partnership = random.word(&MOSTLY);
    facts.executive_tie = random.fact(&MOSTLY);
    facts.trade_history = random.word(&MOSTLY);
    facts.recognition = random.word(&MOSTLY);
    facts.bond = random.word(&Bond::ALL);
    facts.departments = departments(random);
    facts.joint_functions = departments(random);
    facts.trust.personal = random.fact(&TrustLevel::ALL);
    facts.trust.organizational = random.fact(&TrustLevel::ALL);
    Case {
        standing,
        facts,
        proposed,
    }
}

/// Mostly a move that the table has, as callers ask, and to stay no more often than any other; now and
/// then any move.
fn proposed(state: State, random: &mut Random) -> Move {
    let rows = TRANSITIONS.iter().filter(|row| row.from == state);
    let possible: Vec<Move> = rows.map(|row| row.by).collect();
    match random.below(10) {
        0 => random.pick(&Move::ALL),
        _ => random.pick(&possible),
    }
}

/// Two of three shares lie where the move wants them, a few exactly on a cut; some customers had no
/// demand.
fn wallet(state: State, proposed: Move, random: &mut Random) -> ShareOfWallet {
    let stage = proposed.target(state).unwrap_or(state).stage();
    let is_right = random.below(3) > 0;
    let (from, to) = match (proposed, stage) {
        _ if random.below(50) == 0 => return ShareOfWallet::NoDemand,
        _ if random.below(50) == 0 => return percent(random.pick(&[0, 50, 80])),
        (Move::Interrupt, _) | (Move::Hold, Stage::Development) if is_right => (0, 1),
        (_, Stage::Initial) if is_right => (1, 500_000),
        (_, Stage::Stable) if is_right => (500_000, 800_000),
        (_, Stage::Strategic) if is_right => (800_000, 1_000_000),
        _ => (0, 1_000_000),
    };
    of(from + random.below(to - from), 1_000_000)
}

/// Makes the share of another supplier: mostly a part of the rest, now and then more than the rest.
fn rival(wallet: ShareOfWallet, random: &mut Random) -> Share {
    let ours = wallet.share().unwrap_or(Share::NONE);
    let rest = ours.whole() - ours.part();
    let part = match random.below(50) {
        0 => ours.whole(),
        1..10 => rest,
        _ => random.below(rest + 1),
    };
    Share::new(part, ours.whole()).unwrap_or(Share::NONE)
}

fn departments(random: &mut Random) -> Known<Set<Department>> {
    let bits = random.below(1 << 12) | random.below(1 << 12);
    let all = Set::<Department>::all().iter().enumerate();
    let chosen = all.filter(|(place, _)| (bits >> place) & 1 == 1);
    let chosen: Set<_> = chosen.map(|(_, department)| department).collect();
    random.fact(&[chosen])
}

fn percent(percent: u64) -> ShareOfWallet {
    of(percent, 100)
}

fn of(part: u64, whole: u64) -> ShareOfWallet {
    ShareOfWallet::Of(Share::new(part, whole).unwrap_or(Share::NONE))
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(738_000 + number as i32).unwrap_or_default()
}

/// The largest number of days between the beginning of a standing and the facts, and one more.
const GAPS: u64 = 400;

const MOSTLY: [Presence; 3] = [Presence::Present, Presence::Present, Presence::Absent];

const GRADES: [Grade; 4] = [
    Grade::Estimated,
    Grade::CustomerStated,
    Grade::Measured,
    Grade::Measured,
];

impl Random {
    /// One of the values, measured; unknown one time in eight.
    fn fact<T: Copy>(&mut self, values: &[T]) -> Known<T> {
        let value = self.pick(values);
        match self.below(8) {
            0 => Known::Unknown,
            _ => Known::measured(value),
        }
    }

    /// One of the values, of any grade; unknown one time in eight.
    fn word<T: Copy>(&mut self, values: &[T]) -> Known<T> {
        let (value, grade) = (self.pick(values), self.pick(&GRADES));
        match self.below(8) {
            0 => Known::Unknown,
            _ => Known::graded(value, grade),
        }
    }
}
