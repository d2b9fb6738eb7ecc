use chrono::NaiveDate;
use thiserror::Error;

use crate::form::choice;
use crate::lifecycle::judge::{FactsError, judge};
use crate::lifecycle::moves::transition::Move;
use crate::lifecycle::policy::LifecyclePolicy;
use crate::lifecycle::stage::StageFacts;
use crate::lifecycle::standing::{Standing, State};
use crate::verdict::Verdict;
use crate::vocab::words::{Cause, Stage};

choice! {
    /// Something that happened to a relationship (事件): what [`decide`] allows and [`evolve`] applies.
    #[derive(Copy, Hash)]
    pub closed enum Event {
        /// It went up one stage.
        Advanced {
            /// The stage it left.
            from: Stage,
            /// The stage it entered.
            to: Stage,
            /// The day.
            on: NaiveDate,
        },
        /// It broke off.
        Interrupted {
            /// The stage it was in.
            from: Stage,
            /// Why.
            cause: Cause,
            /// The day.
            on: NaiveDate,
        },
        /// It began again.
        Recovered {
            /// The stage that had been interrupted.
            from: Stage,
            /// The stage it entered.
            to: Stage,
            /// The day.
            on: NaiveDate,
        },
        /// It fell back.
        Regressed {
            /// The stage it left.
            from: Stage,
            /// The stage it entered.
            to: Stage,
            /// The day; until the next assessment it may be repaired (LIF-10).
            on: NaiveDate,
        },
    }
}

impl Event {
    /// Returns the day on which it happened.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        match *self {
            Self::Advanced { on, .. }
            | Self::Interrupted { on, .. }
            | Self::Recovered { on, .. }
            | Self::Regressed { on, .. } => on,
        }
    }

    /// Returns the move that led to it.
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

/// Makes a move, if the rules permit it: the event that happened, or `None` where it was to stay.
///
/// Nothing is changed; [`evolve`] applies the event.
///
/// # Errors
///
/// [`Refusal::Refused`] with the whole verdict where the rules do not permit the move, and
/// [`Refusal::Facts`] where the facts cannot be. A refusal is an answer; it is the error of this
/// function because there is no event then.
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
/// let mut facts = StageFacts::new(date(2024, 3, 31)?);
/// facts.share = Known::measured(ShareOfWallet::Of(Share::percent(12)?));
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

/// Applies an event to the standing it happened to.
///
/// # Errors
///
/// [`EvolveError`] where the event does not begin where the relationship stands, makes a move that
/// the table does not have, or is dated before the standing. An event that [`decide`] made for this
/// standing always applies.
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

/// Why there is no event (不予变动).
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the rules refused or could not be asked"
)]
pub enum Refusal {
    /// The facts cannot be.
    #[error(transparent)]
    Facts(FactsError),
    /// The rules do not permit the move; the verdict says why.
    #[error("the move is not permitted: {}", .0.decision())]
    Refused(alloc::boxed::Box<Verdict>),
}

/// Returned when an event did not happen to this standing.
#[derive(Clone, Copy, Debug, Eq, Error, PartialEq)]
#[error("the event {event:?} does not follow a standing {} since {}", .standing.state(), .standing.since())]
pub struct EvolveError {
    standing: Standing,
    event: Event,
}
