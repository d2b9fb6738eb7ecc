//! The facts of one day: what was learnt too long ago, or after the day, is unknown.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::party::alignment::{Investment, SideFacts};
use crate::party::continuity::{Departure, Ties};
use crate::party::facts::PartyFacts;
use crate::party::people::PeopleFacts;
use crate::party::policy::PartyPolicy;
use crate::vocab::known::{DayReader, Lasting};

/// The facts about the four parties that age, as they stand on a day; the others are read as they are stated.
///
/// Statements and observations have days of their own, which the functions of their rooms read. What bears on a
/// departure belongs to that event, and never expires.
pub(crate) struct Current {
    pub(crate) ties: Ties,
    pub(crate) supplier: Option<SideFacts>,
    pub(crate) customer: Option<SideFacts>,
    pub(crate) departures: Vec<Departure>,
    pub(crate) investments: Vec<Investment>,
    pub(crate) people: Option<PeopleFacts>,
}

/// Returns the facts as they stand on a day, and what has expired by then or lies ahead.
pub(crate) fn current(
    policy: &PartyPolicy,
    stated: &PartyFacts,
    as_of: NaiveDate,
) -> (Current, DayReader) {
    let mut reader = DayReader::new(as_of, "party");
    let mut facts = Current {
        ties: stated.ties.clone(),
        supplier: stated.supplier.clone(),
        customer: stated.customer.clone(),
        departures: stated.departures.clone(),
        investments: stated.investments.clone(),
        people: stated.people.clone(),
    };
    let state = Lasting::State(policy.state_days());
    for tie in facts.ties.each_mut() {
        let (ours, theirs) = (tie.supplier, tie.customer);
        reader.read(
            &mut tie.affect,
            state,
            format_args!("ties[{ours}, {theirs}].affect"),
        );
    }
    let sides = [
        ("supplier", &mut facts.supplier),
        ("customer", &mut facts.customer),
    ];
    for (side, of) in sides {
        if let Some(of) = of {
            interests(of, side, state, &mut reader);
        }
    }
    for one in &mut facts.departures {
        left(one, &mut reader);
    }
    for (place, one) in facts.investments.iter_mut().enumerate() {
        invested(one, place, state, &mut reader);
    }
    if let Some(people) = &mut facts.people {
        staff(people, state, &mut reader);
    }
    (facts, reader)
}

fn interests(of: &mut SideFacts, side: &str, state: Lasting, reader: &mut DayReader) {
    let (form, size) = of.ownership_mut();
    reader.read(form, state, format_args!("{side}.form"));
    reader.read(size, state, format_args!("{side}.size"));
    for one in of.operators_mut() {
        let id = one.id;
        reader.read(
            &mut one.stake,
            state,
            format_args!("{side}.operators[{id}].stake"),
        );
        reader.read(
            &mut one.conflicts,
            state,
            format_args!("{side}.operators[{id}].conflicts"),
        );
    }
}

fn left(one: &mut Departure, reader: &mut DayReader) {
    let id = one.person;
    reader.read(
        &mut one.successor,
        Lasting::Term,
        format_args!("departures[{id}].successor"),
    );
    reader.read(
        &mut one.handover,
        Lasting::Term,
        format_args!("departures[{id}].handover"),
    );
    reader.read(
        &mut one.plan,
        Lasting::Term,
        format_args!("departures[{id}].plan"),
    );
}

/// Reads the facts about an investment: those of one that was made never expire.
fn invested(one: &mut Investment, place: usize, state: Lasting, reader: &mut DayReader) {
    let lasting = match one.on {
        Some(_) => Lasting::Term,
        None => state,
    };
    reader.read(
        &mut one.obligation,
        lasting,
        format_args!("investments[{place}].obligation"),
    );
    reader.read(
        &mut one.tie,
        lasting,
        format_args!("investments[{place}].tie"),
    );
    reader.read(
        &mut one.benefits,
        lasting,
        format_args!("investments[{place}].benefits"),
    );
}

fn staff(people: &mut PeopleFacts, state: Lasting, reader: &mut DayReader) {
    reader.read(
        &mut people.customer_satisfaction,
        state,
        format_args!("people.customer-satisfaction"),
    );
    reader.read(
        &mut people.recognitions,
        state,
        format_args!("people.recognitions"),
    );
    reader.read(
        &mut people.responsible,
        state,
        format_args!("people.responsible"),
    );
    for team in &mut people.teams {
        let team_of = team.department;
        reader.read(
            &mut team.internal_service,
            state,
            format_args!("people.teams[{team_of}].internal-service"),
        );
        reader.read(
            &mut team.satisfaction,
            state,
            format_args!("people.teams[{team_of}].satisfaction"),
        );
        reader.read(
            &mut team.training,
            state,
            format_args!("people.teams[{team_of}].training"),
        );
        reader.read(
            &mut team.coaching,
            state,
            format_args!("people.teams[{team_of}].coaching"),
        );
    }
}
