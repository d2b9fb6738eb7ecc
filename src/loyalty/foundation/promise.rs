use alloc::boxed::Box;

use chrono::NaiveDate;
use thiserror::Error;

use crate::form::{Several, every, record, several};
use crate::loyalty::cards::switching::SWC_09;
use crate::loyalty::kinds::ignored;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::verdict::{Assessment, Bound, Fact, Reading, Recorder, RuleCard, Severity, Subject};
use crate::vocab::known::{Grade, Known};
use crate::vocab::name::ItemId;
use crate::vocab::share::Share;
use crate::vocab::twice::again;
use crate::vocab::words::words;

record! {
    /// One promise that was made to the customer (承诺).
    #[derive(Copy, Hash)]
    pub closed struct Promise {
        /// The id of the promise.
        pub id: ItemId,
        /// The last day on which the promise is kept in time.
        pub due: NaiveDate,
        /// The day on which the promise was kept; `None` if it was not.
        pub kept_on: Option<NaiveDate>,
        /// The nature of the promise: lawful, or under the table.
        pub nature: PromiseNature,
    }
}

impl Promise {
    fn is_lawful(&self) -> bool {
        self.nature == PromiseNature::Lawful
    }
}

words! {
    /// The nature of a promise (承诺性质): lawful, or under the table.
    pub closed enum PromiseNature {
        /// The promise is lawful, and open to everybody it concerns.
        Lawful = "lawful", "lawful", "合法", "合法";
        /// The promise is made under the table: it is refused, kept or not.
        UnderTheTable = "under-the-table", "under the table", "桌下交易", "桌下交易";
    }
}

record! {
    /// The counts of promises kept and broken (守信情况): the parts of SWC-09.
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct PromiseKeeping {
        /// The number of lawful promises that count: their day is over, or they were kept.
        pub due: u32,
        /// The number of promises that were kept in time.
        pub in_time: u32,
        /// The number of promises that were kept late.
        pub late: u32,
        /// The number of promises that were not kept.
        pub broken: u32,
        /// The part of the promises that was kept in time.
        pub rate: Share,
    }
}

/// Assesses the promises to the customer: those kept in time, of those due ([`SWC_09`]).
///
/// A promise counts once its day is over, or once it is kept. On its day it may still be kept. A
/// promise that was kept late was not kept in time and is counted apart. Only lawful promises
/// count. One made under the table is refused, kept or not. A promise that is kept after `as_of` is
/// not kept yet, and a finding counts those. The value is `None` if no lawful promise counts yet.
///
/// # Errors
///
/// [`PromiseError`] is returned when a promise is given twice. It holds the error of every such
/// promise.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::foundation::{Promise, PromiseNature, promise_keeping};
/// use keqing::vocab::share::Share;
///
/// let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).ok_or("no such date");
/// let delivery = Promise {
///     id: "spare parts within a week".parse()?,
///     due: day(7)?,
///     kept_on: Some(day(7)?),
///     nature: PromiseNature::Lawful,
/// };
/// let visit = Promise { id: "visit in June".parse()?, due: day(20)?, kept_on: None, ..delivery };
/// let policy = LoyaltyPolicy::standard();
/// let found = promise_keeping(&policy, &[delivery, visit], day(30)?)?;
/// assert_eq!(found.into_value().map(|kept| kept.rate), Some(Share::percent(50)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn promise_keeping(
    policy: &LoyaltyPolicy,
    promises: &[Promise],
    as_of: NaiveDate,
) -> Result<Assessment<PromiseKeeping>, PromiseError> {
    check(promises)?;
    Ok(policy.severities().weighed(Assessment::of(|r| {
        lawful(promises, Grade::Measured, r);
        let keeping = counted(promises, as_of);
        kept(&SWC_09, policy, Known::of(keeping, Grade::Measured), r);
        ignored(&SWC_09, later(promises, as_of), r);
        keeping
    })))
}

/// Returned when a promise is given twice.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum PromiseError {
    /// Several promises are at fault.
    #[error(transparent)]
    Several(Box<Several<Self>>),
    /// One promise is given twice.
    #[error("each promise is there once, got `{id}` twice")]
    Twice {
        /// The id of the promise.
        id: ItemId,
    },
}

several!(pub PromiseError);

pub(crate) fn check(promises: &[Promise]) -> Result<(), PromiseError> {
    if let [] | [_] = promises {
        return Ok(());
    }
    let twice = again(promises.iter().map(|promise| promise.id));
    every(twice.map(|id| Err(PromiseError::Twice { id })))
}

/// Counts the promises that are kept after the day, and so not yet.
pub(crate) fn later(promises: &[Promise], as_of: NaiveDate) -> u32 {
    let is_later = |promise: &&Promise| promise.kept_on.is_some_and(|day| day > as_of);
    u32::try_from(promises.iter().filter(is_later).count()).unwrap_or(u32::MAX)
}

/// Counts the lawful promises; `None` if none counts yet.
pub(crate) fn counted(promises: &[Promise], as_of: NaiveDate) -> Option<PromiseKeeping> {
    let (mut in_time, mut late, mut broken) = (0_u32, 0_u32, 0_u32);
    for promise in promises.iter().filter(|promise| promise.is_lawful()) {
        let place = match promise.kept_on.filter(|day| *day <= as_of) {
            Some(day) if day <= promise.due => &mut in_time,
            Some(_) => &mut late,
            None if promise.due < as_of => &mut broken,
            None => continue,
        };
        *place = place.saturating_add(1);
    }
    let due = in_time.saturating_add(late).saturating_add(broken);
    Some(PromiseKeeping {
        due,
        in_time,
        late,
        broken,
        rate: Share::new(in_time.into(), due.into()).ok()?,
    })
}

/// SWC-09: every promise is lawful and open. A guess may say that one is not, and never that it is.
pub(crate) fn lawful<R: Recorder>(promises: &[Promise], grade: Grade, r: &mut R) {
    let fact = Fact::PromiseLawfulness;
    for promise in promises {
        let subject = Subject::Item { id: promise.id };
        r.open_at(
            &SWC_09,
            Severity::Bar,
            (fact, subject),
            Known::graded(promise.is_lawful(), grade),
            |is_lawful| is_lawful,
            Reading::present,
        );
    }
}

/// SWC-09, GEN-16: enough of the promises were kept in time.
pub(crate) fn kept<R: Recorder>(
    card: &RuleCard,
    policy: &LoyaltyPolicy,
    keeping: Known<PromiseKeeping>,
    r: &mut R,
) {
    let (fact, from) = (Fact::PromiseKeeping, policy.promises_kept_from());
    r.open(
        card,
        fact,
        keeping,
        |keeping| keeping.rate >= from,
        |keeping| Reading::share(keeping.rate, Bound::AtLeast, from),
    );
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use chrono::NaiveDate;

    use super::{Promise, PromiseError, PromiseKeeping, PromiseNature, promise_keeping};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::{Assessment, Severity};
    use crate::vocab::name::{ItemId, NameError};
    use crate::vocab::share::Share;

    use PromiseNature::{Lawful, UnderTheTable};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, day).unwrap_or_default()
    }

    fn promise(
        id: &str,
        due: u32,
        kept: Option<u32>,
        nature: PromiseNature,
    ) -> Result<Promise, NameError> {
        Ok(Promise {
            id: ItemId::new(id)?,
            due: day(due),
            kept_on: kept.map(day),
            nature,
        })
    }

    #[track_caller]
    fn ask(promises: &[Promise]) -> Assessment<PromiseKeeping> {
        let Ok(found) = promise_keeping(&LoyaltyPolicy::standard(), promises, day(20)) else {
            panic!("promises of the test")
        };
        found
    }

    #[test]
    fn a_promise_counts_once_its_day_is_over_or_it_is_kept() -> Result<(), NameError> {
        // In time, late, broken.
        let table = [
            (19, None, Some((0, 0, 1))),
            (20, None, None),
            (21, None, None),
            (20, Some(20), Some((1, 0, 0))),
            (30, Some(20), Some((1, 0, 0))),
            (10, Some(10), Some((1, 0, 0))),
            (10, Some(11), Some((0, 1, 0))),
            // What is kept tomorrow is not kept yet.
            (10, Some(21), Some((0, 0, 1))),
            (20, Some(21), None),
        ];
        for (due, kept, expected) in table {
            let found = ask(&[promise("a", due, kept, Lawful)?]);
            let gaps = usize::from(expected.is_none());
            assert_eq!(found.findings().gaps().count(), gaps, "{due} {kept:?}");
            let parts = found
                .into_value()
                .map(|found| (found.in_time, found.late, found.broken));
            assert_eq!(parts, expected, "{due} {kept:?}");
        }
        Ok(())
    }

    #[test]
    fn the_rate_is_exact_and_every_promise_is_kept() -> Result<(), NameError> {
        let kept = [
            promise("a", 1, Some(1), Lawful)?,
            promise("b", 1, Some(1), Lawful)?,
            promise("c", 1, Some(2), Lawful)?,
        ];
        let found = ask(&kept);
        assert_eq!(found.findings().breaches().count(), 1);
        let rate = found.into_value().map(|found| found.rate);
        assert_eq!(rate, Share::new(2, 3).ok());
        for (from, breached) in [(2, false), (3, true)] {
            let share = Share::new(from, 3).unwrap_or(Share::ALL);
            let policy = LoyaltyPolicy::standard().with_promises_kept_from(share);
            let found = policy.map(|policy| promise_keeping(&policy, &kept, day(20)));
            let breaches = found.ok().and_then(Result::ok);
            let breaches = breaches.map(|found| found.findings().breaches().count());
            assert_eq!(breaches, Some(usize::from(breached)));
        }
        Ok(())
    }

    #[test]
    fn a_promise_under_the_table_is_refused_and_never_counted() -> Result<(), NameError> {
        let hidden = promise("b", 1, Some(1), UnderTheTable)?;
        let alone = ask(&[hidden]);
        assert_eq!((alone.value(), alone.findings().gaps().count()), (None, 1));
        let found = ask(&[promise("a", 1, None, Lawful)?, hidden]);
        let gravest = found.findings().breaches().map(|finding| finding.severity);
        assert_eq!(gravest.max(), Some(Severity::Bar));
        assert_eq!(
            found.into_value().map(|found| (found.due, found.in_time)),
            Some((1, 0))
        );
        assert_eq!(ask(&[]).findings().gaps().count(), 1);
        Ok(())
    }

    #[test]
    fn promises_that_cannot_be_are_refused() -> Result<(), NameError> {
        let refused = |promises: &[Promise]| {
            promise_keeping(&LoyaltyPolicy::standard(), promises, day(20)).err()
        };
        let (one, other) = (
            promise("a", 1, None, Lawful)?,
            promise("b", 1, None, Lawful)?,
        );
        let id = one.id;
        assert_eq!(
            refused(&[one, other, one]),
            Some(PromiseError::Twice { id })
        );
        assert_eq!(
            PromiseError::Twice { id }.to_string(),
            "each promise is there once, got `a` twice"
        );
        Ok(())
    }

    #[test]
    fn every_promise_that_cannot_be_is_refused() -> Result<(), NameError> {
        let promises = [
            promise("a", 1, None, Lawful)?,
            promise("b", 1, None, Lawful)?,
            promise("b", 1, None, Lawful)?,
            promise("a", 1, None, Lawful)?,
        ];
        let found = promise_keeping(&LoyaltyPolicy::standard(), &promises, day(20));
        let three =
            "each promise is there once, got `b` twice; each promise is there once, got `a` twice";
        assert_eq!(
            found.map_err(|error| error.to_string()).err().as_deref(),
            Some(three)
        );
        Ok(())
    }
}
