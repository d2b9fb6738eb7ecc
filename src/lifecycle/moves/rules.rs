use chrono::NaiveDate;

use crate::lifecycle::cards::{LIF_03, LIF_07, LIF_08, LIF_09, LIF_10, LIF_12};
use crate::lifecycle::moves::bands::{
    carries, has_traded, never_traded, no_demand, no_longer_carries, no_share, no_trade,
    share_grade, tied_main,
};
use crate::lifecycle::moves::gates::{gate, partnership};
use crate::lifecycle::moves::transition::Move;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{
    Bound, Count, Decision, Evidence, Fact, Found, Outcome, Reading, Recorder, Severity,
};
use crate::vocab::known::Known;
use crate::vocab::time::Days;
use crate::vocab::words::{Cause, Stage};

/// The word of a rule set in which the rules of this system stand.
pub(crate) const RULE_WORD: usize = 0;

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
        Move::Regress { to } => regress(policy, standing, facts, to, recorder),
    }
}

/// Returns whether a stage may be held, by the rules of [`hold`].
pub(crate) fn holding(policy: &LifecyclePolicy, facts: &StageFacts, stage: Stage) -> Decision {
    let mut count = Count::<RULE_WORD>::new();
    hold(policy, State::Active(stage), facts, &mut count);
    count.into_tally().decision
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
    r.require(
        &LIF_07,
        Move::Advance { to }.is_possible(state),
        || match state {
            State::Active(_) => stages(state, to),
            State::Interrupted(_) => Evidence::present(Fact::Stage, false),
        },
    );
    one_step_a_period(policy, standing, facts.as_of, r);
    share_grade(policy, facts, to, r);
    carries(policy, facts.share, to, r);
    partnership(policy, facts, to, Severity::Bar, r);
    gate(policy, facts, to, Severity::Bar, r);
    tied_main(policy, facts, to, r);
}

/// Stay: the share still carries the stage, or there was no demand (LIF-03), on evidence that its gate
/// accepts, and the partnership of the gate stands. Other lacks of the gate are reported and drive nobody
/// out.
#[inline(always)]
fn hold<R: Recorder>(policy: &LifecyclePolicy, state: State, facts: &StageFacts, r: &mut R) {
    match state {
        State::Active(Stage::Development) => {
            let (severity, share) = (Severity::Warning, facts.share);
            match share.value() {
                Some(ShareOfWallet::NoDemand) => r.pass_over(&LIF_03, Fact::Demand),
                _ => r.need_at(&LIF_03, severity, Fact::Share, share, no_trade, no_share),
            }
            never_traded(facts, r);
        }
        State::Active(stage) => {
            share_grade(policy, facts, stage, r);
            match facts.share.value() {
                Some(ShareOfWallet::NoDemand) => r.pass_over(&LIF_03, Fact::Demand),
                _ => carries(policy, facts.share, stage, r),
            }
            partnership(policy, facts, stage, Severity::Bar, r);
            gate(policy, facts, stage, Severity::Warning, r);
            tied_main(policy, facts, stage, r);
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
    standing: &Standing,
    facts: &StageFacts,
    to: Stage,
    r: &mut R,
) {
    let state = standing.state();
    let is_fall = Move::Regress { to }.is_possible(state);
    r.require(&LIF_09, is_fall, || stages(state, to));
    carries(policy, facts.share, Stage::Initial, r);
    no_longer_carries(policy, facts, to, r);
    let from = fallen_from(standing, facts.as_of);
    let steps = from.rank().saturating_sub(to.rank());
    r.require_at(&LIF_09, Severity::Critical, steps <= 1, || {
        Evidence::new(Fact::Stage, Reading::Stages { from, to })
    });
    if !is_fall {
        return r.pass_over(&LIF_10, Fact::RepairWindow);
    }
    r.classify(&LIF_10, || {
        let until = policy.repair_until(facts.as_of);
        Evidence::found(Fact::RepairWindow, until.unwrap_or(NaiveDate::MAX))
    });
}

/// Returns the stage from which a fall begins: falls of one day are one fall, which began at least a stage
/// higher.
#[inline(always)]
pub(crate) fn fallen_from(standing: &Standing, as_of: NaiveDate) -> Stage {
    let stage = standing.stage();
    match standing.last_fall() {
        Some(fell) if fell == as_of => stage.next().unwrap_or(stage),
        _ => stage,
    }
}

/// Interrupt: the relationship is active, the customer has stopped buying, and a cause is known. In
/// Development there is only something to break off if there was trade before.
#[inline(always)]
fn interrupt<R: Recorder>(state: State, facts: &StageFacts, r: &mut R) {
    r.require(&LIF_12, state.is_active(), || {
        Evidence::present(Fact::Stage, state.is_active())
    });
    match facts.share.value() {
        Some(ShareOfWallet::NoDemand) => no_demand(r),
        _ => r.need(&LIF_12, Fact::Share, facts.share, no_trade, no_share),
    }
    if state.stage() == Stage::Development {
        has_traded(facts, r);
    }
    stated_cause(facts.cause, r);
    let gradual = state.stage() <= Stage::Initial;
    r.require_at(&LIF_09, Severity::Critical, gradual, || {
        stages(state, Stage::Development)
    });
}

/// LIF-08: an interruption has a cause. None is a wrong one, so the rule can only lack it.
#[inline(always)]
fn stated_cause<R: Recorder>(cause: Known<Cause>, r: &mut R) {
    let outcome = match cause {
        Known::Given(_) => Outcome::Classified,
        Known::Unknown => Outcome::Missing(Fact::Cause),
    };
    r.record(&LIF_08, LIF_08.severity(), outcome, || match cause {
        Known::Given(given) => Evidence::found(Fact::Cause, Found::word(given.value)),
        Known::Unknown => Evidence::new(Fact::Cause, Reading::Nothing),
    });
}

/// Back: from an interruption only, by trade on evidence that the gate of the initial stage accepts, with the
/// partnership that it asks for.
#[inline(always)]
fn recover<R: Recorder>(policy: &LifecyclePolicy, state: State, facts: &StageFacts, r: &mut R) {
    r.require(&LIF_12, !state.is_active(), || {
        Evidence::absent(Fact::Stage, state.is_active())
    });
    share_grade(policy, facts, Stage::Initial, r);
    carries(policy, facts.share, Stage::Initial, r);
    partnership(policy, facts, Stage::Initial, Severity::Bar, r);
}

/// LIF-07: a step up waits for the period after the last one.
///
/// If no step is recorded, one may have led to the standing. A standing that is a period old is enough,
/// and of a younger one the step is missing.
#[inline(always)]
fn one_step_a_period<R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    as_of: NaiveDate,
    r: &mut R,
) {
    let required = policy.assessment_period();
    if required == Days::new(0) {
        return;
    }
    let recorded = standing.last_step_up();
    let since = recorded.unwrap_or(standing.since());
    let observed = Days::between(since, as_of).unwrap_or(Days::new(0));
    let holds = observed >= required;
    let is_settled = recorded.is_some() | holds;
    let missing = if is_settled {
        None
    } else {
        Some(Fact::AssessmentPeriod)
    };
    r.weigh(&LIF_07, LIF_07.severity(), missing, holds, || {
        let bound = Bound::AtLeast;
        match is_settled {
            true => Evidence::days(Fact::AssessmentPeriod, observed, bound, required),
            false => Evidence::new(Fact::AssessmentPeriod, Reading::Nothing),
        }
    });
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
