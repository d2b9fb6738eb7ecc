//! What the pieces of evidence say together: of each sign the latest that is good enough.

use chrono::NaiveDate;

use crate::loyalty::{LoyaltyEvidence, LoyaltySign};
use crate::vocab::{Grade, Known, Rating, Share};

/// The latest evidence of one sign, and whether somebody only guessed at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told<T> {
    latest: Known<T>,
    on: NaiveDate,
    is_guessed: bool,
}

impl<T: Copy> Told<T> {
    const NOTHING: Self = Self {
        latest: Known::Unknown,
        on: NaiveDate::MIN,
        is_guessed: false,
    };

    #[inline(always)]
    pub(super) const fn latest(&self) -> Known<T> {
        self.latest
    }

    /// Whether there is an estimate of it and nothing better.
    #[inline(always)]
    pub(super) const fn is_only_guessed(&self) -> bool {
        self.is_guessed && !self.latest.is_known()
    }

    /// Hears of it; of two on one day the later in the list counts, and an estimate only where nothing
    /// better is known.
    #[inline(always)]
    fn hear(&mut self, value: T, on: NaiveDate, grade: Grade) {
        let is_guess = |grade| grade == Some(Grade::Estimated);
        let (before, now) = (is_guess(self.latest.grade()), is_guess(Some(grade)));
        let counts = match (before, now) {
            (true, false) => true,
            (false, true) if self.latest.is_known() => false,
            _ => on >= self.on,
        };
        if counts {
            (self.latest, self.on) = (Known::graded(value, grade), on);
        }
    }

    /// Hears of what only the customer itself can say.
    #[inline(always)]
    fn hear_word(&mut self, value: T, on: NaiveDate, grade: Grade) {
        if grade >= Grade::CustomerStated {
            self.hear(value, on, grade);
        } else {
            self.is_guessed = true;
        }
    }
}

/// Everything that the evidence says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidenced {
    pub(super) retention: Told<Share>,
    pub(super) share: Told<Share>,
    pub(super) intention: Told<Rating>,
    pub(super) trust: Told<Rating>,
    pub(super) upholding: Told<Rating>,
    pub(super) evaluation: Told<Rating>,
    /// The evaluation before the latest.
    pub(super) earlier: Told<Rating>,
    pub(super) referrals: Told<u32>,
    pub(super) after_failure: Told<()>,
    pub(super) pays: bool,
    pub(super) is_measured_for_satisfaction: bool,
    pub(super) is_observed: bool,
}

impl Evidenced {
    #[inline(always)]
    pub(super) fn by(evidence: &[LoyaltyEvidence]) -> Self {
        let mut all = Self {
            retention: Told::NOTHING,
            share: Told::NOTHING,
            intention: Told::NOTHING,
            trust: Told::NOTHING,
            upholding: Told::NOTHING,
            evaluation: Told::NOTHING,
            earlier: Told::NOTHING,
            referrals: Told::NOTHING,
            after_failure: Told::NOTHING,
            pays: false,
            is_measured_for_satisfaction: false,
            is_observed: false,
        };
        for piece in evidence {
            all.hear(piece);
        }
        all
    }

    #[inline(always)]
    fn hear(&mut self, piece: &LoyaltyEvidence) {
        let LoyaltyEvidence { on, grade, sign } = *piece;
        match sign {
            LoyaltySign::Evaluation(mark) => self.hear_evaluation(mark, on, grade),
            LoyaltySign::Intention(mark) => self.intention.hear_word(mark, on, grade),
            LoyaltySign::Referrals(count) => self.hear_referrals(count, on, grade),
            LoyaltySign::RepeatAfterFailure => self.after_failure.hear_word((), on, grade),
            LoyaltySign::Retention(rate) => self.retention.hear(rate, on, grade),
            LoyaltySign::Revenue => self.pays = true,
            LoyaltySign::Satisfaction(_) => self.is_measured_for_satisfaction = true,
            LoyaltySign::ShareOfWallet(share) => self.share.hear(share, on, grade),
            LoyaltySign::SoftwareObservation => self.is_observed = true,
            LoyaltySign::Trust(mark) => self.trust.hear_word(mark, on, grade),
            LoyaltySign::Upholding(mark) => self.upholding.hear_word(mark, on, grade),
        }
    }

    /// Keeps the two latest evaluations, whatever the order in which they come.
    #[inline(always)]
    fn hear_evaluation(&mut self, mark: Rating, on: NaiveDate, grade: Grade) {
        if grade < Grade::CustomerStated {
            self.evaluation.is_guessed = true;
        } else if on >= self.evaluation.on {
            self.earlier = self.evaluation;
            self.evaluation.hear(mark, on, grade);
        } else {
            self.earlier.hear(mark, on, grade);
        }
    }

    /// Adds referrals up; together they are as good as the weakest of them that counts.
    #[inline(always)]
    fn hear_referrals(&mut self, count: u32, on: NaiveDate, grade: Grade) {
        let sum = match self.referrals.latest {
            Known::Given(before) => before.value.saturating_add(count),
            Known::Unknown => count,
        };
        let weakest = self
            .referrals
            .latest
            .grade()
            .map_or(grade, |before| before.min(grade));
        if grade < Grade::CustomerStated {
            self.referrals.is_guessed = true;
        } else {
            self.referrals.latest = Known::graded(sum, weakest);
            self.referrals.on = self.referrals.on.max(on);
        }
    }
}
