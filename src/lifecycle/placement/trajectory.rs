//! LIF-08: the trajectory of a relationship, from its shares alone.

use chrono::NaiveDate;

use crate::lifecycle::cards::LIF_08;
use crate::lifecycle::placement::history::Earlier;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::record::source::Source;
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{Bound, Evidence, Fact, Found, Recorder, Severity};
use crate::vocab::answers::Trajectory;
use crate::vocab::share::{Points, Share};

/// Returns the trajectory, and checks that the share grew or that nothing is left to gain.
///
/// The relationship is broken off if nothing is bought from us any more; then no history is needed. The
/// present share is missing if a later period shows another one.
pub(super) fn head<S: Source, R: Recorder>(
    policy: &LifecyclePolicy,
    source: &S,
    earlier: &Earlier<'_>,
    is_broken_off: bool,
    r: &mut R,
) -> Option<Trajectory> {
    let facts = source.counted();
    let Some(ShareOfWallet::Of(now)) = facts.share.into_value() else {
        r.pass_over(&LIF_08, Fact::Demand);
        return None;
    };
    let tolerance = policy.stagnation_tolerance();
    if !is_broken_off && is_outdated(now, source.share_learnt(), earlier, tolerance) {
        r.miss_at(&LIF_08, Severity::Warning, Fact::Share);
        return None;
    }
    let base = base(policy, facts.as_of, earlier);
    let trajectory = if is_broken_off {
        Some(Trajectory::Interrupted)
    } else {
        base.and_then(|base| compare(now, base, tolerance))
    };
    if let Some(trajectory) = trajectory {
        r.classify(&LIF_08, || {
            Evidence::found(Fact::Trajectory, Found::word(trajectory))
        });
    }
    let (bound, required) = match base {
        None if is_broken_off => (Bound::MoreThan, Share::NONE),
        _ => growth(base, tolerance),
    };
    let has_grown = base.is_some_and(|base| now.exceeds(base.share, tolerance));
    let holds = has_grown || is_full(now, tolerance);
    if trajectory.is_some() || holds {
        r.require_at(&LIF_08, Severity::Warning, holds, || {
            Evidence::share(Fact::Share, now, bound, required)
        });
    } else {
        r.miss_at(&LIF_08, Severity::Warning, Fact::ShareHistory);
    }
    trajectory
}

/// The earlier share with which the present one is compared.
#[derive(Clone, Copy)]
struct Base {
    share: Share,
    /// The share is as old as the window in which stagnation shows.
    is_a_window_old: bool,
}

/// Returns the share at the start of the stagnation window, or else the oldest one within it.
///
/// The share at the start is the last one before it. It is at most one more window old, because an older one
/// says nothing of the start.
fn base(policy: &LifecyclePolicy, as_of: NaiveDate, earlier: &Earlier<'_>) -> Option<Base> {
    let window = chrono::Days::new(u64::from(policy.stagnation_window().count()));
    let start = as_of.checked_sub_days(window).unwrap_or(NaiveDate::MIN);
    let oldest = start.checked_sub_days(window).unwrap_or(NaiveDate::MIN);
    let read = || earlier.shares().filter(|(end, _)| oldest <= *end);
    let old = read().rev().find(|(end, _)| *end <= start);
    let is_a_window_old = old.is_some();
    let (_, share) = old.or_else(|| read().next())?;
    Some(Base {
        share,
        is_a_window_old,
    })
}

/// Returns whether a period that ended after the present share was learnt shows another share.
fn is_outdated(
    now: Share,
    learnt: Option<NaiveDate>,
    earlier: &Earlier<'_>,
    tolerance: Points,
) -> bool {
    let differs = |share: Share| share.exceeds(now, tolerance) || now.exceeds(share, tolerance);
    let mut later = earlier.shares().rev();
    later.any(|(end, share)| learnt.is_some_and(|on| on < end) && differs(share))
}

/// Compares two shares. With a shorter history only a gain or a loss is known, stagnation is not.
fn compare(now: Share, base: Base, tolerance: Points) -> Option<Trajectory> {
    if now.exceeds(base.share, tolerance) {
        Some(Trajectory::Advancing)
    } else if base.share.exceeds(now, tolerance) {
        Some(Trajectory::Regressing)
    } else {
        let is_stagnant = base.is_a_window_old && !is_full(now, tolerance);
        is_stagnant.then_some(Trajectory::Stagnant)
    }
}

/// Returns whether no more than the tolerance is left to gain.
fn is_full(now: Share, tolerance: Points) -> bool {
    !Share::ALL.exceeds(now, tolerance)
}

/// Returns the bound that a share has to pass to have grown, or to have nothing left to gain.
fn growth(base: Option<Base>, tolerance: Points) -> (Bound, Share) {
    let unit = u64::from(Points::UNIT);
    let full = unit.saturating_sub(tolerance.count().into());
    let full = Share::new(full, unit).unwrap_or(Share::ALL);
    let more = base.map(|base| base.share.raised(tolerance));
    match more.filter(|more| *more < full) {
        Some(more) => (Bound::MoreThan, more),
        None => (Bound::AtLeast, full),
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use chrono::NaiveDate;

    use super::{Earlier, head};
    use crate::lifecycle::placement::outcome::PeriodShare;
    use crate::lifecycle::wallet::ShareOfWallet;
    use crate::lifecycle::{LifecyclePolicy, StageFacts};
    use crate::verdict::{Bound, Fact, Findings, Outcome, Reading};
    use crate::vocab::answers::Trajectory;
    use crate::vocab::known::Known;
    use crate::vocab::share::Share;

    fn per_mille(part: u64) -> Share {
        Share::new(part, 1000).unwrap_or(Share::NONE)
    }

    /// The trajectory, and what the check said with what it required.
    fn heading(now: u64, days_ago: u64, before: u64) -> (Option<Trajectory>, Outcome, Reading) {
        let as_of = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        let end = as_of.checked_sub_days(chrono::Days::new(days_ago));
        let history = [PeriodShare {
            period_end: end.unwrap_or_default(),
            share: ShareOfWallet::Of(per_mille(before)),
        }];
        let facts = StageFacts::new(as_of).with_share(Known::measured(per_mille(now)));
        let earlier = Earlier::of(as_of, &history);
        let mut trajectory = None;
        let findings = Findings::of(|r| {
            let policy = LifecyclePolicy::standard();
            trajectory = head(&policy, &facts, &earlier, now == 0, r);
        });
        let check = findings
            .last()
            .map(|last| (last.outcome, last.evidence.reading));
        let (outcome, reading) = check.unwrap_or((Outcome::Inapplicable, Reading::Nothing));
        (trajectory, outcome, reading)
    }

    #[test]
    fn a_share_grows_falls_or_stands_still_by_more_than_the_tolerance() {
        use Outcome::{Breached, Met};
        use Trajectory::{Advancing, Interrupted, Regressing, Stagnant};
        let missing = Outcome::Missing(Fact::ShareHistory);
        for (now, days_ago, before, trajectory, outcome) in [
            (611, 365, 600, Some(Advancing), Met),
            (610, 365, 600, Some(Stagnant), Breached),
            (590, 365, 600, Some(Stagnant), Breached),
            (589, 365, 600, Some(Regressing), Breached),
            (600, 364, 600, None, missing),
            (611, 364, 600, Some(Advancing), Met),
            (589, 364, 600, Some(Regressing), Breached),
            (0, 365, 600, Some(Interrupted), Breached),
            // At the top nothing is left to gain, so nothing stands still.
            (1000, 365, 1000, None, Met),
            (990, 365, 1000, None, Met),
            (989, 365, 1000, Some(Regressing), Breached),
            (989, 365, 989, Some(Stagnant), Breached),
            (990, 365, 989, None, Met),
            (1000, 365, 989, Some(Advancing), Met),
            (1000, 10, 1000, None, Met),
        ] {
            let (found, said, _) = heading(now, days_ago, before);
            assert_eq!((found, said), (trajectory, outcome), "{now} after {before}");
        }
    }

    /// The trajectory of sixty percent that were learnt so many days ago, after earlier periods.
    fn after(learnt: u64, periods: &[(u64, u64)]) -> Option<Trajectory> {
        let as_of = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap_or_default();
        let ago = |days| as_of.checked_sub_days(chrono::Days::new(days));
        let period = |&(days, part): &(u64, u64)| PeriodShare {
            period_end: ago(days).unwrap_or_default(),
            share: ShareOfWallet::Of(per_mille(part)),
        };
        let history: Vec<PeriodShare> = periods.iter().map(period).collect();
        let share = Known::measured(per_mille(600)).with_on(ago(learnt));
        let facts = StageFacts::new(as_of).with_share(share);
        let (policy, earlier) = (LifecyclePolicy::standard(), Earlier::of(as_of, &history));
        let mut trajectory = None;
        let _ = Findings::of(|r| trajectory = head(&policy, &facts, &earlier, false, r));
        trajectory
    }

    #[test]
    fn a_share_much_older_than_the_window_says_nothing_of_it() {
        use Trajectory::{Advancing, Regressing, Stagnant};
        for (periods, expected) in [
            (&[(730, 100)][..], Some(Advancing)),
            (&[(731, 100)], None),
            (&[(731, 100), (351, 600)], None),
            (&[(731, 100), (351, 500)], Some(Advancing)),
            (&[(731, 100), (351, 700)], Some(Regressing)),
            (&[(731, 100), (730, 600), (351, 500)], Some(Stagnant)),
        ] {
            assert_eq!(after(0, periods), expected, "{periods:?}");
        }
    }

    #[test]
    fn a_later_period_with_another_share_takes_the_present_one_away() {
        use Trajectory::Advancing;
        for (learnt, later, expected) in [
            (351, (30, 50), None),
            (351, (30, 611), None),
            (351, (30, 610), Some(Advancing)),
            (30, (30, 50), Some(Advancing)),
            (0, (30, 50), Some(Advancing)),
        ] {
            assert_eq!(after(learnt, &[(365, 300), later]), expected, "{later:?}");
        }
    }

    #[test]
    fn the_check_requires_growth_beyond_the_tolerance_or_the_top() {
        let required = |now, before| match heading(now, 365, before) {
            (
                ..,
                Reading::Share {
                    bound, required, ..
                },
            ) => Some((bound, required)),
            _ => None,
        };
        for (now, before, bound, share) in [
            (600, 600, Bound::MoreThan, 610),
            (990, 970, Bound::MoreThan, 980),
            (980, 980, Bound::AtLeast, 990),
            (1000, 1000, Bound::AtLeast, 990),
        ] {
            assert_eq!(required(now, before), Some((bound, per_mille(share))));
        }
    }
}
