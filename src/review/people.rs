//! The people whom a dossier names, each against the register, and the days of its facts (人员核对).

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::dossier::Dossier;
use crate::form::{Around, Described, Form, Guest, Spot, Toured};
use crate::party::PartyError;
use crate::party::parties::{ReferenceError, Register};
use crate::review::error::ReviewError;
use crate::verdict::Authority;
use crate::vocab::known::Grade;
use crate::vocab::name::PersonId;
use crate::vocab::words::{Level, Side};

/// Looks up the people and the days of a dossier, in every system.
///
/// Whoever speaks or is seen acts on that day. Somebody who is only spoken of, such as an owner, may come or
/// leave on another day. The parties' own step tells of the days and the sides of their facts.
pub(super) fn look_up(dossier: &Dossier) -> LookUp<'_> {
    let mut found = LookUp {
        register: dossier.party.parties.register(),
        unknown: Vec::new(),
        are_dated: true,
    };
    dossier.tour(&Spot::WHOLE, &mut found);
    found
}

/// The look-up of every name in the register, and of the day of every fact, where they stand.
pub(super) struct LookUp<'a> {
    register: &'a Register,
    /// An error for each name that leads to nobody.
    pub(super) unknown: Vec<ReviewError>,
    /// The mark that every fact has a day, or is within an event that has one.
    pub(super) are_dated: bool,
}

impl Guest for LookUp<'_> {
    fn record(&mut self, spot: &Spot<'_>) {
        let mut records = spot.records();
        let is_fact = records
            .next()
            .is_some_and(|record| record.grade.is_some() && record.on.is_none());
        self.are_dated &= !is_fact || records.any(|record| record.on.is_some());
    }

    fn name(&mut self, form: &'static Form, name: &str, spot: &Spot<'_>) {
        if form.in_code() != PersonId::FORM.in_code() {
            return;
        }
        let place = Place::of(spot);
        // In the register itself everybody has an entry.
        if [place.system, place.part] == ["party", "parties"] {
            return;
        }
        let Some(person) = PersonId::of_word(name) else {
            return;
        };
        let named = Named { place, person };
        let fault = match named.resolve(self.register) {
            Err(reason) => Some(Err(reason)),
            Ok(()) => named.beyond(self.register).map(Ok),
        };
        if let Some(fault) = fault {
            let mut path = String::new();
            spot.write_path(&mut path);
            self.unknown.push(match fault {
                Err(reason) => ReviewError::Person {
                    path,
                    reason: Box::new(reason),
                },
                Ok((claimed, level)) => ReviewError::Authority {
                    path,
                    person,
                    claimed,
                    level,
                },
            });
        }
    }
}

/// Returns the errors of the parties without those that are told of the same name already.
pub(super) fn untold<'a>(
    error: &'a PartyError,
    told: &'a [ReviewError],
) -> impl Iterator<Item = ReviewError> + 'a {
    let is_told = |error: &PartyError| {
        let untold = error.reference();
        // The gain of an offer or of an instrument is stated in the facts of another system.
        let place = match error {
            PartyError::Gain { path, .. } => path.as_str(),
            _ => "party.",
        };
        told.iter().any(|told| match told {
            ReviewError::Person { path, reason } => {
                path.starts_with(place) && untold == Some(&**reason)
            }
            _ => false,
        })
    };
    let others = error.each().filter(move |one| !is_told(one));
    others.cloned().map(ReviewError::from)
}

/// The fields and the records around a name that tell who may be meant.
#[derive(Default)]
struct Place {
    /// The outermost field: the system.
    system: &'static str,
    /// The field within the system.
    part: &'static str,
    /// The field within the part.
    within: &'static str,
    /// The field around the innermost one.
    around: &'static str,
    /// The innermost field.
    field: &'static str,
    /// The mark that the name is within the subject of something, which is spoken of.
    is_subject: bool,
    /// The day of the innermost record that has one.
    on: Option<NaiveDate>,
    /// The grade of the innermost record.
    grade: Option<&'static str>,
    /// The authority that the innermost record claims.
    authority: Option<&'static str>,
}

impl Place {
    fn of(spot: &Spot<'_>) -> Self {
        let mut place = Self::default();
        let (mut fields, mut records) = (0_u32, 0_u32);
        for around in spot.around() {
            match around {
                Around::Field(name) => {
                    match fields {
                        0 => place.field = name,
                        1 => place.around = name,
                        _ => {}
                    }
                    place.is_subject |= fields > 0 && name == "subject";
                    [place.system, place.part, place.within] = [name, place.system, place.part];
                    fields = fields.saturating_add(1);
                }
                Around::Record(stamp) => {
                    if records == 0 {
                        (place.grade, place.authority) = (stamp.grade, stamp.authority);
                    }
                    place.on = place.on.or(stamp.on);
                    records = records.saturating_add(1);
                }
            }
        }
        place
    }
}

/// A name of a person at a place of the dossier.
struct Named {
    place: Place,
    person: PersonId,
}

impl Named {
    fn resolve(&self, register: &Register) -> Result<(), ReferenceError> {
        let side = match self.day() {
            Some(day) => register.resolve(&self.person, day)?.0,
            None => register.side_of(&self.person)?,
        };
        match self.expected() {
            Some(expected) if side != expected => Err(ReferenceError::WrongSide {
                person: self.person,
                expected,
            }),
            _ => Ok(()),
        }
    }

    /// Returns the authority that the person claims and the level of the register, if the level is beneath it.
    ///
    /// A level suffices for every authority beneath that of the next one. Committees and boards are of the
    /// top level.
    fn beyond(&self, register: &Register) -> Option<(Authority, Level)> {
        let claimed: Authority = self.place.authority?.parse().ok()?;
        if self.place.field != "by" {
            return None;
        }
        let (_, person) = register.on(&self.person, self.place.on?)?;
        let next = match person.level {
            Level::Operator => Authority::Manager,
            Level::Manager => Authority::Executive,
            Level::Executive => return None,
        };
        (next <= claimed).then_some((claimed, person.level))
    }

    /// Returns the day on which the person acts, if the facts say it.
    fn day(&self) -> Option<NaiveDate> {
        let is_speaker = self.place.field == "by";
        let is_spoken_of = self.place.field == "value" || self.place.is_subject;
        let is_seen = self.place.system != "party" && !is_spoken_of;
        self.place.on.filter(|_| is_speaker || is_seen)
    }

    /// Returns the side for which the person has to act.
    ///
    /// The customer's satisfaction and loyalty are its own word, and only a guess is one of our people. Clearances
    /// of offers and instruments are the word of our own office. Our own people decide about our receivables:
    /// they waive, and they exclude from the ladder.
    fn expected(&self) -> Option<Side> {
        let Place { part, within, .. } = self.place;
        let is_clearance =
            self.is_of_customer() && [self.place.around, self.place.field] == ["clearance", "by"];
        let is_about_our_money = (self.place.system, self.place.field) == ("receivable", "by");
        if is_clearance
            || is_about_our_money
            || (self.place.system, part, within) == ("loyalty", "recognition", "supplier")
        {
            return Some(Side::Supplier);
        }
        (self.is_of_customer() && !self.is_guess()).then_some(Side::Customer)
    }

    /// Returns whether the name stands among the facts about the customer itself.
    fn is_of_customer(&self) -> bool {
        matches!(self.place.system, "satisfaction" | "loyalty")
    }

    fn is_guess(&self) -> bool {
        self.place.grade == Some(Grade::Estimated.name())
    }
}
