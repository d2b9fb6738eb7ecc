//! The register: who has which office on a day, whatever the order of its entries.

use chrono::NaiveDate;
use keqing::party::parties::{Person, ReferenceError, Register};
use keqing::vocab::name::PersonId;
use keqing::vocab::words::{Department, Level, Side};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use super::four_parties::named;
use crate::support::given::day;

/// The days on which somebody may begin, end and be asked for.
const DAYS: u32 = 12;

const NAMES: [&str; 3] = ["li", "wang", "zhou"];

/// An office of one of three people on a side, with a first and a last day or without.
fn office() -> impl Strategy<Value = (Side, Person)> {
    let days = (option::of(0..DAYS), option::of(0..DAYS));
    let level = select(Level::ALL.to_vec());
    let who = (select(Side::ALL.to_vec()), select(NAMES.to_vec()), level);
    (who, days).prop_map(|((side, name, level), (from, until))| {
        let person = Person::of(named(name), Department::Sales, level);
        let person = person.with_from(from.map(day)).with_until(until.map(day));
        (side, person)
    })
}

fn offices() -> impl Strategy<Value = Vec<(Side, Person)>> {
    vec(office(), 0..5)
}

fn register(offices: &[(Side, Person)]) -> Option<Register> {
    let of = |wanted| {
        let own = offices.iter().filter(move |(side, _)| *side == wanted);
        own.map(|(_, person)| *person)
    };
    Register::new(of(Side::Supplier), of(Side::Customer)).ok()
}

/// Every day that can be asked for, and two beyond on either end.
fn every_day() -> impl Iterator<Item = NaiveDate> {
    let first = day(0).pred_opt();
    first.into_iter().chain((0..=DAYS).map(day))
}

fn holds(person: &Person, on: NaiveDate) -> bool {
    person.from.is_none_or(|from| from <= on) && person.until.is_none_or(|until| on <= until)
}

/// The offices of a person on a day, one by one.
fn by_hand(offices: &[(Side, Person)], id: &PersonId, on: NaiveDate) -> Vec<(Side, Person)> {
    let own = offices.iter().filter(|(_, person)| person.id == *id);
    own.filter(|(_, person)| holds(person, on))
        .copied()
        .collect()
}

proptest! {
    #[test]
    fn somebody_has_one_office_a_day_or_there_is_no_register(offices in offices()) {
        let turned = offices.iter().any(|(_, one)| {
            one.from.zip(one.until).is_some_and(|(from, until)| until < from)
        });
        let twice = NAMES.map(named).iter().any(|id| {
            every_day().any(|on| by_hand(&offices, id, on).len() > 1)
        });
        prop_assert_eq!(register(&offices).is_none(), turned || twice);
    }

    #[test]
    fn a_name_leads_to_the_office_of_the_day(offices in offices()) {
        let Some(register) = register(&offices) else { return Ok(()) };
        for id in NAMES.map(named) {
            for on in every_day() {
                let expected = by_hand(&offices, &id, on);
                let found = register.on(&id, on).map(|(side, person)| (side, *person));
                prop_assert_eq!(found, expected.first().copied());
                let resolved = register.resolve(&id, on).map(|(side, person)| (side, *person));
                prop_assert_eq!(resolved.ok(), found);
                for side in Side::ALL {
                    let acts = found.is_some_and(|(of, _)| of == side);
                    prop_assert_eq!(register.acts(side, &id, on), acts);
                    prop_assert_eq!(register.resolve_for(side, &id, on).is_ok(), acts);
                    let mut acting = register.acting(side, on);
                    prop_assert_eq!(acting.any(|person| person.id == id), acts);
                }
            }
        }
    }

    #[test]
    fn a_name_that_leads_nowhere_says_why(offices in offices(), on in 0..DAYS) {
        let Some(register) = register(&offices) else { return Ok(()) };
        for id in NAMES.map(named) {
            let is_known = offices.iter().any(|(_, person)| person.id == id);
            prop_assert_eq!(register.side_of(&id).is_ok(), is_known);
            match register.resolve(&id, day(on)) {
                Ok(_) => {}
                Err(ReferenceError::Unknown { person, .. }) => prop_assert!(person == id && !is_known),
                Err(ReferenceError::OutsideTime { person, day: asked, from, until }) => {
                    prop_assert!(person == id && asked == day(on) && is_known);
                    let mut own = offices.iter().filter(|(_, one)| one.id == id);
                    prop_assert!(own.any(|(_, one)| (one.from, one.until) == (from, until)));
                }
                Err(other) => prop_assert!(false, "{other}"),
            }
        }
    }

    #[test]
    fn the_order_of_entries_cannot_matter(
        (given, shuffled) in offices()
            .prop_flat_map(|offices| (Just(offices.clone()), Just(offices).prop_shuffle())),
    ) {
        prop_assert_eq!(register(&given), register(&shuffled));
        if let Some(register) = register(&given) {
            let json = serde_json::to_string(&register).unwrap_or_default();
            prop_assert_eq!(serde_json::from_str::<Register>(&json).ok(), Some(register));
        }
    }
}
