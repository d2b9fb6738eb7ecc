//! The floor: hand-written matches that only return allow or deny and the first rule number.
//!
//! They stop at the first rule that stands in the way and explain nothing. Nothing that explains can
//! be quicker; how much slower it is, is the price of the explanation.

use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::lifecycle::{LifecyclePolicy, StageFacts};
use keqing::loyalty::bond::Bond;
use keqing::verdict::{Presence, Severity};
use keqing::vocab::known::{Grade, Known};
use keqing::vocab::set::Set;
use keqing::vocab::share::Share;
use keqing::vocab::words::Stage;

/// The same question as `judge`, policy and all: `Ok` to allow, or the number of the first LIF rule
/// that denies or cannot tell.
#[inline(never)]
pub(crate) fn floor(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Result<(), u8> {
    if facts.as_of < standing.since() {
        return Err(0);
    }
    match (standing.state(), proposed) {
        (State::Active(from), Move::Advance { to }) if to.rank() == from.rank() + 1 => {
            if let Some(last) = standing.last_step_up() {
                if (facts.as_of - last).num_days() < i64::from(policy.assessment_period().count()) {
                    return Err(7);
                }
            }
            if facts
                .share
                .grade()
                .is_some_and(|grade| grade < policy.gate(to).share_grade)
            {
                return Err(2);
            }
            carries(policy, facts, to)?;
            gate(policy, facts, to)
        }
        (_, Move::Advance { .. }) => Err(7),
        (State::Active(Stage::Development), Move::Hold) | (State::Interrupted(_), Move::Hold) => {
            Ok(())
        }
        (State::Active(stage), Move::Hold) => {
            if facts.share.value() != Some(&ShareOfWallet::NoDemand) {
                carries(policy, facts, stage)?;
            }
            partnership(policy, facts, stage)
        }
        (State::Active(from), Move::Regress { to }) if to < from && to > Stage::Development => {
            let share = bought(facts)?;
            match to {
                Stage::Stable if reaches(policy, share, Stage::Strategic) => {
                    match facts.partnership.value() {
                        Some(Presence::Absent) => Ok(()),
                        _ => Err(6),
                    }
                }
                Stage::Initial if reaches(policy, share, Stage::Stable) => Err(5),
                _ => Ok(()),
            }
        }
        (_, Move::Regress { .. }) => Err(9),
        (State::Active(_), Move::Interrupt) => match facts.share.value() {
            Some(ShareOfWallet::NoDemand) => Err(3),
            Some(ShareOfWallet::Of(share)) if share.is_none() => match facts.cause {
                Known::Given(_) => Ok(()),
                Known::Unknown => Err(8),
            },
            _ => Err(12),
        },
        (State::Interrupted(Stage::Development), Move::Recover) => Ok(()),
        (State::Interrupted(_), Move::Recover) => bought(facts).map(|_| ()),
        (_, Move::Interrupt | Move::Recover) => Err(12),
    }
}

fn carries(policy: &LifecyclePolicy, facts: &StageFacts, stage: Stage) -> Result<(), u8> {
    let share = bought(facts)?;
    match stage {
        Stage::Development | Stage::Initial => Ok(()),
        stage if reaches(policy, share, stage) => Ok(()),
        Stage::Stable => Err(5),
        Stage::Strategic => Err(6),
    }
}

fn partnership(policy: &LifecyclePolicy, facts: &StageFacts, stage: Stage) -> Result<(), u8> {
    lacks(policy.gate(stage).partnership, facts.partnership, 6)
}

fn gate(policy: &LifecyclePolicy, facts: &StageFacts, stage: Stage) -> Result<(), u8> {
    let gate = policy.gate(stage);
    partnership(policy, facts, stage)?;
    if let Some(asked) = gate.departments.filter(|asked| bars(asked.severity)) {
        let enough = |set: &Set<_>| set.len() >= asked.least as usize;
        facts
            .departments
            .value()
            .copied()
            .filter(enough)
            .ok_or(14)?;
    }
    lacks(gate.executive_tie, facts.executive_tie, 14)?;
    if let Some(asked) = gate.joint_functions.filter(|asked| bars(asked.severity)) {
        let all = |set: &Set<_>| set.is_superset(asked.least);
        facts
            .joint_functions
            .value()
            .copied()
            .filter(all)
            .ok_or(14)?;
    }
    for (asked, known) in [
        (gate.personal_trust, facts.trust.personal),
        (gate.organizational_trust, facts.trust.organizational),
    ] {
        if let Some(asked) = asked.filter(|asked| bars(asked.severity)) {
            known
                .value()
                .copied()
                .filter(|level| *level >= asked.least)
                .ok_or(16)?;
        }
    }
    word(gate.recognition, facts.recognition, 16)?;
    let attached = facts.bond.map(|bond| match bond {
        Bond::Genuine | Bond::Mixed => Presence::Present,
        Bond::LockedIn | Bond::None => Presence::Absent,
    });
    word(gate.loyalty, attached, 5)
}

fn lacks(asked: Option<Severity>, known: Known<Presence>, rule: u8) -> Result<(), u8> {
    let lacking = asked.is_some_and(bars) && known.value() != Some(&Presence::Present);
    if lacking { Err(rule) } else { Ok(()) }
}

/// What only the customer can say: an estimate of it lacks, whatever it says.
fn word(asked: Option<Severity>, known: Known<Presence>, rule: u8) -> Result<(), u8> {
    if asked.is_some_and(bars) && known.grade() == Some(Grade::Estimated) {
        return Err(rule);
    }
    lacks(asked, known, rule)
}

fn bars(severity: Severity) -> bool {
    matches!(severity, Severity::Bar | Severity::Escalate(_))
}

fn bought(facts: &StageFacts) -> Result<Share, u8> {
    match facts.share.value() {
        Some(ShareOfWallet::Of(share)) if !share.is_none() => Ok(*share),
        Some(ShareOfWallet::NoDemand) => Err(3),
        _ => Err(4),
    }
}

fn reaches(policy: &LifecyclePolicy, share: Share, stage: Stage) -> bool {
    policy.bound(stage).admits(&share, &policy.cut(stage))
}
