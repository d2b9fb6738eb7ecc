use alloc::vec::Vec;
use core::num::NonZeroU32;

use crate::form::{Gathered, record};
use crate::party::continuity::tie::{Tie, TiesError};
use crate::party::parties::Person;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

record! {
    /// A person with the share of all tie weight that the person carries (承载者).
    #[derive(Copy, Hash)]
    pub closed struct TieHolder {
        /// The person.
        pub person: PersonId,
        /// The exact share of all tie weight.
        pub share: Share,
    }
}

/// The people of one side, by id, each with the weight that the person carries.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub(crate) struct Holders {
    pub(crate) carried: Vec<Carried>,
    /// The largest weight that one of them carries.
    pub(crate) largest: u64,
}

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Carried {
    pub(crate) person: Person,
    pub(crate) weight: u64,
    pub(crate) ties: u32,
}

impl Holders {
    pub(crate) fn gather(ties: &[Tie], side: Side) -> Result<Self, TiesError> {
        let mut seats: Vec<(Person, NonZeroU32)> = ties
            .iter()
            .map(|tie| (*tie.person(side), tie.weight))
            .collect();
        seats.sort_unstable_by_key(|(person, _)| person.id);
        let mut carried: Vec<Carried> = Vec::new();
        let mut errors = Gathered::new();
        for (person, weight) in seats {
            match carried.last_mut() {
                Some(last) if last.person.id == person.id => {
                    if last.person != person {
                        let person = person.id;
                        errors.keep(TiesError::TwoPlaces { side, person });
                    }
                    last.weight = added(last.weight, weight);
                    last.ties = last.ties.saturating_add(1);
                }
                _ => carried.push(Carried {
                    person,
                    weight: added(0, weight),
                    ties: 1,
                }),
            }
        }
        let largest = carried.iter().map(|carried| carried.weight).max();
        errors.settle(|| Self {
            largest: largest.unwrap_or_default(),
            carried,
        })
    }

    pub(crate) fn find(&self, person: &PersonId) -> Option<&Carried> {
        let place = self
            .carried
            .binary_search_by_key(person, |carried| carried.person.id);
        place.ok().and_then(|place| self.carried.get(place))
    }

    pub(crate) fn includes(&self, other: &Carried) -> bool {
        self.find(&other.person.id).is_some()
    }
}

/// Adds weights; a sum beyond 64 bits would take more ties than fit a memory.
pub(crate) fn added(sum: u64, weight: NonZeroU32) -> u64 {
    sum.saturating_add(u64::from(weight.get()))
}
