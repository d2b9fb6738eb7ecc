use alloc::boxed::Box;
use alloc::collections::BTreeSet;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, choice, every, lifting, record, several};
use crate::party::continuity::net::TieNet;
use crate::party::continuity::tie::TiesError;
use crate::party::parties::{ReferenceError, Register};
use crate::verdict::{Presence, Subject};
use crate::vocab::known::Known;
use crate::vocab::name::PersonId;
use crate::vocab::words::{Side, words};

record! {
    /// The facts about a person who leaves, or about main contacts who have fallen out (离任).
    ///
    /// The last day there stands in the register. The ties of that day are what the departure costs.
    #[non_exhaustive]
    #[derive(Hash)]
    pub struct Departure {
        /// The side on which the person stands.
        pub side: Side,
        /// The person who leaves; for a soured pair, the person whose side is asked about.
        pub person: PersonId,
        /// The event that ends the person's ties.
        #[serde(default)]
        pub event: DepartureEvent => with_event,
        /// The successor; known to be nobody is not the same as unknown.
        pub successor: Known<Option<PersonId>> => with_successor,
        /// The ties that the successor has taken over.
        pub handover: Known<Handover> => with_handover,
        /// The presence of a plan for the person's departure.
        pub plan: Known<Presence> => with_plan,
    }
}

impl Departure {
    /// Makes a departure of which only the person is known; the register has the last day.
    #[must_use]
    pub const fn of(side: Side, person: PersonId) -> Self {
        Self {
            side,
            person,
            event: DepartureEvent::Leaves,
            successor: Known::Unknown,
            handover: Known::Unknown,
            plan: Known::Unknown,
        }
    }

    /// Makes the end of the ties of a person who stays, because they have soured.
    #[must_use]
    pub const fn soured(side: Side, person: PersonId) -> Self {
        Self {
            side,
            person,
            event: DepartureEvent::Soured,
            successor: Known::Unknown,
            handover: Known::Unknown,
            plan: Known::Unknown,
        }
    }

    /// Returns the person as the subject of a finding.
    pub(crate) const fn subject(&self) -> Subject {
        Subject::Person {
            side: self.side,
            id: self.person,
        }
    }

    /// Returns the last day of the person, or `None` if the person stays.
    ///
    /// # Errors
    ///
    /// [`DepartureError`] is returned when the register does not have the person, or no last day.
    pub(crate) fn last_day(
        &self,
        register: &Register,
        as_of: NaiveDate,
    ) -> Result<Option<NaiveDate>, DepartureError> {
        let (side, person) = (self.side, self.person);
        register.knows(side, &person)?;
        let Some(term) = register.term(side, &person, as_of) else {
            return Err(match register.resolve_for(side, &person, as_of) {
                Err(error) => error.into(),
                Ok(_) => DepartureError::Stays { person },
            });
        };
        match (self.event, term.until) {
            (DepartureEvent::Leaves, None) => Err(DepartureError::Stays { person }),
            (DepartureEvent::Leaves, until) => Ok(until),
            (DepartureEvent::Soured, _) => {
                register.resolve_for(side, &person, as_of)?;
                Ok(None)
            }
        }
    }

    /// Checks that the people and the handover agree with the register and with the ties.
    pub(crate) fn check(&self, register: &Register, net: &TieNet) -> Result<(), DepartureError> {
        every(check_successor(register, self).chain(check_handover(register, net, self)))
    }
}

words! {
    /// An event that ends a person's ties (离任情形).
    #[derive(Default)]
    pub open enum DepartureEvent {
        /// The person leaves, on the last day of the register.
        #[default]
        Leaves = "leaves", "leaves", "离任", "離任";
        /// The two main contacts have fallen out, and nobody leaves (CON-04).
        Soured = "soured", "fallen out", "交恶", "交惡";
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

    pub(crate) fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Everything => false,
            Self::Counterparts(people) => people.is_empty(),
        }
    }
}

/// Returned when the person, the successor or the handover of a departure contradict each other, the ties or
/// the register.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum DepartureError {
    /// A handover is given although it is known that nobody takes over.
    #[error("ties of `{leaver}` are handed over to nobody: name a successor or hand over nothing")]
    HandoverToNobody {
        /// The person who leaves.
        leaver: PersonId,
    },
    /// A person leads to no entry of the register.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Several facts of the departure are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// The person has no last day.
    #[error(
        "`{person}` has no last day in the register: give `until` there, or the event `soured`"
    )]
    Stays {
        /// The person.
        person: PersonId,
    },
    /// The successor is the leaver.
    #[error("`{person}` leaves and cannot be the successor too")]
    SuccessorLeaves {
        /// The person.
        person: PersonId,
    },
    /// The ties are at fault.
    #[error(transparent)]
    Ties(Box<TiesError>),
    /// A tie is handed over that the leaver does not have.
    #[error("`{leaver}` has no tie to `{counterpart}` that could be handed over")]
    UntiedCounterpart {
        /// The person who leaves.
        leaver: PersonId,
        /// The person across.
        counterpart: PersonId,
    },
}

several!(pub DepartureError);

lifting! { DepartureError: Ties(TiesError) }

fn check_successor(
    register: &Register,
    departure: &Departure,
) -> impl Iterator<Item = Result<(), DepartureError>> {
    let (side, leaver) = (departure.side, departure.person);
    let successor = departure.successor.value().copied().flatten();
    let wrong = successor.and_then(|person| {
        if person == leaver {
            return Some(DepartureError::SuccessorLeaves { person });
        }
        let known = register.knows(side, &person);
        known.err().map(DepartureError::from)
    });
    wrong.map(Err).into_iter()
}

fn check_handover<'a>(
    register: &'a Register,
    net: &'a TieNet,
    departure: &'a Departure,
) -> impl Iterator<Item = Result<(), DepartureError>> + 'a {
    let (side, leaver) = (departure.side, departure.person);
    let handover = departure.handover.value();
    let is_to_nobody = departure.successor.value() == Some(&None)
        && handover.is_some_and(|handover| !handover.is_nothing());
    let to_nobody = is_to_nobody.then_some(Err(DepartureError::HandoverToNobody { leaver }));
    let people = match handover {
        Some(Handover::Counterparts(people)) => Some(people),
        _ => None,
    };
    let is_tied = move |counterpart: &PersonId| {
        net.is_unknown()
            || net.has_tie(match side {
                Side::Supplier => (&leaver, counterpart),
                Side::Customer => (counterpart, &leaver),
            })
    };
    let wrong = people.into_iter().flatten().filter_map(move |counterpart| {
        if let Err(reason) = register.knows(side.opposite(), counterpart) {
            return Some(Err(reason.into()));
        }
        let counterpart = *counterpart;
        (!is_tied(&counterpart)).then_some(Err(DepartureError::UntiedCounterpart {
            leaver,
            counterpart,
        }))
    });
    to_nobody.into_iter().chain(wrong)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{Departure, DepartureEvent, Handover};
    use crate::party::continuity::departure_rules::departure;
    use crate::party::continuity::policy::ContinuityPolicy;
    use crate::party::parties::Register;
    use crate::party::sample::{id, person, ties};
    use crate::vocab::known::Known;
    use crate::vocab::time::Days;
    use crate::vocab::words::Side;

    fn june(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default()
    }

    /// Makes a register in which `a` leaves on the last day given.
    fn until(last: u32) -> Register {
        let ours = [person("a").with_until(Some(june(last))), person("b")];
        let Ok(register) = Register::new(ours, [person("x"), person("y")]) else {
            panic!("register of the test")
        };
        register
    }

    #[track_caller]
    fn refuses(departs: &Departure, expected: Option<&str>) {
        let ties = ties(&[("a", "x", 1), ("b", "y", 1)]);
        let policy = ContinuityPolicy::standard();
        let answer = departure(&policy, &until(1), &ties, departs, june(15));
        let message = answer.map_err(|error| error.to_string()).err();
        assert_eq!(message.as_deref(), expected);
    }

    #[test]
    fn people_and_handovers_that_cannot_be_are_refused() {
        let past = Departure::of(Side::Supplier, id("a"));
        refuses(&past, None);
        let mut departs = past.clone();
        departs.person = id("x");
        refuses(
            &departs,
            Some("`x` acts for the customer, expected somebody of the supplier"),
        );
        departs.person = id("aaaaaa");
        refuses(&departs, Some("nobody in the register is named `aaaaaa`"));
        departs.person = id("b");
        refuses(
            &departs,
            Some("`b` has no last day in the register: give `until` there, or the event `soured`"),
        );
        let mut departs = past.clone().with_event(DepartureEvent::Soured);
        refuses(
            &departs,
            Some("`a` does not act on 2024-06-15, expected a day until 2024-06-01"),
        );
        departs = past.clone();
        departs.successor = Known::measured(Some(id("y")));
        refuses(
            &departs,
            Some("`y` acts for the customer, expected somebody of the supplier"),
        );
        departs.successor = Known::measured(Some(id("ghost")));
        refuses(&departs, Some("nobody in the register is named `ghost`"));
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
    fn a_last_day_to_come_leaves_time() {
        let ties = ties(&[("a", "x", 1), ("b", "x", 4)]);
        let departs = Departure::of(Side::Supplier, id("a"));
        for (last, expected) in [
            (30, Some(Days::new(15))),
            (15, Some(Days::new(0))),
            (14, None),
        ] {
            let policy = ContinuityPolicy::standard();
            let answer = departure(&policy, &until(last), &ties, &departs, june(15));
            let effect = answer.ok().and_then(|answer| answer.value().copied());
            assert_eq!(
                effect.map(|effect| effect.time_left),
                Some(expected),
                "{last}"
            );
        }
    }

    #[test]
    fn json_leaves_out_the_usual_event() -> Result<(), serde_json::Error> {
        let json = r#"{"side": "supplier", "person": "li"}"#;
        let read: Departure = serde_json::from_str(json)?;
        assert_eq!(read, Departure::of(Side::Supplier, id("li")));
        let soured = r#"{"side": "supplier", "person": "li", "event": "soured"}"#;
        let read: Departure = serde_json::from_str(soured)?;
        assert_eq!(read.event, DepartureEvent::Soured);
        Ok(())
    }
}
