use chrono::NaiveDate;

use crate::lifecycle::cards::{
    LIF_01, LIF_02, LIF_03, LIF_06, LIF_08, LIF_10, LIF_11, LIF_12, LIF_15,
};
use crate::lifecycle::judge::{FactsError, check, judge};
use crate::lifecycle::moves::Move;
use crate::lifecycle::moves::rules::{band_card, never_traded, tied_main};
use crate::lifecycle::placement::outcome::{Flag, PeriodShare, Placement, Risk, Trajectory};
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Presence, Reading, Recorder, Scribe, Severity,
};
use crate::vocab::known::Grade;
use crate::vocab::set::Set;
use crate::vocab::share::Points;
use crate::vocab::words::Stage;

/// Assesses the place of a relationship: the supported stage, the granted move and the trajectory.
///
/// `history` holds the shares of earlier periods, oldest first; without it the trajectory may stay
/// unknown. The value is `None` if the share is unknown. It is also `None` if nothing was bought
/// from us and it is unknown whether there ever was trade.
///
/// # Errors
///
/// [`FactsError`] is returned when the facts are impossible, or the history is out of order.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::lifecycle::{LifecyclePolicy, StageFacts};
/// use keqing::lifecycle::moves::Move;
/// use keqing::lifecycle::placement::place;
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::lifecycle::wallet::ShareOfWallet;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Stage;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let standing = Standing::open(State::Active(Stage::Development), date(2024, 1, 1)?);
/// let facts = StageFacts::new(date(2024, 12, 31)?)
///     .with_share(Known::measured(ShareOfWallet::Of(Share::percent(60)?)));
///
/// let placement = place(&LifecyclePolicy::standard(), &standing, &facts, &[])?;
/// let placement = placement.into_value().ok_or("undecided")?;
/// assert_eq!(placement.supported, State::Active(Stage::Stable));
/// assert_eq!(placement.granted, Move::Advance { to: Stage::Initial });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn place(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    history: &[PeriodShare],
) -> Result<Assessment<Placement>, FactsError> {
    check(standing, facts)?;
    order_of(facts.as_of, history).collect::<Result<(), _>>()?;
    let placed = Assessment::try_of(|r| consult(policy, standing, facts, history, r));
    placed.map(|placed| policy.severities().weighed(placed))
}

/// Consults every rule about the place of a relationship.
fn consult(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    history: &[PeriodShare],
    r: &mut Scribe<'_>,
) -> Result<Option<Placement>, FactsError> {
    one_of_four(standing, r);
    let mut flags = Set::empty();
    let band = facts
        .share
        .value()
        .and_then(|wallet| wallet.share())
        .map(|share| policy.band(share));
    let Some(supported) = support(policy, standing, facts, &mut flags, r) else {
        return Ok(None);
    };
    let proposed = propose(standing.state(), supported, &mut flags);
    let verdict = judge(policy, standing, facts, proposed)?;
    let granted = if verdict.decision().is_permit() {
        proposed
    } else {
        Move::Hold
    };
    second_looks(facts, band, &mut flags, r);
    let trajectory = head(policy, facts, history, (supported, proposed), r);
    let repair_until = repair(policy, standing, facts.as_of, granted, r);
    let risk = Risk::of(supported.stage());
    let (from, to) = (standing.stage(), supported.stage());
    r.require_at(&LIF_11, Severity::Notice, to >= from, || {
        Evidence::new(Fact::Stage, Reading::Stages { from, to })
    });
    Ok(Some(Placement {
        band,
        supported,
        proposed,
        verdict,
        granted,
        trajectory,
        flags,
        risk,
        repair_until,
    }))
}

/// LIF-01: whatever else is unknown, the relationship is in one of the four stages.
fn one_of_four(standing: &Standing, r: &mut Scribe<'_>) {
    let stage = standing.stage();
    r.require(&LIF_01, true, || {
        Evidence::new(
            Fact::Stage,
            Reading::Stages {
                from: stage,
                to: stage,
            },
        )
    });
}

/// Checks that each period ends before the next one, and the last one before the date of the facts.
pub(crate) fn order_of(
    as_of: NaiveDate,
    history: &[PeriodShare],
) -> impl Iterator<Item = Result<(), FactsError>> {
    let ends = || history.iter().map(|period| period.period_end);
    let next = ends().skip(1).chain([as_of]);
    ends()
        .zip(next)
        .map(|(earlier, later)| match later <= earlier {
            true => Err(FactsError::HistoryOutOfOrder { earlier, later }),
            false => Ok(()),
        })
}

/// Returns the state that the facts support, from the share first (LIF-02) and the partnership
/// second (LIF-06).
fn support(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    flags: &mut Set<Flag>,
    r: &mut Scribe<'_>,
) -> Option<State> {
    let wallet = facts.share;
    match wallet.grade() {
        Some(observed) => r.require(&LIF_02, true, || {
            let required = Grade::Estimated;
            Evidence::new(Fact::Share, Reading::Grade { observed, required })
        }),
        None => r.miss(&LIF_02, Fact::Share),
    }
    let share = match wallet.value()? {
        ShareOfWallet::NoDemand => {
            flags.insert(Flag::NoDemand);
            r.pass_over(&LIF_03, Fact::Demand);
            return Some(standing.state());
        }
        ShareOfWallet::Of(share) => *share,
    };
    if policy.is_on_boundary(share) {
        flags.insert(Flag::OnBoundary);
    }
    let band = policy.band(share);
    if band == Stage::Development {
        return without_trade(standing, facts, r);
    }
    let (bound, cut) = (policy.bound(band), policy.cut(band));
    r.require(band_card(band), true, || {
        Evidence::share(Fact::Share, share, bound, cut)
    });
    Some(State::Active(with_partnership(
        policy,
        (standing, facts),
        band,
        flags,
        r,
    )))
}

/// LIF-03, LIF-12: nothing bought from us is Development only if nothing ever was.
fn without_trade(standing: &Standing, facts: &StageFacts, r: &mut Scribe<'_>) -> Option<State> {
    let stage = standing.stage();
    if stage > Stage::Development {
        r.require_at(&LIF_12, Severity::Warning, false, || {
            Evidence::present(Fact::Share, false)
        });
        return Some(State::Interrupted(stage));
    }
    never_traded(facts, r);
    match facts.trade_history.value()? {
        Presence::Present => Some(State::Interrupted(stage)),
        Presence::Absent => Some(standing.state()),
    }
}

/// LIF-06: the strategic band is a strategic stage only with a partnership, if its gate makes one decide, and
/// on more than an estimate.
fn with_partnership(
    policy: &LifecyclePolicy,
    (standing, facts): (&Standing, &StageFacts),
    band: Stage,
    flags: &mut Set<Flag>,
    r: &mut Scribe<'_>,
) -> Stage {
    let established = facts.partnership.value() == Some(&Presence::Present);
    if band < Stage::Strategic {
        if established {
            flags.insert(Flag::PartnershipBelowShare);
            r.require_at(&LIF_06, Severity::Notice, false, || {
                Evidence::absent(Fact::Partnership, true)
            });
        }
        return band;
    }
    let asked = policy.gate(Stage::Strategic).partnership;
    match asked {
        None => r.pass_over(&LIF_06, Fact::Partnership),
        Some(severity) => r.need_at(
            &LIF_06,
            severity.min(Severity::Warning),
            Fact::Partnership,
            facts.partnership,
            |_| established,
            |_| Evidence::present(Fact::Partnership, established),
        ),
    }
    if asked.is_some() && !established {
        flags.insert(Flag::StrategicShareWithoutPartnership);
    }
    let required = policy.gate(Stage::Strategic).share_grade;
    let weak = facts.share.grade().is_some_and(|grade| grade < required);
    if weak {
        flags.insert(Flag::EstimatedShare);
        r.need_grade(&LIF_02, Fact::Share, &facts.share, required);
    }
    // An estimate never promotes; it does not demote either.
    let promotes = standing.state() != State::Active(Stage::Strategic);
    let is_partner = established || !policy.gate(Stage::Strategic).needs_partnership();
    if is_partner && !(weak && promotes) {
        Stage::Strategic
    } else {
        Stage::Stable
    }
}

fn propose(from: State, supported: State, flags: &mut Set<Flag>) -> Move {
    let (stage, target) = (from.stage(), supported.stage());
    match (from, supported) {
        (State::Interrupted(_), State::Active(_)) => {
            let entered = Move::Recover.target(from).map_or(target, State::stage);
            if entered < target {
                flags.insert(Flag::StepLimited);
            }
            Move::Recover
        }
        (State::Interrupted(_), State::Interrupted(_)) => Move::Hold,
        (State::Active(_), State::Interrupted(_)) => {
            if stage > Stage::Initial {
                flags.insert(Flag::AbruptFall);
            }
            Move::Interrupt
        }
        (State::Active(_), State::Active(_)) if target > stage => {
            let next = stage.next().unwrap_or(target);
            if next < target {
                flags.insert(Flag::StepLimited);
            }
            Move::Advance { to: next }
        }
        (State::Active(_), State::Active(_)) if target < stage => {
            if stage.rank().saturating_sub(target.rank()) > 1 {
                flags.insert(Flag::AbruptFall);
            }
            Move::Regress { to: target }
        }
        (State::Active(_), State::Active(_)) => Move::Hold,
    }
}

/// LIF-05, LIF-12, LIF-15: other matters to look at again.
fn second_looks(
    facts: &StageFacts,
    band: Option<Stage>,
    flags: &mut Set<Flag>,
    r: &mut Scribe<'_>,
) {
    if band.is_some_and(|band| tied_main(facts, band, r)) {
        flags.insert(Flag::TiedMain);
    }
    r.need_at(
        &LIF_12,
        Severity::Warning,
        Fact::Monitoring,
        facts.monitoring,
        |monitoring| monitoring == Presence::Present,
        |monitoring| Evidence::present(Fact::Monitoring, monitoring == Presence::Present),
    );
    if let (Some(position), Some(to)) = (facts.position.value(), band) {
        let from = position.stage();
        if from != to {
            flags.insert(Flag::PositionDisagrees);
        }
        r.require_at(&LIF_15, Severity::Notice, from == to, || {
            Evidence::new(Fact::Position, Reading::Stages { from, to })
        });
    }
}

/// LIF-08: the trajectory, from the proposed move first and from earlier shares second.
fn head(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    history: &[PeriodShare],
    (supported, proposed): (State, Move),
    r: &mut Scribe<'_>,
) -> Option<Trajectory> {
    let trajectory = match (supported, proposed) {
        (State::Interrupted(_), _) | (_, Move::Interrupt) => Some(Trajectory::Interrupted),
        (_, Move::Advance { .. } | Move::Recover) => Some(Trajectory::Advancing),
        (_, Move::Regress { .. }) => Some(Trajectory::Regressing),
        (_, Move::Hold) => compare(policy, facts, history),
    };
    match trajectory {
        None => r.miss_at(&LIF_08, Severity::Warning, Fact::ShareHistory),
        Some(heading) => r.require_at(
            &LIF_08,
            Severity::Warning,
            heading == Trajectory::Advancing,
            || Evidence::present(Fact::ShareGrowth, heading == Trajectory::Advancing),
        ),
    }
    trajectory
}

/// Compares the share with the one a whole stagnation window ago, or with the oldest known one.
/// With a shorter history only a gain or a loss is known, stagnation is not.
fn compare(
    policy: &LifecyclePolicy,
    facts: &StageFacts,
    history: &[PeriodShare],
) -> Option<Trajectory> {
    let now = facts.share.value()?.share()?;
    let window = chrono::Days::new(u64::from(policy.stagnation_window().count()));
    let cutoff = facts.as_of.checked_sub_days(window);
    let is_old = |period: &&PeriodShare| cutoff.is_some_and(|cutoff| period.period_end <= cutoff);
    let (base, whole_window) = match history.iter().rev().find(is_old) {
        Some(period) => (period, true),
        None => (history.first()?, false),
    };
    let before = base.share.share()?;
    let tolerance: Points = policy.stagnation_tolerance();
    if now.exceeds(before, tolerance) {
        Some(Trajectory::Advancing)
    } else if before.exceeds(now, tolerance) {
        Some(Trajectory::Regressing)
    } else {
        whole_window.then_some(Trajectory::Stagnant)
    }
}

/// LIF-10: a fall may be repaired until the next assessment; after that it takes a rescue.
fn repair(
    policy: &LifecyclePolicy,
    standing: &Standing,
    as_of: NaiveDate,
    granted: Move,
    r: &mut Scribe<'_>,
) -> Option<NaiveDate> {
    let fell = match granted {
        Move::Regress { .. } => Some(as_of),
        _ => standing.last_fall(),
    };
    let Some(until) = fell.and_then(|fell| policy.repair_until(fell)) else {
        r.pass_over(&LIF_10, Fact::Stage);
        return None;
    };
    r.require_at(&LIF_10, Severity::Warning, as_of <= until, || {
        let reading = Reading::Date {
            observed: as_of,
            bound: Bound::AtMost,
            required: until,
        };
        Evidence::new(Fact::RepairWindow, reading)
    });
    Some(until)
}
