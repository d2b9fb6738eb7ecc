//! LIF-02 to LIF-06: the stages that the facts permit, and the state that they support.

use crate::lifecycle::cards::{LIF_02, LIF_03};
use crate::lifecycle::moves::bands::{never_traded, share_grade, tied_main};
use crate::lifecycle::moves::gates::partnership;
use crate::lifecycle::moves::rules::holding;
use crate::lifecycle::placement::outcome::Flag;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Decision, Evidence, Fact, Presence, Recorder, Scribe, Severity};
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
pub(super) fn support(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    flags: &mut Set<Flag>,
    r: &mut Scribe<'_>,
) -> Option<Support> {
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
                State::Active(stage) => permitted(policy, facts, stage, flags, r),
                State::Interrupted(_) => Support::of(state, Stage::Development),
            })
        }
        (ShareOfWallet::Of(share), _) if share.is_none() => without_trade(standing, facts, r),
        (ShareOfWallet::Of(share), _) => {
            let band = policy.band(share);
            shares_to_look_at(policy, facts, (share, band), flags, r);
            Some(permitted(policy, facts, band, flags, r))
        }
    }
}

/// LIF-03: nothing bought from us is Development only if nothing ever was.
fn without_trade(standing: &Standing, facts: &StageFacts, r: &mut Scribe<'_>) -> Option<Support> {
    let stage = standing.stage();
    if stage > Stage::Development {
        return Some(Support::of(State::Interrupted(stage), Stage::Development));
    }
    never_traded(facts, r);
    let is_own = facts.trade_history.grade() >= Some(Grade::OWN_WORD);
    let state = match facts.trade_history.value()? {
        Presence::Present => State::Interrupted(stage),
        Presence::Absent if is_own => standing.state(),
        Presence::Absent => return None,
    };
    Some(Support::of(state, Stage::Development))
}

/// LIF-04 to LIF-06: a share on a cut, a rival with as much, a partnership without the share.
fn shares_to_look_at(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    (share, band): (Share, Stage),
    flags: &mut Set<Flag>,
    r: &mut Scribe<'_>,
) {
    if policy.is_on_boundary(share) {
        flags.insert(Flag::OnBoundary);
    }
    if tied_main(policy, facts, band, r) {
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
fn permitted(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    top: Stage,
    flags: &mut Set<Flag>,
    r: &mut Scribe<'_>,
) -> Support {
    let mut support = Support::of(State::Active(Stage::Development), Stage::Development);
    let has_share = matches!(facts.share.value(), Some(ShareOfWallet::Of(_)));
    let (mut is_weak, mut has_partnership) = (false, false);
    let below = Stage::ALL.into_iter().rev().filter(|stage| *stage <= top);
    for stage in below.filter(|stage| *stage > Stage::Development) {
        if has_share && !is_weak && share_grade(policy, facts, stage, r) {
            is_weak = true;
            flags.insert(Flag::EstimatedShare);
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
