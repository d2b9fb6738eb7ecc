//! The facts of one day: what was learnt too long ago, or after the day, is unknown.

use alloc::vec::Vec;
use core::fmt::Display;

use chrono::NaiveDate;

use crate::satisfaction::expectation::FeatureHistory;
use crate::satisfaction::facts::{AnsweredRequirements, SatisfactionFacts, ScoredCriteria};
use crate::satisfaction::needs::{LevelRatings, PersonNeeds};
use crate::satisfaction::offer::OfferAttribute;
use crate::satisfaction::policy::SatisfactionPolicy;
use crate::vocab::known::{DayReader, Lasting};

/// Returns the facts as they stand on a day, and what has expired by then or lies ahead.
///
/// Marks of needs hold as long as a measurement of satisfaction, and every other word as long as the policy says.
/// An entry of a list that does not count is left out of it. Measurements, expectations and experiences have days
/// of their own, which the functions of their rooms read.
pub(crate) fn current(
    policy: &SatisfactionPolicy,
    facts: &SatisfactionFacts,
    as_of: NaiveDate,
) -> (SatisfactionFacts, DayReader) {
    let mut reader = DayReader::new(as_of, "satisfaction");
    let mut facts = facts.clone();
    let marks = Lasting::State(Some(policy.validity()));
    let words = Lasting::State(policy.word_days());
    if let Some(levels) = &mut facts.levels {
        needs(levels, marks, &mut reader);
    }
    for person in &mut facts.people {
        feelings(person, marks, &mut reader);
    }
    let reader_of = &mut reader;
    left_out(
        &mut facts.drivers,
        "drivers",
        |one| (one.driver, one.on),
        marks,
        reader_of,
    );
    left_out(
        &mut facts.value_drivers,
        "value-drivers",
        |one| (one.driver, one.on),
        words,
        reader_of,
    );
    left_out(
        &mut facts.judgements,
        "judgements",
        |one| (one.option, one.on),
        words,
        reader_of,
    );
    for one in &mut facts.features {
        feature(one, words, &mut reader);
    }
    for one in &mut facts.offer {
        attribute(one, words, &mut reader);
    }
    facts.criteria = facts
        .criteria
        .take()
        .and_then(|given| scored(given, words, &mut reader));
    if let Some(answered) = &mut facts.proposition {
        chances(answered, words, &mut reader);
    }
    (facts, reader)
}

/// Leaves the entries of a list out that do not count.
fn left_out<T, N: Display>(
    list: &mut Vec<T>,
    path: &str,
    named: impl Fn(&T) -> (N, Option<NaiveDate>),
    lasting: Lasting,
    reader: &mut DayReader,
) {
    list.retain(|one| {
        let (name, on) = named(one);
        reader.counts(on, lasting, format_args!("{path}[{name}]"))
    });
}

fn needs(levels: &mut LevelRatings, lasting: Lasting, reader: &mut DayReader) {
    let all = [
        ("basic-product", &mut levels.basic_product),
        ("service-provision", &mut levels.service_provision),
        ("employee-interaction", &mut levels.employee_interaction),
        ("good-feelings", &mut levels.good_feelings),
    ];
    for (name, mark) in all {
        reader.read(mark, lasting, format_args!("levels.{name}"));
    }
}

fn feelings(person: &mut PersonNeeds, lasting: Lasting, reader: &mut DayReader) {
    let id = person.person;
    let all = [
        ("affection", &mut person.affection),
        ("security", &mut person.security),
        ("respect", &mut person.respect),
    ];
    for (name, feeling) in all {
        reader.read(feeling, lasting, format_args!("people[{id}].{name}"));
    }
}

fn feature(one: &mut FeatureHistory, lasting: Lasting, reader: &mut DayReader) {
    let name = one.feature;
    reader.read(
        &mut one.cycles,
        lasting,
        format_args!("features[{name}].cycles"),
    );
    reader.read(
        &mut one.competitor_parity,
        lasting,
        format_args!("features[{name}].competitor-parity"),
    );
    reader.read(
        &mut one.counted_as,
        lasting,
        format_args!("features[{name}].counted-as"),
    );
}

fn attribute(one: &mut OfferAttribute, lasting: Lasting, reader: &mut DayReader) {
    if let OfferAttribute::Personalised { item, need, gain } = one {
        let state = gain.lasting(lasting);
        reader.read(
            &mut gain.benefit,
            state,
            format_args!("offer[{item}].gain.benefit"),
        );
        reader.read(need, lasting, format_args!("offer[{item}].need"));
    }
}

/// Returns the criteria with their scores; without the customer's weights there are none.
fn scored(
    mut given: ScoredCriteria,
    lasting: Lasting,
    reader: &mut DayReader,
) -> Option<ScoredCriteria> {
    for one in &mut given.scores {
        let name = one.criterion;
        reader.read(
            &mut one.score,
            lasting,
            format_args!("criteria.scores[{name}].score"),
        );
    }
    let is_read = reader.counts(
        given.criteria.on(),
        lasting,
        format_args!("criteria.criteria"),
    );
    is_read.then_some(given)
}

fn chances(answered: &mut AnsweredRequirements, lasting: Lasting, reader: &mut DayReader) {
    let chances = &mut answered.proposition.chances;
    let all = [
        ("choose", &mut chances.choose),
        ("buy", &mut chances.buy),
        ("bond", &mut chances.bond),
    ];
    for (name, item) in all {
        reader.read(
            item,
            lasting,
            format_args!("proposition.proposition.chances.{name}"),
        );
    }
}
