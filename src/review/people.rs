//! The people whom a dossier names, each against the register (人员核对).

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::dossier::Dossier;
use crate::form::{Described, Form, Guest, Spot, Toured};
use crate::party::PartyError;
use crate::party::parties::{ReferenceError, Register};
use crate::review::error::ReviewError;
use crate::vocab::known::Grade;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

/// The register itself, in which everybody has an entry.
const REGISTER: &str = "party.parties.";

/// Returns an error for each name that leads to nobody, in any system of the dossier.
///
/// Whoever speaks or is seen acts on that day. Somebody who is only spoken of, such as an owner, may come or
/// leave on another day. The parties' own step tells of the days and the sides of their facts.
pub(super) fn unknown(dossier: &Dossier) -> Vec<ReviewError> {
    let register = dossier.party.parties.register();
    let mut names = Names {
        register,
        path: String::new(),
        errors: Vec::new(),
    };
    dossier.tour(&Spot::WHOLE, &mut names);
    names.errors
}

/// The look-up of every name in the register.
struct Names<'a> {
    register: &'a Register,
    /// The place of the last name, kept so that the next one needs no text of its own.
    path: String,
    errors: Vec<ReviewError>,
}

impl Guest for Names<'_> {
    fn name(&mut self, form: &'static Form, name: &str, spot: &Spot<'_>) {
        if form.in_code() != PersonId::FORM.in_code() {
            return;
        }
        self.path.clear();
        spot.write_path(&mut self.path);
        let Some(person) = PersonId::of_word(name) else {
            return;
        };
        let named = Named {
            path: &self.path,
            person,
            spot,
        };
        if self.path.starts_with(REGISTER) {
            return;
        }
        if let Err(reason) = named.resolve(self.register) {
            let (path, reason) = (self.path.clone(), Box::new(reason));
            self.errors.push(ReviewError::Person { path, reason });
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

/// A name of a person at a place of the dossier.
struct Named<'a> {
    path: &'a str,
    person: PersonId,
    spot: &'a Spot<'a>,
}

impl Named<'_> {
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

    /// Returns the day on which the person acts, if the facts say it.
    fn day(&self) -> Option<NaiveDate> {
        let is_speaker = self.field() == "by";
        let is_spoken_of = self.field() == "value" || self.path.contains(".subject.");
        let is_seen = !self.path.starts_with("party.") && !is_spoken_of;
        if !is_speaker && !is_seen {
            return None;
        }
        self.spot.records().find_map(|record| record.on)
    }

    /// Returns the side for which the person has to act.
    ///
    /// The customer's satisfaction and loyalty are its own word, and only a guess is one of our people. Clearances
    /// of offers and instruments are the word of our own office.
    fn expected(&self) -> Option<Side> {
        let is_clearance = self.is_of_customer() && self.path.ends_with("clearance.by");
        if is_clearance || self.path.starts_with("loyalty.recognition.supplier") {
            return Some(Side::Supplier);
        }
        (self.is_of_customer() && !self.is_guess()).then_some(Side::Customer)
    }

    /// Returns whether the name stands among the facts about the customer itself.
    fn is_of_customer(&self) -> bool {
        let systems = ["satisfaction.", "loyalty."];
        systems.iter().any(|system| self.path.starts_with(system))
    }

    fn is_guess(&self) -> bool {
        let grade = self.spot.records().next().and_then(|record| record.grade);
        grade == Some(Grade::Estimated.name())
    }

    /// Returns the name of the field, without the place in a list.
    fn field(&self) -> &str {
        let last = self.path.rsplit('.').next().unwrap_or(self.path);
        last.split('[').next().unwrap_or(last)
    }
}
