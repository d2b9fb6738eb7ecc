//! LIF-02 to LIF-06: the stages that the facts permit, and the state that they support.

use crate::lifecycle::cards::{LIF_02, LIF_03};
use crate::lifecycle::moves::bands::{never_traded, share_grade, tied_main};
use crate::lifecycle::moves::gates::partnership;
use crate::lifecycle::moves::rules::holding;
use crate::lifecycle::placement::outcome::Flag;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::record::source::{Aged, Source};
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Decision, Evidence, Fact, Presence, Recorder, Severity};
use crate::vocab::known::{Grade, Known};
use crate::vocab::set::Set;
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

/// The stages that the facts permit to hold.
#[derive(Clone, Copy)]
pub(super) struct Support {
    /// The highest stage that the rules permit to hold.
    pub(super) at_least: Stage,
    /// The highest stage that they permit or leave undecided.
    pub(super) at_most: Stage,
    /// The state that is supported, if no higher stage is undecided.
    pub(super) state: Option<State>,
    /// The fact that leaves a higher stage undecided, if one is.
    pub(super) open: Fact,
}

impl Support {
    /// Makes the support of a state that no unknown fact can change.
    const fn of(state: State, stage: Stage) -> Self {
        Self {
            at_least: stage,
            at_most: stage,
            state: Some(state),
            open: Fact::Share,
        }
    }
}

/// Returns what the facts support, from the share first (LIF-02) and the partnership second (LIF-06).
///
/// Nothing is supported if the share is unknown, or if nothing is bought and it is unknown whether there
/// ever was trade.
pub(super) fn support<S: Source, R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    source: &S,
    flags: &mut Set<Flag>,
    r: &mut R,
) -> Option<Support> {
    let facts = source.counted();
    let Known::Given(wallet) = facts.share else {
        r.miss(&LIF_02, Fact::Share);
        return None;
    };
    if let ShareOfWallet::Of(share) = wallet.value {
        r.classify(&LIF_02, || Evidence::found(Fact::Share, share));
    }
    r.classify(&LIF_02, || Evidence::found(Fact::Share, wallet.grade));
    match (wallet.value, standing.state()) {
        (ShareOfWallet::NoDemand, state) => {
            flags.insert(Flag::NoDemand);
            r.pass_over(&LIF_03, Fact::Demand);
            // Nothing follows from a share, so the stage is held, if the rest of its gate permits that.
            Some(match state {
                State::Active(stage) => permitted(policy, source, stage, flags, r),
                State::Interrupted(_) => Support::of(state, Stage::Development),
            })
        }
        (ShareOfWallet::Of(share), _) if share.is_none() => {
            without_trade(policy, standing, source, r)
        }
        (ShareOfWallet::Of(share), _) => {
            let band = policy.band(share);
            shares_to_look_at(policy, source, (share, band), flags, r);
            Some(permitted(policy, source, band, flags, r))
        }
    }
}

/// LIF-03: nothing bought from us is Development only if nothing ever was. An interruption keeps its stage.
///
/// Of several statements on earlier trade the strictest is checked. It also says what is supported if two
/// equally strong ones differ.
fn without_trade<S: Source, R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    source: &S,
    r: &mut R,
) -> Option<Support> {
    let State::Active(Stage::Development) = standing.state() else {
        let broken_off = State::Interrupted(standing.stage());
        return Some(Support::of(broken_off, Stage::Development));
    };
    let read = source.held(policy, Stage::Development);
    let strict = &*read.facts;
    never_traded(strict, &mut Aged::new(r, &read.expired));
    let trade = source.counted().trade_history.or(strict.trade_history);
    let is_own = trade.grade() >= Some(Grade::OWN_WORD);
    let state = match trade.into_value()? {
        Presence::Present => State::Interrupted(Stage::Development),
        Presence::Absent if is_own => standing.state(),
        Presence::Absent => return None,
    };
    Some(Support::of(state, Stage::Development))
}

/// LIF-04 to LIF-06: a share on a cut, a rival with as much, a partnership without the share.
fn shares_to_look_at<S: Source, R: Recorder>(
    policy: &LifecyclePolicy,
    source: &S,
    (share, band): (Share, Stage),
    flags: &mut Set<Flag>,
    r: &mut R,
) {
    let facts = source.counted();
    if policy.is_on_boundary(share) {
        flags.insert(Flag::OnBoundary);
    }
    let read = source.held(policy, band);
    if tied_main(policy, &read.facts, band, &mut Aged::new(r, &read.expired)) {
        flags.insert(Flag::TiedMain);
    }
    let is_own = facts.partnership.grade() >= Some(Grade::OWN_WORD);
    let is_asked = policy.gate(band).partnership.is_some();
    match facts.partnership.value() {
        Some(Presence::Present) if is_own && band < Stage::Strategic => {
            flags.insert(Flag::PartnershipBelowShare);
        }
        Some(Presence::Absent) if band == Stage::Strategic && is_asked => {
            flags.insert(Flag::StrategicShareWithoutPartnership);
        }
        _ => {}
    }
}

/// Finds the highest stage that may be held, and says what stands against those above it.
///
/// Development may always be held.
fn permitted<S: Source, R: Recorder>(
    policy: &LifecyclePolicy,
    source: &S,
    top: Stage,
    flags: &mut Set<Flag>,
    r: &mut R,
) -> Support {
    let mut support = Support::of(State::Active(Stage::Development), Stage::Development);
    let (mut is_weak, mut has_partnership) = (false, false);
    let below = Stage::ALL.into_iter().rev().filter(|stage| *stage <= top);
    for stage in below.filter(|stage| *stage > Stage::Development) {
        let read = source.held(policy, stage);
        let (facts, r) = (&*read.facts, &mut Aged::new(r, &read.expired));
        if !is_weak && share_grade(policy, facts, stage, r) {
            is_weak = true;
            flags.insert(Flag::EstimatedShare);
        }
        if !is_weak && !facts.share.is_known() {
            is_weak = true;
            r.miss(&LIF_02, Fact::Share);
        }
        if !has_partnership && policy.gate(stage).partnership.is_some() {
            has_partnership = true;
            partnership(policy, facts, stage, Severity::Warning, r);
        }
        match holding(policy, facts, stage) {
            Decision::Permit => {
                support.at_least = stage;
                break;
            }
            Decision::Undecided if support.at_most == Stage::Development => {
                support.at_most = stage;
                support.open = if is_weak {
                    Fact::Share
                } else {
                    Fact::Partnership
                };
            }
            _ => {}
        }
    }
    support.at_most = support.at_most.max(support.at_least);
    let is_decided = support.at_least == support.at_most;
    support.state = is_decided.then_some(State::Active(support.at_least));
    support
}
