//! The first part of the loyalty floor: the three kinds of loyalty by the pieces of evidence.

use std::cmp::Ordering;

use chrono::{Days, NaiveDate};
use keqing::loyalty::LoyaltyPolicy;
use keqing::loyalty::kinds::{LoyaltyEvidence, LoyaltyKinds, LoyaltySign, Spread, Trend};
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::mark::Mark;
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::{Manifestation, Stance};

use crate::floor::{Part, Rules, genuine, loyal};

/// The days on which a sign counts, and the day asked about.
#[derive(Clone, Copy)]
struct Window {
    days: Option<u64>,
    as_of: NaiveDate,
}

impl Window {
    /// The last day of a sign.
    #[inline(always)]
    fn last(self, on: NaiveDate) -> NaiveDate {
        let last = self
            .days
            .and_then(|days| on.checked_add_days(Days::new(days)));
        last.unwrap_or(NaiveDate::MAX)
    }

    #[inline(always)]
    fn holds(self, on: NaiveDate) -> bool {
        self.last(on) >= self.as_of
    }
}

/// The share by the better grade, and then by the later day; a weaker one counts from the day on which a better one
/// counted no longer.
#[derive(Clone, Copy)]
struct Latest {
    value: Known<Share>,
    on: NaiveDate,
    /// The last days of a word of the customer and of a measurement that have expired.
    gone: [Option<NaiveDate>; 2],
}

impl Latest {
    const NOTHING: Self = Self {
        value: Known::Unknown,
        on: NaiveDate::MIN,
        gone: [None; 2],
    };

    #[inline(always)]
    fn hear(&mut self, share: Share, on: NaiveDate, grade: Grade, window: Window) {
        if !window.holds(on) {
            let last = Some(window.last(on));
            match grade {
                Grade::Estimated => {}
                Grade::CustomerStated => self.gone[0] = self.gone[0].max(last),
                Grade::Measured => self.gone[1] = self.gone[1].max(last),
            }
        } else if (self.value.grade(), self.on) <= (Some(grade), on) {
            (self.value, self.on) = (Known::graded(share, grade), on);
        }
    }

    #[inline(always)]
    fn read(&self) -> Known<Share> {
        let better = match self.value.grade() {
            Some(Grade::Estimated) => self.gone[0].max(self.gone[1]),
            Some(Grade::CustomerStated) => self.gone[1],
            _ => None,
        };
        match better.is_some_and(|last| self.on <= last) {
            true => Known::Unknown,
            false => self.value,
        }
    }
}

/// The voices on one matter, none of which has a name: each counts.
#[derive(Clone, Copy)]
struct Voices {
    said: [Option<(NaiveDate, Grade, Stance)>; 8],
    count: usize,
}

/// The outcome of the voices.
#[derive(Clone, Copy, Default)]
struct Word {
    stance: Known<Stance>,
    spread: Option<Spread>,
    trend: Option<Trend>,
    expired: Option<NaiveDate>,
    /// The latest day of a voice against us.
    against: Option<NaiveDate>,
}

impl Voices {
    const NOTHING: Self = Self {
        said: [None; 8],
        count: 0,
    };

    #[inline(always)]
    fn hear(&mut self, stance: Stance, on: NaiveDate, grade: Grade) {
        if grade != Grade::Estimated {
            self.said[self.count] = Some((on, grade, stance));
            self.count += 1;
        }
    }

    #[inline(always)]
    fn word(&self, window: Window) -> Word {
        let all = || self.said.iter().flatten();
        let valid = || all().filter(|(on, ..)| window.holds(*on));
        let mut word = Word::default();
        let worst = valid().map(|(.., stance)| *stance).min();
        let newest = valid().map(|(on, ..)| *on).max();
        for (on, _, stance) in all().filter(|(on, ..)| !window.holds(*on)) {
            let last = window.last(*on);
            let is_unanswered = newest.is_none_or(|newest| last >= newest);
            if is_unanswered && worst.is_none_or(|worst| *stance < worst) {
                word.expired = word.expired.max(last.succ_opt());
            }
        }
        let (Some(worst), Some(newest)) = (worst, newest) else {
            return word;
        };
        let best = valid().map(|(.., stance)| *stance).max().unwrap_or(worst);
        let grade = valid().map(|(_, grade, _)| *grade).min();
        let is_bad = |stance: Stance| stance == Stance::Unfavourable;
        let bad = valid().filter(|(.., stance)| is_bad(*stance));
        word.against = bad.map(|(on, ..)| *on).max();
        word.spread = (worst != best).then_some(Spread {
            worst,
            best,
            worst_by: None,
        });
        let earlier = valid().filter(|(on, ..)| *on < newest).max();
        let latest = valid().find(|(on, ..)| *on == newest);
        if let (Some((.., earlier)), Some((.., latest))) = (earlier, latest) {
            word.trend = Some(match latest.cmp(earlier) {
                Ordering::Less => Trend::Falling,
                Ordering::Equal => Trend::Steady,
                Ordering::Greater => Trend::Rising,
            });
        }
        if word.expired.is_none() {
            let is_mixed = best == Stance::Favourable && worst != best;
            let stance = if is_mixed { Stance::Mixed } else { worst };
            word.stance = Known::of(Some(stance), grade.unwrap_or(Grade::Estimated));
        }
        word
    }
}

/// Everything that the evidence says.
struct Said {
    retention: Latest,
    share: Latest,
    /// The wish to buy again, trust, standing up for us, and the evaluation.
    voices: [Voices; 4],
    words: [Word; 4],
    referrals: Known<u32>,
    refers_by_guess: bool,
    referrals_expired: bool,
    returned: bool,
    first_return: NaiveDate,
    returned_by_guess: bool,
    return_expired: bool,
}

impl Said {
    #[inline(always)]
    fn hear(&mut self, policy: &LoyaltyPolicy, window: Window, piece: &LoyaltyEvidence) {
        let (on, grade) = (piece.on, piece.grade);
        let (holds, is_own) = (window.holds(on), grade != Grade::Estimated);
        let mut say = |place: usize, mark: Mark| {
            self.voices[place].hear(policy.stance(mark), on, grade);
        };
        match piece.sign {
            LoyaltySign::Intention(mark) => say(0, mark),
            LoyaltySign::Trust(mark) => say(1, mark),
            LoyaltySign::Upholding(mark) => say(2, mark),
            LoyaltySign::Evaluation(mark) => say(3, mark),
            LoyaltySign::Retention(rate) => self.retention.hear(rate, on, grade, window),
            LoyaltySign::ShareOfWallet(share) => self.share.hear(share, on, grade, window),
            LoyaltySign::Referrals(_) if !is_own => self.refers_by_guess |= holds,
            LoyaltySign::Referrals(_) if !holds => self.referrals_expired = true,
            LoyaltySign::Referrals(count) => self.referrals = add(self.referrals, count, grade),
            LoyaltySign::RepeatAfterFailure if !is_own => self.returned_by_guess |= holds,
            LoyaltySign::RepeatAfterFailure => {
                self.first_return = self.first_return.min(on);
                self.returned |= holds;
                self.return_expired |= !holds;
            }
            _ => {}
        }
    }
}

/// Adds referrals to those before, with the weakest of their grades.
#[inline(always)]
fn add(before: Known<u32>, count: u32, grade: Grade) -> Known<u32> {
    match before {
        Known::Given(before) => {
            Known::graded(before.value.saturating_add(count), before.grade.min(grade))
        }
        Known::Unknown => Known::graded(count, grade),
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
        voices: [Voices::NOTHING; 4],
        words: [Word::default(); 4],
        referrals: Known::Unknown,
        refers_by_guess: false,
        referrals_expired: false,
        returned: false,
        first_return: NaiveDate::MAX,
        returned_by_guess: false,
        return_expired: false,
    };
    let days = policy.word_validity().map(|days| u64::from(days.count()));
    let window = Window { days, as_of };
    let past = || evidence.iter().filter(|piece| piece.on <= as_of);
    for piece in past() {
        said.hear(policy, window, piece);
    }
    said.words = said.voices.map(|voices| voices.word(window));
    let kinds = read(policy, &said, past());
    let is_told = kinds.is_told();
    let rules = rules(&said, &kinds);
    (kinds, rules.part(is_told.then_some(kinds)))
}

#[inline(always)]
fn read<'a>(
    policy: &LoyaltyPolicy,
    said: &Said,
    past: impl Iterator<Item = &'a LoyaltyEvidence>,
) -> LoyaltyKinds {
    let mut kinds = LoyaltyKinds::default();
    let [intention, trust, upholding, evaluation] = said.words;
    kinds.expired = evaluation.expired;
    let referrals = said.referrals;
    let count = referrals.value().copied().unwrap_or(0);
    kinds.behavioural = said.retention.read().map(|rate| policy.repeat(rate));
    kinds.conscious = intention.stance;
    kinds.emotional = match evaluation.stance {
        Known::Unknown if count > 0 && kinds.expired.is_none() => {
            referrals.map(|_| Stance::Favourable)
        }
        said => said,
    };
    kinds.voices.evaluation = evaluation.spread;
    kinds.voices.intention = intention.spread;
    kinds.voices.trust = trust.spread;
    kinds.voices.upholding = upholding.spread;
    kinds.attitude.trust = trust.stance;
    kinds.attitude.upholding = upholding.stance;
    kinds.attitude.repurchase = intention.stance;
    kinds.high_share = said
        .share
        .read()
        .map(|share| present(share >= policy.high_share_from()));
    kinds.trend = evaluation.trend.filter(|_| evaluation.stance.is_known());
    kinds.referrals = count;
    if said.returned {
        let returned = said.first_return;
        let denied = said.words.iter().filter_map(|word| word.against).max();
        let from = denied.map_or(returned, |denied| denied.max(returned));
        let mut since = referrals.map(|_| 0);
        for piece in past.filter(|piece| piece.on >= from && piece.grade != Grade::Estimated) {
            if let LoyaltySign::Referrals(count) = piece.sign {
                since = add(since, count, piece.grade);
            }
        }
        kinds.adversity = since.map(|count| present(count > 0));
    }
    look(said, &mut kinds);
    kinds
}

#[inline(always)]
fn look(said: &Said, kinds: &mut LoyaltyKinds) {
    let favourable = |known: &Known<Stance>| known.value() == Some(&Stance::Favourable);
    let mixed = |known: &Known<Stance>| known.value() == Some(&Stance::Mixed);
    let attitude = kinds.attitude;
    let words = [attitude.trust, attitude.upholding, attitude.repurchase];
    let purchases = [said.retention.read(), said.share.read()];
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
        kinds.emotional.is_known() && !mixed(&kinds.emotional),
    );
    show(
        Manifestation::Behavioural,
        purchases.iter().any(counted) || said.returned,
        purchases.iter().any(Known::is_known) && !purchases.iter().any(buys),
    );
    show(
        Manifestation::Psychological,
        words.iter().any(favourable),
        words.iter().any(Known::is_known) && !words.iter().any(mixed),
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
    for word in &said.words[..3] {
        rules.join(genuine(4), !word.stance.is_known(), false);
    }
    if said.referrals.is_known() {
        if kinds.referrals > 0 {
            let worst = match (kinds.voices.evaluation, kinds.expired) {
                (Some(spread), None) => Some(spread.worst),
                _ => kinds.emotional.value().copied(),
            };
            let is_against = worst == Some(Stance::Unfavourable);
            rules.join(genuine(15), worst.is_none(), is_against);
        }
    } else {
        let is_missing = said.referrals_expired || said.refers_by_guess;
        rules.join(genuine(15), is_missing, false);
    }
    if said.returned {
        rules.join(loyal(7), !kinds.adversity.is_known(), false);
    } else {
        let is_missing = said.return_expired || said.returned_by_guess;
        rules.join(loyal(7), is_missing, false);
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
