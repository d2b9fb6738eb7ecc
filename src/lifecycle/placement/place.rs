use chrono::NaiveDate;

use crate::lifecycle::cards::{LIF_01, LIF_10, LIF_11, LIF_12, LIF_14, LIF_15, LIF_16};
use crate::lifecycle::judge::FactsError;
use crate::lifecycle::moves::Move;
use crate::lifecycle::moves::rules::fallen_from;
use crate::lifecycle::placement::history::{Earlier, conflicts, has_trade_before};
use crate::lifecycle::placement::outcome::{Flag, PeriodShare, Placement};
use crate::lifecycle::placement::support::{Support, support};
use crate::lifecycle::placement::trajectory::head;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::profile::{position, profile};
use crate::lifecycle::record::source::{Aged, Source};
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::lifecycle::wallet::ShareOfWallet;
use crate::verdict::{
    Assessment, Bound, Evidence, Fact, Found, Presence, Reading, Recorder, Severity,
};
use crate::vocab::answers::Risk;
use crate::vocab::known::Known;
use crate::vocab::set::Set;
use crate::vocab::words::Stage;

/// Assesses the place of a relationship: the supported stage, the granted move and the trajectory.
///
/// The supported stage is the highest one that [`judge`](crate::lifecycle::judge) permits to hold. If a
/// higher one is undecided, no state is supported, and `at_least` is the highest that is permitted.
///
/// `history` holds the shares of earlier periods, in any order; without it the trajectory may stay
/// unknown. A period that ends after the facts is ignored and counted, and so is a later or a planned look. The value
/// is `None` if the share is unknown. It is also `None` if nothing was bought from us and it is unknown
/// whether there ever was trade.
///
/// # Errors
///
/// [`FactsError`] is returned when the facts are impossible, or when one period has two shares that
/// differ.
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
/// assert_eq!(placement.supported, Some(State::Active(Stage::Stable)));
/// assert_eq!(placement.granted, Some(Move::Advance { to: Stage::Initial }));
///
/// // Whether four fifths are strategic depends on a partnership that nobody knows of.
/// let more = facts.with_share(Known::measured(ShareOfWallet::Of(Share::percent(80)?)));
/// let placement = place(&LifecyclePolicy::standard(), &standing, &more, &[])?;
/// let placement = placement.into_value().ok_or("undecided")?;
/// assert_eq!((placement.supported, placement.at_least), (None, Stage::Stable));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn place(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    history: &[PeriodShare],
) -> Result<Assessment<Placement>, FactsError> {
    place_of(policy, standing, &with_trade_of(facts, history), history)
}

/// Assesses the place of a relationship by plain facts or by a record.
pub(crate) fn place_of<S: Source>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    source: &S,
    history: &[PeriodShare],
) -> Result<Assessment<Placement>, FactsError> {
    let facts = source.counted();
    source.check(standing)?;
    if let Some(conflict) = conflicts(facts, history).next() {
        return Err(conflict);
    }
    let earlier = Earlier::of(facts.as_of, history);
    let placed = Assessment::of(|r| {
        let mut aged = Aged::new(r, source.expired());
        consult(policy, standing, source, &earlier, &mut aged)
    });
    Ok(policy.severities().weighed(placed))
}

/// Consults every rule about the place of a relationship.
fn consult<S: Source, R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    source: &S,
    earlier: &Earlier<'_>,
    r: &mut R,
) -> Option<Placement> {
    let mut flags = Set::empty();
    let facts = source.counted();
    let support = support(policy, standing, source, &mut flags, r)?;
    let fallen_from = fallen_from(standing, facts.as_of);
    let proposed = propose((standing.state(), fallen_from), &support, &mut flags);
    let verdict = source.verdict(policy, standing, proposed);
    let is_held = || source.verdict(policy, standing, Move::Hold).decision();
    let granted = if verdict.decision().is_permit() {
        Some(proposed)
    } else {
        (proposed != Move::Hold && is_held().is_permit()).then_some(Move::Hold)
    };
    if let Some(state) = support.state {
        describe(state, r);
    }
    stated_position(facts, &support, &mut flags, r);
    let is_later = monitoring(policy, facts, r);
    let is_broken_off = matches!(support.state, Some(State::Interrupted(_)));
    let trajectory = head(policy, source, earlier, is_broken_off, r);
    let repair_until = repair(policy, standing, facts.as_of, granted, &support, r);
    let share = facts.share.into_value().and_then(ShareOfWallet::share);
    let later = earlier.ignored.saturating_add(u32::from(is_later));
    Some(Placement {
        band: share.map(|share| policy.band(share)),
        at_least: support.at_least,
        supported: support.state,
        proposed,
        verdict,
        granted,
        trajectory,
        flags,
        risk: support.state.and_then(risk),
        repair_until,
        ignored: later.saturating_add(source.ahead()),
    })
}

/// Returns the facts with the trade that earlier shares show, if they say nothing of it themselves.
fn with_trade_of(facts: &StageFacts, history: &[PeriodShare]) -> StageFacts {
    let traded = has_trade_before(facts.as_of, history).then_some(Presence::Present);
    let shown = traded.map_or(Known::Unknown, Known::measured);
    StageFacts {
        trade_history: facts.trade_history.or(shown),
        ..*facts
    }
}

/// Returns the move toward what the facts support: one step up at most, and down to the highest stage
/// that they leave open.
fn propose((from, fallen_from): (State, Stage), support: &Support, flags: &mut Set<Flag>) -> Move {
    let (stage, least) = (from.stage(), support.at_least);
    match (from, support.state) {
        (State::Interrupted(_), Some(State::Interrupted(_))) => Move::Hold,
        (State::Interrupted(_), _) => {
            let entered = Move::Recover.target(from).map_or(stage, State::stage);
            if entered < least {
                flags.insert(Flag::StepLimited);
            }
            if entered > least {
                return Move::Hold;
            }
            Move::Recover
        }
        (State::Active(_), Some(State::Interrupted(_))) => {
            if stage > Stage::Initial {
                flags.insert(Flag::AbruptFall);
            }
            Move::Interrupt
        }
        (State::Active(_), _) if least > stage => {
            let next = stage.next().unwrap_or(least);
            if next < least {
                flags.insert(Flag::StepLimited);
            }
            Move::Advance { to: next }
        }
        (State::Active(_), _) => {
            // Whoever has bought from us falls no deeper than to the initial stage.
            let to = support.at_most.max(Stage::Initial);
            if to >= stage {
                return Move::Hold;
            }
            if fallen_from.rank().saturating_sub(to.rank()) > 1 {
                flags.insert(Flag::AbruptFall);
            }
            Move::Regress { to }
        }
    }
}

/// LIF-01, LIF-11, LIF-14 to LIF-16: the stage, its risk, and its contacts, position and relation.
fn describe<R: Recorder>(state: State, r: &mut R) {
    let stage = state.stage();
    r.classify(&LIF_01, || Evidence::found(Fact::Stage, stage));
    // What is broken off can neither fall nor break.
    match risk(state) {
        Some(risk) => r.classify(&LIF_11, || {
            Evidence::found(Fact::StageRisk, Found::word(risk))
        }),
        None => r.pass_over(&LIF_11, Fact::StageRisk),
    }
    r.classify(&LIF_15, || {
        Evidence::found(Fact::Position, Found::word(position(state)))
    });
    // Who is no customer any more has no contacts and no relation of a stage.
    if let State::Active(stage) = state {
        let (topology, quality) = (profile(stage).topology, profile(stage).quality);
        r.classify(&LIF_14, || {
            Evidence::found(Fact::ContactTopology, Found::word(topology))
        });
        r.classify(&LIF_16, || {
            Evidence::found(Fact::RelationQuality, Found::word(quality))
        });
    }
}

/// LIF-11: the risk of a fall or a break, while the relationship is active.
fn risk(state: State) -> Option<Risk> {
    match state {
        State::Active(stage) => Some(Risk::of(stage)),
        State::Interrupted(_) => None,
    }
}

/// LIF-15: the position that somebody states is that of the supported stage, and no guess shows it.
fn stated_position<R: Recorder>(
    facts: &StageFacts,
    support: &Support,
    flags: &mut Set<Flag>,
    r: &mut R,
) {
    let Some(from) = facts.position.value().map(|stated| stated.stage()) else {
        return;
    };
    let [least, most] = match support.state {
        Some(state) => [position(state).stage(); 2],
        None => [support.at_least, support.at_most],
    };
    let to = from.clamp(least, most);
    if from == to && least < most {
        return r.miss_at(&LIF_15, Severity::Notice, support.open);
    }
    if from != to {
        flags.insert(Flag::PositionDisagrees);
    }
    r.open_at(
        &LIF_15,
        Severity::Notice,
        Fact::Position,
        facts.position,
        |_| from == to,
        |_| Reading::Stages { from, to },
    );
}

/// LIF-12: somebody looked at the relationship within the longest gap. Returns whether the last look is
/// dated after the facts, so that it is ignored.
fn monitoring<R: Recorder>(policy: &LifecyclePolicy, facts: &StageFacts, r: &mut R) -> bool {
    let is_later = facts.monitoring.into_value() > Some(facts.as_of);
    let looked_at = match facts.monitoring {
        Known::Given(_) if is_later => Known::Unknown,
        known => known,
    };
    let gap = chrono::Days::new(policy.monitoring_gap().count().into());
    let required = facts.as_of.checked_sub_days(gap).unwrap_or(NaiveDate::MIN);
    r.open_at(
        &LIF_12,
        Severity::Warning,
        Fact::Monitoring,
        looked_at,
        |looked_at| looked_at >= required,
        |observed| Reading::Date {
            observed,
            bound: Bound::AtLeast,
            required,
        },
    );
    is_later
}

/// LIF-10: a fall may be repaired until the next assessment; after that it takes a rescue.
fn repair<R: Recorder>(
    policy: &LifecyclePolicy,
    standing: &Standing,
    as_of: NaiveDate,
    granted: Option<Move>,
    support: &Support,
    r: &mut R,
) -> Option<NaiveDate> {
    let fell = match granted {
        Some(Move::Regress { .. }) => Some(as_of),
        _ => standing.last_fall(),
    };
    let until = fell.and_then(|fell| policy.repair_until(fell));
    match until {
        Some(until) => r.classify(&LIF_10, || Evidence::found(Fact::RepairWindow, until)),
        None if support.state.is_some() => r.pass_over(&LIF_10, Fact::RepairWindow),
        // Until a missing fact is known, it is open if the relationship falls; the fact is missed already.
        None => {}
    }
    until
}
