//! The retention of a customer by its own order cycle (客户保持: GEN-03, LOY-02).
//!
//! ```text
//! days of purchase + LoyaltyPolicy + as_of -> retention -> Retention   in how many of its own periods did it buy again?
//! ```
//!
//! - *Looks at*: The days on which the customer bought, in any order.
//! - *Why*: A customer that orders once a year is not lost after six months. Its own order cycle
//!   counts, not ours.
//! - *Breaks it*: Fewer periods with a purchase than the policy asks for.
//! - *Keeps it*: A purchase in most of the customer's own periods, once enough periods have passed.
//! - *Rules*: GEN-03, LOY-02.
//!
//! # Examples
//!
//! A customer orders once a year. It bought in each of the two years that followed its first order.
//!
//! ```
//! use keqing::loyalty::LoyaltyPolicy;
//! use keqing::loyalty::retention::retention;
//! use keqing::vocab::share::Share;
//!
//! let on = |year, day| chrono::NaiveDate::from_ymd_opt(year, 9, day).ok_or("no such date");
//! let orders = [on(2021, 1)?, on(2022, 1)?, on(2023, 1)?];
//! let found = retention(&LoyaltyPolicy::standard(), &orders, on(2024, 20)?);
//! let found = found.value().ok_or("undetermined")?;
//! assert_eq!(found.cycle.to_string(), "365 d");
//! assert_eq!(found.rate, Share::new(2, 2)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod order_cycle;

pub use order_cycle::{OrderCycle, OrderCycleError};

use chrono::NaiveDate;
use smallvec::SmallVec;

use crate::form::record;
use crate::loyalty::cards::genuine::GEN_03;
use crate::loyalty::cards::loyalty::LOY_02;
use crate::loyalty::kinds::ignored;
use crate::loyalty::policy::LoyaltyPolicy;
use crate::loyalty::words::Repeat;
use crate::verdict::{Assessment, Bound, Evidence, Fact, Outcome, Recorder};
use crate::vocab::share::Share;
use crate::vocab::time::Days;

record! {
    /// The retention of a customer after its first purchase (客户保持度), GEN-03 and LOY-02.
    ///
    /// It is a matter of behaviour only. The customer's feeling is not part of it (GEN-02).
    #[non_exhaustive]
    #[derive(Copy, Hash)]
    pub struct Retention {
        /// The customer's own order cycle.
        pub cycle: OrderCycle,
        /// The part of the customer's periods since its first purchase in which it bought.
        pub rate: Share,
        /// The level of repeat purchase in the sense of the policy.
        pub repeat: Repeat,
    }
}

/// Assesses the retention of a customer after its first purchase, by its own order cycle.
///
/// The cycle is the median time between its days of purchase. Several purchases on a day are one. A
/// next order is expected every cycle from the first purchase on. The period of an order lasts from
/// half a cycle before it to half a cycle after. So an order a little early or late is in its
/// place. The period of the first purchase does not count, nor does the one that is still running.
/// The rate is the part of the remaining periods in which the customer bought (GEN-03).
///
/// [`Fact::OrderCycle`] is missing, and there is no value, in two cases. The customer bought on one
/// day only, or fewer periods have passed than the policy requires. One purchase says nothing about
/// the next. Retention does not show that a customer is alive or loyal (GEN-02).
///
/// The order of the list does not matter. A purchase that is dated after `as_of` is ignored, and a finding
/// counts it.
///
/// # Examples
///
/// A customer orders every five days, and left two orders out.
///
/// ```
/// use keqing::loyalty::LoyaltyPolicy;
/// use keqing::loyalty::retention::retention;
/// use keqing::loyalty::words::Repeat;
///
/// let day = |d| chrono::NaiveDate::from_ymd_opt(2024, 3, d).ok_or("no such date");
/// let orders = [day(1)?, day(6)?, day(11)?, day(21)?];
/// let found = retention(&LoyaltyPolicy::standard(), &orders, day(31)?);
/// let found = found.into_value().ok_or("undetermined")?;
/// assert_eq!(found.cycle.to_string(), "5 d");
/// assert_eq!((found.rate.part(), found.rate.whole()), (3, 5));
/// assert_eq!(found.repeat, Repeat::High);
///
/// let once = retention(&LoyaltyPolicy::standard(), &orders[..1], day(31)?);
/// assert!(once.value().is_none(), "a one-time buyer is not called alive");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn retention(
    policy: &LoyaltyPolicy,
    purchases: &[NaiveDate],
    as_of: NaiveDate,
) -> Assessment<Retention> {
    let found = if purchases.is_sorted() {
        Assessment::of(|r| consult(policy, purchases, as_of, r))
    } else {
        let mut sorted = purchases.to_vec();
        sorted.sort_unstable();
        Assessment::of(|r| consult(policy, &sorted, as_of, r))
    };
    policy.severities().weighed(found)
}

/// Assesses purchases that are sorted.
fn consult<R: Recorder>(
    policy: &LoyaltyPolicy,
    purchases: &[NaiveDate],
    as_of: NaiveDate,
    r: &mut R,
) -> Option<Retention> {
    let (purchases, later) = purchases.split_at(purchases.partition_point(|on| *on <= as_of));
    ignored(&GEN_03, u32::try_from(later.len()).unwrap_or(u32::MAX), r);
    let Some(cycle) = cycle(purchases) else {
        r.miss(&GEN_03, Fact::OrderCycle);
        r.miss(&LOY_02, Fact::Retention);
        return None;
    };
    let (bought, elapsed) = periods(cycle, purchases, as_of);
    let least = policy.least_periods().get();
    let rate = Share::new(u64::from(bought), u64::from(elapsed))
        .ok()
        .filter(|_| elapsed >= least);
    let Some(rate) = rate else {
        let missing = Outcome::Missing(Fact::OrderCycle);
        r.record(&GEN_03, GEN_03.severity(), missing, || {
            Evidence::count(Fact::OrderCycle, elapsed, Bound::AtLeast, least)
        });
        r.miss(&LOY_02, Fact::Retention);
        return None;
    };
    r.classify(&GEN_03, || Evidence::found(Fact::Retention, rate));
    r.classify(&LOY_02, || Evidence::found(Fact::Retention, rate));
    let repeat = policy.repeat(rate);
    Some(Retention {
        cycle,
        rate,
        repeat,
    })
}

/// The median gap between days of purchase; `None` if there is only one day.
fn cycle(purchases: &[NaiveDate]) -> Option<OrderCycle> {
    let pairs = purchases.iter().zip(purchases.iter().skip(1));
    let gaps = pairs.filter_map(|(one, next)| Days::between(*one, *next).map(Days::count));
    let mut gaps: SmallVec<[u32; 64]> = gaps.filter(|gap| *gap > 0).collect();
    gaps.sort_unstable();
    let middle = gaps.len().checked_div(2)?;
    let upper = *gaps.get(middle)?;
    let is_even = gaps.len().checked_rem(2)? == 0;
    let lower = match middle.checked_sub(1) {
        Some(below) if is_even => *gaps.get(below)?,
        _ => upper,
    };
    OrderCycle::of_half_days(lower.saturating_add(upper)).ok()
}

/// Returns the number of periods in which the customer bought, and of those that count. The first
/// and the one that is still running do not count.
fn periods(cycle: OrderCycle, purchases: &[NaiveDate], as_of: NaiveDate) -> (u32, u32) {
    let Some(&first) = purchases.first() else {
        return (0, 0);
    };
    let period = |on| Days::between(first, on).map_or(0, |days| cycle.nearest_order(days));
    let running = period(as_of);
    let (mut bought, mut last) = (0_u32, 0);
    for on in purchases {
        let this = period(*on);
        if this > last && this < running {
            bought = bought.saturating_add(1);
        }
        last = this;
    }
    (bought, running.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use alloc::vec::Vec;

    use super::{NaiveDate, retention};
    use crate::loyalty::policy::LoyaltyPolicy;
    use crate::verdict::{Fact, Found, Reading};

    fn day(number: u32) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
        first
            .checked_add_days(chrono::Days::new(u64::from(number)))
            .unwrap_or_default()
    }

    /// Days of purchase, the day that is asked for, and the cycle with the periods bought in and passed.
    type Row<'a> = (&'a [u32], u32, Option<(&'a str, u64, u64)>);

    fn told(days: &[u32], as_of: u32) -> Option<(alloc::string::String, u64, u64)> {
        let purchases: Vec<NaiveDate> = days.iter().map(|number| day(*number)).collect();
        let found = retention(&LoyaltyPolicy::standard(), &purchases, day(as_of));
        let found = found.into_value()?;
        Some((
            found.cycle.to_string(),
            found.rate.part(),
            found.rate.whole(),
        ))
    }

    #[test]
    fn periods_are_the_customers_own() {
        let table: [Row<'_>; 12] = [
            (&[], 900, None),
            (&[0], 900, None),
            (&[0, 0, 0], 900, None),
            // The period around the second order ends half a cycle after it, and not before.
            (&[0, 10], 24, None),
            (&[0, 10], 25, Some(("10 d", 1, 2))),
            (&[0, 10, 20], 25, Some(("10 d", 2, 2))),
            (&[0, 10, 20, 30], 60, Some(("10 d", 3, 5))),
            // A little early or late is in its place, and twice in one period is once.
            (&[0, 5, 10, 14, 20], 30, Some(("5 d", 4, 5))),
            (&[0, 10, 20, 22, 30, 40], 50, Some(("10 d", 4, 4))),
            // Of an even number of gaps, the mean of the two in the middle.
            (&[0, 10, 21], 42, Some(("10.5 d", 2, 3))),
            (&[0, 1, 100], 202, Some(("50 d", 1, 3))),
            (&[0, 10, 20], 30_000, Some(("10 d", 2, 2_999))),
        ];
        for (days, as_of, expected) in table {
            let expected =
                expected.map(|(cycle, bought, passed)| (cycle.to_string(), bought, passed));
            assert_eq!(told(days, as_of), expected, "{days:?} as of {as_of}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let policy = LoyaltyPolicy::standard();
        for purchases in [&[][..], &[day(0)], &[day(0), day(10)]] {
            let found = retention(&policy, purchases, day(15));
            let gaps = found.findings().gaps().map(|gap| gap.evidence.fact);
            assert_eq!(gaps.count(), 2, "{purchases:?}");
            assert!(found.value().is_none());
        }
    }

    #[test]
    fn the_order_is_no_matter_and_a_later_purchase_is_counted_and_ignored() {
        let policy = LoyaltyPolicy::standard();
        let days = [0, 10, 20].map(day);
        let told = retention(&policy, &days, day(45));
        for (turned, later) in [
            (&[20, 0, 10][..], 0),
            (&[10, 46, 20, 0], 1),
            (&[300, 46, 20, 10, 0], 2),
        ] {
            let turned: Vec<NaiveDate> = turned.iter().map(|number| day(*number)).collect();
            let found = retention(&policy, &turned, day(45));
            assert_eq!(found.value(), told.value(), "{turned:?}");
            let ignored = found.findings().iter().filter_map(|finding| {
                match (finding.evidence.fact, finding.evidence.reading) {
                    (Fact::DatedLater, Reading::Found(Found::Count(count))) => Some(count),
                    _ => None,
                }
            });
            assert_eq!(ignored.sum::<u32>(), later, "{turned:?}");
        }
    }
}
