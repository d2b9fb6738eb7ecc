//! The floor: hand-written matches that return the value of each part of an assessment and the sets of the
//! rules that it breaches and that lack a fact, and explain nothing.
//!
//! The cases of the bench give no reasons and nothing that the relationship stands on but the customer's
//! word of trust, so the floor does not look for them.

use chrono::NaiveDate;
use keqing::loyalty::bond::{
    Bond, BondFacts, LoyaltyPattern, ReasonToStay, Recognition, RecognitionFacts,
};
use keqing::loyalty::kinds::{LoyaltyKinds, Trend};
use keqing::loyalty::lock_in::LockInLevel;
use keqing::loyalty::patronage::RepeatBasis;
use keqing::loyalty::words::Repeat;
use keqing::loyalty::words::Stance;
use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy};
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::{Presence, RuleId};
use keqing::vocab::known::{Grade, Known};

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
    let (all, kinds) = kinds(policy, &facts.evidence, as_of)?;
    let (lock_in, misses) = held(&facts.lock_in)?;
    let level = lock_in.value.map(|held| held.level);
    let is_unsupported = facts.support.value() == Some(&LoyaltySupport::Unsupported);
    Some(Told {
        kinds,
        recognition: recognition(&facts.recognition),
        lock_in,
        bond: bond_of(&all, &facts.recognition, misses, level, facts.support),
        pattern: pattern(&all),
        reason_to_stay: reason_to_stay(&all, is_unsupported, level),
        patronage: patronage(&all),
        foundations: foundations(&all),
    })
}

/// The same question as `bond`.
#[inline(never)]
pub(crate) fn bond(facts: &BondFacts) -> Part<Bond> {
    let level = facts.lock_in;
    bond_of(
        &facts.kinds,
        &facts.recognition,
        facts.misses,
        level,
        facts.support,
    )
}

#[inline(always)]
fn recognition(facts: &RecognitionFacts) -> Part<Recognition> {
    use Presence::{Absent, Present};
    let mut rules = Rules::default();
    let (ours, theirs) = (facts.supplier.value().copied(), stated(facts.customer));
    rules.need(genuine(11), ours, |known| known == Present);
    rules.need(genuine(11), theirs, |known| known == Present);
    rules.need(genuine(18), ours.zip(theirs), |(ours, theirs)| {
        ours == theirs
    });
    rules.part(match (ours, theirs) {
        (Some(Present), Some(Present)) => Some(Recognition::Mutual),
        (Some(Present), _) => Some(Recognition::SupplierOnly),
        (Some(Absent), Some(Present)) => Some(Recognition::CustomerOnly),
        (Some(Absent), Some(Absent)) => Some(Recognition::Neither),
        _ => None,
    })
}

#[inline(always)]
fn bond_of(
    kinds: &LoyaltyKinds,
    views: &RecognitionFacts,
    misses: Known<Presence>,
    held: Option<LockInLevel>,
    support: Known<LoyaltySupport>,
) -> Part<Bond> {
    let mut rules = Rules::default();
    let affect = match (stated(kinds.emotional), stated(misses)) {
        (None, Some(Presence::Present)) => Some(Stance::Favourable),
        (said, _) => said,
    };
    let likes = affect.map(|stance| stance == Stance::Favourable);
    rules.need(genuine(10), likes, |likes| likes);
    let buys_much = kinds.high_share.value() == Some(&Presence::Present);
    if buys_much || kinds.behavioural.value() == Some(&Repeat::High) {
        rules.need(genuine(12), affect, |stance| stance != Stance::Unfavourable);
    }
    let (is_shown, is_nowhere) = (!kinds.shown.is_empty(), kinds.hidden.len() == 3);
    rules.join(genuine(13), !is_shown & !is_nowhere, !is_shown & is_nowhere);
    if likes == Some(true) {
        let is_supported = |known: &_| *known == LoyaltySupport::Supported;
        rules.need(SAT_08, support.value(), is_supported);
    }
    let is_unsupported = support.value() == Some(&LoyaltySupport::Unsupported);
    let bond = if is_nowhere {
        Some(Bond::None)
    } else {
        let is_mutual = mutual(views.supplier.value().copied(), stated(views.customer));
        keeps(likes, is_mutual, is_unsupported, held)
    };
    rules.need(genuine(1), bond, Bond::is_attached);
    rules.part(bond)
}

#[inline(always)]
fn keeps(
    likes: Option<bool>,
    is_mutual: Option<bool>,
    is_unsupported: bool,
    held: Option<LockInLevel>,
) -> Option<Bond> {
    if is_unsupported && likes != Some(false) {
        return match (likes, held) {
            (Some(_), _) | (_, Some(LockInLevel::High)) => Some(Bond::LockedIn),
            _ => None,
        };
    }
    match (likes, is_mutual) {
        (Some(false), _) | (_, Some(false)) => match held? {
            LockInLevel::High => Some(Bond::LockedIn),
            LockInLevel::Low => Some(Bond::None),
        },
        (Some(true), Some(true)) => match held? {
            LockInLevel::High => Some(Bond::Mixed),
            LockInLevel::Low => Some(Bond::Genuine),
        },
        _ => None,
    }
}

#[inline(always)]
fn mutual(ours: Option<Presence>, theirs: Option<Presence>) -> Option<bool> {
    match (ours, theirs) {
        (Some(Presence::Absent), _) | (_, Some(Presence::Absent)) => Some(false),
        (Some(Presence::Present), Some(Presence::Present)) => Some(true),
        _ => None,
    }
}

#[inline(always)]
fn pattern(kinds: &LoyaltyKinds) -> Part<LoyaltyPattern> {
    let mut rules = Rules::default();
    let repeats = kinds
        .behavioural
        .value()
        .map(|repeat| *repeat == Repeat::High);
    let likes = stated(kinds.emotional).map(|stance| stance == Stance::Favourable);
    rules.join(loyal(2), repeats.is_none(), false);
    rules.join(loyal(4), likes.is_none(), false);
    match repeats {
        Some(true) => {
            let fades = kinds.trend == Some(Trend::Falling);
            rules.need(genuine(14), likes, |likes| likes & !fades);
        }
        Some(false) => {}
        None => rules.join(genuine(14), true, false),
    }
    rules.part(match (likes, repeats) {
        (Some(true), Some(true)) => Some(LoyaltyPattern::Loyal),
        (Some(true), Some(false)) => Some(LoyaltyPattern::Latent),
        (Some(false), Some(true)) => Some(LoyaltyPattern::Spurious),
        (Some(false), Some(false)) => Some(LoyaltyPattern::None),
        _ => None,
    })
}

#[inline(always)]
fn reason_to_stay(
    kinds: &LoyaltyKinds,
    is_unsupported: bool,
    held: Option<LockInLevel>,
) -> Part<ReasonToStay> {
    let mut rules = Rules::default();
    let likes = stated(kinds.emotional).map(|stance| stance == Stance::Favourable);
    if kinds.behavioural.value() == Some(&Repeat::Low) {
        return rules.part(None);
    }
    let reason_to_stay = match (kinds.behavioural.is_known(), likes, held) {
        (true, Some(true), _) if is_unsupported => Some(ReasonToStay::Helpless),
        (true, Some(true), _) => Some(ReasonToStay::Happy),
        (true, Some(false), Some(LockInLevel::High)) => Some(ReasonToStay::Helpless),
        (true, Some(false), Some(LockInLevel::Low)) => Some(ReasonToStay::Indifferent),
        _ => None,
    };
    rules.need(loyal(6), reason_to_stay, |reason_to_stay| {
        reason_to_stay != ReasonToStay::Helpless
    });
    rules.part(reason_to_stay)
}

#[inline(always)]
fn patronage(kinds: &LoyaltyKinds) -> Part<RepeatBasis> {
    let mut rules = Rules::default();
    rules.join(genuine(20), true, false);
    if kinds.behavioural.value() == Some(&Repeat::Low) {
        return rules.part(None);
    }
    let felt = stated(kinds.emotional).map(|stance| stance == Stance::Favourable);
    let felt = felt.filter(|_| kinds.behavioural.is_known());
    rules.need(genuine(7), felt, |felt| felt);
    rules.part(felt.map(|felt| match felt {
        true => RepeatBasis::Affect,
        false => RepeatBasis::Unfelt,
    }))
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
