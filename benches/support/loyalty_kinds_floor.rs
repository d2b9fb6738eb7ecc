//! The first part of the loyalty floor: the three kinds of loyalty by the pieces of evidence.

use std::cmp::Ordering;

use chrono::{Days, NaiveDate};
use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds, LoyaltySign, Trend};
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::mark::Mark;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Manifestation, Stance};

use crate::floor::{Part, Rules, genuine, loyal};

/// The latest evidence of one sign, and whether somebody only guessed at it.
#[derive(Clone, Copy)]
struct Latest<T> {
    value: Known<T>,
    on: NaiveDate,
    is_guessed: bool,
}

impl<T: Copy> Latest<T> {
    const NOTHING: Self = Self {
        value: Known::Unknown,
        on: NaiveDate::MIN,
        is_guessed: false,
    };

    /// A guess counts only where nothing better is known.
    #[inline(always)]
    fn hear(&mut self, value: T, on: NaiveDate, grade: Grade) {
        let before = self.value.grade();
        let (was_guess, is_guess) = (before == Some(Grade::Estimated), grade == Grade::Estimated);
        let counts = match (was_guess, is_guess) {
            (true, false) => true,
            (false, true) if before.is_some() => false,
            _ => on >= self.on,
        };
        if counts {
            (self.value, self.on) = (Known::graded(value, grade), on);
        }
    }

    #[inline(always)]
    fn hear_word(&mut self, value: T, on: NaiveDate, grade: Grade) {
        if grade == Grade::Estimated {
            self.is_guessed = true;
        } else if on >= self.on {
            (self.value, self.on) = (Known::graded(value, grade), on);
        }
    }
}

impl Latest<Mark> {
    /// Drops a word that has expired, and returns the day since which it no longer counts.
    #[inline(always)]
    fn expire(&mut self, policy: &LoyaltyPolicy, as_of: NaiveDate) -> Option<NaiveDate> {
        let days = policy.word_validity().filter(|_| self.value.is_known())?;
        let since = self
            .on
            .checked_add_days(Days::new(u64::from(days.count()) + 1))?;
        if since > as_of {
            return None;
        }
        self.value = Known::Unknown;
        Some(since)
    }
}

/// Everything that the evidence says.
struct Said {
    retention: Latest<Share>,
    share: Latest<Share>,
    /// The wish to buy again, trust, and standing up for us.
    words: [Latest<Mark>; 3],
    evaluation: Latest<Mark>,
    earlier: Latest<Mark>,
    referrals: Latest<u32>,
    after_failure: Latest<()>,
}

impl Said {
    #[inline(always)]
    fn hear(&mut self, piece: &LoyaltyEvidence) {
        let (on, grade) = (piece.on, piece.grade);
        match piece.sign {
            LoyaltySign::Retention(rate) => self.retention.hear(rate, on, grade),
            LoyaltySign::ShareOfWallet(share) => self.share.hear(share, on, grade),
            LoyaltySign::Intention(mark) => self.words[0].hear_word(mark, on, grade),
            LoyaltySign::Trust(mark) => self.words[1].hear_word(mark, on, grade),
            LoyaltySign::Upholding(mark) => self.words[2].hear_word(mark, on, grade),
            LoyaltySign::Evaluation(mark) => {
                if grade != Grade::Estimated && on >= self.evaluation.on {
                    self.earlier = self.evaluation;
                    self.evaluation.hear_word(mark, on, grade);
                } else if grade != Grade::Estimated {
                    self.earlier.hear_word(mark, on, grade);
                }
            }
            LoyaltySign::Referrals(_) if grade == Grade::Estimated => {
                self.referrals.is_guessed = true;
            }
            LoyaltySign::Referrals(count) => {
                self.referrals.value = match self.referrals.value {
                    Known::Given(before) => {
                        Known::graded(before.value.saturating_add(count), before.grade.min(grade))
                    }
                    Known::Unknown => Known::graded(count, grade),
                };
            }
            LoyaltySign::RepeatAfterFailure => self.after_failure.hear_word((), on, grade),
            _ => {}
        }
    }
}

/// The kinds, and the same with what the rules say of them.
#[inline(always)]
pub(crate) fn kinds(
    policy: &LoyaltyPolicy,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> (LoyaltyKinds, Part<LoyaltyKinds>) {
    let mut said = Said {
        retention: Latest::NOTHING,
        share: Latest::NOTHING,
        words: [Latest::NOTHING; 3],
        evaluation: Latest::NOTHING,
        earlier: Latest::NOTHING,
        referrals: Latest::NOTHING,
        after_failure: Latest::NOTHING,
    };
    for piece in evidence.iter().filter(|piece| piece.on <= as_of) {
        said.hear(piece);
    }
    let kinds = read(policy, &mut said, as_of);
    let is_told = kinds.is_told();
    let rules = rules(&said, &kinds);
    (kinds, rules.part(is_told.then_some(kinds)))
}

#[inline(always)]
fn read(policy: &LoyaltyPolicy, said: &mut Said, as_of: NaiveDate) -> LoyaltyKinds {
    let mut kinds = LoyaltyKinds::default();
    for word in &mut said.words {
        word.expire(policy, as_of);
    }
    kinds.expired = said.evaluation.expire(policy, as_of);
    let [intention, trust, upholding] = said
        .words
        .map(|word| word.value.map(|mark| policy.stance(mark)));
    let referrals = said.referrals.value;
    let count = referrals.value().copied().unwrap_or(0);
    kinds.behavioural = said.retention.value.map(|rate| policy.repeat(rate));
    kinds.conscious = intention;
    kinds.emotional = match said.evaluation.value {
        Known::Unknown if count > 0 && kinds.expired.is_none() => {
            referrals.map(|_| Stance::Favourable)
        }
        said => said.map(|mark| policy.stance(mark)),
    };
    kinds.attitude.trust = trust;
    kinds.attitude.upholding = upholding;
    kinds.attitude.repurchase = intention;
    kinds.high_share = said
        .share
        .value
        .map(|share| present(share >= policy.high_share_from()));
    kinds.trend = match (said.earlier.value.value(), said.evaluation.value.value()) {
        (Some(earlier), Some(latest)) => match latest.value().cmp(&earlier.value()) {
            Ordering::Less => Some(Trend::Falling),
            Ordering::Equal => Some(Trend::Steady),
            Ordering::Greater => Some(Trend::Rising),
        },
        _ => None,
    };
    kinds.referrals = count;
    if said.after_failure.value.is_known() {
        kinds.adversity = referrals.map(|count| present(count > 0));
    }
    look(said, &mut kinds);
    kinds
}

#[inline(always)]
fn look(said: &Said, kinds: &mut LoyaltyKinds) {
    let favourable = |known: &Known<Stance>| known.value() == Some(&Stance::Favourable);
    let attitude = kinds.attitude;
    let words = [attitude.trust, attitude.upholding, attitude.repurchase];
    let purchases = [said.retention.value, said.share.value];
    let buys = |part: &Known<Share>| part.value().is_some_and(|part| !part.is_none());
    let counted = |part: &Known<Share>| buys(part) && part.grade() > Some(Grade::Estimated);
    let mut show = |way, shows, lacks| {
        let set: &mut Set<_> = match (shows, lacks) {
            (true, _) => &mut kinds.shown,
            (false, true) => &mut kinds.hidden,
            (false, false) => return,
        };
        set.insert(way);
    };
    let feels = favourable(&kinds.emotional) || kinds.referrals > 0;
    show(
        Manifestation::Attitudinal,
        feels,
        kinds.emotional.is_known(),
    );
    show(
        Manifestation::Behavioural,
        purchases.iter().any(counted) || said.after_failure.value.is_known(),
        purchases.iter().any(Known::is_known) && !purchases.iter().any(buys),
    );
    show(
        Manifestation::Psychological,
        words.iter().any(favourable),
        words.iter().any(Known::is_known),
    );
}

#[inline(always)]
fn rules(said: &Said, kinds: &LoyaltyKinds) -> Rules {
    let mut rules = Rules::default();
    let is_felt = kinds.emotional.is_known();
    let is_told = kinds.behavioural.is_known() | kinds.conscious.is_known() | is_felt;
    rules.join(loyal(1), !is_told, false);
    rules.join(loyal(2), !kinds.behavioural.is_known(), false);
    rules.join(loyal(3), !kinds.conscious.is_known(), false);
    rules.join(loyal(4), !is_felt, false);
    for word in &said.words {
        rules.join(genuine(4), !word.value.is_known(), false);
    }
    let recommends = &said.referrals;
    if recommends.value.is_known() {
        if kinds.referrals > 0 {
            let is_against = kinds.emotional.value() == Some(&Stance::Unfavourable);
            rules.join(genuine(15), !is_felt, is_against);
        }
    } else {
        rules.join(genuine(15), recommends.is_guessed, false);
    }
    if said.after_failure.value.is_known() {
        rules.join(loyal(7), !kinds.adversity.is_known(), false);
    } else {
        rules.join(loyal(7), said.after_failure.is_guessed, false);
    }
    rules
}

#[inline(always)]
fn present(is_present: bool) -> Presence {
    if is_present {
        Presence::Present
    } else {
        Presence::Absent
    }
}
