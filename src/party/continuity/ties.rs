use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::form::{Gathered, mirrored};
use crate::party::continuity::load::{Holders, TieHolder, added};
use crate::party::continuity::tie::{Tie, TiesError};
use crate::vocab::name::PersonId;
use crate::vocab::share::Share;
use crate::vocab::words::Side;

/// The ties of a relationship, as a net of people (人员联系网).
///
/// Each pair is there once, and each person stands on one side and in one place there. The order in
/// which ties are given does not matter. A net without ties means that the ties are unknown.
///
/// In JSON it is the list of ties.
///
/// # Examples
///
/// ```
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{Tie, Ties};
/// use keqing::party::parties::Person;
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::{Department, Level, Side};
///
/// let person = |id: &str, department| {
///     id.parse().map(|id| Person { id, department, level: Level::Operator })
/// };
/// let (li, wang) = (person("li", Department::Sales)?, person("wang", Department::Purchasing)?);
/// let ties = Ties::new([Tie::new(li, wang, NonZeroU32::MIN)])?;
/// assert_eq!(ties.share_of(Side::Supplier, &li.id), Share::ALL);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "Vec<Tie>", into = "Vec<Tie>")]
pub struct Ties {
    /// The ties, by supplier and then by customer.
    ties: Vec<Tie>,
    supplier: Holders,
    customer: Holders,
    weight: u64,
}

mirrored! { Ties as Vec<Tie>; }

impl Ties {
    /// Makes a net of ties.
    ///
    /// # Errors
    ///
    /// [`TiesError`] is returned when a pair is there twice, when a person stands on both sides,
    /// and when a person has two departments or levels.
    pub fn new(ties: impl IntoIterator<Item = Tie>) -> Result<Self, TiesError> {
        let mut ties: Vec<Tie> = ties.into_iter().collect();
        ties.sort_unstable_by_key(|tie| (tie.supplier.id, tie.customer.id));
        let mut errors = Gathered::new();
        let supplier = errors.ask(Holders::gather(&ties, Side::Supplier));
        let customer = errors.ask(Holders::gather(&ties, Side::Customer));
        let (supplier, customer) = (supplier.unwrap_or_default(), customer.unwrap_or_default());
        for both in supplier.carried.iter().filter(|one| customer.includes(one)) {
            let person = both.person.id;
            errors.keep(TiesError::BothSides { person });
        }
        for (one, next) in ties.iter().zip(ties.iter().skip(1)) {
            let (supplier, customer) = (one.supplier.id, one.customer.id);
            if (next.supplier.id, next.customer.id) == (supplier, customer) {
                errors.keep(TiesError::PairTwice { supplier, customer });
            }
        }
        let weight = ties.iter().fold(0, |sum, tie| added(sum, tie.weight));
        errors.settle(|| Self {
            ties,
            supplier,
            customer,
            weight,
        })
    }

    /// Returns whether no tie is given, which means that the ties are unknown.
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
        self.holders_of(side)
            .carried
            .iter()
            .map(|carried| TieHolder {
                person: carried.person.id,
                share: self.share(carried.weight),
            })
    }

    /// Returns the share of all tie weight that a person carries; nothing if the person has no tie.
    #[must_use]
    pub fn share_of(&self, side: Side, person: &PersonId) -> Share {
        let carried = self.holders_of(side).find(person);
        self.share(carried.map_or(0, |carried| carried.weight))
    }

    /// Returns whether a person is a main contact, because nobody on this side carries more.
    #[must_use]
    pub fn is_main_contact(&self, side: Side, person: &PersonId) -> bool {
        let bench = self.holders_of(side);
        bench
            .find(person)
            .is_some_and(|carried| carried.weight == bench.largest)
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

    /// Returns whether only one person across is tied to this one.
    pub(crate) fn is_held_by_one(&self, side: Side, person: &PersonId) -> bool {
        let carried = self.holders_of(side).find(person);
        carried.is_some_and(|carried| carried.ties == 1)
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

impl<'a> IntoIterator for &'a Ties {
    type Item = &'a Tie;
    type IntoIter = core::slice::Iter<'a, Tie>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl TryFrom<Vec<Tie>> for Ties {
    type Error = TiesError;

    fn try_from(ties: Vec<Tie>) -> Result<Self, TiesError> {
        Self::new(ties)
    }
}

impl From<Ties> for Vec<Tie> {
    fn from(ties: Ties) -> Self {
        ties.ties
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec::Vec;

    use super::{Tie, Ties};
    use crate::party::sample::{id, net, tie};
    use crate::vocab::share::Share;
    use crate::vocab::words::{Level, Side};

    #[track_caller]
    fn refuses(ties: impl IntoIterator<Item = Tie>, expected: &str) {
        let message = Ties::new(ties).map_err(|error| error.to_string()).err();
        assert_eq!(message.as_deref(), Some(expected));
    }

    #[test]
    fn a_net_that_cannot_be_is_refused() {
        refuses(
            [tie("a", "x", 1), tie("b", "x", 1), tie("a", "x", 2)],
            "the pair `a` and `x` is tied twice, expected one tie with all its weight",
        );
        refuses(
            [tie("a", "x", 1), tie("x", "y", 1)],
            "the person `x` stands on both sides, expected one of them",
        );
        let mut promoted = tie("a", "y", 1);
        promoted.supplier.level = Level::Manager;
        refuses(
            [tie("a", "x", 1), promoted],
            "the supplier's person `a` has two departments or levels, expected the same in every tie",
        );
    }

    #[test]
    fn the_order_of_ties_does_not_matter() {
        let pairs = [("a", "x", 1), ("a", "y", 2), ("b", "x", 3)];
        let reversed: Vec<_> = pairs.into_iter().rev().collect();
        assert_eq!(net(&pairs), net(&reversed));
    }

    #[test]
    fn shares_of_either_side_make_the_whole() {
        let ties = net(&[("a", "x", 1), ("a", "y", 2), ("b", "x", 3)]);
        for side in Side::ALL {
            let parts = ties.holders(side).map(|holder| holder.share.part());
            assert_eq!(parts.sum::<u64>(), 6, "{side}");
        }
        let third = Share::new(1, 3).unwrap_or(Share::NONE);
        assert_eq!(ties.share_of(Side::Customer, &id("y")), third);
        assert_eq!(ties.share_of(Side::Supplier, &id("y")), Share::NONE);
    }

    #[test]
    fn everybody_who_carries_most_is_a_main_contact() {
        let ties = net(&[("a", "x", 3), ("b", "y", 1), ("b", "x", 2)]);
        assert!(ties.is_main_contact(Side::Supplier, &id("a")));
        assert!(ties.is_main_contact(Side::Supplier, &id("b")));
        assert!(ties.is_main_contact(Side::Customer, &id("x")));
        assert!(!ties.is_main_contact(Side::Customer, &id("y")));
        assert!(!ties.is_main_contact(Side::Customer, &id("z")));
    }

    #[test]
    fn json_is_the_list_and_is_checked() -> Result<(), serde_json::Error> {
        let ties = net(&[("a", "x", 1), ("b", "x", 3)]);
        let mut json = serde_json::to_value(&ties)?;
        assert_eq!(serde_json::from_value::<Ties>(json.clone())?, ties);
        if let Some(weight) = json.pointer_mut("/0/weight") {
            *weight = serde_json::json!(0);
        }
        assert!(serde_json::from_value::<Ties>(json).is_err());
        let twice = serde_json::json!([tie("a", "x", 1), tie("a", "x", 1)]);
        assert!(serde_json::from_value::<Ties>(twice).is_err());
        Ok(())
    }
}
