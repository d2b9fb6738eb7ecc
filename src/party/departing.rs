//! The departures that bear on a day: those that somebody names, and those that register and ties tell.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::form::Gathered;
use crate::party::continuity::{Departure, DepartureEffect, Tie, TieNet, Ties, fallen_out, left};
use crate::party::current::Current;
use crate::party::error::PartyError;
use crate::party::parties::Register;
use crate::party::policy::PartyPolicy;
use crate::verdict::Assessment;
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

/// The ties of people whom the register has, and the net of those that are held on the day asked about.
pub(crate) struct Held<'a> {
    pub(crate) ties: &'a Ties,
    pub(crate) net: &'a TieNet,
    pub(crate) as_of: NaiveDate,
}

impl<'a> Held<'a> {
    /// Returns the net of the ties that are held on a day.
    fn on(&self, register: &Register, day: NaiveDate) -> Cow<'a, TieNet> {
        match day == self.as_of {
            true => Cow::Borrowed(self.net),
            false => Cow::Owned(self.ties.held_on(register, day)),
        }
    }
}

/// Assesses each departure: those that the facts name, the last day of everybody else who held a tie on it,
/// and the main contacts who have fallen out.
pub(crate) fn departures(
    policy: &PartyPolicy,
    register: &Register,
    now: &Current,
    held: &Held<'_>,
    parts: &mut Gathered<PartyError>,
) -> Vec<Assessment<DepartureEffect>> {
    let continuity = policy.continuity();
    let named: BTreeSet<PersonId> = now.departures.iter().map(|one| one.person).collect();
    let is_named = |id: &PersonId| named.contains(id);
    let mut unnamed = leavers(register, held, is_named);
    let pairs = fallen_out(continuity, held.net);
    let pairs = pairs.filter(|tie| !is_named(&tie.supplier) && !is_named(&tie.customer));
    unnamed.extend(pairs.map(|tie| Departure::soured(Side::Supplier, tie.supplier)));
    let all = now.departures.iter().chain(&unnamed);
    let on = |day| Ok(held.on(register, day));
    parts.ask_each(all.map(|one| left(continuity, register, one, held.as_of, on)))
}

/// Returns the departures that only the register tells: a last day, and a tie until then.
fn leavers(
    register: &Register,
    held: &Held<'_>,
    is_named: impl Fn(&PersonId) -> bool,
) -> Vec<Departure> {
    let mut found = Vec::new();
    for side in Side::ALL {
        let mut sorted: Vec<&Tie> = held.ties.iter().collect();
        sorted.sort_by_key(|tie| *tie.person(side));
        for own in sorted.chunk_by(|one, next| one.person(side) == next.person(side)) {
            let Some(person) = own.first().map(|tie| *tie.person(side)) else {
                continue;
            };
            let term = register.term(side, &person, held.as_of);
            let last = term.and_then(|term| term.until);
            let ties_on = |day| own.iter().any(|tie| tie.holds_on(day));
            let is_tied = last.is_some_and(|last| ties_on(last.min(held.as_of)));
            if is_tied && !is_named(&person) {
                found.push(Departure::of(side, person));
            }
        }
    }
    found
}
