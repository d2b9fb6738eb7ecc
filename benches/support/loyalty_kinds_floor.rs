//! The first part of the loyalty floor: the three kinds of loyalty by the pieces of evidence.

use chrono::NaiveDate;
use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds, LoyaltySign, Manifestation, Trend};
use keqing::loyalty::words::Stance;
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::Rating;

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

/// Everything that the evidence says.
struct Said {
    retention: Latest<Share>,
    share: Latest<Share>,
    /// The wish to buy again, trust, and standing up for us.
    words: [Latest<Rating>; 3],
    evaluation: Latest<Rating>,
    earlier: Latest<Rating>,
    referrals: Latest<u32>,
    after_failure: Latest<()>,
    pays: bool,
    is_observed: bool,
    is_satisfaction: bool,
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
            LoyaltySign::Revenue => self.pays = true,
            LoyaltySign::Satisfaction(_) => self.is_satisfaction = true,
            LoyaltySign::SoftwareObservation => self.is_observed = true,
            _ => {}
        }
    }
}

/// The kinds, and the same with what the rules say of them; `None` where a piece is of a day to come.
#[inline(always)]
pub(crate) fn kinds(
    policy: &LoyaltyPolicy,
    evidence: &[LoyaltyEvidence],
    as_of: NaiveDate,
) -> Option<(LoyaltyKinds, Part<LoyaltyKinds>)> {
    let mut said = Said {
        retention: Latest::NOTHING,
        share: Latest::NOTHING,
        words: [Latest::NOTHING; 3],
        evaluation: Latest::NOTHING,
        earlier: Latest::NOTHING,
        referrals: Latest::NOTHING,
        after_failure: Latest::NOTHING,
        pays: false,
        is_observed: false,
        is_satisfaction: false,
    };
    for piece in evidence {
        if piece.on > as_of {
            return None;
        }
        said.hear(piece);
    }
    let kinds = read(policy, &said);
    let is_told = kinds.shown.len() + kinds.hidden.len() > 0;
    let rules = rules(policy, &said, &kinds);
    Some((kinds, rules.part(is_told.then_some(kinds))))
}

#[inline(always)]
fn read(policy: &LoyaltyPolicy, said: &Said) -> LoyaltyKinds {
    let [intention, trust, upholding] = said
        .words
        .map(|word| word.value.map(|mark| policy.stance(mark)));
    let referrals = said.referrals.value;
    let count = referrals.value().copied().unwrap_or(0);
    let mut kinds = LoyaltyKinds::default();
    kinds.behavioural = said.retention.value.map(|rate| policy.repeat(rate));
    kinds.conscious = intention;
    kinds.emotional = match said.evaluation.value {
        Known::Unknown if count > 0 => referrals.map(|_| Stance::Favourable),
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
        (Some(earlier), Some(latest)) if latest < earlier => Some(Trend::Falling),
        (Some(earlier), Some(latest)) if latest == earlier => Some(Trend::Steady),
        (Some(_), Some(_)) => Some(Trend::Rising),
        _ => None,
    };
    kinds.referrals = count;
    let came_back = said.after_failure.value.is_known();
    if came_back {
        kinds.adversity = referrals.map(|count| present(count > 0));
    }
    let favourable = |known: &Known<Stance>| known.value() == Some(&Stance::Favourable);
    let words = [trust, upholding, intention];
    let purchases = [said.retention.value, said.share.value];
    let buys = |part: &Known<Share>| part.value().is_some_and(|part| !part.is_none());
    let mut show = |way, shows, is_known| {
        let set: &mut Set<_> = match (shows, is_known) {
            (true, _) => &mut kinds.shown,
            (false, true) => &mut kinds.hidden,
            (false, false) => return,
        };
        set.insert(way);
    };
    let (feels, is_felt) = (favourable(&kinds.emotional), kinds.emotional.is_known());
    show(Manifestation::Attitudinal, feels || count > 0, is_felt);
    show(
        Manifestation::Behavioural,
        purchases.iter().any(buys) || came_back,
        purchases.iter().any(Known::is_known),
    );
    show(
        Manifestation::Psychological,
        words.iter().any(favourable),
        words.iter().any(Known::is_known),
    );
    kinds
}

#[inline(always)]
fn rules(policy: &LoyaltyPolicy, said: &Said, kinds: &LoyaltyKinds) -> Rules {
    let mut rules = Rules::default();
    let least = policy.favourable_from();
    let is_felt = kinds.emotional.is_known();
    let is_told = kinds.behavioural.is_known() | kinds.conscious.is_known() | is_felt;
    rules.join(loyal(1), !is_told, false);
    let rate = said.retention.value.value();
    rules.need(loyal(2), rate, |rate| *rate >= policy.repeat_from());
    for (rule, word) in [loyal(3), genuine(4), genuine(4)]
        .into_iter()
        .zip(&said.words)
    {
        rules.need(rule, word.value.value(), |mark| *mark >= least);
    }
    let evaluation = said.evaluation.value.value();
    if evaluation.is_some() || !is_felt {
        rules.need(loyal(4), evaluation, |mark| *mark >= least);
    }
    let is_bought = rate.is_some() | said.share.value.is_known();
    rules.join(genuine(2), is_bought & !is_felt, false);
    rules.join(genuine(5), said.is_observed & !is_felt, false);
    rules.join(genuine(19), said.pays & !is_felt, false);
    rules.join(loyal(5), said.is_satisfaction & !is_felt, false);
    let recommends = &said.referrals;
    let is_only_guessed = recommends.is_guessed & !recommends.value.is_known();
    rules.join(genuine(15), is_only_guessed, false);
    if said.after_failure.value.is_known() {
        let adversity = kinds.adversity.value();
        rules.need(loyal(7), adversity, |known| *known == Presence::Present);
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
