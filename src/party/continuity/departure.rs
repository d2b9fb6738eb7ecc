use alloc::boxed::Box;
use alloc::collections::BTreeSet;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, choice, every, record, several};
use crate::party::continuity::ties::Ties;
use crate::verdict::{Presence, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

record! {
    /// The facts about a person who leaves, or about main contacts who have fallen out (离任).
    ///
    /// They are judged by the ties of the time when the person was there.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Departure {
        /// The side on which the person stands.
        pub side: Side,
        /// The person who leaves; for a soured pair, the person whose side is asked about.
        pub person: PersonId,
        /// The event, with its date.
        pub event: DepartureEvent,
        /// The successor; known to be nobody is not the same as unknown.
        pub successor: Known<Option<PersonId>> => with_successor,
        /// The ties that the successor has taken over.
        pub handover: Known<Handover> => with_handover,
        /// The presence of a plan for the person's departure.
        pub plan: Known<Presence> => with_plan,
    }
}

impl Departure {
    /// Makes a departure of which only the person and the event are known.
    #[must_use]
    pub const fn new(side: Side, person: PersonId, event: DepartureEvent) -> Self {
        Self {
            side,
            person,
            event,
            successor: Known::Unknown,
            handover: Known::Unknown,
            plan: Known::Unknown,
        }
    }

    /// Makes a departure that is announced for a last day.
    #[must_use]
    pub const fn announced(side: Side, person: PersonId, last_day: NaiveDate) -> Self {
        Self::new(side, person, DepartureEvent::Announced { last_day })
    }

    /// Makes a departure that has happened; `since` is the first day without the person.
    #[must_use]
    pub const fn past(side: Side, person: PersonId, since: NaiveDate) -> Self {
        Self::new(side, person, DepartureEvent::Past { since })
    }

    /// Makes the end of the ties of a person who stays, because they have soured.
    #[must_use]
    pub const fn soured(side: Side, person: PersonId) -> Self {
        Self::new(side, person, DepartureEvent::Soured)
    }

    /// Returns the person as the subject of a finding.
    pub(crate) const fn subject(&self) -> Subject {
        Subject::Person {
            side: self.side,
            id: self.person,
        }
    }

    /// Checks that the dates, the people and the handover agree with each other and with the ties.
    pub(crate) fn check(&self, ties: &Ties, as_of: NaiveDate) -> Result<(), DepartureError> {
        every(
            [check_dates(self.event, as_of)]
                .into_iter()
                .chain(check_people(ties, self))
                .chain(check_handover(ties, self)),
        )
    }
}

choice! {
    /// An event that ends a person's ties (离任情形).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub enum DepartureEvent {
        /// The person will leave.
        Announced {
            /// The last day on which the person is there.
            last_day: NaiveDate,
        },
        /// The person has left.
        Past {
            /// The first day without the person.
            since: NaiveDate,
        },
        /// The two main contacts have fallen out, and nobody leaves (CON-04).
        Soured,
    }
}

choice! {
    /// The ties of a leaver that a successor has taken over (交接).
    #[non_exhaustive]
    #[derive(Hash)]
    pub enum Handover {
        /// None of the ties.
        Nothing,
        /// All of the ties.
        Everything,
        /// The ties to these people across.
        Counterparts(BTreeSet<PersonId>),
    }
}

impl Handover {
    /// Returns whether the tie to a person across has been taken over.
    #[must_use]
    pub fn covers(&self, counterpart: &PersonId) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Counterparts(people) => people.contains(counterpart),
        }
    }

    fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Everything => false,
            Self::Counterparts(people) => people.is_empty(),
        }
    }
}

/// Returned when the dates, the person, the successor or the handover of a departure contradict each other.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DepartureError {
    /// An announced departure is over already.
    #[error("the last day {last_day} is before {as_of}: give the departure as past")]
    AnnouncedBeforeDate {
        /// The last day given.
        last_day: NaiveDate,
        /// The date of the question.
        as_of: NaiveDate,
    },
    /// A handover is given although it is known that nobody takes over.
    #[error("ties of `{leaver}` are handed over to nobody: name a successor or hand over nothing")]
    HandoverToNobody {
        /// The person who leaves.
        leaver: PersonId,
    },
    /// A past departure has not happened yet.
    #[error("gone since {since} is after {as_of}: give the departure as announced")]
    PastAfterDate {
        /// The first day without the person, as given.
        since: NaiveDate,
        /// The date of the question.
        as_of: NaiveDate,
    },
    /// Several facts of the departure are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The successor is the leaver.
    #[error("`{person}` leaves and cannot be the successor too")]
    SuccessorLeaves {
        /// The person.
        person: PersonId,
    },
    /// A tie is handed over that the leaver does not have.
    #[error("`{leaver}` has no tie to `{counterpart}` that could be handed over")]
    UntiedCounterpart {
        /// The person who leaves.
        leaver: PersonId,
        /// The person across.
        counterpart: PersonId,
    },
    /// A person stands on the other side.
    #[error("`{person}` stands on the {}'s side, expected the {expected}'s", .expected.opposite())]
    WrongSide {
        /// The person.
        person: PersonId,
        /// The side on which the person was looked for.
        expected: Side,
    },
}

several!(pub DepartureError);

fn check_dates(event: DepartureEvent, as_of: NaiveDate) -> Result<(), DepartureError> {
    match event {
        DepartureEvent::Announced { last_day } if last_day < as_of => {
            Err(DepartureError::AnnouncedBeforeDate { last_day, as_of })
        }
        DepartureEvent::Past { since } if as_of < since => {
            Err(DepartureError::PastAfterDate { since, as_of })
        }
        _ => Ok(()),
    }
}

fn check_people(
    ties: &Ties,
    departure: &Departure,
) -> impl Iterator<Item = Result<(), DepartureError>> {
    let (expected, leaver) = (departure.side, departure.person);
    let successor = departure.successor.value().copied().flatten();
    let leaves_too = (successor == Some(leaver))
        .then_some(Err(DepartureError::SuccessorLeaves { person: leaver }));
    let people = [Some(leaver), successor].into_iter().flatten();
    let across = people.filter(move |person| ties.has(expected.opposite(), person));
    let across = across.map(move |person| Err(DepartureError::WrongSide { person, expected }));
    leaves_too.into_iter().chain(across)
}

fn check_handover(
    ties: &Ties,
    departure: &Departure,
) -> impl Iterator<Item = Result<(), DepartureError>> {
    let (side, leaver) = (departure.side, departure.person);
    let handover = departure.handover.value();
    let is_to_nobody = departure.successor.value() == Some(&None)
        && handover.is_some_and(|handover| !handover.is_nothing());
    let to_nobody = is_to_nobody.then_some(Err(DepartureError::HandoverToNobody { leaver }));
    let people = match handover {
        Some(Handover::Counterparts(people)) if !ties.is_empty() => Some(people),
        _ => None,
    };
    let is_tied = move |counterpart: &PersonId| {
        ties.iter().any(|tie| {
            tie.person(side).id == leaver && tie.person(side.opposite()).id == *counterpart
        })
    };
    let untied = people.into_iter().flatten();
    let untied = untied.filter(move |counterpart| !is_tied(counterpart));
    let untied = untied.map(move |&counterpart| {
        Err(DepartureError::UntiedCounterpart {
            leaver,
            counterpart,
        })
    });
    to_nobody.into_iter().chain(untied)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{Departure, DepartureEvent, Handover};
    use crate::party::continuity::departure_rules::departure;
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::sample::{id, net};
    use crate::vocab::known::Known;
    use crate::vocab::time::Days;
    use crate::vocab::words::Side;

    fn june(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default()
    }

    #[track_caller]
    fn refuses(departs: &Departure, expected: Option<&str>) {
        let ties = net(&[("a", "x", 1), ("b", "y", 1)]);
        let policy = ContinuityPolicy::standard();
        let answer = departure(&policy, &ties, departs, june(15));
        let message = answer.map_err(|error| error.to_string()).err();
        assert_eq!(message.as_deref(), expected);
    }

    fn leaves(event: DepartureEvent) -> Departure {
        Departure::new(Side::Supplier, id("a"), event)
    }

    #[test]
    fn announced_lies_ahead_and_past_behind() {
        let announced = |day| {
            leaves(DepartureEvent::Announced {
                last_day: june(day),
            })
        };
        let past = |day| leaves(DepartureEvent::Past { since: june(day) });
        refuses(&announced(16), None);
        refuses(&announced(15), None);
        refuses(
            &announced(14),
            Some("the last day 2024-06-14 is before 2024-06-15: give the departure as past"),
        );
        refuses(&past(14), None);
        refuses(&past(15), None);
        refuses(
            &past(16),
            Some("gone since 2024-06-16 is after 2024-06-15: give the departure as announced"),
        );
    }

    #[test]
    fn people_and_handovers_that_cannot_be_are_refused() {
        let past = leaves(DepartureEvent::Past { since: june(1) });
        let mut departs = past.clone();
        departs.person = id("x");
        refuses(
            &departs,
            Some("`x` stands on the customer's side, expected the supplier's"),
        );
        let mut departs = past.clone();
        departs.successor = Known::measured(Some(id("y")));
        refuses(
            &departs,
            Some("`y` stands on the customer's side, expected the supplier's"),
        );
        departs.successor = Known::measured(Some(id("a")));
        refuses(&departs, Some("`a` leaves and cannot be the successor too"));
        departs.successor = Known::measured(Some(id("b")));
        let to_y = Handover::Counterparts([id("y")].into_iter().collect());
        departs.handover = Known::measured(to_y);
        refuses(
            &departs,
            Some("`a` has no tie to `y` that could be handed over"),
        );
        departs.successor = Known::measured(None);
        departs.handover = Known::measured(Handover::Everything);
        refuses(
            &departs,
            Some("ties of `a` are handed over to nobody: name a successor or hand over nothing"),
        );
        departs.handover = Known::measured(Handover::Nothing);
        refuses(&departs, None);
    }

    #[test]
    fn an_announced_departure_leaves_time() {
        let ties = net(&[("a", "x", 1), ("b", "x", 1)]);
        let departs = leaves(DepartureEvent::Announced { last_day: june(30) });
        let answer = departure(&ContinuityPolicy::standard(), &ties, &departs, june(15));
        let effect = answer.ok().and_then(|answer| answer.value().copied());
        let time_left = effect.and_then(|effect| effect.time_left);
        assert_eq!(time_left, Some(Days::new(15)));
    }

    #[test]
    fn json_names_every_event() -> Result<(), serde_json::Error> {
        for event in [
            r#""soured""#,
            r#"{"announced":{"last-day":"2024-06-30"}}"#,
            r#"{"past":{"since":"2024-06-01"}}"#,
        ] {
            let read: DepartureEvent = serde_json::from_str(event)?;
            assert_eq!(serde_json::to_string(&read)?, event);
        }
        Ok(())
    }
}
