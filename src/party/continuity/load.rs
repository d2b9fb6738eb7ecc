use alloc::vec::Vec;
use core::num::NonZeroU32;

use crate::form::record;
use crate::party::continuity::tie::Tie;
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
    pub(crate) person: PersonId,
    pub(crate) weight: u64,
}

impl Holders {
    pub(crate) fn gather(ties: &[Tie], side: Side) -> Self {
        let each = ties.iter().map(|tie| Carried {
            person: *tie.person(side),
            weight: u64::from(tie.weight.get()),
        });
        let mut carried: Vec<Carried> = each.collect();
        carried.sort_unstable_by_key(|one| one.person);
        carried.dedup_by(|next, kept| {
            let is_same = next.person == kept.person;
            if is_same {
                kept.weight = kept.weight.saturating_add(next.weight);
            }
            is_same
        });
        let largest = carried.iter().map(|carried| carried.weight).max();
        Self {
            largest: largest.unwrap_or_default(),
            carried,
        }
    }

    pub(crate) fn find(&self, person: &PersonId) -> Option<&Carried> {
        let place = self
            .carried
            .binary_search_by_key(person, |carried| carried.person);
        place.ok().and_then(|place| self.carried.get(place))
    }
}

/// Adds weights; a sum beyond 64 bits would take more ties than fit a memory.
pub(crate) fn added(sum: u64, weight: NonZeroU32) -> u64 {
    sum.saturating_add(u64::from(weight.get()))
}
