//! The history of one relationship: replay of its events, and an audit of them against the policy
//! (客情历史).
//!
//! # Examples
//!
//! ```
//! use chrono::NaiveDate;
//! use keqing::history::replay;
//! use keqing::lifecycle::moves::Event;
//! use keqing::lifecycle::standing::{Standing, State};
//! use keqing::vocab::words::Stage;
//!
//! let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
//! let opening = Standing::open(State::Active(Stage::Development), date(2022, 1, 1)?);
//! let events = [
//!     Event::Advanced { from: Stage::Development, to: Stage::Initial, on: date(2022, 6, 30)? },
//!     Event::Advanced { from: Stage::Initial, to: Stage::Stable, on: date(2023, 6, 30)? },
//! ];
//! assert_eq!(replay(&opening, &events)?.stage(), Stage::Stable);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use alloc::boxed::Box;
use alloc::vec::Vec;

use thiserror::Error;

use crate::form::{Gathered, Several, Tree, record, several};
use crate::lifecycle::moves::{Event, EvolveError};
use crate::lifecycle::standing::Standing;
use crate::lifecycle::{self, FactsError, LifecyclePolicy, StageFacts};
use crate::verdict::Verdict;

/// Replays events on the standing from which they began, and returns the standing after them.
///
/// Nothing is judged and nothing happens again; a stored history gives the same standing every
/// time.
///
/// # Errors
///
/// [`ReplayError`] is returned, with its place, when an event does not follow from the ones before
/// it.
pub fn replay(opening: &Standing, events: &[Event]) -> Result<Standing, ReplayError> {
    let mut standing = *opening;
    for (place, event) in events.iter().enumerate() {
        standing = lifecycle::moves::evolve(&standing, event)
            .map_err(|error| ReplayError::Event { place, error })?;
    }
    Ok(standing)
}

record! {
    /// A record of an event with the facts that were known on its day (历史记录).
    #[derive(Copy)]
    pub closed struct Record {
        /// The event.
        pub event: Event,
        /// The facts that were known on that day.
        pub facts: StageFacts,
    }
}

/// Audits a recorded history: one verdict of the policy on each move, by the facts of its day.
///
/// The history is taken as it is. A move that the policy refuses is followed all the same, so one
/// wrong step does not hide the next.
///
/// # Errors
///
/// [`ReplayError`] is returned when an event does not follow from the ones before it, or its facts
/// are impossible or of another day. It holds the error of every record up to the first event that
/// does not follow.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::history::{Record, audit};
/// use keqing::lifecycle::{LifecyclePolicy, StageFacts};
/// use keqing::lifecycle::moves::Event;
/// use keqing::lifecycle::standing::{Standing, State};
/// use keqing::verdict::Decision;
/// use keqing::vocab::words::Stage;
///
/// let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).ok_or("no such date");
/// let opening = Standing::open(State::Active(Stage::Initial), date(2022, 1, 1)?);
/// let on = date(2022, 6, 30)?;
/// let event = Event::Advanced { from: Stage::Initial, to: Stage::Stable, on };
/// let verdicts = audit(&LifecyclePolicy::standard(), &opening, &[Record { event, facts: StageFacts::new(on) }])?;
/// assert!(verdicts.iter().all(|verdict| verdict.decision() == Decision::Undecided));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn audit(
    policy: &LifecyclePolicy,
    opening: &Standing,
    records: &[Record],
) -> Result<Vec<Verdict>, ReplayError> {
    let mut standing = *opening;
    let mut verdicts = Vec::with_capacity(records.len());
    let mut errors = Gathered::new();
    for (place, Record { event, facts }) in records.iter().enumerate() {
        if facts.as_of != event.on() {
            errors.keep(ReplayError::AnotherDay {
                place,
                event: *event,
                as_of: facts.as_of,
            });
        }
        let mut facts = *facts;
        if let Event::Interrupted { cause, .. } = event {
            // The event itself has the cause.
            facts.cause = crate::vocab::known::Known::measured(*cause);
        }
        let judged = lifecycle::judge(policy, &standing, &facts, event.by());
        let judged = judged.map_err(|error| ReplayError::Facts { place, error });
        verdicts.extend(errors.ask(judged));
        let evolved = lifecycle::moves::evolve(&standing, event);
        let evolved = evolved.map_err(|error| ReplayError::Event { place, error });
        // What follows an event that did not happen is not known.
        let Some(next) = errors.ask(evolved) else {
            break;
        };
        standing = next;
    }
    errors.settle(|| verdicts)
}

/// Returned when the records of a history do not follow from one another.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ReplayError {
    /// The facts of an event are of another day.
    #[error("record {place}: {} has facts as of {as_of}, give those of its day", Tree::of(.event))]
    AnotherDay {
        /// The place in the list, counted from zero.
        place: usize,
        /// The event.
        event: Event,
        /// The date of the facts.
        as_of: chrono::NaiveDate,
    },
    /// An event does not follow from the ones before it.
    #[error("event {place}: {error}")]
    Event {
        /// The place in the list, counted from zero.
        place: usize,
        /// The reason why it does not follow.
        error: EvolveError,
    },
    /// The facts of an event are impossible.
    #[error("record {place}: {error}")]
    Facts {
        /// The place in the list, counted from zero.
        place: usize,
        /// The reason why they are impossible.
        error: FactsError,
    },
    /// Several records are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub ReplayError);

impl ReplayError {
    /// Returns the place in the list, counted from zero; that of the first error if there are several.
    #[must_use]
    pub const fn place(&self) -> usize {
        match self {
            Self::AnotherDay { place, .. }
            | Self::Event { place, .. }
            | Self::Facts { place, .. } => *place,
            Self::Several(several) => several.first().place(),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{Record, audit, replay};
    use crate::lifecycle::moves::Event;
    use crate::lifecycle::standing::{Standing, State};
    use crate::lifecycle::wallet::ShareOfWallet;
    use crate::lifecycle::{LifecyclePolicy, StageFacts};
    use crate::verdict::Decision;
    use crate::vocab::known::Known;
    use crate::vocab::share::Share;
    use crate::vocab::words::{Cause, Stage};

    fn day(month: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, 1).unwrap_or_default()
    }

    fn opening() -> Standing {
        Standing::open(State::Active(Stage::Initial), day(1))
    }

    fn up(month: u32) -> Event {
        Event::Advanced {
            from: Stage::Initial,
            to: Stage::Stable,
            on: day(month),
        }
    }

    #[test]
    fn an_event_out_of_sequence_is_named_by_its_place() {
        let off = Event::Interrupted {
            from: Stage::Initial,
            cause: Cause::UnmetNeeds,
            on: day(6),
        };
        let message = replay(&opening(), &[up(3), off]).map_err(|error| error.to_string());
        assert!(
            message
                .err()
                .unwrap_or_default()
                .starts_with(r#"event 1: the event {"interrupted":"#)
        );
        assert!(replay(&opening(), &[up(3), up(2)]).is_err());
        assert_eq!(replay(&opening(), &[]), Ok(opening()));
    }

    #[test]
    fn a_refused_move_does_not_hide_the_next() {
        let share = |percent| {
            let share = Share::percent(percent).map(ShareOfWallet::Of).ok();
            share.map_or(Known::Unknown, Known::measured)
        };
        let record = |event: Event, percent| {
            let mut facts = StageFacts::new(event.on());
            facts.share = share(percent);
            Record { event, facts }
        };
        let off = Event::Interrupted {
            from: Stage::Stable,
            cause: Cause::UnmetNeeds,
            on: day(6),
        };
        let records = [record(up(3), 10), record(off, 0)];
        let verdicts = audit(&LifecyclePolicy::standard(), &opening(), &records);
        let decisions =
            verdicts.map(|verdicts| verdicts.iter().map(|one| one.decision()).collect());
        assert_eq!(decisions, Ok(alloc::vec![Decision::Deny, Decision::Permit]));
        let late = Record {
            facts: StageFacts::new(day(4)),
            event: up(3),
        };
        let refused = audit(&LifecyclePolicy::standard(), &opening(), &[late]);
        assert_eq!(
            refused.map_err(|error| error.to_string()),
            Err(r#"record 0: {"advanced":{"from":"initial","to":"stable","on":"2024-03-01"}} has facts as of 2024-04-01, give those of its day"#.into())
        );
    }
}
