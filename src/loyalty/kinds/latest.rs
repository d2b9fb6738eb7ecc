//! The latest piece of evidence of each sign that is good enough.

use chrono::NaiveDate;

use crate::loyalty::kinds::evidence::{LoyaltyEvidence, LoyaltySign};
use crate::vocab::known::{Grade, Known};
use crate::vocab::share::Share;
use crate::vocab::words::Rating;

/// The latest evidence of one sign, and whether somebody only guessed at it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Latest<T> {
    known: Known<T>,
    on: NaiveDate,
    is_guessed: bool,
}

impl<T: Copy> Latest<T> {
    const NOTHING: Self = Self {
        known: Known::Unknown,
        on: NaiveDate::MIN,
        is_guessed: false,
    };

    #[inline(always)]
    pub(crate) const fn known(&self) -> Known<T> {
        self.known
    }

    /// Returns whether there is an estimate and nothing better.
    #[inline(always)]
    pub(crate) const fn is_only_guessed(&self) -> bool {
        self.is_guessed && !self.known.is_known()
    }

    /// Adds a piece of evidence. Of two on one day the later in the list counts. An estimate counts
    /// only if nothing better is known.
    #[inline(always)]
    fn add(&mut self, value: T, on: NaiveDate, grade: Grade) {
        let is_guess = |grade| grade == Some(Grade::Estimated);
        let (before, now) = (is_guess(self.known.grade()), is_guess(Some(grade)));
        let counts = match (before, now) {
            (true, false) => true,
            (false, true) if self.known.is_known() => false,
            _ => on >= self.on,
        };
        if counts {
            (self.known, self.on) = (Known::graded(value, grade), on);
        }
    }

    /// Adds a word that only the customer itself can give.
    #[inline(always)]
    fn add_word(&mut self, value: T, on: NaiveDate, grade: Grade) {
        if grade >= Grade::CustomerStated {
            self.add(value, on, grade);
        } else {
            self.is_guessed = true;
        }
    }
}

/// The evidence of every sign together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidenced {
    pub(crate) retention: Latest<Share>,
    pub(crate) share: Latest<Share>,
    pub(crate) intention: Latest<Rating>,
    pub(crate) trust: Latest<Rating>,
    pub(crate) upholding: Latest<Rating>,
    pub(crate) evaluation: Latest<Rating>,
    /// The evaluation before the latest one.
    pub(crate) earlier: Latest<Rating>,
    pub(crate) referrals: Latest<u32>,
    pub(crate) after_failure: Latest<()>,
    pub(crate) pays: bool,
    pub(crate) is_measured_for_satisfaction: bool,
    pub(crate) is_observed: bool,
}

impl Evidenced {
    #[inline(always)]
    pub(crate) fn by<'a>(evidence: impl IntoIterator<Item = &'a LoyaltyEvidence>) -> Self {
        let mut all = Self {
            retention: Latest::NOTHING,
            share: Latest::NOTHING,
            intention: Latest::NOTHING,
            trust: Latest::NOTHING,
            upholding: Latest::NOTHING,
            evaluation: Latest::NOTHING,
            earlier: Latest::NOTHING,
            referrals: Latest::NOTHING,
            after_failure: Latest::NOTHING,
            pays: false,
            is_measured_for_satisfaction: false,
            is_observed: false,
        };
        // A fold walks a chain of two lists without asking at each step in which of them it is.
        evidence.into_iter().for_each(|piece| all.add(piece));
        all
    }

    #[inline(always)]
    fn add(&mut self, piece: &LoyaltyEvidence) {
        let LoyaltyEvidence { on, grade, sign } = *piece;
        match sign {
            LoyaltySign::Evaluation(mark) => self.add_evaluation(mark, on, grade),
            LoyaltySign::Intention(mark) => self.intention.add_word(mark, on, grade),
            LoyaltySign::Referrals(count) => self.add_referrals(count, on, grade),
            LoyaltySign::RepeatAfterFailure => self.after_failure.add_word((), on, grade),
            LoyaltySign::Retention(rate) => self.retention.add(rate, on, grade),
            LoyaltySign::Revenue => self.pays = true,
            LoyaltySign::Satisfaction(_) => self.is_measured_for_satisfaction = true,
            LoyaltySign::ShareOfWallet(share) => self.share.add(share, on, grade),
            LoyaltySign::SoftwareObservation => self.is_observed = true,
            LoyaltySign::Trust(mark) => self.trust.add_word(mark, on, grade),
            LoyaltySign::Upholding(mark) => self.upholding.add_word(mark, on, grade),
        }
    }

    /// Keeps the two latest evaluations, whatever the order in which they come.
    #[inline(always)]
    fn add_evaluation(&mut self, mark: Rating, on: NaiveDate, grade: Grade) {
        if grade < Grade::CustomerStated {
            self.evaluation.is_guessed = true;
        } else if on >= self.evaluation.on {
            self.earlier = self.evaluation;
            self.evaluation.add(mark, on, grade);
        } else {
            self.earlier.add(mark, on, grade);
        }
    }

    /// Adds referrals up; together they are as good as the weakest of them that counts.
    #[inline(always)]
    fn add_referrals(&mut self, count: u32, on: NaiveDate, grade: Grade) {
        let sum = match self.referrals.known {
            Known::Given(before) => before.value.saturating_add(count),
            Known::Unknown => count,
        };
        let weakest = self
            .referrals
            .known
            .grade()
            .map_or(grade, |before| before.min(grade));
        if grade < Grade::CustomerStated {
            self.referrals.is_guessed = true;
        } else {
            self.referrals.known = Known::graded(sum, weakest);
            self.referrals.on = self.referrals.on.max(on);
        }
    }
}
