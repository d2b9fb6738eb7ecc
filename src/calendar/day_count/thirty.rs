//! The conventions that take each month for thirty days.

use chrono::{Datelike, NaiveDate};

/// The change of the days of the month before the months are counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    /// `30/360 US`.
    American,
    /// `30/360 ISDA`.
    Bond,
    /// `30E/360`.
    European,
    /// `30E+/360`.
    EuropeanPlus,
    /// `30E/360 ISDA`.
    German {
        /// The second date is the termination date.
        terminates: bool,
    },
    /// `30E/365`.
    MonthEnd,
    /// `30/360 PSA`.
    Psa,
}

/// Counts the days from one date to another that is not earlier.
pub(crate) fn days(rule: Rule, from: NaiveDate, to: NaiveDate) -> Option<u32> {
    if from == to {
        // Otherwise 28 February to itself would be two days less than nothing where only the first
        // date becomes the thirtieth.
        return Some(0);
    }
    let (first, second) = month_days(rule, from, to);
    let years = i64::from(to.year()).checked_sub(i64::from(from.year()))?;
    let months = i64::from(to.month()).checked_sub(i64::from(from.month()))?;
    let days = i64::from(second).checked_sub(i64::from(first))?;
    let total = years
        .checked_mul(360)?
        .checked_add(months.checked_mul(30)?)?
        .checked_add(days)?;
    u32::try_from(total).ok()
}

/// Returns the days of the month after the change by the rule.
///
/// A 31 for the second date stands for the first of the month after, which is as far.
fn month_days(rule: Rule, from: NaiveDate, to: NaiveDate) -> (u32, u32) {
    let (first, second) = (from.day(), to.day());
    let bond = |first: u32| {
        (
            first.min(30),
            if first >= 30 { second.min(30) } else { second },
        )
    };
    match rule {
        Rule::American if ends_february(from) => {
            let second = if ends_february(to) {
                30
            } else {
                second.min(30)
            };
            (30, second)
        }
        Rule::Psa if ends_february(from) => bond(30),
        Rule::American | Rule::Bond | Rule::Psa => bond(first),
        Rule::European => (first.min(30), second.min(30)),
        Rule::EuropeanPlus => (first.min(30), second),
        Rule::German { terminates } if terminates && ends_february(to) => (full(from), second),
        Rule::German { .. } | Rule::MonthEnd => (full(from), full(to)),
    }
}

/// Returns the day of the month, where the last day of any month is the thirtieth.
fn full(date: NaiveDate) -> u32 {
    if ends_february(date) {
        30
    } else {
        date.day().min(30)
    }
}

fn ends_february(date: NaiveDate) -> bool {
    let last = if date.leap_year() { 29 } else { 28 };
    date.month() == 2 && date.day() == last
}
