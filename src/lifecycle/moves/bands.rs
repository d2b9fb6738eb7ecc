//! LIF-02 to LIF-06: what the share, its evidence and its rivals say of a stage.

use crate::lifecycle::cards::{LIF_02, LIF_03, LIF_04, LIF_05, LIF_06};
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Bound, Evidence, Fact, Presence, Reading, Recorder, RuleCard, Severity};
use crate::vocab::known::{Grade, Known};
use crate::vocab::share::Share;
use crate::vocab::words::Stage;

/// LIF-02: the evidence for the share is good enough for the gate of a stage. Returns whether it is too
/// weak.
#[inline(always)]
pub(crate) fn share_grade<R: Recorder>(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    stage: Stage,
    r: &mut R,
) -> bool {
    let required = policy.gate(stage).share_grade;
    r.miss_weak(&LIF_02, Fact::Share, &facts.share, required);
    facts.share.grade().is_some_and(|grade| grade < required)
}

/// LIF-03 to LIF-06: the share carries a stage.
#[inline(always)]
pub(super) fn carries<R: Recorder>(
    policy: &LifecyclePolicy,
    share: Known<ShareOfWallet>,
    stage: Stage,
    r: &mut R,
) {
    if let Some(ShareOfWallet::NoDemand) = share.value() {
        return no_demand(r);
    }
    // Every share reaches the cut of Development, which is nothing; the stage is that of no share.
    if stage == Stage::Development {
        return r.need(&LIF_03, Fact::Share, share, no_trade, no_share);
    }
    let (cut, bound) = (policy.cut(stage), policy.bound(stage));
    let reaches = match share.value() {
        Some(ShareOfWallet::Of(ours)) => bound.admits(ours, &cut),
        _ => false,
    };
    r.need_at(
        band_card(stage),
        Severity::Bar,
        Fact::Share,
        share,
        |_| reaches,
        |wallet| {
            Evidence::share(
                Fact::Share,
                wallet.share().unwrap_or(Share::NONE),
                bound,
                cut,
            )
        },
    );
}

/// LIF-05, LIF-06: the facts no longer carry the stage above the new one.
#[inline(always)]
pub(super) fn no_longer_carries<R: Recorder>(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    to: Stage,
    r: &mut R,
) {
    let Some(above) = to.next() else { return };
    let Some(ShareOfWallet::Of(share)) = facts.share.value().copied() else {
        return;
    };
    let (card, cut) = (band_card(above), policy.cut(above));
    let below = if policy.bound(above) == Bound::AtLeast {
        Bound::LessThan
    } else {
        Bound::AtMost
    };
    let fell = below.admits(&share, &cut);
    if fell || !policy.gate(above).needs_partnership() {
        r.require(card, fell, || {
            Evidence::share(Fact::Share, share, below, cut)
        });
    } else {
        no_partnership(facts.partnership, r);
    }
}

/// LIF-06: a partnership that stands bars a fall. One that we only guess is missing, because it carries no
/// stage either.
#[inline(always)]
fn no_partnership<R: Recorder>(known: Known<Presence>, r: &mut R) {
    let fact = Fact::Partnership;
    let is_absent = known.value() == Some(&Presence::Absent);
    let is_own = known.grade() >= Some(Grade::OWN_WORD);
    let missing = if is_absent | is_own { None } else { Some(fact) };
    r.weigh(
        &LIF_06,
        LIF_06.severity(),
        missing,
        is_absent,
        || match known.grade() {
            Some(observed) if missing.is_some() => {
                let required = Grade::OWN_WORD;
                Evidence::new(fact, Reading::Grade { observed, required })
            }
            Some(_) => Evidence::absent(fact, !is_absent),
            None => Evidence::new(fact, Reading::Nothing),
        },
    );
}

/// LIF-05: a supplier with less than another one, or with half of the purchases each, is not the main one.
/// Returns whether another supplier has as much or more.
///
/// Where ours is above half nobody is asked about a rival, and one that is said to have as much stands against
/// the stage all the same: its share is of another day or grade. Below the band the share itself does.
#[inline(always)]
pub(crate) fn tied_main<R: Recorder>(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    stage: Stage,
    r: &mut R,
) -> bool {
    if stage < Stage::Stable {
        return false;
    }
    let Some(ShareOfWallet::Of(ours)) = facts.share.value() else {
        return false;
    };
    let has_as_much = facts.rival_share.value().is_some_and(|rival| rival >= ours);
    let is_carried = policy.bound(stage).admits(ours, &policy.cut(stage));
    let leaves_half = ours.part() <= ours.whole().saturating_sub(ours.part());
    if !(is_carried & (leaves_half | has_as_much)) {
        return false;
    }
    r.open_at(
        &LIF_05,
        Severity::Warning,
        Fact::RivalShare,
        facts.rival_share,
        |rival| rival < *ours,
        |rival| Reading::share(rival, Bound::LessThan, *ours),
    );
    has_as_much
}

/// LIF-03: a relationship in development never had any trade.
#[inline(always)]
pub(crate) fn never_traded<R: Recorder>(facts: &StageFacts, r: &mut R) {
    r.open_at(
        &LIF_03,
        Severity::Warning,
        Fact::TradeHistory,
        facts.trade_history,
        |history| history == Presence::Absent,
        |history| Reading::absent(history == Presence::Present),
    );
}

/// LIF-03: a relationship in development that never had any trade has nothing to break off.
#[inline(always)]
pub(super) fn has_traded<R: Recorder>(facts: &StageFacts, r: &mut R) {
    r.open_at(
        &LIF_03,
        Severity::Bar,
        Fact::TradeHistory,
        facts.trade_history,
        |history| history == Presence::Present,
        |history| Reading::present(history == Presence::Present),
    );
}

/// LIF-03: without any demand nothing follows from a share, so no move is made; the stage is held.
#[inline(always)]
pub(super) fn no_demand<R: Recorder>(r: &mut R) {
    r.refuse(&LIF_03, || Evidence::present(Fact::Demand, false));
}

const fn band_card(stage: Stage) -> &'static RuleCard {
    match stage {
        Stage::Development => &LIF_03,
        Stage::Initial => &LIF_04,
        Stage::Stable => &LIF_05,
        Stage::Strategic => &LIF_06,
    }
}

#[inline(always)]
fn trades(wallet: ShareOfWallet) -> bool {
    wallet.share().is_some_and(|share| !share.is_none())
}

#[inline(always)]
pub(super) fn no_trade(wallet: ShareOfWallet) -> bool {
    !trades(wallet)
}

pub(super) fn no_share(wallet: ShareOfWallet) -> Evidence {
    Evidence::share(
        Fact::Share,
        wallet.share().unwrap_or(Share::NONE),
        Bound::AtMost,
        Share::NONE,
    )
}
