//! The floor: hand-written matches that return the value of each part of an assessment and the sets of the
//! rules that it breaches and that lack a fact, and explain nothing.
//!
//! The cases of the bench give no reasons and nothing that the relationship stands on but the customer's
//! word of trust, so the floor does not look for them.

use chrono::NaiveDate;
use keqing::loyalty::bond::{BondFacts, ReasonToStay, Recognition, Views};
use keqing::loyalty::kinds::{LoyaltyKinds, Trend};
use keqing::loyalty::lock_in::LockInLevel;
use keqing::loyalty::patronage::RepeatBasis;
use keqing::loyalty::words::Repeat;
use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy};
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::{Presence, RuleId};
use keqing::vocab::answers::LoyaltyPattern;
use keqing::vocab::known::{Grade, Known, Lasting};
use keqing::vocab::words::{Bond, Stance};

use crate::held_floor::{Held, held};
use crate::kinds_floor::kinds;

/// The value of a part, if there is one, and the two sets.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Part<T> {
    pub(crate) value: Option<T>,
    pub(crate) breached: u64,
    pub(crate) missing: u64,
}

/// The result of an assessment, part by part.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Told {
    pub(crate) kinds: Part<LoyaltyKinds>,
    pub(crate) recognition: Part<Recognition>,
    pub(crate) lock_in: Part<Held>,
    pub(crate) bond: Part<Bond>,
    pub(crate) pattern: Part<LoyaltyPattern>,
    pub(crate) reason_to_stay: Part<ReasonToStay>,
    pub(crate) patronage: Part<RepeatBasis>,
    /// The trust of the customer: it holds, or not.
    pub(crate) foundations: Part<bool>,
}

/// The sets of a part while it is assessed.
#[derive(Default)]
pub(crate) struct Rules {
    breached: u64,
    missing: u64,
}

impl Rules {
    #[inline(always)]
    pub(crate) fn join(&mut self, place: u32, missing: bool, breached: bool) {
        self.missing |= u64::from(missing) << place;
        self.breached |= u64::from(breached) << place;
    }

    #[inline(always)]
    pub(crate) fn need<T>(&mut self, place: u32, known: Option<T>, holds: impl FnOnce(T) -> bool) {
        let missing = known.is_none();
        let holds = known.is_some_and(holds);
        self.join(place, missing, !missing & !holds);
    }

    #[inline(always)]
    pub(crate) fn part<T>(self, value: Option<T>) -> Part<T> {
        Part {
            value,
            breached: self.breached,
            missing: self.missing,
        }
    }
}

/// The places of the rules in a set.
pub(crate) const fn genuine(number: u32) -> u32 {
    number
}

pub(crate) const fn loyal(number: u32) -> u32 {
    20 + number
}

pub(crate) const SWC_01: u32 = 30;
const SAT_08: u32 = 31;

/// Returns the place of a rule that the library names.
pub(crate) fn place(rule: RuleId) -> u32 {
    match (rule.prefix(), u32::from(rule.number())) {
        ("GEN", number) => genuine(number),
        ("LOY", number) => loyal(number),
        ("SWC", 1) => SWC_01,
        ("SAT", 8) => SAT_08,
        (prefix, number) => panic!("the floor knows no {prefix}-{number}"),
    }
}

/// The same question as `assess`; `None` where the facts cannot be.
#[inline(never)]
pub(crate) fn floor(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    as_of: NaiveDate,
) -> Option<Told> {
    let (all, kinds) = kinds(policy, &facts.evidence, as_of);
    let lasting = Lasting::State(policy.word_validity());
    let views = facts.recognition.on(as_of, lasting);
    let binds = facts.lock_in.on(as_of, lasting);
    let (lock_in, misses) = held(&binds, &facts.lock_in.costs)?;
    let mut ties = BondFacts::default();
    ties.kinds = all;
    ties.recognition = views;
    ties.misses = misses;
    ties.lock_in = lock_in.value.map(|held| held.level);
    ties.support = facts.support;
    let view = View::of(&ties);
    Some(Told {
        kinds,
        recognition: recognition(&views),
        lock_in,
        bond: view.bond(),
        pattern: view.pattern(),
        reason_to_stay: view.reason_to_stay(),
        patronage: view.patronage(),
        foundations: foundations(&all),
    })
}

/// The same question as `bond`.
#[inline(never)]
pub(crate) fn bond(facts: &BondFacts) -> Part<Bond> {
    View::of(facts).bond()
}

#[inline(always)]
fn recognition(facts: &Views) -> Part<Recognition> {
    use Presence::{Absent, Present};
    let mut rules = Rules::default();
    let (ours, theirs) = (facts.supplier.value().copied(), stated(facts.customer));
    // Our guess that there is a relationship does not suffice.
    let own = stated(facts.supplier);
    let said = ours.filter(|ours| *ours == Absent || own.is_some());
    rules.need(genuine(11), said, |known| known == Present);
    rules.need(genuine(11), theirs, |known| known == Present);
    rules.need(genuine(18), own.zip(theirs), |(ours, theirs)| {
        ours == theirs
    });
    rules.part(match (ours, theirs) {
        (Some(Present), Some(Present)) => own.map(|_| Recognition::Mutual),
        (Some(Present), _) => Some(Recognition::SupplierOnly),
        (Some(Absent), Some(Present)) => Some(Recognition::CustomerOnly),
        (Some(Absent), Some(Absent)) => Some(Recognition::Neither),
        _ => None,
    })
}

/// The facts of the ties, with what follows from them everywhere.
struct View<'a> {
    facts: &'a BondFacts,
    affect: Option<Stance>,
    likes: Option<bool>,
    is_mutual: Option<bool>,
}

impl<'a> View<'a> {
    #[inline(always)]
    fn of(facts: &'a BondFacts) -> Self {
        use Presence::{Absent, Present};
        let is_silent = !facts.kinds.emotional.is_known() && facts.kinds.expired.is_none();
        let affect = match (stated(facts.kinds.emotional), stated(facts.misses)) {
            (None, Some(Present)) if is_silent => Some(Stance::Favourable),
            (said, _) => said,
        };
        let views = &facts.recognition;
        let is_mutual = match (views.supplier.value(), stated(views.customer)) {
            (_, Some(Absent)) | (Some(Absent), Some(_)) => Some(false),
            (Some(Present), Some(Present)) => stated(views.supplier).map(|_| true),
            _ => None,
        };
        Self {
            facts,
            affect,
            // People who differ leave it open.
            likes: affect
                .filter(|stance| *stance != Stance::Mixed)
                .map(|stance| stance == Stance::Favourable),
            is_mutual,
        }
    }

    fn support(&self) -> Option<bool> {
        match self.facts.support.value()? {
            LoyaltySupport::Unsupported => Some(false),
            _ => stated(self.facts.support).map(|_| true),
        }
    }

    fn stands(&self, level: LockInLevel) -> Option<bool> {
        let kinds = &self.facts.kinds;
        let recommends = kinds.referrals > 0 || kinds.adversity.value() == Some(&Presence::Present);
        match (self.support(), level) {
            (Some(true), _) => Some(true),
            (Some(false), LockInLevel::High) => Some(false),
            (_, LockInLevel::Low) if recommends => Some(true),
            _ => None,
        }
    }

    fn is_captive(&self, level: LockInLevel) -> bool {
        level == LockInLevel::High && self.support() == Some(false)
    }

    fn is_attached(&self, level: LockInLevel) -> Option<bool> {
        match (self.likes, self.is_mutual) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => self.stands(level),
            _ => self.is_captive(level).then_some(false),
        }
    }

    fn everywhere(&self, holds: impl Fn(LockInLevel) -> bool) -> bool {
        match self.facts.lock_in {
            Some(level) => holds(level),
            None => holds(LockInLevel::Low) && holds(LockInLevel::High),
        }
    }

    #[inline(always)]
    fn bond(&self) -> Part<Bond> {
        let mut rules = Rules::default();
        let kinds = &self.facts.kinds;
        rules.need(genuine(10), self.affect, |stance| {
            stance == Stance::Favourable
        });
        let (much, repeats) = (kinds.high_share, kinds.repeats());
        let is_much = much.value().map(|much| *much == Presence::Present);
        if is_much == Some(true) || repeats {
            let worst = match (kinds.voices.evaluation, kinds.expired) {
                (Some(spread), None) => Some(spread.worst),
                _ => self.affect,
            };
            rules.need(genuine(12), worst, |stance| stance != Stance::Unfavourable);
        }
        if repeats {
            let told = is_much.filter(|is_much| !is_much || stated(much).is_some());
            rules.need(genuine(12), told, |is_much| is_much);
        }
        let (is_shown, is_nowhere) = (!kinds.shown.is_empty(), kinds.hidden.len() == 3);
        rules.join(genuine(13), !is_shown & !is_nowhere, !is_shown & is_nowhere);
        if self.likes == Some(true) {
            rules.need(SAT_08, self.support(), |is_supported| is_supported);
        }
        let level = self.facts.lock_in;
        let attached = level.and_then(|level| Some((self.is_attached(level)?, level)));
        let bond = match attached {
            _ if is_nowhere => Some(Bond::None),
            None => None,
            Some((true, LockInLevel::Low)) => Some(Bond::Genuine),
            Some((true, LockInLevel::High)) => Some(Bond::Mixed),
            Some((false, LockInLevel::Low)) => Some(Bond::None),
            Some((false, LockInLevel::High)) => Some(Bond::LockedIn),
        };
        let is = |attached| self.everywhere(|level| self.is_attached(level) == Some(attached));
        let settled = || [true, false].into_iter().find(|attached| is(*attached));
        let is_attached = bond.map(Bond::is_attached).or_else(settled);
        rules.need(genuine(1), is_attached, |is_attached| is_attached);
        rules.part(bond)
    }

    /// Returns whether the customer stands in a pattern as one that likes us; `None` beside that if one
    /// side says that there is no relationship.
    #[inline(always)]
    fn liking(&self) -> (Option<bool>, bool) {
        if self.likes == Some(false) || self.everywhere(|level| self.is_captive(level)) {
            return (Some(false), false);
        }
        if self.everywhere(|level| self.is_attached(level) == Some(true)) {
            return (Some(true), false);
        }
        let is_no_captive = |level| level == LockInLevel::Low || self.stands(level) == Some(true);
        let is_unrecognised = self.likes == Some(true) && self.is_mutual == Some(false);
        (None, is_unrecognised && self.everywhere(is_no_captive))
    }

    #[inline(always)]
    fn pattern(&self) -> Part<LoyaltyPattern> {
        let mut rules = Rules::default();
        let kinds = &self.facts.kinds;
        let repeats = kinds.behavioural.value().map(|rate| *rate == Repeat::High);
        rules.join(loyal(2), repeats.is_none(), false);
        rules.join(loyal(4), self.affect.is_none(), false);
        match repeats {
            Some(true) => {
                let fades = kinds.trend == Some(Trend::Falling);
                rules.need(genuine(14), self.affect, |stance| {
                    stance == Stance::Favourable && !fades
                });
            }
            Some(false) => {}
            None => rules.join(genuine(14), true, false),
        }
        let (liking, is_unrecognised) = self.liking();
        let pattern = liking.zip(repeats).map(|pair| match pair {
            (true, true) => LoyaltyPattern::Loyal,
            (true, false) => LoyaltyPattern::Latent,
            (false, true) => LoyaltyPattern::Spurious,
            (false, false) => LoyaltyPattern::None,
        });
        rules.join(loyal(1), pattern.is_none() && !is_unrecognised, false);
        rules.part(pattern)
    }

    #[inline(always)]
    fn reason_to_stay(&self) -> Part<ReasonToStay> {
        let mut rules = Rules::default();
        let repeats = self.facts.kinds.behavioural;
        if repeats.value() == Some(&Repeat::Low) {
            return rules.part(None);
        }
        let stands = |level| self.stands(level) == Some(true);
        let is_glad =
            |level| stands(level) && (level == LockInLevel::Low || self.is_mutual == Some(true));
        if !repeats.is_known() {
            rules.join(loyal(6), true, false);
            return rules.part(None);
        }
        let is_captive = self.everywhere(|level| self.is_captive(level));
        // Whether it is free, and the reason as far as it is known.
        let (is_free, reason) = match (self.likes, self.facts.lock_in) {
            (None | Some(true), _) if is_captive => (Some(false), Some(ReasonToStay::Helpless)),
            (Some(true), _) if self.everywhere(is_glad) => (Some(true), Some(ReasonToStay::Happy)),
            (Some(false), Some(LockInLevel::High)) => (Some(false), Some(ReasonToStay::Helpless)),
            (Some(false), Some(LockInLevel::Low)) => (Some(true), Some(ReasonToStay::Indifferent)),
            (_, Some(LockInLevel::Low)) => (Some(true), None),
            (Some(true), Some(level)) if stands(level) && self.is_mutual.is_some() => {
                return rules.part(None);
            }
            _ => (None, None),
        };
        // A guess that it keeps buying shows that it is helpless, and nothing else.
        let is_sure = stated(repeats).is_some();
        let is_free = is_free.filter(|is_free| is_sure || !is_free);
        rules.need(loyal(6), is_free, |is_free| is_free);
        rules.part(reason.filter(|_| is_free.is_some()))
    }

    #[inline(always)]
    fn patronage(&self) -> Part<RepeatBasis> {
        let mut rules = Rules::default();
        rules.join(genuine(20), true, false);
        let kinds = &self.facts.kinds;
        if kinds.behavioural.value() == Some(&Repeat::Low) {
            return rules.part(None);
        }
        let stands = self.everywhere(|level| self.stands(level) == Some(true));
        let told = stated(kinds.emotional).filter(|stance| *stance != Stance::Mixed);
        let felt = told.map(|stance| stance == Stance::Favourable);
        let felt = felt.filter(|felt| kinds.behavioural.is_known() && (stands || !felt));
        rules.need(genuine(7), felt, |felt| felt);
        rules.part(felt.map(|felt| match felt {
            true => RepeatBasis::Affect,
            false => RepeatBasis::Unfelt,
        }))
    }
}

#[inline(always)]
fn foundations(kinds: &LoyaltyKinds) -> Part<bool> {
    let mut rules = Rules::default();
    let trusts = stated(kinds.attitude.trust).map(|stance| stance == Stance::Favourable);
    // The three other foundations lack a fact, and so does the horizon.
    rules.join(genuine(16), true, trusts == Some(false));
    rules.join(genuine(17), true, false);
    rules.part(trusts)
}

#[inline(always)]
pub(crate) fn stated<T>(known: Known<T>) -> Option<T> {
    match known {
        Known::Given(said) if said.grade > Grade::Estimated => Some(said.value),
        _ => None,
    }
}
