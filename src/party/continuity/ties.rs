use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::{Gathered, every, mirrored};
use crate::party::continuity::net::TieNet;
use crate::party::continuity::tie::{Tie, TiesError};
use crate::party::parties::{ReferenceError, Register};
use crate::vocab::name::PersonId;
use crate::vocab::words::Side;

/// The ties of a relationship, with those of earlier days (人员联系).
///
/// Each pair is tied once on a day, and each person stands on one side. The order in which ties are given
/// does not matter. A list without ties means that the ties are unknown.
///
/// In JSON it is the list of ties.
///
/// # Examples
///
/// ```
/// use core::num::NonZeroU32;
/// use keqing::party::continuity::{Tie, Ties};
/// use keqing::party::parties::{Person, Register};
/// use keqing::vocab::share::Share;
/// use keqing::vocab::words::{Department, Level, Side};
///
/// let li = Person::new("li", Department::Sales, Level::Operator)?;
/// let wang = Person::new("wang", Department::Purchasing, Level::Operator)?;
/// let ties = Ties::new([Tie::new(li.id, wang.id, NonZeroU32::MIN)])?;
/// let today = chrono::NaiveDate::from_ymd_opt(2024, 6, 1).ok_or("no such date")?;
/// let net = ties.on(&Register::new([li], [wang])?, today)?;
/// assert_eq!(net.share_of(Side::Supplier, &li.id), Share::ALL);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(try_from = "Vec<Tie>", into = "Vec<Tie>")]
pub struct Ties {
    /// The ties, by supplier, by customer and by first day.
    ties: Vec<Tie>,
}

mirrored! { Ties as Vec<Tie>, toured by ties; }

impl Ties {
    /// Makes the ties of a relationship.
    ///
    /// # Errors
    ///
    /// [`TiesError`] is returned when a pair is tied twice on a day, when a person stands on both sides,
    /// and when a tie ends before it begins.
    pub fn new(ties: impl IntoIterator<Item = Tie>) -> Result<Self, TiesError> {
        let mut ties: Vec<Tie> = ties.into_iter().collect();
        ties.sort_unstable_by_key(|tie| (tie.supplier, tie.customer, tie.from, tie.until));
        let mut errors = Gathered::new();
        let mut theirs: Vec<PersonId> = ties.iter().map(|tie| tie.customer).collect();
        theirs.sort_unstable();
        let mut last = None;
        for tie in &ties {
            let person = tie.supplier;
            if last.replace(person) != Some(person) && theirs.binary_search(&person).is_ok() {
                errors.keep(TiesError::BothSides { person });
            }
        }
        for tie in &ties {
            let (supplier, customer) = (tie.supplier, tie.customer);
            if let (Some(from), Some(until)) = (tie.from, tie.until) {
                if until < from {
                    errors.keep(TiesError::EndsBeforeItBegins {
                        supplier,
                        customer,
                        from,
                        until,
                    });
                }
            }
        }
        for (one, next) in ties.iter().zip(ties.iter().skip(1)) {
            let (supplier, customer) = (one.supplier, one.customer);
            if (next.supplier, next.customer) == (supplier, customer) && one.overlaps(next) {
                errors.keep(TiesError::PairTwice { supplier, customer });
            }
        }
        errors.settle(|| Self { ties })
    }

    /// Returns each tie, whose people and days stay as they are.
    pub(crate) fn each_mut(&mut self) -> core::slice::IterMut<'_, Tie> {
        self.ties.iter_mut()
    }

    /// Returns whether no tie is given, which means that the ties are unknown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }

    /// Returns the number of ties.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ties.len()
    }

    /// Returns the ties, by the ids of their people and then by their first day.
    pub fn iter(&self) -> core::slice::Iter<'_, Tie> {
        self.ties.iter()
    }

    /// Returns the net of the ties that are held on a day: those whose people both act for their sides.
    ///
    /// # Errors
    ///
    /// [`TiesError::Reference`] is returned when a tie names somebody whom the register does not have, when
    /// a person acts for the other side, and when a tie's own days lie outside those of its people.
    pub fn on(&self, register: &Register, day: NaiveDate) -> Result<TieNet, TiesError> {
        self.check(register)?;
        Ok(self.held_on(register, day))
    }

    /// Returns the net of the ties that are held on a day, of people whom the register has.
    pub(crate) fn held_on(&self, register: &Register, day: NaiveDate) -> TieNet {
        let is_held = |tie: &&Tie| {
            let acts = |side| register.acts(side, tie.person(side), day);
            tie.holds_on(day) && Side::ALL.into_iter().all(acts)
        };
        let held = self.ties.iter().filter(is_held).copied().collect();
        TieNet::of(held, self.is_empty())
    }

    /// Checks that the register has everybody, on the right side and on the tie's own days.
    pub(crate) fn check(&self, register: &Register) -> Result<(), TiesError> {
        let of_side = |side| {
            self.iter()
                .flat_map(move |tie| named(register, side, tie))
                .map(|error| Err(TiesError::from(error)))
        };
        every(of_side(Side::Supplier).chain(of_side(Side::Customer)))
    }
}

/// Returns the reasons why a tie's person on one side leads to no entry of the register.
fn named(register: &Register, side: Side, tie: &Tie) -> impl Iterator<Item = ReferenceError> {
    let person = *tie.person(side);
    let stranger = register.knows(side, &person).err();
    let is_there = stranger.is_none();
    let days = [tie.from, tie.until].into_iter().flatten();
    let days = days.filter(move |_| is_there);
    let outside = days.filter_map(move |day| register.resolve_for(side, &person, day).err());
    stranger.into_iter().chain(outside)
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

    use chrono::NaiveDate;

    use super::{Tie, Ties};
    use crate::party::parties::Register;
    use crate::party::sample::{id, person, register, tie, ties};
    use crate::vocab::words::Side;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).unwrap_or_default()
    }

    #[track_caller]
    fn refuses(ties: impl IntoIterator<Item = Tie>, expected: &str) {
        let message = Ties::new(ties).map_err(|error| error.to_string()).err();
        assert_eq!(message.as_deref(), Some(expected));
    }

    #[test]
    fn ties_that_cannot_be_are_refused() {
        let twice = "the pair `a` and `x` is tied twice, expected one tie with all its weight";
        refuses(
            [tie("a", "x", 1), tie("b", "x", 1), tie("a", "x", 2)],
            twice,
        );
        let until = |last| tie("a", "x", 1).with_until(Some(last));
        let from = |first| tie("a", "x", 2).with_from(Some(first));
        refuses([until(day(3, 31)), from(day(3, 31))], twice);
        assert!(Ties::new([until(day(3, 31)), from(day(4, 1))]).is_ok());
        refuses(
            [tie("a", "x", 1), tie("x", "y", 1)],
            "the person `x` stands on both sides, expected one of them",
        );
        refuses(
            [from(day(4, 1)).with_until(Some(day(3, 31)))],
            "the tie of `a` and `x` begins on 2024-04-01 and ends on 2024-03-31, expected no earlier end",
        );
    }

    #[test]
    fn the_order_of_ties_does_not_matter() {
        let pairs = [("a", "x", 1), ("a", "y", 2), ("b", "x", 3)];
        let reversed: Vec<_> = pairs.into_iter().rev().collect();
        assert_eq!(ties(&pairs), ties(&reversed));
    }

    #[test]
    fn a_tie_is_held_while_both_people_and_its_own_days_last() {
        let Ok(register) = Register::new(
            [person("a").with_until(Some(day(3, 31))), person("b")],
            [person("x")],
        ) else {
            panic!("register of the test")
        };
        let taken_over = tie("b", "x", 2).with_from(Some(day(4, 1)));
        let Ok(ties) = Ties::new([tie("a", "x", 7), taken_over]) else {
            panic!("ties of the test")
        };
        for (on, holder) in [(day(3, 31), "a"), (day(4, 1), "b")] {
            let held = ties.on(&register, on).map(|net| {
                let holders = net.holders(Side::Supplier);
                holders.map(|holder| holder.person).collect::<Vec<_>>()
            });
            assert_eq!(held, Ok(alloc::vec![id(holder)]), "{on}");
        }
    }

    #[test]
    fn everybody_who_is_named_is_in_the_register() {
        let register = register(&["a"], &["x"]);
        let refused = |tie| {
            let held = Ties::new([tie]).and_then(|ties| ties.on(&register, day(1, 1)));
            held.err().map(|error| error.to_string())
        };
        assert_eq!(refused(tie("a", "x", 1)), None);
        let ghost = "nobody in the register is named `ghost`";
        assert_eq!(refused(tie("ghost", "x", 1)).as_deref(), Some(ghost));
        let wrong = "`a` acts for the supplier, expected somebody of the customer; \
            `x` acts for the customer, expected somebody of the supplier";
        let turned = refused(tie("x", "a", 1));
        let sorted = turned.map(|text| {
            let mut parts: Vec<&str> = text.split("; ").collect();
            parts.sort_unstable();
            parts.join("; ")
        });
        assert_eq!(sorted.as_deref(), Some(wrong));
    }

    #[test]
    fn json_is_the_list_and_is_checked() -> Result<(), serde_json::Error> {
        let ties = ties(&[("a", "x", 1), ("b", "x", 3)]);
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
