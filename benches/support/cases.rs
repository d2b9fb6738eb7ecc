//! A million distinct cases in shuffled order: a repeated thousand would measure the branch predictor.

use chrono::NaiveDate;
use keqing::lifecycle::StageFacts;
use keqing::lifecycle::moves::{Move, TRANSITIONS};
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::loyalty::bond::Bond;
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Cause, Department, TrustLevel};

use crate::random::Random;

pub(crate) const COUNT: usize = 1_000_000;

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
    let day =
        |days: u64| NaiveDate::from_num_days_from_ce_opt(738_000 + days as i32).unwrap_or_default();
    let state = random.pick(&State::ALL);
    let since = day(random.below(300));
    let mut standing = Standing::open(state, since);
    if random.below(2) == 0 {
        standing = standing.with_step_up(since).unwrap_or(standing);
    }
    let mut facts = StageFacts::new(day(300 + random.below(300)));
    // The number makes each share, and so each case, a distinct one.
    let share = Share::new(number * 7_919 % 1_000_003, 1_000_003).unwrap_or(Share::NONE);
    let wallet = if random.below(50) == 0 {
        ShareOfWallet::NoDemand
    } else {
        ShareOfWallet::Of(share)
    };
    let grades = [
        Grade::Estimated,
        Grade::CustomerStated,
        Grade::Measured,
        Grade::Measured,
    ];
    facts.share = random.known(Known::graded(wallet, random.clone().pick(&grades)));
    let presence = |random: &mut Random| {
        let value = if random.below(3) > 0 {
            Presence::Present
        } else {
            Presence::Absent
        };
        random.known(Known::measured(value))
    };
    facts.partnership = presence(random);
    facts.executive_tie = presence(random);
    facts.trade_history = presence(random);
    facts.recognition = presence(random);
    facts.bond = random.known(Known::customer_stated(random.clone().pick(&Bond::ALL)));
    let departments = |random: &mut Random| {
        let bits = random.below(1 << 12);
        let set = Set::<Department>::all().iter();
        let chosen = set
            .enumerate()
            .filter(|(place, _)| (bits >> place) & 1 == 1)
            .map(|(_, member)| member);
        random.clone().known(Known::measured(chosen.collect()))
    };
    facts.departments = departments(random);
    facts.joint_functions = departments(random);
    facts.trust.personal = random.known(Known::measured(random.clone().pick(&TrustLevel::ALL)));
    facts.trust.organizational =
        random.known(Known::measured(random.clone().pick(&TrustLevel::ALL)));
    facts.cause = random.known(Known::measured(random.clone().pick(&Cause::ALL)));
    // Mostly moves that the table has, as callers ask; now and then one that it has not.
    let possible = TRANSITIONS
        .iter()
        .filter(|row| row.from == state)
        .map(|row| row.by);
    let possible: Vec<Move> = possible.collect();
    let proposed = match random.below(8) {
        0 => random.pick(&Move::ALL),
        _ => random.pick(&possible),
    };
    Case {
        standing,
        facts,
        proposed,
    }
}

impl Random {
    fn known<T>(&mut self, fact: Known<T>) -> Known<T> {
        if self.below(6) == 0 {
            Known::Unknown
        } else {
            fact
        }
    }
}
