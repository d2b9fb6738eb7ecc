use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use crate::form::{
    Described, Fault, FaultCode, Faults, Form, Gathered, Limits, Several, Tree, document,
    from_tree, repeated, several,
};
use crate::policy::Policy;

/// The policies of a house over time (政策沿革), of which exactly one is in force on each day.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::policy::{EffectivePeriod, Policy, PolicyBook};
///
/// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no such date");
/// let first = Policy::standard().with_version("2023", EffectivePeriod::new(None, Some(day(2023, 12, 31)?))?);
/// let second = Policy::standard().with_version("2024", EffectivePeriod::new(Some(day(2024, 1, 1)?), None)?);
/// let book = PolicyBook::new(vec![second, first])?;
/// assert_eq!(book.on(day(2023, 12, 31)?)?.version(), "2023");
/// assert_eq!(book.on(day(2024, 1, 1)?)?.version(), "2024");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// In JSON it is an object with the list `policies`. Its reader finds every fault at once, as that of one
/// policy does.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct PolicyBook {
    /// The policies by their first day. Each begins on the day after the last of the one before.
    policies: Vec<Policy>,
}

document! {
    /// The policies of a house over time.
    struct BookText {
        /// The policies, in any order.
        policies: Vec<Policy>,
    }
}

impl crate::form::Toured for PolicyBook {}

impl Described for PolicyBook {
    const FORM: &'static Form = &BookText::FORM.named("PolicyBook");

    fn of_tree(tree: &Tree, limits: &Limits) -> Result<Self, Faults> {
        let BookText { policies } = from_tree(tree, limits)?;
        let refused =
            |error: &PolicyBookError| Fault::new(FaultCode::Refused, "policies", error.to_string());
        Self::new(policies).map_err(|error| {
            Faults::of(error.each().map(refused)).unwrap_or_else(|| refused(&error).into())
        })
    }
}

impl<'de> Deserialize<'de> for PolicyBook {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tree = Tree::deserialize(deserializer)?;
        from_tree(&tree, &Limits::standard()).map_err(D::Error::custom)
    }
}

impl PolicyBook {
    /// Makes a book of policies, given in any order.
    ///
    /// # Errors
    ///
    /// [`PolicyBookError`] is returned when there is no policy, when one contradicts itself
    /// ([`Policy::check`]), when two are in force on one day, and when none is in force on a day between two
    /// of them. It holds each of these.
    pub fn new(mut policies: Vec<Policy>) -> Result<Self, PolicyBookError> {
        policies.sort_by_key(|policy| policy.effective().from());
        let mut errors = Gathered::new();
        if policies.is_empty() {
            errors.keep(PolicyBookError::Empty);
        }
        for policy in &policies {
            if let Err(faults) = policy.check() {
                let version = repeated(policy.version());
                errors.keep(PolicyBookError::Refused { version, faults });
            }
        }
        for (before, after) in policies.iter().zip(policies.iter().skip(1)) {
            errors.ask(follows(before, after));
        }
        errors.settle(|| Self { policies })
    }

    /// Returns the policy that is in force on a day.
    ///
    /// # Errors
    ///
    /// [`PolicyBookError::NotInForce`] is returned for a day before the first policy or after the last one.
    pub fn on(&self, day: NaiveDate) -> Result<&Policy, PolicyBookError> {
        let begun = self
            .policies
            .partition_point(|policy| policy.effective().from().is_none_or(|from| from <= day));
        let policy = begun
            .checked_sub(1)
            .and_then(|place| self.policies.get(place));
        policy
            .filter(|policy| policy.effective().holds(day))
            .ok_or(PolicyBookError::NotInForce { day })
    }

    /// Returns the policies by their first day.
    #[must_use]
    pub fn policies(&self) -> &[Policy] {
        &self.policies
    }
}

/// Refuses a policy that does not begin on the day after the last one of the policy before.
fn follows(before: &Policy, after: &Policy) -> Result<(), PolicyBookError> {
    let (until, from) = (before.effective().until(), after.effective().from());
    let next = until.and_then(|until| until.succ_opt());
    match (until, from) {
        (Some(until), Some(from)) if next.is_some_and(|next| from > next) => {
            Err(PolicyBookError::Gap { until, from })
        }
        (Some(_), Some(from)) if Some(from) == next => Ok(()),
        _ => Err(PolicyBookError::Overlap {
            first: repeated(before.version()),
            second: repeated(after.version()),
        }),
    }
}

/// Returned when policies do not make a book, or when none of it is in force.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PolicyBookError {
    /// The book has no policy.
    #[error("a book of policies has none, expected one or more")]
    Empty,
    /// No policy is in force on a day between two policies.
    #[error("a policy ends on {until} and the next begins on {from}, expected it on the next day")]
    Gap {
        /// The last day of the one policy.
        until: NaiveDate,
        /// The first day of the next.
        from: NaiveDate,
    },
    /// No policy is in force on the day.
    #[error("no policy of the book is in force on {day}")]
    NotInForce {
        /// The day asked for.
        day: NaiveDate,
    },
    /// Two policies are in force on one day.
    #[error("policies `{first}` and `{second}` are in force on one day, expected one policy a day")]
    Overlap {
        /// The version of the policy that begins earlier, at most 80 characters of it.
        first: String,
        /// The version of the other one.
        second: String,
    },
    /// A policy contradicts itself.
    #[error("policy `{version}` contradicts itself: {faults}")]
    Refused {
        /// The version of the policy.
        version: String,
        /// The contradictions.
        faults: Faults,
    },
    /// Several policies are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
}

several!(pub PolicyBookError);

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::string::ToString;
    use alloc::vec;

    use chrono::NaiveDate;

    use super::PolicyBook;
    use crate::policy::{EffectivePeriod, Policy};
    use crate::vocab::set::Set;

    fn day(number: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2024, 1, number)
    }

    fn policy(version: &str, from: Option<NaiveDate>, until: Option<NaiveDate>) -> Policy {
        let period = EffectivePeriod::new(from, until).unwrap_or(EffectivePeriod::ALWAYS);
        Policy::standard().with_version(version, period)
    }

    #[track_caller]
    fn refused(policies: &[Policy], message: &str) {
        let book = PolicyBook::new(policies.to_vec()).map_err(|error| error.to_string());
        assert_eq!(book.err().unwrap_or_default(), message);
    }

    #[test]
    fn a_book_is_kept_as_the_list_of_its_policies() -> Result<(), Box<dyn core::error::Error>> {
        let book = PolicyBook::new(vec![policy("b", day(10), None), policy("a", None, day(9))])?;
        let json = serde_json::to_string(&book)?;
        assert_eq!(serde_json::from_str::<PolicyBook>(&json)?, book);
        let gap = json.replacen("2024-01-09", "2024-01-08", 1);
        let error = serde_json::from_str::<PolicyBook>(&gap).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains("a policy ends on 2024-01-08"), "{message}");
        let nobody = policy("c", None, None).with_authorities(Set::empty());
        let error = PolicyBook::new(vec![nobody]).err();
        let message = error.map(|error| error.to_string()).unwrap_or_default();
        assert!(
            message.starts_with("policy `c` contradicts itself: "),
            "{message}"
        );
        Ok(())
    }

    #[test]
    fn the_last_day_of_all_has_none_after_it() {
        let last = policy("a", None, Some(NaiveDate::MAX));
        refused(
            &[last, policy("b", day(1), None)],
            "policies `a` and `b` are in force on one day, expected one policy a day",
        );
    }

    #[test]
    fn a_book_has_one_policy_a_day() {
        refused(&[], "a book of policies has none, expected one or more");
        let first = policy("a", day(1), day(9));
        refused(
            &[policy("b", day(11), None), first.clone()],
            "a policy ends on 2024-01-09 and the next begins on 2024-01-11, expected it on the next day",
        );
        for second in [
            policy("b", day(9), None),
            policy("b", day(1), None),
            policy("b", None, None),
        ] {
            assert!(PolicyBook::new(vec![first.clone(), second]).is_err());
        }
        refused(
            &[first.clone(), policy("b", day(9), None)],
            "policies `a` and `b` are in force on one day, expected one policy a day",
        );
        assert!(PolicyBook::new(vec![first, policy("b", day(10), None)]).is_ok());
    }

    #[test]
    fn a_day_has_the_policy_that_is_in_force() -> Result<(), super::PolicyBookError> {
        let book = PolicyBook::new(vec![
            policy("b", day(10), day(20)),
            policy("a", day(2), day(9)),
        ])?;
        let version = |number| {
            day(number)
                .and_then(|day| book.on(day).ok())
                .map(Policy::version)
        };
        for (number, expected) in [
            (1, None),
            (2, Some("a")),
            (9, Some("a")),
            (10, Some("b")),
            (20, Some("b")),
            (21, None),
        ] {
            assert_eq!(version(number), expected, "{number}");
        }
        let before = day(1).map(|day| book.on(day).map_err(|error| error.to_string()));
        assert_eq!(
            before,
            Some(Err("no policy of the book is in force on 2024-01-01".into()))
        );
        Ok(())
    }
}
