use alloc::vec::Vec;

use crate::party::continuity::load::{Holders, TieHolder, added};
use crate::party::continuity::tie::Tie;
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

/// The ties that are held on a day, as a net of people (人员联系网); made by [`Ties::on`](super::Ties::on).
///
/// Each pair is there once.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TieNet {
    /// The ties, by supplier and then by customer.
    ties: Vec<Tie>,
    supplier: Holders,
    customer: Holders,
    weight: u64,
    is_unknown: bool,
}

impl TieNet {
    /// Makes the net of ties that are held on one day, each pair once and in order.
    pub(crate) fn of(ties: Vec<Tie>, is_unknown: bool) -> Self {
        Self {
            supplier: Holders::gather(&ties, Side::Supplier),
            customer: Holders::gather(&ties, Side::Customer),
            weight: ties.iter().fold(0, |sum, tie| added(sum, tie.weight)),
            ties,
            is_unknown,
        }
    }

    /// Returns a net without the ties of which the closure says so, if it has such ties.
    pub(crate) fn without(&self, gone: impl Fn(&Tie) -> bool) -> Option<Self> {
        let has_such = self.ties.iter().any(&gone);
        has_such.then(|| {
            let kept = self.ties.iter().filter(|tie| !gone(tie)).copied();
            Self::of(kept.collect(), self.is_unknown)
        })
    }

    /// Returns whether the ties of the relationship are unknown; a known net may have none.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        self.is_unknown
    }

    /// Returns whether nobody holds a tie on the day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }

    /// Returns the number of pairs that are tied.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ties.len()
    }

    /// Returns the ties, by the ids of their people.
    pub fn iter(&self) -> core::slice::Iter<'_, Tie> {
        self.ties.iter()
    }

    /// Returns everybody on one side with the share of all tie weight that each carries, by id.
    ///
    /// On either side the shares make the whole.
    pub fn holders(&self, side: Side) -> impl Iterator<Item = TieHolder> + '_ {
        let carried = self.holders_of(side).carried.iter();
        carried.map(|carried| TieHolder {
            person: carried.person,
            share: self.share(carried.weight),
        })
    }

    /// Returns the share of all tie weight that a person carries; nothing if the person has no tie.
    #[must_use]
    pub fn share_of(&self, side: Side, person: &PersonId) -> Share {
        self.share(self.weight_of(side, person))
    }

    /// Returns whether a person is a main contact, because nobody on this side carries more.
    #[must_use]
    pub fn is_main_contact(&self, side: Side, person: &PersonId) -> bool {
        let holders = self.holders_of(side);
        holders
            .find(person)
            .is_some_and(|carried| carried.weight == holders.largest)
    }

    /// Returns the largest share of all tie weight that anybody on this side carries.
    #[must_use]
    pub fn largest_share(&self, side: Side) -> Share {
        self.share(self.holders_of(side).largest)
    }

    /// Returns whether a person has a tie, seen from one side.
    #[must_use]
    pub fn has(&self, side: Side, person: &PersonId) -> bool {
        self.holders_of(side).find(person).is_some()
    }

    /// Returns whether a pair is tied, the supplier's person first.
    pub(crate) fn has_tie(&self, (supplier, customer): (&PersonId, &PersonId)) -> bool {
        let pair = |tie: &Tie| (tie.supplier, tie.customer).cmp(&(*supplier, *customer));
        self.ties.binary_search_by(pair).is_ok()
    }

    /// Returns the weight of all ties of a person.
    pub(crate) fn weight_of(&self, side: Side, person: &PersonId) -> u64 {
        let carried = self.holders_of(side).find(person);
        carried.map_or(0, |carried| carried.weight)
    }

    /// Returns the exact share of a weight in all the weight there is.
    pub(crate) fn share(&self, weight: u64) -> Share {
        Share::new(weight, self.weight).unwrap_or(Share::NONE)
    }

    const fn holders_of(&self, side: Side) -> &Holders {
        match side {
            Side::Supplier => &self.supplier,
            Side::Customer => &self.customer,
        }
    }
}

impl<'a> IntoIterator for &'a TieNet {
    type Item = &'a Tie;
    type IntoIter = core::slice::Iter<'a, Tie>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use crate::party::sample::{id, net};
    use crate::vocab::share::Share;
    use crate::vocab::words::Side;

    #[test]
    fn shares_of_either_side_make_the_whole() {
        let net = net(&[("a", "x", 1), ("a", "y", 2), ("b", "x", 3)]);
        for side in Side::ALL {
            let parts = net.holders(side).map(|holder| holder.share.part());
            assert_eq!(parts.sum::<u64>(), 6, "{side}");
        }
        let third = Share::new(1, 3).unwrap_or(Share::NONE);
        assert_eq!(net.share_of(Side::Customer, &id("y")), third);
        assert_eq!(net.share_of(Side::Supplier, &id("y")), Share::NONE);
    }

    #[test]
    fn everybody_who_carries_most_is_a_main_contact() {
        let net = net(&[("a", "x", 3), ("b", "y", 1), ("b", "x", 2)]);
        assert!(net.is_main_contact(Side::Supplier, &id("a")));
        assert!(net.is_main_contact(Side::Supplier, &id("b")));
        assert!(net.is_main_contact(Side::Customer, &id("x")));
        assert!(!net.is_main_contact(Side::Customer, &id("y")));
        assert!(!net.is_main_contact(Side::Customer, &id("z")));
    }
}
