//! The evidence of every sign: behaviour and events, counted, and the customer's own words.

use chrono::NaiveDate;

use crate::loyalty::kinds::evidence::{LoyaltyEvidence, LoyaltySign};
use crate::loyalty::kinds::word::{Hearing, Word};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::vocab::known::{Grade, Known};
use crate::vocab::mark::Mark;
use crate::vocab::share::Share;

/// The latest share that was counted, or else guessed.
#[derive(Clone, Copy, Debug)]
struct Latest {
    known: Known<Share>,
    on: NaiveDate,
}

impl Latest {
    const NOTHING: Self = Self {
        known: Known::Unknown,
        on: NaiveDate::MIN,
    };

    /// Adds a piece of evidence. An estimate counts only if nothing better is known, and of two on one
    /// day the better grade, then the smaller share.
    #[inline(always)]
    fn add(&mut self, share: Share, on: NaiveDate, grade: Grade) {
        let rank = |grade: Grade, on: NaiveDate| (grade >= Grade::OWN_WORD, on, grade);
        let counts = match self.known {
            Known::Unknown => true,
            Known::Given(before) => {
                let (was, is) = (rank(before.grade, self.on), rank(grade, on));
                was < is || (was == is && share < before.value)
            }
        };
        if counts {
            (self.known, self.on) = (Known::graded(share, grade), on);
        }
    }
}

/// The evidence of every sign together, as of a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidenced {
    pub(crate) retention: Known<Share>,
    pub(crate) share: Known<Share>,
    pub(crate) intention: Word,
    pub(crate) trust: Word,
    pub(crate) upholding: Word,
    pub(crate) evaluation: Word,
    /// The number of referrals that were counted, with the weakest of their grades.
    pub(crate) referrals: Known<u32>,
    pub(crate) refers_by_guess: bool,
    /// The return after a failure.
    pub(crate) came_back: bool,
    pub(crate) came_back_by_guess: bool,
    /// The number of pieces that are dated after the day, and are ignored.
    pub(crate) later: u32,
}

impl Evidenced {
    /// Reads the evidence, and what was counted elsewhere.
    #[inline(always)]
    pub(crate) fn by(
        policy: &LoyaltyPolicy,
        evidence: &[LoyaltyEvidence],
        found: &[LoyaltyEvidence],
        as_of: NaiveDate,
    ) -> Self {
        let word = |mark| Word::of(policy, evidence, mark, Hearing::Describe, as_of);
        let mut all = Self {
            retention: Known::Unknown,
            share: Known::Unknown,
            intention: word(intention),
            trust: word(trust),
            upholding: word(upholding),
            evaluation: word(evaluation),
            referrals: Known::Unknown,
            refers_by_guess: false,
            came_back: false,
            came_back_by_guess: false,
            later: 0,
        };
        let (mut retention, mut share) = (Latest::NOTHING, Latest::NOTHING);
        for piece in evidence.iter().chain(found) {
            let LoyaltyEvidence { on, grade, .. } = *piece;
            if on > as_of {
                all.later = all.later.saturating_add(1);
                continue;
            }
            match piece.sign {
                LoyaltySign::Retention(rate) => retention.add(rate, on, grade),
                LoyaltySign::ShareOfWallet(part) => share.add(part, on, grade),
                LoyaltySign::Referrals(count) => all.add_referrals(count, grade),
                LoyaltySign::RepeatAfterFailure if grade >= Grade::OWN_WORD => all.came_back = true,
                LoyaltySign::RepeatAfterFailure => all.came_back_by_guess = true,
                _ => {}
            }
        }
        (all.retention, all.share) = (retention.known, share.known);
        all
    }

    /// Reads the evidence for a claim: of each person the least favourable evaluation counts.
    pub(crate) fn claimed(
        policy: &LoyaltyPolicy,
        evidence: &[LoyaltyEvidence],
        as_of: NaiveDate,
    ) -> Self {
        Self {
            evaluation: Word::of(policy, evidence, evaluation, Hearing::Open, as_of),
            ..Self::by(policy, evidence, &[], as_of)
        }
    }

    /// Adds referrals up; together they are as good as the weakest of them that counts.
    #[inline(always)]
    fn add_referrals(&mut self, count: u32, grade: Grade) {
        if grade < Grade::OWN_WORD {
            self.refers_by_guess = true;
            return;
        }
        let (before, weakest) = match self.referrals {
            Known::Given(before) => (before.value, before.grade.min(grade)),
            Known::Unknown => (0, grade),
        };
        self.referrals = Known::graded(before.saturating_add(count), weakest);
    }
}

const fn evaluation(sign: LoyaltySign) -> Option<Mark> {
    match sign {
        LoyaltySign::Evaluation(mark) => Some(mark),
        _ => None,
    }
}

const fn intention(sign: LoyaltySign) -> Option<Mark> {
    match sign {
        LoyaltySign::Intention(mark) => Some(mark),
        _ => None,
    }
}

pub(crate) const fn trust(sign: LoyaltySign) -> Option<Mark> {
    match sign {
        LoyaltySign::Trust(mark) => Some(mark),
        _ => None,
    }
}

const fn upholding(sign: LoyaltySign) -> Option<Mark> {
    match sign {
        LoyaltySign::Upholding(mark) => Some(mark),
        _ => None,
    }
}
