//! The floors of the receivables: the fastest loops over plain integers that are known.
//!
//! They hold for what the bench makes: no amount is negative, every product and sum fits 64 bits, and
//! whoever calls them has checked the lengths. The rate and its denominator come at run time.

use chrono::{Datelike, NaiveDate};

/// The last day of each bucket after the first: 1 to 30 days late, 31 to 60, 61 to 90, more.
const EDGES: [i32; 4] = [0, 30, 60, 90];

/// Totals and counts of five buckets, the first not yet due.
///
/// What lies beyond each edge is added up, and the buckets are the differences: no row waits for the
/// bucket of the row before it.
#[inline(never)]
pub(crate) fn aging(as_of: i32, due: &[i32], units: &[i64]) -> [(u64, i64); 5] {
    let mut beyond = [(0, 0); 6];
    beyond[0].0 = due.len() as u64;
    for (due, units) in due.iter().zip(units) {
        beyond[0].1 += units;
        for (beyond, edge) in beyond[1..].iter_mut().zip(EDGES) {
            let is_beyond = as_of - due > edge;
            beyond.0 += u64::from(is_beyond);
            beyond.1 += if is_beyond { *units } else { 0 };
        }
    }
    std::array::from_fn(|bucket| {
        let (here, next) = (beyond[bucket], beyond[bucket + 1]);
        (here.0 - next.0, here.1 - next.1)
    })
}

/// The same, and beside it the five sums of every customer, of which the totals are made.
#[inline(never)]
pub(crate) fn aging_by_customer(
    as_of: i32,
    due: &[i32],
    units: &[i64],
    customer: &[u32],
    sums: &mut [i64],
) -> [(u64, i64); 5] {
    let mut rows = [0; 5];
    sums.fill(0);
    for ((due, units), customer) in due.iter().zip(units).zip(customer) {
        let late = as_of - due;
        let bucket: usize = EDGES.iter().map(|edge| usize::from(late > *edge)).sum();
        rows[bucket] += 1;
        sums[*customer as usize * 5 + bucket] += units;
    }
    let mut totals = [0; 5];
    for customer in sums.chunks_exact(5) {
        for (total, sum) in totals.iter_mut().zip(customer) {
            *total += sum;
        }
    }
    std::array::from_fn(|bucket| (rows[bucket], totals[bucket]))
}

/// Simple interest at so many parts of `year` a day, rounded half to even per invoice.
#[inline(never)]
pub(crate) fn interest(
    (rate, year): (u64, u64),
    as_of: i32,
    due: &[i32],
    units: &[i64],
    charged: &mut [i64],
) -> i64 {
    let mut total = 0;
    for ((due, units), out) in due.iter().zip(units).zip(charged) {
        let late = (as_of - due).max(0) as u64;
        *out = half_to_even(*units as u64 * late * rate, year) as i64;
        total += *out;
    }
    total
}

/// One invoice's interest in smallest units, and what it is made of, from the dates as they come.
#[inline(always)]
pub(crate) fn one(
    units: u64,
    (rate, year): (u64, u64),
    due: NaiveDate,
    as_of: NaiveDate,
) -> (u64, u64, i32) {
    let late = (as_of.num_days_from_ce() - due.num_days_from_ce()).max(0);
    let product = units * rate * late as u64;
    (half_to_even(product, year), product, late)
}

/// One division and no branch: a tie goes up where the quotient is odd.
#[inline(always)]
fn half_to_even(product: u64, year: u64) -> u64 {
    let (quotient, rest) = (product / year, product % year);
    quotient + u64::from(rest * 2 + (quotient & 1) > year)
}
