//! The evidence of every sign: behaviour and events, counted, and the customer's own words.

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::loyalty::kinds::evidence::{LoyaltyEvidence, LoyaltySign};
use crate::loyalty::kinds::word::{Clock, Hearing, Later, Word};
use crate::loyalty::policy::LoyaltyPolicy;
use crate::satisfaction::measurement::SatisfactionState;
use crate::verdict::Fact;
use crate::vocab::known::{Grade, Known};
use crate::vocab::mark::Mark;
use crate::vocab::share::Share;

/// The share by the best evidence that still counts.
///
/// What expired opens nothing: weaker evidence counts only from the day on which the better one held no longer.
#[derive(Clone, Copy, Debug)]
struct Latest {
    known: Known<Share>,
    on: NaiveDate,
    /// The day on which the last share of each grade, or of a better one, expired; the weakest grade first.
    expired: [Option<NaiveDate>; Grade::ALL.len()],
}

impl Latest {
    const NOTHING: Self = Self {
        known: Known::Unknown,
        on: NaiveDate::MIN,
        expired: [None; Grade::ALL.len()],
    };

    /// Adds a piece of evidence. The better grade counts, then the later day, then the smaller share.
    #[inline(always)]
    fn add(&mut self, share: Share, on: NaiveDate, grade: Grade, clock: Clock) {
        if !clock.holds(on) {
            for (of, expired) in Grade::ALL.into_iter().zip(&mut self.expired) {
                if of <= grade {
                    *expired = (*expired).max(Some(clock.expiry(on)));
                }
            }
            return;
        }
        let counts = match self.known {
            Known::Unknown => true,
            Known::Given(before) => {
                let (was, is) = ((before.grade, self.on), (grade, on));
                was < is || (was == is && share < before.value)
            }
        };
        if counts {
            (self.known, self.on) = (Known::graded(share, grade), on);
        }
    }

    /// Returns the share, and the first day without one if there was one before.
    fn read(&self) -> (Known<Share>, Option<NaiveDate>) {
        let [any, ..] = self.expired;
        let Some(grade) = self.known.grade() else {
            return (Known::Unknown, any);
        };
        let better = Grade::ALL.into_iter().zip(self.expired);
        let better = better
            .filter(|(of, _)| *of > grade)
            .find_map(|(_, day)| day);
        match better.is_some_and(|expired| self.on < expired) {
            true => (Known::Unknown, any),
            false => (self.known, None),
        }
    }
}

/// The first days on which signs no longer count, of which no later one is known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gone {
    pub(crate) retention: Option<NaiveDate>,
    pub(crate) referrals: Option<NaiveDate>,
    pub(crate) came_back: Option<NaiveDate>,
}

/// The evidence that the customer is dissatisfied.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Dissatisfied {
    /// The customer is dissatisfied.
    Now,
    /// The customer was dissatisfied up to this day, and nobody of it has spoken about it since.
    Until(NaiveDate),
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
    /// The first return after a failure, if one of the returns counts. An earlier one that has expired is the first
    /// all the same: what it was followed by is no less loyal because time passed.
    pub(crate) returned: Option<NaiveDate>,
    first_return: Option<NaiveDate>,
    pub(crate) came_back_by_guess: bool,
    /// The referrals since the return that no later word against us denies, if referrals were counted.
    pub(crate) refers_after_return: Known<u32>,
    pub(crate) gone: Gone,
    /// The dissatisfaction that no later statement supersedes, where a claim is judged.
    pub(crate) dissatisfied: Option<Dissatisfied>,
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
        let clock = Clock::of(policy, as_of);
        let word = |mark| Word::of(policy, evidence, mark, Hearing::Describe, clock);
        let mut all = Self {
            retention: Known::Unknown,
            share: Known::Unknown,
            intention: word(intention),
            trust: word(trust),
            upholding: word(upholding),
            evaluation: word(evaluation),
            referrals: Known::Unknown,
            refers_by_guess: false,
            returned: None,
            first_return: None,
            came_back_by_guess: false,
            refers_after_return: Known::Unknown,
            gone: Gone::default(),
            dissatisfied: None,
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
                LoyaltySign::Retention(rate) => retention.add(rate, on, grade, clock),
                LoyaltySign::ShareOfWallet(part) => share.add(part, on, grade, clock),
                _ => all.add_event(piece, clock),
            }
        }
        (all.retention, all.gone.retention) = retention.read();
        all.share = share.read().0;
        all.gone.referrals = all.gone.referrals.filter(|_| !all.referrals.is_known());
        all.gone.came_back = all.gone.came_back.filter(|_| all.returned.is_none());
        all.returned = all.returned.and(all.first_return);
        if let Some(returned) = all.returned {
            all.after_return(evidence, (returned, as_of));
        }
        all
    }

    /// Adds a referral or a return after a failure, and keeps the day on which an old one expired.
    #[inline(always)]
    fn add_event(&mut self, piece: &LoyaltyEvidence, clock: Clock) {
        let LoyaltyEvidence { on, grade, .. } = *piece;
        let (holds, is_own) = (clock.holds(on), grade >= Grade::OWN_WORD);
        let expiry = || Some(clock.expiry(on));
        match piece.sign {
            LoyaltySign::Referrals(_) if !is_own => self.refers_by_guess |= holds,
            LoyaltySign::Referrals(_) if !holds => {
                self.gone.referrals = self.gone.referrals.max(expiry());
            }
            LoyaltySign::Referrals(count) => self.referrals = and(self.referrals, count, grade),
            LoyaltySign::RepeatAfterFailure if !is_own => self.came_back_by_guess |= holds,
            LoyaltySign::RepeatAfterFailure => {
                self.first_return = Some(self.first_return.map_or(on, |before| before.min(on)));
                match holds {
                    true => self.returned = self.first_return,
                    false => self.gone.came_back = self.gone.came_back.max(expiry()),
                }
            }
            _ => {}
        }
    }

    /// Returns the words of the customer's attitude, each with its fact (GEN-04).
    pub(crate) const fn attitude(&self) -> [(&Word, Fact); 3] {
        [
            (&self.trust, Fact::TrustStatement),
            (&self.upholding, Fact::Upholding),
            (&self.intention, Fact::Intention),
        ]
    }

    /// Counts the referrals since a return after a failure that no later word against us denies.
    fn after_return(
        &mut self,
        evidence: &[LoyaltyEvidence],
        (returned, as_of): (NaiveDate, NaiveDate),
    ) {
        let words = [
            &self.evaluation,
            &self.trust,
            &self.upholding,
            &self.intention,
        ];
        let denied = words.into_iter().filter_map(Word::against_on).max();
        let from = denied.map_or(returned, |denied| denied.max(returned));
        let mut counted = self.referrals.map(|_| 0);
        for piece in evidence {
            if let LoyaltySign::Referrals(count) = piece.sign {
                let is_since = (from..=as_of).contains(&piece.on);
                if is_since && piece.grade >= Grade::OWN_WORD {
                    counted = and(counted, count, piece.grade);
                }
            }
        }
        self.refers_after_return = counted;
    }

    /// Reads the evidence for a claim: of each person the least favourable word counts.
    pub(crate) fn claimed(
        policy: &LoyaltyPolicy,
        evidence: &[LoyaltyEvidence],
        as_of: NaiveDate,
    ) -> Self {
        let clock = Clock::of(policy, as_of);
        let word = |mark| Word::of(policy, evidence, mark, Hearing::Open, clock);
        Self {
            evaluation: word(evaluation),
            trust: word(trust),
            upholding: word(upholding),
            intention: word(intention),
            dissatisfied: dissatisfied(evidence, clock),
            ..Self::by(policy, evidence, &[], as_of)
        }
    }
}

/// Adds referrals up; together they are as good as the weakest of them that counts.
fn and(before: Known<u32>, count: u32, grade: Grade) -> Known<u32> {
    match before {
        Known::Given(before) => {
            Known::graded(before.value.saturating_add(count), before.grade.min(grade))
        }
        Known::Unknown => Known::graded(count, grade),
    }
}

/// Returns the dissatisfaction that no later statement of the same person and of the same or a better grade
/// supersedes. One that has expired is left open until somebody of the customer speaks anew.
///
/// Statements without a name are those of the customer as a whole, which is one voice.
fn dissatisfied(evidence: &[LoyaltyEvidence], clock: Clock) -> Option<Dissatisfied> {
    let mut told: SmallVec<[_; 16]> = SmallVec::new();
    for piece in evidence.iter().filter(|piece| piece.on <= clock.as_of) {
        if let LoyaltySign::Satisfaction(state) = piece.sign {
            told.push((piece.by, piece.on, piece.grade, state));
        }
    }
    told.sort_unstable_by_key(|(by, on, grade, _)| (*by, *on, *grade));
    let words = told
        .iter()
        .filter(|(_, _, grade, _)| *grade >= Grade::OWN_WORD);
    let newest = words.map(|(_, on, ..)| *on).max();
    let mut latest: Option<NaiveDate> = None;
    for person in told.chunk_by(|(by, ..), (next, ..)| by == next) {
        let mut later = Later::default();
        for (_, on, grade, state) in person.iter().rev() {
            let is_standing = later.pass(*on, *grade).is_none();
            if is_standing && *state == SatisfactionState::Dissatisfied {
                latest = latest.max(Some(*on));
            }
        }
    }
    let latest = latest?;
    let until = clock.expiry(latest);
    match clock.holds(latest) {
        true => Some(Dissatisfied::Now),
        false if newest.is_some_and(|newest| until <= newest) => None,
        false => Some(Dissatisfied::Until(until)),
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
