//! The bare match: the floor with the standard policy's numbers built in, so that it needs no policy
//! and cannot follow another one.

use keqing::lifecycle::StageFacts;
use keqing::lifecycle::moves::Move;
use keqing::lifecycle::standing::{Standing, State};
use keqing::lifecycle::wallet::ShareOfWallet;
use keqing::verdict::Presence;
use keqing::vocab::known::Grade;
use keqing::vocab::share::Share;
use keqing::vocab::words::Stage;

/// `Ok` to allow, or the number of the first LIF rule that denies or cannot tell.
#[inline(never)]
pub(crate) fn bare(standing: &Standing, facts: &StageFacts, proposed: Move) -> Result<(), u8> {
    if facts.as_of < standing.since() {
        return Err(0);
    }
    match (standing.state(), proposed) {
        (State::Active(from), Move::Advance { to }) if to.rank() == from.rank() + 1 => {
            if let Some(last) = standing.last_step_up() {
                if (facts.as_of - last).num_days() < 90 {
                    return Err(7);
                }
            }
            if to == Stage::Strategic && facts.share.grade() == Some(Grade::Estimated) {
                return Err(2);
            }
            carries(facts, to)
        }
        (_, Move::Advance { .. }) => Err(7),
        (State::Active(Stage::Development), Move::Hold) | (State::Interrupted(_), Move::Hold) => {
            Ok(())
        }
        (State::Active(stage), Move::Hold)
            if facts.share.value() == Some(&ShareOfWallet::NoDemand) =>
        {
            let stands = facts.partnership.value() == Some(&Presence::Present);
            if stage < Stage::Strategic || stands {
                Ok(())
            } else {
                Err(6)
            }
        }
        (State::Active(stage), Move::Hold) => carries(facts, stage),
        (State::Active(from), Move::Regress { to }) if to < from && to > Stage::Development => {
            let share = bought(facts)?;
            match to {
                Stage::Stable if at_least(share, 80) => match facts.partnership.value() {
                    Some(Presence::Absent) => Ok(()),
                    _ => Err(6),
                },
                Stage::Initial if at_least(share, 50) => Err(5),
                _ => Ok(()),
            }
        }
        (_, Move::Regress { .. }) => Err(9),
        (State::Active(_), Move::Interrupt) => match facts.share.value() {
            Some(ShareOfWallet::NoDemand) => Err(3),
            Some(ShareOfWallet::Of(share)) if share.is_none() => {
                if facts.cause.is_known() {
                    Ok(())
                } else {
                    Err(8)
                }
            }
            _ => Err(12),
        },
        (State::Interrupted(Stage::Development), Move::Recover) => Ok(()),
        (State::Interrupted(_), Move::Recover) => bought(facts).map(|_| ()),
        (_, Move::Interrupt | Move::Recover) => Err(12),
    }
}

fn carries(facts: &StageFacts, stage: Stage) -> Result<(), u8> {
    let share = bought(facts)?;
    match stage {
        Stage::Development | Stage::Initial => Ok(()),
        Stage::Stable if at_least(share, 50) => Ok(()),
        Stage::Stable => Err(5),
        Stage::Strategic
            if at_least(share, 80) && facts.partnership.value() == Some(&Presence::Present) =>
        {
            Ok(())
        }
        Stage::Strategic => Err(6),
    }
}

fn bought(facts: &StageFacts) -> Result<Share, u8> {
    match facts.share.value() {
        Some(ShareOfWallet::Of(share)) if !share.is_none() => Ok(*share),
        Some(ShareOfWallet::NoDemand) => Err(3),
        _ => Err(4),
    }
}

fn at_least(share: Share, percent: u64) -> bool {
    u128::from(share.part()) * 100 >= u128::from(share.whole()) * u128::from(percent)
}
