use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Tree, choice};
use crate::lifecycle::judge::{FactsError, judge};
use crate::lifecycle::moves::transition::Move;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::verdict::Verdict;
use crate::vocab::words::{Cause, Stage};

choice! {
    /// An event in a relationship (事件), which [`decide`] allows and [`evolve`] applies.
    #[derive(Copy, Hash)]
    pub closed enum Event {
        /// The relationship went up one stage.
        Advanced {
            /// The stage that it left.
            from: Stage,
            /// The stage that it entered.
            to: Stage,
            /// The day of the event.
            on: NaiveDate,
        },
        /// The relationship broke off.
        Interrupted {
            /// The stage in which it was.
            from: Stage,
            /// The cause of the interruption.
            cause: Cause,
            /// The day of the event.
            on: NaiveDate,
        },
        /// The relationship began again.
        Recovered {
            /// The stage that had been interrupted.
            from: Stage,
            /// The stage that it entered.
            to: Stage,
            /// The day of the event.
            on: NaiveDate,
        },
        /// The relationship fell back.
        Regressed {
            /// The stage that it left.
            from: Stage,
            /// The stage that it entered.
            to: Stage,
            /// The day of the event; until the next assessment the fall may be repaired (LIF-10).
            on: NaiveDate,
        },
    }
}

impl Event {
    /// Returns the day of the event.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match *self {
            Self::Advanced { on, .. }
            | Self::Interrupted { on, .. }
            | Self::Recovered { on, .. }
            | Self::Regressed { on, .. } => on,
        }
    }

    /// Returns the move that led to the event.
    #[must_use]
    pub const fn by(&self) -> Move {
        self.path().1
    }

    const fn path(&self) -> (State, Move, State) {
        match *self {
            Self::Advanced { from, to, .. } => {
                (State::Active(from), Move::Advance { to }, State::Active(to))
            }
            Self::Interrupted { from, .. } => (
                State::Active(from),
                Move::Interrupt,
                State::Interrupted(from),
            ),
            Self::Recovered { from, to, .. } => {
                (State::Interrupted(from), Move::Recover, State::Active(to))
            }
            Self::Regressed { from, to, .. } => {
                (State::Active(from), Move::Regress { to }, State::Active(to))
            }
        }
    }
}

/// Makes a move if the rules permit it, and returns its event; `None` if the move was to stay.
///
/// Nothing is changed; [`evolve`] applies the event.
///
/// # Errors
///
/// [`Refusal::Refused`] is returned, with the whole verdict, when the rules do not permit the move.
/// [`Refusal::Facts`] is returned when the facts are impossible. A refusal is an answer, but it is
/// an error here because there is no event.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::lifecycle::{LifecyclePolicy, StageFacts};
/// use keqing::lifecycle::moves::{Move, decide, evolve};
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::lifecycle::wallet::ShareOfWallet;
/// use keqing::vocab::known::Known;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::Stage;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let standing = Standing::open(State::Active(Stage::Development), date(2024, 1, 1)?);
/// let facts = StageFacts::new(date(2024, 3, 31)?)
///     .with_share(Known::measured(ShareOfWallet::Of(Share::percent(12)?)));
///
/// let policy = LifecyclePolicy::standard();
/// let event = decide(&policy, &standing, &facts, Move::Advance { to: Stage::Initial })?;
/// let standing = event.map_or(Ok(standing), |event| evolve(&standing, &event))?;
/// assert_eq!(standing.state(), State::Active(Stage::Initial));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decide(
    policy: &LifecyclePolicy,
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
) -> Result<Option<Event>, Refusal> {
    let verdict = judge(policy, standing, facts, proposed).map_err(Refusal::Facts)?;
    event(standing, facts, proposed, verdict)
}

/// Returns the event of a move that was judged.
pub(crate) fn event(
    standing: &Standing,
    facts: &StageFacts,
    proposed: Move,
    verdict: Verdict,
) -> Result<Option<Event>, Refusal> {
    if !verdict.decision().is_permit() {
        return Err(Refusal::Refused(verdict.into()));
    }
    let (from, on) = (standing.stage(), facts.as_of);
    let event = match (proposed, facts.cause.value()) {
        (Move::Hold, _) | (Move::Interrupt, None) => None,
        (Move::Advance { to }, _) => Some(Event::Advanced { from, to, on }),
        (Move::Interrupt, Some(cause)) => Some(Event::Interrupted {
            from,
            cause: *cause,
            on,
        }),
        (Move::Recover, _) => proposed.target(standing.state()).map(|state| {
            let to = state.stage();
            Event::Recovered { from, to, on }
        }),
        (Move::Regress { to }, _) => Some(Event::Regressed { from, to, on }),
    };
    Ok(event)
}

/// Applies an event to the standing in which it happened.
///
/// # Errors
///
/// [`EvolveError`] is returned when the event begins in another state, makes a move that is not in
/// the table, or is dated before the standing. An event that [`decide`] made for this standing
/// always applies.
pub fn evolve(standing: &Standing, event: &Event) -> Result<Standing, EvolveError> {
    let (from, by, to) = event.path();
    let fits =
        from == standing.state() && by.target(from) == Some(to) && event.on() >= standing.since();
    if !fits {
        return Err(EvolveError {
            standing: *standing,
            event: *event,
        });
    }
    Ok(match event {
        // A recovery is a step up too: what comes back may not climb twice in one period (LIF-07).
        Event::Advanced { on, .. } | Event::Recovered { on, .. } => standing.stepped_up(to, *on),
        Event::Interrupted { on, .. } => standing.moved(to, *on),
        Event::Regressed { on, .. } => standing.fallen(to, *on),
    })
}

/// The reason why there is no event (不予变动).
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the rules refused or could not be asked"
)]
pub enum Refusal {
    /// The facts are impossible.
    #[error(transparent)]
    Facts(FactsError),
    /// The rules do not permit the move; the verdict has the findings.
    #[error("the move is not permitted: {}", .0.decision())]
    Refused(alloc::boxed::Box<Verdict>),
}

/// Returned when an event does not follow from the standing.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the event {} does not follow a standing {} since {}", Tree::of(.event), .standing.state(), .standing.since())]
pub struct EvolveError {
    standing: Standing,
    event: Event,
}
