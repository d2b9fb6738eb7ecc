//! The floors of the receivables: what hand-written code over plain integers needs.

use chrono::{Datelike, NaiveDate};

/// Totals and counts of five buckets: not yet due, 1 to 30 days, 31 to 60, 61 to 90, more.
pub(crate) fn aging(as_of: i32, due: &[i32], units: &[i64]) -> [(u64, i64); 5] {
    let mut totals = [(0, 0); 5];
    for (due, units) in due.iter().zip(units) {
        let bucket = bucket(as_of - due);
        totals[bucket].0 += 1;
        totals[bucket].1 += units;
    }
    totals
}

/// The same, and beside it the five sums of every customer.
pub(crate) fn aging_by_customer(
    as_of: i32,
    due: &[i32],
    units: &[i64],
    customer: &[u32],
    sums: &mut [i64],
) -> [(u64, i64); 5] {
    let mut totals = [(0, 0); 5];
    for ((due, units), customer) in due.iter().zip(units).zip(customer) {
        let bucket = bucket(as_of - due);
        totals[bucket].0 += 1;
        totals[bucket].1 += units;
        sums[*customer as usize * 5 + bucket] += units;
    }
    totals
}

/// Simple interest at so many parts of `year` a day, rounded half to even per invoice.
pub(crate) fn interest(
    (rate, year): (i64, i64),
    as_of: i32,
    due: &[i32],
    units: &[i64],
    charged: &mut [i64],
) -> i64 {
    let mut total = 0;
    for ((due, units), out) in due.iter().zip(units).zip(charged) {
        let late = i64::from((as_of - due).max(0));
        let product = units * late * rate;
        let (quotient, rest) = (product / year, product % year);
        let up = rest * 2 > year || rest * 2 == year && quotient % 2 == 1;
        *out = quotient + i64::from(up);
        total += *out;
    }
    total
}

/// One invoice's interest in smallest units, and what it is made of, from the dates as they come.
pub(crate) fn one(
    units: i128,
    (rate, year): (i128, i128),
    due: NaiveDate,
    as_of: NaiveDate,
) -> (i128, i128, i32) {
    let late = (as_of.num_days_from_ce() - due.num_days_from_ce()).max(0);
    let product = units * rate * i128::from(late);
    let (quotient, rest) = (product / year, product % year);
    let up = rest * 2 > year || rest * 2 == year && quotient % 2 == 1;
    (quotient + i128::from(up), product, late)
}

fn bucket(late: i32) -> usize {
    usize::from(late > 0) + usize::from(late > 30) + usize::from(late > 60) + usize::from(late > 90)
}
