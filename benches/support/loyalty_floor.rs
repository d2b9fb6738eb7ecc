//! The floor: hand-written matches that only return who sees a relationship, the bond, the pattern and why
//! the customer stays.
//!
//! They explain nothing. Nothing that explains can be quicker; how much slower it is, is the price of the
//! explanation.

use chrono::NaiveDate;
use keqing::loyalty::bond::{Bond, BondFacts, LoyaltyPattern, ReasonToStay, Recognition};
use keqing::loyalty::kinds::LoyaltySign;
use keqing::loyalty::lock_in::{LockInFacts, LockInLevel, Occurrence, SwitchingCostKind};
use keqing::loyalty::words::Stance;
use keqing::loyalty::{LoyaltyFacts, LoyaltyPolicy};
use keqing::satisfaction::measurement::LoyaltySupport;
use keqing::verdict::Presence;
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::money::Money;
use keqing::vocab::share::Share;
use keqing::vocab::words::{InstrumentEffect, Rating};

/// The values of an assessment, without a finding.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Told {
    pub(crate) recognition: Option<Recognition>,
    pub(crate) bond: Option<Bond>,
    pub(crate) pattern: Option<LoyaltyPattern>,
    pub(crate) reason_to_stay: Option<ReasonToStay>,
}

/// What the evidence says of a customer.
#[derive(Clone, Copy)]
struct Evidence {
    stance: Option<Stance>,
    repeats: Option<bool>,
    shows_nowhere: bool,
}

/// The same question as `assess`; `None` where the facts cannot be.
#[inline(never)]
pub(crate) fn floor(
    policy: &LoyaltyPolicy,
    facts: &LoyaltyFacts,
    as_of: NaiveDate,
) -> Option<Told> {
    let evidence = evidence(policy, facts, as_of)?;
    let (held, misses) = held(&facts.lock_in)?;
    let ours = facts.recognition.supplier.value().copied();
    let theirs = stated(facts.recognition.customer);
    let recognition = match (ours, theirs) {
        (Some(Presence::Present), Some(Presence::Present)) => Some(Recognition::Mutual),
        (Some(Presence::Present), _) => Some(Recognition::SupplierOnly),
        (Some(Presence::Absent), Some(Presence::Present)) => Some(Recognition::CustomerOnly),
        (Some(Presence::Absent), Some(Presence::Absent)) => Some(Recognition::Neither),
        _ => None,
    };
    let is_unsupported = facts.support.value() == Some(&LoyaltySupport::Unsupported);
    let likes = evidence.stance.map(|stance| stance == Stance::Favourable);
    let affect = likes.or(misses.then_some(true));
    let bond = if evidence.shows_nowhere {
        Some(Bond::None)
    } else {
        keeps(affect, mutual(ours, theirs), is_unsupported, held)
    };
    let pattern = match (likes, evidence.repeats) {
        (Some(true), Some(true)) => Some(LoyaltyPattern::Loyal),
        (Some(true), Some(false)) => Some(LoyaltyPattern::Latent),
        (Some(false), Some(true)) => Some(LoyaltyPattern::Spurious),
        (Some(false), Some(false)) => Some(LoyaltyPattern::None),
        _ => None,
    };
    let reason_to_stay = match (evidence.repeats, likes, held) {
        (Some(true), Some(true), _) if is_unsupported => Some(ReasonToStay::Helpless),
        (Some(true), Some(true), _) => Some(ReasonToStay::Happy),
        (Some(true), Some(false), Some(LockInLevel::High)) => Some(ReasonToStay::Helpless),
        (Some(true), Some(false), Some(LockInLevel::Low)) => Some(ReasonToStay::Indifferent),
        _ => None,
    };
    Some(Told {
        recognition,
        bond,
        pattern,
        reason_to_stay,
    })
}

/// The same question as `bond`.
#[inline(never)]
pub(crate) fn bond(facts: &BondFacts) -> Option<Bond> {
    if facts.kinds.hidden.len() == 3 {
        return Some(Bond::None);
    }
    let likes = match facts.kinds.emotional {
        Known::Given(said) if said.grade > Grade::Estimated => {
            Some(said.value == Stance::Favourable)
        }
        _ => match stated(facts.misses) {
            Some(Presence::Present) => Some(true),
            _ => None,
        },
    };
    let views = (
        facts.recognition.supplier.value().copied(),
        stated(facts.recognition.customer),
    );
    let is_unsupported = facts.support.value() == Some(&LoyaltySupport::Unsupported);
    keeps(
        likes,
        mutual(views.0, views.1),
        is_unsupported,
        facts.lock_in,
    )
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
fn stated(known: Known<Presence>) -> Option<Presence> {
    match known {
        Known::Given(said) if said.grade > Grade::Estimated => Some(said.value),
        _ => None,
    }
}

type Latest<T> = Option<(NaiveDate, T)>;

#[inline(always)]
fn keep<T>(latest: &mut Latest<T>, on: NaiveDate, value: T) {
    if latest.as_ref().is_none_or(|(before, _)| on >= *before) {
        *latest = Some((on, value));
    }
}

#[inline(always)]
fn evidence(policy: &LoyaltyPolicy, facts: &LoyaltyFacts, as_of: NaiveDate) -> Option<Evidence> {
    let (mut retention, mut wallet): (Latest<Share>, Latest<Share>) = (None, None);
    let mut evaluation: Latest<Rating> = None;
    let mut minds: [Latest<Rating>; 3] = [None; 3];
    let (mut referrals, mut comes_back) = (0_u32, false);
    for piece in &facts.evidence {
        if piece.on > as_of {
            return None;
        }
        let is_own = piece.grade > Grade::Estimated;
        match piece.sign {
            LoyaltySign::Retention(rate) => keep(&mut retention, piece.on, rate),
            LoyaltySign::ShareOfWallet(share) => keep(&mut wallet, piece.on, share),
            LoyaltySign::Evaluation(mark) if is_own => keep(&mut evaluation, piece.on, mark),
            LoyaltySign::Intention(mark) if is_own => keep(&mut minds[0], piece.on, mark),
            LoyaltySign::Trust(mark) if is_own => keep(&mut minds[1], piece.on, mark),
            LoyaltySign::Upholding(mark) if is_own => keep(&mut minds[2], piece.on, mark),
            LoyaltySign::Referrals(count) if is_own => referrals = referrals.saturating_add(count),
            LoyaltySign::RepeatAfterFailure if is_own => comes_back = true,
            _ => {}
        }
    }
    let stance = match evaluation {
        Some((_, mark)) => Some(policy.stance(mark)),
        None if referrals > 0 => Some(Stance::Favourable),
        None => None,
    };
    let purchases = [retention, wallet];
    let shows_nowhere = stance.is_some_and(|stance| stance != Stance::Favourable)
        && referrals == 0
        && !comes_back
        && purchases.iter().any(Option::is_some)
        && purchases.iter().flatten().all(|(_, part)| part.is_none())
        && minds.iter().any(Option::is_some)
        && minds
            .iter()
            .flatten()
            .all(|(_, mark)| *mark < policy.favourable_from());
    Some(Evidence {
        stance,
        repeats: retention.map(|(_, rate)| rate >= policy.repeat_from()),
        shows_nowhere,
    })
}

/// Whether the customer is held, and whether it would miss something.
#[inline(always)]
fn held(facts: &LockInFacts) -> Option<(Option<LockInLevel>, bool)> {
    let (mut cost, mut people): (Option<Money>, Option<Money>) = (None, None);
    let mut misses = false;
    for item in &facts.costs {
        if item.amount.is_negative() {
            return None;
        }
        if item.occurrence == Occurrence::Recurring {
            continue;
        }
        let is_relational = item.facet.kind() == SwitchingCostKind::Relational;
        let sum = if is_relational {
            &mut people
        } else {
            &mut cost
        };
        *sum = Some(match *sum {
            Some(before) => before.checked_add(item.amount).ok()?,
            None => item.amount,
        });
        misses |= is_relational && item.grade > Grade::Estimated && !item.amount.is_zero();
    }
    let pays = match (facts.gain.value(), cost) {
        (Some(gain), Some(cost)) => Some(gain.checked_cmp(cost).ok()?.is_gt()),
        _ => None,
    };
    let is_locked = match (stated(facts.prefers_alternative), pays) {
        (Some(Presence::Absent), _) | (_, Some(true)) => Some(false),
        (Some(Presence::Present), Some(false)) => Some(true),
        _ => None,
    };
    let by = facts.instruments.value().map(|all| {
        all.iter()
            .any(|instrument| instrument.effect() == InstrumentEffect::Pain)
    });
    let stuck = facts
        .alternatives
        .value()
        .map(|there_is| *there_is == Presence::Absent);
    let level = match (by, stuck, is_locked) {
        (Some(true), ..) | (_, Some(true), _) | (.., Some(true)) => Some(LockInLevel::High),
        (Some(false), Some(false), Some(false)) => Some(LockInLevel::Low),
        _ => None,
    };
    Some((level, misses))
}
