use chrono::NaiveDate;

use crate::lifecycle::cards::{
    LIF_02, LIF_03, LIF_04, LIF_05, LIF_06, LIF_07, LIF_08, LIF_09, LIF_10, LIF_12,
};
use crate::lifecycle::moves::gates::{gate, partnership};
use crate::lifecycle::moves::transition::Move;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Bound, Evidence, Fact, Presence, Reading, Recorder, RuleCard, Severity};
use crate::vocab::known::Known;
use crate::vocab::share::Share;
use crate::vocab::time::Days;
use crate::vocab::words::Stage;

/// Consults every rule that bears on one move. Each line states one rule once.
///
/// All of it is always inlined. The quick answer is as quick without, and the explained one a tenth
/// slower.
#[inline(always)]
pub(crate) fn consult<R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
    recorder: &mut R,
) {
    match proposed {
        Move::Advance { to } => advance(policy, standing, facts, to, recorder),
        Move::Hold => hold(policy, standing.state(), facts, recorder),
        Move::Interrupt => interrupt(standing.state(), facts, recorder),
        Move::Recover => recover(policy, standing.state(), facts, recorder),
        Move::Regress { to } => regress(policy, standing.state(), facts, to, recorder),
    }
}

/// Up: the table has the step, a period has passed since the last one, the share carries the stage
/// above, and its gate is open.
#[inline(always)]
fn advance<R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    to: Stage,
    r: &mut R,
) {
    let state = standing.state();
    r.require(&LIF_07, Move::Advance { to }.is_possible(state), || {
        stages(state, to)
    });
    one_step_a_period(policy, standing, facts.as_of, r);
    r.need_grade(
        &LIF_02,
        Fact::Share,
        &facts.share,
        policy.gate(to).share_grade,
    );
    carries(policy, facts.share, to, r);
    partnership(policy, facts, to, r);
    gate(policy, facts, to, Severity::Bar, r);
    tied_main(facts, to, r);
}

/// Stay: the share still carries the stage, or there was no demand (LIF-03), and the partnership of
/// the top stage stands. Other lacks of the gate are reported and drive nobody out.
#[inline(always)]
fn hold<R: Recorder>(policy: &LifecyclePolicy, state: State, facts: &StageFacts, r: &mut R) {
    match state {
        State::Active(Stage::Development) => {
            r.need_at(
                &LIF_03,
                Severity::Warning,
                Fact::Share,
                facts.share,
                no_trade,
                no_share,
            );
            never_traded(facts, r);
        }
        State::Active(stage) => {
            match facts.share.value() {
                Some(ShareOfWallet::NoDemand) => r.pass_over(&LIF_03, Fact::Demand),
                _ => carries(policy, facts.share, stage, r),
            }
            partnership(policy, facts, stage, r);
            gate(policy, facts, stage, Severity::Warning, r);
            tied_main(facts, stage, r);
        }
        State::Interrupted(_) => {
            r.need_at(
                &LIF_12,
                Severity::Warning,
                Fact::Share,
                facts.share,
                no_trade,
                no_share,
            );
        }
    }
}

/// Down: the table has the fall, the customer still buys, and the facts no longer carry the stage
/// above. More than one step is rare and critical (LIF-09), and a way back stays open (LIF-10).
#[inline(always)]
fn regress<R: Recorder>(
    policy: &LifecyclePolicy,
    state: State,
    facts: &StageFacts,
    to: Stage,
    r: &mut R,
) {
    r.require(&LIF_09, Move::Regress { to }.is_possible(state), || {
        stages(state, to)
    });
    carries(policy, facts.share, Stage::Initial, r);
    no_longer_carries(policy, facts, to, r);
    let steps = state.stage().rank().saturating_sub(to.rank());
    r.require_at(&LIF_09, Severity::Critical, steps <= 1, || {
        stages(state, to)
    });
    r.require_at(&LIF_10, Severity::Notice, true, || {
        let required = policy.repair_until(facts.as_of).unwrap_or(NaiveDate::MAX);
        let reading = Reading::Date {
            observed: facts.as_of,
            bound: Bound::AtMost,
            required,
        };
        Evidence::new(Fact::RepairWindow, reading)
    });
}

/// Interrupt: the relationship is active, the customer has stopped buying, and a cause is given.
#[inline(always)]
fn interrupt<R: Recorder>(state: State, facts: &StageFacts, r: &mut R) {
    r.require(&LIF_12, state.is_active(), || {
        Evidence::present(Fact::Stage, state.is_active())
    });
    match facts.share.value() {
        Some(ShareOfWallet::NoDemand) => no_demand(r),
        _ => r.need(&LIF_12, Fact::Share, facts.share, no_trade, no_share),
    }
    r.need(
        &LIF_08,
        Fact::Cause,
        facts.cause,
        |_| true,
        |_| Evidence::present(Fact::Cause, true),
    );
    let gradual = state.stage() <= Stage::Initial;
    r.require_at(&LIF_09, Severity::Critical, gradual, || {
        stages(state, Stage::Development)
    });
}

/// Back: from an interruption only, and, if there was trade, by trade.
#[inline(always)]
fn recover<R: Recorder>(policy: &LifecyclePolicy, state: State, facts: &StageFacts, r: &mut R) {
    r.require(&LIF_12, !state.is_active(), || {
        Evidence::absent(Fact::Stage, state.is_active())
    });
    if state.stage() > Stage::Development {
        carries(policy, facts.share, Stage::Initial, r);
    } else {
        r.pass_over(&LIF_04, Fact::Share);
    }
}

/// LIF-07: a step up waits for the period after the last one.
#[inline(always)]
fn one_step_a_period<R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    as_of: NaiveDate,
    r: &mut R,
) {
    let Some(last) = standing.last_step_up() else {
        return;
    };
    let observed = Days::between(last, as_of).unwrap_or(Days::new(0));
    let required = policy.assessment_period();
    r.require(&LIF_07, observed >= required, || {
        Evidence::new(
            Fact::AssessmentPeriod,
            Reading::Days {
                observed,
                bound: Bound::AtLeast,
                required,
            },
        )
    });
}

/// LIF-03 to LIF-06: the share carries a stage.
#[inline(always)]
fn carries<R: Recorder>(
    policy: &LifecyclePolicy,
    share: Known<ShareOfWallet>,
    stage: Stage,
    r: &mut R,
) {
    if let Some(ShareOfWallet::NoDemand) = share.value() {
        return no_demand(r);
    }
    let (cut, bound) = (policy.cut(stage), policy.bound(stage));
    r.need_at(
        band_card(stage),
        Severity::Bar,
        Fact::Share,
        share,
        |wallet| {
            wallet
                .share()
                .is_some_and(|share| bound.admits(&share, &cut))
        },
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
fn no_longer_carries<R: Recorder>(
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
    if fell || above < Stage::Strategic || !policy.gate(Stage::Strategic).needs_partnership() {
        r.require(card, fell, || {
            Evidence::share(Fact::Share, share, below, cut)
        });
    } else {
        r.need(
            card,
            Fact::Partnership,
            facts.partnership,
            |partnership| partnership == Presence::Absent,
            |partnership| Evidence::absent(Fact::Partnership, partnership == Presence::Present),
        );
    }
}

/// LIF-05: with half of the purchases each, neither supplier is the main one. Returns whether
/// another supplier has as much or more.
#[inline(always)]
pub(crate) fn tied_main<R: Recorder>(facts: &StageFacts, stage: Stage, r: &mut R) -> bool {
    // Asked first, because it is mostly unknown: then nothing else is needed.
    let Some(rival) = facts.rival_share.value() else {
        return false;
    };
    let (Stage::Stable, Some(ShareOfWallet::Of(ours))) = (stage, facts.share.value()) else {
        return false;
    };
    let is_tied = ours <= rival;
    r.require_at(&LIF_05, Severity::Warning, !is_tied, || {
        Evidence::share(Fact::RivalShare, *rival, Bound::LessThan, *ours)
    });
    is_tied
}

/// LIF-03: a relationship in development never had any trade.
#[inline(always)]
pub(crate) fn never_traded<R: Recorder>(facts: &StageFacts, r: &mut R) {
    r.need_at(
        &LIF_03,
        Severity::Warning,
        Fact::TradeHistory,
        facts.trade_history,
        |history| history == Presence::Absent,
        |history| Evidence::absent(Fact::TradeHistory, history == Presence::Present),
    );
}

/// LIF-03: without any demand nothing follows from a share, so no move is made; the stage is held.
#[inline(always)]
fn no_demand<R: Recorder>(r: &mut R) {
    r.require(&LIF_03, false, || Evidence::present(Fact::Demand, false));
}

pub(crate) const fn band_card(stage: Stage) -> &'static RuleCard {
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
fn no_trade(wallet: ShareOfWallet) -> bool {
    !trades(wallet)
}

fn no_share(wallet: ShareOfWallet) -> Evidence {
    Evidence::share(
        Fact::Share,
        wallet.share().unwrap_or(Share::NONE),
        Bound::AtMost,
        Share::NONE,
    )
}

const fn stages(from: State, to: Stage) -> Evidence {
    Evidence::new(
        Fact::Stage,
        Reading::Stages {
            from: from.stage(),
            to,
        },
    )
}
